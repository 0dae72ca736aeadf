// Unsafe pointers: libsodium takes buffers. Nothing escapes a call.
import CSodium

/// Locks a key file with a passphrase, and unlocks it.
///
/// The passphrase is stretched with Argon2id (RFC 9106) and the file encrypted and authenticated
/// with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), both by libsodium. A locked file is
///
/// | bytes | |
/// |---|---|
/// | 0–7 | `SAMTALEK` |
/// | 8 | version, 1 |
/// | 9–12 | passes of Argon2id, little endian |
/// | 13–20 | memory of Argon2id in bytes, little endian |
/// | 21–36 | salt |
/// | 37–60 | nonce |
/// | from 61 | what was locked, encrypted, and 16 bytes that authenticate it and bytes 0 to 60 |
public enum KeyLock {
  /// What it costs to try one passphrase.
  public struct Strength: Hashable, Sendable {
    /// Passes over the memory, 1 to 16.
    public var passes: Int
    /// Memory in bytes, 8 KB to 1 GB.
    public var memory: Int

    public init(passes: Int, memory: Int) {
      self.passes = passes
      self.memory = memory
    }

    /// 256 MB and 3 passes, about a second (libsodium's `MODERATE`).
    public static let moderate = Strength(passes: 3, memory: 256 << 20)
    /// 1 GB and 4 passes, some seconds (libsodium's `SENSITIVE`).
    public static let sensitive = Strength(passes: 4, memory: 1 << 30)

    /// Whether a file may ask for it: otherwise a hostile file could ask for any amount of memory.
    var isWithinBounds: Bool {
      (1...16).contains(passes) && ((8 << 10)...(1 << 30)).contains(memory)
    }
  }

  static let magic = Array("SAMTALEK".utf8)
  static let version: UInt8 = 1
  private static let saltCount = Int(crypto_pwhash_SALTBYTES)
  private static let nonceCount = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagCount = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
  private static let headerCount = 8 + 1 + 4 + 8 + saltCount + nonceCount

  /// Whether a file is locked, by its first bytes.
  public static func isLocked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// Locks a file.
  /// - Parameters:
  ///   - bytes: What to lock.
  ///   - passphrase: At least one byte; a sentence is better than a word.
  ///   - strength: What it costs to try a passphrase.
  /// - Returns: The locked file; another one at each call, since salt and nonce are random.
  /// - Throws: ``KeyLockError``: no passphrase, a strength out of bounds, not enough memory.
  public static func lock(
    _ bytes: [UInt8], with passphrase: borrowing Passphrase, strength: Strength = .moderate
  ) throws(KeyLockError) -> [UInt8] {
    guard strength.isWithinBounds else { throw .strengthOutOfBounds }
    var header = magic + [version]
    header += littleEndian(UInt64(strength.passes), 4)
    header += littleEndian(UInt64(strength.memory), 8)
    header += try randomBytes(saltCount + nonceCount)
    var key = try stretched(passphrase, header, strength)
    var locked = [UInt8](repeating: 0, count: bytes.count + tagCount)
    let nonce = Array(header.suffix(nonceCount))
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &locked, nil, bytes, UInt64(bytes.count), header, UInt64(header.count), nil, nonce, key)
    wipe(&key)
    return header + locked
  }

  /// Unlocks a file.
  /// - Throws: ``KeyLockError``: not a locked file, one of a later version, one that asks for more
  ///   memory than is reasonable, the wrong passphrase, or damage.
  public static func unlock(_ file: [UInt8], with passphrase: borrowing Passphrase)
    throws(KeyLockError) -> [UInt8]
  {
    guard isLocked(file) else { throw .notLocked }
    guard file.count >= headerCount + tagCount else { throw .truncated }
    guard file[8] == version else { throw .unknownVersion(Int(file[8])) }
    let header = Array(file[..<headerCount])
    let passes = Int(clamping: number(header[9..<13]))
    let strength = Strength(passes: passes, memory: Int(clamping: number(header[13..<21])))
    guard strength.isWithinBounds else { throw .strengthOutOfBounds }
    var key = try stretched(passphrase, header, strength)
    let locked = Array(file[headerCount...])
    var bytes = [UInt8](repeating: 0, count: locked.count - tagCount)
    let nonce = Array(header.suffix(nonceCount))
    let result = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &bytes, nil, nil, locked, UInt64(locked.count), header, UInt64(header.count), nonce, key)
    wipe(&key)
    guard result == 0 else { throw .wrongPassphraseOrDamaged }
    return bytes
  }

  private static func stretched(
    _ passphrase: borrowing Passphrase, _ header: [UInt8], _ strength: Strength
  ) throws(KeyLockError) -> [UInt8] {
    guard passphrase.count > 0 else { throw .noPassphrase }
    guard sodium_init() >= 0 else { throw .unavailable }
    let salt = Array(header[21..<(21 + saltCount)])
    var key = [UInt8](
      repeating: 0, count: Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES))
    let result = passphrase.withBytes { bytes -> Int32 in
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return -1 }
      return crypto_pwhash(
        &key, UInt64(key.count), start, UInt64(bytes.count), salt, UInt64(strength.passes),
        strength.memory, crypto_pwhash_ALG_ARGON2ID13)
    }
    guard result == 0 else { throw .notEnoughMemory(strength.memory) }
    return key
  }

  private static func randomBytes(_ count: Int) throws(KeyLockError) -> [UInt8] {
    guard sodium_init() >= 0 else { throw .unavailable }
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  private static func wipe(_ bytes: inout [UInt8]) {
    let count = bytes.count
    bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, count) }
  }

  private static func littleEndian(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Why a file cannot be locked or unlocked.
public enum KeyLockError: Error, Hashable, Sendable, CustomStringConvertible {
  case noPassphrase
  case notLocked
  case truncated
  case unknownVersion(Int)
  case strengthOutOfBounds
  case wrongPassphraseOrDamaged
  /// With the number of bytes that were asked for.
  case notEnoughMemory(Int)
  case unavailable

  public var description: String {
    switch self {
    case .noPassphrase: "the passphrase is empty; give one of several words"
    case .notLocked: "the file is not a key that Samtale locked; it may be a plain table"
    case .truncated: "the locked key is cut off; copy it again from where it was complete"
    case .unknownVersion(let version):
      "the key was locked by a later version of Samtale (format \(version)); update Samtale"
    case .strengthOutOfBounds:
      "the file asks for more memory or time than a key needs; it is damaged or was not made by "
        + "Samtale"
    case .wrongPassphraseOrDamaged:
      "the passphrase is wrong, or the file was changed after it was locked; try the passphrase "
        + "again, else take a backup of the key"
    case .notEnoughMemory(let bytes):
      "there is not enough memory to check the passphrase (\(bytes >> 20) MB are needed); close "
        + "other programs"
    case .unavailable: "libsodium cannot be used on this machine"
    }
  }
}
