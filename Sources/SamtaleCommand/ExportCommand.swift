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
    let folder = output
    let read = input.read { transcript in
      ExportedFile(transcript, folder: folder)
    }
    let written = read.values
    DiagnosticPrinter(quiet: input.quiet, verbose: input.verbose)
      .print(written.flatMap(\.diagnostics))
    for failure in written.compactMap(\.failure) { Terminal.printError("samtale: \(failure)") }
    guard written.contains(where: { $0.failure == nil }) else { throw ExitCode(2) }
    if !input.quiet {
      Terminal.printError("\(written.count { $0.failure == nil }) transcripts written to \(folder)")
    }
    if written.contains(where: { $0.failure != nil }) { throw ExitCode(1) }
    if read.exitCode != .success { throw read.exitCode }
  }
}

/// One transcript written to a folder.
private struct ExportedFile: Sendable {
  var diagnostics: [Diagnostic] = []
  var failure: String?

  init(_ transcript: Transcript, folder: String) {
    let name = transcript.id.map { $0 == "/" ? "_" : String($0) }.joined()
    do {
      diagnostics = try TEI.write(transcript, to: "\(folder)/\(name).xml")
    } catch {
      failure = "\(error)"
    }
  }
}
