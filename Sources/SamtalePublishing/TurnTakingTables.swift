import Samtale

/// Turn-taking as tables for people: parties, who follows whom, and the meetings as a whole.
public struct TurnTakingTables: Sendable {
  let rows: [MeasureRow]
  let kind: MeasureRow.GroupKind
  let meeting: String?
  let notes: [String]

  /// - Parameters:
  ///   - rows: Rows of the long table.
  ///   - kind: Roles or speakers.
  ///   - meeting: The meeting; `nil` for all together.
  ///   - notes: What to say below the tables.
  public init(
    _ rows: [MeasureRow], of kind: MeasureRow.GroupKind, meeting: String?, notes: [String]
  ) {
    // Without a meeting the numbers over all are meant, not those of a team.
    self.rows = rows.filter { $0.meeting == meeting && (meeting != nil || $0.team == nil) }
    self.kind = kind
    self.meeting = meeting
    self.notes = notes
  }

  /// All tables that have something to show.
  public var tables: [Table] { [parties, dyads, whole].filter { !$0.rows.isEmpty } }

  private var place: String { meeting.map { " in \($0)" } ?? "" }

  private func value(_ group: String, _ measure: String) -> Table.Cell {
    guard let row = rows.first(where: { $0.group == group && $0.measure == measure }) else {
      return .missing("not measured")
    }
    return row.value.map(Table.Cell.number) ?? .missing(row.note)
  }

  private func groups(_ kind: MeasureRow.GroupKind) -> [String] {
    var groups: [String] = []
    for row in rows where row.groupKind == kind && !groups.contains(row.group) {
      groups.append(row.group)
    }
    return groups
  }

  private typealias Spec = (key: String, title: String, unit: String?, kind: Table.Kind)

  private var parties: Table {
    let specs: [Spec] = [
      ("turns", "turns", nil, .integer), ("floor_turns", "floors", nil, .integer),
      ("share_turns", "% of turns", "%", .percent(places: 1)),
      ("share_words", "% of words", "%", .percent(places: 1)),
      ("minimal_responses_per_100_turns", "minimal per 100 turns", nil, .decimal(places: 1)),
      ("questions_asked", "questions asked", nil, .integer),
      ("response_rate", "% answered", "%", .percent(places: 1)),
      ("answers_given", "answers given", nil, .integer),
      ("monologue_share", "% in monologue", "%", .percent(places: 1)),
      ("longest_absence", "longest absence", nil, .integer),
      ("pagerank", "PageRank", nil, .decimal(places: 3)),
    ]
    return table("Turn-taking by \(kind.rawValue)\(place)", kind, specs)
  }

  private var dyads: Table {
    let specs: [Spec] = [
      ("follows", "times", nil, .integer),
      ("follows_expected", "expected by chance", nil, .decimal(places: 1)),
      ("follows_probability", "% of turns after", "%", .percent(places: 1)),
      ("follows_p", "p", nil, .decimal(places: 3)),
      ("follows_p_holm", "p, Holm", nil, .decimal(places: 3)),
    ]
    return table("Who follows whom\(place)", .dyad, specs)
  }

  private func table(_ title: String, _ kind: MeasureRow.GroupKind, _ specs: [Spec]) -> Table {
    var table = Table(
      title: title,
      columns: [Table.Column(key: kind.rawValue, title: kind.rawValue, kind: .text)]
        + specs.map { Table.Column(key: $0.key, title: $0.title, unit: $0.unit, kind: $0.kind) })
    table.rows = groups(kind).map { group in
      Table.Row([.text(group)] + specs.map { value(group, $0.key) })
    }
    return table
  }

  private var whole: Table {
    var table = Table(
      title: meeting.map { "The meeting \($0)" } ?? "All meetings",
      columns: [
        .init(key: "measure", title: "measure", kind: .text),
        .init(key: "value", title: "value", kind: .decimal(places: 3)),
        .init(key: "n", title: "n", kind: .integer), .init(key: "unit", title: "unit", kind: .text),
        .init(key: "note", title: "note", kind: .text, audience: .programs),
      ])
    table.rows = rows.filter { $0.groupKind == .meeting || $0.groupKind == .corpus }.map { row in
      Table.Row([
        .text(row.measure.replacing("_", with: " ")),
        row.value.map(Table.Cell.number) ?? .missing(row.note), .integer(row.n), .text(row.unit),
        .text(row.note),
      ])
    }
    table.notes = notes
    return table
  }
}
