import Samtale

extension Table {
  /// Who contributes how much, one row for each group and one for all.
  /// - Parameters:
  ///   - participation: The counts.
  ///   - words: What was counted as a word, for the notes.
  ///   - intervals: Add the spread over meetings and bootstrap intervals.
  ///   - names: Add people's names; transcripts are confidential, so only if asked to.
  /// - Returns: The table, with notes that say how it was counted.
  public static func participation(
    _ participation: Participation,
    words: WordOptions = WordOptions(),
    intervals: Bool = false,
    names: Bool = false
  ) -> Table {
    var table = ParticipationTable(participation, intervals: intervals, names: names).table
    table.notes = ParticipationNotes(participation, words, intervals: intervals).lines
    return table
  }
}

/// Builds the rows and columns of the participation table.
private struct ParticipationTable {
  let participation: Participation
  let intervals: Bool
  let names: Bool

  init(_ participation: Participation, intervals: Bool, names: Bool) {
    self.participation = participation
    self.intervals = intervals
    self.names = names && participation.grouping.contains(.speaker)
  }

  var table: Table {
    var table = Table(title: title, columns: columns)
    table.rows = participation.rows.map { Table.Row(groups($0) + counts($0, .group)) }
    table.rows.append(named("all", participation.total, .total))
    for (row, name) in participation.rowsApart {
      table.rows.append(named(name, row, .apart))
    }
    return table
  }

  private var title: String {
    let groups = participation.grouping.map(\.rawValue).joined(separator: " and ")
    return "Participation by \(groups) (\(counted(participation.meetings, "meeting")))"
  }

  // MARK: Columns

  private var columns: [Table.Column] {
    let groups = participation.grouping.flatMap { grouping in
      grouping == .speaker ? speakerColumns : [text(grouping.rawValue, grouping.rawValue)]
    }
    return groups + countColumns + shareColumns + lengthColumns
      + (intervals ? intervalColumns : [])
  }

  private var speakerColumns: [Table.Column] {
    var columns = [text("speaker", "speaker"), text("id", "identifier")]
    columns[1].audience = .programs
    return columns + (names ? [text("name", "name")] : [])
  }

  /// Where each row is one person or one meeting, their number says nothing to a reader.
  private var countColumns: [Table.Column] {
    let grouping = participation.grouping
    return [
      .init(
        key: "people",
        title: "people",
        kind: .integer,
        audience: grouping.contains(.speaker) ? .programs : .everybody
      ),
      .init(
        key: "meetings",
        title: "meetings",
        kind: .integer,
        audience: grouping.contains(.meeting) ? .programs : .everybody
      ),
      .init(key: "counted", title: "counted", kind: .text, audience: .programs),
      .init(key: "turns", title: unit + "s", kind: .integer),
      .init(key: "words", title: "words", kind: .integer),
      .init(key: "seconds", title: "time", kind: .duration),
    ]
  }

  private var shareColumns: [Table.Column] {
    [
      share("share_turns", of: unit + "s"), share("share_words", of: "words"),
      share("share_seconds", of: "time"),
    ]
  }

  private var lengthColumns: [Table.Column] {
    [
      .init(key: "words_per_turn_mean", title: "words per \(unit)", kind: .decimal(places: 1)),
      .init(key: "words_per_turn_median", title: "median", kind: .decimal(places: 1)),
      .init(key: "longest_turn", title: "longest", kind: .integer),
    ]
  }

  /// No-break spaces keep `95 % low` on one line of a head.
  private var intervalColumns: [Table.Column] {
    [
      share("share_turns_low", of: unit + "s", ", 95\u{A0}%\u{A0}low"),
      share("share_turns_high", of: unit + "s", ", 95\u{A0}%\u{A0}high"),
      share("share_words_low", of: "words", ", 95\u{A0}%\u{A0}low"),
      share("share_words_high", of: "words", ", 95\u{A0}%\u{A0}high"),
      .init(
        key: "share_words_meeting_mean",
        title: "% of words by meeting, mean",
        kind: .percent(places: 1)
      ),
      .init(
        key: "share_words_meeting_sd",
        title: "% of words by meeting, SD",
        kind: .percent(places: 1)
      ),
    ]
  }

  private var unit: String { participation.unit == .turns ? "turn" : "utterance" }

  private func text(_ key: String, _ title: String) -> Table.Column {
    Table.Column(key: key, title: title, kind: .text)
  }

  private func share(_ key: String, of what: String, _ end: String = "") -> Table.Column {
    let whole = participation.sharesWithin.map { "the \($0.rawValue)'s " } ?? ""
    return Table.Column(key: key, title: "% of \(whole)\(what)\(end)", kind: .percent(places: 1))
  }

  // MARK: Cells

  private func named(_ name: String, _ row: Participation.Row, _ kind: Table.RowKind) -> Table.Row {
    let empty = columns.prefix { $0.kind == .text }.dropFirst().map { _ in Table.Cell.text("") }
    return Table.Row([.text(name)] + empty + counts(row, kind), kind: kind)
  }

  private func groups(_ row: Participation.Row) -> [Table.Cell] {
    zip(participation.grouping, row.group).flatMap { grouping, value -> [Table.Cell] in
      guard grouping == .speaker, let person = row.person else {
        return [.text(value ?? grouping.absent)]
      }
      return [.text(person.label), .text(person.id)] + (names ? [.text(person.name ?? "")] : [])
    }
  }

  private func counts(_ row: Participation.Row, _ kind: Table.RowKind) -> [Table.Cell] {
    let isApart = kind == .apart
    let apart = "kept apart: part of no share"
    let noTurns = "no \(unit)s"
    let cells: [Table.Cell] = [
      isApart ? .missing("no single known person") : .integer(row.people),
      .integer(row.meetings), .text(participation.unit.rawValue), .integer(row.turns),
      .integer(row.words), number(row.seconds, "no time stamps"),
      number(row.turnShare, isApart ? apart : noTurns),
      number(row.wordShare, isApart ? apart : "no words"),
      number(row.timeShare, isApart ? apart : "no time stamps"),
      number(row.meanTurn, noTurns), number(row.medianTurn, noTurns),
      row.longestTurn.map(Table.Cell.integer) ?? .missing(noTurns),
    ]
    return cells + (intervals ? spread(row, kind) : [])
  }

  private func spread(_ row: Participation.Row, _ kind: Table.RowKind) -> [Table.Cell] {
    let few = kind == .group ? participation.clusters.tooFew : "not a group"
    return [
      number(row.turnShareInterval?.low, few), number(row.turnShareInterval?.high, few),
      number(row.wordShareInterval?.low, few), number(row.wordShareInterval?.high, few),
      number(row.wordShareMean, kind == .group ? "no words" : few),
      number(row.wordShareDeviation, kind == .group ? "one meeting only" : few),
    ]
  }

  private func number(_ value: Double?, _ reason: String) -> Table.Cell {
    value.map(Table.Cell.number) ?? .missing(reason)
  }
}

extension Grouping {
  /// What a row says that has no value for this grouping.
  var absent: String { "no \(rawValue)" }
}

extension Participation {
  /// The rows that are part of no share, with their names.
  var rowsApart: [(row: Row, name: String)] {
    let all = [(several, "several speakers"), (groups, "groups"), (unknown, "unknown")]
    return all.compactMap { row, name in row.map { ($0, name) } }
  }
}
