/// What suggestions of topic boundaries go by.
public enum CoefficientSet: String, Sendable, CaseIterable {
  /// The richest of the others that the transcript allows: times if nearly all utterances have
  /// them, word lists if there are any for its language.
  case automatic
  /// Vocabulary, turns, times, word lists.
  case all
  /// The same without times.
  case untimed
  /// Vocabulary and turns only: for languages without word lists, and untimed.
  case withoutWordLists
}

extension CoefficientSet {
  /// The set that is used for a transcript.
  func resolved(words: BoundaryWords?, isTimed: Bool) -> CoefficientSet {
    guard words != nil else { return .withoutWordLists }
    switch self {
    case .automatic: return isTimed ? .all : .untimed
    case .all where !isTimed: return .untimed
    default: return self
    }
  }

  /// Whether the set uses a feature.
  func uses(_ feature: BoundaryFeature) -> Bool {
    switch feature.need {
    case .nothing: true
    case .times: self == .all
    case .words: self != .withoutWordLists
    }
  }
}
