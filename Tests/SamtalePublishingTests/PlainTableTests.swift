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
    table.summaryRows = [0, 2, 9]
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

  @Test func keepsCellsOnOneLine() {
    let table = TableSamples.column(.text, .text("a\r\nb\tc\u{1B}[31m"))
    #expect(table.rendered(as: .table) == "X\n──────────\na b c [31m\n")
  }

  @Test func showsNoTableWithoutColumns() {
    #expect(Table(title: "T", columns: []).rendered(as: .table) == "T\n")
  }
}
