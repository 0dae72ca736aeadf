import ArgumentParser
import Samtale
import SamtaleFormats
import SamtaleProject

/// Where imported transcripts go: a folder of TEI files, or a project.
struct ImportTarget {
  private enum Place {
    case folder(String)
    case project(Desk)
    /// A project that is made when there is something to put into it.
    case newProject
  }

  private let place: Place
  private let output: String
  private let force: Bool
  private let author: AuthorOptions

  init(_ output: String, force: Bool, _ author: AuthorOptions) throws {
    self.output = output
    self.force = force
    self.author = author
    guard output.hasSuffix(".samtale") || ProjectFile.isOne(output) else {
      place = .folder(output)
      return
    }
    place = try spoken {
      guard Files.isFolder(output) == nil else {
        return .project(try Self.desk(output, author))
      }
      guard author.author != nil else {
        throw ProjectError(
          .missing, "there is no project \(output)",
          do: "say who you are with --as NAME, and it is made")
      }
      return .newProject
    }
  }

  private static func desk(_ path: String, _ author: AuthorOptions) throws -> Desk {
    var project = try ProjectOptions.parse([])
    project.project = path
    return try Desk(project, author)
  }

  private func makeProject() throws -> Desk {
    _ = try Project.create(
      output, title: Files.stem(output), method: .none, researcher: author.author ?? "",
      at: author.time)
    return try Self.desk(output, author)
  }

  /// Files that hold nothing but a codebook, for which there is no place in a folder.
  func homeless(_ results: [(name: String, result: ImportResult)]) -> [String] {
    guard case .folder = place else { return [] }
    return results.filter { $0.result.transcripts.isEmpty && $0.result.study != nil }
      .map(\.result.report.file)
  }

  /// Whether everything can be written; what is there is not replaced unless that is wanted.
  func check(_ files: ImportFiles) throws {
    guard case .folder(let folder) = place else { return }
    let taken = files.files.map { "\(folder)/\($0.name).xml" }.filter { Files.isFolder($0) != nil }
    if let first = taken.first, !force {
      let more = taken.count > 1 ? " (and \(taken.count - 1) more)" : ""
      Terminal.printError(
        "samtale: \(first) is there already\(more); --force replaces it, or name another folder")
      throw ExitCode(2)
    }
    if let original = files.files.first(where: { file in
      taken.contains { Files.areSame($0, file.path) }
    }) {
      Terminal.printError("samtale: \(original.path) would be overwritten; name another folder")
      throw ExitCode(2)
    }
  }

  /// Writes what could be read.
  /// - Returns: The number of transcripts, codebooks counted as one.
  func write(
    _ results: [(name: String, result: ImportResult)], _ printer: DiagnosticPrinter
  ) throws -> Int {
    let full = results.filter { !$0.result.transcripts.isEmpty || $0.result.study != nil }
    guard !full.isEmpty else { return 0 }
    return try spoken {
      switch place {
      case .folder(let folder): try write(full, into: folder, printer)
      case .project(let desk): try write(full.map(\.result), into: desk, printer)
      case .newProject: try write(full.map(\.result), into: makeProject(), printer)
      }
    }
  }

  private func write(
    _ results: [(name: String, result: ImportResult)], into folder: String,
    _ printer: DiagnosticPrinter
  ) throws -> Int {
    var names = FileNames()
    var files: [(path: String, transcript: Transcript)] = []
    for (name, result) in results {
      let transcripts = try result.coded(printer)
      for transcript in transcripts {
        let name = transcripts.count == 1 ? name : transcript.id
        files.append(("\(folder)/\(names.next(for: name)).xml", transcript))
      }
    }
    // All are looked at before the first is written.
    if let taken = files.first(where: { Files.isFolder($0.path) != nil }), !force {
      throw ProjectError(.exists, "\(taken.path) is there already", do: "--force replaces it")
    }
    try Files.makeFolder(folder)
    for (path, transcript) in files { printer.print(try TEI.write(transcript, to: path)) }
    return files.count
  }

  private func write(
    _ results: [ImportResult], into desk: Desk, _ printer: DiagnosticPrinter
  ) throws -> Int {
    let actor = try desk.actor()
    let known = try desk.project.all(StudyTranscript.self).filter { !$0.isWithdrawn }.map(\.name)
    if let name = results.flatMap(\.transcripts).map(\.id).first(where: known.contains), !force {
      throw ProjectError(
        .exists, "the project has a transcript \(name) already",
        do: "--force replaces its text; what is coded on it is found again")
    }
    var written = 0
    for result in results {
      let done = try desk.project.addImported(
        result.transcripts, study: result.study, as: actor, phase: author.phase, at: author.time,
        reason: author.reason)
      printer.print(done.diagnostics)
      if let report = done.study { try ReplyOptions.parse([]).say(report, printer) }
      written += max(result.transcripts.count, 1)
    }
    return written
  }

  /// What is said at the end.
  func closing(_ written: Int) -> String {
    "\(written) transcript\(written == 1 ? "" : "s") written to \(output)"
  }
}

extension ImportResult {
  /// The transcripts, with what was read of a study beside the talk.
  fileprivate func coded(_ printer: DiagnosticPrinter) throws -> [Transcript] {
    guard let study, !transcripts.isEmpty else { return transcripts }
    let (corpus, diagnostics) = try StudyCorpus.reading(transcripts, study: study)
    printer.print(diagnostics)
    return StudyTEI.write(corpus, options: .init(includesTeamMemos: true)).map(\.transcript)
  }
}
