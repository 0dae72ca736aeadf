/// The method that a study declares. It decides which steps, words, checks and reports are offered.
public enum MethodProfile: String, Sendable, CaseIterable {
  /// Reflexive thematic analysis (Braun & Clarke 2006, 2019, 2021).
  case reflexiveTA
  /// Codebook approaches to thematic analysis: framework, template, matrix.
  case codebookTA
  /// Thematic analysis that seeks coding reliability, and content analysis.
  case codingReliabilityTA
  /// Systematic text condensation (Malterud 2012).
  case stc = "STC"
  /// Nothing declared.
  case none

  /// The method in words.
  public var title: String {
    switch self {
    case .reflexiveTA: "reflexive thematic analysis"
    case .codebookTA: "codebook thematic analysis"
    case .codingReliabilityTA: "coding-reliability thematic analysis"
    case .stc: "systematic text condensation"
    case .none: "no declared method"
    }
  }

  /// Whether agreement between coders is a sensible figure: only where a codebook is applied.
  public var offersAgreement: Bool { self == .codebookTA || self == .codingReliabilityTA }

  /// Whether themes with a central organising concept are developed.
  public var developsThemes: Bool { self != .stc }

  /// Whether meaning units, condensates and analytic texts are made.
  public var condenses: Bool { self == .stc || self == .none }

  /// The phases of the method in their usual order; they may be visited in any.
  public var phases: [Phase] {
    switch self {
    case .stc: [.totalImpression, .meaningUnits, .condensation, .synthesis]
    case .none: Phase.allCases
    default:
      [
        .familiarisation, .coding, .generatingThemes, .developingThemes, .definingThemes, .writing,
      ]
    }
  }
}
