import Samtale

/// The vocabulary of CHAT that reader and writer share.
enum ChatCodes {
  /// In the last field of `@ID`: CHAT demands a role, but nobody has said one.
  static let noRole = "no role"

  // MARK: Ends and beginnings of utterances

  /// Ends other than `.`, `?` and `!`, longest first, with the mark that words keep of them.
  static let terminators: [(code: String, words: String)] = [
    ("+\"/.", "."), ("+//.", ""), ("+//?", "?"), ("+..?", "?"), ("+...", ""), ("+\".", "."),
    ("+/.", ""), ("+/?", "?"), ("+!?", "?"), ("+.", ""),
  ]

  /// The end that says nothing of the words: written where a text has no mark at its end.
  static let plainEnd = "+."

  /// What may stand at the beginning of an utterance and say how it follows the one before.
  static let linkers = ["+<", "++", "+^", "+\"", "+,", "+≈", "+≋"]

  /// Signs of conversation analysis that may end an utterance.
  static let contours: Set<Unicode.Scalar> = ["⇗", "↗", "→", "↘", "⇘", "∞", "≈", "≋", "≡"]

  /// Layers that keep what CHAT says of beginnings and ends of utterances.
  static let linkerLayer = "chat.linker"
  static let terminatorLayer = "chat.terminator"
  /// The tier in which the writer keeps identifiers of utterances.
  static let identifierTier = "xutt"
  /// The tier of what linkers cannot say of how an utterance follows: `pause`, `smooth`.
  static let transitionTier = "xtrans"
  /// The tier of translations into other languages than English: `nb: …`.
  static let translationTier = "xtran"

  // MARK: Signs inside words

  /// Signs of voice and prosody that are no letters.
  static let prosody: Set<Unicode.Scalar> = contours.union([
    "↑", "↓", "≠", "∾", "⁑", "⤇", "⤆", "∙", "↻", "↫", "∆", "∇", "⁎", "°", "▁", "▔", "☺", "♋", "⁇",
    "∬", "∮", "∲", "§", "ˈ", "ˌ", "\u{1}", "\u{2}", "\u{3}", "\u{4}",
  ])
  /// Greek letters that conversation analysts use as signs.
  static let greekProsody: Set<Unicode.Scalar> = ["Ἡ", "Ϋ"]
  /// Brackets around groups that say nothing of words.
  static let silentBrackets: Set<Unicode.Scalar> = ["‹", "›", "〔", "〕"]
  static let overlapBrackets: [Unicode.Scalar: (type: String, opens: Bool)] = [
    "⌈": ("overlap-top", true), "⌉": ("overlap-top", false), "⌊": ("overlap-bottom", true),
    "⌋": ("overlap-bottom", false),
  ]

  // MARK: Codes in brackets

  /// Codes that make withdrawn words of what stands before, with the type of the mark.
  static let retracings: [(code: String, type: String?)] = [
    ("//", nil), ("/", "repetition"), ("///", "reformulation"), ("/-", "falseStart"),
    ("/?", "unclear-retracing"),
  ]
  /// The type of words that are written as one (`New_York`).
  static let compound = "compound"
  /// Codes that mark a stretch, with the type of the segment.
  static let stretches: [(code: String, type: String)] = [
    ("!", "stressed"), ("!!", "contrastive"), ("e", "excluded"),
  ]
  /// Codes with words of their own, longest first, with the type of the note.
  static let notes: [(code: String, type: String)] = [
    ("=!", "paralinguistic"), ("=?", "alternative"), ("=", "explanation"),
    ("::", "real-replacement"),
    (":", "replacement"), ("%", "comment"), ("*", "error"), ("+", "postcode"), ("x ", "repeated"),
  ]
  /// Words that `&=` names, by the sort of event.
  static let sounds: Set<String> = [
    "belches", "blows", "breathes", "burps", "chokes", "chuckles", "clears", "coos", "coughs",
    "cries", "exhales", "gasps", "giggles", "groans", "growls", "grunts", "hiccups", "hisses",
    "hums", "imit", "ingressive", "inhales", "laughs", "moans", "mumbles", "pants", "purrs",
    "roars", "screams", "shouts", "sighs", "sings", "sneezes", "sniffs", "sniffles", "snores",
    "sobs", "squeals", "swallows", "vocalizes", "whimpers", "whines", "whispers", "whistles",
    "yawn", "yawns", "yells", "cough", "laugh", "laughter", "sigh", "cry", "gasp",
  ]
  static let movements: Set<String> = [
    "ges", "gestures", "head", "hits", "jumps", "kisses", "moves", "nods", "points", "reaches",
    "runs", "shakes", "shows", "shrugs", "smiles", "turns", "walks", "waves",
  ]

  /// The kind of the event that `&=` and these words mean.
  static func kind(ofEvent text: String) -> Mark.Kind {
    let word = String(text.prefix { $0 != ":" && $0 != "_" && $0 != " " }).lowercased()
    return sounds.contains(word) ? .vocal : movements.contains(word) ? .kinesic : .incident
  }

  /// Words in front of an event's where its kind does not follow from them.
  static let eventKinds: [(word: String, kind: Mark.Kind)] = [
    ("vocal", .vocal), ("kinesic", .kinesic), ("incident", .incident),
  ]

  // MARK: People

  /// The roles that CHAT knows (CHAT manual, `@Participants`).
  static let roles: Set<String> = [
    "Target_Child", "Target_Adult", "Child", "Mother", "Father", "Brother", "Sister", "Sibling",
    "Grandmother", "Grandfather", "Relative", "Participant", "Investigator", "Partner", "Boy",
    "Girl", "Adult", "Teenager", "Male", "Female", "Visitor", "Friend", "Playmate", "Caretaker",
    "Environment", "Group", "Unidentified", "Uncertain", "Other", "Text", "Media", "PlayRole",
    "LENA", "Justice", "Attorney", "Doctor", "Nurse", "Patient", "Client", "Subject", "Student",
    "Teacher", "Host", "Guest", "Leader", "Member", "Narrator", "Speaker", "Audience",
  ]

  /// Headers that are kept as notes and written as headers again.
  static let noteHeaders: Set<String> = [
    "Activities", "Bck", "Blank", "L1_of", "Location", "New_Episode", "Number", "Page",
    "Recording_Quality", "Room_Layout", "Situation", "T", "Tape_Location", "Time_Duration",
    "Time_Start", "Transcriber", "Transcription", "Types", "Videos", "Warning",
  ]

  /// The comment that names the recording where `@Media` cannot: CHAT wants its name to be that of
  /// the file, without an extension.
  static let recordingComment = "Recording file: "

  /// The values of SES that CHAT knows.
  static let statuses: Set<String> = ["UC", "MC", "WC", "LI"]

  // MARK: Characters that words cannot hold

  /// The comment by which a file says that its fullwidth characters stand for reserved ones.
  static let escapeComment =
    "Fullwidth characters and raised commas in this file stand for characters that CHAT reserves"

  /// The fullwidth form of an ASCII character (Unicode, Halfwidth and Fullwidth Forms), the raised
  /// comma of a quotation mark.
  static func escaped(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "’" { return "ʼ" }
    if scalar == "‘" { return "ʻ" }
    guard (0x21...0x7E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }

  /// The character that a fullwidth form or raised comma stands for.
  static func unescaped(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "ʼ" { return "’" }
    if scalar == "ʻ" { return "‘" }
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  static func unescaped(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(unescaped(scalar)) }
    return String(plain)
  }
}
