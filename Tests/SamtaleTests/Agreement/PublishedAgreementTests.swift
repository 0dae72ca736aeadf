import Samtale
import Testing

/// Percentage agreement, κ and α against examples printed in the literature, and against the
/// fractions that these round.
@Suite struct PublishedAgreementTests {
  /// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section A; Krippendorff 2004,
  /// "Content Analysis", 2nd ed., p. 224: two observers, binary data.
  static let binary = CodingTable([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
  /// Krippendorff 2011, section B: two observers, nominal data, a–e.
  static let nominal = CodingTable(
    [1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1], [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4])
  /// Krippendorff 2011, section C; 2004, p. 230: four observers, values missing.
  static let missing = CodingTable(
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil])

  @Test func krippendorffBinary() throws {
    let alpha = Self.binary.krippendorffsAlpha()
    #expect(alpha.value.isAbout(0.095, 0.0005))
    // 1 − 19·8/(2·14·6)
    #expect(alpha.value.isAbout(2 / 21))
    #expect(alpha.n == 10)
    #expect(alpha.coders == 2)
    // Printed as 0.600 (2004)
    #expect(Self.binary.percentageAgreement().value.isAbout(0.6))
  }

  @Test func krippendorffNominal() {
    #expect(Self.nominal.krippendorffsAlpha().value.isAbout(0.692, 0.0005))
    #expect(Self.nominal.krippendorffsAlpha().value.isAbout(155 / 224))
    #expect(Self.nominal.percentageAgreement().value.isAbout(9 / 12))
  }

  @Test func krippendorffWithMissingValues() {
    let alpha = Self.missing.krippendorffsAlpha()
    #expect(alpha.value.isAbout(0.743, 0.0005))
    #expect(alpha.value.isAbout(113 / 152))
    // The twelfth unit has one value.
    #expect(alpha.n == 11)
    #expect(alpha.coders == 4)
    // D_o is printed as 0.200 (2004): 32 of 40 values
    #expect(Self.missing.percentageAgreement().value.isAbout(0.8))
    // One category against the rest: worked out with Python's `fractions` over all pairs of values
    let alphas = Self.missing.krippendorffsAlphas()
    #expect(alphas.map(\.category) == [1, 2, 3, 4, 5])
    let values: [Double] = [67 / 93, 2 / 3, 37 / 50, 136 / 175, 1]
    for (alpha, value) in zip(alphas, values) { #expect(alpha.value.isAbout(value)) }
  }

  /// Krippendorff 2004, p. 227: α is printed as 0.734, agreement as 0.833.
  @Test func krippendorffThreeCategories() {
    let table = CodingTable(
      [1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3], [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3])
    #expect(table.krippendorffsAlpha().value.isAbout(0.734, 0.0005))
    #expect(table.percentageAgreement().value.isAbout(0.833, 0.0005))
  }

  /// Cohen 1960, p. 45: 200 cases, p_o = 0.70, κ = 0.492 from p_e = 0.41.
  @Test func cohenDiagnoses() {
    let table = CodingTable(contingency: [[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    let kappa = table.cohensKappa()
    #expect(kappa.value.isAbout(0.492, 0.0005))
    #expect(kappa.value.isAbout(29 / 59))
    #expect(kappa.n == 200)
    #expect(table.percentageAgreement().value.isAbout(0.7))
    // One category against the rest, by `fractions`
    let values: [Double] = [14 / 25, 11 / 21, 4 / 13]
    for (kappa, value) in zip(table.cohensKappas(), values) {
      #expect(kappa.value.isAbout(value))
    }
  }

  /// Cohen 1960, p. 37: p_o = 0.29 and p_e = 0.35, less than chance; 29/100 and 35/100 are exact.
  @Test func cohenBelowChance() {
    let table = CodingTable(contingency: [[25, 12, 3], [13, 2, 15], [12, 16, 2]])
    #expect(table.percentageAgreement().value.isAbout(0.29))
    #expect(table.cohensKappa().value.isAbout(-6 / 65))
  }

  /// Krippendorff 2004, p. 246: the same agreement, 0.460, and κ rises from 0.186 to 0.258 where
  /// the two coders' distributions differ.
  @Test func kappaRewardsUnequalDistributions() {
    let equal = CodingTable(contingency: [[12, 9, 9], [9, 14, 9], [9, 9, 20]])
    let unequal = CodingTable(contingency: [[12, 18, 18], [0, 14, 18], [0, 0, 20]])
    #expect(equal.percentageAgreement().value.isAbout(0.46))
    #expect(unequal.percentageAgreement().value.isAbout(0.46))
    #expect(equal.cohensKappa().value.isAbout(0.186, 0.0005))
    #expect(unequal.cohensKappa().value.isAbout(0.258, 0.0005))
    #expect(equal.krippendorffsAlpha().value == unequal.krippendorffsAlpha().value)
  }

  /// Landis and Koch 1977 by Agresti 1992, p. 202: κ = 0.493. The coefficients of the categories,
  /// 0.781, 0.247, 0.402 and 0.435, take chance from both coders together (Scott's π); α differs
  /// from π by its correction for n values only: 1 − π = (1 − α) n/(n − 1).
  @Test func agrestiPathologists() {
    let table = CodingTable(
      contingency: [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]])
    #expect(table.cohensKappa().value.isAbout(0.493, 0.0005))
    for (alpha, pi) in zip(table.krippendorffsAlphas(), [0.781, 0.247, 0.402, 0.435]) {
      let scott = alpha.value.map { 1 - (1 - $0) * 236 / 235 }
      #expect(scott.isAbout(pi, 0.0005))
    }
    // One category against the rest with each coder's own distribution, by `fractions`
    let own: [Double] = [1894 / 2425, 257 / 965, 1626 / 3691, 50 / 109]
    for (kappa, value) in zip(table.cohensKappas(), own) { #expect(kappa.value.isAbout(value)) }
  }

  /// κ is the mean of the categories' κ, weighted by 1 − p_e (Fleiss, Levin and Paik 2003, 18.1).
  @Test func kappaIsAMeanOfItsCategories() throws {
    let rows = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    let table = CodingTable(contingency: rows)
    var sums = (above: 0.0, below: 0.0)
    for (k, kappa) in table.cohensKappas().enumerated() {
      let row = rows[k].reduce(0, +)
      let column = rows.reduce(0) { $0 + $1[k] }
      let weight = 1 - Double(row * column + (200 - row) * (200 - column)) / 40000
      sums.above += weight * (try #require(kappa.value))
      sums.below += weight
    }
    #expect(table.cohensKappa().value.isAbout(sums.above / sums.below))
  }
}

extension CodingTable {
  /// A table from each coder's values in turn.
  init(_ coders: [Int?]...) {
    let count = coders.map(\.count).max() ?? 0
    self.init(units: (0..<count).map { unit in coders.map { $0[unit] } })
  }

  /// A table from how often two coders gave each pair of categories.
  init(contingency: [[Int]]) {
    var units: [[Int?]] = []
    for (row, counts) in contingency.enumerated() {
      for (column, count) in counts.enumerated() {
        units += Array(repeating: [row, column], count: count)
      }
    }
    self.init(units: units)
  }
}

extension Double? {
  /// Whether there is a value and it is near another.
  func isAbout(_ other: Double, _ tolerance: Double = 1e-12) -> Bool {
    map { abs($0 - other) <= tolerance } ?? false
  }
}
