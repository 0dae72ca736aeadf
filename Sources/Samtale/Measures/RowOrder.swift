/// Where rows stand: the groupings in their order, roles as declared, all else as it first appears.
struct RowOrder {
  private var roles: [String: Int] = [:]
  private var teams: [String: Int] = [:]
  private let people: [Participant.Identity: Int]

  init(
    _ groups: [ParticipationGroup],
    _ people: PeopleNames,
    _ declared: [Role],
    _ meetings: [MeetingParticipation]
  ) {
    self.people = people.order
    for role in declared { roles[role.code] = roles.count }
    for case .role(let code) in groups.flatMap(\.key) where roles[code] == nil {
      roles[code] = roles.count
    }
    for team in meetings.compactMap(\.team) where teams[team.id] == nil {
      teams[team.id] = teams.count
    }
  }

  func key(_ group: ParticipationGroup) -> [Int] {
    group.key.map { part in
      switch part {
      case .none: .max
      case .role(let code): roles[code] ?? .max
      case .team(let id): teams[id] ?? .max
      case .meeting(let index): index
      case .person(let identity): people[identity] ?? .max
      }
    }
  }
}
