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

  @Option(name: .shortAndLong, help: "The folder to write to; made if it does not exist.")
  var output: String

  func run() throws {
    do { try Files.makeFolder(output) } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
    let read = input.read { transcript in (id: transcript.id, writing: TEI.write(transcript)) }
    DiagnosticPrinter(quiet: input.quiet, verbose: input.verbose)
      .print(read.values.flatMap(\.writing.diagnostics))
    guard !read.values.isEmpty else { throw read.exitCode }
    var names = FileNames()
    for transcript in read.values {
      let path = "\(output)/\(names.next(for: transcript.id)).xml"
      do { try Files.write(transcript.writing.bytes, to: path) } catch {
        Terminal.printError("samtale: \(error)")
        throw ExitCode(2)
      }
    }
    if !input.quiet {
      Terminal.printError("\(read.values.count) transcripts written to \(output)")
    }
    if read.exitCode != .success { throw read.exitCode }
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
