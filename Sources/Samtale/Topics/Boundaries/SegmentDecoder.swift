/// Chooses boundaries: first the probability of all segmentations together, then the one whose
/// expected error is least.
///
/// A segmentation's weight is exp(Σ over boundaries (logit + offset) + Σ over segments
/// (cohesion · log DCM - length / 2 · ((ln(share of units) - mean) / deviation)²)), a semi-Markov
/// model (Sarawagi & Cohen 2004). The choice minimises the expected Pk (Beeferman, Berger &
/// Lafferty 1999) over this distribution: minimum Bayes risk.
struct SegmentDecoder {
  /// Log odds of a boundary before each unit; the first is not used.
  let logits: [Double]
  let cohesion: Cohesion
  var decoding: BoundaryModel.Decoding

  private var count: Int { logits.count }

  /// What the model believes.
  struct Posterior: Sendable {
    /// Probability of a boundary before each unit.
    var boundary: [Double]
    /// Probability that a unit and the one `window` later belong to one topic.
    var together: [Double]
    var window: Int
    /// What a boundary costs by itself, in windows.
    var caution: Double
  }

  /// Half the length of a typical topic, in units.
  var window: Int {
    max(2, min(count - 1, Int((decoding.window * Double(count)).rounded())))
  }

  /// The posterior; where fewer than four boundaries are expected (fewer still in short
  /// transcripts), as in talk unlike that of the training, all logits are raised by up to 4.
  func posterior() -> Posterior {
    let least = min(4, Double(count) / 20)
    var decoder = self
    var posterior = decoder.plainPosterior()
    var raised = 0.0
    while raised < 4, posterior.boundary.reduce(0, +) < least {
      raised += 0.5
      decoder.decoding.offset = decoding.offset + raised
      posterior = decoder.plainPosterior()
    }
    return posterior
  }

  private func plainPosterior() -> Posterior {
    let prior = lengthPrior()
    let forward = forwardSums(prior)
    let backward = backwardSums(prior)
    let window = self.window
    var boundary = Array(repeating: 0.0, count: count)
    var steps = Array(repeating: 0.0, count: count + 1)
    for start in 0..<count {
      for end in (start + 1)...min(count, start + cohesion.longest) {
        let log = forward[start] + segment(start, end, prior) + backward[end] - backward[0]
        guard log > -30 else { continue }
        let probability = Maths.exp(log)
        boundary[start] += probability
        if end - start > window {
          steps[start] += probability
          steps[end - window] -= probability
        }
      }
    }
    var together: [Double] = []
    var sum = 0.0
    for unit in 0..<max(0, count - window) {
      sum += steps[unit]
      together.append(min(1, max(0, sum)))
    }
    boundary[0] = 0
    return Posterior(
      boundary: boundary.map { min(1, $0) },
      together: together,
      window: window,
      caution: decoding.caution
    )
  }

  private func lengthPrior() -> [Double] {
    [0]
      + (1...count).map {
        let z =
          (Maths.log(Double($0) / Double(count)) - decoding.mean) / decoding.deviation
        return -decoding.length / 2 * z * z
      }
  }

  /// Log weight of a segment and of the boundary at its end.
  @inline(__always)
  private func segment(_ start: Int, _ end: Int, _ prior: [Double]) -> Double {
    decoding.cohesion * Double(cohesion.score(start..<end)) + prior[end - start]
      + (end < count ? logits[end] * decoding.trust + decoding.offset : 0)
  }

  private func forwardSums(_ prior: [Double]) -> [Double] {
    var sums = Array(repeating: LogSum(), count: count + 1)
    sums[0].add(0)
    for start in 0..<count {
      let here = sums[start].value
      for end in (start + 1)...min(count, start + cohesion.longest) {
        sums[end].add(here + segment(start, end, prior))
      }
    }
    return sums.map(\.value)
  }

  private func backwardSums(_ prior: [Double]) -> [Double] {
    var values = Array(repeating: 0.0, count: count + 1)
    for start in (0..<count).reversed() {
      var sum = LogSum()
      for end in (start + 1)...min(count, start + cohesion.longest) {
        sum.add(segment(start, end, prior) + values[end])
      }
      values[start] = sum.value
    }
    return values
  }

  /// The boundaries with the least expected Pk, in order.
  /// - Parameters:
  ///   - posterior: What the model believes.
  ///   - segments: How many segments there shall be; `nil` leaves it to the model.
  /// - Returns: The units that begin a segment, but for the first.
  static func choose(_ posterior: Posterior, segments: Int?) -> [Int] {
    let gains = Gains(posterior)
    guard let segments else { return gains.best() }
    let count = posterior.boundary.count
    return gains.best(boundaries: max(0, min(segments, count) - 1))
  }
}

/// log Σ exp(x), term by term.
private struct LogSum {
  private var most = -Double.infinity
  private var sum = 0.0

  var value: Double { sum > 0 ? most + Maths.log(sum) : -.infinity }

  @inline(__always)
  mutating func add(_ x: Double) {
    if x <= most {
      if x > most - 36 { sum += Maths.exp(x - most) }
    } else {
      sum = sum * Maths.exp(most - x) + 1
      most = x
    }
  }
}

/// What boundaries gain in expected agreement of pairs, and the best set of them.
private struct Gains {
  let count: Int
  let window: Int
  /// Sums of P(apart) - P(together) over the pairs before.
  private var sums: [Double] = [0]
  /// What a boundary gains or loses by itself: without it, a second one near another would cost
  /// nothing, and the place among equals would be open.
  private let own: [Double]

  init(_ posterior: SegmentDecoder.Posterior) {
    count = posterior.boundary.count
    window = posterior.window
    for together in posterior.together { sums.append((sums.last ?? 0) + 1 - 2 * together) }
    own = Self.own(posterior)
  }

  /// The cost of a boundary, half of it if one is expected within a third of a window; and the
  /// probability of this very place.
  private static func own(_ posterior: SegmentDecoder.Posterior) -> [Double] {
    let reach = max(1, posterior.window / 3)
    var sums = [0.0]
    for probability in posterior.boundary { sums.append((sums.last ?? 0) + probability) }
    let count = posterior.boundary.count
    return (0..<count).map { unit in
      let near = sums[min(count, unit + reach + 1)] - sums[max(0, unit - reach)]
      return posterior.boundary[unit] + Double(posterior.window) * posterior.caution
        * (min(1, near) / 2 - 1)
    }
  }

  /// Gain of the pairs that a boundary splits and the one before does not.
  @inline(__always)
  private func gain(_ previous: Int, _ boundary: Int) -> Double {
    let last = sums.count - 1
    let from = min(last, max(boundary - window, previous))
    return sums[min(last, boundary)] - sums[max(0, from)] + own[boundary]
  }

  /// The best boundaries, as many as gain something.
  func best() -> [Int] {
    var value = Array(repeating: 0.0, count: count)
    var back = Array(repeating: 0, count: count)
    var far = 0
    for boundary in 1..<count {
      if boundary > window, value[boundary - window] > value[far] { far = boundary - window }
      (value[boundary], back[boundary]) = step(boundary, far, value)
    }
    let end = value.indices.max { value[$0] < value[$1] } ?? 0
    return trace(end) { back[$0] }
  }

  /// The best predecessor among those near and the best of those far.
  private func step(_ boundary: Int, _ far: Int, _ value: [Double]) -> (Double, Int) {
    var best = (value[far] + gain(far, boundary), far)
    for previous in max(0, boundary - window)..<boundary {
      let candidate = value[previous] + gain(previous, boundary)
      if candidate > best.0 { best = (candidate, previous) }
    }
    return best
  }

  /// The best given number of boundaries.
  func best(boundaries: Int) -> [Int] {
    guard boundaries > 0 else { return [] }
    var value = Array(repeating: -Double.infinity, count: count)
    value[0] = 0
    var back: [[Int]] = []
    for _ in 0..<boundaries {
      var next = Array(repeating: -Double.infinity, count: count)
      var from = Array(repeating: 0, count: count)
      var far = 0
      for boundary in 1..<count {
        if boundary > window, value[boundary - window] > value[far] { far = boundary - window }
        (next[boundary], from[boundary]) = step(boundary, far, value)
      }
      back.append(from)
      value = next
    }
    var layer = boundaries - 1
    let end = value.indices.max { value[$0] < value[$1] } ?? 0
    return trace(end) {
      defer { layer -= 1 }
      return back[layer][$0]
    }
  }

  private func trace(_ end: Int, _ back: (Int) -> Int) -> [Int] {
    var found: [Int] = []
    var place = end
    while place > 0 {
      found.append(place)
      place = back(place)
    }
    return found.reversed()
  }
}
