import Samtale

extension Report {
  /// The meetings with marked topics, as indices.
  private var marked: [Int] { meetings.indices.filter { !meetings[$0].topics.segments.isEmpty } }

  var topics: ReportSection? {
    let marked = marked
    guard !marked.isEmpty else {
      return ReportSection(
        id: "topics", title: "How topics begin and end",
        blocks: [
          .text(
            "No topics are marked in the transcripts, so nothing is said about how they begin and "
              + "end. samtale topics --suggest proposes where they may begin.")
        ])
    }
    let analyses = marked.map { analysis($0) }
    var blocks: [ReportSection.Block] = [.table(closures(analyses, marked))]
    blocks += roles(analyses, marked).map { .table($0) }
    blocks.append(.table(list(analyses, marked)))
    let rest = meetings.count - marked.count
    if rest > 0 {
      blocks.append(.text("Without marked topics and left out here: \(counted(rest, "meeting"))."))
    }
    return ReportSection(id: "topics", title: "How topics begin and end", blocks: blocks)
  }

  /// The analysis of a meeting under the name that the report gives it.
  private func analysis(_ meeting: Int) -> TopicAnalysis { meetings[meeting].topics }

  private func closures(_ analyses: [TopicAnalysis], _ marked: [Int]) -> LinkedTable {
    var linked = LinkedTable(.closures(analyses))
    for row in linked.table.rows.indices {
      let name = linked.rowName(row)
      let topics = zip(analyses, marked).flatMap { analysis, meeting in
        analysis.closures.filter { $0.type.inForce.shown == name }.map {
          places.topic(meeting, $0.segment)
        }
      }
      linked.link(row, ["topics"], .topics(topics, isCounted: true))
      linked.link(row, ["share"], .topics(topics))
    }
    linked.table.notes.insert(Self.suggestion, at: 0)
    return linked
  }

  static let suggestion =
    "Computed from wording and the order of turns: suggestions. Where a coder decided, that holds."

  private func list(_ analyses: [TopicAnalysis], _ marked: [Int]) -> LinkedTable {
    var linked = LinkedTable(.topics(analyses))
    linked.table.notes.insert(Self.suggestion, at: 0)
    var row = 0
    for (analysis, meeting) in zip(analyses, marked) {
      for closure in analysis.closures {
        let segment = analysis.segments[closure.segment]
        let contributions = segment.contributions.map { places.contribution(meeting, $0) }
        linked.link(row, ["shown_turns"], .contributions(contributions, isCounted: true))
        if !contributions.isEmpty {
          linked.link(
            row, "shown_label", to: places.anchor(meeting, topic: closure.segment))
        }
        row += 1
      }
    }
    return linked
  }

  // MARK: By role

  private func roles(_ analyses: [TopicAnalysis], _ marked: [Int]) -> [LinkedTable] {
    let metrics = TopicRoleMetrics(
      analyses,
      options: TopicRoleMetrics.Options(
        bootstrap: options.bootstrap, permutations: options.bootstrap.samples))
    return TopicsRoleTables(metrics, of: analyses).tables.map { table in
      var linked = LinkedTable(table)
      if table.columns.first?.key == "closure" {
        linkEndings(metrics, marked, &linked)
      } else {
        linkRates(metrics, marked, &linked)
      }
      return linked
    }
  }

  private func linkRates(
    _ metrics: TopicRoleMetrics, _ marked: [Int], _ linked: inout LinkedTable
  ) {
    for (number, row) in metrics.rows.enumerated() {
      let turns = contributions(row.turnPlaces, marked)
      linked.link(number, ["turns"], .contributions(turns, isCounted: true))
      for measure in TopicMeasure.allCases {
        let found = row.places[measure] ?? []
        let topics = self.topics(found, marked)
        linked.link(
          number, [measure.key],
          topics.isEmpty ? .contributions(contributions(found, marked)) : .topics(topics))
      }
    }
  }

  private func linkEndings(
    _ metrics: TopicRoleMetrics, _ marked: [Int], _ linked: inout LinkedTable
  ) {
    for row in metrics.rows {
      for (number, type) in metrics.table.columns.enumerated() {
        let topics = self.topics(row.endings[type] ?? [], marked)
        linked.link(number, [row.party], .topics(topics, isCounted: true))
      }
      let all = topics(metrics.table.columns.flatMap { row.endings[$0] ?? [] }, marked)
      linked.link(metrics.table.columns.count, [row.party], .topics(all, isCounted: true))
    }
  }

  private func contributions(_ found: [TopicPlace], _ marked: [Int]) -> [Int] {
    found.compactMap { place in
      place.contribution.map { places.contribution(marked[place.meeting], $0) }
    }
  }

  private func topics(_ found: [TopicPlace], _ marked: [Int]) -> [Int] {
    found.compactMap { place in
      place.segment.map { places.topic(marked[place.meeting], $0) }
    }
  }

  // MARK: Uptake

  var uptake: ReportSection {
    let analyses = meetings.map(\.topics)
    let groupings: [UptakeMetrics.Grouping] = meetings.count > 1 ? [.role, .meeting] : [.role]
    return ReportSection(
      id: "uptake", title: "What contributions get from others",
      blocks: groupings.map { grouping in
        let metrics = UptakeMetrics(analyses, by: grouping, bootstrap: options.bootstrap)
        var linked = LinkedTable(.uptake(metrics, of: analyses))
        let rows = metrics.rows + (metrics.rows.count > 1 ? [metrics.total] : [])
        for (number, row) in rows.enumerated() { link(row, number, &linked) }
        linked.table.notes.insert(
          "Computed from wording and the order of turns: suggestions.", at: 0)
        return .table(linked)
      })
  }

  private func link(_ row: UptakeMetrics.Row, _ number: Int, _ linked: inout LinkedTable) {
    func found(_ isMeant: (UptakeMetrics.Place) -> Bool) -> [Int] {
      row.places.filter(isMeant).map { places.contribution($0.meeting, $0.contribution) }
    }
    linked.link(number, ["contributions"], .contributions(found { _ in true }, isCounted: true))
    linked.link(
      number, ["known"], .contributions(found { $0.level != nil }, isCounted: true))
    for level in Uptake.Level.allCases {
      linked.link(number, [level.rawValue], .contributions(found { $0.level == level }))
    }
    linked.link(number, ["linked"], .contributions(found(\.isLinked)))
  }
}
