import ArgumentParser
import Samtale
import SamtalePublishing

/// The formats of tables on the command line.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, tsv, json, markdown, latex, html, docx

  /// The format that the name of a file asks for.
  init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt": self = .table
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "tex": self = .latex
    case "html", "htm": self = .html
    case "docx": self = .docx
    default: return nil
    }
  }
}

/// How and where results are written: the same for all commands that print tables.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("format")],
    help: ArgumentHelp(
      "How to print the table; without it as the name of the output file ends, else table."))
  var chosenFormat: OutputFormat?

  @Option(
    name: .shortAndLong,
    help: "Write to this file instead of standard output.",
    completion: .file()
  )
  var output: String?

  @Option(help: "The decimal mark in table, markdown, latex, html and docx.")
  var decimal: DecimalMark = .point

  /// The format that was asked for by name or by the name of the file.
  var format: OutputFormat {
    get { chosenFormat ?? output.flatMap(OutputFormat.init(fileName:)) ?? .table }
    set { chosenFormat = newValue }
  }

  func validate() throws {
    if format == .docx, output == nil, Terminal.width != nil {
      throw ValidationError("A Word document cannot be shown in a terminal: name a file with -o.")
    }
  }

  /// Renders tables one after the other and writes them; in JSON several are a list, in HTML and
  /// Word one document.
  func write(_ tables: [Table]) throws {
    let tableFormat = TableFormat(rawValue: format.rawValue)
    guard let tableFormat, tableFormat != .html else { return try writeDocument(tables) }
    let texts = tables.map {
      $0.rendered(as: tableFormat, decimalMark: decimal, width: Terminal.width)
    }
    let isList = format == .json && tables.count > 1
    try write(
      isList ? "[\n" + texts.joined(separator: ",\n") + "]\n" : texts.joined(separator: "\n"))
  }

  private func writeDocument(_ tables: [Table]) throws {
    let document = Document(tables: tables)
    let format: DocumentFormat = format == .docx ? .docx : .html
    try write(try document.rendered(as: format, decimalMark: decimal).bytes)
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) throws {
    do {
      if let output {
        try Files.write(bytes, to: output)
      } else {
        try Files.writeToStandardOutput(bytes)
      }
    } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
  }
}

extension DecimalMark: ExpressibleByArgument {}
