/// Writes a table with the three rules of journals, its head repeated on every page.
struct WordTable {
  private static let page = ColumnPlan.Page(
    upright: 445, turned: 692, gap: 8, face: TextWidth.Face(size: 9 * 0.9))

  private let table: ShownTable
  private let plan: ColumnPlan

  init(_ table: ShownTable) {
    self.table = table
    plan = ColumnPlan(table, page: Self.page)
  }

  /// Whether it needs a turned page.
  var isTurned: Bool { plan.isTurned }

  /// The table, in several blocks if it is very wide, and its notes; the caption stands before.
  var text: String {
    // A small paragraph between: two tables in a row would grow together.
    let gap = WordXML.paragraph("TableNote", "")
    return plan.blocks.map(grid).joined(separator: gap) + notes
  }

  private func grid(_ block: ColumnPlan.Block) -> String {
    let widths = block.widths.map { WordXML.twips($0 + Self.page.gap) }
    let columns = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let rule = "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\""
    let properties =
      "<w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + "<w:tblBorders><w:top \(rule)/><w:bottom \(rule)/></w:tblBorders>"
      + "<w:tblLayout w:type=\"fixed\"/>\(WordXML.cellMargins)<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" "
      + "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
    let rows = table.rows.indices.map { row($0, block.columns, widths) }
    return "<w:tbl><w:tblPr>\(properties)</w:tblPr><w:tblGrid>\(columns)</w:tblGrid>"
      + head(block.columns, widths) + rows.joined() + "</w:tbl>"
  }

  private func head(_ columns: [Int], _ widths: [Int]) -> String {
    let rule =
      "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>"
    let cells = zip(columns, widths).map { column, width in
      cell(
        WordXML.run(table.heads[column]), column, width, isKept: true,
        rule + "<w:vAlign w:val=\"bottom\"/>")
    }
    return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(cells.joined())</w:tr>"
  }

  private func row(_ index: Int, _ columns: [Int], _ widths: [Int]) -> String {
    let rule =
      "<w:tcBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>"
    // Short tables stay on one page, and the last row with the notes.
    let isKept = table.rows.count <= 30 || index == table.rows.count - 1
    let cells = zip(columns, widths).map { column, width in
      cell(
        shown(table.rows[index][column]), column, width, isKept: isKept,
        table.hasRule(above: index) ? rule : "")
    }
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells.joined())</w:tr>"
  }

  private func cell(
    _ runs: String, _ column: Int, _ width: Int, isKept: Bool, _ properties: String
  ) -> String {
    let paragraph =
      (isKept ? "<w:keepNext/>" : "")
      + (table.alignedRight[column] ? "<w:jc w:val=\"right\"/>" : "")
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(properties)</w:tcPr>"
      + WordXML.paragraph("TableText", runs, paragraph) + "</w:tc>"
  }

  private func shown(_ cell: ShownTable.Cell) -> String {
    switch cell {
    case .text(let text): WordXML.run(text)
    case .number(let text): WordXML.run(text.withMinusSign)
    case .missing(let note):
      WordXML.run("–") + (note.map { WordXML.run("\($0)", WordXML.superscript) } ?? "")
    }
  }

  /// Reasons and notes; an empty one where there are none, as a table cannot end a section.
  private var notes: String {
    let reasons = table.reasons.enumerated().map {
      WordXML.run("\($0 + 1)", WordXML.superscript) + WordXML.run(" \($1)")
    }
    let notes = reasons + table.notes.map { WordXML.run($0) }
    let last = notes.isEmpty ? 0 : notes.count - 1
    return (notes.isEmpty ? [""] : notes).enumerated().map { index, note in
      WordXML.paragraph(
        "TableNote", note, index == last ? "<w:spacing w:after=\"280\"/>" : "<w:keepNext/>")
    }
    .joined()
  }
}
