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
