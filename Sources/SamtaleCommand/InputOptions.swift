import ArgumentParser
import Samtale

/// What to read and how: the same for all commands that take transcripts.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Folders (all .xml and .tei files below them), files, or - for standard input.",
    completion: .file()
  )
  var input: [String]

  @Option(
    help: """
      Which rules hold: those of the Samtale profile (samtale), lenient reading of any TEI (tei), \
      or what each file declares (automatic).
      """
  )
  var profile: ReadingOptions.ProfileChoice = .automatic

  @Flag(name: .customLong("include"), help: "Follow xi:include of files in the same folder.")
  var followsIncludes = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many files to read at the same time."
  )
  var jobs: Int = 2

  @Flag(name: .shortAndLong, help: "Print no warnings and no progress; errors are still printed.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print notes too, and more about each file.")
  var verbose = false

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
  }

  /// Finds and reads the files, shows progress, and prints what is worth saying.
  func read<Value: Sendable>(
    lint: Bool = false,
    content: ReadingOptions.Content = .everything,
    prints: Bool = true,
    _ transform: @escaping @Sendable (Transcript) -> Value
  ) -> ReadInput<Value> {
    let files = CorpusInput(paths: input)
    var reader = CorpusReader(
      options: ReadingOptions(
        lint: lint,
        profile: profile,
        followsIncludes: followsIncludes,
        content: content
      ),
      workers: jobs
    )
    let progress = quiet ? nil : ProgressBar.start()
    if let progress { reader.progress = { progress.show($0, of: $1) } }
    let results = reader.map(files, transform)
    progress?.finish()
    let read = ReadInput(results: results, inputDiagnostics: files.diagnostics)
    if prints { DiagnosticPrinter(quiet: quiet, verbose: verbose).print(read.diagnostics) }
    return read
  }
}

extension ReadingOptions.ProfileChoice: ExpressibleByArgument {}

/// What reading gave, and what it means for the exit status.
struct ReadInput<Value: Sendable> {
  var results: [CorpusReader.FileResult<Value>]
  var inputDiagnostics: [Diagnostic]

  var values: [Value] { results.flatMap(\.values) }
  var diagnostics: [Diagnostic] { inputDiagnostics + results.flatMap(\.diagnostics) }

  /// 2 if nothing could be read, 1 if something could not, else 0.
  var exitCode: ExitCode {
    let unread = results.contains { !$0.isRead } || !inputDiagnostics.isEmpty
    let hasErrors = diagnostics.contains { $0.severity == .error }
    if values.isEmpty { return ExitCode(2) }
    return ExitCode(unread || hasErrors ? 1 : 0)
  }
}
