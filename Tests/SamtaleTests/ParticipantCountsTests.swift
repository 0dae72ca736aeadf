import Samtale
import Testing

/// How many people of a role have which age, gender, profession and so on.
@Suite struct ParticipantCountsTests {
  typealias Attribute = Participant.Attribute

  private func source(
    _ id: String,
    _ participants: [Participant],
    roles: [(String, String)] = [("SW", "social worker"), ("T", "therapist")]
  ) -> ParticipantCounts.Source {
    let taxonomy = Taxonomy(
      id: "roles", categories: roles.map { .init(id: $0.0, descriptions: [.init($0.1)]) })
    let transcript = Transcript(
      id: id, participants: participants, taxonomies: [taxonomy], file: "\(id).xml")
    return ParticipantCounts.Source(transcript)
  }

  private func person(_ id: String, _ role: String?, _ attributes: [Attribute]) -> Participant {
    Participant(id: id, roles: role.map { [$0] } ?? [], attributes: attributes)
  }

  private func lines(_ counts: ParticipantCounts) -> [String] {
    counts.rows.map { "\($0.roleName) (\($0.people)) \($0.variable) \($0.category): \($0.count)" }
  }

  private let female = Attribute(.gender, value: "f", text: "female")
  private let male = Attribute(.gender, value: "m")

  private func years(_ text: String) -> Attribute {
    Attribute(.state, type: "yearsInJob", text: text)
  }

  @Test func countsEachPersonOnce() {
    let anna = person("anna", "SW", [female, Attribute(.age, atLeast: "25", atMost: "40")])
    let bo = person("bo", "SW", [male, Attribute(.age, atLeast: "41", atMost: "60")])
    let cato = person("cato", "T", [male])
    let counts = ParticipantCounts([source("m1", [cato, anna]), source("m2", [anna, bo, cato])])
    #expect(counts.people == 3)
    #expect(
      lines(counts) == [
        "social worker (2) gender female: 1", "social worker (2) gender m: 1",
        "social worker (2) age 25–40: 1", "social worker (2) age 41–60: 1",
        "therapist (1) gender m: 1",
      ]
    )
    #expect(counts.contradictions.isEmpty)
    #expect(counts.rows.map(\.role) == ["SW", "SW", "SW", "SW", "T"])
  }

  @Test func peopleOfTwoRolesCountInBoth() {
    let both = Participant(id: "x", roles: ["SW", "T"], attributes: [female])
    let counts = ParticipantCounts([source("m1", [both])])
    #expect(counts.people == 1)
    #expect(
      lines(counts) == ["social worker (1) gender female: 1", "therapist (1) gender female: 1"]
    )
  }

  @Test func undeclaredRolesAndNoRoleStandLast() {
    let counts = ParticipantCounts([
      source(
        "m1",
        [person("x", nil, [female]), person("y", "ZZ", [male]), person("z", "T", [male])]
      )
    ])
    #expect(
      lines(counts)
        == ["therapist (1) gender m: 1", "ZZ (1) gender m: 1", "no role (1) gender female: 1"]
    )
    #expect(counts.rows.map(\.role) == ["T", "ZZ", nil])
  }

  @Test func namesNotesAndEmptyFactsAreNoCategories() {
    let counts = ParticipantCounts([
      source(
        "m1",
        [
          person(
            "x",
            "T",
            [
              Attribute(.name, text: "Tor"), Attribute(.note, text: "late"), Attribute(.gender),
              Attribute(.trait, type: "diagnosis", text: "other"), Attribute(.state, text: "tired"),
            ]
          )
        ]
      )
    ])
    #expect(lines(counts) == ["therapist (1) diagnosis other: 1", "therapist (1) state tired: 1"])
  }

  @Test func groupsAreNotPeople() {
    var choir = person("choir", "T", [female])
    choir.groupSize = "12"
    #expect(ParticipantCounts([source("m1", [choir])]).people == 0)
  }

  @Test func sameIdentifierWithOtherNamesIsSomebodyElse() {
    let one = person("A", "T", [Attribute(.name, text: "Tor"), male])
    let other = person("A", "T", [Attribute(.name, text: "Turid"), female])
    let counts = ParticipantCounts([source("m1", [one]), source("m2", [other])])
    #expect(counts.people == 2)
    #expect(counts.contradictions.isEmpty)
  }

  @Test func contradictionsAreReportedAndTheFirstCounts() throws {
    let counts = ParticipantCounts([
      source("m1", [person("x", "T", [female])]), source("m2", [person("x", "T", [male])]),
    ])
    #expect(lines(counts) == ["therapist (1) gender female: 1"])
    #expect(counts.contradictions.count == 1)
    let finding = try #require(counts.contradictions.first)
    #expect(finding.code == .personDiffers)
    #expect(finding.severity == .warning)
    #expect(finding.file == "m2.xml")
    #expect(finding.what == "x is described differently than in m1.xml")
  }

  @Test func theOrderOfFactsIsNoContradiction() {
    let counts = ParticipantCounts([
      source("m1", [person("x", "T", [female, years("0–2")])]),
      source("m2", [person("x", "T", [years("0–2"), female])]),
    ])
    #expect(counts.contradictions.isEmpty)
  }

  @Test func categoriesByFrequencyThenName() {
    let people = ["b", "a", "c", "c"].enumerated().map {
      person("p\($0.offset)", "T", [Attribute(.occupation, text: $0.element)])
    }
    let counts = ParticipantCounts([source("m1", people)])
    #expect(counts.rows.map(\.category) == ["c", "a", "b"])
    #expect(counts.rows.map(\.count) == [2, 1, 1])
  }

  /// Bands as a table of a paper prints them; how many people are in each must not matter.
  @Test(
    arguments: [
      ["0–2", "3–10", "more than 10"], ["0-2", "3-9", "10 or more"],
      ["up to 24", "25–40", "41–60"], ["0–2", "3–9", "10–19", "20 or more", "unknown"],
      ["under 30", "30–40", "40–55"],
    ]
  ) func bandsAscend(_ bands: [String]) {
    for rotation in bands.indices {
      // 1, 2, 3 … people in the bands, beginning at another band each time.
      let people = bands.indices.flatMap { i in
        (0...((i + rotation) % bands.count)).map { person("p\(i)-\($0)", "T", [years(bands[i])]) }
      }
      let counts = ParticipantCounts([source("m1", people.reversed())])
      #expect(counts.rows.map(\.category) == bands)
    }
  }

  @Test func rolesWithoutFactsHaveTheirRow() {
    let counts = ParticipantCounts([
      source("m1", [person("x", "T", []), person("y", "T", []), person("z", "SW", [male])])
    ])
    #expect(
      lines(counts)
        == ["social worker (1) gender m: 1", "therapist (2) — no facts stated: 2"]
    )
  }

  @Test func whatIsNotStatedIsSaid() {
    let counts = ParticipantCounts([
      source("m1", [person("x", "T", [male, years("0–2")]), person("y", "T", [male])])
    ])
    #expect(
      lines(counts) == [
        "therapist (2) gender m: 2", "therapist (2) yearsInJob 0–2: 1",
        "therapist (2) yearsInJob not stated: 1",
      ]
    )
    #expect(counts.rows.map(\.share) == [1, 0.5, 0.5])
  }

  /// Six ages and more are given by their mean and deviation.
  @Test(arguments: [5, 6]) func manyAges(_ number: Int) throws {
    let ages = [30, 34, 38, 42, 46, 50].prefix(number)
    let people = ages.map { person("p\($0)", "T", [Attribute(.age, text: "\($0)")]) }
    let counts = ParticipantCounts([source("m1", people)])
    if number == 5 {
      #expect(counts.rows.map(\.category) == ["30", "34", "38", "42", "46"])
      #expect(counts.rows.allSatisfy { $0.mean == nil })
    } else {
      let row = try #require(counts.rows.first)
      #expect(counts.rows.count == 1)
      #expect(row.category == "mean and SD")
      #expect(row.count == 6)
      #expect(row.mean == 40)
      // Squares about 40: 100 + 36 + 4, twice; over 5.
      #expect(abs((row.deviation ?? 0) - 56.0.squareRoot()) < 1e-12)
    }
  }

  @Test func rolesOfAllFilesCountAndAreCompared() {
    let counts = ParticipantCounts([
      source("m1", [person("x", "SW", [male])]), source("m2", [person("x", "T", [male])]),
    ])
    #expect(counts.people == 1)
    #expect(lines(counts) == ["social worker (1) gender m: 1", "therapist (1) gender m: 1"])
    #expect(counts.contradictions.map(\.code) == [.personDiffers])
  }

  @Test func equalIdentifiersOfTranscriptsAreReported() {
    let counts = ParticipantCounts([source("m1", []), source("m1", [])])
    #expect(counts.contradictions.map(\.code) == [.duplicateTranscript])
  }

  @Test func nobody() {
    let counts = ParticipantCounts([])
    #expect(counts.people == 0)
    #expect(counts.rows.isEmpty)
  }
}
