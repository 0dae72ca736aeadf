/// How equally the people of one meeting took part.
public struct MeetingEquality: Sendable {
  public var transcript: String
  public var people: Int
  /// Those listed as present who never speak, not even together with others: label or identifier.
  public var silent: [String]
  public var giniTurns: Double?
  public var giniWords: Double?
  public var evennessTurns: Double?
  public var evennessWords: Double?
  /// Share of words of the one who speaks most.
  public var largestShare: Double?

  /// Measures one meeting over everybody present, the silent included.
  public init(_ meeting: MeetingParticipation) {
    transcript = meeting.transcript
    var turns: [Participant.Identity: Int] = [:]
    var words: [Participant.Identity: Int] = [:]
    for contributor in meeting.contributors {
      guard case .person(let identity) = contributor.speaker else { continue }
      turns[identity, default: 0] += contributor.turnWords.count
      words[identity, default: 0] += contributor.words
    }
    let everybody = meeting.present
    people = everybody.count
    silent = everybody.map(\.identity).enumerated()
      .filter { turns[$0.element] == nil && !meeting.jointSpeakers.contains($0.element) }
      .map { everybody[$0.offset].label ?? $0.element.id }
    let turnCounts = everybody.map { Double(turns[$0.identity] ?? 0) }
    let wordCounts = everybody.map { Double(words[$0.identity] ?? 0) }
    giniTurns = Equality.gini(turnCounts)
    giniWords = Equality.gini(wordCounts)
    evennessTurns = Equality.evenness(turnCounts)
    evennessWords = Equality.evenness(wordCounts)
    let sum = wordCounts.reduce(0, +)
    largestShare = sum > 0 ? wordCounts.max().map { $0 / sum } : nil
  }
}

/// How equally people took part, meeting by meeting, and how far the mean can be trusted.
public struct CorpusEquality: Sendable {
  /// One for each meeting; meetings of the same identifier are told apart by their file.
  public var meetings: [MeetingEquality]
  public var unit: TurnUnit
  public var clusters: Clusters

  public init(_ meetings: [MeetingParticipation]) {
    let names = MeetingNames(meetings)
    self.meetings = meetings.enumerated().map { index, meeting in
      var equality = MeetingEquality(meeting)
      equality.transcript = names[index]
      return equality
    }
    unit = meetings.first?.unit ?? .turns
    clusters = Clusters(meetings)
  }

  /// 95 % interval of the mean over meetings of one index; meetings without it are left out.
  /// - Parameters:
  ///   - index: The index.
  ///   - bootstrap: How it is resampled, by the same clusters as shares are.
  ///   - stream: Number of the statistic.
  /// - Returns: `nil` if the index is there in fewer than ``Bootstrap/fewestClusters`` clusters.
  public func interval(
    of index: (MeetingEquality) -> Double?,
    _ bootstrap: Bootstrap,
    stream: UInt64
  ) -> Interval? {
    guard clusters.unit != .turns else { return nil }
    var sums = Array(repeating: (numerator: 0.0, denominator: 0.0), count: clusters.count)
    for (meeting, cluster) in zip(meetings, clusters.ofMeetings) {
      guard let value = index(meeting) else { continue }
      sums[cluster].numerator += value
      sums[cluster].denominator += 1
    }
    return bootstrap.ratio(sums.filter { $0.denominator > 0 }, stream: stream)
  }
}
