/// Writes a document as plain text of limited width, for a terminal.
struct PlainDocument {
  private let words: DocumentWords
  private let decimalMark: DecimalMark
  private let width: Int
  private var tables = 0
  private var figures = 0
  private var footnotes: [String] = []

  init(_ document: Document, decimalMark: DecimalMark, width: Int) {
    words = DocumentWords(language: document.language)
    self.decimalMark = decimalMark
    self.width = width
  }

  mutating func text(of document: Document) -> String {
    var parts = [heading(WordWrap.lines(document.title.onOneLine, width: width), "=")]
    parts += blocks(document.blocks, width: width)
    let notes = footnotes.enumerated().map { index, note in
      Self.hanging(note, after: "[\(index + 1)]", indent: 5, width: width)
    }
    parts.append(Array(notes.joined()))
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  private func heading(_ lines: [String], _ rule: String) -> [String] {
    guard let longest = lines.map({ DisplayWidth.of($0) }).max() else { return [] }
    return lines + [String(repeating: rule, count: longest)]
  }

  private mutating func blocks(_ blocks: [Document.Block], width: Int) -> [[String]] {
    var parts: [[String]] = []
    for block in blocks { parts.append(self.block(block, width: width)) }
    return parts
  }

  private mutating func block(_ block: Document.Block, width: Int) -> [String] {
    switch block {
    case .heading(let level, let text, _):
      let lines = self.lines(text, width: width)
      return level == 1 ? heading(lines, "-") : lines
    case .paragraph(let text): return lines(text, width: width)
    case .quotation(let paragraphs):
      let parts = paragraphs.map { lines($0, width: width - 8).map { "    " + $0 } }
      return Array(parts.joined(separator: [""]))
    case .dialogue(let dialogue): return self.dialogue(dialogue, width: width)
    case .list(let items, let isOrdered): return list(items, isOrdered, width: width)
    case .table(var table):
      tables += 1
      table.title = "\(words.table) \(tables). \(table.title)".trimmed
      let shown = table.shownInDocument(decimalMark)
      let text = PlainTable(table: shown, width: max(width, 60), goodWidth: width).text
      return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
    case .figure(let picture):
      figures += 1
      let caption = "\(words.figure) \(figures). \(plain(picture.caption))".trimmed
      return WordWrap.lines("[\(picture.alternative.onOneLine)]", width: width)
        + WordWrap.lines(caption, width: width)
    case .pageBreak: return [String(repeating: "─", count: width)]
    }
  }

  private mutating func list(
    _ items: [[Document.Block]], _ isOrdered: Bool, width: Int
  ) -> [String] {
    let written = items.enumerated().map { index, item in
      let mark = isOrdered ? "\(index + 1). " : "• "
      let indent = String(repeating: " ", count: mark.count)
      let parts = blocks(item, width: max(20, width - mark.count))
      let lines = parts.filter { !$0.isEmpty }.joined(separator: [""])
      return lines.enumerated().map { $1.isEmpty ? "" : ($0 == 0 ? mark : indent) + $1 }
    }
    let isTight = items.allSatisfy { $0.count <= 1 }
    return Array(isTight ? Array(written.joined()) : Array(written.joined(separator: [""])))
  }

  // MARK: Running text

  private mutating func lines(_ text: [Document.Inline], width: Int) -> [String] {
    plain(text).split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { WordWrap.lines(String($0), width: width) }
  }

  /// The words, a line end for each line break; footnotes are collected.
  private mutating func plain(_ text: [Document.Inline]) -> String {
    var result = ""
    for inline in text {
      switch inline {
      case .text(let text), .code(let text): result += text.onOneLine
      case .emphasis(let text), .strong(let text): result += plain(text)
      case .superscript(let text):
        let inner = plain(text)
        result +=
          Int(inner).map { $0 >= 0 && String($0) == inner ? $0.superscript : inner } ?? inner
      case .link(let text, let address):
        let inner = plain(text)
        let isShown = address.hasPrefix("#") || inner == address.onOneLine
        result += isShown ? inner : "\(inner) (\(address.onOneLine))"
      case .footnote(let text):
        let index = footnotes.count
        footnotes.append("")
        footnotes[index] = plain(text)
        result += "[\(index + 1)]"
      case .lineBreak: result += "\n"
      }
    }
    return result
  }

  /// A text whose lines stand right of a mark.
  private static func hanging(
    _ text: String, after mark: String, indent: Int, width: Int
  ) -> [String] {
    let room = String(repeating: " ", count: indent)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { WordWrap.lines(String($0), width: max(16, width - indent)) }
    guard let first = lines.first else { return mark.isEmpty ? [] : [mark.trimmed] }
    let gap = String(repeating: " ", count: max(1, indent - DisplayWidth.of(mark)))
    let isWide = DisplayWidth.of(mark) >= indent
    let start =
      isWide && indent > 0
      ? [mark.trimmed, room + first] : [indent == 0 ? first : mark + gap + first]
    return start + lines.dropFirst().map { room + $0 }
  }

  // MARK: Excerpts

  private mutating func dialogue(_ dialogue: Document.Dialogue, width: Int) -> [String] {
    let columns = dialogue.columns
    var marks: [String] = []
    for row in dialogue.rows { marks.append(mark(row, dialogue)) }
    let widest = marks.map { DisplayWidth.of($0) }.max() ?? 0
    let indent = widest == 0 ? 0 : min(24, widest + 2)
    let room = max(12, (width - 4 - indent - 2 * (columns - 1)) / columns)
    var result = heads(dialogue, indent: indent, room: room)
    for (row, mark) in zip(dialogue.rows, marks) {
      switch row {
      case .line(let text):
        result += Self.hanging(plain(text), after: "", indent: indent, width: width - 4)
      case .turn(let turn) where columns == 1:
        result += Self.hanging(plain(turn.text(0)), after: mark, indent: indent, width: width - 4)
      case .turn(let turn):
        result += side(turn, mark, columns: columns, indent: indent, room: room)
      }
    }
    let source = lines(dialogue.source, width: width - 4)
    return (result + (source.isEmpty ? [] : [""] + source)).map { ("    " + $0).trimmed }
  }

  /// Number, time and label of a row, each padded to its column.
  private mutating func mark(
    _ row: Document.Dialogue.Row, _ dialogue: Document.Dialogue
  ) -> String {
    guard case .turn(let turn) = row else { return "" }
    let number = dialogue.turns.map { DisplayWidth.of($0.number?.onOneLine ?? "") }.max() ?? 0
    let time = dialogue.turns.map { DisplayWidth.of($0.time?.onOneLine ?? "") }.max() ?? 0
    var parts: [String] = []
    if number > 0 { parts.append((turn.number ?? "").onOneLine.padded(to: number)) }
    if time > 0 { parts.append((turn.time ?? "").onOneLine.padded(to: time)) }
    if !turn.label.isEmpty { parts.append(plain(turn.label)) }
    return parts.joined(separator: "  ").replacing("\n", with: " ")
  }

  private func heads(_ dialogue: Document.Dialogue, indent: Int, room: Int) -> [String] {
    if dialogue.heads.isEmpty { return [] }
    let heads = dialogue.heads.map { $0.onOneLine.padded(to: room) }.joined(separator: "  ")
    return [(String(repeating: " ", count: indent) + heads).trimmed]
  }

  private mutating func side(
    _ turn: Document.Dialogue.Turn, _ mark: String, columns: Int, indent: Int, room: Int
  ) -> [String] {
    let isWide = DisplayWidth.of(mark) >= indent && indent > 0
    let texts = (0..<columns).map { lines(turn.text($0), width: room) }
    let height = max(1, texts.map(\.count).max() ?? 0)
    let rows = (0..<height).map { line in
      let cells = texts.map { ($0.indices.contains(line) ? $0[line] : "").padded(to: room) }
      let start = line == 0 && !isWide ? mark : ""
      return (start.padded(to: indent) + cells.joined(separator: "  ")).trimmed
    }
    return isWide ? [mark] + rows : rows
  }
}

extension String {
  /// The text with spaces up to a width in terminal columns.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
  }
}
