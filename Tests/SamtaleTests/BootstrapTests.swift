import Samtale
import Testing

/// Bootstrap intervals of a ratio of sums.
@Suite struct BootstrapTests {
  typealias Cluster = (numerator: Double, denominator: Double)

  static let meetings: [Cluster] = [
    (120, 400), (90, 450), (200, 500), (130, 380), (75, 300), (160, 520),
  ]

  @Test func sameSeedSameInterval() throws {
    let first = try #require(Bootstrap(seed: 7).ratio(Self.meetings, stream: 0))
    #expect(Bootstrap(seed: 7).ratio(Self.meetings, stream: 0) == first)
    #expect(Bootstrap(samples: 2000, seed: 7).ratio(Self.meetings, stream: 0) == first)
    // Σ120+90+200+130+75+160 = 775 of 2550; every resampled ratio lies between 1/5 and 2/5.
    #expect(first.low < 775.0 / 2550 && 775.0 / 2550 < first.high)
    #expect(first.low >= 0.2 && first.high <= 0.4)
  }

  @Test func otherSeedsAndStreamsDiffer() {
    let first = Bootstrap(seed: 1).ratio(Self.meetings, stream: 0)
    #expect(Bootstrap(seed: 2).ratio(Self.meetings, stream: 0) != first)
    #expect(Bootstrap(seed: 1).ratio(Self.meetings, stream: 1) != first)
  }

  @Test(arguments: 0...5) func fewerThanSixClustersGiveNone(_ count: Int) {
    #expect(Bootstrap().ratio(Array(Self.meetings.prefix(count)), stream: 0) == nil)
  }

  @Test func sixClustersGiveOne() {
    #expect(Bootstrap().ratio(Array(Self.meetings.prefix(6)), stream: 0) != nil)
    #expect(Bootstrap().ratio(Self.meetings, stream: 0, fewest: 7) == nil)
  }

  @Test func noDenominatorGivesNone() {
    #expect(Bootstrap().ratio(Array(repeating: (0, 0), count: 8), stream: 0) == nil)
  }

  @Test func equalClustersGiveNoWidth() throws {
    let interval = try #require(
      Bootstrap().ratio(Array(repeating: (3, 12), count: 8), stream: 0)
    )
    #expect(interval.low == 0.25)
    #expect(interval.high == 0.25)
  }

  @Test func clustersWithoutWordsDoNotPullTheRatioDown() throws {
    let interval = try #require(
      Bootstrap().ratio(Array(repeating: (3, 12), count: 6) + [(0, 0)], stream: 0)
    )
    #expect(interval.low == 0.25)
    #expect(interval.high == 0.25)
  }

  /// 400 invented corpora of 20 meetings: the share in each meeting is 0.3 ± up to 0.15, whatever
  /// the meeting's length, so the true pooled share is 0.3.
  @Test func coversTheTruthAboutAsOftenAsPromised() throws {
    var generator = RandomGenerator(seed: 99)
    var covered = 0
    for corpus in 0..<400 {
      let meetings = (0..<20).map { _ -> Cluster in
        let words = Double.random(in: 300...1500, using: &generator)
        return (words * Double.random(in: 0.15...0.45, using: &generator), words)
      }
      let bootstrap = Bootstrap(samples: 300, seed: UInt64(corpus))
      let interval = try #require(bootstrap.ratio(meetings, stream: 0))
      if interval.low <= 0.3, interval.high >= 0.3 { covered += 1 }
    }
    // 88 % to 99 % of 400
    #expect((352...396).contains(covered), "\(covered) of 400")
  }
}
