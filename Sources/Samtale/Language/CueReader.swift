// Unsafe pointers: the bytes of the text are read in place, for the length of one call.

/// Reads the form of contributions with the rules of a ``Lexicon``.
///
/// ```swift
/// let reader = CueReader(Lexicon(language: "en")!)
/// reader.read("Okay, I see.")!.form  // minimal
/// reader.read("Have you asked the clinic")!.isQuestion  // true
/// reader.read("(…)")  // nil, there are no words
/// ```
///
/// A contribution is *minimal* if nothing is left of it when acknowledgements, short answers and
/// hesitation are taken away, and if these are at most eight (repetitions of one count once);
/// an *assessment* if also short evaluations must be taken away; a *filler* if it is nothing but
/// hesitation or a broken-off start; else *substantive*. Question marks are trusted; where they are
/// missing, inversion, question words and tags count.
///
/// ## The pattern language of lexicons
///
/// | written | matches |
/// |---|---|
/// | `mm ja` | words one after the other, in lower or upper case, whatever punctuation is between |
/// | `interess*` | a word with any ending, or none |
/// | `(du\|dere\|de andre)` | one of several words or phrases; `(så\|)` may be missing |
/// | `@quality` | a word or phrase of the list with that name |
/// | `_` | any one word |
/// | `...` | up to three words |
/// | `,` | nothing, but a comma or another small break must stand here |
/// | `^` in front | only at the beginning of a sentence; acknowledgements and hesitation may precede, except for the classes `minimal` and `filler` |
/// | `$` at the end | only at the end of a sentence |
public struct CueReader: Sendable {
  /// The rules, as given.
  public let lexicon: Lexicon
  let rules: CueRules

  /// Makes rules ready. This takes a few milliseconds: keep the reader.
  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    rules = CueRules(lexicon)
  }

  /// Reads one contribution.
  /// - Parameter text: Its words, as ``Turn/text`` or ``Utterance/text`` give them.
  /// - Returns: The reading; `nil` if the text holds no word, since laughter and silence have no
  ///   form.
  public func read(_ text: String) -> CueReading? {
    var text = text
    let cut = text.withUTF8 { CueText($0, vocabulary: rules.vocabulary) }
    guard !cut.words.isEmpty else { return nil }
    var reading = ReadingBuilder(rules, cut)
    for sentence in cut.sentences { reading.add(sentence) }
    return reading.reading
  }
}

/// Puts the reading of a contribution together, sentence by sentence.
private struct ReadingBuilder {
  private let rules: CueRules
  private let text: CueText
  private var found: Set<Lexicon.Class> = []
  private var matches: [RuleMatch] = []
  private var pieces: [CueTiling.Piece] = []
  private var isSubstantive = false
  private var isQuestion = false
  private var isLastQuestion = false
  /// Whether only hesitation has been read so far.
  private var isAtBeginning = true

  init(_ rules: CueRules, _ text: CueText) {
    self.rules = rules
    self.text = text
  }

  mutating func add(_ sentence: CueText.Sentence) {
    var matcher = CueMatcher(rules, text, sentence)
    matcher.run()
    let asks = addQuestions(matcher.matches, sentence)
    let tiles = tiles(matcher.matches, sentence, asks: asks)
    if let tiles { pieces += tiles } else { isSubstantive = true }
    addAssent(matcher.matches, sentence)
    let isOnlyHesitation = tiles?.allSatisfy { $0.kind == .filler || $0.kind == .dangling } ?? false
    if asks || !isOnlyHesitation { isLastQuestion = asks }
    addFlags(matcher.matches)
  }

  /// The acknowledgements, evaluations and hesitations of which a sentence consists; `nil` if there
  /// is more to it. Whoever declines or puts off says more than an acknowledgement, however short.
  private func tiles(
    _ all: [CueMatcher.Match],
    _ sentence: CueText.Sentence,
    asks: Bool
  ) -> [CueTiling.Piece]? {
    if all.contains(where: { kind($0) == .disclaimer || kind($0) == .deferral }) { return nil }
    var tiling = CueTiling(rules, text, sentence)
    return tiling.pieces(all, allowsBreakOff: !asks)
  }

  /// Agreement counts at the beginning of the contribution, hesitation aside.
  private mutating func addAssent(_ all: [CueMatcher.Match], _ sentence: CueText.Sentence) {
    guard isAtBeginning else { return }
    var place = sentence.words.lowerBound
    var next = place
    for match in all where match.words.lowerBound >= place {
      // Matches stand in the order of their first words.
      if match.words.lowerBound > place {
        guard next == match.words.lowerBound else { break }
        place = next
      }
      if kind(match) == .assent {
        found.insert(.assent)
        note(match)
        break
      }
      if kind(match) == .filler { next = match.words.upperBound }
    }
    isAtBeginning = next == sentence.words.upperBound && !found.contains(.assent)
  }

  /// Whether the sentence is a question.
  private mutating func addQuestions(_ all: [CueMatcher.Match], _ sentence: CueText.Sentence)
    -> Bool
  {
    var asks = false
    let guards = all.filter { kind($0) == .notQuestion }
    for match in all where kind(match) == .question {
      if guards.contains(where: { $0.words.contains(match.words.lowerBound) }) { continue }
      note(match)
      asks = true
    }
    if let mark = sentence.questionMark {
      matches.append(RuleMatch(rule: RuleMatch.questionMark, kind: .question, range: mark))
      asks = true
    }
    if asks { isQuestion = true }
    return asks
  }

  private mutating func addFlags(_ all: [CueMatcher.Match]) {
    for match in all {
      switch kind(match) {
      case .opening, .closing, .deferral, .disclaimer:
        found.insert(kind(match))
        note(match)
      default: break
      }
    }
  }

  private func kind(_ match: CueMatcher.Match) -> Lexicon.Class {
    rules.rules[Int(match.rule)].kind
  }

  private mutating func note(_ match: CueMatcher.Match) { note(match.rule, match.words) }

  private mutating func note(_ rule: Int32, _ words: Range<Int>) {
    let from = text.words[words.lowerBound].scalars.lowerBound
    let to = text.words[words.upperBound - 1].scalars.upperBound
    let entry = rules.entries[Int(rules.rules[Int(rule)].entry)]
    let match = RuleMatch(rule: entry.id, kind: entry.kind, range: from..<to)
    if matches.last != match { matches.append(match) }
  }

  /// The form, with pieces that stand more than once in a row counted once.
  private var form: ContributionForm {
    if isSubstantive { return .substantive }
    let counted = pieces.filter { $0.kind == .minimal || $0.kind == .assessment }
    var different = counted.isEmpty ? 0 : 1
    for (a, b) in zip(counted, counted.dropFirst()) where a.rule != b.rule { different += 1 }
    if different > CueTiling.mostPieces { return .substantive }
    if counted.contains(where: { $0.kind == .assessment }) { return .assessment }
    return counted.isEmpty ? .filler : .minimal
  }

  var reading: CueReading {
    var copy = self
    if form != .substantive {
      for piece in pieces { if let rule = piece.rule { copy.note(rule, piece.words) } }
    }
    let ordered = copy.matches.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule)
        < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
    }
    return CueReading(
      form: form,
      isQuestion: isQuestion,
      isFirstPairPart: isLastQuestion,
      isDisclaimer: found.contains(.disclaimer),
      isClosingBid: found.contains(.closing),
      isDeferral: found.contains(.deferral),
      isOpening: found.contains(.opening),
      startsWithAssent: found.contains(.assent),
      sentences: text.sentences.map(\.scalars),
      matches: Self.distinct(ordered)
    )
  }

  private static func distinct(_ ordered: [RuleMatch]) -> [RuleMatch] {
    var distinct: [RuleMatch] = []
    for match in ordered where distinct.last != match { distinct.append(match) }
    return distinct
  }
}
