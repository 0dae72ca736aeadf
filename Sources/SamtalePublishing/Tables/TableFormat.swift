/// The formats in which a ``Table`` can be written.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Plain text in aligned columns, for a terminal.
  case table
  /// Comma-separated values after RFC 4180, for spreadsheets and statistics programs.
  case csv
  /// Tab-separated values.
  case tsv
  /// One JSON object with columns, rows, reasons and notes: `Schemas/table.schema.json`.
  case json
  /// A pipe table in GitHub's Markdown.
  case markdown
  /// A LaTeX `table` with the rules of the package booktabs.
  case latex
  /// A complete page; also see ``Document``.
  case html
}

/// The sign between units and decimals, for human readers.
public enum DecimalMark: String, CaseIterable, Sendable {
  /// `1.5`, as in English.
  case point
  /// `1,5`, as in Norwegian.
  case comma
}

extension Table {
  /// The table as text in a format, ending with a line end.
  ///
  /// `table`, `markdown`, `latex` and `html` are for human readers: values are rounded as their column
  /// says, a missing value is `–` with a number, and its reason stands below. `csv`, `tsv` and
  /// `json` are for programs: values are complete, the decimal mark is always a point, and `row` says
  /// whether a row is a group, the total, kept apart, or a summary.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - decimalMark: The decimal mark in formats for human readers.
  ///   - width: How wide `table` may be, in terminal columns; 80 if possible and 100 at most if
  ///     `nil`. Wider tables come in blocks, one below the other; cells are never cut.
  /// - Returns: The whole text. A table without rows gives its head.
  /// - Precondition: Every row has one cell for every column; column keys are distinct.
  public func rendered(
    as format: TableFormat,
    decimalMark: DecimalMark = .point,
    width: Int? = nil
  ) -> String {
    checkInvariants()
    let shown = { ShownTable(self.shown(to: .people), decimalMark: decimalMark) }
    let complete = { self.shown(to: .programs) }
    return switch format {
    case .table: PlainTable(table: shown(), width: width ?? 100, goodWidth: width ?? 80).text
    case .csv: CSVTable(table: complete()).text
    case .tsv: TSVTable(table: complete()).text
    case .json: JSONTable(table: complete()).text
    case .markdown: MarkdownTable(table: shown()).text
    case .latex: LaTeXTable(table: shown()).text
    case .html: HTMLDocument.page(of: [self], decimalMark: decimalMark)
    }
  }
}
