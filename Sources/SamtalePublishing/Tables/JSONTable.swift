/// Renders a table as one JSON object, described by `Schemas/table.schema.json`.
///
/// The order of members is fixed; a column and a row take one line each.
struct JSONTable {
  let table: Table

  var text: String {
    let members = [
      ("title", table.title.json),
      ("columns", lines(table.columns.map(column))),
      ("rows", lines(table.rows.map(row))),
      ("missing", lines(missing)),
      ("summary_rows", "[" + summaryRows.map(String.init).joined(separator: ", ") + "]"),
      ("notes", lines(table.notes.map(\.json))),
    ]
    return "{\n" + members.map { "  \($0.json): \($1)" }.joined(separator: ",\n") + "\n}\n"
  }

  private func column(_ column: Table.Column) -> String {
    object([
      ("key", column.key.json), ("title", column.title.json),
      ("unit", column.unit?.json ?? "null"), ("kind", column.kind.name.json),
    ])
  }

  private func row(_ cells: [Table.Cell]) -> String {
    object(zip(table.columns, cells).map { ($0.key, $1.json) })
  }

  private var missing: [String] {
    table.rows.enumerated().flatMap { index, cells in
      zip(table.columns, cells).compactMap { column, cell in
        guard case .missing(let reason) = cell.finite else { return nil }
        return object([
          ("row", String(index)), ("column", column.key.json), ("reason", reason.json),
        ])
      }
    }
  }

  private var summaryRows: [Int] {
    table.summaryRows.filter(table.rows.indices.contains).sorted()
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\($0.json): \($1)" }.joined(separator: ", ") + "}"
  }

  private func lines(_ elements: [String]) -> String {
    if elements.isEmpty { return "[]" }
    return "[\n" + elements.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
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

extension String {
  /// The text as a JSON string, in quotes and escaped without loss.
  fileprivate var json: String { "\"" + replacingScalars(Self.jsonEscape) + "\"" }

  private static func jsonEscape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{0}"..<"\u{20}": "\\u00" + (scalar.value < 16 ? "0" : "") + hex(scalar)
    default: nil
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}
