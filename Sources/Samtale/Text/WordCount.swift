// Unsafe pointers: see UTF8Scan. The word rule runs over every byte of speech.

/// Counts words by one rule for all languages (`[^\W_](?:[\w'’-]*[^\W_])?`).
///
/// A word is a run of letters, digits and connectors (`'`, `’`, `-`, `_` and other connector
/// punctuation) that holds at least one letter or digit; connectors at its ends do not belong to
/// it. "Letter or digit" is any scalar with the Unicode property Alphabetic or of general category
/// Number. Combining marks and join controls continue a word and never make one: an emoji with a
/// variation selector is none (after Unicode Technical Standard 18, annex C, `\w`).
public enum WordCount {
  /// The number of words in a string.
  public static func words(in text: some StringProtocol) -> Int {
    var text = String(text)
    return text.withUTF8 { words(in: $0) }
  }

  /// The number of words in UTF-8 bytes.
  static func words(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var scanner = WordScanner()
    var i = 0
    while i < bytes.count {
      if i + 8 <= bytes.count, scanner.block(UTF8Scan.load(start + i)) {
        i += 8
        continue
      }
      let end = min(i + 8, bytes.count)
      while i < end { i += scanner.step(start + i, bytes.count - i) }
    }
    return scanner.count
  }

  /// The ranges of the words in UTF-8 offsets, for those who need more than their number.
  static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard let start = bytes.baseAddress else { return [] }
    var ranges: [Range<Int>] = []
    var from = -1
    var to = -1
    var i = 0
    while i < bytes.count {
      let (kind, length) = WordScanner.classify(start + i, bytes.count - i)
      switch kind {
      case .letter:
        if from < 0 { from = i }
        to = i + length
      case .extender: if from >= 0, to == i { to = i + length }
      case .connector: break
      case .other:
        if from >= 0 { ranges.append(from..<to) }
        from = -1
      }
      i += length
    }
    if from >= 0 { ranges.append(from..<to) }
    return ranges
  }

  /// Whether a scalar is a letter or digit in the sense of the word rule.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if isExtender(scalar) { return false }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
    default: return false
    }
  }

  /// Whether a scalar continues the word before it: combining marks and join controls.
  static func isExtender(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: scalar.properties.isJoinControl
    }
  }

  /// Whether a scalar joins letters into one word without being one.
  static func isConnector(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "-"
      || scalar.properties.generalCategory == .connectorPunctuation
  }
}

/// The state of a word count: whether we are in a run, and whether that run already counts.
private struct WordScanner {
  enum Kind: UInt8 { case other, letter, connector, extender }

  var count = 0
  /// In a run that holds a letter: the next letter does not start another word.
  private var inWord = false

  /// Counts eight bytes at once if all are ASCII and none is a connector.
  @inline(__always)
  mutating func block(_ block: UInt64) -> Bool {
    let high = UTF8Scan.highBits
    guard block & high == 0 else { return false }
    // Bit 7 of a byte of `x + repeat(0x80 - n)` is set exactly if the byte is at least n.
    let digits =
      (block &+ 0x5050_5050_5050_5050) & ~(block &+ 0x4646_4646_4646_4646) & high
    let folded = block | 0x2020_2020_2020_2020
    let letters =
      (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505) & high
    // 0x27 ', 0x2D -, 0x5F _: no byte may equal one of them.
    let apostrophe = block ^ 0x2727_2727_2727_2727
    let hyphen = block ^ 0x2D2D_2D2D_2D2D_2D2D
    let underscore = block ^ 0x5F5F_5F5F_5F5F_5F5F
    let noConnector =
      (apostrophe &+ 0x7F7F_7F7F_7F7F_7F7F) & (hyphen &+ 0x7F7F_7F7F_7F7F_7F7F)
      & (underscore &+ 0x7F7F_7F7F_7F7F_7F7F) & high
    guard noConnector == high else { return false }
    let word = digits | letters
    let carry: UInt64 = inWord ? 0x80 : 0
    count += (word & ~((word << 8) | carry)).nonzeroBitCount
    inWord = word >> 63 != 0
    return true
  }

  /// Counts one scalar and returns its length in bytes.
  mutating func step(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Int {
    let first = bytes[0]
    let (kind, length) =
      first < 0x80 ? (Self.kind(ascii: first), 1) : Self.classify(bytes, available)
    switch kind {
    case .letter:
      if !inWord { count += 1 }
      inWord = true
    case .connector, .extender: break
    case .other: inWord = false
    }
    return length
  }

  static func classify(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> (Kind, Int) {
    let first = bytes[0]
    if first < 0x80 { return (kind(ascii: first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard length <= available else { return (.other, available) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for i in 1..<length { value = value << 6 | UInt32(bytes[i] & 0x3F) }
    return (kind(value), length)
  }

  private static func kind(_ value: UInt32) -> Kind {
    // Latin-1 and the Latin extensions: letters but for the two signs of calculation.
    if value >= 0xC0, value < 0x2B0 { return value == 0xD7 || value == 0xF7 ? .other : .letter }
    // The usual punctuation of running text, without the table.
    if value >= 0x2010, value < 0x2030 { return value == 0x2019 ? .connector : .other }
    if value < 0x1_0000 { return basicPlane[Int(value)] }
    return Unicode.Scalar(value).map(of) ?? .other
  }

  private static func of(_ scalar: Unicode.Scalar) -> Kind {
    if WordCount.isConnector(scalar) { return .connector }
    if WordCount.isExtender(scalar) { return .extender }
    return WordCount.isLetter(scalar) ? .letter : .other
  }

  @inline(__always)
  private static func kind(ascii byte: UInt8) -> Kind {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
    case 0x27, 0x2D, 0x5F: .connector
    default: .other
    }
  }

  /// Kinds of the basic plane, made on first use (some milliseconds; English never needs it).
  private static let basicPlane: [Kind] = (0..<0x1_0000).map {
    Unicode.Scalar(UInt32($0)).map(of) ?? .other
  }
}
