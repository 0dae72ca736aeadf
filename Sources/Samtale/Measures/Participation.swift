/// What rows of a table stand for.
public enum Grouping: String, Sendable, CaseIterable {
  case speaker, role, team, meeting
}

/// How much each group contributed, over one or many meetings.
public struct Participation: Sendable {
  /// One group: a role, a person, a team, a meeting or a combination.
  public struct Row: Sendable {
    /// The group's value for each grouping, in their order; `nil` for none (no role, no team).
    public var group: [String?]
    /// Distinct people of the group who were present.
    public var people: Int
    /// Meetings in which somebody of the group was present.
    public var meetings: Int
    public var turns: Int
    public var words: Int
    /// Speaking time in seconds; `nil` if no utterance has time stamps.
    public var seconds: Double?
    /// Utterances that count, and those of them with time stamps.
    public var utterances: Int
    public var timedUtterances: Int
    /// Shares 0…1 of all attributed turns, words and time; `nil` if there are none, and for rows
    /// that are kept apart.
    public var turnShare: Double?
    public var wordShare: Double?
    public var timeShare: Double?
    /// Words per turn; `nil` without turns.
    public var meanTurn: Double?
    public var medianTurn: Double?
    public var longestTurn: Int?
    /// Share of words in each meeting: mean and standard deviation over the meetings in which the
    /// group was present.
    public var wordShareMean: Double?
    public var wordShareDeviation: Double?
    /// 95 % bootstrap interval of the share of words.
    public var wordShareInterval: Interval?
    public var turnShareInterval: Interval?
    public var evidence: [TurnEvidence]
  }

  public var grouping: [Grouping]
  /// The groups, in the order of declared roles, else of first appearance.
  public var rows: [Row]
  /// All groups together.
  public var total: Row
  /// Turns by several speakers at once and by unknown speakers; not part of any share.
  public var several: Row?
  public var unknown: Row?
  public var unit: TurnUnit
  public var meetings: Int
  /// What was resampled for the intervals.
  public var clusters: Clusters
  public var bootstrap: Bootstrap?
  /// Names of people, where the files give them.
  public var names: [String: String]

  /// See ``Participation/clusters``.
  public struct Clusters: Sendable {
    public var count: Int
    /// Whether whole teams were drawn, because teams met more than once, or single meetings.
    public var areTeams: Bool
  }

  /// Share of all words that is nobody's or several people's.
  public var unattributedWordShare: Double {
    let apart = Double((several?.words ?? 0) + (unknown?.words ?? 0))
    let all = Double(total.words) + apart
    return all > 0 ? apart / all : 0
  }

  /// Puts meetings together.
  /// - Parameters:
  ///   - meetings: Counts of each meeting, in order.
  ///   - grouping: What a row stands for; an empty list gives the total only.
  ///   - bootstrap: How intervals are made; `nil` leaves them and the spread over meetings out.
  public init(
    _ meetings: [MeetingParticipation],
    by grouping: [Grouping] = [.role],
    bootstrap: Bootstrap? = nil
  ) {
    var builder = ParticipationBuilder(meetings, grouping, bootstrap)
    builder.gather()
    self.grouping = grouping
    rows = builder.rows()
    total = builder.totalRow()
    several = builder.apartRow(.several)
    unknown = builder.apartRow(.unknown)
    unit = meetings.first?.unit ?? .turns
    self.meetings = meetings.count
    clusters = Clusters(count: builder.clusterCount, areTeams: builder.clustersAreTeams)
    self.bootstrap = bootstrap
    names = builder.names
  }
}

/// How equally the people of one meeting took part.
public struct MeetingEquality: Sendable {
  public var transcript: String
  public var people: Int
  /// Those listed as present who never speak: label, name or identifier.
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
    silent = everybody.filter { turns[$0.identity] == nil }.map {
      $0.label ?? $0.identity.name ?? $0.identity.id
    }
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
