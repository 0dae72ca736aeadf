import Samtale
import Testing

/// Where a statistic has no value it says why, and is never 0 or not a number.
@Suite struct UndefinedAgreementTests {
  @Test func noUnits() {
    let table = CodingTable(units: [CodingTable.Unit]())
    for agreement in [
      table.percentageAgreement(), table.krippendorffsAlpha(), table.cohensKappa(),
    ] {
      #expect(agreement.value == nil)
      #expect(agreement.reason == .fewerThanTwoCoders)
      #expect(agreement.interval == nil)
      #expect(agreement.n == 0)
      #expect(agreement.coders == 0)
    }
    #expect(table.krippendorffsAlphas().isEmpty)
    #expect(table.cohensKappas().isEmpty)
  }

  @Test func oneCoder() {
    let table = CodingTable([1, 2, 3], [nil, nil, nil])
    #expect(table.coders == 1)
    #expect(table.krippendorffsAlpha().reason == .fewerThanTwoCoders)
    #expect(table.percentageAgreement().reason == .fewerThanTwoCoders)
    #expect(table.cohensKappa().reason == .fewerThanTwoCoders)
  }

  @Test func nobodyIsComparedWithThemselves() {
    let table = CodingTable([1, 2, 3], [1, 2, 2])
    #expect(table.cohensKappa(between: 1, and: 1).reason == .fewerThanTwoCoders)
    #expect(table.cohensKappa(between: 0, and: 7).reason == .fewerThanTwoCoders)
    #expect(table.cohensKappa(between: -1, and: 0).reason == .fewerThanTwoCoders)
  }

  @Test func nothingPairable() {
    let table = CodingTable([1, 2, nil, nil], [nil, nil, 1, 2])
    #expect(table.krippendorffsAlpha().reason == .nothingPairable)
    #expect(table.percentageAgreement().reason == .nothingPairable)
    #expect(table.cohensKappa().reason == .nothingPairable)
    #expect(table.krippendorffsAlpha().n == 0)
  }

  @Test func noVariation() {
    let table = CodingTable([4, 4, 4, 9], [4, 4, 4, nil])
    #expect(table.percentageAgreement().value == 1)
    #expect(table.krippendorffsAlpha().reason == .noVariation)
    #expect(table.cohensKappa().reason == .noVariation)
    #expect(table.krippendorffsAlphas().map(\.reason) == [.noVariation, .noVariation])
  }

  /// Each coder used one category, but not the same: nothing by chance, and nothing in fact.
  @Test func oneCategoryEachIsDefined() {
    let table = CodingTable([1, 1, 1, 1], [2, 2, 2, 2])
    #expect(table.cohensKappa().value == 0)
    #expect(table.krippendorffsAlpha().value.isAbout(1 - 7.0 * 8 / 32))
  }

  @Test func raggedUnits() {
    let table = CodingTable(units: [[1, 1, 2], [2], [], [2, 2]])
    #expect(table.coders == 3)
    #expect(table.krippendorffsAlpha().n == 2)
    let padded = CodingTable(units: [[1, 1, 2], [2, nil, nil], [nil, nil, nil], [2, 2, nil]])
    #expect(table.krippendorffsAlpha() == padded.krippendorffsAlpha())
  }

  static let unitizing: [(UnitizedContinua, Agreement.Undefined)] = [
    (UnitizedContinua([]), .fewerThanTwoCoders),
    (UnitizedContinua([UnitizedContinuum(9, [(0..<4, 1)])]), .fewerThanTwoCoders),
    (UnitizedContinua([UnitizedContinuum(9, [(0..<4, 1)], nil)]), .fewerThanTwoCoders),
    (
      UnitizedContinua([
        UnitizedContinuum(9, [(0..<4, 1)], nil), UnitizedContinuum(9, nil, [(0..<4, 1)]),
      ]), .nothingPairable
    ),
    (UnitizedContinua([UnitizedContinuum(0, [], [])]), .nothingPairable),
    (UnitizedContinua([UnitizedContinuum(9, [], [])]), .noVariation),
    (UnitizedContinua([UnitizedContinuum(9, [(3..<3, 1)], [])]), .noVariation),
    (UnitizedContinua([UnitizedContinuum(9, [(0..<9, 1)], [(0..<9, 1)])]), .noVariation),
    (UnitizedContinua([UnitizedContinuum(9, [(0..<4, 1), (3..<5, 1)], [])]), .overlappingUnits),
    (UnitizedContinua([UnitizedContinuum(9, [(4..<10, 1)], [])]), .outsideContinuum),
    (UnitizedContinua([UnitizedContinuum(9, [(-1..<3, 1)], [])]), .outsideContinuum),
    (UnitizedContinua([UnitizedContinuum(0, [(0..<3, 1)], [])]), .outsideContinuum),
  ]

  @Test(arguments: unitizing) func unitizingSaysWhy(
    _ texts: UnitizedContinua, _ reason: Agreement.Undefined
  ) {
    let bootstrap = Bootstrap(samples: 20)
    #expect(texts.uAlpha(bootstrap: bootstrap).reason == reason)
    #expect(texts.binaryUAlpha(bootstrap: bootstrap).reason == reason)
    for agreement in [texts.cuAlpha(bootstrap: bootstrap), texts.kuAlpha(1)] {
      #expect(agreement.value == nil)
      #expect(agreement.reason != nil)
      #expect(agreement.interval == nil)
      #expect(agreement.coverage == nil)
    }
  }

  @Test func aCategoryThatDoesNotOccur() {
    let texts = UnitizingAgreementTests.three
    #expect(texts.kuAlpha(77).reason == .nothingPairable)
    #expect(texts.kuAlpha(77).category == 77)
  }

  /// A very long text: lengths are squared.
  @Test func longTextsDoNotOverflow() {
    let half = 1 << 40
    let texts = UnitizedContinua([
      UnitizedContinuum(2 * half, [(0..<half, 1)], [(0..<half, 2)])
    ])
    #expect(texts.uAlpha().value.map(\.isFinite) == true)
  }
}
