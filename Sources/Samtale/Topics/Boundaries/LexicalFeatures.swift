/// How the vocabulary changes at each gap.
struct LexicalFeatures {
  let units: BoundaryUnits
  private let idf: [Double]
  private var left: [Double]
  private var right: [Double]

  init(_ units: BoundaryUnits) {
    self.units = units
    idf = Self.inverseFrequencies(units)
    left = Array(repeating: 0, count: units.vocabulary)
    right = left
  }

  /// log((parts + 1) / parts with the word), parts of twenty units (Spärck Jones 1972).
  private static func inverseFrequencies(_ units: BoundaryUnits) -> [Double] {
    var last = Array(repeating: -1, count: units.vocabulary)
    var parts = Array(repeating: 0.0, count: units.vocabulary)
    for unit in 0..<units.count {
      for word in units.content[units.contentRange(unit, unit + 1)] where last[word] != unit / 20 {
        last[word] = unit / 20
        parts[word] += 1
      }
    }
    let all = Double((units.count + 19) / 20) + 1
    return parts.map { Maths.log(all / max($0, 1)) }
  }

  mutating func fill(_ matrix: inout FeatureMatrix) {
    let changes: [(Int, BoundaryFeature, BoundaryFeature?)] = [
      (120, .change120, .depth120), (40, .change40, .depth40), (300, .change300, nil),
    ]
    for (window, change, depth) in changes {
      let column = (0..<units.count).map { distance(at: $0, window: window) }
      matrix.set(change, column)
      if let depth { matrix.set(depth, Self.depths(Self.smooth(column))) }
    }
    for (window, feature) in [(60, BoundaryFeature.bayes60), (120, .bayes120), (300, .bayes300)] {
      matrix.set(feature, (0..<units.count).map { bayesFactor(at: $0, window: window) })
    }
    matrix.set(.novelty, novelty(window: 40, memory: 80))
    matrix.set(.abandonment, abandonment(window: 40, memory: 80))
    matrix.set(.firstUse, novelty(window: 40, memory: .max))
  }

  /// Counts `window` content words on either side of the gap before a unit.
  private mutating func count(at unit: Int, window: Int) -> (left: Range<Int>, right: Range<Int>) {
    let place = units.contentStarts[unit]
    let before = max(0, place - window)..<place
    let after = place..<min(units.content.count, place + window)
    for word in units.content[before] { left[word] += 1 }
    for word in units.content[after] { right[word] += 1 }
    return (before, after)
  }

  private mutating func clear(_ before: Range<Int>, _ after: Range<Int>) {
    for word in units.content[before] { left[word] = 0 }
    for word in units.content[after] { right[word] = 0 }
  }

  /// 1 - cosine of the tf-idf vectors of both sides (Hearst 1997 with idf), tf = 1 + ln n.
  mutating func distance(at unit: Int, window: Int) -> Double {
    let (before, after) = count(at: unit, window: window)
    defer { clear(before, after) }
    var (dot, leftSquare, rightSquare) = (0.0, 0.0, 0.0)
    for word in units.content[before] {
      // Each word is met n times and so counted by n-ths.
      let l = weight(left[word], word)
      leftSquare += l * l / left[word]
      dot += l * weight(right[word], word) / left[word]
    }
    for word in units.content[after] {
      let r = weight(right[word], word)
      rightSquare += r * r / right[word]
    }
    let norm = (leftSquare * rightSquare).squareRoot()
    return norm > 0 ? 1 - dot / norm : 0
  }

  @inline(__always)
  private func weight(_ n: Double, _ word: Int) -> Double {
    n == 0 ? 0 : (1 + Maths.log(n)) * idf[word]
  }

  /// log p(left) + log p(right) - log p(both) under the Dirichlet compound multinomial with
  /// α = 0.5 (Eisenstein & Barzilay 2008, equation 4), for each word of the windows.
  mutating func bayesFactor(at unit: Int, window: Int) -> Double {
    let (before, after) = count(at: unit, window: window)
    defer { clear(before, after) }
    guard !before.isEmpty, !after.isEmpty else { return 0 }
    let alpha = Cohesion.alpha
    let total = alpha * Double(units.vocabulary)
    let gamma = Maths.logGamma
    var sum = gamma(total) + gamma(Double(before.count + after.count) + total)
    sum -= gamma(Double(before.count) + total) + gamma(Double(after.count) + total)
    for word in units.content[before] where right[word] > 0 {
      let (l, r) = (left[word], right[word])
      let apart = gamma(l + alpha) + gamma(r + alpha) - gamma(alpha)
      sum += (apart - gamma(l + r + alpha)) / l
    }
    return sum / Double(before.count + after.count)
  }

  /// Share of the next content words that did not occur in the units before, as far as memory goes.
  func novelty(window: Int, memory: Int) -> [Double] {
    let previous = occurrences(backwards: true)
    return (0..<units.count).map { unit in
      let place = units.contentStarts[unit]
      let end = min(units.content.count, place + window)
      let horizon = memory > unit ? 0 : units.contentStarts[unit - memory]
      let new = (place..<end).count { position in
        var earlier = previous[position]
        while earlier >= place { earlier = previous[earlier] }
        return earlier < horizon
      }
      return end > place ? Double(new) / Double(end - place) : 0
    }
  }

  /// Share of the last content words that do not occur in the units after.
  func abandonment(window: Int, memory: Int) -> [Double] {
    let next = occurrences(backwards: false)
    return (0..<units.count).map { unit in
      let place = units.contentStarts[unit]
      let start = max(0, place - window)
      let horizon = units.contentStarts[min(units.count, unit + memory)]
      let gone = (start..<place).count { position in
        var later = next[position]
        while later < place { later = next[later] }
        return later >= horizon
      }
      return place > start ? Double(gone) / Double(place - start) : 0
    }
  }

  /// For each content word the place where it occurs before (-1) or after (`Int.max`).
  private func occurrences(backwards: Bool) -> [Int] {
    let none = backwards ? -1 : Int.max
    var seen = Array(repeating: none, count: units.vocabulary)
    var places = Array(repeating: none, count: units.content.count)
    let step = { (position: Int) in
      places[position] = seen[units.content[position]]
      seen[units.content[position]] = position
    }
    if backwards { places.indices.forEach(step) } else { places.indices.reversed().forEach(step) }
    return places
  }

  static func smooth(_ column: [Double]) -> [Double] {
    column.indices.map { i in
      let near = column[max(0, i - 1)...min(column.count - 1, i + 1)]
      return near.reduce(0, +) / Double(near.count)
    }
  }

  /// Depth scores (Hearst 1997) of a series of distances: how far it falls on either side until
  /// it rises again.
  static func depths(_ column: [Double]) -> [Double] {
    guard column.count > 1 else { return column.map { _ in 0 } }
    var leftFloor = column
    var rightFloor = column
    for i in column.indices.dropFirst() where column[i - 1] <= column[i] {
      leftFloor[i] = leftFloor[i - 1]
    }
    for i in column.indices.dropLast().reversed() where column[i + 1] <= column[i] {
      rightFloor[i] = rightFloor[i + 1]
    }
    return column.indices.map { 2 * column[$0] - leftFloor[$0] - rightFloor[$0] }
  }
}
