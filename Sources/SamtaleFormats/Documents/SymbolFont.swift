/// Characters of fonts that have pictures where others have letters, as Word's “insert symbol” and
/// its automatic correction use them (Adobe's Symbol encoding; Wingdings).
enum SymbolFont: Hashable, Sendable {
  case symbol, wingdings

  /// The font with a name, if it is one of these.
  init?(_ name: String) {
    let name = name.lowercased()
    if name.hasPrefix("wingdings") {
      self = .wingdings
    } else if name.hasPrefix("symbol") {
      self = .symbol
    } else {
      return nil
    }
  }

  /// What `w:sym` shows: a font and a code in hexadecimal digits.
  static func text(_ font: String, code: String) -> String {
    guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else {
      return "\u{FFFD}"
    }
    return String(Character(SymbolFont(font)?.scalar(value) ?? scalar))
  }

  /// The character that a code stands for, the private ones of Windows included; a private character
  /// where it has no other name.
  func scalar(_ code: UInt32) -> Unicode.Scalar {
    let byte = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    guard byte <= 0xFF else { return Unicode.Scalar(code) ?? "\u{FFFD}" }
    let table = self == .symbol ? Self.symbols : Self.dingbats
    return table[UInt8(byte)] ?? Unicode.Scalar(0xF000 + byte) ?? "\u{FFFD}"
  }

  private static let greek = Dictionary(
    uniqueKeysWithValues: zip(
      "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw".utf8,
      "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω".unicodeScalars))

  private static let ascii = Dictionary(
    uniqueKeysWithValues: " 0123456789!#%&()+,./:;<=>?[]_{|}".utf8.map { ($0, Unicode.Scalar($0)) })

  private static let symbols: [UInt8: Unicode.Scalar] = greek.merging(ascii) { a, _ in a }.merging([
    0x2D: "−", 0x7E: "∼", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑",
    0xDE: "⇒", 0xDF: "⇓",
  ]) { a, _ in a }

  private static let dingbats: [UInt8: Unicode.Scalar] = [
    0x20: " ", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
}
