import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct CodeTree: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The codes as a tree, with what they were given to and by whom.",
    discussion: "Counts say where a code was used, not how important it is.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    try list.write([.codes(CodeList(try file.open().study()))])
  }
}

struct CodeCoverage: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Which turns nobody has coded or visited yet.",
    discussion: """
      Examples:
        samtale code coverage --round first
        samtale code coverage --by Anna
      """)

  @Option(help: "Only what was done in this coding round.") var round: String?
  @Option(help: "Only what this researcher did.") var by: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let finder = Finder(project)
    let coverage = CodingCoverage(
      try project.corpus(), round: try round.map { try finder.find(CodingRound.self, $0).id },
      researcher: try by.map { try finder.find(Researcher.self, $0).id })
    try list.write([.coverage(coverage)])
  }
}

struct CodeHistory: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Every name that codes and code groups had, when, by whom and why.")

  @Argument(help: "A code; without it all codes and code groups.") var code: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let only = try code.map { try Finder(project).find(Code.self, $0).id }
    let kinds: Set<ObjectKind> = [.code, .group, .subgroup, .analyticText]
    let history = ObjectHistory(try project.events(), kinds: kinds)
    try list.write([.histories(only.map { history.only($0) } ?? history)])
  }
}

struct CodeExport: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the codebook: csv for spreadsheets, json, or tei (a taxonomy).",
    discussion: """
      Examples:
        samtale code export --to csv -o codebook.csv
        samtale code import codebook.csv
      """)

  enum Target: String, ExpressibleByArgument, CaseIterable { case csv, json, tei }

  @Option(help: "The format.") var to: Target = .csv
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?
  @OptionGroup var file: ProjectOptions

  func work() throws {
    let codebook = Codebook(try file.open().study(), countsCodings: true)
    let bytes =
      switch to {
      case .csv: codebook.csv.bytes
      case .json: codebook.json
      case .tei: TEI.write(codebook.transcript).bytes
      }
    if let output {
      try Files.write(bytes, to: output)
    } else {
      try Files.writeToStandardOutput(bytes)
    }
  }
}

struct CodeImport: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take codes over from a codebook (csv, json, or a TEI file with a taxonomy).",
    discussion:
      "Codes that the project knows by their identifier are brought up to date; twice is harmless.")

  @Argument(help: "The file.", completion: .file(extensions: ["csv", "json", "xml"])) var codebook:
    String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let read = try read()
    let report = try desk.perform { try $0.importCodebook(read) }
    common.reply.say(report)
  }

  private func read() throws -> Codebook {
    let bytes = try Files.bytes(codebook)
    if codebook.hasSuffix(".json") { return try Codebook(json: bytes, named: codebook) }
    guard codebook.hasSuffix(".xml") || codebook.hasSuffix(".tei") else {
      return try Codebook(csv: bytes, named: codebook)
    }
    let reading = TEI.read(bytes: bytes, named: codebook, options: ReadingOptions(lint: false))
    DiagnosticPrinter.withoutNotes.print(reading.diagnostics)
    guard
      let taxonomy = reading.transcripts.flatMap(\.taxonomies)
        .first(where: { $0.id == Codebook.taxonomyID })
    else {
      throw ProjectError(
        .nothing, "\(codebook) has no taxonomy with the identifier “\(Codebook.taxonomyID)”",
        do: "name a file that holds a codebook")
    }
    return Codebook(taxonomy)
  }
}

extension Codebook {
  /// A document that holds the codebook alone.
  fileprivate var transcript: Transcript {
    Transcript(id: "codebook", header: Header(title: "Codebook"), taxonomies: [taxonomy])
  }
}

extension ReplyOptions {
  /// Says what reading a file into the study did; notes too, unless the command asks for them itself.
  func say(
    _ report: ImportReport,
    _ printer: DiagnosticPrinter = DiagnosticPrinter(quiet: false, verbose: true)
  ) {
    printer.print(report.diagnostics)
    func counts(_ numbers: [ObjectKind: Int]) -> Fields {
      Dictionary(uniqueKeysWithValues: numbers.map { ($0.rawValue, Value.number($1)) })
    }
    func words(_ numbers: [ObjectKind: Int]) -> String {
      let parts = ObjectKind.allCases.compactMap { kind in
        numbers[kind].map { "\($0) \(kind.title)\($0 == 1 ? "" : "s")" }
      }
      return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }
    say(
      [
        "created": .object(counts(report.created)), "changed": .object(counts(report.changed)),
        "unchanged": .object(counts(report.unchanged)),
      ],
      "new: \(words(report.created)); changed: \(words(report.changed)); "
        + "as before: \(words(report.unchanged))")
  }
}
