/// Who follows whom beyond chance: transitions against random orders of the same turns.
///
/// Random orders keep, in each unbroken stretch, how many turns each party has, and that nobody
/// follows her- or himself. They are drawn by Metropolis steps: two positions of a stretch change
/// places unless that would make equal neighbours, and now and then a stretch is turned round.
public struct PermutationTest: Sendable {
  public var samples: Int
  public var seed: UInt64

  public init(samples: Int = 1000, seed: UInt64 = 1) {
    self.samples = samples
    self.seed = seed
  }

  /// What came of comparing a matrix with random orders.
  public struct Result: Sendable {
    /// Mean of the transitions over random orders.
    public var mean: SquareMatrix
    /// Standard deviation of the transitions over random orders.
    public var deviation: SquareMatrix
    /// Two-sided p for each cell, min(1, 2·min(#≥, #≤)/(B+1)), the order that was observed counted
    /// among the others; 1 on the diagonal.
    public var p: SquareMatrix
    /// The same after Holm's correction over all cells off the diagonal.
    public var holm: SquareMatrix
    /// Mean share of returns (A-B-A) over random orders; `nil` if none is possible.
    public var meanReturnRate: Double?
    public var samples: Int
    public var seed: UInt64
  }

  /// Compares one or more meetings, whose counts are added up, with random orders.
  /// - Parameters:
  ///   - sequences: Meetings with the same parties in the same order.
  ///   - stream: Number of the comparison, so that each has its own random numbers.
  /// - Returns: `nil` with fewer than two parties or without transitions.
  public func run(_ sequences: [SpeakerSequence], stream: UInt64 = 0) -> Result? {
    guard let k = sequences.first?.parties.count, k > 1 else { return nil }
    precondition(sequences.allSatisfy { $0.parties.count == k }, "the same parties everywhere")
    var sampler = OrderSampler(
      sequences.flatMap(\.stretches), parties: k,
      generator: RandomGenerator(seed: seed, stream: stream))
    let observed = sampler.counts
    guard observed.reduce(0, +) > 0 else { return nil }
    var tally = Tally(observed)
    sampler.burnIn()
    for _ in 0..<samples {
      sampler.advance()
      tally.add(sampler.counts)
      tally.returns += sampler.returns
    }
    return result(tally, k, possibleReturns: sampler.possibleReturns)
  }

  private struct Tally {
    let observed: [Int]
    var sums: [Int]
    var squares: [Int]
    var atLeast: [Int]
    var atMost: [Int]
    var returns = 0

    init(_ observed: [Int]) {
      self.observed = observed
      sums = Array(repeating: 0, count: observed.count)
      squares = sums
      // The observed order is one of the orders.
      atLeast = Array(repeating: 1, count: observed.count)
      atMost = atLeast
    }

    mutating func add(_ counts: [Int]) {
      for i in counts.indices {
        sums[i] += counts[i]
        squares[i] += counts[i] * counts[i]
        if counts[i] >= observed[i] { atLeast[i] += 1 }
        if counts[i] <= observed[i] { atMost[i] += 1 }
      }
    }
  }

  private func result(_ tally: Tally, _ k: Int, possibleReturns: Int) -> Result {
    var mean = SquareMatrix(size: k)
    var deviation = mean
    var p = mean
    let n = Double(samples)
    for i in 0..<(k * k) {
      mean.cells[i] = Double(tally.sums[i]) / n
      let variance = Double(tally.squares[i]) / n - mean.cells[i] * mean.cells[i]
      deviation.cells[i] = max(0, variance).squareRoot()
      let fewer = Double(min(tally.atLeast[i], tally.atMost[i]))
      p.cells[i] = i % (k + 1) == 0 ? 1 : min(1, 2 * fewer / (n + 1))
    }
    let all = Double(possibleReturns) * n
    return Result(
      mean: mean, deviation: deviation, p: p, holm: Self.holm(p),
      meanReturnRate: all > 0 ? Double(tally.returns) / all : nil, samples: samples, seed: seed)
  }

  /// Holm's step-down correction (Holm 1979) over the cells off the diagonal.
  static func holm(_ p: SquareMatrix) -> SquareMatrix {
    var corrected = p
    let cells = p.cells.indices.filter { $0 % (p.size + 1) != 0 }.sorted {
      p.cells[$0] < p.cells[$1]
    }
    var largest = 0.0
    for (rank, cell) in cells.enumerated() {
      largest = max(largest, min(1, p.cells[cell] * Double(cells.count - rank)))
      corrected.cells[cell] = largest
    }
    return corrected
  }
}

/// Draws random orders of turns without equal neighbours.
private struct OrderSampler {
  /// All stretches one after the other, with a gap (-1) between them and at both ends.
  private var turns: [Int]
  private var ranges: [Range<Int>]
  private let parties: Int
  private var generator: RandomGenerator
  private(set) var counts: [Int]
  let possibleReturns: Int

  init(_ stretches: [[Int]], parties: Int, generator: RandomGenerator) {
    turns = [-1]
    ranges = []
    for stretch in stretches {
      let start = turns.count
      turns += stretch
      ranges.append(start..<turns.count)
      turns.append(-1)
    }
    self.parties = parties
    self.generator = generator
    possibleReturns = stretches.reduce(0) { $0 + max(0, $1.count - 2) }
    counts = Array(repeating: 0, count: parties * parties)
    for (a, b) in zip(turns, turns.dropFirst()) where a >= 0 && b >= 0 {
      counts[a * parties + b] += 1
    }
  }

  /// 100 n swaps, so that the observed order is forgotten.
  mutating func burnIn() { swapTurns(rounds: 100) }

  /// 2 n swaps between samples.
  mutating func advance() { swapTurns(rounds: 2) }

  private mutating func swapTurns(rounds: Int) {
    for range in ranges where range.count > 1 {
      if Bool.random(using: &generator) { reverse(range) }
      for _ in 0..<(rounds * range.count) {
        let i = Int.random(in: range, using: &generator)
        let j = Int.random(in: range, using: &generator)
        if turns[i] != turns[j] { trySwap(i, j) }
      }
    }
  }

  /// Turns a stretch round: orders of few turns, such as A B A B, cannot be reached by single swaps.
  private mutating func reverse(_ range: Range<Int>) {
    for i in range.lowerBound..<(range.upperBound - 1) { count(i, -1) }
    turns[range].reverse()
    for i in range.lowerBound..<(range.upperBound - 1) { count(i, 1) }
  }

  private mutating func trySwap(_ i: Int, _ j: Int) {
    let (a, b) = (turns[i], turns[j])
    let areNeighbours = abs(i - j) == 1
    guard fits(b, at: i, besides: j), fits(a, at: j, besides: i) else { return }
    count(around: i, j, areNeighbours, -1)
    turns[i] = b
    turns[j] = a
    count(around: i, j, areNeighbours, 1)
  }

  /// Whether a turn can stand at a place; the place it changes with does not count as a neighbour.
  private func fits(_ turn: Int, at place: Int, besides other: Int) -> Bool {
    (turns[place - 1] != turn || place - 1 == other)
      && (turns[place + 1] != turn || place + 1 == other)
  }

  /// Adds the transitions beside two places to the counts, or takes them off.
  private mutating func count(around i: Int, _ j: Int, _ areNeighbours: Bool, _ sign: Int) {
    let (low, high) = (min(i, j), max(i, j))
    count(low - 1, sign)
    count(low, sign)
    if !areNeighbours { count(high - 1, sign) }
    count(high, sign)
  }

  private mutating func count(_ place: Int, _ sign: Int) {
    let (a, b) = (turns[place], turns[place + 1])
    if a >= 0, b >= 0 { counts[a * parties + b] += sign }
  }

  /// Returns A-B-A in the present order.
  var returns: Int {
    ranges.reduce(0) { sum, range in
      range.count < 3
        ? sum
        : sum + (range.lowerBound..<(range.upperBound - 2)).count { turns[$0] == turns[$0 + 2] }
    }
  }
}
