/// Adds up meetings by group.
struct ParticipationBuilder {
  private struct Group {
    var key: [String?]
    var people: Set<Participant.Identity> = []
    var meetings: Set<Int> = []
    var turnWords: [Int] = []
    var utterances = 0
    var timedUtterances = 0
    var microseconds: Int64 = 0
    /// Words and turns in each meeting.
    var perMeeting: [Int: (words: Int, turns: Int)] = [:]
    var evidence: [TurnEvidence] = []

    mutating func add(_ contributor: MeetingParticipation.Contributor, meeting: Int) {
      turnWords += contributor.turnWords
      utterances += contributor.utterances
      timedUtterances += contributor.timedUtterances
      microseconds += contributor.microseconds
      evidence += contributor.evidence
      let before = perMeeting[meeting] ?? (0, 0)
      perMeeting[meeting] = (
        before.words + contributor.words, before.turns + contributor.turnWords.count
      )
    }
  }

  private let meetings: [MeetingParticipation]
  private let grouping: [Grouping]
  private let bootstrap: Bootstrap?
  private var groups: [Group] = []
  private var index: [[String?]: Int] = [:]
  private var total = Group(key: [])
  private var apart: [MeetingParticipation.Speaker: Group] = [:]
  private(set) var names: [String: String] = [:]
  /// The cluster of each meeting.
  private var clusters: [Int] = []
  private(set) var clusterCount = 0
  private(set) var clustersAreTeams = false

  init(
    _ meetings: [MeetingParticipation],
    _ grouping: [Grouping],
    _ bootstrap: Bootstrap?
  ) {
    self.meetings = meetings
    self.grouping = grouping
    self.bootstrap = bootstrap
  }

  // MARK: Gathering

  mutating func gather() {
    findClusters()
    let sharedIDs = identifiersOfSeveralPeople()
    for (m, meeting) in meetings.enumerated() {
      for person in meeting.present {
        let identity = person.identity
        let i = group(meeting, label(identity, sharedIDs), person.role)
        groups[i].people.insert(identity)
        groups[i].meetings.insert(m)
        total.people.insert(identity)
        if let name = identity.name { names[label(identity, sharedIDs)] = name }
      }
      total.meetings.insert(m)
      for contributor in meeting.contributors { add(contributor, meeting, m, sharedIDs) }
    }
    removeEmptyRolesOfSpeakers()
  }

  private mutating func add(
    _ contributor: MeetingParticipation.Contributor,
    _ meeting: MeetingParticipation,
    _ m: Int,
    _ sharedIDs: Set<String>
  ) {
    guard case .person(let identity) = contributor.speaker else {
      apart[contributor.speaker, default: Group(key: [])].add(contributor, meeting: m)
      apart[contributor.speaker]?.meetings.insert(m)
      return
    }
    let i = group(meeting, label(identity, sharedIDs), contributor.role)
    groups[i].people.insert(identity)
    groups[i].meetings.insert(m)
    groups[i].add(contributor, meeting: m)
    total.add(contributor, meeting: m)
  }

  /// Identifiers that stand for different people in different files.
  private func identifiersOfSeveralPeople() -> Set<String> {
    var names: [String: Set<String?>] = [:]
    for meeting in meetings {
      for person in meeting.present {
        names[person.identity.id, default: []].insert(person.identity.name)
      }
    }
    return Set(names.filter { $0.value.count > 1 }.keys)
  }

  private func label(_ identity: Participant.Identity, _ shared: Set<String>) -> String {
    guard shared.contains(identity.id), let name = identity.name else { return identity.id }
    return "\(identity.id) \(name)"
  }

  private mutating func group(
    _ meeting: MeetingParticipation,
    _ speaker: String,
    _ role: String?
  ) -> Int {
    let key: [String?] = grouping.map {
      switch $0 {
      case .speaker: speaker
      case .role: role
      case .team: meeting.team?.display
      case .meeting: meeting.transcript
      }
    }
    if let known = index[key] { return known }
    groups.append(Group(key: key))
    index[key] = groups.count - 1
    return groups.count - 1
  }

  /// People whose roles are said at their utterances leave an empty group without a role behind.
  private mutating func removeEmptyRolesOfSpeakers() {
    guard let role = grouping.firstIndex(of: .role) else { return }
    let speaking = Set(groups.filter { !$0.turnWords.isEmpty }.flatMap(\.people))
    groups.removeAll {
      $0.key[role] == nil && $0.turnWords.isEmpty && $0.people.isSubset(of: speaking)
    }
    for i in groups.indices where groups[i].key[role] == nil && grouping == [.role] {
      let elsewhere = Set(
        groups.indices.filter { $0 != i && !groups[$0].turnWords.isEmpty }
          .flatMap { groups[$0].people }
      )
      if groups[i].turnWords.isEmpty { groups[i].people.subtract(elsewhere) }
    }
  }

  private mutating func findClusters() {
    let teams = meetings.map { $0.team?.id }
    clustersAreTeams =
      !teams.contains(nil) && Set(teams).count < meetings.count && Set(teams).count > 1
    var numbers: [String: Int] = [:]
    clusters = meetings.indices.map { m in
      guard clustersAreTeams, let team = teams[m] else { return m }
      let number = numbers[team] ?? numbers.count
      numbers[team] = number
      return number
    }
    clusterCount = clustersAreTeams ? numbers.count : meetings.count
  }

  // MARK: Rows

  /// Where declared roles, teams and meetings stand first.
  private struct Places {
    var roles: [String: Int] = [:]
    var teams: [String: Int] = [:]
    var meetings: [String: Int] = [:]

    init(_ all: [MeetingParticipation]) {
      let declared = all.first { !$0.roleOrder.isEmpty }?.roleOrder ?? []
      for (i, role) in declared.enumerated() where roles[role] == nil { roles[role] = i }
      for (i, meeting) in all.enumerated() {
        if meetings[meeting.transcript] == nil { meetings[meeting.transcript] = i }
        if let team = meeting.team?.display, teams[team] == nil { teams[team] = i }
      }
    }
  }

  func rows() -> [Participation.Row] {
    let places = Places(meetings)
    let keys = groups.enumerated().map { order($0.element.key, $0.offset, places) }
    let sorted = groups.indices.sorted { keys[$0] < keys[$1] }
    return sorted.enumerated().map { row(groups[$0.element], stream: UInt64($0.offset)) }
  }

  func totalRow() -> Participation.Row { row(total, stream: nil) }

  func apartRow(_ speaker: MeetingParticipation.Speaker) -> Participation.Row? {
    guard let group = apart[speaker] else { return nil }
    var row = row(group, stream: nil)
    row.turnShare = nil
    row.wordShare = nil
    row.timeShare = nil
    return row
  }

  /// Roles stand in the order of their declaration, everything else in that of its appearance.
  private func order(_ key: [String?], _ appearance: Int, _ places: Places) -> SortKey {
    SortKey(
      parts: zip(grouping, key).map { grouping, value in
        guard let value else { return Int.max }
        switch grouping {
        case .role: return places.roles[value] ?? places.roles.count
        case .team: return places.teams[value] ?? Int.max - 1
        case .meeting: return places.meetings[value] ?? Int.max - 1
        case .speaker: return 0
        }
      },
      appearance: appearance
    )
  }

  private struct SortKey: Comparable {
    var parts: [Int]
    var appearance: Int

    static func < (a: SortKey, b: SortKey) -> Bool {
      a.parts == b.parts ? a.appearance < b.appearance : a.parts.lexicographicallyPrecedes(b.parts)
    }
  }

  private func row(_ group: Group, stream: UInt64?) -> Participation.Row {
    let words = group.turnWords.reduce(0, +)
    let lengths = group.turnWords.map(Double.init)
    var row = Participation.Row(
      group: group.key,
      people: group.people.count,
      meetings: group.meetings.count,
      turns: group.turnWords.count,
      words: words,
      seconds: seconds(group),
      utterances: group.utterances,
      timedUtterances: group.timedUtterances,
      turnShare: share(group.turnWords.count, total.turnWords.count),
      wordShare: share(words, total.turnWords.reduce(0, +)),
      timeShare: timeShare(group),
      meanTurn: Summary.mean(lengths),
      medianTurn: Summary.median(lengths),
      longestTurn: group.turnWords.max(),
      evidence: group.evidence
    )
    if let stream, let bootstrap { addSpread(&row, group, stream, bootstrap) }
    return row
  }

  private func share(_ part: Int, _ all: Int) -> Double? {
    all > 0 ? Double(part) / Double(all) : nil
  }

  private func seconds(_ group: Group) -> Double? {
    if group.utterances == 0 { return total.timedUtterances > 0 ? 0 : nil }
    return group.timedUtterances > 0 ? Double(group.microseconds) / 1_000_000 : nil
  }

  private func timeShare(_ group: Group) -> Double? {
    guard total.microseconds > 0, seconds(group) != nil else { return nil }
    return Double(group.microseconds) / Double(total.microseconds)
  }

  /// Mean and deviation over meetings, and the bootstrap interval of the pooled share.
  private func addSpread(
    _ row: inout Participation.Row,
    _ group: Group,
    _ stream: UInt64,
    _ bootstrap: Bootstrap
  ) {
    let shares = group.meetings.sorted().compactMap { m -> Double? in
      share(group.perMeeting[m]?.words ?? 0, total.perMeeting[m]?.words ?? 0)
    }
    row.wordShareMean = Summary.mean(shares)
    row.wordShareDeviation = Summary.standardDeviation(shares)
    var words = Array(repeating: (numerator: 0.0, denominator: 0.0), count: clusterCount)
    var turns = words
    for m in meetings.indices {
      words[clusters[m]].numerator += Double(group.perMeeting[m]?.words ?? 0)
      words[clusters[m]].denominator += Double(total.perMeeting[m]?.words ?? 0)
      turns[clusters[m]].numerator += Double(group.perMeeting[m]?.turns ?? 0)
      turns[clusters[m]].denominator += Double(total.perMeeting[m]?.turns ?? 0)
    }
    row.wordShareInterval = bootstrap.ratio(words, stream: 2 * stream)
    row.turnShareInterval = bootstrap.ratio(turns, stream: 2 * stream + 1)
  }
}
