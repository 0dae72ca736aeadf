import Samtale

extension Table.Kind {
  /// A whole number as human readers see it in a column of this kind.
  func shown(_ value: Int, withSign: Bool = true) -> String {
    switch self {
    case .text, .integer: String(value)
    case .decimal, .percent, .duration: shown(Double(value), withSign: withSign)
    }
  }

  /// A finite number as human readers see it in a column of this kind, with a point.
  /// - Parameters:
  ///   - value: The number.
  ///   - withSign: Whether a share gets a percent sign.
  /// - Returns: The number as text.
  func shown(_ value: Double, withSign: Bool = true) -> String {
    switch self {
    case .text: value.description
    case .integer: Decimals.fixed(value, 0)
    case .decimal(let places): Decimals.fixed(value, max(0, places))
    case .percent(let places): Self.percent(value, max(0, places)) + (withSign ? "%" : "")
    case .duration: Self.clock(value)
    }
  }

  /// A share times 100.
  ///
  /// The point is moved in the text: multiplying first would round twice, and 0.2845 times 100 is
  /// a hair below 28.45.
  private static func percent(_ share: Double, _ places: Int) -> String {
    guard abs(share) < 1e6 else { return Decimals.fixed(share * 100, places) }
    let fixed = Decimals.fixed(share, places + 2)
    let digits = fixed.filter { $0 != "." && $0 != "-" }
    if share > 0, digits.allSatisfy({ $0 == "0" }) {
      return "<" + percent(1 / (0..<(places + 2)).reduce(1.0) { p, _ in p * 10 }, places)
    }
    let units = String(Int(digits.dropLast(places)) ?? 0)
    let sign = fixed.hasPrefix("-") ? "-" : ""
    return sign + units + (places == 0 ? "" : "." + digits.suffix(places))
  }

  /// A span of time with its sign: an overlap is a negative gap.
  private static func clock(_ seconds: Double) -> String {
    guard abs(seconds) < 1e15 else { return seconds.description }
    return (seconds <= -0.5 ? "-" : "") + Decimals.clock(seconds: abs(seconds))
  }
}
