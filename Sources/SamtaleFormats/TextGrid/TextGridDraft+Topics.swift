import Samtale

/// Topics and notes, which have tiers of their own.
extension TextGridDraft {
  /// Topics last from their first word to the beginning of what follows, or to their last word.
  mutating func addTopics() {
    var written = [0]
    for range in times { written.append((written.last ?? 0) + (range == nil ? 0 : 1)) }
    var tracks: [Tier] = []
    for topic in transcript.topics {
      let covered = topic.extent.stretches.map(\.utterance)
      guard let first = covered.min(), let last = covered.max(), let span = span(first...last),
        !topic.label.isEmpty
      else {
        losses.add(.topics)
        continue
      }
      let count = written[last + 1] - written[first]
      let isExact =
        place(of: span.end) - place(of: span.start) == count && count == last - first + 1
      let interval = Interval(start: span.start, end: span.end, text: topic.label)
      if let free = tracks.firstIndex(where: { ($0.intervals.last?.end ?? 0) <= span.start }) {
        tracks[free].intervals.append(interval)
      } else if tracks.count == Self.mostTiers {
        losses.add(.topics)
        continue
      } else {
        let name = tracks.isEmpty ? "[topics]" : "[topics \(tracks.count + 1)]"
        tracks.append(Tier(name: name, intervals: [interval]))
      }
      if !topic.isWhole { losses.add(LostPart.topicStretches, partOf: .topics) }
      if topic.hasFacts { losses.add(LostPart.topicFacts, partOf: .topics) }
      if !isExact { losses.add(LostPart.topicEdges, partOf: .topics) }
    }
    tiers += tracks
  }

  private func span(_ utterances: ClosedRange<Int>) -> (start: Int, end: Int)? {
    let ranges = times[utterances].compactMap(\.self)
    guard let start = ranges.map(\.lowerBound).min(), let last = ranges.map(\.lowerBound).max(),
      let end = ranges.map(\.upperBound).max()
    else { return nil }
    let next = place(of: last + 1)
    return (start, next < starts.count ? min(end, starts[next]) : end)
  }

  /// How many of the utterances that are written begin before a time.
  private func place(of time: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let half = (low + high) / 2
      if starts[half] < time { low = half + 1 } else { high = half }
    }
    return low
  }

  /// Notes between utterances stand where the next one begins, one at each time.
  mutating func addNotes() {
    var taken: Set<Int> = []
    var byType: [String: Int] = [:]
    for mark in transcript.marks where mark.kind == .note {
      guard mark.isBetween, mark.utterance < times.count,
        let time = times[mark.utterance]?.lowerBound,
        !mark.text.isEmpty, taken.insert(time).inserted
      else {
        losses.add(.notes)
        continue
      }
      if mark.detail["xml:lang"] != nil { losses.add("languages of notes", partOf: .notes) }
      let type = mark.type ?? ""
      if byType[type] == nil {
        byType[type] = tiers.count
        tiers.append(Tier(name: type.isEmpty ? "[notes]" : "[notes] \(type)", holdsPoints: true))
      }
      if let tier = byType[type] {
        tiers[tier].intervals.append(Interval(start: time, end: time, text: mark.text))
      }
    }
  }
}
