import Samtale

/// Annotations of further tiers that became notes or translations, for whose own times the profile
/// has no place, or that have an end but no start.
struct OwnTimes {
  /// How many annotations of each tier, in the order in which the tiers come.
  private var tiers: [(name: String, count: Int)] = []
  private var indices: [String: Int] = [:]

  /// More tiers than this are not named one by one.
  private static let mostNamed = 8

  /// Counts an annotation.
  mutating func add(_ tier: String) {
    if let index = indices[tier] {
      tiers[index].count += 1
    } else {
      indices[tier] = tiers.count
      tiers.append((tier, 1))
    }
  }

  /// Says how many there are, and in which tiers.
  func report(_ findings: inout Findings) {
    guard !tiers.isEmpty else { return }
    let count = tiers.reduce(0) { $0 + $1.count }
    var names = tiers.prefix(Self.mostNamed).map { $0.name.isBlank ? "unnamed" : $0.name }
    if tiers.count > names.count { names.append("…") }
    let words =
      count == 1
      ? "1 annotation of a further tier keeps its words but not its own time"
      : "\(count) annotations of further tiers keep their words but not their own times"
    findings.report(
      .warning, .notCarried, line: nil,
      "\(words) (\(tiers.count == 1 ? "tier" : "tiers"): \(names.joined(separator: ", ")))",
      do: "keep the file where these times matter; to keep those of one tier, name it as a label "
        + "with --speakers, so that it is talk")
  }
}
