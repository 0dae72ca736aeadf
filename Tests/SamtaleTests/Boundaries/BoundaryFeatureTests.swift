import Testing

@testable import Samtale

@Suite struct BoundaryFeatureTests {
  static func units(_ lines: [(speaker: Int, text: String)], words: BoundaryWords? = .english)
    -> BoundaryUnits
  {
    BoundaryUnits(BoundarySamples.transcript(lines), words: words)
  }

  @Test func contentWordsAreStemsWithoutStopWords() {
    let units = Self.units([(0, "The gardener and the gardeners"), (1, "Okay."), (0, "A garden!")])
    // "garden" is what six letters leave of all three.
    #expect(units.content == [0, 0, 0])
    #expect(units.contentStarts == [0, 2, 2, 3])
    #expect(units.vocabulary == 1)
  }

  @Test func vocabularyDistance() {
    var same = LexicalFeatures(Self.units([(0, "apple pear"), (1, "apple pear")]))
    #expect(abs(same.distance(at: 1, window: 120)) < 1e-9)
    var other = LexicalFeatures(Self.units([(0, "apple pear"), (1, "lorry train")]))
    #expect(abs(other.distance(at: 1, window: 120) - 1) < 1e-9)
    #expect(other.distance(at: 0, window: 120) == 0)
  }

  @Test func bayesFactorPrefersToPartWhatDiffers() {
    var other = LexicalFeatures(Self.units([(0, "apple apple apple"), (1, "train train train")]))
    var same = LexicalFeatures(Self.units([(0, "apple apple train"), (1, "train apple apple")]))
    #expect(other.bayesFactor(at: 1, window: 60) > same.bayesFactor(at: 1, window: 60))
  }

  @Test func bayesFactorByHand() {
    // Two words, two each: log B(left) + log B(right) - log B(both), α = 1/2:
    // left: Γ(1)/Γ(3) · Γ(2.5)/Γ(.5) = 3/8; both: Γ(1)/Γ(5) · (3/4)² = 3/128. (Γ(2.5)/Γ(.5) = 3/4)
    var features = LexicalFeatures(Self.units([(0, "apple apple"), (1, "train train")]))
    let expected = (2 * Maths.log(3.0 / 8) - Maths.log(9.0 / 16 / 24)) / 4
    #expect(abs(features.bayesFactor(at: 1, window: 60) - expected) < 1e-9)
  }

  @Test func cohesionIsTheSameSum() {
    let units = Self.units([(0, "apple apple"), (1, "train train")])
    let cohesion = Cohesion(units, model: .bayes, longest: 10)
    #expect(abs(Double(cohesion.score(0..<1)) - Maths.log(3.0 / 8)) < 1e-5)
    #expect(abs(Double(cohesion.score(0..<2)) - Maths.log(9.0 / 16 / 24)) < 1e-5)
    #expect(cohesion.bestSegmentations(upTo: 2) == [[0], [0, 1]])
  }

  @Test func logGamma() {
    #expect(abs(Maths.logGamma(1)) < 1e-10)
    #expect(abs(Maths.logGamma(0.5) - Maths.log(Double.pi) / 2) < 1e-10)
    #expect(abs(Maths.logGamma(11) - Maths.log(3_628_800)) < 1e-9)
  }

  @Test func novelty() {
    let units = Self.units([(0, "apple pear"), (1, "apple train"), (0, "train train")])
    let features = LexicalFeatures(units)
    #expect(features.novelty(window: 2, memory: .max) == [1, 0.5, 0])
    #expect(features.novelty(window: 2, memory: 1) == [1, 0.5, 0])
    #expect(features.abandonment(window: 2, memory: .max - 9) == [0, 0.5, 0.5])
  }

  @Test func depths() {
    #expect(LexicalFeatures.depths([0, 1, 0]) == [0, 2, 0])
    #expect(LexicalFeatures.depths([0.5, 0.5]) == [0, 0])
    #expect(LexicalFeatures.depths([1]) == [0])
  }

  @Test func speakerShares() {
    let apart = Self.units([(0, "a b c"), (0, "d e"), (1, "f g"), (1, "h")])
    let features = SpeakerFeatures(apart, leader: -1)
    #expect(abs(features.divergence(at: 2, window: 20) - 1) < 1e-9)
    let same = SpeakerFeatures(Self.units([(0, "a"), (1, "b"), (0, "c"), (1, "d")]), leader: -1)
    #expect(abs(same.divergence(at: 2, window: 20)) < 1e-9)
  }

  @Test func openingRuns() {
    let units = Self.units([
      (0, "one two three"), (1, "mm"), (0, "four five"), (1, "this is a real turn"), (0, "six"),
    ])
    #expect(SpeakerFeatures.runs(units) == [5, 1 + 5, 2, 5, 1])
  }

  @Test func openingWords() {
    let words = BoundaryWords.english
    #expect(words.markers(["okay", "um", "so", "the"]) == 2)
    #expect(words.markers(["the", "okay"]) == 0)
    #expect(words.isClosing(["well", "let's", "move", "on"]))
    #expect(!words.isClosing(["move"]))
    #expect(BoundaryWords.forLanguage("nn-NO") != nil)
    #expect(BoundaryWords.forLanguage("tlh") == nil)
    #expect(BoundaryWords.forLanguage(nil) == nil)
  }

  @Test func leaders() {
    let units = Self.units([
      (1, "welcome everybody to this meeting the agenda is here"),
      (0, "apples are very good fruit"),
      (2, "pears are better"), (1, "okay let's discuss the next item"),
    ])
    #expect(CueFeatures(units, words: .english).guessLeader() == 1)
    #expect(SpeakerFeatures.guessLeader(units) == 1)
    #expect(SpeakerFeatures.best([:]) == -1)
  }

  @Test func everythingIsFinite() {
    let analysis = BoundaryAnalysis(BoundarySamples.halves(), set: .automatic, leaderRole: "r3")
    #expect(analysis.matrix.values.allSatisfy { $0.isFinite })
    #expect(analysis.matrix[40, .leader] == 0)
  }

  @Test func decoderFindsTheLikelyPlace() {
    let units = Self.units((0..<30).map { ($0 % 2, "word\($0 % 3)") })
    var logits = Array(repeating: -6.0, count: 30)
    logits[12] = 5
    let decoder = SegmentDecoder(
      logits: logits,
      cohesion: Cohesion(units, model: .bayes, longest: 30),
      decoding: .init(window: 0.25)
    )
    let posterior = decoder.posterior()
    #expect(posterior.boundary[12] > 0.9)
    #expect(posterior.boundary[0] == 0)
    #expect(SegmentDecoder.choose(posterior, segments: nil) == [12])
    #expect(SegmentDecoder.choose(posterior, segments: 1) == [])
    #expect(SegmentDecoder.choose(posterior, segments: 4).count == 3)
  }
}
