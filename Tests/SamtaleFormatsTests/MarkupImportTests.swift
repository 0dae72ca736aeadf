import Samtale
import SamtaleFormats
import Testing

/// What is XML, a page of the web or in an encoding that nothing tells, is no plain text.
@Suite struct MarkupImportTests {
  private func refusal(_ bytes: [UInt8]) -> String? {
    let result = Importer.read(bytes: bytes, named: "file")
    guard result.transcript == nil else { return nil }
    #expect(result.report.accounting.isComplete)
    return result.diagnostics.filter { $0.severity == .error }.map { "\($0.what) — \($0.remedy)" }
      .joined(separator: "\n")
  }

  private func refusal(_ text: String) -> String? { refusal(Array(text.utf8)) }

  @Test(arguments: [
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><u>Yes.</u></body></text></TEI>",
    "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- a --><teiCorpus><TEI/></teiCorpus>",
    "<?xml version=\"1.0\"?>\n<tei:TEI xmlns:tei=\"http://www.tei-c.org/ns/1.0\"/>",
    "<!DOCTYPE TEI.2 SYSTEM \"x.dtd\">\n<TEI.2><text>Anna: yes</text></TEI.2>",
  ]) func teiNeedsNoImport(_ text: String) throws {
    let said = try #require(refusal(text))
    #expect(said.contains("this is TEI already, which needs no import"))
    #expect(said.contains("samtale check"))
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<html><body><p>Anna: yes</p></body></html>",
    "  <HTML>\n<p>Anna: yes\n</HTML>",
    "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
  ]) func pagesOfTheWeb(_ text: String) throws {
    let said = try #require(refusal(text))
    #expect(said.contains("this is a page of the web (HTML)"))
    #expect(said.contains("save it as .docx or .txt"))
  }

  @Test func otherXML() throws {
    let said = try #require(refusal("<?xml version=\"1.0\"?>\n<interview>\n<q>Why?</q>\n"))
    #expect(said.contains("this is XML with the root element “interview”"))
  }

  /// Whoever names the format has it read so; and labels may stand in angle brackets.
  @Test func whatIsTextStaysText() throws {
    var options = ImportOptions()
    options.format = .plainText
    let forced = Importer.read(
      bytes: Array("<html>\nAnna: yes\n</html>\n".utf8), named: "a.html", options: options)
    #expect(forced.transcript?.utterances.isEmpty == false)
    let talk = "<Anna> Shall we begin?\n<Bo> Yes.\n<Anna> Good.\n<Bo> Now.\n"
    #expect(Importer.read(bytes: Array(talk.utf8)).transcript != nil)
  }

  @Test func wideTextWithoutItsMark() throws {
    let words = "Anna: Skal vi begynne på nytt?\nBo: Ja, gjerne.\nAnna: Fint.\nBo: Nå.\n"
    let little = words.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = words.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big] {
      let said = try #require(refusal(bytes))
      #expect(said.contains("the text is in UTF-16 without the mark at its beginning"))
      #expect(said.contains("save it as UTF-8"))
    }
    let marked = Importer.read(bytes: [0xFF, 0xFE] + little)
    #expect(
      marked.transcript?.utterances.map(\.text) == [
        "Skal vi begynne på nytt?", "Ja, gjerne.", "Fint.", "Nå.",
      ])
    // A few zeros are something else, and no text either.
    let stained = Array("Anna: a\u{0}b\u{0}c\nBo: yes, of course\nAnna: now\nBo: oh\n".utf8)
    #expect(try #require(refusal(stained)).contains("none of the formats"))
  }
}
