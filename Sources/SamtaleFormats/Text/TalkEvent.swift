import Samtale

/// An event in brackets inside talk: `[laughter]`, `(pause)`, `((coughs))`, `[uhørbart]`.
///
/// Only what stands in a short list is an event: sounds of people, pauses and what could not be
/// heard, in English, Norwegian and German. Everything else in brackets stays words, such as
/// `[the GP]`, which an editor put in.
struct TalkEvent {
  var mark: MarkDraft

  /// The event that words in brackets stand for; `nil` if they are words.
  init?(bracketed text: String) {
    let lower = text.lowercased().trimmed
    let bare = lower.trimmingMarks
    if let pause = Self.pause(lower, bare) {
      mark = pause
    } else if let found = Self.heard(bare) {
      mark = MarkDraft(.vocal, text.trimmed, type: found)
    } else if Self.inaudible(bare) {
      mark = MarkDraft(.gap, text.trimmed, reason: "inaudible")
    } else if Self.incidents.contains(bare) {
      mark = MarkDraft(.incident, text.trimmed)
    } else {
      return nil
    }
  }

  /// Whether the description is written out with the event.
  var isDescribed: Bool { mark.kind != .pause }

  // MARK: Pauses

  /// `pause`, `pause 3 s`, `3 sek`, `2.5`, `.`
  private static func pause(_ lower: String, _ bare: String) -> MarkDraft? {
    if lower == "." { return MarkDraft(.pause, type: "short") }
    let words = bare.split { " ,:;".contains($0) }.map(String.init)
    guard let first = words.first, words.count <= 4 else { return nil }
    if pauses.contains(bare) {
      return MarkDraft(.pause, type: bare.hasPrefix("l") ? "long" : nil)
    }
    if pauses.contains(first) {
      guard words.count > 1, let seconds = seconds(words.dropFirst()) else { return nil }
      return MarkDraft(.pause, seconds: seconds)
    }
    let isDecimal = words.count == 1 && first.contains(".")
    guard isDecimal || words.count == 2 || first.last == "s",
      let seconds = seconds(words[...])
    else { return nil }
    return MarkDraft(.pause, seconds: seconds)
  }

  /// The seconds that `3 s`, `3s`, `2.5` say.
  private static func seconds(_ words: ArraySlice<String>) -> Double? {
    guard let first = words.first else { return nil }
    let number = first.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
    var unit = String(first.dropFirst(number.count))
    if unit.isEmpty, words.count == 2 { unit = words[words.startIndex + 1] }
    guard unit.isEmpty ? words.count == 1 : units.contains(unit),
      let value = Double(String(number)),
      value <= 600
    else { return nil }
    return value
  }

  private static let pauses: Set<String> = [
    "pause", "short pause", "long pause", "brief pause", "silence", "stillhet", "stille",
    "kort pause", "lang pause", "kurze pause", "lange pause", "schweigen",
  ]
  private static let units: Set<String> = [
    "s", "sec", "secs", "sec.", "second", "seconds", "sek", "sek.", "sekund", "sekunder",
    "sekunde", "sekunden",
  ]

  // MARK: Sounds

  /// The type of a sound; the first word tells where there are up to three.
  private static func heard(_ text: String) -> String? {
    if let type = sounds[text] { return type }
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 3 else { return nil }
    return verbs.contains(String(first)) ? sounds[String(first)] : nil
  }

  private static let verbs: Set<String> = [
    "laughs", "laughing", "coughs", "sighs", "ler", "hoster", "sukker", "lacht", "hustet", "seufzt",
    "laughter", "latter", "lachen",
  ]

  private static let sounds: [String: String] = {
    let table = [
      "laughter": [
        "laughter", "laughs", "laugh", "laughing", "chuckles", "chuckle", "giggles", "giggling",
        "all laugh", "everyone laughs", "both laugh", "latter", "ler", "lått", "humrer", "fniser",
        "alle ler", "begge ler", "småler", "leende", "lacht", "lachen", "gelächter", "alle lachen",
      ],
      "cough": ["cough", "coughs", "coughing", "hoster", "hoste", "hustet", "husten"],
      "sigh": ["sigh", "sighs", "sighing", "sukker", "sukk", "seufzt", "seufzen"],
      "sniff": ["sniff", "sniffs", "snufser"],
      "cry": ["cries", "crying", "sobs", "gråter", "weint"],
      "throat": ["clears throat", "clears his throat", "clears her throat", "kremter", "kremt"],
      "breath": [
        "breathes in", "breathes out", "inhales", "exhales", "puster", "trekker pusten",
        "puster ut",
      ],
      "whistle": ["whistles", "plystrer"],
      "yawn": ["yawns", "gjesper"],
    ]
    return Dictionary(
      table.flatMap { type, words in words.map { ($0, type) } }, uniquingKeysWith: { a, _ in a })
  }()

  private static let incidents: Set<String> = [
    "applause", "clapping", "applaus", "klapping", "aplaudiments", "aplausos", "beifall",
    "crosstalk", "phone rings", "telephone rings", "telefonen ringer", "knock on the door",
    "knocking", "banker på døra", "music", "musikk", "musik", "door closes", "noise", "støy",
  ]

  // MARK: Gaps

  /// `inaudible`, `inaudible 00:12:33`, `uhørbart ord`
  private static func inaudible(_ text: String) -> Bool {
    if gaps.contains(text) { return true }
    guard let first = text.split(separator: " ").first, gaps.contains(String(first)) else {
      return false
    }
    let rest = text.dropFirst(first.count).trimmed
    return rest.allSatisfy { $0.isNumber || ":.,".contains($0) }
      || ["ord", "word", "words", "passage", "setning", "tale"].contains(rest)
  }

  private static let gaps: Set<String> = [
    "inaudible", "unintelligible", "indistinct", "unclear", "not audible", "uhørbart", "uhørlig",
    "uforståelig", "uforståeleg", "utydelig", "utydeleg", "utydelig tale", "unverständlich", "unv",
    "unverst", "inaud",
  ]
}

extension String {
  /// Without full stops, stars and further brackets at the ends.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = [".", "*", "(", ")", "[", "]", " ", "!"]
    guard let first = firstIndex(where: { !marks.contains($0) }),
      let last = lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
