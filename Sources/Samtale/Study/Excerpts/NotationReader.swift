/// Reads line after line.
struct NotationReader {
  let sources: ExcerptSources
  let file: String
  private var version: TranscriptVersion?
  private var items: [Excerpt.Item] = []
  private var line = 0
  private var place: NotationPlace { NotationPlace(file: file, line: line) }

  init(sources: ExcerptSources, file: String) {
    self.sources = sources
    self.file = file
    if sources.versions.count == 1 { version = sources.versions[0] }
  }

  private func error(_ what: String, _ column: Int = 1, do remedy: String) -> NotationError {
    place.error(what, column, do: remedy)
  }

  func finish() throws(NotationError) -> [Excerpt.Item] {
    guard items.contains(where: { if case .turn = $0 { true } else { false } }) else {
      throw error("there is no turn", do: "write a line such as “u12: the words”")
    }
    return items
  }

  mutating func read(_ text: Substring, number: Int) throws(NotationError) {
    line = number
    let trimmed = text.trimmed
    if trimmed.isEmpty || trimmed.hasPrefix("#") { return }
    if trimmed == "..." || trimmed == "…" {
      items.append(.omission)
    } else if trimmed.hasPrefix(">>") {
      items.append(.jump(try jump(trimmed.dropFirst(2).trimmed)))
    } else if trimmed.hasPrefix("@ ") {
      try choose(String(trimmed.dropFirst(2).trimmed))
    } else if text.first?.isWhitespace == true {
      try translation(text)
    } else {
      try turn(text)
    }
  }

  private mutating func jump(_ word: Substring) throws(NotationError) -> Excerpt.Jump {
    let parts = word.split(separator: " ", maxSplits: 1)
    if let first = parts.first, parts.count == 2, first == "meeting" {
      try choose(String(parts[1].trimmed))
      return .meeting
    }
    guard let jump = Excerpt.Jump(rawValue: String(word)) else {
      throw error("“\(word)” is no jump", 3, do: "write “>> later” or “>> meeting”")
    }
    return jump
  }

  private mutating func choose(_ name: String) throws(NotationError) {
    guard let found = sources.version(named: name) else {
      let names = sources.versions.map(\.transcript.id)
      let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
      throw error(
        names.contains(name) ? "several transcripts are called \(name)" : "there is no \(name)", 3,
        do: "name one of \(shown)")
    }
    version = found
  }

  // MARK: Turns

  private mutating func turn(_ text: Substring) throws(NotationError) {
    guard let version else {
      throw error("no transcript is named yet", do: "write “@ name” above the first turn")
    }
    guard let colon = NotationHead.colon(text) else {
      throw error(
        "this is no turn: \(text.prefix(30))",
        do: "begin with the utterance and a colon, “u12: the words”")
    }
    let head = NotationHead(text[..<colon])
    let words = text[text.index(after: colon)...]
    let start = text[...colon].unicodeScalars.count
    let utterances = try head.utterances(version, place)
    if words.trimmed.isEmpty {
      for index in utterances { items.append(.turn(whole(index, version, head.addressee))) }
      return
    }
    guard utterances.count == 1, let index = utterances.first else {
      throw error(
        "a range of turns is followed by words", start + 1, do: "write a line for each turn")
    }
    let base = version.transcript.utterances[index].text
    let pieces = try NotationPieces(words, column: start + 1).read(place)
    let matching = NotationMatching(base, name: head.name, start: head.offset)
    let edit = try matching.run(pieces, place)
    let isWhole = edit.restored == base
    let anchor = version.anchor([
      TextStretch(utterance: index, scalars: isWhole ? nil : edit.range)
    ])
    items.append(.turn(Excerpt.Turn(anchor, edit, addressee: head.addressee)))
  }

  private func whole(
    _ index: Int, _ version: TranscriptVersion, _ addressee: String?
  ) -> Excerpt.Turn {
    let words = version.transcript.utterances[index].text
    return Excerpt.Turn(
      version.anchor([TextStretch(utterance: index)]), EditedText(start: 0, [.keep(words)]),
      addressee: addressee)
  }

  private mutating func translation(_ text: Substring) throws(NotationError) {
    guard case .turn(var turn)? = items.last, let colon = text.firstIndex(of: ":"),
      let version = sources.version(turn.anchor.transcript),
      let index = turn.anchor.segments.first.flatMap({ version.utterance(named: $0.utterance) })
    else {
      throw error(
        "a line that begins with spaces is the translation of the turn above it",
        do: "write “  en: the words” below a turn, or take the spaces away")
    }
    let language = String(text[..<colon].trimmed)
    guard let base = sources.translation(of: index, in: version, into: language)?.text else {
      throw error(
        "there is no translation of \(version.name(of: index)) into \(language)",
        do: "translate the turn first")
    }
    let start = text[...colon].unicodeScalars.count
    let pieces = try NotationPieces(text[text.index(after: colon)...], column: start + 1).read(
      place)
    let matching = NotationMatching(base, name: "the translation into \(language)", start: nil)
    guard !turn.translations.keys.contains(where: { Translation.isSame($0, language) }) else {
      throw error("the translation into \(language) is written twice", do: "take one away")
    }
    turn.translations[language.lowercased()] = try matching.run(pieces, place)
    items[items.count - 1] = .turn(turn)
  }
}

/// What stands before the colon: `u12@40 (to her)`, `u12-u15`.
struct NotationHead {
  let name: String
  var last: String?
  var offset: Int?
  var addressee: String?

  /// The colon behind the head; colons inside brackets belong to the addressee.
  static func colon(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case ":" where depth <= 0: return index
      default: break
      }
    }
    return nil
  }

  init(_ text: Substring) {
    var head = text.trimmed
    if head.last == ")", let open = head.firstIndex(of: "(") {
      let name = head[head.index(after: open)...].dropLast().trimmed
      addressee = name.isEmpty ? nil : String(name)
      head = head[..<open].trimmed
    }
    if let at = head.lastIndex(of: "@"), at > head.startIndex,
      let offset = Int(head[head.index(after: at)...]), offset >= 0
    {
      self.offset = offset
      head = head[..<at]
    }
    name = String(head)
  }

  /// The utterances that are named; a dash may be part of a name.
  func utterances(
    _ version: TranscriptVersion, _ place: NotationPlace
  ) throws(NotationError) -> ClosedRange<Int> {
    if let index = version.utterance(named: name) { return index...index }
    for dash in name.indices where name[dash] == "-" || name[dash] == "–" {
      guard let from = version.utterance(named: String(name[..<dash])),
        let to = version.utterance(named: String(name[name.index(after: dash)...]))
      else { continue }
      guard from <= to else {
        throw place.error("\(name) runs backwards", do: "name the earlier turn first")
      }
      return from...to
    }
    throw place.error(
      "\(version.transcript.id) has no utterance \(name)", do: remedy(version))
  }
}

extension NotationHead {
  /// What to write instead of a name that no utterance has.
  private func remedy(_ version: TranscriptVersion) -> String {
    let transcript = version.transcript
    if let person = transcript.participants.firstIndex(where: { $0.label == name }),
      let first = transcript.utterances.first(where: { $0.speakers.contains(person) })
    {
      return "\(name) is who speaks; name the turn, such as \(version.name(of: first.index))"
    }
    if name.count <= 3, name.allSatisfy(\.isLetter) {
      return "if this is the translation of the turn above, begin the line with two spaces"
    }
    return "name one as the transcript has it, such as "
      + (transcript.utterances.isEmpty ? "u1" : version.name(of: 0))
  }
}

extension Substring {
  /// Without white space at either end.
  var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
