import Samtale

// Memos, condensates and texts as notes.
extension QDAContent {
  mutating func addMemos() {
    for memo in study.all(Memo.self) {
      guard options.includes(memo) else {
        losses.add(
          memo.visibility == .team
            ? "memos of the team (written only when asked for)"
            : "private memos (never written)")
        continue
      }
      let sort = (memo.sort ?? .context).rawValue
      let seen = memo.visibility == .team ? "for the team" : "may leave the project"
      notes.append(
        Note(
          id: memo.id, name: memo.title ?? "",
          description: "\(QDANoteKind.memo.start): \(sort); \(seen)", text: memo.body,
          user: user(memo.author), made: memo.made ?? made(memo.id), changed: changed(memo.id)))
      if memo.made ?? made(memo.id) == nil {
        losses.add("dates of memos (not known without the log)")
      }
      attach(memo)
    }
  }

  private mutating func attach(_ memo: Memo) {
    var isAttached = attach(memo.id, to: memo.target)
    if memo.target != nil, !isAttached {
      losses.add("memos about something to which notes cannot be attached, written without it")
    }
    if let anchor = memo.anchor, anchor.kind != .dataSet {
      if let (source, ranges) = place(anchor) {
        isAttached = true
        if ranges.isEmpty { attach(memo.id, toSource: source) }
        for range in ranges.prefix(1) {
          let index = selection(range, in: source)
          refer(to: memo.id, from: index, in: source)
        }
        if ranges.count > 1 { losses.add("memos on several places apart, written at the first") }
      } else {
        losses.add("memos whose place is not in a transcript at hand, written without it")
      }
    }
    if !isAttached { general.append(memo.id) }
  }

  private mutating func refer(to note: Identifier, from selection: Int, in source: Int) {
    sources[source].selections[selection].notes.append(note)
    links.append((note, sources[source].selections[selection].id))
  }

  private mutating func attach(_ note: Identifier, toSource source: Int) {
    noteRefs[sources[source].id, default: []].append(note)
    links.append((note, sources[source].id))
  }

  /// - Returns: Whether the object can have notes.
  private mutating func attach(_ note: Identifier, to target: Identifier?) -> Bool {
    guard let target, let kind = study.record(target)?.kind else { return false }
    switch kind {
    case .code:
      noteRefs[target, default: []].append(note)
      links.append((note, target))
    case .coding, .meaningUnit:
      guard let (source, index, coding) = codingPlaces[target] else { return false }
      sources[source].selections[index].codings[coding].notes.append(note)
    case .group, .subgroup, .theme: members[target, default: []].append(note)
    case .transcript:
      guard let source = places[target] else { return false }
      attach(note, toSource: source)
    default: return false
    }
    return true
  }

  // MARK: Condensates and texts

  /// Condensates and analytic texts: notes whose name, description and first line say that they are
  /// written by the researchers.
  mutating func addTexts() {
    for condensate in study.all(Condensate.self) {
      let part = study.object(Subgroup.self, condensate.subgroup)
      let lines = condensate.sentences.map(\.text)
      add(
        condensate.id, "Condensate (nobody said this): \(part?.title ?? "")",
        "\(QDANoteKind.condensate.start): an artificial quotation that the researchers wrote from "
          + "meaning units; nobody said it, and it must not be quoted",
        "[Condensate, written by the researchers; nobody said this]\n"
          + lines.joined(separator: " "), by: condensate.by, in: condensate.subgroup)
      losses.add(
        "links from sentences of condensates to their meaning units",
        condensate.sentences.reduce(0) { $0 + $1.units.count })
      losses.add("meaning units set aside for a condensate", condensate.setAside.count)
    }
    for text in study.all(AnalyticText.self) {
      add(
        text.id, "Analytic text: \(text.heading)",
        "\(QDANoteKind.analyticText.start): written by the researchers", text.body, by: text.by,
        in: text.group ?? text.theme)
      losses.add(
        "links from analytic texts to quotations and condensates",
        text.quotes.count + text.condensates.count)
    }
  }

  private mutating func add(
    _ id: Identifier, _ name: String, _ description: String, _ text: String, by: Identifier?,
    in set: Identifier?
  ) {
    notes.append(
      Note(
        id: id, name: name, description: description, text: text, user: user(by), made: made(id),
        changed: changed(id)))
    if let set { members[set, default: []].append(id) }
  }
}
