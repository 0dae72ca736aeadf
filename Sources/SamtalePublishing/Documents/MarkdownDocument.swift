/// Writes a document as Markdown that GitHub and pandoc read alike.
struct MarkdownDocument {
  private let words: DocumentWords
  private let targets: LinkTargets
  private let decimalMark: DecimalMark
  private let stem: String
  private var inlines: MarkdownInlines
  private var tables = 0
  private(set) var attachments: [RenderedDocument.Attachment] = []

  init(_ document: Document, decimalMark: DecimalMark, stem: String) {
    words = DocumentWords(language: document.language)
    targets = LinkTargets(document, joint: "-")
    self.decimalMark = decimalMark
    self.stem = stem
    inlines = MarkdownInlines(targets)
  }

  mutating func text(of document: Document) -> String {
    let title = document.title.onOneLine
    var parts = title.isEmpty ? [] : [["# " + MarkdownText.escaped(title)]]
    parts += blocks(document.blocks, below: title.isEmpty ? 0 : 1)
    let notes = inlines.footnotes.enumerated().map { "[^\($0 + 1)]: \($1)" }
    if !notes.isEmpty { parts.append(notes) }
    return Self.joined(parts).map { $0 + "\n" }.joined()
  }

  /// Parts with a blank line between.
  private static func joined(_ parts: [[String]]) -> [String] {
    Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private mutating func blocks(_ blocks: [Document.Block], below level: Int) -> [[String]] {
    var parts: [[String]] = []
    for (index, block) in blocks.enumerated() {
      // Two lists in a row would be read as one.
      if index > 0, case .list = block, case .list = blocks[index - 1] {
        parts.append(["<!-- -->"])
      }
      parts.append(self.block(block, below: level))
    }
    return parts
  }

  private mutating func block(_ block: Document.Block, below level: Int) -> [String] {
    switch block {
    case .heading(let own, let text, let id):
      let marks = String(repeating: "#", count: min(6, max(1, own) + level))
      return place(id) + ["\(marks) \(inlines.line(text))"]
    case .paragraph(let text): return inlines.paragraph(text)
    case .quotation(let paragraphs):
      return Self.quoted(Self.joined(paragraphs.map { inlines.paragraph($0) }))
    case .dialogue(let dialogue): return self.dialogue(dialogue)
    case .list(let items, let isOrdered): return list(items, isOrdered, below: level)
    case .table(let table): return self.table(table)
    case .figure(let picture): return figure(picture)
    case .pageBreak: return ["---"]
    }
  }

  /// A place to link to, if something links there.
  private func place(_ id: String?) -> [String] {
    targets.linkedName(id).map { ["<a id=\"\($0)\"></a>", ""] } ?? []
  }

  private static func quoted(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  private mutating func list(
    _ items: [[Document.Block]], _ isOrdered: Bool, below level: Int
  ) -> [String] {
    let written = items.enumerated().map { index, item in
      let mark = isOrdered ? "\(index + 1). " : "- "
      let lines = Self.joined(blocks(item, below: level))
      let indent = String(repeating: " ", count: mark.count)
      return lines.isEmpty
        ? [mark] : [mark + lines[0]] + lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
    }
    return items.allSatisfy { $0.count <= 1 } ? Array(written.joined()) : Self.joined(written)
  }

  private mutating func table(_ table: Table) -> [String] {
    tables += 1
    let shown = table.shownInDocument(decimalMark)
    let grid = MarkdownTable(table: shown)
    let title = ["**\(words.table) \(tables).** \(MarkdownText.escaped(shown.title))".trimmed]
    return Self.joined([title, grid.grid, grid.notes])
  }

  private mutating func figure(_ picture: Document.Picture) -> [String] {
    let number = attachments.count + 1
    let name = "\(stem)-\(number).svg"
    attachments.append(.init(name: name, bytes: Array(picture.svg.utf8)))
    let caption = "**\(words.figure) \(number).** \(inlines.line(picture.caption))".trimmed
    // The hard break keeps pandoc from printing the description as a second caption.
    return ["![\(MarkdownText.escaped(picture.alternative.onOneLine))](\(name))\\", caption]
  }
}

// MARK: - Excerpts

extension MarkdownDocument {
  private mutating func dialogue(_ dialogue: Document.Dialogue) -> [String] {
    let isTable = dialogue.columns > 1
    let turns = isTable ? pipeTable(dialogue) : dialogue.rows.map { line($0) }.hardBroken
    let source = inlines.paragraph(dialogue.source)
    let lines = Self.joined([turns, source])
    return place(dialogue.id) + (isTable ? lines : Self.quoted(lines))
  }

  private mutating func line(_ row: Document.Dialogue.Row) -> [String] {
    switch row {
    case .line(let text): return inlines.paragraph(text)
    case .turn(let turn):
      let margin = [turn.number, turn.time].compactMap { $0?.onOneLine }.map {
        Document.Inline.text($0 + " ")
      }
      let label = turn.label.isEmpty ? [] : turn.label + [.text(" ")]
      return inlines.paragraph(margin + label + turn.text(0))
    }
  }

  private mutating func pipeTable(_ dialogue: Document.Dialogue) -> [String] {
    let lead = [dialogue.hasNumbers, dialogue.hasTimes, dialogue.hasLabels].filter { $0 }.count
    let heads = (0..<dialogue.columns).map {
      dialogue.heads.indices.contains($0) ? dialogue.heads[$0] : ""
    }
    let head = Array(repeating: "", count: lead) + heads.map { MarkdownText.escaped($0.onOneLine) }
    let rule = Array(repeating: ":---", count: head.count)
    let rows = dialogue.rows.map { cells($0, of: dialogue, lead: lead) }
    return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private mutating func cells(
    _ row: Document.Dialogue.Row, of dialogue: Document.Dialogue, lead: Int
  ) -> [String] {
    switch row {
    case .line(let text):
      return Array(repeating: "", count: lead) + [inlines.cell(text)]
        + Array(repeating: "", count: dialogue.columns - 1)
    case .turn(let turn):
      var cells: [String] = []
      if dialogue.hasNumbers { cells.append(MarkdownText.escaped((turn.number ?? "").onOneLine)) }
      if dialogue.hasTimes { cells.append(MarkdownText.escaped((turn.time ?? "").onOneLine)) }
      if dialogue.hasLabels { cells.append(inlines.cell(turn.label)) }
      for column in 0..<dialogue.columns { cells.append(inlines.cell(turn.text(column))) }
      return cells
    }
  }
}

extension [[String]] {
  /// Paragraphs as one, a hard line break between them.
  fileprivate var hardBroken: [String] {
    enumerated().flatMap { index, lines in
      index == count - 1 || lines.isEmpty
        ? lines : lines.dropLast() + [lines[lines.count - 1] + "\\"]
    }
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
