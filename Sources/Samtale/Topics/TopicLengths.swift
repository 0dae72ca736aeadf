/// How long topics are.
public struct TopicLengths: Sendable {
  /// Contributions in each topic.
  public var turns: Distribution
  public var words: Distribution
  /// Seconds; only topics that begin and end at known times.
  public var seconds: Distribution

  /// The middle and spread of a list of lengths.
  public struct Distribution: Sendable {
    /// Topics whose length is known.
    public var count: Int
    public var median: Double?
    public var lowerQuartile: Double?
    public var upperQuartile: Double?
    /// Topics in classes that double in width: 0, 1, 2–3, 4–7, 8–15 …
    public var histogram: [Class]

    /// Lengths from one bound up to, not including, another.
    public struct Class: Hashable, Sendable {
      public var from: Int
      public var to: Int
      public var topics: Int
    }

    init(_ values: [Double]) {
      let sorted = values.sorted()
      count = sorted.count
      median = Summary.median(sorted)
      lowerQuartile = sorted.isEmpty ? nil : Summary.quantile(sorted, 0.25)
      upperQuartile = sorted.isEmpty ? nil : Summary.quantile(sorted, 0.75)
      histogram = []
      var (from, to) = (0, 1)
      while histogram.reduce(0, { $0 + $1.topics }) < sorted.count {
        let inside = sorted.count { Double(from) <= $0 && $0 < Double(to) }
        histogram.append(Class(from: from, to: to, topics: inside))
        (from, to) = (to, to * 2)
      }
    }
  }

  init(_ topics: [(segment: TopicSegment, analysis: TopicAnalysis)]) {
    turns = Distribution(topics.map { Double($0.segment.contributions.count) })
    words = Distribution(
      topics.map { topic in
        Double(
          topic.segment.contributions.reduce(0) { $0 + topic.analysis.contributions[$1].words })
      })
    seconds = Distribution(topics.compactMap { Self.seconds($0.segment, $0.analysis) })
  }

  /// From the beginning of each stretch to the latest end in it; `nil` if one is not known.
  static func seconds(_ segment: TopicSegment, _ analysis: TopicAnalysis) -> Double? {
    guard !segment.stretches.isEmpty else { return nil }
    var sum = 0.0
    for stretch in segment.stretches {
      let parts = analysis.contributions[stretch]
      guard let start = parts.first?.start, parts.last?.end != nil,
        let end = parts.compactMap(\.end).max()
      else { return nil }
      sum += max(0, end - start)
    }
    return sum
  }
}
