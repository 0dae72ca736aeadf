import Samtale

/// Where everything in a transcript lies on the time line of ELAN, which leaves nothing without
/// times.
///
/// Known times are kept, rounded to milliseconds. What has none is spread evenly between the starts
/// of its neighbours (at most a second each); what follows the last known time comes a second each.
/// Where there is no room, several begin at the same millisecond, and the order of the time slots
/// tells theirs.
struct ElanLayout {
  struct Item {
    enum Content: Equatable {
      case utterance(Int)
      /// A mark between utterances, as an index of the transcript's marks.
      case between(Int)
    }

    var content: Content
    var timing: ElanType.Timing
    /// Milliseconds.
    var start = 0
    var end = 0
  }

  /// In the order of the transcript.
  private(set) var items: [Item] = []
  /// The item of each utterance.
  private(set) var itemOfUtterance: [Int] = []
  private(set) var losses = ExportLosses()
  /// Where at the latest each item has to start, so that it and what follows can be in order.
  private var latestStarts: [Int?] = []

  /// The longest that something without times is made.
  private static let longest = 1000

  init(_ transcript: Transcript) {
    collect(transcript)
    latestStarts = Array(repeating: nil, count: items.count + 1)
    for i in items.indices.reversed() {
      latestStarts[i] =
        switch items[i].timing {
        case .both, .startOnly: items[i].start
        case .endOnly: min(items[i].end - 1, latestStarts[i + 1] ?? Int.max)
        case .none: latestStarts[i + 1]
        }
    }
    place()
  }

  /// The latest end.
  var end: Int { items.map(\.end).max() ?? 0 }

  private mutating func collect(_ transcript: Transcript) {
    let between = transcript.marks.indices.filter { i in
      let mark = transcript.marks[i]
      return mark.isBetween && (mark.kind == .note || mark.kind == .incident) && !mark.text.isEmpty
    }
    var next = between.startIndex
    for utterance in transcript.utterances {
      while next < between.endIndex, transcript.marks[between[next]].utterance <= utterance.index {
        items.append(Item(content: .between(between[next]), timing: .none))
        next += 1
      }
      itemOfUtterance.append(items.count)
      items.append(item(utterance))
    }
    for i in between[next...] { items.append(Item(content: .between(i), timing: .none)) }
  }

  private mutating func item(_ utterance: Utterance) -> Item {
    let start = utterance.start.map { milliseconds($0) }
    let end = utterance.end.map { milliseconds($0) }
    let content = Item.Content.utterance(utterance.index)
    switch (start, end) {
    case (let start?, let end?) where end > start:
      return Item(content: content, timing: .both, start: start, end: end)
    case (let start?, let end?) where end == start:
      losses.add("utterances that end when they start, written as a millisecond")
      return Item(content: content, timing: .both, start: start, end: start + 1)
    case (let start?, _?):
      losses.add("ends of utterances that lie before their starts")
      return Item(content: content, timing: .startOnly, start: start)
    case (let start?, nil): return Item(content: content, timing: .startOnly, start: start)
    case (nil, let end?): return Item(content: content, timing: .endOnly, end: end)
    case (nil, nil): return Item(content: content, timing: .none)
    }
  }

  private mutating func milliseconds(_ seconds: Double) -> Int {
    let exact = seconds * 1000
    if abs(exact - exact.rounded()) > 1e-4 { losses.add("times finer than milliseconds") }
    return Int(exact.rounded())
  }

  // MARK: Places

  private mutating func place() {
    var cursor = 0
    var reach = 0
    var i = 0
    while i < items.count {
      var next = i + 1
      switch items[i].timing {
      case .both: break
      case .startOnly:
        let room = latestStarts[i + 1].map { $0 - items[i].start } ?? Self.longest
        items[i].end = items[i].start + min(max(room, 1), Self.longest)
      case .endOnly: placeBeforeEnd(i, after: cursor)
      case .none:
        next = items[i...].firstIndex { $0.timing != .none } ?? items.count
        spread(i..<next, after: cursor, reach)
      }
      for item in items[i..<next] {
        if item.start < cursor, case .utterance = item.content {
          losses.add("utterances that start before the one above them, put in the order of starts")
        }
        cursor = max(cursor, item.start)
        reach = max(reach, item.end)
      }
      i = next
    }
  }

  private mutating func placeBeforeEnd(_ i: Int, after cursor: Int) {
    let end = items[i].end
    var start = max(cursor, end - Self.longest)
    if let next = latestStarts[i + 1], next >= cursor { start = min(start, next) }
    if start >= end { start = max(0, end - 1) }
    if end == 0 { losses.add("utterances that end when they start, written as a millisecond") }
    items[i].start = start
    items[i].end = max(end, start + 1)
  }

  private mutating func spread(_ run: Range<Int>, after cursor: Int, _ reach: Int) {
    let until = latestStarts[run.upperBound]
    let from = max(cursor, min(reach, until ?? reach))
    let step = until.map { max(0, $0 - from) / run.count } ?? Self.longest
    for (n, i) in run.enumerated() {
      items[i].start = from + n * step
      items[i].end = items[i].start + min(max(step, 1), Self.longest)
    }
  }
}
