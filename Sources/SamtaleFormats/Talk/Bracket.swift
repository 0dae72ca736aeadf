import Samtale

/// Brackets with what stands in them.
struct Bracket {
  /// What stands in them, trimmed; of doubled parentheses what stands in both.
  let text: String
  /// UTF-8 bytes with the brackets.
  let length: Int
  /// Scalars with the brackets.
  let scalars: Int
  let open: UInt8
  let isDoubled: Bool
  /// Whether a letter or digit stands right before them.
  let isAfterLetter: Bool
  /// Whether a letter or digit stands right behind them.
  let isBeforeLetter: Bool

  /// Longer ones, in bytes, hold words.
  static let longest = 600

  /// The brackets that open at a place; `nil` if they are not closed before others of their kind
  /// open.
  init?(_ bytes: [UInt8], _ at: Int, longest: Int = Bracket.longest) {
    open = bytes[at]
    guard let close = Self.closing(open) else { return nil }
    let opening = open
    isDoubled = opening == UInt8(ascii: "(") && bytes.next(at) == opening
    let start = at + (isDoubled ? 2 : 1)
    guard start <= bytes.count,
      let end = bytes[start...].prefix(longest).firstIndex(where: { $0 == close || $0 == opening }),
      bytes[end] == close, !isDoubled || bytes.next(end) == close
    else { return nil }
    let after = end + (isDoubled ? 2 : 1)
    isAfterLetter = at > 0 && Self.isLetter(bytes[at - 1])
    isBeforeLetter = after < bytes.count && Self.isLetter(bytes[after])
    text = bytes[start..<end].string.trimmed
    length = after - at
    scalars = bytes[at..<after].scalarCount
  }

  /// The bracket that closes another; `nil` if it opens nothing.
  static func closing(_ open: UInt8) -> UInt8? {
    switch open {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: nil
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether it is no part of a word, as in `friend(s)`.
  var isSetOff: Bool { !isAfterLetter && !isBeforeLetter }

  /// Whether it cannot well be a part of the word that it is written together with, as letters that
  /// were not heard are: `spil(ler)`.
  var isNoPart: Bool {
    open == UInt8(ascii: "[") || isDoubled || !text.contains(where: \.isLetter)
      || (text.count > 3 && !(isAfterLetter && isBeforeLetter))
  }

  /// Whether there is anything in it that could be counted as words.
  var holdsWords: Bool { text.holdsWords }

  /// Whether it says that something is left out: `[…]`.
  var isOmission: Bool {
    open == UInt8(ascii: "[") && ["...", "…", ". . ."].contains(text)
  }

  /// The known event in it; in f4 two and three dots in parentheses are pauses of so many seconds.
  func event(_ dialect: StampDialect) -> TalkEvent? {
    if dialect == .f4, open == UInt8(ascii: "("), (1...3).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") })
    {
      return TalkEvent(pauseOf: Double(text.utf8.count))
    }
    return TalkEvent(bracketed: text)
  }
}

extension String {
  /// Whether there is a letter or digit in it.
  var holdsWords: Bool { contains { $0.isLetter || $0.isNumber } }
}
