/// A transcript with the features of all its gaps.
struct BoundaryAnalysis: Sendable {
  var units: BoundaryUnits
  var matrix: FeatureMatrix
  var cohesion: Cohesion
  /// The set of coefficients that fits.
  var set: CoefficientSet
  /// The word lists that were used.
  var words: BoundaryWords?

  /// Longest topic that is considered, in units: bounds time and memory for long transcripts.
  static let longest = 1500

  init(_ transcript: Transcript, set wanted: CoefficientSet, leaderRole: String?) {
    let lists = BoundaryWords.forLanguage(transcript.language)
    words = wanted == .withoutWordLists ? nil : lists
    units = BoundaryUnits(transcript, words: words)
    set = wanted.resolved(words: words, isTimed: units.isTimed)
    matrix = FeatureMatrix(rows: units.count)
    cohesion = Cohesion(units, model: .bayes, longest: Self.longest)
    guard units.count > 1 else { return }
    fill(leader: Self.declared(leaderRole, in: transcript))
    matrix.standardise()
  }

  private mutating func fill(leader declared: Int?) {
    var lexical = LexicalFeatures(units)
    lexical.fill(&matrix)
    matrix.set(.votesBayes, cohesion.votes())
    matrix.set(.votesU00, Cohesion(units, model: .u00, longest: Self.longest).votes())
    let speakers = Cohesion.speakers(units, longest: Self.longest)
    matrix.set(.votesSpeakers, speakers.votes())
    cohesion.add(speakers, weight: 0.5)
    let cues = words.map { CueFeatures(units, words: $0) }
    let leader = declared ?? cues?.guessLeader() ?? SpeakerFeatures.guessLeader(units)
    SpeakerFeatures(units, leader: leader).fill(&matrix)
    cues?.fill(&matrix)
  }

  /// The participant with the role, if there is exactly one.
  private static func declared(_ role: String?, in transcript: Transcript) -> Int? {
    guard let role else { return nil }
    let holders = transcript.participants.indices.filter {
      transcript.participants[$0].roles.contains(role)
    }
    return holders.count == 1 ? holders[0] : nil
  }

  /// What the model believes of the boundaries.
  func posterior(_ model: BoundaryModel) -> SegmentDecoder.Posterior {
    let logits = (0..<units.count).map { $0 == 0 ? 0 : model.logit($0, of: matrix) }
    return SegmentDecoder(logits: logits, cohesion: cohesion, decoding: model.decoding).posterior()
  }
}
