import Samtale

extension Table {
  /// All measures, one number a row: the long, tidy form that R and pandas take as it is.
  /// - Parameters:
  ///   - rows: The numbers.
  ///   - corpus: The name of the corpus, repeated in each row.
  ///   - evidence: Add the places of the turns behind each number.
  /// - Returns: The table with its definitions below.
  public static func measures(_ rows: [MeasureRow], corpus: String, evidence: Bool = false)
    -> Table
  {
    var table = Table(
      title: "Measures of \(corpus)",
      columns: [
        Column(key: "corpus", title: "corpus", kind: .text, audience: .programs),
        Column(key: "team", title: "team", kind: .text),
        Column(key: "meeting", title: "meeting", kind: .text),
        Column(key: "group_kind", title: "of", kind: .text),
        Column(key: "group", title: "group", kind: .text),
        Column(key: "measure", title: "measure", kind: .text),
        Column(key: "value", title: "value", kind: .decimal(places: 3)),
        Column(key: "low", title: "95 % low", kind: .decimal(places: 3)),
        Column(key: "high", title: "95 % high", kind: .decimal(places: 3)),
        Column(key: "n", title: "n", kind: .integer),
        Column(key: "unit", title: "unit", kind: .text),
        Column(key: "note", title: "note", kind: .text, audience: .programs),
      ])
    if evidence { table.columns.append(Column(key: "evidence", title: "turns", kind: .text)) }
    table.rows = rows.map { row in
      var cells: [Cell] = [
        .text(corpus), .text(row.team ?? ""), .text(row.meeting ?? ""),
        .text(row.groupKind.rawValue), .text(row.group),
        .text(row.measure), row.value.map(Cell.number) ?? .missing(row.note),
        row.low.map(Cell.number) ?? .missing(""), row.high.map(Cell.number) ?? .missing(""),
        .integer(row.n), .text(row.unit), .text(row.note),
      ]
      if evidence { cells.append(.text(row.evidence.joined(separator: " "))) }
      return Row(cells)
    }
    return table
  }
}
