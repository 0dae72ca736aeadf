import Samtale
import Testing

/// Gini and evenness against fractions worked out by hand and with Python's `fractions`.
@Suite struct EqualityTests {
  struct Row: Sendable {
    var values: [Double]
    var gini: Double
    var normalized: Double
    var evenness: Double
  }

  static let rows: [Row] = [
    // Σ(2j−5)x = −3·1 −1·2 +1·3 +3·4 = 10, over 4·10; evenness 1.2798542258336676 / ln 4
    Row(values: [1, 2, 3, 4], gini: 1 / 4, normalized: 1 / 3, evenness: 0.9232196723355078),
    Row(values: [3, 1, 4, 2], gini: 1 / 4, normalized: 1 / 3, evenness: 0.9232196723355078),
    // One has everything: (k − 1)/k
    Row(values: [0, 9, 0, 0], gini: 3 / 4, normalized: 1, evenness: 0),
    Row(values: [0, 5], gini: 1 / 2, normalized: 1, evenness: 0),
    // All the same
    Row(values: [7, 7, 7], gini: 0, normalized: 0, evenness: 1),
    // (−1·1 + 1·3)/(2·4); −(¼ log₂ ¼ + ¾ log₂ ¾)
    Row(values: [1, 3], gini: 1 / 4, normalized: 1 / 2, evenness: 0.8112781244591328),
    // (−2·1 + 0·1 + 2·2)/(3·4); 1.5 bits of log₂ 3
    Row(values: [2, 1, 1], gini: 1 / 6, normalized: 1 / 4, evenness: 0.946394630357186),
    // Somebody silent: (−2·0 + 0·5 + 2·10)/(3·15)
    Row(values: [10, 0, 5], gini: 4 / 9, normalized: 2 / 3, evenness: 0.5793801642856949),
    // Turns in AMI ES2008a: 29/228
    Row(
      values: [37, 33, 23, 21],
      gini: 29 / 228,
      normalized: 29 / 171,
      evenness: 0.9800617994737508
    ),
  ]

  @Test(arguments: rows) func agreesWithFractions(_ row: Row) throws {
    let gini = try #require(Equality.gini(row.values))
    let normalized = try #require(Equality.normalizedGini(row.values))
    let evenness = try #require(Equality.evenness(row.values))
    #expect(abs(gini - row.gini) < 1e-12)
    #expect(abs(normalized - row.normalized) < 1e-12)
    #expect(abs(evenness - row.evenness) < 1e-12)
  }

  @Test(arguments: rows) func scaleDoesNotMatter(_ row: Row) throws {
    let tripled = row.values.map { $0 * 3 }
    #expect(abs(try #require(Equality.gini(tripled)) - row.gini) < 1e-12)
    #expect(abs(try #require(Equality.evenness(tripled)) - row.evenness) < 1e-12)
  }

  @Test(arguments: [[], [3], [0], [0, 0], [0, 0, 0]] as [[Double]])
  func nothingToCompareIsNil(_ values: [Double]) {
    #expect(Equality.gini(values) == nil)
    #expect(Equality.normalizedGini(values) == nil)
    #expect(Equality.evenness(values) == nil)
  }

  @Test func summaries() throws {
    #expect(Summary.mean([]) == nil)
    #expect(Summary.mean([1, 2, 6]) == 3)
    #expect(Summary.median([]) == nil)
    #expect(Summary.median([4]) == 4)
    #expect(Summary.median([9, 1, 5]) == 5)
    #expect(Summary.median([9, 1, 5, 2]) == 3.5)
    #expect(Summary.standardDeviation([]) == nil)
    #expect(Summary.standardDeviation([4]) == nil)
    // Squares about the mean 5: 9+1+1+1+0+0+4+16 = 32, over 7
    let deviation = try #require(Summary.standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(abs(deviation - 2.138089935299395) < 1e-12)
  }
}
