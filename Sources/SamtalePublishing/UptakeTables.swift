import Samtale

extension Table {
  /// What contributions get from others, one row for each role, person or meeting.
  /// - Parameters:
  ///   - metrics: The counts.
  ///   - analyses: The meetings they were made from, for the notes.
  /// - Returns: The table.
  public static func uptake(_ metrics: UptakeMetrics, of analyses: [TopicAnalysis]) -> Table {
    UptakeTable(metrics: metrics, analyses: analyses).table
  }

  /// Every contribution that asks for uptake, and what it got.
  /// - Parameter analyses: The meetings.
  /// - Returns: One row for each contribution.
  public static func uptakes(_ analyses: [TopicAnalysis]) -> Table {
    var table = Table(
      title: "What each contribution got",
      columns: [
        Column(key: "meeting", title: "meeting", kind: .text, audience: .programs),
        Column(key: "n", title: "n", kind: .integer, audience: .programs),
        Column(key: "source", title: "file:line", kind: .text),
        Column(key: "speaker", title: "speaker", kind: .text),
        Column(key: "role", title: "role", kind: .text, audience: .programs),
        Column(key: "topic", title: "topic", kind: .text),
        Column(key: "form", title: "form", kind: .text, audience: .programs),
        Column(key: "asks", title: "asks", kind: .text, audience: .programs),
        Column(key: "words", title: "words", kind: .integer),
        Column(key: "uptake", title: "uptake", kind: .text),
        Column(key: "given_by", title: "by", kind: .text),
        Column(key: "overlap", title: "% repeated", kind: .percent(places: 0)),
        Column(key: "repeated", title: "repeated", kind: .text, audience: .programs),
        Column(key: "silent_although_addressed", title: "silent", kind: .text),
      ])
    for analysis in analyses {
      table.rows += asking(analysis).map { Row(cells($0, analysis)) }
    }
    table.notes = UptakeTable.notes(analyses)
    return table
  }

  /// The contributions behind the table, with the turns that gave them what they got.
  /// - Parameters:
  ///   - metrics: The counts, for their grouping.
  ///   - analyses: The meetings.
  /// - Returns: One row for each contribution and giver.
  public static func uptakeEvidence(_ metrics: UptakeMetrics, of analyses: [TopicAnalysis])
    -> Table
  {
    let grouping = metrics.grouping.rawValue
    var table = Table(
      title: "Contributions behind the uptake table",
      columns: [
        Column(key: grouping, title: grouping, kind: .text),
        Column(key: "source", title: "file:line", kind: .text),
        Column(key: "uptake", title: "got", kind: .text),
        Column(key: "given_by", title: "from", kind: .text),
        Column(key: "given", title: "who gave", kind: .text),
        Column(key: "given_source", title: "file:line", kind: .text, audience: .programs),
        Column(key: "given_line", title: "line", kind: .text, audience: .people),
        Column(key: "rules", title: "rules", kind: .text, audience: .programs),
      ])
    for analysis in analyses {
      for uptake in asking(analysis) { table.rows += gifts(uptake, metrics.grouping, analysis) }
    }
    table.notes = UptakeTable.notes(analyses)
    return table
  }

  private static func asking(_ analysis: TopicAnalysis) -> [Uptake] {
    analysis.uptakes.filter(analysis.asks)
  }

  private static func cells(_ uptake: Uptake, _ analysis: TopicAnalysis) -> [Cell] {
    let contribution = analysis.contributions[uptake.contribution]
    let givers = uptake.given.filter { $0.level == uptake.level && $0.level > .none }
    return [
      .text(analysis.transcript.id), .integer(uptake.contribution + 1),
      .text(analysis.source(of: uptake.contribution)),
      .text(analysis.speakers(of: uptake.contribution)), .text(contribution.role ?? ""),
      .text(contribution.topics.last.map { analysis.segments[$0].name } ?? ""),
      .text(contribution.reading.form.rawValue),
      .text(contribution.reading.isFirstPairPart ? "yes" : "no"), .integer(contribution.words),
      .text(uptake.name), .text(givers.map { name($0.by, analysis) }.joined(separator: " ")),
      uptake.overlap.map(Cell.number) ?? .missing("no content words"),
      .text(uptake.repeated.joined(separator: " ")),
      .text(uptake.silentAlthoughAddressed.map(analysis.label).joined(separator: " ")),
    ]
  }

  private static func gifts(
    _ uptake: Uptake, _ grouping: UptakeMetrics.Grouping, _ analysis: TopicAnalysis
  ) -> [Row] {
    let contribution = analysis.contributions[uptake.contribution]
    let group: String
    switch grouping {
    case .meeting: group = analysis.transcript.id
    case .role: group = contribution.role ?? "no role"
    case .speaker: group = analysis.speakers(of: uptake.contribution)
    }
    let head: [Cell] = [
      .text(group), .text(analysis.source(of: uptake.contribution)), .text(uptake.name),
    ]
    guard !uptake.given.isEmpty else {
      return [Row(head + Array(repeating: .text(""), count: 5))]
    }
    return uptake.given.map { gift in
      Row(
        head + [
          .text(name(gift.by, analysis)), .text(gift.level.rawValue),
          .text(analysis.source(of: gift.contribution)),
          .text("\(analysis.line(of: gift.contribution))"),
          .text(rules(gift.contribution, analysis)),
        ])
    }
  }

  private static func rules(_ place: Int, _ analysis: TopicAnalysis) -> String {
    let kinds: [Lexicon.Class] = [.minimal, .assessment, .question]
    return analysis.contributions[place].reading.matches.filter { kinds.contains($0.kind) }
      .map(\.rule).joined(separator: " ")
  }

  private static func name(_ person: Int?, _ analysis: TopicAnalysis) -> String {
    person.map(analysis.label) ?? "unknown"
  }
}

/// Builds the table of uptake.
private struct UptakeTable {
  let metrics: UptakeMetrics
  let analyses: [TopicAnalysis]

  private static let levels: [Uptake.Level] = [.none, .minimal, .assessment, .answer, .substantive]

  var table: Table {
    var table = Table(
      title: "Uptake by \(metrics.grouping.rawValue) (\(counted(metrics.meetings, "meeting")))",
      columns: columns)
    table.rows = metrics.rows.map { Table.Row(cells($0)) }
    if metrics.rows.count > 1 { table.rows.append(Table.Row(cells(metrics.total), kind: .total)) }
    table.notes =
      [
        "Contributions: those that ask for uptake (minimal responses and hesitation do not). The "
          + "most that anybody gave counts: nothing, a minimal response, an assessment, an answer, "
          + "something substantive; percentages are of those whose uptake is known.",
        "Linked: others repeat at least one content word. Given: others' contributions to which one "
          + "gave at least an assessment, of those one could respond to. Silent when asked: addressed "
          + "(as marked in the file) without saying anything.",
      ] + Self.notes(analyses) + [
        "Interval of % none: 95 % percentile bootstrap over topics, "
          + "\(counted(metrics.bootstrap.samples, "sample")), seed \(metrics.bootstrap.seed). CSV and "
          + "JSON have those of all percentages."
      ]
    return table
  }

  static func notes(_ analyses: [TopicAnalysis]) -> [String] {
    let options = analyses.first?.options ?? TopicOptions()
    let unmarked = analyses.count { $0.segments.isEmpty }
    return [
      "Looked at: at most \(options.uptakeWindow) contributions of others in the same topic, no "
        + "further than the speaker's own next one once something was given, never across a cut.",
      unmarked > 0
        ? "\(counted(unmarked, "meeting")) without marked topics: each is taken as one topic."
        : nil,
    ].compactMap { $0 }
  }

  // MARK: Columns

  private var columns: [Table.Column] {
    let grouping = metrics.grouping.rawValue
    var columns: [Table.Column] = [.init(key: grouping, title: grouping, kind: .text)]
    if metrics.grouping == .speaker {
      columns.append(.init(key: "id", title: "id", kind: .text, audience: .programs))
    }
    columns += [
      .init(key: "contributions", title: "turns", kind: .integer),
      .init(key: "known", title: "uptake known", kind: .integer),
    ]
    for level in Self.levels {
      columns += rate(level.rawValue, "% \(level.rawValue)", showsInterval: level == .none)
    }
    return columns + rate("linked", "% linked", showsInterval: false)
      + rate("given", "% given", showsInterval: false)
      + rate("silent_although_addressed", "% silent when asked", showsInterval: false)
  }

  private func rate(_ key: String, _ title: String, showsInterval: Bool) -> [Table.Column] {
    let audience: Table.Audience = showsInterval ? .everybody : .programs
    return [
      .init(key: key + "_n", title: "n", kind: .integer, audience: .programs),
      .init(key: key + "_of", title: "of", kind: .integer, audience: .programs),
      .init(key: key, title: title, kind: .percent(places: 1)),
      .init(
        key: key + "_low", title: "95\u{A0}% low", kind: .percent(places: 1), audience: audience),
      .init(
        key: key + "_high", title: "95\u{A0}% high", kind: .percent(places: 1), audience: audience),
    ]
  }

  private func cells(_ row: UptakeMetrics.Row) -> [Table.Cell] {
    var cells: [Table.Cell] = [.text(row.name)]
    if metrics.grouping == .speaker { cells.append(.text(row.id ?? "")) }
    cells += [.integer(row.contributions), .integer(row.known)]
    for level in Self.levels { cells += self.cells(row.levels[level]) }
    return cells + self.cells(row.linked) + self.cells(row.given)
      + self.cells(row.silentAlthoughAddressed)
  }

  private func cells(_ rate: TopicRate?) -> [Table.Cell] {
    guard let rate else { return Array(repeating: .missing(""), count: 5) }
    return [.integer(rate.numerator), .integer(rate.denominator)] + rate.cells
  }
}
