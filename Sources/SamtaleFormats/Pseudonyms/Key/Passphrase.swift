// Unsafe pointers: a passphrase lies in memory that libsodium guards and wipes. The pointer never
// leaves this file but for the length of a call.
import CSodium

/// A passphrase in guarded memory, wiped when it is no longer needed (`sodium_malloc`).
public struct Passphrase: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer?

  /// Takes a passphrase and wipes the bytes that it was given in (`sodium_memzero`).
  ///
  /// The bytes are used as they are: the same letters typed on another system, with combining marks
  /// or in another encoding, are another passphrase.
  /// - Parameter bytes: The passphrase in UTF-8. Zeros afterwards.
  public init(wiping bytes: inout [UInt8]) {
    memory = Self.copied(bytes)
    let count = bytes.count
    bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, count) }
  }

  deinit {
    // Overwrites with zeros before it frees.
    sodium_free(memory?.baseAddress)
  }

  /// The number of bytes; 0 also if there was no memory.
  public var count: Int { memory?.count ?? 0 }

  func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    body(UnsafeRawBufferPointer(memory ?? UnsafeMutableRawBufferPointer(start: nil, count: 0)))
  }

  private static func copied(_ bytes: [UInt8]) -> UnsafeMutableRawBufferPointer? {
    guard !bytes.isEmpty, sodium_init() >= 0, let start = sodium_malloc(bytes.count) else {
      return nil
    }
    let memory = UnsafeMutableRawBufferPointer(start: start, count: bytes.count)
    memory.copyBytes(from: bytes)
    return memory
  }
}
