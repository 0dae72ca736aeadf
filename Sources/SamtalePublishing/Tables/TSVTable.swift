/// Renders a table as tab-separated values: lines end with LF, the head is the column keys.
///
/// TSV has no quoting, so a tab or line end inside a field becomes a space. Otherwise as CSV.
struct TSVTable {
  let table: Table

  var text: String { table.fields.map { line($0) + "\n" }.joined() }

  private func line(_ fields: [String]) -> String {
    fields.map(withoutSeparators).joined(separator: "\t")
  }

  private func withoutSeparators(_ field: String) -> String {
    field.replacingScalars { ["\t", "\n", "\r"].contains($0) ? " " : nil }
  }
}
