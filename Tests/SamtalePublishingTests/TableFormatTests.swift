import SamtalePublishing
import Testing

@Suite struct TableFormatTests {
  @Test(arguments: TableFormat.allCases)
  func everyFormatEndsWithALineEnd(format: TableFormat) {
    for table in [
      TableSamples.speech, TableSamples.empty, TableSamples.column(), Table(title: "", columns: []),
    ] {
      #expect(table.rendered(as: format).unicodeScalars.last == "\n")
    }
  }

  @Test func documentationExample() {
    let table = Table(
      title: "Words",
      columns: [
        Table.Column(key: "speaker", title: "Speaker", kind: .text),
        Table.Column(key: "share", title: "Share", kind: .percent(places: 1)),
      ],
      rows: [[.text("Åse"), .number(0.625)], [.text("Bo"), .missing("no turns")]]
    )
    #expect(
      table.rendered(as: .table) == """
        Words

        Speaker  Share
        ──────────────
        Åse      62.5%
        Bo          –¹

        ¹ no turns

        """
    )
  }

  @Test func reasonsAreNumberedOnceAndMayBeEmpty() {
    let table = TableSamples.column(
      .text,
      .missing("b"),
      .missing(""),
      .missing("a"),
      .missing("b")
    )
    #expect(table.rendered(as: .table) == "X\n──\n–¹\n–\n–²\n–¹\n\n¹ b\n² a\n")
  }

  @Test func namesOnTheCommandLine() {
    #expect(
      TableFormat.allCases.map(\.rawValue) == [
        "table", "csv", "tsv", "json", "markdown", "latex", "html",
      ]
    )
    #expect(DecimalMark.allCases.map(\.rawValue) == ["point", "comma"])
  }
}
