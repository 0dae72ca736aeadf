import Samtale

/// The transcript and the report.
extension TalkAssembly {
  /// The transcript and the report.
  mutating func result() -> ImportResult {
    assemble()
    return finished()
  }

  private mutating func finished() -> ImportResult {
    checkOrder()
    closeAccounts()
    if builder.count == 0, !findings.diagnostics(strict: false).contains(where: \.isError) {
      findings.report(
        .error, .noUtterances, line: nil, "there is no talk in the file",
        do: "check that it is the right file")
    }
    builder.header.remarks =
      ["Imported from \(format?.name ?? "an unknown format") (\(text.encoding.rawValue))."]
      + builder.header.remarks + findings.guesses.map { "Assumed: \($0.plainSentence)." }
    if let recording = options.recording { link(recording, lastSecond: builder.lastSecond) }
    let diagnostics = findings.diagnostics(strict: options.isStrict)
    let transcript = builder.count > 0 ? builder.transcript() : nil
    return ImportResult(
      transcripts: transcript.map { [$0] } ?? [], diagnostics: diagnostics,
      report: report(transcript))
  }

  private func report(_ transcript: Transcript?) -> ImportSummary {
    var report = ImportSummary(
      file: findings.file, format: format, encoding: text.encoding)
    report.accounting = builder.accounting
    report.guesses = findings.guesses
    report.labels = labels + prefixLabels.prefix(200)
    report.declaredLabels = finder.met
    guard let transcript else { return report }
    report.utterances = transcript.utterances.count
    report.turns = transcript.turnCount()
    report.speakers = transcript.participants.compactMap(\.label)
    report.utterancesWithoutSpeaker = utterancesWithoutSpeaker
    return report
  }

  private mutating func closeAccounts() {
    for category in TextAccounting.Category.allCases {
      builder.accounting[category] += accounted[category]
    }
    let total = total ?? text.count
    builder.accounting.read = total
    builder.accounting[rest] += total - builder.accounting.kept - builder.accounting.skipped
  }

  private mutating func checkOrder() {
    if builder.refusedTimes > 0 {
      findings.report(
        .warning, .badTime, line: nil,
        "\(builder.refusedTimes) times are beyond what a recording can last",
        do: "correct them; they are left out")
    }
    if builder.tooDeepStretches > 0 {
      findings.report(
        .warning, .notImported, line: nil,
        "\(builder.tooDeepStretches) marks of stretches lie inside more than 200 others; they are "
          + "left out, their words are kept",
        do: "look for brackets that are repeated by mistake")
    }
    if builder.replacedCharacters > 0 {
      findings.report(
        .warning, .encoding, line: nil,
        "\(builder.replacedCharacters) control characters cannot stand in XML; written as U+FFFD",
        do: "remove them from the file")
    }
  }
}

extension Diagnostic {
  fileprivate var isError: Bool { severity == .error }
}
