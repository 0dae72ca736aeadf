/// A range that a resampled statistic falls into.
public struct Interval: Hashable, Sendable {
  public var low: Double
  public var high: Double
}

/// Bootstrap over clusters: whole meetings, or whole teams, are drawn with replacement.
public struct Bootstrap: Sendable {
  public var samples: Int
  public var seed: UInt64
  /// Below this number of meetings (or teams) no interval is given: too few to say how they vary.
  public static let fewestClusters = 6
  /// Below this number of turns no interval is given for a single meeting.
  public static let fewestTurns = 10

  public init(samples: Int = 2000, seed: UInt64 = 1) {
    self.samples = samples
    self.seed = seed
  }

  /// 95 % percentile interval of a ratio of sums, Σ numerator / Σ denominator, over clusters
  /// (Efron and Tibshirani 1993, ch. 13).
  /// - Parameters:
  ///   - clusters: One pair for each meeting, team, or turn of a single meeting.
  ///   - stream: Number of the statistic, so that each has its own random numbers.
  ///   - fewest: How many clusters are needed.
  /// - Returns: `nil` for fewer clusters or if no sample has a denominator.
  public func ratio(
    _ clusters: [(numerator: Double, denominator: Double)],
    stream: UInt64,
    fewest: Int = Bootstrap.fewestClusters
  ) -> Interval? {
    guard !clusters.isEmpty, clusters.count >= fewest else { return nil }
    var generator = RandomGenerator(seed: seed, stream: stream)
    var ratios: [Double] = []
    ratios.reserveCapacity(samples)
    for _ in 0..<samples {
      var numerator = 0.0
      var denominator = 0.0
      for _ in clusters {
        let pick = clusters[Int.random(in: 0..<clusters.count, using: &generator)]
        numerator += pick.numerator
        denominator += pick.denominator
      }
      if denominator > 0 { ratios.append(numerator / denominator) }
    }
    guard !ratios.isEmpty else { return nil }
    ratios.sort()
    return Interval(
      low: Summary.quantile(ratios, 0.025),
      high: Summary.quantile(ratios, 0.975)
    )
  }
}
