import Foundation
import Testing

/// `samtale topics` and `samtale uptake` on the invented meetings.
@Suite struct TopicsTests {
  private static func rows(_ output: String) -> [[String]] {
    output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func aRowForEachTopicWithEveryValueInItsOwnColumn() async throws {
    let result = try await Command.run(["topics", "--format", "tsv", Command.corpus])
    #expect(result.status == 0)
    let rows = Self.rows(result.output)
    #expect(rows.count == 197)
    let head = try #require(rows.first)
    for key in ["closure_computed", "closure_decision", "closure_in_force", "closure_by"] {
      #expect(head.contains(key))
    }
    let place = try #require(head.firstIndex(of: "closure_decision"))
    #expect(Set(rows.dropFirst().map { $0[place] }) == ["none"])
    #expect(Set(rows.map(\.count)) == [head.count])
  }

  @Test(arguments: [
    ["topics"], ["topics", "--by", "role", "--leader", "ES"], ["topics", "--by", "speaker"],
    ["topics", "--evidence"], ["topics", "--explain", "team1-m1:t3"], ["uptake"],
    ["uptake", "--by", "meeting"], ["uptake", "--by", "speaker"],
  ])
  func tablesFitThePage(_ arguments: [String]) async throws {
    // The path is part of the output: a short one, as users have it.
    let executable = try #require(Command.executable)
    let usesAll = ["topics", "topics --evidence"].contains(arguments.joined(separator: " "))
    let files = usesAll ? "" : "/team1-m1.xml Corpora/ips-meetings/team5-m2.xml"
    let line =
      "cd '\(Command.package.path)' && '\(executable.path)' "
      + (arguments + ["--samples", "100", "Corpora/ips-meetings" + files]).joined(separator: " ")
    let result = try await Command.run(URL(filePath: "/bin/sh"), ["-c", line])
    #expect(result.status == 0)
    #expect(result.errors == "")
    let widest = result.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= 100)
    #expect(!result.output.lowercased().contains("nan"))
  }

  @Test func anExplanationQuotesTheTurnsAndNamesTheRule() async throws {
    let result = try await Command.run(["topics", "--explain", "team1-m1:t3", Command.meeting])
    #expect(result.status == 0)
    #expect(result.output.contains("team1-m1.xml:361"))
    #expect(result.output.contains("T1: That's quite good, actually."))
    #expect(result.output.contains("6. recipientShift HOLDS"))
    #expect(result.output.contains("5. collaborative does not hold"))
    #expect(result.output.contains("No coder has confirmed or overridden it."))
    let number = try await Command.run(["topics", "--explain", "3", Command.meeting])
    #expect(number.output == result.output)
    let json = try await Command.run([
      "topics", "--explain", "t3", "--format", "json", Command.meeting,
    ])
    #expect(try JSONSchema("table.schema.json").problems(json.output) == [])
    let unknown = try await Command.run(["topics", "--explain", "t99", Command.meeting])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("there is no topic “t99”; write it as in team1-m1:t1"))
  }

  @Test func whatACoderDecidedStandsBesideWhatWasComputed() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    let layer = """
      <spanGrp type="closures"><span ana="#deferred" resp="#km" target="#t3">2026-01-15 they \
      nodded</span></spanGrp></standOff>
      """
    try folder.write(text.replacing("</standOff>", with: layer), to: "m.xml")
    let result = try await Command.run(["topics", "--format", "tsv", folder["m.xml"]])
    let rows = Self.rows(result.output)
    let head = try #require(rows.first)
    let values = Dictionary(uniqueKeysWithValues: zip(head, rows[3]))
    #expect(values["closure_computed"] == "acknowledgedShift")
    #expect(values["closure_decision"] == "overridden")
    #expect(values["closure_in_force"] == "deferred")
    #expect(values["closure_by"] == "km")
    #expect(values["closure_reason"] == "they nodded")
    let shown = try await Command.run(["topics", folder["m.xml"]])
    #expect(shown.output.contains("km: deferred"))
    #expect(shown.output.contains("(acknowledgedShift)"))
  }

  @Test func aFileWithoutTopicsIsToldApart() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    let from = try #require(text.range(of: "<standOff>"))
    let to = try #require(text.range(of: "</standOff>"))
    try folder.write(
      text.replacingCharacters(in: from.lowerBound..<to.upperBound, with: ""), to: "bare.xml")
    let alone = try await Command.run(["topics", folder["bare.xml"]])
    #expect(alone.status == 2)
    #expect(alone.output == "")
    #expect(alone.errors.contains("bare.xml: no topics are marked"))
    let both = try await Command.run(["topics", folder["bare.xml"], Command.meeting])
    #expect(both.status == 1)
    #expect(both.output.contains("14 topics in team1-m1"))
    let uptake = try await Command.run(["uptake", folder["bare.xml"]])
    #expect(uptake.status == 0)
    #expect(uptake.output.contains("1 meeting without marked topics"))
  }

  @Test func everyLineOfEvidenceLeadsToAnUtterance() async throws {
    let result = try await Command.run(["topics", "--evidence", "--format", "tsv", Command.meeting])
    let rows = Self.rows(result.output)
    let head = try #require(rows.first)
    let source = try #require(head.firstIndex(of: "source"))
    let utterance = try #require(head.firstIndex(of: "utterance"))
    let lines = try String(contentsOfFile: Command.meeting, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count > 40)
    for row in rows.dropFirst() {
      let number = try #require(row[source].split(separator: ":").last.flatMap { Int($0) })
      #expect(lines[number - 1].contains("<u xml:id=\"\(row[utterance])\""))
    }
  }

  @Test(arguments: [
    ["topics", "--by", "role", "--format", "json"], ["topics", "--format", "csv"],
    ["uptake", "--format", "json"], ["uptake", "--each", "--format", "csv"],
    ["uptake", "--evidence", "--format", "csv"],
  ])
  func theNumberOfWorkersChangesNothing(_ arguments: [String]) async throws {
    let files = (1...4).map { "\(Command.corpus)/team\($0)-m1.xml" }
    let rest = ["--samples", "100"] + files
    let one = try await Command.run(arguments + ["-j", "1"] + rest)
    let four = try await Command.run(arguments + ["-j", "4"] + rest)
    #expect(one.status == 0)
    #expect(one.output == four.output)
  }

  @Test func lexiconsOfOnesOwnChangeWhatIsFound() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("my.closing.good\tclosing\tquite good actually\n", to: "mine.tsv")
    let arguments = ["topics", "--explain", "t3", Command.meeting]
    let result = try await Command.run(arguments + ["--lexicon", folder["mine.tsv"]])
    #expect(result.output.contains("3. explicitClosing HOLDS: T1 bids to close"))
    #expect(result.output.contains("my.closing.good"))
    let missing = try await Command.run(arguments + ["--lexicon", folder["none.tsv"]])
    #expect(missing.status == 2)
  }

  @Test(arguments: [
    ["topics", "--leader-adjusted"], ["topics", "--evidence", "--explain", "t1"],
    ["topics", "--by", "role", "--evidence"], ["topics", "--samples", "1"],
    ["uptake", "--each", "--evidence"],
  ])
  func whatDoesNotGoTogetherIsRefused(_ arguments: [String]) async throws {
    let result = try await Command.run(arguments + [Command.meeting])
    #expect(result.status == 64)
    #expect(result.output == "")
  }
}
