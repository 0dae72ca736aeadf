import Samtale

/// Writes transcripts for EXMARaLDA (basic transcription, `.exb`).
///
/// Each speaker has a transcription tier, a second one where the speaker's utterances overlap; points
/// of the timeline without time stay so. Pauses, sounds and inaudible places are written among the
/// words as HIAT has them (`((0.4s))`, `((laughs))`); other events inside turns, layers and
/// translations have annotation tiers; notes, incidents and topics have description tiers.
public enum ExmaraldaWriter {
  /// What EXMARaLDA's files carry; the losses count what is carried only in part.
  public static let carried: Set<TranscriptFeature> = [
    .languages, .number, .date, .recording, .header, .labels, .roles, .attributes, .silentPeople,
    .unknownSpeakers, .transitions, .times, .partialTimes, .topics, .translations, .otherLayers,
    .notes, .contributions, .incidents, .pauses, .vocals, .kinesics, .gaps, .eventTimes,
  ]

  /// Writes a transcript; the same transcript gives the same bytes.
  /// - Returns: The file, and what it does not carry.
  public static func write(_ transcript: Transcript) -> (bytes: [UInt8], losses: ExportLosses) {
    let labels = TierLabels(transcript)
    var content = TierContent(transcript, labels) { InlineEvent.text($0) != nil }
    var timeline = ExmaraldaTimeline(transcript)
    content.keepTimes { timeline.holds($1, utterance: $0) }
    timeline.insert(content.ownTimes)
    var file = ExmaraldaFile(transcript, labels, content, timeline)
    let bytes = file.written()
    var losses = ExportLosses(of: transcript, carrying: carried)
    losses += content.losses
    losses += file.losses
    addMarks(of: transcript, &losses)
    addUtterances(of: transcript, content, &losses)
    for person in transcript.participants {
      losses.add(
        "facts about people that come back in other words", partOf: .attributes,
        ExmaraldaPerson.facts(of: person).lost)
    }
    losses.add("names of roles", partOf: .roles, transcript.roles.count { $0.name != $0.code })
    losses.add(
      LostPart.furtherRecordings, partOf: .recording, max(0, transcript.header.media.count - 1))
    return (bytes, losses)
  }

  private static func addMarks(of transcript: Transcript, _ losses: inout ExportLosses) {
    for mark in transcript.marks {
      if mark.isBetween, mark.hasOwnTimes { losses.add(.eventTimes) }
      switch (mark.kind, mark.isBetween) {
      case (.note, true), (.incident, true):
        if mark.text.isEmpty { losses.add(TranscriptFeature(mark)) }
        losses.add(
          LostPart.eventFacts, partOf: TranscriptFeature(mark),
          mark.detail.attributes.count + mark.detail.participants.count)
      case (.pause, true), (.vocal, true), (.kinesic, true), (.contribution, true):
        losses.add(TranscriptFeature(mark))
      case (.gap, _):
        if !mark.isCut, InlineEvent.text(mark) == nil { losses.add(.gaps) }
      default: break
      }
    }
  }

  private static func addUtterances(
    of transcript: Transcript, _ content: TierContent, _ losses: inout ExportLosses
  ) {
    for utterance in transcript.utterances {
      if utterance.language != nil { losses.add(.languages) }
      if utterance.text.isEmpty, content.extras[utterance.index].events.isEmpty,
        InlineEvent.text(of: utterance).isEmpty
      {
        losses.add("utterances without words")
      }
      let isPlain = InlineEvent.items(TalkSigns.escaped(utterance.text)).allSatisfy {
        if case .words = $0 { true } else { false }
      }
      if !isPlain { losses.add("utterances with words that look like pauses or sounds") }
    }
  }
}

/// A basic transcription on its way into bytes.
private struct ExmaraldaFile {
  private(set) var losses: ExportLosses
  private let transcript: Transcript
  private let labels: TierLabels
  private let content: TierContent
  private let timeline: ExmaraldaTimeline
  private var xml = XMLWriter()
  private var tiers = 0

  private struct Event {
    var start: Int
    var end: Int
    var text: String
  }

  init(
    _ transcript: Transcript, _ labels: TierLabels, _ content: TierContent,
    _ timeline: ExmaraldaTimeline
  ) {
    self.transcript = transcript
    self.labels = labels
    self.content = content
    self.timeline = timeline
    losses = timeline.losses
  }

  mutating func written() -> [UInt8] {
    xml.open("basic-transcription")
    xml.open("head")
    writeMeta()
    writeSpeakers()
    xml.close("head")
    xml.open("basic-body")
    xml.open("common-timeline")
    for (i, time) in timeline.points.enumerated() {
      xml.line("tli", [("id", "T\(i)"), ("time", time.map { "\(Double($0) / 1000)" })])
    }
    xml.close("common-timeline")
    writeTalk()
    writeBetween(-2, category: "note")
    writeBetween(-3, category: "nn")
    writeTopics()
    xml.close("basic-body")
    xml.close("basic-transcription")
    return xml.bytes
  }

  // MARK: Head

  private mutating func writeMeta() {
    xml.open("meta-information")
    xml.line("project-name")
    xml.line("transcription-name", text: transcript.header.title ?? "")
    let media = transcript.header.media
    for url in media.isEmpty ? [""] : media { xml.line("referenced-file", [("url", url)]) }
    let facts: [(String, String?)] = [
      ("date", transcript.date), ("number", transcript.number), ("language", transcript.language),
      ("recording-seconds", transcript.header.recordingSeconds.map { "\($0)" }),
    ]
    writeFacts("ud-meta-information", facts.compactMap { name, value in value.map { (name, $0) } })
    xml.line("comment")
    xml.line("transcription-convention")
    xml.close("meta-information")
  }

  private mutating func writeFacts(_ name: String, _ facts: [(name: String, value: String)]) {
    guard !facts.isEmpty else { return xml.line(name) }
    xml.open(name)
    for fact in facts {
      xml.line("ud-information", [("attribute-name", fact.name)], text: fact.value)
    }
    xml.close(name)
  }

  private mutating func writeSpeakers() {
    xml.open("speakertable")
    for (i, person) in transcript.participants.enumerated() {
      let facts = ExmaraldaPerson.facts(of: person)
      let sex = facts.sex.flatMap { ["m", "f"].contains($0) ? $0 : nil } ?? "u"
      xml.open("speaker", [("id", "SPK\(i)")])
      xml.line("abbreviation", text: labels.names[i])
      xml.line("sex", [("value", sex)])
      xml.line("languages-used")
      xml.line("l1")
      xml.line("l2")
      writeFacts("ud-speaker-information", facts.facts)
      xml.line("comment")
      xml.close("speaker")
    }
    xml.close("speakertable")
  }

  // MARK: Tiers

  private mutating func write(
    category: String, type: String, owner: Int?, name: String, _ events: [Event]
  ) {
    let speaker = owner.flatMap { $0 < 0 ? nil : "SPK\($0)" }
    let attributes: XMLWriter.Attributes = [
      ("id", "TIE\(tiers)"), ("speaker", speaker), ("category", category), ("type", type),
      ("display-name", name.isEmpty ? "[\(category)]" : "\(name) [\(category)]"),
    ]
    tiers += 1
    xml.open("tier", attributes)
    for event in events {
      xml.line(
        "event", [("start", "T\(event.start)"), ("end", "T\(event.end)")], text: event.text)
    }
    xml.close("tier")
  }

  /// The items of an owner, by their tiers.
  private func lanes(_ owner: Int) -> [[Int]] {
    var lanes: [[Int]] = []
    for (i, item) in timeline.items.enumerated() where item.owner == owner {
      while lanes.count <= item.lane { lanes.append([]) }
      lanes[item.lane].append(i)
    }
    return lanes.map { lane in
      lane.sorted { timeline.items[$0].startPoint < timeline.items[$1].startPoint }
    }
  }

  private mutating func writeTalk() {
    for owner in Array(transcript.participants.indices) + [-1] {
      let name = owner < 0 ? "" : labels.names[owner]
      for lane in lanes(owner) {
        let events = lane.map { event($0) }
        write(category: "v", type: "t", owner: owner, name: name, events)
        writeExtras(lane, owner, name)
      }
    }
  }

  private func event(_ i: Int) -> Event {
    let item = timeline.items[i]
    let text =
      switch item.content {
      case .utterance(let index): InlineEvent.text(of: transcript.utterances[index])
      case .between(let mark): transcript.marks[mark].text
      }
    return Event(start: item.startPoint, end: item.endPoint, text: text)
  }

  /// Annotation tiers; several annotations of one kind at one utterance need several tiers.
  private mutating func writeExtras(_ lane: [Int], _ owner: Int, _ name: String) {
    var categories: [String] = []
    var tiers: [String: [[Event]]] = [:]
    var timed: [String: [Event]] = [:]
    for i in lane {
      guard case .utterance(let index) = timeline.items[i].content else { continue }
      var counts: [String: Int] = [:]
      for (category, text, times) in Self.annotations(content.extras[index]) {
        if tiers[category] == nil, timed[category] == nil { categories.append(category) }
        if let times {
          let points = timeline.points(of: times, item: i)
          let event = Event(start: points.start, end: points.end, text: text)
          timed[category, default: []].append(event)
          continue
        }
        let number = counts[category, default: 0]
        counts[category] = number + 1
        var event = event(i)
        event.text = text
        if tiers[category, default: []].count <= number { tiers[category, default: []].append([]) }
        tiers[category]?[number].append(event)
      }
      noteNames(content.extras[index])
    }
    for category in categories {
      for events in tiers[category] ?? [] {
        write(category: category, type: "a", owner: owner, name: name, events)
      }
      for events in Self.rows(timed[category] ?? []) {
        write(category: category, type: "a", owner: owner, name: name, events)
      }
    }
  }

  private static func annotations(_ extra: TierContent.Extra) -> [(
    category: String, text: String, times: Range<Int>?
  )] {
    let events = extra.events.map { event in
      (TierEvent.inTurns.first { $0.kind == event.kind }?.type ?? "", event.text, event.times)
    }
    return events + extra.translations.map { ("translation-" + $0.language, $0.text, nil) }
      + extra.layers.map { ($0.name, $0.text, $0.times) }
  }

  /// Events in their order, those that overlap in different rows.
  private static func rows(_ events: [Event]) -> [[Event]] {
    var lanes = Lanes()
    var rows: [[Event]] = []
    let sorted = events.enumerated().sorted { a, b in
      (a.element.start, a.element.end, a.offset) < (b.element.start, b.element.end, b.offset)
    }
    for (_, event) in sorted {
      let lane = lanes.lane(from: event.start, to: event.end)
      if lane == rows.count { rows.append([]) }
      rows[lane].append(event)
    }
    return rows
  }

  /// Layers whose names mean something else when they are read.
  private mutating func noteNames(_ extra: TierContent.Extra) {
    for layer in extra.layers
    where TierName.translationLanguage(layer.name).map({ !$0.isEmpty }) == true
      || TierEvent.inTurns.contains(where: { $0.type == layer.name })
    {
      losses.add(.otherLayers)
    }
  }

  private mutating func writeBetween(_ owner: Int, category: String) {
    for lane in lanes(owner) {
      write(category: category, type: "d", owner: nil, name: "", lane.map { event($0) })
    }
  }

  private mutating func writeTopics() {
    var events: [Event] = []
    for topic in transcript.topicRanges(&losses) {
      let stretch = timeline.stretch(topic.utterances)
      if !stretch.isExact { losses.add(LostPart.topicEdges, partOf: .topics) }
      events.append(Event(start: stretch.start, end: stretch.end, text: topic.label))
    }
    for row in Self.rows(events) {
      write(category: "topic", type: "d", owner: nil, name: "", row)
    }
  }
}
