/// A line of a text, and the way to the next one. Lines are found as they are asked for, so that a
/// large file need not be held a second time as a list of them.
struct LineCursor {
  private let bytes: [UInt8]
  /// Where the line stands, without its end.
  private(set) var range: Range<Int>
  /// The number of the line, from 1.
  private(set) var number = 1

  /// The first line of a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    range = 0..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)
  }

  /// Whether there is no such line; a last line end begins none.
  var isAtEnd: Bool { range.lowerBound >= bytes.count }

  /// The bytes of the line.
  var line: ArraySlice<UInt8> { bytes[range] }

  /// Goes to the next line.
  mutating func advance() {
    let start = min(range.upperBound + 1, bytes.count)
    range = start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
    number += 1
  }
}
