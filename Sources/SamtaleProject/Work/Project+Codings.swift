import Samtale

/// A coding that is to be made.
public struct NewCoding: Sendable {
  public var code: Identifier
  public var anchor: Anchor
  /// Who coded; `nil` is the researcher who does the import.
  public var coder: Identifier?
  public var round: Identifier?
  public var note: String?

  public init(
    code: Identifier, anchor: Anchor, coder: Identifier? = nil, round: Identifier? = nil,
    note: String? = nil
  ) {
    self.code = code
    self.anchor = anchor
    self.coder = coder
    self.round = round
    self.note = note
  }
}

extension Project {
  /// Makes very many codings, as when a coded corpus is taken over: quicker than one by one in
  /// ``perform(as:phase:at:_:)``, with the same events and under the same rules.
  ///
  /// All are made, or none; they are undone in steps.
  /// - Parameters:
  ///   - codings: The codings; where the sequence knows roughly how many they are, indexes are made
  ///     after a large load rather than during it.
  ///   - actor: Who does it.
  ///   - phase: The phase of the method in which it is done.
  ///   - time: When it is done.
  ///   - reason: Why, or where they come from.
  ///   - stepSize: How many make a step.
  /// - Returns: How many were made.
  /// - Throws: ``RuleViolation`` if one of them breaks a rule; ``ProjectError``.
  @discardableResult
  public func importCodings(
    _ codings: some Sequence<NewCoding>, as actor: Identifier, phase: Phase? = nil,
    at time: Timestamp = .now, reason: String? = nil, stepSize: Int = 10_000
  ) throws -> Int {
    try write { db in
      let state = StoredState(db)
      guard try state.object(Researcher.self, actor) != nil else {
        throw ProjectError.nobody(actor)
      }
      let isLarge = try CodingImport.isLarge(codings.underestimatedCount, db)
      if isLarge { try Schema.dropIndexes(db, [.events, .codings, .places]) }
      var random = SystemRandomNumberGenerator()
      var work = try CodingImport(
        state,
        signature: .init(actor: actor, at: time, phase: phase, seed: random.next()),
        reason: reason, stepSize: max(1, stepSize))
      for coding in codings { try work.add(coding) }
      try work.finish()
      if isLarge { try Schema.createIndexes(db, [.events, .codings, .places]) }
      try PlaceTable(state).update()
      return work.count
    }
  }
}
