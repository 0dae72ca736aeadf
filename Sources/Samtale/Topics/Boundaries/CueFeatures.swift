/// Words that open and close topics around each gap.
struct CueFeatures {
  let units: BoundaryUnits
  let words: BoundaryWords
  private let opening: [Int]
  private let agenda: [Double]
  private let leading: [Double]
  private let closing: [Bool]

  init(_ units: BoundaryUnits, words: BoundaryWords) {
    self.units = units
    self.words = words
    opening = units.tokens.map(words.markers)
    agenda = units.tokens.map { words.weight($0.prefix(40), in: words.agenda) }
    leading = units.tokens.map { words.weight($0.prefix(40), in: words.leading) }
    closing = units.tokens.map(words.isClosing)
  }

  func fill(_ matrix: inout FeatureMatrix) {
    guard units.count > 1 else { return }
    for i in 1..<units.count {
      let leads = matrix[i, .leader]
      let after = run(agenda, i)
      matrix[i, .marker] = min(1, Double(opening[i]))
      matrix[i, .doubleMarker] = opening[i] > 1 ? 1 : 0
      matrix[i, .markerAfter] =
        i + 1 < units.count && opening[i + 1] > 0 && units.speakers[i + 1] == units.speakers[i]
        ? 1 : 0
      matrix[i, .agenda] = Maths.log(1 + after)
      matrix[i, .agendaBefore] = Maths.log(1 + sum(agenda, max(0, i - 4)..<i))
      matrix[i, .closing] = (max(0, i - 4)..<i).contains { closing[$0] } ? 1 : 0
      matrix[i, .question] = units.asks[i] ? 1 : 0
      matrix[i, .questionBefore] = units.asks[i - 1] ? 1 : 0
      matrix[i, .acknowledged] = acknowledgement(max(0, i - 3)..<i)
      matrix[i, .leaderMarker] = leads * min(1, Double(opening[i]))
      matrix[i, .leaderAgenda] = leads * Maths.log(1 + after)
      matrix[i, .endWords] = Maths.log(1 + endWords(i))
      matrix[i, .address] = Maths.log(1 + runAddress(i))
      matrix[i, .leaderAddress] = leads * matrix[i, .address]
      let start = units.tokens[i].prefix(4)
      matrix[i, .hesitation] = start.contains { BoundaryWords.hesitations.contains($0) } ? 1 : 0
      let near = max(0, i - 2)...min(units.count - 1, i + 3)
      matrix[i, .agendaNear] = near.reduce(0) { max($0, leading[$1]) }
      matrix[i, .leading] = Maths.log(1 + run(leading, i))
      matrix[i, .closingNear] = (max(0, i - 10)..<i).contains { closing[$0] } ? 1 : 0
    }
  }

  /// Agenda words of the same speaker in the next few units.
  private func run(_ column: [Double], _ i: Int) -> Double {
    var total = 0.0
    for j in i..<min(units.count, i + 4) where units.speakers[j] == units.speakers[i] {
      total += column[j] / Double(1 + (j - i))
    }
    return total
  }

  /// Words that turn to all, at the start of the turn.
  private func runAddress(_ i: Int) -> Double {
    Double(units.tokens[i].prefix(30).count { words.address.contains($0) })
  }

  private func sum(_ column: [Double], _ range: Range<Int>) -> Double {
    range.reduce(0) { $0 + column[$1] }
  }

  /// Share of units that hold nothing but acknowledgements.
  private func acknowledgement(_ range: Range<Int>) -> Double {
    let minimal = range.count { unit in
      units.tokens[unit].count <= 4
        && units.tokens[unit].allSatisfy { words.acknowledgements.contains($0) }
    }
    return Double(minimal) / Double(max(1, range.count))
  }

  /// Words of ending a conversation in the next five units.
  private func endWords(_ i: Int) -> Double {
    let next = units.tokens[i..<min(units.count, i + 5)]
    return Double(next.reduce(0) { $0 + $1.count { words.ending.contains($0) } })
  }

  /// The speaker with most words of leading for each word, those after an opening word twice.
  /// On AMI training meetings this is the project manager in 93 of 95.
  func guessLeader() -> Int {
    var sums: [Int: (cues: Double, words: Double)] = [:]
    for i in 0..<units.count where units.speakers[i] >= 0 {
      var sum = sums[units.speakers[i]] ?? (0, 200)
      sum.cues += leading[i] * (opening[i] > 0 ? 2 : 1)
      sum.words += Double(units.tokens[i].count)
      sums[units.speakers[i]] = sum
    }
    return SpeakerFeatures.best(sums.mapValues { $0.cues / $0.words })
  }
}
