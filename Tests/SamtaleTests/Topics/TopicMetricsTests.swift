import Testing

@testable import Samtale

@Suite struct TopicMetricsTests {
  static let meeting = """
    # Boots
    WA: The boots gave me blisters.
    ES: Okay. | The manager asked about Easter.
    WA: I am away then.
    SW: That's fine.
    # Tax
    WA: Who decides how much tax they take?
    SW: I don't know.
    # Choir
    T: The choir sang on Saturday.
    # Rent
    T: The rent rose.
    WA: Mm.
    """

  @Test func countsByHand() throws {
    let analysis = TopicAnalysis(Self.meeting)
    #expect(
      analysis.closures.map(\.type.computed) == [
        .acknowledgedShift, .collaborative, .disclaimer, .noUptake, .undetermined,
      ])
    let metrics = TopicRoleMetrics([analysis])
    #expect(metrics.topics == 5)
    #expect(metrics.rows.map(\.party) == ["WA", "ES", "SW", "T"])
    let wa = try #require(metrics.rows.first)
    #expect(Self.counts(wa, .opened) == [2, 5])
    // Closed by ES (boots), SW (Easter, tax); the choir and the rent by nobody.
    #expect(Self.counts(wa, .closed) == [0, 3])
    #expect(Self.counts(metrics.rows[2], .closed) == [2, 3])
    #expect(Self.counts(wa, .lastSubstantive) == [2, 5])
    #expect(Self.counts(wa, .lastWord) == [1, 5])
    #expect(Self.counts(wa, .absent) == [1, 5])
    #expect(Self.counts(metrics.rows[3], .absent) == [3, 5])
    // Boots: a token; Easter: an assessment; tax: an answer.
    #expect(Self.counts(wa, .uptakeReceived) == [2, 3])
    #expect(Self.counts(wa, .minimalReceived) == [1, 3])
    // The choir gets nothing, the rent a token.
    #expect(Self.counts(metrics.rows[3], .nothingReceived) == [1, 2])
    #expect(wa.profile[.acknowledgedShift]?.numerator == 1)
    #expect(wa.profile[.acknowledgedShift]?.denominator == 2)
    #expect(wa.rates[.silentAlthoughAddressed]?.value == nil)
    #expect(wa.rates[.silentAlthoughAddressed]?.reason == "was never marked as addressed")
    #expect(wa.rates[.opened]?.interval == nil)
    #expect(wa.rates[.opened]?.reason == "fewer than 6 topics")
    let twice = TopicRoleMetrics([analysis, analysis])
    #expect(twice.rows[0].rates[.opened]?.interval != nil)
  }

  private static func counts(_ row: TopicRoleMetrics.Row, _ measure: TopicMeasure) -> [Int] {
    row.rates[measure].map { [$0.numerator, $0.denominator] } ?? []
  }

  @Test func everyShareOfTopicsSumsToOne() {
    let metrics = TopicRoleMetrics([TopicAnalysis(Self.meeting)])
    for measure in [TopicMeasure.opened, .closed, .lastWord, .lastSubstantive] {
      let sum = metrics.rows.reduce(0) { $0 + ($1.rates[measure]?.value ?? 0) }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test func theSameSeedGivesTheSameNumbers() {
    let analysis = TopicAnalysis(Self.meeting)
    let two = [analysis, analysis]
    let (a, b) = (TopicRoleMetrics(two), TopicRoleMetrics(two))
    #expect(a.rows[0].rates[.opened]?.interval == b.rows[0].rates[.opened]?.interval)
    #expect(a.table.p == b.table.p)
  }

  @Test func leaderAdjustmentTakesAgendaTopicsOut() {
    let talk = """
      # Boots
      ES: Okay, so the next item is boots.
      WA: I have boots.
      # Rent
      SW: The rent rose.
      # Sleep
      ES: Okay, so the next item is sleep.
      """
    let analysis = TopicAnalysis(talk)
    #expect(analysis.leader.people.map { analysis.label($0) } == ["ES"])
    #expect(analysis.closures.map(\.opening.kind) == [.agenda, .statement, .agenda])
    let adjusted = TopicRoleMetrics([analysis], options: .init(isLeaderAdjusted: true))
    #expect(adjusted.topics == 1)
    #expect(adjusted.agendaTopicsLeftOut == 2)
    #expect(adjusted.rows.first { $0.party == "SW" }?.rates[.opened]?.value == 1)
    let named = TopicAnalysis(talk, options: TopicOptions(leaderRole: "SW"))
    #expect(named.leader.people.map { named.label($0) } == ["SW"])
  }

  @Test func reopenedTopicsAreCountedByWhomAndAfterWhoseClosing() {
    let talk = """
      # Car
      WA: The garage has the car.
      ES: Let's move on.
      # Rent
      SW: The rent rose.
      # +Car
      WA: The garage wants money.
      # Sleep
      T: He sleeps.
      """
    let metrics = TopicRoleMetrics([TopicAnalysis(talk)])
    let wa = metrics.rows.first { $0.party == "WA" }
    let es = metrics.rows.first { $0.party == "ES" }
    #expect(wa.map { Self.counts($0, .reopened) } == [1, 1])
    #expect(es.map { Self.counts($0, .reopenedAfterClosing) } == [1, 1])
  }

  @Test func fisherAgainstKnownValues() {
    // R 4: fisher.test(matrix(c(3, 1, 1, 3), 2)), of (1, 9, 11, 3), of (10, 2, 3, 15).
    #expect(abs((FisherExact.p(3, 1, 1, 3) ?? 2) - 0.4857142857) < 1e-9)
    #expect(abs((FisherExact.p(1, 9, 11, 3) ?? 2) - 0.0027594562) < 1e-9)
    #expect(abs((FisherExact.p(10, 2, 3, 15) ?? 2) - 0.0005367241) < 1e-9)
    #expect(FisherExact.p(0, 0, 3, 4) == nil)
    #expect(FisherExact.p(5, 0, 3, 0) == nil)
  }

  @Test func tableOfRolesAndTypes() {
    let meeting: [(row: String, type: ClosureType)] =
      Array(repeating: ("WA", .noUptake), count: 10)
      + Array(repeating: ("ES", .collaborative), count: 10)
    let table = RoleClosureTable([meeting], rows: ["ES", "WA", "T"])
    #expect(table.rows == ["ES", "WA"])
    #expect(table.columns == [.collaborative, .noUptake])
    #expect(table.counts == [[10, 0], [0, 10]])
    #expect((table.p ?? 1) < 0.01)
    // The same split between meetings instead of within them says nothing.
    let parted = RoleClosureTable(
      [Array(meeting[..<10]), Array(meeting[10...])], rows: ["ES", "WA"])
    #expect(parted.p == nil)
    #expect(RoleClosureTable([], rows: []).p == nil)
  }

  @Test func lengths() {
    let lengths = TopicRoleMetrics([TopicAnalysis(Self.meeting)]).lengths
    #expect(lengths.turns.count == 5)
    #expect(lengths.turns.median == 2)
    #expect(lengths.seconds.count == 0)
    #expect(lengths.seconds.median == nil)
    #expect(lengths.turns.histogram.map(\.topics) == [0, 1, 4])
  }
}
