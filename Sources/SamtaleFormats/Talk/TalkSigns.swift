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
      guard let bracket = Bracket(bytes, at), !bracket.isBeforeLetter,
        let meaning = meaning(of: bracket, bytes, at, dialect, isAlone)
      else { return nil }
      return Sign(meaning: meaning, text: bracket.text, length: bracket.length)
    }
  }

  // MARK: Brackets

  private func meaning(
    of bracket: Bracket, _ bytes: [UInt8], _ at: Int, _ dialect: StampDialect, _ isAlone: () -> Bool
  ) -> Meaning? {
    if let event = bracket.event(dialect) { return .event(event.mark) }
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
  private static func isPlaceholder(_ text: String, in open: UInt8) -> Bool {
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
  private static func noteLength(_ bytes: [UInt8], _ at: Int) -> Int {
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

  // MARK: What stands around signs

  /// Whether a text holds nothing but brackets, without words outside them.
  static func isAlone(_ bytes: [UInt8], from start: Int = 0) -> Bool {
    var at = start
    var wordsFrom = start
    while at < bytes.count {
      if mayBegin(bytes, at), let bracket = Bracket(bytes, at), bracket.isSetOff {
        if bytes[wordsFrom..<at].string.holdsWords { return false }
        at += bracket.length
        wordsFrom = at
      } else if let stamp = LineStamp(bytes[at...], .f4, isAtStart: false) {
        if bytes[wordsFrom..<at].string.holdsWords { return false }
        at += stamp.length
        wordsFrom = at
      } else {
        at += 1
      }
    }
    return !bytes[wordsFrom...].string.holdsWords
  }

  /// Whether square brackets stand around what is said at once: unknown ones mostly in texts that
  /// follow each other.
  static func markOverlaps(_ texts: some Sequence<String>) -> Bool {
    var (all, inRuns, pairs, run) = (0, 0, 0, 0)
    for text in texts {
      guard holdsUnknown(text) else {
        run = 0
        continue
      }
      all += 1
      run += 1
      if run > 1 {
        pairs += 1
        inRuns += run == 2 ? 2 : 1
      }
    }
    return pairs >= 3 && inRuns * 10 >= all * 8
  }

  /// Whether there are unknown square brackets behind the beginning of a text.
  private static func holdsUnknown(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return false }
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? 0
    return bytes.indices.contains { at in
      guard at > start, bytes[at] == UInt8(ascii: "["), let bracket = Bracket(bytes, at),
        bracket.text.first?.isLowercase ?? false, bracket.event(.clock) == nil
      else { return false }
      return !isPlaceholder(bracket.text, in: bracket.open)
    }
  }

  // MARK: Writing

  /// U+2060.
  private static func joiner(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x81 && bytes[at + 2] == 0xA0
  }

  static let joinerLength = 3

  /// The places in scalars behind which words need U+2060, lest they be read as signs.
  static func escapes(_ text: String) -> Set<Int> {
    let bytes = Array(text.utf8)
    var places: Set<Int> = []
    var scalar = -1
    for at in bytes.indices where bytes[at] & 0xC0 != 0x80 {
      scalar += 1
      if mayBegin(bytes, at), mayBeSign(bytes, at) { places.insert(scalar) }
    }
    return places
  }

  private static func mayBeSign(_ bytes: [UInt8], _ at: Int) -> Bool {
    let length = noteLength(bytes, at)
    if length > 0 || joiner(bytes, at + 1) { return true }
    switch bytes[at] {
    case UInt8(ascii: "x"): return bytes[at...].starts(with: "xxx".utf8)
    case UInt8(ascii: "*"): return bytes[(at + 1)...].prefix(61).contains(UInt8(ascii: "*"))
    case UInt8(ascii: "<"): return Bracket(bytes, at)?.event(.clock) != nil
    default: return Bracket(bytes, at).map { $0.holdsWords || $0.event(.clock) != nil } ?? false
    }
  }

  /// Words as they must be written.
  static func escaped(_ text: String) -> String {
    let places = escapes(text)
    guard !places.isEmpty else { return text }
    var written = String.UnicodeScalarView()
    for (place, scalar) in text.unicodeScalars.enumerated() {
      written.append(scalar)
      if places.contains(place) { written.append("\u{2060}") }
    }
    return String(written)
  }
}
