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

  /// The next identifier of several that are made at one moment: larger by a random step (RFC 9562,
  /// section 6.2, method 2), so that they, too, sort as they were made.
  init(after last: Identifier, at time: Timestamp, using random: inout some RandomNumberGenerator) {
    let sum = (last.low & 0x3FFF_FFFF_FFFF_FFFF) + (random.next() >> 32) + 1
    let carry = sum >> 62
    guard last.high & 0x0FFF + carry <= 0x0FFF else {
      self.init(at: time, using: &random)
      return
    }
    self.init(
      high: last.high + carry, low: 0x8000_0000_0000_0000 | sum & 0x3FFF_FFFF_FFFF_FFFF)
  }

  /// Reads the usual form of 32 hexadecimal digits, with or without its hyphens, and in braces or
  /// not.
  /// - Returns: `nil` if the text is no UUID.
  public init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") {
      bytes = Array(bytes.dropFirst().dropLast())
    }
    if bytes.count == 36 {
      for at in [23, 18, 13, 8] {
        guard bytes.remove(at: at) == UInt8(ascii: "-") else { return nil }
      }
    }
    guard bytes.count == 32 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for (i, byte) in bytes.enumerated() {
      guard let digit = Self.digit(byte) else { return nil }
      if i < 16 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
    }
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
      return at
    }
  }

  /// The last eight digits: enough to name an object on a terminal.
  public var short: String { String(description.suffix(8)) }
}
