import Samtale
import SamtaleArchive
import Testing

@testable import SamtaleFormats

@Suite struct OpenDocumentTests {
  private static let namespaces =
    ["office", "style", "text", "table", "draw", "fo", "dc", "svg", "meta", "manifest"]
    .map { " xmlns:\($0)=\"urn:\($0)\"" }.joined()

  private static let styles = """
    <style:style style:name="Standard" style:family="paragraph"/>
    <style:style style:name="Speaker_20_A" style:display-name="Speaker A" style:family="paragraph" \
    style:parent-style-name="Standard"><style:text-properties fo:font-style="italic"/></style:style>
    <style:style style:name="Sitat_5f_1" style:family="paragraph"/>
    <style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>
    """

  private static let automatic = """
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Speaker_20_A"/>
    <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard"/>
    <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="N" style:family="text"><style:text-properties fo:font-style="normal"/></style:style>
    <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
    """

  private static func flat(_ body: String) -> String {
    """
    <?xml version="1.0"?><office:document\(namespaces)><office:meta><dc:title>Møte 3</dc:title>\
    <dc:creator>Secret</dc:creator><meta:creation-date>2024-05-06</meta:creation-date></office:meta>
    <office:styles>\(styles)</office:styles><office:automatic-styles>\(automatic)\
    </office:automatic-styles><office:master-styles><style:master-page><style:header>\
    <text:p>Draft</text:p></style:header></style:master-page></office:master-styles>
    <office:body><office:text>\(body)</office:text></office:body></office:document>
    """
  }

  private static func packed(_ body: String, manifest: String = "") throws -> [UInt8] {
    var writer = ZipWriter()
    let add = { (name: String, xml: String) in writer.add(name, Array(xml.utf8)) }
    add("mimetype", "application/vnd.oasis.opendocument.text")
    add("META-INF/manifest.xml", "<manifest:manifest\(namespaces)>\(manifest)</manifest:manifest>")
    add(
      "styles.xml",
      "<office:document-styles\(namespaces)><office:styles>\(styles)</office:styles>"
        + "<office:master-styles><style:master-page><style:header><text:p>Draft</text:p>"
        + "</style:header></style:master-page></office:master-styles></office:document-styles>")
    add(
      "meta.xml",
      "<office:document-meta\(namespaces)><office:meta><dc:title>Møte 3</dc:title>"
        + "<meta:creation-date>2024-05-06</meta:creation-date></office:meta></office:document-meta>"
    )
    add(
      "content.xml",
      "<office:document-content\(namespaces)><office:automatic-styles>\(automatic)"
        + "</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>"
        + "</office:document-content>")
    return try writer.bytes()
  }

  private func content(_ body: String) throws -> DocumentContent {
    let flat = OpenDocument.read(flat: Array(Self.flat(body).utf8))
    let packed = OpenDocument.read(try ZipReader(try Self.packed(body)))
    #expect(flat.paragraphs == packed.paragraphs)
    #expect(flat.omissions == packed.omissions)
    #expect(flat.problems == [] && packed.problems == [])
    #expect(flat.title == "Møte 3" && packed.title == "Møte 3")
    #expect(flat.created == "2024-05-06" && packed.created == "2024-05-06")
    return packed
  }

  @Test func whiteSpaceCollapses() throws {
    let found = try content(
      """
      <text:p>
        one   <text:span text:style-name="B"> two</text:span><text:s text:c="3"/>x <text:tab/>y\
      <text:line-break/> z <text:span> </text:span>
      </text:p><text:h>Head</text:h><text:p/><text:p><text:s text:c="2000000000"/>a</text:p>
      """)
    #expect(found.paragraphs.prefix(3).map(\.text) == ["one two   x \ty\n z", "Head", ""])
    #expect(found.paragraphs[3].text.count == OpenDocumentScanner.mostSpaces + 1)
  }

  @Test func stylesAndEmphasis() throws {
    let found = try content(
      """
      <text:p text:style-name="P1">Anna<text:span text:style-name="N">: yes</text:span></text:p>
      <text:p text:style-name="P2"><text:span text:style-name="B">Bo:</text:span> no</text:p>
      <text:p text:style-name="Sitat_5f_1">q</text:p><text:p text:style-name="Loop">l</text:p>
      """
    ).paragraphs
    #expect(found.map(\.style) == ["Speaker A", nil, "Sitat_1", "Loop"])
    #expect(found.map(\.emphasized) == [4, 3, 0, 0])
  }

  @Test func notesCommentsAndChanges() throws {
    let found = try content(
      """
      <text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Bob\
      </dc:creator></office:change-info><text:p>never</text:p></text:deletion></text:changed-region>\
      </text:tracked-changes><text:p>A<text:note text:note-class="endnote"><text:note-citation>i\
      </text:note-citation><text:note-body><text:p>One</text:p><text:p>two</text:p></text:note-body>\
      </text:note>b<office:annotation><dc:creator>Bob</dc:creator><text:p>Check</text:p>\
      </office:annotation>c<text:span text:style-name="H">secret</text:span></text:p>
      <text:section text:display="none"><text:p>gone</text:p></text:section>
      """)
    #expect(found.paragraphs.map(\.text) == ["Abc"])
    #expect(
      found.paragraphs.first?.notes == [
        .init(place: 1, text: "One\ntwo", type: "endnote"),
        .init(place: 2, text: "Check", type: "comment"),
      ])
    #expect(found.omissions.characters(.deleted) == 5)
    #expect(found.omissions.counts[.deleted]?.times == 1)
    #expect(found.omissions.characters(.hidden) == 10)
    #expect(found.omissions.characters(.headers) == 5)
  }

  @Test func tablesAndFrames() throws {
    let found = try content(
      """
      <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Who</text:p>\
      </table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>What</text:p>\
      </table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>\
      </table:table><text:p>x<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box>\
      <svg:title>alt</svg:title></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>\
      <draw:frame><draw:image><office:binary-data>AAAA</office:binary-data></draw:image></draw:frame>\
      y<draw:custom-shape><text:p>shape</text:p></draw:custom-shape></text:p>
      """)
    #expect(found.paragraphs.map(\.cells) == [["Who", "What", ""], [], [], []])
    #expect(found.paragraphs.map(\.text) == ["", "xy", "box", "shape"])
    #expect(found.omissions.pictures == 1)
    #expect(found.omissions.objects == 1)
  }

  @Test func passwordsAndSheetsAreNamed() throws {
    let locked = try Self.packed("", manifest: "<manifest:encryption-data/>")
    let result = Importer.read(bytes: locked, named: "x.odt")
    #expect(result.diagnostics.map(\.what).contains("the document is encrypted with a password"))
    let sheet = Self.flat("").replacing("office:text", with: "office:spreadsheet")
    #expect(
      OpenDocument.read(flat: Array(sheet.utf8)).problems.map(\.what)
        == ["this is a spreadsheet, no text"])
  }

  @Test func bothFormsAreImported() throws {
    let body =
      "<text:p>A: one</text:p><text:p>B: two</text:p><text:p>A: three</text:p><text:p>B: x</text:p>"
    for bytes in [try Self.packed(body), Array(Self.flat(body).utf8)] {
      let result = Importer.read(bytes: bytes, named: "x")
      #expect(result.report.format == .openDocument)
      #expect(result.report.speakers == ["A", "B"])
      #expect(result.report.accounting.isComplete)
      #expect(result.transcript?.utterances.map(\.text) == ["one", "two", "three", "x"])
    }
  }
}
