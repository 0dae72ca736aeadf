import Samtale
import Testing

/// Two invented meetings with five turns of known persons, counted by hand.
///
/// | meeting | turn | speaker | role | words | seconds |
/// |---|---|---|---|---|---|
/// | m1, North | Hello there. Ready? | anna | SW | 3 | 1.5 + 0.5 |
/// | | Yes, I’m ready to go. | bo | WA | 5 | 2 |
/// | | Good. | anna | SW | 1 | 0.5 |
/// | m2, South | We could start. | bo | WA | 3 | 2 |
/// | | It's a plan, isn't it? | cato | SW | 5 | 3 |
///
/// Tor (T) sits in the first meeting and says nothing. In the second, two say "Bye." together and
/// somebody unknown says "Thanks all."
struct TwoMeetings {
  static let teams = """
    <org type="team" xml:id="north"><orgName>North</orgName></org>
    <org type="team" xml:id="south"><orgName>South</orgName></org>
    """
  static let bo = """
    <person xml:id="bo" n="WA1" role="WA"><affiliation ref="#north"/><affiliation ref="#south"/>
    </person>
    """
  static let firstPeople = """
    <person xml:id="anna" n="SW1" role="SW"><affiliation ref="#north"/></person>
    \(bo)<person xml:id="tor" n="T1" role="T"><affiliation ref="#north"/></person>
    """
  static let secondPeople = """
    \(bo)<person xml:id="cato" n="SW2" role="SW"><affiliation ref="#south"/></person>
    """

  /// Start and end of the utterance with this number, or nothing.
  private static func times(_ number: Int, _ timed: Set<Int>) -> String {
    timed.contains(number) ? ##"start="#T\##(2 * number - 1)" end="#T\##(2 * number)""## : ""
  }

  static func first(timed: Set<Int> = [1, 2, 3, 4]) throws -> Transcript {
    try SmallMeeting.read(
      "m1",
      people: firstPeople,
      teams: teams,
      times: timed.isEmpty ? [] : ["0", "1.5", "2", "2.5", "3", "5", "5.5", "6"],
      body: """
        <u who="#anna" \(times(1, timed))>Hello there.</u>
        <u who="#anna" \(times(2, timed))>Ready?</u>
        <u who="#bo" \(times(3, timed))>Yes, I’m ready to go.</u>
        <u who="#anna" \(times(4, timed))>Good.</u>
        """
    )
  }

  static func second(timed: Set<Int> = [1, 2]) throws -> Transcript {
    try SmallMeeting.read(
      "m2",
      people: secondPeople,
      teams: teams,
      times: timed.isEmpty ? [] : ["0", "2", "2", "5"],
      body: """
        <u who="#bo" \(times(1, timed))>We could start.</u>
        <u who="#cato" \(times(2, timed))>It's a plan, isn't it?</u>
        <u who="#bo #cato">Bye.</u>
        <u>Thanks all.</u>
        """
    )
  }

  static func both() throws -> [MeetingParticipation] {
    [MeetingParticipation(try first()), MeetingParticipation(try second())]
  }
}

@Suite struct ParticipationTests {
  typealias Row = Participation.Row

  /// The counts of a row: people, meetings, turns, words, utterances.
  private func counts(_ row: Row) -> [Int] {
    [row.people, row.meetings, row.turns, row.words, row.utterances]
  }

  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-9 } ?? false
  }

  @Test func everyColumnByRole() throws {
    let table = Participation(try TwoMeetings.both())
    #expect(table.grouping == [.role])
    #expect(table.unit == .turns)
    #expect(table.meetings == 2)
    #expect(table.rows.map(\.group) == [["SW"], ["T"], ["WA"]])
    #expect(table.rows.map(counts) == [[2, 2, 3, 9, 4], [1, 1, 0, 0, 0], [1, 2, 2, 8, 2]])
    #expect(table.rows.map(\.timedUtterances) == [4, 0, 2])
    #expect(table.rows.map(\.seconds) == [5.5, 0, 4])
    #expect(table.rows.map(\.meanTurn) == [3, nil, 4])
    #expect(table.rows.map(\.medianTurn) == [3, nil, 4])
    #expect(table.rows.map(\.longestTurn) == [5, nil, 5])
    let (sw, silent, wa) = (table.rows[0], table.rows[1], table.rows[2])
    #expect(near(sw.turnShare, 3 / 5))
    #expect(near(sw.wordShare, 9 / 17))
    #expect(near(sw.timeShare, 5.5 / 9.5))
    #expect(near(wa.turnShare, 2 / 5))
    #expect(near(wa.wordShare, 8 / 17))
    #expect(near(wa.timeShare, 4 / 9.5))
    #expect([silent.turnShare, silent.wordShare, silent.timeShare] == [0, 0, 0])
  }

  @Test func theTotalHoldsAttributedTurnsOnly() throws {
    let total = Participation(try TwoMeetings.both()).total
    #expect(counts(total) == [4, 2, 5, 17, 6])
    #expect(total.seconds == 9.5)
    #expect([total.turnShare, total.wordShare, total.timeShare] == [1, 1, 1])
    #expect(near(total.meanTurn, 17 / 5))
    #expect(total.medianTurn == 3)
    #expect(total.longestTurn == 5)
  }

  @Test func severalAndUnknownSpeakersAreKeptApart() throws {
    let table = Participation(try TwoMeetings.both())
    let several = try #require(table.several)
    let unknown = try #require(table.unknown)
    #expect([several.turns, several.words, several.meetings] == [1, 1, 1])
    #expect([unknown.turns, unknown.words, unknown.meetings] == [1, 2, 1])
    for row in [several, unknown] {
      #expect(row.turnShare == nil && row.wordShare == nil && row.timeShare == nil)
    }
    #expect(near(table.unattributedWordShare, 3 / 20))
  }

  @Test func nobodyIsKeptApartWhereAllAreKnown() throws {
    let table = Participation([MeetingParticipation(try TwoMeetings.first())])
    #expect(table.several == nil)
    #expect(table.unknown == nil)
    #expect(table.unattributedWordShare == 0)
  }

  @Test func bySpeaker() throws {
    let table = Participation(try TwoMeetings.both(), by: [.speaker])
    #expect(table.rows.map(\.group) == [["anna"], ["bo"], ["tor"], ["cato"]])
    #expect(
      table.rows.map(counts)
        == [[1, 1, 2, 4, 3], [1, 2, 2, 8, 2], [1, 1, 0, 0, 0], [1, 1, 1, 5, 1]]
    )
  }

  @Test func byTeam() throws {
    let table = Participation(try TwoMeetings.both(), by: [.team])
    #expect(table.rows.map(\.group) == [["North"], ["South"]])
    #expect(table.rows.map(counts) == [[3, 1, 3, 9, 4], [2, 1, 2, 8, 2]])
  }

  @Test func byMeeting() throws {
    let table = Participation(try TwoMeetings.both(), by: [.meeting])
    #expect(table.rows.map(\.group) == [["m1"], ["m2"]])
    #expect(table.rows.map(counts) == [[3, 1, 3, 9, 4], [2, 1, 2, 8, 2]])
    #expect(table.rows.map(\.seconds) == [4.5, 5])
  }

  @Test func byRoleAndMeeting() throws {
    let table = Participation(try TwoMeetings.both(), by: [.role, .meeting])
    #expect(
      table.rows.map(\.group)
        == [["SW", "m1"], ["SW", "m2"], ["T", "m1"], ["WA", "m1"], ["WA", "m2"]]
    )
    #expect(table.rows.map(\.words) == [4, 5, 0, 5, 3])
    // Shares are parts of the meeting: 4 of its 9 words, 5 of its 8.
    #expect(table.sharesWithin == .meeting)
    #expect(near(table.rows[0].wordShare, 4 / 9))
    #expect(near(table.rows[1].wordShare, 5 / 8))
    #expect(near(table.rows[3].turnShare, 1 / 3))
    #expect(near(table.rows[4].timeShare, 2 / 5))
    #expect(table.total.wordShare == 1)
  }

  /// Rows of one group stand together, also where nothing declares an order.
  @Test func bySpeakerAndMeeting() throws {
    let table = Participation(try TwoMeetings.both(), by: [.speaker, .meeting])
    #expect(
      table.rows.map(\.group)
        == [["anna", "m1"], ["bo", "m1"], ["bo", "m2"], ["tor", "m1"], ["cato", "m2"]]
    )
  }

  @Test(
    arguments: [
      ([.role, .team], .team), ([.team, .meeting], .team), ([.team, .role, .meeting], .meeting),
      ([.meeting], nil), ([.team], nil), ([.speaker, .role], nil), ([], nil),
    ] as [([Grouping], Grouping?)])
  func sharesArePartsOf(_ grouping: [Grouping], _ whole: Grouping?) throws {
    let table = Participation(try TwoMeetings.both(), by: grouping)
    #expect(table.sharesWithin == whole)
    var sums: [String: Double] = [:]
    for row in table.rows {
      let place = whole.flatMap { grouping.firstIndex(of: $0) }
      sums[place.flatMap { row.group[$0] } ?? "", default: 0] += row.wordShare ?? 0
    }
    #expect(sums.values.allSatisfy { near($0, 1) })
  }

  @Test func peopleByTheirLabels() throws {
    let people = try Participation(TwoMeetings.both(), by: [.speaker]).rows.compactMap(\.person)
    #expect(people.map(\.id) == ["anna", "bo", "tor", "cato"])
    #expect(people.map(\.label) == ["SW1", "WA1", "T1", "SW2"])
  }

  /// ES1 is called ES5 in her other team; SW1 is two people; X has no label.
  @Test func labelsOfPeopleAreToldApart() throws {
    let first = try SmallMeeting.read(
      "m1",
      people: """
        <person xml:id="e" n="ES1"/><person xml:id="s" n="SW1"><persName>Sol</persName></person>
        <person xml:id="t" n="T1"/><person xml:id="x"><persName>Xi</persName></person>
        """,
      body: ##"<u who="#e">Yes.</u>"##
    )
    let second = try SmallMeeting.read(
      "m2",
      people: """
        <person xml:id="e" n="ES5"/><person xml:id="s" n="SW1"><persName>Siv</persName></person>
        <person xml:id="t2" n="T1"/><person xml:id="x"><persName>Xu</persName></person>
        """,
      body: ##"<u who="#e">No.</u>"##
    )
    let meetings = [first, second].map { MeetingParticipation($0) }
    let people = Participation(meetings, by: [.speaker]).rows.compactMap(\.person)
    #expect(
      people.map(\.label) == [
        "ES1/ES5", "SW1 (s, m1)", "T1 (t)", "x, m1", "SW1 (s, m2)", "T1 (t2)", "x, m2",
      ]
    )
    #expect(people.map(\.name) == [nil, "Sol", nil, "Xi", "Siv", nil, "Xu"])
  }

  @Test func groupsThatSpeakAsOneAreNoPersons() throws {
    let transcript = try SmallMeeting.read(
      people: ##"<person xml:id="a"/><personGrp xml:id="g" size="3"/><personGrp xml:id="h"/>"##,
      body: ##"<u who="#a">Ready?</u><u who="#g">Yes we are.</u><u who="#h">Us too.</u>"##
    )
    let meeting = MeetingParticipation(transcript)
    let table = Participation([meeting], by: [.speaker])
    #expect(table.rows.map(\.group) == [["a"]])
    #expect(counts(table.total) == [1, 1, 1, 1, 1])
    let groups = try #require(table.groups)
    #expect([groups.turns, groups.words, groups.people] == [2, 5, 0])
    #expect(groups.wordShare == nil)
    #expect(near(table.unattributedWordShare, 5 / 6))
    let equality = MeetingEquality(meeting)
    #expect(equality.people == 1)
    #expect(equality.silent == [])
  }

  @Test func jointSpeakersAreTheSameInAnyOrderAndNotSilent() throws {
    let transcript = try SmallMeeting.read(
      people: ##"<person xml:id="a"/><person xml:id="b"/><person xml:id="c" n="C"/>"##,
      body: ##"<u who="#a #b">Yes</u><u who="#b #a">please.</u>"##
    )
    let meeting = MeetingParticipation(transcript)
    let several = try #require(Participation([meeting]).several)
    #expect([several.turns, several.words] == [1, 2])
    #expect(MeetingEquality(meeting).silent == ["C"])
  }

  /// Meetings are told apart by their place, not by their identifier.
  @Test func meetingsOfOneIdentifierStayTwo() throws {
    let document = SmallMeeting.xml("m1", body: ##"<u who="#a">Yes, yes.</u>"##)
    let meetings = ["one.xml", "copy.xml"].flatMap { file in
      TEI.read(bytes: Array(document.utf8), named: file).transcripts.map {
        MeetingParticipation($0)
      }
    }
    let table = Participation(meetings, by: [.meeting])
    #expect(table.rows.map(\.group) == [["m1 (one.xml)"], ["m1 (copy.xml)"]])
    #expect(table.rows.map(\.words) == [2, 2])
    let findings = Participation.findings(meetings)
    #expect(findings.map(\.code) == [.duplicateTranscript])
    #expect(findings.map(\.file) == ["copy.xml"])
  }

  @Test func otherRolesAndGendersOfAPersonAreReported() throws {
    let files = try [
      ##"<person xml:id="a" role="SW"><gender value="f"/></person><person xml:id="b" role="T"/>"##,
      ##"<person xml:id="a" role="SW"><gender value="m"/></person><person xml:id="b" role="WA"/>"##,
      ##"<person xml:id="a" role="SW"/><person xml:id="b" role="WA"/>"##,
    ].enumerated().map {
      MeetingParticipation(
        try SmallMeeting.read("m\($0.offset)", people: $0.element, body: ##"<u who="#a">Yes.</u>"##)
      )
    }
    let findings = Participation.findings(files)
    #expect(findings.map(\.code) == [.personDiffers, .personDiffers])
    #expect(
      findings.map(\.what) == [
        "a has another gender than in m0.xml", "b has another role than in m0.xml",
      ]
    )
  }

  @Test func byUndeclaredRoleAndMeeting() throws {
    let people = ##"<person xml:id="a" role="X"/><person xml:id="b" role="Y"/>"##
    let meetings = try ["m1", "m2"].map {
      MeetingParticipation(
        try SmallMeeting.read($0, people: people, body: ##"<u who="#a">Yes.</u>"##)
      )
    }
    let table = Participation(meetings, by: [.role, .meeting])
    #expect(table.rows.map(\.group) == [["X", "m1"], ["X", "m2"], ["Y", "m1"], ["Y", "m2"]])
  }

  @Test func noGroupingGivesTheTotalOnly() throws {
    let table = Participation(try TwoMeetings.both(), by: [])
    #expect(table.total.words == 17)
  }

  @Test func utterancesInsteadOfTurns() throws {
    let meeting = MeetingParticipation(try TwoMeetings.first(), unit: .utterances)
    let table = Participation([meeting])
    #expect(table.unit == .utterances)
    #expect(table.rows.map(\.turns) == [3, 0, 1])
    #expect(table.rows[0].medianTurn == 1)
  }

  @Test func spreadOverMeetings() throws {
    let table = Participation(try TwoMeetings.both(), bootstrap: Bootstrap())
    // Shares of words 4/9 and 5/8: mean 77/144, deviation (13/72)/√2
    #expect(near(table.rows[0].wordShareMean, 77.0 / 144))
    #expect(near(table.rows[0].wordShareDeviation, 0.12767205771423776))
    // Tor was there once, and silent
    #expect(table.rows[1].wordShareMean == 0)
    #expect(table.rows[1].wordShareDeviation == nil)
    // Two meetings are too few
    #expect(table.rows[0].wordShareInterval == nil)
    #expect(table.clusters.count == 2)
    #expect(!table.clusters.areTeams)
  }

  @Test func meetingsOfOneTeamAreDrawnTogether() throws {
    let meetings = try TwoMeetings.both()
    let table = Participation(meetings + meetings, bootstrap: Bootstrap())
    #expect(table.clusters.count == 2)
    #expect(table.clusters.areTeams)
    #expect(table.rows[0].wordShareInterval == nil)
  }

  @Test func meetingsWithoutATeamAreClustersOfTheirOwn() throws {
    let alone = MeetingParticipation(try SmallMeeting.read("m3", body: ##"<u who="#a">Yes.</u>"##))
    let meetings = try TwoMeetings.both()
    let clusters = Clusters(meetings + meetings + [alone, alone])
    #expect(clusters.unit == .teams)
    #expect(clusters.count == 4)
    #expect(clusters.meetingsWithoutTeam == 2)
    // One team: its meetings are drawn.
    #expect(Clusters([meetings[0], meetings[0]]).unit == .meetings)
  }

  /// Six meetings, of which Tor (T) attends the five first.
  @Test func groupsInFewMeetingsHaveNoInterval() throws {
    let first = MeetingParticipation(try TwoMeetings.first())
    var last = first
    last.present.removeAll { $0.role == "T" }
    let five = Array(repeating: first, count: 5)
    let rows = Participation(five + [last], bootstrap: Bootstrap()).rows
    #expect(rows.map { $0.wordShareInterval != nil } == [true, false, true])
    #expect(Participation(five, bootstrap: Bootstrap()).rows[0].wordShareInterval == nil)
  }

  /// In a single meeting turns are drawn, if there are ten.
  @Test func aSingleMeetingDrawsTurns() throws {
    func table(_ pairs: Int) throws -> Participation {
      let body = String(repeating: ##"<u who="#a">One two.</u><u who="#b">Yes.</u>"##, count: pairs)
      let meeting = MeetingParticipation(try SmallMeeting.read(body: body))
      return Participation([meeting], by: [.speaker], bootstrap: Bootstrap())
    }
    let enough = try table(5)
    #expect(enough.clusters.unit == .turns)
    #expect(enough.clusters.count == 10)
    let interval = try #require(enough.rows[0].turnShareInterval)
    #expect(interval.low < 0.5 && 0.5 < interval.high)
    #expect(try table(4).rows[0].turnShareInterval == nil)
  }

  @Test func evidenceLeadsToTheTurns() throws {
    let meeting = MeetingParticipation(try TwoMeetings.first(), evidence: true)
    let evidence = Participation([meeting]).rows[0].evidence
    #expect(evidence.map(\.words) == [3, 1])
    #expect(evidence.map(\.seconds) == [2, 0.5])
    #expect(evidence.allSatisfy { $0.source.hasPrefix("m1.xml:") })
    #expect(Participation(try TwoMeetings.both()).rows[0].evidence.isEmpty)
  }

  @Test func withoutMeetings() {
    let table = Participation([])
    #expect(table.rows.isEmpty)
    #expect(table.total.turns == 0)
    #expect(table.total.wordShare == nil)
    #expect(table.total.seconds == nil)
  }

  @Test func whoHasNoRoleAndIsSilentOnceStillAttended() throws {
    let talking = try SmallMeeting.read("m1", body: ##"<u who="#a">Yes.</u><u who="#b">No.</u>"##)
    let silent = try SmallMeeting.read(
      "m2",
      people: ##"<person xml:id="a"/><person xml:id="c" role="SW"/>"##,
      body: ##"<u who="#c">Hello.</u>"##
    )
    let table = Participation(
      [MeetingParticipation(talking), MeetingParticipation(silent)],
      by: [.meeting, .role]
    )
    #expect(table.rows.map(\.group) == [["m1", nil], ["m2", "SW"], ["m2", nil]])
    #expect(table.rows.map(\.people) == [2, 1, 1])
  }
}
