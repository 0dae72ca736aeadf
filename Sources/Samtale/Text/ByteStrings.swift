// Unsafe pointers: strings arrive as views on the parser's memory and are copied here once.

/// Many short strings in one buffer: 4 bytes each beyond their text.
struct ByteStrings: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  subscript(index: Int) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  func isEmpty(_ index: Int) -> Bool { range(index).isEmpty }

  @inline(__always)
  mutating func append(_ string: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: string)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  mutating func append(_ string: String) {
    bytes.append(contentsOf: string.utf8)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  mutating func reserve(strings: Int, bytes count: Int) {
    ends.reserveCapacity(strings)
    bytes.reserveCapacity(count)
  }

  func withBytes<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(index)])) }
  }
}

/// Gives each distinct byte string a number, in order of first appearance.
struct ByteInterner: Sendable {
  private(set) var strings = ByteStrings()
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  private var lastFound = 0

  var count: Int { strings.count }

  /// The number of `string`, new or known.
  mutating func intern(_ string: UnsafeBufferPointer<UInt8>) -> Int {
    if lastFound < count, matches(lastFound, string) { return lastFound }
    var slot = Self.hash(string) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if matches(index, string) {
        lastFound = index
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    strings.append(string)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    lastFound = count - 1
    return lastFound
  }

  /// The number of `string` if it is known.
  func find(_ string: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.hash(string) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if matches(index, string) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func find(_ string: String) -> Int? {
    var string = string
    return string.withUTF8 { find($0) }
  }

  /// Interns `string`; the second value tells whether it is new.
  mutating func insert(_ string: String) -> (index: Int, isNew: Bool) {
    var string = string
    let before = count
    let index = string.withUTF8 { intern($0) }
    return (index, count > before)
  }

  private func matches(_ index: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = strings.range(index)
    guard range.count == string.count else { return false }
    return strings.bytes.withUnsafeBufferPointer { all in
      for i in 0..<string.count where all[range.lowerBound + i] != string[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for index in 0..<count {
      var slot = strings.withBytes(index, Self.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// FNV-1a, eight bytes at a time, with a final mix; not for untrusted table sizes.
  private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = 0
    if let start = string.baseAddress {
      while i + 8 <= string.count {
        hash = (hash ^ UTF8Scan.load(start + i)) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
        i += 8
      }
    }
    while i < string.count {
      hash = (hash ^ UInt64(string[i])) &* 0x0000_0100_0000_01B3
      i += 1
    }
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }
}
