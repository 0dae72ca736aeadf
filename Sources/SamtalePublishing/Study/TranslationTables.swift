import Samtale

extension Table {
  /// Which turns of a translation table to show.
  public enum TranslationRows: Sendable {
    /// Turns with a translation.
    case translated
    /// Turns with words that have none.
    case missing
  }

  /// Turns beside their translation, for those who check it: both languages, who translated, how far
  /// it has come.
  /// - Parameters:
  ///   - sets: The translations, a transcript each.
  ///   - language: The language tag.
  ///   - rows: Translated turns, or those without a translation.
  /// - Returns: One row for each turn. A translation whose original was corrected since says so in
  ///   `status`; those whose turn is no longer found are listed at the end, without a turn.
  public static func translations(
    _ sets: [TranslationSet], language: String, _ rows: TranslationRows = .translated
  ) -> Table {
    var table = Table(
      title: rows == .missing ? "Not translated into \(language)" : "Translation into \(language)",
      columns: [
        .words("transcript", "transcript"), .words("turn", "turn"), .words("speaker", "speaker"),
        .words("original", "original"), .words("translation", "translation"),
        .words("status", "status"), .words("translator", "translator"), .words("date", "date"),
        .words("from", "from", .programs), .words("stale", "stale", .programs),
        .words("object", "object", .programs), .words("source", "file:line", .programs),
      ])
    switch rows {
    case .missing:
      table.rows = sets.flatMap { set in set.missing(language).map { Row(missing($0, set)) } }
      table.notes = ["Turns with words; what holds none needs no translation."]
    case .translated:
      for set in sets {
        table.rows += set.entries
          .filter { Translation.isSame($0.translation.language, language) }
          .map { Row(cells($0, set)) }
        table.rows += set.lost
          .filter { Translation.isSame($0.language, language) }
          .map { Row(lost($0, set), kind: .apart) }
      }
      table.notes = notes(sets.map { $0.coverage(language) })
    }
    return table
  }

  private static func notes(_ coverage: [TranslationSet.Coverage]) -> [String] {
    let sum = { (count: KeyPath<TranslationSet.Coverage, Int>) in
      coverage.reduce(0) { $0 + $1[keyPath: count] }
    }
    var notes: [String] = []
    if sum(\.stale) > 0 {
      notes.append(
        "\(counted(sum(\.stale), "translation")) stale: the words of the turn were corrected since. "
          + "Look at each, then: samtale translation status STATUS -t … -u …")
    }
    if sum(\.lost) > 0 {
      notes.append(
        "\(counted(sum(\.lost), "translation")) without a turn: it is no longer found in the "
          + "transcript.")
    }
    if sum(\.unused) > 0 {
      notes.append(
        "\(counted(sum(\.unused), "translation")) not used, since the turn has another into the "
          + "same language.")
    }
    return notes
  }

  private static func missing(_ utterance: Int, _ set: TranslationSet) -> [Cell] {
    let head = place(utterance, set)
    return head + [
      .missing(""), .text("missing"), .missing(""), .missing(""), .missing(""), .missing(""),
      .missing(""), source(utterance, set),
    ]
  }

  private static func cells(_ entry: TranslationSet.Entry, _ set: TranslationSet) -> [Cell] {
    let translation = entry.translation
    let status = translation.status?.rawValue ?? "not stated"
    return place(translation.utterance, set) + [
      .text(translation.text), .text(entry.isStale ? "stale (\(status))" : status),
      .optional(translation.translator), .optional(translation.date),
      .text(entry.object == nil ? "file" : "study"), .text(entry.isStale ? "yes" : "no"),
      .optional(entry.object?.short), source(translation.utterance, set),
    ]
  }

  private static func lost(_ object: StudyTranslation, _ set: TranslationSet) -> [Cell] {
    [
      .text(set.name.name), .missing(""), .missing(""), .missing(""), .text(object.text),
      .text("turn not found (\(object.status.rawValue))"), .optional(object.translator),
      .optional(object.date), .text("study"), .text("yes"), .text(object.id.short), .missing(""),
    ]
  }

  private static func place(_ utterance: Int, _ set: TranslationSet) -> [Cell] {
    [
      .text(set.name.name), .text(set.version.name(of: utterance)), .text(set.speaker(utterance)),
      .text(set.version.transcript.utterances[utterance].text),
    ]
  }

  private static func source(_ utterance: Int, _ set: TranslationSet) -> Cell {
    let transcript = set.version.transcript
    return .text("\(transcript.file):\(transcript.utterances[utterance].line)")
  }

  /// How much of each transcript is translated into each language.
  public static func translationCoverage(_ coverage: [TranslationSet.Coverage]) -> Table {
    var table = Table(
      title: "Translated turns",
      columns: [
        .words("transcript", "transcript"), .words("language", "into"),
        .count("utterances", "turns with words"), .count("translated", "translated"),
        .count("draft", "draft"), .count("checked", "checked"),
        .count("back_translated", "back-translated"), .count("not_stated", "status not stated"),
        .count("stale", "stale"), .count("lost", "turn not found"),
        .words("translators", "translators"), .words("missing", "not translated"),
      ])
    table.rows = coverage.map { row in
      Row([
        .text(row.transcript.name), .text(row.language), .integer(row.utterances),
        .integer(row.translated), .integer(row.byStatus[.draft] ?? 0),
        .integer(row.byStatus[.checked] ?? 0), .integer(row.byStatus[.backTranslated] ?? 0),
        .integer(row.withoutStatus), .integer(row.stale), .integer(row.lost),
        .text(row.translators.joined(separator: "; ")),
        .text(row.missing.joined(separator: ", ")),
      ])
    }
    table.notes = [
      "Stale: the words of the turn were corrected after they were translated; counted under no "
        + "other status."
    ]
    return table
  }
}
