import Foundation
import Samtale
import Testing

/// `samtale import`. All talk is invented.
@Suite struct ImportTests {
  private static let meeting = """
    WEBVTT

    00:00.000 --> 00:02.000
    <v Anna>Shall we begin?

    00:02.000 --> 00:04.000
    Now.

    00:04.500 --> 00:05.000
    <v Bo>Yes.

    """

  private func folder(_ text: String = meeting, _ name: String = "a.vtt") throws -> Command.Folder {
    let folder = try Command.Folder()
    try folder.write(text, to: name)
    try folder.write("role,label,id\nSW,Anna,p.anna\nWA,Bo,p.bo\n", to: "people.csv")
    return folder
  }

  @Test func importedFilesAreCleanAndCanBeMeasured() async throws {
    let folder = try folder()
    defer { folder.remove() }
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: One two.\n", to: "b.srt")
    try folder.write("[{\"start\": 0, \"end\": 1, \"text\": \"Three.\"}]", to: "c.json")
    let result = try await Command.run([
      "import", "-o", folder["out"], "--speakers", folder["people.csv"], folder["a.vtt"],
      folder["b.srt"], folder["c.json"],
    ])
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(result.errors.contains("a.vtt: WebVTT, UTF-8\n  3 utterances, 2 turns\n"))
    #expect(result.errors.contains("  speakers: Anna, Bo\n"))
    #expect(result.errors.contains("a.vtt:6: warning guessed: "))
    #expect(result.errors.hasSuffix("3 transcripts written to \(folder["out"])\n"))
    let check = try await Command.run(["check", folder["out"]])
    #expect(check.output == "3 files, 3 transcripts, 5 utterances: nothing found\n")
    #expect(check.status == 0)
    let table = try await Command.run([
      "participation", "--by", "role", "--format", "csv", folder["out/a.xml"],
    ])
    let rows = table.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    #expect(rows.first?.first == "row")
    #expect(rows.contains { $0.starts(with: ["group", "SW", "1", "1"]) }, "\(table.output)")
    let words = Participation(
      Corpus.read([folder["out/a.xml"]]).transcripts.map { MeetingParticipation($0) }, by: [.role])
    #expect(words.rows.map { $0.group[0] } == ["SW", "WA"])
    #expect(words.rows.map(\.words) == [4, 1])
    #expect(words.rows.map(\.turns) == [1, 1])
  }

  @Test func strictImportsWriteNothing() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let strict = try await Command.run(["import", "--strict", "-o", folder["out"], folder["a.vtt"]])
    #expect(strict.status == 1)
    #expect(strict.errors.contains("a.vtt:6: error guessed: "))
    #expect(!FileManager.default.fileExists(atPath: folder["out"]))
    let unknown = try await Command.run([
      "import", "--strict", "--unvoiced", "unknown", "-o", folder["out"], folder["a.vtt"],
    ])
    #expect(unknown.status == 0)
    #expect(unknown.errors.contains("3 utterances, 1 without a speaker, 3 turns"))
  }

  @Test func strictImportsMakeNoProject() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let strict = try await Command.run([
      "import", "--strict", "--as", "Anna", "-o", folder["a.samtale"], folder["a.vtt"],
    ])
    #expect(strict.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder["a.samtale"]))
    let kept = try await Command.run([
      "import", "--as", "Anna", "-o", folder["a.samtale"], folder["a.vtt"],
    ])
    #expect(kept.status == 0, "\(kept.errors)")
  }

  @Test func aTableOfSpeakersIsProposedAndComesBack() async throws {
    let folder = try folder(
      "Anna: Shall we?\nBo: Yes.\nAnna: Good.\nBo: Åh.\nPlan: no.\n", "in/a.txt")
    defer { folder.remove() }
    let table = folder["in/labels.csv"]
    let proposed = try await Command.run(["import", "--propose-speakers", table, folder["in"]])
    #expect(proposed.status == 0, "\(proposed.errors)")
    #expect(
      proposed.errors.hasSuffix(
        "3 labels written to \(table), 1 of them to be decided (ask). Complete the table, then: "
          + "samtale import --speakers \(table) …\n"))
    let text = try folder.text("in/labels.csv")
    #expect(text.contains("\r\nBo,,yes,,,,,2,\"a.txt, line 2\",Yes.,\r\n"))
    let again = try await Command.run(["import", "--propose-speakers", table, folder["in"]])
    #expect(again.status == 2)
    #expect(again.errors.contains("is there already; --force replaces it"))
    try folder.write(
      text.replacing("Anna,,yes,,,,", with: "Anna,,yes,p1,,SW,north")
        .replacing("Plan,,ask,,,,", with: "Plan,,no,,,,"), to: "in/labels.csv")
    let imported = try await Command.run([
      "import", "--strict", "-o", folder["out"], "--speakers", table, folder["in"],
    ])
    #expect(imported.status == 0, "\(imported.errors)")
    let transcripts = Corpus.read([folder["out/a.xml"]]).transcripts
    #expect(transcripts.first?.participants.map(\.roles) == [["SW"], []])
    #expect(transcripts.first?.teams.map(\.names) == [["north"]])
    #expect(transcripts.first?.utterances.count == 4)
  }

  @Test func aProposalImportsNothing() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let both = try await Command.run([
      "import", "-o", folder["out"], "--propose-speakers", folder["b.csv"], folder["a.vtt"],
    ])
    #expect(both.status == 64)
    #expect(both.errors.contains("--propose-speakers imports nothing: leave out -o."))
    let none = try await Command.run(["import", folder["a.vtt"]])
    #expect(none.status == 64)
    let settled = try await Command.run([
      "import", "--speakers", folder["people.csv"], "--propose-speakers", folder["b.csv"],
      folder["a.vtt"],
    ])
    #expect(settled.status == 2)
    #expect(settled.errors.contains("people.csv; nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: folder["b.csv"]))
  }

  @Test func codebooksGoIntoProjects() async throws {
    let folder = try folder()
    defer { folder.remove() }
    try folder.write(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code \
      guid="0b6ec2d5-58a4-4f1c-9d3c-0f8c7a1f0001" name="Waits" isCodable="true"/></Codes></CodeBook>
      """, to: "a.qdc")
    let lost = try await Command.run(["import", "-o", folder["out"], folder["a.qdc"]])
    #expect(lost.status == 2)
    #expect(
      lost.errors.contains("a.qdc is a codebook without transcripts; import it into a project"))
    let partly = try await Command.run([
      "import", "-o", folder["out"], folder["a.qdc"], folder["a.vtt"],
    ])
    #expect(partly.status == 1)
    #expect(partly.errors.contains("1 transcript written"))
    let kept = try await Command.run([
      "import", "--as", "Anna", "-o", folder["a.samtale"], folder["a.qdc"],
    ])
    #expect(kept.status == 0, "\(kept.errors)")
  }

  @Test func nothingIsReplacedWithoutForce() async throws {
    let folder = try folder()
    defer { folder.remove() }
    try folder.write("mine", to: "out/a.xml")
    let first = try await Command.run(["import", "-o", folder["out"], folder["a.vtt"]])
    #expect(first.status == 2)
    #expect(first.errors.contains("out/a.xml is there already; --force replaces it"))
    #expect(try folder.text("out/a.xml") == "mine")
    let forced = try await Command.run(["import", "--force", "-o", folder["out"], folder["a.vtt"]])
    #expect(forced.status == 0)
    #expect(try folder.text("out/a.xml").contains("Shall we begin?"))
  }

  @Test func reportsAsJSON() async throws {
    struct Report: Decodable {
      struct File: Decodable {
        struct Guess: Decodable, Equatable {
          var kind: String
          var count: Int
          var line: Int?
        }

        var format: String?
        var encoding: String
        var utterances: Int
        var turns: Int
        var speakers: [String]
        var charactersRead: Int
        var charactersKept: Int
        var charactersSkipped: Int
        var guesses: [Guess]
      }

      var files: [File]
    }
    let folder = try folder()
    defer { folder.remove() }
    let result = try await Command.run(
      ["import", "--json", "-q", "--language", "en", "-o", folder["out"], "-"], input: Self.meeting)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(try JSONSchema("import.schema.json").problems(result.output) == [])
    let file = try #require(
      try JSONDecoder().decode(Report.self, from: Data(result.output.utf8)).files.first)
    #expect(file.format == "webvtt")
    #expect(file.encoding == "UTF-8")
    #expect(file.utterances == 3)
    #expect(file.turns == 2)
    #expect(file.speakers == ["Anna", "Bo"])
    #expect(file.guesses == [.init(kind: "continued-speaker", count: 1, line: 6)])
    #expect(file.charactersRead == Self.meeting.unicodeScalars.count)
    #expect(file.charactersKept + file.charactersSkipped == file.charactersRead)
    #expect(try folder.names().contains("out"))
    #expect(try folder.text("out/standard-input.xml").contains("xml:lang=\"en\""))
  }

  @Test func whatCannotBeReadStopsNothingElse() async throws {
    let folder = try folder()
    defer { folder.remove() }
    try folder.write("%PDF-1.4 no transcript at all", to: "notes.vtt")
    let json = try await Command.run([
      "import", "--json", "-o", folder["other"], folder["notes.vtt"],
    ])
    #expect(json.status == 2)
    #expect(try JSONSchema("import.schema.json").problems(json.output) == [])
    let both = try await Command.run([
      "import", "-o", folder["out"], folder["notes.vtt"], folder["a.vtt"], folder["missing.srt"],
    ])
    #expect(both.status == 1)
    #expect(both.errors.contains("notes.vtt: error not-imported: "))
    #expect(both.errors.contains("missing.srt: No such file"))
    #expect(both.errors.hasSuffix("1 transcript written to \(folder["out"])\n"))
    let none = try await Command.run(["import", "-o", folder["other"], folder["notes.vtt"]])
    #expect(none.status == 2)
    let table = try await Command.run([
      "import", "-o", folder["other"], "--speakers", folder["a.vtt"], folder["a.vtt"],
    ])
    #expect(table.status == 2)
    #expect(table.errors.contains("bad-table"))
    #expect(!FileManager.default.fileExists(atPath: folder["other"]))
  }

  @Test func skippedCuesShowInTheExitStatus() async throws {
    let folder = try folder(Self.meeting + "\n00:06.000 --> soon\nLost.\n")
    defer { folder.remove() }
    let result = try await Command.run(["import", "-o", folder["out"], folder["a.vtt"]])
    #expect(result.status == 1)
    #expect(result.errors.contains("a.vtt:12: warning not-imported: "))
    #expect(result.errors.contains("parts that could not be understood 24"))
    #expect(try folder.text("out/a.xml").contains("Shall we begin?"))
  }

  @Test func filesOfOneNameAreKeptApart() async throws {
    let folder = try folder()
    defer { folder.remove() }
    try folder.write(Self.meeting, to: "sub/A.vtt")
    let result = try await Command.run(["import", "-q", "-o", folder["out"], folder[""]])
    #expect(result.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["out"]).count == 2)
    let check = try await Command.run(["check", folder["out"]])
    #expect(check.status == 0, "\(check.output)")
  }

  #if os(Linux)
    /// 20 MB of WebVTT need less than 1 GB, address space and libraries included.
    @Test func largeFilesStayWithinMemory() async throws {
      var text = "WEBVTT\n"
      let words = String(repeating: "and then we went to the harbour, ", count: 30)
      for i in 0..<20_000 {
        let minute = String(i / 60 % 60 + 100).dropFirst()
        let time = "\(i / 3600 + 10):\(minute):\(String(i % 60 + 100).dropFirst())"
        text += "\n\(time).000 --> \(time).900\n<v Speaker \(i % 7)>\(words)\n"
      }
      #expect(text.utf8.count > 20_000_000)
      let folder = try folder(text)
      defer { folder.remove() }
      let program = try #require(Command.executable).path
      let result = try await Command.run(
        URL(filePath: "/bin/sh"),
        [
          "-c",
          "ulimit -v 1000000; exec '\(program)' import -o '\(folder["out"])' '\(folder["a.vtt"])'",
        ])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("20000 utterances, 20000 turns"))
    }
  #endif
}
