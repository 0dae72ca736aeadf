/// Suggests where topics begin in a transcript.
///
/// ```swift
/// for boundary in BoundarySuggester().suggest(transcript) {
///   print(transcript.utterances[boundary.utterance].source, boundary.reasons.map(\.text))
/// }
/// ```
///
/// Each gap between utterances with words gets a probability by logistic regression, and the best
/// segmentation is chosen under a prior of topic lengths and the cohesion of words and speakers.
/// Fitted on the AMI meetings (Carletta 2007), where it finds six boundaries of ten within a
/// quarter of a topic; in other conversations expect less. Marked topics are not looked at.
///
/// The result is the same for the same transcript. Time and memory grow with the square of the
/// number of utterances up to 1,500, above in proportion to it.
public struct BoundarySuggester: Sendable {
  /// What it goes by.
  public var set: CoefficientSet
  /// The role of the one who leads, as in the file; `nil` guesses from the talk.
  public var leaderRole: String?

  /// - Parameters:
  ///   - set: What to go by.
  ///   - leaderRole: Code of the role of the one who leads (a role that exactly one participant
  ///     has); `nil` guesses from the talk.
  public init(_ set: CoefficientSet = .automatic, leaderRole: String? = nil) {
    self.set = set
    self.leaderRole = leaderRole
  }

  /// Suggests boundaries, in order.
  /// - Parameters:
  ///   - transcript: The conversation.
  ///   - topics: How many topics there shall be: one boundary less, fewer only if there are fewer
  ///     utterances with words; `nil` lets the model decide.
  /// - Returns: The suggestions; none for fewer than two utterances with words.
  public func suggest(_ transcript: Transcript, topics: Int? = nil) -> [SuggestedBoundary] {
    let analysis = BoundaryAnalysis(transcript, set: set, leaderRole: leaderRole)
    guard analysis.units.count > 1 else { return [] }
    let model = BoundaryModel.of(analysis.set)
    let posterior = analysis.posterior(model)
    let reasons = BoundaryReasons(analysis, model)
    return SegmentDecoder.choose(posterior, segments: topics).map { unit in
      let near = max(1, unit - 2)...min(analysis.units.count - 1, unit + 2)
      return SuggestedBoundary(
        utterance: analysis.units.utterances[unit],
        probability: min(1, near.reduce(0) { $0 + posterior.boundary[$1] }),
        reasons: reasons.reasons(unit)
      )
    }
  }

  /// The probability that a topic begins at each utterance: one number for the gap before it.
  /// - Parameter transcript: The conversation.
  /// - Returns: As many numbers as utterances; 0 for the first and for those without words.
  public func scores(_ transcript: Transcript) -> [Double] {
    var scores = Array(repeating: 0.0, count: transcript.utterances.count)
    let analysis = BoundaryAnalysis(transcript, set: set, leaderRole: leaderRole)
    guard analysis.units.count > 1 else { return scores }
    let posterior = analysis.posterior(.of(analysis.set))
    for (unit, utterance) in analysis.units.utterances.enumerated() {
      scores[utterance] = posterior.boundary[unit]
    }
    return scores
  }
}
