import Samtale

extension Table {
  /// The people of a corpus by role: Table 1 of a paper.
  public static func participants(_ counts: ParticipantCounts) -> Table {
    var table = Table(title: "Participants (n = \(counts.people))", columns: [])
    table.columns = [
      Column(key: "role", title: "role", kind: .text),
      Column(key: "people", title: "n", kind: .integer),
      Column(key: "variable", title: "variable", kind: .text),
      Column(key: "category", title: "category", kind: .text),
      Column(key: "count", title: "count", kind: .integer),
    ]
    for row in counts.rows {
      table.rows.append([
        .text(row.roleName), .integer(row.people), .text(words(row.variable)),
        .text(row.category), .integer(row.count),
      ])
    }
    table.notes = [
      "Each person is counted once in each of her or his roles, however many meetings attended."
    ]
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
