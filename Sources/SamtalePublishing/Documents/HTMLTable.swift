/// Writes a table as HTML: the first column heads its rows, notes stand below.
///
/// A table that is wider than the column of text comes in blocks, one below the other.
struct HTMLTable {
  private static let page = ColumnPlan.Page(
    upright: 415, turned: 415, gap: 9, face: TextWidth.Face(size: 8.5))

  let table: ShownTable
  /// What the table is called, such as `Table 1`.
  let name: String
  /// Whether a table that is too wide for paper is parted; otherwise it can be scrolled.
  var isParted = true
  /// Markup to set around the content of a cell, by row and column.
  var around: (_ row: Int, _ column: Int) -> (String, String)? = { _, _ in nil }

  var lines: [String] {
    var lines = ["<figure class=\"table\">", "<div class=\"scroll\">"]
    let blocks =
      isParted
      ? ColumnPlan(table, page: Self.page).blocks.map(\.columns) : [Array(table.heads.indices)]
    lines += ["<table>", caption] + grid(blocks.first ?? []) + ["</table>"]
    for columns in blocks.dropFirst() {
      lines += ["<table aria-label=\"\(name)\">"] + grid(columns) + ["</table>"]
    }
    return lines + ["</div>"] + notes + ["</figure>"]
  }

  private var caption: String {
    "<caption>" + "<b>\(name).</b> \(MarkupText.escaped(table.title))".trimmed + "</caption>"
  }

  private func grid(_ columns: [Int]) -> [String] {
    let heads = columns.map { column in
      "<th scope=\"col\"\(number(column))>\(MarkupText.escaped(table.heads[column]))</th>"
    }
    let head = heads.isEmpty ? [] : ["<thead><tr>\(heads.joined())</tr></thead>"]
    return head + ["<tbody>"] + table.rows.indices.map { row($0, columns) } + ["</tbody>"]
  }

  private func row(_ index: Int, _ columns: [Int]) -> String {
    let cells = columns.map { column in
      let isHead = column == 0 && table.leadingColumns > 0
      let (tag, scope) = isHead ? ("th", " scope=\"row\"") : ("td", "")
      let (before, after) = around(index, column) ?? ("", "")
      let content = before + shown(table.rows[index][column]) + after
      return "<\(tag)\(scope)\(number(column))>\(content)</\(tag)>"
    }
    return "<tr\(table.hasRule(above: index) ? " class=\"ruled\"" : "")>\(cells.joined())</tr>"
  }

  private func number(_ column: Int) -> String {
    table.alignedRight[column] ? " class=\"number\"" : ""
  }

  private func shown(_ cell: ShownTable.Cell) -> String {
    switch cell {
    case .text(let text): MarkupText.breakable(text)
    case .number(let text): MarkupText.escaped(text.withMinusSign)
    case .missing(let note): "–" + (note.map { "<sup>\($0)</sup>" } ?? "")
    }
  }

  private var notes: [String] {
    let reasons = table.reasons.enumerated().map {
      "<p><sup>\($0 + 1)</sup> \(MarkupText.escaped($1))</p>"
    }
    let notes = reasons + table.notes.map { "<p>\(MarkupText.escaped($0))</p>" }
    return notes.isEmpty ? [] : ["<div class=\"notes\">"] + notes + ["</div>"]
  }
}

extension String {
  /// A number with a minus sign rather than a hyphen.
  var withMinusSign: String { hasPrefix("-") ? "\u{2212}" + dropFirst() : self }
}

/// An SVG document as part of a page.
enum InlineSVG {
  /// The drawing without XML declaration, its identifiers made different from those of others.
  static func fragment(_ svg: String, prefix: String) -> String {
    let parts = svg.split(separator: "<svg", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "" }
    let drawing = "<svg" + parts[1]
    let renamed = drawing.replacing(" id=\"", with: " id=\"\(prefix)")
      .replacing("url(#", with: "url(#\(prefix)")
      .replacing("href=\"#", with: "href=\"#\(prefix)")
    return ["aria-labelledby", "aria-describedby"].reduce(renamed) {
      renamingLists($0, in: $1, prefix)
    }.trimmingLineEnd
  }

  /// Renames what an attribute with a list of identifiers holds.
  private static func renamingLists(_ svg: String, in name: String, _ prefix: String) -> String {
    let parts = svg.split(separator: " \(name)=\"", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts[0])) { text, part in
      let value = part.prefix { $0 != "\"" }
      let names = value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
      return text + " \(name)=\"" + names + part.dropFirst(value.count)
    }
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
