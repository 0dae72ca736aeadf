import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct DossierCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "What the project knows for COREQ, SRQR and RTARG, with sources and open questions.",
    discussion: """
      Fills in what the study and its history hold, says for each fact where it comes from, and asks \
      you for the rest. It ticks no boxes. Texts of private memos are never shown. For reflexive \
      thematic analysis RTARG comes first; where another method is declared it is left out unless \
      you ask for it.

      Examples:
        samtale dossier study.samtale
        samtale dossier study.samtale -o dossier.docx
        samtale dossier study.samtale --guideline coreq -o coreq.md
      """)

  enum Choice: String, ExpressibleByArgument, CaseIterable { case coreq, srqr, rtarg, all }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case plain, markdown, html, latex, docx, json
  }

  @Argument(
    help: "The project file; the same as --project.",
    completion: .file(extensions: ["samtale"]))
  var study: String?
  @Option(help: "Which guideline, instead of those that suit the declared method.")
  var guideline: Choice?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The format. Without it: as the name of the file ends, else plain."))
  var format: Format?
  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file())
  var output: String?
  @OptionGroup var file: ProjectOptions

  func validate() throws {
    if study != nil, file.project != nil {
      throw ValidationError("Name the project once, as an argument or with --project.")
    }
    if form == nil, let output {
      throw ValidationError(
        "\(output) ends in no format that is known: .txt, .md, .html, .tex, .docx, .json. "
          + "Say which with --format.")
    }
    if form == .docx, output == nil {
      throw ValidationError("A docx file cannot be shown in a terminal: name one with -o.")
    }
  }

  func work() throws {
    var options = file
    if let study { options.project = study }
    let project = try options.open()
    let dossier = Dossier(
      DossierInput(
        corpus: try project.corpus(), events: try project.events(),
        digest: try project.head().digest, findings: try project.verify(),
        software: "Samtale \(SamtaleCommand.configuration.version)"),
      guidelines: guidelines)
    guard let format = (form ?? .plain).document else {
      try write(Array(dossier.json.utf8))
      return
    }
    let rendered = try dossier.document.rendered(as: format, width: Terminal.width ?? 80)
    try write(rendered.bytes)
  }

  private var guidelines: [Dossier.Guideline]? {
    guard let guideline else { return nil }
    return Dossier.Guideline(rawValue: guideline.rawValue).map { [$0] } ?? [.rtarg, .coreq, .srqr]
  }

  /// The format asked for; `nil` if the file's name tells none.
  private var form: Format? {
    if let format { return format }
    guard let output else { return .plain }
    let ending = output.split(separator: ".").last.map(String.init) ?? ""
    if ending.lowercased() == "json" { return .json }
    return DocumentFormat(fileExtension: ending).flatMap { Format(rawValue: $0.rawValue) }
  }

  private func write(_ bytes: [UInt8]) throws {
    if let output {
      try Files.write(bytes, to: output)
    } else {
      try Files.writeToStandardOutput(bytes)
    }
  }
}

extension DossierCommand.Format {
  /// The format of documents; `nil` for JSON.
  fileprivate var document: DocumentFormat? { DocumentFormat(rawValue: rawValue) }
}
