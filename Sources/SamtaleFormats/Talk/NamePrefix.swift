/// A speaker's name in front of what is said: `Anna: …`, `[SPEAKER_00]: …`, `(speaker 1) …`.
struct NamePrefix {
  let label: String
  /// The number of UTF-8 bytes up to the words.
  let length: Int
  /// Whether a program wrote it, which needs no second look.
  let isGenerated: Bool

  /// Longer names are none.
  private static let longest = 40

  /// The name at the beginning of a text, or what could be one.
  init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(4 * Self.longest + 16))
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
    let isGenerated = isGenerated(label)
    guard isGenerated || (hasColon && isName(label)) else { return nil }
    return (label, next, isGenerated)
  }

  private static func plain(_ bytes: [UInt8], from start: Int) -> (String, Int, Bool)? {
    guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")),
      colon + 1 >= bytes.count || bytes[colon + 1] <= 0x20
    else { return nil }
    let label = bytes[start..<colon].string.trimmed
    guard isName(label) else { return nil }
    return (label, colon + 1, isGenerated(label))
  }

  /// `SPEAKER_00`, `speaker 1`, `Speaker ?`.
  private static func isGenerated(_ label: String) -> Bool {
    let lower = label.lowercased()
    guard lower.hasPrefix("speaker") else { return false }
    let rest = lower.dropFirst(7)
    guard let first = rest.first, first == "_" || first == " " else { return false }
    return rest.count > 1 && rest.dropFirst().allSatisfy { $0.isNumber || $0 == "?" }
  }

  /// Whether somebody could be called so: up to five words that begin with a letter and hold no
  /// punctuation but that of names.
  private static func isName(_ label: String) -> Bool {
    guard let first = label.first, first.isLetter, label.count <= longest else { return false }
    guard label.split(separator: " ").count <= 5 else { return false }
    return label.allSatisfy { $0.isLetter || $0.isNumber || " .-_'’()".contains($0) }
  }

  /// Whether it says that nobody knows who speaks.
  var isUnknown: Bool { label.hasSuffix("?") }
}
