/// Writes an excerpt: lines with hanging labels, or a table without rules for several versions.
struct WordExcerpt {
  /// Where the words of the style "Excerpt Line" begin, in twips.
  static let usualIndent = 1559
  private static let left = 425

  private let dialogue: Document.Dialogue
  /// A bookmark for the first paragraph.
  private let place: String

  init(_ dialogue: Document.Dialogue, place: String) {
    self.dialogue = dialogue
    self.place = place
  }

  // MARK: Lines

  func lines(_ inlines: inout WordInlines) -> String {
    let stops = self.stops
    var result = ""
    for (index, row) in dialogue.rows.enumerated() {
      let start = index == 0 ? place : ""
      switch row {
      case .turn(let turn):
        let lead = self.lead(turn, &inlines)
        let content = start + lead + inlines.runs(turn.text(0))
        result += WordXML.paragraph(
          stops.isEmpty ? "Excerpt" : "ExcerptLine", content, layout(index, stops))
      case .line(let text):
        let skip = String(repeating: WordXML.tab, count: stops.count)
        let content = start + skip + inlines.runs(text)
        result += WordXML.paragraph(
          stops.isEmpty ? "Excerpt" : "ExcerptLine", content, layout(index, stops))
      }
    }
    return result + source(&inlines, place: dialogue.rows.isEmpty ? place : "")
  }

  /// Number, time and label, each with a tab after it.
  private func lead(_ turn: Document.Dialogue.Turn, _ inlines: inout WordInlines) -> String {
    let small = "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>"
    let number = dialogue.hasNumbers ? WordXML.run(turn.number ?? "", small) + WordXML.tab : ""
    let time = dialogue.hasTimes ? WordXML.run(turn.time ?? "", small) + WordXML.tab : ""
    // A label wider than its column runs into the words.
    let isUsual = dialogue.turnsOfUsualLabel.contains(turn)
    let end = isUsual ? WordXML.tab : WordXML.run(" ")
    let label = dialogue.hasLabels ? inlines.runs(turn.label) + end : ""
    return number + time + label
  }

  /// Where times, labels and words begin, in twips.
  private var stops: [Int] {
    let plan = DialoguePlan(dialogue, width: 445, gap: 8, size: 10.5)
    var position = Self.left
    return plan.lead.map { width in
      position += WordXML.twips(width + 8)
      return position
    }
  }

  /// What differs from the style: space before the first line and behind the last, and the indent.
  private func layout(_ index: Int, _ stops: [Int]) -> String {
    let before = index == 0 ? " w:before=\"60\"" : ""
    let isLast = index == dialogue.rows.count - 1 && dialogue.source.isEmpty
    let spacing = before + (isLast ? " w:after=\"140\"" : "")
    let parts = indentParts(stops)
    // A short excerpt stays on one page.
    let isShort = dialogue.rows.count <= 8 && index < dialogue.rows.count - 1
    let keeping = (isShort ? "<w:keepNext/>" : "") + "<w:keepLines/>"
    return keeping + parts.tabs + (spacing.isEmpty ? "" : "<w:spacing\(spacing)/>") + parts.indent
  }

  /// The indent and tab stops; nothing where those of the style will do.
  private func indentParts(_ stops: [Int]) -> (tabs: String, indent: String) {
    guard let last = stops.last, stops.count > 1 || last > Self.usualIndent else { return ("", "") }
    let clear =
      stops.contains(Self.usualIndent)
      ? "" : "<w:tab w:val=\"clear\" w:pos=\"\(Self.usualIndent)\"/>"
    let tabs = stops.map { "<w:tab w:val=\"left\" w:pos=\"\($0)\"/>" }.joined()
    let hanging = last - Self.left
    return (
      "<w:tabs>\(clear)\(tabs)</w:tabs>",
      "<w:ind w:left=\"\(last)\" w:hanging=\"\(hanging)\"/>"
    )
  }

  private func source(_ inlines: inout WordInlines, place: String = "") -> String {
    dialogue.source.isEmpty && place.isEmpty
      ? "" : WordXML.paragraph("ExcerptSource", place + inlines.runs(dialogue.source))
  }

  // MARK: Side by side

  func table(_ inlines: inout WordInlines) -> String {
    let plan = DialoguePlan(dialogue, width: 437, gap: 8, size: 9.5)
    let widths = (plan.lead + Array(repeating: plan.text, count: dialogue.columns))
      .map { WordXML.twips($0 + 8) }
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    var rows = head(widths, lead: plan.lead.count)
    for row in dialogue.rows { rows += self.row(row, widths, lead: plan.lead.count, &inlines) }
    let start = place.isEmpty ? "" : WordXML.paragraph("SectionEnd", place, "<w:keepNext/>")
    // Two tables in a row would grow together.
    let end = dialogue.source.isEmpty ? WordXML.paragraph("SectionEnd", "") : source(&inlines)
    return start + "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + "<w:tblLayout w:type=\"fixed\"/>\(WordXML.cellMargins)<w:tblLook w:val=\"0000\"/></w:tblPr>"
      + "<w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl>" + end
  }

  private func head(_ widths: [Int], lead: Int) -> String {
    if dialogue.heads.isEmpty { return "" }
    let names = Array(repeating: "", count: lead) + dialogue.heads
    let cells = zip(names, widths).map {
      Self.cell(WordXML.run($0, WordXML.style("Emphasis")), width: $1)
    }
    return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(cells.joined())</w:tr>"
  }

  private func row(
    _ row: Document.Dialogue.Row, _ widths: [Int], lead: Int, _ inlines: inout WordInlines
  ) -> String {
    var cells = ""
    switch row {
    case .line(let text):
      cells += widths.prefix(lead).map { Self.cell("", width: $0) }.joined()
      let width = widths.dropFirst(lead).reduce(0, +)
      cells += Self.cell(inlines.runs(text), width: width, span: dialogue.columns)
    case .turn(let turn):
      var texts: [String] = []
      let small = "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>"
      if dialogue.hasNumbers { texts.append(WordXML.run(turn.number ?? "", small)) }
      if dialogue.hasTimes { texts.append(WordXML.run(turn.time ?? "", small)) }
      if dialogue.hasLabels { texts.append(inlines.runs(turn.label)) }
      for column in 0..<dialogue.columns { texts.append(inlines.runs(turn.text(column))) }
      cells += zip(texts, widths).map { Self.cell($0, width: $1) }.joined()
    }
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells)</w:tr>"
  }

  private static func cell(_ runs: String, width: Int, span: Int = 1) -> String {
    let merged = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(merged)</w:tcPr>"
      + WordXML.paragraph("ExcerptCell", runs) + "</w:tc>"
  }
}
