import Samtale
import SamtaleArchive
import Testing

@testable import SamtaleFormats

@Suite struct WordTests {
  private func paragraphs(_ body: String, styles: String = "") throws -> [SourceParagraph] {
    var fixture = WordFixture(body)
    fixture.styles = styles
    let content = try fixture.content
    #expect(content.problems == [])
    return content.paragraphs
  }

  private func texts(_ body: String) throws -> [String] { try paragraphs(body).map(\.text) }

  // MARK: Words

  @Test func runsAreJoined() throws {
    let body = """
      <w:p><w:r><w:t>M</w:t></w:r><w:r><w:rPr><w:lang w:val="ca"/></w:rPr><w:t>’</w:t></w:r>\
      <w:r><w:t xml:space="preserve">estan &amp; “dit” </w:t></w:r></w:p><w:p/>
      """
    #expect(try texts(body) == ["M’estan & “dit” ", ""])
  }

  @Test func charactersThatElementsStandFor() throws {
    let body = """
      <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r>\
      <w:br w:type="page"/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/>\
      <w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t>\
      <w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Symbol" w:char="F0AE"/>\
      <w:sym w:font="Symbol" w:char="xyz"/><w:ptab/><w:t>g</w:t><w:br w:type="page"/>\
      <w:t>h</w:t></w:r></w:p>
      """
    #expect(try texts(body) == ["a\tb\nc\nd-ef☺→\u{FFFD}\tg\nh"])
  }

  @Test func wrappersAreTransparent() throws {
    let body = """
      <w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent><w:p><w:smartTag><w:r>\
      <w:t>one </w:t></w:r></w:smartTag><w:hyperlink r:id="rId1"><w:r><w:t>two </w:t></w:r>\
      </w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>three</w:t></w:r></w:sdtContent></w:sdt>\
      <m:oMath><m:r><m:t> = 3</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>
      """
    #expect(try texts(body) == ["one two three = 3"])
  }

  @Test func fieldsKeepTheirResult() throws {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    let separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let nested = """
      <w:p>\(begin)<w:r><w:instrText>IF </w:instrText></w:r>\(begin)<w:r>\
      <w:instrText>PAGE</w:instrText></w:r>\(separate)<w:r><w:t>7</w:t></w:r>\(end)\
      \(separate)<w:r><w:t>shown</w:t></w:r>\(end)<w:r><w:t> after</w:t></w:r></w:p>
      """
    let unfinished = "<w:p>\(begin)<w:r><w:instrText>X</w:instrText></w:r></w:p>"
    let simple = "<w:p><w:fldSimple w:instr=\"DATE\"><w:r><w:t>May</w:t></w:r></w:fldSimple></w:p>"
    let fixture = WordFixture(nested + unfinished + wordParagraph("kept") + simple)
    let content = try fixture.content
    // The inner result “7” belongs to the outer instruction.
    #expect(content.paragraphs.map(\.text) == ["shown after", "", "kept", "May"])
    #expect(content.omissions.characters(.instruction) == 3 + 4 + 1 + 1)
  }

  // MARK: Styles

  private static let styles = """
    <w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Speaker A"/>\
    <w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="Speaker B"/>\
    <w:basedOn w:val="a1"/></w:style>
    <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="Loop"/>\
    <w:basedOn w:val="loop"/></w:style>
    <w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/>\
    <w:rPr><w:b/></w:rPr></w:style>
    """

  @Test func stylesAreNamedAsWordShowsThem() throws {
    let body =
      wordParagraph("1", style: "a1") + wordParagraph("2", style: "Standaard")
      + wordParagraph("3", style: "Unknown") + wordParagraph("4")
      + wordParagraph("5", style: "loop")
    let found = try paragraphs(body, styles: Self.styles)
    #expect(found.map(\.style) == ["Speaker A", nil, "Unknown", nil, "Loop"])
    #expect(found.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test func emphasisAtTheBeginning() throws {
    let bold = "<w:rPr><w:b/></w:rPr>"
    let rows = [
      "<w:r>\(bold)<w:t>Anna</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
        + "<w:r>\(bold)<w:t>Lund:</w:t></w:r><w:r><w:t> said</w:t></w:r>": 10,
      "<w:r><w:t>said </w:t></w:r><w:r>\(bold)<w:t>Anna</w:t></w:r>": 0,
      "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>no</w:t></w:r>": 0,
      "<w:r><w:rPr><w:rStyle w:val=\"Sterk\"/></w:rPr><w:t>B:</w:t></w:r><w:r><w:t>x</w:t></w:r>":
        2,
      "<w:r><w:rPr><w:smallCaps/></w:rPr><w:t>æb</w:t></w:r><w:r><w:t>x</w:t></w:r>": 2,
      // Bold, then italic: they have nothing in common.
      "<w:r>\(bold)<w:t>A:</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>x</w:t></w:r>": 2,
      // What was bold before a tracked change is not.
      "<w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>A</w:t></w:r>": 0,
    ]
    for (runs, expected) in rows {
      let found = try paragraphs("<w:p>\(runs)</w:p>", styles: Self.styles)
      #expect(found.map(\.emphasized) == [expected], "\(runs)")
    }
  }

  /// Italics of the style turn those of a character style off, as in Word.
  @Test func emphasisOfStyles() throws {
    let run = "<w:r><w:rPr><w:i w:val=\"false\"/></w:rPr><w:t>y</w:t></w:r>"
    let body =
      "<w:p><w:pPr><w:pStyle w:val=\"a2\"/></w:pPr><w:r><w:t>xx</w:t></w:r>\(run)</w:p>"
    #expect(try paragraphs(body, styles: Self.styles).map(\.emphasized) == [2])
  }

  // MARK: Tables

  private func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
  }

  private func table(_ rows: [String]) -> String {
    "<w:tbl><w:tblPr/>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
  }

  @Test func rowsOfTables() throws {
    let body =
      table([
        cell(wordParagraph("Anna")) + cell(wordParagraph("Hello.") + wordParagraph("There.")),
        cell("<w:p/>") + cell(wordParagraph("More.") + "<w:p/>"),
      ]) + wordParagraph("after")
    let found = try paragraphs(body)
    #expect(found.map(\.cells) == [["Anna", "Hello.\nThere."], ["", "More."], []])
    #expect(found.map(\.text) == ["", "", "after"])
    #expect(found.map(\.line) == [1, 4, 7])
  }

  @Test func mergedCellsKeepTheColumns() throws {
    let body = table([
      cell(wordParagraph("a"), "<w:gridSpan w:val=\"2\"/>") + cell(wordParagraph("b")),
      "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell(wordParagraph("c"))
        + cell("<w:p/>", "<w:vMerge/>"),
      cell(wordParagraph("all"), "<w:gridSpan w:val=\"3\"/>"),
      cell(wordParagraph("x"), "<w:gridSpan w:val=\"2000000000\"/>") + cell(wordParagraph("y")),
    ])
    let found = try paragraphs(body)
    #expect(found.prefix(2).map(\.cells) == [["a", "", "b"], ["", "c", ""]])
    #expect(found[2].text == "all" && found[2].cells == [])
    #expect(found[3].cells.count == 64)
  }

  @Test func tablesOfOneColumnAreParagraphs() throws {
    let body = table([cell(wordParagraph("A: one", style: "s") + wordParagraph("B: two"))])
    let found = try paragraphs(body)
    #expect(found.map(\.text) == ["A: one", "B: two"])
    #expect(found.map(\.style) == ["s", nil])
  }

  @Test func nestedTablesAreFlattened() throws {
    let inner = table([cell(wordParagraph("1")) + cell(wordParagraph("2"))])
    let body = table([cell(wordParagraph("A") + inner + "<w:p/>") + cell(wordParagraph("B"))])
    #expect(try paragraphs(body).map(\.cells) == [["A\n1\t2", "B"]])
  }

  // MARK: Tracked changes

  @Test func insertionsAreTakenAndDeletionsLeftOut() throws {
    let body = """
      <w:p><w:r><w:t>I </w:t></w:r><w:ins w:id="1"><w:r><w:t>really </w:t></w:r></w:ins>\
      <w:del w:id="2"><w:r><w:delText>never </w:delText></w:r></w:del><w:moveFrom w:id="3"><w:r>\
      <w:t>moved</w:t></w:r></w:moveFrom><w:r><w:t>did.</w:t></w:r></w:p>
      <w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>
      <w:p><w:pPr><w:rPr><w:ins w:id="5"/></w:rPr></w:pPr><w:r><w:t>two.</w:t></w:r></w:p>
      <w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr>\(cell(wordParagraph("a")))\
      \(cell(wordParagraph("b")))</w:tr></w:tbl>
      """
    let content = try WordFixture(body).content
    #expect(content.paragraphs.map(\.text) == ["I really did.", "One two."])
    #expect(content.omissions.characters(.deleted) == 6 + 5 + 2)
    let result = Importer.read(bytes: try WordFixture(body).bytes, named: "x.docx")
    let guess = try #require(result.report.guesses.first { $0.kind == .trackedChanges })
    #expect(guess.count == 2 && guess.line == 1)
    #expect(result.report.accounting.isComplete)
  }

  @Test func hiddenTextIsLeftOut() throws {
    let body =
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>A</w:t></w:r></w:p>"
    let content = try WordFixture(body).content
    #expect(content.paragraphs.map(\.text) == ["A"])
    #expect(content.omissions.characters(.hidden) == 6)
  }

  // MARK: Notes and other parts

  @Test func notesStandAtTheirPlaces() throws {
    var fixture = WordFixture(
      """
      <w:p><w:r><w:t>Før</w:t><w:footnoteReference w:id="2"/><w:t> og</w:t>\
      <w:endnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>!</w:t>\
      <w:commentReference w:id="0"/><w:footnoteReference w:id="2"/></w:r></w:p>
      """)
    fixture.footnotes = """
      <w:footnote w:type="separator" w:id="0">\(wordParagraph("-"))</w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>A note</w:t></w:r></w:p>\
      \(wordParagraph("of two."))</w:footnote>
      <w:footnote w:id="3">\(wordParagraph("loose"))</w:footnote>
      """
    fixture.endnotes = "<w:endnote w:id=\"2\">\(wordParagraph("The end."))</w:endnote>"
    fixture.comments = """
      <w:comment w:id="0" w:author="Somebody" w:initials="S">\(wordParagraph("Check."))</w:comment>
      """
    let content = try fixture.content
    #expect(content.paragraphs.map(\.text) == ["Før og!"])
    #expect(
      content.paragraphs.first?.notes == [
        .init(place: 3, text: "A note\nof two.", type: "footnote"),
        .init(place: 6, text: "The end.", type: "endnote"),
        .init(place: 7, text: "Check.", type: "comment"),
      ])
    #expect(content.omissions.characters(.looseNote) == 5)
    #expect(content.read == 7 + 14 + 8 + 6 + 5)
  }

  @Test func headersAreCounted() throws {
    var fixture = WordFixture(wordParagraph("A: talk") + wordParagraph("A: more"))
    fixture.header = wordParagraph("Secret draft")
    let result = Importer.read(bytes: try fixture.bytes, named: "x.docx")
    #expect(result.report.accounting[.outside] == 12)
    #expect(result.report.accounting.isComplete)
    #expect(
      result.diagnostics.contains { $0.what == "12 characters in headers and footers are not talk" }
    )
  }

  @Test func titleAndDateButNoAuthor() throws {
    var fixture = WordFixture(wordParagraph("A: talk") + wordParagraph("A: more"))
    fixture.properties = """
      <dc:title>Meeting 3</dc:title><dc:creator>Secret Name</dc:creator>\
      <dcterms:created>2024-05-06T07:08:09Z</dcterms:created>
      """
    let result = Importer.read(bytes: try fixture.bytes, named: "x.docx")
    let transcript = try #require(result.transcript)
    #expect(transcript.header.title == "Meeting 3")
    let xml = TEI.write(transcript).bytes.string
    #expect(xml.contains("a document begun 2024-05-06T07:08:09Z"))
    #expect(!xml.contains("Secret Name"))
    #expect(result.report.accounting.isComplete)
  }

  @Test func textBoxesAreReadOnce() throws {
    let box = "<w:txbxContent>\(wordParagraph("inside"))</w:txbxContent>"
    let body = """
      <w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">\
      <w:drawing><wp:docPr descr="x"/><a:t>drawn</a:t><wps:txbx>\(box)</wps:txbx></w:drawing>\
      </mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback>\
      </mc:AlternateContent></w:r><w:r><w:t> after</w:t></w:r></w:p>\(wordParagraph("next"))
      """
    let content = try WordFixture(body).content
    #expect(content.paragraphs.map(\.text) == ["before after", "inside", "next"])
    #expect(content.omissions.characters(.drawing) == 5)
    #expect(content.omissions.characters(.alternative) == 6)
  }

  /// Alternatives inside a drawing that is itself one of two.
  @Test func alternativesInsideDrawings() throws {
    let box = "<w:txbxContent>\(wordParagraph("inside"))</w:txbxContent>"
    let inner =
      "<mc:AlternateContent/><mc:AlternateContent><mc:Choice>\(box)</mc:Choice>"
      + "<mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent><mc:AlternateContent/>"
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>\(inner)</w:drawing></mc:Choice>"
      + "<mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    #expect(try texts(body + body) == ["", "inside", "", "inside"])
  }

  @Test func picturesAndObjectsAreCounted() throws {
    let body = """
      <w:p><w:r><w:drawing><a:blip/></w:drawing><w:pict><v:imagedata/></w:pict><w:object>\
      <v:imagedata/><o:OLEObject/></w:object><w:t>x</w:t></w:r></w:p><w:altChunk/>
      """
    let content = try WordFixture(body).content
    #expect(content.omissions.pictures == 2)
    #expect(content.omissions.objects == 1)
    #expect(content.omissions.documents == 1)
  }

  // MARK: Talk

  @Test func labelsInBold() throws {
    let turn = { (label: String, words: String) in
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>\(label)</w:t></w:r><w:r>"
        + "<w:t xml:space=\"preserve\"> \(words)</w:t></w:r></w:p>"
    }
    let body =
      turn("Kari", "How are you?") + turn("Ola", "Fine.") + wordParagraph("And you?")
      + turn("Kari", "Good.") + turn("Ola", "Well.")
    let result = Importer.read(bytes: try WordFixture(body).bytes, named: "x.docx")
    #expect(result.report.speakers == ["Kari", "Ola"])
    #expect(
      result.transcript?.utterances.map(\.text) == [
        "How are you?", "Fine. And you?", "Good.", "Well.",
      ])
    #expect(result.report.accounting.isComplete)
  }

  @Test func labelsInTheColumnOfATable() throws {
    let rows = ["Kari": "How?", "Ola": "So.", "": "And so.", "Kari ": "Good.", "Ola ": "Well."]
    let order = ["Kari", "Ola", "", "Kari ", "Ola "]
    let body = table(
      order.map { cell(wordParagraph($0)) + cell(wordParagraph(rows[$0] ?? "")) })
    let result = Importer.read(bytes: try WordFixture(body).bytes, named: "x.docx")
    #expect(result.report.speakers == ["Kari", "Ola"])
    #expect(
      result.transcript?.utterances.map(\.text).joined(separator: "|")
        == "How?|So. And so.|Good.|Well.")
    #expect(result.report.accounting.isComplete)
  }

  @Test func labelsInStyles() throws {
    let body =
      wordParagraph("How?", style: "a1") + wordParagraph("So.", style: "a2")
      + wordParagraph("Good.", style: "a1") + wordParagraph("Well.", style: "a2")
    var fixture = WordFixture(body)
    fixture.styles = Self.styles
    let result = Importer.read(bytes: try fixture.bytes, named: "x.docx")
    #expect(result.report.speakers == ["Speaker A", "Speaker B"])
    #expect(result.report.accounting.isComplete)
  }

  // MARK: Packages

  @Test func strictDocumentsAndOtherNames() throws {
    var fixture = WordFixture(wordParagraph("A: one", style: "a1"))
    fixture.isStrict = true
    fixture.main = "word/document2.xml"
    fixture.styles = Self.styles
    let content = try fixture.content
    #expect(content.paragraphs.map(\.style) == ["Speaker A"])
    let result = Importer.read(bytes: try fixture.bytes, named: "x.docx")
    #expect(result.report.format == .word)
  }

  @Test func aDocumentWithoutTextIsAnError() throws {
    var writer = ZipWriter()
    writer.add("[Content_Types].xml", Array("<Types/>".utf8))
    writer.add("word/styles.xml", Array("<styles/>".utf8))
    let result = Importer.read(bytes: try writer.bytes(), named: "x.docx")
    #expect(result.diagnostics.map(\.what).contains("the document has no text (word/document.xml)"))
    #expect(result.transcripts.isEmpty)
  }
}
