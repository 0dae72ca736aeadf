import Testing

@testable import Samtale

/// The sixteen invented meetings: what must hold whatever the lexicon says.
@Suite struct TopicCorpusTests {
  static let folder =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    + "/Corpora/ips-meetings"

  private static func analyses() throws -> [TopicAnalysis] {
    let files = (1...8).flatMap { team in (1...2).map { "\(folder)/team\(team)-m\($0).xml" } }
    return try files.flatMap { file in
      try TEI.read(file).transcripts.map {
        TopicAnalysis($0, cues: Cues.en, options: TopicOptions(leaderRole: "ES"))
      }
    }
  }

  @Test func everyTopicHasAnEndingAndTheMarkedOpener() throws {
    let analyses = try Self.analyses()
    #expect(analyses.reduce(0) { $0 + $1.segments.count } == 196)
    for analysis in analyses {
      #expect(analysis.contributions.allSatisfy { !$0.topics.isEmpty })
      for closure in analysis.closures {
        #expect(closure.opening.opener.origin == "confirmed")
        #expect(closure.steps.last?.held == true)
        #expect(closure.lastWord != nil)
      }
      // Only the last topic and those before the one cut are undetermined.
      let open = analysis.closures.count { $0.type.computed == .undetermined }
      #expect(open == (analysis.transcript.id == "team6-m1" ? 2 : 1))
    }
    let again = analyses.flatMap(\.segments).count { $0.stretches.count > 1 }
    // Counted in the XML by another program: topics whose pieces are not neighbours.
    #expect(again == 13)
  }

  @Test func rolesAddUp() throws {
    let analyses = try Self.analyses()
    let options = TopicRoleMetrics.Options(bootstrap: Bootstrap(samples: 100), permutations: 100)
    let metrics = TopicRoleMetrics(analyses, options: options)
    #expect(metrics.rows.map(\.party) == ["SW", "T", "WA", "ES"])
    #expect(metrics.table.counts.joined().reduce(0, +) == 196)
    #expect(metrics.rows.reduce(0) { $0 + ($1.rates[.opened]?.numerator ?? 0) } == 196)
    // The therapist of team 7 is on sick leave at its first meeting, with nine topics.
    #expect(metrics.rows[1].rates[.opened]?.denominator == 187)
  }
}
