import Foundation
import Samtale
import SamtaleArchive
import TestSupport
import Testing

@testable import SamtaleFormats

/// Files that do harm, lie, or only look like documents: refused in plain words.
@Suite struct HostileDocumentTests {
  private func errors(_ bytes: [UInt8], format: ForeignFormat? = nil) -> [String] {
    var options = ImportOptions()
    options.format = format
    let result = Importer.read(bytes: bytes, named: "x.docx", options: options)
    #expect(result.report.accounting.isComplete)
    return result.diagnostics.filter { $0.severity == .error }.map(\.description)
  }

  /// Tabs between cells are words of the talk where no column holds speakers.
  @Test func manyCellsInARowAreAccountedFor() throws {
    let cell = "<w:tc><w:p><w:r><w:t>ab</w:t></w:r></w:p></w:tc>"
    let row = "<w:tr>" + String(repeating: cell, count: 50) + "</w:tr>"
    let result = Importer.read(
      bytes: try WordFixture("<w:tbl>\(row)</w:tbl>").bytes, named: "x.docx")
    let accounting = result.report.accounting
    #expect(accounting.isComplete)
    // 50 × 2 letters, 49 tabs, the end of the paragraph.
    #expect(accounting.read == 150)
    #expect(accounting[.speech] == 149)
    #expect(accounting.counts.values.allSatisfy { $0 >= 0 }, "\(accounting.counts)")
  }

  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: [
    ("EncryptedPackage", "encrypted with a password"), ("WordDocument", "an old Word (.doc)"),
    ("Workbook", "an old Office program"),
  ])
  func oldOfficeFilesAreNoText(_ stream: String, _ words: String) {
    let bytes = Self.compound + [UInt8](repeating: 0, count: 1500) + Self.wide(stream)
    for format in [nil, ForeignFormat.word, .plainText] {
      let found = errors(bytes, format: format)
      #expect(found.count == 1 && found[0].contains(words), "\(found)")
    }
  }

  @Test func otherFilesAreNamed() throws {
    #expect(errors(Array("%PDF-1.7\nA: b".utf8)).first?.contains("this is a PDF") == true)
    for (part, words) in [
      ("xl/workbook.xml", "Excel workbook"), ("ppt/presentation.xml", "PowerPoint"),
      ("photo.zip", "no document and no project"),
    ] {
      var writer = ZipWriter()
      writer.add("[Content_Types].xml", [])
      writer.add(part, [1, 2, 3])
      #expect(errors(try writer.bytes()).first?.contains(words) == true)
    }
    #expect(
      errors(Array("A: b".utf8), format: .word).first?.contains("this is no Word document") == true)
  }

  /// A format that cannot be does not turn a document into gibberish.
  @Test func formatsThatCannotBe() throws {
    let document = try WordFixture(wordParagraph("A: one") + wordParagraph("A: two")).bytes
    var options = ImportOptions()
    options.format = .plainText
    let result = Importer.read(bytes: document, named: "x", options: options)
    #expect(result.report.format == .word)
    #expect(result.transcript?.utterances.count == 2)
    #expect(
      errors(Array("A: b".utf8), format: .richText).first?.contains("this is no rich text") == true)
  }

  @Test func speakersMayHaveTheInitialsOfAnArchive() {
    let text = "PK: one\nAB: two\nPK: three\nAB: four\n"
    let result = Importer.read(bytes: Array(text.utf8), named: "x.txt")
    #expect(result.report.speakers == ["PK", "AB"])
  }

  @Test func archivesThatLieAreRefused() throws {
    var bomb = ZipWriter()
    bomb.add("word/document.xml", [UInt8](repeating: 0x20, count: 64 << 20))
    #expect(errors(try bomb.bytes()).first?.contains("made to fill the memory") == true)
    let outside = RawZip(entries: [.init(name: "../word/document.xml", content: [1])])
    #expect(errors(outside.bytes).first?.contains("leads out of the archive") == true)
    let locked = RawZip(entries: [.init(name: "word/document.xml", content: [1], flags: 1)])
    #expect(errors(locked.bytes).first?.contains("save it without a password") == true)
    let twice = RawZip(entries: [.init(name: "a", content: [1]), .init(name: "a", content: [1])])
    #expect(errors(twice.bytes).count == 1)
  }

  @Test func partsAreBoundedTogether() throws {
    var writer = ZipWriter()
    writer.add("a", Array("<a>12345</a>".utf8))
    writer.add("b", Array("<b/>".utf8))
    let parts = DocumentParts(try ZipReader(try writer.bytes()), limit: 15)
    var scanner = DocumentProperties()
    try parts.scan("a", &scanner)
    try parts.scan("missing", &scanner)
    #expect(throws: ArchiveError.self) { try parts.scan("b", &scanner) }
  }

  /// Words that come before the damage are kept, and the damage is named.
  @Test func damagedTextIsReadUpToTheDamage() throws {
    let body = "<w:p><w:r><w:t>A: one</w:t></w:r></w:p><w:p><w:r><w:t>A: two</w:t></w:r></w:p>"
    let xml = Array("<w:document xmlns:w=\"w\"><w:body>\(body)</w:body>".utf8)
    let zip = RawZip(entries: [.init(name: "word/document.xml", content: xml)])
    let result = Importer.read(bytes: zip.bytes, named: "x.docx")
    #expect(result.transcript?.utterances.map(\.text) == ["one", "two"])
    #expect(result.isPartial)
    #expect(result.diagnostics.contains { $0.code == .truncated })
  }

  @Test func truncatedDocumentsAreRefused() throws {
    let bytes = try WordFixture(wordParagraph("A: one") + wordParagraph("A: two")).bytes
    for length in stride(from: 4, to: bytes.count, by: 7) {
      #expect(!errors(Array(bytes[..<length])).isEmpty, "\(length)")
    }
  }

  @Test func deepNestingIsRefused() throws {
    for element in ["w:tbl", "w:sdt", "w:p", "w:txbxContent", "w:tc", "mc:AlternateContent"] {
      let body = String(repeating: "<\(element)>", count: 100_000)
      let found = errors(try WordFixture(wordParagraph("A: one") + body).bytes)
      #expect(found.first?.contains("nested more than 256 deep") == true, "\(found)")
    }
  }

  @Test func entitiesAreRefused() throws {
    let xml = """
      <!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p>\
      <w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>
      """
    let zip = RawZip(entries: [.init(name: "word/document.xml", content: Array(xml.utf8))])
    #expect(errors(zip.bytes).first?.contains("declares the entity a") == true)
  }

  /// Elements where nobody expects them: something comes of it, never a crash.
  @Test func elementsInAnyOrderDoNoHarm() throws {
    let names = [
      "w:p", "w:r", "w:t", "w:tr", "w:tc", "w:del", "w:txbxContent", "w:drawing", "w:rPr", "w:pPr",
      "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:footnote", "w:trPr", "w:tcPr",
    ]
    var generator = RandomGenerator(seed: 6)
    for _ in 0..<300 {
      var body = ""
      var open: [String] = []
      for _ in 0..<60 {
        if Bool.random(using: &generator), open.count < 30 {
          let name = names.randomElement(using: &generator) ?? "w:p"
          body += "<\(name)>x"
          open.append(name)
        } else if let name = open.popLast() {
          body += "</\(name)>"
        }
        if Int.random(in: 0..<9, using: &generator) == 0 {
          body += "<w:b/><w:del/><w:footnoteReference/>"
        }
      }
      body += open.reversed().map { "</\($0)>" }.joined()
      let content = try WordFixture(body).content
      let kept = content.paragraphs.reduce(0) { $0 + $1.characters }
      #expect(kept + content.omissions.characters == content.read, "\(body)")
    }
  }

  @Test(
    arguments: [
      "<w:p/>", "<w:tr/>", "<w:tr><w:tc/></w:tr>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
      "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>x</w:t></w:r>",
      "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", "<w:r><w:br/></w:r>",
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>", "<w:txbxContent><w:p/></w:txbxContent>",
    ])
  func onePatternThirtyThousandTimes(_ pattern: String) throws {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    var fixture = WordFixture(
      wordParagraph("A: x") + wordParagraph("A: y") + String(repeating: pattern, count: 30_000))
    fixture.footnotes = "<w:footnote w:id=\"1\">\(wordParagraph("once"))</w:footnote>"
    let result = Importer.read(bytes: try fixture.bytes, named: "x.docx")
    #expect(result.report.accounting.isComplete)
  }

  /// A document on disk is read from its archive, not loaded.
  @Test func documentsAreReadFromDisk() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "samtale-\(UUID().uuidString).docx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = try WordFixture(wordParagraph("A: one") + wordParagraph("A: two")).bytes
    try Files.write(bytes, to: path)
    let fromDisk = try Importer.read(path, id: "x")
    let fromMemory = Importer.read(bytes: bytes, named: path, id: "x")
    #expect(fromDisk.transcript == fromMemory.transcript)
    #expect(fromDisk.report == fromMemory.report)
    #expect(try ForeignSource(path: path, format: nil).bytes.isEmpty)
  }
}
