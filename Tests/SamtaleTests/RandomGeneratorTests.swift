import Samtale
import Testing

/// xoshiro256++ seeded by SplitMix64, against a transcription of the published algorithms in
/// Python (which gives 41943041, 58720359, 3588806011781223 … from the state 1, 2, 3, 4, and
/// 6457827717110365317 … from SplitMix64 with 1234567, as their authors' code does).
@Suite struct RandomGeneratorTests {
  struct Row: Sendable {
    var seed: UInt64
    var output: [UInt64]
  }

  static let rows: [Row] = [
    Row(
      seed: 0,
      output: [
        0x5317_5D61_490B_23DF, 0x61DA_6F3D_C380_D507, 0x5C0F_DF91_EC9A_7BFC,
        0x02EE_BF8C_3BBE_5E1A,
      ]
    ),
    Row(
      seed: 1,
      output: [
        0xCFC5_D07F_6F03_C29B, 0xBF42_4132_963F_E08D, 0x19A3_7D57_57AA_F520,
        0xBF08_119F_05CD_56D6,
      ]
    ),
    Row(
      seed: 42,
      output: [
        0xD076_4D4F_4476_689F, 0x519E_4174_576F_3791, 0xFBE0_7CFB_0C24_ED8C,
        0xB37D_9F60_0CD8_35B8,
      ]
    ),
    Row(
      seed: .max,
      output: [
        0x56CC_F8CE_948E_27B2, 0xE685_8843_2E5A_5B90, 0xE3E9_B5A4_8119_CA8B,
        0x460F_1949_5532_AE73,
      ]
    ),
  ]

  @Test(arguments: rows) func agreesWithThePublishedAlgorithm(_ row: Row) {
    var generator = RandomGenerator(seed: row.seed)
    #expect(row.output.map { _ in generator.next() } == row.output)
  }

  @Test func streamZeroIsTheDefault() {
    var one = RandomGenerator(seed: 5)
    var other = RandomGenerator(seed: 5, stream: 0)
    #expect(one.next() == other.next())
  }

  @Test func streamsAndSeedsDiffer() {
    var first: Set<UInt64> = []
    for seed in 0..<50 as Range<UInt64> {
      for stream in 0..<50 as Range<UInt64> {
        var generator = RandomGenerator(seed: seed, stream: stream)
        first.insert(generator.next())
      }
    }
    #expect(first.count == 2_500)
  }

  /// Between neighbouring streams half of all bits agree: 64,000 bits, five standard deviations.
  @Test func neighbouringStreamsLookUnrelated() {
    for stream in 0..<20 as Range<UInt64> {
      var one = RandomGenerator(seed: 3, stream: stream)
      var next = RandomGenerator(seed: 3, stream: stream + 1)
      var agreeing = 0
      for _ in 0..<1_000 { agreeing += 64 - (one.next() ^ next.next()).nonzeroBitCount }
      #expect((31_367...32_633).contains(agreeing))
    }
  }

  @Test func rollsEvenly() {
    var generator = RandomGenerator(seed: 11)
    var counts = Array(repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[Int.random(in: 0..<6, using: &generator)] += 1 }
    // 10,000 each; the standard deviation is 91.
    for count in counts { #expect((9_540...10_460).contains(count)) }
  }
}
