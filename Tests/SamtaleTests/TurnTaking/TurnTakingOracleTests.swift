import Foundation
import Samtale
import Testing

/// Turn-taking in three real meetings against values that another program computed from the same
/// files, to the last decimal that it prints.
@Suite struct TurnTakingOracleTests {
  struct Oracle: Decodable {
    var meetings: [String: Meeting]
  }

  struct Meeting: Decodable {
    var turns: Int
    var turnsPer: [Int]
    var transitions: [[Double]]
    var expectedQuasiIndependence: [[Double]]
    var G2: Double
    var df: Int
    var reciprocity: Double
    var fto: Offsets
  }

  struct Offsets: Decodable {
    var n: Int
    var within: Int
    var medianMilliseconds: Double
    var meanMilliseconds: Double
    var minMilliseconds: Double
    var maxMilliseconds: Double
    var overlaps: Int
    var overlapShare: Double
    var gapsOver200ms: Int
  }

  private func expected(_ name: String) throws -> Meeting {
    let data = try Data(contentsOf: ReferenceMeetings.oracle)
    return try #require(try JSONDecoder().decode(Oracle.self, from: data).meetings[name])
  }

  private func transcript(_ name: String) throws -> Transcript {
    let path = ReferenceMeetings.ami.appending(path: "train/\(name).xml").path
    return try #require(try TEI.read(path).transcripts.first)
  }

  /// Equal to one unit of the last decimal that the oracle prints.
  private func isEqual(_ a: Double?, _ b: Double, decimals: Double) -> Bool {
    a.map { abs($0 - b) <= decimals * 1.000001 } ?? false
  }

  @Test(
    .enabled(if: ReferenceMeetings.areThere, ReferenceMeetings.whySkipped),
    arguments: ["ES2008a", "IS1001b", "TS3005a"]
  ) func whoFollowsWhom(_ name: String) throws {
    let oracle = try expected(name)
    let sequence = SpeakerSequence(try transcript(name))
    #expect(sequence.stretches.joined().count == oracle.turns)
    #expect(sequence.turnCounts == oracle.turnsPer)
    let transitions = Transitions(sequence)
    #expect(transitions.counts == SquareMatrix(oracle.transitions))
    let chance = transitions.expected
    for (i, row) in oracle.expectedQuasiIndependence.enumerated() {
      for (j, value) in row.enumerated() {
        #expect(isEqual(chance[i, j], value, decimals: 0.0001))
      }
    }
    #expect(isEqual(transitions.likelihoodRatio?.value, oracle.G2, decimals: 0.0001))
    #expect(transitions.likelihoodRatio?.degreesOfFreedom == oracle.df)
    #expect(isEqual(transitions.reciprocity, oracle.reciprocity, decimals: 0.000001))
  }

  @Test(
    .enabled(if: ReferenceMeetings.areThere, ReferenceMeetings.whySkipped),
    arguments: ["ES2008a", "IS1001b", "TS3005a"]
  ) func whenTheFloorPasses(_ name: String) throws {
    let oracle = try expected(name).fto
    let transfers = FloorTransfers(try transcript(name))
    let offsets = transfers.offsets.map { $0 * 1000 }
    #expect(offsets.count == oracle.n)
    #expect(transfers.within.count == oracle.within)
    #expect(isEqual(Summary.median(offsets), oracle.medianMilliseconds, decimals: 0.001))
    #expect(isEqual(Summary.mean(offsets), oracle.meanMilliseconds, decimals: 0.0001))
    #expect(isEqual(offsets.min(), oracle.minMilliseconds, decimals: 0.001))
    #expect(isEqual(offsets.max(), oracle.maxMilliseconds, decimals: 0.001))
    #expect(offsets.count { $0 < 0 } == oracle.overlaps)
    #expect(isEqual(transfers.overlapShare, oracle.overlapShare, decimals: 0.000001))
    #expect(offsets.count { $0 > 200 } == oracle.gapsOver200ms)
  }
}
