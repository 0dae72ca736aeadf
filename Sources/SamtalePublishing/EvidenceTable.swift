import Samtale

extension Table {
  /// Each turn behind the numbers of a participation table, with its file and line.
  /// - Parameters:
  ///   - participation: The counts, made with evidence.
  ///   - words: What was counted as a word, for the notes.
  /// - Returns: The turns of each group, then those that are kept apart.
  public static func evidence(
    _ participation: Participation,
    words: WordOptions = WordOptions()
  ) -> Table {
    let groups = participation.grouping.map {
      Column(key: $0.rawValue, title: $0.rawValue, kind: .text)
    }
    let turn = [
      Column(key: "source", title: "file:line", kind: .text),
      Column(key: "words", title: "words", kind: .integer),
      Column(key: "seconds", title: "time", unit: "s", kind: .decimal(places: 2)),
      Column(key: "utterances", title: "utterances", kind: .text, audience: .programs),
      Column(key: "utterance_range", title: "utterances", kind: .text, audience: .people),
    ]
    var table = Table(title: "Turns behind the participation table", columns: groups + turn)
    for row in participation.rows {
      let group = zip(participation.grouping, row.group).map { grouping, value -> Cell in
        .text(grouping == .speaker ? row.person?.label ?? "" : value ?? grouping.absent)
      }
      table.rows += row.evidence.map { Row(group + cells($0)) }
    }
    for (row, name) in participation.rowsApart {
      let group = [Cell.text(name)] + groups.dropFirst().map { _ in .text("") }
      table.rows += row.evidence.map { Row(group + cells($0), kind: .apart) }
    }
    let notes = ParticipationNotes(participation, words, intervals: false)
    table.notes = [notes.counting, words.explanation]
    return table
  }

  private static func cells(_ turn: TurnEvidence) -> [Cell] {
    let ids = turn.utterances
    let range = ids.count > 2 ? "\(ids[0]) … \(ids[ids.count - 1])" : ids.joined(separator: " ")
    return [
      .text(turn.source), .integer(turn.words),
      turn.seconds.map(Cell.number) ?? .missing("no time stamps"),
      .text(ids.joined(separator: " ")), .text(range),
    ]
  }
}
