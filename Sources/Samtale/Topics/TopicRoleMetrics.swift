/// What each role does at the beginnings and ends of topics, and what it gets and gives between
/// them (measures §3.5).
///
/// Values in force count: a coder's where there is one, else the computed one.
public struct TopicRoleMetrics: Sendable {
  /// One role (or person).
  public struct Row: Sendable {
    /// The role's code, or the person's label.
    public var party: String
    /// Contributions in the counted meetings.
    public var turns: Int
    public var rates: [TopicMeasure: TopicRate]
    /// How topics end after the role's last substantive contribution: P(type | last = role).
    public var profile: [ClosureType: TopicRate]
    /// Share of topics opened over share of contributions; 1 is what turns alone would give.
    public var openedToTurns: Double?
    /// The contributions that ``turns`` counts.
    public var turnPlaces: [TopicPlace] = []
    /// The topics or contributions that the numerators of ``rates`` count.
    public var places: [TopicMeasure: [TopicPlace]] = [:]
    /// The topics after the role's last substantive contribution, by how they end.
    public var endings: [ClosureType: [TopicPlace]] = [:]
  }

  public var rows: [Row]
  public var lengths: TopicLengths
  /// Role of the last substantive contribution by type of closure.
  public var table: RoleClosureTable
  /// Topics counted.
  public var topics: Int
  public var meetings: Int
  /// Topics left out because the leader opened them by agenda.
  public var agendaTopicsLeftOut: Int
  public var options: Options

  /// What is counted.
  public struct Options: Sendable {
    /// Roles or people.
    public var unit: SpeakerSequence.Unit
    /// Topics with others inside, or the ones inside. Topics without nesting are both.
    public var level: Level
    /// Whether openings, closings and agenda talk are left out.
    public var leavesOutFunctional: Bool
    /// Whether topics that the leader opens by agenda are left out, so that the right to open is
    /// not taken for influence.
    public var isLeaderAdjusted: Bool
    public var bootstrap: Bootstrap
    /// Random assignments of closure types.
    public var permutations: Int

    /// Which topics of nested ones count.
    public enum Level: String, Sendable, CaseIterable { case outer, inner }

    public init(
      unit: SpeakerSequence.Unit = .role,
      level: Level = .outer,
      leavesOutFunctional: Bool = false,
      isLeaderAdjusted: Bool = false,
      bootstrap: Bootstrap = Bootstrap(),
      permutations: Int = 1000
    ) {
      self.unit = unit
      self.level = level
      self.leavesOutFunctional = leavesOutFunctional
      self.isLeaderAdjusted = isLeaderAdjusted
      self.bootstrap = bootstrap
      self.permutations = permutations
    }

    func isAtLevel(_ segment: TopicSegment, _ analysis: TopicAnalysis) -> Bool {
      switch level {
      case .outer: return segment.parent == nil
      case .inner: return !analysis.segments.contains { $0.parent == segment.index }
      }
    }

    func isSetAside(_ closure: TopicClosure) -> Bool {
      isLeaderAdjusted && closure.opening.kind == .agenda && closure.opening.byLeader == true
    }
  }

  /// Counts meetings.
  /// - Parameters:
  ///   - analyses: The meetings; none gives no rows.
  ///   - options: What is counted.
  public init(_ analyses: [TopicAnalysis], options: Options = Options()) {
    self.options = options
    let tallies = analyses.map { TopicTally($0, options) }
    var parties: [String] = []
    for tally in tallies {
      for party in tally.parties.order where !parties.contains(party) { parties.append(party) }
    }
    meetings = analyses.count
    topics = tallies.reduce(0) { $0 + $1.counted.count }
    agendaTopicsLeftOut = tallies.reduce(0) { $0 + $1.setAside }
    lengths = TopicLengths(
      zip(tallies, analyses).flatMap { tally, analysis in
        tally.counted.map { (analysis.segments[$0.segment], analysis) }
      })
    table = RoleClosureTable(
      tallies.map(\.endings), rows: parties, samples: options.permutations,
      seed: options.bootstrap.seed)
    rows = parties.enumerated().map { Self.row($1, $0, tallies, options.bootstrap) }
  }

  private static func row(
    _ party: String, _ number: Int, _ tallies: [TopicTally], _ bootstrap: Bootstrap
  ) -> Row {
    let own = tallies.filter { $0.parties.order.contains(party) }
    let width = UInt64(TopicMeasure.allCases.count + ClosureType.allCases.count)
    var stream = UInt64(number) * width
    var rates: [TopicMeasure: TopicRate] = [:]
    for measure in TopicMeasure.allCases {
      rates[measure] = TopicRate(
        own.flatMap { $0.clusters(measure, party) }, bootstrap, stream, measure.undefined)
      stream += 1
    }
    var profile: [ClosureType: TopicRate] = [:]
    for type in ClosureType.allCases {
      profile[type] = TopicRate(
        own.flatMap { $0.profile(type, party) }, bootstrap, stream,
        "had no last substantive contribution")
      stream += 1
    }
    let turns = own.reduce(0) { $0 + ($1.turns[party] ?? 0) }
    let all = own.reduce(0) { $0 + $1.turns.values.reduce(0, +) }
    let share = all > 0 ? Double(turns) / Double(all) : 0
    var row = Row(
      party: party, turns: turns, rates: rates, profile: profile,
      openedToTurns: share > 0 ? rates[.opened]?.value.map { $0 / share } : nil)
    for (meeting, tally) in tallies.enumerated() where tally.parties.order.contains(party) {
      row.add(tally, meeting)
    }
    return row
  }
}

extension TopicRoleMetrics.Row {
  /// Adds the places of one meeting.
  fileprivate mutating func add(_ tally: TopicTally, _ meeting: Int) {
    turnPlaces += tally.turnPlaces(party).map { TopicPlace(meeting: meeting, contribution: $0) }
    for measure in TopicMeasure.allCases {
      places[measure, default: []] += tally.places(measure, party).map {
        TopicPlace(meeting: meeting, segment: $0.segment, contribution: $0.contribution)
      }
    }
    for type in ClosureType.allCases {
      endings[type, default: []] += tally.endings(type, party).map {
        TopicPlace(meeting: meeting, segment: $0)
      }
    }
  }
}

/// A topic or a contribution, so that a number can be looked up.
public struct TopicPlace: Hashable, Sendable {
  /// The meeting, as an index of those that were put together.
  public var meeting: Int
  /// The topic, as an index of the meeting's segments; `nil` if a contribution is meant.
  public var segment: Int?
  /// The contribution, as an index of the meeting's contributions; `nil` if a topic is meant.
  public var contribution: Int?
}

/// A count out of a count.
public struct TopicRate: Sendable {
  public var numerator: Int
  public var denominator: Int
  /// `nil` if the denominator is 0.
  public var value: Double?
  /// 95 % percentile interval of a bootstrap over topics.
  public var interval: Interval?
  /// Why there is no value, or no interval.
  public var reason: String?

  init(
    _ clusters: [TopicTally.Pair], _ bootstrap: Bootstrap, _ stream: UInt64, _ undefined: String
  ) {
    numerator = clusters.reduce(0) { $0 + $1.numerator }
    denominator = clusters.reduce(0) { $0 + $1.denominator }
    guard denominator > 0 else {
      reason = undefined
      return
    }
    value = Double(numerator) / Double(denominator)
    interval = bootstrap.ratio(
      clusters.map { (Double($0.numerator), Double($0.denominator)) }, stream: stream)
    if interval == nil { reason = "fewer than \(Bootstrap.fewestClusters) topics" }
  }
}

/// What is counted for each role.
public enum TopicMeasure: String, Sendable, CaseIterable {
  /// Topics opened, of those whose opener is known.
  case opened
  /// Topics closed, of those that somebody closed.
  case closed
  /// Topics with the last word, of those whose last speaker is known.
  case lastWord
  /// Topics with the last substantive contribution, of those that have a known one.
  case lastSubstantive
  /// Own contributions that got at least an assessment, of those whose uptake is known.
  case uptakeReceived
  /// Own contributions that got a minimal response and no more.
  case minimalReceived
  /// Own contributions that got nothing.
  case nothingReceived
  /// Others' contributions that one gave at least an assessment, of those one could respond to.
  case uptakeGiven
  /// Times addressed without saying anything, of times addressed.
  case silentAlthoughAddressed
  /// Topics without a contribution, of all topics at which one was present.
  case absent
  /// Topics taken up again, of all that anybody took up again.
  case reopened
  /// Own closings after which the topic was taken up again, of all own closings.
  case reopenedAfterClosing

  /// Why there is no value.
  var undefined: String {
    switch self {
    case .opened: "no topic has a known opener"
    case .closed: "nobody closed a topic"
    case .lastWord: "no topic has a known last speaker"
    case .lastSubstantive: "no topic has a known last substantive contribution"
    case .uptakeReceived, .minimalReceived, .nothingReceived:
      "made no contribution whose uptake is known"
    case .uptakeGiven: "had nothing to respond to"
    case .silentAlthoughAddressed: "was never marked as addressed"
    case .absent: "was present at no topic"
    case .reopened: "no topic was taken up again"
    case .reopenedAfterClosing: "closed no topic"
    }
  }
}
