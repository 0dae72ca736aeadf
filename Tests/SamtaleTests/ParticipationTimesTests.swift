import Samtale
import Testing

/// Speaking time where stamps are missing, and how equally people took part.
@Suite struct ParticipationTimesTests {
  @Test func noTimeStampsGiveNil() throws {
    let meetings = [
      MeetingParticipation(try TwoMeetings.first(timed: [])),
      MeetingParticipation(try TwoMeetings.second(timed: [])),
    ]
    let table = Participation(meetings)
    #expect(table.rows.map(\.seconds) == [nil, nil, nil])
    #expect(table.rows.map(\.timeShare) == [nil, nil, nil])
    #expect(table.rows.map(\.timedUtterances) == [0, 0, 0])
    #expect(table.rows.map(\.words) == [9, 0, 8])
    #expect(table.total.seconds == nil)
  }

  @Test func partialTimesAddUpWhatIsKnown() throws {
    // Of the first meeting only "Hello there." (1.5 s) and the answer (2 s) are timed.
    let table = Participation([MeetingParticipation(try TwoMeetings.first(timed: [1, 3]))])
    #expect(table.rows.map(\.seconds) == [1.5, 0, 2])
    #expect(table.rows.map(\.timedUtterances) == [1, 0, 1])
    #expect(table.rows.map(\.utterances) == [3, 0, 1])
    #expect(table.total.seconds == 3.5)
  }

  @Test func whoSpokeButWasNeverTimedHasNoTime() throws {
    // Only the work applicant's answer is timed: the social worker spoke for an unknown time.
    let table = Participation([MeetingParticipation(try TwoMeetings.first(timed: [3]))])
    #expect(table.rows.map(\.seconds) == [nil, 0, 2])
    #expect(table.rows.map(\.timeShare) == [nil, 0, 1])
  }

  @Test func anUtteranceWithoutEndIsNotTimed() throws {
    let transcript = try SmallMeeting.read(
      times: ["1", "3"],
      body: ##"<u who="#a" start="#T1">Yes.</u><u who="#b" start="#T1" end="#T2">No.</u>"##
    )
    let table = Participation([MeetingParticipation(transcript)], by: [.speaker])
    #expect(table.rows.map(\.seconds) == [nil, 2])
  }

  @Test func equalityOfAMeeting() throws {
    let equality = MeetingEquality(MeetingParticipation(try TwoMeetings.first()))
    #expect(equality.transcript == "m1")
    #expect(equality.people == 3)
    #expect(equality.silent == ["T1"])
    // Turns 2, 1, 0: (−2·0 + 0·1 + 2·2)/(3·3); words 4, 5, 0: (2·5)/(3·9)
    let giniTurns = try #require(equality.giniTurns)
    let giniWords = try #require(equality.giniWords)
    #expect(abs(giniTurns - 4.0 / 9) < 1e-12)
    #expect(abs(giniWords - 10.0 / 27) < 1e-12)
    // −(⅔ ln ⅔ + ⅓ ln ⅓)/ln 3 and −(4/9 ln 4/9 + 5/9 ln 5/9)/ln 3, by Python
    let evennessTurns = try #require(equality.evennessTurns)
    let evennessWords = try #require(equality.evennessWords)
    #expect(abs(evennessTurns - 0.5793801642856949) < 1e-12)
    #expect(abs(evennessWords - 0.6252993742043005) < 1e-12)
    #expect(equality.largestShare == 5.0 / 9)
  }

  @Test func equalityOfASilentMeeting() throws {
    let transcript = try SmallMeeting.read(
      body: ##"<u who="#a"><vocal><desc>sighs</desc></vocal></u>"##
    )
    let equality = MeetingEquality(MeetingParticipation(transcript))
    #expect(equality.people == 2)
    #expect(equality.silent == ["a", "b"])
    #expect(equality.giniTurns == nil && equality.giniWords == nil)
    #expect(equality.evennessTurns == nil && equality.evennessWords == nil)
    #expect(equality.largestShare == nil)
  }
}
