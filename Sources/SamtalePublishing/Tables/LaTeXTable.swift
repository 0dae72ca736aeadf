/// Renders a table as a LaTeX `table` environment with the rules of the package booktabs.
///
/// Needs `\usepackage{booktabs}`. Letters stand as they are, in UTF-8; for scripts other than
/// Latin use LuaLaTeX or XeLaTeX with a fitting font. More columns than a page holds are set in
/// several blocks, one below the other.
struct LaTeXTable {
  static let mostColumns = 12

  let table: ShownTable

  var text: String {
    let blocks = table.blocks { $0.count <= Self.mostColumns }.map(tabular)
      .joined(separator: ["  \\par\\medskip"])
    let lines = ["\\begin{table}[htbp]", "  \\centering", "  \\small"] + caption + blocks + notes
    return (lines + ["\\end{table}"]).map { $0 + "\n" }.joined()
  }

  private var caption: [String] {
    table.title.isEmpty ? [] : ["  \\caption{\(escaped(table.title))}"]
  }

  private func tabular(_ columns: [Int]) -> [String] {
    let specification = columns.map { table.alignedRight[$0] ? "r" : "l" }.joined()
    let head = ["\\toprule", row(columns.map { escaped(table.heads[$0]) }), "\\midrule"]
    let body = table.rows.indices.flatMap { self.body($0, columns) }
    return ["  \\begin{tabular}{\(specification)}"]
      + (head + body + ["\\bottomrule"]).map { "    " + $0 } + ["  \\end{tabular}"]
  }

  private func body(_ index: Int, _ columns: [Int]) -> [String] {
    let line = row(columns.map { shown(table.rows[index][$0]) })
    return table.hasRule(above: index) ? ["\\midrule", line] : [line]
  }

  private func row(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\" }

  private func shown(_ cell: ShownTable.Cell) -> String {
    switch cell {
    case .text(let text): escaped(text)
    case .number(let text): number(text)
    case .missing(let note): "--" + (note.map(raised) ?? "")
    }
  }

  /// A number with a minus sign rather than a hyphen.
  private func number(_ text: String) -> String {
    text.hasPrefix("-") ? "$-$" + escaped(String(text.dropFirst())) : escaped(text)
  }

  private func escaped(_ text: String) -> String { LaTeXText.escaped(text) }

  private func raised(_ number: Int) -> String { "\\textsuperscript{\(number)}" }

  private var notes: [String] {
    let reasons = table.reasons.enumerated().map { "\(raised($0 + 1)) \(escaped($1))" }
    let all = reasons + table.notes.map(escaped)
    if all.isEmpty { return [] }
    let start = ["  \\par\\smallskip", "  \\begin{minipage}{\\linewidth}"]
    let paragraph = "    " + all.joined(separator: " \\\\\n    ")
    return start + ["    \\footnotesize\\raggedright", paragraph, "  \\end{minipage}"]
  }
}
