/// Who of one version of a transcript is who in the other.
///
/// People are the same if identifier and label agree, else if the label does, else the identifier.
/// Somebody who has gone by all three is the same as a newcomer if at least three utterances that
/// occur once in each version say so, and nine of ten do.
struct SpeakerMatching {
  /// For each utterance a number that is the same for the same speakers.
  private(set) var old: [Int32] = []
  private(set) var new: [Int32] = []
  private var oldPeople: [Int32]
  private var newPeople: [Int32]

  /// - Parameters:
  ///   - old: The old version.
  ///   - new: The new version.
  ///   - twins: Pairs of utterances whose words occur once in each version.
  init(_ old: Transcript, _ new: Transcript, twins: [(old: Int, new: Int)]) {
    newPeople = new.participants.indices.map { Int32($0) }
    oldPeople = Array(repeating: -1, count: old.participants.count)
    matchNames(old.participants, new.participants)
    matchRenamed(old.columns, new.columns, twins)
    for i in oldPeople.indices where oldPeople[i] < 0 {
      oldPeople[i] = Int32(newPeople.count + i)
    }
    var sets: [[Int32]: Int32] = [:]
    self.old = Self.codes(old.columns, oldPeople, &sets)
    self.new = Self.codes(new.columns, newPeople, &sets)
  }

  private mutating func matchNames(_ old: [Participant], _ new: [Participant]) {
    var isTaken = Array(repeating: false, count: new.count)
    let rules: [(Participant) -> String?] = [
      { "\($0.id)\u{0}\($0.label ?? "")" }, { $0.label }, { $0.id },
    ]
    for rule in rules {
      var places: [String: Int] = [:]
      for i in new.indices where !isTaken[i] {
        if let name = rule(new[i]), places[name] == nil { places[name] = i }
      }
      for i in old.indices where oldPeople[i] < 0 {
        guard let name = rule(old[i]), let place = places[name], !isTaken[place] else { continue }
        oldPeople[i] = Int32(place)
        isTaken[place] = true
      }
    }
  }

  private mutating func matchRenamed(
    _ old: UtteranceColumns, _ new: UtteranceColumns, _ twins: [(old: Int, new: Int)]
  ) {
    let known = Set(oldPeople)
    var votes: [Int32: [Int32: Int]] = [:]
    for twin in twins {
      let (a, b) = (old.speakers[twin.old], new.speakers[twin.new])
      guard a >= 0, b >= 0, oldPeople[Int(a)] < 0 else { continue }
      votes[a, default: [:]][b, default: 0] += 1
    }
    var isTaken: Set<Int32> = []
    for (person, counts) in votes.sorted(by: { $0.key < $1.key }) {
      guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        best.value >= 3, best.value * 10 >= counts.values.reduce(0, +) * 9,
        !known.contains(best.key), isTaken.insert(best.key).inserted
      else { continue }
      oldPeople[Int(person)] = best.key
    }
  }

  private static func codes(
    _ columns: UtteranceColumns, _ people: [Int32], _ sets: inout [[Int32]: Int32]
  ) -> [Int32] {
    (0..<columns.count).map { i in
      let speakers = columns.speakerIndices(i).map { people[$0] }.sorted()
      let next = Int32(sets.count)
      let code = sets[speakers, default: next]
      if code == next { sets[speakers] = next }
      return code
    }
  }
}
