// Unsafe pointers: a file of many megabytes is looked at eight bytes at a time, in the array that
// holds it. Nothing escapes.

/// Whether bytes are valid UTF-8, without a copy of them.
enum UTF8Validity {
  static func holds(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        if at + 8 <= buffer.count,
          buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
        } else {
          let length = sequence(buffer, at)
          if length == 0 { return false }
          at += length
        }
      }
      return true
    }
  }

  /// The length of the sequence that begins at a place, 0 if it is none (Unicode 15, table 3-7).
  private static func sequence(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[at] {
    case 0...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
    for place in (at + 2)..<max(at + length, at + 2) where bytes[place] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
