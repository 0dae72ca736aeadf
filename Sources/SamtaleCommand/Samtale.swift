import ArgumentParser

@main
struct SamtaleCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "samtale",
    abstract: "From transcripts of recorded conversations to the tables of a paper.",
    discussion: """
      Results go to standard output, everything else to standard error. Nothing leaves this \
      machine.

      Examples:
        samtale participation Corpora/ips-meetings
        samtale participants transcripts/
        samtale check transcripts/

      Exit status: 0 done; 1 done, but something was found or could not be read; 2 could not be \
      done; 64 the command was not understood.

      Shell completions: samtale --generate-completion-script bash (or zsh, fish).
      """,
    version: version,
    subcommands: [
      ParticipationCommand.self, ParticipantsCommand.self, TurnsCommand.self, TopicsCommand.self,
      UptakeCommand.self, MeasuresCommand.self, ReportCommand.self, CheckCommand.self,
      ImportCommand.self, ExportCommand.self, PseudonymiseCommand.self,
      ProjectCommand.self, CodeCommand.self, ThemeCommand.self, MemoCommand.self, StcCommand.self,
      TranslationCommand.self, QueryCommand.self, CompareCommand.self, AgreementCommand.self,
      ExcerptCommand.self, ClaimCommand.self, ResultsCommand.self, DossierCommand.self,
      FigureCommand.self,
    ]
  )

  /// Runs the command, after a look at its name: a misspelt one gets a suggestion.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    if let name = arguments.first, !name.hasPrefix("-"), !(names + ["help"]).contains(name) {
      exit(withError: ValidationError(Misspelling(name, among: names).message))
    }
    main(arguments)
  }
}

/// A word that stands where one of a few was meant.
struct Misspelling {
  let message: String

  init(_ word: String, among names: [String]) {
    let nearest = names.map { (name: $0, distance: Self.distance(word, $0)) }
      .min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= max(2, word.count / 3) else {
      message = "There is no command '\(word)'. Commands: \(names.joined(separator: ", "))."
      return
    }
    message = "There is no command '\(word)'. Did you mean '\(nearest.name)'?"
  }

  /// How many letters must be put in, left out or replaced to make one word of another.
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (b[j] == letter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
