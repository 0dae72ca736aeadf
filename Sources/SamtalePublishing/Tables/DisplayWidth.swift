/// How many columns of a terminal a text takes.
///
/// Wide and fullwidth characters of UAX #11 (East Asian Width) and emoji take 2, combining marks
/// and format characters 0, all others 1; ambiguous characters count as narrow.
///
/// ```swift
/// DisplayWidth.of("Åse")  // 3
/// DisplayWidth.of("会話")  // 4
/// ```
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// An emoji is one picture however many scalars it is made of: flags, families, skin tones.
  private static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.properties.isEmojiPresentation }) { return 2 }
    if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if isZeroWidth(scalar) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar != "\u{AD}"  // The soft hyphen is drawn.
    default: (0x1160...0x11FF).contains(scalar.value)  // Hangul vowels and finals join the initial.
    }
  }

  /// Scalars whose East_Asian_Width is W or F and whose Emoji_Presentation is false.
  ///
  /// Made from the Unicode Character Database 14.0, ranges joined over unassigned scalars, with the
  /// symbols that Unicode 16 made wide. Emoji come from the standard library's own tables.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul initials
    0x2329...0x232A,  // angle brackets
    0x2630...0x2637, 0x268A...0x268F,  // Yijing trigrams and digrams
    0x2E80...0x303E,  // radicals, CJK punctuation
    0x3041...0x3247, 0x3250...0xA4C6,  // kana, bopomofo, ideographs, Yi
    0xA960...0xA97C,  // Hangul initials, extended
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19, 0xFE30...0xFE6B,  // vertical and small forms
    0xFF01...0xFF60, 0xFFE0...0xFFE6,  // fullwidth forms
    0x16FE0...0x1B2FB,  // Tangut, Khitan, kana supplements, Nüshu
    0x1D300...0x1D376,  // Tai Xuan Jing, counting rods
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x3FFFD,  // the ideographic planes
  ]
}
