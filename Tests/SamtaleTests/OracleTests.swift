import Foundation
import Samtale
import Testing

/// Participation in three real meetings against values that another program computed from the same
/// files (`data/ami/oracle.py`; its rules and rounding are named in the file).
@Suite struct OracleTests {
  struct Oracle: Decodable {
    var meetings: [String: Meeting]
  }

  struct Meeting: Decodable {
    var utterances: Int
    var segments: Int
    var untimedUtterances: Int
    var turns: Int
    var speakers: [String]
    var roles: [String]
    var segmentsPer: [Int]
    var turnsPer: [Int]
    var wordsPer: [Int]
    var shareTurns: [Double]
    var shareWords: [Double]
    var meanTurnWords: [Double?]
    var medianTurnWords: [Double?]
    var giniTurns: Double
    var giniWords: Double
    var giniWordsNormalised: Double
    var evennessTurns: Double
    var evennessWords: Double
    var dominanceMaxShareWords: Double
    var speechMillisecondsPer: [Int]
  }

  @Test(
    .enabled(if: ReferenceMeetings.mustBeThere, "SAMTALE_REQUIRE_REFERENCE_DATA is not set")
  ) func theReferenceDataIsThere() {
    #expect(ReferenceMeetings.areThere, ReferenceMeetings.whySkipped)
  }

  @Test(
    .enabled(if: ReferenceMeetings.areThere, ReferenceMeetings.whySkipped),
    arguments: ["ES2008a", "IS1001b", "TS3005a"]
  ) func agreesWithTheOracle(_ name: String) throws {
    let data = try Data(contentsOf: ReferenceMeetings.oracle)
    let all = try JSONDecoder().decode(Oracle.self, from: data).meetings
    let expected = try #require(all[name])
    let path = ReferenceMeetings.ami.appending(path: "train/\(name).xml").path
    let transcript = try #require(try TEI.read(path).transcripts.first)
    let meeting = MeetingParticipation(transcript)
    try compareCounts(transcript, meeting, expected)
    compareEquality(meeting, expected)
  }

  private func compareCounts(
    _ transcript: Transcript,
    _ meeting: MeetingParticipation,
    _ expected: Meeting
  ) throws {
    #expect(transcript.utterances.count == expected.utterances)
    #expect(transcript.utterances.count { $0.start == nil } == expected.untimedUtterances)
    #expect(transcript.turns(.utterances).count == expected.segments)
    #expect(transcript.turns().count == expected.turns)
    #expect(transcript.participants.map(\.label) == expected.speakers)
    #expect(transcript.participants.map(\.roles) == expected.roles.map { [$0] })
    let table = Participation([meeting], by: [.speaker])
    let rows = try transcript.participants.map { person in
      // The speaker's row is named by identifier, or by identifier and name.
      try #require(
        table.rows.first { $0.group[0]?.split(separator: " ").first == person.id[...] }
      )
    }
    #expect(rows.map(\.utterances) == expected.segmentsPer)
    #expect(rows.map(\.turns) == expected.turnsPer)
    #expect(rows.map(\.words) == expected.wordsPer)
    #expect(table.total.turns == expected.turns)
    #expect(table.total.utterances == expected.segments)
    expectNear(rows.map(\.turnShare), expected.shareTurns)
    expectNear(rows.map(\.wordShare), expected.shareWords)
    expectNear(rows.map(\.meanTurn), expected.meanTurnWords)
    #expect(rows.map(\.medianTurn) == expected.medianTurnWords)
    let milliseconds = rows.map { Int((($0.seconds ?? -1) * 1000).rounded()) }
    #expect(milliseconds == expected.speechMillisecondsPer)
    let byRole = Participation([meeting], by: [.role])
    for (role, words) in zip(expected.roles, expected.wordsPer) {
      #expect(byRole.rows.first { $0.group == [role] }?.words == words)
    }
  }

  private func compareEquality(_ meeting: MeetingParticipation, _ expected: Meeting) {
    let equality = MeetingEquality(meeting)
    #expect(equality.people == expected.speakers.count)
    expectNear([equality.giniTurns], [expected.giniTurns])
    expectNear([equality.giniWords], [expected.giniWords])
    expectNear([equality.evennessTurns], [expected.evennessTurns])
    expectNear([equality.evennessWords], [expected.evennessWords])
    expectNear([equality.largestShare], [expected.dominanceMaxShareWords])
    let words = expected.wordsPer.map(Double.init)
    expectNear([Equality.normalizedGini(words)], [expected.giniWordsNormalised])
  }

  /// One unit in the sixth decimal, as the oracle asks.
  private func expectNear(
    _ values: [Double?],
    _ expected: [Double?],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let near = zip(values, expected).allSatisfy { value, expected in
      guard let value, let expected else { return value == nil && expected == nil }
      return abs(value - expected) <= 1.000_001e-6
    }
    #expect(
      near && values.count == expected.count,
      "\(values), not \(expected)",
      sourceLocation: sourceLocation
    )
  }
}
