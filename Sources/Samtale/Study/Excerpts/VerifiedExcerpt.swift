/// An excerpt that was held against its transcripts: taking away what the editor added and putting
/// back what was left out gives the words that were said, and turns that stand next to each other
/// were said next to each other.
///
/// There is no other way to make one, and only a verified excerpt can be printed; so what nobody
/// said (a ``Condensate``) never appears as talk.
public struct VerifiedExcerpt: Sendable {
  public let name: String
  public let lines: [Line]

  /// One line of the excerpt.
  public enum Line: Sendable {
    case turn(Turn)
    /// Turns are left out: how many utterances with words.
    case omission(utterances: Int)
    /// The next turn was said later.
    case jump(Excerpt.Jump)
  }

  /// A turn with its place in the present transcript.
  public struct Turn: Sendable {
    public let version: TranscriptVersion
    /// The utterance's index.
    public let utterance: Int
    /// The words with what the editor did to them.
    public let text: EditedText
    /// Words of translations, by language.
    public let translations: [String: EditedText]
    public let addressee: String?

    /// The participant who speaks; `nil` if unknown or several at once.
    public var speaker: Participant? { version.transcript.utterances[utterance].speaker }
    /// The transcript's and the utterance's name: `team1-m1 u12`.
    public var place: String { "\(version.transcript.id) \(version.name(of: utterance))" }
  }

  /// Holds an excerpt against the transcripts.
  ///
  /// - Parameters:
  ///   - excerpt: The excerpt.
  ///   - sources: The transcripts.
  ///   - languages: Languages whose translations are to be printed: each turn must have one, and of
  ///     a turn that is printed in part the part must be stated.
  /// - Throws: ``ExcerptFailure`` with everything that is wrong.
  public init(
    _ excerpt: Excerpt, in sources: ExcerptSources, translatedInto languages: [String] = []
  ) throws(ExcerptFailure) {
    try self.init(
      name: excerpt.name, items: excerpt.items, in: sources, translatedInto: languages)
  }

  /// Holds items that are not, or not yet, part of a study against the transcripts.
  /// - Throws: ``ExcerptFailure`` with everything that is wrong.
  public init(
    name: String, items: [Excerpt.Item], in sources: ExcerptSources,
    translatedInto languages: [String] = []
  ) throws(ExcerptFailure) {
    var check = ExcerptCheck(sources: sources, languages: languages)
    check.run(items)
    guard check.problems.isEmpty else {
      throw ExcerptFailure(excerpt: name, problems: check.problems)
    }
    self.name = name
    lines = check.lines
  }

  /// The turns, in order.
  public var turns: [Turn] {
    lines.compactMap { if case .turn(let turn) = $0 { turn } else { nil } }
  }

  /// The anchors of the turns on the present transcripts.
  public var anchors: [Anchor] {
    turns.map { turn in
      let whole = turn.version.transcript.utterances[turn.utterance].text.unicodeScalars.count
      let range = turn.text.range == 0..<whole ? nil : turn.text.range
      return turn.version.anchor([TextStretch(utterance: turn.utterance, scalars: range)])
    }
  }

  /// How many words are printed, insertions and glosses included.
  public var wordCount: Int {
    turns.reduce(0) { $0 + WordCount.words(in: $1.text.printedWords) }
  }
}
