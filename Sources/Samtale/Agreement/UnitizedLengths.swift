/// The lengths that the uα family is computed from, of one text or the sum of several. Value 0 is
/// a gap, the categories follow from 1.
struct UnitizedLengths: Sendable {
  /// The lengths of one value.
  struct Value: Sendable {
    /// ℓ_c: paired with any value of another coder.
    var all = 0.0
    /// Of these, paired with a category, not a gap.
    var overlapping = 0.0
    /// ℓ_c − ℓ_cc: paired with another value. Summed by itself, so that perfect agreement is 1 to
    /// the last digit.
    var disagreeing = 0.0
    /// Of these, paired with another category, not a gap.
    var disagreeingOverlap = 0.0
    /// Σ squared lengths of its units; for gaps, Σ lengths.
    var selfPaired = 0.0
    /// Σ squared lengths in which its units overlap with units of other coders.
    var selfPairedOverlap = 0.0

    mutating func add(_ other: Value, times: Double) {
      all += times * other.all
      overlapping += times * other.overlapping
      disagreeing += times * other.disagreeing
      disagreeingOverlap += times * other.disagreeingOverlap
      selfPaired += times * other.selfPaired
      selfPairedOverlap += times * other.selfPairedOverlap
    }
  }

  /// Positions of the text.
  var length = 0
  private var values: [Value]

  /// Nothing of so many categories.
  init(categories: Int) {
    values = Array(repeating: Value(), count: categories + 1)
  }

  /// - Parameters:
  ///   - continuum: A text that at least two coders worked on.
  ///   - numbers: The number of each category, from 1.
  /// - Throws: Where the units of a coder overlap or lie outside the text.
  init(
    _ continuum: UnitizedContinuum, _ numbers: [Int: Int]
  ) throws(Agreement.Undefined) {
    self.init(categories: numbers.count)
    length = continuum.length
    var coders: [[UnitizedContinuum.Segment]] = []
    for case let units? in continuum.coders {
      coders.append(try continuum.segments(units, numbers).get())
    }
    let others = Double(coders.count - 1)
    var overlaps = coders.map { $0.map { _ in 0 } }
    for one in coders.indices {
      for other in coders.indices where other > one {
        Self.intersections(coders[one], coders[other]) { i, j, length in
          let (c, k) = (coders[one][i].value, coders[other][j].value)
          pair(c, k, Double(length) / others)
          guard c > 0, k > 0 else { return }
          overlaps[one][i] += length
          overlaps[other][j] += length
        }
      }
    }
    for (segments, overlaps) in zip(coders, overlaps) {
      for (segment, overlap) in zip(segments, overlaps) {
        unpair(segment, overlap: Double(overlap) / others)
      }
    }
  }

  /// A length that two coders gave the values c and k, once from each coder's side.
  private mutating func pair(_ c: Int, _ k: Int, _ length: Double) {
    for value in [c, k] {
      values[value].all += length
      if c != k { values[value].disagreeing += length }
      guard c > 0, k > 0 else { continue }
      values[value].overlapping += length
      if c != k { values[value].disagreeingOverlap += length }
    }
  }

  /// What of a unit or gap must not be paired with itself.
  private mutating func unpair(_ segment: UnitizedContinuum.Segment, overlap: Double) {
    let length = Double(segment.range.count)
    values[segment.value].selfPaired += segment.value == 0 ? length : length * length
    values[segment.value].selfPairedOverlap += overlap * overlap
  }

  /// Calls with the numbers of two segments and the length they share, in order of the text.
  private static func intersections(
    _ one: [UnitizedContinuum.Segment],
    _ other: [UnitizedContinuum.Segment],
    _ body: (Int, Int, Int) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < one.count, j < other.count {
      let (a, b) = (one[i].range, other[j].range)
      let shared = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
      if shared > 0 { body(i, j, shared) }
      if a.upperBound <= b.upperBound { i += 1 } else { j += 1 }
    }
  }

  mutating func add(_ text: UnitizedLengths, times: Int = 1) {
    guard times > 0 else { return }
    length += times * text.length
    for i in values.indices { values[i].add(text.values[i], times: Double(times)) }
  }
}

extension UnitizedLengths {
  /// Of all values, gaps first.
  private var all: UnitizedMargins {
    UnitizedMargins(
      lengths: values.map(\.all), disagreeing: values.map(\.disagreeing),
      selfPaired: values.map(\.selfPaired))
  }

  /// Of the categories, where units overlap.
  private var overlapping: UnitizedMargins {
    let values = values.dropFirst()
    return UnitizedMargins(
      lengths: values.map(\.overlapping), disagreeing: values.map(\.disagreeingOverlap),
      selfPaired: values.map(\.selfPairedOverlap))
  }

  var uAlpha: Result<Double, Agreement.Undefined> { all.alpha }

  var binaryUAlpha: Result<Double, Agreement.Undefined> {
    let all = all
    guard all.total > 0 else { return .failure(.nothingPairable) }
    let gaps = all.lengths[0]
    guard gaps > 0, gaps < all.total else { return .failure(.noVariation) }
    // ε_φ − ε_φφ = Σ ε_φk over the categories k
    let expected = gaps * (all.total - gaps) * all.scale
    return .success(1 - all.disagreeing[0] / expected)
  }

  var cuAlpha: Result<Double, Agreement.Undefined> { overlapping.alpha }

  /// (k)uα of a category by its number, from 1; `nil` if it does not occur.
  func kuAlpha(_ value: Int?) -> Result<Double, Agreement.Undefined> {
    let all = overlapping
    guard let k = value.map({ $0 - 1 }), all.lengths.indices.contains(k), all.lengths[k] > 0
    else { return .failure(.nothingPairable) }
    let length = all.lengths[k]
    let others = length * (all.total - length) * all.scale
    guard others > 0 else { return .failure(.noVariation) }
    let expected = (length * all.total - all.selfPaired[k]) * all.scale
    return .success(1 - expected / length * all.disagreeing[k] / others)
  }

  /// The share of the text, over all its coders, that cuα is about.
  var coverage: Double? {
    let total = all.total
    return total > 0 ? overlapping.total / total : nil
  }

  /// The share of all that has a category that (k)uα is about.
  func coverage(of value: Int?) -> Double? {
    guard let value, values.indices.contains(value), values[value].all > 0 else { return nil }
    return values[value].overlapping / values[value].all
  }
}

/// The sums over lengths that agreement follows from.
private struct UnitizedMargins {
  /// ℓ_c.
  var lengths: [Double]
  /// ℓ_c − ℓ_cc.
  var disagreeing: [Double]
  /// What is taken from ℓ_c² for chance.
  var selfPaired: [Double]

  /// ℓ, the sum of all.
  var total: Double { lengths.reduce(0, +) }

  /// ε_ck = scale · ℓ_c ℓ_k for two different values (2016, eq. 4).
  var scale: Double { total / (total * total - selfPaired.reduce(0, +)) }

  /// 1 − (ℓ − Σ ℓ_cc) / (ℓ − Σ ε_cc)
  var alpha: Result<Double, Agreement.Undefined> {
    let (total, scale) = (total, scale)
    guard total > 0 else { return .failure(.nothingPairable) }
    // ℓ − Σ ε_cc = Σ ε_ck over c ≠ k
    let expected = lengths.reduce(0.0) { $0 + $1 * (total - $1) } * scale
    guard expected > 0 else { return .failure(.noVariation) }
    return .success(1 - disagreeing.reduce(0, +) / expected)
  }
}
