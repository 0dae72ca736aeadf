/// Writes a document as complete LaTeX for pdfLaTeX, XeLaTeX or LuaLaTeX.
///
/// Needs what Debian's `texlive-latex-recommended` and `lmodern` hold. Run it twice, so that links
/// and the widths of long tables are right.
struct LaTeXDocument {
  private let words: DocumentWords
  private let targets: LinkTargets
  private let inlines: LaTeXInlines
  private let decimalMark: DecimalMark
  private let stem: String
  private var figures = 0
  private(set) var attachments: [RenderedDocument.Attachment] = []

  init(_ document: Document, decimalMark: DecimalMark, stem: String) {
    words = DocumentWords(language: document.language)
    targets = LinkTargets(document, joint: "-")
    inlines = LaTeXInlines(targets)
    self.decimalMark = decimalMark
    self.stem = stem
  }

  mutating func text(of document: Document) -> String {
    let title = document.title.onOneLine
    let escaped = LaTeXText.escaped(title)
    let heading =
      title.isEmpty ? [] : ["{\\noindent\\LARGE\\bfseries\\raggedright \(escaped)\\par}\\bigskip"]
    let parts = ([heading] + blocks(document.blocks)).filter { !$0.isEmpty }
    let body = Array(parts.joined(separator: [""]))
    let preamble = LaTeXPreamble(
      title: title, language: document.language, body: body.joined(separator: "\n"))
    let lines = preamble.lines + ["", "\\begin{document}", ""] + body + ["", "\\end{document}"]
    return lines.map { $0 + "\n" }.joined()
  }

  private mutating func blocks(_ blocks: [Document.Block]) -> [[String]] {
    var parts: [[String]] = []
    for block in blocks { parts.append(self.block(block)) }
    return parts
  }

  private mutating func block(_ block: Document.Block) -> [String] {
    switch block {
    case .heading(let level, let text, let id): return [heading(level, text) + label(id)]
    case .paragraph(let text): return [inlines.text(text)]
    case .quotation(let paragraphs):
      return ["\\begin{quote}"] + paragraphs.map { [inlines.text($0)] }.joined(separator: [""])
        + ["\\end{quote}"]
    case .dialogue(let dialogue): return self.dialogue(dialogue)
    case .list(let items, let isOrdered): return list(items, isOrdered ? "enumerate" : "itemize")
    case .table(let table):
      return LaTeXDocumentTable(table.shownInDocument(decimalMark)).lines
    case .figure(let picture): return figure(picture)
    case .pageBreak: return ["\\clearpage"]
    }
  }

  private func heading(_ level: Int, _ text: [Document.Inline]) -> String {
    let commands = ["section", "subsection", "subsubsection", "paragraph", "subparagraph"]
    let command = commands[min(max(level, 1), commands.count) - 1]
    let plain = text.plainText
    // Bookmarks hold neither footnotes nor `\char`.
    let bookmark = LaTeXText.escaped(plain.replacing("\"", with: "\u{201D}"))
    let short = text.notes.isEmpty && !plain.contains("\"") ? "" : "[{\(bookmark)}]"
    let noted = text.notes.isEmpty ? inlines.line(text) : inlines.boxed(text).text
    return "\\\(command)\(short){\(noted)}" + inlines.boxed(text).after
  }

  private func label(_ id: String?) -> String {
    targets.name(id).map { "\\label{\($0)}" } ?? ""
  }

  private mutating func list(_ items: [[Document.Block]], _ environment: String) -> [String] {
    if items.isEmpty { return [] }
    var lines = ["\\begin{\(environment)}"]
    for item in items {
      let content = Array(blocks(item).joined(separator: [""]))
      lines += ["  \\item{} " + (content.first ?? "")] + content.dropFirst()
    }
    return lines + ["\\end{\(environment)}"]
  }

  private mutating func figure(_ picture: Document.Picture) -> [String] {
    figures += 1
    let content: String
    if let pdf = picture.pdf {
      let name = "\(stem)-\(figures).pdf"
      attachments.append(.init(name: name, bytes: pdf))
      let width = min(160, max(1, picture.width)).millimetres
      content = "  \\includegraphics[width=\(width)mm,height=200mm,keepaspectratio]{\(name)}"
    } else {
      let note = LaTeXText.escaped(words.missing(picture, need: "PDF").onOneLine)
      content = "  \\fbox{\\parbox{0.9\\linewidth}{\(note)}}"
    }
    let caption = inlines.boxed(picture.caption)
    let short = LaTeXText.escaped(picture.caption.plainText)
    return ["\\begin{unbroken}", content, "  \\captionof{figure}[{\(short)}]{\(caption.text)}"]
      + ["\\end{unbroken}" + caption.after]
  }
}

extension Double {
  /// The number with two decimals at most.
  var millimetres: String {
    let hundredths = Int((self * 100).rounded())
    let rest = hundredths % 100
    return rest == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

// MARK: - Excerpts

extension LaTeXDocument {
  private func dialogue(_ dialogue: Document.Dialogue) -> [String] {
    let place = targets.name(dialogue.id).map { ["\\phantomsection\\label{\($0)}"] } ?? []
    return place + (dialogue.columns > 1 ? sideBySide(dialogue) : excerpt(dialogue))
  }

  /// A list with hanging labels; line numbers and times stand left of them.
  private func excerpt(_ dialogue: Document.Dialogue) -> [String] {
    let label = widest(dialogue.turns.map { inlines.line($0.label) })
    let margin = widest(dialogue.turns.map(Self.margin))
    let box = margin.isEmpty ? "" : "\\footnotesize \(margin)\\hspace{0.8em}"
    let rows = dialogue.rows.map { row in
      switch row {
      case .line(let text): return "  \\item[] \(inlines.text(text))"
      case .turn(let turn):
        let label = inlines.boxed(turn.label)
        let margin = Self.margin(turn)
        let beside = margin.isEmpty ? "" : "\\margin{\(margin)}"
        return "  \\item[{\(beside)\(label.text)}] \(label.after)\(inlines.text(turn.text(0)))"
      }
    }
    let source = inlines.text(dialogue.source)
    let end = source.isEmpty ? [] : ["  \\item[] \\footnotesize \(source)"]
    if rows.isEmpty, end.isEmpty { return [] }
    return ["\\begin{excerpt}{\(label)}{\(box)}"] + rows + end + ["\\end{excerpt}"]
  }

  private static func margin(_ turn: Document.Dialogue.Turn) -> String {
    [turn.number, turn.time].compactMap { $0.map { LaTeXText.escaped($0.onOneLine) } }
      .joined(separator: "\\enspace{}")
  }

  /// The text that takes most room.
  private func widest(_ texts: [String]) -> String {
    let face = TextWidth.Face(size: 10)
    return texts.max { TextWidth.of($0, face) < TextWidth.of($1, face) } ?? ""
  }

  /// A table without rules, a column for each version of the words.
  private func sideBySide(_ dialogue: Document.Dialogue) -> [String] {
    let plan = DialoguePlan(dialogue, width: LaTeXPage.page.upright, gap: 8, size: 10)
    let lead = plan.lead.map { ">{\\raggedright\\arraybackslash}p{\(LaTeXPage.points($0))pt}" }
    let text = ">{\\raggedright\\arraybackslash}p{\(LaTeXPage.points(plan.text))pt}"
    let specification = (lead + Array(repeating: text, count: dialogue.columns)).joined()
    let empty = Array(repeating: "", count: lead.count)
    let heads = dialogue.heads.map { "\\emph{\(LaTeXText.escaped($0.onOneLine))}" }
    let head = dialogue.heads.isEmpty ? [] : ["  " + Self.row(empty + heads), "  \\endhead"]
    let rows = dialogue.rows.map { row in
      switch row {
      case .line(let text):
        return "  "
          + Self.row(
            empty + ["\\multicolumn{\(dialogue.columns)}{@{\\hspace{4pt}}l}{\(inlines.line(text))}"]
          )
      case .turn(let turn): return "  " + Self.row(cells(turn, of: dialogue))
      }
    }
    let source = inlines.text(dialogue.source)
    return ["\\begingroup\\small\\setlength{\\LTpost}{2pt}"]
      + ["\\begin{longtable}[l]{@{}\(specification)@{}}"] + head + rows
      + ["\\end{longtable}", "\\addtocounter{table}{-1}"]
      + (source.isEmpty ? [] : ["{\\noindent\\footnotesize \(source)\\par}"])
      + ["\\endgroup"]
  }

  private func cells(
    _ turn: Document.Dialogue.Turn, of dialogue: Document.Dialogue
  ) -> [String] {
    let number = dialogue.hasNumbers ? [LaTeXText.escaped((turn.number ?? "").onOneLine)] : []
    let time = dialogue.hasTimes ? [LaTeXText.escaped((turn.time ?? "").onOneLine)] : []
    let label = dialogue.hasLabels ? [inlines.text(turn.label)] : []
    return number + time + label + (0..<dialogue.columns).map { inlines.text(turn.text($0)) }
  }

  static func row(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\" }
}

/// How wide the columns of an excerpt with several versions are, in points.
struct DialoguePlan {
  /// Numbers, times and labels, those that there are.
  let lead: [Double]
  /// Each version of the words.
  let text: Double

  init(_ dialogue: Document.Dialogue, width: Double, gap: Double, size: Double) {
    let face = TextWidth.Face(size: size * 0.93)
    let widest = { (texts: [String]) in (texts.map { TextWidth.of($0, face) }.max() ?? 0) + 2 }
    let turns = dialogue.turns
    let number = dialogue.hasNumbers ? [widest(turns.map { $0.number ?? "" })] : []
    let time = dialogue.hasTimes ? [widest(turns.map { $0.time ?? "" })] : []
    let bold = TextWidth.Face(size: size * 0.93, isBold: true)
    let labels = turns.map { TextWidth.of($0.label.plainText, bold) + 2 }
    let label = dialogue.hasLabels ? [min(width / 4, labels.max() ?? 0)] : []
    lead = (number + time + label).map { min($0, width / 5) }
    let columns = Double(dialogue.columns)
    text = (width - lead.reduce(0) { $0 + $1 + gap } - gap * (columns - 1)) / columns
  }
}
