import Samtale

/// What a known sign in brackets stands for: `[laughter]`, `(pause)`, `((coughs))`, `[uhørbart]`.
///
/// Known are the signs that transcripts in English, Norwegian, Danish, Swedish and German have:
/// sounds of people, pauses, what could not be heard, movements, what happens, and remarks on how
/// something is said. ``TalkSigns`` says what becomes of everything else in brackets.
struct TalkEvent {
  var mark: MarkDraft

  /// The event that words in brackets stand for; `nil` if they are no known sign.
  init?(bracketed text: String) {
    let description = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let sign = SignText(description)
    if let pause = Self.pause(sign) {
      mark = pause
    } else if let sound = Self.sound(sign) {
      mark = MarkDraft(.vocal, description, type: sound.isEmpty ? nil : sound)
    } else if Self.isInaudible(sign) {
      mark = MarkDraft(.gap, description, reason: "inaudible")
    } else if Self.isIncident(sign) {
      mark = MarkDraft(.incident, description)
    } else if Self.isMovement(sign) {
      mark = MarkDraft(.kinesic, description)
    } else if SignWords.remarks.contains(sign.bare) {
      mark = MarkDraft(.note, description, type: "comment")
    } else {
      return nil
    }
  }

  /// A pause of a known length.
  init(pauseOf seconds: Double) { mark = MarkDraft(.pause, seconds: seconds) }

  /// Whether the description is written out with the event.
  var isDescribed: Bool { mark.kind != .pause }

  // MARK: Pauses

  /// `pause`, `pause 3 s`, `ca. 3 sek pause`, `3 sek`, `2.5`, `.`
  private static func pause(_ sign: SignText) -> MarkDraft? {
    if sign.lower == "." { return MarkDraft(.pause, type: "short") }
    if SignWords.pauses.contains(sign.bare) {
      return MarkDraft(.pause, type: sign.bare.hasPrefix("l") ? "long" : nil)
    }
    let words = sign.words.filter { !SignWords.aboutNumbers.contains($0) }
    let others = words.filter { !SignWords.pauseNouns.contains($0) }
    guard (1...2).contains(others.count), words.count <= 4, let first = others.first else {
      return nil
    }
    let isNamed = others.count < words.count
    let isDecimal = others.count == 1 && first.contains(".")
    guard isNamed || isDecimal || others.count == 2 || first.last?.isLetter ?? false,
      let seconds = seconds(others)
    else { return nil }
    return MarkDraft(.pause, seconds: seconds)
  }

  /// The seconds that `3 s`, `3s`, `2.5`, `1 min` say.
  private static func seconds(_ words: [String]) -> Double? {
    let number = words[0].prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
    var unit = String(words[0].dropFirst(number.count))
    if unit.isEmpty, words.count == 2 { unit = words[1] }
    let isMinute = SignWords.minutes.contains(unit)
    guard unit.isEmpty ? words.count == 1 : isMinute || SignWords.seconds.contains(unit),
      words.count == 1 || unit == words[1], let value = Double(String(number))
    else { return nil }
    let seconds = isMinute ? value * 60 : value
    return seconds <= 600 ? seconds : nil
  }

  // MARK: Sounds

  /// The type of a sound, empty where it has none. Of up to four words one may tell alone.
  private static func sound(_ sign: SignText) -> String? {
    if let type = SignWords.sounds[sign.bare] { return type }
    guard sign.words.count <= 4 else { return nil }
    return sign.words.lazy.compactMap { SignWords.distinctSounds[$0] }.first
  }

  // MARK: Gaps

  /// `inaudible`, `inaudible 00:12:33`, `uhørbart ord`, `2 ord uklart`, `xx`
  private static func isInaudible(_ sign: SignText) -> Bool {
    if SignWords.gaps.contains(sign.bare) { return true }
    let isCrosses = sign.words.allSatisfy { $0.utf8.count > 1 && $0.utf8.allSatisfy { $0 == 0x78 } }
    if !sign.words.isEmpty, isCrosses { return true }
    let others = sign.words.filter { !SignWords.gaps.contains($0) }
    return others.count < sign.words.count && others.count <= 4
      && others.allSatisfy { word in
        SignWords.besideGaps.contains(word)
          || word.allSatisfy { $0.isNumber || ":.,".contains($0) }
      }
  }

  // MARK: What happens

  private static func isIncident(_ sign: SignText) -> Bool {
    if SignWords.incidents.contains(sign.bare) { return true }
    guard let first = sign.words.first, let last = sign.words.last, sign.words.count <= 6 else {
      return false
    }
    if SignWords.incidentBeginnings.contains(first) || isSpeakingAtOnce(sign) { return true }
    return sign.words.count <= 4
      && (SignWords.incidentEnds.contains(last)
        || sign.words.contains(where: SignWords.distinctIncidents.contains))
  }

  /// `Anna og Bo snakker samtidig`
  private static func isSpeakingAtOnce(_ sign: SignText) -> Bool {
    sign.words.contains(where: SignWords.atOnce.contains)
      && sign.words.contains { word in SignWords.speaking.contains { word.hasPrefix($0) } }
  }

  private static func isMovement(_ sign: SignText) -> Bool {
    if SignWords.movements.contains(sign.bare) { return true }
    guard let first = sign.words.first, sign.words.count <= 6 else { return false }
    return SignWords.distinctMovements.contains(first)
  }
}

/// The words of a sign as the lists have them.
struct SignText {
  /// In small letters.
  let lower: String
  /// Without marks at the ends and without a time behind it.
  let bare: String
  let words: [String]

  init(_ description: String) {
    lower = description.lowercased()
    var words = lower.replacing("_", with: " ").split(separator: " ").map(Self.bare)
      .filter { !$0.isEmpty }
    while words.count > 1, let last = words.last, Self.isClock(last) { words.removeLast() }
    bare = words.joined(separator: " ")
    self.words = words
  }

  private static let marks: Set<Character> = [
    ".", ",", ";", ":", "*", "(", ")", "[", "]", "{", "}", "!", "~", "…", "\"", "“", "”", "♪", "♫",
  ]

  /// A word without marks at its ends, with a decimal point for a comma.
  private static func bare(_ word: Substring) -> String {
    var word = word
    while let first = word.first, marks.contains(first) { word = word.dropFirst() }
    while let last = word.last, marks.contains(last) { word = word.dropLast() }
    guard word.contains(","), word.first?.isNumber ?? false else { return String(word) }
    return String(word).replacing(",", with: ".")
  }

  static func isClock(_ word: String) -> Bool {
    word.contains(":") && word.allSatisfy { ($0.isASCII && $0.isNumber) || ":.,".contains($0) }
  }
}
