/// How central each party is in the network of who follows whom.
public struct Centrality: Sendable {
  public var parties: [String]
  /// Turns of others that come right after one's own.
  public var outStrength: [Double]
  /// Own turns that come right after another's.
  public var inStrength: [Double]
  /// PageRank on the transitions (damping .85, uniform restart; Brin and Page 1998): the share of
  /// time that a walker spends with each party who mostly follows the talk. Sums to 1.
  public var pageRank: [Double]
  /// Betweenness with distances 1/T (Brandes 2001), divided by (k − 1)(k − 2); `nil` with fewer than
  /// three parties.
  public var betweenness: [Double]?

  public init(_ transitions: Transitions) {
    parties = transitions.parties
    outStrength = transitions.counts.rowSums
    inStrength = transitions.counts.columnSums
    pageRank = Self.pageRank(transitions.counts)
    betweenness = transitions.counts.size > 2 ? Self.betweenness(transitions.counts) : nil
  }

  /// Power iteration until no rank moves by more than 1e-14. Parties whom nobody follows pass their
  /// rank to all alike.
  static func pageRank(_ counts: SquareMatrix, damping: Double = 0.85) -> [Double] {
    let k = counts.size
    guard k > 0 else { return [] }
    let sums = counts.rowSums
    var rank = Array(repeating: 1 / Double(k), count: k)
    for _ in 0..<10_000 {
      var next = Array(repeating: (1 - damping) / Double(k), count: k)
      for i in 0..<k {
        for j in 0..<k {
          let share = sums[i] > 0 ? counts[i, j] / sums[i] : 1 / Double(k)
          next[j] += damping * rank[i] * share
        }
      }
      let change = zip(rank, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      rank = next
      if change < 1e-14 { break }
    }
    return rank
  }

  static func betweenness(_ counts: SquareMatrix) -> [Double] {
    let k = counts.size
    var betweenness = Array(repeating: 0.0, count: k)
    for source in 0..<k {
      let paths = ShortestPaths(counts, from: source)
      var dependency = Array(repeating: 0.0, count: k)
      for w in paths.order.reversed() {
        for v in paths.predecessors[w] {
          dependency[v] += paths.number[v] / paths.number[w] * (1 + dependency[w])
        }
        if w != source { betweenness[w] += dependency[w] }
      }
    }
    return betweenness.map { $0 / Double((k - 1) * (k - 2)) }
  }
}

/// Shortest paths from one party with distances 1/T (Dijkstra 1959), ties counted.
private struct ShortestPaths {
  /// Parties that can be reached, by distance.
  private(set) var order: [Int] = []
  private(set) var predecessors: [[Int]]
  /// Number of shortest paths to each party.
  private(set) var number: [Double]

  init(_ counts: SquareMatrix, from source: Int) {
    let k = counts.size
    predecessors = Array(repeating: [], count: k)
    number = Array(repeating: 0, count: k)
    number[source] = 1
    var distance = Array(repeating: Double.infinity, count: k)
    distance[source] = 0
    var open = Set(0..<k)
    while let v = open.min(by: { (distance[$0], $0) < (distance[$1], $1) }),
      distance[v].isFinite
    {
      open.remove(v)
      order.append(v)
      for w in 0..<k where counts[v, w] > 0 {
        let way = distance[v] + 1 / counts[v, w]
        if abs(way - distance[w]) <= 1e-12 * way {
          predecessors[w].append(v)
          number[w] += number[v]
        } else if way < distance[w] {
          distance[w] = way
          predecessors[w] = [v]
          number[w] = number[v]
        }
      }
    }
  }
}
