import SamtaleArchive

/// The parts of a Word document and their container: ECMA-376 parts 1 and 2.
struct WordPackage {
  /// The path and content of each part, in order.
  private(set) var parts: [(name: String, bytes: [UInt8])] = []

  init(
    title: String, language: String, body: String, inlines: WordInlines,
    numbering: WordNumbering, pictures: [WordPicture]
  ) {
    let tag = Self.withRegion(language)
    add("[Content_Types].xml", Self.contentTypes)
    add("_rels/.rels", Self.packageRelations)
    add("docProps/core.xml", Self.core(title, tag))
    add("docProps/app.xml", Self.application)
    add("word/document.xml", Self.root("document", "<w:body>\(body)</w:body>"))
    add("word/styles.xml", WordStyles(language: tag).part)
    add("word/numbering.xml", numbering.part)
    add("word/settings.xml", Self.settings(tag))
    add("word/footnotes.xml", Self.footnotes(inlines.footnotes))
    add("word/footer1.xml", Self.footer)
    add("word/_rels/document.xml.rels", Self.relations(inlines.relations, pictures).part)
    add("word/_rels/footnotes.xml.rels", inlines.noteRelations.part)
    for picture in pictures {
      parts.append(("word/" + picture.pngName, picture.png))
      parts.append(("word/" + picture.svgName, picture.svg))
    }
  }

  private mutating func add(_ name: String, _ text: String) {
    parts.append((name, Array(text.utf8)))
  }

  /// The document's file.
  func bytes() throws(ZipError) -> [UInt8] {
    var archive = ZipWriter()
    for part in parts {
      archive.add(part.name, part.bytes, isCompressed: !part.name.hasSuffix(".png"))
    }
    return try archive.bytes()
  }

  // MARK: - Parts

  /// Word proofreads by language and region.
  private static func withRegion(_ language: String) -> String {
    switch language.lowercased() {
    case "en": "en-GB"
    case "nb", "no": "nb-NO"
    case "nn": "nn-NO"
    case "da": "da-DK"
    case "sv": "sv-SE"
    case "de": "de-DE"
    default: language
    }
  }

  private static func root(_ name: String, _ content: String) -> String {
    WordXML.declaration
      + "<w:\(name) \(WordXML.namespace) \(WordXML.relations) \(WordXML.drawing)>\(content)</w:\(name)>"
  }

  private static let contentTypes: String = {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let parts = [
      ("/word/document.xml", "\(word).document.main+xml"),
      ("/word/styles.xml", "\(word).styles+xml"),
      ("/word/numbering.xml", "\(word).numbering+xml"),
      ("/word/settings.xml", "\(word).settings+xml"),
      ("/word/footnotes.xml", "\(word).footnotes+xml"), ("/word/footer1.xml", "\(word).footer+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      (
        "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"
      ),
    ]
    return WordXML.declaration
      + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
      + "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
      + parts.map { "<Override PartName=\"\($0)\" ContentType=\"\($1)\"/>" }.joined() + "</Types>"
  }()

  private static let packageRelations: String = {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return WordXML.declaration + "<Relationships xmlns=\"\(package)\">"
      + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>"
      + "<Relationship Id=\"rId2\" Type=\"\(package)/metadata/core-properties\" "
      + "Target=\"docProps/core.xml\"/>"
      + "<Relationship Id=\"rId3\" Type=\"\(office)/extended-properties\" Target=\"docProps/app.xml\"/>"
      + "</Relationships>"
  }()

  private static func relations(
    _ links: WordRelations, _ pictures: [WordPicture]
  ) -> WordRelations {
    var relations = links
    relations.add("styles", "styles.xml", id: "rIdStyles")
    relations.add("numbering", "numbering.xml", id: "rIdNumbering")
    relations.add("settings", "settings.xml", id: "rIdSettings")
    relations.add("footnotes", "footnotes.xml", id: "rIdFootnotes")
    relations.add("footer", "footer1.xml", id: "rIdFooter")
    for picture in pictures {
      relations.add("image", picture.pngName, id: picture.pngRelation)
      relations.add("image", picture.svgName, id: picture.svgRelation)
    }
    return relations
  }

  /// The title and language; no author, and a date that says nothing.
  private static func core(_ title: String, _ language: String) -> String {
    let date = "xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z</dcterms:"
    return WordXML.declaration
      + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(MarkupText.escaped(title))</dc:title><dc:language>\(language)</dc:language>"
      + "<dcterms:created \(date)created><dcterms:modified \(date)modified></cp:coreProperties>"
  }

  private static let application =
    WordXML.declaration
    + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
    + "<Application>Samtale</Application></Properties>"

  private static func settings(_ language: String) -> String {
    root(
      "settings",
      "<w:defaultTabStop w:val=\"709\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
        + "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
        + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        + "<w:themeFontLang w:val=\"\(language)\"/>")
  }

  private static func footnotes(_ notes: [String]) -> String {
    let line = { (name: String) in "<w:p><w:r><w:\(name)/></w:r></w:p>" }
    let rules =
      "<w:footnote w:type=\"separator\" w:id=\"-1\">\(line("separator"))</w:footnote>"
      + "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\">"
      + "\(line("continuationSeparator"))</w:footnote>"
    let texts = notes.enumerated().map { "<w:footnote w:id=\"\($0 + 1)\">\($1)</w:footnote>" }
    return root("footnotes", rules + texts.joined())
  }

  private static let footer = root(
    "ftr", WordXML.paragraph("Footer", WordXML.field("PAGE", result: "1")))
}
