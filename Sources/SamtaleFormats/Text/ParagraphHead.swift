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
    while at < count {
      if self[at] <= 0x20 {
        at += 1
      } else if self[at] == 0xC2, at + 1 < count, self[at + 1] == 0xA0 {
        at += 2
      } else {
        break
      }
    }
    return Swift.min(at, count)
  }

  /// Whether white space stands at a place, or nothing.
  func isSpaceOrEnd(_ at: Int) -> Bool {
    at >= count || self[at] <= 0x20 || (self[at] == 0xC2 && at + 1 < count && self[at + 1] == 0xA0)
  }

  func next(_ at: Int) -> UInt8? { at + 1 < count ? self[at + 1] : nil }
}

extension String {
  /// With one space for each stretch of white space, and none at the ends.
  var collapsedSpace: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
