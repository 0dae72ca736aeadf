/// Character references as HTML has them and WebVTT takes them over (HTML, living standard, section
/// 13.2.5.72): names, and numbers. Old names and numbers also stand without a semicolon.
enum CharacterReferences {
  /// How long names are that may lack the semicolon.
  private static let oldNames = 2...6
  private static let longestName = 32

  /// The reference at the beginning of a text; `nil` if there is none that is known.
  static func first(in bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    guard bytes.first == UInt8(ascii: "&") else { return nil }
    let rest = bytes.dropFirst()
    return rest.first == UInt8(ascii: "#") ? number(rest.dropFirst()) : name(rest)
  }

  /// The reference whose number follows `&#`.
  private static func number(_ digits: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let skipped = isHexadecimal ? 1 : 0
    let text = digits.dropFirst(skipped).prefix(8).prefix { byte in
      let character = Character(Unicode.Scalar(byte))
      return isHexadecimal ? character.isHexDigit : ("0"..."9").contains(character)
    }
    guard let value = UInt32(text.string, radix: isHexadecimal ? 16 : 10), value > 0,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    let isClosed = digits.dropFirst(skipped + text.count).first == UInt8(ascii: ";")
    return (scalar, 2 + skipped + text.count + (isClosed ? 1 : 0))
  }

  /// The reference whose name follows `&`.
  private static func name(_ rest: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let name = rest.prefix(longestName).prefix { isLetterOrDigit($0) }.string
    guard !name.isEmpty else { return nil }
    if rest.dropFirst(name.utf8.count).first == UInt8(ascii: ";"),
      let scalar = CharacterReferenceNames.scalar(name)
    {
      return (scalar, name.utf8.count + 2)
    }
    for length in oldNames.reversed() where length <= name.utf8.count {
      if let scalar = CharacterReferenceNames.scalarOfOld(String(name.prefix(length))) {
        return (scalar, length + 1)
      }
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// A text with all its references replaced.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if let reference = first(in: bytes[at...]) {
        decoded += Array(String(reference.scalar).utf8)
        at += reference.length
      } else {
        decoded.append(bytes[at])
        at += 1
      }
    }
    return decoded.string
  }
}
