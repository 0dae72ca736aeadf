/// What one part of a Word document refers to outside itself.
struct WordRelations {
  private(set) var lines: [String] = []
  private var known: [String: String] = [:]

  private static let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// Adds a part of the document under a name of its own.
  mutating func add(_ type: String, _ target: String, id: String) {
    lines.append("<Relationship Id=\"\(id)\" Type=\"\(Self.base)\(type)\" Target=\"\(target)\"/>")
  }

  /// The name under which an address is known.
  mutating func link(_ address: String) -> String {
    if let id = known[address] { return id }
    let id = "rIdLink\(known.count + 1)"
    known[address] = id
    lines.append(
      "<Relationship Id=\"\(id)\" Type=\"\(Self.base)hyperlink\" "
        + "Target=\"\(Self.escaped(address))\" TargetMode=\"External\"/>")
    return id
  }

  var part: String {
    WordXML.declaration
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + lines.joined() + "</Relationships>"
  }

  /// The address as a URI: Word refuses documents with others.
  private static func escaped(_ address: String) -> String {
    let kept = Set("!#$%&'()*+,-./:;=?@[]_~".utf8)
    let uri = address.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isKept = kept.contains(byte) || (byte < 0x80 && scalar.properties.isAlphabetic)
      if isKept || ("0"..."9").contains(scalar) { return String(scalar) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
    }
    return MarkupText.escaped(uri.joined())
  }
}

/// Running text as runs; footnotes are collected as paragraphs of a part of their own.
struct WordInlines {
  /// How a run looks beside its paragraph.
  private struct Look {
    var isEmphasis = false
    var isStrong = false
    var isRaised = false
    var isCode = false
    var isLink = false

    /// One style for the run; what it leaves out is set directly, in the order of the schema.
    var properties: String {
      let style =
        isLink ? "Hyperlink" : isCode ? "Code" : isStrong ? "Strong" : isEmphasis ? "Emphasis" : nil
      return (style.map(WordXML.style) ?? "")
        + (isCode && style != "Code"
          ? "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>" : "")
        + (isStrong && style != "Strong" ? "<w:b/><w:bCs/>" : "")
        + (isEmphasis && style != "Emphasis" ? "<w:i/><w:iCs/>" : "")
        + (isRaised ? WordXML.superscript : "")
    }
  }

  private let targets: LinkTargets
  /// Addresses outside, of the text and of the footnotes.
  var relations = WordRelations()
  private(set) var noteRelations = WordRelations()
  /// The paragraphs of footnotes, numbered from 1.
  private(set) var footnotes: [String] = []
  private var isInNote = false

  init(_ targets: LinkTargets) { self.targets = targets }

  mutating func runs(_ text: [Document.Inline]) -> String { runs(text, Look()) }

  private mutating func runs(_ text: [Document.Inline], _ look: Look) -> String {
    var result = ""
    for inline in text { result += runs(inline, look) }
    return result
  }

  private mutating func runs(_ inline: Document.Inline, _ look: Look) -> String {
    var look = look
    switch inline {
    case .text(let text): return WordXML.run(text, look.properties)
    case .code(let text):
      look.isCode = true
      return WordXML.run(text, look.properties)
    case .emphasis(let text):
      look.isEmphasis = true
      return runs(text, look)
    case .strong(let text):
      look.isStrong = true
      return runs(text, look)
    case .superscript(let text):
      look.isRaised = true
      return runs(text, look)
    case .link(let text, let address): return link(text, address, look)
    case .footnote(let text): return footnote(text)
    case .lineBreak: return WordXML.run(content: "<w:br/>", look.properties)
    }
  }

  private mutating func link(
    _ text: [Document.Inline], _ address: String, _ look: Look
  ) -> String {
    // Links do not hold links.
    let target = look.isLink ? .nowhere : targets.address(address)
    var look = look
    switch target {
    case .nowhere: return runs(text, look)
    case .inside(let name):
      look.isLink = true
      return "<w:hyperlink w:anchor=\"\(name)\" w:history=\"1\">\(runs(text, look))</w:hyperlink>"
    case .outside(let address):
      look.isLink = true
      let id = isInNote ? noteRelations.link(address) : relations.link(address)
      return "<w:hyperlink r:id=\"\(id)\" w:history=\"1\">\(runs(text, look))</w:hyperlink>"
    }
  }

  /// Word has no footnotes in footnotes: one inside another is set in brackets.
  private mutating func footnote(_ text: [Document.Inline]) -> String {
    if isInNote { return WordXML.run(" [") + runs(text) + WordXML.run("]") }
    isInNote = true
    defer { isInNote = false }
    let number = footnotes.count + 1
    let mark = WordXML.run(content: "<w:footnoteRef/>", WordXML.style("FootnoteReference"))
    footnotes.append(WordXML.paragraph("FootnoteText", mark + WordXML.run(" ") + runs(text)))
    return WordXML.run(
      content: "<w:footnoteReference w:id=\"\(number)\"/>", WordXML.style("FootnoteReference"))
  }
}
