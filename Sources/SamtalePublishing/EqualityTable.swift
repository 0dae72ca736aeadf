import Samtale

extension Table {
  /// How equally people took part in each meeting, and who was silent.
  /// - Parameters:
  ///   - equality: The indices of each meeting.
  ///   - words: What was counted as a word, for the notes.
  ///   - bootstrap: How the interval of the mean is made.
  /// - Returns: The table; over several meetings with mean, deviation and interval.
  public static func equality(
    _ equality: CorpusEquality,
    words: WordOptions = WordOptions(),
    bootstrap: Bootstrap = Bootstrap()
  ) -> Table {
    EqualityTable(equality: equality, words: words, bootstrap: bootstrap).table
  }
}

/// Builds the table of equality.
private struct EqualityTable {
  typealias Index = @Sendable (MeetingEquality) -> Double?

  static let indices: [Index] = [
    { $0.giniTurns }, { $0.giniWords }, { $0.evennessTurns }, { $0.evennessWords },
    { $0.largestShare },
  ]

  let equality: CorpusEquality
  let words: WordOptions
  let bootstrap: Bootstrap

  var table: Table {
    var table = Table(title: title, columns: columns, notes: notes)
    table.rows = equality.meetings.map { meeting in
      Table.Row(
        [.text(meeting.transcript), .integer(meeting.people)]
          + Self.indices.map { cell($0(meeting)) }
          + [.text(meeting.silent.joined(separator: " "))]
      )
    }
    if equality.meetings.count > 1 { table.rows += summaries }
    return table
  }

  private var title: String {
    "How equally people took part (\(counted(equality.meetings.count, "meeting")))"
  }

  private var columns: [Table.Column] {
    let index = { (key: String, title: String) in
      Table.Column(key: key, title: title, kind: .decimal(places: 3))
    }
    let unit = equality.unit.rawValue
    return [
      .init(key: "meeting", title: "meeting", kind: .text),
      .init(key: "people", title: "people present", kind: .integer),
      index("gini_turns", "Gini, \(unit)"), index("gini_words", "Gini, words"),
      index("evenness_turns", "evenness, \(unit)"), index("evenness_words", "evenness, words"),
      .init(
        key: "largest_share_words",
        title: "largest % of words",
        kind: .percent(places: 1)
      ),
      .init(key: "silent", title: "present but silent", kind: .text),
    ]
  }

  private func cell(_ value: Double?) -> Table.Cell {
    value.map(Table.Cell.number) ?? .missing("fewer than two people, or nobody speaks")
  }

  // MARK: Over all meetings

  private var summaries: [Table.Row] {
    let intervals = Self.indices.enumerated().map {
      equality.interval(of: $0.element, bootstrap, stream: UInt64($0.offset))
    }
    let values = Self.indices.map { equality.meetings.compactMap($0) }
    let tooFew = equality.clusters.tooFew
    return [
      summary("mean", values.map(Summary.mean), "no values"),
      summary("SD", values.map(Summary.standardDeviation), "fewer than two values"),
      summary("mean, 95 % low", intervals.map { $0?.low }, tooFew),
      summary("mean, 95 % high", intervals.map { $0?.high }, tooFew),
    ]
  }

  private func summary(_ name: String, _ values: [Double?], _ reason: String) -> Table.Row {
    let cells = values.map { $0.map(Table.Cell.number) ?? .missing(reason) }
    return Table.Row([.text(name), .missing("")] + cells + [.text("")], kind: .summary)
  }

  private var notes: [String] {
    var notes = [
      "Over everybody listed as present, the silent included; silent are those who do not even "
        + "speak together with others.",
      "Gini: 0 all the same, (k − 1)/k one person everything. Evenness (Pielou): 1 all the same.",
      "Counted: \(equality.unit.explanation).", words.explanation,
    ]
    if equality.meetings.count > 1 {
      notes.append("Interval of the mean: \(bootstrap.explanation(equality.clusters)).")
    }
    return notes
  }
}
