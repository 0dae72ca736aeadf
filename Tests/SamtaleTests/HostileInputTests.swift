import Foundation
import Samtale
import Testing

@Suite("Broken and hostile files are refused, each for its own reason")
struct HostileInputTests {
  private static let head = #"<TEI xmlns="http://www.tei-c.org/ns/1.0">"#

  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var code: DiagnosticCode
    /// The document; `1️⃣` stands at its fault, where the column matters.
    var text: String

    init(_ name: String, _ code: DiagnosticCode, _ text: String) {
      self.name = name
      self.code = code
      self.text = text
    }

    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row("plain text", .malformed, "1️⃣This is a letter."),
    Row("binary", .malformed, "1️⃣PK\u{3}\u{4}\u{14}\u{0}\u{8}"),
    Row("only white space", .malformed, "  \n \n1️⃣"),
    Row("cut in the words", .truncated, head + "\n<text><body>\n<u who='#a'>and then1️⃣"),
    Row("cut in a tag", .truncated, head + "\n<text><body>\n1️⃣<u who='#a"),
    Row("cut between attributes", .truncated, head + "\n<text><body>\n1️⃣<u who='#a' sta"),
    Row("cut in an end tag", .truncated, head + "\n<text><body>\n<u who='#a'>a1️⃣</u"),
    Row("cut in a comment", .truncated, head + "\n<text><body>\n1️⃣<!-- and th"),
    Row("two roots", .malformed, head + "<text/></TEI>\n1️⃣<TEI/>"),
    Row("words after the root", .malformed, head + "<text/></TEI>\n1️⃣and more"),
    Row("crossed tags", .malformed, head + "\n<text><body>\n1️⃣</text></body></TEI>"),
    Row("an attribute twice", .malformed, head + "\n1️⃣<text n='1' n='2'/></TEI>"),
    Row(
      "an unknown encoding",
      .encoding,
      "1️⃣<?xml version='1.0' encoding='klingon'?>" + head + "</TEI>"
    ),
    Row("a control character", .encoding, head + "\n<text>a1️⃣\u{7}b</text></TEI>"),
    Row("U+0000", .encoding, head + "\n<text>a1️⃣\u{0}b</text></TEI>"),
    Row("an entity nobody declares", .undeclaredEntity, head + "\n<text>caf1️⃣&eacute;</text></TEI>"),
    Row(
      "such an entity in an attribute",
      .undeclaredEntity,
      head + "\n1️⃣<text n='caf&eacute;'/></TEI>"
    ),
    Row(
      "such an entity where a DTD is named",
      .undeclaredEntity,
      "<!DOCTYPE TEI SYSTEM 'tei.dtd'>" + head + "\n<text>caf1️⃣&eacute;</text></TEI>"
    ),
    Row(
      "such an entity in an attribute where a DTD is named",
      .undeclaredEntity,
      "<!DOCTYPE TEI SYSTEM 'tei.dtd'>" + head + "\n1️⃣<text n='caf&eacute;'/></TEI>"
    ),
    Row(
      "a billion laughs",
      .entityDeclaration,
      """
      <!DOCTYPE TEI [
      1️⃣<!ENTITY a "ha">
      <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      ]>\(head)<text>&c;</text></TEI>
      """
    ),
    Row(
      "an external entity",
      .entityDeclaration,
      "<!DOCTYPE TEI [\n1️⃣<!ENTITY x SYSTEM 'file:///dev/null'>\n]>" + head + "&x;</TEI>"
    ),
    Row(
      "a parameter entity",
      .entityDeclaration,
      "<!DOCTYPE TEI [\n1️⃣<!ENTITY % x '<!ELEMENT u ANY>'>\n%x;]>" + head + "</TEI>"
    ),
    Row(
      "an unparsed entity",
      .entityDeclaration,
      "<!DOCTYPE TEI [<!NOTATION n SYSTEM 'n'>\n1️⃣<!ENTITY x SYSTEM 'x' NDATA n>\n]>" + head
        + "</TEI>"
    ),
    Row(
      "attributes by default",
      .entityDeclaration,
      "<!DOCTYPE TEI [\n1️⃣<!ATTLIST u who CDATA '#a'>\n]>" + head + "</TEI>"
    ),
    Row("no TEI", .notTEI, "<?xml version='1.0'?>\n1️⃣<html><p>Hello</p></html>"),
  ]

  @Test("The first error has the code and the line of the fault", arguments: rows)
  func refused(_ row: Row) throws {
    let marked = MarkedText(row.text)
    let reading = TEI.read(marked.text, lint: true)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.first?.code == row.code)
    #expect(errors.first?.line == marked.line)
    #expect(reading.accounting.isComplete)
  }

  /// Rows whose fault is one place, so that the column can be told by hand.
  static let exact: Set<String> = [
    "cut in the words", "words after the root", "two roots", "a control character", "no TEI",
  ]

  @Test(
    "Where the fault is a single place its column is right",
    arguments: rows.filter { exact.contains($0.name) }
  )
  func columns(_ row: Row) throws {
    let marked = MarkedText(row.text)
    let reading = TEI.read(marked.text, lint: true)
    let first = try #require(reading.diagnostics.first { $0.severity == .error })
    #expect("\(first.line ?? 0):\(first.column ?? 0)" == marked.place)
  }

  @Test("An empty file")
  func empty() {
    let reading = TEI.read(bytes: [], named: "none.xml")
    #expect(reading.diagnostics.map(\.code) == [.emptyFile])
    #expect(reading.diagnostics.first?.line == nil)
    #expect(reading.transcripts.isEmpty)
    #expect(reading.hasErrors)
  }

  @Test("Bytes that do not fit the declared encoding")
  func wrongEncoding() {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI><text>\nCaf".utf8)
    bytes += [0xE9, 0x20] + Array("</text></TEI>".utf8)
    let reading = TEI.read(bytes: bytes)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code).first == .encoding)
    #expect(errors.first?.line == 3)
  }

  @Test("What was said before a file breaks off is kept")
  func keptBeforeTheFault() throws {
    let whole = TEISamples.meeting
    let cut = try #require(whole.firstRange(of: "so fint") ?? whole.firstRange(of: "så fint"))
    let reading = TEI.read(String(whole[..<cut.lowerBound]), lint: true)
    #expect(reading.codes.contains(.truncated))
    let transcript = try #require(reading.transcripts.first)
    #expect(transcript.utterances.count == 3)
    #expect(transcript.utterances[1].text == "I dug ti till noon, then Per came.")
    #expect(transcript.utterances[2].text == "Åh,")
    #expect(reading.accounting.isComplete)
  }

  @Test("The DOCTYPE alone is a warning")
  func doctype() {
    let text = "<!DOCTYPE TEI SYSTEM 'tei.dtd'>\n" + TEISamples.foreign("<u who='#a'>a</u>")
    let reading = TEI.read(text, lint: false)
    #expect(reading.diagnostics.filter { $0.code == .doctype }.map(\.severity) == [.warning])
    #expect(reading.diagnostics.first { $0.code == .doctype }?.line == 1)
    #expect(reading.transcripts.first?.utterances.first?.text == "a")
    #expect(!reading.hasErrors)
  }

  @Test("Elements nested too deep", arguments: [256, 257, 10_000])
  func depth(_ depth: Int) {
    // The root is the first level; each further level begins a line.
    let inner = depth - 1
    let text =
      Self.head + String(repeating: "\n<ab>", count: inner)
      + String(repeating: "</ab>", count: inner) + "</TEI>"
    let reading = TEI.read(text, lint: false)
    let tooDeep = reading.diagnostics.filter { $0.code == .tooDeep }
    #expect(tooDeep.map(\.line) == (depth > 256 ? [257] : []))
    #expect(reading.hasErrors == (depth > 256))
  }

  @Test("Too many attributes", arguments: [256, 257])
  func attributes(_ count: Int) {
    let attributes = (0..<count).map { " a\($0)=''" }.joined()
    let text = Self.head + "\n<text\(attributes)/></TEI>"
    let found = TEI.read(text, lint: false).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.code) == (count > 256 ? [.markupTooLong] : []))
    #expect(found.allSatisfy { $0.line == 2 })
  }

  @Test("A tag of more than a mebibyte", arguments: ["<text n='", "<!--", "<?pi "])
  func longMarkup(_ start: String) {
    let text = Self.head + "\n" + start + String(repeating: "x", count: 1_300_000)
    let found = TEI.read(text, lint: false).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.code) == [.markupTooLong])
    #expect(found.first?.line == 2)
  }

  @Test("Long talk is no danger", arguments: ["a", "å"])
  func longText(_ letter: String) throws {
    let words = String(repeating: letter, count: 8_000_000)
    let text = TEISamples.foreign("<u who='#a'>\(words)</u>")
    let reading = TEI.read(text, lint: false)
    #expect(!reading.hasErrors)
    #expect(reading.transcripts.first?.utterances.first?.text.utf8.count == words.utf8.count)
    #expect(reading.accounting.isComplete)
  }
}

@Suite("What libxml2 would print stays out of sight")
struct SilenceTests {
  /// The command, beside the tests that were built with it.
  private static let command: String = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("samtale").path
  }()

  @Test(
    "Nothing but diagnostics on the standard error of `samtale check`",
    .enabled(if: FileManager.default.isExecutableFile(atPath: command), "samtale is not built here")
  )
  func silence() throws {
    let folder = try TemporaryFolder()
    for (i, row) in HostileInputTests.rows.enumerated() {
      try folder.write(MarkedText(row.text).text, to: "\(100 + i).xml")
    }
    let errors = try folder.write("", to: "stderr.txt")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.command)
    process.arguments = ["check", folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: errors, encoding: .utf8)
    for word in ["parser error", "I/O error", "Entity: line", "namespace error", "^"] {
      #expect(!text.contains(word), "\(text)")
    }
    #expect(process.terminationStatus == 2)
  }
}
