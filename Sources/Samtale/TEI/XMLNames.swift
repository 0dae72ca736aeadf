/// Names that XML allows as identifiers.
enum XMLNames {
  /// The text as a valid `xml:id`: characters that XML forbids there become `_`.
  static func valid(_ text: String, prefix: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      name.unicodeScalars.append(isNameScalar(scalar) ? scalar : "_")
    }
    guard let first = name.unicodeScalars.first else { return prefix + "x" }
    return isNameStart(first) ? name : prefix + name
  }

  /// The text as an `xml:id` that every parser takes: of other scripts than Latin, Greek, Cyrillic,
  /// Hebrew, Arabic and those of East Asia nothing stays, nor of letters younger than XML's fourth
  /// edition, whose list libxml2 and others still hold to.
  static func plain(_ text: String, prefix: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { name.append(isPlain(scalar) ? scalar : "_") }
    return valid(String(name), prefix: prefix)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6,
      0xF8...0x131, 0x134...0x13E, 0x141...0x148, 0x14A...0x17E, 0x388...0x38A, 0x38E...0x3A1,
      0x3A3...0x3CE, 0x401...0x40C, 0x40E...0x44F, 0x451...0x45C, 0x5D0...0x5EA, 0x621...0x63A,
      0x641...0x64A, 0x3041...0x3094, 0x30A1...0x30FA, 0x4E00...0x9FA5, 0xAC00...0xD7A3:
      true
    default: false
    }
  }

  /// Whether the text is a valid `xml:id`.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
    return text.unicodeScalars.allSatisfy(isNameScalar)
  }

  /// NameStartChar without the colon (XML 1.0, fifth edition, production 4).
  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF:
      true
    default: false
    }
  }

  /// NameChar without the colon (production 4a).
  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(scalar)
    }
  }
}
