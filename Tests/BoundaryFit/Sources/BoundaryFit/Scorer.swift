import Samtale

/// Error of a segmentation against another.
struct Score: Sendable {
  var pk = 0.0
  var windowDiff = 0.0
  /// F1 of boundaries at most half a window away.
  var f1 = 0.0
  /// Segments found less segments marked.
  var difference = 0.0

  /// Half a mean marked segment, at least 2.
  static func window(_ count: Int, _ marked: [Int]) -> Int {
    max(2, Int((Double(count) / Double(2 * (marked.count + 1))).rounded()))
  }

  /// Pk (Beeferman, Berger & Lafferty 1999) and WindowDiff (Pevzner & Hearst 2002): pairs of units
  /// a window apart, counted wrong if only one segmentation parts them (Pk), or if the number of
  /// boundaries between them differs (WindowDiff).
  init(found: [Int], marked: [Int], count: Int) {
    let k = Self.window(count, marked)
    let (a, b) = (Self.sums(found, count), Self.sums(marked, count))
    guard count > k else { return }
    for unit in 0..<(count - k) {
      let (hypothesis, reference) = (a[unit + k] - a[unit], b[unit + k] - b[unit])
      if (hypothesis > 0) != (reference > 0) { pk += 1 }
      if hypothesis != reference { windowDiff += 1 }
    }
    pk /= Double(count - k)
    windowDiff /= Double(count - k)
    f1 = Self.f1(found, marked, tolerance: k / 2)
    difference = Double(found.count - marked.count)
  }

  private static func sums(_ boundaries: [Int], _ count: Int) -> [Int] {
    let set = Set(boundaries)
    var sums: [Int] = []
    for unit in 0..<count { sums.append((sums.last ?? 0) + (set.contains(unit) ? 1 : 0)) }
    return sums
  }

  /// Pairs boundaries one to one, nearest first.
  private static func f1(_ found: [Int], _ marked: [Int], tolerance: Int) -> Double {
    let pairs = found.flatMap { f in marked.map { (distance: abs(f - $0), f, $0) } }
      .filter { $0.distance <= tolerance }.sorted { $0 < $1 }
    var (usedFound, usedMarked) = (Set<Int>(), Set<Int>())
    for (_, f, m) in pairs where !usedFound.contains(f) && !usedMarked.contains(m) {
      usedFound.insert(f)
      usedMarked.insert(m)
    }
    let all = found.count + marked.count
    return all == 0 ? 1 : 2 * Double(usedFound.count) / Double(all)
  }
}

/// Means over meetings with a percentile bootstrap interval of Pk.
struct Summary {
  let scores: [Score]

  func mean(_ value: KeyPath<Score, Double>) -> Double {
    scores.reduce(0) { $0 + $1[keyPath: value] } / Double(scores.count)
  }

  /// 95 % interval of the mean from 2,000 samples of meetings.
  func interval(_ value: KeyPath<Score, Double>) -> (Double, Double) {
    var random = RandomGenerator(seed: 1)
    let means = (0..<2000).map { _ in
      scores.reduce(0) { sum, _ in
        sum + scores[Int.random(in: scores.indices, using: &random)][keyPath: value]
      } / Double(scores.count)
    }.sorted()
    return (means[50], means[1949])
  }

  func row(_ name: String) -> String {
    let (low, high) = interval(\.pk)
    let cells = [
      Decimals.fixed(mean(\.pk), 3), "\(Decimals.fixed(low, 3))–\(Decimals.fixed(high, 3))",
      Decimals.fixed(mean(\.windowDiff), 3), Decimals.fixed(mean(\.f1), 3),
      Decimals.fixed(mean(\.difference), 1),
    ]
    return "| \(name) | \(cells.joined(separator: " | ")) |"
  }
}
