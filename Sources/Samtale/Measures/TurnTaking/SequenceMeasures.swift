extension SpeakerSequence {
  /// How often the turn after next is the same party's again (A-B-A): observed over possible.
  /// - Returns: `nil` if no stretch has three turns.
  public var returnRate: Double? {
    let possible = stretches.reduce(0) { $0 + max(0, $1.count - 2) }
    guard possible > 0 else { return nil }
    let returns = stretches.reduce(0) { sum, stretch in
      sum + zip(stretch, stretch.dropFirst(2)).count { $0 == $1 }
    }
    return Double(returns) / Double(possible)
  }

  /// The longest run of turns without a party, for each party.
  ///
  /// Runs do not reach across breaks of the sequence. A party without turns is absent from the
  /// longest stretch.
  public var longestAbsences: [Int] {
    parties.indices.map { party in
      stretches.map { stretch in
        var longest = 0
        var run = 0
        for turn in stretch {
          run = turn == party ? 0 : run + 1
          longest = max(longest, run)
        }
        return longest
      }
      .max() ?? 0
    }
  }

  /// Floors: stretches of talk of one party, seen through others' minimal responses.
  ///
  /// A minimal response that stands between two turns of the same other party does not end that
  /// party's floor (Edelsky 1981).
  /// - Parameter isMinimal: Whether the turn that begins with an utterance is a minimal response.
  /// - Returns: The number of floors of each party.
  public func floorCounts(isMinimal: (_ utterance: Int) -> Bool) -> [Int] {
    floorStarts(isMinimal: isMinimal).map(\.count)
  }

  /// Where floors begin; see ``floorCounts(isMinimal:)``.
  /// - Parameter isMinimal: Whether the turn that begins with an utterance is a minimal response.
  /// - Returns: For each party the first utterance of each of its floors.
  public func floorStarts(isMinimal: (_ utterance: Int) -> Bool) -> [[Int]] {
    var starts: [[Int]] = Array(repeating: [], count: parties.count)
    for (turns, places) in zip(stretches, utterances) {
      var holder: Int?
      for i in turns.indices {
        let isSeenThrough =
          i > 0 && i + 1 < turns.count && turns[i - 1] == turns[i + 1] && isMinimal(places[i])
        if isSeenThrough { continue }
        if turns[i] != holder { starts[turns[i]].append(places[i]) }
        holder = turns[i]
      }
    }
    return starts
  }
}
