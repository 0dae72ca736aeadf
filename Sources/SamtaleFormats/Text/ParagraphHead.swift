/// What stands before the label: white space, the mark of a list, a time stamp.
struct ParagraphHead {
  /// The beginning of the paragraph; labels and what belongs to them are not longer.
  let bytes: [UInt8]
  /// The time stamp, if there is one.
  let stamp: LineStamp?
  /// Where a label would begin.
  let label: Int
  /// Where the words begin if there is no label.
  let words: Int
  /// No label ends behind this.
  let limit: Int
  /// Whether there is nothing but the time stamp.
  var isEmpty: Bool { words >= bytes.count }

  init(_ text: String, _ dialect: StampDialect) {
    bytes = Array(text.utf8.prefix(480))
    var at = bytes.skippingSpace(0)
    var words = at
    var stamp: LineStamp?
    for _ in 0..<2 {
      if stamp == nil, let found = LineStamp(bytes[at...], dialect, isAtStart: true) {
        stamp = found
        at = bytes.skippingSpace(at + found.length)
        words = at
      }
      if let mark = Self.listMark(bytes, at) { at = bytes.skippingSpace(at + mark) }
    }
    self.stamp = stamp
    self.words = words
    label = at
    limit = Self.limit(bytes, at)
  }

  /// The end of as many characters as a label may have, with a remark in brackets behind it.
  private static func limit(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    var scalars = 0
    while at < bytes.count, scalars <= SpeakerLabel.longest + 4 {
      let byte = bytes[at]
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
        return min(bytes.count, start + 240)
      }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      at += 1
    }
    return at
  }

  /// Where a label would begin behind the number of a list: `1. `, `12) `.
  var behindNumber: Int {
    guard label < bytes.count else { return label }
    let digits = bytes[label...].prefix { (0x30...0x39).contains($0) }
    guard (1...4).contains(digits.count), digits.endIndex < bytes.count,
      ".)".utf8.contains(bytes[digits.endIndex]), bytes.isSpaceOrEnd(digits.endIndex + 1)
    else { return label }
    return bytes.skippingSpace(digits.endIndex + 1)
  }

  /// The length of a dash or bullet.
  private static func listMark(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at < bytes.count, "-*".utf8.contains(bytes[at]) || bytes[at] == 0xE2 || bytes[at] == 0xC2
    else { return nil }
    for mark in ["-", "*", "•", "–", "—", "·"] where bytes[at...].starts(with: mark.utf8) {
      let length = mark.utf8.count
      let next = at + length
      guard next < bytes.count, bytes[next] != UInt8(ascii: "*"), bytes[next] != bytes[at],
        mark != "*" || bytes[next] <= 0x20
      else { return nil }
      return length
    }
    return nil
  }
}

extension [UInt8] {
  /// The place of the first byte that is no white space, from a place on.
  func skippingSpace(_ start: Int) -> Int {
    var at = start
    while at < count, case let length = spaceLength(at), length > 0 { at += length }
    return Swift.min(at, count)
  }

  /// Whether white space stands at a place, or nothing.
  func isSpaceOrEnd(_ at: Int) -> Bool { at >= count || spaceLength(at) > 0 }

  /// How many bytes a space has that stands at a place, the wide, narrow and invisible ones of
  /// Unicode among them (U+00A0, U+2000 to U+200B, U+202F, U+205F, U+3000, U+FEFF); 0 if none does.
  private func spaceLength(_ at: Int) -> Int {
    if self[at] <= 0x20 { return 1 }
    guard self[at] >= 0xC2, at + 1 < count else { return 0 }
    if self[at] == 0xC2 { return self[at + 1] == 0xA0 ? 2 : 0 }
    guard at + 2 < count else { return 0 }
    switch (self[at], self[at + 1], self[at + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  func next(_ at: Int) -> UInt8? { at + 1 < count ? self[at + 1] : nil }
}

extension String {
  /// With one space for each stretch of white space, and none at the ends.
  var collapsedSpace: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
