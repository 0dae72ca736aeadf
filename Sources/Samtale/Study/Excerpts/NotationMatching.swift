/// Holds written words against what was said and finds where each stands.
struct NotationMatching {
  private let name: String
  private let said: [Unicode.Scalar]
  private let folded: [Unicode.Scalar]
  private var start: Int?
  private var at: Int
  private var pieces: [EditedText.Piece] = []
  /// Whether words are left out up to the next ones.
  private var isOpen = false

  /// - Parameters:
  ///   - said: The words of the utterance.
  ///   - name: What errors call it.
  ///   - start: Where the words begin, if that is stated.
  init(_ said: String, name: String, start: Int?) {
    self.name = name
    self.said = Array(said.unicodeScalars)
    folded = self.said.map(QuoteSearch.plain)
    self.start = start
    at = start ?? 0
  }

  private init(
    _ said: [Unicode.Scalar], _ folded: [Unicode.Scalar], name: String, start: Int
  ) {
    self.name = name
    self.said = said
    self.folded = folded
    self.start = start
    at = start
  }

  /// How many places are tried where the first words are said several times.
  private static let mostStarts = 200

  /// Finds the words. If the first of them are said several times, the rest decides; if it fits
  /// more than one place, that is an error.
  func run(
    _ marked: [NotationPieces.Marked], _ place: NotationPlace
  ) throws(NotationError) -> EditedText {
    if let start {
      if start > said.count {
        throw place.error(
          "\(name) has \(said.count) signs and none at \(start)", do: "name a place inside it")
      }
      return try matched(marked, place)
    }
    guard let (words, column) = Self.opening(marked) else { return try matched(marked, place) }
    let needle = Self.collapsed(words)
    let starts = places(of: needle.map(QuoteSearch.plain), from: 0)
    guard starts.count > 1 else { return try matched(marked, place) }
    guard starts.count <= Self.mostStarts else {
      throw place.error(
        "“\(String(String.UnicodeScalarView(needle)))” is said \(starts.count) times in \(name)",
        column, do: "say where it begins, such as \(name)@\(starts[0])")
    }
    var found: [EditedText] = []
    var error: NotationError?
    for start in starts {
      do throws(NotationError) {
        found.append(
          try NotationMatching(said, folded, name: name, start: start).matched(marked, place))
      } catch let other {
        error = error ?? other
      }
    }
    if let only = found.first, found.count == 1 || only.start == 0 { return only }
    if found.isEmpty, let error { throw error }
    throw place.error(
      "“\(String(String.UnicodeScalarView(needle)))” is said \(found.count) times in \(name)",
      column,
      do: "say which one: "
        + found.prefix(5).map { "\(name)@\($0.start)" }.joined(separator: ", "))
  }

  /// The first words, if nothing is left out before them.
  private static func opening(
    _ marked: [NotationPieces.Marked]
  ) -> (words: String, column: Int)? {
    for (piece, column) in marked {
      switch piece {
      case .words(let words), .emphasis(let words), .elision(let words?):
        if !collapsed(words).isEmpty { return (words, column) }
      case .replacement(let words, _), .normalisation(let words, _): return (words, column)
      case .elision(nil): return nil
      case .insertion, .gloss, .address: continue
      }
    }
    return nil
  }

  private consuming func matched(
    _ marked: [NotationPieces.Marked], _ place: NotationPlace
  ) throws(NotationError) -> EditedText {
    var matching = self
    return try matching.match(marked, place)
  }

  private mutating func match(
    _ marked: [NotationPieces.Marked], _ place: NotationPlace
  ) throws(NotationError) -> EditedText {
    for (piece, column) in marked {
      switch piece {
      case .words(let words): try match(words, column, place) { .keep($0) }
      case .emphasis(let words): try match(words, column, place) { .emphasise($0) }
      case .replacement(let words, let new):
        try match(words, column, place) { .replace($0, by: new) }
      case .normalisation(let words, let new):
        try match(words, column, place) { .normalise($0, to: new) }
      case .elision(let words?): try match(words, column, place) { .elide($0) }
      case .elision(nil): try open(column, place)
      case .insertion(let text): pieces.append(.insert(text))
      case .gloss(let text): pieces.append(.gloss(text))
      case .address(let text): pieces.append(.address(text))
      }
    }
    if isOpen { try close(at: said.count, place) }
    guard let start else {
      throw place.error("no word of \(name) is printed", do: "write words that were said")
    }
    return EditedText(start: start, pieces)
  }

  /// How often words are said.
  func count(of words: String) -> Int {
    places(of: Self.collapsed(words).map(QuoteSearch.plain), from: 0).count
  }

  // MARK: Omissions

  private mutating func open(_ column: Int, _ place: NotationPlace) throws(NotationError) {
    if isOpen {
      throw place.error("words are left out twice", column, do: "take one [...] away")
    }
    if start == nil { start = at }
    isOpen = true
  }

  private mutating func close(at end: Int, _ place: NotationPlace) throws(NotationError) {
    isOpen = false
    let from = skipSpace(from: at, to: end)
    var to = end
    while to > from, Self.isSpace(said[to - 1]) { to -= 1 }
    guard from < to else {
      throw place.error("[...] leaves no word of \(name) out", do: "take it away")
    }
    keep(at..<from)
    pieces.append(.elide(text(from..<to)))
    keep(to..<end)
  }

  // MARK: Words

  /// Finds words at the present place, or further on where that is open.
  private mutating func match(
    _ words: String, _ column: Int, _ place: NotationPlace,
    _ make: (String) -> EditedText.Piece
  ) throws(NotationError) {
    let needle = Self.collapsed(words)
    guard !needle.isEmpty else { return }
    let from = try position(of: needle, column, place)
    if isOpen { try close(at: from, place) } else { keep(at..<from) }
    append(make(text(from..<from + needle.count)))
    at = from + needle.count
  }

  private mutating func position(
    of needle: [Unicode.Scalar], _ column: Int, _ place: NotationPlace
  ) throws(NotationError) -> Int {
    let wanted = needle.map(QuoteSearch.plain)
    if start == nil {
      let found = places(of: wanted, from: 0)
      guard let first = found.first else { throw differs(needle, from: 0, column, place) }
      start = first
      at = first
      return first
    }
    if isOpen {
      guard let next = places(of: wanted, from: at).first else {
        throw differs(needle, from: at, column, place)
      }
      return next
    }
    let next = skipSpace(from: at, to: said.count)
    guard stands(wanted, at: next) else { throw differs(needle, from: next, column, place) }
    return next
  }

  /// Where words stand as whole words.
  private func places(of words: [Unicode.Scalar], from: Int) -> [Int] {
    guard words.count <= said.count else { return [] }
    return (from...max(from, said.count - words.count)).filter { stands(words, at: $0) }
  }

  private func stands(_ words: [Unicode.Scalar], at index: Int) -> Bool {
    let end = index + words.count
    guard end <= folded.count, folded[index..<end].elementsEqual(words) else { return false }
    return isEdge(index) && isEdge(end)
  }

  /// Whether no word and no character runs across a place. Words have apostrophes and hyphens
  /// inside: `can't` is one.
  private func isEdge(_ index: Int) -> Bool {
    guard index > 0, index < said.count else { return true }
    let (before, after) = (said[index - 1], said[index])
    if Self.isWord(before), Self.isWord(after) { return false }
    if WordCount.isConnector(after), Self.isWord(before), index + 1 < said.count,
      Self.isWord(said[index + 1])
    {
      return false
    }
    if WordCount.isConnector(before), Self.isWord(after), index > 1, Self.isWord(said[index - 2]) {
      return false
    }
    return !Self.joins(before, after)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    WordCount.isLetter(scalar) || WordCount.isExtender(scalar)
  }

  /// Whether two scalars may be parts of one character.
  private static func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    guard !before.properties.isWhitespace, !after.properties.isWhitespace else { return false }
    return (String(before) + String(after)).count == 1
  }

  private func differs(
    _ needle: [Unicode.Scalar], from: Int, _ column: Int, _ place: NotationPlace
  ) -> NotationError {
    let written = String(String.UnicodeScalarView(needle))
    // Compared with what was said from the place where the first word stands, to the end of a word.
    let first = Array(needle.prefix { !Self.isSpace($0) }).map(QuoteSearch.plain)
    let start = isOpen || self.start == nil ? places(of: first, from: from).first ?? from : from
    var end = min(said.count, start + needle.count)
    while end < said.count, !Self.isSpace(said[end]) { end += 1 }
    let difference = WordDifference.text(said: text(start..<end), written: folded(written))
    return place.error(
      "these are not the words of \(name): \(difference)", column,
      do: Self.hint(needle)
        ?? "write what was said ({+these+} words), and mark what is left out, added or replaced")
  }

  /// The words with apostrophes of the shape that the transcript has.
  private func folded(_ written: String) -> String {
    said.contains("’") ? written.replacing("'", with: "’") : written.replacing("’", with: "'")
  }

  /// What is most often meant by signs that the notation writes in another way.
  private static func hint(_ needle: [Unicode.Scalar]) -> String? {
    let text = String(String.UnicodeScalarView(needle))
    if text.contains("...") || text.contains("…") {
      return "write [...] where you leave words out; points alone would be words of the transcript"
    }
    if text.contains("(") { return "write [= …] for what you explain, [+ …] for what you add" }
    if let first = needle.first, "“\"«".unicodeScalars.contains(first) {
      return "leave quotation marks around the words away; the style puts them there"
    }
    return nil
  }

  // MARK: Pieces

  private mutating func keep(_ range: Range<Int>) {
    if !range.isEmpty { append(.keep(text(range))) }
  }

  /// Runs of kept words are one piece.
  private mutating func append(_ piece: EditedText.Piece) {
    if case .keep(let words) = piece, case .keep(let before)? = pieces.last {
      pieces[pieces.count - 1] = .keep(before + words)
    } else {
      pieces.append(piece)
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(said[range]))
  }

  private func skipSpace(from: Int, to end: Int) -> Int {
    var index = from
    while index < end, Self.isSpace(said[index]) { index += 1 }
    return index
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// White space as one space, none at the ends.
  private static func collapsed(_ words: String) -> [Unicode.Scalar] {
    Array(words.split(whereSeparator: \.isWhitespace).joined(separator: " ").unicodeScalars)
  }
}
