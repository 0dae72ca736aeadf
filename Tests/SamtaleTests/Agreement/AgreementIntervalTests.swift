import Samtale
import Testing

/// Bootstrap intervals of agreement.
@Suite struct AgreementIntervalTests {
  static let codes: [Int?] = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]
  static let others: [Int?] = [1, 2, 3, 1, 2, 3, 1, 2, 2, 1, 3, 3, 1, 1, 3]
  static let table = CodingTable(codes, others)

  static func texts(_ count: Int) -> UnitizedContinua {
    var generator = RandomGenerator(seed: 3)
    return UnitizedContinua(
      (0..<count).map { _ in
        UnitizedContinuum(
          length: 80, coders: (0..<2).map { _ in AgreementPropertyTests.units(80, &generator) })
      })
  }

  @Test func sameSeedSameInterval() throws {
    let agreements = intervals(Bootstrap(seed: 7))
    #expect(intervals(Bootstrap(seed: 7)) == agreements)
    for agreement in agreements {
      let interval = try #require(agreement.interval)
      let value = try #require(agreement.value)
      #expect(interval.low < value && value < interval.high)
      #expect(interval.high <= 1)
    }
    // Lengths vary finely enough for another seed to show.
    for (one, other) in zip(agreements, intervals(Bootstrap(seed: 8))).dropFirst(3) {
      #expect(one.value == other.value)
      #expect(one.interval != other.interval)
    }
  }

  private func intervals(_ bootstrap: Bootstrap) -> [Agreement] {
    let texts = Self.texts(8)
    return [
      Self.table.percentageAgreement(bootstrap: bootstrap),
      Self.table.krippendorffsAlpha(bootstrap: bootstrap),
      Self.table.cohensKappa(bootstrap: bootstrap), texts.uAlpha(bootstrap: bootstrap),
      texts.binaryUAlpha(bootstrap: bootstrap), texts.cuAlpha(bootstrap: bootstrap),
      texts.kuAlpha(1, bootstrap: bootstrap),
    ]
  }

  @Test func noneUnlessAskedFor() {
    #expect(Self.table.krippendorffsAlpha().interval == nil)
    #expect(Self.texts(8).uAlpha().interval == nil)
  }

  @Test func noneForFew() {
    let bootstrap = Bootstrap(samples: 200)
    let nine = CodingTable(units: Array(Self.table.units.prefix(9)))
    let ten = CodingTable(units: Array(Self.table.units.prefix(10)))
    #expect(nine.krippendorffsAlpha(bootstrap: bootstrap).interval == nil)
    #expect(ten.krippendorffsAlpha(bootstrap: bootstrap).interval != nil)
    #expect(Self.texts(5).uAlpha(bootstrap: bootstrap).interval == nil)
    #expect(Self.texts(6).uAlpha(bootstrap: bootstrap).interval != nil)
    #expect(Self.table.krippendorffsAlpha(bootstrap: Bootstrap(samples: 0)).interval == nil)
  }

  /// Units of one document are drawn together: five documents are too few, six are enough.
  @Test func documentsAreDrawnWhole() throws {
    let documents = { (count: Int) in
      CodingTable(
        units: Self.table.units.enumerated().map {
          CodingTable.Unit(values: $0.element.values, document: $0.offset % count)
        })
    }
    let bootstrap = Bootstrap(samples: 300)
    #expect(documents(5).krippendorffsAlpha(bootstrap: bootstrap).interval == nil)
    let six = documents(6).krippendorffsAlpha(bootstrap: bootstrap)
    #expect(six.value == Self.table.krippendorffsAlpha().value)
    #expect(six.interval != nil)
    #expect(documents(6).cohensKappa(bootstrap: bootstrap).interval != nil)
    // Documents that are all alike leave nothing to vary.
    let alike = CodingTable(
      units: (0..<8).flatMap { document in
        [[1, 1], [1, 2], [2, 2]].map { CodingTable.Unit(values: $0, document: document) }
      })
    let interval = try #require(alike.krippendorffsAlpha(bootstrap: bootstrap).interval)
    #expect(interval.low == interval.high)
  }

  /// One unit of twelve differs, so about a third of the samples has no variation.
  @Test func noneWhereManySamplesAreUndefined() {
    let rare = CodingTable(units: [[2, 2]] + Array(repeating: [1, 1], count: 11))
    let bootstrap = Bootstrap(samples: 400)
    let alpha = rare.krippendorffsAlpha(bootstrap: bootstrap)
    #expect(alpha.value == 1)
    #expect(alpha.interval == nil)
    #expect(rare.cohensKappa(bootstrap: bootstrap).interval == nil)
    #expect(rare.percentageAgreement(bootstrap: bootstrap).interval != nil)
  }

  /// 200 invented tables of 80 units in two categories, each coder right in 9 of 10: they agree in
  /// 0.82, and α and κ are 1 − 0.18/0.5 = 0.64.
  @Test func coversTheTruthAboutAsOftenAsPromised() throws {
    var generator = RandomGenerator(seed: 12)
    var covered = (alpha: 0, kappa: 0)
    for seed in 0..<200 {
      let units = (0..<80).map { _ -> [Int?] in
        let truth = Int.random(in: 0...1, using: &generator)
        return (0..<2).map { _ in
          Int.random(in: 0..<10, using: &generator) == 0 ? 1 - truth : truth
        }
      }
      let table = CodingTable(units: units)
      let bootstrap = Bootstrap(samples: 200, seed: UInt64(seed))
      let alpha = try #require(table.krippendorffsAlpha(bootstrap: bootstrap).interval)
      let kappa = try #require(table.cohensKappa(bootstrap: bootstrap).interval)
      if alpha.low <= 0.64, alpha.high >= 0.64 { covered.alpha += 1 }
      if kappa.low <= 0.64, kappa.high >= 0.64 { covered.kappa += 1 }
    }
    // 87 % to 99 % of 200
    #expect((174...198).contains(covered.alpha), "\(covered.alpha) of 200")
    #expect((174...198).contains(covered.kappa), "\(covered.kappa) of 200")
  }
}
