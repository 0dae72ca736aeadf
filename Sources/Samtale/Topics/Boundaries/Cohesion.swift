/// How well the words of each possible segment belong together.
struct Cohesion: Sendable {
  /// Prior of the Dirichlet compound multinomial.
  static let alpha = 0.5

  /// Score of a segment: a sum over its words' counts less a term of its length.
  enum Model: Sendable {
    /// log of the Dirichlet compound multinomial (Eisenstein & Barzilay 2008, equation 4).
    case bayes
    /// Laplace-smoothed likelihood (Utiyama & Isahara 2001, equation 7).
    case u00
  }

  /// Number of units.
  let count: Int
  /// Longest segment that is considered, in units.
  let longest: Int
  /// Scores: the segment of `length` units from `start` is at `start * longest + length - 1`.
  private(set) var scores: [Float]

  /// Cost: units · content words in the worst case, less with `longest`.
  init(_ units: BoundaryUnits, model: Model, longest: Int) {
    self.init(
      units.content,
      starts: units.contentStarts,
      vocabulary: units.vocabulary,
      model: model,
      longest: longest
    )
  }

  /// The same for anything that units are made of: numbers below `vocabulary`, and where those of
  /// each unit begin.
  init(_ content: [Int], starts: [Int], vocabulary: Int, model: Model, longest: Int) {
    count = starts.count - 1
    self.longest = min(longest, count)
    scores = Array(repeating: 0, count: count * self.longest)
    let terms = Terms(model, words: content.count, vocabulary: vocabulary)
    var counts = Array(repeating: 0, count: vocabulary)
    for start in 0..<count {
      let end = min(count, start + self.longest)
      var sum = 0.0
      for unit in start..<end {
        for position in starts[unit]..<starts[unit + 1] {
          let word = content[position]
          sum += terms.gain[counts[word]]
          counts[word] += 1
        }
        let length = starts[unit + 1] - starts[start]
        scores[start * self.longest + unit - start] = Float(sum - terms.loss[length])
      }
      for word in content[starts[start]..<starts[end]] { counts[word] = 0 }
    }
  }

  /// Cohesion of who speaks: one token of the speaker for each unit and each ten words.
  static func speakers(_ units: BoundaryUnits, longest: Int) -> Cohesion {
    var numbers: [Int: Int] = [:]
    var tokens: [Int] = []
    var starts = [0]
    for unit in 0..<units.count {
      let number = numbers[units.speakers[unit]] ?? numbers.count
      numbers[units.speakers[unit]] = number
      for _ in 0...(units.tokens[unit].count / 10) { tokens.append(number) }
      starts.append(tokens.count)
    }
    return Cohesion(
      tokens,
      starts: starts,
      vocabulary: numbers.count,
      model: .bayes,
      longest: longest
    )
  }

  /// Adds the scores of another kind of cohesion.
  mutating func add(_ other: Cohesion, weight: Float) {
    for i in scores.indices { scores[i] += weight * other.scores[i] }
  }

  /// Score of the units of a range.
  func score(_ range: Range<Int>) -> Float { scores[range.lowerBound * longest + range.count - 1] }

  /// Tables by count: what one more occurrence adds, what a length takes.
  private struct Terms {
    var gain: [Double] = []
    var loss: [Double] = [0]

    init(_ model: Model, words: Int, vocabulary: Int) {
      let size = Double(vocabulary)
      for n in 0...max(words, 1) {
        let n = Double(n)
        switch model {
        case .bayes:
          gain.append(Maths.log(n + alpha))
          loss.append((loss.last ?? 0) + Maths.log(n + alpha * size))
        case .u00:
          gain.append((n + 1) * Maths.log(n + 2) - n * Maths.log(n + 1))
          loss.append((n + 1) * Maths.log(n + 1 + size))
        }
      }
    }
  }

  /// For each unit the share of the best segmentations into 2…20 segments that begin one there,
  /// smoothed over neighbours (Gaussian, deviation 2 units).
  func votes(segments: Int = 20) -> [Double] {
    let most = min(segments, count)
    var votes = Array(repeating: 0.0, count: count)
    guard most >= 2 else { return votes }
    for starts in bestSegmentations(upTo: most).dropFirst(1) {
      for start in starts where start > 0 {
        for near in max(1, start - 5)...min(count - 1, start + 5) {
          let distance = Double(near - start)
          votes[near] += Maths.exp(-distance * distance / 8) / Double(most - 1)
        }
      }
    }
    return votes
  }

  /// Starts of the best segmentation into 1, 2 … segments; empty where there is none.
  func bestSegmentations(upTo most: Int) -> [[Int]] {
    var previous = Array(repeating: -Float.infinity, count: count + 1)
    previous[0] = 0
    var back: [[Int32]] = []
    for _ in 1...most {
      var best = Array(repeating: -Float.infinity, count: count + 1)
      var from = Array(repeating: Int32(-1), count: count + 1)
      for start in 0..<count where previous[start] > -.infinity {
        let row = start * longest - start - 1
        for end in (start + 1)...min(count, start + longest) {
          let value = previous[start] + scores[row + end]
          if value > best[end] {
            best[end] = value
            from[end] = Int32(start)
          }
        }
      }
      back.append(from)
      previous = best
    }
    return back.indices.map { trace(back, segments: $0 + 1) }
  }

  private func trace(_ back: [[Int32]], segments: Int) -> [Int] {
    var starts: [Int] = []
    var end = count
    for layer in back[..<segments].reversed() {
      let start = Int(layer[end])
      guard start >= 0 else { return [] }
      starts.append(start)
      end = start
    }
    return starts.reversed()
  }
}
