import Samtale

/// What each role does at the beginnings and ends of topics, as tables.
public struct TopicsRoleTables: Sendable {
  let metrics: TopicRoleMetrics
  let analyses: [TopicAnalysis]

  /// - Parameters:
  ///   - metrics: The counts.
  ///   - analyses: The meetings they were made from, for the notes.
  public init(_ metrics: TopicRoleMetrics, of analyses: [TopicAnalysis]) {
    self.metrics = metrics
    self.analyses = analyses
  }

  private var party: String { metrics.options.unit == .role ? "role" : "speaker" }

  /// For people: beginnings and ends, silence and uptake, and types of ending by role.
  public var tables: [Table] {
    var second = table(
      "Silence, taking up again, and uptake by \(party)",
      [.absent, .reopened, .uptakeReceived, .nothingReceived, .uptakeGiven])
    second.notes = measureNotes
    var third = endings
    third.notes = tableNotes
    return [ends, second, third]
  }

  // MARK: Rates

  private static let shares: [TopicMeasure] = [.opened, .closed, .lastWord, .lastSubstantive]

  private var ends: Table {
    var table = table(
      "Who begins and ends \(counted(metrics.topics, "topic")) "
        + "(\(counted(metrics.meetings, "meeting")))",
      Self.shares)
    // The ratio stands after the share of topics opened and its interval.
    table.columns.insert(
      .init(key: "opened_to_turns", title: "to % of turns", kind: .decimal(places: 2)), at: 5)
    for (row, values) in metrics.rows.enumerated() {
      let ratio = values.openedToTurns.map(Table.Cell.number)
      table.rows[row].cells.insert(ratio ?? .missing("no turns, or no known openers"), at: 5)
    }
    return table
  }

  private func table(_ title: String, _ measures: [TopicMeasure]) -> Table {
    var table = Table(
      title: title,
      columns: [
        .init(key: party, title: party, kind: .text),
        .init(key: "turns", title: "turns", kind: .integer),
      ] + measures.flatMap { columns($0.key, $0.title) })
    table.rows = metrics.rows.map { row in
      Table.Row(
        [.text(row.party), .integer(row.turns)]
          + measures.flatMap { row.rates[$0]?.cells ?? Self.nothing })
    }
    return table
  }

  private static let nothing: [Table.Cell] = [.missing(""), .missing(""), .missing("")]

  private func columns(_ key: String, _ title: String) -> [Table.Column] {
    [
      .init(key: key, title: title, kind: .percent(places: 1)),
      .init(key: key + "_low", title: "95\u{A0}% low", kind: .percent(places: 1)),
      .init(key: key + "_high", title: "95\u{A0}% high", kind: .percent(places: 1)),
    ]
  }

  // MARK: Types of ending

  /// Types in rows, roles in columns: how topics end after the last substantive turn of each.
  private var endings: Table {
    let table = metrics.table
    var shown = Table(
      title: "How topics end after the last full turn of each \(party)",
      columns: [.init(key: "closure", title: "how it ends", kind: .text)]
        + table.rows.flatMap { party in
          [
            Table.Column(key: party, title: party, kind: .integer),
            Table.Column(key: party + "_p", title: "p", kind: .decimal(places: 3)),
          ]
        })
    shown.rows = table.columns.enumerated().map { column, type in
      Table.Row(
        [.text(type.shown)]
          + table.rows.indices.flatMap { row in
            [.integer(table.counts[row][column]), p(table.cellP[row][column])]
          })
    }
    shown.rows.append(
      Table.Row(
        [.text("all")]
          + table.counts.flatMap { [.integer($0.reduce(0, +)), Table.Cell.missing("")] },
        kind: .total))
    return shown
  }

  private func p(_ value: Double?) -> Table.Cell {
    value.map(Table.Cell.number) ?? .missing("the only row or column with topics")
  }

  // MARK: Programs

  /// For programs: one row for each role with everything.
  public var complete: Table {
    var table = Table(
      title: "Topics by \(party)",
      columns: [
        .init(key: party, title: party, kind: .text),
        .init(key: "turns", title: "turns", kind: .integer),
        .init(key: "topics", title: "topics", kind: .integer),
        .init(key: "opened_to_turns", title: "ratio", kind: .decimal(places: 3)),
        .init(key: "table_p", title: "p", kind: .decimal(places: 4)),
      ])
    for measure in TopicMeasure.allCases { table.columns += counts(measure.key) }
    for type in ClosureType.allCases {
      table.columns += counts("after_own_\(type.rawValue)")
      table.columns.append(
        .init(key: "after_own_\(type.rawValue)_p", title: "p", kind: .decimal(places: 4)))
    }
    table.rows = metrics.rows.map { Table.Row(completeCells($0)) }
    table.notes = measureNotes + tableNotes
    return table
  }

  private func counts(_ key: String) -> [Table.Column] {
    [
      .init(key: key + "_n", title: "n", kind: .integer),
      .init(key: key + "_of", title: "of", kind: .integer),
    ] + columns(key, key)
  }

  private func completeCells(_ row: TopicRoleMetrics.Row) -> [Table.Cell] {
    var cells: [Table.Cell] = [
      .text(row.party), .integer(row.turns), .integer(metrics.topics),
      row.openedToTurns.map(Table.Cell.number) ?? .missing("no turns, or no known openers"),
      metrics.table.p.map(Table.Cell.number) ?? .missing("no meeting allows two assignments"),
    ]
    for measure in TopicMeasure.allCases { cells += completeCells(row.rates[measure]) }
    for type in ClosureType.allCases {
      cells += completeCells(row.profile[type])
      let place = (
        metrics.table.rows.firstIndex(of: row.party), metrics.table.columns.firstIndex(of: type)
      )
      if case (let row?, let column?) = place {
        cells.append(p(metrics.table.cellP[row][column]))
      } else {
        cells.append(.missing("does not occur"))
      }
    }
    return cells
  }

  private func completeCells(_ rate: TopicRate?) -> [Table.Cell] {
    guard let rate else { return [.missing(""), .missing("")] + Self.nothing }
    return [.integer(rate.numerator), .integer(rate.denominator)] + rate.cells
  }

  // MARK: Notes

  private var measureNotes: [String] {
    let options = metrics.options
    let level =
      options.level == .outer ? "topics as wholes" : "the topics inside others where there are any"
    let notes = TopicsNotes(analyses: analyses)
    let lines: [String?] = [
      "Opened, last word, last full turn: of topics where that is known; closed: of those that "
        + "somebody closed. To % of turns: share opened over share of turns; 1 is what turns alone "
        + "would give.",
      "Taken up: own contributions that got an assessment, an answer or something substantive; "
        + "given: the same for others' contributions that one could respond to.",
      lengths,
      "Topics: \(level)" + (options.leavesOutFunctional ? ", functional ones left out." : "."),
      options.isLeaderAdjusted
        ? "Left out: \(counted(metrics.agendaTopicsLeftOut, "topic")) that the leader opened by "
          + "agenda."
        : nil,
      notes.leaders, notes.counting,
      "Intervals: 95 % percentile bootstrap over topics, "
        + "\(counted(options.bootstrap.samples, "sample")), seed \(options.bootstrap.seed).",
    ]
    return lines.compactMap { $0 }
  }

  private var lengths: String? {
    let turns = metrics.lengths.turns
    guard let median = turns.median, let low = turns.lowerQuartile, let high = turns.upperQuartile
    else { return nil }
    let shown = [median, low, high].map { Decimals.fixed($0, 1) }
    return "Length of topics: median \(shown[0]) turns, middle half \(shown[1]) to \(shown[2])."
  }

  private var tableNotes: [String] {
    let table = metrics.table
    let whole =
      table.p.map {
        "Together: p = \(Decimals.fixed($0, 3)) (\(counted(table.samples, "random assignment")) of "
          + "endings to the topics of each meeting, seed \(table.seed))."
      } ?? "No test of the whole table: no meeting allows two different assignments."
    let notes = TopicsNotes(analyses: analyses)
    return [
      "p: Fisher's exact test of a cell against all else, two-sided, not corrected for the number of "
        + "cells; topics of one meeting are taken as independent.",
      whole, notes.answers, notes.form, notes.undecided,
    ].compactMap { $0 }
  }
}
