import Samtale

extension Table {
  /// Who contributes how much, one row for each group and one for all.
  /// - Parameters:
  ///   - participation: The counts.
  ///   - words: What was counted as a word, for the notes.
  ///   - intervals: Add the spread over meetings and bootstrap intervals.
  /// - Returns: The table, with notes that say how it was counted.
  public static func participation(
    _ participation: Participation,
    words: WordOptions = WordOptions(),
    intervals: Bool = false
  ) -> Table {
    ParticipationTable(participation, words: words, intervals: intervals).table
  }

  /// Each turn behind the numbers of a participation table, with its file and line.
  public static func evidence(_ participation: Participation) -> Table {
    var table = Table(title: "Turns behind the participation table", columns: [])
    table.columns = participation.grouping.map {
      Column(key: $0.rawValue, title: $0.rawValue, kind: .text)
    }
    table.columns += [
      Column(key: "source", title: "file:line", kind: .text),
      Column(key: "utterances", title: "utterances", kind: .text),
      Column(key: "words", title: "words", kind: .integer),
      Column(key: "seconds", title: "time", unit: "s", kind: .decimal(places: 2)),
    ]
    for row in participation.rows {
      for turn in row.evidence {
        table.rows.append(
          zip(participation.grouping, row.group).map {
            .text($1 ?? ParticipationTable.absent($0))
          } + [
            .text(turn.source), .text(turn.utterances.joined(separator: " ")),
            .integer(turn.words),
            turn.seconds.map(Cell.number) ?? .missing("no time stamps"),
          ]
        )
      }
    }
    table.notes = ["Counted: \(participation.unit.explanation)."]
    return table
  }

  /// How equally people took part in each meeting, and who was silent.
  public static func equality(
    _ meetings: [MeetingParticipation],
    bootstrap: Bootstrap = Bootstrap()
  ) -> Table {
    EqualityTable(
      meetings.map(MeetingEquality.init),
      unit: meetings.first?.unit,
      bootstrap: bootstrap
    ).table
  }
}

/// Builds the participation table.
private struct ParticipationTable {
  let participation: Participation
  let words: WordOptions
  let intervals: Bool
  /// Whether files give people names that their identifiers do not show.
  let hasNames: Bool

  init(_ participation: Participation, words: WordOptions, intervals: Bool) {
    self.participation = participation
    self.words = words
    self.intervals = intervals
    hasNames = participation.grouping.contains(.speaker) && !participation.names.isEmpty
  }

  var table: Table {
    var table = Table(title: title, columns: [])
    table.columns = columns
    table.rows = participation.rows.map { cells($0) }
    table.summaryRows = [table.rows.count]
    table.rows.append(cells(participation.total, name: "all"))
    for (row, name) in [
      (participation.several, "several speakers"), (participation.unknown, "unknown"),
    ] {
      if let row { table.rows.append(cells(row, name: name)) }
    }
    table.notes = notes
    return table
  }

  private var title: String {
    let groups = participation.grouping.map(\.rawValue).joined(separator: " and ")
    let meetings = participation.meetings
    return "Participation by \(groups) (\(meetings) \(meetings == 1 ? "meeting" : "meetings"))"
  }

  private var columns: [Table.Column] {
    let unit = participation.unit == .turns ? "turn" : "utterance"
    var columns = participation.grouping.map {
      Table.Column(key: $0.rawValue, title: $0.rawValue, kind: .text)
    }
    if hasNames { columns.append(.init(key: "name", title: "name", kind: .text)) }
    columns += [
      .init(key: "people", title: "people", kind: .integer),
      .init(key: "meetings", title: "meetings", kind: .integer),
      .init(key: "turns", title: unit + "s", kind: .integer),
      .init(key: "words", title: "words", kind: .integer),
      .init(key: "seconds", title: "speaking time", kind: .duration),
      .init(key: "share_turns", title: "share of \(unit)s", unit: "%", kind: .percent(places: 1)),
      .init(key: "share_words", title: "share of words", unit: "%", kind: .percent(places: 1)),
      .init(key: "share_seconds", title: "share of time", unit: "%", kind: .percent(places: 1)),
      .init(
        key: "words_per_turn_mean",
        title: "words per \(unit), mean",
        kind: .decimal(places: 1)
      ),
      .init(key: "words_per_turn_median", title: "median", kind: .decimal(places: 1)),
      .init(
        key: "longest_turn",
        title: "longest \(unit)",
        unit: "words",
        kind: .integer
      ),
    ]
    return columns + (intervals ? intervalColumns : [])
  }

  private var intervalColumns: [Table.Column] {
    let share = { (key: String, title: String) in
      Table.Column(key: key, title: title, unit: "%", kind: .percent(places: 1))
    }
    return [
      share("share_turns_low", "share of turns, 95 % from"),
      share("share_turns_high", "to"),
      share("share_words_low", "share of words, 95 % from"),
      share("share_words_high", "to"),
      share("share_words_meeting_mean", "share of words per meeting, mean"),
      share("share_words_meeting_sd", "SD"),
    ]
  }

  private func cells(_ row: Participation.Row, name: String? = nil) -> [Table.Cell] {
    var cells: [Table.Cell] =
      name.map { [.text($0)] + participation.grouping.dropFirst().map { _ in .text("") } }
      ?? zip(participation.grouping, row.group).map { .text($1 ?? Self.absent($0)) }
    if hasNames { cells.append(.text(name == nil ? self.name(row) : "")) }
    let isApart = name != nil && name != "all"
    let apart = "kept apart: such turns are part of no share"
    let noTurns = "no turns"
    cells += [
      isApart ? .missing("not persons of their own") : .integer(row.people),
      .integer(row.meetings), .integer(row.turns), .integer(row.words),
      number(row.seconds, "no time stamps"),
      number(row.turnShare, isApart ? apart : noTurns),
      number(row.wordShare, isApart ? apart : "no words"),
      number(row.timeShare, isApart ? apart : "no time stamps"),
      number(row.meanTurn, noTurns), number(row.medianTurn, noTurns),
      row.longestTurn.map(Table.Cell.integer) ?? .missing(noTurns),
    ]
    return cells + (intervals ? intervalCells(row, isGroup: name == nil) : [])
  }

  private func intervalCells(_ row: Participation.Row, isGroup: Bool) -> [Table.Cell] {
    let few = isGroup ? "fewer than \(Bootstrap.fewestClusters) meetings or teams" : "not a group"
    return [
      number(row.turnShareInterval?.low, few), number(row.turnShareInterval?.high, few),
      number(row.wordShareInterval?.low, few), number(row.wordShareInterval?.high, few),
      number(row.wordShareMean, isGroup ? "no words" : few),
      number(row.wordShareDeviation, isGroup ? "one meeting only" : few),
    ]
  }

  private func name(_ row: Participation.Row) -> String {
    let position = participation.grouping.firstIndex(of: .speaker) ?? 0
    return row.group[position].flatMap { participation.names[$0] } ?? ""
  }

  private func number(_ value: Double?, _ reason: String) -> Table.Cell {
    value.map(Table.Cell.number) ?? .missing(reason)
  }

  static func absent(_ grouping: Grouping) -> String { "no \(grouping.rawValue)" }

  private var notes: [String] {
    var notes = ["Counted: \(participation.unit.explanation).", words.explanation]
    let total = participation.total
    if total.timedUtterances > 0, total.timedUtterances < total.utterances {
      notes.append(
        "Speaking time is that of the \(total.timedUtterances) of \(total.utterances) utterances "
          + "with time stamps."
      )
    }
    if total.timedUtterances > 0 {
      notes.append("Speaking time adds up utterances; overlap with others is not taken off.")
    }
    let apart = participation.unattributedWordShare
    if apart > 0 {
      notes.append(
        "\(Decimals.fixed(apart * 100, 1)) % of all words have no single known speaker and are "
          + "kept apart."
      )
    }
    if intervals, let bootstrap = participation.bootstrap {
      let clusters = participation.clusters
      notes.append(
        "Intervals: 95 % percentile bootstrap, \(bootstrap.samples) samples of "
          + "\(clusters.count) \(clusters.areTeams ? "teams" : "meetings"), "
          + "seed \(bootstrap.seed)."
      )
    }
    return notes
  }
}

/// Builds the table of equality.
private struct EqualityTable {
  let meetings: [MeetingEquality]
  let unit: TurnUnit?
  let bootstrap: Bootstrap

  init(_ meetings: [MeetingEquality], unit: TurnUnit?, bootstrap: Bootstrap) {
    self.meetings = meetings
    self.unit = unit
    self.bootstrap = bootstrap
  }

  var table: Table {
    var table = Table(title: "How equally people took part", columns: [])
    let index = { (key: String, title: String) in
      Table.Column(key: key, title: title, kind: .decimal(places: 3))
    }
    table.columns = [
      .init(key: "meeting", title: "meeting", kind: .text),
      .init(key: "people", title: "people present", kind: .integer),
      index("gini_turns", "Gini, turns"), index("gini_words", "Gini, words"),
      index("evenness_turns", "evenness, turns"), index("evenness_words", "evenness, words"),
      .init(
        key: "largest_share_words",
        title: "largest share of words",
        unit: "%",
        kind: .percent(places: 1)
      ),
      .init(key: "silent", title: "present but silent", kind: .text),
    ]
    table.rows = meetings.map { meeting in
      [.text(meeting.transcript), .integer(meeting.people)] + values(meeting).map(cell)
        + [.text(meeting.silent.joined(separator: " "))]
    }
    if meetings.count > 1 {
      table.summaryRows = Set(table.rows.count..<(table.rows.count + 4))
      table.rows.append(summary("mean") { Summary.mean($0) })
      table.rows.append(summary("SD") { Summary.standardDeviation($0) })
      table.rows.append(summary("95 % from") { interval($0)?.low })
      table.rows.append(summary("to") { interval($0)?.high })
    }
    table.notes = [
      "Over everybody listed as present, the silent included.",
      "Gini: 0 all the same, (k − 1)/k one person everything. Evenness (Pielou): 1 all the same.",
    ]
    if let unit { table.notes.append("Turns: \(unit.explanation).") }
    if meetings.count > 1 {
      table.notes.append(
        "Interval of the mean: 95 % percentile bootstrap over meetings, \(bootstrap.samples) "
          + "samples, seed \(bootstrap.seed)."
      )
    }
    return table
  }

  private func interval(_ values: [Double]) -> Interval? {
    bootstrap.ratio(values.map { ($0, 1) }, stream: 0)
  }

  private func values(_ meeting: MeetingEquality) -> [Double?] {
    [
      meeting.giniTurns, meeting.giniWords, meeting.evennessTurns, meeting.evennessWords,
      meeting.largestShare,
    ]
  }

  private func cell(_ value: Double?) -> Table.Cell {
    value.map(Table.Cell.number) ?? .missing("fewer than two people, or nobody speaks")
  }

  private func summary(_ name: String, _ statistic: ([Double]) -> Double?) -> [Table.Cell] {
    let columns = (0..<5).map { column in meetings.compactMap { values($0)[column] } }
    return [.text(name), .missing("see the rows above")]
      + columns.map { values in
        statistic(values).map(Table.Cell.number) ?? .missing("too few meetings")
      } + [.text("")]
  }
}
