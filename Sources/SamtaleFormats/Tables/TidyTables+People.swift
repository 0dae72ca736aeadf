import Samtale

extension TidyTables {
  /// A person in a conversation, with a column for each sort of fact that occurs.
  func people(_ transcripts: [Transcript]) -> TidyTable {
    let facts = factColumns(transcripts)
    var table = TidyTable(
      name: "people", meaning: "a person in a conversation",
      columns: [
        Self.transcriptColumn, Column("person", "identifier of the person"),
        Column("label", "printed label"), Column("role", "roles, separated by “; ”"),
        Column("team", "teams, separated by “; ”"),
        Column("speaks", .boolean, "whether the person says anything"),
        Column("group_size", "of a group that speaks as one, its size"),
      ] + facts.map { Column($0.name, $0.meaning) })
    let added = addedFacts
    for transcript in transcripts {
      var speaking: Set<Int> = []
      for unit in transcript.utterances { speaking.formUnion(unit.speakers) }
      for (index, person) in transcript.participants.enumerated() {
        let teams = person.memberships.map { membership in
          transcript.teams.first { $0.id == membership.team }?.names.first ?? membership.team
        }
        let row: [Cell] = [
          .text(transcript.id), .text(person.id), .text(person.label), joined(person.roles),
          joined(teams.uniqued), .boolean(speaking.contains(index)), .text(person.groupSize),
        ]
        table.rows.append(row + facts.map { $0.cell(person, added[person.id] ?? [:]) })
      }
    }
    return table
  }

  /// A sort of fact, with the name of its column.
  private struct Fact {
    var name: String
    var meaning: String
    var cell: (Participant, [String: String]) -> Cell
  }

  /// What researchers added about people, by the person and the name of the fact.
  private var addedFacts: [String: [String: String]] {
    var facts: [String: [String: String]] = [:]
    for fact in corpus.study.all(ParticipantAttribute.self) {
      facts[fact.participant, default: [:]][fact.key] = fact.value
    }
    return facts
  }

  private func factColumns(_ transcripts: [Transcript]) -> [Fact] {
    struct Sort: Hashable { var kind: Participant.Attribute.Kind, type: String? }
    var sorts: [Sort] = []
    var seen: Set<Sort> = []
    var hasBands = false
    for person in transcripts.flatMap(\.participants) {
      for attribute in person.attributes {
        let sort = Sort(kind: attribute.kind, type: attribute.type)
        if seen.insert(sort).inserted { sorts.append(sort) }
        hasBands = hasBands || attribute.atLeast != nil || attribute.atMost != nil
      }
    }
    var names: Set<String> = []
    var facts = sorts.map { sort in
      Fact(
        name: Self.unused([sort.kind.columnName, sort.type].compactMap(\.self), &names),
        meaning: [sort.kind.columnName, sort.type].compactMap(\.self).joined(separator: ": ")
      ) { person, _ in
        joined(
          person.attributes.filter { $0.kind == sort.kind && $0.type == sort.type }
            .map(\.display))
      }
    }
    if hasBands { facts += Self.bands(&names) }
    let keys = Set(corpus.study.all(ParticipantAttribute.self).map(\.key)).sorted()
    return facts
      + keys.map { key in
        Fact(name: Self.unused([key], &names), meaning: "added by researchers: \(key)") {
          .text($1[key])
        }
      }
  }

  /// The ends of bands of age as numbers.
  private static func bands(_ names: inout Set<String>) -> [Fact] {
    let bound = { (end: @escaping (Participant.Attribute) -> String?) in
      { (person: Participant, _: [String: String]) -> Cell in
        .text(person.attribute(.age).flatMap(end))
      }
    }
    return [
      Fact(
        name: unused(["age_at_least"], &names), meaning: "lower end of the age band, in years",
        cell: bound(\.atLeast)),
      Fact(
        name: unused(["age_at_most"], &names), meaning: "upper end of the age band, in years",
        cell: bound(\.atMost)),
    ]
  }

  /// A name in snake_case that no other column has.
  private static func unused(_ parts: [String], _ names: inout Set<String>) -> String {
    let base = parts.map(snakeCase).filter { !$0.isEmpty }.joined(separator: "_")
    let wanted = base.isEmpty ? "fact" : base
    let fixed = ["transcript", "person", "label", "role", "team", "speaks", "group_size"]
    var name = fixed.contains(wanted) ? wanted + "_fact" : wanted
    var number = 2
    while !names.insert(name).inserted {
      name = "\(wanted)_\(number)"
      number += 1
    }
    return name
  }

  /// `yearsInJob` and `years in job` as `years_in_job`.
  static func snakeCase(_ text: String) -> String {
    var name = ""
    var isAfterSmall = false
    for character in text {
      if character.isUppercase, isAfterSmall { name += "_" }
      isAfterSmall = character.isLowercase
      if character.isLetter || character.isNumber {
        name += character.lowercased()
      } else if name.last != "_", !name.isEmpty {
        name += "_"
      }
    }
    return name.hasSuffix("_") ? String(name.dropLast()) : name
  }
}

extension Participant.Attribute.Kind {
  fileprivate var columnName: String { self == .name ? "name" : rawValue }
}
