import Testing

@testable import Samtale

@Suite struct BoundaryCoefficientTests {
  @Test func theFileIsWhatIsCompiledIn() throws {
    let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let path = "/\(folder)/Sources/Samtale/Topics/Boundaries/coefficients.tsv"
    let bytes = try Files.bytes(path)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text == BoundaryCoefficientData.tsv + "\n", "run .ci/embed-coefficients")
  }

  @Test(
    "each set has a number for each of its features",
    arguments: [
      CoefficientSet.all, .untimed, .withoutWordLists,
    ])
  func complete(set: CoefficientSet) {
    let model = BoundaryModel.of(set)
    #expect(model.terms.map(\.feature) == BoundaryFeature.allCases.filter(set.uses))
    #expect(model.terms.allSatisfy { $0.deviation > 0 && $0.weight.isFinite })
    #expect(model.decoding != .init())
  }
}
