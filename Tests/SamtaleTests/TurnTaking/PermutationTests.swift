import Samtale
import Testing

/// Random orders of turns without equal neighbours.
@Suite struct PermutationTests {
  /// Turns of `k` people in a random order without equal neighbours.
  private func random(_ turns: Int, people k: Int, seed: UInt64) -> SpeakerSequence {
    var generator = RandomGenerator(seed: seed, stream: 99)
    var order: [Int] = []
    while order.count < turns {
      let next = Int.random(in: 0..<k, using: &generator)
      if next != order.last { order.append(next) }
    }
    return SpeakerSequence(parties: (0..<k).map { "p\($0)" }, stretches: [order])
  }

  @Test func theSameSeedGivesTheSame() throws {
    let talk = random(120, people: 4, seed: 1)
    let one = try #require(PermutationTest(samples: 50, seed: 3).run([talk]))
    let other = try #require(PermutationTest(samples: 50, seed: 3).run([talk]))
    #expect(one.p == other.p)
    #expect(one.mean == other.mean)
  }

  @Test func meansComeNearToChance() throws {
    let talk = random(400, people: 4, seed: 2)
    let result = try #require(PermutationTest(samples: 400, seed: 5).run([talk]))
    let chance = Transitions(talk).expected
    for i in 0..<4 {
      for j in 0..<4 where i != j { #expect(abs(result.mean[i, j] - chance[i, j]) < 1.5) }
    }
  }

  @Test func aHabitIsFound() throws {
    // After a always b, otherwise at random: the cell a → b must stand out, and survive Holm.
    var generator = RandomGenerator(seed: 8)
    var order = [0]
    while order.count < 300 {
      let next = order.last == 0 ? 1 : Int.random(in: 0..<4, using: &generator)
      if next != order.last { order.append(next) }
    }
    let talk = SpeakerSequence(parties: ["a", "b", "c", "d"], stretches: [order])
    let result = try #require(PermutationTest(samples: 500, seed: 1).run([talk]))
    #expect(result.p[0, 1] < 0.01)
    #expect(result.holm[0, 1] < 0.05)
    #expect(Transitions(talk).counts[0, 1] > result.mean[0, 1])
  }

  /// On random talk at most six in a hundred cells may come out below .05.
  @Test func falseAlarmsAreRare() throws {
    var alarms = 0
    var cells = 0
    for seed in 0..<60 as Range<UInt64> {
      let talk = random(150, people: 4, seed: 1000 + seed)
      let result = try #require(PermutationTest(samples: 199, seed: seed).run([talk]))
      for i in 0..<4 {
        for j in 0..<4 where i != j {
          cells += 1
          if result.p[i, j] <= 0.05 { alarms += 1 }
        }
      }
    }
    #expect(cells == 720)
    let rate = Double(alarms) / Double(cells)
    #expect(rate <= 0.06, "type-I error \(rate)")
    #expect(rate >= 0.005, "type-I error \(rate): a test that never alarms is none")
  }

  @Test func holmStepsDown() throws {
    // p of the six cells in order; Holm multiplies by 6, 5, 4 … and never falls.
    let talk = random(60, people: 3, seed: 4)
    let result = try #require(PermutationTest(samples: 99, seed: 2).run([talk]))
    var pairs: [(p: Double, holm: Double)] = []
    for i in 0..<3 {
      for j in 0..<3 where i != j { pairs.append((result.p[i, j], result.holm[i, j])) }
    }
    pairs.sort { $0.p < $1.p }
    #expect(pairs[0].holm == min(1, pairs[0].p * 6))
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.holm <= $1.holm })
    #expect(pairs.allSatisfy { $0.holm >= $0.p })
  }
}

/// Orders that single swaps cannot leave.
@Suite struct ShortStretchTests {
  /// Ten meetings of two turns, always a then b: by chance 2 · 2⁻¹⁰ = .002.
  @Test func stretchesOfTwoTurnsAreShuffled() throws {
    let talk = SpeakerSequence(
      parties: ["a", "b"], stretches: Array(repeating: [0, 1], count: 10))
    let result = try #require(PermutationTest(samples: 4000, seed: 1).run([talk]))
    #expect(result.p[0, 1] < 0.01)
    #expect(abs(result.mean[0, 1] - 5) < 0.3)
  }

  @Test func alternatingTurnsTurnRound() throws {
    let talk = SpeakerSequence(parties: ["a", "b"], stretches: [[0, 1, 0, 1]])
    let result = try #require(PermutationTest(samples: 4000, seed: 1).run([talk]))
    // a b a b has two transitions from a to b, b a b a has one: 1.5 on average.
    #expect(abs(result.mean[0, 1] - 1.5) < 0.05)
  }
}
