extension StudyEditor {
  /// Takes translations over from a sheet that was made of the same transcript.
  ///
  /// Rows belong to utterances by their identifiers. What the study or the transcript's file has as
  /// the sheet says stays; reading the same sheet twice changes nothing the second time. An empty
  /// translation states nothing.
  /// - Parameters:
  ///   - sheet: The sheet.
  ///   - set: The translations of the transcript as they are.
  ///   - language: The language tag.
  ///   - translator: Who translated what is new or has new words; without it the researcher.
  ///   - date: When; without it the day.
  ///   - reason: Why; kept in the history.
  /// - Returns: What was done; rows that belong to no utterance are among the diagnostics.
  /// - Throws: ``ReadingError`` with lines if an original is not what the transcript says: nothing is
  ///   taken over then. ``RuleViolation`` as for ``translate(_:into:_:translator:date:status:known:reason:)``.
  @discardableResult
  public mutating func importTranslations(
    _ sheet: TranslationSheet, into set: TranslationSet, language: String,
    translator: String? = nil, date: String? = nil, reason: String? = nil
  ) throws -> ImportReport {
    let differing = sheet.rows.compactMap { row in Self.difference(row, sheet, set.version) }
    guard differing.isEmpty else { throw ReadingError(differing) }
    var report = ImportReport()
    var empty = 0
    for row in sheet.rows {
      guard let utterance = set.version.utterance(named: row.turn) else {
        report.note(
          .warning, file: sheet.name,
          "line \(row.line): \(set.version.transcript.id) has no utterance “\(row.turn)”",
          do: "correct the column “turn”, or leave the row out")
        continue
      }
      let text = TranslationText.trimmed(row.translation)
      let entry = set[utterance, language].flatMap {
        $0.translation.utterance == utterance ? $0 : nil
      }
      guard !text.isEmpty else {
        if entry != nil { empty += 1 }
        continue
      }
      let row = SheetRow(
        utterance: utterance, text: text, status: Translation.Status(rawValue: row.status))
      let isDone = try take(row, entry, set, language, translator, date, reason)
      report.count(
        .translation, isNew: isDone && entry?.object == nil,
        isChanged: isDone && entry?.object != nil)
    }
    if empty > 0 {
      report.note(
        .note, file: sheet.name,
        "\(empty) rows are empty where the transcript has a translation, which stays",
        do: "remove a translation with samtale translation remove, if that is meant")
    }
    return report
  }

  /// What the sheet takes for the original, if the transcript says something else.
  private static func difference(
    _ row: TranslationSheet.Row, _ sheet: TranslationSheet, _ version: TranscriptVersion
  ) -> Diagnostic? {
    guard let utterance = version.utterance(named: row.turn) else { return nil }
    let words = version.transcript.utterances[utterance].text.collapsed
    guard words != row.original.collapsed else { return nil }
    return Diagnostic(
      .error, .notImported, file: sheet.name, line: row.line > 0 ? row.line : nil,
      "the original of \(row.turn) in \(version.transcript.id) is “\(words)”, the sheet has "
        + "“\(row.original)”; nothing is taken over",
      do: "leave the column “original” as it was, or export the sheet anew and copy the "
        + "translations into it")
  }

  /// Makes of a row what it says.
  /// - Returns: Whether something changed.
  private mutating func take(
    _ row: SheetRow, _ entry: TranslationSet.Entry?, _ set: TranslationSet, _ language: String,
    _ translator: String?, _ date: String?, _ reason: String?
  ) throws -> Bool {
    let count = events.count
    if let entry, entry.translation.text == row.text {
      // A row says something of a stale translation only if it names a status.
      guard let status = row.status, status != entry.translation.status || entry.isStale else {
        return false
      }
      try setStatus(status, of: entry, in: set.version, reason: reason)
    } else {
      // The sheet carries the status of the old wording; a new one has not been checked by anybody,
      // unless the sheet says that it has come further than the old.
      let isNews = row.status.map { $0 > entry?.translation.status ?? .draft } ?? false
      try translate(
        set.version.anchor([TextStretch(utterance: row.utterance)]), into: language, row.text,
        translator: translator, date: date,
        status: entry == nil || isNews ? row.status : .draft, known: entry?.object,
        reason: reason)
    }
    return events.count > count
  }
}

/// A row that belongs to an utterance.
private struct SheetRow {
  var utterance: Int
  var text: String
  var status: Translation.Status?
}

/// Translations as they are typed.
enum TranslationText {
  /// Without white space around it.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
