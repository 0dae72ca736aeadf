import Foundation
import Samtale
import Testing

/// `samtale export --to tei`.
@Suite struct ExportTests {
  @Test func theExportIsCleanAndSaysTheSame() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let export = try await Command.run(
      ["export", "--to", "tei", "-o", folder["new/clean"], Command.corpus]
    )
    #expect(export.status == 0)
    #expect(export.output == "")
    #expect(export.errors == "16 files written to \(folder["new/clean"])\n")
    let check = try await Command.run(["check", "--profile", "samtale", folder["new/clean"]])
    #expect(check.status == 0)
    #expect(check.output == "16 files, 16 transcripts, 1611 utterances: nothing found\n")
    let before = Corpus.read([Command.corpus]).transcripts
    let after = Corpus.read([folder["new/clean"]]).transcripts
    #expect(before.count == 16)
    #expect(before == after)
  }

  @Test func theExportOfAnExportIsTheSameBytes() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    for (source, target) in [(Command.meeting, "one"), (folder["one"], "two")] {
      let result = try await Command.run(["export", "-q", "-o", folder[target], source])
      #expect(result.status == 0)
      #expect(result.errors == "")
    }
    let first = try folder.text("one/team1-m1.xml")
    #expect(try folder.text("two/team1-m1.xml") == first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["two"]).count == 1)
  }

  /// Two transcripts with one identifier would overwrite each other: one of them must not be lost
  /// without a word.
  @Test(arguments: ["1", "4"]) func sameIdentifiersLoseNothing(_ jobs: String) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let first = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    try folder.write(first, to: "a/x.xml")
    try folder.write(first.replacing("Dark room", with: "Light room"), to: "b/x.xml")
    let result = try await Command.run(
      ["export", "-j", jobs, "-o", folder["clean"], folder["a"], folder["b"]]
    )
    let files = try FileManager.default.contentsOfDirectory(atPath: folder["clean"])
    // Either both are written, or the user is told that one is not.
    #expect(files.count == 2 || (result.status == 1 && result.errors.contains("team1-m1")))
    #expect(!result.errors.contains("2 transcripts written") || files.count == 2)
  }

  @Test func aFolderThatCannotBeMade() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("", to: "file")
    let result = try await Command.run(["export", "-o", folder["file/clean"], Command.meeting])
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("samtale: "))
  }

  @Test func nothingToExport() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let result = try await Command.run(["export", "-o", folder["clean"], "/nowhere.xml"])
    #expect(result.status == 2)
    #expect(!result.errors.contains("written"))
  }
}
