import Foundation
import Testing

/// Notes are shown where they are asked for, and what is said of them is so.
@Suite struct NoteTests {
  private func project() async throws -> Command.Folder {
    let study = try Command.Folder()
    let replay = try await Command.run([
      "project", "replay", Command.package.appending(path: "Corpora/studies/meetings.jsonl").path,
      Command.corpus, "-o", study["a.samtale"],
    ])
    try #require(replay.status == 0, "\(replay.errors)")
    let export = try await Command.run(
      ["export", "-q", "--to", "qdpx", "-o", study["out"], study["a.samtale"]])
    try #require(export.status == 0, "\(export.errors)")
    return study
  }

  @Test func verboseImportsHideNothing() async throws {
    let folder = try await project()
    defer { folder.remove() }
    let source = folder["out/a.qdpx"]
    for target in ["b.samtale", "tei"] {
      let arguments = ["import", "--as", "Anna", "-o", folder[target]]
      let loud = try await Command.run(arguments + ["--force", "-v", source])
      #expect(loud.errors.contains(": note "), "\(target)")
      #expect(!loud.errors.contains("-v show"), "\(target): \(loud.errors)")
    }
  }

  /// What concerns no file begins with its kind.
  @Test func linesWithoutAFile() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("P: Yes.\nI: Why?\nP: So.\nI: Oh?\n", to: "a.txt")
    try folder.write("P: No.\nI: Why?\nP: So.\nI: Oh?\n", to: "b.txt")
    try folder.write("label,role\nNobody,SW\n", to: "people.csv")
    let result = try await Command.run([
      "import", "-o", folder["out"], "--speakers", folder["people.csv"], folder["a.txt"],
      folder["b.txt"],
    ])
    let lines = result.errors.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("warning guessed: “P” stands in 2 files") })
    #expect(lines.contains { $0.hasPrefix("warning bad-table: labels of the table of speakers") })
    #expect(!lines.contains { $0.hasPrefix(":") })
  }
}
