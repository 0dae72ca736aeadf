/// The marked topics of a transcript, in the order in which they begin, and what they cover.
struct TopicMarking {
  /// The topics as marked.
  var topics: [Topic]
  /// The topic that holds each one.
  var parents: [Int?]
  /// The earlier topic that each one explicitly takes up again.
  var reopened: [Int?]
  /// What covers each utterance: a topic, and the part it covers (`nil` is all).
  private var cover: [Int: [(topic: Int, scalars: Range<Int>?)]] = [:]

  init(_ transcript: Transcript) {
    let count = transcript.columns.count
    let marked = transcript.allTopics
    var places = Array(0..<count)
    for (place, utterance) in transcript.speakingOrder.enumerated() { places[utterance] = place }
    let starts = marked.enumerated().map { Self.start($0.element, $0.offset, places) }
    topics = marked.indices.sorted { starts[$0] < starts[$1] }.map { marked[$0] }
    (parents, reopened) = Self.pointers(topics)
    for (index, topic) in topics.enumerated() {
      // Talk of a topic inside another is talk of both.
      let holders = [parents[index], index].compactMap { $0 }
      for stretch in topic.extent.stretches where (0..<count).contains(stretch.utterance) {
        for holder in holders {
          cover[stretch.utterance, default: []].append((holder, stretch.scalars))
        }
      }
    }
  }

  /// First place, longer topics first (so that a parent comes before its parts), order of the file.
  private static func start(_ topic: Topic, _ order: Int, _ places: [Int]) -> (Int, Int, Int, Int) {
    let stretches = topic.extent.stretches
    let begun = stretches.map { stretch in
      let place = places.indices.contains(stretch.utterance) ? places[stretch.utterance] : Int.max
      return (place, stretch.scalars?.lowerBound ?? 0)
    }
    let first = begun.min { $0 < $1 } ?? (Int.max, 0)
    return (first.0, first.1, -stretches.count, order)
  }

  /// A pointer to another topic names the parent, or, in a topic of type or subtype `reopens`, the
  /// topic that is taken up again. Nesting goes one level deep: the parent of a parent is taken
  /// for both. Pointers that lead in a circle count for nothing.
  private static func pointers(_ topics: [Topic]) -> (parents: [Int?], reopened: [Int?]) {
    var places: [String: Int] = [:]
    for (index, topic) in topics.enumerated() {
      if let id = topic.id, places[id] == nil { places[id] = index }
    }
    var direct: [Int?] = []
    var reopened: [Int?] = []
    for (index, topic) in topics.enumerated() {
      let pointer = topic.analysis.lazy.compactMap { places[$0] }.first { $0 != index }
      let reopens = topic.type == "reopens" || topic.subtype == "reopens"
      direct.append(reopens ? nil : pointer)
      reopened.append(reopens ? pointer : nil)
    }
    let parents = topics.indices.map { outermost($0, direct) }
    return (parents, reopened)
  }

  private static func outermost(_ topic: Int, _ direct: [Int?]) -> Int? {
    var seen: Set<Int> = [topic]
    var place = topic
    while let above = direct[place] {
      guard seen.insert(above).inserted else { return nil }
      place = above
    }
    return place == topic ? nil : place
  }

  /// The parts of an utterance between the boundaries of topics, in order.
  func pieces(of utterance: Int, in transcript: Transcript) -> [TopicPiece] {
    let covers = cover[utterance] ?? []
    let length = transcript.columns.withText(utterance, UTF8Scan.scalarCount)
    var bounds: Set<Int> = [0, length]
    for part in covers.compactMap(\.scalars) {
      bounds.insert(min(max(part.lowerBound, 0), length))
      bounds.insert(min(max(part.upperBound, 0), length))
    }
    let sorted = bounds.sorted()
    return zip(sorted, sorted.dropFirst()).map { from, to in
      let inside = covers.filter { cover in
        cover.scalars.map { $0.lowerBound <= from && to <= $0.upperBound } ?? true
      }
      return TopicPiece(
        utterance: utterance,
        scalars: sorted.count == 2 ? nil : from..<to,
        isAtStart: from == 0,
        isAtEnd: to == length,
        topics: Set(inside.map(\.topic)).sorted { order($0) < order($1) })
    }
  }

  /// Parents before the topics inside them.
  private func order(_ topic: Int) -> (Int, Int) { (parents[topic] == nil ? 0 : 1, topic) }
}
