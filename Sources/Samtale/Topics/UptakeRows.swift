/// Uptake as rows of the long table (`samtale measures`).
public struct UptakeRows: Sendable {
  let analyses: [TopicAnalysis]
  let grouping: UptakeMetrics.Grouping
  let bootstrap: Bootstrap

  /// - Parameters:
  ///   - analyses: The meetings.
  ///   - unit: Roles or people. People are taken together within a meeting only.
  ///   - bootstrap: How intervals over topics are made.
  public init(
    _ analyses: [TopicAnalysis], by unit: SpeakerSequence.Unit = .role,
    bootstrap: Bootstrap = Bootstrap()
  ) {
    self.analyses = analyses
    grouping = unit == .role ? .role : .speaker
    self.bootstrap = bootstrap
  }

  /// Rows over all meetings if there are several, then those of each meeting.
  public var rows: [MeasureRow] {
    let single = analyses.flatMap { rows(of: [$0], meeting: $0.transcript.id) }
    return analyses.count > 1 ? rows(of: analyses, meeting: nil) + single : single
  }

  private func rows(of analyses: [TopicAnalysis], meeting: String?) -> [MeasureRow] {
    let metrics = UptakeMetrics(analyses, by: grouping, bootstrap: bootstrap)
    let kind: MeasureRow.GroupKind = grouping == .role ? .role : .speaker
    let isPooledPeople = meeting == nil && grouping == .speaker
    let parties = isPooledPeople ? [] : metrics.rows.flatMap { rows($0, kind, $0.name, meeting) }
    let all = rows(
      metrics.total, meeting == nil ? .corpus : .meeting, meeting ?? "all", meeting)
    return parties + all
  }

  private func rows(
    _ row: UptakeMetrics.Row, _ kind: MeasureRow.GroupKind, _ group: String, _ meeting: String?
  ) -> [MeasureRow] {
    func measure(_ name: String, _ rate: TopicRate, _ unit: String) -> MeasureRow {
      MeasureRow(
        meeting: meeting, kind, group, name, rate.value, n: rate.denominator, unit: unit,
        note: rate.reason ?? "", interval: rate.interval)
    }
    let levels = Uptake.Level.allCases.compactMap { level in
      row.levels[level].map { measure("uptake_\(level.rawValue)", $0, "turns") }
    }
    return [
      MeasureRow(
        meeting: meeting, kind, group, "uptake_contributions", Double(row.contributions),
        n: row.contributions, unit: "turns",
        note: row.contributions > row.known
          ? "of \(row.contributions - row.known) the uptake is not known" : "")
    ] + levels + [
      measure("uptake_linked", row.linked, "turns"),
      measure("uptake_given", row.given, "turns"),
      measure("silent_although_addressed", row.silentAlthoughAddressed, "times addressed"),
    ]
  }
}
