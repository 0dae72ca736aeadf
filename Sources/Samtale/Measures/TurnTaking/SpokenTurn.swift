/// One turn with what turn-taking measures need to know of it.
public struct SpokenTurn: Sendable {
  /// Indices of the utterances.
  public var utterances: [Int]
  /// The speaker, as an index of the participants; `nil` for several or unknown speakers.
  public var speaker: Int?
  /// The role in which it is said.
  public var role: String?
  /// The person who is addressed, where exactly one is marked.
  public var addressee: Int?
  public var words: Int
  /// What its wording tells; `nil` for a turn without words.
  public var reading: CueReading?
  /// Whether talk was left out right before.
  public var isAfterCut: Bool
  /// The innermost marked topic in which it begins.
  public var topic: Int?
  /// Start and end in microseconds.
  var start: Int64?
  var end: Int64?

  var isMinimal: Bool { reading?.form == .minimal }
  var isQuestion: Bool { reading?.isFirstPairPart == true }
}

extension Transcript {
  /// The turns with their forms, in the order in which they were spoken.
  /// - Parameters:
  ///   - cues: Reads the wording.
  ///   - words: What counts as a word.
  /// - Returns: The turns; none for a transcript without words.
  public func spokenTurns(_ cues: CueReader, words: WordOptions = WordOptions()) -> [SpokenTurn] {
    let counts = wordCounts(words)
    let roles = RoleResolver(self)
    let topics = topicOfUtterances
    var turns: [SpokenTurn] = []
    TurnSegmentation.turns(
      self, unit: .turns, counts: { words.countsNonverbal || counts[$0] > 0 },
      body: { utterances, _, isAfterCut in
        var turn = spokenTurn(
          utterances, roles, cues, words: utterances.reduce(0) { $0 + counts[$1] })
        turn.isAfterCut = isAfterCut
        turn.topic = topics[utterances[0]]
        turns.append(turn)
      })
    return turns
  }

  private func spokenTurn(
    _ utterances: [Int], _ roles: RoleResolver, _ cues: CueReader, words: Int
  ) -> SpokenTurn {
    let first = utterances[0]
    let speakers = columns.speakerIndices(first)
    let speaker = speakers.count == 1 ? speakers[0] : nil
    let detail = columns.detail(first)
    let times = utterances.compactMap { interval(of: $0) }
    return SpokenTurn(
      utterances: utterances, speaker: speaker,
      role: speaker.flatMap {
        roles.role(analysis: detail?.analysis ?? [], person: participants[$0])
      },
      addressee: detail.flatMap { $0.addressees.count == 1 ? $0.addressees[0] : nil },
      words: words,
      reading: cues.read(utterances.map(columns.string).joined(separator: " ")),
      isAfterCut: false, topic: nil,
      start: times.first?.start, end: times.map(\.end).max())
  }

  /// The innermost marked topic in which each utterance begins.
  private var topicOfUtterances: [Int?] {
    var topics = [Int?](repeating: nil, count: columns.count)
    for (i, topic) in allTopics.enumerated() {
      for stretch in topic.extent.stretches where (stretch.scalars?.lowerBound ?? 0) == 0 {
        topics[stretch.utterance] = i
      }
    }
    return topics
  }
}
