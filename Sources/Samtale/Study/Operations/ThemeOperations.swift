// What can be done with themes, memos, and the artefacts of systematic text condensation.
extension StudyEditor {
  /// Begins a candidate theme. A theme is named and built by a researcher; there is no way to make
  /// one out of a code because the code is frequent.
  @discardableResult
  public mutating func createTheme(_ name: String, concept: String? = nil) throws -> Identifier {
    let theme = Theme(id: newIdentifier(), name: name, concept: concept)
    try create(theme)
    return theme.id
  }

  /// Changes a theme's status, name, concept or scope, with the reason.
  public mutating func develop(
    _ id: Identifier, _ verb: Verb = .develop, reason: String? = nil,
    _ edit: (inout Theme) throws -> Void
  ) throws {
    try change(Theme.self, id, verb, reason: reason, edit)
  }

  /// Gives up a theme. It is kept with everything that belongs to it.
  public mutating func discardTheme(_ id: Identifier, reason: String) throws {
    try change(Theme.self, id, .discard, reason: reason) { $0.status = .discarded }
  }

  @discardableResult
  public mutating func review(
    _ theme: Identifier, _ level: ThemeReview.Level, _ decision: ThemeReview.Decision,
    reason: String
  ) throws -> Identifier {
    let review = ThemeReview(
      id: newIdentifier(), theme: theme, level: level, decision: decision, reason: reason,
      reviewer: signature.actor)
    try create(review, .review, reason: reason)
    return review.id
  }

  /// Writes a memo; see ``Memo`` for who sees it.
  @discardableResult
  public mutating func writeMemo(
    _ sort: Memo.Sort, _ body: String, title: String? = nil, on target: Identifier? = nil,
    at anchor: Anchor? = nil, visibility: Memo.Visibility? = nil, reason: String? = nil
  ) throws -> Identifier {
    var memo = Memo(
      id: newIdentifier(), sort, body: body, author: signature.actor, visibility: visibility)
    memo.title = title
    memo.target = target
    memo.anchor = anchor
    try create(memo, .write, reason: reason)
    return memo.id
  }

  /// Lets others read what a private memo says: as a new memo, so that earlier wordings of the private
  /// one never leave this file with the log. The private one is taken away; the history keeps it.
  ///
  /// The new memo can be changed on the way; its identifier is returned.
  @discardableResult
  public mutating func release(
    _ id: Identifier, to visibility: Memo.Visibility, reason: String? = nil,
    _ edit: (inout Memo) throws -> Void = { _ in }
  ) throws -> Identifier {
    let old = try existing(Memo.self, id)
    var memo = Memo(id: newIdentifier(), fields: old.fields)
    memo.visibility = visibility
    try edit(&memo)
    try create(memo, .write, reason: reason)
    try remove(Memo.self, id)
    return memo.id
  }

  /// Notes that the researcher works in a phase from now on.
  public mutating func enter(_ phase: Phase, note: String? = nil) throws {
    try record(
      Change(
        .study, try studyItself().id, .enterPhase, before: [:], after: [:],
        reason: note.map { "\(phase.rawValue): \($0)" } ?? phase.rawValue))
  }

  /// Moves a meaning unit to another code group, and there into a subgroup.
  public mutating func moveUnit(
    _ id: Identifier, to group: Identifier, subgroup: Identifier? = nil, reason: String? = nil
  ) throws {
    try change(MeaningUnit.self, id, .move, reason: reason) {
      $0.group = group
      $0.subgroup = subgroup
    }
  }
}
