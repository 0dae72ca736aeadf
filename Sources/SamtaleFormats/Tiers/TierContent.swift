import Samtale

/// What hangs on each utterance beside its words, as formats with tiers can carry it, and what of it
/// they cannot.
struct TierContent {
  struct Extra {
    var layers: [(name: String, text: String, times: Range<Int>?)] = []
    var translations: [(language: String, text: String)] = []
    /// In the order of the talk.
    var events: [(kind: Mark.Kind, text: String, times: Range<Int>?)] = []
  }

  /// One for each utterance.
  private(set) var extras: [Extra]
  private(set) var losses = ExportLosses()

  /// - Parameters:
  ///   - transcript: The transcript.
  ///   - labels: The names of its people.
  ///   - isInline: Whether a mark is written among the words, so that it needs no tier.
  init(_ transcript: Transcript, _ labels: TierLabels, isInline: (Mark) -> Bool = { _ in false }) {
    extras = Array(repeating: Extra(), count: transcript.utterances.count)
    readLayers(transcript)
    readTranslations(transcript)
    for mark in transcript.marks where !mark.isBetween {
      if isInline(mark) {
        losses.add(
          LostPart.eventFacts, partOf: TranscriptFeature(mark), InlineEvent.lostFacts(mark))
        if mark.hasOwnTimes { losses.add(.eventTimes) }
      } else {
        read(mark, transcript, labels)
      }
    }
    losses.add(.labels, labels.changed)
  }

  // MARK: Layers

  private mutating func readLayers(_ transcript: Transcript) {
    let annotations = TimedAnnotations(transcript)
    for layer in transcript.layers {
      switch (layer.element.name, layer.type) {
      case ("spanGrp", "translation"), ("spanGrp", "closures"), ("spanGrp", "uptake"),
        ("listAnnotation", _):
        continue
      default: read(layer, annotations)
      }
    }
  }

  private mutating func read(_ layer: AnnotationLayer, _ annotations: TimedAnnotations) {
    let count = max(layer.element.elements.count, 1)
    guard layer.element.name == "spanGrp", let name = layer.type, !name.isEmpty,
      layer.element.attributes.count == 1, !layer.element.elements.isEmpty
    else { return losses.add(.otherLayers, count) }
    for span in layer.element.elements {
      if let found = annotations.annotation(span) {
        let times = Self.times(found.start, found.end)
        if times == nil, found.start != nil { losses.add(Self.lostTimes) }
        extras[found.utterance].layers.append((name, found.text, times))
      } else {
        losses.add(.otherLayers)
      }
    }
  }

  /// What is said of times that get lost.
  static let lostTimes = "times of annotations that are not those of the utterance"

  /// Milliseconds; `nil` where there is no stretch of time.
  private static func times(_ start: Double?, _ end: Double?) -> Range<Int>? {
    guard let start, let end, (end * 1000).rounded() > (start * 1000).rounded() else { return nil }
    return Int((start * 1000).rounded())..<Int((end * 1000).rounded())
  }

  /// All times that annotations and events begin and end at, in milliseconds.
  var ownTimes: Set<Int> {
    var times: Set<Int> = []
    for extra in extras {
      for own in extra.layers.compactMap(\.times) + extra.events.compactMap(\.times) {
        times.insert(own.lowerBound)
        times.insert(own.upperBound)
      }
    }
    return times
  }

  /// Takes away times that a format cannot write with an utterance.
  mutating func keepTimes(where isKept: (_ utterance: Int, Range<Int>) -> Bool) {
    for i in extras.indices {
      for n in extras[i].layers.indices {
        guard let times = extras[i].layers[n].times, !isKept(i, times) else { continue }
        extras[i].layers[n].times = nil
        losses.add(Self.lostTimes)
      }
      for n in extras[i].events.indices {
        guard let times = extras[i].events[n].times, !isKept(i, times) else { continue }
        extras[i].events[n].times = nil
        losses.add(.eventTimes)
      }
    }
  }

  private mutating func readTranslations(_ transcript: Transcript) {
    for translation in transcript.translations {
      extras[translation.utterance].translations.append((translation.language, translation.text))
      let isSimple =
        translation.translator == nil && translation.date == nil && translation.status == nil
        && translation.further.isEmpty
      if !isSimple { losses.add(LostPart.translationFacts, partOf: .translations) }
    }
  }

  // MARK: Marks

  /// What stands inside turns and is carried, though not its place among the words.
  private static let kinds: Set<Mark.Kind> = [
    .note, .contribution, .vocal, .kinesic, .incident, .pause,
  ]

  private mutating func read(_ mark: Mark, _ transcript: Transcript, _ labels: TierLabels) {
    guard Self.kinds.contains(mark.kind) else {
      if mark.hasOwnTimes { losses.add(.eventTimes) }
      return
    }
    guard let text = TierEvent.text(mark, labels) else {
      if mark.hasOwnTimes { losses.add(.eventTimes) }
      return losses.add(TranscriptFeature(mark))
    }
    let start = mark.detail.start.flatMap(transcript.timeline.seconds)
    let times = Self.times(start, mark.detail.end.flatMap(transcript.timeline.seconds))
    if times == nil, mark.hasOwnTimes { losses.add(.eventTimes) }
    extras[mark.utterance].events.append((mark.kind, text, times))
    let utterance = transcript.utterances[mark.utterance]
    if utterance.scalarRange(of: mark).lowerBound < utterance.text.unicodeScalars.count {
      losses.add(LostPart.eventPlaces, partOf: TranscriptFeature(mark))
    }
    losses.add(LostPart.eventFacts, partOf: TranscriptFeature(mark), TierEvent.lostFacts(mark))
    if mark.kind == .contribution { checkNames(mark, labels) }
  }

  private mutating func checkNames(_ mark: Mark, _ labels: TierLabels) {
    let names = mark.detail.participants.map { labels.names[$0] }
    if names.contains(where: { $0.contains(": ") || $0.contains(TierEvent.separator) })
      || (names.isEmpty && labels.names.contains { mark.text.hasPrefix($0 + ": ") })
    {
      losses.add("words of others whose speaker is not told from them", partOf: .contributions)
    }
  }
}

/// Puts stretches of time that overlap into different lanes.
struct Lanes {
  private var ends: [Int] = []

  /// The first lane that is free; the starts of successive calls must not fall.
  mutating func lane(from start: Int, to end: Int) -> Int {
    if let free = ends.firstIndex(where: { $0 <= start }) {
      ends[free] = end
      return free
    }
    ends.append(end)
    return ends.count - 1
  }
}

extension Transcript {
  /// The first and last utterance of each topic that has a name.
  /// - Parameter losses: Receives what is lost: topics without a name, and those that cover several
  ///   stretches or parts of turns, which are taken from the first to the last.
  /// - Returns: The names, with the utterances.
  func topicRanges(_ losses: inout ExportLosses) -> [(label: String, utterances: ClosedRange<Int>)]
  {
    var ranges: [(label: String, utterances: ClosedRange<Int>)] = []
    for topic in topics {
      let stretches = topic.extent.stretches
      guard !topic.label.isBlank, let first = stretches.map(\.utterance).min(),
        let last = stretches.map(\.utterance).max()
      else {
        losses.add(.topics)
        continue
      }
      if !topic.isWhole { losses.add(LostPart.topicStretches, partOf: .topics) }
      if topic.hasFacts { losses.add(LostPart.topicFacts, partOf: .topics) }
      ranges.append((topic.label, first...last))
    }
    return ranges
  }
}

extension Topic {
  /// Whether it covers whole utterances, one after the other.
  var isWhole: Bool {
    guard case .stretches(let stretches) = extent, let first = stretches.first else { return true }
    return stretches.enumerated().allSatisfy { i, stretch in
      stretch.scalars == nil && stretch.utterance == first.utterance + i
    }
  }

  /// Whether more is known of it than its label and its place.
  var hasFacts: Bool {
    let facts = [number, type, subtype, certainty, analysis.first, responsible.first]
    return facts.contains { $0 != nil }
  }
}

extension Mark {
  /// Whether it says when it was; of a point inside an utterance that is all that it says.
  var hasOwnTimes: Bool { kind != .anchor && (detail.start != nil || detail.end != nil) }
}
