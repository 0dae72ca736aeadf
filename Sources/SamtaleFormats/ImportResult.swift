import Samtale

/// What came of importing one file.
public struct ImportResult: Sendable {
  /// The transcript; `nil` if the file could not be read as a transcript.
  public var transcript: Transcript?
  public var diagnostics: [Diagnostic]
  public var report: ImportSummary

  /// Whether something could not be read: the whole file, or parts that were skipped.
  public var isPartial: Bool { hasErrors || report.accounting[.refused] > 0 }

  /// Whether something was refused.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// What an import found, in numbers.
public struct ImportSummary: Hashable, Sendable {
  public var file: String
  /// `nil` if the format was not recognised.
  public var format: ForeignFormat?
  public var encoding: SourceText.Encoding
  public var utterances = 0
  public var turns = 0
  /// Labels of the people who speak, in the order in which the file names them.
  public var speakers: [String] = []
  /// Utterances whose speaker nobody knows.
  public var utterancesWithoutSpeaker = 0
  /// What was done with each character of the decoded file.
  public var accounting = TextAccounting()
  public var guesses: [ImportGuess] = []

  /// The report in a few lines.
  public var text: String {
    var lines = ["\(file): \(format?.name ?? "unknown format"), \(encoding.rawValue)"]
    let unknown =
      utterancesWithoutSpeaker == 0 ? "" : ", \(utterancesWithoutSpeaker) without a speaker"
    lines.append("  \(utterances) utterances\(unknown), \(turns) turns")
    lines.append(
      "  speakers: \(speakers.isEmpty ? "none named" : speakers.joined(separator: ", "))")
    lines.append(
      "  \(accounting.read) characters = \(accounting.kept) kept (\(counts(kept: true)))"
        + " + \(accounting.skipped) skipped (\(counts(kept: false)))")
    lines += guesses.map { "  guess: \($0.sentence)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func counts(kept: Bool) -> String {
    let counts = accounting.counts.filter { $0.key.isKept == kept }.sorted { $0.key < $1.key }
    return counts.isEmpty
      ? "none" : counts.map { "\($0.key.name) \($0.value)" }.joined(separator: ", ")
  }

  /// The report as a value that is written as JSON.
  public var value: Value {
    let guesses = guesses.map { guess -> Value in
      .object([
        "kind": .text(guess.kind.rawValue), "count": .number(guess.count),
        "line": guess.line.map(Value.number) ?? .null, "meaning": .text(guess.kind.meaning),
      ])
    }
    let characters = accounting.counts.map { ($0.key.name, Value.number($0.value)) }
    return .object([
      "file": .text(file), "format": Value(format?.rawValue), "encoding": .text(encoding.rawValue),
      "utterances": .number(utterances), "turns": .number(turns),
      "utterancesWithoutSpeaker": .number(utterancesWithoutSpeaker),
      "speakers": .list(speakers.map(Value.text)), "charactersRead": .number(accounting.read),
      "charactersKept": .number(accounting.kept),
      "charactersSkipped": .number(accounting.skipped),
      "characters": .object(Dictionary(uniqueKeysWithValues: characters)),
      "guesses": .list(guesses),
    ])
  }
}
