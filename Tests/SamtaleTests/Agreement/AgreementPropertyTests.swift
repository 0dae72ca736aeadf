import Samtale
import Testing

/// What must hold of any codings, on invented ones.
@Suite struct AgreementPropertyTests {
  static let seeds = Array(UInt64(1)...40)

  static func table(_ generator: inout RandomGenerator) -> CodingTable {
    let coders = Int.random(in: 2...4, using: &generator)
    let count = Int.random(in: 3...30, using: &generator)
    return CodingTable(
      units: (0..<count).map { _ in
        let category = Int.random(in: 0...3, using: &generator)
        return (0..<coders).map { _ in
          switch Int.random(in: 0..<10, using: &generator) {
          case 0: nil
          case 1...2: Int.random(in: 0...3, using: &generator)
          default: category
          }
        }
      })
  }

  static func continua(_ generator: inout RandomGenerator) -> UnitizedContinua {
    let coders = Int.random(in: 2...4, using: &generator)
    return UnitizedContinua(
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        let length = Int.random(in: 20...90, using: &generator)
        return UnitizedContinuum(
          length: length, coders: (0..<coders).map { _ in units(length, &generator) })
      })
  }

  static func units(
    _ length: Int, _ generator: inout RandomGenerator
  ) -> [UnitizedContinuum.Unit] {
    var units: [UnitizedContinuum.Unit] = []
    var start = Int.random(in: 0...8, using: &generator)
    while start < length {
      let end = min(length, start + Int.random(in: 1...12, using: &generator))
      units.append(.init(range: start..<end, category: Int.random(in: 1...3, using: &generator)))
      start = end + Int.random(in: 0...6, using: &generator)
    }
    return units
  }

  static func all(_ table: CodingTable) -> [Agreement] {
    [table.percentageAgreement(), table.krippendorffsAlpha(), table.cohensKappa()]
  }

  static func all(_ texts: UnitizedContinua) -> [Agreement] {
    [texts.uAlpha(), texts.binaryUAlpha(), texts.cuAlpha()]
  }

  func expectSame(_ one: [Agreement], _ other: [Agreement]) {
    #expect(one.count == other.count)
    for (one, other) in zip(one, other) {
      #expect(one.reason == other.reason)
      #expect(one.n == other.n)
      #expect(one.value == other.value || one.value.isAbout(other.value ?? .nan, 1e-10))
    }
  }

  @Test(arguments: seeds) func orderAndNamesDoNotMatter(_ seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let table = Self.table(&generator)
    let same = Self.all(table)
    expectSame(same, Self.all(CodingTable(units: table.units.shuffled(using: &generator))))
    let renamed = CodingTable(
      units: table.units.map { $0.values.map { $0.map { 1000 - 7 * $0 } } })
    expectSame(same, Self.all(renamed))
    expectSame(table.krippendorffsAlphas(), renamed.krippendorffsAlphas().reversed())
    let swapped = CodingTable(units: table.units.map { [$0.values[1], $0.values[0]] })
    let two = CodingTable(units: table.units.map { [$0.values[0], $0.values[1]] })
    expectSame(Self.all(two), Self.all(swapped))
    let turned = CodingTable(units: table.units.map { Array($0.values.reversed()) })
    expectSame(Array(same.prefix(2)), Array(Self.all(turned).prefix(2)))
  }

  @Test(arguments: seeds) func valuesAreInRange(_ seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let table = Self.table(&generator)
    let texts = Self.continua(&generator)
    for agreement in Self.all(table) + table.krippendorffsAlphas() + table.cohensKappas()
      + Self.all(texts) + texts.kuAlphas()
    {
      #expect((agreement.value == nil) == (agreement.reason != nil))
      #expect(agreement.value.map { $0.isFinite && $0 <= 1 } ?? true, "\(agreement)")
    }
  }

  @Test(arguments: seeds) func identicalCodingsAgreePerfectly(_ seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let codes = (0..<12).map { $0 % 3 }
    let coders = Int.random(in: 2...5, using: &generator)
    let table = CodingTable(units: codes.map { Array(repeating: $0, count: coders) })
    #expect(Self.all(table).map(\.value) == [1, 1, 1])
    let units =
      [.init(range: 0..<3, category: 1), .init(range: 3..<5, category: 2)]
      + Self.units(60, &generator).filter { $0.range.lowerBound >= 5 }
    let texts = UnitizedContinua([
      UnitizedContinuum(length: 70, coders: Array(repeating: units, count: coders))
    ])
    #expect(Self.all(texts).map(\.value) == [1, 1, 1])
    #expect(texts.kuAlphas().allSatisfy { $0.value == 1 && $0.coverage == 1 })
    let withEmpty = UnitizedContinua([
      UnitizedContinuum(length: 70, coders: Array(repeating: units, count: coders) + [[]])
    ])
    #expect(withEmpty.uAlpha().value.map { $0 < 1 } == true)
    #expect(withEmpty.cuAlpha().value == 1)
  }

  @Test(arguments: seeds) func coderWithoutValuesChangesNothing(_ seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let table = Self.table(&generator)
    expectSame(
      Self.all(table), Self.all(CodingTable(units: table.units.map { $0.values + [nil] })))
    let texts = Self.continua(&generator)
    let more = UnitizedContinua(
      texts.continua.map { UnitizedContinuum(length: $0.length, coders: [nil] + $0.coders) })
    expectSame(Self.all(texts), Self.all(more))
    #expect(texts.coders == more.coders)
  }

  /// Texts are measured as if they followed one another.
  @Test(arguments: seeds) func severalTextsAreOneLongText(_ seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let texts = Self.continua(&generator)
    var length = 0
    var coders = texts.continua[0].coders.map { _ in [UnitizedContinuum.Unit]() }
    for text in texts.continua {
      for (coder, units) in text.coders.enumerated() {
        for unit in units ?? [] {
          let range = (unit.range.lowerBound + length)..<(unit.range.upperBound + length)
          coders[coder].append(.init(range: range, category: unit.category))
        }
      }
      length += text.length
    }
    let long = UnitizedContinua([UnitizedContinuum(length: length, coders: coders)])
    expectSame(Self.all(texts) + texts.kuAlphas(), Self.all(long) + long.kuAlphas())
    let shuffled = UnitizedContinua(
      texts.continua.shuffled(using: &generator).map { text in
        UnitizedContinuum(
          length: text.length,
          coders: text.coders.reversed().map { $0?.shuffled(using: &generator) })
      })
    expectSame(Self.all(texts), Self.all(shuffled))
  }

  @Test(arguments: seeds) func oneCategoryLeavesNothingToCode(_ seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let texts = Self.continua(&generator).only(2)
    #expect(texts.uAlpha().value != nil)
    #expect(texts.uAlpha().value.isAbout(texts.binaryUAlpha().value ?? .nan))
    #expect(texts.cuAlpha().value == nil)
  }

  /// Units without gaps and all of one position: uα is α with each position a unit.
  @Test(arguments: seeds) func unitsOfOnePositionGiveAlpha(_ seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let table = CodingTable(
      units: Self.table(&generator).units.map { $0.values.map { $0 ?? 0 } })
    let coders = table.units[0].values.indices.map { coder in
      table.units.enumerated().map { position, unit in
        UnitizedContinuum.Unit(
          range: position..<position + 1, category: (unit.values[coder] ?? 0) + 1)
      }
    }
    let texts = UnitizedContinua([
      UnitizedContinuum(length: table.units.count, coders: coders)
    ])
    expectSame([table.krippendorffsAlpha()], [texts.uAlpha()])
    expectSame([table.krippendorffsAlpha()], [texts.cuAlpha()])
    for (alpha, ku) in zip(table.krippendorffsAlphas(), texts.kuAlphas()) {
      // (k)uα with all units the same length is α of one category against the rest.
      #expect(alpha.value == ku.value || alpha.value.isAbout(ku.value ?? .nan, 1e-10))
    }
  }
}
