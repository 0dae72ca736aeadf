import ArgumentParser
import Samtale
import SamtalePublishing

/// The measures of all meetings that a command was given.
struct MeasuredCorpus {
  var meetings: [InteractionMeasures]
  var unit: SpeakerSequence.Unit
  var bootstrap: Bootstrap
  var permutation: PermutationTest
  var exitCode: ExitCode
  /// How many meetings to compare with chance at the same time.
  var workers: Int

  /// All rows of the long table: turn-taking, time, topics, uptake.
  func allRows(evidence: Bool) -> [MeasureRow] {
    let analyses = meetings.map(\.topics)
    let options = TopicRoleMetrics.Options(
      unit: unit, bootstrap: bootstrap, permutations: permutation.samples)
    let teams = Dictionary(
      meetings.map { ($0.meeting, $0.team) }, uniquingKeysWith: { first, _ in first })
    let all =
      rows(evidence: evidence) + TopicRows(analyses, options: options).rows
      + UptakeRows(analyses, by: unit, bootstrap: bootstrap).rows
    return all.map { row in
      var row = row
      if let meeting = row.meeting { row.team = teams[meeting] ?? nil }
      return row
    }
  }

  /// Rows of turn-taking and time, those over all meetings first.
  func rows(evidence: Bool) -> [MeasureRow] {
    let places =
      evidence
      ? Dictionary(meetings.map { ($0.meeting, $0.places) }, uniquingKeysWith: { a, _ in a }) : [:]
    let turnTaking = TurnTakingRows(
      meetings.map { ($0.turnTaking, $0.team) }, bootstrap: bootstrap, permutation: permutation,
      places: places)
    return turnTaking.rows(workers: workers) + meetings.flatMap { $0.timed + $0.shiftRows }
  }

  /// Tables for people: over all meetings, or one set for each.
  func tables(each: Bool) -> [Table] {
    let rows = rows(evidence: false).filter { !$0.measure.hasPrefix("pshift") }
    let kind: MeasureRow.GroupKind = unit == .speaker ? .speaker : .role
    let isSingle = meetings.count == 1
    var places: [String?] = isSingle || (each && unit == .speaker) ? [] : [nil]
    if each || isSingle { places += meetings.map(\.meeting) }
    return places.flatMap {
      TurnTakingTables(rows, of: kind, meeting: $0, notes: notes).tables
    }
  }

  var notes: [String] {
    TurnTakingNotes(
      bootstrap: bootstrap, permutation: permutation, meetings: meetings.count,
      languages: Set(meetings.map { $0.language ?? "und" })
    ).lines
  }
}

extension Table {
  /// The turns behind counts, one a row.
  static func evidence(_ rows: [MeasureRow]) -> Table {
    var table = Table(
      title: "Turns behind the numbers",
      columns: [
        Column(key: "meeting", title: "meeting", kind: .text),
        Column(key: "group", title: "group", kind: .text),
        Column(key: "measure", title: "measure", kind: .text),
        Column(key: "source", title: "file:line", kind: .text),
      ])
    table.rows = rows.filter { $0.meeting != nil }.flatMap { row in
      row.evidence.map {
        Row([.text(row.meeting ?? ""), .text(row.group), .text(row.measure), .text($0)])
      }
    }
    return table
  }
}
