extension String {
  /// The text with a leading apostrophe if a spreadsheet would take it for a formula.
  ///
  /// A transcript may hold anything, and a spreadsheet runs what begins with `=`, `+`, `-`, `@`, a
  /// tab or a line end. The apostrophe makes it text. Readers that are not spreadsheets see the
  /// apostrophe; JSON has the text unchanged. Cells with numbers are not affected.
  var safeInSpreadsheet: String {
    guard let first = unicodeScalars.first else { return self }
    return "=+-@\t\r\n".unicodeScalars.contains(first) ? "'" + self : self
  }
}

extension Table.Cell {
  /// The value for CSV and TSV, before quoting: complete numbers, text made safe, missing empty.
  var field: String {
    switch finite {
    case .text(let text): text.safeInSpreadsheet
    case .integer(let value): String(value)
    case .number(let value): value.description
    case .missing: ""
    }
  }
}
