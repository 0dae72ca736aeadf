/// Numbers as text without the weight of Foundation.
public enum Decimals {
  /// A number with exactly `places` decimals, rounded half away from zero in decimal.
  ///
  /// The point is always `.`; -0.0 prints as 0.
  public static func fixed(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let scale = pow10(places)
    let scaled = (abs(value) * scale)
    guard scaled < 9e15 else { return value.description }
    // Nudge by one unit in the last place: 0.285 is stored a hair below itself.
    let rounded = (scaled + scaled.ulp).rounded(.toNearestOrAwayFromZero)
    let digits = String(Int64(rounded))
    let padded =
      digits.count > places
      ? digits : String(repeating: "0", count: places + 1 - digits.count) + digits
    let sign = value < 0 && rounded != 0 ? "-" : ""
    if places == 0 { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  private static func pow10(_ places: Int) -> Double {
    (0..<places).reduce(1.0) { power, _ in power * 10 }
  }

  /// A span of time as `m:ss` or `h:mm:ss`, rounded to the second.
  public static func clock(seconds: Double) -> String {
    let total = Int(seconds.rounded(.toNearestOrAwayFromZero))
    let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
    let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
