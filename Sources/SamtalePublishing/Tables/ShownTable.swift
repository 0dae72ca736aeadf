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
  /// How many columns at the left say what a row is: they are repeated where a table is split.
  let leadingColumns: Int
  private let kinds: [Table.RowKind]

  init(_ table: Table, decimalMark: DecimalMark) {
    var reasons = Reasons()
    title = table.title.onOneLine
    heads = table.columns.map(\.head)
    alignedRight = table.columns.map { $0.kind != .text }
    rows = table.rows.indices.map { index in
      let repeated = table.repeatedColumns(index)
      return table.columns.indices.map { column in
        repeated.contains(column)
          ? .text("")
          : Self.shown(
            table.rows[index].cells[column].finite, table.columns[column], decimalMark, &reasons)
      }
    }
    self.reasons = reasons.distinct
    notes = table.notes.map(\.onOneLine)
    leadingColumns = table.columns.prefix { $0.kind == .text }.count
    kinds = table.rows.map(\.kind)
  }

  /// Whether a row sums up others.
  func isSummary(_ row: Int) -> Bool { kinds[row] == .total || kinds[row] == .summary }

  /// Whether a rule stands between a row and the one above it.
  func hasRule(above row: Int) -> Bool {
    row > 0 && kinds[row] != kinds[row - 1]
  }

  /// Columns in blocks that are small enough, each beginning with the leading columns.
  /// - Parameter fits: Whether a block of these columns is small enough.
  /// - Returns: At least one block; a block has at least one column of its own.
  func blocks(where fits: ([Int]) -> Bool) -> [[Int]] {
    let lead = Array(0..<leadingColumns)
    var blocks = [lead]
    for column in heads.indices.dropFirst(leadingColumns) {
      let last = blocks.count - 1
      if blocks[last].count == lead.count || fits(blocks[last] + [column]) {
        blocks[last].append(column)
      } else {
        blocks.append(lead + [column])
      }
    }
    return blocks
  }

  private static func shown(
    _ cell: Table.Cell,
    _ column: Table.Column,
    _ mark: DecimalMark,
    _ reasons: inout Reasons
  ) -> Cell {
    let withSign = !column.head.contains("%")
    return switch cell {
    case .text(let text): .text(text.onOneLine)
    case .integer(let value): .number(column.kind.shown(value, withSign: withSign).with(mark))
    case .number(let value): .number(column.kind.shown(value, withSign: withSign).with(mark))
    case .missing(let reason): .missing(note: reasons.number(of: reason.onOneLine))
    }
  }
}

extension Table {
  /// The columns of a row whose values stand in the row above already and are said once.
  fileprivate func repeatedColumns(_ row: Int) -> Set<Int> {
    guard row > 0, rows[row].kind == rows[row - 1].kind else { return [] }
    var repeated: Set<Int> = []
    for column in columns.indices where columns[column].isSaidOnce {
      guard rows[row].cells[column] == rows[row - 1].cells[column] else { break }
      repeated.insert(column)
    }
    return repeated
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
    guard let unit, !unit.isEmpty, unit != "%" || !title.contains("%") else {
      return title.onOneLine
    }
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
