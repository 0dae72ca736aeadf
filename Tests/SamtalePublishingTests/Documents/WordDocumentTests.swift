import SamtaleArchive
import Testing

@testable import SamtalePublishing

@Suite struct WordDocumentTests {
  private func part(_ name: String, _ document: Document) throws -> String {
    let parts = WordDocument.package(of: document, decimalMark: .point).parts
    return String(decoding: try #require(parts.first { $0.name == name }).bytes, as: UTF8.self)
  }

  /// What stands between the tags of `w:body`, without the last section.
  private func body(_ blocks: Document.Block...) throws -> String {
    let text = try part("word/document.xml", Document(title: "", blocks: blocks))
    return String(text.split(separator: "<w:body>")[1].split(separator: "<w:sectPr>")[0])
  }

  @Test func everyPartIsWellFormed() {
    let package = WordDocument.package(of: DocumentSamples.everything, decimalMark: .point)
    #expect(
      package.parts.map(\.name) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml",
        "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml",
        "word/footnotes.xml", "word/footer1.xml", "word/_rels/document.xml.rels",
        "word/_rels/footnotes.xml.rels", "word/media/figure1.png", "word/media/figure1.svg",
      ])
    for part in package.parts where !part.name.hasSuffix(".png") {
      #expect(WellFormed.problems(part.bytes) == [], "\(part.name)")
    }
  }

  @Test func runningText() throws {
    #expect(
      try body(.paragraph(["a<b ", .strong([.emphasis(["c"])]), .superscript(["2"]), .lineBreak]))
        == """
        <w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>\
        <w:r><w:t xml:space="preserve">a&lt;b </w:t></w:r>\
        <w:r><w:rPr><w:rStyle w:val="Strong"/><w:i/><w:iCs/></w:rPr>\
        <w:t xml:space="preserve">c</w:t></w:r>\
        <w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>\
        <w:t xml:space="preserve">2</w:t></w:r><w:r><w:br/></w:r></w:p>
        """)
  }

  @Test func controlCharactersAreNotWritten() throws {
    #expect(try body(.paragraph(["a\u{0}b\u{B}c\u{1F}d\u{FFFF}e"])).contains(">a b c d\u{FFFD}e<"))
  }

  @Test func footnotesAreReal() throws {
    let document = Document(
      title: "",
      blocks: [.paragraph(["a", .footnote(["b ", .link(["c"], to: "https://example.org/æ")])])])
    #expect(
      try part("word/document.xml", document).contains(
        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"1\"/></w:r>"
      ))
    #expect(
      try part("word/footnotes.xml", document).contains(
        """
        <w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>\
        <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>\
        <w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t xml:space="preserve">b </w:t></w:r>\
        <w:hyperlink r:id="rIdLink1" w:history="1">
        """))
    #expect(
      try part("word/_rels/footnotes.xml.rels", document).contains(
        "Target=\"https://example.org/%C3%A6\" TargetMode=\"External\""))
  }

  @Test func headingsCanBeLinkedTo() throws {
    let text = try body(
      .heading(level: 2, ["A"], id: "part-1"), .paragraph([.link(["up"], to: "#part-1")]))
    #expect(
      text.hasPrefix(
        """
        <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:bookmarkStart w:id="1" w:name="part_1"/>\
        <w:r><w:t xml:space="preserve">A</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>
        """))
    #expect(text.contains("<w:hyperlink w:anchor=\"part_1\" w:history=\"1\">"))
  }

  @Test func captionsCountByThemselves() throws {
    let document = Document(title: "", language: "nb", blocks: [.table(TableSamples.empty)])
    let text = try part("word/document.xml", document)
    #expect(
      text.contains("<w:instrText xml:space=\"preserve\"> SEQ Tabell \\* ARABIC </w:instrText>"))
    #expect(text.contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
    #expect(try part("word/styles.xml", document).contains("<w:lang w:val=\"nb-NO\""))
  }

  @Test func wideTablesStandOnTurnedPages() throws {
    let wide = Document.Block.table(DocumentSamples.wide(columns: 12))
    let document = Document(title: "", blocks: [wide, .paragraph(["a"])])
    let sections = try part("word/document.xml", document).split(separator: "<w:pgSz ").dropFirst()
    #expect(
      sections.map { $0.prefix { $0 != "/" } } == [
        "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"", "w:w=\"11906\" w:h=\"16838\"",
      ])
  }

  @Test func orderedListsBeginAnew() throws {
    let list = Document.Block.list([[.paragraph(["a"])]], isOrdered: true)
    let text = try body(list, list)
    #expect(text.contains("<w:numId w:val=\"2\"/>") && text.contains("<w:numId w:val=\"3\"/>"))
  }

  @Test func picturesAreDescribedAndHoldBothForms() throws {
    let text = try body(.figure(DocumentSamples.drawing(png: [1])))
    #expect(text.contains("<wp:extent cx=\"2160000\" cy=\"720000\"/>"))
    #expect(text.contains("descr=\"Two &quot;boxes&quot; side by side\""))
    #expect(text.contains("r:embed=\"rIdFigure1\"") && text.contains("r:embed=\"rIdDrawing1\""))
    let missing = try body(.figure(DocumentSamples.drawing()))
    #expect(missing.contains("The figure is missing here: this format needs it as PNG."))
    let tall = Document.Picture(
      svg: "", caption: [], alternative: "", width: 320, height: 100, png: [1])
    #expect(try body(.figure(tall)).contains("<wp:extent cx=\"5760000\" cy=\"1800000\"/>"))
  }

  @Test(arguments: DocumentFormat.allCases)
  func theSameDocumentGivesTheSameBytes(format: DocumentFormat) throws {
    let first = try DocumentSamples.everything.rendered(as: format)
    #expect(try DocumentSamples.everything.rendered(as: format) == first)
    #expect(DocumentFormat(fileExtension: format.fileExtension.uppercased()) == format)
  }

  @Test func filesAreArchives() throws {
    let bytes = try Document(title: "").rendered(as: .docx).bytes
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(String(decoding: bytes[30..<49], as: UTF8.self) == "[Content_Types].xml")
  }
}

@Suite struct ZipWriterTests {
  @Test func storedFilesStandAsTheyAre() throws {
    var archive = ZipWriter()
    archive.add("æ.txt", Array("hei".utf8), isCompressed: false)
    archive.add("b", [])
    let bytes = try archive.bytes()
    // Local header: time 0 and date 0x0021 (1980-01-01) at 10, method at 8, flag UTF-8 (bit 11) at 6.
    #expect(Array(bytes[8..<14]) == [0, 0, 0, 0, 0x21, 0])
    #expect(bytes[7] & 8 == 8)
    #expect(Array(bytes[30..<39]) == Array("æ.txthei".utf8))
    #expect(try archive.bytes() == bytes)
  }

  @Test func emptyArchivesAndDoubleNamesAreRefused() {
    #expect(throws: ZipError.self) { try ZipWriter().bytes() }
    var archive = ZipWriter()
    archive.add("a", [1])
    archive.add("a", [2])
    #expect(throws: ZipError.self) { try archive.bytes() }
  }
}
