import Samtale
import Testing

/// The order in which people spoke, and what they are called.
@Suite struct SequenceOrderTests {
  private func transcript(_ people: String, _ body: String) throws -> Transcript {
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
      \(people)</listPerson></particDesc></profileDesc></teiHeader>
      <text><body>\(body)</body></text></TEI>
      """
    return try #require(TEI.read(bytes: Array(text.utf8)).transcripts.first)
  }

  /// The file gives a at 1–2 s, c at 5–6 s, b at 3–4 s; they spoke a, b, c.
  @Test func timesGoBeforeTheOrderOfTheFile() throws {
    let talk = try transcript(
      #"<person xml:id="a"/><person xml:id="b"/><person xml:id="c"/>"#,
      ##"<u who="#a" start="1" end="2">one</u><u who="#c" start="5" end="6">three</u>"##
        + ##"<u who="#b" start="3" end="4">two</u>"##)
    #expect(SpeakerSequence(talk).stretches == [[0, 1, 2]])
    let transfers = FloorTransfers(talk)
    #expect(transfers.offsets == [1, 1])
    #expect(transfers.within.isEmpty)
  }

  @Test func twoOfOneLabelStayTwo() throws {
    let talk = try transcript(
      #"<person xml:id="x" n="SW4"/><person xml:id="y" n="SW4"/>"#,
      ##"<u who="#x">one</u><u who="#y">two</u>"##)
    #expect(SpeakerSequence(talk).parties == ["SW4 (x)", "SW4 (y)"])
  }
}
