import ArgumentParser
import Samtale
import SamtalePublishing

/// How and where results are written: the same for all commands that print tables.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "How to print the table.")
  var format: TableFormat = .table

  @Option(
    name: .shortAndLong,
    help: "Write to this file instead of standard output.",
    completion: .file()
  )
  var output: String?

  @Option(help: "The decimal mark in table, markdown and latex.")
  var decimal: DecimalMark = .point

  /// Renders tables one after the other and writes them; in JSON several are a list.
  func write(_ tables: [Table]) throws {
    let text = tables.map {
      $0.rendered(as: format, decimalMark: decimal, width: Terminal.width)
    }
    let isList = format == .json && tables.count > 1
    try write(
      isList ? "[\n" + text.joined(separator: ",\n") + "]\n" : text.joined(separator: "\n"))
  }

  func write(_ text: String) throws {
    do {
      if let output {
        try Files.write(Array(text.utf8), to: output)
      } else {
        try Files.writeToStandardOutput(Array(text.utf8))
      }
    } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
  }
}

extension TableFormat: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
