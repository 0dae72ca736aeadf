import Samtale

/// Where each character of a source's text stands in the transcript that was made of it.
///
/// The words of an utterance are characters of its lines, in order, with speaker labels and remarks
/// left out and white space collapsed. Which characters were left out is found again by aligning
/// the two without their white space: with the fewest cuts, a label in front being no cut.
struct QDATextMap {
  /// A character of the source with its place in an utterance.
  private struct Entry {
    var source: Int
    var utterance: Int
    /// Offsets in the utterance's text.
    var low: Int
    var high: Int
  }

  /// What became of a range of the source.
  struct Found {
    var stretches: [TextStretch]
    /// Whether there were no words in it, so that the utterance around it stands for it.
    var isLabelOnly = false
  }

  private var entries: [Entry] = []
  /// Where the lines of utterances begin, with the first utterance of each.
  private var starts: [(source: Int, utterance: Int)] = []
  private var lengths: [Int] = []
  /// Utterances whose words were not found in their lines.
  private(set) var unaligned: [Int] = []
  /// How many characters that are in no utterance and no white space stand before each.
  private var outside: [Int32] = [0]

  /// Steps that aligning may still take: in proportion to the length of the text.
  private var steps: Int

  init(_ text: QDAText, _ transcript: Transcript) {
    steps = 1_000_000 + 500 * text.scalars.count
    let lineStarts = text.lineStarts
    let words = transcript.utterances.map { Array($0.text.unicodeScalars) }
    lengths = words.map(\.count)
    var groups: [(line: Int, utterances: [Int])] = []
    for utterance in transcript.utterances {
      if let last = groups.indices.last, utterance.line <= groups[last].line {
        groups[last].utterances.append(utterance.index)
      } else {
        groups.append((utterance.line, [utterance.index]))
      }
    }
    for (i, group) in groups.enumerated() {
      guard let first = group.utterances.first else { continue }
      let start = Self.start(of: group.line, lineStarts, text)
      let end =
        i + 1 < groups.count
        ? Self.start(of: groups[i + 1].line, lineStarts, text) : text.scalars.count
      starts.append((start, first))
      align(text, start..<max(start, end), group.utterances, words)
    }
    countOutside(text)
  }

  private mutating func countOutside(_ text: QDAText) {
    outside.reserveCapacity(text.scalars.count + 1)
    var next = 0
    var count: Int32 = 0
    for (place, scalar) in text.scalars.enumerated() {
      if next < entries.count, entries[next].source == place {
        next += 1
      } else if !scalar.properties.isWhitespace {
        count += 1
      }
      outside.append(count)
    }
  }

  private static func start(of line: Int, _ starts: [Int], _ text: QDAText) -> Int {
    line >= 1 && line <= starts.count ? starts[line - 1] : text.scalars.count
  }

  private mutating func align(
    _ text: QDAText, _ range: Range<Int>, _ utterances: [Int], _ words: [[Unicode.Scalar]]
  ) {
    let places = range.filter { !text.scalars[$0].properties.isWhitespace }
    var wanted: [(scalar: Unicode.Scalar, utterance: Int, offset: Int)] = []
    for utterance in utterances {
      for (offset, scalar) in words[utterance].enumerated()
      where !scalar.properties.isWhitespace {
        wanted.append((scalar, utterance, offset))
      }
    }
    let shown = places.map { XMLWriter.isAllowed(text.scalars[$0]) ? text.scalars[$0] : "\u{FFFD}" }
    guard let matches = Subsequence.match(wanted.map(\.scalar), in: shown, steps: &steps) else {
      return keepWhole(places, utterances)
    }
    for (i, match) in matches.enumerated() {
      let (_, utterance, offset) = wanted[i]
      addSpace(before: places[match], utterance, offset)
      entries.append(
        Entry(source: places[match], utterance: utterance, low: offset, high: offset + 1))
    }
  }

  /// White space between two words: its first character stands for the space of the utterance.
  private mutating func addSpace(before source: Int, _ utterance: Int, _ offset: Int) {
    guard let last = entries.last, last.utterance == utterance, last.high + 1 == offset,
      last.source + 1 < source
    else { return }
    entries.append(
      Entry(source: last.source + 1, utterance: utterance, low: last.high, high: offset))
  }

  /// Lets every character of lines that cannot be aligned stand for the first of their utterances.
  private mutating func keepWhole(_ places: [Int], _ utterances: [Int]) {
    unaligned += utterances
    guard let first = utterances.first, lengths[first] > 0 else { return }
    entries += places.map { Entry(source: $0, utterance: first, low: 0, high: lengths[first]) }
  }

  /// The place in the transcript of a range of the source; `nil` if there is no utterance near it.
  func place(_ range: Range<Int>) -> Found? {
    let low = firstEntry(from: range.lowerBound)
    let high = firstEntry(from: range.upperBound)
    guard low < high else {
      return utterance(around: range.lowerBound).map {
        Found(stretches: [TextStretch(utterance: $0)], isLabelOnly: true)
      }
    }
    let (first, last) = (entries[low], entries[high - 1])
    guard first.utterance < last.utterance else {
      return Found(stretches: [stretch(first.utterance, first.low, last.high)])
    }
    var stretches = [stretch(first.utterance, first.low, lengths[first.utterance])]
    stretches += (first.utterance + 1..<last.utterance).filter { lengths[$0] > 0 }
      .map { TextStretch(utterance: $0) }
    stretches.append(stretch(last.utterance, 0, last.high))
    return Found(stretches: stretches)
  }

  /// How many utterances a range spans.
  func utterances(in range: Range<Int>) -> Int {
    let (low, high) = (firstEntry(from: range.lowerBound), firstEntry(from: range.upperBound))
    return low < high ? entries[high - 1].utterance - entries[low].utterance + 1 : 1
  }

  /// How many characters of a range that are no white space are in no utterance: labels, remarks.
  func charactersOutside(_ range: Range<Int>) -> Int {
    Int(outside[range.upperBound] - outside[range.lowerBound])
  }

  private func stretch(_ utterance: Int, _ low: Int, _ high: Int) -> TextStretch {
    let isWhole = low == 0 && high == lengths[utterance]
    return TextStretch(utterance: utterance, scalars: isWhole ? nil : low..<high)
  }

  /// The utterance in whose lines a place lies.
  func utterance(around place: Int) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].source <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1].utterance : nil
  }

  private func firstEntry(from place: Int) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].source < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Finds a text in a longer one from which it was made by leaving parts out.
enum Subsequence {
  /// Most steps that are taken for one line; beyond it is not aligned.
  private static let limit = 8_000_000

  /// Where each element stands, with the fewest cuts; what is left out at the beginning is no cut.
  /// - Parameters:
  ///   - wanted: The shorter text.
  ///   - text: The longer text.
  ///   - steps: How many steps may be taken; those taken are subtracted.
  /// - Returns: `nil` if the shorter text is no part of the longer in this sense, or if finding out
  ///   would take too long.
  static func match(
    _ wanted: [Unicode.Scalar], in text: [Unicode.Scalar], steps: inout Int
  ) -> [Int]? {
    let spare = text.count - wanted.count
    guard spare >= 0 else { return nil }
    if text[spare...].elementsEqual(wanted) { return Array(spare..<text.count) }
    let needed = (wanted.count + 1) * (spare + 1)
    guard needed <= min(limit, steps) else { return nil }
    steps -= needed
    return fewestCuts(wanted, text, spare)
  }

  private static func fewestCuts(
    _ wanted: [Unicode.Scalar], _ text: [Unicode.Scalar], _ spare: Int
  ) -> [Int]? {
    let none = Int32.max / 2
    // costs[d]: fewest cuts after which d characters have been left out.
    var costs = [Int32](repeating: 0, count: spare + 1)
    var origins = [Int32](repeating: 0, count: wanted.count * (spare + 1))
    for i in wanted.indices {
      var cheapest = (cost: none, from: Int32(0))
      for d in 0...spare {
        let stay = costs[d]
        let isCut = cheapest.cost + 1 < stay
        let cost = isCut ? cheapest.cost + 1 : stay
        if stay < cheapest.cost { cheapest = (stay, Int32(d)) }
        origins[i * (spare + 1) + d] = isCut ? cheapest.from : Int32(d)
        costs[d] = text[i + d] == wanted[i] ? min(cost, none) : none
      }
    }
    // What is left out at the end is one cut more.
    guard let best = (0...spare).min(by: { total(costs, $0, spare) < total(costs, $1, spare) }),
      costs[best] < none
    else { return nil }
    var matches = [Int](repeating: 0, count: wanted.count)
    var d = best
    for i in wanted.indices.reversed() {
      matches[i] = i + d
      d = Int(origins[i * (spare + 1) + d])
    }
    return matches
  }

  private static func total(_ costs: [Int32], _ d: Int, _ spare: Int) -> Int32 {
    costs[d] + (d < spare ? 1 : 0)
  }
}
