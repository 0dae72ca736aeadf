import Samtale
import Testing

@Suite struct StudyIdentifierTests {
  /// Gives one number after another, from the end of a list.
  struct Numbers: RandomNumberGenerator {
    var left: [UInt64]
    mutating func next() -> UInt64 { left.popLast() ?? 0 }
  }

  /// The example of RFC 9562, appendix A.6: 2022-02-22 19:22:22 UTC.
  @Test func theLayoutIsThatOfVersion7() {
    var random = Numbers(left: [0x18C4_DC0C_0C07_398F << 2, 0xFFFF_FFFF_FFFF_FCC3])
    let id = Identifier(at: Timestamp(milliseconds: 0x017F_22E2_79B0), using: &random)
    #expect(id.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    #expect(id.short == "0c07398f")
  }

  @Test func versionAndVariantStandWhateverTheRandomBits() {
    for bits in [0, UInt64.max] {
      var random = Numbers(left: [bits, bits])
      let id = Identifier(at: Timestamp(milliseconds: 1), using: &random)
      let last = bits == 0 ? "7000-8000-000000000000" : "7fff-bfff-ffffffffffff"
      #expect(id.description == "00000000-0001-" + last)
    }
  }

  @Test func laterOnesSortAfterEarlierOnes() {
    var random = RandomGenerator(seed: 1)
    let ids = (0..<200).map {
      Identifier(at: Timestamp(milliseconds: 1_790_000_000_000 + $0), using: &random)
    }
    #expect(ids == ids.sorted())
    #expect(ids.map(\.description) == ids.map(\.description).sorted())
  }

  /// Even those of one step, which are made at the same moment.
  @Test func thoseOfOneStepSortAsTheyWereMade() {
    var editor = StudyEditor(
      Study(), lamport: 0,
      signature: .init(actor: StudyBase.anna, at: Timestamp(milliseconds: 5), seed: 3))
    let ids = [editor.step] + (0..<5000).map { _ in editor.newIdentifier() }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == 5001)
    #expect(ids.allSatisfy { $0.description.hasPrefix("00000000-0005-7") })
    #expect(ids.allSatisfy { "89ab".contains(Array($0.description)[19]) })
  }

  @Test func timesBefore1970CountAs1970() {
    var random = Numbers(left: [0, 0])
    let id = Identifier(at: Timestamp(milliseconds: -1), using: &random)
    #expect(id.description == "00000000-0000-7000-8000-000000000000")
  }

  @Test func theTextFormReturns() throws {
    var random = RandomGenerator(seed: 2)
    for milliseconds in 0..<500 {
      let id = Identifier(at: Timestamp(milliseconds: milliseconds << 30), using: &random)
      #expect(Identifier(id.description) == id)
    }
  }

  @Test(arguments: [
    "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f",
    "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", "{017f22e279b07cc398c4dc0c0c07398f}",
  ])
  func usualFormsAreRead(_ text: String) {
    #expect(Identifier(text)?.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
  }

  @Test(arguments: [
    "", "-", "{}", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", " 017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "017f22e2_79b0_7cc3_98c4_dc0c0c07398f", "０17f22e279b07cc398c4dc0c0c07398f",
    "017f22e27-9b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b07cc398c4dc0c0c07398f",
    "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
    "}017f22e2-79b0-7cc3-98c4-dc0c0c07398f{", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f-",
  ])
  func otherTextsAreNone(_ text: String) {
    #expect(Identifier(text) == nil)
  }
}
