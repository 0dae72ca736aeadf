import ArgumentParser
import Foundation
import Samtale
import SamtaleProject
import SamtalePublishing

/// Where a text goes and in which format: the same for all commands that write documents.
struct DocumentOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file; its ending says the format: .docx, .html, .tex, .md, .txt.",
      valueName: "file"),
    completion: .file(extensions: ["docx", "html", "tex", "md", "txt"]))
  var output: String?

  @Option(
    name: .shortAndLong,
    help: "The format, if the file's ending does not say it; LaTeX is a whole document.")
  var format: DocumentFormat?

  @Option(help: "The decimal mark in tables.")
  var decimal: DecimalMark = .point

  /// The format that is asked for; on a terminal plain text.
  func chosen() throws -> DocumentFormat {
    if let format { return format }
    guard let output else { return .plain }
    let ending = output.split(separator: ".").last.map(String.init) ?? ""
    guard let format = DocumentFormat(fileExtension: ending) else {
      throw ProjectError(
        .unknown, "“\(output)” does not say in which format to write",
        do: "name it .docx, .html, .tex, .md or .txt, or give --format")
    }
    return format
  }

  func write(_ document: Document) throws {
    let format = try chosen()
    guard output != nil || format.isText else {
      throw ProjectError(
        .nothing, "a \(format.rawValue) file is not shown in a terminal",
        do: "name a file to write with -o")
    }
    let stem = output.map { Files.stem($0) } ?? "figure"
    let rendered = try document.rendered(
      as: format, decimalMark: decimal, width: Terminal.width ?? 80, attachmentStem: stem)
    guard let output else { return try Files.writeToStandardOutput(rendered.bytes) }
    try Files.write(rendered.bytes, to: output)
    let folder = output.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for attachment in rendered.attachments {
      try Files.write(
        attachment.bytes, to: (folder + [Substring(attachment.name)]).joined(separator: "/"))
    }
  }
}

extension DocumentFormat: ExpressibleByArgument {}

/// How excerpts look and in which language: the same for all commands that print them.
struct ExcerptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How excerpts look: moen, kinn, apa, ca, or a file with a style of your own (JSON5).",
      valueName: "style"))
  var style: String?

  @Option(help: ArgumentHelp("Print the translation into this language.", valueName: "language"))
  var language: String?

  @Option(
    help: ArgumentHelp(
      "Print original and translation into this language side by side.", valueName: "language"))
  var both: String?

  @Flag(help: "Print below each excerpt where it stands, for co-authors and reviewers.")
  var places = false

  func validate() throws {
    if language != nil, both != nil {
      throw ValidationError("Give --language or --both, not both.")
    }
  }

  var languages: ExcerptLanguages {
    if let both { return .both(both) }
    return language.map { .translation($0) } ?? .original
  }

  /// The style that is asked for, else the one that fits the method.
  func chosen(for method: MethodProfile = .none) throws -> ExcerptStyle {
    var style = try named(method)
    if places { style.hasSource = true }
    return style
  }

  private func named(_ method: MethodProfile) throws -> ExcerptStyle {
    guard let style else { return method == .stc ? .kinn : .moen }
    if let known = ExcerptStyle.all.first(where: { $0.name == style }) { return known }
    guard style.contains(".") else {
      throw ProjectError(
        .unknown, "there is no style “\(style)”",
        do: "name one of \(ExcerptStyle.all.map(\.name).joined(separator: ", ")), or a file")
    }
    return try Self.read(style)
  }

  /// A style in a file: what it does not state is as in the style that it names as `name`, else as
  /// in apa.
  private static func read(_ path: String) throws -> ExcerptStyle {
    let problem = { (what: String) in
      ProjectError(
        .nothing, "\(path): \(what)",
        do:
          "write members of a style such as {name: 'apa', ellipsis: '[…]'}; samtale excerpt style "
          + "apa prints a whole one")
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      let given = try decoder.decode([String: StyleMember].self, from: Data(try Files.bytes(path)))
      var name: String?
      if case .text(let text)? = given["name"] { name = text }
      let base = ExcerptStyle.all.first { $0.name == name } ?? .apa
      let defaults = try decoder.decode(
        [String: StyleMember].self, from: JSONEncoder().encode(base))
      if let unknown = given.keys.filter({ defaults[$0] == nil }).min() {
        throw problem("a style has no “\(unknown)”")
      }
      let whole = defaults.merging(given) { _, new in new }
      let style = try decoder.decode(ExcerptStyle.self, from: JSONEncoder().encode(whole))
      if let fault = style.faults.first { throw problem(fault) }
      return style
    } catch let error as DecodingError {
      throw problem(error.inWords)
    }
  }
}

/// One member of a style, of whatever kind.
private enum StyleMember: Codable {
  case flag(Bool)
  case number(Int)
  case text(String)
  case marks(ExcerptStyle.Marks)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .marks(try container.decode(ExcerptStyle.Marks.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .marks(let marks): try container.encode(marks)
    }
  }
}

extension DecodingError {
  /// What could not be read, in a few words.
  fileprivate var inWords: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return path.isEmpty ? "it is no JSON5" : "“\(path)” does not hold what it should"
    @unknown default: return "it is no JSON5"
    }
  }
}
