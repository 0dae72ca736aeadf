import ArgumentParser
import Samtale
import SamtaleFormats

struct PseudonymAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Search files for what the key should have replaced.",
    discussion: """
      Any files: transcripts, tables, reports, Word documents and other archives (and archives \
      inside them), projects; their names too. Forms of the key are found in whatever capitals, \
      without accents and inside other words, divided by tags and written in signs (&#248;, %C3%B8); \
      numbers and addresses by their pattern.

      PDF files, pictures, recordings and compressed files hold words in ways that no search reads: \
      they are named, so that you look through them yourself.

      A finding is certain, likely, or possible: part of another word, or an ordinary word that is a \
      name too. Look at those too.

      Exit status: 0 nothing found; 1 something found (certain, likely or possible), not readable or \
      not decided; 2 could not be done.
      """)

  @Argument(help: "Files and folders (all files below them, hidden ones too).", completion: .file())
  var input: [String]

  @OptionGroup var key: KeyOptions

  enum Undecided: String, ExpressibleByArgument, CaseIterable { case refuse, keep, replace }

  @Option(
    help: """
      Forms that nobody has decided about are named as a gap (refuse), not looked for (keep), or \
      looked for (replace).
      """)
  var undecided: Undecided = .refuse

  @Flag(help: "Print findings as JSON, one a line.") var json = false

  func run() throws {
    var secret = try key.read()
    if undecided == .replace { secret = secret.deciding(.replace) }
    var search = LeftoverSearch(PseudonymAudit(key: secret))
    try spoken {
      let files = try SearchedFiles(input)
      search.gaps += files.failures
      for path in files.paths { look(at: path, &search) }
    }
    if undecided == .refuse, !secret.undecided.isEmpty {
      let count = secret.undecided.count
      search.gaps.append(
        "\(count) form\(count == 1 ? "" : "s") of the key that nobody has decided about "
          + "\(count == 1 ? "was" : "were") not looked for; decide, or say --undecided")
    }
    for gap in search.gaps { Terminal.printError("samtale: \(gap)") }
    Terminal.printError("\(search.files) files searched, \(search.tally)")
    if let advice = search.advice { Terminal.printError(advice) }
    if !search.findings.isEmpty || !search.gaps.isEmpty { throw ExitCode(1) }
  }

  private func look(at path: String, _ search: inout LeftoverSearch) {
    guard !Files.areSame(path, key.key) else {
      return search.gaps.append("\(path) is the key: keep it apart from what is shared")
    }
    for finding in search.look(at: path) {
      print(json ? finding.value.jsonText : finding.sentence)
    }
  }
}

extension PseudonymAudit.Finding {
  /// The finding as a line for people.
  var sentence: String {
    let place = [line, column].compactMap { $0.map(String.init) }
    let form = form == text ? "" : " (the key has “\(form)”)"
    return ([file] + place).joined(separator: ":") + ": \(certainty.word) \(kind.rawValue) "
      + "“\(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))”\(form)"
  }

  /// The finding for programs.
  var value: Value {
    .object([
      "file": .text(file), "line": line.map(Value.number) ?? .null,
      "column": column.map(Value.number) ?? .null, "text": .text(text), "form": .text(form),
      "entry": Value(entry), "kind": .text(kind.rawValue), "certainty": .text(certainty.word),
    ])
  }
}

extension PseudonymAudit.Certainty {
  fileprivate var word: String {
    switch self {
    case .certain: "certain"
    case .likely: "likely"
    case .possible: "possible"
    }
  }
}
