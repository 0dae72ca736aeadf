import Foundation
import Testing

/// What a command is given: folders, files, pipes, the same meeting twice, meetings of one name.
@Suite struct InputTests {
  /// A meeting without an identifier of its own.
  static func meeting(_ speaker: String, _ words: String) -> String {
    """
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
    <u who="#\(speaker)">\(words)</u><u>Somebody.</u></body></text></TEI>
    """
  }

  private func cells(_ arguments: [String]) async throws -> [[String]] {
    let result = try await Command.run(["participation", "-q", "--format", "tsv"] + arguments)
    return result.output.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Pipes with a name (`/dev/stdin`, `<(unzip -p …)`) can be read once only.
  @Test func aPipeWithANameIsReadOnce() async throws {
    let named = try await Command.run(["participation", Command.meeting])
    let piped = try await Command.run(
      URL(filePath: "/bin/sh"),
      [
        "-c", #"cat "$1" | "$2" participation /dev/stdin"#, "sh", Command.meeting,
        try #require(Command.executable).path,
      ]
    )
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(piped.output == named.output)
  }

  /// A folder and a file of it: nobody means to count the meeting twice.
  @Test func theSameFileTwiceIsCountedOnceOrReported() async throws {
    let once = try await Command.run(["participation", Command.corpus])
    for path in [Command.meeting, Command.corpus, Command.corpus + "/"] {
      let twice = try await Command.run(["participation", Command.corpus, path])
      #expect(
        twice.output == once.output || twice.errors.contains("duplicate-transcript"),
        "\(path)"
      )
    }
  }

  /// `team1/meeting1.xml` and `team2/meeting1.xml` without `xml:id` are two meetings.
  @Test func filesOfOneNameAreTwoMeetings() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.meeting("a", "Hei på deg."), to: "team1/meeting1.xml")
    try folder.write(Self.meeting("b", "Ja."), to: "team2/meeting1.xml")
    let rows = try await cells(["--by", "meeting", folder.url.path])
    let groups = rows.filter { $0[0] == "group" }
    #expect(groups.map { $0[6] } == ["3", "1"])
    #expect(Set(groups.map { $0[1] }).count == 2)
  }

  @Test func evidenceListsWhatIsKeptApart() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.meeting("a", "Hei på deg."), to: "m.xml")
    let rows = try await cells([folder["m.xml"]])
    #expect(rows.map { $0[1] } == ["no role", "all", "unknown"])
    #expect(rows.map { $0[0] } == ["group", "total", "apart"])
    let turns = try await cells(["--evidence", folder["m.xml"]])
    #expect(turns.map { $0[3] } == ["3", "1"])
    #expect(turns.map { $0[0] } == ["group", "apart"])
  }

  /// Where two meetings are one team's, intervals draw teams: two teams are too few, as they are for
  /// the shares.
  @Test func equalityDrawsTeamsLikeTheShares() async throws {
    let files = ["team1-m1", "team1-m2", "team2-m1", "team2-m2"].map {
      "\(Command.corpus)/\($0).xml"
    }
    let shares = try await cells(["--intervals"] + files)
    #expect(shares.allSatisfy { $0[14] == "" && $0[16] == "" })
    let equality = try await cells(["--equality"] + files)
    let low = try #require(equality.first { $0[1] == "mean, 95 % low" })
    #expect(low[3...7].allSatisfy { $0 == "" }, "\(low)")
  }

  @Test func headsNameTheUnit() async throws {
    let result = try await Command.run(
      ["participation", "--utterances", "--intervals", "--format", "markdown", Command.corpus]
    )
    let head = try #require(result.output.split(separator: "\n").first { $0.hasPrefix("|") })
    #expect(!head.contains("turn"), "\(head)")
  }

  @Test func foldersAreReadInTheOrderOfTheirNames() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    for name in ["b/2.xml", "a/10.tei", "a/1.XML", ".hidden.xml", "notes.txt", ".git/x.xml"] {
      try folder.write(Self.meeting("a", "Ja."), to: name)
    }
    let result = try await Command.run(["check", "--json", folder.url.path])
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let files = try #require(parsed?["files"] as? [[String: Any]])
    #expect(
      files.compactMap { $0["file"] as? String }
        == ["a/1.XML", "a/10.tei", "b/2.xml"].map { folder[$0] }
    )
  }

  @Test func aProjectIsReadAsItsTranscriptsAre() async throws {
    let project = try await StudyProject("none")
    defer { project.folder.remove() }
    let (files, study) = (
      try await Command.run(["participation", "--format", "csv", Command.corpus]),
      try await Command.run(["participation", "--format", "csv", project.file])
    )
    #expect(study.status == 0, "\(study.errors)")
    #expect(study.output == files.output)
    let missing = try await Command.run(["participation", project.folder["none.samtale"]])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no project file"))
    let both = try await Command.run([
      "participation", project.folder["none.samtale"], Command.meeting,
    ])
    #expect(both.status == 1)
  }
}
