// What can be done with translations of turns.
extension StudyEditor {
  /// Translates a turn, or changes the translation that it has.
  ///
  /// A new wording is a draft, unless a status is given, and is signed: without `translator` by the
  /// researcher, without `date` with the day. Where the wording stays, so does what is not given.
  /// - Parameters:
  ///   - anchor: The whole turn, on the present version of its transcript.
  ///   - language: A language tag, such as `en`.
  ///   - text: What the turn says in that language.
  ///   - translator: Who translated, by name.
  ///   - date: When (ISO 8601: a year, a month or a day).
  ///   - status: How far it has come.
  ///   - known: The translation to change, where the view (``TranslationSet``) knows one; without it
  ///     the one that the same turn has by its name.
  ///   - reason: Why; kept in the history.
  /// - Returns: The identifier of the translation.
  /// - Throws: ``RuleViolation``.
  @discardableResult
  public mutating func translate(
    _ anchor: Anchor, into language: String, _ text: String, translator: String? = nil,
    date: String? = nil, status: Translation.Status? = nil, known: Identifier? = nil,
    reason: String? = nil
  ) throws -> Identifier {
    let id = known ?? StudyTranslation.identifier(of: anchor, into: language)
    guard let old = try state.object(StudyTranslation.self, id) else {
      var translation = StudyTranslation(
        text, of: anchor, into: language, by: signature.actor, status: status ?? .draft, id: id)
      translation.translator = try translator ?? ownName()
      translation.date = date ?? today
      try create(translation, reason: reason)
      return id
    }
    let isSame = old.text == text
    let ownName = try ownName()
    let today = today
    try changeTranslation(id, reason: reason) {
      $0.text = text
      $0.anchor = anchor
      $0.status = status ?? (isSame ? old.status : .draft)
      $0.translator = translator ?? (isSame ? old.translator : ownName)
      $0.date = date ?? (isSame ? old.date : today)
    }
    return id
  }

  private func ownName() throws -> String? {
    try state.object(Researcher.self, signature.actor)?.name
  }

  private var today: String { String(signature.at.description.prefix(10)) }

  /// Gives a translation a status: it was held against the words of its turn as they are now, so that
  /// what was stale no longer is. A translation of the transcript's file is taken into the study, with
  /// its translator and date.
  /// - Returns: The identifier of the translation.
  @discardableResult
  public mutating func setStatus(
    _ status: Translation.Status, of entry: TranslationSet.Entry, in version: TranscriptVersion,
    reason: String? = nil
  ) throws -> Identifier {
    let (translation, anchor) = (
      entry.translation, version.anchor([TextStretch(utterance: entry.translation.utterance)])
    )
    guard let id = entry.object else {
      var object = StudyTranslation(
        translation.text, of: anchor, into: translation.language, by: signature.actor,
        status: status)
      object.translator = translation.translator
      object.date = translation.date
      try create(object, .review, reason: reason)
      return object.id
    }
    try changeTranslation(id, .review, reason: reason) {
      $0.status = status
      $0.anchor = anchor
    }
    return id
  }

  /// Changes a translation. The event states wording, original and status even where they stay, so
  /// that another researcher's change of one of them meanwhile is a conflict.
  public mutating func changeTranslation(
    _ id: Identifier, _ verb: Verb = .change, reason: String? = nil,
    _ edit: (inout StudyTranslation) throws -> Void
  ) throws {
    var translation = try existing(StudyTranslation.self, id)
    let old = translation.fields.present
    try edit(&translation)
    var (before, after) = old.difference(to: translation.fields.present)
    guard !after.isEmpty else { return }
    if !StudyTranslation.inseparable.isDisjoint(with: after.keys) {
      for name in StudyTranslation.inseparable where after[name] == nil {
        before[name] = old[name]
        after[name] = old[name]
      }
    }
    try record(Change(.translation, id, verb, before: before, after: after, reason: reason))
  }
}
