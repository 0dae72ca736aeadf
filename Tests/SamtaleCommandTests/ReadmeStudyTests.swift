import Foundation
import Testing

/// The commands of README.md about coding a study are run here as they stand, in its order.
@Suite struct ReadmeStudyTests {
  @Test func theCommandsWork() async throws {
    let readme = try String(
      contentsOf: Command.package.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(
      readme.components(separatedBy: "### Coding a study").dropFirst().first)
    let blocks = section.components(separatedBy: "```").enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element).filter { $0.contains("\nsamtale ") }
    let lines = blocks.prefix(2).joined().split(separator: "\n").map(String.init)
    #expect(lines.count { $0.hasPrefix("samtale ") } == 6)
    let folder = try Command.Folder()
    defer { folder.remove() }
    let corpora = Command.package.appending(path: "Corpora").path
    try FileManager.default.createSymbolicLink(
      atPath: folder["Corpora"], withDestinationPath: corpora)
    try FileManager.default.createSymbolicLink(
      atPath: folder["transcripts"], withDestinationPath: corpora + "/ips-meetings")
    let program = try #require(Command.executable).path
    let script = """
      set -e
      cd "$1"
      samtale() { "$PROGRAM" "$@"; }
      \(lines.joined(separator: "\n"))
      """
    let result = try await Command.run(
      URL(filePath: "/bin/sh"), ["-c", script, "sh", folder.url.path],
      environment: ["PROGRAM": program, "SAMTALE_PROJECT": ""])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("1045 events, 16 transcripts, 0 conflicts"))
    #expect(result.output.contains("Carrying the paper"))
    #expect(result.output.contains("nobody really minds if you don't talk"))
    #expect(result.output.contains("1 place"))
  }
}
