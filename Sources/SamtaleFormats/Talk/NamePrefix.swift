/// A speaker's name in front of what is said: `Anna: …`, `[SPEAKER_00]: …`, `(speaker 1) …`.
struct NamePrefix {
  let label: String
  /// The number of UTF-8 bytes up to the words.
  let length: Int
  /// Whether a program wrote it, which needs no second look.
  let isGenerated: Bool

  /// The name at the beginning of a text, or what could be one.
  init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(4 * SpeakerLabel.longest + 16))
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    guard start < bytes.count else { return nil }
    let closing: UInt8? =
      bytes[start] == UInt8(ascii: "[")
      ? UInt8(ascii: "]") : bytes[start] == UInt8(ascii: "(") ? UInt8(ascii: ")") : nil
    let found =
      closing.map { Self.bracketed(bytes, from: start + 1, closing: $0) }
      ?? Self.plain(bytes, from: start)
    guard let found else { return nil }
    (label, length, isGenerated) = found
  }

  private static func bracketed(_ bytes: [UInt8], from start: Int, closing: UInt8)
    -> (String, Int, Bool)?
  {
    guard let end = bytes[start...].firstIndex(of: closing) else { return nil }
    let label = bytes[start..<end].string.trimmed
    var next = end + 1
    let hasColon = next < bytes.count && bytes[next] == UInt8(ascii: ":")
    if hasColon { next += 1 }
    let isGenerated = SpeakerLabel.isGenerated(label)
    guard isGenerated || (hasColon && SpeakerLabel.isName(label)) else { return nil }
    return (label, next, isGenerated)
  }

  private static func plain(_ bytes: [UInt8], from start: Int) -> (String, Int, Bool)? {
    guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")),
      colon + 1 >= bytes.count || bytes[colon + 1] <= 0x20
    else { return nil }
    let label = bytes[start..<colon].string.trimmed
    guard SpeakerLabel.isName(label) else { return nil }
    return (label, colon + 1, SpeakerLabel.isGenerated(label))
  }

  /// Whether it says that nobody knows who speaks.
  var isUnknown: Bool { label.hasSuffix("?") }
}
