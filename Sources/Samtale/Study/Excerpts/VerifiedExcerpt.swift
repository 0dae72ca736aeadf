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

/// Holds items against transcripts, one after the other.
private struct ExcerptCheck {
  let sources: ExcerptSources
  let languages: [String]
  var lines: [VerifiedExcerpt.Line] = []
  var problems: [ExcerptFailure.Problem] = []
  private var last: VerifiedExcerpt.Turn?
  private var omits = false
  private var jump: Excerpt.Jump?

  init(sources: ExcerptSources, languages: [String]) {
    self.sources = sources
    self.languages = languages
  }

  mutating func run(_ items: [Excerpt.Item]) {
    for item in items {
      switch item {
      case .omission:
        if omits || last == nil { add(omitsNothing("an omission leaves nothing out")) }
        omits = true
      case .jump(let jump):
        if self.jump != nil || last == nil { add(omitsNothing("a jump leads nowhere")) }
        self.jump = jump
      case .turn(let turn): check(turn)
      }
    }
    if omits || jump != nil {
      add(omitsNothing("an omission or jump stands at the end"))
    } else if last == nil, problems.isEmpty {
      add(.init(.empty, nil, "it has no turn", do: "name turns of a transcript"))
    }
  }

  private mutating func add(_ problem: ExcerptFailure.Problem) { problems.append(problem) }

  private func omitsNothing(_ what: String) -> ExcerptFailure.Problem {
    .init(.omitsNothing, nil, what, do: "take it away, or name the turns around it")
  }

  // MARK: A turn

  private mutating func check(_ turn: Excerpt.Turn) {
    guard let found = find(turn) else { return }
    checkPieces(found.text, at: found.place)
    if let last { checkStep(from: last, to: found) } else { last = found }
    if omits { lines.append(.omission(utterances: last.map { between($0, found) } ?? 0)) }
    if let jump { lines.append(.jump(jump)) }
    (omits, jump) = (false, nil)
    lines.append(.turn(found))
    last = found
  }

  /// The turn in the present transcript, if its words are those of the transcript.
  private mutating func find(_ turn: Excerpt.Turn) -> VerifiedExcerpt.Turn? {
    let named = turn.anchor.segments.first?.utterance ?? "a turn"
    guard let version = sources.version(turn.anchor.transcript),
      let placement = sources.place(turn.anchor), let stretch = placement.stretches.first,
      placement.status != .lost, placement.stretches.count == 1
    else {
      let name = sources.version(turn.anchor.transcript)?.transcript.id
      add(
        .init(
          .notFound, name.map { "\($0) \(named)" } ?? named,
          "its place is not found in a transcript that is at hand",
          do: "make the excerpt anew from the present transcript"))
      return nil
    }
    let utterance = version.transcript.utterances[stretch.utterance]
    let place = "\(version.transcript.id) \(version.name(of: stretch.utterance))"
    let said = stretch.scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text
    guard said == turn.text.restored else {
      let difference = WordDifference.text(said: said, written: turn.text.restored)
      add(
        .init(
          .wordsDiffer, place,
          "with omissions restored and insertions removed it does not say what was said: "
            + difference,
          do: "print the words of the transcript; [-these-] are not in it, {+these+} are missing"))
      return nil
    }
    let text = EditedText(start: stretch.scalars?.lowerBound ?? 0, turn.text.pieces)
    return VerifiedExcerpt.Turn(
      version: version, utterance: stretch.utterance, text: text,
      translations: translations(turn, text, version, stretch.utterance, place),
      addressee: turn.addressee)
  }

  private mutating func checkPieces(_ text: EditedText, at place: String) {
    let isEmpty = { (words: String) in
      words.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
    let prints = text.pieces.contains { piece in
      if case .elide = piece { false } else { piece.said.map { !isEmpty($0) } ?? false }
    }
    if !prints {
      add(
        .init(
          .printsNothing, place, "nothing of this turn is printed",
          do: "leave the turn out with an omission"))
    }
    for case let added? in text.pieces.map(\.added) where isEmpty(added) {
      add(.init(.addsNothing, place, "an addition has no words", do: "take it away"))
    }
  }

  private mutating func translations(
    _ turn: Excerpt.Turn, _ text: EditedText, _ version: TranscriptVersion, _ utterance: Int,
    _ place: String
  ) -> [String: EditedText] {
    let isWhole = text.restored == version.transcript.utterances[utterance].text
    // Names that are replaced in the original would stand in the whole translation.
    let isPlain = isWhole && text.pieces.allSatisfy { $0.staysInTranslation }
    var kept: [String: EditedText] = [:]
    for language in Set(languages).union(turn.translations.keys).sorted() {
      do throws(ExcerptFailure.Problem) {
        kept[language] = try translation(
          sources.translation(of: utterance, in: version, into: language),
          into: language, turn.translations[language], isPlain: isPlain, place)
      } catch {
        add(error)
      }
    }
    for (language, edit) in kept { checkPieces(edit, at: "\(place) (\(language))") }
    return kept
  }

  private func translation(
    _ base: ExcerptSources.TurnTranslation?, into language: String, _ edit: EditedText?,
    isPlain: Bool, _ place: String
  ) throws(ExcerptFailure.Problem) -> EditedText {
    let problem = { (what: String, remedy: String) in
      ExcerptFailure.Problem(.translation, place, what, do: remedy)
    }
    guard let base, !base.isShared else {
      throw problem(
        base == nil
          ? "there is no translation into \(language)"
          : "its translation into \(language) is one for several turns",
        "translate the turn, or print the original only")
    }
    if base.isStale {
      throw problem(
        "it was corrected after it was translated into \(language)",
        "look at the translation again (samtale translation status)")
    }
    guard let edit else {
      if isPlain { return EditedText(start: 0, [.keep(base.text)]) }
      throw problem(
        "it is printed in part, or with words replaced, and nothing says how its translation into "
          + "\(language) is printed",
        "write the words of the translation below the turn, “  \(language): …”")
    }
    let whole = Array(base.text.unicodeScalars)
    let isInside = edit.range.upperBound <= whole.count
    let said = isInside ? String(String.UnicodeScalarView(whole[edit.range])) : base.text
    guard said == edit.restored else {
      throw problem(
        "its translation into \(language) is another now: "
          + WordDifference.text(said: said, written: edit.restored),
        "print the words of the translation")
    }
    return edit
  }

  // MARK: From turn to turn

  private mutating func checkStep(from last: VerifiedExcerpt.Turn, to next: VerifiedExcerpt.Turn) {
    guard last.version.id == next.version.id else { return checkMeeting(last, next) }
    guard next.utterance > last.utterance else {
      let problem = "it was said before the turn above it, or is the same turn"
      return add(
        .init(.order, next.place, problem, do: "keep the order of the talk, in one turn each"))
    }
    if jump == .meeting {
      add(
        .init(
          .jump, next.place, "it stands in the same meeting as the turn above it",
          do: "write that it was said later"))
    }
    let between = between(last, next)
    if omits || jump == .later {
      if between == 0, !isCut(last, next) {
        add(omitsNothing("an omission or jump before \(next.place) leaves nothing out"))
      }
    } else if jump == nil {
      checkNeighbours(last, next, between)
    }
  }

  private mutating func checkNeighbours(
    _ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn, _ between: Int
  ) {
    if between > 0 {
      add(
        .init(
          .notNeighbours, next.place,
          "\(between == 1 ? "a turn was" : "\(between) turns were") said between it and the turn "
            + "above it",
          do: "print what is between, or put “...” there"))
    } else if isCut(last, next) {
      add(
        .init(
          .cutInside, next.place,
          "words are left out between it and the turn above it, and nothing says so",
          do: "print the turns up to their ends, or leave words out as an omission “[...]”"))
    }
  }

  /// Whether words are missing at the end of a turn or at the beginning of the one after it.
  private func isCut(_ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn) -> Bool {
    let whole = last.version.transcript.utterances[last.utterance].text.unicodeScalars.count
    return last.text.range.upperBound < whole || next.text.start > 0 || isRecordingCut(last, next)
  }

  /// Whether the transcriber left out talk between two turns.
  private func isRecordingCut(_ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn) -> Bool {
    (last.utterance + 1...next.utterance).contains {
      last.version.transcript.utterances[$0].isAfterCut
    }
  }

  private mutating func checkMeeting(
    _ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn
  ) {
    let (from, to) = (last.version.transcript, next.version.transcript)
    guard jump == .meeting else {
      return add(
        .init(
          .jump, next.place, "it was said in another meeting than the turn above it",
          do: "write that between them (>> meeting)"))
    }
    guard let team = from.team, team.id == to.team?.id, Self.isLater(to, than: from) else {
      return add(
        .init(
          .jump, next.place, "\(to.id) is not a later meeting of the team of \(from.id)",
          do: "make an excerpt of its own"))
    }
  }

  /// By the date, else by the meeting's number.
  private static func isLater(_ a: Transcript, than b: Transcript) -> Bool {
    if let first = a.date, let second = b.date, first != second { return first > second }
    guard let first = a.number.flatMap({ Int($0) }), let second = b.number.flatMap({ Int($0) })
    else { return false }
    return first > second
  }

  /// How many utterances with words lie between two turns of a meeting.
  private func between(_ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn) -> Int {
    guard last.version.id == next.version.id, last.utterance < next.utterance else { return 0 }
    return (last.utterance + 1..<next.utterance).count {
      last.version.transcript.hasWords($0)
    }
  }
}

extension EditedText.Piece {
  /// Whether the whole translation may be printed beside it: nothing of the talk is hidden.
  fileprivate var staysInTranslation: Bool {
    switch self {
    case .keep, .emphasise, .insert, .gloss, .address: true
    case .elide, .replace, .normalise: false
    }
  }
}
