/// Renders a table as plain text in aligned columns.
struct PlainTable {
  let table: ShownTable
  /// How wide the table may be, in terminal columns.
  let width: Int
  /// How wide it should be if that can be had by narrower gaps; title and notes are wrapped there.
  let goodWidth: Int

  var text: String {
    let blocks = [WordWrap.lines(table.title, width: goodWidth)] + grids + [notes]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  // MARK: - Columns

  /// The table in one block if it fits, else in several.
  private var grids: [[String]] {
    let cells = table.rows.map { $0.map(plain) }
    let columns = table.heads.indices.map { index in
      PlainColumn(
        head: table.heads[index],
        cells: cells.map { $0[index] },
        alignedRight: table.alignedRight[index]
      )
    }
    for (gap, limit) in [(2, goodWidth), (1, goodWidth), (2, width), (1, width)]
    where Self.width(columns, gap) <= limit {
      return [PlainGrid(columns: columns, cells: cells, table: table, gap: gap).lines]
    }
    if let wrapped = wrapped(columns, cells) { return [wrapped] }
    let blocks = table.blocks { Self.width($0.map { columns[$0] }, 2) <= width }
    return blocks.map { block in
      PlainGrid(
        columns: block.map { columns[$0] },
        cells: cells.map { row in block.map { row[$0] } },
        table: table,
        gap: 2
      ).lines
    }
  }

  /// How narrow a column of text may get so that a table stays in one block.
  private static let leastText = 14

  /// The table with its wide columns of text broken into lines; `nil` if that is not enough, or if
  /// no column is so wide that breaking it helps.
  private func wrapped(_ columns: [PlainColumn], _ cells: [[String]]) -> [String]? {
    var widths = columns.map(\.width)
    let canShrink = columns.indices.filter {
      !columns[$0].alignedRight && widths[$0] > 2 * Self.leastText
    }
    guard !canShrink.isEmpty else { return nil }
    var excess = Self.width(columns, 2) - width
    while excess > 0, let widest = canShrink.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.leastText
    {
      widths[widest] -= 1
      excess -= 1
    }
    guard excess <= 0 else { return nil }
    let rows = cells.map { row in
      row.indices.map { index in
        DisplayWidth.of(row[index]) <= widths[index]
          ? [row[index]] : WordWrap.lines(row[index], width: widths[index])
      }
    }
    let narrow = columns.indices.map { index in
      PlainColumn(
        head: table.heads[index], cells: rows.flatMap { $0[index] },
        alignedRight: table.alignedRight[index])
    }
    guard Self.width(narrow, 2) <= width else { return nil }
    return PlainGrid(columns: narrow, cells: cells, table: table, gap: 2).lines(of: rows)
  }

  fileprivate static func width(_ columns: [PlainColumn], _ gap: Int) -> Int {
    columns.reduce(gap * (columns.count - 1)) { $0 + $1.width }
  }

  private func plain(_ cell: ShownTable.Cell) -> String {
    switch cell {
    case .text(let text), .number(let text): text
    case .missing(let note): "–" + (note.map(\.superscript) ?? "")
    }
  }

  // MARK: - Notes

  private var notes: [String] {
    let reasons = table.reasons.enumerated().flatMap { index, reason in
      self.reason(reason, (index + 1).superscript)
    }
    return reasons + table.notes.flatMap { WordWrap.lines($0, width: goodWidth) }
  }

  /// A reason with its number before the first line and the others indented alike.
  private func reason(_ text: String, _ number: String) -> [String] {
    let indent = String(repeating: " ", count: number.count)
    let lines = WordWrap.lines(text, width: goodWidth - number.count - 1)
    return lines.enumerated().map { ($0 == 0 ? number : indent) + " " + $1 }
  }
}

/// The lines of some columns of a table.
private struct PlainGrid {
  let columns: [PlainColumn]
  let cells: [[String]]
  let table: ShownTable
  let gap: Int

  var lines: [String] { head + body }

  private var head: [String] {
    let height = columns.map(\.head.count).max() ?? 0
    let lines = (0..<height).map { line in
      // Short heads stand at the bottom, next to their values.
      row(columns.map { $0.headLine(line - (height - $0.head.count)) })
    }
    return columns.isEmpty ? [] : lines + [rule]
  }

  private var body: [String] {
    cells.indices.flatMap { index in
      table.hasRule(above: index) ? [rule, row(cells[index])] : [row(cells[index])]
    }
  }

  /// The table with rows that take several lines.
  func lines(of rows: [[[String]]]) -> [String] {
    head
      + rows.indices.flatMap { index in
        let height = max(1, rows[index].map(\.count).max() ?? 1)
        let lines = (0..<height).map { line in
          row(rows[index].map { $0.indices.contains(line) ? $0[line] : "" })
        }
        return (table.hasRule(above: index) ? [rule] : []) + lines
      }
  }

  private func row(_ cells: [String]) -> String {
    let line = zip(cells, columns).map { $1.padded($0) }
      .joined(separator: String(repeating: " ", count: gap))
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private var rule: String {
    String(repeating: "─", count: PlainTable.width(columns, gap))
  }
}

/// The head and measure of one column of plain text.
private struct PlainColumn {
  let head: [String]
  let width: Int
  let alignedRight: Bool

  /// Breaks a head that is wider than its values into two or three lines.
  init(head: String, cells: [String], alignedRight: Bool) {
    let content = cells.map(DisplayWidth.of).max() ?? 0
    let lines = WordWrap.narrow(head, from: max(content, 4), limit: 3)
    self.head = lines
    self.alignedRight = alignedRight
    width = lines.reduce(content) { max($0, DisplayWidth.of($1)) }
  }

  func headLine(_ index: Int) -> String { head.indices.contains(index) ? head[index] : "" }

  func padded(_ text: String) -> String {
    let spaces = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return alignedRight ? spaces + text : text + spaces
  }
}

extension Int {
  /// The number in raised digits: `¹²`.
  var superscript: String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(self).compactMap(\.wholeNumberValue).map { digits[$0] })
  }
}
