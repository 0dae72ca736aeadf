#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A square matrix of numbers, from rows to columns.
public struct SquareMatrix: Hashable, Sendable {
  public let size: Int
  var cells: [Double]

  public init(size: Int) {
    self.size = size
    cells = Array(repeating: 0, count: size * size)
  }

  /// - Precondition: all rows have as many numbers as there are rows.
  public init(_ rows: [[Double]]) {
    precondition(rows.allSatisfy { $0.count == rows.count }, "a square matrix has equal sides")
    size = rows.count
    cells = rows.flatMap { $0 }
  }

  public subscript(row: Int, column: Int) -> Double {
    get { cells[row * size + column] }
    set { cells[row * size + column] = newValue }
  }

  public var rowSums: [Double] {
    (0..<size).map { i in (0..<size).reduce(0) { $0 + self[i, $1] } }
  }

  public var columnSums: [Double] {
    (0..<size).map { j in (0..<size).reduce(0) { $0 + self[$1, j] } }
  }

  public var sum: Double { cells.reduce(0, +) }
}

/// Who follows whom: T(i, j) is the number of times that a turn of j comes right after one of i.
///
/// The diagonal is empty by construction: nobody follows her- or himself (a structural zero;
/// Bakeman and Gottman 1997, ch. 7).
public struct Transitions: Sendable {
  public var parties: [String]
  public var counts: SquareMatrix

  public init(_ sequence: SpeakerSequence) {
    parties = sequence.parties
    counts = SquareMatrix(size: parties.count)
    for stretch in sequence.stretches {
      for (from, to) in zip(stretch, stretch.dropFirst()) { counts[from, to] += 1 }
    }
  }

  /// - Parameters:
  ///   - parties: Names of the parties.
  ///   - counts: Transitions; the diagonal is taken as 0.
  public init(parties: [String], counts: SquareMatrix) {
    self.parties = parties
    self.counts = counts
    for i in 0..<counts.size { self.counts[i, i] = 0 }
  }

  /// The transitions of several meetings together; parties are united by name.
  public init(merging all: [Transitions]) {
    var names: [String] = []
    for name in all.flatMap(\.parties) where !names.contains(name) { names.append(name) }
    parties = names
    counts = SquareMatrix(size: names.count)
    for one in all {
      let places = one.parties.compactMap { names.firstIndex(of: $0) }
      for (i, row) in places.enumerated() {
        for (j, column) in places.enumerated() { counts[row, column] += one.counts[i, j] }
      }
    }
  }

  /// The probability that j follows i, given that somebody follows i; `nil` in rows without
  /// transitions.
  public func probability(_ i: Int, _ j: Int) -> Double? {
    let sum = counts.rowSums[i]
    return sum > 0 ? counts[i, j] / sum : nil
  }

  // MARK: Chance

  /// Counts to expect if who follows did not depend on who spoke, given how often each speaks and
  /// is followed, and given that nobody follows her- or himself (quasi-independence: iterative
  /// proportional fitting of 1 − I to the margins; Goodman 1968).
  public var expected: SquareMatrix {
    var e = SquareMatrix(size: counts.size)
    for i in 0..<e.size { for j in 0..<e.size where i != j { e[i, j] = 1 } }
    let (rows, columns) = (counts.rowSums, counts.columnSums)
    for _ in 0..<100_000 {
      let before = e.cells
      e.scale(rows: rows)
      e.scale(columns: columns)
      let change = zip(before, e.cells).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if change < 1e-12 { break }
    }
    return e
  }

  /// Likelihood ratio G² = 2 Σ O ln(O/E) against quasi-independence.
  /// - Returns: `nil` without transitions or with fewer than three parties.
  public var likelihoodRatio: (value: Double, degreesOfFreedom: Int)? {
    let k = counts.size
    guard k > 2, counts.sum > 0 else { return nil }
    let e = expected
    var sum = 0.0
    for i in 0..<k {
      for j in 0..<k where counts[i, j] > 0 && e[i, j] > 0 {
        sum += counts[i, j] * log(counts[i, j] / e[i, j])
      }
    }
    return (2 * sum, (k - 1) * (k - 1) - k)
  }

  // MARK: Dyads

  /// How mutual the talk is: Σ min(T(i,j), T(j,i)) / Σ max(T(i,j), T(j,i)) over pairs, 0…1.
  /// - Returns: `nil` without transitions.
  public var reciprocity: Double? {
    var smaller = 0.0
    var larger = 0.0
    for i in 0..<counts.size {
      for j in (i + 1)..<max(i + 1, counts.size) {
        smaller += min(counts[i, j], counts[j, i])
        larger += max(counts[i, j], counts[j, i])
      }
    }
    return larger > 0 ? smaller / larger : nil
  }
}

extension SquareMatrix {
  /// Scales each row to a sum; rows of zeros stay.
  mutating func scale(rows sums: [Double]) {
    for i in 0..<size {
      let now = (0..<size).reduce(0) { $0 + self[i, $1] }
      guard now > 0 else { continue }
      for j in 0..<size { self[i, j] = self[i, j] * sums[i] / now }
    }
  }

  /// Scales each column to a sum; columns of zeros stay.
  mutating func scale(columns sums: [Double]) {
    for j in 0..<size {
      let now = (0..<size).reduce(0) { $0 + self[$1, j] }
      guard now > 0 else { continue }
      for i in 0..<size { self[i, j] *= sums[j] / now }
    }
  }
}
