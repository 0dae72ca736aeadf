import Samtale

extension TalkSigns {
  // MARK: What stands around signs

  /// Whether a text holds nothing but brackets, without words outside them.
  static func isAlone(_ bytes: [UInt8], from start: Int = 0) -> Bool {
    var at = start
    var wordsFrom = start
    while at < bytes.count {
      if mayBegin(bytes, at), let bracket = Bracket(bytes, at), bracket.isSetOff {
        if bytes[wordsFrom..<at].string.holdsWords { return false }
        at += bracket.length
        wordsFrom = at
      } else if let stamp = LineStamp(bytes[at...], .f4, isAtStart: false) {
        if bytes[wordsFrom..<at].string.holdsWords { return false }
        at += stamp.length
        wordsFrom = at
      } else {
        at += 1
      }
    }
    return !bytes[wordsFrom...].string.holdsWords
  }

  /// Whether square brackets stand around what is said at once: unknown ones mostly in texts that
  /// follow each other.
  static func markOverlaps(_ texts: some Sequence<String>) -> Bool {
    var (all, inRuns, pairs, run) = (0, 0, 0, 0)
    for text in texts {
      guard holdsUnknown(text) else {
        run = 0
        continue
      }
      all += 1
      run += 1
      if run > 1 {
        pairs += 1
        inRuns += run == 2 ? 2 : 1
      }
    }
    return pairs >= 3 && inRuns * 10 >= all * 8
  }

  /// Whether there are unknown square brackets behind the beginning of a text.
  private static func holdsUnknown(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return false }
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? 0
    return bytes.indices.contains { at in
      guard at > start, bytes[at] == UInt8(ascii: "["), let bracket = Bracket(bytes, at),
        bracket.text.first?.isLowercase ?? false, bracket.event(.clock) == nil
      else { return false }
      return !isPlaceholder(bracket.text, in: bracket.open)
    }
  }

  // MARK: Writing

  /// U+2060.
  static func joiner(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x81 && bytes[at + 2] == 0xA0
  }

  static let joinerLength = 3

  /// The places in scalars behind which words need U+2060, lest they be read as signs.
  static func escapes(_ text: String) -> Set<Int> {
    let bytes = Array(text.utf8)
    var places: Set<Int> = []
    var scalar = -1
    for at in bytes.indices where bytes[at] & 0xC0 != 0x80 {
      scalar += 1
      if mayBegin(bytes, at), mayBeSign(bytes, at) { places.insert(scalar) }
    }
    return places
  }

  private static func mayBeSign(_ bytes: [UInt8], _ at: Int) -> Bool {
    let length = noteLength(bytes, at)
    if length > 0 || joiner(bytes, at + 1) { return true }
    switch bytes[at] {
    case UInt8(ascii: "x"): return bytes[at...].starts(with: "xxx".utf8)
    case UInt8(ascii: "*"): return bytes[(at + 1)...].prefix(61).contains(UInt8(ascii: "*"))
    case UInt8(ascii: "<"): return Bracket(bytes, at)?.event(.clock) != nil
    default: return Bracket(bytes, at).map { $0.holdsWords || $0.event(.clock) != nil } ?? false
    }
  }

  /// Words as they must be written.
  static func escaped(_ text: String) -> String {
    let places = escapes(text)
    guard !places.isEmpty else { return text }
    var written = String.UnicodeScalarView()
    for (place, scalar) in text.unicodeScalars.enumerated() {
      written.append(scalar)
      if places.contains(place) { written.append("\u{2060}") }
    }
    return String(written)
  }
}
