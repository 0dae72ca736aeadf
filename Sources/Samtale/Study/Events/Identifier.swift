/// An identifier that no other object has, here or elsewhere: a UUID, version 7 for new ones (RFC
/// 9562, section 5.7), so that later ones sort after earlier ones.
public struct Identifier: Hashable, Comparable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new identifier.
  /// - Parameters:
  ///   - time: When it is made.
  ///   - random: Where its 74 random bits come from.
  public init(at time: Timestamp, using random: inout some RandomNumberGenerator) {
    let milliseconds = UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF
    high = milliseconds << 16 | 0x7000 | random.next() & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.next() >> 2
  }

  /// A new identifier that sorts after another one of the same moment (RFC 9562, section 6.2,
  /// method 2), so that what is made in one go sorts in the order in which it was made.
  public init(after last: Identifier, using random: inout some RandomNumberGenerator) {
    let next = last.low + 1 + random.next() >> 32
    // The variant takes the upper two bits; past them the count goes on in the upper half.
    let isFull = next >= 0xC000_0000_0000_0000
    high = isFull ? last.high + 1 : last.high
    low = isFull ? 0x8000_0000_0000_0000 | random.next() >> 3 : next
  }

  /// Reads the usual form of 32 hexadecimal digits with or without hyphens and braces.
  /// - Returns: `nil` if the text is no UUID.
  public init?(_ text: String) {
    var words: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for byte in text.utf8 {
      guard let digit = Self.digit(byte) else {
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
          continue
        }
        return nil
      }
      guard digits < 32 else { return nil }
      if digits < 16 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
      digits += 1
    }
    guard digits == 32 else { return nil }
    high = words.0
    low = words.1
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x61...0x66: UInt64(byte - 0x57)
    case 0x41...0x46: UInt64(byte - 0x37)
    default: nil
    }
  }

  public static func < (a: Identifier, b: Identifier) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}

extension Identifier: CustomStringConvertible {
  /// Lower case with hyphens: `0190a8c4-2f1e-7c3a-9d02-3b6a5c1e8f70`.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      fill(buffer)
      return 36
    }
  }

  /// Appends the text of the identifier, as `description` gives it.
  public func write(to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { buffer in
      fill(buffer)
      bytes.append(contentsOf: buffer)
    }
  }

  private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    var at = 0
    for nibble in 0..<32 {
      if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
        buffer[at] = UInt8(ascii: "-")
        at += 1
      }
      let word = nibble < 16 ? high : low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - nibble % 16 * 4)) & 15
      buffer[at] = digit < 10 ? 0x30 + digit : 0x57 + digit
      at += 1
    }
  }

  /// The last eight digits: enough to name an object on a terminal.
  public var short: String { String(description.suffix(8)) }
}

extension Identifier {
  /// The 16 bytes, the most significant first.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// Hands over the 16 bytes, the most significant first.
  public func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withUnsafeBytes(of: (high.bigEndian, low.bigEndian), body)
  }

  /// An identifier of 16 bytes; `nil` if there are more or fewer.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self.init(
      high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
      low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
  }
}
