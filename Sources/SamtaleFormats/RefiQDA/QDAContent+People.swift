import Samtale

// People, roles and teams as cases.
extension QDAContent {
  /// A person over all transcripts.
  private struct Person {
    var participants: [(source: Int, index: Int)] = []
    /// The values of each variable, and the variables in the order in which they came.
    private var facts: [String: [String]] = [:]
    private var names: [String] = []
    private var known: Set<[String]> = []

    mutating func add(_ name: String, _ value: String) {
      guard !value.isEmpty, known.insert([name, value]).inserted else { return }
      if facts[name] == nil { names.append(name) }
      facts[name, default: []].append(value)
    }

    /// What transcripts print before the person's words.
    var labels: [String] { facts[QDAVariable.label] ?? [] }

    /// The values of each variable on one line.
    var values: [(name: String, value: String)] {
      names.map { ($0, (facts[$0] ?? []).joined(separator: QDAVariable.separator)) }
    }
  }

  mutating func addPeople() {
    let turns = addTurns()
    var people: [Participant.Identity: Person] = [:]
    var roles: [String: Case] = [:]
    var teams: [String: Case] = [:]
    for (i, source) in sources.enumerated() {
      let transcript = source.version.transcript
      let titles = Dictionary(
        transcript.roles.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
      let namesOfTeams = Dictionary(
        transcript.teams.map { ($0.id, $0.names.first ?? $0.id) },
        uniquingKeysWith: { first, _ in first })
      for (index, participant) in transcript.participants.enumerated() {
        people[participant.identity, default: Person()].participants.append((i, index))
        let teamNames = participant.memberships.map { namesOfTeams[$0.team] ?? $0.team }
        describe(participant, source.text.labels[index], teamNames, &people)
        for role in participant.roles {
          let new = derivedCase(QDACaseName.role + role, titles[role] ?? "a role")
          roles[role, default: new].selections += turns[i][index] ?? []
        }
        for team in Set(teamNames) {
          let new = derivedCase(QDACaseName.team + team, "a team")
          if teams[team]?.sources.last != source.id {
            teams[team, default: new].sources.append(source.id)
          }
        }
      }
    }
    addResearchersFacts(&people)
    var numbers: [String: Int] = [:]
    for label in people.values.flatMap(\.labels) { numbers[label, default: 0] += 1 }
    for (identity, person) in people.sorted(by: { $0.key < $1.key }) {
      addCase(identity, person, turns, labels: numbers)
    }
    cases += roles.sorted { $0.key < $1.key }.map(\.value)
    cases += teams.sorted { $0.key < $1.key }.map(\.value)
    for name in cases.flatMap({ $0.values.map(\.name) }) { declare(name) }
  }

  private func derivedCase(_ name: String, _ what: String) -> Case {
    Case(
      id: Self.derived("case", name), name: name, description: QDACaseName.description(what))
  }

  /// A selection for each utterance, by participant.
  private mutating func addTurns() -> [[Int: [Identifier]]] {
    sources.indices.map { i in
      var turns: [Int: [Identifier]] = [:]
      for utterance in sources[i].version.transcript.utterances {
        guard let start = sources[i].text.starts[utterance.index], !utterance.speakers.isEmpty
        else {
          continue
        }
        let length = sources[i].text.lengths[utterance.index]
        let index = selection(start..<start + length, in: i)
        for speaker in utterance.speakers {
          turns[speaker, default: []].append(sources[i].selections[index].id)
        }
      }
      return turns
    }
  }

  private mutating func describe(
    _ participant: Participant, _ label: String, _ teams: [String],
    _ people: inout [Participant.Identity: Person]
  ) {
    var facts = [(QDAVariable.label, label)]
    facts += participant.roles.map { (QDAVariable.role, $0) }
    facts += teams.map { (QDAVariable.team, $0) }
    facts += participant.attributes.map { (QDAVariable.title(of: $0), $0.display) }
    for (name, value) in facts { people[participant.identity, default: Person()].add(name, value) }
  }

  /// Facts about participants that researchers added.
  private func addResearchersFacts(_ people: inout [Participant.Identity: Person]) {
    let identities = Dictionary(grouping: people.keys, by: \.id)
    for fact in study.all(ParticipantAttribute.self) {
      for identity in identities[fact.participant] ?? [] {
        people[identity]?.add(fact.key, fact.value)
      }
    }
  }

  private mutating func addCase(
    _ identity: Participant.Identity, _ person: Person, _ turns: [[Int: [Identifier]]],
    labels numbers: [String: Int]
  ) {
    let labels = person.labels
    let isAlone = labels.count == 1 && numbers[labels[0]] == 1
    let name = isAlone ? labels[0] : "\(identity.name ?? labels[0]) (\(identity.id))"
    var item = Case(
      id: Self.derived("person", identity.id, identity.name ?? ""), name: name)
    item.values = [(QDAVariable.identifier, identity.id)] + person.values
    for (source, index) in person.participants {
      item.sources.append(sources[source].id)
      item.selections += turns[source][index] ?? []
    }
    cases.append(item)
  }
}
