import Samtale

// Codings and descriptions of selections.
extension QDAImport {
  mutating func readCodings() {
    var counts = CodingCounts()
    for i in texts.indices where texts[i].document != nil {
      let source = texts[i].source
      for (selection, selected) in zip(source.selections, texts[i].selected) {
        read(selection, selected, &counts)
      }
      let whole = Selected(text: i, range: 0..<texts[i].text.scalars.count, place: .whole)
      for coding in source.codings { read(coding, nil, whole, &counts) }
      attach(
        source.noteRefs,
        Attachment(place: .whole, text: i, name: "the source “\(source.name)”"))
      describe(i)
    }
    orderUnits()
    counts.report(to: &findings)
  }

  private mutating func read(
    _ selection: QDAProject.Selection, _ selected: Selected, _ counts: inout CodingCounts
  ) {
    for coding in selection.codings { read(coding, selection, selected, &counts) }
    if !selection.noteRefs.isEmpty {
      let name = "the words “\(quote(selected))”"
      attach(
        selection.noteRefs, Attachment(place: selected.place, text: selected.text, name: name))
    }
    guard let text = selection.description else { return }
    let id = Identifier(deriving: ["REFI-QDA", "annotation", selection.id.description])
    addMemo(
      StudyTEI.ReadMemo(
        id: claim(id, ["annotation"]), isOurs: project.isOurs, visibility: .team, body: text,
        author: person(selection.user), place: selected.place, made: selection.made),
      in: selected.text)
    counts.annotations += 1
  }

  private mutating func read(
    _ coding: QDAProject.Coding, _ selection: QDAProject.Selection?, _ selected: Selected,
    _ counts: inout CodingCounts
  ) {
    guard let target = coding.code else {
      counts.withoutCode += 1
      return
    }
    if let home = homePlaces[target] {
      return readUnit(coding, home, coding.user ?? selection?.user, selected)
    }
    var index: Int
    if let item = cases[target] {
      if isSaid(by: item.id, at: selected) {
        counts.ofSpeakers += 1
        return
      }
      index = code(of: item)
    } else {
      if codes[target] == nil { counts.undeclared += 1 }
      index = code(target, named: "Code that the project does not declare (\(target.short))")
    }
    let coder = person(coding.user ?? selection?.user)
    let same = CodingCounts.Key(
      text: selected.text, place: selected.place, code: index, coder: coder)
    let isNew = counts.known.insert(same).inserted
    guard isNew else {
      counts.repeated += 1
      return attach(
        coding.noteRefs, Attachment(place: selected.place, text: selected.text, name: ""))
    }
    let id = claim(coding.id, ["coding", selection?.id.description ?? "", target.description])
    var read = StudyTEI.ReadCoding(
      id: id, isOurs: project.isOurs, code: index, place: selected.place, coder: coder,
      made: coding.made ?? selection?.made)
    read.note = remark(on: coding)
    addCoding(read, in: selected.text)
    let notes = coding.noteRefs.filter { !isRemark($0) }
    guard !notes.isEmpty else { return }
    let words = quote(selected)
    attach(
      notes,
      Attachment(
        target: .item(id), text: selected.text,
        name: "the coding of “\(words)” with "
          + "“\(reading.codebook.codes[index].name)”"))
  }

  /// The first words of a selection.
  func quote(_ selected: Selected) -> String {
    let range = selected.range
    let first = range.lowerBound..<min(range.upperBound, range.lowerBound + 600)
    return QDAQuote.short(texts[selected.text].text.words(first))
  }

  /// The remark that Samtale wrote beside a coding.
  private func remark(on coding: QDAProject.Coding) -> String? {
    coding.noteRefs.first(where: isRemark).flatMap { notes[$0]?.content }
  }

  func isRemark(_ id: Identifier) -> Bool {
    notes[id].flatMap(QDANoteKind.init) == .remark
  }

  mutating func addCoding(_ coding: StudyTEI.ReadCoding, in text: Int) {
    guard let document = texts[text].document else { return }
    reading.documents[document].codings.append(coding)
    codingTexts[coding.id] = text
  }

  mutating func addMemo(_ memo: StudyTEI.ReadMemo, in text: Int?) {
    guard let document = text.flatMap({ texts[$0].document }) else {
      reading.general.append(memo)
      return
    }
    reading.documents[document].memos.append(memo)
  }

  /// What a source says of itself beyond its text.
  private mutating func describe(_ i: Int) {
    let source = texts[i].source
    var lines = [source.description].compactMap(\.self)
    lines += facts(of: source).filter {
      !(holdsOurs && QDAVariable.ofSources.contains($0.name))
    }
    .map { "\($0.name): \($0.value)" }
    guard !lines.isEmpty else { return }
    let id = Identifier(deriving: ["REFI-QDA", "source memo", source.id.description])
    addMemo(
      StudyTEI.ReadMemo(
        id: claim(id, ["source"]), isOurs: project.isOurs, sort: .context, visibility: .team,
        title: "Source: \(source.name)", body: lines.joined(separator: "\n"),
        author: person(source.user ?? project.creator), place: .whole, made: source.made), in: i)
  }
}

/// What was found while codings were read.
private struct CodingCounts {
  /// What makes two codings the same.
  struct Key: Hashable {
    var text: Int
    var place: StudyTEI.ReadPlace
    var code: Int
    var coder: Int?
  }

  var known: Swift.Set<Key> = []
  var annotations = 0
  var withoutCode = 0
  var ofSpeakers = 0
  var undeclared = 0
  var repeated = 0

  func report(to findings: inout Findings) {
    let notes: [(Int, String)] = [
      (annotations, "description of a selection, kept as a memo at its words"),
      (ofSpeakers, "coding with a case that only says who speaks, as the transcript does"),
      (
        repeated,
        "coding that stands twice, with the same code at the same words by the same person"
      ),
    ]
    for (count, what) in notes where count > 0 {
      findings.report(.note, .notImported, line: nil, "\(count) × \(what)", do: "nothing")
    }
    let warnings: [(Int, String)] = [
      (withoutCode, "coding that names no code; it is left out"),
      (undeclared, "code that the project does not declare; it is made under its GUID"),
    ]
    for (count, what) in warnings where count > 0 {
      findings.report(
        .warning, .notImported, line: nil, "\(count) × \(what)",
        do: "compare with the program where the project was made")
    }
  }
}

/// Words cut short to name a selection.
enum QDAQuote {
  static let longest = 100

  /// At most so many characters, with an ellipsis where something is cut off.
  static func short(_ words: String, _ length: Int = longest) -> String {
    let scalars = words.unicodeScalars
    guard scalars.count > length else { return words }
    return String(String.UnicodeScalarView(scalars.prefix(length - 1))) + "…"
  }
}
