import Samtale
import Testing

/// The uα family.
///
/// The numbers printed by Krippendorff, Mathet, Bouvry and Widlöcher (2016) and by Krippendorff
/// (2019, section 12.6) could not be had. The figures here are (a) the output of a public program
/// that cites the paper, (b) fractions worked out independently with Python's `fractions`: every
/// position of every coder one by one, chance by pairing any two positions of any coders except
/// those of one unit and a position of a gap with itself, and (c) small ones worked by hand.
@Suite struct UnitizingAgreementTests {
  typealias Units = [(Range<Int>, Int)]

  struct Example: Sendable {
    var continua: UnitizedContinua
    var u: Double
    var binary: Double?
    var cu: Double?
    var coverage: Double?
    var ku: [Double?]
  }

  /// github.com/lindanna/unitized_alpha, unitized_alpha.py: its example of three coders.
  static let three = UnitizedContinua([
    UnitizedContinuum(
      20, [(2..<5, 1), (9..<11, 1), (12..<20, 2)], [(2..<5, 1), (7..<15, 2)],
      [(2..<5, 1), (10..<15, 2)])
  ])

  /// The program's README prints these, to three decimals.
  @Test func agreesWithAPublicProgram() {
    let texts = Self.three
    #expect(texts.uAlpha().value.isAbout(0.474, 0.0005))
    #expect(texts.binaryUAlpha().value.isAbout(0.433, 0.0005))
    #expect(texts.cuAlpha().value.isAbout(0.779, 0.0005))
    #expect(texts.cuAlpha().coverage.isAbout(0.3833, 0.00005))
    #expect(texts.kuAlpha(1).value.isAbout(0.769, 0.0005))
    #expect(texts.kuAlpha(1).coverage.isAbout(0.9545, 0.00005))
    #expect(texts.kuAlpha(2).value.isAbout(0.787, 0.0005))
    #expect(texts.kuAlpha(2).coverage.isAbout(0.5952, 0.00005))
  }

  /// Ten positions, 0..<4 against 2..<6. Of ℓ = 20, ℓ_11 = 4, ℓ_φφ = 8, ℓ_1φ = ℓ_φ1 = 4; taken from
  /// chance are 4² + 4² and twelve positions in gaps. 1 − 8 (400 − 44) / (20 · 2 · 8 · 12) = 31/120.
  @Test func oneUnitEachByHand() {
    let texts = UnitizedContinua([UnitizedContinuum(10, [(0..<4, 1)], [(2..<6, 1)])])
    #expect(texts.uAlpha().value.isAbout(31 / 120))
    #expect(texts.binaryUAlpha().value.isAbout(31 / 120))
    #expect(texts.uAlpha().n == 10)
    #expect(texts.uAlpha().coders == 2)
    #expect(texts.uAlpha().coverage == nil)
    #expect(texts.cuAlpha().reason == .noVariation)
  }

  /// Two halves, given to the categories the other way round. ℓ = 16, all of it disagreeing, no
  /// gaps; 1 − 16 (256 − 64) / (16 · 2 · 8 · 8) = −1/2.
  @Test func theOppositeByHand() {
    let texts = UnitizedContinua([
      UnitizedContinuum(8, [(0..<4, 1), (4..<8, 2)], [(0..<4, 2), (4..<8, 1)])
    ])
    #expect(texts.uAlpha().value.isAbout(-0.5))
    #expect(texts.cuAlpha().value.isAbout(-0.5))
    #expect(texts.cuAlpha().coverage == 1)
    #expect(texts.binaryUAlpha().reason == .noVariation)
  }

  /// Worked out independently, as above.
  static let examples: [Example] = [
    Example(
      continua: three, u: 109 / 230, binary: 277 / 640, cu: 3134 / 4025, coverage: 23 / 60,
      ku: [942 / 1225, 3442 / 4375]),
    Example(
      continua: UnitizedContinua([
        UnitizedContinuum(10, [(0..<3, 1), (5..<9, 2)], [(1..<4, 1), (5..<7, 1), (7..<10, 2)])
      ]), u: 44 / 131, binary: 38 / 125, cu: 13 / 27, coverage: 3 / 5, ku: [4 / 9, 14 / 27]),
    Example(
      continua: UnitizedContinua([
        UnitizedContinuum(
          30, [(0..<6, 1), (8..<15, 2), (20..<24, 3)], [(1..<7, 1), (9..<13, 3), (14..<16, 2)],
          [(0..<5, 2), (8..<14, 2), (21..<30, 3)])
      ]), u: 1783 / 8379, binary: 4889 / 18081, cu: 11243 / 41248, coverage: 16 / 45,
      ku: [154 / 361, 3136 / 31713, 411 / 1225]),
    Example(
      continua: several, u: 6029 / 34595, binary: 779 / 13475, cu: 4391 / 7700,
      coverage: 25 / 99, ku: [1921 / 3388, 1235 / 2156, nil]),
    Example(
      continua: UnitizedContinua([UnitizedContinuum(10, [(0..<4, 1)], [(5..<9, 2)])]),
      u: -19 / 70, binary: -29 / 60, cu: nil, coverage: nil, ku: [nil, nil]),
  ]

  /// Four texts; not every coder worked on each, and only one on the last.
  static let several = UnitizedContinua([
    UnitizedContinuum(
      12, [(0..<4, 1), (6..<10, 2)], [(1..<5, 1), (6..<9, 2)], [(0..<3, 2)]),
    UnitizedContinuum(9, [(2..<7, 2)], nil, [(3..<9, 2)]),
    UnitizedContinuum(15, [(0..<5, 1), (5..<9, 2)], [(0..<6, 1), (10..<15, 3)], []),
    UnitizedContinuum(7, nil, [(0..<7, 3)], nil),
  ])

  @Test(arguments: examples) func agreesWithFractions(_ example: Example) {
    let texts = example.continua
    expectSame(texts.uAlpha(), example.u)
    expectSame(texts.binaryUAlpha(), example.binary)
    expectSame(texts.cuAlpha(), example.cu)
    #expect(
      texts.cuAlpha().coverage == example.coverage
        || texts.cuAlpha().coverage.isAbout(example.coverage ?? -1))
    let kuAlphas = texts.kuAlphas()
    #expect(kuAlphas.map(\.category) == texts.categories)
    #expect(kuAlphas.count == example.ku.count)
    for (alpha, value) in zip(kuAlphas, example.ku) { expectSame(alpha, value) }
  }

  private func expectSame(_ agreement: Agreement, _ value: Double?) {
    if let value {
      #expect(agreement.value.isAbout(value), "\(agreement)")
      #expect(agreement.reason == nil)
    } else {
      #expect(agreement.value == nil)
      #expect(agreement.reason != nil)
    }
  }

  @Test func textsThatOneCoderWorkedOnDoNotCount() {
    let without = UnitizedContinua(Array(Self.several.continua.dropLast()))
    #expect(without.uAlpha().value == Self.several.uAlpha().value)
    #expect(Self.several.uAlpha().n == 36)
    #expect(Self.several.uAlpha().coders == 3)
  }

  /// One code at a time, where codes may overlap: a coder who gave words two codes.
  @Test func oneCategoryAtATime() {
    let texts = UnitizedContinua([
      UnitizedContinuum(10, [(0..<4, 1), (2..<8, 2)], [(2..<6, 1), (2..<8, 2)])
    ])
    #expect(texts.uAlpha().reason == .overlappingUnits)
    #expect(texts.only(1).uAlpha().value.isAbout(31 / 120))
    #expect(texts.only(2).uAlpha().value == 1)
    #expect(texts.only(3).uAlpha().reason == .noVariation)
  }
}

extension UnitizedContinuum {
  /// A text with the units of each coder.
  init(_ length: Int, _ coders: [(Range<Int>, Int)]?...) {
    self.init(
      length: length,
      coders: coders.map { $0?.map { Unit(range: $0.0, category: $0.1) } })
  }
}
