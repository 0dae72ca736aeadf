/// What A4 paper with margins of 25 mm offers to tables in LaTeX.
enum LaTeXPage {
  static let page = ColumnPlan.Page(
    upright: 453, turned: 700, gap: 8, face: TextWidth.Face(size: 9))

  /// A length in points with one decimal, rounded down so that columns never add up to more.
  static func points(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Writes a table inside a LaTeX document: columns of fixed width that never run off the page.
///
/// Short tables stay on one page, longer ones go over several and repeat their head.
struct LaTeXDocumentTable {
  private let table: ShownTable
  private let plan: ColumnPlan

  init(_ table: ShownTable) {
    self.table = table
    plan = ColumnPlan(table, page: LaTeXPage.page)
  }

  var lines: [String] {
    let body = height > (plan.isTurned ? 26 : 40) ? overPages : onOnePage
    return plan.isTurned ? ["\\begin{landscape}"] + body + ["\\end{landscape}"] : body
  }

  /// The number of lines that all blocks take.
  private var height: Int {
    plan.blocks.reduce(table.reasons.count + table.notes.count) { height, block in
      height + 3 + table.rows.reduce(0) { $0 + lines($1, block) }
    }
  }

  private func lines(_ row: [ShownTable.Cell], _ block: ColumnPlan.Block) -> Int {
    zip(block.columns, block.widths).map { column, width in
      TextWidth.lines(row[column].plain, width: width, LaTeXPage.page.face).count
    }
    .max() ?? 1
  }

  private var caption: String { LaTeXText.escaped(table.title) }

  // MARK: Short tables

  private var onOnePage: [String] {
    let blocks = plan.blocks.map { block in
      ["  \\begin{tabular}{\(specification(block))}", "    \\toprule", "    " + head(block)]
        + ["    \\midrule"] + body(block).map { "    " + $0 }
        + ["    \\bottomrule", "  \\end{tabular}"]
    }
    return ["\\begin{unbroken}", "  \\captionof{table}{\(caption)}", "  \\footnotesize"]
      + blocks.joined(separator: ["  \\par\\medskip"]) + notes.map { "  " + $0 }
      + ["\\end{unbroken}"]
  }

  // MARK: Long tables

  private var overPages: [String] {
    let blocks = plan.blocks.enumerated().map { index, block in
      let caption = index == 0 ? ["  \\caption{\(self.caption)}\\\\"] : []
      let head = ["  \\toprule", "  " + self.head(block), "  \\midrule"]
      return ["\\begin{longtable}[l]{\(specification(block))}"] + caption + head
        + ["  \\endfirsthead"] + head + ["  \\endhead", "  \\bottomrule", "  \\endfoot"]
        + body(block).map { "  " + $0 }
        + ["\\end{longtable}"] + (index == 0 ? [] : ["\\addtocounter{table}{-1}"])
    }
    return ["\\begingroup\\footnotesize"] + blocks.joined() + notes + ["\\par\\endgroup"]
  }

  // MARK: Rows

  private func specification(_ block: ColumnPlan.Block) -> String {
    let columns = zip(block.columns, block.widths).map { column, width in
      let ragged = table.alignedRight[column] ? "\\raggedleft" : "\\raggedright"
      return ">{\(ragged)\\arraybackslash}p{\(LaTeXPage.points(width))pt}"
    }
    return "@{}\(columns.joined())@{}"
  }

  private func head(_ block: ColumnPlan.Block) -> String {
    // Boxes that stand on their last line, next to the values.
    let cells = zip(block.columns, block.widths).map { column, width in
      let ragged = table.alignedRight[column] ? "\\raggedleft" : "\\raggedright"
      let text = breakable(table.heads[column], width)
      return "\\parbox[b]{\(LaTeXPage.points(width))pt}{\(ragged) \(text)}"
    }
    return LaTeXDocument.row(cells)
  }

  private func body(_ block: ColumnPlan.Block) -> [String] {
    table.rows.indices.flatMap { index in
      let cells = zip(block.columns, block.widths).map { column, width in
        shown(table.rows[index][column], width)
      }
      let line = LaTeXDocument.row(cells)
      return table.hasRule(above: index) ? ["\\midrule", line] : [line]
    }
  }

  private func shown(_ cell: ShownTable.Cell, _ width: Double) -> String {
    switch cell {
    case .text(let text): breakable(text, width)
    case .number(let text):
      text.hasPrefix("-")
        ? "$-$" + LaTeXText.escaped(String(text.dropFirst())) : LaTeXText.escaped(text)
    case .missing(let note): "--" + (note.map { "\\textsuperscript{\($0)}" } ?? "")
    }
  }

  /// The text with places to break inside words that are wider than the column.
  private func breakable(_ text: String, _ width: Double) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      TextWidth.lines(String(word), width: width, LaTeXPage.page.face).map(LaTeXText.escaped)
        .joined(separator: "\\allowbreak{}")
    }
    .joined(separator: " ")
  }

  private var notes: [String] {
    let reasons = table.reasons.enumerated().map {
      "\\textsuperscript{\($0 + 1)} \(LaTeXText.escaped($1))"
    }
    let notes = (reasons + table.notes.map(LaTeXText.escaped)).map { "\\noindent \($0)\\par" }
    return notes.isEmpty ? [] : ["\\par\\smallskip{\\raggedright\\footnotesize"] + notes + ["}"]
  }
}
