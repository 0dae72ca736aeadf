import Samtale
import SamtaleFormats
import Testing

@Suite struct GeneralisingTests {
  @Test func daysOfTheCalendar() {
    #expect(CalendarDate(iso: "2016-02-29")?.advanced(byDays: 1)?.description == "2016-03-01")
    #expect(CalendarDate(iso: "2017-02-29") == nil)
    #expect(CalendarDate(iso: "1900-02-29") == nil)
    #expect(CalendarDate(iso: "2000-02-29") != nil)
    #expect(CalendarDate(iso: "2017-3-14") == nil)
    #expect(CalendarDate(iso: "2017-01-01")?.advanced(byDays: -1)?.description == "2016-12-31")
    #expect(CalendarDate(iso: "2017-03-14")?.advanced(byDays: 365)?.description == "2018-03-14")
    #expect(CalendarDate(iso: "0001-01-01")?.advanced(byDays: -1) == nil)
    #expect(CalendarDate(iso: "2017-03-14")?.advanced(byDays: .max) == nil)
  }

  /// Moving there and back is the same day, for each day of eight centuries' worth of steps.
  @Test func movingIsReversible() throws {
    let start = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    for days in stride(from: 0, to: 292_194, by: 37) {
      let moved = try #require(start.advanced(byDays: days))
      #expect(moved.advanced(byDays: -days) == start)
    }
    #expect(start.advanced(byDays: 146_097)?.description == "2300-01-01")
  }

  @Test func datesOfTheHeader() {
    #expect(DateGeneralisation.month.generalised("2017-03-14") == "2017-03")
    #expect(DateGeneralisation.month.generalised("2017-03") == "2017-03")
    #expect(DateGeneralisation.year.generalised("2017-03-14") == "2017")
    #expect(DateGeneralisation.year.generalised("2017-03") == "2017")
    #expect(DateGeneralisation.year.generalised("spring") == "spring")
    #expect(DateGeneralisation.shifted(days: -14).generalised("2017-03-14") == "2017-02-28")
    #expect(DateGeneralisation.none.generalised("2017-03-14") == "2017-03-14")
  }

  @Test func participants() {
    var person = Participant(id: "p1", label: "Kari")
    person.memberships = [.init(team: "team1", from: "2017-03-14", to: "2018-01")]
    person.attributes = [
      .init(.age, value: "34"), .init(.name, text: "Kari"), .init(.state, type: "x", text: "34"),
    ]
    let shown = person.generalised(ages: AgeBands(width: 10), dates: .shifted(days: 20))
    #expect(shown.memberships == [.init(team: "team1", from: "2017-04-03", to: "2018-01")])
    #expect(shown.attributes.map(\.display) == ["30–39", "Kari", "34"])
    #expect(person.generalised(ages: nil, dates: .none) == person)
  }

  @Test func theShiftOfDatesIsChosenOnce() {
    var key = PseudonymKey()
    key.chooseDateShift(upTo: 3)
    let shift = key.dateShift ?? 0
    #expect(shift != 0 && abs(shift) <= 3)
    key.chooseDateShift(upTo: 300)
    #expect(key.dateShift == shift)
  }

  @Test func bandsOfAges() {
    #expect(AgeBands(width: 10).text(34) == "30–39")
    #expect(AgeBands(width: 5).text(34) == "30–34")
    #expect(AgeBands(width: 1).text(34) == "34")
    #expect(AgeBands(width: 0).text(34) == "34")
    #expect(AgeBands(width: 10).band(covering: 25...40) == 20...49)
  }
}

@Suite struct KAnonymityTests {
  static func row(_ id: String, _ age: Int, _ gender: String, _ job: String) -> KAnonymity.Row {
    .init(id: id, values: ["age": .years(age, age), "gender": .text(gender), "job": .text(job)])
  }

  /// Ages 31 to 34 and 41 to 44, in bands of five years four and four.
  static let eight = (1...4).flatMap {
    [row("a\($0)", 30 + $0, "f", "nurse"), row("b\($0)", 40 + $0, "m", "clerk")]
  }

  @Test func agesInBandsMaySuffice() {
    let outcome = KAnonymity(rows: Self.eight, attributes: ["age", "gender", "job"], k: 4).outcome()
    #expect(outcome.isReached)
    #expect(outcome.ageWidth == 5)
    #expect(outcome.dropped == [])
    #expect(outcome.smallestBefore == 1)
    #expect(outcome.smallestAfter == 4)
    #expect(outcome.rareBefore == 8)
    #expect(outcome.rareAfter == 0)
    #expect(outcome.coarsenedAges == 8)
    #expect(outcome.rows[0].values["age"] == .years(30, 34))
    #expect(
      outcome.summary == [
        "before: 8 of 8 people were in groups of less than 4; the smallest group had 1",
        "ages: bands of 5 years (8 of 8 changed)", "after: the smallest group has 4",
      ])
  }

  /// One clerk among the nurses: dropping the job costs least, and ages can stay in bands of five.
  @Test func anAttributeIsDroppedAndBandsAreNarrowedAgain() {
    var rows = Self.eight
    rows[0].values["job"] = .text("clerk")
    let outcome = KAnonymity(rows: rows, attributes: ["age", "gender", "job"], k: 4).outcome()
    #expect(outcome.isReached)
    #expect(outcome.dropped == ["job"])
    #expect(outcome.ageWidth == 5)
    #expect(outcome.rows[0].values == ["age": .years(30, 34), "gender": .text("f")])
  }

  @Test func nothingToDo() {
    let outcome = KAnonymity(rows: Self.eight, attributes: ["gender"], k: 4).outcome()
    #expect(outcome.isReached)
    #expect(outcome.dropped == [])
    #expect(outcome.ageWidth == nil)
    #expect(outcome.coarsenedAges == 0)
    // Not chosen, so not touched.
    #expect(outcome.rows == Self.eight)
    #expect(outcome.summary[1] == "nothing had to be changed")
  }

  @Test func fewerPeopleThanAsked() {
    let outcome = KAnonymity(rows: Self.eight, attributes: ["age", "gender"], k: 9).outcome()
    #expect(!outcome.isReached)
    #expect(outcome.dropped == ["age", "gender"])
    #expect(outcome.summary.last?.hasPrefix("not reached: there are only 8 people") == true)
    #expect(!KAnonymity(rows: [], attributes: ["age"], k: 2).outcome().isReached)
  }

  @Test func whatIsKeptMayMakeItImpossible() {
    var rows = Self.eight
    rows[0].values["role"] = .text("leader")
    let outcome = KAnonymity(
      rows: rows, attributes: ["role", "gender"], keeping: ["role"], k: 2
    ).outcome()
    #expect(!outcome.isReached)
    #expect(outcome.dropped == ["gender"])
    #expect(outcome.rareAfter == 1)
  }

  /// Every outcome that claims to be k-anonymous is, whatever the people are like.
  @Test(arguments: 1...6) func outcomesAreWhatTheyClaim(_ k: Int) {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<40 {
      let rows = (0..<(3 + next(30))).map { i in
        Self.row("\(i)", 20 + next(45), ["f", "m", "x"][next(3)], ["a", "b", "c", "d"][next(4)])
      }
      let attributes = ["age", "gender", "job"]
      let outcome = KAnonymity(rows: rows, attributes: attributes, k: k).outcome()
      #expect(outcome.isReached == (rows.count >= k))
      let groups = Dictionary(grouping: outcome.rows) { row in attributes.map { row.values[$0] } }
      #expect(groups.values.map(\.count).min() == outcome.smallestAfter)
      #expect(!outcome.isReached || outcome.smallestAfter >= k)
    }
  }

  @Test func participantsOfTheCorpus() throws {
    let root = PlantedTalk.folder.appending(path: "../../../Corpora/ips-meetings").standardized
    let corpus = Corpus.read([root.path(percentEncoded: false)])
    let people = corpus.transcripts.flatMap(\.participants)
    let rows = KAnonymity.rows(of: people)
    #expect(rows.count == 32)
    let attributes = KAnonymity.attributes(of: people)
    #expect(attributes.prefix(3) == ["role", "gender", "age"])
    let outcome = KAnonymity(rows: rows, attributes: attributes, keeping: ["role"], k: 3).outcome()
    #expect(outcome.isReached)
    #expect(outcome.smallestAfter >= 3)
    #expect(outcome.rareBefore > 0)
    let person = try #require(people.first { $0.id == "p.wa1" })
    let shown = outcome.applied(to: person)
    for attribute in outcome.dropped {
      #expect(!KAnonymity.attributes(of: [shown]).contains(attribute))
    }
  }

  @Test func agesOfParticipants() {
    let ages: [Participant.Attribute] = [
      .init(.age, atLeast: "25", atMost: "40"), .init(.age, value: "34"), .init(.age, text: "34"),
      .init(.age, atLeast: "60"),
    ]
    let people = ages.enumerated().map {
      Participant(id: "p\($0.offset)", attributes: [$0.element])
    }
    let values = KAnonymity.rows(of: people).map { $0.values["age"] }
    #expect(values == [.years(25, 40), .years(34, 34), .years(34, 34), .years(60, nil)])
    let outcome = KAnonymity(
      rows: (0..<2).map { .init(id: "\($0)", values: ["age": .years(30 + $0, 30 + $0)]) },
      attributes: ["age"], k: 2
    ).outcome()
    #expect(outcome.ageWidth == 5)
    let shown = people.map { outcome.applied(to: $0).attributes[0].display }
    #expect(shown == ["25–44", "30–34", "30–34", "60 or more"])
  }

  /// What another transcript says of somebody, and words beside a coded value, tell as much.
  @Test func everythingThatIsWrittenCounts() {
    let people = [
      Participant(id: "a", attributes: [.init(.gender, value: "f", text: "female")]),
      Participant(id: "b", attributes: [.init(.gender, value: "f", text: "female, was a nun")]),
      Participant(id: "c", attributes: [.init(.age, value: "34")]),
      Participant(id: "c", attributes: [.init(.age, value: "36"), .init(.age, value: "34")]),
    ]
    let rows = KAnonymity.rows(of: people)
    #expect(rows.map(\.id) == ["a", "b", "c"])
    #expect(rows[0].values == ["gender": .text("f female")])
    #expect(rows[1].values == ["gender": .text("f female, was a nun")])
    #expect(rows[2].values == ["age": .several([.years(34, 34), .years(36, 36)])])
  }

  @Test func rolesAreDroppedToo() {
    let people = ["SW", "T"].enumerated().map {
      Participant(id: "p\($0.offset)", roles: [$0.element])
    }
    let outcome = KAnonymity(
      rows: KAnonymity.rows(of: people), attributes: KAnonymity.attributes(of: people), k: 2
    ).outcome()
    #expect(outcome.isReached)
    #expect(outcome.dropped == ["role"])
    #expect(people.map { outcome.applied(to: $0).roles } == [[], []])
  }

  @Test func agesInWords() {
    let person = Participant(id: "p", attributes: [.init(.age, text: "27 years")])
    let shown = person.generalised(ages: AgeBands(width: 10), dates: .none)
    #expect(shown.attributes[0].display == "20–29")
  }

  /// Somebody had a birthday between two meetings: in bands of five years both are one.
  @Test func agesThatDifferBetweenTranscripts() {
    let people = [("a", "31"), ("a", "32"), ("b", "33"), ("b", "33"), ("c", "29"), ("c", "30")]
      .map { Participant(id: $0.0, attributes: [.init(.age, value: $0.1)]) }
    let rows = KAnonymity.rows(of: people)
    let two = KAnonymity(rows: Array(rows.prefix(2)), attributes: ["age"], k: 2).outcome()
    #expect(two.ageWidth == 5)
    #expect(two.rows.map(\.values) == [["age": .years(30, 34)], ["age": .years(30, 34)]])
    // 29 and 30 are in different bands of up to 10 years, and in one of 20.
    let three = KAnonymity(rows: rows, attributes: ["age"], k: 3).outcome()
    #expect(three.ageWidth == 20)
    #expect(three.rows[2].values == ["age": .years(20, 39)])
  }

  @Test func teamsAreCountedWhereAsked() {
    let transcript = { (id: String, team: String, people: [Participant]) in
      Transcript(
        id: id, participants: people, teams: [Team(id: team, names: [team])])
    }
    let person = { (id: String, role: String, team: String) in
      Participant(id: id, roles: [role], memberships: [.init(team: team)])
    }
    let transcripts = [
      transcript("m1", "t1", [person("a", "SW", "t1"), person("b", "WA", "t1")]),
      transcript(
        "m2", "t2",
        [person("c", "SW", "t2"), person("d", "WA", "t2"), person("a", "SW", "t1")]),
    ]
    let people = KAnonymity.people(of: transcripts)
    // Who is at a meeting of team 2 is known to be with team 2, whatever the list says.
    #expect(people.last?.memberships.map(\.team) == ["t1", "t2"])
    let rows = KAnonymity.rows(of: people)
    #expect(
      rows.map { $0.values[KAnonymity.team] } == [
        .several([.text("t1"), .text("t2")]), .text("t1"), .text("t2"), .text("t2"),
      ])
    #expect(KAnonymity.attributes(of: people) == ["role"])
    let groups = { (rows: [KAnonymity.Row], attributes: [String]) in
      let found = KAnonymity.groups(of: rows, by: attributes, k: 2)
      return [found.people, found.rare, found.smallest]
    }
    #expect(groups(rows, ["role"]) == [4, 0, 2])
    #expect(groups(rows, [KAnonymity.team]) == [4, 2, 1])
    #expect(groups(rows, [KAnonymity.team, "role"]) == [4, 4, 1])
    #expect(groups([], ["role"]) == [0, 0, 0])
  }

  @Test func factsThatResearchersAdded() {
    let fact = { (person: String, key: String, value: String) in
      ParticipantAttribute(
        id: Identifier(deriving: [person, key]), participant: person, key: key, value: value)
    }
    let transcript = Transcript(
      id: "m1", participants: [Participant(id: "a", roles: ["SW"]), Participant(id: "b")])
    let people = KAnonymity.people(
      of: [transcript],
      facts: [
        fact("a", "Age", "37"), fact("a", "housing", "lighthouse"), fact("z", "role", "T"),
      ])
    let rows = KAnonymity.rows(of: people)
    #expect(rows.map(\.id) == ["a", "b", "z"])
    #expect(
      rows[0].values
        == ["role": .text("SW"), "age": .years(37, 37), "housing": .text("lighthouse")])
    #expect(rows[2].values == ["role": .text("t")])
    let outcome = KAnonymity(
      rows: rows, attributes: KAnonymity.attributes(of: people), keeping: ["age"], k: 2
    ).outcome()
    #expect(outcome.dropped == ["role", "housing"])
    let rewriting = PeopleRewriting { outcome.applied(to: $0) }
    #expect(rewriting.value(of: fact("a", "housing", "lighthouse")) == nil)
    #expect(rewriting.value(of: fact("a", "Age", "37")) == "37")
    let bands = PeopleRewriting { $0.generalised(ages: AgeBands(width: 10), dates: .none) }
    #expect(bands.value(of: fact("a", "Age", "37")) == "30–39")
    #expect(bands.value(of: fact("a", "housing", "37")) == "37")
  }
}
