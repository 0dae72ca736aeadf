/// Writes a document as Office Open XML (ECMA-376), as word processors open it.
struct WordDocument {
  private let words: DocumentWords
  private let targets: LinkTargets
  private let decimalMark: DecimalMark
  private var inlines: WordInlines
  private var body = WordBody()
  private var numbering = WordNumbering()
  private var pictures: [WordPicture] = []
  private var tables = 0
  private var figures = 0
  private var bookmarks = 0

  static func bytes(of document: Document, decimalMark: DecimalMark) throws -> [UInt8] {
    try package(of: document, decimalMark: decimalMark).bytes()
  }

  /// All parts, before they are put into a container.
  static func package(of document: Document, decimalMark: DecimalMark) -> WordPackage {
    var writer = WordDocument(document, decimalMark: decimalMark)
    let title = document.title.onOneLine
    if !title.isEmpty {
      writer.body.add(WordXML.paragraph("Title", WordXML.run(title)), isTurned: false)
    }
    writer.blocks(document.blocks, depth: nil)
    return WordPackage(
      title: document.name, language: MarkupText.language(document.language),
      body: writer.body.closed,
      inlines: writer.inlines, numbering: writer.numbering, pictures: writer.pictures)
  }

  private init(_ document: Document, decimalMark: DecimalMark) {
    words = DocumentWords(language: document.language)
    targets = LinkTargets(document, joint: "_")
    inlines = WordInlines(targets)
    self.decimalMark = decimalMark
  }

  // MARK: - Blocks

  /// Writes blocks that stand `depth` deep in lists, counted from 0; `nil` outside.
  private mutating func blocks(_ blocks: [Document.Block], depth: Int?) {
    for block in blocks { self.block(block, depth: depth) }
  }

  private mutating func block(_ block: Document.Block, depth: Int?) {
    switch block {
    case .heading(let level, let text, let id):
      add("Heading\(min(6, max(1, level)))", bookmarked(inlines.runs(text), id))
    case .paragraph(let text):
      let indent = depth.map { "<w:ind w:left=\"\(WordNumbering.indent($0))\"/>" } ?? ""
      add(depth == nil ? "BodyText" : "ListParagraph", inlines.runs(text), indent)
    case .quotation(let paragraphs):
      for text in paragraphs { add("Quote", inlines.runs(text)) }
    case .dialogue(let dialogue): self.dialogue(dialogue)
    case .list(let items, let isOrdered): list(items, isOrdered, depth: depth.map { $0 + 1 } ?? 0)
    case .table(let table): self.table(table)
    case .figure(let picture): figure(picture)
    case .pageBreak: add("Normal", WordXML.run(content: "<w:br w:type=\"page\"/>"))
    }
  }

  private mutating func add(_ style: String, _ content: String, _ properties: String = "") {
    body.add(WordXML.paragraph(style, content, properties), isTurned: false)
  }

  /// Runs between the two ends of a bookmark, if there is something to link to.
  private mutating func bookmarked(_ runs: String, _ id: String?) -> String {
    guard let name = targets.name(id) else { return runs }
    bookmarks += 1
    return "<w:bookmarkStart w:id=\"\(bookmarks)\" w:name=\"\(name)\"/>\(runs)"
      + "<w:bookmarkEnd w:id=\"\(bookmarks)\"/>"
  }

  private mutating func list(_ items: [[Document.Block]], _ isOrdered: Bool, depth: Int) {
    let number = isOrdered ? numbering.newOrderedList() : WordNumbering.bullets
    let mark =
      "<w:numPr><w:ilvl w:val=\"\(min(depth, 8))\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
    for item in items {
      if case .paragraph(let text)? = item.first {
        add("ListParagraph", inlines.runs(text), mark)
        blocks(Array(item.dropFirst()), depth: depth)
      } else {
        add("ListParagraph", "", mark)
        blocks(item, depth: depth)
      }
    }
  }

  /// What stands before the words of a caption: `Table 1`, the number as a field.
  private func captionStart(_ word: String, _ number: Int, hasText: Bool) -> String {
    let bold = WordXML.style("Strong")
    return WordXML.run("\(word) ", bold)
      + WordXML.field("SEQ \(word) \\* ARABIC", result: "\(number)", bold)
      + WordXML.run(hasText ? ". " : ".", bold)
  }

  private mutating func table(_ table: Table) {
    tables += 1
    let shown = table.shownInDocument(decimalMark)
    let start = captionStart(words.table, tables, hasText: !shown.title.isEmpty)
    let caption = start + WordXML.run(shown.title)
    let content = WordTable(shown)
    body.add(
      WordXML.paragraph("Caption", caption, "<w:keepNext/>") + content.text,
      isTurned: content.isTurned)
  }

  private mutating func figure(_ picture: Document.Picture) {
    figures += 1
    if let png = picture.png {
      let placed = WordPicture(picture, png: png, number: figures)
      pictures.append(placed)
      add("Figure", placed.run)
    } else {
      add("Figure", WordXML.run(words.missing(picture, need: "PNG")))
    }
    let start = captionStart(words.figure, figures, hasText: !picture.caption.isEmpty)
    add("Caption", start + inlines.runs(picture.caption))
  }

  private mutating func dialogue(_ dialogue: Document.Dialogue) {
    let place = bookmarked("", dialogue.id)
    let excerpt = WordExcerpt(dialogue, place: place)
    let isTable = dialogue.columns > 1
    let content = isTable ? excerpt.table(&inlines) : excerpt.lines(&inlines)
    body.add(content, isTurned: false)
  }
}

/// The body of a document: paragraphs and tables in sections of upright and turned pages.
struct WordBody {
  private var text = ""
  private var isTurned = false
  private var isSectionEmpty = true

  /// Adds paragraphs or tables, in a new section if its pages are turned otherwise.
  mutating func add(_ content: String, isTurned: Bool) {
    if isTurned != self.isTurned, !isSectionEmpty {
      text += WordXML.paragraph("SectionEnd", "", WordXML.section(isTurned: self.isTurned))
    }
    self.isTurned = isTurned
    isSectionEmpty = false
    text += content
  }

  /// The body with what the last section is like.
  var closed: String { text + WordXML.section(isTurned: isTurned) }
}
