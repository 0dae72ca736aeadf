/// Adds up meetings by group.
struct ParticipationBuilder {
  typealias Part = ParticipationGroup.Part

  private let meetings: [MeetingParticipation]
  private let grouping: [Grouping]
  private let bootstrap: Bootstrap?
  private let meetingNames: MeetingNames
  private let people: PeopleNames
  let clusters: Clusters
  /// What shares are parts of, `nil` for the corpus.
  let scope: Grouping?
  /// The declared roles of all meetings, in order.
  let roles: [Role]
  private var groups: [ParticipationGroup] = []
  private var index: [[Part]: Int] = [:]
  private var total = ParticipationGroup(key: [])
  /// The sums that shares are parts of.
  private var scopes: [Part: ParticipationGroup.Sum] = [:]
  private var apart: [MeetingParticipation.Speaker: ParticipationGroup] = [:]

  init(
    _ meetings: [MeetingParticipation],
    _ grouping: [Grouping],
    _ bootstrap: Bootstrap?
  ) {
    self.meetings = meetings
    self.grouping = grouping
    self.bootstrap = bootstrap
    meetingNames = MeetingNames(meetings)
    people = PeopleNames(meetings, meetingNames)
    clusters = Clusters(meetings)
    scope = Self.scope(grouping)
    roles = meetings.reduce(into: []) { roles, meeting in
      for role in meeting.roles where !roles.contains(where: { $0.code == role.code }) {
        roles.append(role)
      }
    }
  }

  /// Shares are parts of the meeting if rows are parts of one, else of the team.
  private static func scope(_ grouping: [Grouping]) -> Grouping? {
    guard grouping.count > 1 else { return nil }
    if grouping.contains(.meeting), grouping.contains(where: { $0 == .role || $0 == .speaker }) {
      return .meeting
    }
    return grouping.contains(.team) ? .team : nil
  }

  // MARK: Gathering

  mutating func gather() {
    for (m, meeting) in meetings.enumerated() {
      for person in meeting.present {
        groups[group(m, person.identity, person.role)].attend(person.identity, m)
        total.attend(person.identity, m)
      }
      for contributor in meeting.contributors { add(contributor, m) }
    }
    removeRolelessWhoSpeakInRoles()
  }

  private mutating func add(_ contributor: MeetingParticipation.Contributor, _ m: Int) {
    guard case .person(let identity) = contributor.speaker else {
      apart[contributor.speaker, default: ParticipationGroup(key: [])].add(contributor, meeting: m)
      return
    }
    let i = group(m, identity, contributor.role)
    groups[i].attend(identity, m)
    groups[i].add(contributor, meeting: m)
    total.add(contributor, meeting: m)
    scopes[scopePart(groups[i].key), default: .init()].add(contributor)
  }

  private mutating func group(_ m: Int, _ person: Participant.Identity, _ role: String?) -> Int {
    let key: [Part] = grouping.map {
      switch $0 {
      case .speaker: .person(person)
      case .role: role.map(Part.role) ?? .none
      case .team: meetings[m].team.map { .team($0.id) } ?? .none
      case .meeting: .meeting(m)
      }
    }
    if let known = index[key] { return known }
    groups.append(ParticipationGroup(key: key))
    index[key] = groups.count - 1
    return groups.count - 1
  }

  private func scopePart(_ key: [Part]) -> Part {
    scope.flatMap { grouping.firstIndex(of: $0) }.map { key[$0] } ?? .none
  }

  /// People whose roles are said at their utterances are not also people without a role, as far as
  /// the rows are otherwise the same.
  private mutating func removeRolelessWhoSpeakInRoles() {
    guard let role = grouping.firstIndex(of: .role) else { return }
    var speaking: [[Part]: Set<Participant.Identity>] = [:]
    for group in groups where group.key[role] != .none {
      var key = group.key
      key[role] = .none
      speaking[key, default: []].formUnion(group.speaking)
    }
    for i in groups.indices where groups[i].key[role] == .none {
      let elsewhere = speaking[groups[i].key] ?? []
      for person in elsewhere.subtracting(groups[i].speaking) {
        groups[i].attendance[person] = nil
      }
    }
    groups.removeAll { $0.key[role] == .none && $0.attendance.isEmpty && $0.turnWords.isEmpty }
  }

  var peopleWithSeveralRoles: Int {
    guard let role = grouping.firstIndex(of: .role) else { return 0 }
    var codes: [Participant.Identity: Set<String>] = [:]
    for group in groups {
      guard case .role(let name) = group.key[role] else { continue }
      let parts = name.split(separator: "+").map(String.init)
      for person in group.attendance.keys { codes[person, default: []].formUnion(parts) }
    }
    return codes.values.count { $0.count > 1 }
  }

  // MARK: Rows

  func rows() -> [Participation.Row] {
    let order = RowOrder(groups, people, roles, meetings)
    let keys = groups.map(order.key)
    let sorted = groups.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    return sorted.enumerated().map { row(groups[$0.element], stream: UInt64($0.offset)) }
  }

  func totalRow() -> Participation.Row {
    var row = row(total, stream: nil)
    row.meetings = meetings.count
    return row
  }

  func apartRow(_ speaker: MeetingParticipation.Speaker) -> Participation.Row? {
    guard let group = apart[speaker] else { return nil }
    var row = row(group, stream: nil)
    row.turnShare = nil
    row.wordShare = nil
    row.timeShare = nil
    return row
  }

  private func row(_ group: ParticipationGroup, stream: UInt64?) -> Participation.Row {
    let all = group.key.isEmpty ? total.sum : scopes[scopePart(group.key)] ?? .init()
    let lengths = group.turnWords.map(Double.init)
    let seconds = seconds(group)
    var row = Participation.Row(
      group: group.key.map(name),
      person: person(group.key),
      people: group.attendance.count,
      meetings: group.meetings.count,
      turns: group.sum.turns,
      words: group.sum.words,
      seconds: seconds,
      utterances: group.utterances,
      timedUtterances: group.timedUtterances,
      turnShare: Self.share(group.sum.turns, all.turns),
      wordShare: Self.share(group.sum.words, all.words),
      timeShare: seconds == nil ? nil : Self.share(group.sum.microseconds, all.microseconds),
      meanTurn: Summary.mean(lengths),
      medianTurn: Summary.median(lengths),
      longestTurn: group.turnWords.max(),
      evidence: group.evidence
    )
    if let stream, let bootstrap { addSpread(&row, group, stream, bootstrap) }
    return row
  }

  private func person(_ key: [Part]) -> Participation.Person? {
    for case .person(let identity) in key { return people[identity] }
    return nil
  }

  private func name(_ part: Part) -> String? {
    switch part {
    case .none: nil
    case .role(let code): code
    case .team(let id): teamName(id)
    case .meeting(let index): meetingNames[index]
    case .person(let identity): people[identity].key
    }
  }

  /// The team's name, with its identifier where two teams have the same name.
  private func teamName(_ id: String) -> String {
    let teams = meetings.compactMap(\.team)
    let name = teams.first { $0.id == id }?.display ?? id
    return teams.contains { $0.id != id && $0.display == name } ? "\(name) (\(id))" : name
  }

  private static func share(_ part: some BinaryInteger, _ all: some BinaryInteger) -> Double? {
    all > 0 ? Double(part) / Double(all) : nil
  }

  private func seconds(_ group: ParticipationGroup) -> Double? {
    if group.utterances == 0 { return total.timedUtterances > 0 ? 0 : nil }
    return group.timedUtterances > 0 ? Double(group.sum.microseconds) / 1_000_000 : nil
  }

  // MARK: Spread

  /// Mean and deviation over meetings, and the bootstrap interval of the pooled share.
  private func addSpread(
    _ row: inout Participation.Row,
    _ group: ParticipationGroup,
    _ stream: UInt64,
    _ bootstrap: Bootstrap
  ) {
    let shares = group.meetings.sorted().compactMap { m in
      Self.share(group.perMeeting[m]?.words ?? 0, total.perMeeting[m]?.words ?? 0)
    }
    row.wordShareMean = Summary.mean(shares)
    row.wordShareDeviation = Summary.standardDeviation(shares)
    let interval = { (count: (ParticipationGroup.Sum) -> Int, stream: UInt64) in
      clusters.unit == .turns
        ? bootstrap.ratio(turns(group, count), stream: stream, fewest: Bootstrap.fewestTurns)
        : bootstrap.ratio(sums(group, count), stream: stream)
    }
    row.wordShareInterval = interval(\.words, 2 * stream)
    row.turnShareInterval = interval(\.turns, 2 * stream + 1)
  }

  private typealias Ratio = (numerator: Double, denominator: Double)

  /// The group's part of each cluster; none if the group is present in too few of them.
  private func sums(
    _ group: ParticipationGroup,
    _ count: (ParticipationGroup.Sum) -> Int
  ) -> [Ratio] {
    let present = Set(group.meetings.map { clusters.ofMeetings[$0] })
    guard present.count >= Bootstrap.fewestClusters else { return [] }
    var sums = Array(repeating: (numerator: 0.0, denominator: 0.0), count: clusters.count)
    for (m, cluster) in clusters.ofMeetings.enumerated() where isInScope(m, of: group) {
      sums[cluster].numerator += Double(group.perMeeting[m].map(count) ?? 0)
      sums[cluster].denominator += Double(total.perMeeting[m].map(count) ?? 0)
    }
    return sums
  }

  private func isInScope(_ m: Int, of group: ParticipationGroup) -> Bool {
    switch scopePart(group.key) {
    case .meeting(let meeting): m == meeting
    case .team(let team): meetings[m].team?.id == team
    default: scope != .team || meetings[m].team == nil
    }
  }

  /// Every turn of a single meeting, and whether it is the group's.
  private func turns(
    _ group: ParticipationGroup,
    _ count: (ParticipationGroup.Sum) -> Int
  ) -> [Ratio] {
    groups.flatMap { other in
      other.turnWords.map { words in
        let turn = Double(count(ParticipationGroup.Sum(turns: 1, words: words)))
        return (other.key == group.key ? turn : 0, turn)
      }
    }
  }
}
