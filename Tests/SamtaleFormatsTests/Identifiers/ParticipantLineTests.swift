import Samtale
import SamtaleFormats
import Testing

/// Names that stand where people write down who was there, and names of teams and files.
@Suite struct ParticipantLineTests {
  /// The forms of persons in a key for a transcript with this title, one string for each person.
  static func people(_ title: String, language: String = "nb") -> [String] {
    var builder = TranscriptBuilder(id: "m", language: language)
    builder.header.title = title
    let speaker = builder.participant(labelled: "SW1")
    builder.append(UtteranceDraft("ja, det er greit", speakers: [speaker]))
    let key = IdentifierFinder().propose(for: [builder.transcript()])
    return key.entries.filter { $0.kind == .person }
      .map { $0.forms.map(\.text).joined(separator: " = ") }
  }

  @Test(arguments: [
    ("Deltakere: Jorfrid Skaaheim, Ola og Torgunn Vatn-Lie", 3),
    ("Møte 3. Til stede: Jorfrid Skaaheim & Sjur Brattvoll. Vi snakket om planen.", 2),
    ("Participants (3): Quillon Varga, Ola and Zephyr Oake", 3),
    ("Present: Quillon Varga (chair), Zephyr Oake", 2),
    ("Intervjuer: Jorfrid Skaaheim Deltaker: Sjur van der Oake", 2),
    ("Interviewer: Dr. Q. Varga", 1), ("Moderator: Zephyr", 1), ("Møteleder: Jorfrid", 1),
    ("Deltakere: Skaaheim, Jorfrid; Brattvoll, Sjur", 2),
    ("Deltakere: alle", 0), ("Deltakere: Alle", 0), ("Participants: 12 adults", 0),
    ("Deltakere: Intervjuer og pasient", 0), ("Deltakere: SW1, SW2", 0),
    ("Det var mange til stede der.", 0),
  ])
  func names(_ title: String, _ count: Int) {
    let people = Self.people(title)
    #expect(people.count == count, "\(people)")
  }

  @Test func namesHaveTheirParts() {
    #expect(
      Self.people("Deltakere: Jorfrid Skaaheim, Torgunn Vatn-Lie")
        == ["Jorfrid Skaaheim = Jorfrid = Skaaheim", "Torgunn Vatn-Lie = Torgunn = Vatn-Lie"])
  }

  @Test func teamsRecordingsAndFiles() {
    var builder = TranscriptBuilder(id: "m", language: "nb", file: "opptak/møte_Bergen_2.vtt")
    builder.header.media = "Lyd/intervjuSiri Løken.wav"
    let speaker = builder.participant(labelled: "SW1")
    builder.append(UtteranceDraft("ja, det er greit", speakers: [speaker]))
    let team = builder.declareTeam("Brattvoll Mekaniske")
    _ = builder.declareTeam("Oslo")
    #expect(!team.isEmpty)
    let key = IdentifierFinder().propose(for: [builder.transcript()])
    let found = Set(key.entries.map { "\($0.kind.rawValue) \($0.forms[0].text)" })
    #expect(
      found == [
        "organisation Brattvoll Mekaniske", "place Oslo", "place Bergen", "person Siri Løken",
      ]
    )
  }

  /// A participant with several names and labels is one entry with one replacement.
  @Test func onePersonIsOneEntry() {
    var builder = TranscriptBuilder(id: "m", language: "nb")
    for label in ["Ola Hansen (Guest)", "Ola", "Ola Hansen", "Hansen, Ola", "Økonomen"] {
      let speaker = builder.participant(labelled: label)
      builder.append(UtteranceDraft("ja, det er greit", speakers: [speaker]))
    }
    builder.amend(4) { $0.attributes.append(.init(.name, text: "Torgunn Vatn (Gjest)")) }
    let key = IdentifierFinder().propose(for: [builder.transcript()])
    let people = key.entries.map { entry in
      entry.forms.map(\.text).sorted().joined(separator: " = ")
        + Set(entry.forms.map(\.replacement)).sorted().map { " → \($0)" }.joined()
    }
    #expect(
      people == [
        "Hansen = Hansen, Ola = Ola = Ola Hansen → [person 1]",
        "Torgunn = Torgunn Vatn = Vatn = Økonomen → [person 2]",
      ])
  }

  /// Labels of one word are names of codes too: nobody is called *Avgrenser*.
  @Test func textsOfOneWord() {
    #expect(IdentifierFinderTests.found("Avgrenser", "nb") == [])
    #expect(IdentifierFinderTests.found("Minimal", "nb") == [])
    #expect(IdentifierFinderTests.found("Ingrid", "nb") == ["person: Ingrid"])
    #expect(IdentifierFinderTests.found("Avgrenser det felles", "nb") == [])
    #expect(IdentifierFinderTests.found("Interviewer: Gladly, then.", "en") == [])
    #expect(
      IdentifierFinderTests.found("Til stede: Jorfrid og Sjur Vatn.", "nb")
        == ["person: Jorfrid?", "person: Sjur Vatn"])
  }
}

@Suite struct DeclaredTermTests {
  static func read(_ text: String) throws -> [String] {
    try DeclaredTerm.read(Array(text.utf8)).map { "\($0.kind.rawValue) \($0.text)" }
  }

  @Test func headersAndNorwegianKinds() throws {
    #expect(
      try Self.read("term,kind\nHurtigruta,arbeidsgiver\nSkjerstad,Sted\nJorfrid,person\n")
        == ["organisation Hurtigruta", "place Skjerstad", "person Jorfrid"])
    #expect(try Self.read("Begrep;Slag\nHurtigruta;\n") == ["term Hurtigruta"])
    #expect(try Self.read("term\n") == ["term term"])
    #expect(
      try Self.read("Berg, Kari\nHansen, Ola\n") == ["term Berg, Kari", "term Hansen, Ola"])
    #expect(
      try Self.read("\"Berg, Kari\";person\nNavnet\n") == ["person Berg, Kari", "term Navnet"])
  }

  @Test(arguments: ["a;cat", "Os,sted\nBø,byen", "term,kind\nBø,byen", "Os,cat\nBø,cat"])
  func unknownKinds(_ text: String) {
    let error = #expect(throws: ReadingError.self) { try DeclaredTerm.read(Array(text.utf8)) }
    #expect(error?.description.contains("person, place, organisation") == true)
  }
}
