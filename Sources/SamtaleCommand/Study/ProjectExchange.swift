import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ProjectExport: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the coded transcripts as TEI: codebook, codings and memos beside the talk.",
    discussion: """
      What the files do not hold (the history above all) is said in numbers. Private memos are never \
      written, the team's only with --team-memos.

      Example:
        samtale project export -o coded/
      """)

  @Option(name: .shortAndLong, help: "The folder to write to; made if it does not exist.")
  var output: String
  @Flag(help: "Write the team's memos too, not only those meant for export.") var teamMemos = false
  @OptionGroup var file: ProjectOptions

  func work() throws {
    let project = try file.open()
    let corpus = try project.corpus()
    let options = StudyTEI.Options(includesTeamMemos: teamMemos)
    try Files.makeFolder(output)
    let files = StudyTEI.write(corpus, options: options)
    for file in files {
      let diagnostics = try TEI.write(file.transcript, to: "\(output)/\(file.name)")
      DiagnosticPrinter(quiet: false, verbose: true).print(diagnostics)
    }
    let losses = StudyTEI.losses(
      corpus, options: options, events: try project.events(), conflicts: try project.conflicts())
    for loss in losses { Terminal.printError("not carried: \(loss)") }
    print("\(files.count) transcripts written to \(output)")
  }
}

struct ProjectImport: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take codings, memos and codes over from TEI files that hold them beside the talk.",
    discussion: "The transcripts must be in the project: samtale project add. Twice is harmless.")

  @Argument(help: ReadingArguments.pathsHelp, completion: .file())
  var input: [String]
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let desk = try Desk(file, author)
    let read = Corpus.read(input)
    DiagnosticPrinter.withoutNotes.print(read.diagnostics)
    let versions = try desk.project.all(StudyTranscript.self).filter { !$0.isWithdrawn }
      .map { try desk.project.transcript($0.id) }
    let reading = StudyTEI.read(read.transcripts)
    let report = try desk.perform { try $0.importCodings(from: reading, into: versions) }
    reply.say(report)
    if report.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
