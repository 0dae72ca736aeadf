/// The heaviest increasing chain.
enum HeaviestChain {
  /// - Parameters:
  ///   - places: Distinct numbers from 0.
  ///   - weights: What each is worth.
  ///   - bound: One more than the highest place.
  /// - Returns: Indices of a chain of increasing places with the greatest sum of weights.
  static func of(places: [Int], weights: [Int], bound: Int) -> [Int] {
    // A tree of prefix maxima (Fenwick 1994): the best chain that ends at or before a place.
    var tree = Array(repeating: -1, count: bound + 1)
    var sums = weights
    var before = Array(repeating: -1, count: places.count)
    for (i, place) in places.enumerated() {
      var node = place
      while node > 0 {
        let other = tree[node]
        if other >= 0, before[i] < 0 || sums[other] > sums[before[i]] { before[i] = other }
        node &= node - 1
      }
      if before[i] >= 0 { sums[i] += sums[before[i]] }
      node = place + 1
      while node <= bound {
        if tree[node] < 0 || sums[tree[node]] < sums[i] { tree[node] = i }
        node += node & -node
      }
    }
    guard var last = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return [] }
    var chain = [last]
    while before[last] >= 0 {
      last = before[last]
      chain.append(last)
    }
    return chain.reversed()
  }
}

/// The greedy algorithm for the longest common subsequence of Myers (1986, figure 2).
enum MyersPath {
  /// For each element of `a` its partner in `b`, or -1.
  ///
  /// With more than `limit` differences only equal elements at the beginning and the end are paired.
  static func partners(_ a: [Int32], _ b: [Int32], limit: Int) -> [Int32] {
    let bound = min(limit, a.count + b.count)
    var furthest = Array(repeating: 0, count: 2 * bound + 3)
    let middle = bound + 1
    var history: [[Int]] = []
    for d in 0...bound {
      history.append(Array(furthest[(middle - d - 1)...(middle + d + 1)]))
      for k in stride(from: -d, through: d, by: 2) {
        var x = step(down: furthest[middle + k + 1], right: furthest[middle + k - 1], k, d)
        while x < a.count, x - k < b.count, x - k >= 0, a[x] == b[x - k] { x += 1 }
        furthest[middle + k] = x
        if x >= a.count, x - k >= b.count { return trace(a, b, history) }
      }
    }
    return ends(a, b)
  }

  private static func step(down: Int, right: Int, _ k: Int, _ d: Int) -> Int {
    k == -d || (k != d && right < down) ? down : right + 1
  }

  private static func trace(_ a: [Int32], _ b: [Int32], _ history: [[Int]]) -> [Int32] {
    var partners = Array(repeating: Int32(-1), count: a.count)
    var (x, y) = (a.count, b.count)
    for d in history.indices.reversed() {
      let row = history[d]
      let k = x - y
      // Row `d` holds the diagonals -d-1 ... d+1 as they were before step `d`.
      let isDown = d > 0 && (k == -d || (k != d && row[d + k] < row[d + k + 2]))
      let startX = d == 0 ? 0 : isDown ? row[d + k + 2] : row[d + k] + 1
      while x > startX, x > 0, y > 0 {
        x -= 1
        y -= 1
        partners[x] = Int32(y)
      }
      if d > 0 {
        if isDown { y -= 1 } else { x -= 1 }
      }
    }
    return partners
  }

  private static func ends(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var partners = Array(repeating: Int32(-1), count: a.count)
    let shorter = min(a.count, b.count)
    var start = 0
    while start < shorter, a[start] == b[start] {
      partners[start] = Int32(start)
      start += 1
    }
    var end = 0
    while end < shorter - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
      partners[a.count - 1 - end] = Int32(b.count - 1 - end)
      end += 1
    }
    return partners
  }
}
