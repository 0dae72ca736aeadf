import Samtale

extension SpeakerMap {
  /// Labels of the table that stand in none of the imported files, which may be misspelt.
  /// - Parameter summaries: What the imports found; they must have been made with this table.
  /// - Returns: One warning that names them, none if all were met.
  public func unused(by summaries: [ImportSummary]) -> [Diagnostic] {
    let missing = entries.filter { entry in
      !summaries.contains { summary in
        summary.declaredLabels.contains(entry.label)
          && (entry.file.map { Self.names($0, summary.file) } ?? true)
      }
    }
    guard !missing.isEmpty else { return [] }
    let names = missing.prefix(8).map { entry in
      "“\(entry.label)”" + (entry.file.map { " of \($0)" } ?? "")
    }
    let more = missing.count > 8 ? " and \(missing.count - 8) more" : ""
    return [
      Diagnostic(
        .warning, .badTable,
        "labels of the table of speakers stand in no file: \(names.joined(separator: ", "))\(more)",
        do: "compare their spelling with the files and with the labels in the report")
    ]
  }
}

extension ImportSummary {
  /// Labels such as `P` or `Interviewer` that stand in several files, where they may well mean
  /// different people.
  /// - Parameters:
  ///   - summaries: What the imports found.
  ///   - speakers: The table of speakers; a label is settled for a file where it has an `id`.
  /// - Returns: A warning for each label that becomes one person without anybody having said so.
  public static func sharedLabels(_ summaries: [ImportSummary], _ speakers: SpeakerMap)
    -> [Diagnostic]
  {
    var files: [String: [String]] = [:]
    for summary in summaries {
      let settled = Set(speakers.of(summary.file).entries.filter { $0.id != nil }.map(\.label))
      for label in Set(summary.speakers) where SpeakerLabel.isGeneric(label) {
        guard !settled.contains(label) else { continue }
        files[label, default: []].append(summary.file)
      }
    }
    return files.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { label, files in
      let names = files.prefix(8).joined(separator: ", ")
      let more = files.count > 8 ? " and \(files.count - 8) more" : ""
      return Diagnostic(
        .warning, .guessed,
        "“\(label)” stands in \(files.count) files (\(names)\(more)) and becomes one person",
        do: "if they are several people, give each an id in the table of speakers, with the column "
          + "file")
    }
  }
}

extension SpeakerLabel {
  /// Whether a label says what part somebody has rather than who it is: `P`, `Interviewer`,
  /// `Participant 1`, `Speaker 2`.
  static func isGeneric(_ label: String) -> Bool {
    if isNumber(label) { return true }
    if label.count == 1 { return label.allSatisfy(\.isLetter) }
    let lower = label.lowercased()
    let stem = lower.filter { $0.isLetter || $0 == " " }.trimmed
    if lower.contains(where: \.isNumber), stem.count == 1 { return true }
    return generic.contains(stem)
  }

  private static let generic: Set<String> = [
    "interviewer", "interviewee", "intervjuer", "intervjuar", "participant", "deltaker",
    "deltakar", "speaker", "informant", "respondent", "moderator", "facilitator", "observer",
    "researcher", "patient", "client", "therapist", "leader", "chair", "man", "woman", "male",
    "female", "voice", "unknown", "int", "res", "inf", "mod", "taler", "forsker", "forskar",
    "pasient", "klient", "terapeut", "leder", "møteleder", "ordstyrer", "mann", "kvinne", "stemme",
    "person", "intervjuperson", "befragte", "befragter", "sprecher", "sprecherin", "teilnehmer",
    "teilnehmerin", "forscher", "forscherin",
  ]
}
