/// Writes a document as one HTML page without scripts that refers to no other file.
///
/// The page is well-formed XML too.
struct HTMLDocument {
  private let words: DocumentWords
  private let targets: LinkTargets
  private let decimalMark: DecimalMark
  private var inlines: HTMLInlines
  private var tables = 0
  private var figures = 0

  init(_ document: Document, decimalMark: DecimalMark) {
    words = DocumentWords(language: document.language)
    targets = LinkTargets(document, joint: "-")
    self.decimalMark = decimalMark
    inlines = HTMLInlines(targets)
  }

  /// Tables as a page.
  static func page(of tables: [Table], decimalMark: DecimalMark) -> String {
    let document = Document(tables: tables)
    var writer = HTMLDocument(document, decimalMark: decimalMark)
    return writer.text(of: document)
  }

  mutating func text(of document: Document) -> String {
    let title = MarkupText.escaped(document.title)
    let heading = title.isEmpty ? [] : ["<h1>\(title)</h1>"]
    let body = blocks(document.blocks, below: title.isEmpty ? 0 : 1)
    let head = [
      "<!DOCTYPE html>", "<html lang=\"\(MarkupText.language(document.language))\">", "<head>",
      "<meta charset=\"utf-8\"/>",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
      "<title>\(MarkupText.escaped(document.name))</title>", "<style>", HTMLStyle.sheet, "</style>",
      "</head>", "<body>",
      "<main>",
    ]
    let lines = head + heading + body + footnotes + ["</main>", "</body>", "</html>"]
    return lines.map { $0 + "\n" }.joined()
  }

  private var footnotes: [String] {
    if inlines.footnotes.isEmpty { return [] }
    let items = inlines.footnotes.enumerated().map { index, text in
      "<li id=\"footnote-\(index + 1)\">\(text) <a href=\"#footnote-\(index + 1)-mark\" "
        + "role=\"doc-backlink\" aria-label=\"\(words.backToText)\">\u{21A9}\u{FE0E}</a></li>"
    }
    return [
      "<aside class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"\(words.notes)\">", "<ol>",
    ]
      + items + ["</ol>", "</aside>"]
  }

  private mutating func blocks(_ blocks: [Document.Block], below level: Int) -> [String] {
    var lines: [String] = []
    for block in blocks { lines += self.block(block, below: level) }
    return lines
  }

  private mutating func block(_ block: Document.Block, below level: Int) -> [String] {
    switch block {
    case .heading(let own, let text, let id):
      let tag = "h\(min(6, max(1, own) + level))"
      return ["<\(tag)\(place(id))>\(inlines.text(text))</\(tag)>"]
    case .paragraph(let text): return ["<p>\(inlines.text(text))</p>"]
    case .quotation(let paragraphs):
      return ["<blockquote>"] + paragraphs.map { "<p>\(inlines.text($0))</p>" } + ["</blockquote>"]
    case .dialogue(let dialogue):
      return dialogue.columns > 1 ? sideBySide(dialogue) : excerpt(dialogue)
    case .list(let items, let isOrdered): return list(items, isOrdered ? "ol" : "ul", below: level)
    case .table(let table): return self.table(table)
    case .figure(let picture): return figure(picture)
    case .pageBreak: return ["<div class=\"page-break\"></div>"]
    }
  }

  private func place(_ id: String?) -> String {
    targets.name(id).map { " id=\"\($0)\"" } ?? ""
  }

  private mutating func list(
    _ items: [[Document.Block]], _ tag: String, below level: Int
  ) -> [String] {
    var lines = ["<\(tag)>"]
    for item in items {
      // A paragraph by itself is set close to the next item.
      if item.count == 1, case .paragraph(let text) = item[0] {
        lines.append("<li>\(inlines.text(text))</li>")
      } else {
        lines += ["<li>"] + blocks(item, below: level) + ["</li>"]
      }
    }
    return lines + ["</\(tag)>"]
  }

  private mutating func table(_ table: Table) -> [String] {
    tables += 1
    let name = "\(words.table) \(tables)"
    return HTMLTable(table: table.shownInDocument(decimalMark), name: name).lines
  }

  private mutating func figure(_ picture: Document.Picture) -> [String] {
    figures += 1
    let alternative = MarkupText.escaped(picture.alternative)
    let drawing = InlineSVG.fragment(picture.svg, prefix: "figure-\(figures)-")
    let caption = inlines.text(picture.caption)
    return [
      "<figure class=\"drawing\">", "<div role=\"img\" aria-label=\"\(alternative)\">", drawing,
      "</div>",
      "<figcaption>" + "<b>\(words.figure) \(figures).</b> \(caption)".trimmed + "</figcaption>",
      "</figure>",
    ]
  }
}

// MARK: - Excerpts

extension HTMLDocument {
  /// A block quotation, a paragraph for each turn with its label hanging.
  private mutating func excerpt(_ dialogue: Document.Dialogue) -> [String] {
    let margin = LabelWidths(dialogue)
    let rows = dialogue.rows.map { row in
      switch row {
      case .line(let text): self.turn(Document.Dialogue.Turn(texts: [text]), margin)
      case .turn(let turn):
        self.turn(turn, margin, isLong: !dialogue.turnsOfUsualLabel.contains(turn))
      }
    }
    return ["<figure class=\"excerpt\"\(place(dialogue.id))>"]
      + ["<blockquote style=\"\(margin.style)\">"] + rows + ["</blockquote>"]
      + source(dialogue) + ["</figure>"]
  }

  private mutating func turn(
    _ turn: Document.Dialogue.Turn, _ margin: LabelWidths, isLong: Bool = false
  ) -> String {
    var line = "<p class=\"turn\">"
    let number = MarkupText.escaped(turn.number ?? "")
    let time = MarkupText.escaped(turn.time ?? "")
    if margin.number > 0 { line += "<span class=\"number\">\(number)</span> " }
    if margin.time > 0 { line += "<span class=\"time\">\(time)</span> " }
    if margin.label > 0 {
      let names = isLong ? "label long" : "label"
      line += "<span class=\"\(names)\">\(inlines.text(turn.label))</span> "
    }
    return line + "<span class=\"words\">\(inlines.text(turn.text(0)))</span></p>"
  }

  private mutating func source(_ dialogue: Document.Dialogue) -> [String] {
    dialogue.source.isEmpty ? [] : ["<figcaption>\(inlines.text(dialogue.source))</figcaption>"]
  }

  /// A table without rules, a column for each version of the words.
  private mutating func sideBySide(_ dialogue: Document.Dialogue) -> [String] {
    let lead = [dialogue.hasNumbers, dialogue.hasTimes, dialogue.hasLabels].filter { $0 }.count
    var lines = ["<figure class=\"excerpt\"\(place(dialogue.id))>", "<table class=\"turns\">"]
    if !dialogue.heads.isEmpty {
      let heads = dialogue.heads.map { "<th scope=\"col\">\(MarkupText.escaped($0))</th>" }
      let empty = Array(repeating: "<td></td>", count: lead)
      lines.append("<thead><tr>" + (empty + heads).joined() + "</tr></thead>")
    }
    lines.append("<tbody>")
    for row in dialogue.rows {
      switch row {
      case .line(let text):
        let empty = lead > 0 ? "<td colspan=\"\(lead)\"></td>" : ""
        lines.append(
          "<tr>\(empty)<td colspan=\"\(dialogue.columns)\">\(inlines.text(text))</td></tr>")
      case .turn(let turn): lines.append("<tr>\(cells(turn, of: dialogue))</tr>")
      }
    }
    return lines + ["</tbody>", "</table>"] + source(dialogue) + ["</figure>"]
  }

  private mutating func cells(
    _ turn: Document.Dialogue.Turn, of dialogue: Document.Dialogue
  ) -> String {
    var line = ""
    let number = MarkupText.escaped(turn.number ?? "")
    if dialogue.hasNumbers { line += "<td class=\"number\">\(number)</td>" }
    if dialogue.hasTimes {
      line += "<td class=\"time\">\(MarkupText.escaped(turn.time ?? ""))</td>"
    }
    if dialogue.hasLabels { line += "<th scope=\"row\">\(inlines.text(turn.label))</th>" }
    for column in 0..<dialogue.columns { line += "<td>\(inlines.text(turn.text(column)))</td>" }
    return line
  }
}

/// How much room numbers, times and labels of an excerpt need, in signs.
private struct LabelWidths {
  let number: Int
  let time: Int
  let label: Int

  init(_ dialogue: Document.Dialogue) {
    let turns = dialogue.turns
    let widest = { (texts: [String]) in texts.map { DisplayWidth.of($0) }.max() ?? 0 }
    number = widest(turns.map { $0.number ?? "" })
    time = widest(turns.map { $0.time ?? "" })
    label = min(24, widest(dialogue.turnsOfUsualLabel.map(\.label.plainText)))
  }

  var style: String {
    "--number: \(number + 1)ch; --time: \(time + 1)ch; --label: \(label + 2)ch"
  }
}
