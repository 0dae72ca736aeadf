import ArgumentParser
import Samtale
import SamtalePublishing

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write transcripts in the Samtale TEI profile, one file each.",
    discussion: """
      The output is canonical: the same transcript always gives the same bytes. What the profile \
      cannot hold is reported.

      Examples:
        samtale export --to tei -o clean/ transcripts/
      """
  )

  enum Target: String, ExpressibleByArgument, CaseIterable { case tei }

  @OptionGroup var input: InputOptions

  @Option(help: "The format to write.")
  var to: Target = .tei

  @Option(
    name: .shortAndLong,
    help: "The folder to write to; made if it does not exist.",
    completion: .directory
  )
  var output: String

  func run() throws {
    do { try Files.makeFolder(output) } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
    let read = input.read { transcript in (id: transcript.id, writing: TEI.write(transcript)) }
    input.printer.print(read.values.flatMap(\.writing.diagnostics))
    guard !read.values.isEmpty else { throw read.exitCode }
    var names = FileNames()
    let files = read.values.map { transcript in
      (path: "\(output)/\(names.next(for: transcript.id)).xml", bytes: transcript.writing.bytes)
    }
    try refuseToOverwrite(read.results.map(\.file), with: files.map(\.path))
    for file in files {
      do { try Files.write(file.bytes, to: file.path) } catch {
        Terminal.printError("samtale: \(error)")
        throw ExitCode(2)
      }
    }
    if !input.reading.quiet {
      let count = read.values.count
      Terminal.printError("\(count) transcript\(count == 1 ? "" : "s") written to \(output)")
    }
    if read.exitCode != .success { throw read.exitCode }
  }
}

extension ExportCommand {
  /// Originals are never replaced: they may hold more than the profile does.
  private func refuseToOverwrite(_ inputs: [String], with outputs: [String]) throws {
    for path in outputs {
      guard let original = inputs.first(where: { Files.areSame($0, path) }) else { continue }
      throw ValidationError(
        "\(original) would be overwritten. Name another folder with --output.")
    }
  }
}

/// Gives transcripts file names: their identifiers, numbered where two are the same.
private struct FileNames {
  private var used: Set<String> = []

  mutating func next(for id: String) -> String {
    let base = id.replacing("/", with: "_")
    var name = base
    var number = 2
    while !used.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
