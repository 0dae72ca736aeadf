/// Fisher's exact test for two-by-two tables (Fisher 1935).
public enum FisherExact {
  /// Two-sided p: the probability, both margins given, of all tables that are no more likely than
  /// the observed one.
  ///
  /// ```swift
  /// FisherExact.p(3, 1, 1, 3)  // 0.4857…: the lady tasting tea
  /// ```
  /// - Returns: `nil` if a row or a column is empty, since there is nothing to compare.
  public static func p(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double? {
    guard a >= 0, b >= 0, c >= 0, d >= 0, a + b > 0, c + d > 0, a + c > 0, b + d > 0 else {
      return nil
    }
    let (row, column, all) = (a + b, a + c, a + b + c + d)
    var logs = [0.0]
    logs.reserveCapacity(all + 1)
    for k in 1...all { logs.append(logs[k - 1] + logarithm(Double(k))) }
    let choose = { (n: Int, k: Int) in logs[n] - logs[k] - logs[n - k] }
    let probability = { (x: Int) in
      exponential(choose(row, x) + choose(all - row, column - x) - choose(all, column))
    }
    let observed = probability(a)
    // Tables of equal probability differ in the last digits.
    let limit = observed * (1 + 1e-7)
    var sum = 0.0
    for x in max(0, row + column - all)...min(row, column) {
      let p = probability(x)
      if p <= limit { sum += p }
    }
    return min(1, sum)
  }
}
