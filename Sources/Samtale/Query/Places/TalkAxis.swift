/// The utterances of all transcripts of a corpus one after the other, as whole numbers.
struct TalkAxis: Sendable {
  /// The transcripts in the order of their names.
  let versions: [TranscriptVersion]
  /// The first utterance of each transcript, and the number of utterances at the end.
  private(set) var firsts: [Int] = [0]
  /// Where each utterance begins on the axis of characters, and where the axis ends.
  private(set) var bases: [Int] = [0]
  /// The place of each utterance in the order in which they were spoken.
  private(set) var places: [Int] = []
  /// The turn at each place, counted over the corpus.
  private var turns: [Int] = []
  /// The first place of each turn, and the number of places at the end.
  private var turnStarts: [Int] = []
  /// The run without a cut at each place.
  private var runs: [Int] = []
  /// The first place of each run, and the number of places at the end.
  private var runStarts: [Int] = []

  init(_ versions: [TranscriptVersion]) {
    self.versions = versions
    for version in versions {
      let columns = version.transcript.columns
      for i in 0..<columns.count {
        bases.append(bases[bases.count - 1] + max(1, columns.withText(i, UTF8Scan.scalarCount)))
      }
      addOrder(version.transcript)
      firsts.append(firsts[firsts.count - 1] + columns.count)
    }
    turnStarts.append(count)
    runStarts.append(count)
  }

  /// The number of utterances.
  var count: Int { firsts[firsts.count - 1] }

  /// A turn is a run of utterances of one speaker; utterances without words part none.
  private mutating func addOrder(_ transcript: Transcript) {
    let columns = transcript.columns
    let first = firsts[firsts.count - 1]
    places.append(contentsOf: repeatElement(0, count: columns.count))
    var speaker: Int32?
    for (rank, i) in transcript.speakingOrder.enumerated() {
      let place = first + rank
      places[first + i] = place
      let isCut = columns.flags[i] & UtteranceColumns.cutBefore != 0
      if rank == 0 || isCut {
        runStarts.append(place)
        speaker = nil
      }
      let hasWords = columns.withText(i, WordCount.words) > 0
      let continues = speaker != -1 && speaker == columns.speakers[i]
      if rank == 0 || isCut || (hasWords && !continues) { turnStarts.append(place) }
      if hasWords { speaker = columns.speakers[i] }
      turns.append(turnStarts.count - 1)
      runs.append(runStarts.count - 1)
    }
  }

  /// The transcript of an utterance, as an index.
  func transcript(of utterance: Int) -> Int {
    var low = 0
    var high = versions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] <= utterance { low = middle } else { high = middle }
    }
    return low
  }

  /// A whole utterance.
  func whole(_ utterance: Int) -> Span {
    Span(utterance: utterance, lower: bases[utterance], upper: bases[utterance + 1])
  }

  /// A stretch of a transcript; `nil` if nothing of it is there.
  func span(_ stretch: TextStretch, in transcript: Int) -> Span? {
    let utterance = firsts[transcript] + stretch.utterance
    guard stretch.utterance >= 0, utterance < firsts[transcript + 1] else { return nil }
    let all = whole(utterance)
    guard let scalars = stretch.scalars else { return all }
    let lower = max(all.lower, all.lower + scalars.lowerBound)
    let upper = min(all.upper, all.lower + scalars.upperBound)
    return lower < upper ? Span(utterance: utterance, lower: lower, upper: upper) : nil
  }

  /// A span as a stretch of its transcript.
  func stretch(_ span: Span) -> TextStretch {
    let base = bases[span.utterance]
    let local = span.utterance - firsts[transcript(of: span.utterance)]
    guard span.lower > base || span.upper < bases[span.utterance + 1] else {
      return TextStretch(utterance: local)
    }
    return TextStretch(utterance: local, scalars: (span.lower - base)..<(span.upper - base))
  }

  /// The places before one, no more than some turns back and not beyond a cut.
  func before(_ place: Int, turns distance: Int) -> Range<Int> {
    let turn = max(0, turns[place] - distance)
    return max(turnStarts[turn], runStarts[runs[place]])..<place
  }

  /// The places after one, no more than some turns on and not beyond a cut.
  func after(_ place: Int, turns distance: Int) -> Range<Int> {
    let turn = min(turnStarts.count - 1, turns[place] + distance + 1)
    return (place + 1)..<max(place + 1, min(turnStarts[turn], runStarts[runs[place] + 1]))
  }
}
