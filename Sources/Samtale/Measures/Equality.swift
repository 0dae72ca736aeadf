#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How evenly something is shared among those who were present.
public enum Equality {
  /// Gini coefficient: G = Σⱼ (2j − k − 1) x₍ⱼ₎ / (k Σx), x ascending.
  ///
  /// 0 means that all have the same; with k values the largest possible is (k − 1)/k.
  /// Everybody present counts, also those with nothing.
  /// - Returns: `nil` for fewer than two values or if all are 0.
  public static func gini(_ values: [Double]) -> Double? {
    let x = values.sorted()
    let k = x.count
    let sum = x.reduce(0, +)
    guard k > 1, sum > 0 else { return nil }
    var weighted = 0.0
    for (j, value) in x.enumerated() { weighted += Double(2 * (j + 1) - k - 1) * value }
    return weighted / (Double(k) * sum)
  }

  /// Gini coefficient scaled so that 1 means that one person has everything: G · k / (k − 1).
  /// - Returns: `nil` for fewer than two values or if all are 0.
  public static func normalizedGini(_ values: [Double]) -> Double? {
    gini(values).map { $0 * Double(values.count) / Double(values.count - 1) }
  }

  /// Evenness (Pielou): J = −Σ p ln p / ln k; 1 means that all have the same, 0 that one has all.
  /// - Returns: `nil` for fewer than two values or if all are 0.
  public static func evenness(_ values: [Double]) -> Double? {
    let sum = values.reduce(0, +)
    guard values.count > 1, sum > 0 else { return nil }
    let entropy = values.reduce(0.0) { entropy, value in
      let p = value / sum
      return p > 0 ? entropy - p * log(p) : entropy
    }
    return entropy / log(Double(values.count))
  }
}

/// Summaries of a list of numbers.
public enum Summary {
  /// - Returns: `nil` for no values.
  public static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Sample standard deviation (divisor n − 1).
  /// - Returns: `nil` for fewer than two values.
  public static func standardDeviation(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    let squares = values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The middle value, or the mean of the two in the middle.
  /// - Returns: `nil` for no values.
  public static func median(_ values: [Double]) -> Double? {
    let x = values.sorted()
    guard let last = x.last else { return nil }
    let middle = x.count / 2
    if x.count == 1 { return last }
    return x.count % 2 == 1 ? x[middle] : (x[middle - 1] + x[middle]) / 2
  }

  /// The value below which a share of the values lies, by linear interpolation between order
  /// statistics (Hyndman and Fan 1996, type 7).
  static func quantile(_ sorted: [Double], _ p: Double) -> Double {
    let position = p * Double(sorted.count - 1)
    let lower = Int(position)
    let upper = min(lower + 1, sorted.count - 1)
    return sorted[lower] + (position - Double(lower)) * (sorted[upper] - sorted[lower])
  }
}

/// A range that a resampled statistic falls into.
public struct Interval: Hashable, Sendable {
  public var low: Double
  public var high: Double
}

/// Bootstrap over meetings: whole meetings are drawn with replacement.
public struct Bootstrap: Sendable {
  public var samples: Int
  public var seed: UInt64
  /// Below this number of meetings (or clusters) no interval is given.
  public static let fewestClusters = 3

  public init(samples: Int = 2000, seed: UInt64 = 1) {
    self.samples = samples
    self.seed = seed
  }

  /// 95 % percentile interval of a ratio of sums, Σ numerator / Σ denominator, over clusters
  /// (Efron and Tibshirani 1993, ch. 13).
  /// - Parameters:
  ///   - clusters: One pair for each meeting.
  ///   - stream: Number of the statistic, so that each has its own random numbers.
  /// - Returns: `nil` for fewer than three clusters or if no sample has a denominator.
  public func ratio(_ clusters: [(numerator: Double, denominator: Double)], stream: UInt64)
    -> Interval?
  {
    guard clusters.count >= Self.fewestClusters else { return nil }
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
