import Samtale
import Testing

@Suite("Other people's TEI: documents, units of talk, words")
struct LenientReadingTests {
  private func read(_ text: String) throws -> (Transcript, FileReading) {
    let reading = TEI.read(text, lint: false)
    #expect(reading.accounting.isComplete)
    #expect(!reading.hasErrors)
    return (try #require(reading.transcripts.first), reading)
  }

  // MARK: 1 Documents

  @Test("No namespace")
  func noNamespace() throws {
    let (transcript, reading) = try read(
      "<TEI id='q1'><text><body><u who='JS'>Well, yes</u></body></text></TEI>"
    )
    #expect(transcript.utterances.map(\.text) == ["Well, yes"])
    #expect(reading.codes == [.undeclaredSpeaker])
  }

  @Test("TEI P4")
  func p4() throws {
    let (transcript, _) = try read(
      """
      <TEI.2 id="old"><teiHeader><fileDesc><titleStmt><title>Old talk</title></titleStmt></fileDesc>
      <profileDesc><particDesc><person id="A" sex="f" age="3;01.21"/></particDesc></profileDesc></teiHeader>
      <text><body><u who="A">Hello</u></body></text></TEI.2>
      """
    )
    #expect(transcript.id == "old")
    #expect(transcript.header.title == "Old talk")
    #expect(transcript.utterances.first?.speaker?.id == "A")
    #expect(transcript.participants.first?.attribute(.sex)?.value == "f")
    #expect(transcript.participants.first?.attribute(.age)?.display == "3;01.21")
  }

  private static let corpus = """
    <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
    <encodingDesc><classDecl><taxonomy xml:id="roles"><category xml:id="MP"><catDesc>member</catDesc></category></taxonomy></classDecl></encodingDesc>
    <profileDesc><particDesc><listPerson><person xml:id="anna" n="AN" role="MP"><persName>Anna</persName><affiliation ref="#north"/></person></listPerson>
    <listOrg><org xml:id="north" n="1"><orgName>North</orgName></org></listOrg></particDesc></profileDesc></teiHeader>
    <TEI xml:id="m1"><teiHeader/><text><body><u who="#anna">One</u></body></text></TEI>
    <TEI xml:id="m2"><teiHeader/><text><body><u who="#anna">Two</u><u who="#bert">Three</u></body></text></TEI>
    </teiCorpus>
    """

  @Test("A corpus of several documents with shared people")
  func corpus() throws {
    let (_, reading) = try read(Self.corpus)
    #expect(reading.transcripts.map(\.id) == ["m1", "m2"])
    #expect(reading.transcripts.map { $0.utterances.map(\.text) } == [["One"], ["Two", "Three"]])
    #expect(reading.transcripts.map { $0.participants.map(\.label) } == [["AN"], ["AN", nil]])
    #expect(reading.transcripts[1].participants.map(\.isUndeclared) == [false, true])
    #expect(reading.codes == [.undeclaredSpeaker])
  }

  @Test("A corpus declares teams and roles for its documents too")
  func corpusTeams() throws {
    let (transcript, _) = try read(Self.corpus)
    #expect(transcript.participants.first?.memberships.map(\.team) == ["north"])
    #expect(transcript.team?.display == "North")
    #expect(transcript.roles.map(\.code) == ["MP"])
  }

  @Test("Words of one document say nothing about the accounting of another")
  func corpusAccounting() throws {
    let (_, reading) = try read(Self.corpus)
    #expect(reading.transcripts.map { $0.accounting[.speech] } == [3, 8])
    #expect(reading.accounting[.speech] == 11)
    #expect(reading.transcripts.map(\.accounting.isComplete) == [true, true])
  }

  // MARK: 2 Missing speakers

  @Test(
    "No who, an empty one, the word unknown",
    arguments: ["", " who=''", " who=' '", " who='#unknown'"]
  )
  func missingSpeaker(_ who: String) throws {
    let (transcript, reading) = try read(TEISamples.foreign("<u\(who)>a</u>\n<u\(who)>b</u>"))
    #expect(transcript.utterances.map(\.speakers) == [[], []])
    #expect(transcript.utterances.map(\.text) == ["a", "b"])
    #expect(transcript.turns().map(\.text) == ["a", "b"])
    #expect(transcript.participants.isEmpty)
    #expect(reading.codes == (who.contains("unknown") ? [] : [.missingSpeaker]))
  }

  // MARK: 5 Units of talk

  @Test("An annotationBlock gives its utterance speaker and times")
  func annotationBlock() throws {
    let (transcript, _) = try read(
      TEISamples.foreign(
        """
        <annotationBlock xml:id="ab1" who="#a" start="#T0" end="#T1"><u><seg>Ja, klar</seg></u>
        <spanGrp type="pos"><span from="#T0" to="#T1">ADV ADJ</span></spanGrp></annotationBlock>
        """,
        people: "<person xml:id='a' n='AA'/>",
        text: "<timeline><when xml:id='T0'/><when xml:id='T1' interval='2' since='#T0'/></timeline>"
      )
    )
    let utterance = try #require(transcript.utterances.first)
    #expect(transcript.utterances.count == 1)
    #expect(utterance.text == "Ja, klar")
    #expect(utterance.id == "ab1")
    #expect(utterance.speaker?.label == "AA")
    #expect(utterance.start == 0)
    #expect(utterance.end == 2)
  }

  @Test("Speeches of plays: the printed speaker is theirs and no speech")
  func stagedTurns() throws {
    let (transcript, reading) = try read(
      TEISamples.foreign(
        """
        <sp who="#ham"><speaker>HAMLET</speaker><p>Words, <stage>reads</stage> words.</p><p>Words.</p></sp>
        <sp who="#pol"><speaker>POLONIUS</speaker><l>What is</l><l>the matter?</l></sp>
        """
      )
    )
    #expect(transcript.utterances.map(\.text) == ["Words, words. Words.", "What is the matter?"])
    #expect(transcript.participants.map(\.id) == ["ham", "pol"])
    #expect(transcript.participants.map(\.label) == ["HAMLET", "POLONIUS"])
    #expect(reading.accounting[.labels] == 14)
    #expect(transcript.utterances[0].marks.map(\.kind) == [.incident])
    #expect(transcript.utterances[0].marks.map(\.text) == ["reads"])
  }

  // MARK: 7 Embedded contributions

  @Test("Words of others inside a turn are theirs, not the speaker's")
  func contributions() throws {
    let (transcript, reading) = try read(
      TEISamples.foreign(
        """
        <u who="#a">We shall <note type="unauthorized_interruption">Abg. X: Nie!</note> build
        <vocal type="interruption"><desc>laughter, Y: Hear!</desc></vocal> it.</u>
        <note type="interruption">Order!</note>
        """
      )
    )
    let utterance = transcript.utterances[0]
    #expect(utterance.text == "We shall build it.")
    #expect(utterance.marks.map(\.kind) == [.contribution, .contribution])
    #expect(utterance.marks.map(\.text) == ["Abg. X: Nie!", "laughter, Y: Hear!"])
    #expect(utterance.marks.map { utterance.scalarRange(of: $0) } == [9..<9, 15..<15])
    #expect(transcript.marks.filter(\.isBetween).map(\.kind) == [.contribution])
    // 12 + 18 + 6 characters.
    #expect(reading.accounting[.contributions] == 36)
    #expect(reading.accounting[.notes] == 0)
  }

  @Test("An utterance inside another is read as a contribution")
  func nested() throws {
    let (transcript, reading) = try read(
      TEISamples.foreign("<u who='#a'>I think <u who='#b'>mm</u> so</u>")
    )
    #expect(transcript.utterances.map(\.text) == ["I think so"])
    #expect(transcript.marks.map(\.kind) == [.contribution])
    #expect(transcript.marks.map(\.text) == ["mm"])
    #expect(transcript.marks[0].detail.participants.map { transcript.participants[$0].id } == ["b"])
    #expect(Set(reading.codes) == [.undeclaredSpeaker, .nestedUtterance])
  }

  // MARK: 9 Labels and headings

  @Test("A note with the speaker is the label of the next utterance")
  func speakerNotes() throws {
    let (transcript, reading) = try read(
      TEISamples.foreign(
        """
        <div type="debateSection"><head>Item <hi>one</hi></head>
        <note type="speaker">The Chair:</note><u who="#c">Please.</u>
        <note type="speaker">Mr Ås:</note><u who="#s">Thanks.</u></div>
        """
      )
    )
    #expect(transcript.utterances.map(\.text) == ["Please.", "Thanks."])
    #expect(transcript.participants.map(\.label) == ["The Chair:", "Mr Ås:"])
    #expect(transcript.sections.map(\.headings) == [["Item one"]])
    #expect(transcript.marks == [])
    // 10 + 6 characters of labels, 8 of the heading.
    #expect(reading.accounting[.labels] == 16)
    #expect(reading.accounting[.headings] == 8)
  }

  // MARK: 10 Turns

  @Test("Utterances of one speaker with only notes between them are one turn")
  func turns() throws {
    let (transcript, _) = try read(
      TEISamples.foreign(
        """
        <u xml:id="u1" who="#a" next="#u2">one</u><note>aside</note><u xml:id="u2" who="#a" prev="#u1">two</u>
        <u who="#b">three</u><gap reason="editorial"/><u who="#b">four</u><u who="#a #b">five</u><u who="#a #b">six</u>
        """
      )
    )
    #expect(transcript.turns(.turns).map(\.text) == ["one two", "three", "four", "five six"])
    #expect(transcript.turns(.utterances).count == 6)
  }

  // MARK: 12 The British National Corpus

  @Test("BNC")
  func bnc() throws {
    let (transcript, reading) = try read(
      """
      <bncDoc xml:id="KB7"><teiHeader><profileDesc><particDesc><person xml:id="PS04Y" ageGroup="Ag4"><persName>Ann</persName></person></particDesc></profileDesc></teiHeader>
      <stext type="CONVRSN"><div n="1"><u who="PS04Y">
      <s n="1"><w>Do</w><w>n't </w><pause dur="5"/><w>know</w><c>.</c></s>
      <s n="2"><shift new="laughing"/><w>Oh </w><trunc><w>wh </w></trunc> <vocal desc="cough"/><event desc="dog barks"/><w>dear</w><c>!</c></s>
      </u></div></stext></bncDoc>
      """
    )
    #expect(transcript.id == "KB7")
    #expect(transcript.utterances.map(\.text) == ["Don't know. Oh wh dear!"])
    #expect(transcript.utterances.first?.speaker?.name == "Ann")
    let marks = transcript.utterances[0].marks
    #expect(marks.map(\.kind) == [.pause, .shift, .deleted, .vocal, .incident])
    #expect(marks[1].detail["new"] == "laughing")
    #expect(marks.map(\.text) == ["", "", "", "cough", "dog barks"])
    #expect(transcript.utterances[0].scalarRange(of: marks[2]) == 15..<17)
    #expect(!reading.hasErrors)
  }

  // MARK: 13 The unknown

  @Test("Unknown markup keeps its words and is counted once for each kind")
  func unknownMarkup() throws {
    let (transcript, reading) = try read(
      TEISamples.foreign("<u who='#a'><hi>a</hi> <hi>b</hi> <foreign>c</foreign></u>")
    )
    #expect(transcript.utterances.map(\.text) == ["a b c"])
    let notes = reading.diagnostics.filter { $0.code == .unknownMarkup }
    #expect(notes.count == 2)
    #expect(notes.allSatisfy { $0.severity == .note })
    #expect(notes[0].what.contains("<hi>") && notes[0].what.contains("2 times"))
    #expect(notes[1].what.contains("<foreign>"))
  }

  @Test("Words outside any utterance are named, not lost from the count")
  func outside() throws {
    let (transcript, reading) = try read(
      TEISamples.foreign(
        "<p>Held in Bergen.</p>\n<u who='#a'>a</u>",
        people: "<person xml:id='a'/>"
      )
    )
    #expect(transcript.utterances.map(\.text) == ["a"])
    #expect(reading.codes == [.textOutsideUtterances])
    #expect(reading.accounting[.outside] == 15)
  }

  @Test("A document without talk")
  func noTalk() throws {
    let (transcript, reading) = try read(TEISamples.foreign(""))
    #expect(transcript.utterances.isEmpty)
    #expect(reading.codes == [.noUtterances])
  }
}
