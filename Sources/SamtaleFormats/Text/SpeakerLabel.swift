import Samtale

/// What can be a speaker's label, and what cannot although it looks like one.
enum SpeakerLabel {
  /// Longer labels are none.
  static let longest = 40

  /// Whether somebody could be called so: up to five words that begin with a letter and hold no
  /// punctuation but that of names.
  static func isName(_ label: String) -> Bool {
    guard let first = label.first, first.isLetter, label.count <= longest else { return false }
    guard label.split(separator: " ").count <= 5, !label.contains("//") else { return false }
    return label.allSatisfy { $0.isLetter || $0.isNumber || " .-_'’()&/+".contains($0) }
  }

  /// `SPEAKER_00`, `speaker 1`, `Speaker ?`: what programs write.
  static func isGenerated(_ label: String) -> Bool {
    let lower = label.lowercased()
    guard lower.hasPrefix("speaker") else { return false }
    let rest = lower.dropFirst(7)
    guard let first = rest.first, first == "_" || first == " " else { return false }
    return rest.count > 1 && rest.dropFirst().allSatisfy { $0.isNumber || $0 == "?" }
  }

  /// Whether it is a code: one to five capitals and one to four digits (`SW7`, `T12`, `ES-1`).
  static func isCode(_ label: String) -> Bool {
    let letters = label.prefix { $0.isLetter }
    guard (1...5).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return false }
    var digits = label.dropFirst(letters.count)
    if let mark = digits.first, mark == "-" || mark == "_" { digits = digits.dropFirst() }
    return (1...4).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Whether it is in capitals without digits, such as `ES`.
  static func isCapitals(_ label: String) -> Bool {
    (1...5).contains(label.count) && label.allSatisfy(\.isUppercase)
  }

  /// What labels that differ only in their number have in common: `SW` of `SW7`, `Deltaker` of
  /// `Deltaker 3`; `nil` if there is no number.
  static func family(_ label: String) -> String? {
    guard label.last?.isNumber == true else { return nil }
    let stem = label.reversed().drop { $0.isNumber }.drop { " -_.".contains($0) }
    guard !stem.isEmpty, label.first?.isUppercase == true else { return nil }
    return String(String(stem).reversed())
  }

  /// Whether it is a word that texts put before a colon and that names nobody.
  static func isDenied(_ label: String) -> Bool {
    let lower = label.lowercased()
    if words.contains(lower) { return true }
    if let family = family(label), numbered.contains(family.lowercased()) { return true }
    guard let last = lower.split(separator: " ").last, lower.contains(" ") else { return false }
    return verbs.contains(String(last))
  }

  private static let words: Set<String> = [
    // Remarks.
    "note", "notes", "nb", "ps", "obs", "merk", "merknad", "kommentar", "comment", "comments",
    "remark", "anmerkung", "hinweis", "bemerkung", "todo", "warning", "summary", "sammendrag",
    "http", "https", "www", "e.g", "i.e", "f.eks", "dvs", "z.b", "example", "for example",
    "for instance", "eksempel", "for eksempel", "beispiel", "zum beispiel", "that is", "namely",
    "nemlig", "altså", "quote", "sitat", "conclusion", "konklusjon", "result", "resultat",
    // Counting.
    "first", "second", "third", "firstly", "secondly", "thirdly", "finally", "then", "next",
    "først", "for det første", "for det andre", "for det tredje", "til slutt", "andre", "tredje",
    "erstens", "zweitens", "drittens", "primero", "segundo", "tercero", "primer", "segon",
    "tercer", "primero", "premièrement", "deuxièmement",
    // Heads of transcripts.
    "title", "tittel", "titel", "date", "dato", "datum", "time", "tid", "zeit", "place", "sted",
    "ort", "location", "duration", "varighet", "dauer", "length", "lengde", "file", "fil", "datei",
    "recording", "opptak", "aufnahme", "audio", "lyd", "video", "language", "språk", "sprache",
    "participants", "deltakere", "deltakarar", "teilnehmer", "teilnehmende", "present",
    "til stede", "attendees", "speakers", "transcript", "transkripsjon", "transkript",
    "transcribed by", "transcriber", "transkribert av", "subject", "emne", "tema", "topic",
    "agenda", "saksliste", "meeting", "møte", "team", "project", "prosjekt", "projekt", "version",
    "versjon", "legend", "abbreviations", "forkortelser", "keywords", "page", "side", "seite",
    "sak", "chapter", "kapittel", "kapitel", "source", "kilde", "url", "id",
    // Answers that are sentences by themselves.
    "ok", "yes", "no", "ja", "nei", "nein", "jo", "mm", "mhm", "hm", "well", "so", "but", "and",
    "because", "og", "men", "så",
  ]

  private static let numbered: Set<String> = [
    "point", "step", "day", "week", "part", "question", "chapter", "section", "item", "page",
    "figure", "table", "option", "alternative", "example", "session", "meeting", "phase", "line",
    "punkt", "steg", "dag", "uke", "veke", "del", "spørsmål", "kapittel", "sak", "side", "figur",
    "tabell", "alternativ", "eksempel", "møte", "fase", "linje", "tag", "woche", "teil", "frage",
    "schritt", "seite", "version", "versjon", "kl", "at", "year", "år", "covid", "note",
  ]

  private static let verbs: Set<String> = [
    "said", "says", "say", "asked", "asks", "thought", "think", "answered", "replied", "told",
    "is", "was", "are", "were", "sa", "sier", "spurte", "spør", "tenkte", "tenker", "svarte",
    "svarer", "er", "var", "sagte", "sagt", "fragte", "meinte", "ist", "war", "like", "liksom",
    "this", "that", "following", "dette", "det", "følgende", "at", "dass",
  ]
}
