/// Reads participants, teams and classifications from trees of a TEI header.
struct PeopleReader {
  var diagnostics: DiagnosticSink
  private(set) var participants: [Participant] = []
  private(set) var teams: [Team] = []
  private(set) var taxonomies: [Taxonomy] = []
  /// Elements of declared people whose content was left out, by name.
  private var leftOut: [String: Int] = [:]
  /// Characters of what was left out.
  private(set) var leftOutCharacters = 0
  private var roleUses: [(role: String, person: MarkupElement)] = []
  private var teamUses: [(team: String, element: MarkupElement)] = []

  init(diagnostics: DiagnosticSink) { self.diagnostics = diagnostics }

  /// What a corpus header declares for all its documents.
  mutating func declarations(in header: MarkupElement) -> SharedDeclarations {
    switch header.name {
    case "teiHeader": read(header: header)
    case "taxonomy": taxonomies.append(Self.taxonomy(header))
    default: read(people: header)
    }
    var shared = SharedDeclarations()
    for participant in participants where shared.participants[participant.id] == nil {
      shared.participants[participant.id] = participant
    }
    shared.teams = teams
    shared.taxonomies = taxonomies
    return shared
  }

  mutating func read(header: MarkupElement) {
    for taxonomy in header.first("encodingDesc")?.elements("classDecl") ?? [] {
      taxonomies += taxonomy.elements("taxonomy").map(Self.taxonomy)
    }
    for description in header.first("profileDesc")?.elements("particDesc") ?? [] {
      read(people: description)
    }
  }

  /// Reads persons and organisations anywhere below an element.
  mutating func read(people element: MarkupElement) {
    switch element.name {
    case "person": readPerson(element, groupSize: nil)
    case "personGrp": readPerson(element, groupSize: element["size"] ?? "unknown")
    case "org": readTeam(element)
    default:
      for case .element(let child) in element.children { read(people: child) }
    }
  }

  // MARK: Classifications

  private static func taxonomy(_ element: MarkupElement) -> Taxonomy {
    Taxonomy(
      id: element["xml:id"],
      summary: element.first("desc")?.text,
      categories: element.elements("category").compactMap(category)
    )
  }

  private static func category(_ element: MarkupElement) -> Taxonomy.Category? {
    guard let id = element["xml:id"] ?? element["id"] else { return nil }
    return Taxonomy.Category(
      id: id,
      level: element["n"],
      language: element["xml:lang"],
      descriptions: element.elements("catDesc").map {
        .init($0.text, language: $0["xml:lang"], kind: $0["n"])
      },
      categories: element.elements("category").compactMap(category)
    )
  }

  // MARK: People

  private mutating func readTeam(_ element: MarkupElement) {
    guard let id = element["xml:id"] else { return }
    teams.append(
      Team(id: id, number: element["n"], names: element.elements("orgName").map(\.text))
    )
  }

  private mutating func readPerson(_ element: MarkupElement, groupSize: String?) {
    // Somebody to whom nothing points is still somebody who was there.
    let id =
      element["xml:id"] ?? element["id"] ?? element["n"] ?? "person.\(participants.count + 1)"
    var person = Participant(
      id: id,
      label: element["n"],
      roles: element["role"]?.tokens ?? [],
      groupSize: groupSize,
      analysis: element["ana"]?.pointers ?? [],
      language: element["xml:lang"]
    )
    if person.label == nil {
      // TEICORPO puts the label of the transcript here.
      person.label = element.first("altGrp")?.first("alt")?["type"]
    }
    for role in person.roles { roleUses.append((role, element)) }
    // TEI P4, BNC and TEICORPO write these two as attributes.
    if let sex = element["sex"] { person.attributes.append(.init(.sex, value: sex)) }
    if let age = element["age"] { person.attributes.append(.init(.age, text: age)) }
    for case .element(let part) in element.children { read(part, into: &person) }
    participants.append(person)
  }

  private mutating func read(_ part: MarkupElement, into person: inout Participant) {
    switch part.name {
    case "altGrp": break
    case "affiliation": readMembership(part, into: &person)
    case "persName":
      person.attributes.append(attribute(.name, part, text: Self.name(part)))
    case "state", "trait":
      let kind: Participant.Attribute.Kind = part.name == "state" ? .state : .trait
      person.attributes.append(attribute(kind, part, text: (part.first("label") ?? part).text))
    default:
      guard let kind = Participant.Attribute.Kind(rawValue: part.name) else {
        leaveOut(part)
        return
      }
      person.attributes.append(attribute(kind, part, text: part.text))
    }
  }

  private func attribute(
    _ kind: Participant.Attribute.Kind,
    _ part: MarkupElement,
    text: String
  ) -> Participant.Attribute {
    var attribute = Participant.Attribute(
      kind,
      type: part["type"],
      value: part["value"],
      text: text,
      atLeast: part["atLeast"],
      atMost: part["atMost"]
    )
    attribute.type = attribute.type.map(ProfileValue.word)
    attribute.value = attribute.value.map(ProfileValue.word)
    attribute.atLeast = attribute.atLeast.flatMap(ProfileValue.decimal)
    attribute.atMost = attribute.atMost.flatMap(ProfileValue.decimal)
    switch kind {
    case .age:
      // Ages such as 3;01.21 (CHAT) stay as words.
      if let value = attribute.value, UInt(value) == nil {
        attribute.value = nil
        if attribute.text.isEmpty { attribute.text = value }
      }
    case .gender, .sex: attribute.value = attribute.value ?? text.tokens.first ?? "unknown"
    case .state, .trait: attribute.type = attribute.type ?? "unspecified"
    default: break
    }
    attribute.from = part["from"].flatMap(ProfileValue.date)
    attribute.to = part["to"].flatMap(ProfileValue.date)
    attribute.when = part["when"].flatMap(ProfileValue.date)
    attribute.language = part["xml:lang"].flatMap(ProfileValue.language)
    return attribute
  }

  /// A name in reading order, whatever the order of its parts.
  private static func name(_ element: MarkupElement) -> String {
    let first = element.elements("forename").map(\.text)
    let last = element.elements("surname").map(\.text)
    guard !first.isEmpty || !last.isEmpty else { return element.text }
    let links = element.elements("nameLink").map(\.text)
    return (first + links + last).joined(separator: " ")
  }

  private mutating func readMembership(_ part: MarkupElement, into person: inout Participant) {
    guard let team = part["ref"]?.pointers.first else {
      leaveOut(part)
      return
    }
    teamUses.append((team, part))
    person.memberships.append(
      .init(
        team: team, from: part["from"].flatMap(ProfileValue.date),
        to: part["to"].flatMap(ProfileValue.date), when: part["when"].flatMap(ProfileValue.date),
        text: part.text)
    )
  }

  private mutating func leaveOut(_ element: MarkupElement) {
    leftOut[element.name, default: 0] += 1
    leftOutCharacters += element.characterCount
  }

  // MARK: Rules

  /// Reports roles and teams that nobody declares; memberships in teams unknown here are dropped
  /// from other people's files, where they mostly mean parties and governments.
  mutating func check(knownTeams: Set<String>) {
    let roles = taxonomies.first { $0.id == "roles" }.map { Set($0.codes) }
    if let roles {
      for use in roleUses where !roles.contains(use.role) {
        diagnostics.reportLenient(
          .undeclaredRole,
          at: use.person.position,
          "the role \(use.role) of \(use.person["xml:id"] ?? "a person") is not declared",
          do: "add it to the taxonomy with xml:id=\"roles\", or correct it"
        )
      }
    }
    let known = knownTeams.union(teams.map(\.id))
    for use in teamUses where !known.contains(use.team) {
      if diagnostics.gathers {
        leaveOut(use.element)
      } else {
        diagnostics.report(
          .error,
          .undeclaredTeam,
          at: use.element.position,
          "the team \(use.team) is not declared",
          do: "add it to listOrg, or correct the pointer"
        )
      }
    }
    if diagnostics.gathers {
      for i in participants.indices {
        participants[i].memberships.removeAll { !known.contains($0.team) }
      }
    }
    guard !leftOut.isEmpty else { return }
    let list = leftOut.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }
    diagnostics.gather(
      .note,
      .unknownMarkup,
      at: nil,
      "facts about people that are not kept: \(list.joined(separator: ", "))",
      do: "nothing"
    )
  }
}

extension MarkupElement {
  /// Where the element stood in its file.
  var position: XMLPosition? {
    line.value > 0 ? XMLPosition(line: line.value, column: column.value) : nil
  }
}
