import ArgumentParser
import Samtale
import SamtaleProject

/// How files are read: the same for all commands.
struct ReadingArguments: ParsableArguments {
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

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
  }

  /// What all commands say of the files they take.
  static let pathsHelp: ArgumentHelp =
    "Folders (all .xml and .tei files below them), files, projects, or - for standard input."
}

/// What to read and how: the same for all commands that take transcripts.
struct InputOptions: ParsableArguments {
  @Argument(help: ReadingArguments.pathsHelp, completion: .file())
  var input: [String]

  @OptionGroup var reading: ReadingArguments

  @Flag(name: .shortAndLong, help: "Print notes too, not only warnings and errors.")
  var verbose = false

  /// Prints diagnostics as the user wants them.
  var printer: DiagnosticPrinter { DiagnosticPrinter(quiet: reading.quiet, verbose: verbose) }

  /// Finds and reads the files, shows progress, and prints what is worth saying.
  func read<Value: Sendable>(
    content: ReadingOptions.Content = .everything,
    _ transform: @escaping @Sendable (Transcript) -> Value
  ) -> ReadInput<Value> {
    let projects = input.filter(ProjectFile.isOne)
    let files = CorpusInput(paths: input.filter { !projects.contains($0) })
    var reader = CorpusReader(
      options: ReadingOptions(
        lint: false,
        profile: reading.profile,
        followsIncludes: reading.followsIncludes,
        content: content
      ),
      workers: reading.jobs
    )
    let progress = reading.quiet ? nil : ProgressBar.start()
    if let progress { reader.progress = { progress.show($0, of: $1) } }
    let results = reader.map(files, transform)
    progress?.finish()
    var read = ReadInput(
      results: results,
      inputDiagnostics: files.files.isEmpty && !projects.isEmpty ? [] : files.diagnostics)
    for project in projects { read.take(project, transform) }
    printer.print(read.diagnostics)
    return read
  }
}

extension ReadingOptions.ProfileChoice: ExpressibleByArgument {}

/// What reading gave, and what it means for the exit status.
struct ReadInput<Value: Sendable> {
  var results: [CorpusReader.FileResult<Value>]
  var inputDiagnostics: [Diagnostic]

  /// What the transcripts of projects gave.
  private var ofProjects: [Value] = []
  /// Whether a project could not be opened.
  private var hasFailed = false

  init(results: [CorpusReader.FileResult<Value>], inputDiagnostics: [Diagnostic]) {
    self.results = results
    self.inputDiagnostics = inputDiagnostics
  }

  /// Adds the present transcripts of a project, in the order of their names.
  mutating func take(_ project: String, _ transform: (Transcript) -> Value) {
    do {
      ofProjects += try Project.open(project).corpus().inOrder.map { transform($0.transcript) }
    } catch {
      Terminal.printError("samtale: \(error)")
      hasFailed = true
    }
  }

  var values: [Value] { results.flatMap(\.values) + ofProjects }
  var diagnostics: [Diagnostic] { inputDiagnostics + results.flatMap(\.diagnostics) }

  /// 2 if nothing could be read, 1 if something could not, else 0.
  var exitCode: ExitCode {
    if values.isEmpty { return ExitCode(2) }
    let unread = results.contains { !$0.isRead } || hasFailed
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return ExitCode(unread || hasErrors ? 1 : 0)
  }
}
