/// What the decision list looks at: an unbroken stretch of a topic and what comes after it.
struct ClosureContext {
  let all: ContributionSequence
  let stretch: Range<Int>
  let ends: TopicSegment.End
  let options: TopicOptions
  /// Contributions of the stretch that acknowledge another by repeating her or his words.
  let repetitions: Set<Int>
  /// L of measures §3.3; `nil` if nothing substantive is said.
  let lastSubstantive: Int?
  /// L, or the first contribution where there is none.
  let anchor: Int
  /// The first contribution after the stretch, `nil` at a cut and at the end.
  let next: Int?
  /// The first contribution after it that is neither minimal nor a filler, in the same topic as
  /// the next one.
  let nextOpener: Int?

  init?(
    _ all: ContributionSequence, stretch: Range<Int>, ends: TopicSegment.End,
    _ options: TopicOptions
  ) {
    guard !stretch.isEmpty else { return nil }
    self.all = all
    self.stretch = stretch
    self.ends = ends
    self.options = options
    let repetitions = Self.repetitions(in: stretch, all, options)
    self.repetitions = repetitions
    lastSubstantive = stretch.last {
      if options.answersAreSubstantive, Self.isAnswer($0, in: stretch, all) { return true }
      return all[$0].isSubstantive && !repetitions.contains($0) && !Self.isMereBid(all[$0])
        && !Self.isAssent($0, in: stretch, all, options)
    }
    anchor = lastSubstantive ?? stretch.lowerBound
    let after = stretch.upperBound
    next = after < all.count && !all[after].isAfterCut ? after : nil
    nextOpener = next.map { Self.opener(from: $0, all) }
  }

  /// The contributions after L.
  var tail: Range<Int> { (anchor + 1)..<stretch.upperBound }

  /// Contributions of others after L that acknowledge or evaluate; fillers say nothing.
  var responses: [Int] {
    let own = tail.filter {
      all[$0].isByOther(than: all[anchor]) && (all[$0].isResponse || repetitions.contains($0))
    }
    return own + responsesAfterBoundary
  }

  /// Minimal responses of others that stand right after the boundary, where L's own speaker goes
  /// on to open the next topic: they belong to what went before, whatever the boundary says.
  private var responsesAfterBoundary: [Int] {
    guard let next, let nextOpener, all[nextOpener].speakers == all[anchor].speakers,
      !all[anchor].speakers.isEmpty
    else { return [] }
    return (next..<nextOpener).filter {
      all[$0].isByOther(than: all[anchor]) && all[$0].reading.form == .minimal
    }
  }

  /// The first contribution of a run in one topic that opens anything, else its first.
  static func opener(from first: Int, _ all: ContributionSequence) -> Int {
    let topics = all[first].topics
    let run = (first..<all.count).prefix { all[$0].topics == topics }
    return run.first { all[$0].isSubstantive || all[$0].reading.form == .assessment } ?? first
  }

  // MARK: Bids

  /// Whether a contribution bids to close and says nothing else of weight: no sentence of more than
  /// four words besides the bid.
  static func isMereBid(_ contribution: Contribution) -> Bool {
    guard contribution.reading.isClosingBid else { return false }
    let bids = contribution.reading.matches.filter { $0.kind == .closing }
    let scalars = Array(contribution.text.unicodeScalars)
    return !contribution.reading.sentences.contains { sentence in
      if bids.contains(where: { $0.range.overlaps(sentence) }) { return false }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[sentence.clamped(to: 0..<scalars.count)])
      return WordCount.words(in: String(text)) > 4
    }
  }

  /// Whether a contribution is its speaker's first after a bid of another and accepts it.
  static func isAssent(
    _ place: Int, in stretch: Range<Int>, _ all: ContributionSequence, _ options: TopicOptions
  ) -> Bool {
    guard accepts(all[place], options) else { return false }
    return (stretch.lowerBound..<place).contains { bid in
      all[bid].reading.isClosingBid && all[place].isByOther(than: all[bid])
        && !((bid + 1)..<place).contains { all[$0].speakers == all[place].speakers }
    }
  }

  /// Whether a minimal response or short evaluation answers a question right before it that is no
  /// bid to close.
  static func isAnswer(_ place: Int, in stretch: Range<Int>, _ all: ContributionSequence) -> Bool {
    guard place > stretch.lowerBound, all[place].isResponse else { return false }
    let before = all[place - 1]
    return before.reading.isFirstPairPart && !before.reading.isClosingBid
      && all[place].isByOther(than: before)
  }

  /// Contributions that only repeat content words of the last substantive one, which is another's and
  /// no question (Howe 1991: acknowledgement by repetition). A negation that was not there before
  /// contradicts, and does not acknowledge.
  static func repetitions(
    in stretch: Range<Int>, _ all: ContributionSequence, _ options: TopicOptions
  ) -> Set<Int> {
    var found: Set<Int> = []
    var last: Contribution?
    for place in stretch where all[place].isSubstantive {
      let own = all[place]
      if let last, own.isByOther(than: last), !last.reading.isFirstPairPart,
        own.words <= options.repetitionWords, !own.reading.isQuestion, !own.reading.isDisclaimer,
        !own.reading.isClosingBid, !own.reading.isDeferral, !own.stems.isEmpty,
        own.stems.isSubset(of: last.stems),
        all.cues.holdsNegation(last.text) || !all.cues.holdsNegation(own.text)
      {
        found.insert(place)
      } else {
        last = own
      }
    }
    return found
  }

  /// Minimal, assessment, another bid, or a short contribution that begins by agreeing.
  static func accepts(_ contribution: Contribution, _ options: TopicOptions) -> Bool {
    contribution.isResponse || contribution.reading.isClosingBid
      || (contribution.reading.startsWithAssent && contribution.words <= options.assentWords)
  }

  /// Participants other than its speaker whose next contribution in the stretch accepts it.
  func accepting(_ place: Int) -> [(person: Int, contribution: Int)] {
    var seen = Set(all[place].speakers)
    var accepted: [(Int, Int)] = []
    for later in (place + 1)..<max(place + 1, stretch.upperBound) {
      for person in all[later].speakers where seen.insert(person).inserted {
        if Self.accepts(all[later], options) { accepted.append((person, later)) }
      }
    }
    return accepted
  }

  // MARK: Going over to the next topic

  /// Content words that the next opener shares with the last contributions of the topic.
  var link: Set<String> {
    guard let nextOpener else { return [] }
    var before: Set<String> = []
    for place in stretch.suffix(options.linkWindow) { before.formUnion(all[place].stems) }
    return before.intersection(all[nextOpener].stems)
  }

  /// Whether L's own speaker opens the next topic in the same utterance, and nobody else has spoken
  /// since L.
  var isOwnShift: Bool {
    guard isWithinTurn, let last = stretch.last, let nextOpener else { return false }
    let speakers = all[anchor].speakers
    return all[last].speakers == speakers && all[nextOpener].speakers == speakers
      && !tail.contains { all[$0].isByOther(than: all[anchor]) }
  }

  /// Whether the next topic begins in the same utterance: others had no chance to respond.
  var isWithinTurn: Bool {
    guard let next, let last = stretch.last else { return false }
    return all[next].utterances.first == all[last].utterances.last
  }

  /// Whether the next topic begins with an opening marker.
  var hasMarker: Bool {
    guard let next, let nextOpener else { return false }
    return (next...nextOpener).contains { all[$0].reading.isOpening }
  }

  /// Seconds between the last contribution and the next, else the pauses marked between them.
  func silence(_ transcript: Transcript) -> Double? {
    guard let next, let last = stretch.last else { return nil }
    if let end = all[last].end, let start = all[next].start { return max(0, start - end) }
    guard let from = all[last].utterances.last, let to = all[next].utterances.first, from < to
    else { return nil }
    let pauses = transcript.marks.filter {
      $0.kind == .pause && $0.isBetween && $0.utterance > from && $0.utterance <= to
    }
    let seconds = pauses.compactMap(\.seconds)
    return seconds.isEmpty ? nil : seconds.reduce(0, +)
  }
}

extension ClosureContext {
  /// Whether a contribution is a response or has one as its preface ("Okay, great. So …"): what
  /// stands before the first comma or end of a sentence.
  func beginsWithResponse(_ place: Int) -> Bool {
    let contribution = all[place]
    if contribution.isResponse || contribution.reading.startsWithAssent { return true }
    let preface = contribution.text.unicodeScalars.prefix { !Self.ends.contains($0) }
    guard preface.count < contribution.text.unicodeScalars.count,
      let form = all.cues.read(String(preface))?.form
    else { return false }
    return form == .minimal || form == .assessment
  }

  private static let ends: Set<Unicode.Scalar> = [
    ",", ".", "!", "?", ";", ":", "…", "–", "—",
  ]
}
