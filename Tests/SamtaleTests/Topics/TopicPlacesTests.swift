import Foundation
import Samtale
import Testing

/// The way from a number to the topics and contributions that it counts.
@Suite struct TopicPlacesTests {
  static let analyses: [TopicAnalysis] = {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let corpus = Corpus.read([root.appending(path: "Corpora/ips-meetings").path])
    let cues = CueLibrary()
    return corpus.transcripts.map { TopicAnalysis($0, library: cues) }
  }()
  static let quick = Bootstrap(samples: 100)

  /// Measures whose numerators count each topic or contribution once.
  @Test(arguments: [
    TopicMeasure.opened, .closed, .lastWord, .lastSubstantive, .absent, .uptakeReceived,
    .minimalReceived, .nothingReceived,
  ])
  func asManyPlacesAsTheNumeratorSays(measure: TopicMeasure) throws {
    let options = TopicRoleMetrics.Options(bootstrap: Self.quick, permutations: 19)
    let metrics = TopicRoleMetrics(Self.analyses, options: options)
    #expect(metrics.rows.map(\.party) == ["SW", "T", "WA", "ES"])
    for row in metrics.rows {
      let places = row.places[measure] ?? []
      #expect(places.count == row.rates[measure]?.numerator, "\(row.party)")
      #expect(Set(places).count == places.count)
    }
  }

  @Test func turnsAndEndingsAreThoseOfTheTable() {
    let options = TopicRoleMetrics.Options(bootstrap: Self.quick, permutations: 19)
    let metrics = TopicRoleMetrics(Self.analyses, options: options)
    for (row, counts) in zip(metrics.rows, metrics.table.counts) {
      #expect(row.turnPlaces.count == row.turns)
      #expect(metrics.table.columns.map { row.endings[$0]?.count } == counts)
      for place in row.turnPlaces.prefix(50) {
        let contribution = place.contribution ?? -1
        #expect(Self.analyses[place.meeting].contributions[contribution].role == row.party)
      }
    }
  }

  @Test(arguments: UptakeMetrics.Grouping.allCases)
  func uptakeLeadsToItsContributions(grouping: UptakeMetrics.Grouping) {
    let metrics = UptakeMetrics(Self.analyses, by: grouping, bootstrap: Self.quick)
    for row in metrics.rows + [metrics.total] {
      #expect(row.places.count == row.contributions, "\(row.name)")
      #expect(row.places.count { $0.level != nil } == row.known)
      #expect(row.places.count(where: \.isLinked) == row.linked.numerator)
      for level in Uptake.Level.allCases {
        #expect(row.places.count { $0.level == level } == row.levels[level]?.numerator)
      }
    }
  }
}
