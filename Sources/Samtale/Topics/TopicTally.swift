/// The counts of one meeting, topic by topic.
struct TopicTally {
  /// A count out of a count, in one topic.
  struct Pair {
    var numerator = 0
    var denominator = 0
  }

  let analysis: TopicAnalysis
  let parties: Parties
  /// The topics that count.
  var counted: [TopicClosure] = []
  /// Topics set aside because the leader opened them by agenda.
  var setAside = 0
  /// Contributions of each party.
  var turns: [String: Int] = [:]
  /// Contributions of each counted topic; the last list holds those outside all topics.
  private var members: [[Int]] = []

  init(_ analysis: TopicAnalysis, _ options: TopicRoleMetrics.Options) {
    self.analysis = analysis
    parties = Parties(analysis, options.unit)
    for contribution in analysis.contributions {
      if let party = parties.of(contribution) { turns[party, default: 0] += 1 }
    }
    var taken: Set<Int> = []
    for closure in analysis.closures {
      let segment = analysis.segments[closure.segment]
      let own = segment.contributions
      if options.leavesOutFunctional, segment.kind == .functional {
        taken.formUnion(own)
        continue
      }
      guard options.isAtLevel(segment, analysis) else { continue }
      if options.isSetAside(closure) {
        setAside += 1
        taken.formUnion(own)
        continue
      }
      counted.append(closure)
      // Talk that two topics share counts once.
      members.append(own.filter { taken.insert($0).inserted })
    }
    members.append(analysis.contributions.indices.filter { !taken.contains($0) })
  }

  /// Row and type of each topic, for the table.
  var endings: [(row: String, type: ClosureType)] {
    counted.compactMap { closure in
      lastSubstantive(closure).map { ($0, closure.type.inForce) }
    }
  }

  /// How often a type follows the party's last substantive contribution.
  func profile(_ type: ClosureType, _ party: String) -> [Pair] {
    counted.map { closure in
      guard lastSubstantive(closure) == party else { return Pair() }
      return Pair(numerator: closure.type.inForce == type ? 1 : 0, denominator: 1)
    }
  }

  /// The counts of a measure in each topic.
  func clusters(_ measure: TopicMeasure, _ party: String) -> [Pair] {
    switch measure {
    case .opened: return counted.map { one(parties.of($0.opening.opener.inForce), party) }
    case .closed: return counted.map { one(parties.of($0.initiator.inForce), party) }
    case .lastWord: return counted.map { one(parties.of(place: $0.lastWord), party) }
    case .lastSubstantive: return counted.map { one(lastSubstantive($0), party) }
    case .absent: return counted.map { absent($0, party) }
    case .reopened: return counted.map { reopened($0, party) }
    case .reopenedAfterClosing: return counted.map { reopenedAfterClosing($0, party) }
    case .uptakeReceived, .minimalReceived, .nothingReceived:
      return uptakes { received($0, measure, party) }
    case .uptakeGiven: return uptakes { given($0, party) }
    case .silentAlthoughAddressed: return uptakes { silent($0, party) }
    }
  }

  // MARK: Places

  /// The contributions of a party.
  func turnPlaces(_ party: String) -> [Int] {
    analysis.contributions.indices.filter { parties.of(analysis.contributions[$0]) == party }
  }

  /// The topics that end in a way after the party's last substantive contribution.
  func endings(_ type: ClosureType, _ party: String) -> [Int] {
    counted.filter { lastSubstantive($0) == party && $0.type.inForce == type }.map(\.segment)
  }

  /// What the numerator of a measure counts: topics, or contributions, in the order of ``clusters``.
  func places(_ measure: TopicMeasure, _ party: String) -> [(segment: Int?, contribution: Int?)] {
    let pair: (Uptake) -> Pair
    switch measure {
    case .uptakeReceived, .minimalReceived, .nothingReceived:
      pair = { received($0, measure, party) }
    case .uptakeGiven: pair = { given($0, party) }
    case .silentAlthoughAddressed: pair = { silent($0, party) }
    default:
      return zip(counted, clusters(measure, party)).filter { $0.1.numerator > 0 }.map {
        ($0.0.segment, nil)
      }
    }
    return members.joined().filter { pair(analysis.uptakes[$0]).numerator > 0 }.map { (nil, $0) }
  }

  // MARK: Topics

  private func one(_ who: String?, _ party: String) -> Pair {
    who.map { Pair(numerator: $0 == party ? 1 : 0, denominator: 1) } ?? Pair()
  }

  private func lastSubstantive(_ closure: TopicClosure) -> String? {
    parties.of(place: closure.lastSubstantive)
  }

  private func absent(_ closure: TopicClosure, _ party: String) -> Pair {
    let speaks = analysis.segments[closure.segment].contributions.contains { place in
      analysis.contributions[place].speakers.contains { parties.of($0) == party }
    }
    return Pair(numerator: speaks ? 0 : 1, denominator: 1)
  }

  // MARK: Taking up again

  private func reopened(_ closure: TopicClosure, _ party: String) -> Pair {
    let segment = analysis.segments[closure.segment]
    var openers = segment.stretches.dropFirst().map { stretch in
      parties.of(place: ClosureContext.opener(from: stretch.lowerBound, analysis.contributions))
    }
    if let later = segment.reopenedBy {
      openers.append(parties.of(analysis.closures[later].opening.opener.inForce))
    }
    let known = openers.compactMap { $0 }
    return Pair(numerator: known.count { $0 == party }, denominator: known.count)
  }

  private func reopenedAfterClosing(_ closure: TopicClosure, _ party: String) -> Pair {
    let before = closure.interruptions.count { parties.of($0.initiator) == party }
    let isLast = parties.of(closure.initiator.inForce) == party
    let isReopened = analysis.segments[closure.segment].reopenedBy != nil
    return Pair(
      numerator: before + (isLast && isReopened ? 1 : 0), denominator: before + (isLast ? 1 : 0))
  }

  // MARK: Uptake

  private func uptakes(_ count: (Uptake) -> Pair) -> [Pair] {
    members.filter { !$0.isEmpty }.map { places in
      places.reduce(into: Pair()) { sum, place in
        let pair = count(analysis.uptakes[place])
        sum.numerator += pair.numerator
        sum.denominator += pair.denominator
      }
    }
  }

  private func received(_ uptake: Uptake, _ measure: TopicMeasure, _ party: String) -> Pair {
    guard let level = uptake.level, analysis.asks(uptake),
      parties.of(analysis.contributions[uptake.contribution]) == party
    else { return Pair() }
    let isCounted =
      switch measure {
      case .minimalReceived: level == .minimal
      case .nothingReceived: level == .none
      default: level >= .assessment
      }
    return Pair(numerator: isCounted ? 1 : 0, denominator: 1)
  }

  /// Everybody of the party who is present could respond, except who speaks.
  private func given(_ uptake: Uptake, _ party: String) -> Pair {
    guard uptake.level != nil, analysis.asks(uptake) else { return Pair() }
    let speakers = analysis.contributions[uptake.contribution].speakers
    var pair = Pair()
    for person in parties.people(of: party) where !speakers.contains(person) {
      pair.denominator += 1
      if uptake.given.contains(where: { $0.by == person && $0.level >= .assessment }) {
        pair.numerator += 1
      }
    }
    return pair
  }

  private func silent(_ uptake: Uptake, _ party: String) -> Pair {
    guard uptake.level != nil else { return Pair() }
    let addressed = analysis.contributions[uptake.contribution].addressees.filter {
      parties.of($0) == party
    }
    return Pair(
      numerator: uptake.silentAlthoughAddressed.count { parties.of($0) == party },
      denominator: addressed.count)
  }
}

/// Roles or people as the rows of tables name them. Groups that speak as one are kept apart.
struct Parties {
  /// In the order of the file.
  let order: [String]
  private let names: [String?]
  private let contributions: ContributionSequence
  private let unit: SpeakerSequence.Unit

  init(_ analysis: TopicAnalysis, _ unit: SpeakerSequence.Unit) {
    self.unit = unit
    contributions = analysis.contributions
    let people = analysis.transcript.participants
    names = zip(people, SpeakerSequence.names(people)).map { person, name in
      if person.groupSize != nil { return nil }
      guard unit == .role else { return name }
      return RoleResolver.name(person.roles) ?? "no role"
    }
    var order: [String] = []
    for name in names.compactMap({ $0 }) where !order.contains(name) { order.append(name) }
    if unit == .role {
      for role in contributions.compactMap(\.role) where !order.contains(role) {
        order.append(role)
      }
    }
    self.order = order
  }

  func of(_ person: Int?) -> String? { person.flatMap { names[$0] } }

  /// The role at the utterance where the file gives one, else that of the person.
  func of(_ contribution: Contribution) -> String? {
    guard let known = of(contribution.speaker) else { return nil }
    return unit == .role ? contribution.role ?? known : known
  }

  func of(place: Int?) -> String? { place.flatMap { of(contributions[$0]) } }

  func people(of party: String) -> [Int] { names.indices.filter { names[$0] == party } }
}
