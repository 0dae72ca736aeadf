import Samtale

/// The common timeline of a transcript that is about to be written for EXMARaLDA.
///
/// Every utterance, and every note or incident between utterances, has a start and an end on it,
/// timed or not; their order is that of the transcript. Where one ends and another of somebody else
/// begins, both share a point, unless only one of them has a time or the times differ. What is marked
/// as overlapping begins before the end of what it overlaps with.
struct ExmaraldaTimeline {
  struct Item {
    var content: ElanLayout.Item.Content
    /// Whose tier it is in: the first speaker, -1 for nobody known, below for what is between turns.
    var owner: Int
    /// Milliseconds; `nil` if not known.
    var start: Int?
    var end: Int?
    var isMarkedOverlap = false
    /// Which of the tiers of the owner, from 0.
    var lane = 0
    /// Points of the timeline.
    var startPoint = 0
    var endPoint = 0
  }

  private(set) var items: [Item] = []
  private(set) var itemOfUtterance: [Int] = []
  /// The time of each point in milliseconds.
  private(set) var points: [Int?] = []
  private(set) var losses = ExportLosses()
  private var pointOfTime: [Int: Int] = [:]
  /// Owners who have several tiers, since what they say overlaps.
  private var overlapping: Set<Int> = []

  init(_ transcript: Transcript) {
    collect(transcript)
    let ends = sorted()
    setLanes(ends)
    share(ends)
    compareOverlaps(transcript)
  }

  private mutating func collect(_ transcript: Transcript) {
    let between = transcript.marks.indices.filter { i in
      let mark = transcript.marks[i]
      return mark.isBetween && (mark.kind == .note || mark.kind == .incident) && !mark.text.isEmpty
    }
    var next = 0
    for utterance in transcript.utterances {
      while next < between.count, transcript.marks[between[next]].utterance <= utterance.index {
        addBetween(between[next], transcript)
        next += 1
      }
      itemOfUtterance.append(items.count)
      add(utterance)
    }
    for mark in between[next...] { addBetween(mark, transcript) }
  }

  private mutating func addBetween(_ mark: Int, _ transcript: Transcript) {
    let owner = transcript.marks[mark].kind == .note ? -2 : -3
    items.append(Item(content: .between(mark), owner: owner))
  }

  private mutating func add(_ utterance: Utterance) {
    var item = Item(
      content: .utterance(utterance.index), owner: utterance.speakers.first ?? -1,
      start: utterance.start.map { milliseconds($0) }, end: utterance.end.map { milliseconds($0) })
    if let start = item.start, let end = item.end, end < start {
      losses.add("ends of utterances that lie before their starts")
      item.end = nil
    }
    item.isMarkedOverlap = utterance.transition == .overlap
    items.append(item)
  }

  private mutating func milliseconds(_ seconds: Double) -> Int {
    let exact = seconds * 1000
    if abs(exact - exact.rounded()) > 1e-4 { losses.add("times finer than milliseconds") }
    return Int(exact.rounded())
  }

  // MARK: Order

  /// The start or the end of an item.
  private struct End {
    var item: Int
    var isStart: Bool
    /// Where it lies, at a known time or between known ones.
    var place: Int
    /// The order among those at the same place.
    var order: Int
    var time: Int?
  }

  /// Where at the latest each item has to start, so that it and what follows can be in order.
  private var latestStarts: [Int?] {
    var latest: [Int?] = Array(repeating: nil, count: items.count + 1)
    for i in items.indices.reversed() {
      if let start = items[i].start {
        latest[i] = start
      } else if let end = items[i].end {
        latest[i] = min(end, latest[i + 1] ?? Int.max)
      } else {
        latest[i] = latest[i + 1]
      }
    }
    return latest
  }

  /// All starts and ends in the order of the timeline.
  private mutating func sorted() -> [End] {
    let latestStarts = latestStarts
    var ends: [End] = []
    var (cursor, reach) = (0, 0)
    /// An end that waits for the start of the next, which overlaps with it.
    var waiting: Int?
    for (i, item) in items.enumerated() {
      var place = cursor
      if let start = item.start {
        place = start
      } else {
        if !item.isMarkedOverlap { place = max(cursor, min(reach, latestStarts[i] ?? reach)) }
        if let end = item.end { place = min(place, end) }
      }
      if place < cursor, case .utterance = item.content {
        losses.add("utterances that start before the one above them, put in the order of starts")
      }
      ends.append(End(item: i, isStart: true, place: place, order: 4 * i, time: item.start))
      if let earlier = waiting {
        ends.append(End(item: earlier, isStart: false, place: max(place, cursor), order: 4 * i + 1))
        waiting = nil
      }
      if let end = item.end {
        ends.append(End(item: i, isStart: false, place: end, order: 4 * i + 2, time: end))
      } else if i + 1 < items.count, items[i + 1].isMarkedOverlap {
        waiting = i
      } else {
        ends.append(End(item: i, isStart: false, place: place, order: 4 * i + 2))
      }
      cursor = max(cursor, place)
      reach = max(reach, item.end ?? place)
    }
    if let earlier = waiting {
      ends.append(End(item: earlier, isStart: false, place: cursor, order: Int.max))
    }
    return ends.sorted { ($0.place, $0.order) < ($1.place, $1.order) }
  }

  /// Gives what overlaps in one owner's tier different tiers.
  private mutating func setLanes(_ ends: [End]) {
    var starts = Array(repeating: 0, count: items.count)
    var until = Array(repeating: 0, count: items.count)
    for (rank, end) in ends.enumerated() {
      if end.isStart { starts[end.item] = rank } else { until[end.item] = rank }
    }
    var lanes: [Int: Lanes] = [:]
    for end in ends where end.isStart {
      let owner = items[end.item].owner
      items[end.item].lane = lanes[owner, default: Lanes()].lane(
        from: starts[end.item], to: until[end.item])
      if items[end.item].lane > 0 { overlapping.insert(owner) }
    }
  }

  /// Makes points of starts and ends, shared where that changes nothing.
  private mutating func share(_ ends: [End]) {
    var endings: Set<[Int]> = []
    var isOpen = false
    for end in ends {
      let tier = [items[end.item].owner, items[end.item].lane]
      // That two end together is told by times only.
      let fits = end.isStart ? !endings.contains(tier) : end.time != nil
      let isSame = isOpen && fits && points.last == .some(end.time)
      if !isSame {
        points.append(end.time)
        endings = []
      }
      if end.isStart {
        items[end.item].startPoint = points.count - 1
        // What starts here must be told from what starts later, even at the same time.
        isOpen = false
      } else {
        items[end.item].endPoint = points.count - 1
        endings.insert(tier)
        isOpen = true
      }
    }
  }

  // MARK: Times of annotations

  /// Whether an annotation with such times is put to an utterance when it is read: its times must be
  /// known, and nothing else that the speaker says may begin before it.
  func holds(_ times: Range<Int>, utterance: Int) -> Bool {
    let item = items[itemOfUtterance[utterance]]
    guard let start = item.start, let end = item.end, !overlapping.contains(item.owner) else {
      return false
    }
    return start <= times.lowerBound && times.upperBound <= end
  }

  /// Makes points for times that have none.
  mutating func insert(_ times: Set<Int>) {
    var missing = times.subtracting(points.compactMap(\.self)).sorted()[...]
    var places: [Int] = []
    var all: [Int?] = []
    for point in points {
      while let time = missing.first, let next = point, time < next {
        all.append(time)
        missing.removeFirst()
      }
      places.append(all.count)
      all.append(point)
    }
    points = all + missing.map(\.self)
    for i in items.indices {
      items[i].startPoint = places[items[i].startPoint]
      items[i].endPoint = places[items[i].endPoint]
    }
    for (point, time) in points.enumerated() {
      guard let time else { continue }
      pointOfTime[time] = pointOfTime[time] ?? point
    }
  }

  /// The points of an annotation of an item, which ``insert(_:)`` has made.
  func points(of times: Range<Int>, item: Int) -> (start: Int, end: Int) {
    let item = items[item]
    let start = times.lowerBound == item.start ? item.startPoint : pointOfTime[times.lowerBound]
    let end = times.upperBound == item.end ? item.endPoint : pointOfTime[times.upperBound]
    return (start ?? item.startPoint, end ?? item.endPoint)
  }

  // MARK: What comes back

  /// The items of utterances in the order of the timeline.
  private var spoken: [Int] {
    itemOfUtterance.sorted { (items[$0].startPoint, $0) < (items[$1].startPoint, $1) }
  }

  private mutating func compareOverlaps(_ transcript: Transcript) {
    var overlaps = OrderedOverlap()
    for i in spoken {
      guard case .utterance(let index) = items[i].content else { continue }
      let item = items[i]
      let speaker = item.owner < 0 ? [] : ["\(item.owner)"]
      let isOverlap = overlaps.overlaps(
        speaker, from: (item.startPoint, item.start != nil), to: (item.endPoint, item.end != nil))
      let transition = transcript.utterances[index].transition
      if transition != nil, !(isOverlap && transition == .overlap) { losses.add(.transitions) }
      if isOverlap, transition != .overlap {
        losses.add("utterances that look as if they overlapped, since times are not known")
      }
    }
  }

  /// From where to where on the timeline utterances reach, as a stretch in which just they begin.
  /// - Returns: The points, and whether no other utterance begins there.
  func stretch(_ utterances: ClosedRange<Int>) -> (start: Int, end: Int, isExact: Bool) {
    let start = items[itemOfUtterance[utterances.lowerBound]].startPoint
    let next = itemOfUtterance[utterances.upperBound] + 1
    let until = next < items.count ? items[next].startPoint : points.count - 1
    let end = max(until, min(start + 1, points.count - 1))
    let isOrdered = zip(itemOfUtterance[utterances], itemOfUtterance[utterances].dropFirst())
      .allSatisfy { items[$0].startPoint < items[$1].startPoint }
    let last = items[itemOfUtterance[utterances.upperBound]].startPoint
    return (start, end, isOrdered && start <= last && last < end)
  }
}
