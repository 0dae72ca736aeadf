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
  public init(
    after last: Identifier, at time: Timestamp, using random: inout some RandomNumberGenerator
  ) {
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
    var text = text
    guard
      let words = text.withUTF8({ bytes in
        bytes.baseAddress.flatMap { Self.words($0, count: bytes.count) }
      })
    else { return nil }
    (high, low) = words
  }

  // Byte by byte, since folding a log reads several of them for each event.
  private static func words(
    _ bytes: UnsafePointer<UInt8>, count: Int
  ) -> (high: UInt64, low: UInt64)? {
    var (at, end) = (0, count)
    if count > 2, bytes[0] == UInt8(ascii: "{"), bytes[count - 1] == UInt8(ascii: "}") {
      (at, end) = (1, count - 1)
    }
    let isGrouped = end - at == 36
    guard isGrouped || end - at == 32 else { return nil }
    var (high, low, digits) = (UInt64(0), UInt64(0), 0)
    while at < end {
      if isGrouped, digits == 8 || digits == 12 || digits == 16 || digits == 20 {
        guard bytes[at] == UInt8(ascii: "-"), at + 1 < end else { return nil }
        at += 1
      }
      guard let digit = digit(bytes[at]) else { return nil }
      high = high << 4 | low >> 60
      low = low << 4 | digit
      digits += 1
      at += 1
    }
    return (high, low)
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    if byte >= 0x30, byte <= 0x39 { return UInt64(byte - 0x30) }
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x66 ? UInt64(letter - 0x57) : nil
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
