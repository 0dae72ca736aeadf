import Foundation
import Testing

/// `samtale turns` and `samtale measures` on the invented meetings.
@Suite struct TurnsTests {
  @Test func whoFollowsWhomInTheCorpus() async throws {
    let result = try await Command.run([
      "turns", Command.corpus, "--format", "csv", "--permutations", "99",
    ])
    #expect(result.status == 0)
    // Counted again with a script over the files.
    #expect(result.output.contains("dyad,SW → T,follows,80.0,"))
    #expect(result.output.contains("dyad,ES → WA,follows,199.0,"))
  }

  @Test func theSameSeedGivesTheSameBytes() async throws {
    let arguments = ["measures", Command.corpus, "--format", "json", "--permutations", "99"]
    let one = try await Command.run(arguments + ["-j", "1"])
    let other = try await Command.run(arguments + ["-j", "4"])
    #expect(one.status == 0)
    #expect(one.output == other.output)
  }

  @Test func theLongTableIsTidy() async throws {
    let result = try await Command.run([
      "measures", Command.meeting, "--format", "csv", "--permutations", "99",
    ])
    let lines = result.output.split(whereSeparator: \.isNewline)
    #expect(
      lines.first == "row,corpus,team,meeting,group_kind,group,measure,value,low,high,n,unit,note")
    #expect(lines.count > 100)
    #expect(!result.output.lowercased().contains("nan"))
    #expect(!result.output.contains(",inf"))
  }

  @Test func evidenceNamesFilesAndLines() async throws {
    let result = try await Command.run([
      "turns", Command.meeting, "--evidence", "--format", "csv", "--permutations", "99",
    ])
    let rows = result.output.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.contains { $0.contains("questions_asked") })
    #expect(rows.allSatisfy { $0.contains("team1-m1.xml:") })
  }

  @Test func anUnknownLanguageIsRefused() async throws {
    let result = try await Command.run(["turns", Command.meeting, "--language", "xx"])
    #expect(result.status == 64)
    #expect(result.errors.contains("Known: en, nb, nn, da, sv"))
  }

  /// Each row of the long table can be told from all others, and a team is the sum of its meetings.
  @Test func rowsHaveKeys() async throws {
    let result = try await Command.run([
      "measures", Command.corpus, "--format", "tsv", "--permutations", "19", "--samples", "100",
    ])
    let rows = result.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(Set(rows.map { $0[2...6].joined(separator: "\t") }).count == rows.count)
    let turns = rows.filter { $0[6] == "turns" && $0[2] == "team1" }
    let team = turns.filter { $0[4] == "team" }.compactMap { Double($0[7]) }
    let meetings = turns.filter { $0[4] == "meeting" }.compactMap { Double($0[7]) }
    #expect(team.count == 1)
    #expect(meetings.count == 2)
    #expect(team == [meetings.reduce(0, +)])
  }
}
