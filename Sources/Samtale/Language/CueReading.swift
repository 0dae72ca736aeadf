/// A rule that contributed to a reading, and where.
public struct RuleMatch: Hashable, Sendable {
  /// The stable identifier of the entry, such as `en.minimal.yeah`; ``questionMark`` for a
  /// question mark.
  public var rule: String
  /// What the rule is for.
  public var kind: Lexicon.Class
  /// Where it matched, in Unicode scalars of the text.
  public var range: Range<Int>

  /// The rule behind a question that the transcriber marked.
  public static let questionMark = "question.mark"

  public init(rule: String, kind: Lexicon.Class, range: Range<Int>) {
    self.rule = rule
    self.kind = kind
    self.range = range
  }
}

/// What a contribution is by its form. The form is computed; what the contribution does in the
/// conversation is for the researcher to judge.
public enum ContributionForm: String, Sendable, CaseIterable {
  /// Only acknowledgements and short answers: *Mm. Yeah, I see.*
  case minimal
  /// A short evaluation, alone or after acknowledgements: *Yes, that is great.*
  case assessment
  /// Only hesitation, or a start that was broken off: *Um, so, it's –*
  case filler
  /// All else.
  case substantive
}

/// What the wording of one contribution tells.
public struct CueReading: Hashable, Sendable {
  public var form: ContributionForm
  /// Whether any sentence is a question.
  public var isQuestion: Bool
  /// Whether the last sentence is a question, so that an answer is due. Hesitation after it does
  /// not count.
  public var isFirstPairPart: Bool
  /// Whether responsibility or knowledge is declined: *That's not my job.*
  public var isDisclaimer: Bool
  /// Whether it offers to close: *Let's move on.*
  public var isClosingBid: Bool
  /// Whether something is put off: *We'll come back to that.*
  public var isDeferral: Bool
  /// Whether it holds words of openings and of the agenda: *Okay, next item.*
  public var isOpening: Bool
  /// Whether it begins with an agreeing word, hesitation aside.
  public var startsWithAssent: Bool
  /// The sentences, in Unicode scalars of the text.
  public var sentences: [Range<Int>]
  /// Every rule that contributed, in the order of the text.
  public var matches: [RuleMatch]
}
