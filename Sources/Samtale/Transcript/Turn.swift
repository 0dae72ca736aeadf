/// Whether adjacent utterances of one speaker are taken together.
///
/// This choice changes every number, so every output names it.
public enum TurnUnit: String, Sendable, CaseIterable {
  /// Each transcribed stretch stands for itself.
  case utterances
  /// A run of utterances of one speaker, with nobody else between, is one turn.
  case turns

  /// The choice in words, for notes below tables.
  public var explanation: String {
    switch self {
    case .utterances: "each transcribed utterance is counted by itself"
    case .turns: "adjacent utterances of one speaker are merged into one turn"
    }
  }
}

/// A turn at talk: a run of utterances of one speaker with nobody else between.
public struct Turn: Sendable {
  let transcript: Transcript
  /// Indices of the utterances, in order. Utterances without words that stand between them and are
  /// not part of the turn are not among them.
  public let utteranceIndices: [Int]

  public var utterances: [Utterance] {
    utteranceIndices.map { Utterance(transcript: transcript, index: $0) }
  }

  /// Indices of the speakers in the transcript's participants; empty if unknown.
  public var speakers: [Int] { transcript.columns.speakerIndices(utteranceIndices[0]) }

  /// The words of all its utterances, joined by a space.
  public var text: String {
    utteranceIndices.map(transcript.columns.string).joined(separator: " ")
  }

  /// Start in seconds, `nil` if the first utterance has no time.
  public var start: Double? { utterances.first?.start }

  /// The latest end in seconds, `nil` if no utterance has one.
  public var end: Double? { utterances.compactMap(\.end).max() }
}

/// Finds turns.
enum TurnSegmentation {
  /// The turns as lists of utterance indices, in the order in which they were spoken.
  ///
  /// Utterances for which `counts` is false neither form nor separate turns. A cut ends a turn.
  /// Utterances of unknown speakers are never merged, since nothing says that they are one person's.
  static func turns(
    _ transcript: Transcript,
    unit: TurnUnit,
    counts: (Int) -> Bool,
    body: (_ utterances: [Int], _ speaker: Int32, _ isAfterCut: Bool) -> Void
  ) {
    let columns = transcript.columns
    var current: [Int] = []
    var speaker: Int32 = -1
    var cut = false
    var startedAfterCut = false
    for i in transcript.speakingOrder {
      if columns.flags[i] & UtteranceColumns.cutBefore != 0 { cut = true }
      guard counts(i) else { continue }
      let continues =
        unit == .turns && !cut && !current.isEmpty && speaker != -1
        && columns.speakers[i] == speaker
      if !continues {
        if !current.isEmpty { body(current, speaker, startedAfterCut) }
        current.removeAll(keepingCapacity: true)
        speaker = columns.speakers[i]
        startedAfterCut = cut
      }
      cut = false
      current.append(i)
    }
    if !current.isEmpty { body(current, speaker, startedAfterCut) }
  }
}

extension Transcript {
  /// The turns in order.
  /// - Parameters:
  ///   - unit: Whether adjacent utterances of one speaker are merged.
  ///   - countsNonverbal: Whether utterances without a word (a laugh, an inaudible remark) count.
  /// - Returns: The turns; none for a transcript without words.
  public func turns(_ unit: TurnUnit = .turns, countsNonverbal: Bool = false) -> [Turn] {
    var turns: [Turn] = []
    TurnSegmentation.turns(
      self,
      unit: unit,
      counts: { countsNonverbal || columns.withText($0, WordCount.words) > 0 },
      body: { indices, _, _ in turns.append(Turn(transcript: self, utteranceIndices: indices)) }
    )
    return turns
  }

  /// The number of ``turns(_:countsNonverbal:)``, without making them.
  public func turnCount(_ unit: TurnUnit = .turns, countsNonverbal: Bool = false) -> Int {
    var count = 0
    TurnSegmentation.turns(
      self,
      unit: unit,
      counts: { countsNonverbal || columns.withText($0, WordCount.words) > 0 },
      body: { _, _, _ in count += 1 }
    )
    return count
  }
}
