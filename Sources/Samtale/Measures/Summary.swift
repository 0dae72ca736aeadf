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
