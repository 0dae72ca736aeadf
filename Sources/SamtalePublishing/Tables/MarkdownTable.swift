/// Renders a table as a pipe table in GitHub's Markdown.
///
/// The title is a bold line above, the notes a list below. Markdown has no rules inside a table:
/// summary rows are bold. Signs that Markdown would act on are escaped, so `<unk>` and `*` stay.
struct MarkdownTable {
  let table: ShownTable

  var text: String {
    let title = table.title.isEmpty ? [] : [bold(escaped(table.title))]
    let blocks = [title, grid, notes]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  /// The pipe table alone.
  var grid: [String] {
    if table.heads.isEmpty { return [] }
    let rules = table.alignedRight.map { $0 ? "---:" : ":---" }
    return [line(table.heads.map(escaped)), line(rules)] + table.rows.indices.map(row)
  }

  private func row(_ index: Int) -> String {
    let cells = table.rows[index].map(shown)
    return line(table.isSummary(index) ? cells.map(bold) : cells)
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private func shown(_ cell: ShownTable.Cell) -> String {
    switch cell {
    case .text(let text): escaped(text)
    case .number(let text): text
    case .missing(let note): "–" + (note.map(\.superscript) ?? "")
    }
  }

  /// Reasons for missing values and notes, as a list.
  var notes: [String] {
    let reasons = table.reasons.enumerated().map { "- \(($0 + 1).superscript) \(escaped($1))" }
    return reasons + table.notes.map { "- " + escaped($0) }
  }

  private func bold(_ text: String) -> String { text.isEmpty ? "" : "**\(text)**" }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
