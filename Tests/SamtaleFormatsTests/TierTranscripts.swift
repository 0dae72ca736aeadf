import TestSupport

import Samtale

/// What formats with tiers can hold of a transcript, for comparing before and after.
struct TierView: Equatable {
  struct Spoken: Equatable {
    var speakers: [String]
    var text: String
    var start: Double?
    var end: Double?
    var language: String?
    var notes: [String] = []
    var contributions: [String] = []
    var events: [String] = []
    var annotations: [String] = []
  }

  var people: [String]
  var utterances: [Spoken]
  var between: [String] = []
  var topics: [String] = []
  var head: [String?]

  /// The view without times of annotations and events that are their own.
  var withoutOwnTimes: TierView {
    var view = self
    let plain = { (text: String) in String(text.prefix { $0 != "@" }) }
    for i in view.utterances.indices {
      view.utterances[i].annotations = utterances[i].annotations.map(plain).sorted()
      view.utterances[i].events = utterances[i].events.map(plain).sorted()
      view.utterances[i].contributions = utterances[i].contributions.map(plain)
    }
    return view
  }

  private static func own(_ start: Double?, _ end: Double?) -> String {
    guard let start else { return "" }
    return "@\(start)–" + (end.map { "\($0)" } ?? "?")
  }

  init(_ transcript: Transcript) {
    let names = transcript.participants.map { $0.label ?? $0.id }
    people = names
    utterances = transcript.utterances.map { utterance in
      Spoken(
        speakers: utterance.speakers.map { names[$0] }, text: utterance.text,
        start: utterance.start, end: utterance.end, language: utterance.language)
    }
    head = [
      transcript.language, transcript.date, transcript.number, transcript.header.title,
      transcript.header.media.first, transcript.header.recordingSeconds.map { "\($0)" },
    ]
    readMarks(transcript, names)
    readAnnotations(transcript)
    topics =
      transcript.topics.map { topic in
        let covered = topic.extent.stretches.map(\.utterance)
        return "\(topic.label) \(covered.first ?? -1)-\(covered.last ?? -1)"
      }
      .sorted()
  }

  private mutating func readMarks(_ transcript: Transcript, _ names: [String]) {
    for mark in transcript.marks {
      let times = Self.own(
        mark.detail.start.flatMap(transcript.timeline.seconds),
        mark.detail.end.flatMap(transcript.timeline.seconds))
      switch (mark.kind, mark.isBetween) {
      case (.note, false): utterances[mark.utterance].notes.append(mark.text)
      case (.contribution, false):
        let by = mark.detail.participants.map { names[$0] }.joined(separator: ",")
        utterances[mark.utterance].contributions.append("\(by)|\(mark.text)" + times)
      case (.vocal, false), (.kinesic, false), (.incident, false):
        utterances[mark.utterance].events.append("\(mark.kind) \(mark.text)" + times)
      case (.pause, false):
        let length = mark.seconds.map { "\($0)" } ?? mark.type ?? "?"
        utterances[mark.utterance].events.append("pause \(length)" + times)
      case (.note, true), (.incident, true):
        between.append("\(mark.utterance) \(mark.kind) \(mark.text)")
      default: break
      }
    }
    // Only those of one kind keep their order.
    for i in utterances.indices { utterances[i].events.sort() }
    // Notes and incidents at the same place have no order of their own.
    between.sort()
  }

  private mutating func readAnnotations(_ transcript: Transcript) {
    let annotations = TimedAnnotations(transcript)
    for layer in transcript.layers where layer.element.name == "spanGrp" {
      for span in layer.element.elements {
        var plain = span
        plain.attributes.removeAll { $0.name != "target" }
        guard let found = annotations.annotation(plain) else { continue }
        let name = "\(layer.type ?? "") \(layer.element["xml:lang"] ?? "")"
        utterances[found.utterance].annotations.append(
          "\(name)|\(span.text)" + Self.own(found.start, found.end))
      }
    }
    for i in utterances.indices { utterances[i].annotations.sort() }
  }
}

extension SeededNumbers {
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Random transcripts of which formats with tiers hold everything.
struct TierTranscript {
  private var random: SeededNumbers
  private var builder: TranscriptBuilder
  private var cursor = 0
  private var people: [Int]

  static let texts = [
    "ja", "we begin at nine", "og så sa hun «nei»", "a < b & \"c\" 'd' ]]>", "你好 世界 🙂", "// no",
    "//A1: yes//", "SW1: is that so", "50 %", "x – y …", "\u{301}e",
    "[laughs] (0.4) yes", "((door)) *coughs* xxx", "(so) [the plan] ♪ la ♪", "[mm]", "[name]",
  ]

  /// A transcript without times if `isTimed` is false.
  static func make(_ seed: UInt64, isTimed: Bool? = nil) -> Transcript {
    var maker = TierTranscript(seed)
    let isTimed = isTimed ?? maker.random.chance(70)
    for _ in 0..<Int.random(in: 1...14, using: &maker.random) { maker.addUtterance(isTimed) }
    maker.addTopics()
    return maker.builder.transcript()
  }

  private init(_ seed: UInt64) {
    random = SeededNumbers(seed: seed)
    builder = TranscriptBuilder(id: "m\(seed)", language: "nb", file: "m.xml")
    builder.header.title = "Meeting <\(seed)> & more"
    builder.header.date = "2024-03-0\(1 + seed % 9)"
    builder.header.media = "audio \(seed) å.wav"
    builder.header.recordingSeconds = 4000.5
    builder.number = "\(seed)"
    people = []
    let labels = ["SW1", "T 2", "Ærlig & co", "ES4"].prefix(Int.random(in: 1...4, using: &random))
    for label in labels { people.append(builder.participant(labelled: label)) }
  }

  private mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }

  private mutating func addUtterance(_ isTimed: Bool) {
    if random.chance(20) { builder.appendBetween(MarkDraft(.note, "note " + text())) }
    if random.chance(20) { builder.appendBetween(MarkDraft(.incident, "incident " + text())) }
    var draft = UtteranceDraft(text())
    draft.speakers = people.shuffled(using: &random).prefix(random.chance(80) ? 1 : 0).map(\.self)
    if random.chance(10) { draft.speakers = people }
    draft.language = random.chance(10) ? "en" : nil
    if isTimed { addTimes(&draft) }
    if random.chance(20) { draft.add(MarkDraft(.note, "in turn " + text())) }
    if random.chance(20) {
      let by = random.chance(70) ? [people[0]] : []
      draft.add(MarkDraft(.contribution, "mm " + text(), by: by))
    }
    if random.chance(20) {
      draft.add(MarkDraft(.pause, seconds: [0.4, 12].randomElement(using: &random)))
    }
    if random.chance(10) { draft.add(MarkDraft(.pause, type: random.chance(50) ? "short" : nil)) }
    if random.chance(10) { draft.add(MarkDraft(.vocal, "laughs " + text())) }
    if random.chance(10) { draft.add(MarkDraft(.kinesic, "nods " + text())) }
    if random.chance(10) { draft.add(MarkDraft(.incident, "phone " + text())) }
    let (start, end) = (draft.start ?? 0, draft.end ?? 0)
    let isWide = draft.start != nil && end - start > 0.5
    if isWide, random.chance(30) {
      draft.add(MarkDraft(.kinesic, "points", start: start + 0.1, end: end))
      draft.add(MarkDraft(.incident, "rings", start: start + 0.05, end: start + 0.15))
    }
    let utterance = builder.append(draft)
    if isWide, random.chance(50) {
      builder.annotate(utterance, layer: "words", text(), start: start, end: start + 0.2)
      builder.annotate(utterance, layer: "words", text(), start: start + 0.2, end: end)
      if random.chance(50) {
        builder.annotate(utterance, layer: "words", "over", start: start + 0.1, end: start + 0.3)
      }
      if random.chance(50) { builder.annotate(utterance, layer: "words", "all") }
    }
    if random.chance(30) { builder.annotate(utterance, layer: "gloss", text()) }
    if random.chance(20) { builder.annotate(utterance, layer: "gloss", "second " + text()) }
    if random.chance(20) { builder.annotate(utterance, layer: "topics", text()) }
    if random.chance(20) { builder.translate(utterance, into: "en", text()) }
    if random.chance(10) { builder.translate(utterance, into: "de-CH", text()) }
  }

  private mutating func addTimes(_ draft: inout UtteranceDraft) {
    let start = cursor + ([0, 0, 1, 700, 2500].randomElement(using: &random) ?? 0)
    let end = start + ([1, 40, 900, 4000].randomElement(using: &random) ?? 1)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return
    case 1:
      draft.end = Double(cursor + Int.random(in: 1...3000, using: &random)) / 1000
      return
    case 2: draft.start = Double(start) / 1000
    default:
      draft.start = Double(start) / 1000
      draft.end = Double(end) / 1000
    }
    cursor = start
  }

  private mutating func addTopics() {
    for i in 0..<Int.random(in: 0...3, using: &random) {
      let first = Int.random(in: 0..<builder.count, using: &random)
      let last = Int.random(in: first..<builder.count, using: &random)
      builder.addTopic("topic \(i) " + text(), first...last)
    }
  }
}
