/// What rows of a table stand for.
public enum Grouping: String, Sendable, CaseIterable {
  case speaker, role, team, meeting
}

/// How much each group contributed, over one or many meetings.
public struct Participation: Sendable {
  /// One group: a role, a person, a team, a meeting or a combination.
  public struct Row: Sendable {
    /// The group's value for each grouping, in their order; `nil` for none (no role, no team).
    ///
    /// People stand by their identifier; meetings and teams by their name.
    public var group: [String?]
    /// The person, if the grouping has ``Grouping/speaker``.
    public var person: Person?
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
    /// Shares 0…1 of all attributed turns, words and time, see ``Participation/sharesWithin``;
    /// `nil` if there are none, and for rows that are kept apart.
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

  /// How a person is called.
  public struct Person: Sendable, Hashable {
    /// The identifier in the files.
    public var id: String
    /// The identifier, with the first meeting where it is several people's.
    public var key: String
    /// The printed label, or several (`ES1/ES5`); with the key where it is several people's.
    public var label: String
    /// The name, if the files give one. Confidential: no table shows it unless asked to.
    public var name: String?
  }

  public var grouping: [Grouping]
  /// What shares are parts of: the whole corpus (`nil`), or the row's meeting or team where these
  /// stand beside another grouping.
  public var sharesWithin: Grouping?
  /// The groups: in the order of the groupings; roles as declared, all else as it first appears.
  public var rows: [Row]
  /// All groups together.
  public var total: Row
  /// Turns by several speakers at once, by groups that speak as one, and by unknown speakers; not
  /// part of any share.
  public var several: Row?
  public var groups: Row?
  public var unknown: Row?
  public var unit: TurnUnit
  public var meetings: Int
  /// Cuts by the transcribers, across which no turns are merged.
  public var cuts: Int
  /// The declared roles of all meetings.
  public var roles: [Role]
  /// People who are in the rows of more than one role, or of several roles at once.
  public var peopleWithSeveralRoles: Int
  /// Languages whose filled pauses were left out; see ``MeetingParticipation``.
  public var filledPauseLanguages: Set<String>
  /// What was resampled for the intervals.
  public var clusters: Clusters
  public var bootstrap: Bootstrap?

  /// Share of all words that are no single known person's.
  public var unattributedWordShare: Double {
    let apart = Double([several, groups, unknown].reduce(0) { $0 + ($1?.words ?? 0) })
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
    sharesWithin = builder.scope
    rows = builder.rows()
    total = builder.totalRow()
    several = builder.apartRow(.several)
    groups = builder.apartRow(.groups)
    unknown = builder.apartRow(.unknown)
    unit = meetings.first?.unit ?? .turns
    self.meetings = meetings.count
    cuts = meetings.reduce(0) { $0 + $1.cuts }
    roles = builder.roles
    peopleWithSeveralRoles = builder.peopleWithSeveralRoles
    filledPauseLanguages = meetings.reduce(into: []) { $0.formUnion($1.filledPauseLanguages) }
    clusters = builder.clusters
    self.bootstrap = bootstrap
  }
}
