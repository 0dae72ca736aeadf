import Testing

@testable import Samtale

@Suite struct TopicOpeningTests {
  /// How the second topic of each dialogue opens; the employment specialist leads.
  static let rows: [(kind: TopicOpening.Kind, byLeader: Bool, talk: String)] = [
    (.agenda, true, "# A\nT: He slept.\n# B\nES: Next point. The shoes."),
    (.agenda, true, "# A\nT: He slept.\n# B\nES: Okay, so what did the bank say?"),
    (.question, false, "# A\nT: He slept.\n# B\nSW: What did the bank say?"),
    (.answer, false, "# A\nT: Did he sleep?\n# B\nSW: The bank wrote on Monday."),
    (.disjunctive, false, "# A\nT: He slept.\n# B\nSW: Next point. The shoes."),
    (.stepwise, false, "# A\nT: The dog barked.\n# B\nSW: The dog costs money."),
    (.statement, false, "# A\nT: The dog barked.\n# B\nSW: The rent rose."),
    (.statement, false, "# A\nT: The dog barked.\n[cut]\n# B\nSW: The dog costs money."),
    (.statement, true, "# A\nT: The dog barked.\n# B\nWA: Mm.\nES: The rent rose."),
  ]

  @Test(arguments: rows)
  func opening(_ row: (kind: TopicOpening.Kind, byLeader: Bool, talk: String)) {
    let options = TopicOptions(leaderRole: "ES")
    let analysis = TopicAnalysis(row.talk, people: ["ES"], options: options)
    #expect(analysis.closures[1].opening.kind == row.kind)
    #expect(analysis.closures[1].opening.byLeader == row.byLeader)
  }

  @Test func withoutCuesOrWithEqualOnesNobodyLeads() {
    let none = TopicAnalysis("# A\nT: He slept.\n# B\nSW: The rent rose.")
    #expect(none.leader.people.isEmpty)
    #expect(none.leader.reason == "no opening cues")
    #expect(none.closures[0].opening.byLeader == nil)
    let equal = TopicAnalysis("# A\nT: Next point. Sleep.\n# B\nSW: Next point. Rent.")
    #expect(equal.leader.people.isEmpty)
    let absent = TopicAnalysis("# A\nT: He slept.", options: TopicOptions(leaderRole: "ES"))
    #expect(absent.leader.reason == "nobody has the role ES")
  }
}
