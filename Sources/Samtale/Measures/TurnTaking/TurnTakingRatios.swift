extension TurnTakingRows {
  /// A share or rate of a party: numerator and denominator in one meeting.
  private struct Ratio: Sendable {
    var measure: String
    var unit: String
    var scale = 1.0
    var absent: String
    var note = ""
    var parts: @Sendable (TurnTaking.Party?, TurnTaking) -> (Double, Double)
  }

  private static let ratios: [Ratio] = [
    Ratio(
      measure: "share_turns", unit: "share", absent: "no turns",
      parts: { party, meeting in
        (Double(party?.turns.count ?? 0), Double(meeting.turns.count - meeting.unattributed))
      }),
    Ratio(
      measure: "share_words", unit: "share", absent: "no words",
      parts: { party, meeting in
        (Double(party?.words ?? 0), Double(meeting.parties.reduce(0) { $0 + $1.words }))
      }),
    Ratio(
      measure: "words_per_turn", unit: "words", absent: "no turns",
      parts: { party, _ in (Double(party?.words ?? 0), Double(party?.turns.count ?? 0)) }),
    Ratio(
      measure: "minimal_responses_per_100_turns", unit: "per 100 turns", scale: 100,
      absent: "no turns",
      parts: { party, _ in
        (Double(party?.minimalTurns.count ?? 0), Double(party?.turns.count ?? 0))
      }),
    Ratio(
      measure: "response_rate", unit: "share", absent: "no questions whose fate is known",
      note: "own questions that somebody answered; about 15 % of single cases are misjudged",
      parts: { party, _ in
        (Double(party?.answeredQuestions.count ?? 0), Double(party?.knownQuestions.count ?? 0))
      }),
    Ratio(
      measure: "answered_when_addressed", unit: "share",
      absent: "no marked questions to this party",
      parts: { party, _ in
        (Double(party?.receivedAndAnswered.count ?? 0), Double(party?.receivedQuestions.count ?? 0))
      }),
    Ratio(
      measure: "monologue_share", unit: "share", absent: "no words",
      note: "words in turns of at least \(TurnTaking.monologueWords) words",
      parts: { party, _ in (Double(party?.monologueWords ?? 0), Double(party?.words ?? 0)) }),
  ]

  func ratios(_ name: String, _ meetings: [TurnTaking], _ meeting: String?, stream: Int)
    -> [MeasureRow]
  {
    Self.ratios.enumerated().map { i, ratio in
      let parts = meetings.map { one in ratio.parts(one.parties.first { $0.name == name }, one) }
      let numerator = parts.reduce(0) { $0 + $1.0 }
      let denominator = parts.reduce(0) { $0 + $1.1 }
      let value = denominator > 0 ? ratio.scale * numerator / denominator : nil
      let interval =
        meetings.count > 1 && meetings.count == self.meetings.count
        ? interval(parts, stream: UInt64(1000 + stream * Self.ratios.count + i)) : nil
      return MeasureRow(
        meeting: meeting, meetings[0].unit == .speaker ? .speaker : .role, name, ratio.measure,
        value, n: Int(denominator), unit: ratio.unit,
        note: value == nil ? ratio.absent : ratio.note,
        interval: interval.map {
          Interval(low: $0.low * ratio.scale, high: $0.high * ratio.scale)
        })
    }
  }

  /// Bootstrap over meetings or teams.
  private func interval(_ parts: [(Double, Double)], stream: UInt64) -> Interval? {
    var sums = Array(repeating: (numerator: 0.0, denominator: 0.0), count: clusters.count)
    for (m, part) in parts.enumerated() {
      sums[clusters.ofMeetings[m]].numerator += part.0
      sums[clusters.ofMeetings[m]].denominator += part.1
    }
    guard sums.count(where: { $0.denominator > 0 }) >= Bootstrap.fewestClusters else { return nil }
    return bootstrap.ratio(sums, stream: stream)
  }
}
