import SamtalePublishing
import Testing

@Suite struct PlainTableTests {
  @Test func alignsColumnsByDisplayWidth() {
    #expect(
      TableSamples.speech.rendered(as: .table) == """
        Speech per speaker

                           Mean
                         length          Speaking
        Speaker  Words  (words)   Share      time
        ─────────────────────────────────────────
        Åse        120     6.50   60.0%   1:02:05
        会話        80     4.13   40.0%      1:05
        Bo_1|x       0       –¹    0.0%        –²
        ─────────────────────────────────────────
        All        200     5.25  100.0%        –²

        ¹ no turns
        ² no media
        Words are tokens without punctuation.
        Seed 1.

        """
    )
  }

  @Test func writesTheDecimalComma() {
    let lines = TableSamples.speech.rendered(as: .table, decimalMark: .comma).split(separator: "\n")
    #expect(lines[5] == "Åse        120     6,50   60,0%   1:02:05")
    #expect(lines.last == "Seed 1.")
  }

  @Test func showsTheHeadOfAnEmptyTable() {
    #expect(
      TableSamples.empty.rendered(as: .table) == """
        Nothing

        Speaker  Words
        ──────────────

        """
    )
  }

  @Test func setsOffSummariesAnywhere() {
    var table = TableSamples.column(.integer, .integer(1), .integer(2), .integer(3), .integer(4))
    table.rows[0].kind = .total
    table.rows[2].kind = .apart
    #expect(
      table.rendered(as: .table) == """
        X
        ─
        1
        ─
        2
        ─
        3
        ─
        4

        """
    )
  }

  @Test func wrapsTitleAndNotes() {
    var table = TableSamples.column(.integer, .missing("the file has no times at all"))
    table.title = "A title of several words"
    table.notes = ["One note of more than twenty columns."]
    #expect(
      table.rendered(as: .table, width: 20) == """
        A title of several
        words

         X
        ──
        –¹

        ¹ the file has no
          times at all
        One note of more
        than twenty columns.

        """
    )
  }

  @Test func breaksHeadsIntoAtMostThreeLines() {
    var table = TableSamples.column(.integer, .integer(1))
    table.columns[0].title = "Turns that follow a question of another"
    // Eleven columns would need four lines; seventeen are the first that need three.
    #expect(
      table.rendered(as: .table) == """
        Turns that follow
            a question of
                  another
        ─────────────────
                        1

        """
    )
  }

  /// Columns of ten: three with two spaces between need 34, with one 32.
  private func wide(_ columns: Int) -> Table {
    var table = Table(title: "", columns: [.init(key: "who", title: "who", kind: .text)])
    table.columns += (1..<columns).map { .init(key: "k\($0)", title: "t\($0)", kind: .text) }
    for i in 1..<columns { table.columns[i].kind = .integer }
    table.rows = [
      Table.Row([.text("0123456789")] + (1..<columns).map { .integer(1_000_000_000 + $0) })
    ]
    return table
  }

  @Test func narrowsGapsBeforeItSplits() {
    #expect(
      wide(3).rendered(as: .table, width: 34).contains("0123456789  1000000001  1000000002\n"))
    #expect(wide(3).rendered(as: .table, width: 33).contains("0123456789 1000000001 1000000002\n"))
  }

  @Test func splitsTablesWiderThanTheTerminal() {
    #expect(
      wide(4).rendered(as: .table, width: 40) == """
        who                 t1          t2
        ──────────────────────────────────
        0123456789  1000000001  1000000002

        who                 t3
        ──────────────────────
        0123456789  1000000003

        """
    )
  }

  /// Without a terminal 80 columns are good, and 100 are the most.
  @Test(arguments: [(7, 76, 1), (8, 94, 1), (9, 98, 1), (10, 94, 2)])
  func withoutATerminal(columns: Int, widest: Int, blocks: Int) {
    let lines = wide(columns).rendered(as: .table).split(separator: "\n")
    #expect(lines.map(\.count).max() == widest)
    #expect(lines.count == 3 * blocks)
  }

  @Test func columnsForProgramsAreNotForPeople() {
    var table = wide(3)
    table.columns[1].audience = .programs
    table.columns[2].audience = .people
    #expect(table.rendered(as: .table).hasPrefix("who                 t2\n"))
    #expect(table.rendered(as: .tsv) == "row\twho\tk1\ngroup\t0123456789\t1000000001\n")
  }

  @Test func keepsCellsOnOneLine() {
    let table = TableSamples.column(.text, .text("a\r\nb\tc\u{1B}[31m"))
    #expect(table.rendered(as: .table) == "X\n──────────\na b c [31m\n")
  }

  @Test func showsNoTableWithoutColumns() {
    #expect(Table(title: "T", columns: []).rendered(as: .table) == "T\n")
  }

  @Test func longTextsAreBrokenIntoLines() {
    let table = Table(
      title: "",
      columns: [
        .init(key: "claim", title: "claim", kind: .text),
        .init(key: "n", title: "n", kind: .integer),
        .init(key: "shown", title: "shown by", kind: .text),
      ],
      rows: [
        [
          .text("Several asked for a number that could be entered"), .integer(7),
          .text("SW1 (team1-m1 u46); SW2 (team2-m2 u19); SW3 (team3-m1 u55)"),
        ],
        [.text("One did not"), .integer(1), .text("SW4 (team4-m2 u13)")],
      ])
    #expect(
      table.rendered(as: .table, width: 50) == """
        claim                 n  shown by
        ────────────────────────────────────────────────
        Several asked for a   7  SW1 (team1-m1 u46); SW2
        number that could be     (team2-m2 u19); SW3
        entered                  (team3-m1 u55)
        One did not           1  SW4 (team4-m2 u13)

        """)
  }
}
