import Foundation
import Testing

/// The commands as a user meets them: what they print, where, and with which exit status.
@Suite struct CommandLineTests {
  /// The turns and words of ES (361, 6527), T (313, 4464), SW and WA were also counted with a few
  /// lines of Python (ElementTree and the word rule as a regular expression).
  static let participation = """
    Participation by role (16 meetings)

                                                               words
                                              % of  % of  % of   per
    role people meetings turns words    time turns words  time  turn median longest
    ───────────────────────────────────────────────────────────────────────────────
    SW       11       16   367  6736   36:23  23.1  27.0  24.7  18.4   13.0     112
    T         9       15   313  4464   26:08  19.7  17.9  17.7  14.3   10.0      83
    WA        8       16   548  7267   44:51  34.5  29.1  30.4  13.3    7.0     103
    ES        4       16   361  6527   40:09  22.7  26.1  27.2  18.1   12.0      96
    ───────────────────────────────────────────────────────────────────────────────
    all      32       16  1589 24994 2:27:31 100.0 100.0 100.0  15.7   10.0     112

    Counted: adjacent utterances of one speaker are merged into one turn; utterances
    without words are passed over.
    Words: runs of letters and digits, with ' ’ - _ inside. Counted: what was
    spoken, filled pauses too; left out: deleted stretches, others' words inside a
    turn, descriptions, notes, printed labels.
    Words per turn: mean, median and longest.
    Time adds up utterances; overlap with others is not taken off.
    The transcriber left out talk at 1 place; no turn is merged across a cut.
    Roles: SW social worker, T therapist, WA work applicant, ES employment
    specialist.
    People are told apart by identifier and name (n = 32).

    """

  @Test func participationOfTheCorpus() async throws {
    let result = try await Command.run(["participation", Command.corpus])
    #expect(result.output == Self.participation)
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  /// README.md shows the table as it is printed.
  @Test func readmeShowsTheTable() throws {
    let readme = try String(
      contentsOf: Command.package.appending(path: "README.md"), encoding: .utf8)
    let table = Self.participation.split(separator: "\n\n").dropFirst().first ?? ""
    #expect(readme.contains("```\n\(table)\n```"))
  }

  @Test func formatsForPrograms() async throws {
    let head = """
      row,role,people,meetings,counted,turns,words,seconds,share_turns,share_words,share_seconds,\
      words_per_turn_mean,words_per_turn_median,longest_turn
      """
    let csv = try await Command.run(["participation", Command.corpus, "--format", "csv"])
    let lines = csv.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.first == head)
    #expect(lines.count == 6)
    let cells = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(cells.allSatisfy { $0.count == 14 })
    #expect(cells.map { $0[0] } == ["group", "group", "group", "group", "total"])
    #expect(cells.map { $0[1] } == ["SW", "T", "WA", "ES", "all"])
    #expect(cells.allSatisfy { $0[4] == "turns" })
    #expect(cells.map { $0[6] } == ["6736", "4464", "7267", "6527", "24994"])
    let tsv = try await Command.run(["participation", Command.corpus, "--format", "tsv"])
    #expect(
      tsv.output.split(whereSeparator: \.isNewline).map { $0.split(separator: "\t").count }
        == [14, 14, 14, 14, 14, 14]
    )
    let json = try await Command.run(["participation", Command.corpus, "--format", "json"])
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let rows = try #require(parsed?["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["words"] as? Int } == [6736, 4464, 7267, 6527, 24994])
    #expect(try JSONSchema("table.schema.json").problems(json.output) == [])
  }

  @Test func formatsForPeople() async throws {
    let markdown = try await Command.run(["participation", Command.corpus, "--format", "markdown"])
    let rows = markdown.output.split(separator: "\n").filter { $0.hasPrefix("|") }
    // A head, a rule, four roles, all.
    #expect(rows.count == 7)
    #expect(Set(rows.map { $0.count { $0 == "|" } }) == [13])
    let latex = try await Command.run(["participation", Command.corpus, "--format", "latex"])
    for part in ["table", "tabular"] {
      #expect(latex.output.ranges(of: "\\begin{\(part)}").count == 1, "\(part)")
      #expect(latex.output.ranges(of: "\\end{\(part)}").count == 1, "\(part)")
    }
    let comma = try await Command.run(["participation", Command.corpus, "--decimal", "comma"])
    #expect(comma.output.contains(" 29,1 "))
    #expect(!comma.output.contains("29.1"))
    for result in [markdown, latex, comma] { #expect(result.status == 0) }
  }

  /// Groups of the corpus: 32 people, 8 teams, 16 meetings; one of 8 × 4 roles of teams is never
  /// empty, one of 16 × 4 roles of meetings is (the therapist on sick leave).
  @Test(
    arguments: [
      ("speaker", 32), ("role", 4), ("team", 8), ("meeting", 16), ("role,team", 32),
      ("role,meeting", 63), ("team,role,meeting", 63),
    ]
  ) func groupings(_ by: String, _ groups: Int) async throws {
    let result = try await Command.run(
      ["participation", "--by", by, "--format", "csv", Command.corpus]
    )
    #expect(result.status == 0)
    let lines = result.output.split(whereSeparator: \.isNewline)
    // The head above and the row of all below.
    #expect(lines.count == groups + 2)
    #expect(lines[0].hasPrefix("row,\(by.replacing("speaker", with: "speaker,id")),"))
  }

  /// What a screen or a page holds.
  @Test(arguments: [([], 80), (["--by", "speaker"], 100), (["--by", "role,meeting"], 100)])
  func tablesAreNarrow(_ options: [String], _ width: Int) async throws {
    let result = try await Command.run(["participation", Command.corpus] + options)
    let lines = result.output.split(separator: "\n")
    #expect(lines.map(\.count).max().map { $0 <= width } == true)
    // One block: heads are not repeated.
    #expect(lines.count { $0.contains("──") } == 2)
  }

  @Test func intervalsFollowTheSeed() async throws {
    let arguments = ["participation", "--intervals", "--samples", "200", Command.corpus]
    let first = try await Command.run(arguments + ["--seed", "7"])
    let again = try await Command.run(arguments + ["--seed", "7"])
    let other = try await Command.run(arguments + ["--seed", "8"])
    #expect(first.output == again.output)
    #expect(first.output != other.output)
    let notes = first.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(notes.contains("200 samples of 8 teams, seed 7."))
  }

  @Test func equalityOfEachMeeting() async throws {
    let result = try await Command.run(
      ["participation", "--equality", "--format", "csv", Command.corpus]
    )
    let meetings = result.output.split(whereSeparator: \.isNewline).dropFirst()
      .map { String($0.split(separator: ",")[1]) }
    let expected = (1...8).flatMap { team in (1...2).map { "team\(team)-m\($0)" } }
    #expect(meetings == expected + ["mean", "SD", "\"mean", "\"mean"])
  }

  /// Each turn behind the table has its place in a file.
  @Test func evidenceLeadsToFiles() async throws {
    let result = try await Command.run(
      ["participation", "--evidence", "--format", "tsv", Command.meeting]
    )
    let rows = result.output.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let place = try #require(rows.first?[2].split(separator: ":"))
    #expect(place.first.map(String.init) == Command.meeting)
    let number = try #require(place.last.flatMap { Int($0) })
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[number - 1]
    let utterance = try #require(rows.first?[5].split(separator: " ").first)
    #expect(line.contains("<u xml:id=\"\(utterance)\""))
  }

  @Test func standardInputIsReadOnce() async throws {
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    let piped = try await Command.run(["participation", "-"], input: text)
    let named = try await Command.run(["participation", Command.meeting])
    #expect(piped.output == named.output)
    #expect(piped.status == 0)
  }

  @Test func theNumberOfWorkersChangesNothing() async throws {
    for arguments in [
      ["participation", "--intervals", "--format", "json"], ["participants"], ["check", "-v"],
      ["check", "--json"], ["participation", "--evidence"],
    ] {
      let one = try await Command.run(arguments + ["-j", "1", Command.corpus])
      let four = try await Command.run(arguments + ["-j", "4", Command.corpus])
      #expect(one.output == four.output, "\(arguments)")
      #expect(one.errors == four.errors, "\(arguments)")
      #expect(one.status == 0, "\(arguments)")
    }
  }

  @Test func participantsOfTheCorpus() async throws {
    let result = try await Command.run(["participants", "--format", "tsv", Command.corpus])
    #expect(result.status == 0)
    let rows = result.output.split(whereSeparator: \.isNewline)
    #expect(rows.count == 40)
    #expect(rows.contains("group\temployment specialist\t4\tage\t40–55\t2\t0.5"))
    #expect(rows.contains { $0.hasPrefix("group\ttherapist\t9\tyears in job\tmore than 10\t4\t") })
  }
}
