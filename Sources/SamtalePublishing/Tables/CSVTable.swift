/// Renders a table as CSV after RFC 4180: lines end with CR LF, the head is the column keys.
///
/// There is no title and no notes. The first column says what a row is. A missing value is an
/// empty field. Text that a spreadsheet would run gets an apostrophe, see
/// ``Swift/String/safeInSpreadsheet``.
struct CSVTable {
  let table: Table

  var text: String { table.fields.map { line($0) + "\r\n" }.joined() }

  private func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",")
  }

  /// The field in quotes if it holds a comma, a quote or a line end.
  private func quoted(_ field: String) -> String {
    let special = ",\"\r\n".unicodeScalars
    // Scalars, not characters: CR LF is one character, and so is a quote with a combining mark.
    guard field.unicodeScalars.contains(where: special.contains) else { return field }
    return "\"" + field.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
  }
}

extension Table {
  /// The head and the rows as fields of CSV and TSV, before quoting.
  var fields: [[String]] {
    let head = [Self.rowKey] + columns.map(\.key.safeInSpreadsheet)
    return [head] + rows.map { [$0.kind.rawValue] + $0.cells.map(\.field) }
  }
}
