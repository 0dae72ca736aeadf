/// A text in runs of letters and digits, with what stands between them.
struct TalkTokens {
  /// A run of letters, digits and marks.
  struct Token {
    /// In Unicode scalars.
    var range: Range<Int>
    var text: String
    /// In small letters.
    var lower: String
    /// What stands before it, after the token before: white space is one space.
    var gap: String
    var isNumber: Bool
    /// Whether it begins with a capital.
    var isCapitalised: Bool
    /// At least two letters, all capitals.
    var isAllCapitals: Bool
    /// Whether a sentence, a quotation or the text may begin here, so that a capital says nothing.
    var beginsSentence: Bool

    /// The number that the digits write; `nil` if it is none or a long one.
    var number: Int? { isNumber && text.utf8.count <= 9 ? Int(text) : nil }
  }

  let scalars: [Unicode.Scalar]
  private(set) var tokens: [Token] = []

  /// - Parameters:
  ///   - text: The text.
  ///   - splitsHumps: Whether a capital after a small letter, or a digit beside a letter, begins a
  ///     word, as in names of files (`intervjuKari2`).
  init(_ text: String, splitsHumps: Bool = false) {
    scalars = Array(text.unicodeScalars)
    var i = 0
    var end = 0
    while i < scalars.count {
      guard Self.isWord(scalars[i]) else {
        i += 1
        continue
      }
      let start = i
      i += 1
      while i < scalars.count, Self.isWord(scalars[i]) || Self.isMark(scalars[i]) {
        if splitsHumps, Self.isHump(i, scalars) { break }
        i += 1
      }
      append(start..<i, after: end)
      end = i
    }
  }

  var count: Int { tokens.count }

  subscript(index: Int) -> Token { tokens[index] }

  /// What stands after the last token.
  var tail: String { text((tokens.last?.range.upperBound ?? 0)..<scalars.count) }

  /// The gap before a token; after the last one, the rest of the text.
  func gap(before index: Int) -> String {
    index < tokens.count ? tokens[index].gap : tail
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// A stretch without the signs that nobody sees, such as soft hyphens.
  private func words(_ range: Range<Int>) -> String {
    guard scalars[range].contains(where: Self.isInvisible) else { return text(range) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range].filter { !Self.isInvisible($0) })
    return String(text)
  }

  /// The scalars of a run of tokens.
  func scalars(of tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }

  private mutating func append(_ range: Range<Int>, after end: Int) {
    let text = words(range)
    let gap = Self.collapsed(scalars[end..<range.lowerBound])
    let letters = scalars[range].filter { !Self.isMark($0) && !Self.isDigit($0) }
    tokens.append(
      Token(
        range: range, text: text, lower: text.lowercased(), gap: gap,
        isNumber: scalars[range].allSatisfy(Self.isDigit),
        isCapitalised: Self.isCapital(scalars[range.lowerBound]),
        isAllCapitals: letters.count >= 2 && letters.allSatisfy(Self.isCapital),
        beginsSentence: beginsSentence(gap)))
  }

  /// Whether a gap ends a sentence or opens a quotation.
  private func beginsSentence(_ gap: String) -> Bool {
    guard let previous = tokens.last else { return true }
    for scalar in gap.unicodeScalars {
      switch scalar {
      case "?", "!", "…", ":", "\"", "“", "”", "«", "(", "[": return true
      case "'", "‘": if gap.first == " " { return true }
      case ".": if !Self.isAbbreviated(previous, gap) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether the point after a token belongs to it: `Dr. Berg`, `K. Berg`.
  private static func isAbbreviated(_ token: Token, _ gap: String) -> Bool {
    guard gap == ". " || gap == "." else { return false }
    if token.isNumber { return gap == "." }
    if token.isCapitalised, token.text.count == 1 { return true }
    return abbreviations.contains(token.lower)
  }

  private static let abbreviations: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "st", "hr", "fr", "kl", "nr", "ca", "tlf", "tel", "jf", "eks",
    "pga", "vs", "st", "frk", "adv", "pb", "postboks",
  ]
}

extension String {
  /// The text with runs of white space made one space, none at the ends, and without signs that
  /// nobody sees.
  var singleSpaced: String {
    guard unicodeScalars.contains(where: TalkTokens.isInvisible) else {
      return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var seen = String.UnicodeScalarView()
    seen.append(contentsOf: unicodeScalars.filter { !TalkTokens.isInvisible($0) })
    return String(seen).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension TalkTokens {
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let folded = scalar.value | 0x20
      return (0x61...0x7A).contains(folded) || isDigit(scalar)
    }
    return scalar.properties.isAlphabetic && !isMark(scalar)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }

  /// Whether a capital after a small letter, or a change between letters and digits, stands at a
  /// place.
  static func isHump(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard place > 0, place < scalars.count else { return false }
    let (before, after) = (scalars[place - 1], scalars[place])
    let isSmall = !isCapital(before) && !isDigit(before)
    return (isSmall && isCapital(after)) || isDigit(before) != isDigit(after)
  }

  /// Combining marks, joiners, soft hyphens and other signs that nobody sees go with the letter
  /// before.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0xAD else { return false }
    if isInvisible(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Soft hyphens, joiners, spaces without width, byte order marks within a text.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// White space as one space, typographic hyphens and apostrophes as plain ones, signs that nobody
  /// sees as none.
  static func collapsed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        if text.last != " " { text.append(" ") }
      } else {
        switch scalar {
        case "\u{2010}", "\u{2011}": text.append("-")
        case "’", "ʼ": text.append("'")
        case _ where isInvisible(scalar): break
        default: text.append(scalar)
        }
      }
    }
    return String(text)
  }
}
