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
  /// `Deltaker 3`, `aal_` of `aal_01um`; `nil` if there is no number.
  static func family(_ label: String) -> String? {
    if isIdentifier(label) { return String(label.prefix { !$0.isNumber }) }
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

  /// Whether it names all who are present, as in the transcripts of focus groups.
  static func isGroup(_ label: String) -> Bool { groups.contains(label.lowercased()) }

  private static let groups: Set<String> = [
    "participants", "attendees", "speakers", "deltakere", "deltakarar", "teilnehmer",
    "teilnehmende",
  ]

  /// Whether a word behind a name goes on with a sentence about the person: `Anna said`, `Anna and`.
  static func continues(_ word: String) -> Bool {
    verbs.contains(word) || conjunctions.contains(word)
  }

  private static let conjunctions: Set<String> = [
    "and", "or", "but", "with", "has", "had", "will", "would", "can", "could", "does", "did", "who",
    "og", "eller", "men", "med", "har", "hadde", "vil", "ville", "kan", "kunne", "skal", "skulle",
    "som", "måtte", "må", "ble", "blir", "kom", "kommer", "und", "oder", "aber", "mit", "hat",
    "hatte", "wird", "kann", "der", "die",
  ]

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

extension SpeakerLabel {
  /// What a label looks like, apart from its letters.
  enum Shape: Hashable {
    /// `SW7`
    case code
    /// `ES`, `I`
    case capitals
    /// `Anna`
    case name
    /// `Anna Berg`, `Dr. Smith`
    case names
    /// `Participant 3`
    case numbered
  }

  /// The shape; `nil` for words that are not written as labels are.
  static func shape(_ label: String) -> Shape? {
    if isCode(label) { return .code }
    if isCapitals(label) { return .capitals }
    var words = label.split(separator: " ")
    let hasNumber = words.count > 1 && words.last?.allSatisfy(\.isNumber) ?? false
    if hasNumber { words.removeLast() }
    let areNames = words.allSatisfy { word in
      word.first?.isUppercase ?? false && word.allSatisfy { $0.isLetter || ".-'’".contains($0) }
    }
    guard areNames, (1...4).contains(words.count) else { return nil }
    return hasNumber ? .numbered : words.count == 1 ? .name : .names
  }

  /// `???`: somebody wrote that it is not known who speaks.
  static func isUnknownMark(_ label: String) -> Bool {
    (1...5).contains(label.utf8.count) && label.allSatisfy { $0 == "?" }
  }

  /// Labels alike but for capitals and spaces.
  static func key(_ label: String) -> String {
    label.lowercased().filter { !$0.isWhitespace }
  }

  /// Whether a label that occurs once could be a speaker's: a capital, at most three words, and
  /// none that begins a sentence or that people put before a colon.
  static func mayBeSingle(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ")
    guard label.first?.isUppercase == true, (1...3).contains(words.count), !isDenied(label),
      let first = words.first, let last = words.last
    else { return false }
    return !common.contains(String(last)) && (words.count == 1 || !openings.contains(String(first)))
  }

  /// Things that talk announces before a colon. A label that recurs may be one of them: a
  /// transcript may well have the speakers `Question` and `Answer`.
  private static let common: Set<String> = [
    "plan", "plans", "problem", "problems", "question", "questions", "answer", "answers", "idea",
    "ideas", "point", "points", "goal", "goals", "aim", "reason", "reasons", "fact", "facts",
    "task", "tasks", "deadline", "solution", "status", "info", "information", "total", "cost",
    "costs", "price", "address", "phone", "email", "e-mail", "minutes", "action", "actions",
    "decision", "decisions", "important", "remember", "thing", "things", "advantage", "list",
    "title", "name", "background", "introduction", "case", "setting", "context", "observation",
    "spørsmål", "svar", "problemet", "ide", "idé", "poeng", "poenget", "mål", "målet", "grunn",
    "grunnen", "årsak", "faktum", "fakta", "oppgave", "oppgaver", "frist", "løsning", "løsningen",
    "pris", "adresse", "telefon", "epost", "e-post", "referat", "tiltak", "beslutning", "viktig",
    "husk", "fordel", "ulempe", "liste", "navn", "namn", "bakgrunn", "innledning", "situasjon",
    "frage", "antwort", "ziel", "grund", "aufgabe", "lösung", "wichtig", "liste", "name",
  ]

  private static let openings: Set<String> = [
    "a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "this", "that", "these",
    "those", "and", "but", "so", "or", "if", "when", "what", "why", "how", "where", "who", "one",
    "two", "three", "i", "we", "you", "he", "she", "it", "they", "there", "here", "not", "only",
    "en", "et", "ei", "min", "mitt", "mine", "vår", "vårt", "din", "ditt", "hans", "hennes", "den",
    "det", "de", "denne", "dette", "disse", "og", "men", "så", "eller", "hvis", "når", "hva",
    "hvorfor", "hvordan", "hvor", "hvem", "jeg", "eg", "vi", "du", "dere", "han", "hun", "ikke",
    "bare", "der", "die", "das", "ein", "eine", "mein", "meine", "unser", "und", "aber", "oder",
    "wenn", "was", "warum", "wie", "wir", "ich", "sie", "er", "es",
  ]
}
