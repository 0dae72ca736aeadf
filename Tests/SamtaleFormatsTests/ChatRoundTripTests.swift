import Foundation
import Samtale
import SamtaleFormats
import Testing

/// Transcript → CHAT → transcript: what comes back, and whether losses are told.
@Suite struct ChatRoundTripTests {
  private static func importing(_ bytes: [UInt8], _ id: String) -> ImportResult {
    Importer.read(bytes: bytes, named: id + ".cha", id: id)
  }

  /// Everything is the same, unless the export has said that something is not.
  @Test(arguments: UInt64(1)...300)
  func whatIsNotCountedAsLostComesBack(_ seed: UInt64) throws {
    var random = RandomTalk(seed: seed)
    let transcript = random.transcript()
    let (bytes, losses) = ChatWriter.write(transcript)
    #expect(ChatWriter.write(transcript).bytes == bytes)
    let result = Self.importing(bytes, transcript.id)
    let again = try #require(result.transcript, "\(result.diagnostics)")
    #expect(result.report.accounting.isComplete)
    #expect(result.report.accounting[.refused] == 0)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)\n\(bytes.text)")
    #expect(again.utterances.map(\.text) == transcript.utterances.map(\.text))
    #expect(again.utterances.map(\.id) == transcript.utterances.map(\.id))
    var others = losses.lines
    others.removeAll { $0.hasSuffix(TranscriptFeature.remarks.name) }
    if others.isEmpty {
      let difference = ChatComparison.lines(again).difference(
        from: ChatComparison.lines(transcript))
      #expect(difference.isEmpty, "\(Self.text(difference))\n\(bytes.text)")
    }
    // Once written, everything that is left comes back.
    let (second, _) = ChatWriter.write(again)
    let third = try #require(Self.importing(second, transcript.id).transcript)
    let change = ChatComparison.lines(third).difference(from: ChatComparison.lines(again))
    #expect(change.isEmpty, "\(Self.text(change))\n\(bytes.text)")
  }

  /// Most random talk goes through without a loss, so that the test above says something.
  @Test func mostRandomTalkHasNoLosses() {
    let whole = (UInt64(1)...300).count { seed in
      var random = RandomTalk(seed: seed)
      return ChatWriter.write(random.transcript()).losses.lines.count <= 1
    }
    #expect(whole > 150)
  }

  private static func text(_ difference: CollectionDifference<String>) -> String {
    difference.map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    .joined(separator: "\n")
  }

  private static let corpora = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpora")

  private static func files(_ corpus: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: corpora.appending(path: corpus).path)
      .filter { $0.hasSuffix(".xml") }.sorted()
      .map { corpora.appending(path: corpus).appending(path: $0).path }
  }

  /// The words, speakers, times and identifiers of the three corpora come back.
  @Test(arguments: ["ips-meetings", "ips-meetings-nb", "ips-interviews"])
  func corpora(_ corpus: String) throws {
    for file in try Self.files(corpus) {
      let transcript = try #require(try TEI.read(file).transcripts.first)
      let (bytes, losses) = ChatWriter.write(transcript)
      let again = try #require(Self.importing(bytes, transcript.id).transcript)
      let heads = { (transcript: Transcript) in
        transcript.utterances.map { ChatComparison.lines($0, transcript)[0] }
      }
      let change = heads(again).difference(from: heads(transcript))
      #expect(change.isEmpty, "\(file)\n\(Self.text(change))")
      #expect(again.language == transcript.language)
      #expect(again.date == transcript.date)
      #expect(again.participants.map(\.label) == transcript.participants.map(\.label))
      #expect(again.participants.map(\.roles) == transcript.participants.map(\.roles))
      #expect(again.translations.map(\.text) == transcript.translations.map(\.text))
      for feature in [TranscriptFeature.vocals, .incidents, .kinesics, .contributions, .unclear] {
        #expect(losses[feature] == 0, "\(feature.name) \(file)")
        let counts = [transcript, again].map { TranscriptFeature.counts(in: $0)[feature] }
        #expect(counts[0] == counts[1])
      }
    }
  }

  /// A transcript that was imported can be written as TEI and read again.
  @Test func importedTranscriptsAreSoundTEI() throws {
    let body = ChatTests.lines.map { "*CHI:\t\($0.0)\n%eng:\ttranslated\n%mor:\tx|y" }
    let transcript = try #require(
      ChatTests.importing(body.joined(separator: "\n")).transcript)
    let writing = TEI.write(transcript)
    let reading = TEI.read(bytes: writing.bytes)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let again = try #require(reading.transcripts.first)
    let isSame = again == transcript
    let change = ChatComparison.lines(again).difference(from: ChatComparison.lines(transcript))
    #expect(isSame, "\(Self.text(change))")
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

/// Random talk with everything that CHAT holds, and some that it does not.
struct RandomTalk {
  private var state: UInt64
  private var builder = TranscriptBuilder(id: "talk", language: "en")

  init(seed: UInt64) { state = seed }

  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  /// A number from 0.
  mutating func number(below bound: Int) -> Int { bound > 0 ? below(bound) : 0 }

  private mutating func one<T>(_ values: [T]) -> T { values[below(values.count)] }
  private mutating func isLucky(_ times: Int) -> Bool { below(times) == 0 }

  private static let words = [
    "yes", "no", "so", "then", "don't", "æøå", "3.5", "8:30", "a/b", "New_York", "thi-", "xxx",
    "0", "0th", "10", "e.g.", "(sic)", "what?!", "–", "50%", "a@x.no", "+<", "&=laughs", "[x]",
    "<b>", "...", "-", ",", "yes,", "well;", "half:", "“quoted”", "Yes.", "No?", "Oh!", "Then",
    "We", "+...", "www", "*CHI:", "%com:", "@End", "//S02:", "to-do", "naïve", "日本", "\"q\"", "’n",
    "…", "xx.", "#", "a|b", "~x", "^y", "{z}", "$1", "=", "`", "\\",
  ]
  private static let plain = ["yes", "no", "so", "then", "maybe", "later", "uh", "ja"]

  mutating func transcript() -> Transcript {
    let labels = [["Anna", "Bo", "Anne"], ["SW4", "U1"], ["Kari Olsen", "Ærling", "KARIOLSEN"]]
    let people = one(labels).map { label in
      var person = Participant(id: "p." + label, label: label)
      person.roles = one([[], ["Teacher"], ["SW"], ["SW", "Leader"], ["a;b,c|d"]])
      if isLucky(2) {
        person.attributes = [.init(.name, text: one(["Anna", "Bo B. Berg", "x_y"]))]
      }
      return builder.add(person)
    }
    builder.header.title = "talk"
    if isLucky(2) { builder.header.date = "2024-03-0\(1 + below(9))" }
    if isLucky(2) {
      builder.header.media = one(["talk", "talk.mp4", "https://a.b/c.mp3", "x y.wav"])
    }
    for _ in 0..<(1 + below(8)) {
      if isLucky(5) { addBetween(people) }
      add(people)
    }
    if isLucky(2) { addTopics() }
    return builder.transcript()
  }

  private mutating func addTopics() {
    for label in ["the bus", "(2.5)", "æ, ø"].prefix(below(4)) {
      let first = below(builder.count)
      builder.addTopic(label, first...(first + below(builder.count - first)))
    }
  }

  private mutating func addBetween(_ people: [Int]) {
    builder.appendBetween(
      one([
        MarkDraft(.note, "door [opens]"), MarkDraft(.note, "(2.5)"), MarkDraft(.note, "&=laughs"),
        MarkDraft(.note, "at work", type: "Situation"), MarkDraft(.pause, seconds: 3.25),
        MarkDraft(.incident, "phone rings"), .cut(), MarkDraft(.vocal, "laughs"),
        MarkDraft(.contribution, "yes", by: [one(people)]),
      ]))
  }

  private mutating func add(_ people: [Int]) {
    var draft = UtteranceDraft(speakers: one([[one(people)], [one(people)], [], people]))
    if isLucky(3) { draft.start = Double(below(900)) / 10 }
    if let start = draft.start { draft.end = start + Double(1 + below(50)) / 10 }
    if isLucky(4) { draft.transition = one([.overlap, .latching]) }
    if isLucky(5) { draft.language = one(["nb", "fr", "tlh"]) }
    if isLucky(5) { draft.addressees = [one(people)] }
    if isLucky(3) { draft.id = one(["x.", "line-", "u"]) + "\(builder.count + 3)" }
    fill(&draft, people)
    let index = builder.append(draft)
    if isLucky(4) { builder.annotate(index, layer: one(["act", "xabc"]), "a|b (c) [d]") }
    if isLucky(6) { builder.annotate(index, layer: "chat.terminator", one(["+/.", "+...", "→"])) }
    if isLucky(5) { builder.translate(index, into: one(["en", "nb"]), one(["Oh, yes.", "x: y"])) }
  }

  private mutating func fill(_ draft: inout UtteranceDraft, _ people: [Int]) {
    for _ in 0..<(1 + below(7)) {
      if isLucky(4) { draft.add(event(people)) }
      if isLucky(4) {
        let start = draft.length
        let count = 1 + below(3)
        for place in 0..<count {
          draft.append((place == 0 ? "" : " ") + one(Self.plain))
          if isLucky(9), place < count - 1 { draft.add(event(people)) }
        }
        let mark = stretch(isOne: count == 1)
        draft.add(mark, at: start..<draft.length)
        if isLucky(5) { draft.add(MarkDraft(.unclear), at: start..<draft.length) }
        if isLucky(40) { draft.add(MarkDraft(.unclear), at: (start + 1)..<draft.length) }
        draft.append(" ")
      } else {
        draft.append(one(Self.words) + " ")
      }
    }
    if isLucky(3) { draft.append(one(Self.plain) + one([".", "?", "!"])) }
    if isLucky(8) { draft.add(event(people)) }
  }

  private mutating func stretch(isOne: Bool) -> MarkDraft {
    one([
      MarkDraft(.deleted), MarkDraft(.deleted, type: "repetition"), MarkDraft(.unclear),
      MarkDraft(.segment, type: "anon"), MarkDraft(.segment), MarkDraft(.segment, type: "stressed"),
      MarkDraft(.segment, type: "overlap-top.2"), MarkDraft(.segment, type: "overlap-follows"),
      MarkDraft(.segment, type: isOne ? "filler" : "x-y_z"),
      isOne ? MarkDraft(.deleted, type: "truncation") : MarkDraft(.segment, type: "a.b"),
      MarkDraft(.segment, type: "sound.x"),
      MarkDraft(.segment, type: isOne ? "omitted" : "compound"),
    ])
  }

  private mutating func event(_ people: [Int]) -> MarkDraft {
    one([
      MarkDraft(.pause, type: "short"), MarkDraft(.pause, type: "long"),
      MarkDraft(.pause, seconds: Double(below(90_000)) / 1000), MarkDraft(.vocal, "laughs"),
      MarkDraft(.vocal, "vocal: (hm) x_y"), MarkDraft(.kinesic, "nods"), MarkDraft(.kinesic),
      MarkDraft(.incident, "laughs"), MarkDraft(.incident, "door & window"),
      MarkDraft(.gap, reason: "inaudible"), MarkDraft(.note, "looks [away]"),
      MarkDraft(.contribution, "Yes, that's it.", by: [one(people)]),
      MarkDraft(.contribution, "mhm"),
    ])
  }
}
