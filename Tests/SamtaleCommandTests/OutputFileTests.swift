import Foundation
import Testing

/// `-o FILE`: written under another name and renamed, so that nobody ever sees half a table.
@Suite struct OutputFileTests {
  @Test func writesTheFileAndNothingElse() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let result = try await Command.run(
      ["participation", "-o", folder["table.txt"], Command.corpus]
    )
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(try folder.text("table.txt") == CommandLineTests.participation)
    #expect(try folder.names() == ["table.txt"])
  }

  /// A second name of the old file keeps the old words: the new file took its place at once.
  @Test func replacesAnOldFileAtOnce() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("old", to: "table.csv")
    try FileManager.default.linkItem(atPath: folder["table.csv"], toPath: folder["other"])
    let result = try await Command.run(
      ["participants", "--format", "csv", "-o", folder["table.csv"], Command.corpus]
    )
    #expect(result.status == 0)
    #expect(try folder.text("table.csv").hasPrefix("row,role,people,variable,category,count"))
    #expect(try folder.text("other") == "old")
    #expect(try folder.names() == ["other", "table.csv"])
  }

  @Test func keepsAnOldFileIfNothingCouldBeRead() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("old", to: "table.csv")
    let result = try await Command.run(["participation", "-o", folder["table.csv"], "/nowhere.xml"])
    #expect(result.status == 2)
    #expect(try folder.text("table.csv") == "old")
  }

  @Test(arguments: ["missing/table.csv", "."]) func cannotBeWritten(_ name: String) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    for command in [["participation"], ["participants"], ["check"]] {
      let result = try await Command.run(command + ["-o", folder[name], Command.meeting])
      #expect(result.status == 2, "\(command)")
      #expect(result.output == "", "\(command)")
      #expect(result.errors.hasPrefix("samtale: "), "\(command)")
      #expect(try folder.names() == [], "\(command)")
    }
  }

  /// A file that only its owner may read holds research data: writing it anew must not open it.
  @Test func keepsThePermissionsOfAnOldFile() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("old", to: "table.csv")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: folder["table.csv"]
    )
    _ = try await Command.run(["participation", "-o", folder["table.csv"], Command.meeting])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["table.csv"])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  /// The link stays a link; the file it leads to is written.
  @Test func followsLinks() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("old", to: "table.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder["link.csv"],
      withDestinationPath: "table.csv"
    )
    _ = try await Command.run(["participation", "-o", folder["link.csv"], Command.meeting])
    #expect(try folder.text("table.csv").hasPrefix("row,role,"))
    let leadsTo = try? FileManager.default.destinationOfSymbolicLink(atPath: folder["link.csv"])
    #expect(leadsTo == "table.csv")
  }

  /// What is no file (a pipe, a terminal, `/dev/stdout`) is written to and never replaced.
  @Test func writesToWhatIsNoFile() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    // Somebody must listen at the pipe before it can be written to.
    let listener = open(folder["pipe"], O_RDWR | O_NONBLOCK)
    try #require(listener >= 0)
    defer { close(listener) }
    let result = try await Command.run(["participation", "-o", folder["pipe"], Command.meeting])
    #expect(result.status == 0)
    let kind = try FileManager.default.attributesOfItem(atPath: folder["pipe"])[.type]
    #expect(kind as? FileAttributeType != .typeRegular)
    var bytes = Array(repeating: UInt8(0), count: 65_536)
    let count = read(listener, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    #expect(text.hasPrefix("Participation by role"))
  }
}
