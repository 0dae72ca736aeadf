/// The styles of a Word document: ECMA-376 part 1, 17.7.
///
/// Names of styles that Word knows are the ones it knows them by, so that its own lists, outlines
/// and tables of contents work.
struct WordStyles {
  /// BCP 47, with a region.
  let language: String

  var part: String {
    WordXML.declaration + "<w:styles \(WordXML.namespace)>" + defaults
      + Self.paragraphStyles.joined() + Self.headings.joined() + Self.characterStyles.joined()
      + Self.tableStyle + "</w:styles>"
  }

  private var defaults: String {
    "<w:docDefaults><w:rPrDefault><w:rPr>"
      + "<w:rFonts w:ascii=\"\(Self.font)\" w:hAnsi=\"\(Self.font)\" w:eastAsia=\"\(Self.font)\" "
      + "w:cs=\"\(Self.font)\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>"
      + "<w:lang w:val=\"\(language)\" w:eastAsia=\"\(language)\" w:bidi=\"ar-SA\"/>"
      + "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
  }

  private static let font = "Times New Roman"

  private static func paragraph(
    _ id: String, _ name: String, basedOn: String? = "Normal", next: String? = nil,
    isOwn: Bool = false, _ properties: String, _ run: String = ""
  ) -> String {
    "<w:style w:type=\"paragraph\"\(isOwn ? " w:customStyle=\"1\"" : "")"
      + "\(id == "Normal" ? " w:default=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + (basedOn.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
      + (next.map { "<w:next w:val=\"\($0)\"/>" } ?? "") + "<w:qFormat/>"
      + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")
      + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }

  private static func character(
    _ id: String, _ name: String, isOwn: Bool = false, _ run: String
  ) -> String {
    "<w:style w:type=\"character\"\(isOwn ? " w:customStyle=\"1\"" : "") w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(name)\"/><w:qFormat/><w:rPr>\(run)</w:rPr></w:style>"
  }

  private static func size(_ halfPoints: Int) -> String {
    "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }

  private static let bold = "<w:b/><w:bCs/>"
  private static let italic = "<w:i/><w:iCs/>"

  private static let paragraphStyles = [
    paragraph(
      "Normal", "Normal", basedOn: nil,
      "<w:spacing w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/>"),
    paragraph("BodyText", "Body Text", "<w:spacing w:after=\"140\"/>"),
    paragraph(
      "Title", "Title", next: "BodyText", "<w:keepNext/><w:spacing w:after=\"280\"/>",
      bold + size(36)),
    paragraph(
      "Quote", "Quote",
      "<w:spacing w:before=\"60\" w:after=\"140\"/><w:ind w:left=\"567\" w:right=\"567\"/>"),
    paragraph(
      "ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/><w:ind w:left=\"425\"/>"),
    paragraph(
      "Excerpt", "Excerpt", isOwn: true,
      "<w:spacing w:after=\"40\"/><w:ind w:left=\"425\" w:right=\"425\"/>",
      size(21)),
    paragraph(
      "ExcerptLine", "Excerpt Line", basedOn: "Excerpt", isOwn: true,
      "<w:tabs><w:tab w:val=\"left\" w:pos=\"\(WordExcerpt.usualIndent)\"/></w:tabs>"
        + "<w:ind w:left=\"\(WordExcerpt.usualIndent)\" w:right=\"425\" "
        + "w:hanging=\"\(WordExcerpt.usualIndent - 425)\"/>"),
    paragraph(
      "ExcerptSource", "Excerpt Source", basedOn: "Excerpt", next: "BodyText", isOwn: true,
      "<w:spacing w:before=\"40\" w:after=\"200\"/>", size(19)),
    paragraph("ExcerptCell", "Excerpt Cell", isOwn: true, "<w:spacing w:after=\"60\"/>", size(19)),
    paragraph(
      "SectionEnd", "Section End", isOwn: true,
      "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>", size(2)),
    paragraph(
      "Caption", "caption", next: "BodyText", "<w:spacing w:before=\"200\" w:after=\"100\"/>",
      size(20)),
    paragraph(
      "TableText", "Table Text", isOwn: true,
      "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", size(18)),
    paragraph(
      "TableNote", "Table Note", isOwn: true,
      "<w:spacing w:before=\"20\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", size(17)),
    paragraph(
      "Figure", "Figure", next: "Caption", isOwn: true, "<w:keepNext/><w:spacing w:before=\"200\"/>"
    ),
    paragraph(
      "FootnoteText", "footnote text", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", size(18)),
    paragraph("Footer", "footer", "<w:jc w:val=\"center\"/>", size(18)),
  ]

  private static let headings = (1...6).map { level in
    let sizes = [30, 26, 23, 22, 22, 22]
    return paragraph(
      "Heading\(level)", "heading \(level)", next: "BodyText",
      "<w:keepNext/><w:keepLines/><w:spacing w:before=\"\(level < 3 ? 320 : 240)\" w:after=\"120\"/>"
        + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
      (level < 5 ? bold : "") + (level > 3 ? italic : "") + size(sizes[level - 1]))
  }

  private static let characterStyles = [
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
      + "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>",
    character("Emphasis", "Emphasis", italic),
    character("Strong", "Strong", bold),
    character(
      "Code", "Code", isOwn: true,
      "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"),
    character("Hyperlink", "Hyperlink", "<w:color w:val=\"0B57A4\"/><w:u w:val=\"single\"/>"),
    character("FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>"),
  ]

  private static let tableStyle =
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
    + "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
    + WordXML.cellMargins + "</w:tblPr></w:style>"
}
