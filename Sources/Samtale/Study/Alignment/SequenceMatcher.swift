/// Finds the common subsequence of two sequences of numbers that is worth most.
///
/// Short stretches are solved exactly (Needleman and Wunsch 1970) up to ``cellLimit`` cells. Longer
/// ones are cut at elements that occur once on either side (Heckel 1978; the heaviest increasing
/// chain of them, as in patience diff). What cannot be cut is solved by the greedy algorithm of
/// Myers (1986) up to ``differenceLimit`` differences; beyond that only the equal ends are matched.
/// So two sequences of n elements that have nothing in common cost O(n log n), not O(n²).
struct SequenceMatcher {
  static let cellLimit = 250_000
  static let differenceLimit = 512
  private static let depthLimit = 24

  let a: [Int32]
  let b: [Int32]
  /// What a pair of equal elements is worth, by number; above 0.
  let weights: [Int32]
  /// For each element of `a` the element of `b` to prefer where all else is equal, or -1; may be
  /// empty.
  var hints: [Int32] = []

  /// For each element of `a` its partner in `b`, or -1.
  private(set) var partners: [Int32]
  /// Whether every other solution as good pairs the element in the same way.
  private(set) var isCertain: [Bool]

  private var countsA: [Int32]
  private var countsB: [Int32]
  private var placesB: [Int32]

  init(_ a: [Int32], _ b: [Int32], weights: [Int32], hints: [Int32] = []) {
    self.a = a
    self.b = b
    self.weights = weights
    self.hints = hints
    partners = Array(repeating: -1, count: a.count)
    isCertain = Array(repeating: false, count: a.count)
    countsA = Array(repeating: 0, count: weights.count)
    countsB = countsA
    placesB = countsA
  }

  /// Pairs the elements of two ranges, whatever they were paired with before.
  mutating func match(_ x: Range<Int>, _ y: Range<Int>) {
    for i in x {
      partners[i] = -1
      isCertain[i] = false
    }
    var work = [(x: x, y: y, depth: 0)]
    while let (x, y, depth) = work.popLast() {
      if x.isEmpty || y.isEmpty { continue }
      if x.count <= Self.cellLimit / y.count {
        matchExactly(x, y)
        continue
      }
      let anchors = depth < Self.depthLimit ? anchors(x, y) : []
      if anchors.isEmpty {
        matchGreedily(x, y)
        continue
      }
      var (i, j) = (x.lowerBound, y.lowerBound)
      for anchor in anchors {
        partners[anchor.a] = Int32(anchor.b)
        isCertain[anchor.a] = true
        work.append((i..<anchor.a, j..<anchor.b, depth + 1))
        (i, j) = (anchor.a + 1, anchor.b + 1)
      }
      work.append((i..<x.upperBound, j..<y.upperBound, depth + 1))
    }
  }

  /// The heaviest chain of elements that occur once in each range.
  private mutating func anchors(_ x: Range<Int>, _ y: Range<Int>) -> [(a: Int, b: Int)] {
    for i in x { countsA[Int(a[i])] += 1 }
    for j in y {
      countsB[Int(b[j])] += 1
      placesB[Int(b[j])] = Int32(j)
    }
    let single = x.compactMap { i -> (a: Int, b: Int)? in
      let code = Int(a[i])
      return countsA[code] == 1 && countsB[code] == 1 ? (i, Int(placesB[code])) : nil
    }
    for i in x { countsA[Int(a[i])] = 0 }
    for j in y { countsB[Int(b[j])] = 0 }
    let chain = HeaviestChain.of(
      places: single.map { $0.b - y.lowerBound },
      weights: single.map { Int(weights[Int(a[$0.a])]) },
      bound: y.count
    )
    return chain.map { single[$0] }
  }

  private mutating func matchExactly(_ x: Range<Int>, _ y: Range<Int>) {
    let width = y.count + 1
    var scores = Array(repeating: Int32(0), count: (x.count + 1) * width)
    for i in 0..<x.count {
      let code = a[x.lowerBound + i]
      for j in 0..<y.count {
        let here = (i + 1) * width + j + 1
        var best = max(scores[here - width], scores[here - 1])
        if code == b[y.lowerBound + j] {
          best = max(best, scores[here - width - 1] + worth(x.lowerBound + i, y.lowerBound + j))
        }
        scores[here] = best
      }
    }
    // The two outermost of all best paths: a pair that both have is in every one.
    for pair in trace(scores, x, y, upFirst: true) { partners[pair.a] = Int32(pair.b) }
    for pair in trace(scores, x, y, upFirst: false) where partners[pair.a] == Int32(pair.b) {
      isCertain[pair.a] = true
    }
  }

  private func worth(_ i: Int, _ j: Int) -> Int32 {
    weights[Int(a[i])] + (hints.isEmpty || hints[i] != Int32(j) ? 0 : 1)
  }

  private func trace(
    _ scores: [Int32], _ x: Range<Int>, _ y: Range<Int>, upFirst: Bool
  ) -> [(a: Int, b: Int)] {
    let width = y.count + 1
    var pairs: [(a: Int, b: Int)] = []
    var (i, j) = (x.count, y.count)
    while i > 0, j > 0 {
      let here = i * width + j
      let (p, q) = (x.lowerBound + i - 1, y.lowerBound + j - 1)
      if scores[here] == scores[upFirst ? here - width : here - 1] {
        if upFirst { i -= 1 } else { j -= 1 }
      } else if a[p] == b[q], scores[here] == scores[here - width - 1] + worth(p, q) {
        pairs.append((p, q))
        i -= 1
        j -= 1
      } else if upFirst {
        j -= 1
      } else {
        i -= 1
      }
    }
    return pairs
  }

  private mutating func matchGreedily(_ x: Range<Int>, _ y: Range<Int>) {
    let (p, q) = (Array(a[x]), Array(b[y]))
    let forward = MyersPath.partners(p, q, limit: Self.differenceLimit)
    let backward = MyersPath.partners(p.reversed(), q.reversed(), limit: Self.differenceLimit)
    for i in p.indices where forward[i] >= 0 {
      partners[x.lowerBound + i] = Int32(y.lowerBound) + forward[i]
      let mirrored = backward[p.count - 1 - i]
      isCertain[x.lowerBound + i] = mirrored >= 0 && Int(mirrored + forward[i]) == q.count - 1
    }
  }
}
