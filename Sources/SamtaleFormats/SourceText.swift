import Samtale

/// The text of a foreign file: decoded, with LF at the ends of lines.
///
/// A byte order mark tells UTF-8 and UTF-16; without one the bytes are UTF-8 if they are valid, else
/// Windows-1252, the encoding of older Windows programs.
public struct SourceText: Hashable, Sendable {
  public enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
    /// Only where the format makes it likely.
    case macRoman = "MacRoman"
  }

  /// UTF-8 with LF as the only line end, without a byte order mark; NUL is U+FFFD.
  public let bytes: [UInt8]
  public let encoding: Encoding
  /// Whether a byte order mark said the encoding.
  public let hasByteOrderMark: Bool
  /// Sequences that the encoding does not know, replaced by U+FFFD.
  public let replaced: Int

  /// Decodes a file. One in UTF-8 is not copied if nobody else holds the bytes.
  public init(_ file: consuming [UInt8]) {
    var decoded: [UInt8]
    var replaced = 0
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      file.removeFirst(3)
      if UTF8Validity.holds(file) {
        decoded = file
      } else {
        (decoded, replaced) = Self.repaired(file)
      }
      (encoding, hasByteOrderMark) = (.utf8, true)
    } else if file.starts(with: [0xFF, 0xFE]) {
      (decoded, replaced) = Self.utf16(file[2...]) { UInt16($0) | UInt16($1) << 8 }
      (encoding, hasByteOrderMark) = (.utf16LittleEndian, true)
    } else if file.starts(with: [0xFE, 0xFF]) {
      (decoded, replaced) = Self.utf16(file[2...]) { UInt16($0) << 8 | UInt16($1) }
      (encoding, hasByteOrderMark) = (.utf16BigEndian, true)
    } else if UTF8Validity.holds(file) {
      decoded = file
      (encoding, hasByteOrderMark) = (.utf8, false)
    } else {
      (decoded, replaced) = Self.windows1252(file)
      (encoding, hasByteOrderMark) = (.windows1252, false)
    }
    Self.makeLineFeeds(&decoded)
    bytes = decoded
    self.replaced = replaced
  }

  /// Decodes a file that is no UTF-8 as Windows-1252 or as MacRoman, whichever gives more letters
  /// in the midst of words.
  init(legacy file: [UInt8]) {
    let isMac = MacRoman.isLikely(file)
    var decoded = isMac ? MacRoman.decoded(file) : Self.windows1252(file).0
    Self.makeLineFeeds(&decoded)
    bytes = decoded
    encoding = isMac ? .macRoman : .windows1252
    hasByteOrderMark = false
    replaced = 0
  }

  /// The number of Unicode scalars.
  public var count: Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// What is worth knowing of a text once it has been read.
  struct Summary {
    var encoding: Encoding
    var replaced: Int
    var count: Int
  }

  var summary: Summary { Summary(encoding: encoding, replaced: replaced, count: count) }

  /// The lines without their ends; a last line end begins no further line.
  func lines() -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The text with U+FFFD where it is no valid UTF-8.
  private static func repaired(_ bytes: [UInt8]) -> ([UInt8], Int) {
    var decoded: [UInt8] = []
    var replaced = 0
    _ = transcode(
      bytes.makeIterator(), from: UTF8.self, to: UTF32.self, stoppingOnError: false
    ) { code in
      if code == 0xFFFD { replaced += 1 }
      append(code, to: &decoded)
    }
    return (decoded, replaced)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> (
    [UInt8], Int
  ) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
      units.append(unit(bytes[i], bytes[i + 1]))
      i += 2
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(units.count)
    var replaced = 0
    _ = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF32.self, stoppingOnError: false
    ) { code in
      if code == 0xFFFD { replaced += 1 }
      append(code, to: &decoded)
    }
    if i < bytes.endIndex {
      replaced += 1
      append(0xFFFD, to: &decoded)
    }
    return (decoded, replaced)
  }

  /// The 32 characters that Windows-1252 has where Latin-1 has control characters; five places are
  /// empty (WHATWG Encoding Standard, index windows-1252, keeps the control character).
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ bytes: [UInt8]) -> ([UInt8], Int) {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      append((0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte), to: &decoded)
    }
    return (decoded, 0)
  }

  private static func append(_ code: UInt32, to bytes: inout [UInt8]) {
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Makes LF the only line end, in place, and NUL U+FFFD.
  private static func makeLineFeeds(_ bytes: inout [UInt8]) {
    if bytes.contains(0) { bytes = withoutNull(bytes) }
    guard var kept = bytes.firstIndex(of: 0x0D) else { return }
    var isAfterReturn = false
    for at in kept..<bytes.count {
      let byte = bytes[at]
      if byte != 0x0A || !isAfterReturn {
        bytes[kept] = byte == 0x0D ? 0x0A : byte
        kept += 1
      }
      isAfterReturn = byte == 0x0D
    }
    bytes.removeLast(bytes.count - kept)
  }

  private static func withoutNull(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes { byte == 0 ? append(0xFFFD, to: &text) : text.append(byte) }
    return text
  }
}

extension Sequence<UInt8> {
  /// The bytes as a string; they are valid UTF-8.
  var string: String { String(decoding: Array(self), as: UTF8.self) }

  /// The number of Unicode scalars.
  var scalarCount: Int { reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
}

extension StringProtocol {
  /// Without white space at the ends.
  var trimmed: String {
    if let first = unicodeScalars.first, let last = unicodeScalars.last,
      ("!"..."~").contains(first), ("!"..."~").contains(last)
    {
      return String(self)
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
