import Testing

@testable import Samtale

@Suite struct TopicSegmentTests {
  @Test func aBoundaryInsideATurnMakesTwoContributions() {
    let analysis = TopicAnalysis("# A\nWA: I found a room.\nES: Okay, great. | So, the next thing.")
    #expect(
      analysis.contributions.map(\.text) == [
        "I found a room.", "Okay, great.", "So, the next thing.",
      ])
    #expect(analysis.contributions.map(\.topics) == [[0], [0], [1]])
    #expect(analysis.contributions[1].stretches[0].scalars == 0..<12)
    #expect(analysis.contributions[2].stretches[0].scalars == 13..<32)
    #expect(analysis.contributions[1].utterances == [1])
  }

  @Test func utterancesOfOneSpeakerAreMergedWithinATopicOnly() {
    let talk = "# A\nWA: One room.\nWA: Two rooms.\n# B\nWA: Three rooms."
    #expect(
      TopicAnalysis(talk).contributions.map(\.text) == ["One room. Two rooms.", "Three rooms."])
    let options = TopicOptions(unit: .utterances)
    #expect(TopicAnalysis(talk, options: options).contributions.count == 3)
  }

  @Test func cutsPartAndWordlessUtterancesDoNot() {
    let cut = TopicAnalysis("# A\nWA: One room.\n[cut]\nWA: Two rooms.")
    #expect(cut.contributions.map(\.isAfterCut) == [false, true])
    let laugh = TopicAnalysis("# A\nWA: One room.\nT: …\nWA: Two rooms.")
    #expect(laugh.contributions.count == 1)
    let both = TopicAnalysis("# A\nWA: One room.\n[cut]\nT: …\nWA: Two rooms.")
    #expect(both.contributions.map(\.isAfterCut) == [false, true])
  }

  @Test func contributionsStandInTheOrderOfSpeaking() {
    let talk = "# A\n@0-1 WA: One.\n@4-5 WA: Three.\n@2-3 ES: Two rooms.\n# B\n@6-7 T: Four."
    #expect(
      TopicAnalysis(talk).contributions.map(\.text) == ["One.", "Two rooms.", "Three.", "Four."])
  }

  @Test func withdrawnWordsAreNotCounted() {
    var transcript = Dialogue("# A\nWA: you can you're allowed").transcript
    transcript.marks = [Mark(.deleted, utterance: 0, range: 0..<7)]
    let analysis = TopicAnalysis(transcript, cues: Cues.en)
    #expect(analysis.contributions[0].words == 2)
  }

  @Test func timesOfPartsOfATurnAreOnlyKnownAtItsEnds() {
    let analysis = TopicAnalysis("# A\n@0-1 WA: A room.\n@2.5-4 ES: Okay. | The shoes came.")
    #expect(analysis.contributions.map(\.start) == [0, 2.5, nil])
    #expect(analysis.contributions.map(\.end) == [1, nil, 4])
  }

  @Test func nothingIsLookedAtAcrossACut() {
    let analysis = TopicAnalysis("# A\nWA: The shoes pinch.\n[cut]\n# B\nES: The shoes again.")
    #expect(analysis.closures[0].type.computed == .undetermined)
    #expect(analysis.closures[0].decision.next == nil)
    #expect(analysis.closures[1].opening.kind == .statement)
  }

  @Test func aTopicTakenUpAgainHasTwoStretches() {
    let analysis = TopicAnalysis(
      """
      # Car
      ES: The garage has the car. We'll come back to that.
      # Rent
      SW: The rent goes up in May.
      WA: Okay.
      # +Car
      WA: The garage wants nine thousand kroner.
      T: Mm.
      # Sleep
      SW: Do you sleep?
      """)
    #expect(analysis.segments[0].stretches == [0..<1, 3..<5])
    #expect(analysis.segments.map(\.isReopened) == [true, false, false])
    #expect(analysis.closures[0].interruptions.map(\.type) == [.deferred])
    #expect(analysis.closures[0].type.computed == .minimalAcknowledgement)
    #expect(analysis.closures[0].isReopened)
    #expect(analysis.label(analysis.closures[0].opening.opener.computed) == "ES")
  }

  @Test func aLaterTopicWithTheSameLabelReopens() {
    let talk =
      "# Car\nES: The car broke.\n# Rent\nSW: It rose.\n# car\nWA: The car runs.\n# Z\nT: Fine."
    let analysis = TopicAnalysis(talk)
    #expect(analysis.segments.map(\.reopens) == [nil, nil, 0, nil])
    #expect(analysis.segments.map(\.reopenedBy) == [2, nil, nil, nil])
  }

  @Test func anExplicitPointerReopens() {
    var transcript = Dialogue(
      "# Car\nES: The car broke.\n# Rent\nSW: It rose.\n# Engine !reopens\nWA: The car runs."
    ).transcript
    transcript.topics[2].analysis = ["t1"]
    let analysis = TopicAnalysis(transcript, cues: Cues.en)
    #expect(analysis.segments.map(\.reopens) == [nil, nil, 0])
    #expect(analysis.segments.map(\.parent) == [nil, nil, nil])
  }

  @Test func labelsOfFunctionalTopicsDoNotReopen() {
    let talk =
      "# Agenda !agenda\nES: Two points today.\n# Rent\nSW: It rose.\n# Agenda !agenda\nES: Done."
    let analysis = TopicAnalysis(talk)
    #expect(analysis.segments.map(\.kind) == [.functional, .topic, .functional])
    #expect(analysis.segments.allSatisfy { $0.reopens == nil })
  }

  @Test func aTopicInsideAnotherBelongsToBoth() {
    var transcript = Dialogue(
      "# Work\nES: The job is his.\n# Shoes\nSW: He needs shoes.\nWA: Okay.\n# Rent\nT: It rose."
    ).transcript
    transcript.topics[1].analysis = ["t1"]
    let analysis = TopicAnalysis(transcript, cues: Cues.en)
    #expect(analysis.segments.map(\.parent) == [nil, 0, nil])
    #expect(analysis.contributions.map(\.topics) == [[0], [0, 1], [0, 1], [2]])
    #expect(analysis.segments[0].stretches == [0..<3])
    #expect(analysis.segments.flatMap(\.overlaps) == [])
    let outer = TopicRoleMetrics([analysis])
    let inner = TopicRoleMetrics([analysis], options: .init(level: .inner))
    #expect(outer.topics == 2)
    #expect(inner.topics == 2)
  }

  @Test func parentsOfParentsAreTakenForBothAndCirclesForNothing() {
    var transcript = Dialogue(
      "# A\nES: The job.\n# B\nSW: The shoes.\n# C\nT: The laces.\n# D\nT: X.\n# E\nT: Y."
    ).transcript
    transcript.topics[1].analysis = ["t1"]
    transcript.topics[2].analysis = ["t2"]
    transcript.topics[3].analysis = ["t5"]
    transcript.topics[4].analysis = ["t4"]
    let analysis = TopicAnalysis(transcript, cues: Cues.en)
    #expect(analysis.segments.map(\.parent) == [nil, 0, 0, nil, nil])
  }

  @Test func overlappingTopicsShareTheirTalk() {
    var transcript = Dialogue("# A\nES: The job.\nSW: The shoes.\nWA: The laces.").transcript
    transcript.topics = [
      Topic(id: "a", label: "A", extent: .utterances(0...1)),
      Topic(id: "b", label: "B", extent: .utterances(1...2)),
    ]
    let analysis = TopicAnalysis(transcript, cues: Cues.en)
    #expect(analysis.contributions.map(\.topics) == [[0], [0, 1], [1]])
    #expect(analysis.segments.map(\.overlaps) == [[1], [0]])
    let metrics = TopicRoleMetrics([analysis])
    #expect(metrics.rows.map(\.turns) == [1, 1, 1])
  }

  @Test func theEndOfTheMaterialIsOpenUnlessStated() {
    let talk = "# A\nES: The job.\nWA: Okay."
    #expect(TopicAnalysis(talk).segments[0].ends == .openEnd)
    let options = TopicOptions(endsWithMeeting: true)
    #expect(TopicAnalysis(talk, options: options).segments[0].ends == .known)
    #expect(TopicAnalysis(talk + "\n[cut]", options: options).segments[0].ends == .cut)
    #expect(
      TopicAnalysis(talk, options: options).closures[0].type.computed == .minimalAcknowledgement)
  }

  @Test func aMinimalAnswerIsNoAcknowledgementUnlessStated() {
    let talk = "# A\nT: Was that him with the roll?\nWA: Yeah.\n# B\nSW: The sick note runs out."
    let closure = TopicAnalysis(talk).closures[0]
    #expect(closure.type.computed == .abruptShift)
    #expect(closure.lastSubstantive == 1)
    let without = TopicOptions(answersAreSubstantive: false)
    let acknowledged = TopicAnalysis(talk, options: without).closures[0]
    #expect(acknowledged.type.computed == .minimalAcknowledgement)
    let bid = "# A\nT: He rang.\nES: Anything else?\nWA: No.\n# B\nSW: The sick note runs out."
    let closed = TopicAnalysis(bid).closures[0]
    #expect(closed.type.computed == .explicitClosing)
    #expect(closed.lastSubstantive == 0)
  }

  @Test func goingOnInTheSameTurnIsNoLapse() {
    let closure = TopicAnalysis("# A\nWA: He rang.\nES: He did ring. | The shoes came.").closures[0]
    #expect(closure.type.computed == .ownShift)
    #expect(closure.decision.isWithinTurn)
    #expect(closure.initiator.computed == 1)
    #expect(
      closure.steps.last?.because
        == "ES goes on to something else in the same turn, so nobody could respond")
    // In a new utterance others could have come in.
    let lapse = TopicAnalysis("# A\nWA: He rang.\nES: He did ring.\n# B\nES: The shoes came.")
    #expect(lapse.closures[0].type.computed == .noUptake)
  }

  @Test func repetitionCanBeSwitchedOff() {
    let talk = "# A\nWA: I take the early bus.\nES: The early bus.\n# B\nSW: The rent rose."
    let closure = TopicAnalysis(talk).closures[0]
    #expect(closure.steps.last?.because == "ES acknowledges by repeating, and no more comes")
    #expect(closure.lastSubstantive == 0)
    let without = TopicAnalysis(talk, options: TopicOptions(repetitionWords: 0)).closures[0]
    #expect(without.type.computed == .abruptShift)
    #expect(without.lastSubstantive == 1)
  }

  @Test func aBidInsideALongerTurnKeepsItsSubstance() {
    let talk =
      "# A\nWA: He rang.\nES: I will write the letter to him tomorrow. Let's move on.\nWA: Okay.\n# B\nT: X."
    let closure = TopicAnalysis(talk).closures[0]
    #expect(closure.type.computed == .explicitClosing)
    #expect(closure.lastSubstantive == 1)
  }

  @Test func aBidBeforeMoreTalkClosesNothing() {
    let talk =
      "# A\nES: Let's move on.\nWA: But the shoes pinch my toes.\n# B\nES: The letter came."
    #expect(TopicAnalysis(talk).closures[0].type.computed == .abruptShift)
  }

  @Test func anAgreeingContributionAcceptsOnlyIfShort() {
    let short = "# A\nWA: He rang.\nES: Let's move on.\nSW: Yes, we can do that.\n# B\nT: X."
    let closure = TopicAnalysis(short).closures[0]
    #expect(closure.type.computed == .explicitClosing)
    #expect(closure.acceptedBy.count == 1)
    #expect(closure.lastSubstantive == 0)
    let long =
      "# A\nWA: He rang.\nES: Let's move on.\nSW: Yes, but the letter from the tax office came.\n# B\nT: X."
    #expect(TopicAnalysis(long).closures[0].lastSubstantive == 2)
    #expect(TopicAnalysis(long).closures[0].type.computed != .explicitClosing)
  }

  @Test func stepsEndWithTheRuleThatHeld() {
    let closure = TopicAnalysis("# A\nWA: He rang.\nES: Okay.\n# B\nT: The shoes came.").closures[0]
    #expect(closure.steps.map(\.rule) == Array(ClosureRule.allCases.prefix(7)))
    #expect(closure.steps.map(\.held) == [false, false, false, false, false, false, true])
    #expect(closure.steps.last?.because == "ES gives a minimal response, and no more comes")
    #expect(closure.steps.last?.utterances == [1])
    #expect(closure.evidence.first { $0.answer == .closure }?.rules == ["en.minimal.okay"])
  }
}
