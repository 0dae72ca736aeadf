import ArgumentParser
import Samtale
import SamtaleFormats

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make TEI transcripts of WebVTT, SubRip (SRT) and Whisper JSON files.",
    discussion: """
      The format is told by the content. Each file becomes one TEI file of the same name in the \
      folder; a report on standard error says what was found and accounts for every character. \
      Originals are never changed: keep them.

      The table of speakers is CSV with the column label and, as you need them, id, role, name \
      and team, in any order. Labels with the same id are one person.

      Exit status: 0 done; 1 done, but something could not be read, or guesses with --strict; 2 \
      could not be done.

      Examples:
        samtale import -o transcripts/ meeting1.vtt meeting2.srt
        samtale import -o transcripts/ --speakers people.csv zoom.vtt
        samtale import -o transcripts/ --strict --language nb whisper.json
      """
  )

  @Argument(
    help: "Files, folders (all .vtt, .srt and .json files below them), or - for standard input.",
    completion: .file())
  var input: [String]

  @Option(
    name: .shortAndLong, help: "The folder to write to; made if it does not exist.",
    completion: .directory)
  var output: String

  @Option(name: .customLong("from"), help: "The format, if the content does not tell.")
  var format: ForeignFormat?

  @Option(help: "A table that says who the labels stand for.", completion: .file())
  var speakers: String?

  @Option(help: "The language of the talk as a tag, such as nb or en.")
  var language: String?

  @Option(
    help: """
      Who says what no speaker is named for: the one before (previous), where the file names \
      speakers at all, or nobody known (unknown).
      """)
  var unvoiced: ImportOptions.Unvoiced = .previous

  @Flag(help: "Refuse to guess: what the file does not say is an error, and nothing is written.")
  var strict = false

  @Flag(help: "Replace files that are there.")
  var force = false

  @Flag(help: "Print the reports as JSON on standard output (Schemas/import.schema.json).")
  var json = false

  @Flag(name: .shortAndLong, help: "Print no warnings and no reports; errors are still printed.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print notes too, not only warnings and errors.")
  var verbose = false

  func run() throws {
    let options = try importOptions()
    let files = ImportFiles(input, extensions: ForeignFormat.extensions)
    let printer = DiagnosticPrinter(quiet: quiet, verbose: verbose)
    printer.print(files.diagnostics)
    let paths = try outputs(for: files)
    var results: [(path: String, result: ImportResult)] = []
    var isPartial = files.diagnostics.contains { $0.severity == .error }
    for file in files.files {
      do {
        let result = try Importer.read(file.path, id: file.name, options: options)
        printer.print(result.diagnostics)
        isPartial = isPartial || result.isPartial
        results.append((paths[file.name] ?? "", result))
      } catch {
        Terminal.printError("samtale: \(error)")
        isPartial = true
      }
    }
    try report(results.map(\.result.report))
    if strict, isPartial {
      Terminal.printError("samtale: nothing was written (--strict)")
      throw ExitCode(1)
    }
    let written = try write(results, printer)
    if written == 0 { throw ExitCode(2) }
    if isPartial { throw ExitCode(1) }
  }

  private func importOptions() throws -> ImportOptions {
    var options = ImportOptions()
    options.format = format
    options.language = language
    options.unvoiced = unvoiced
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

  /// Where each file goes; what is there is not replaced unless that is wanted.
  private func outputs(for files: ImportFiles) throws -> [String: String] {
    var paths: [String: String] = [:]
    for file in files.files { paths[file.name] = "\(output)/\(file.name).xml" }
    let taken = files.files.compactMap { paths[$0.name] }.filter { Files.isFolder($0) != nil }
    if let first = taken.first, !force {
      let more = taken.count > 1 ? " (and \(taken.count - 1) more)" : ""
      Terminal.printError(
        "samtale: \(first) is there already\(more); --force replaces it, or name another folder")
      throw ExitCode(2)
    }
    if let original = files.files.first(where: { file in
      taken.contains { Files.areSame($0, file.path) }
    }) {
      throw ValidationError("\(original.path) would be overwritten. Name another folder.")
    }
    return paths
  }

  private func report(_ reports: [ImportSummary]) throws {
    if json {
      let value = Value.object(["files": .list(reports.map(\.value))])
      try Files.writeToStandardOutput(value.json + [0x0A])
    } else if !quiet {
      for report in reports { Terminal.write(raw: report.text) }
    }
  }

  /// Writes what could be read.
  /// - Returns: The number of files.
  private func write(
    _ results: [(path: String, result: ImportResult)], _ printer: DiagnosticPrinter
  )
    throws -> Int
  {
    var written = 0
    guard results.contains(where: { $0.result.transcript != nil }) else { return 0 }
    do {
      try Files.makeFolder(output)
      for (path, result) in results {
        guard let transcript = result.transcript else { continue }
        printer.print(try TEI.write(transcript, to: path))
        written += 1
      }
    } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
    if !quiet {
      Terminal.printError("\(written) transcript\(written == 1 ? "" : "s") written to \(output)")
    }
    return written
  }
}

extension ForeignFormat: ExpressibleByArgument {}
extension ImportOptions.Unvoiced: ExpressibleByArgument {}

/// The files to import, each with a name of its own.
private struct ImportFiles {
  private(set) var files: [(path: String, name: String)] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var names: Set<String> = []

  init(_ paths: [String], extensions: Set<String>) {
    for path in paths {
      if path != "-", Files.isFolder(path) == true {
        addFolder(path, extensions)
      } else {
        add(path)
      }
    }
  }

  private mutating func addFolder(_ folder: String, _ extensions: Set<String>) {
    do {
      let (found, failures) = try Files.files(below: folder, extensions: extensions)
      for failure in failures { report(failure.path, failure.reason) }
      if found.isEmpty { report(folder, "the folder holds no .vtt, .srt or .json file") }
      for path in found { add(path) }
    } catch {
      report(folder, "\(error)")
    }
  }

  private mutating func report(_ path: String, _ what: String) {
    diagnostics.append(
      Diagnostic(
        .error, .unreadable, file: path, what, do: "check the name and the permissions"))
  }

  /// The name is that of the file, numbered where two are the same.
  private mutating func add(_ path: String) {
    let base = path == "-" ? "standard-input" : Files.stem(path)
    var name = base
    var number = 2
    while !names.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    files.append((path, name))
  }
}
