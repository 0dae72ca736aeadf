/// How a topic ends, by form (measures §3.3). Whether participants agree, or anything is resolved,
/// is a judgement that no rule makes.
public enum ClosureType: String, Sendable, CaseIterable, Hashable {
  /// Nothing can be said: the topic ends at a cut, with the material, or is marked so.
  case undetermined
  /// Put off to later.
  case deferred
  /// Somebody bids to close (Schegloff and Sacks 1973: pre-closings).
  case explicitClosing
  /// Somebody declines responsibility or knowledge, and nobody says more.
  case disclaimer
  /// Several sides acknowledge or evaluate (Howe 1991; West and Garcia 1988: collaborative).
  case collaborative
  /// One acknowledges and goes on to something else (Jefferson 1983: recipient topic shift).
  case acknowledgedShift
  /// A minimal response is all that comes.
  case minimalAcknowledgement
  /// One thing leads to another (Jefferson 1984). A suggestion only: shared words stand at
  /// boundaries nearly as often as elsewhere.
  case stepwise
  /// Another goes on to something else without acknowledging (West and Garcia 1988: unilateral).
  case abruptShift
  /// The speaker of the last substantive contribution opens the next topic in the same breath, so
  /// that nobody could respond.
  case ownShift
  /// A lapse: nobody takes it up, and the same speaker or nobody goes on (Maynard 1980: failed
  /// speaker transition).
  case noUptake

  /// The type in plain words.
  public var explanation: String {
    switch self {
    case .undetermined: "how it ends cannot be seen"
    case .deferred: "put off to later"
    case .explicitClosing: "closed in so many words"
    case .disclaimer: "somebody declines, nobody says more"
    case .collaborative: "rounded off together"
    case .acknowledgedShift: "acknowledged, then on to something else"
    case .minimalAcknowledgement: "only a minimal response"
    case .stepwise: "one thing leads to another"
    case .abruptShift: "another goes on to something else"
    case .ownShift: "the speaker goes on to something else at once"
    case .noUptake: "nobody takes it up"
    }
  }
}

/// The rules of the decision list, in their order; the first that holds decides.
public enum ClosureRule: String, Sendable, CaseIterable {
  case undetermined, deferred, explicitClosing, disclaimer, collaborative
  case recipientShift, minimalAcknowledgement
  case ownShift, stepwise, prefacedShift, abruptShift, noUptake

  /// The type that the rule leads to.
  public var type: ClosureType {
    switch self {
    case .undetermined: .undetermined
    case .deferred: .deferred
    case .explicitClosing: .explicitClosing
    case .disclaimer: .disclaimer
    case .collaborative: .collaborative
    case .recipientShift, .prefacedShift: .acknowledgedShift
    case .minimalAcknowledgement: .minimalAcknowledgement
    case .stepwise: .stepwise
    case .abruptShift: .abruptShift
    case .ownShift: .ownShift
    case .noUptake: .noUptake
    }
  }
}

/// One rule that was tried, and what came of it.
public struct ClosureStep: Hashable, Sendable {
  public var rule: ClosureRule
  /// Whether it held and so decided.
  public var held: Bool
  /// What was found, in a sentence.
  public var because: String
  /// The utterances that show it.
  public var utterances: [Int]
}

/// What the rules say of one ending.
public struct ClosureDecision: Hashable, Sendable {
  public var type: ClosureType
  /// The participant whose contribution ended the topic; `nil` if nobody did or it is not known.
  public var initiator: Int?
  /// Those who accepted it.
  public var acceptedBy: [Int]
  /// Whether the type should not be used before a person has looked at it.
  public var isSuggestion: Bool { type == .stepwise }
  /// The last contribution that says something of its own and neither bids to close nor accepts.
  public var lastSubstantive: Int?
  /// The contributions that make the ending.
  public var closing: [Int]
  /// The first contribution after it.
  public var next: Int?
  /// Whether the next topic begins in the same utterance, so that others had no chance to respond.
  public var isWithinTurn: Bool
  /// Silence before the next contribution in seconds, after an ending that nobody took up.
  public var silence: Double?
  /// Rules of the lexicon that led to the type.
  public var rules: [String]
  /// All rules that were tried, in order; the last one held.
  public var steps: [ClosureStep]
}
