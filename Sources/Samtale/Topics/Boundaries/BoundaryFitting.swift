/// What the program that fits the coefficients sees of the library, and nobody else.
@_spi(BoundaryFit)
public struct BoundaryFitting: Sendable {
  private let analysis: BoundaryAnalysis

  public init(_ transcript: Transcript, set: CoefficientSet, leaderRole: String? = nil) {
    analysis = BoundaryAnalysis(transcript, set: set, leaderRole: leaderRole)
  }

  /// Utterance of each unit.
  public var utterances: [Int] { analysis.units.utterances }
  /// Content words of each unit, for methods to compare with.
  public var content: [[Int]] {
    (0..<analysis.units.count).map {
      Array(analysis.units.content[analysis.units.contentRange($0, $0 + 1)])
    }
  }
  /// Features that a set uses, as columns of ``values``.
  public static func features(_ set: CoefficientSet) -> [(name: String, column: Int)] {
    BoundaryFeature.allCases.filter(set.uses).map { ($0.name, $0.rawValue) }
  }
  /// The number of columns.
  public static var width: Int { FeatureMatrix.width }
  /// All features, row by row.
  public var values: [Double] { analysis.matrix.values }

  /// Offset, trust, cohesion, length, mean, deviation, window, caution of the decoder.
  public struct Decoding: Hashable, Sendable {
    public var offset = 0.0
    public var trust = 1.0
    public var cohesion = 0.0
    public var length = 1.0
    public var mean = -2.0
    public var deviation = 1.0
    public var window = 0.06
    public var caution = 0.2
    public init() {}
  }

  /// Units that begin a topic, from logits before each unit.
  public func boundaries(logits: [Double], _ decoding: Decoding, segments: Int? = nil) -> [Int] {
    guard logits.count > 1 else { return [] }
    let decoder = SegmentDecoder(
      logits: logits,
      cohesion: analysis.cohesion,
      decoding: .init(
        offset: decoding.offset,
        trust: decoding.trust,
        cohesion: decoding.cohesion,
        length: decoding.length,
        mean: decoding.mean,
        deviation: decoding.deviation,
        window: decoding.window,
        caution: decoding.caution
      )
    )
    return SegmentDecoder.choose(decoder.posterior(), segments: segments)
  }
}
