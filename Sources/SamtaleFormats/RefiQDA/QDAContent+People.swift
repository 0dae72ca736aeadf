import Samtale

// People, roles and teams as cases.
extension QDAContent {
  /// A person over all transcripts.
  private struct Person {
    var participants: [(source: Int, index: Int)] = []
    var facts: [(name: String, value: String)] = []

    mutating func add(_ name: String, _ value: String) {
      guard !value.isEmpty, !facts.contains(where: { $0.name == name && $0.value == value }) else {
        return
      }
      facts.append((name, value))
    }

    /// What transcripts print before the person's words.
    var labels: [String] { facts.filter { $0.name == QDAVariable.label }.map(\.value) }

    /// The values of each variable on one line.
    var values: [(name: String, value: String)] {
      var names: [String] = []
      for fact in facts where !names.contains(fact.name) { names.append(fact.name) }
      return names.map { name in
        let values = facts.filter { $0.name == name }.map(\.value)
        return (name, values.joined(separator: QDAVariable.separator))
      }
    }
  }

  mutating func addPeople() {
    let turns = addTurns()
    var people: [Participant.Identity: Person] = [:]
    var roles: [String: Case] = [:]
    var teams: [String: Case] = [:]
    for (i, source) in sources.enumerated() {
      let transcript = source.version.transcript
      for (index, participant) in transcript.participants.enumerated() {
        people[participant.identity, default: Person()].participants.append((i, index))
        let teamNames = participant.memberships.map { name(ofTeam: $0.team, transcript) }
        describe(participant, source.text.labels[index], teamNames, &people)
        for role in participant.roles {
          let title = transcript.roles.first { $0.code == role }?.name
          var item = roles[role] ?? derivedCase(QDACaseName.role + role, title ?? "a role")
          item.selections += turns[i][index] ?? []
          roles[role] = item
        }
        for team in Set(teamNames) {
          var item = teams[team] ?? derivedCase(QDACaseName.team + team, "a team")
          if item.sources.last != source.id { item.sources.append(source.id) }
          teams[team] = item
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

  private func name(ofTeam id: String, _ transcript: Transcript) -> String {
    transcript.teams.first { $0.id == id }?.names.first ?? id
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
    var person = people[participant.identity] ?? Person()
    person.add(QDAVariable.label, label)
    for role in participant.roles { person.add(QDAVariable.role, role) }
    for team in teams { person.add(QDAVariable.team, team) }
    for attribute in participant.attributes {
      person.add(QDAVariable.title(of: attribute), attribute.display)
    }
    people[participant.identity] = person
  }

  /// Facts about participants that researchers added.
  private func addResearchersFacts(_ people: inout [Participant.Identity: Person]) {
    for fact in study.all(ParticipantAttribute.self) {
      for identity in people.keys where identity.id == fact.participant {
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
