import Dispatch
import Synchronization
@_spi(BoundaryFit) import Samtale

/// Fits one set of coefficients and says how well it does on groups that were left out.
struct Fit {
  let meetings: [Meeting]
  let set: CoefficientSet
  let features: [(name: String, column: Int)]
  static let ridge = 40.0

  init(_ meetings: [Meeting], _ set: CoefficientSet) {
    self.meetings = meetings
    self.set = set
    features = BoundaryFitting.features(set)
  }

  var groups: [String] {
    meetings.reduce(into: []) { if $0.last != $1.group { $0.append($1.group) } }
  }

  func row(_ meeting: Meeting, _ unit: Int) -> [Double] {
    let base = unit * BoundaryFitting.width
    let values = meeting.fitting(set).values
    return features.map { values[base + $0.column] }
  }

  /// Gaps one unit beside a boundary are neither: people do not agree to the utterance.
  func examples(_ meetings: [Meeting]) -> Examples {
    var examples = Examples(width: features.count)
    for meeting in meetings {
      let marked = Set(meeting.marked)
      for unit in 1..<meeting.count {
        let hit = marked.contains(unit)
        let beside = marked.contains(unit - 1) || marked.contains(unit + 1)
        if beside && !hit { continue }
        examples.values += row(meeting, unit)
        examples.answers.append(hit ? 1 : 0)
        examples.weights.append(1)
      }
    }
    return examples
  }

  func regression(_ meetings: [Meeting]) -> Regression {
    Regression(examples(meetings), ridge: Self.ridge)
  }

  func logits(_ meeting: Meeting, _ regression: Regression) -> [Double] {
    [0] + (1..<meeting.count).map { regression.logit(row(meeting, $0)[...]) }
  }

  /// Logits of each meeting from the other groups.
  func leaveOut() -> [[Double]] {
    let groups = self.groups
    let parts = parallel(groups.count) { number in
      let model = regression(meetings.filter { $0.group != groups[number] })
      return meetings.filter { $0.group == groups[number] }.map { logits($0, model) }
    }
    return parts.flatMap { $0 }
  }

  /// Mean and deviation of ln(share of units) of marked topics.
  static func lengths(_ meetings: [Meeting]) -> (mean: Double, deviation: Double, share: Double) {
    var logs: [Double] = []
    for meeting in meetings {
      let edges = [0] + meeting.marked + [meeting.count]
      for (a, b) in zip(edges, edges.dropFirst()) {
        logs.append(Double.log(Double(b - a) / Double(meeting.count)))
      }
    }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let square = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let share = Double(meetings.count) / Double(logs.count) / 2
    return (mean, (square / Double(logs.count)).squareRoot(), share)
  }

  static let offsets = [-0.2, 0.0, 0.2, 0.4]
  static let cautions = [0.15]
  static let trusts = [1.0]
  static let cohesions = [0.02]
  static let priors = [0.5]

  static var grid: [BoundaryFitting.Decoding] {
    var grid: [BoundaryFitting.Decoding] = []
    for offset in offsets {
      for trust in trusts {
        for cohesion in cohesions {
          for (length, caution) in priors.flatMap({ p in cautions.map { (p, $0) } }) {
            var decoding = BoundaryFitting.Decoding()
            (decoding.offset, decoding.trust) = (offset, trust)
            (decoding.cohesion, decoding.length) = (cohesion, length)
            decoding.caution = caution
            grid.append(decoding)
          }
        }
      }
    }
    return grid
  }

  /// Scores of each meeting at each point of the grid.
  func table(_ logits: [[Double]]) -> [[Score]] {
    let (mean, deviation, share) = Self.lengths(meetings)
    return parallel(meetings.count) { number in
      let meeting = meetings[number]
      return Self.grid.map { point in
        var decoding = point
        (decoding.mean, decoding.deviation, decoding.window) = (mean, deviation, share)
        let found = meeting.fitting(set).boundaries(logits: logits[number], decoding)
        return Score(found: found, marked: meeting.marked, count: meeting.count)
      }
    }
  }

  /// The point with the least sum of Pk and WindowDiff among meetings.
  static func best(_ table: [[Score]], _ members: [Int]) -> Int {
    let sums = grid.indices.map { point in
      members.reduce(0.0) { $0 + table[$1][point].pk + table[$1][point].windowDiff }
    }
    return sums.indices.min { (sums[$0], $0) < (sums[$1], $1) } ?? 0
  }

  /// Each meeting scored with the decoder that suits the other groups best.
  func crossValidated(_ table: [[Score]]) -> [Score] {
    meetings.indices.map { number in
      let others = meetings.indices.filter { meetings[$0].group != meetings[number].group }
      return table[number][Self.best(table, others)]
    }
  }
}

/// Results in order of the numbers, on all cores.
func parallel<Value: Sendable>(_ count: Int, _ work: (Int) -> Value) -> [Value] {
  let results = Mutex([Int: Value]())
  withoutActuallyEscaping(work) { work in
    nonisolated(unsafe) let work = work
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let value = work(number)
      results.withLock { $0[number] = value }
    }
  }
  return results.withLock { results in (0..<count).compactMap { results[$0] } }
}

extension Fit {
  /// The rows of the set in the file of coefficients, six decimals.
  func rows(_ model: Regression, _ point: BoundaryFitting.Decoding) -> String {
    let (mean, deviation, share) = Self.lengths(meetings)
    var lines = features.indices.map { i in
      let numbers = [model.means[i], model.deviations[i], model.weights[i]]
      return "\(features[i].name)\t"
        + numbers.map { Decimals.fixed($0, 6) }.joined(separator: "\t")
    }
    let others = [
      ("intercept", model.weights[features.count]), ("offset", point.offset),
      ("trust", point.trust), ("cohesion", point.cohesion), ("length", point.length),
      ("mean", mean), ("deviation", deviation), ("window", share), ("caution", point.caution),
    ]
    lines += others.map { "(\($0.0))\t\t\t\(Decimals.fixed($0.1, 6))" }
    return lines.map { "\(set.rawValue)\t\($0)\n" }.joined()
  }
}
