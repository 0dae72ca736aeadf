/// A table as human readers see it, before a format adds its own signs.
struct ShownTable {
  /// A value as shown, or the number of the note that says why there is none.
  enum Cell {
    case text(String)
    case number(String)
    /// The note is counted from 1; `nil` if no reason was given.
    case missing(note: Int?)
  }

  let title: String
  let heads: [String]
  /// Whether a column is aligned right.
  let alignedRight: [Bool]
  let rows: [[Cell]]
  /// The distinct reasons for missing values, in the order of their first use.
  let reasons: [String]
  let notes: [String]
  private let summaryRows: Set<Int>

  init(_ table: Table, decimalMark: DecimalMark) {
    var reasons = Reasons()
    title = table.title.onOneLine
    heads = table.columns.map(\.head)
    alignedRight = table.columns.map { $0.kind != .text }
    rows = table.rows.map { row in
      zip(row, table.columns).map { cell, column in
        Self.shown(cell.finite, column.kind, decimalMark, &reasons)
      }
    }
    self.reasons = reasons.distinct
    notes = table.notes.map(\.onOneLine)
    summaryRows = table.summaryRows
  }

  func isSummary(_ row: Int) -> Bool { summaryRows.contains(row) }

  /// Whether a rule stands between a row and the one above it.
  func hasRule(above row: Int) -> Bool {
    row > 0 && isSummary(row) != isSummary(row - 1)
  }

  private static func shown(
    _ cell: Table.Cell,
    _ kind: Table.Kind,
    _ mark: DecimalMark,
    _ reasons: inout Reasons
  ) -> Cell {
    switch cell {
    case .text(let text): .text(text.onOneLine)
    case .integer(let value): .number(kind.shown(value).with(mark))
    case .number(let value): .number(kind.shown(value).with(mark))
    case .missing(let reason): .missing(note: reasons.number(of: reason.onOneLine))
    }
  }
}

/// The distinct reasons met so far, numbered from 1.
private struct Reasons {
  var distinct: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of reason: String) -> Int? {
    if reason.isEmpty { return nil }
    if let known = numbers[reason] { return known }
    distinct.append(reason)
    numbers[reason] = distinct.count
    return distinct.count
  }
}

extension Table.Column {
  /// The title with its unit: `Length (words)`.
  fileprivate var head: String {
    guard let unit, !unit.isEmpty else { return title.onOneLine }
    return "\(title) (\(unit))".onOneLine
  }
}

extension String {
  /// The text with line ends, tabs and other control characters as spaces.
  ///
  /// Without this a cell could break its row, or steer the reader's terminal.
  var onOneLine: String {
    var line = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\n", isAfterReturn { isAfterReturn = false; continue }
      isAfterReturn = scalar == "\r"
      line.append(scalar.isControlOrLineEnd ? " " : scalar)
    }
    return String(line)
  }

  /// A number written with a point, with this decimal mark instead.
  fileprivate func with(_ mark: DecimalMark) -> String {
    mark == .point ? self : String(map { $0 == "." ? "," : $0 })
  }
}

extension Unicode.Scalar {
  fileprivate var isControlOrLineEnd: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
