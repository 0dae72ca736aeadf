/// Topics as rows of the long table (`samtale measures`).
///
/// Values in force count: a coder's where there is one, else the computed one; the note of each
/// closure says which it is.
public struct TopicRows: Sendable {
  let analyses: [TopicAnalysis]
  let options: TopicRoleMetrics.Options

  /// - Parameters:
  ///   - analyses: The meetings.
  ///   - options: What is counted, and how intervals are made.
  public init(
    _ analyses: [TopicAnalysis], options: TopicRoleMetrics.Options = TopicRoleMetrics.Options()
  ) {
    self.analyses = analyses.filter { !$0.segments.isEmpty }
    self.options = options
  }

  /// Rows over all meetings if there are several, then those of each meeting and its topics. Meetings
  /// without marked topics have none.
  public var rows: [MeasureRow] {
    let single = analyses.flatMap { analysis in
      summary([analysis], meeting: analysis.transcript.id) + topics(of: analysis)
    }
    return analyses.count > 1 ? summary(analyses, meeting: nil) + single : single
  }

  // MARK: A meeting, or all

  private func summary(_ analyses: [TopicAnalysis], meeting: String?) -> [MeasureRow] {
    let metrics = TopicRoleMetrics(analyses, options: options)
    let kind: MeasureRow.GroupKind = meeting == nil ? .corpus : .meeting
    let group = meeting ?? "all"
    var rows = [
      MeasureRow(
        meeting: meeting, kind, group, "topics", Double(metrics.topics), n: metrics.topics,
        unit: "topics")
    ]
    let lengths = [
      ("turns", metrics.lengths.turns), ("words", metrics.lengths.words),
      ("seconds", metrics.lengths.seconds),
    ]
    for (unit, distribution) in lengths {
      rows.append(
        MeasureRow(
          meeting: meeting, kind, group, "topic_\(unit)_median", distribution.median,
          n: distribution.count, unit: unit,
          note: distribution.median == nil ? "no topic whose length is known" : ""))
    }
    return rows + closures(analyses, kind, group, meeting) + roles(metrics, meeting)
  }

  private func closures(
    _ analyses: [TopicAnalysis], _ kind: MeasureRow.GroupKind, _ group: String, _ meeting: String?
  ) -> [MeasureRow] {
    let counted = analyses.flatMap { TopicTally($0, options).counted }
    return ClosureType.allCases.map { type in
      MeasureRow(
        meeting: meeting, kind, group, "closure_\(type.rawValue)",
        Double(counted.count { $0.type.inForce == type }), n: counted.count, unit: "topics",
        note: type == .stepwise ? "only a suggestion" : "")
    }
  }

  private func roles(_ metrics: TopicRoleMetrics, _ meeting: String?) -> [MeasureRow] {
    let kind: MeasureRow.GroupKind = options.unit == .role ? .role : .speaker
    return metrics.rows.flatMap { row -> [MeasureRow] in
      let rates = TopicMeasure.allCases.compactMap { measure -> MeasureRow? in
        row.rates[measure].map {
          self.row($0, "topic_share_\(measure.key)", measure.unit, kind, row.party, meeting)
        }
      }
      let ratio = MeasureRow(
        meeting: meeting, kind, row.party, "topic_opened_to_turns", row.openedToTurns,
        n: row.rates[.opened]?.denominator ?? 0, unit: "ratio",
        note: row.openedToTurns == nil ? "no turns or no known openers" : "")
      let profile = ClosureType.allCases.compactMap { type -> MeasureRow? in
        row.profile[type].map {
          self.row(
            $0, "topic_after_own_\(type.rawValue)", "topics", kind, row.party, meeting)
        }
      }
      return rates + [ratio] + profile
    }
  }

  private func row(
    _ rate: TopicRate, _ measure: String, _ unit: String, _ kind: MeasureRow.GroupKind,
    _ party: String, _ meeting: String?
  ) -> MeasureRow {
    MeasureRow(
      meeting: meeting, kind, party, measure, rate.value, n: rate.denominator, unit: unit,
      note: rate.reason ?? "", interval: rate.interval)
  }

  // MARK: Each topic

  private func topics(of analysis: TopicAnalysis) -> [MeasureRow] {
    analysis.closures.flatMap { closure -> [MeasureRow] in
      let segment = analysis.segments[closure.segment]
      let members = segment.contributions
      let places = members.map { place in
        analysis.transcript.utterances[analysis.contributions[place].utterances[0]].source
      }
      let name = segment.name
      func row(_ measure: String, _ value: Double?, _ unit: String, _ note: String = "")
        -> MeasureRow
      {
        MeasureRow(
          meeting: analysis.transcript.id, .topic, name, measure, value, n: members.count,
          unit: unit, note: note, evidence: places)
      }
      let words = members.reduce(0) { $0 + analysis.contributions[$1].words }
      let seconds = TopicLengths.seconds(segment, analysis)
      return [
        row("turns", Double(members.count), "turns", segment.topic.label),
        row("words", Double(words), "words"),
        row(
          "seconds", seconds, "seconds",
          seconds == nil ? "it does not begin and end at known times" : ""),
        row("closure_\(closure.type.inForce.rawValue)", 1, "topics", closure.type.origin),
      ] + parties(in: segment, of: analysis, words: words)
    }
  }

  /// Who speaks in a topic: turns and words of each party, the silent ones too.
  private func parties(in segment: TopicSegment, of analysis: TopicAnalysis, words: Int)
    -> [MeasureRow]
  {
    let parties = Parties(analysis, options.unit)
    return parties.order.flatMap { party -> [MeasureRow] in
      let own = segment.contributions.filter {
        parties.of(analysis.contributions[$0]) == party
      }
      let ownWords = own.reduce(0) { $0 + analysis.contributions[$1].words }
      func row(_ measure: String, _ value: Double?, _ n: Int, _ unit: String, _ note: String = "")
        -> MeasureRow
      {
        MeasureRow(
          meeting: analysis.transcript.id, .topic, "\(segment.name) · \(party)", measure, value,
          n: n, unit: unit, note: note)
      }
      return [
        row("turns", Double(own.count), own.count, "turns"),
        row("words", Double(ownWords), ownWords, "words"),
        row(
          "share_words", words > 0 ? Double(ownWords) / Double(words) : nil, words, "share",
          words > 0 ? "" : "no words"),
      ]
    }
  }
}

extension TopicSegment {
  /// The identifier, else the number in the meeting.
  public var name: String { topic.id ?? "\(index + 1)" }
}

extension TopicMeasure {
  /// The name for programs, in snake_case.
  public var key: String {
    rawValue.reduce(into: "") { key, letter in
      if letter.isUppercase { key += "_" }
      key += letter.lowercased()
    }
  }

  /// What it is a share of.
  public var unit: String {
    switch self {
    case .opened, .closed, .lastWord, .lastSubstantive, .absent, .reopened, .reopenedAfterClosing:
      "topics"
    case .uptakeReceived, .minimalReceived, .nothingReceived, .uptakeGiven: "turns"
    case .silentAlthoughAddressed: "times addressed"
    }
  }
}
