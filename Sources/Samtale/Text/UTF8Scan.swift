// Unsafe pointers: scanning eight bytes at a time needs unaligned loads from a buffer that the
// caller keeps alive for the length of the call. Nothing escapes.

/// Scans of UTF-8 bytes, eight at a time where the bytes allow it.
enum UTF8Scan {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  static let lowBits: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The number of Unicode scalars: bytes that do not continue one.
  static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var continuations = 0
    var i = 0
    while i + 8 <= bytes.count {
      let block = load(start + i)
      if block & highBits != 0 {
        // A byte continues a scalar if its top bits are 10: bit 7 set and bit 6 clear.
        continuations += ((block & highBits) & ~((block << 1) & highBits)).nonzeroBitCount
      }
      i += 8
    }
    while i < bytes.count {
      if start[i] & 0xC0 == 0x80 { continuations += 1 }
      i += 1
    }
    return bytes.count - continuations
  }

  /// The UTF-8 offset of the scalar with number `scalars`, or `nil` if there are fewer.
  /// The end of the text counts as a position.
  static func utf8Offset(ofScalar scalars: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var left = scalars
    var i = 0
    while i < bytes.count {
      if bytes[i] & 0xC0 != 0x80 {
        if left == 0 { return i }
        left -= 1
      }
      i += 1
    }
    return left == 0 ? i : nil
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// How many bytes from the start need no change when white space is collapsed: no control
  /// character and no space after a space (or after white space before the buffer).
  static func collapsedPrefix(_ bytes: UnsafeBufferPointer<UInt8>, afterSpace: Bool) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var i = 0
    var carry: UInt64 = afterSpace ? 0x80 : 0
    while i + 8 <= bytes.count {
      let block = load(start + i)
      // Bit 7 of each byte that is at most 0x20 (exact, since the sum never leaves its byte).
      let low = ~(((block & ~highBits) &+ 0x5F5F_5F5F_5F5F_5F5F) | block) & highBits
      if low & ((low << 8) | carry) != 0 { break }
      let control = ~(((block & ~highBits) &+ 0x6060_6060_6060_6060) | block) & highBits
      if control != 0 { break }
      carry = low >> 56
      i += 8
    }
    var previousIsSpace = carry != 0
    while i < bytes.count {
      let byte = start[i]
      if byte < 0x20 || (byte == 0x20 && previousIsSpace) { return i }
      previousIsSpace = byte == 0x20
      i += 1
    }
    return i
  }
}
