import Foundation
import Samtale
import Testing

@Suite("The encoding of a file changes nothing")
struct EncodingTests {
  enum Encoding: String, CaseIterable, Sendable {
    case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian, latin1, windows1252

    func bytes(_ text: String) throws -> [UInt8] {
      switch self {
      case .utf8: return Array("<?xml version='1.0' encoding='UTF-8'?>\(text)".utf8)
      case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0'?>\(text)".utf8)
      case .utf16LittleEndian:
        let units = Array("<?xml version='1.0' encoding='UTF-16'?>\(text)".utf16)
        return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16BigEndian:
        let units = Array("<?xml version='1.0' encoding='UTF-16'?>\(text)".utf16)
        return [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case .latin1:
        return try Self.single("<?xml version='1.0' encoding='ISO-8859-1'?>\(text)")
      case .windows1252:
        return try Self.single("<?xml version='1.0' encoding='windows-1252'?>\(text)")
      }
    }

    /// For text whose characters have the same number in both one-byte encodings.
    private static func single(_ text: String) throws -> [UInt8] {
      try text.unicodeScalars.map { try #require(UInt8(exactly: $0.value)) }
    }
  }

  private static let talk = """

    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="brønn-1" xml:lang="nb">
    <teiHeader><profileDesc><particDesc><person xml:id="åse" n="ÅSE"/><person xml:id="bø" n="BØ"/></particDesc></profileDesc></teiHeader>
    <text><timeline><when xml:id="æ0"/><when xml:id="æ1" interval="1"/></timeline><body>
    <u xml:id="u1" who="#åse" start="#æ0" end="#æ1">Så går vi – nei, ikke ennå.</u>
    <note>Påske</note><!-- ærlig -->1️⃣<u xml:id="u2" who="#bø" end="#æ9">Jo, nå!</u>
    </body></text></TEI>
    """.replacingOccurrences(of: "–", with: "\u{B7}")

  @Test("Transcripts are equal and places are right", arguments: Encoding.allCases)
  func same(_ encoding: Encoding) throws {
    let marked = MarkedText(Self.talk)
    let reading = TEI.read(bytes: try encoding.bytes(marked.text), named: "t.xml")
    let transcript = try #require(reading.transcripts.first)
    #expect(reading.findings == ["dangling-pointer \(marked.place)"])
    #expect(reading.accounting.isComplete)
    #expect(transcript.id == "brønn-1")
    #expect(transcript.participants.map(\.id) == ["åse", "bø"])
    #expect(transcript.participants.map(\.label) == ["ÅSE", "BØ"])
    #expect(
      transcript.utterances.map(\.text) == ["Så går vi · nei, ikke ennå.", "Jo, nå!"]
    )
    #expect(transcript.utterances.map(\.line) == [5, 6])
    #expect(transcript.utterances[0].end == 1)
    let plain = TEI.read(bytes: try Encoding.utf8.bytes(marked.text), named: "t.xml")
    #expect(plain.transcripts == [transcript])
    #expect(plain.accounting == reading.accounting)
  }

  @Test("UTF-16 beyond the first plane")
  func surrogates() throws {
    let text = TEISamples.foreign("<u who='#a'>God tur 👍\u{1F3FD}!</u>")
    for encoding in [Encoding.utf16LittleEndian, .utf16BigEndian] {
      let reading = TEI.read(bytes: try encoding.bytes(text))
      #expect(reading.transcripts.first?.utterances.first?.text == "God tur 👍\u{1F3FD}!")
    }
  }

  @Test("Lines beyond 65,535", arguments: [Encoding.utf8, .utf16LittleEndian])
  func lines(_ encoding: Encoding) throws {
    let body = String(repeating: "<note>å</note>\n", count: 70_000) + "  1️⃣<u>a</u>"
    let marked = MarkedText(TEISamples.foreign(body))
    let reading = TEI.read(bytes: try encoding.bytes(marked.text))
    // The head of `foreign` has three lines before the body.
    #expect(marked.line == 70_004)
    #expect(reading.findings == ["missing-who 70004:3"])
    #expect(reading.transcripts.first?.utterances.first?.line == 70_004)
  }

  @Test("Columns in a file without line breaks")
  func columns() throws {
    let body =
      String(repeating: "<u who='#a'>å</u>", count: 5_000)
      + "1️⃣<u who='#zz'>a</u>"
    let marked = MarkedText(
      TEISamples.foreign(body, people: "<person xml:id='a'/>").replacingOccurrences(
        of: "\n",
        with: ""
      )
    )
    #expect(marked.line == 1)
    #expect(TEI.read(marked.text, lint: false).findings == ["undeclared-speaker \(marked.place)"])
  }

  /// The line began long before what the parser still holds: its column is not known, and not
  /// guessed.
  @Test("A tag over several lines begins where its < stands")
  func brokenTag() throws {
    let body =
      String(repeating: "<u who='#a'>å</u>", count: 10_000)
      + "1️⃣<u who='#a'\n  end='#T9'\n >a</u>"
    let marked = MarkedText(TEISamples.foreign(body, people: "<person xml:id='a'/>"))
    let diagnostics = TEI.read(bytes: Array(marked.text.utf8)).diagnostics
    #expect(diagnostics.map(\.code) == [.danglingPointer])
    #expect(diagnostics.map(\.line) == [marked.line])
    #expect(diagnostics.map(\.column) == [nil])
  }

  @Test("Windows line ends")
  func windows() throws {
    let unix = TEI.read(TEISamples.meeting, lint: true)
    let dos = TEI.read(TEISamples.meeting.replacingOccurrences(of: "\n", with: "\r\n"), lint: true)
    #expect(dos.diagnostics == [])
    #expect(dos.transcripts == unix.transcripts)
    #expect(dos.accounting == unix.accounting)
    #expect(
      dos.transcripts.first?.utterances.map(\.line)
        == unix.transcripts.first?.utterances.map(\.line)
    )
  }
}
