import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ReportCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "One page with all tables and the talk: click a number to read the turns behind it.",
    discussion: """
      The page needs no network and no other file. It holds the transcripts: share it as you may \
      share them. A project (.samtale) adds themes, codes and excerpts.

      Examples:
        samtale report Corpora/ips-meetings -o report.html
        samtale report study.samtale -o report.html
        samtale report --leader ES -o report.html transcripts/
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var topics: TopicsOptions

  @Option(help: "Number of random orders of turns.")
  var permutations: Int = 1000

  @Option(
    help: "The title of the page; otherwise that of the project, or the name of the folder or file."
  )
  var title: String?

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file(extensions: ["html"]))
  var output: String?

  func validate() throws {
    guard (19...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations must be between 19 and 1000000.")
    }
    if input.input.count > 1, let project = input.input.first(where: ProjectFile.isOne) {
      throw ValidationError("\(project) is a project: give it by itself.")
    }
  }

  func work() throws {
    if let path = input.input.first, ProjectFile.isOne(path) {
      try write(try report(of: Project.open(path)))
      return
    }
    let sources = Self.sources(CorpusInput(paths: input.input).files)
    tellTime(bytes: sources.reduce(0) { $0 + ($1.bytes ?? 0) }, files: sources.count)
    let read = input.read(content: .everything, try measuring)
    guard !read.values.isEmpty else { throw read.exitCode }
    try write(
      Report(
        read.values, sources: sources, diagnostics: read.diagnostics,
        options: options(named: input.corpusName)))
    if read.exitCode != .success { throw read.exitCode }
  }

  private var measuring: @Sendable (Transcript) -> ReportMeeting {
    get throws {
      let cues = try language.library()
      let options = topics.options
      return { ReportMeeting($0, cues: cues, options: options) }
    }
  }

  private func options(named name: String) -> Report.Options {
    Report.Options(
      title: title ?? name, version: SamtaleCommand.version,
      bootstrap: topics.bootstrap,
      permutation: PermutationTest(samples: permutations, seed: topics.seed))
  }

  // MARK: Projects

  private func report(of project: Project) throws -> Report {
    let corpus = try project.corpus()
    let versions = corpus.inOrder
    guard !versions.isEmpty else {
      throw ProjectError(
        .nothing, "the project has no transcripts", do: "add some: samtale project add FILES")
    }
    let bytes = versions.reduce(0) {
      $0 + $1.transcript.utterances.reduce(0) { $0 + $1.text.utf8.count }
    }
    tellTime(bytes: 3 * bytes, files: versions.count)
    let sources = versions.map { version in
      Report.Source(
        name: corpus.study.object(StudyTranscript.self, version.id)?.file ?? version.transcript.id,
        bytes: nil, digest: version.version)
    }
    let head = Report.Source(
      name: "log of the project, last entry", bytes: nil, digest: try project.summary().head)
    let measuring = try measuring
    return Report(
      versions.map { measuring($0.transcript) }, sources: sources + [head], study: corpus,
      options: options(named: corpus.study.profile?.title ?? input.corpusName))
  }

  // MARK: Files

  /// The files with their digests; one that cannot be read is left out, since reading will say so.
  private static func sources(_ files: [String]) -> [Report.Source] {
    files.compactMap { file in
      // What can be read once only is left for the reader.
      guard file != "-", Files.isPlainFile(file) else {
        return Report.Source(
          name: file == "-" ? "standard input" : file, bytes: nil, digest: "not a file")
      }
      guard let bytes = try? Files.bytes(file) else { return nil }
      return Report.Source(
        name: file, bytes: bytes.count, digest: Digest(of: bytes).description)
    }
  }

  /// Bytes of TEI that are read, measured and written in a second: measured on two busy cores with
  /// 0.5 MB (16 meetings, 0.4 s) and 19 MB (94 meetings, 4.6 s).
  private static let bytesPerSecond = 4_000_000.0
  private static let secondsForAny = 0.3

  private func tellTime(bytes: Int, files: Int) {
    guard Terminal.errorIsTerminal, !input.reading.quiet else { return }
    let seconds = Int((Self.secondsForAny + Double(bytes) / Self.bytesPerSecond).rounded(.up))
    let time = seconds < 120 ? "\(max(1, seconds)) s" : "\((seconds + 59) / 60) minutes"
    Terminal.printError("samtale: \(files) file\(files == 1 ? "" : "s"), about \(time)")
  }

  private func write(_ report: Report) throws {
    let isShown = Terminal.errorIsTerminal && !input.reading.quiet
    if isShown { Terminal.write(raw: "resampling and writing …") }
    let bytes = Array(report.html.utf8)
    if isShown { Terminal.write(raw: "\r\u{1B}[K") }
    if let output {
      try Files.write(bytes, to: output)
    } else {
      try Files.writeToStandardOutput(bytes)
    }
  }
}

/// What makes a file a project.
enum ProjectFile {
  /// Whether a file begins as SQLite files do, or is called so.
  static func isOne(_ path: String) -> Bool {
    if path.hasSuffix(".samtale") { return true }
    guard path != "-", Files.isPlainFile(path) else { return false }
    let sign = Array("SQLite format 3\0".utf8)
    return (try? Files.beginning(of: path, sign.count)) == sign
  }
}
