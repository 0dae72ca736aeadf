import Samtale

/// Signs inside talk: what transcribers and programs put between brackets, stars and notes of music
/// and nobody said. All formats without a convention of their own are read by the same rule.
///
/// - A known sign is an event (``TalkEvent``): `[laughter]`, `(pause 3 s)`, `*coughs*`, `♪`.
/// - `[name]`, `[person 3]`, `(anonymisert)` stand for something said; they stay words, marked.
/// - `((anything else))` is a description, since doubled parentheses hold nothing else.
/// - Other words in square brackets are taken for a description, unless they could be a name in the
///   middle of a sentence (`in [Oslo]`), end with a question mark or are what listeners say (`[mm]`).
/// - Other words in parentheses are taken for talk, unless nothing else is said.
/// - The last two are guesses, counted as such; descriptions keep their words.
/// - Brackets that are a part of a word (`friend(s)`) or hold no letter or digit are no signs.
///
/// Writers put U+2060 (WORD JOINER) behind brackets that are words, so that they come back as such.
struct TalkSigns {
  /// Whether unknown signs are always taken for talk: square brackets are put around what is said
  /// at once in conversation analysis, parentheses around what is hard to hear in HIAT.
  var unknownIsTalk = false

  enum Meaning {
    /// Something known, which nobody said.
    case event(MarkDraft)
    /// Words in the place of others.
    case placeholder
    /// Taken for a description.
    case description(MarkDraft)
    /// Taken for talk.
    case talk
    /// An opening bracket that is what was said.
    case escaped
  }

  struct Sign {
    var meaning: Meaning
    /// What stands in it.
    var text: String
    /// UTF-8 bytes with the brackets; of an escaped one those of the bracket.
    var length: Int
  }

  /// Whether a sign may begin at a place.
  static func mayBegin(_ bytes: [UInt8], _ at: Int) -> Bool {
    switch bytes[at] {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "<"),
      UInt8(ascii: "*"):
      true
    case UInt8(ascii: "x"): bytes[at...].starts(with: "xx".utf8) || joiner(bytes, at + 1)
    case 0xE2, 0xF0: noteLength(bytes, at) > 0
    default: false
    }
  }

  /// The sign that begins at a place.
  /// - Parameters:
  ///   - bytes: The text.
  ///   - at: The place.
  ///   - dialect: What dots in parentheses are.
  ///   - isAlone: Whether nothing but signs is said; asked only where it matters.
  /// - Returns: `nil` if there is none.
  func sign(
    _ bytes: [UInt8], _ at: Int, _ dialect: StampDialect = .clock, isAlone: () -> Bool
  ) -> Sign? {
    let opening = max(1, Self.noteLength(bytes, at))
    if Self.joiner(bytes, at + opening) {
      return Sign(meaning: .escaped, text: "", length: opening)
    }
    switch bytes[at] {
    case UInt8(ascii: "*"): return starred(bytes, at)
    case UInt8(ascii: "x"): return unheard(bytes, at)
    case 0xE2, 0xF0: return music(bytes, at)
    default:
      guard let bracket = Bracket(bytes, at),
        let meaning = meaning(of: bracket, bytes, at, dialect, isAlone)
      else { return nil }
      return Sign(meaning: meaning, text: bracket.text, length: bracket.length)
    }
  }

  // MARK: Brackets

  private func meaning(
    of bracket: Bracket, _ bytes: [UInt8], _ at: Int, _ dialect: StampDialect, _ isAlone: () -> Bool
  ) -> Meaning? {
    if bracket.isSetOff || bracket.isNoPart, let event = bracket.event(dialect) {
      return .event(event.mark)
    }
    guard bracket.isSetOff || bracket.isDoubled, bracket.holdsWords else { return nil }
    let text = bracket.text
    let note = MarkDraft(.note, text, type: "comment")
    if text.contains(":"), text.allSatisfy({ $0.isNumber || ":.,-–> ".contains($0) }) {
      return .event(MarkDraft(.note, text, type: "time"))
    }
    if Self.isPlaceholder(text, in: bracket.open) { return .placeholder }
    if bracket.isDoubled { return .event(note) }
    switch bracket.open {
    case UInt8(ascii: "<"): return nil
    case _ where unknownIsTalk || Self.isSaid(text): return .talk
    case UInt8(ascii: "["):
      let isInSentence = Self.isInSentence(bytes, at, length: bracket.length)
      return Self.isName(text) && isInSentence ? .talk : .description(note)
    case UInt8(ascii: "("): return isAlone() ? .description(note) : .talk
    default: return .talk
    }
  }

  /// Whether unknown words that stand in brackets by themselves describe something.
  func describes(_ bracket: Bracket) -> Bool {
    (bracket.open == UInt8(ascii: "[") || bracket.open == UInt8(ascii: "("))
      && !unknownIsTalk && !Self.isSaid(bracket.text)
  }

  /// Whether words are those that listeners say, or what was understood with doubt: `[Anna?]`.
  private static func isSaid(_ text: String) -> Bool {
    if text.hasSuffix("?") { return true }
    let words = SignText(text).words
    return !words.isEmpty && words.count <= 4 && words.allSatisfy(SignWords.listening.contains)
  }

  /// Whether words are written as names are: `Oslo`, `NAV`, `Kari Lund`.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count <= 3, text.first?.isUppercase ?? false,
      words.allSatisfy({ ($0.first?.isUppercase ?? false) || $0.allSatisfy(\.isNumber) })
    else { return false }
    let letters = text.filter(\.isLetter)
    return letters.contains(where: \.isLowercase) || (words.count == 1 && letters.count <= 4)
  }

  /// Whether words of the same sentence stand before or behind brackets.
  private static func isInSentence(_ bytes: [UInt8], _ at: Int, length: Int) -> Bool {
    if let last = bytes[..<at].last(where: { $0 > 0x20 }), !".!?:;*)]".utf8.contains(last) {
      return true
    }
    let next = bytes[(at + length)...].first { $0 > 0x20 }
    return next.map { $0 >= 0x80 || (0x61...0x7A).contains($0) } ?? false
  }

  /// Whether words stand for others that are not to be known.
  static func isPlaceholder(_ text: String, in open: UInt8) -> Bool {
    let sign = SignText(text)
    guard sign.words.count <= 5 else { return false }
    if sign.words.contains(where: { word in
      SignWords.placeholderStems.contains { word.hasPrefix($0) }
    }) {
      return true
    }
    guard open == UInt8(ascii: "[") else { return false }
    if SignWords.placeholderBeginnings.contains(where: sign.bare.hasPrefix) { return true }
    var words = sign.words
    if words.count > 1, let last = words.last, last.count == 1 || last.allSatisfy(\.isNumber) {
      words.removeLast()
    }
    let name = words.joined(separator: " ").reversed().drop { $0.isNumber || $0 == "-" }.reversed()
    return SignWords.placeholders.contains(String(name))
  }

  // MARK: Other signs

  /// `*coughs*`: only sounds, pauses and what was not heard; other words are emphasised.
  private func starred(_ bytes: [UInt8], _ at: Int) -> Sign? {
    let star = UInt8(ascii: "*")
    guard at == 0 || (bytes[at - 1] != star && !Bracket.isLetter(bytes[at - 1])),
      let end = bytes[(at + 1)...].prefix(60).firstIndex(where: { $0 == star || $0 == 0x0A }),
      bytes[end] == star, bytes.next(end) != star,
      !(bytes.next(end).map(Bracket.isLetter) ?? false)
    else { return nil }
    let text = bytes[(at + 1)..<end].string
    guard text == text.trimmed, !text.isEmpty, let mark = TalkEvent(bracketed: text)?.mark,
      mark.kind == .vocal || mark.kind == .gap || text.lowercased().hasPrefix("paus")
    else { return nil }
    return Sign(meaning: .event(mark), text: text, length: end + 1 - at)
  }

  /// `xxx`: nothing could be understood.
  private func unheard(_ bytes: [UInt8], _ at: Int) -> Sign? {
    guard bytes[at...].starts(with: "xxx".utf8), at == 0 || !Self.isInWord(bytes[at - 1]),
      !(bytes.next(at + 2).map(Self.isInWord) ?? false)
    else { return nil }
    return Sign(
      meaning: .event(MarkDraft(.gap, "xxx", reason: "inaudible")), text: "xxx", length: 3)
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Bracket.isLetter(byte) || "-_'./@:&#\\".utf8.contains(byte)
  }

  /// Notes of music, with what is sung between them.
  private func music(_ bytes: [UInt8], _ at: Int) -> Sign? {
    var start = at
    while start < bytes.count, Self.noteLength(bytes, start) > 0 || bytes[start] == 0x20 {
      start += max(1, Self.noteLength(bytes, start))
    }
    var end = start
    while end < bytes.count, end - start < Bracket.longest, Self.noteLength(bytes, end) == 0 {
      end += 1
    }
    let isClosed = end < bytes.count && Self.noteLength(bytes, end) > 0
    let isBeginning = bytes[..<at].allSatisfy { $0 <= 0x20 }
    guard isClosed || (isBeginning && end == bytes.count) else {
      return Sign(
        meaning: .event(MarkDraft(.incident, "♪")), text: "♪", length: Self.noteLength(bytes, at))
    }
    let text = bytes[start..<end].string.trimmed
    while end < bytes.count, Self.noteLength(bytes, end) > 0 {
      end += Self.noteLength(bytes, end)
    }
    let mark = MarkDraft(.incident, text.isEmpty ? "♪" : text)
    let isKnown = !text.holdsWords || TalkEvent(bracketed: text)?.mark.kind == .incident
    return Sign(
      meaning: isKnown ? .event(mark) : .description(mark), text: text, length: end - at)
  }

  /// The bytes of a note of music: ♩ ♪ ♫ ♬, 🎵, 🎶.
  static func noteLength(_ bytes: [UInt8], _ at: Int) -> Int {
    guard bytes[at] == 0xE2 || bytes[at] == 0xF0 else { return 0 }
    let rest = bytes[at...]
    if rest.starts(with: [0xE2, 0x99]), at + 2 < bytes.count, (0xA9...0xAC).contains(bytes[at + 2])
    {
      return 3
    }
    return rest.starts(with: [0xF0, 0x9F, 0x8E, 0xB5])
      || rest.starts(with: [0xF0, 0x9F, 0x8E, 0xB6])
      ? 4 : 0
  }
}
