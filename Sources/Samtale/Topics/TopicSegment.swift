/// A marked topic with the contributions that belong to it.
public struct TopicSegment: Sendable {
  /// The place among the segments of the meeting, in the order in which they begin.
  public var index: Int
  /// The topic as marked.
  public var topic: Topic
  /// The segment that holds this one. Nesting goes one level deep.
  public var parent: Int?
  public var kind: Kind
  public var origin: Origin
  /// The segment that this one takes up again.
  public var reopens: Int?
  /// The segment that takes this one up again.
  public var reopenedBy: Int?
  /// Unbroken runs of contributions; several if the topic was left and taken up again; none if
  /// nothing is said in it.
  public var stretches: [Range<Int>]
  /// What is known of its end.
  public var ends: End
  /// Other segments that share contributions with it without holding it or being held by it.
  public var overlaps: [Int]

  /// Whether the talk is about something, or opens, closes or organises the meeting.
  public enum Kind: String, Sendable, CaseIterable { case topic, functional }

  /// Whether a person marked it or a program proposed it.
  public enum Origin: String, Sendable, CaseIterable { case annotated, suggested }

  /// What is known of the end of a topic.
  public enum End: String, Sendable, CaseIterable {
    /// The transcript shows how it ends.
    case known
    /// Talk was left out right after it.
    case cut
    /// The material ends with it, or the analyst marked its end as unknown.
    case openEnd
  }

  /// All its contributions, in order.
  public var contributions: [Int] { stretches.flatMap(Array.init) }
  /// Whether it was left and taken up again later, by its own marking or by a later segment.
  public var isReopened: Bool { stretches.count > 1 || reopenedBy != nil }

  static let functionalTypes: Set<String> = [
    "functional", "opening", "closing", "agenda", "chitchat", "chit-chat",
  ]
}

extension TopicSegment {
  /// The segments of a meeting.
  static func segments(
    _ marking: TopicMarking, _ sequence: ContributionSequence, _ options: TopicOptions
  ) -> [TopicSegment] {
    let members = members(marking, sequence)
    var segments = marking.topics.enumerated().map { index, topic in
      let stretches = runs(members[index])
      return TopicSegment(
        index: index,
        topic: topic,
        parent: marking.parents[index],
        kind: isFunctional(topic) ? .functional : .topic,
        origin: topic.type == "suggested" || topic.responsible.contains("auto")
          ? .suggested : .annotated,
        stretches: stretches,
        ends: end(topic, stretches.last, sequence, options),
        overlaps: overlaps(index, members[index], marking, sequence))
    }
    findReopenings(&segments, marking)
    return segments
  }

  private static func isFunctional(_ topic: Topic) -> Bool {
    [topic.type, topic.subtype].contains { functionalTypes.contains($0 ?? "") }
  }

  private static func members(_ marking: TopicMarking, _ sequence: ContributionSequence) -> [[Int]]
  {
    var members: [[Int]] = Array(repeating: [], count: marking.topics.count)
    for contribution in sequence {
      for topic in contribution.topics { members[topic].append(contribution.index) }
    }
    return members
  }

  /// Runs of neighbours.
  private static func runs(_ members: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for member in members {
      if let last = runs.last, last.upperBound == member {
        runs[runs.count - 1] = last.lowerBound..<(member + 1)
      } else {
        runs.append(member..<(member + 1))
      }
    }
    return runs
  }

  private static func end(
    _ topic: Topic, _ last: Range<Int>?, _ sequence: ContributionSequence, _ options: TopicOptions
  ) -> End {
    let marked = [topic.type, topic.subtype].compactMap { $0 } + topic.analysis
    if marked.contains("cut") { return .cut }
    guard !marked.contains("openEnd"), let last else { return .openEnd }
    if last.upperBound < sequence.count {
      return sequence[last.upperBound].isAfterCut ? .cut : .known
    }
    if sequence.endsAtCut { return .cut }
    return options.endsWithMeeting ? .known : .openEnd
  }

  private static func overlaps(
    _ index: Int, _ members: [Int], _ marking: TopicMarking, _ sequence: ContributionSequence
  ) -> [Int] {
    var others: Set<Int> = []
    for member in members { others.formUnion(sequence[member].topics) }
    return others.filter {
      $0 != index && marking.parents[index] != $0 && marking.parents[$0] != index
    }
    .sorted()
  }

  /// A later topic takes up an earlier one if it says so, or if it has the same label. Labels of
  /// functional topics ("agenda") are names of kinds and say nothing.
  private static func findReopenings(_ segments: inout [TopicSegment], _ marking: TopicMarking) {
    var latest: [String: Int] = [:]
    for index in segments.indices {
      let segment = segments[index]
      let label = segment.topic.label.lowercased().collapsed
      let isName = segment.kind == .topic && !label.isEmpty
      var earlier = marking.reopened[index]
      if earlier == nil, isName, let same = latest[label], segment.isAfter(segments[same]) {
        earlier = same
      }
      if let earlier {
        segments[index].reopens = earlier
        segments[earlier].reopenedBy = index
      }
      if isName { latest[label] = index }
    }
  }

  private func isAfter(_ other: TopicSegment) -> Bool {
    guard let start = stretches.first, let end = other.stretches.first else { return false }
    return parent != other.index && other.parent != index && start.lowerBound >= end.upperBound
  }
}
