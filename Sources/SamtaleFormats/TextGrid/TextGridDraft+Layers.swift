import Samtale

/// Annotations of talk, which have tiers of their own with their own times or those of the utterance.
extension TextGridDraft {
  mutating func addLayers() {
    let annotations = TimedAnnotations(transcript)
    let talk = talkOfPeople()
    for layer in transcript.layers {
      let spans = layer.element.elements
      switch (layer.element.name, layer.type) {
      case ("spanGrp", "translation"), ("spanGrp", "closures"), ("spanGrp", "uptake"),
        ("listAnnotation", _):
        continue
      case ("spanGrp", let name?)
      where layer.element.attributes.count == 1 && !spans.isEmpty
        && !name.contains { "[] ".contains($0) }:
        add(name, spans.map(annotations.annotation), talk)
      default: losses.add(.otherLayers, max(spans.count, 1))
      }
    }
  }

  /// The utterances of each person that are written, in the order of their starts.
  private func talkOfPeople() -> [Int: [Int]] {
    var talk: [Int: [Int]] = [:]
    for i in times.indices where times[i] != nil {
      talk[transcript.utterances[i].speakers.first ?? -1, default: []].append(i)
    }
    return talk.mapValues { own in
      own.sorted { (times[$0]?.lowerBound ?? 0, $0) < (times[$1]?.lowerBound ?? 0, $1) }
    }
  }

  private mutating func add(
    _ name: String, _ annotations: [TimedAnnotation?], _ talk: [Int: [Int]]
  ) {
    var intervals: [Int: [Interval]] = [:]
    for annotation in annotations {
      guard let annotation, let whole = times[annotation.utterance] else {
        losses.add(.otherLayers)
        continue
      }
      let owner = transcript.utterances[annotation.utterance].speakers.first ?? -1
      let range = own(annotation) ?? whole
      guard range.upperBound <= end,
        Self.utterance(around: range, talk[owner] ?? [], times) == annotation.utterance
      else {
        losses.add(.otherLayers)
        continue
      }
      intervals[owner, default: []].append(
        Interval(start: range.lowerBound, end: range.upperBound, text: annotation.text))
    }
    for owner in intervals.keys.sorted() {
      let speaker = owner < 0 ? "" : names[owner] + " "
      addTiers(speaker + "[layer \(name)", intervals[owner] ?? [])
    }
  }

  /// The times of an annotation; `nil` if they are those of its utterance.
  private mutating func own(_ annotation: TimedAnnotation) -> Range<Int>? {
    guard let start = annotation.start else { return nil }
    let from = Int((start * 1000).rounded())
    guard let last = annotation.end, Int((last * 1000).rounded()) > from else {
      losses.add(TierContent.lostTimes)
      return nil
    }
    return from..<Int((last * 1000).rounded())
  }

  /// The utterance to which an interval is put when it is read: of those around its middle the one
  /// that began last.
  private static func utterance(around range: Range<Int>, _ talk: [Int], _ times: [Range<Int>?])
    -> Int?
  {
    let middle = (range.lowerBound + range.upperBound) / 2
    var (low, high) = (0, talk.count)
    while low < high {
      let half = (low + high) / 2
      if (times[talk[half]]?.lowerBound ?? 0) <= middle { low = half + 1 } else { high = half }
    }
    return talk[..<low].suffix(8).last { (times[$0]?.upperBound ?? 0) >= middle }
  }

  /// Adds a tier, and more where intervals overlap.
  private mutating func addTiers(_ name: String, _ intervals: [Interval]) {
    let sorted = intervals.enumerated().sorted { a, b in
      (a.element.start, a.offset) < (b.element.start, b.offset)
    }
    var lanes = Lanes()
    let first = tiers.count
    for (_, interval) in sorted {
      let lane = lanes.lane(from: interval.start, to: interval.end)
      guard lane < Self.mostTiers else {
        losses.add(.otherLayers)
        continue
      }
      if first + lane == tiers.count {
        tiers.append(Tier(name: name + (lane == 0 ? "]" : " \(lane + 1)]")))
      }
      tiers[first + lane].intervals.append(interval)
    }
  }
}
