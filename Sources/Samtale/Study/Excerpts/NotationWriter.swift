/// Writes excerpts in ``ExcerptNotation``.
struct NotationWriter {
  let sources: ExcerptSources
  private(set) var lines: [String] = []
  private var present: Identifier?

  init(sources: ExcerptSources) { self.sources = sources }

  mutating func write(_ item: Excerpt.Item) {
    switch item {
    case .omission: lines.append("...")
    case .jump(let jump): lines.append(">> \(jump.rawValue)")
    case .turn(let turn): write(turn)
    }
  }

  private mutating func write(_ turn: Excerpt.Turn) {
    guard let version = sources.version(turn.anchor.transcript),
      let segment = turn.anchor.segments.first
    else {
      lines.append("# not found: \(turn.text.restored)")
      return
    }
    if present != version.id {
      lines.append("@ \(version.transcript.id)")
      present = version.id
    }
    let said = version.utterance(named: segment.utterance)
      .map { version.transcript.utterances[$0].text }
    let isWhole = turn.text.pieces == [.keep(said ?? "")]
    let addressee = turn.addressee.map { " (\($0))" } ?? ""
    let offset = needsOffset(turn.text, in: said) ? "@\(turn.text.start)" : ""
    let head = "\(segment.utterance)\(offset)\(addressee):"
    lines.append(isWhole ? head : head + " " + Self.words(turn.text))
    for (language, edit) in turn.translations.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(language): " + Self.words(edit))
    }
  }

  /// Whether the first words may be taken for others that were said earlier.
  private func needsOffset(_ text: EditedText, in said: String?) -> Bool {
    guard text.start > 0 else { return false }
    guard let said, let first = text.pieces.lazy.compactMap(\.said).first else { return true }
    return NotationMatching(said, name: "", start: nil).count(of: first) != 1
  }

  private static func words(_ text: EditedText) -> String {
    text.pieces.enumerated().map { index, piece in
      let before = index > 0 ? text.pieces[index - 1] : nil
      return space(before, piece) + mark(piece)
    }
    .joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A space that makes additions readable; it says nothing, since white space is not compared.
  private static func space(
    _ before: EditedText.Piece?, _ piece: EditedText.Piece
  ) -> String {
    guard let before else { return "" }
    return piece.said == nil || before.said == nil && !startsWithSign(piece) ? " " : ""
  }

  private static func startsWithSign(_ piece: EditedText.Piece) -> Bool {
    guard case .keep(let words) = piece, let first = words.unicodeScalars.first else {
      return false
    }
    return !WordCount.isLetter(first)
  }

  private static func mark(_ piece: EditedText.Piece) -> String {
    switch piece {
    case .keep(let words): escaped(words, "\\[*")
    case .emphasise(let words): "*\(escaped(words, "\\*"))*"
    case .elide(let words): "[- \(escaped(words, "\\]"))]"
    case .insert(let text): "[+ \(escaped(text, "\\]"))]"
    case .gloss(let text): "[= \(escaped(text, "\\]"))]"
    case .address(let text): "[> \(escaped(text, "\\]"))]"
    case .replace(let words, let text):
      "[\(escapedWords(words)) -> \(escaped(text, "\\]"))]"
    case .normalise(let words, let text):
      "[\(escapedWords(words)) ~> \(escaped(text, "\\]"))]"
    }
  }

  /// Words that stand before an arrow: what would be read as another mark is escaped too.
  private static func escapedWords(_ words: String) -> String {
    escaped(words, "\\]>-+=~.…")
  }

  private static func escaped(_ text: String, _ signs: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if signs.unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
