/// Tells from the order of the timeline alone who speaks while another does, where times do not.
struct OrderedOverlap {
  /// The two latest ends so far, of two different speakers.
  private var latest: [(speaker: [String], end: Int, isTimed: Bool)] = []

  /// Takes the next utterance, in the order of starts.
  /// - Returns: Whether it begins before another's has ended, and at least one of these two points
  ///   has no time.
  mutating func overlaps(
    _ speaker: [String], from start: (point: Int, isTimed: Bool),
    to end: (point: Int, isTimed: Bool)
  ) -> Bool {
    let other = latest.first { $0.speaker != speaker }
    let overlaps = other.map { $0.end > start.point && !($0.isTimed && start.isTimed) } ?? false
    if let known = latest.firstIndex(where: { $0.speaker == speaker }) {
      if latest[known].end < end.point { latest[known] = (speaker, end.point, end.isTimed) }
    } else {
      latest.append((speaker, end.point, end.isTimed))
    }
    latest.sort { $0.end > $1.end }
    if latest.count > 2 { latest.removeLast() }
    return overlaps
  }
}
