/// Finds words that were corrected: between two words that stayed, a word that is nearly the same,
/// or two that were one.
struct CorrectedWords {
  /// Blocks with more pairs of words than this are not searched.
  static let pairLimit = 400

  let old: [String]
  let new: [String]

  struct Correction {
    var old: Range<Int>
    var new: Range<Int>
    /// Letters that stayed, in hundredths.
    var share: Int
  }

  private let oldLetters: [[Unicode.Scalar]]
  private let newLetters: [[Unicode.Scalar]]

  init(old: [String], new: [String]) {
    self.old = old
    self.new = new
    oldLetters = old.map { Array($0.unicodeScalars) }
    newLetters = new.map { Array($0.unicodeScalars) }
  }

  /// The corrections that keep most letters, in order.
  func find(joinsOld: (Int) -> Bool, joinsNew: (Int) -> Bool) -> [Correction] {
    let width = new.count + 1
    var best = Array(repeating: 0, count: (old.count + 1) * width)
    var steps = Array(repeating: (old: 0, new: 0), count: best.count)
    for i in 0...old.count {
      for j in 0...new.count where i + j > 0 {
        let here = i * width + j
        let isDown = i > 0 && (j == 0 || best[here - width] >= best[here - 1])
        best[here] = best[isDown ? here - width : here - 1]
        steps[here] = isDown ? (-1, 0) : (0, -1)
        for shape in [(1, 1), (1, 2), (2, 1)] where i >= shape.0 && j >= shape.1 {
          if shape.0 == 2, !joinsOld(i - 2) { continue }
          if shape.1 == 2, !joinsNew(j - 2) { continue }
          let share = share((i - shape.0)..<i, (j - shape.1)..<j)
          let sum = best[here - shape.0 * width - shape.1] + share
          if share > 0, sum > best[here] {
            best[here] = sum
            steps[here] = shape
          }
        }
      }
    }
    return trace(steps, best, width)
  }

  private func trace(_ steps: [(old: Int, new: Int)], _ best: [Int], _ width: Int) -> [Correction] {
    var found: [Correction] = []
    var (i, j) = (old.count, new.count)
    while i + j > 0 {
      let step = steps[i * width + j]
      let from = (i - abs(step.old), j - abs(step.new))
      if step.old > 0 {
        let share = best[i * width + j] - best[from.0 * width + from.1]
        found.append(Correction(old: from.0..<i, new: from.1..<j, share: share))
      }
      (i, j) = from
    }
    return found.reversed()
  }

  /// The share of letters that stayed, in hundredths; 0 if it is too small for a correction.
  private func share(_ x: Range<Int>, _ y: Range<Int>) -> Int {
    let a = Array(oldLetters[x].joined())
    let b = Array(newLetters[y].joined())
    let longer = max(a.count, b.count)
    // One letter in three may differ; where words were joined or split, one in six.
    let limit = longer / (x.count + y.count == 2 ? 3 : 6)
    // Runs of letters in languages without spaces are long, but then they are few.
    let bound = old.count * new.count <= 4 ? 1000 : 64
    guard abs(a.count - b.count) <= limit, longer <= bound else { return 0 }
    let distance = Self.distance(a, b)
    // Below 100: a corrected word is not the same word.
    return distance > limit ? 0 : min(99, (100 * (longer - distance) + longer / 2) / longer)
  }

  /// The number of letters inserted, deleted, exchanged or transposed with their neighbour (the
  /// optimal string alignment distance, Damerau 1964).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var older = Array(repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = Array(repeating: i + 1, count: b.count + 1)
      for j in 0..<b.count {
        row[j + 1] = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], older[j - 1] + 1)
        }
      }
      older = previous
      previous = row
    }
    return previous[b.count]
  }
}
