/// What is drawn for a bootstrap interval: the things that may be taken as independent.
public struct Clusters: Sendable, Hashable {
  /// What a cluster is.
  public enum Unit: String, Sendable {
    /// Whole teams, where at least one met more than once. A meeting of no team stands for itself.
    case teams
    case meetings
    /// The turns of a single meeting.
    case turns
  }

  public var unit: Unit
  public var count: Int
  /// Meetings of no team, each a cluster of its own beside the teams.
  public var meetingsWithoutTeam: Int
  /// The cluster of each meeting; all are in one if turns are drawn.
  var ofMeetings: [Int]

  /// Whether whole teams are drawn.
  public var areTeams: Bool { unit == .teams }

  /// The clusters of meetings.
  ///
  /// Meetings of one team are alike, so teams are drawn where a team met more than once; if there
  /// is one team only, its meetings are.
  public init(_ meetings: [MeetingParticipation]) {
    if meetings.count == 1 {
      let turns = meetings[0].contributors.filter(\.isPerson).reduce(0) { $0 + $1.turnWords.count }
      self.init(unit: .turns, count: turns, meetingsWithoutTeam: 0, ofMeetings: [0])
      return
    }
    self.init(teams: meetings.map { $0.team?.id })
  }

  /// The clusters of meetings whose teams are known or not.
  init(teams: [String?]) {
    var numbers: [String: Int] = [:]
    var count = 0
    let byTeam = teams.map { team in
      if let team, let known = numbers[team] { return known }
      if let team { numbers[team] = count }
      count += 1
      return count - 1
    }
    let areTeams = count > 1 && count < teams.count
    self.init(
      unit: areTeams ? .teams : .meetings,
      count: areTeams ? count : teams.count,
      meetingsWithoutTeam: areTeams ? count - numbers.count : 0,
      ofMeetings: areTeams ? byTeam : Array(teams.indices)
    )
  }

  private init(unit: Unit, count: Int, meetingsWithoutTeam: Int, ofMeetings: [Int]) {
    self.unit = unit
    self.count = count
    self.meetingsWithoutTeam = meetingsWithoutTeam
    self.ofMeetings = ofMeetings
  }
}
