/// A place where a topic may begin: a suggestion of the program, never a researcher's mark.
public struct SuggestedBoundary: Hashable, Sendable {
  /// The utterance that would begin the topic.
  public var utterance: Int
  /// Probability that a topic begins here or at most two utterances with words away, as far as
  /// the model can tell.
  public var probability: Double
  /// What speaks for it, strongest first.
  public var reasons: [Reason]

  public init(utterance: Int, probability: Double, reasons: [Reason] = []) {
    self.utterance = utterance
    self.probability = probability
    self.reasons = reasons
  }

  /// One reason for a suggestion.
  public struct Reason: Hashable, Sendable {
    /// The reason in words: "the leader speaks", "agenda word: next".
    public var text: String
    /// What it adds to the log odds of a boundary.
    public var contribution: Double

    public init(text: String, contribution: Double) {
      self.text = text
      self.contribution = contribution
    }
  }
}
