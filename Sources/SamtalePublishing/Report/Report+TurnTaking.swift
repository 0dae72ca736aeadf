import Samtale

extension Report {
  var turnTaking: ReportSection {
    let rows = TurnTakingRows(
      meetings.map { ($0.turnTaking, $0.transcript.team?.id) }, bootstrap: options.bootstrap,
      permutation: options.permutation
    ).pooled
    let notes = TurnTakingNotes(
      bootstrap: options.bootstrap, permutation: options.permutation, meetings: meetings.count,
      languages: languages)
    var tables = TurnTakingTables(rows, of: .role, meeting: nil, notes: notes.lines).tables
    // Questions and answers stand in the first table, so what they are worth is said there.
    if !tables.isEmpty { tables[0].notes = notes.lines }
    var blocks = tables.map { ReportSection.Block.table(linked($0)) }
    blocks.insert(
      .figure(.transitions(meetings.map(\.transcript), options: .init(palette: palette))),
      at: min(2, blocks.count))
    blocks.append(timing)
    return ReportSection(id: "turn-taking", title: "How turns are taken", blocks: blocks)
  }

  /// The languages of the talk.
  var languages: Set<String> { Set(meetings.map { $0.transcript.language ?? "und" }) }

  private func linked(_ table: Table) -> LinkedTable {
    var linked = LinkedTable(table)
    switch table.columns.first?.key {
    case "measure": linked.table.rows.removeAll { $0.cells.first == .text("turns") }
    case "role":
      for row in table.rows.indices { linkParty(linked.rowName(row), row, &linked) }
    case "dyad":
      let pairs = transitions
      for row in table.rows.indices {
        let turns = pairs[linked.rowName(row)] ?? []
        linked.link(row, ["follows"], .turns(turns, isCounted: true))
        linked.link(row, ["follows_probability"], .turns(turns))
      }
    default: break
    }
    return linked
  }

  private func linkParty(_ name: String, _ row: Int, _ linked: inout LinkedTable) {
    linked.link(row, ["turns"], .turns(turns(name) { $0.turns }, isCounted: true))
    linked.link(row, ["share_turns", "share_words"], .turns(turns(name) { $0.turns }))
    linked.link(
      row, ["minimal_responses_per_100_turns"], .turns(turns(name) { $0.minimalTurns }))
    linked.link(row, ["questions_asked"], .turns(turns(name) { $0.questions }, isCounted: true))
    linked.link(row, ["response_rate"], .turns(turns(name) { $0.answeredQuestions }))
    linked.link(row, ["answers_given"], .turns(turns(name) { $0.answers }, isCounted: true))
    linked.link(row, ["floor_turns"], .turns(floors(name), isCounted: true))
    linked.link(row, ["monologue_share"], .turns(monologues(name)))
  }

  private func party(_ name: String, _ meeting: ReportMeeting) -> TurnTaking.Party? {
    meeting.turnTaking.parties.first { $0.name == name }
  }

  private func turns(_ name: String, _ list: (TurnTaking.Party) -> [Int]) -> [Int] {
    meetings.indices.flatMap { m in
      (party(name, meetings[m]).map(list) ?? []).map { places.meetings[m].firstTurn + $0 }
    }
  }

  private func monologues(_ name: String) -> [Int] {
    meetings.indices.flatMap { m in
      (party(name, meetings[m])?.turns ?? []).filter {
        meetings[m].turnTaking.turns[$0].words >= TurnTaking.monologueWords
      }.map { places.meetings[m].firstTurn + $0 }
    }
  }

  private func floors(_ name: String) -> [Int] {
    meetings.indices.flatMap { m -> [Int] in
      let turnTaking = meetings[m].turnTaking
      guard let party = turnTaking.parties.firstIndex(where: { $0.name == name }) else { return [] }
      return turnTaking.floorStarts[party].compactMap { places.turn(m, $0) }
    }
  }

  /// For each pair of roles, `ES → WA`, the turns of the second that come right after the first.
  private var transitions: [String: [Int]] {
    var pairs: [String: [Int]] = [:]
    for (m, meeting) in meetings.enumerated() {
      let sequence = meeting.turnTaking.sequence
      for (turns, starts) in zip(sequence.stretches, sequence.utterances) {
        for i in turns.indices.dropFirst() {
          let name = "\(sequence.parties[turns[i - 1]]) → \(sequence.parties[turns[i]])"
          if let turn = places.turn(m, starts[i]) { pairs[name, default: []].append(turn) }
        }
      }
    }
    return pairs
  }

  // MARK: Time

  /// Gaps and overlaps of each meeting, or why there are none.
  private var timing: ReportSection.Block {
    guard meetings.contains(where: { $0.timed.contains { $0.value != nil } }) else {
      return .text("Gaps and overlaps are not given: the transcripts have no time stamps.")
    }
    var linked = LinkedTable(
      .timing(zip(places.meetings, meetings).map { ($0.name, $1.timed) }))
    for (row, meeting) in meetings.enumerated() {
      let turns = meeting.interruptionCandidates.compactMap { places.turn(row, $0) }
      linked.link(row, ["interruption_candidates"], .turns(turns, isCounted: true))
    }
    return .table(linked)
  }
}

extension Table {
  /// Gaps, overlaps and silence, one row for each meeting.
  /// - Parameter meetings: The name of each meeting and its rows of ``TimedRows``.
  /// - Returns: The table; what a meeting without time stamps lacks says so.
  public static func timing(_ meetings: [(name: String, rows: [MeasureRow])]) -> Table {
    let columns: [(key: String, title: String, unit: String?, kind: Kind)] = [
      ("fto_median", "median gap", "s", .decimal(places: 2)),
      ("fto_quartile_1", "lower quartile", "s", .decimal(places: 2)),
      ("fto_quartile_3", "upper quartile", "s", .decimal(places: 2)),
      ("overlap_share", "% overlaps", nil, .percent(places: 1)),
      ("interruption_candidates", "early starts", nil, .integer),
      ("silence_share", "% silence", nil, .percent(places: 1)),
      ("turns_per_minute", "turns per minute", nil, .decimal(places: 1)),
      ("latency_to_answer_median", "median time to an answer", "s", .decimal(places: 2)),
    ]
    var table = Table(
      title: "Gaps and overlaps",
      columns: [Column(key: "meeting", title: "meeting", kind: .text)]
        + columns.map { Column(key: $0.key, title: $0.title, unit: $0.unit, kind: $0.kind) })
    table.rows = meetings.map { meeting in
      Row(
        [.text(meeting.name)]
          + columns.map { column in
            let row = meeting.rows.first { $0.measure == column.key }
            return row?.value.map(Cell.number) ?? .missing(row?.note ?? "not measured")
          })
    }
    let stamps = Set(meetings.flatMap(\.rows).filter { $0.value != nil }.map(\.note))
    table.notes =
      [
        "Gap: from the end of one speaker to the beginning of the next (floor transfer offset); "
          + "below zero they overlap. Early starts: candidates for interruptions, half a second or "
          + "more before the end of the other; whether it is one is for a person to judge.",
        "Time stamps decide: those of utterances show more overlap than those of words.",
      ] + stamps.sorted().filter { !$0.isEmpty }
    return table
  }
}

/// What stands below tables of turn-taking.
public struct TurnTakingNotes: Sendable {
  var bootstrap: Bootstrap
  var permutation: PermutationTest
  var meetings: Int
  var languages: Set<String>

  /// - Parameters:
  ///   - bootstrap: How intervals were made.
  ///   - permutation: How chance was brought in.
  ///   - meetings: How many meetings there are.
  ///   - languages: The languages of the talk.
  public init(
    bootstrap: Bootstrap, permutation: PermutationTest, meetings: Int, languages: Set<String>
  ) {
    self.bootstrap = bootstrap
    self.permutation = permutation
    self.meetings = meetings
    self.languages = languages
  }

  public var lines: [String] {
    var lines = [
      "Turns: adjacent utterances of one speaker are merged; nothing is counted across cuts.",
      "Questions, answers and minimal responses are told by wording: suggestions, right in most "
        + "cases and not in all.",
      "Chance: \(permutation.samples) random orders of the same turns, seed \(permutation.seed).",
    ]
    if meetings > 1 {
      lines.append("Intervals: \(bootstrap.samples) bootstrap samples, seed \(bootstrap.seed).")
    }
    return lines + [Self.withoutLexicon(languages)].compactMap { $0 }
  }

  /// A note about transcripts whose language has no lexicon; `nil` if all have one.
  public static func withoutLexicon(_ languages: Set<String>) -> String? {
    let unknown = languages.filter { Lexicon(language: $0) == nil }.sorted()
    guard !unknown.isEmpty else { return nil }
    return
      "No lexicon for \(unknown.joined(separator: ", ")): the English one was used, which finds "
      + "little there."
  }
}
