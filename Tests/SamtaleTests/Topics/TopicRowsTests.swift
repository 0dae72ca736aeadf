import Testing

@testable import Samtale

/// The worked examples of MeasuringTopics.md and MeasuringUptake.md, and rows of the long table.
@Suite struct TopicRowsTests {
  static let keys = """
    # Keys
    ES: The caretaker leaves the keys in the blue box.
    WA: Which box?
    ES: The one by the door.
    WA: Okay. | The landlord wrote on Monday.
    SW: What does he want?
    """
  static let belt = """
    # Belt
    WA: The belt is loud.
    ES: Mm.
    T: They could stop the belt.
    WA: Can they?
    ES: Yes.
    """

  @Test func theExampleOfTheArticleOnTopics() {
    let closure = TopicAnalysis(Self.keys).closures[0]
    #expect(closure.type.computed == .acknowledgedShift)
    #expect(closure.steps.last?.rule == .recipientShift)
    #expect(closure.lastSubstantive == 2)
    let without = TopicAnalysis(Self.keys.replacing("WA: Okay. |", with: "# Letter\nWA:")).closures[
      0]
    #expect(without.type.computed == .abruptShift)
  }

  @Test func theExampleOfTheArticleOnUptake() throws {
    let analysis = TopicAnalysis(Self.belt, options: TopicOptions(endsWithMeeting: true))
    #expect(
      analysis.uptakes.map(\.name) == [
        "substantive", "substantive", "substantive", "answer", "none",
      ])
    #expect(analysis.uptakes[0].repeated == ["belt"])
    let metrics = UptakeMetrics([analysis])
    #expect(metrics.rows.map(\.name) == ["WA", "ES", "T"])
    #expect(metrics.rows.map(\.contributions) == [2, 0, 1])
    let es = metrics.rows[1].given
    #expect([es.numerator, es.denominator] == [1, 3])
    #expect(metrics.total.known == 3)
    #expect(metrics.total.levels[.answer]?.numerator == 1)
  }

  @Test func peopleWithOneLabelInTwoMeetingsAreOnePersonByIdentifier() {
    let analysis = TopicAnalysis(Self.belt)
    #expect(UptakeMetrics([analysis, analysis], by: .speaker).rows.count == 3)
    var other = analysis.transcript
    other.participants[0].id = "p.another"
    let second = TopicAnalysis(other, cues: Cues.en)
    #expect(
      UptakeMetrics([analysis, second], by: .speaker).rows.map(\.name) == [
        "WA", "ES", "T", "WA",
      ])
    #expect(UptakeMetrics([analysis], by: .meeting).rows.map(\.name) == ["dialogue"])
    #expect(UptakeMetrics([]).total.levels[.none]?.value == nil)
  }

  @Test func rowsOfTopics() throws {
    let analysis = TopicAnalysis(Self.keys)
    let rows = TopicRows([analysis, analysis]).rows
    let topics = rows.filter {
      $0.groupKind == .topic && $0.measure == "turns" && !$0.group.contains(" · ")
    }
    #expect(topics.map(\.value) == [4, 2, 4, 2])
    #expect(topics.first?.group == "t1")
    let pooled = try #require(rows.first)
    #expect(pooled.meeting == nil && pooled.measure == "topics" && pooled.value == 4)
    let shifts = rows.filter {
      $0.measure == "closure_acknowledgedShift" && $0.groupKind == .corpus
    }
    #expect(shifts.map(\.value) == [2])
    #expect(rows.contains { $0.measure == "topic_share_last_substantive" && $0.group == "ES" })
    #expect(rows.allSatisfy { $0.value != nil || !$0.note.isEmpty })
    #expect(TopicRows([TopicAnalysis("# -\nES: The job.")]).rows.isEmpty)
  }

  @Test func rowsOfEachRoleInATopic() {
    let rows = TopicRows([TopicAnalysis(Self.keys)]).rows
    func values(_ measure: String) -> [String: Double] {
      rows.reduce(into: [:]) { values, row in
        guard row.measure == measure, row.group.hasPrefix("t1 · ") else { return }
        values[row.group] = row.value
      }
    }
    #expect(values("turns") == ["t1 · ES": 2, "t1 · WA": 2, "t1 · SW": 0])
    #expect(values("words") == ["t1 · ES": 14, "t1 · WA": 3, "t1 · SW": 0])
    #expect(
      values("share_words") == ["t1 · ES": 14.0 / 17, "t1 · WA": 3.0 / 17, "t1 · SW": 0])
  }

  @Test func rowsOfUptake() {
    let rows = UptakeRows([TopicAnalysis(Self.belt)]).rows
    #expect(Set(rows.map(\.group)) == ["WA", "ES", "T", "dialogue"])
    #expect(rows.allSatisfy { $0.value != nil || !$0.note.isEmpty })
    let speakers = UptakeRows([TopicAnalysis(Self.belt), TopicAnalysis(Self.keys)], by: .speaker)
    #expect(speakers.rows.allSatisfy { $0.meeting != nil || $0.groupKind == .corpus })
  }

  @Test func utterancesAreReadInTheirOwnLanguage() {
    var transcript = Dialogue("# A\nES: The job starts on Monday.\nWA: Nettopp.").transcript
    #expect(
      TopicAnalysis(transcript, library: CueLibrary()).contributions[1].reading.form == .substantive
    )
    var detail = UtteranceDetail(utterance: 1)
    detail.language = "nb"
    transcript.columns.details.append(detail)
    #expect(
      TopicAnalysis(transcript, library: CueLibrary()).contributions[1].reading.form == .minimal)
  }

  @Test func topicsAreFoundByNameNumberAndMeeting() {
    let analysis = TopicAnalysis(Self.keys)
    for name in ["t2", "2", "dialogue:t2", "dialogue:2"] {
      #expect(analysis.segments(named: name).map(\.index) == [1], "\(name)")
    }
    #expect(analysis.segments(named: "other:t2").isEmpty)
    #expect(analysis.segments(named: "9").isEmpty)
  }
}
