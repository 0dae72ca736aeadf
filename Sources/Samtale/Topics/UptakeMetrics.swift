/// What contributions get from others, counted by role, person or meeting (measures §3.4).
///
/// Counted are contributions that ask for uptake: minimal responses and hesitation do not.
public struct UptakeMetrics: Sendable {
  /// What a row stands for.
  public enum Grouping: String, Sendable, CaseIterable { case role, speaker, meeting }

  /// One role, person or meeting.
  public struct Row: Sendable {
    /// The role's code, the person's label, or the meeting.
    public var name: String
    /// The person's identifier, so that equal labels are told apart; else `nil`.
    public var id: String?
    /// Contributions that ask for uptake.
    public var contributions: Int
    /// Shares of those whose uptake is known.
    public var levels: [Uptake.Level: TopicRate]
    /// Shares of those with content words of which others repeat at least one.
    public var linked: TopicRate
    /// Others' contributions that one gave at least an assessment, of those one could respond to.
    public var given: TopicRate
    /// Times addressed without saying anything, of times addressed.
    public var silentAlthoughAddressed: TopicRate
    /// The contributions, with what each got.
    public var places: [Place] = []

    /// Contributions whose uptake is known.
    public var known: Int { levels[.none]?.denominator ?? 0 }
  }

  /// A contribution, so that a number can be looked up.
  public struct Place: Hashable, Sendable {
    /// The meeting, as an index of those that were counted.
    public var meeting: Int
    /// The contribution, as an index of the meeting's contributions.
    public var contribution: Int
    /// The most that anybody gave; `nil` if that is not known.
    public var level: Uptake.Level?
    /// Whether others repeat at least one of its content words.
    public var isLinked: Bool
  }

  public var grouping: Grouping
  public var rows: [Row]
  /// All contributions together, also those of unknown and several speakers.
  public var total: Row
  public var meetings: Int
  public var bootstrap: Bootstrap

  /// Counts meetings.
  /// - Parameters:
  ///   - analyses: The meetings.
  ///   - grouping: What a row stands for.
  ///   - bootstrap: How intervals over topics are made.
  public init(
    _ analyses: [TopicAnalysis], by grouping: Grouping = .role, bootstrap: Bootstrap = Bootstrap()
  ) {
    self.grouping = grouping
    self.bootstrap = bootstrap
    meetings = analyses.count
    var order: [Party] = []
    var tallies: [Party: [UptakeTally]] = [:]
    for (meeting, analysis) in analyses.enumerated() {
      for party in Party.all(in: analysis, by: grouping) {
        if tallies[party] == nil { order.append(party) }
        tallies[party, default: []].append(UptakeTally(analysis, party, grouping, meeting))
      }
    }
    rows = order.enumerated().map { number, party in
      Self.row(party, tallies[party] ?? [], bootstrap, number + 1)
    }
    let all = analyses.enumerated().map { UptakeTally($1, Party.everybody, .meeting, $0) }
    total = Self.row(Party.everybody, all, bootstrap, 0)
  }

  private static func row(
    _ party: Party, _ tallies: [UptakeTally], _ bootstrap: Bootstrap, _ number: Int
  ) -> Row {
    var stream = UInt64(number * (Uptake.Level.allCases.count + 3))
    func rate(_ undefined: String, _ count: (UptakeTally) -> [TopicTally.Pair]) -> TopicRate {
      defer { stream += 1 }
      return TopicRate(tallies.flatMap(count), bootstrap, stream, undefined)
    }
    var levels: [Uptake.Level: TopicRate] = [:]
    for level in Uptake.Level.allCases {
      levels[level] = rate(TopicMeasure.uptakeReceived.undefined) { $0.received(level) }
    }
    var row = Row(
      name: party.name, id: party.id,
      contributions: tallies.reduce(0) { $0 + $1.contributions }, levels: levels,
      linked: rate("made no contribution with content words") { $0.linked },
      given: rate(TopicMeasure.uptakeGiven.undefined) { $0.given },
      silentAlthoughAddressed: rate(TopicMeasure.silentAlthoughAddressed.undefined) { $0.silent })
    row.places = tallies.flatMap(\.places)
    return row
  }

  /// Who or what a row stands for.
  struct Party: Hashable {
    var name: String
    var id: String?

    static let everybody = Party(name: "all", id: nil)

    static func all(in analysis: TopicAnalysis, by grouping: Grouping) -> [Party] {
      let people = analysis.transcript.participants
      switch grouping {
      case .meeting: return [Party(name: analysis.transcript.id, id: nil)]
      case .speaker:
        return zip(people, SpeakerSequence.names(people)).filter { $0.0.groupSize == nil }.map {
          Party(name: $1, id: "\($0.id) \($0.name ?? "")")
        }
      case .role: return Parties(analysis, .role).order.map { Party(name: $0, id: nil) }
      }
    }
  }
}

/// The contributions of one party in one meeting, topic by topic.
private struct UptakeTally {
  let analysis: TopicAnalysis
  let party: UptakeMetrics.Party
  let grouping: UptakeMetrics.Grouping
  let meeting: Int
  private let parties: Parties
  /// Uptakes of each topic, and of the talk outside topics.
  private let clusters: [[Uptake]]

  init(
    _ analysis: TopicAnalysis, _ party: UptakeMetrics.Party, _ grouping: UptakeMetrics.Grouping,
    _ meeting: Int
  ) {
    self.analysis = analysis
    self.meeting = meeting
    self.party = party
    self.grouping = grouping
    parties = Parties(analysis, .role)
    var clusters: [Int: [Uptake]] = [:]
    for uptake in analysis.uptakes where uptake.level != nil && analysis.asks(uptake) {
      clusters[analysis.contributions[uptake.contribution].topics.first ?? -1, default: []]
        .append(uptake)
    }
    self.clusters = clusters.sorted { $0.key < $1.key }.map(\.value)
  }

  private func isOwn(_ uptake: Uptake) -> Bool {
    let contribution = analysis.contributions[uptake.contribution]
    switch grouping {
    case .meeting: return true
    case .role: return parties.of(contribution) == party.name
    case .speaker: return contribution.speaker.map(holds) ?? false
    }
  }

  private func holds(_ person: Int) -> Bool {
    let known = analysis.transcript.participants[person]
    switch grouping {
    case .meeting: return known.groupSize == nil
    case .role: return parties.of(person) == party.name
    case .speaker: return "\(known.id) \(known.name ?? "")" == party.id
    }
  }

  var contributions: Int { analysis.uptakes.count { analysis.asks($0) && isOwn($0) } }

  var places: [UptakeMetrics.Place] {
    analysis.uptakes.filter { analysis.asks($0) && isOwn($0) }.map { uptake in
      UptakeMetrics.Place(
        meeting: meeting, contribution: uptake.contribution, level: uptake.level,
        isLinked: uptake.level != nil && uptake.overlap != nil && uptake.isLinked)
    }
  }

  func received(_ level: Uptake.Level) -> [TopicTally.Pair] {
    count { uptake in
      isOwn(uptake)
        ? TopicTally.Pair(numerator: uptake.level == level ? 1 : 0, denominator: 1) : nil
    }
  }

  var linked: [TopicTally.Pair] {
    count { uptake in
      guard isOwn(uptake), uptake.overlap != nil else { return nil }
      return TopicTally.Pair(numerator: uptake.isLinked ? 1 : 0, denominator: 1)
    }
  }

  /// Everybody of the party who is present could respond, except who speaks.
  var given: [TopicTally.Pair] {
    let people = analysis.transcript.participants.indices.filter(holds)
    return count { uptake in
      let speakers = analysis.contributions[uptake.contribution].speakers
      let others = people.filter { !speakers.contains($0) }
      return TopicTally.Pair(
        numerator: others.count { person in
          uptake.given.contains { $0.by == person && $0.level >= .assessment }
        },
        denominator: others.count)
    }
  }

  var silent: [TopicTally.Pair] {
    count { uptake in
      TopicTally.Pair(
        numerator: uptake.silentAlthoughAddressed.count(where: holds),
        denominator: analysis.contributions[uptake.contribution].addressees.count(where: holds))
    }
  }

  private func count(_ pair: (Uptake) -> TopicTally.Pair?) -> [TopicTally.Pair] {
    clusters.map { uptakes in
      uptakes.reduce(into: TopicTally.Pair()) { sum, uptake in
        guard let own = pair(uptake) else { return }
        sum.numerator += own.numerator
        sum.denominator += own.denominator
      }
    }
  }
}
