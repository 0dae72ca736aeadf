@_spi(BoundaryFit) import Samtale

/// Methods to compare with, each on the units and content words that the suggester has.
enum Baselines {
  /// Topics of equal length, as many as marked.
  static func even(_ meeting: Meeting) -> [Int] {
    let segments = meeting.marked.count + 1
    return (1..<max(segments, 1)).map { meeting.count * $0 / segments }.filter { $0 > 0 }
  }

  /// Boundaries anywhere, as many as marked.
  static func random(_ meeting: Meeting, stream: Int) -> [Int] {
    var random = RandomGenerator(seed: 1, stream: UInt64(stream))
    var units = Array(1..<meeting.count)
    units.shuffle(using: &random)
    return units.prefix(meeting.marked.count).sorted()
  }

  /// TextTiling (Hearst 1997): token sequences of w = 20 words, blocks of k = 10, smoothing of
  /// width 2 once, boundaries where the depth exceeds mean - deviation / 2, moved to the nearest
  /// gap between units. Stemmed content words are used for the paper's stop-listed tokens.
  static func textTiling(_ meeting: Meeting) -> [Int] {
    let units = meeting.withWords.content
    let words = units.enumerated().flatMap { unit, words in words.map { (unit, $0) } }
    let (w, k) = (20, 10)
    let gaps = words.count / w
    guard gaps > 2 else { return [] }
    let similarity = (1..<gaps).map { gap in
      cosine(
        words[max(0, gap * w - k * w)..<(gap * w)].map(\.1),
        words[(gap * w)..<min(words.count, gap * w + k * w)].map(\.1)
      )
    }
    let smoothed = similarity.indices.map { i in
      let near = similarity[max(0, i - 1)...min(similarity.count - 1, i + 1)]
      return near.reduce(0, +) / Double(near.count)
    }
    let depths = depths(smoothed)
    let mean = depths.reduce(0, +) / Double(depths.count)
    let square = depths.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(depths.count)
    let cutoff = mean - square.squareRoot() / 2
    var found: [Int] = []
    for i in depths.indices where depths[i] > cutoff {
      let isPeak =
        (i == 0 || smoothed[i] <= smoothed[i - 1])
        && (i == depths.count - 1 || smoothed[i] < smoothed[i + 1])
      let unit = words[(i + 1) * w].0
      if isPeak, unit > 0, unit != found.last { found.append(unit) }
    }
    return found
  }

  static func cosine(_ a: [Int], _ b: [Int]) -> Double {
    var (left, right) = ([Int: Int](), [Int: Int]())
    for word in a { left[word, default: 0] += 1 }
    for word in b { right[word, default: 0] += 1 }
    let dot = left.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) }
    let norm = { (x: [Int: Int]) in Double(x.values.reduce(0) { $0 + $1 * $1 }).squareRoot() }
    let product = norm(left) * norm(right)
    return product > 0 ? Double(dot) / product : 0
  }

  private static func depths(_ similarity: [Double]) -> [Double] {
    var (left, right) = (similarity, similarity)
    for i in similarity.indices.dropFirst() where similarity[i - 1] >= similarity[i] {
      left[i] = left[i - 1]
    }
    for i in similarity.indices.dropLast().reversed() where similarity[i + 1] >= similarity[i] {
      right[i] = right[i + 1]
    }
    return similarity.indices.map { left[$0] + right[$0] - 2 * similarity[$0] }
  }

  /// C99 (Choi 2000): cosines of all pairs of units, ranked in an 11 × 11 neighbourhood, divisive
  /// clustering by inside density, stopped where the gain falls below mean + 1.2 deviations.
  static func c99(_ meeting: Meeting) -> [Int] {
    let ranks = ranks(meeting.withWords.content)
    let sums = squareSums(ranks)
    let n = ranks.count
    let inside = { (a: Int, b: Int) in
      sums[b][b] - sums[a][b] - sums[b][a] + sums[a][a]
    }
    var edges = [0, n]
    var gains: [(Int, Double)] = []
    var density = inside(0, n) / Double(n * n)
    while edges.count <= min(n, 60) {
      let area = zip(edges, edges.dropFirst()).reduce(0.0) {
        $0 + Double(($1.1 - $1.0) * ($1.1 - $1.0))
      }
      let total = zip(edges, edges.dropFirst()).reduce(0.0) { $0 + inside($1.0, $1.1) }
      var best = (-Double.infinity, 0)
      for (a, b) in zip(edges, edges.dropFirst()) where b - a > 1 {
        for cut in (a + 1)..<b {
          let sum = total - inside(a, b) + inside(a, cut) + inside(cut, b)
          let less = Double(2 * (cut - a) * (b - cut))
          if sum / (area - less) > best.0 { best = (sum / (area - less), cut) }
        }
      }
      guard best.0 > -.infinity else { break }
      gains.append((best.1, best.0 - density))
      density = best.0
      edges = (edges + [best.1]).sorted()
    }
    let mean = gains.reduce(0) { $0 + $1.1 } / Double(max(1, gains.count))
    let square = gains.reduce(0) { $0 + ($1.1 - mean) * ($1.1 - mean) }
    let cutoff = mean + 1.2 * (square / Double(max(1, gains.count))).squareRoot()
    let last = gains.lastIndex { $0.1 > cutoff } ?? -1
    return gains.prefix(last + 1).map(\.0).sorted()
  }

  private static func ranks(_ units: [[Int]]) -> [[Double]] {
    let n = units.count
    let counts = units.map { words in
      words.reduce(into: [Int: Double]()) { $0[$1, default: 0] += 1 }
    }
    let norms = counts.map { $0.values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    var similarity = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    for i in 0..<n {
      for j in i..<n where norms[i] * norms[j] > 0 {
        let dot = counts[i].reduce(0) { $0 + $1.value * (counts[j][$1.key] ?? 0) }
        similarity[i][j] = dot / (norms[i] * norms[j])
        similarity[j][i] = similarity[i][j]
      }
    }
    return (0..<n).map { i in
      (0..<n).map { j in
        var (lower, all) = (0, 0)
        for a in max(0, i - 5)...min(n - 1, i + 5) {
          for b in max(0, j - 5)...min(n - 1, j + 5) {
            all += 1
            if similarity[a][b] < similarity[i][j] { lower += 1 }
          }
        }
        return Double(lower) / Double(all)
      }
    }
  }

  private static func squareSums(_ matrix: [[Double]]) -> [[Double]] {
    let n = matrix.count
    var sums = Array(repeating: Array(repeating: 0.0, count: n + 1), count: n + 1)
    for i in 0..<n {
      var row = 0.0
      for j in 0..<n {
        row += matrix[i][j]
        sums[i + 1][j + 1] = sums[i][j + 1] + row
      }
    }
    return sums
  }
}
