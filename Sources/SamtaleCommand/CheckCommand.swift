import ArgumentParser
import Samtale
import SamtalePublishing

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in transcripts, with file, line, column and what to do.",
    discussion: """
      Files in the Samtale TEI profile (transcriptionDesc ident="samtale") are checked against its \
      grammar and all its rules; other TEI is checked for what matters to reading it.

      Exit status: 0 clean, 1 something was found, 2 a file could not be read.

      Examples:
        samtale check transcripts/
        samtale check -v meeting1.xml        what became of each character of the file
        samtale check --json transcripts/ > findings.json
        samtale check --profile samtale someone-elses.xml
        samtale check --codes                what the codes mean
      """
  )

  @Argument(
    help: "Folders (all .xml and .tei files below them), files, or - for standard input.",
    completion: .file()
  )
  var paths: [String] = []

  @Option(help: "Which rules hold: samtale, tei (lenient), or automatic (what each file declares).")
  var profile: ReadingOptions.ProfileChoice = .automatic

  @Flag(help: "Print the findings as JSON (Schemas/diagnostics.schema.json).")
  var json = false

  @Flag(help: "Print the codes of all findings with their meaning, and nothing else.")
  var codes = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many files to check at the same time."
  )
  var jobs: Int = 2

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: "Print notes too, and what became of the characters of each file."
  )
  var verbose = false

  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?

  func validate() throws {
    guard codes || !paths.isEmpty else {
      throw ValidationError("Name at least one file or folder, or - for standard input.")
    }
    guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    if codes { return try write(CheckReport.codes()) }
    let progress = quiet ? nil : ProgressBar.start()
    let check = ProfileCheck(profile: profile, workers: jobs) { done, total in
      progress?.show(done, of: total)
    }
    .run(CorpusInput(paths: paths))
    progress?.finish()
    let report = CheckReport(check, leastSeverity: quiet ? .error : verbose ? .note : .warning)
    let color = output == nil && Terminal.usesColor && Terminal.width != nil
    try write(
      json
        ? report.json()
        : report.text(withAccounting: verbose) {
          DiagnosticPrinter.line($0, color: color)
        }
    )
    if check.exitStatus != 0 { throw ExitCode(Int32(check.exitStatus)) }
  }

  private func write(_ text: String) throws {
    var options = OutputOptions()
    options.output = output
    try options.write(text)
  }
}
