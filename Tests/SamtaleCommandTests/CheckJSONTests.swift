import Foundation
import Samtale
import Testing

/// `samtale check --json` against `Schemas/diagnostics.schema.json`, and `check` on standard input.
@Suite struct CheckJSONTests {
  struct Report: Decodable {
    struct File: Decodable {
      var file: String
      var isRead: Bool
      var transcripts: Int
      var utterances: Int
      var charactersRead: Int
      var charactersKept: Int
      var charactersSkipped: Int
      var characters: [String: Int]
    }

    struct Finding: Decodable {
      var severity: String
      var code: String
      var file: String
      var line: Int?
      var column: Int?
    }

    var files: [File]
    var findings: [Finding]
    var exitStatus: Int
  }

  /// Runs `check --json`, checks the output against the schema and the exit status against both.
  private func check(_ arguments: [String], input: String = "") async throws -> Report {
    let result = try await Command.run(["check", "--json"] + arguments, input: input)
    #expect(try JSONSchema("diagnostics.schema.json").problems(result.output) == [])
    #expect(result.errors == "")
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(Int32(report.exitStatus) == result.status)
    return report
  }

  @Test func theCorpus() async throws {
    let report = try await check([Command.corpus])
    #expect(report.exitStatus == 0)
    #expect(report.findings.isEmpty)
    #expect(report.files.count == 16)
    #expect(report.files.reduce(0) { $0 + $1.utterances } == 1611)
    for file in report.files {
      #expect(file.isRead && file.transcripts == 1)
      #expect(file.charactersKept + file.charactersSkipped == file.charactersRead)
      #expect(file.characters.values.reduce(0, +) == file.charactersRead)
    }
  }

  @Test func findingsWithTheirPlaces() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let good = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    try folder.write(
      good.replacing("who=\"#p.wa1\"", with: "who=\"p.wa1\"", maxReplacements: 1),
      to: "a.xml"
    )
    try folder.write("no XML", to: "b.xml")
    try folder.write("", to: "c.xml")
    let report = try await check([folder.url.path, "/nowhere.xml"])
    #expect(report.exitStatus == 2)
    #expect(report.files.map(\.isRead) == [true, false, false, false])
    let expected = ["pointer-without-hash", "malformed", "empty-file", "unreadable"]
    #expect(report.findings.map(\.code) == expected)
    #expect(report.findings.allSatisfy { $0.severity == "error" })
    let first = try #require(report.findings.first)
    let line = try #require(first.line)
    let lines = good.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[line - 1].contains("who=\"#p.wa1\""))
    #expect(report.findings[2].line == nil)
    #expect(
      Set(report.findings.map(\.code)).isSubset(of: Set(DiagnosticCode.allCases.map(\.rawValue)))
    )
  }

  @Test func notesAreShownIfAskedAndDoNotCount() async throws {
    let lenient = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u who="a">Yes.</u></body></text></TEI>
      """
    let quiet = try await check(["-q", "-"], input: lenient)
    #expect(quiet.findings.allSatisfy { $0.severity == "error" })
    let verbose = try await check(["-v", "-"], input: lenient)
    #expect(verbose.findings.count >= quiet.findings.count)
    #expect(verbose.files.map(\.file) == ["-"])
  }

  /// The grammar holds on standard input as in a file.
  @Test func standardInputIsCheckedLikeAFile() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let good = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    let bad = good.replacing("<licence", with: "<bogus/><licence", maxReplacements: 1)
    try folder.write(bad, to: "bad.xml")
    let file = try await check([folder["bad.xml"]])
    let input = try await check(["-"], input: bad)
    #expect(file.findings.map(\.code) == ["not-in-profile"])
    #expect(input.findings.map(\.code) == file.findings.map(\.code))
    #expect(input.exitStatus == file.exitStatus)
  }

  /// Every code that `--codes` explains can occur: that two transcripts have one identifier, too.
  @Test func sameIdentifiersAreFound() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    try folder.write(text, to: "a.xml")
    try folder.write(text, to: "b.xml")
    let report = try await check([folder.url.path])
    #expect(report.findings.map(\.code).contains("duplicate-transcript"))
    #expect(report.exitStatus == 1)
  }

  @Test func codesWithTheirMeaning() async throws {
    let result = try await Command.run(["check", "--codes"])
    #expect(result.status == 0)
    let codes = result.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(codes == DiagnosticCode.allCases.map { $0.rawValue[...] })
  }

  /// The test's own validator notices what breaks the schema.
  @Test(
    arguments: [
      "{}", "[]", #"{"files": [], "findings": [], "exitStatus": 3}"#,
      #"{"files": [], "findings": [], "exitStatus": 0, "more": 1}"#,
      #"{"files": [], "findings": [{"severity": "error"}], "exitStatus": 1}"#,
      #"""
      {"files": [], "exitStatus": 1, "findings":
       [{"severity": "error", "code": "x", "file": "f", "what": "w", "remedy": "", "line": 1}]}
      """#,
      #"""
      {"files": [], "exitStatus": 1, "findings":
       [{"severity": "error", "code": "x", "file": "f", "what": "w", "remedy": "r", "line": 0}]}
      """#,
      #"""
      {"files": [], "exitStatus": 1, "findings":
       [{"severity": "error", "code": "x", "file": "f", "what": "w", "remedy": "r", "line": true}]}
      """#,
    ]
  ) func theValidatorNotices(_ wrong: String) throws {
    #expect(try JSONSchema("diagnostics.schema.json").problems(wrong) != [])
  }
}
