import Samtale

extension Table {
  /// The people of a corpus by role: Table 1 of a paper.
  public static func participants(_ counts: ParticipantCounts) -> Table {
    let hasMeans = counts.rows.contains { $0.mean != nil }
    var table = Table(title: "Participants (n = \(counts.people))", columns: [])
    table.columns = [
      Column(key: "role", title: "role", kind: .text, isSaidOnce: true),
      Column(key: "people", title: "n", kind: .integer, isSaidOnce: true),
      Column(key: "variable", title: "variable", kind: .text, isSaidOnce: true),
      Column(key: "category", title: "category", kind: .text),
      Column(key: "count", title: "count", kind: .integer),
      Column(key: "share", title: "% of n", kind: .percent(places: 1)),
    ]
    if hasMeans {
      table.columns += [
        Column(key: "mean", title: "mean", kind: .decimal(places: 1)),
        Column(key: "sd", title: "SD", kind: .decimal(places: 1)),
      ]
    }
    table.rows = counts.rows.map { row in
      let numbers = [row.mean, row.deviation].map { $0.map(Cell.number) ?? .missing("") }
      return Row(
        [
          .text(row.roleName), .integer(row.people), .text(words(row.variable)),
          .text(row.category), .integer(row.count), .number(row.share),
        ] + (hasMeans ? numbers : []),
        kind: row.mean == nil ? .group : .summary
      )
    }
    table.notes = [
      "Each person is counted once in each of her or his roles, however many meetings attended."
    ]
    if counts.transcripts > 1 {
      table.notes.append("People are told apart by identifier and name (n = \(counts.people)).")
    }
    return table
  }

  /// `yearsInJob` as a table prints it: years in job. Abbreviations stay as they are.
  private static func words(_ name: String) -> String {
    var words: [String] = []
    for character in name {
      let last = words.last?.last
      let startsWord =
        last == nil || (character.isUppercase && last?.isUppercase == false)
        || (character.isNumber && last?.isNumber == false)
      if startsWord { words.append("") }
      words[words.count - 1].append(character)
    }
    return words.map { $0.count > 1 && $0.allSatisfy(\.isUppercase) ? $0 : $0.lowercased() }
      .joined(separator: " ")
  }
}
