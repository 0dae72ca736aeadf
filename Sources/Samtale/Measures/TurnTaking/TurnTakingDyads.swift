extension TurnTakingRows {
  // MARK: Who follows whom

  func dyads(_ merged: Transitions, _ chance: PermutationTest.Result?, meeting: String?)
    -> [MeasureRow]
  {
    let k = merged.parties.count
    guard k > 1 else { return [] }
    let expected = merged.expected
    var rows: [MeasureRow] = []
    for i in 0..<k {
      for j in 0..<k where i != j {
        let group = "\(merged.parties[i]) → \(merged.parties[j])"
        let n = Int(merged.counts[i, j])
        let row = { (measure: String, value: Double?, unit: String, note: String) in
          MeasureRow(meeting: meeting, .dyad, group, measure, value, n: n, unit: unit, note: note)
        }
        let few = expected[i, j] < 5 ? "fewer than 5 expected" : ""
        rows.append(row("follows", Double(n), "transitions", ""))
        rows.append(row("follows_expected", expected[i, j], "transitions", few))
        rows.append(
          row(
            "follows_probability", merged.probability(i, j), "share",
            merged.probability(i, j) == nil ? "nobody follows" : ""))
        rows.append(row("follows_p", chance?.p[i, j], "p", chance == nil ? "no transitions" : few))
        rows.append(
          row("follows_p_holm", chance?.holm[i, j], "p", chance == nil ? "no transitions" : few))
      }
    }
    return rows
  }

  /// The sequences of meetings with the same parties in the same order.
  func aligned(_ meetings: [TurnTaking], _ parties: [String]) -> [SpeakerSequence] {
    meetings.map { meeting in
      let places = meeting.sequence.parties.map { parties.firstIndex(of: $0) ?? 0 }
      return SpeakerSequence(
        parties: parties, stretches: meeting.sequence.stretches.map { $0.map { places[$0] } })
    }
  }

  // MARK: The meeting as a whole

  func whole(
    of meetings: [TurnTaking], _ merged: Transitions, _ chance: PermutationTest.Result?,
    meeting: String?
  ) -> [MeasureRow] {
    let sequences = aligned(meetings, merged.parties)
    let transitions = Int(merged.counts.sum)
    let row = { (measure: String, value: Double?, n: Int, unit: String, note: String) in
      MeasureRow(
        meeting: meeting, meeting == nil ? .corpus : .meeting, meeting ?? "all", measure, value,
        n: n, unit: unit, note: note)
    }
    let possible = sequences.flatMap(\.stretches).reduce(0) { $0 + max(0, $1.count - 2) }
    let returns = sequences.reduce(0.0) { sum, one in
      let own = one.stretches.reduce(0) { $0 + max(0, $1.count - 2) }
      return sum + (one.returnRate ?? 0) * Double(own)
    }
    let ratio = merged.likelihoodRatio
    let turns = meetings.reduce(0) { $0 + $1.turns.count }
    let unattributed = meetings.reduce(0) { $0 + $1.unattributed }
    return [
      row("turns", Double(turns), turns, "turns", ""),
      row(
        "unattributed_turns", turns > 0 ? Double(unattributed) / Double(turns) : nil, turns,
        "share", turns > 0 ? "turns without one known speaker" : "no turns"),
      row(
        "reciprocity", merged.reciprocity, transitions, "index",
        merged.reciprocity == nil ? "no transitions" : ""),
      row(
        "g2", ratio?.value, transitions, "G²",
        ratio.map { "df \($0.degreesOfFreedom)" } ?? "fewer than three parties, or no transitions"),
      row(
        "return_rate", possible > 0 ? returns / Double(possible) : nil, possible, "share",
        possible > 0 ? "" : "no three turns in a row"),
      row(
        "return_rate_by_chance", chance?.meanReturnRate, possible, "share",
        chance?.meanReturnRate == nil
          ? "no three turns in a row"
          : "\(permutation.samples) random orders, seed \(permutation.seed)"),
    ]
  }
}
