import CSodium

/// SHA-256 (FIPS 180-4), by libsodium.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// The digest of some bytes.
  public init(of data: some Collection<UInt8>) {
    self.init(parts: [Array(data)])
  }

  /// A digest that was stored.
  init(stored bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of several parts put one after the other.
  init(parts: [[UInt8]]) {
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    for part in parts { crypto_hash_sha256_update(&state, part, UInt64(part.count)) }
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &digest)
    bytes = digest
  }

  /// 64 hexadecimal digits.
  public var description: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }
    .joined()
  }

  /// The first 128 bits as 32 hexadecimal digits: what anchors call a version of a transcript.
  public var version: String { String(description.prefix(32)) }
}
