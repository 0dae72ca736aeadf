import Samtale

/// Times of utterances, in milliseconds, for formats in which everything has a start and an end.
///
/// Where only the start is known, an utterance lasts until the first one below it that begins later,
/// else to the end of the recording; where only the end is known, from the last end above it that is
/// earlier, else from 0. An end before the start is taken as not known. So words are left out only
/// where neither time is known, or nothing bounds them.
struct BoundedTimes {
  /// The times of each utterance; `nil` for one that cannot be written.
  private(set) var ranges: [Range<Int>?] = []
  /// What is lost or had to be assumed; ``carried`` is counted here.
  private(set) var losses = ExportLosses()

  /// What is counted here and not by feature.
  static let carried: Set<TranscriptFeature> = [.times, .partialTimes]

  static let untimed = "utterances without start and end, whose words are left out"
  static let unbounded = "utterances with a start or an end only, whose words are left out"
  static let bounded =
    "utterances with a start or an end only, written up to the utterances around them"
  static let wordless = "utterances without words"
  static let lengthened = "utterances without length, which last a millisecond now"

  init(_ transcript: Transcript) {
    let times = transcript.utterances.map { utterance -> (start: Int?, end: Int?) in
      let start = Self.milliseconds(utterance.start)
      let end = Self.milliseconds(utterance.end)
      if let start, let end, end < start { return (start, nil) }
      return (start, end)
    }
    let ends = Self.nextGreater(times.map(\.start))
    let starts = Self.previousLess(times.map(\.end))
    let length = Self.milliseconds(transcript.header.recordingSeconds) ?? 0
    for (utterance, (start, end)) in zip(transcript.utterances, times) {
      let last = ends[utterance.index] ?? length
      let first = starts[utterance.index] ?? 0
      ranges.append(range(utterance, start, end, first: first, last: last))
    }
  }

  private mutating func range(
    _ utterance: Utterance, _ start: Int?, _ end: Int?, first: Int, last: Int
  ) -> Range<Int>? {
    guard !utterance.text.isEmpty else {
      losses.add(Self.wordless)
      return nil
    }
    switch (start, end) {
    case (nil, nil):
      losses.add(Self.untimed)
      return nil
    case (let start?, let end?):
      if start == end { losses.add(Self.lengthened, partOf: .times) }
      return start..<max(end, start + 1)
    case (let start, let end):
      let range = (start ?? first, end ?? last)
      guard range.0 < range.1 else {
        losses.add(Self.unbounded, partOf: .partialTimes)
        return nil
      }
      losses.add(Self.bounded, partOf: .partialTimes)
      return range.0..<range.1
    }
  }

  /// `nil` for what is not known, and for what no recording can have.
  private static func milliseconds(_ seconds: Double?) -> Int? {
    guard let seconds, seconds >= 0, seconds < 1e12 else { return nil }
    return Int((seconds * 1000).rounded())
  }

  /// For each value the first one behind it that is greater.
  private static func nextGreater(_ values: [Int?]) -> [Int?] {
    var found: [Int?] = Array(repeating: nil, count: values.count)
    var waiting: [Int] = []
    for (i, value) in values.enumerated().reversed() {
      guard let value else { continue }
      while let next = waiting.last, next <= value { waiting.removeLast() }
      found[i] = waiting.last
      waiting.append(value)
    }
    return found
  }

  /// For each value the last one before it that is less.
  private static func previousLess(_ values: [Int?]) -> [Int?] {
    var found: [Int?] = Array(repeating: nil, count: values.count)
    var waiting: [Int] = []
    for (i, value) in values.enumerated() {
      guard let value else { continue }
      while let previous = waiting.last, previous >= value { waiting.removeLast() }
      found[i] = waiting.last
      waiting.append(value)
    }
    return found
  }
}
