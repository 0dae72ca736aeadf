/// Names and small pieces of WordprocessingML.
enum WordXML {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  static let namespace =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  static let relations =
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  static let drawing =
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""

  /// A paragraph.
  /// - Parameters:
  ///   - style: The identifier of its style.
  ///   - content: Runs, hyperlinks and bookmarks.
  ///   - properties: What differs from the style, in the order that the schema demands.
  /// - Returns: The element.
  static func paragraph(_ style: String, _ content: String, _ properties: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(content)</w:p>"
  }

  /// A run of text with its properties.
  static func run(_ text: String, _ properties: String = "") -> String {
    text.isEmpty
      ? ""
      : run(content: "<w:t xml:space=\"preserve\">\(MarkupText.escaped(text))</w:t>", properties)
  }

  static func run(content: String, _ properties: String = "") -> String {
    "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>") + content + "</w:r>"
  }

  static func style(_ id: String) -> String { "<w:rStyle w:val=\"\(id)\"/>" }

  static let superscript = "<w:vertAlign w:val=\"superscript\"/>"
  static let tab = run(content: "<w:tab/>")

  /// A field with the result that a reader sees until it is updated.
  static func field(_ instruction: String, result: String, _ properties: String = "") -> String {
    run(content: "<w:fldChar w:fldCharType=\"begin\"/>", properties)
      + run(
        content: "<w:instrText xml:space=\"preserve\"> \(instruction) </w:instrText>", properties)
      + run(content: "<w:fldChar w:fldCharType=\"separate\"/>", properties)
      + run(result, properties)
      + run(content: "<w:fldChar w:fldCharType=\"end\"/>", properties)
  }

  /// The margins inside cells, four points at each side; some programs do not take them from styles.
  static let cellMargins =
    "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>"
    + "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar>"

  /// What closes a section of pages and says how they are turned.
  static func section(isTurned: Bool) -> String {
    let size =
      isTurned
      ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
      : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>"
      + "<w:type w:val=\"nextPage\"/>\(size)"
      + "<w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" "
      + "w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>"
  }

  /// Twentieths of a point.
  static func twips(_ points: Double) -> Int { Int(points * 20) }
}
