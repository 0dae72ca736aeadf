extension StudyRules {
  /// A translation is of one whole turn, and never changes its turn's transcript or its language:
  /// that would be another translation.
  func checkTranslation(_ translation: StudyTranslation, touched: Set<String>) throws {
    if touched.contains("anchor") { try checkPlace(translation) }
    let old = try state.object(StudyTranslation.self, translation.id)
    if let old, !Translation.isSame(old.language, translation.language) {
      throw RuleViolation(
        .badValue, "a translation into \(old.language) stays one", do: "make a new translation")
    }
    if touched.contains("language"), ProfileValue.language(translation.language) == nil {
      throw RuleViolation(
        .badValue, "“\(translation.language)” is no language tag",
        do: "write it as in BCP 47: en, nb, en-GB")
    }
    if touched.contains("date"), let date = translation.date, ProfileValue.date(date) == nil {
      throw RuleViolation(
        .badValue, "“\(date)” is no date", do: "write a day as 2026-01-31, or a month as 2026-01")
    }
  }

  private func checkPlace(_ translation: StudyTranslation) throws {
    guard let anchor = translation.anchor, anchor.kind == .turn, anchor.segments.count == 1,
      anchor.segments[0].scalars == nil
    else {
      throw RuleViolation(
        .anchor, "a translation is of one whole turn", do: "translate turn by turn")
    }
    let old = try state.object(StudyTranslation.self, translation.id)
    guard old?.anchor?.transcript == nil || old?.anchor?.transcript == anchor.transcript else {
      throw RuleViolation(
        .anchor, "a translation stays with its transcript", do: "make a new one there")
    }
  }
}
