/// What a term of a ``Query`` asks about.
public enum QueryField: String, Sendable, CaseIterable {
  case code, theme, group, coder, round
  case role, person, team, meeting, number
  case topic, closure, uptake, opener, lastword
  case text

  /// What the field asks, in a few words.
  public var explanation: String {
    switch self {
    case .code: "a code with everything below it; := for that code only"
    case .theme: "codings of a theme's codes, and its extracts"
    case .group: "codings of a code group's codes, and its meaning units"
    case .coder: "who coded: name or initials"
    case .round: "the round of coding"
    case .role: "the role of the speaker"
    case .person: "the speaker: identifier, label or name"
    case .team: "the team whose meeting it is"
    case .meeting: "the transcript: identifier or title"
    case .number: "the number of the meeting"
    case .topic: "a marked topic: label, identifier or number"
    case .closure: "how the topic ends (computed, unless a coder decided)"
    case .uptake: "what the contribution gets from others (computed)"
    case .opener: "the role of the person who opens the topic"
    case .lastword: "the role of the person who has the last word in the topic"
    case .text: "words that are said"
    }
  }

  /// Whether its places are codings and meaning units; those of other fields are utterances, and for
  /// topics, closures and uptake the parts of utterances that belong to them.
  public var isCoding: Bool {
    switch self {
    case .code, .theme, .group, .coder, .round: true
    default: false
    }
  }

  /// Whether topics have to be analysed to answer it.
  public var isMeasured: Bool {
    switch self {
    case .closure, .uptake, .opener, .lastword: true
    default: false
    }
  }

  /// The values that the field may have, where they are known beforehand.
  public var values: [String]? {
    switch self {
    case .closure: ClosureType.allCases.map(\.rawValue)
    case .uptake: Uptake.Level.allCases.map(\.rawValue) + ["unknown"]
    default: nil
    }
  }

  /// Other words for fields.
  static let synonyms: [String: QueryField] = ["transcript": .meeting]

  init?(named name: String) {
    guard let field = QueryField(rawValue: name) ?? Self.synonyms[name] else { return nil }
    self = field
  }
}
