import Samtale

extension Table {
  /// Topics, one a row: who opens, how it ends, who says nothing.
  ///
  /// What the rules found, what coders decided, and what is in force stand in columns of their own.
  /// - Parameter analyses: The meetings.
  /// - Returns: The table.
  public static func topics(_ analyses: [TopicAnalysis]) -> Table {
    TopicsTable(analyses).table
  }

  /// How often topics end in each way.
  /// - Parameter analyses: The meetings.
  /// - Returns: The table; values in force count.
  public static func closures(_ analyses: [TopicAnalysis]) -> Table {
    let types = analyses.flatMap(\.closures).map(\.type.inForce)
    var table = Table(
      title: "How the \(counted(types.count, "topic")) end\(types.count == 1 ? "s" : "")",
      columns: [
        Column(key: "closure", title: "how it ends", kind: .text),
        Column(key: "meaning", title: "meaning", kind: .text),
        Column(key: "topics", title: "topics", kind: .integer),
        Column(key: "share", title: "%", kind: .percent(places: 1)),
      ])
    table.rows = ClosureType.allCases.compactMap { type in
      let number = types.count { $0 == type }
      guard number > 0 else { return nil }
      return [
        .text(type.shown), .text(type.explanation), .integer(number),
        .number(Double(number) / Double(types.count)),
      ]
    }
    let notes = TopicsNotes(analyses: analyses)
    table.notes = [notes.counting, notes.answers, notes.form, notes.ends, notes.undecided]
      .compactMap { $0 }
    return table
  }
}

/// Builds the table of topics.
private struct TopicsTable {
  /// The width for people.
  static let width = 100

  let analyses: [TopicAnalysis]

  init(_ analyses: [TopicAnalysis]) { self.analyses = analyses }

  private var isSingle: Bool { analyses.count == 1 }

  private var hasDecisions: Bool {
    analyses.flatMap(\.closures).contains {
      $0.type.origin != "computed" || $0.initiator.origin != "computed"
    }
  }

  var table: Table {
    let count = analyses.reduce(0) { $0 + $1.segments.count }
    let place =
      isSingle ? "in \(analyses[0].transcript.id)" : "in \(counted(analyses.count, "meeting"))"
    var table = Table(title: "\(counted(count, "topic")) \(place)", columns: columns)
    for analysis in analyses {
      table.rows += analysis.closures.map { Table.Row(cells($0, analysis)) }
    }
    shorten(&table)
    table.notes = notes
    return table
  }

  private var notes: [String] {
    let isMarked = analyses.flatMap(\.closures).contains { $0.opening.opener.origin != "computed" }
    return [
      isMarked ? "Opener: whom the file names, else who says the first full turn." : nil,
      hasDecisions ? "How it ends and by whom: as computed; beside it what coders decided." : nil,
      "Silent: roles present without a turn in the topic.",
    ].compactMap { $0 }
  }

  // MARK: Columns

  private var columns: [Table.Column] { peopleColumns + programColumns }

  private var peopleColumns: [Table.Column] {
    func column(_ key: String, _ title: String, _ kind: Table.Kind = .text) -> Table.Column {
      .init(key: "shown_" + key, title: title, kind: kind, audience: .people)
    }
    return [
      column("topic", isSingle ? "n" : "topic"), column("label", "about"),
      column("opener", "opener"), column("turns", "turns", .integer),
      column("last", "last word"), column("closure", "how it ends"), column("by", "by"),
    ] + (hasDecisions ? [column("decision", "coder")] : []) + [column("silent", "silent")]
  }

  private static let programKeys: [(String, Table.Kind)] = [
    ("meeting", .text), ("n", .integer), ("topic", .text), ("label", .text), ("kind", .text),
    ("origin", .text), ("inside", .text), ("source", .text), ("opener_computed", .text),
    ("opener_decision", .text), ("opener_in_force", .text), ("opener_by", .text),
    ("opening", .text), ("opened_by_leader", .text), ("turns", .integer), ("words", .integer),
    ("seconds", .duration), ("last_word", .text), ("last_substantive", .text),
    ("closure_computed", .text), ("closure_is_suggestion", .text), ("closure_decision", .text),
    ("closure_in_force", .text), ("closure_by", .text), ("closure_at", .text),
    ("closure_reason", .text), ("closure_rules", .text), ("initiator_computed", .text),
    ("initiator_decision", .text), ("initiator_in_force", .text), ("initiator_by", .text),
    ("accepted_by", .text), ("closed_by_leader", .text), ("silence_seconds", .decimal(places: 1)),
    ("silent_roles", .text), ("silent_people", .text), ("silent_after_last", .text),
    ("silent_addressed", .text), ("reopened", .text),
  ]

  private var programColumns: [Table.Column] {
    Self.programKeys.map { key, kind in
      .init(key: key, title: key, kind: kind, audience: .programs)
    }
  }

  // MARK: Cells

  private func cells(_ closure: TopicClosure, _ analysis: TopicAnalysis) -> [Table.Cell] {
    let segment = analysis.segments[closure.segment]
    return people(closure, segment, analysis)
      + program(segment, analysis) + opening(closure, analysis) + length(segment, analysis)
      + last(closure, analysis) + type(closure) + initiator(closure, analysis)
      + silence(closure, analysis)
  }

  private func people(
    _ closure: TopicClosure, _ segment: TopicSegment, _ analysis: TopicAnalysis
  ) -> [Table.Cell] {
    let number = "\(segment.index + 1)"
    let decision = [
      shown(closure.type.decision) { $0.rawValue },
      shown(closure.initiator.decision) { $0.map(analysis.label) ?? "nobody" },
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      .text(isSingle ? number : "\(analysis.transcript.id):\(number)"),
      .text(segment.topic.label), name(closure.opening.opener.inForce, analysis),
      .integer(segment.contributions.count), speakers(closure.lastWord, analysis),
      .text(closure.type.computed.shown), name(closure.initiator.computed, analysis),
    ] + (hasDecisions ? [.text(decision)] : [])
      + [.text(closure.silence.absentRoles.joined(separator: " "))]
  }

  private func shown<Value>(_ decision: Judged<Value>.Decision, _ name: (Value) -> String)
    -> String
  {
    switch decision {
    case .none: ""
    case .confirmed(let coder, _): "\(coder) agrees"
    case .overridden(let value, let coder, _, _): "\(coder): \(name(value))"
    }
  }

  private func program(_ segment: TopicSegment, _ analysis: TopicAnalysis) -> [Table.Cell] {
    let first = segment.contributions.first
    return [
      .text(analysis.transcript.id), .integer(segment.index + 1), .text(segment.name),
      .text(segment.topic.label), .text(segment.kind.rawValue), .text(segment.origin.rawValue),
      .text(segment.parent.map { analysis.segments[$0].name } ?? ""),
      first.map { .text(analysis.source(of: $0)) } ?? .missing("nothing is said in it"),
    ]
  }

  private func opening(_ closure: TopicClosure, _ analysis: TopicAnalysis) -> [Table.Cell] {
    judged(closure.opening.opener, analysis) + [
      closure.opening.kind.map { .text($0.rawValue) } ?? .missing("nothing is said in it"),
      yes(closure.opening.byLeader),
    ]
  }

  private func length(_ segment: TopicSegment, _ analysis: TopicAnalysis) -> [Table.Cell] {
    [
      .integer(segment.contributions.count), .integer(analysis.words(of: segment)),
      analysis.seconds(of: segment).map(Table.Cell.number)
        ?? .missing("it does not begin and end at known times"),
    ]
  }

  private func last(_ closure: TopicClosure, _ analysis: TopicAnalysis) -> [Table.Cell] {
    [speakers(closure.lastWord, analysis), speakers(closure.lastSubstantive, analysis)]
  }

  private func type(_ closure: TopicClosure) -> [Table.Cell] {
    let type = closure.type
    var (coder, date, reason) = ("", "", "")
    switch type.decision {
    case .none: break
    case .confirmed(let by, let at): (coder, date) = (by, at ?? "")
    case .overridden(_, let by, let at, let why): (coder, date, reason) = (by, at ?? "", why ?? "")
    }
    return [
      .text(type.computed.rawValue), yes(closure.decision.isSuggestion),
      .text(decision(type.origin)), .text(type.inForce.rawValue), .text(coder), .text(date),
      .text(reason), .text(closure.decision.rules.joined(separator: " ")),
    ]
  }

  private func initiator(_ closure: TopicClosure, _ analysis: TopicAnalysis) -> [Table.Cell] {
    judged(closure.initiator, analysis) + [
      .text(list(closure.acceptedBy, analysis)), yes(closure.byLeader),
      closure.decision.silence.map(Table.Cell.number) ?? .missing("no silence was measured"),
    ]
  }

  private func silence(_ closure: TopicClosure, _ analysis: TopicAnalysis) -> [Table.Cell] {
    [
      .text(closure.silence.absentRoles.joined(separator: " ")),
      .text(list(closure.silence.absent, analysis)),
      .text(list(closure.silence.afterLast, analysis)),
      .text(list(closure.silence.addressed, analysis)), yes(closure.isReopened),
    ]
  }

  /// Computed, decision, in force, by whom.
  private func judged(_ value: Judged<Int?>, _ analysis: TopicAnalysis) -> [Table.Cell] {
    let coder =
      switch value.decision {
      case .none: ""
      case .confirmed(let by, _), .overridden(_, let by, _, _): by
      }
    return [
      name(value.computed, analysis), .text(decision(value.origin)), name(value.inForce, analysis),
      .text(coder),
    ]
  }

  private func decision(_ origin: String) -> String { origin == "computed" ? "none" : origin }

  private func yes(_ value: Bool?) -> Table.Cell {
    value.map { .text($0 ? "yes" : "no") } ?? .missing("not known")
  }

  private func name(_ person: Int?, _ analysis: TopicAnalysis) -> Table.Cell {
    person.map { .text(analysis.label(of: $0)) } ?? .missing("")
  }

  private func speakers(_ place: Int?, _ analysis: TopicAnalysis) -> Table.Cell {
    place.map { .text(analysis.speakers(of: $0)) } ?? .missing("")
  }

  private func list(_ people: [Int], _ analysis: TopicAnalysis) -> String {
    people.map(analysis.label).joined(separator: " ")
  }

  // MARK: Width

  /// Shortens what topics are about for people, so that the table fits; programs get all of it.
  private func shorten(_ table: inout Table) {
    let people = peopleColumns
    guard let place = people.firstIndex(where: { $0.key == "shown_label" }) else { return }
    var taken = people.count - 1
    for column in people.indices where column != place {
      let head = people[column].title.split(separator: " ").map(\.count).max() ?? 0
      let widest =
        table.rows.map { row -> Int in
          switch row.cells[column] {
          case .text(let text): DisplayWidth.of(text)
          case .integer(let number): "\(number)".count
          default: 1
          }
        }.max() ?? 0
      taken += max(head, widest)
    }
    let room = max(12, min(40, Self.width - taken))
    for row in table.rows.indices {
      guard case .text(let text) = table.rows[row].cells[place], DisplayWidth.of(text) > room
      else { continue }
      var short = text
      while DisplayWidth.of(short) > room - 1 { short.removeLast() }
      while short.last == " " { short.removeLast() }
      table.rows[row].cells[place] = .text(short + "…")
    }
  }
}
