import SamtalePublishing

enum TableSamples {
  /// Three speakers and their sum: Norwegian and Chinese names, two reasons for missing values.
  static let speech = Table(
    title: "Speech per speaker",
    columns: [
      Table.Column(key: "speaker", title: "Speaker", kind: .text),
      Table.Column(key: "words", title: "Words", kind: .integer),
      Table.Column(
        key: "mean_length",
        title: "Mean length",
        unit: "words",
        kind: .decimal(places: 2)
      ),
      Table.Column(key: "share", title: "Share", kind: .percent(places: 1)),
      Table.Column(key: "time", title: "Speaking time", kind: .duration),
    ],
    rows: [
      [.text("Åse"), .integer(120), .number(6.5), .number(0.6), .number(3725)],
      [.text("会話"), .integer(80), .number(4.125), .number(0.4), .number(65.25)],
      [.text("Bo_1|x"), .integer(0), .missing("no turns"), .integer(0), .missing("no media")],
      Table.Row(
        [.text("All"), .integer(200), .number(5.25), .integer(1), .missing("no media")],
        kind: .total
      ),
    ],
    notes: ["Words are tokens without punctuation.", "Seed 1."]
  )

  /// A table with the head of the sample and no rows.
  static let empty = Table(title: "Nothing", columns: Array(speech.columns.prefix(2)))

  /// A table of one column `x` with these cells.
  static func column(_ kind: Table.Kind = .text, _ cells: Table.Cell...) -> Table {
    Table(
      title: "",
      columns: [Table.Column(key: "x", title: "X", kind: kind)],
      rows: cells.map { [$0] }
    )
  }
}
