/// A ZIP archive written byte by byte, so that it can say what no sound one says.
struct RawZip {
  struct Entry {
    var name: String
    var content: [UInt8] = []
    /// What the archive says of the file, where that is not true.
    var declaredSize: Int?
    var declaredPackedSize: Int?
    var declaredSum: UInt32?
    var flags: UInt16 = 0
    var method: UInt16 = 0
    /// Content as it stands in the archive if it is packed.
    var packed: [UInt8]?
    /// Sizes in the extra field of ZIP64.
    var isZip64 = false
  }

  var entries: [Entry] = []
  /// How many files the archive says that it holds.
  var declaredCount: Int?

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let packed = entry.packed ?? entry.content
      let fields = Self.fields(entry, packed)
      let extra = entry.isZip64 ? Self.zip64(entry, packed) : []
      bytes += [0x50, 0x4B, 3, 4] + fields + Self.two(extra.count) + Array(entry.name.utf8) + extra
      bytes += packed
      directory += [0x50, 0x4B, 1, 2] + Self.two(45) + fields + Self.two(extra.count)
      directory += Array(repeating: 0, count: 10) + Self.four(offset)
      directory += Array(entry.name.utf8) + extra
    }
    let count = declaredCount ?? entries.count
    let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.two(count) + Self.two(count)
    return bytes + directory + end + Self.four(directory.count) + Self.four(bytes.count) + [0, 0]
  }

  private static func fields(_ entry: Entry, _ packed: [UInt8]) -> [UInt8] {
    let all = 0xFFFF_FFFF
    let packedSize = entry.isZip64 ? all : entry.declaredPackedSize ?? packed.count
    let size = entry.isZip64 ? all : entry.declaredSize ?? entry.content.count
    let version = two(entry.isZip64 ? 45 : 20)
    let sum = Int(entry.declaredSum ?? checkSum(entry.content))
    return version + two(Int(entry.flags)) + two(Int(entry.method)) + two(0) + two(0x21)
      + four(sum) + four(packedSize) + four(size) + two(entry.name.utf8.count)
  }

  private static func zip64(_ entry: Entry, _ packed: [UInt8]) -> [UInt8] {
    two(1) + two(16) + eight(entry.declaredSize ?? entry.content.count)
      + eight(entry.declaredPackedSize ?? packed.count)
  }

  private static func two(_ value: Int) -> [UInt8] { little(value, 2) }
  private static func four(_ value: Int) -> [UInt8] { little(value, 4) }
  private static func eight(_ value: Int) -> [UInt8] { little(value, 8) }
  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as ZIP has it.
  static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
