import Samtale

/// What came of importing one file.
public struct ImportResult: Sendable {
  /// The transcripts; none if the file could not be read as one. Only projects of other programs
  /// hold several.
  public var transcripts: [Transcript]
  /// Codes, codings and memos, where the format has them.
  public var study: StudyTEI.Reading?
  public var diagnostics: [Diagnostic]
  public var report: ImportSummary

  /// The first transcript; `nil` if there is none.
  public var transcript: Transcript? { transcripts.first }

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
  /// Labels that were found in front of words, with what was thought of them.
  public var labels: [ProposedLabel] = []
  /// Labels of the table of speakers that the file has.
  public var declaredLabels: Set<String> = []

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
    lines += labels.filter { !$0.isCertain }.map { "  label: \($0.sentence)" }
    // The lines of labels say the same of each.
    let listed = Set(labels.filter { !$0.isCertain }.map(\.label))
    lines += guesses.filter { $0.labels.isEmpty || !listed.isSuperset(of: $0.labels) }
      .map { "  guess: \($0.sentence)" }
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
      "guesses": .list(guesses), "labels": .list(labels.map(\.value)),
    ])
  }
}

/// A label that stands in front of words and may be a speaker's.
public struct ProposedLabel: Hashable, Sendable {
  /// The label as printed.
  public var label: String
  /// How often it stands in front of words.
  public var count: Int
  /// The first line where it does.
  public var line: Int
  /// Whether it was taken for a speaker's. One that occurs once is, if it was declared or
  /// if its place or its likeness to other labels tells.
  public var isAccepted: Bool
  /// Whether the table of speakers or the format itself says so, so that nobody need be asked.
  public var isCertain: Bool
  /// A more frequent label of which it may be a slip.
  public var looksLike: String?
  /// The first words behind it there, sixty characters at most. They are talk: reports leave them
  /// out.
  public var words: String

  public init(
    _ label: String, count: Int, line: Int, isAccepted: Bool, isCertain: Bool,
    looksLike: String? = nil, words: String = ""
  ) {
    self.label = label
    self.count = count
    self.line = line
    self.isAccepted = isAccepted
    self.isCertain = isCertain
    self.looksLike = looksLike
    self.words = Self.beginning(words)
  }

  /// The beginning of a text, with an ellipsis where it goes on.
  static func beginning(_ text: String) -> String {
    let start = text.prefix(200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return start.count > 60 ? start.prefix(60) + "…" : start
  }

  /// What was found and thought of it, in one line.
  var sentence: String {
    let verdict = isAccepted ? "taken for a speaker" : "taken for words"
    let other = looksLike.map { ", looks like “\($0)”" } ?? ""
    return "“\(label)” \(count == 1 ? "once" : "\(count) times"), first in line \(line): \(verdict)"
      + other
  }

  var value: Value {
    .object([
      "label": .text(label), "count": .number(count), "line": .number(line),
      "accepted": .flag(isAccepted), "certain": .flag(isCertain), "looksLike": Value(looksLike),
    ])
  }
}
