/// Renders a table as one JSON object, described by `Schemas/table.schema.json`.
///
/// The order of members is fixed; a column and a row take one line each.
struct JSONTable {
  let table: Table

  var text: String {
    JSONText.document([
      ("title", table.title.json),
      ("columns", JSONText.lines(table.columns.map(column))),
      ("rows", JSONText.lines(table.rows.map(row))),
      ("missing", JSONText.lines(missing)),
      ("notes", JSONText.lines(table.notes.map(\.json))),
    ])
  }

  private func column(_ column: Table.Column) -> String {
    JSONText.object([
      ("key", column.key.json), ("title", column.title.json),
      ("unit", column.unit?.json ?? "null"), ("kind", column.kind.name.json),
    ])
  }

  private func row(_ row: Table.Row) -> String {
    JSONText.object(
      [(Table.rowKey, row.kind.rawValue.json)]
        + zip(table.columns, row.cells).map { ($0.key, $1.json) }
    )
  }

  private var missing: [String] {
    table.rows.enumerated().flatMap { index, row in
      zip(table.columns, row.cells).compactMap { column, cell in
        guard case .missing(let reason) = cell.finite else { return nil }
        return JSONText.object([
          ("row", String(index)), ("column", column.key.json), ("reason", reason.json),
        ])
      }
    }
  }
}

extension Table.Cell {
  fileprivate var json: String {
    switch finite {
    case .text(let text): text.json
    case .integer(let value): String(value)
    case .number(let value): value.description
    case .missing: "null"
    }
  }
}

extension Table.Kind {
  fileprivate var name: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .decimal: "decimal"
    case .percent: "percent"
    case .duration: "duration"
    }
  }
}
