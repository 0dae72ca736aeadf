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
        samtale check -v meeting1.xml     what became of each character
        samtale check --json transcripts/ > findings.json
        samtale check --profile samtale someone-elses.xml
        samtale check --codes             what the codes mean
      """
  )

  @Argument(help: ReadingArguments.pathsHelp, completion: .file())
  var paths: [String] = []

  @OptionGroup var reading: ReadingArguments

  @Flag(help: "Print the findings as JSON (Schemas/diagnostics.schema.json).")
  var json = false

  @Flag(help: "Print the codes of all findings with their meaning, and nothing else.")
  var codes = false

  @Flag(
    name: .shortAndLong,
    help: "Print notes too, and (without --json) what became of each file's characters."
  )
  var verbose = false

  @Option(
    name: .shortAndLong,
    help: "Write to this file instead of standard output.",
    completion: .file()
  )
  var output: String?

  func validate() throws {
    guard codes || !paths.isEmpty else {
      throw ValidationError("Name at least one file or folder, or - for standard input.")
    }
  }

  func run() throws {
    if codes { return try write(CheckReport.codes()) }
    let progress = reading.quiet ? nil : ProgressBar.start()
    var check = ProfileCheck(profile: reading.profile, workers: reading.jobs) { done, total in
      progress?.show(done, of: total)
    }
    check.followsIncludes = reading.followsIncludes
    let result = check.run(CorpusInput(paths: paths))
    progress?.finish()
    let least: Diagnostic.Severity = reading.quiet ? .error : verbose ? .note : .warning
    let report = CheckReport(result, leastSeverity: least)
    let color = output == nil && Terminal.usesColor && Terminal.width != nil
    try write(
      json
        ? report.json()
        : report.text(withAccounting: verbose) {
          DiagnosticPrinter.line($0, color: color)
        }
    )
    if result.exitStatus != 0 { throw ExitCode(Int32(result.exitStatus)) }
  }

  private func write(_ text: String) throws {
    var options = OutputOptions()
    options.output = output
    try options.write(text)
  }
}
