import Samtale

extension Report {
  var participants: ReportSection {
    let counts = ParticipantCounts(meetings.map(\.people))
    return ReportSection(
      id: "participants", title: "Participants",
      blocks: [.table(LinkedTable(.participants(counts)))]
    )
  }

  var participation: ReportSection {
    let all = meetings.map(\.participation)
    let byRole = Participation(all, by: [.role], bootstrap: options.bootstrap)
    let tables =
      [linked(byRole)]
      + [Grouping.speaker, .meeting].map { linked(Participation(all, by: [$0])) }
    let equality = Table.equality(CorpusEquality(all), bootstrap: options.bootstrap)
    let shown = meetings.count > 1 ? tables : Array(tables.prefix(2))
    return ReportSection(
      id: "participation", title: "Who contributes how much",
      blocks: [.table(shown[0]), .figure(.shares(byRole, options: .init(palette: palette)))]
        + shown.dropFirst().map { .table($0) } + [.table(LinkedTable(equality))])
  }

  private func linked(_ participation: Participation) -> LinkedTable {
    let hasIntervals = participation.grouping == [.role]
    var linked = LinkedTable(.participation(participation, intervals: hasIntervals))
    let rows =
      participation.rows + [participation.total] + participation.rowsApart.map(\.row)
    for (number, row) in rows.enumerated() {
      let turns = row.evidence.compactMap { places.turn($0.meeting, $0.indices[0]) }
      linked.link(number, ["turns"], .turns(turns, isCounted: true))
      linked.link(
        number, ["words", "seconds", "share_turns", "share_words", "share_seconds"], .turns(turns))
      let longest = row.evidence.filter { $0.words == row.longestTurn }.compactMap {
        places.turn($0.meeting, $0.indices[0])
      }
      linked.link(number, ["longest_turn"], .turns(longest))
    }
    return linked
  }
}
