/// A mark of the notation, before it is held against the transcript.
enum NotationPiece: Equatable {
  /// Words as they were said.
  case words(String)
  case emphasis(String)
  /// Words left out; `nil` is everything up to the next words.
  case elision(String?)
  case replacement(String, by: String)
  case normalisation(String, to: String)
  case insertion(String)
  case gloss(String)
  case address(String)
}

/// Reads the words and marks of one turn.
struct NotationPieces {
  typealias Marked = (piece: NotationPiece, column: Int)

  private let text: [Unicode.Scalar]
  private let column: Int
  private var at = 0
  private var found: [Marked] = []

  /// - Parameters:
  ///   - text: What stands behind the colon.
  ///   - column: The column of its first sign, from 1.
  init(_ text: Substring, column: Int) {
    self.text = Array(text.unicodeScalars)
    self.column = column
  }

  func read(_ place: NotationPlace) throws(NotationError) -> [Marked] {
    var reader = self
    while reader.at < text.count {
      let start = reader.at
      switch text[start] {
      case "[": try reader.bracket(place)
      case "*": try reader.emphasis(place)
      default:
        let words = reader.plain(until: ["[", "*"])
        let space = words.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        reader.add(.words(words), start + space)
      }
    }
    return reader.found
  }

  private mutating func add(_ piece: NotationPiece, _ start: Int) {
    found.append((piece, column + start))
  }

  /// The signs up to one of `ends`, with a backslash taken off the sign behind it.
  private mutating func plain(until ends: Set<Unicode.Scalar>) -> String {
    var plain = String.UnicodeScalarView()
    while at < text.count, !ends.contains(text[at]) {
      if text[at] == "\\", at + 1 < text.count { at += 1 }
      plain.append(text[at])
      at += 1
    }
    return String(plain)
  }

  private mutating func emphasis(_ place: NotationPlace) throws(NotationError) {
    let start = at
    at += 1
    let words = plain(until: ["*"])
    guard at < text.count, !words.isEmpty else {
      throw place.error(
        "an emphasis is not closed", column + start,
        do: "put * around the words, or write \\* for a star that was transcribed")
    }
    at += 1
    add(.emphasis(words), start)
  }

  private mutating func bracket(_ place: NotationPlace) throws(NotationError) {
    let start = at
    var end = start + 1
    while end < text.count, text[end] != "]" { end += text[end] == "\\" ? 2 : 1 }
    guard end < text.count else {
      throw place.error(
        "a bracket is not closed", column + start,
        do: "close it with ], or write \\[ for a bracket that was transcribed")
    }
    let inside = Array(text[start + 1..<end])
    guard let piece = Self.mark(inside) else {
      throw place.error(
        "“[\(String(String.UnicodeScalarView(inside)))]” is no mark", column + start,
        do: "write [...], [- left out], [+ inserted], [= gloss], [> addressee], [name -> X] or "
          + "[form ~> standard]")
    }
    at = end + 1
    add(piece, start)
  }

  private static func mark(_ inside: [Unicode.Scalar]) -> NotationPiece? {
    let whole = Self.clean(inside)
    if whole == "..." || whole == "…" { return .elision(nil) }
    if let first = inside.first, "-+=>".unicodeScalars.contains(first) {
      let rest = Self.clean(Array(inside.dropFirst()))
      guard !rest.isEmpty else { return nil }
      switch first {
      case "-": return .elision(rest)
      case "+": return .insertion(rest)
      case "=": return .gloss(rest)
      default: return .address(rest)
      }
    }
    guard let arrow = Self.arrow(inside) else { return nil }
    let left = Self.clean(Array(inside[..<arrow]))
    let right = Self.clean(Array(inside[(arrow + 2)...]))
    guard !left.isEmpty, !right.isEmpty else { return nil }
    return inside[arrow] == "-" ? .replacement(left, by: right) : .normalisation(left, to: right)
  }

  /// Where the first `->` or `~>` stands without a backslash before it.
  private static func arrow(_ text: [Unicode.Scalar]) -> Int? {
    var index = 0
    while index + 1 < text.count {
      if text[index] == "\\" {
        index += 2
      } else if text[index] == "-" || text[index] == "~", text[index + 1] == ">" {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Without backslashes, and without white space at the ends.
  private static func clean(_ text: [Unicode.Scalar]) -> String {
    var clean = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      if text[index] == "\\", index + 1 < text.count { index += 1 }
      clean.append(text[index])
      index += 1
    }
    return String(Substring(String(clean)).trimmed)
  }
}
