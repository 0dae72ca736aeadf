import ArgumentParser
import Samtale
import SamtaleFormats
import SamtaleProject

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make transcripts of Word, text, subtitle, speech-recognition and corpus files.",
    discussion: """
      The format is told by the content: \
      Word (DOCX), OpenDocument (ODT), rich text (RTF), plain text with speaker labels, f4, \
      InqScribe, Otter/Meet/Teams text, tables (CSV, TSV), WebVTT, SubRip (SRT), Whisper JSON, \
      CHAT, ELAN, EXMaRALDA, Praat TextGrid, Transcriber, REFI-QDA projects and codebooks. Each \
      transcript becomes a TEI file in the folder, or goes into the project that you name. A \
      report on standard error says what was found and accounts for every character. Originals \
      are never changed: keep them.

      Labels in front of words are proposed with counts. On a terminal you are asked about those \
      that are not certain; elsewhere say what they are in a table of speakers: CSV with the \
      column label and, as you need them, id, role, name, team (or group; several with \
      semicolons), from and to (days in the team), size (of a label for several who speak at \
      once), decision (yes, no or ask) and file, in any order. Labels with the same id are one \
      person, who belongs to the teams of all their rows. A row with a file (its name) counts for \
      that file only, which keeps the “P” of one interview apart from the “P” of another.

      --propose-speakers writes such a table and imports nothing: all labels with their counts, \
      the first place and words, and a decision: yes, or ask where a person has to say. Complete \
      it in a spreadsheet, and import with --speakers. The table holds words of the talk: keep it \
      as safe as the transcripts.

      A recording named beside its transcript is linked with its checksum, and the two are \
      compared: a transcript that goes on after the recording has ended belongs to another one.

      Exit status: 0 done; 1 done, but something could not be read, or guesses with --strict; 2 \
      could not be done.

      Examples:
        samtale import -o transcripts/ meeting1.docx meeting2.vtt
        samtale import --propose-speakers people.csv interviews/
        samtale import -o transcripts/ --speakers people.csv interviews/
        samtale import -o study.samtale --as Kari nvivo.qdpx
        samtale import -o transcripts/ meeting1.wav meeting1.srt
        samtale import -o transcripts/ --strict --language nb whisper.json
      """
  )

  @Argument(
    help: "Files, folders (all files below them that can be imported), or - for standard input.",
    completion: .file())
  var input: [String]

  @Option(
    name: .shortAndLong,
    help: "The folder to write to, made if it does not exist; or a project (.samtale).",
    completion: .directory)
  var output: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The format, if the content does not tell.", valueName: "format"))
  var format: ForeignFormat?

  @Option(help: "A table that says who the labels stand for.", completion: .file())
  var speakers: String?

  @Option(
    help: ArgumentHelp(
      """
      Write a table of speakers to complete, and import nothing; with --speakers only those that \
      are not in it.
      """, valueName: "file"),
    completion: .file())
  var proposeSpeakers: String?

  @Option(help: "The language of the talk as a tag, such as nb or en.")
  var language: String?

  @Option(
    help: """
      Who says what no speaker is named for: the one before (previous), where the file names \
      speakers at all, or nobody known (unknown).
      """)
  var unvoiced: ImportOptions.Unvoiced = .previous

  @Option(help: "Frames in a second, for time stamps that count frames (InqScribe).")
  var fps: Double = 30

  @Flag(help: "Refuse to guess: what the file does not say is an error, and nothing is written.")
  var strict = false

  @Flag(help: "Ask nothing, even on a terminal.")
  var yes = false

  @Flag(help: "Replace files, or transcripts of the project, that are there.")
  var force = false

  @Flag(help: "Print the reports as JSON on standard output (Schemas/import.schema.json).")
  var json = false

  @Flag(name: .shortAndLong, help: "Print no warnings and no reports; errors are still printed.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print notes too, not only warnings and errors.")
  var verbose = false

  @OptionGroup var author: AuthorOptions

  func validate() throws {
    guard fps.isFinite, fps > 0, fps <= 1000 else {
      throw ValidationError("--fps must be a number of frames in a second, such as 25.")
    }
    guard (output == nil) != (proposeSpeakers == nil) else {
      throw ValidationError(
        output == nil
          ? "Name a folder or project with -o, or a table with --propose-speakers."
          : "--propose-speakers imports nothing: leave out -o.")
    }
  }

  func run() throws {
    let files = ImportFiles(input, leavingOut: [speakers, proposeSpeakers].compactMap(\.self))
    let printer = DiagnosticPrinter(quiet: quiet, verbose: verbose)
    printer.print(files.diagnostics)
    guard let output else { return try propose(files, printer) }
    let target = try ImportTarget(output, force: force, author)
    try target.check(files)
    let options = try importOptions()
    var batch = ImportBatch(options: options, printer: printer, asks: asks)
    batch.read(files)
    let reports = batch.results.map(\.result.report)
    printer.print(
      ImportSummary.sharedLabels(reports, options.speakers)
        + options.speakers.unused(by: reports))
    try report(reports)
    let homeless = target.homeless(batch.results)
    for file in homeless {
      Terminal.printError(
        "samtale: \(file) is a codebook without transcripts; import it into a project "
          + "(-o study.samtale)")
    }
    let isIncomplete = files.diagnostics.contains { $0.severity == .error }
    let isPartial = batch.isPartial || isIncomplete || !homeless.isEmpty
    if strict, isPartial {
      Terminal.printError("samtale: nothing was written (--strict)")
      throw ExitCode(1)
    }
    let written = try target.write(batch.results, printer)
    if written == 0 { throw ExitCode(2) }
    if !quiet { Terminal.printError(target.closing(written)) }
    if isPartial { throw ExitCode(1) }
  }

  /// Writes the labels of the files as a table to complete.
  private func propose(_ files: ImportFiles, _ printer: DiagnosticPrinter) throws {
    guard let path = proposeSpeakers else { return }
    if Files.isFolder(path) != nil, !force {
      Terminal.printError(
        "samtale: \(path) is there already; --force replaces it, or name another file (with "
          + "--speakers \(path) it gets only what is not in the first)")
      throw ExitCode(2)
    }
    let options = try importOptions()
    var batch = ImportBatch(options: options, printer: printer, asks: false)
    batch.read(files)
    let results = batch.results.map(\.result)
    try report(results.map(\.report))
    let proposal = SpeakerProposal(results, leavingOut: options.speakers)
    guard !proposal.rows.isEmpty else {
      let others = speakers == nil ? "" : " that are not in \(speakers ?? "")"
      Terminal.printError("samtale: no labels of speakers were found\(others); nothing was written")
      throw ExitCode(2)
    }
    // A byte order mark, without which spreadsheets misread å.
    try spoken { try Files.write([0xEF, 0xBB, 0xBF] + proposal.csv.bytes, to: path) }
    if !quiet {
      let count = proposal.rows.count
      Terminal.printError(
        "\(count) label\(count == 1 ? "" : "s") written to \(path), \(proposal.undecided) of them "
          + "to be decided (ask). Complete the table, then: samtale import --speakers \(path) …")
    }
    if batch.isPartial || files.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(1)
    }
  }

  /// Whether somebody is there to be asked.
  private var asks: Bool { !yes && !quiet && !strict && !json && Terminal.isInteractive }

  private func importOptions() throws -> ImportOptions {
    var options = ImportOptions()
    options.format = format
    options.language = language
    options.unvoiced = unvoiced
    options.framesPerSecond = fps
    options.isStrict = strict
    guard let speakers else { return options }
    do {
      options.speakers = try SpeakerMap(Files.bytes(speakers), named: speakers)
    } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
    return options
  }

  private func report(_ reports: [ImportSummary]) throws {
    if json {
      let value = Value.object(["files": .list(reports.map(\.value))])
      try Files.writeToStandardOutput(value.json + [0x0A])
    } else if !quiet {
      for report in reports { Terminal.write(raw: report.text) }
    }
  }
}

extension ForeignFormat: ExpressibleByArgument {}
extension ImportOptions.Unvoiced: ExpressibleByArgument {}
