import Samtale
import SamtaleFormats
import Testing

/// Who recorded, transcribed, translated. All people are invented.
@Suite struct HeaderNameTests {
  private static let document = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m1" xml:lang="nb"><teiHeader><fileDesc>
    <titleStmt><title>Møte</title>
    <respStmt xml:id="av"><resp>transcribed by</resp><persName><forename>Astrid</forename>
    <surname>Vik</surname></persName><name type="initials">AV</name></respStmt>
    <respStmt xml:id="tr.rognli"><resp when="2020-02-03">translation</resp><name>Rognli, Oline</name>
    </respStmt>
    <respStmt><resp>transcribed with</resp><name>Whisper 3</name></respStmt></titleStmt>
    <publicationStmt><publisher>Forlaget Bjarne Ås</publisher></publicationStmt>
    <sourceDesc><recordingStmt><recording type="audio"><respStmt><resp>recorded by</resp>
    <name>Kvelja Stensbøl and Per Lie</name></respStmt>
    <p>Opptak ved Sigbjørn Myhre</p></recording></recordingStmt></sourceDesc></fileDesc>
    <profileDesc><particDesc><listPerson>
    <person xml:id="i" role="interviewer" n="I"><persName>Wibeke Tangen</persName></person>
    <person xml:id="wa1" n="WA1"><persName>Per Aronsen</persName></person>
    </listPerson></particDesc></profileDesc></teiHeader>
    <standOff><spanGrp type="translation" xml:lang="en" resp="#tr.rognli">
    <span target="#u1">Yes.</span></spanGrp></standOff>
    <text><body><u xml:id="u1" who="#wa1">Ja.</u><u who="#i">Fint, Per.</u></body></text></TEI>
    """

  private func transcript() throws -> Transcript {
    try #require(TEI.read(bytes: Array(Self.document.utf8), named: "m1.xml").transcripts.first)
  }

  @Test func theyAreProposed() throws {
    let key = IdentifierFinder().propose(for: [try transcript()])
    let forms = key.entries.flatMap { entry in
      entry.forms.map { "\(entry.id) \($0.text): \($0.source.rawValue), \($0.decision.rawValue)" }
    }
    #expect(
      forms == [
        "person-1 Wibeke Tangen: participants, replace", "person-1 Wibeke: participants, replace",
        "person-1 Tangen: participants, replace", "person-2 Per Aronsen: participants, replace",
        "person-2 Per: participants, replace", "person-2 Aronsen: participants, replace",
        "person-3 Astrid Vik: header, replace", "person-4 Oline Rognli: header, ask",
        "person-4 Rognli, Oline: header, ask", "person-4 Oline: capital, ask",
        "person-5 Kvelja Stensbøl: header, ask",
        "person-6 Per Lie: header, replace", "person-7 Sigbjørn Myhre: list, replace",
      ])
    let astrid = try #require(key.entries.first { $0.id == "person-3" }?.forms.first)
    #expect(astrid.count == 1)
    #expect(astrid.contexts == [.init(text: "«Astrid Vik»", place: "m1 transcribed by")])
  }

  @Test func theyAreReplaced() throws {
    let old = try transcript()
    let key = IdentifierFinder().propose(for: [old]).deciding(.replace)
    let pseudonymiser = Pseudonymiser(key: key, language: "nb")
    let new = Transcript.rewriting(
      [old], names: { pseudonymiser.rewrites(inIdentifier: $0) },
      { pseudonymiser.rewrites(in: $0) })[0].transcript
    #expect(new.translations.map(\.translator) == ["[person 4]"])
    #expect(SearchedText.others(in: new) == [])
    let text = String(decoding: TEI.write(new).bytes, as: UTF8.self)
    for name in ["Astrid", "Vik", "rognli", "Oline", "Kvelja", "Lie", "Sigbjørn", "Wibeke", "AV"] {
      #expect(!text.contains(name), "\(name)")
    }
    #expect(text.contains("<name>[person 5] and [person 6]</name>"))
    #expect(text.contains("Whisper 3"))
    // Who published is told by whoever shares.
    #expect(text.contains("Forlaget Bjarne Ås"))
  }

  @Test(arguments: [
    ("Astrid Vik", ["Astrid Vik"]), ("Dr. Astrid Vik", ["Dr. Astrid Vik"]),
    ("Vik, Astrid", ["Vik, Astrid"]), ("Astrid Vik, Per Lie", ["Astrid Vik", "Per Lie"]),
    ("Astrid Vik og Per Lie; Bo Ek", ["Astrid Vik", "Per Lie", "Bo Ek"]),
    ("Anne von der Lippe", ["Anne von der Lippe"]), ("Interviewer", []), ("Whisper 3", []),
    ("the team", []), ("AV", []), ("", []),
  ])
  func namesInAText(_ text: String, _ names: [String]) {
    #expect(SearchedText.names(in: text) == names)
  }

  @Test func peopleWhoTakeNoPartMayBeTold() {
    let key = IdentifierFinder().propose(
      for: [SearchedText("Anna said so", language: "en")], others: ["Anna", "Dr. Kvelja Stensbøl"])
    #expect(key.entries.map { $0.forms.map(\.text) } == [["Anna"], ["Kvelja Stensbøl"]])
    #expect(key.entries.map(\.kind) == [.person, .person])
  }
}
