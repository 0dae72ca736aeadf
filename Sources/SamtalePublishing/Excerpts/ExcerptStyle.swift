/// How excerpts look in a journal: labels, signs for what the editor did, quotation marks.
///
/// ```swift
/// var style = ExcerptStyle.moen
/// style.ellipsis = "[…]"
/// ```
///
/// Templates may hold `{role}`, `{team}`, `{meeting}` (the meeting's number), `{label}` (what the
/// transcript prints), `{pseudonym}`, `{person}` (the identifier), `{transcript}` and `{turn}`.
public struct ExcerptStyle: Sendable, Hashable, Codable {
  /// What the style is called.
  public var name: String
  /// The label before a turn, with its colon.
  public var label: String
  /// Whether the turn of an excerpt with one speaker has a label too.
  public var labelsSingleSpeaker: Bool
  /// What stands behind an excerpt with one speaker, such as `({pseudonym})`; empty for nothing.
  public var attribution: String
  /// Words left out inside a turn; a space stands before and after.
  public var ellipsis: String
  /// Whether words left out at the very beginning or end of an excerpt are marked; the manual of the
  /// American Psychological Association leaves the sign out there (2020, 8.31).
  public var marksOuterEdges: Bool
  /// Turns left out, on a line of their own.
  public var omission: String
  /// Talk that was not heard.
  public var inaudible: String
  /// What a label says when the turn was said later in the meeting, or in a later meeting.
  public var later: String
  public var nextMeeting: String
  public var insertion: Marks
  public var gloss: Marks
  public var address: Marks
  public var replacement: Marks
  public var normalisation: Marks
  /// Added behind emphasis, since it is the editor's; empty for nothing.
  public var emphasisNote: String
  /// Quotation marks, and those inside others.
  public var quotes: Marks
  public var innerQuotes: Marks
  /// An excerpt of one speaker with fewer words stands inside the text, in quotation marks; 0 sets
  /// every excerpt as a block. The American Psychological Association's number is 40 (2020, 8.27).
  public var blockWords: Int
  /// Whether blocks have quotation marks too.
  public var quotesBlocks: Bool
  /// Whether abbreviations of roles, and the signs that excerpts use, are explained once.
  public var explainsAbbreviations: Bool
  /// Whether straight apostrophes and quotation marks of the transcript are printed as curved ones.
  public var curvesQuotes: Bool
  public var numbering: Numbering
  /// Whether the time of each turn is printed.
  public var hasTimes: Bool
  /// Whether pauses, overlap, latching and sounds are printed in the signs of Jefferson (2004).
  public var isConversationAnalytic: Bool
  /// Whether the place in the transcripts stands below each block.
  public var hasSource: Bool

  /// What stands around words, and how these are set.
  public struct Marks: Sendable, Hashable, Codable {
    public var before: String
    public var after: String
    public var isItalic: Bool

    public init(_ before: String, _ after: String, isItalic: Bool = false) {
      self.before = before
      self.after = after
      self.isItalic = isItalic
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      before = try container.decode(String.self, forKey: .before)
      after = try container.decode(String.self, forKey: .after)
      isItalic = try container.decodeIfPresent(Bool.self, forKey: .isItalic) ?? false
    }
  }

  /// What stands in the margin.
  public enum Numbering: String, Sendable, Hashable, Codable, CaseIterable {
    case none
    /// Turns of the excerpt from 1.
    case sequence
    /// Names of utterances.
    case turn
    /// Lines of the transcript's file.
    case line
  }
}

extension ExcerptStyle {
  /// Meetings as Moen et al. (2022) print them: `SW7:`, round brackets for explanations, square ones
  /// for insertions, three points.
  public static let moen = ExcerptStyle(
    name: "moen", label: "{role}{team}:", labelsSingleSpeaker: true,
    attribution: "({role}{team})", ellipsis: "...", marksOuterEdges: true, omission: "...",
    inaudible: "[inaudible]",
    later: "later",
    nextMeeting: "next meeting",
    insertion: Marks("[", "]"), gloss: Marks("(", ")"), address: Marks("(", ")"),
    replacement: Marks("", ""), normalisation: Marks("", ""), emphasisNote: "(emphasis added)",
    quotes: Marks("“", "”"), innerQuotes: Marks("‘", "’"), blockWords: 0, quotesBlocks: false,
    explainsAbbreviations: true, curvesQuotes: true, numbering: .none, hasTimes: false,
    isConversationAnalytic: false,
    hasSource: false)

  /// Interviews as Kinn et al. (2024) print them: the pseudonym behind the quotation, explanations
  /// in italics, spaced points.
  public static let kinn: ExcerptStyle = {
    var style = moen
    style.name = "kinn"
    style.label = "{pseudonym}:"
    style.labelsSingleSpeaker = false
    style.attribution = "({pseudonym})"
    style.ellipsis = ".\u{A0}.\u{A0}."
    style.omission = style.ellipsis
    style.insertion = Marks("(", ")")
    style.gloss = Marks("(", ")", isItalic: true)
    style.blockWords = 40
    return style
  }()

  /// The manual of the American Psychological Association (7th edition, 8.25–8.35).
  public static let apa: ExcerptStyle = {
    var style = kinn
    style.name = "apa"
    style.marksOuterEdges = false
    style.insertion = Marks("[", "]")
    style.gloss = Marks("[", "]")
    style.address = Marks("[", "]")
    style.replacement = Marks("[", "]")
    style.normalisation = Marks("[", "]")
    style.emphasisNote = "[emphasis added]"
    style.explainsAbbreviations = true
    return style
  }()

  /// Conversation analysis: numbered turns, pauses in seconds, overlap, latching and sounds in the
  /// signs of Jefferson (2004).
  public static let ca: ExcerptStyle = {
    var style = moen
    style.name = "ca"
    style.attribution = "({label})"
    style.curvesQuotes = false
    style.label = "{label}:"
    style.inaudible = "(   )"
    // Double brackets are the transcriber's; what the editor adds stands in braces.
    style.insertion = Marks("{", "}")
    style.gloss = Marks("{", "}")
    style.address = Marks("{", "}")
    style.normalisation = Marks("{", "}")
    style.ellipsis = "{…}"
    style.omission = "{turns left out}"
    style.emphasisNote = "{emphasis added}"
    style.numbering = .sequence
    style.isConversationAnalytic = true
    style.hasSource = true
    return style
  }()

  /// The styles that come with Samtale.
  public static let all: [ExcerptStyle] = [moen, kinn, apa, ca]
}

extension ExcerptStyle {
  /// The fields that templates may hold.
  public static let fields: Set = [
    "role", "team", "meeting", "label", "pseudonym", "person", "transcript", "turn",
  ]

  /// What is wrong with the style: signs that would hide what was left out or added, and templates
  /// that cannot be filled. Empty if nothing is.
  public var faults: [String] {
    let isBlank = { (text: String) in text.allSatisfy(\.isWhitespace) }
    let words = [
      ("ellipsis", ellipsis), ("omission", omission), ("inaudible", inaudible), ("later", later),
      ("nextMeeting", nextMeeting),
    ].filter { isBlank($0.1) }.map { "“\($0.0)” is empty: what is left out would not be seen" }
    let marks = [
      ("insertion", insertion), ("gloss", gloss), ("address", address), ("quotes", quotes),
      ("innerQuotes", innerQuotes),
    ].filter { isBlank($0.1.before) || isBlank($0.1.after) }
      .map { "“\($0.0)” has no sign before or after: nobody would see what is whose" }
    let templates = [("label", label), ("attribution", attribution)].flatMap { name, template in
      Self.unknownFields(template).map { "“\(name)” holds {\($0)}, which is no field" }
    }
    return words + marks + templates
      + (blockWords < 0 ? ["“blockWords” is below 0"] : [])
  }

  private static func unknownFields(_ template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
      part in
      let name = part.prefix { $0 != "}" }
      let isClosed = name.endIndex < part.endIndex
      return isClosed && fields.contains(String(name)) ? nil : String(name)
    }
  }
}
