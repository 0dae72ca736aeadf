import ArgumentParser
import Samtale
import SamtaleFormats
import SamtaleProject

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write transcripts or a project in the format of another program.",
    discussion: """
      What the format cannot hold is said in numbers before anything is written. The same input \
      always gives the same bytes.

        tei       Samtale TEI, which holds everything but the history of a project
        iso       TEI after ISO 24624
        qdpx      REFI-QDA project for NVivo, MAXQDA, ATLAS.ti, QualCoder
        qdc       REFI-QDA codebook
        chat      CHAT (CLAN, TalkBank)
        eaf       ELAN
        exb       EXMaRALDA
        textgrid  Praat
        webvtt    subtitles
        csv       tidy tables for R and Python, with a description of each column
        jsonl     the same tables as JSON Lines
        convokit  a ConvoKit corpus

      Exit status: 0 done; 1 done, but something could not be read; 2 could not be done.

      Examples:
        samtale export --to csv -o tables/ transcripts/
        samtale export --to eaf -o elan/ transcripts/
        samtale export --to qdpx --dialect nvivo -o out/ study.samtale
      """
  )

  @OptionGroup var input: InputOptions

  @Option(help: "The format to write.")
  var to: ExportFormat = .tei

  @Option(
    name: .shortAndLong,
    help: """
      The folder to write to; made if it does not exist. A name that ends as files of the format do \
      (talk.cha) is that of the file, if there is only one.
      """,
    completion: .directory
  )
  var output: String

  @Option(
    help: """
      The program that a REFI-QDA project (qdpx) is for: they count positions differently \
      (default: standard).
      """)
  var dialect: QDAProgram?

  @Flag(help: "Write memos of the team too, not only those meant for export.")
  var teamMemos = false

  @Flag(help: "Replace files that are there.")
  var force = false

  func validate() throws {
    guard dialect == nil || to == .qdaProject else {
      throw ValidationError("--dialect is for REFI-QDA projects: use it with --to qdpx.")
    }
  }

  func run() throws {
    let sources = ExportSources(input)
    var result = ExportResult()
    if !sources.transcripts.isEmpty {
      result += try Exporter.export(sources.transcripts, to: to, options: options)
    }
    for study in sources.studies {
      var options = options
      options.events = study.events
      options.name = Files.stem(study.path)
      result += try Exporter.export(study.corpus, to: to, options: options)
    }
    input.printer.print(result.diagnostics)
    guard !result.files.isEmpty else {
      throw sources.exitCode == .success ? ExitCode(2) : sources.exitCode
    }
    if !input.reading.quiet {
      for line in result.losses.lines { Terminal.printError("not carried: \(line)") }
    }
    try write(result.files, sources.files)
    if !input.reading.quiet {
      let count = result.files.count
      Terminal.printError("\(count) file\(count == 1 ? "" : "s") written to \(output)")
    }
    if sources.exitCode != .success { throw sources.exitCode }
    if result.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  private var options: ExportOptions {
    var options = ExportOptions()
    options.includesTeamMemos = teamMemos
    options.program = dialect ?? .standard
    return options
  }

  private func write(_ files: [ExportedFile], _ inputs: [String]) throws {
    try spoken {
      let isFile = try namesFile(files)
      let paths = isFile ? [output] : files.map { "\(output)/\($0.path)" }
      guard Set(paths).count == paths.count else {
        throw ProjectError(
          .ambiguous, "two inputs would write the same files", do: "export them one by one")
      }
      try refuseToOverwrite(inputs, with: paths, isFile: isFile)
      if !isFile { try Files.makeFolder(output) }
      for (file, path) in zip(files, paths) { try Files.write(file.bytes, to: path) }
    }
  }
}

extension ExportCommand {
  /// Whether the output is named as a file of the format is, and not as a folder that is there.
  /// - Throws: A `ProjectError` if there are several such files.
  private func namesFile(_ files: [ExportedFile]) throws -> Bool {
    let suffixes = Set(files.compactMap { $0.path.split(separator: ".").last?.lowercased() })
    let parts = output.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let suffix = parts.last?.lowercased(), suffixes.contains(suffix),
      Files.isFolder(output) != true
    else { return false }
    guard files.count == 1 else {
      throw ProjectError(
        .ambiguous, "\(files.count) files are to be written, and \(output) is the name of one",
        do: "name a folder with --output")
    }
    return true
  }

  /// Originals are never replaced: they may hold more than the format does.
  private func refuseToOverwrite(_ inputs: [String], with outputs: [String], isFile: Bool) throws {
    for path in outputs {
      guard let original = inputs.first(where: { Files.areSame($0, path) }) else { continue }
      throw ProjectError(
        .exists, "\(original) would be overwritten", do: "name another folder with --output")
    }
    guard !force, to != .tei || isFile,
      let taken = outputs.first(where: { Files.isFolder($0) != nil })
    else { return }
    throw ProjectError(.exists, "\(taken) is there already", do: "--force replaces it")
  }
}

/// What is to be exported: transcripts that stand alone, and projects.
struct ExportSources {
  private(set) var transcripts: [Transcript] = []
  private(set) var studies: [(path: String, corpus: StudyCorpus, events: [Event])] = []
  /// Files that must not be overwritten.
  private(set) var files: [String] = []
  private(set) var exitCode = ExitCode.success

  init(_ input: InputOptions) {
    var alone = input
    let projects = input.input.filter(ProjectFile.isOne)
    alone.input = input.input.filter { !projects.contains($0) }
    files = projects
    if !alone.input.isEmpty {
      let read = alone.read { $0 }
      transcripts = read.values
      files += read.results.map(\.file)
      exitCode = read.exitCode
    }
    for path in projects { add(project: path) }
  }

  private mutating func add(project path: String) {
    do {
      let project = try Project.open(path)
      studies.append((path, try project.corpus(), try project.events()))
    } catch {
      Terminal.printError("samtale: \(error)")
      exitCode = ExitCode(transcripts.isEmpty && studies.isEmpty ? 2 : 1)
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
extension QDAProgram: ExpressibleByArgument {}
