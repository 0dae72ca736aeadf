import Samtale
import Testing

/// Who follows whom, on orders short enough to count by hand.
@Suite struct TransitionTests {
  /// A B A C A B: six turns of three people.
  let sequence = SpeakerSequence(parties: ["a", "b", "c"], stretches: [[0, 1, 0, 2, 0, 1]])

  @Test func countsPairs() {
    let transitions = Transitions(sequence)
    #expect(transitions.counts == SquareMatrix([[0, 2, 1], [1, 0, 0], [1, 0, 0]]))
    #expect(transitions.probability(0, 1) == 2.0 / 3)
    #expect(transitions.probability(1, 2) == 0)
  }

  @Test func nothingIsCountedAcrossBreaks() {
    let broken = SpeakerSequence(parties: ["a", "b"], stretches: [[0, 1], [0, 1]])
    #expect(Transitions(broken).counts == SquareMatrix([[0, 2], [0, 0]]))
    #expect(broken.breaks == 1)
  }

  @Test func aPartyWithoutFollowersHasNoProbabilities() {
    let end = SpeakerSequence(parties: ["a", "b"], stretches: [[0, 1]])
    #expect(Transitions(end).probability(1, 0) == nil)
  }

  @Test func reciprocity() {
    // Pairs: a-b 2 and 1, a-c 1 and 1, b-c 0 and 0: (1 + 1 + 0) / (2 + 1 + 0).
    #expect(Transitions(sequence).reciprocity == 2.0 / 3)
    let nobody = SpeakerSequence(parties: ["a", "b"], stretches: [[0]])
    #expect(Transitions(nobody).reciprocity == nil)
  }

  @Test func chanceKeepsTheMargins() {
    let talk = SpeakerSequence(
      parties: ["a", "b", "c"], stretches: [[0, 1, 2, 0, 2, 1, 0, 1, 2, 1, 0, 2]])
    let transitions = Transitions(talk)
    let chance = transitions.expected
    for (a, b) in zip(chance.rowSums, transitions.counts.rowSums) { #expect(abs(a - b) < 1e-9) }
    for (a, b) in zip(chance.columnSums, transitions.counts.columnSums) {
      #expect(abs(a - b) < 1e-9)
    }
    #expect((0..<3).allSatisfy { chance[$0, $0] == 0 })
  }

  @Test func twoPartiesHaveNoChanceModel() {
    let two = SpeakerSequence(parties: ["a", "b"], stretches: [[0, 1, 0]])
    #expect(Transitions(two).likelihoodRatio == nil)
  }

  @Test func returnsAndAbsences() {
    // A·A, B·C, A·A, C·B: two of four come back.
    #expect(sequence.returnRate == 0.5)
    #expect(sequence.longestAbsences == [1, 3, 3])
    #expect(SpeakerSequence(parties: ["a", "b"], stretches: [[0, 1]]).returnRate == nil)
  }

  @Test func floorsAreSeenThroughMinimalResponses() {
    let talk = SpeakerSequence(parties: ["a", "b"], stretches: [[0, 1, 0, 1]])
    var minimal = talk
    minimal.utterances = [[10, 11, 12, 13]]
    #expect(minimal.floorCounts { $0 == 11 } == [1, 1])
    #expect(minimal.floorCounts { _ in false } == [2, 2])
  }

  @Test func pageRankOfACycleIsEven() {
    let ring = Transitions(
      SpeakerSequence(parties: ["a", "b", "c"], stretches: [[0, 1, 2, 0, 1, 2, 0]]))
    for rank in Centrality(ring).pageRank { #expect(abs(rank - 1.0 / 3) < 1e-12) }
    #expect(Centrality(ring).outStrength == [2, 2, 2])
  }

  @Test func whoStandsBetweenOthers() {
    // Everything between b and c goes through a.
    let star = Transitions(sequence)
    #expect(Centrality(star).betweenness == [1, 0, 0])
  }

  @Test func emptyTalkIsNoFault() {
    let silent = SpeakerSequence(parties: [], stretches: [])
    let transitions = Transitions(silent)
    #expect(transitions.counts.sum == 0)
    #expect(transitions.reciprocity == nil)
    #expect(Centrality(transitions).pageRank.isEmpty)
    #expect(PermutationTest().run([silent]) == nil)
  }
}
