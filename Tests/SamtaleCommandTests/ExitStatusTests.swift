import Foundation
import Testing

/// 0 done; 1 done, but something was found or could not be read; 2 could not be done; 64 not
/// understood.
@Suite struct ExitStatusTests {
  static let broken = """
    <?xml version="1.0" encoding="UTF-8"?>
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u who="#a">Yes.
    """

  /// The commands that read transcripts, so far as their arguments go without a folder.
  static let readers = [["participation"], ["participants"]]

  @Test(arguments: readers) func goodFiles(_ command: [String]) async throws {
    #expect(try await Command.run(command + [Command.meeting]).status == 0)
  }

  @Test(arguments: readers) func oneBadFileAmongGood(_ command: [String]) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("This is no transcript.", to: "bad.xml")
    let good = try await Command.run(command + [Command.meeting])
    let result = try await Command.run(command + [Command.meeting, folder["bad.xml"]])
    #expect(result.status == 1)
    #expect(result.output == good.output)
    #expect(result.errors.contains("bad.xml:1:1: error malformed: "))
  }

  @Test(arguments: readers) func oneMissingFileAmongGood(_ command: [String]) async throws {
    let result = try await Command.run(command + [Command.meeting, "/nowhere/x.xml"])
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "/nowhere/x.xml: error unreadable: cannot be read: No such file or directory — "
      )
    )
  }

  @Test(arguments: readers + [["check"]]) func nothingToRead(_ command: [String]) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    for path in ["/nowhere.xml", "/nowhere/", folder.url.path] {
      let result = try await Command.run(command + [path])
      #expect(result.status == 2, "\(path)")
      #expect((result.errors + result.output).contains(": error "), "\(path)")
    }
    if command != ["check"] {
      #expect(try await Command.run(command + ["/nowhere.xml"]).output == "")
    }
  }

  @Test func emptyStandardInput() async throws {
    let result = try await Command.run(["participation", "-"])
    #expect(result.status == 2)
    #expect(result.errors.contains("-: error empty-file: "))
  }

  @Test(
    arguments: [
      ["participation"], ["participation", "--nonsense", "x.xml"], ["nonsense"], ["check"],
      ["participation", "--by", "nonsense", "x.xml"], ["participation", "--by", "", "x.xml"],
      ["participation", "--by", "role,role", "x.xml"], ["participation", "-j", "0", "x.xml"],
      ["participation", "--samples", "5", "x.xml"], ["participation", "--seed", "-1", "x.xml"],
      ["participation", "--format", "word", "x.xml"],
      ["participants", "--count", "notes", "x.xml"],
      ["participation", "--count", "nonsense", "x.xml"], ["check", "-j", "none", "x.xml"],
      ["export", "x.xml"], ["export", "--to", "word", "-o", "out", "x.xml"],
    ]
  ) func notUnderstood(_ arguments: [String]) async throws {
    let result = try await Command.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains("Error: "))
    #expect(result.errors.contains("Usage: samtale"))
  }

  @Test func anUnknownGroupingNamesTheKnownOnes() async throws {
    let result = try await Command.run(["participation", "--by", "nonsense", "x.xml"])
    let message = try #require(result.errors.split(separator: "\n").first)
    #expect(message.contains("nonsense"))
    for known in ["speaker", "role", "team", "meeting"] { #expect(message.contains(known)) }
  }

  /// Each message names what to write instead.
  @Test(arguments: [
    (["participation", "--by", "role,", "meeting", "x.xml"], "no spaces, such as role,meeting"),
    (["participation", "--by", "role,role", "x.xml"], "'role' is named twice"),
    (["participation", "--count", "note", "x.xml"], "There is no 'note'. Values are deleted,"),
    (["participation", "--equality", "--by", "team", "x.xml"], "leave out --by"),
    (["participation", "--equality", "--evidence", "x.xml"], "leave out --evidence"),
    (["participation", "--equality", "--intervals", "x.xml"], "leave out --intervals"),
    (["participation", "--evidence", "--intervals", "x.xml"], "leave out --intervals"),
    (["participation", "--names", "x.xml"], "--by speaker --names"),
    (["particpation", "x.xml"], "Did you mean 'participation'?"),
    (["chek"], "Did you mean 'check'?"), (["table"], "Commands: participation, participants,"),
  ]) func messagesShowTheWay(_ arguments: [String], _ message: String) async throws {
    let result = try await Command.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func checkTellsFoundFromUnread() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.broken, to: "broken.xml")
    let clean = try await Command.run(["check", Command.meeting])
    #expect(clean.status == 0)
    #expect(clean.output == "1 file, 1 transcript, 95 utterances: nothing found\n")
    let found = try await Command.run(["check", Command.meeting, folder["broken.xml"]])
    #expect(found.status == 1)
    #expect(found.output.contains("broken.xml:2:"))
    #expect(found.output.contains(": error truncated: "))
    let unread = try await Command.run(["check", Command.meeting, "/nowhere.xml"])
    #expect(unread.status == 2)
    #expect(unread.output.hasSuffix("1 error, 0 warnings; 1 could not be read\n"))
  }

  @Test func quietIsQuiet() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let lenient = Self.broken + "</u></body></text></TEI>"
    try folder.write(lenient, to: "lenient.xml")
    let loud = try await Command.run(["participation", folder["lenient.xml"]])
    let quiet = try await Command.run(["participation", "-q", folder["lenient.xml"]])
    #expect(loud.errors.contains(": warning undeclared-speaker: "))
    #expect(quiet.errors == "")
    #expect(quiet.output == loud.output)
  }
}
