extension Bootstrap {
  /// 95 % percentile interval of any statistic over clusters drawn with replacement (Efron and
  /// Tibshirani 1993, ch. 13).
  ///
  /// This is the plain bootstrap. Krippendorff's own algorithm for α, which draws disagreements
  /// from the coincidences instead, gives other intervals.
  /// - Parameters:
  ///   - count: How many clusters there are, and how many are drawn.
  ///   - stream: Number of the statistic, so that each has its own random numbers.
  ///   - fewest: How many clusters are needed.
  ///   - statistic: Its value if each cluster counts that many times; `nil` where undefined.
  /// - Returns: `nil` for fewer clusters, or if more than one sample in twenty has no value: the
  ///   rest would be a selection.
  func interval(
    clusters count: Int,
    stream: UInt64,
    fewest: Int,
    statistic: ([Int]) -> Double?
  ) -> Interval? {
    guard count > 0, count >= fewest, samples > 0 else { return nil }
    var generator = RandomGenerator(seed: seed, stream: stream)
    var values: [Double] = []
    values.reserveCapacity(samples)
    for _ in 0..<samples {
      var times = Array(repeating: 0, count: count)
      for _ in 0..<count { times[Int.random(in: 0..<count, using: &generator)] += 1 }
      if let value = statistic(times) { values.append(value) }
    }
    guard (samples - values.count) * 20 <= samples else { return nil }
    values.sort()
    return Interval(
      low: Summary.quantile(values, 0.025),
      high: Summary.quantile(values, 0.975)
    )
  }
}
