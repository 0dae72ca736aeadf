/// Renders a table as plain text in aligned columns.
struct PlainTable {
  let table: ShownTable
  /// Where title and notes are wrapped, in terminal columns.
  let width: Int

  var text: String {
    let blocks = [WordWrap.lines(table.title, width: width), grid, notes]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  // MARK: - Columns

  private var grid: [String] {
    let cells = table.rows.map { $0.map(plain) }
    let columns = table.heads.indices.map { index in
      PlainColumn(
        head: table.heads[index],
        cells: cells.map { $0[index] },
        alignedRight: table.alignedRight[index]
      )
    }
    return head(columns) + body(cells, columns)
  }

  private func head(_ columns: [PlainColumn]) -> [String] {
    let height = columns.map(\.head.count).max() ?? 0
    let lines = (0..<height).map { line in
      // Short heads stand at the bottom, next to their values.
      row(columns.map { $0.headLine(line - (height - $0.head.count)) }, columns)
    }
    return columns.isEmpty ? [] : lines + [rule(columns)]
  }

  private func body(_ cells: [[String]], _ columns: [PlainColumn]) -> [String] {
    cells.indices.flatMap { index in
      let line = row(cells[index], columns)
      return table.hasRule(above: index) ? [rule(columns), line] : [line]
    }
  }

  private func row(_ cells: [String], _ columns: [PlainColumn]) -> String {
    let line = zip(cells, columns).map { $1.padded($0) }.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func rule(_ columns: [PlainColumn]) -> String {
    let gaps = 2 * (columns.count - 1)
    return String(repeating: "─", count: columns.reduce(gaps) { $0 + $1.width })
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
    return reasons + table.notes.flatMap { WordWrap.lines($0, width: width) }
  }

  /// A reason with its number before the first line and the others indented alike.
  private func reason(_ text: String, _ number: String) -> [String] {
    let indent = String(repeating: " ", count: number.count)
    return WordWrap.lines(text, width: width - number.count - 1).enumerated().map { index, line in
      (index == 0 ? number : indent) + " " + line
    }
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
    let lines = WordWrap.narrow(head, from: max(content, 8), limit: 3)
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
