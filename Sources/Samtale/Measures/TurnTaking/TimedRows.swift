/// What needs time stamps, as rows of the long table; without them every value is absent, with the
/// reason.
public struct TimedRows: Sendable {
  public var rows: [MeasureRow] = []
  private let transcript: Transcript
  private let transfers: FloorTransfers
  private let turns: [SpokenTurn]
  private let note: String
  private let names: [String]

  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - turns: Its turns with their forms (``Transcript/spokenTurns(_:words:)``).
  ///   - unit: Whether a party is a person or a role.
  public init(
    _ transcript: Transcript, turns: [SpokenTurn], unit: SpeakerSequence.Unit = .role
  ) {
    self.transcript = transcript
    self.turns = turns
    transfers = FloorTransfers(transcript)
    names = SpeakerSequence.names(transcript.participants)
    let quality = TimeStampQuality(transcript)
    note = transfers.timedUtterances == 0 ? "no time stamps" : quality.explanation
    addWhole()
    addParties(unit)
  }

  private var minimalUtterances: Set<Int> {
    Set(turns.filter { $0.reading?.form == .minimal }.flatMap(\.utterances))
  }

  // MARK: The meeting

  private mutating func addWhole() {
    let offsets = transfers.offsets.sorted()
    let n = offsets.count
    let minimal = minimalUtterances
    let time = transcript.speechAndSpan
    add("fto_median", Summary.median(offsets), n, "s")
    add("fto_mean", Summary.mean(offsets), n, "s")
    add("fto_quartile_1", n > 0 ? Summary.quantile(offsets, 0.25) : nil, n, "s")
    add("fto_quartile_3", n > 0 ? Summary.quantile(offsets, 0.75) : nil, n, "s")
    add("overlap_share", transfers.overlapShare, n, "share")
    add(
      "within_overlaps", n > 0 ? Double(transfers.within.count) : nil, transfers.within.count,
      "utterances")
    let candidates = transfers.interruptionCandidates { minimal.contains($0) }
    add(
      "interruption_candidates", n > 0 ? Double(candidates.count) : nil, n, "transfers",
      evidence: candidates.map { place($0.to) })
    add("silence_share", time.flatMap { $0.span > 0 ? 1 - $0.speech / $0.span : nil }, n, "share")
    add(
      "turns_per_minute", time.flatMap { $0.span > 0 ? Double(turns.count) / $0.span * 60 : nil },
      turns.count, "per minute")
    addLatency()
  }

  /// How long it takes until a question is answered.
  private mutating func addLatency() {
    let outcomes = QuestionOutcome.all(in: turns)
    let latencies = outcomes.compactMap { outcome -> Double? in
      guard case .answered(let answer) = outcome.fate, let end = turns[outcome.question].end,
        let start = turns[answer].start
      else { return nil }
      return Double(start - end) / 1_000_000
    }
    add("latency_to_answer_median", Summary.median(latencies), latencies.count, "s")
  }

  private mutating func add(
    _ measure: String, _ value: Double?, _ n: Int, _ unit: String, evidence: [String] = []
  ) {
    let absent = transfers.timedUtterances == 0 ? "no time stamps" : "nothing to measure"
    rows.append(
      MeasureRow(
        meeting: transcript.id, .meeting, transcript.id, measure, value, n: n, unit: unit,
        note: value == nil ? absent : note, evidence: evidence))
  }

  private func place(_ utterance: Int) -> String { transcript.utterances[utterance].source }

  // MARK: Parties

  private mutating func addParties(_ unit: SpeakerSequence.Unit) {
    var names: [String] = []
    var seconds: [String: Double] = [:]
    var timedWords: [String: Int] = [:]
    var timedTurns: [String: Int] = [:]
    let counts = transcript.wordCounts()
    for turn in turns {
      guard let name = name(turn, unit) else { continue }
      if !names.contains(name) { names.append(name) }
      let timed = turn.utterances.filter { transcript.interval(of: $0) != nil }
      guard !timed.isEmpty else { continue }
      let length = timed.reduce(0.0) { sum, i in
        sum + (transcript.interval(of: i).map { Double($0.end - $0.start) / 1_000_000 } ?? 0)
      }
      seconds[name, default: 0] += length
      timedTurns[name, default: 0] += 1
      // Rates of very short turns say nothing about how fast somebody speaks.
      if turn.words >= 5 {
        timedWords[name, default: 0] += timed.reduce(0) { $0 + counts[$1] }
        seconds[name + "\u{0}rate", default: 0] += length
      }
    }
    let kind: MeasureRow.GroupKind = unit == .speaker ? .speaker : .role
    for name in names {
      let n = timedTurns[name] ?? 0
      let rated = seconds[name + "\u{0}rate"] ?? 0
      rows.append(
        MeasureRow(
          meeting: transcript.id, kind, name, "speaking_time", seconds[name], n: n, unit: "s",
          note: n == 0 ? "no time stamps" : note))
      rows.append(
        MeasureRow(
          meeting: transcript.id, kind, name, "speaking_rate",
          rated > 0 ? Double(timedWords[name] ?? 0) / rated * 60 : nil, n: n,
          unit: "words per minute",
          note: n == 0 ? "no time stamps" : rated > 0 ? note : "no timed turns of five words"))
    }
  }

  private func name(_ turn: SpokenTurn, _ unit: SpeakerSequence.Unit) -> String? {
    guard let speaker = turn.speaker else { return nil }
    if unit == .role { return turn.role ?? "no role" }
    return names[speaker]
  }
}
