/// Turn-taking of one or many meetings as rows of the long table.
public struct TurnTakingRows: Sendable {
  /// Meetings measured in the same unit.
  let meetings: [TurnTaking]
  let clusters: Clusters
  /// The team of each meeting.
  let teams: [String?]
  let bootstrap: Bootstrap
  let permutation: PermutationTest
  /// Files and identifiers of utterances, to name the turns behind a number; empty if not wanted.
  let places: [String: [String]]

  /// - Parameters:
  ///   - meetings: Meetings measured in the same unit, with the team of each.
  ///   - bootstrap: How intervals over meetings are made.
  ///   - permutation: How who-follows-whom is compared with chance.
  ///   - places: For each meeting, the place of each utterance; leave empty for no evidence.
  public init(
    _ meetings: [(turnTaking: TurnTaking, team: String?)], bootstrap: Bootstrap = Bootstrap(),
    permutation: PermutationTest = PermutationTest(), places: [String: [String]] = [:]
  ) {
    self.meetings = meetings.map(\.turnTaking)
    teams = meetings.map(\.team)
    clusters = Clusters(teams: teams)
    self.bootstrap = bootstrap
    self.permutation = permutation
    self.places = places
  }

  /// Rows of each meeting and, if there are several, of all together and of each team that met more
  /// than once.
  /// - Parameter workers: How many meetings to compare with chance at the same time; the rows are the
  ///   same for any number.
  /// - Returns: Rows over all meetings first, then those of each.
  public func rows(workers: Int = 1) -> [MeasureRow] {
    let single = ConcurrentMap.map(meetings.count, workers: workers) { i in
      rows(of: [meetings[i]], meeting: meetings[i].meeting, stream: UInt64(i + 1))
    }
    return (meetings.count > 1 ? pooled + ofTeams : []) + single.joined()
  }

  /// Rows of the teams that met more than once, their meetings together. Intervals are not given:
  /// a team has too few meetings.
  private var ofTeams: [MeasureRow] {
    guard meetings.first?.unit == .role else { return [] }
    var names: [String] = []
    for case let team? in teams where !names.contains(team) { names.append(team) }
    return names.enumerated().flatMap { i, team -> [MeasureRow] in
      let own = meetings.indices.filter { teams[$0] == team }.map { meetings[$0] }
      guard own.count > 1, own.count < meetings.count else { return [] }
      return rows(of: own, meeting: nil, stream: UInt64(1_000_000 + i)).map { row in
        var row = row
        row.team = team
        if row.groupKind == .corpus {
          row.groupKind = .team
          row.group = team
        }
        return row
      }
    }
  }

  /// Rows of all meetings together. People are taken together by label only within a meeting, so
  /// for persons there are none.
  public var pooled: [MeasureRow] {
    guard meetings.first?.unit == .role || meetings.count == 1 else { return [] }
    return rows(of: meetings, meeting: nil, stream: 0)
  }

  private func rows(of meetings: [TurnTaking], meeting: String?, stream: UInt64) -> [MeasureRow] {
    let merged = Transitions(merging: meetings.map(\.transitions))
    let chance = permutation.run(aligned(meetings, merged.parties), stream: stream)
    return parties(of: meetings, merged, meeting: meeting) + dyads(merged, chance, meeting: meeting)
      + whole(of: meetings, merged, chance, meeting: meeting)
  }

  // MARK: Parties

  private var kind: MeasureRow.GroupKind { meetings.first?.unit == .speaker ? .speaker : .role }

  private func names(_ meetings: [TurnTaking]) -> [String] {
    var names: [String] = []
    for name in meetings.flatMap(\.parties).map(\.name) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  private func parties(of meetings: [TurnTaking], _ merged: Transitions, meeting: String?)
    -> [MeasureRow]
  {
    let central = Centrality(merged)
    return names(meetings).enumerated().flatMap { i, name in
      counts(name, meetings, meeting) + ratios(name, meetings, meeting, stream: i)
        + absence(name, meetings, meeting) + centrality(name, central, meeting)
    }
  }

  private func party(_ name: String, in meeting: TurnTaking) -> TurnTaking.Party? {
    meeting.parties.first { $0.name == name }
  }

  private func counts(_ name: String, _ meetings: [TurnTaking], _ meeting: String?)
    -> [MeasureRow]
  {
    let lists: [(String, String, (TurnTaking.Party) -> [Int])] = [
      ("turns", "turns", { $0.turns }), ("minimal_responses", "turns", { $0.minimalTurns }),
      ("questions_asked", "turns", { $0.questions }), ("answers_given", "turns", { $0.answers }),
    ]
    var rows = lists.map { measure, unit, list in
      var number = 0
      var evidence: [String] = []
      for one in meetings {
        guard let indices = party(name, in: one).map(list) else { continue }
        number += indices.count
        evidence += self.evidence(indices, one)
      }
      return MeasureRow(
        meeting: meeting, kind, name, measure, Double(number), n: number, unit: unit,
        evidence: evidence)
    }
    let words = meetings.reduce(0) { $0 + (party(name, in: $1)?.words ?? 0) }
    rows.append(
      MeasureRow(meeting: meeting, kind, name, "words", Double(words), n: words, unit: "words"))
    let floors = meetings.reduce(0) { sum, one in
      sum + (one.parties.firstIndex { $0.name == name }.map { one.floors[$0] } ?? 0)
    }
    rows.append(
      MeasureRow(
        meeting: meeting, kind, name, "floor_turns", Double(floors), n: floors, unit: "floors",
        note: "turns seen through others' minimal responses"))
    return rows
  }

  private func evidence(_ turns: [Int], _ meeting: TurnTaking) -> [String] {
    guard let places = places[meeting.meeting] else { return [] }
    return turns.map { places[meeting.turns[$0].utterances[0]] }
  }

  private func absence(_ name: String, _ meetings: [TurnTaking], _ meeting: String?)
    -> [MeasureRow]
  {
    let longest = meetings.compactMap { one in
      one.parties.firstIndex { $0.name == name }.map { one.sequence.longestAbsences[$0] }
    }
    return [
      MeasureRow(
        meeting: meeting, kind, name, "longest_absence", longest.max().map(Double.init),
        n: longest.count, unit: "turns", note: "longest run of turns of others")
    ]
  }

  private func centrality(_ name: String, _ central: Centrality, _ meeting: String?)
    -> [MeasureRow]
  {
    guard let i = central.parties.firstIndex(of: name) else { return [] }
    let n = Int(central.outStrength[i] + central.inStrength[i])
    let row = { (measure: String, value: Double?, note: String) in
      MeasureRow(
        meeting: meeting, kind, name, measure, value, n: n, unit: "index", note: note)
    }
    return [
      row("pagerank", n > 0 ? central.pageRank[i] : nil, n > 0 ? "" : "no transitions"),
      row(
        "betweenness", central.betweenness?[i],
        central.betweenness == nil ? "fewer than three parties" : ""),
    ]
  }
}
