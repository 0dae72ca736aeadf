import Samtale

/// What Samtale writes as notes, told by how their descriptions begin.
enum QDANoteKind: String, CaseIterable {
  case memo = "memo"
  case remark = "remark on a coding"
  case unit = "meaning unit"
  case condensate = "condensate"
  case analyticText = "analytic text"

  /// The beginning of the description.
  var start: String { "Samtale \(rawValue)" }

  /// The kind of a note that Samtale wrote.
  init?(_ note: QDAProject.Source) {
    guard let text = note.description,
      let kind = Self.allCases.first(where: { text.hasPrefix($0.start) })
    else { return nil }
    self = kind
  }
}

// Notes become memos.
extension QDAImport {
  mutating func readNotes() {
    attach(project.noteRefs, Attachment(name: "the project"))
    attachLinked()
    var empty = 0
    for note in project.notes {
      switch QDANoteKind(note) {
      case .remark?: continue
      case .unit? where unitNotes[note.id] != nil: continue
      default: if !readMemo(note) { empty += 1 }
      }
    }
    let inside = project.notes.reduce(0) { $0 + $1.selections.count + $1.codings.count }
    lost(inside, "selection or coding inside a memo", do: "code the memo's words in the transcript")
    lost(empty, "memo without words", do: "nothing, unless it should say something")
  }

  /// Links that lead from a note say what the note is about; others are kept as a memo.
  private mutating func attachLinked() {
    let notes = Swift.Set(project.notes.map(\.id))
    var others: [QDAProject.Link] = []
    var known: [Identifier: Swift.Set<String>] = [:]
    for link in project.links {
      guard let origin = link.origin, let target = link.target, notes.contains(origin),
        let attachment = attachment(to: target)
      else {
        others.append(link)
        continue
      }
      let isNew =
        known[origin, default: Swift.Set((attachments[origin] ?? []).map(\.name))]
        .insert(attachment.name).inserted
      if isNew { attachments[origin, default: []].append(attachment) }
    }
    guard !others.isEmpty else { return }
    let lines = others.map { link in
      "\(title(link.origin)) \(link.direction == "OneWay" ? "→" : "–") \(title(link.target))"
        + (link.name.isEmpty ? "" : " (\(link.name))")
    }
    addGeneral(
      "Links between objects", lines.joined(separator: "\n"), from: ["links", project.name])
    findings.report(
      .note, .notImported, line: nil,
      "\(others.count) × link between objects, kept in one memo that lists them",
      do: "nothing, if that is enough")
  }

  private func attachment(to id: Identifier) -> Attachment? {
    if let code = codes[id] {
      let name = "the code “\(reading.codebook.codes[code].name)”"
      return Attachment(target: .entry(.code(code)), name: name)
    }
    if let home = homePlaces[id] {
      return Attachment(target: .entry(home), name: "the code “\(codeNames[id] ?? "")”")
    }
    if let group = groups[id] {
      let name = "the group “\(reading.codebook.groups[group].title)”"
      return Attachment(target: .entry(.group(group)), name: name)
    }
    if let selected = places[id] {
      return Attachment(
        place: selected.place, text: selected.text, name: "the words “\(quote(selected))”")
    }
    if let i = textsBySource[id] {
      return Attachment(place: .whole, text: i, name: "the source “\(texts[i].source.name)”")
    }
    if let item = cases[id] { return Attachment(name: "the case “\(item.name)”") }
    return codingTexts[id].map { Attachment(target: .item(id), text: $0, name: "a coding") }
  }

  /// What an object is called, for people.
  private func title(_ id: Identifier?) -> String {
    guard let id else { return "nothing" }
    if let attachment = attachment(to: id) { return attachment.name }
    if let note = notes[id] { return "the memo “\(note.name)”" }
    if let name = sourceNames[id] { return "the source “\(name)”" }
    return "an object that is not there (\(id.short))"
  }

  /// - Returns: Whether the note says anything.
  private mutating func readMemo(_ note: QDAProject.Source) -> Bool {
    let kind = QDANoteKind(note)
    var body = plainText(of: note).map { QDAText($0).source.bytes.string } ?? ""
    let isOwn = kind != nil
    if !isOwn, let description = note.description {
      body = body.trimmed.isEmpty ? description : body + "\n\n" + description
    }
    let found = attachments[note.id] ?? []
    guard !body.trimmed.isEmpty || !note.name.isEmpty && !found.isEmpty else { return false }
    if body.trimmed.isEmpty { body = note.name }
    let main = found.first { $0.place != nil || $0.target != nil }
    let others = found.filter {
      $0.name != main?.name && !$0.name.isEmpty && $0.name != "the project"
    }
    if !others.isEmpty, !isOwn {
      body += "\n\nAlso attached to " + others.map(\.name).joined(separator: "; ") + "."
    }
    let isCondensing = kind == .condensate || kind == .analyticText
    var memo = StudyTEI.ReadMemo(
      id: isCondensing
        ? claim(Identifier(deriving: ["REFI-QDA", "memo of", note.id.description]), ["memo"])
        : claim(note.id, ["note"]),
      isOurs: project.isOurs, visibility: .team, title: note.name.isEmpty ? nil : note.name,
      body: body, author: person(note.user), target: main?.target, place: main?.place,
      made: note.made)
    if isCondensing { memo.standsFor = note.id }
    if kind == .memo, let words = note.description {
      memo.sort = Memo.Sort.allCases.first {
        words.hasPrefix("\(QDANoteKind.memo.start): \($0.rawValue)")
      }
      memo.visibility = words.hasSuffix("team") ? .team : .export
      // A memo may be about an object and a place.
      memo.target = found.compactMap(\.target).first
      memo.place = found.first { $0.place != nil }?.place
    }
    let text = found.first { $0.place != nil }?.text ?? main?.text
    addMemo(memo, in: text)
    return true
  }

  // MARK: The rest

  /// Sources without a text that is read, graphs, what the project says of itself.
  mutating func reportRest() {
    let transcribed = Swift.Set(texts.compactMap(\.source.recording?.id))
    for source in project.sources where source.kind != .text {
      if transcribed.contains(source.id), source.isOnlyLink {
        reportLink(to: source)
      } else {
        report(source)
      }
    }
    lost(
      project.graphs, "graph (map of codes); graphs are not read",
      do: "draw the thematic map anew from codes and themes")
    if let text = project.description, !holdsOurs {
      addGeneral("Description of the project", text, from: ["project", project.name])
    }
  }

  /// A recording stays a link; one inside the archive leads nowhere yet.
  private mutating func reportLink(to source: QDAProject.Source) {
    guard let path = source.path, let name = QDARecording.Path(read: path).inside else { return }
    findings.report(
      .warning, .notImported, line: source.line,
      "the recording “\(source.name)” stays in the archive, as \(name)",
      do: "take it out (the archive is a ZIP file) and put it beside the transcripts")
  }

  private mutating func report(_ source: QDAProject.Source) {
    let codings = source.otherSelections.reduce(source.codings.count) { $0 + $1.codings.count }
    let what =
      "the \(source.kind.rawValue) “\(source.name)” with \(source.otherSelections.count) selections "
      + "and \(codings) codings"
    findings.report(
      .warning, .notImported, line: source.line,
      "\(what) is not imported; a memo lists them", do: "keep the program where they were made")
    var lines = [source.description].compactMap(\.self)
    for selection in source.otherSelections {
      let codes = selection.codings.compactMap { $0.code.flatMap { codeNames[$0] } }
      let range = [selection.start, selection.end].compactMap { $0.map(String.init) }
      let place = range.isEmpty ? "" : " \(range.joined(separator: "–")) ms"
      let words = [selection.name, selection.description ?? ""].filter { !$0.isEmpty }
      lines.append(
        "–\(place) \(words.joined(separator: ": ")) [\(codes.joined(separator: "; "))]")
    }
    addGeneral(
      "Not imported: \(source.kind.rawValue) “\(source.name)”", lines.joined(separator: "\n"),
      from: ["source", source.id.description])
  }
}

extension QDAProject.Source {
  /// Whether nothing was done with it itself.
  fileprivate var isOnlyLink: Bool {
    otherSelections.isEmpty && codings.isEmpty && noteRefs.isEmpty && values.isEmpty
      && description == nil
  }
}

extension QDANoteKind {
  static let golden = "candidate for quotation"
}
