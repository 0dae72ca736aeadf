import Samtale
import SamtaleFormats
import Testing

/// Basic transcriptions of EXMARaLDA: chains of events, timelines with few times, tiers of all kinds.
@Suite struct ExmaraldaTests {
  /// A file with two speakers and the given points (`T0`, `T1=2.5` …).
  private static func file(_ points: String, _ tiers: String..., head: String = "") -> [UInt8] {
    let timeline = points.split(separator: " ").map { point in
      let parts = point.split(separator: "=")
      return "<tli id=\"\(parts[0])\"" + (parts.count > 1 ? " time=\"\(parts[1])\"/>" : "/>")
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <basic-transcription>
      <head><meta-information>\(head)</meta-information>
      <speakertable>
      <speaker id="SPK0"><abbreviation>ANN</abbreviation><sex value="f"/>
      <languages-used><language lang="deu"/></languages-used><l1/><l2/>
      <ud-speaker-information><ud-information attribute-name="age">34</ud-information>\
      </ud-speaker-information><comment/></speaker>
      <speaker id="SPK1"><abbreviation>BO</abbreviation><sex value="u"/></speaker>
      </speakertable></head>
      <basic-body><common-timeline>\(timeline.joined())</common-timeline>
      \(tiers.joined(separator: "\n"))
      </basic-body></basic-transcription>
      """.utf8)
  }

  /// A tier whose events are given as `T0-T1 text`.
  private static func tier(_ attributes: String, _ events: String...) -> String {
    let lines = events.map { event in
      let parts = event.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      let ends = parts[0].split(separator: "-")
      return "<event start=\"\(ends[0])\" end=\"\(ends[1])\">\(parts[1])</event>"
    }
    return "<tier \(attributes)>" + lines.joined() + "</tier>"
  }

  private static let ann = "id=\"TIE0\" speaker=\"SPK0\" category=\"v\" type=\"t\""
  private static let bo = "id=\"TIE1\" speaker=\"SPK1\" category=\"v\" type=\"t\""

  private func read(_ bytes: [UInt8], speakers: String? = nil) throws -> ImportResult {
    var options = ImportOptions()
    if let speakers { options.speakers = try SpeakerMap(Array(speakers.utf8)) }
    let result = Importer.read(bytes: bytes, named: "m.exb", options: options)
    #expect(result.report.accounting.isComplete)
    #expect(result.report.format == .exmaralda)
    return result
  }

  private func lines(_ result: ImportResult) throws -> [String] {
    try #require(result.transcript).utterances.map { utterance in
      let times = [utterance.start, utterance.end].map { $0.map { "\($0)" } ?? "?" }
      let transition = utterance.transition.map { " \($0)" } ?? ""
      return
        "\(utterance.speaker?.label ?? "-") \(times[0])–\(times[1])\(transition) \(utterance.text)"
    }
  }

  @Test func adjacentEventsAreOneUtterance() throws {
    let result = try read(
      Self.file(
        "T0=0.0 T1 T2=2.5 T3 T4=4 T5=5.1234",
        Self.tier(Self.ann, "T0-T1 So we ", "T1-T2 begin. ", "T4-T5 Good."),
        Self.tier(Self.bo, "T1-T3 Wait, ", "T3-T4 wait!"),
        head: """
          <project-name>P</project-name><transcription-name>Meeting</transcription-name>\
          <referenced-file url="a.wav"/><ud-meta-information><ud-information \
          attribute-name="date">2024-03-05</ud-information><ud-information \
          attribute-name="place">Oslo</ud-information></ud-meta-information>
          """))
    #expect(
      try lines(result) == [
        "ANN 0.0–2.5 So we begin.", "BO ?–4.0 overlap Wait, wait!", "ANN 4.0–5.123 Good.",
      ])
    let transcript = try #require(result.transcript)
    #expect(transcript.header.title == "Meeting")
    #expect(transcript.date == "2024-03-05")
    #expect(transcript.language == "deu")
    #expect(transcript.header.media == ["a.wav"])
    let ann = transcript.participants[0]
    #expect(ann.attributes.map { "\($0.kind) \($0.display)" } == ["sex f", "age 34"])
    #expect(
      transcript.header.encoding[0].elements.map(\.text).dropFirst() == [
        "Project: P", "place: Oslo",
      ])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func withoutTimesTheTimelineGivesTheOrder() throws {
    let result = try read(
      Self.file(
        "T0 T1 T2 T3 T4",
        Self.tier(Self.bo, "T2-T4 there"), Self.tier(Self.ann, "T0-T1 here", "T3-T4 now"),
        Self.tier("id=\"X\" type=\"d\" category=\"nn\"", "T1-T2 door")))
    #expect(try lines(result) == ["ANN ?–? here", "BO ?–? there", "ANN ?–? overlap now"])
    let door = try #require(result.transcript?.marks.first)
    #expect(door.kind == .incident && door.isBetween && door.utterance == 1)
  }

  @Test func onlySafeConventionsAreEvents() throws {
    let result = try read(
      Self.file(
        "T0 T1",
        Self.tier(
          Self.ann, "T0-T1 a ((0,4s)) b (0.7) c (.) d ((laughs)) e ((unverständlich)) (he) (2) ((f")
      ))
    let transcript = try #require(result.transcript)
    #expect(transcript.utterances[0].text == "a b c d e (he) (2) ((f")
    let marks = transcript.utterances[0].marks.map { mark in
      "\(mark.kind) \(mark.seconds.map { "\($0)" } ?? mark.type ?? mark.text) "
        + "\(transcript.utterances[0].scalarRange(of: mark).lowerBound)"
    }
    #expect(
      marks == [
        "pause 0.4 2", "pause 0.7 4", "pause short 6", "vocal laughs 8", "gap unverständlich 10",
      ])
  }

  @Test func tiersAroundTheTalk() throws {
    let result = try read(
      Self.file(
        "T0 T1 T2 T3 T4",
        Self.tier(Self.ann, "T0-T1 red ", "T1-T2 house "),
        Self.tier("id=\"A\" speaker=\"SPK0\" category=\"pos\" type=\"a\"", "T0-T1 ADJ", "T1-T2 N"),
        Self.tier(
          "id=\"B\" speaker=\"SPK0\" category=\"translation-en\" type=\"a\"", "T0-T2 rouge"),
        Self.tier(
          "id=\"C\" speaker=\"SPK0\" category=\"nv\" type=\"d\"", "T1-T2 nods", "T3-T4 waves"),
        Self.tier("id=\"D\" speaker=\"SPK0\" category=\"gloss\" type=\"t\"", "T0-T2 gloss"),
        Self.tier("id=\"E\" category=\"topic\" type=\"d\"", "T0-T4 colours")))
    let transcript = try #require(result.transcript)
    let view = TierView(transcript)
    #expect(
      view.utterances[0].annotations == [
        "gloss |gloss", "pos |ADJ", "pos |N", "translation en|rouge",
      ])
    #expect(view.topics == ["colours 0-0"])
    let nod = try #require(transcript.utterances[0].marks.first)
    #expect(nod.text == "nods" && transcript.utterances[0].scalarRange(of: nod) == 4..<4)
    let wave = try #require(transcript.marks.last)
    #expect(wave.kind == .kinesic && wave.isBetween && wave.detail.participants == [0])
    #expect(
      result.diagnostics.filter { $0.code == .notCarried }.map(\.what) == [
        "3 annotations of further tiers keep their words but not their own times (tiers: pos, nv)"
      ])
    #expect(result.report.guesses.map(\.kind) == [.tierChoice])
  }

  @Test func tokensGetSpacesAndTiersWithoutSpeakerAreNobodys() throws {
    let result = try read(
      Self.file(
        "T0 T1 T2", Self.tier("id=\"A\" category=\"tok\" type=\"t\"", "T0-T1 one", "T1-T2 two"),
        Self.tier("id=\"B\" category=\"lemma\" type=\"t\"", "T0-T1 1", "T1-T2 2")))
    #expect(try lines(result) == ["- ?–? one two"])
    #expect(result.report.guesses.map(\.kind) == [.tierChoice, .joinedEvents])
    #expect(
      TierView(try #require(result.transcript)).utterances[0].annotations == [
        "lemma |1", "lemma |2",
      ])
  }

  @Test func damagedFilesLoseNoWords() throws {
    let result = try read(
      Self.file(
        "T0 T1 T1 T2=x", Self.tier(Self.ann, "T0-T1 one", "T7-T8 lost", "T2-T0 back"),
        Self.tier(Self.ann.replacing("v", with: "w"), "T0-T9 other"),
        Self.tier("id=\"Q\" type=\"a\" category=\"note\"", "T5-T6 stray")))
    #expect(try lines(result).map { $0.split(separator: " ").last } == ["one", "back", "lost"])
    let codes = Set(result.diagnostics.map(\.code))
    #expect(
      codes == [
        .badTime, .duplicateID, .danglingPointer, .endBeforeStart, .guessed, .notCarried,
      ])
    let texts = TierView(try #require(result.transcript)).utterances.flatMap(\.annotations)
    #expect(texts == ["w |other"] || texts.contains { $0.hasSuffix("other") })
    #expect(result.transcript?.marks.map(\.text) == ["stray"])
    let text = String(decoding: Self.file("T0 T1", Self.tier(Self.ann, "T0-T1 one")), as: UTF8.self)
    let cut = try read(Array(text[..<text.firstRange(of: "one")!.upperBound].utf8))
    #expect(try lines(cut) == ["ANN ?–? one"])
    #expect(cut.hasErrors)
  }

  @Test func sameAbbreviationsStayApart() throws {
    let text = String(
      decoding: Self.file(
        "T0 T1 T2", Self.tier(Self.ann, "T0-T1 a"), Self.tier(Self.bo, "T1-T2 b")), as: UTF8.self)
    let result = try read(Array(text.replacing(">BO<", with: ">ANN<").utf8))
    #expect(try lines(result) == ["ANN ?–? a", "ANN (SPK1) ?–? b"])
  }

  // MARK: Writing

  @Test func writesAPartiturThatIsReadBack() throws {
    var builder = TranscriptBuilder(id: "m", language: "en")
    let anna = builder.participant(labelled: "Anna")
    let bo = builder.participant(labelled: "Bo")
    builder.amend(bo) { person in
      person.roles = ["T"]
      person.attributes = [
        .init(.sex, value: "m"), .init(.age, atLeast: "25", atMost: "40"),
        .init(.trait, type: "origin", text: "native"), .init(.state, type: "years", text: "3"),
      ]
    }
    var first = UtteranceDraft("we", speakers: [anna])
    first.add(MarkDraft(.pause, seconds: 0.4))
    first.append(" begin")
    first.add(MarkDraft(.vocal, "laughs"))
    builder.append(first)
    builder.append(UtteranceDraft("and", speakers: [anna]))
    var second = UtteranceDraft("yes", speakers: [bo])
    second.transition = .overlap
    builder.append(second)
    let (bytes, losses) = ExmaraldaWriter.write(builder.transcript())
    let text = String(decoding: bytes, as: UTF8.self)
    let events = text.split(separator: "\n").filter { $0.contains("<event ") }.map(\.trimmingSpaces)
    #expect(
      events == [
        "<event start=\"T0\" end=\"T1\">we((0.4s)) begin ((laughs))</event>",
        "<event start=\"T2\" end=\"T4\">and</event>", "<event start=\"T3\" end=\"T5\">yes</event>",
      ])
    #expect(
      losses.lines == [
        "1 × remarks on how a transcript was made, and other parts of its header",
        "3 × identifiers of utterances",
      ])
    let back = try #require(try read(bytes).transcript)
    #expect(TierView(back) == TierView(builder.transcript()))
    #expect(back.participants.map(\.attributes) == builder.participants.map(\.attributes))
    #expect(back.participants.map(\.roles) == [[], ["T"]])
    #expect(back.utterances.map(\.transition) == [nil, nil, .overlap])
    #expect(back.utterances[0].marks == builder.transcript().utterances[0].marks)
  }

  @Test(arguments: UInt64(1)...200) func whatIsWrittenComesBack(_ seed: UInt64) throws {
    let transcript = TierTranscript.make(seed)
    let (bytes, losses) = ExmaraldaWriter.write(transcript)
    let result = try read(bytes)
    #expect(result.report.guesses.isEmpty)
    #expect(result.diagnostics.isEmpty)
    let back = try #require(result.transcript)
    var (before, after) = (TierView(transcript), TierView(back))
    // One of several speakers, and no language of single utterances, as the losses say.
    for i in before.utterances.indices {
      before.utterances[i].speakers = Array(before.utterances[i].speakers.prefix(1))
      before.utterances[i].language = nil
    }
    #expect(losses[.jointSpeakers] == transcript.utterances.count { $0.speakers.count > 1 })
    #expect(losses[.languages] == transcript.utterances.count { $0.language != nil })
    if losses["topics that begin or end at another utterance"] > 0 {
      before.topics = []
      after.topics = []
    }
    let lost = losses["times of annotations that are not those of the utterance"]
    if lost == 0, losses[.eventTimes] == 0 {
      #expect(after == before)
    } else {
      #expect(after.withoutOwnTimes == before.withoutOwnTimes)
    }
    let apparent = losses["utterances that look as if they overlapped, since times are not known"]
    #expect(back.utterances.count { $0.transition != nil } == apparent)
    #expect(ExmaraldaWriter.write(transcript).bytes == bytes)
    for feature in ExmaraldaWriter.carried.subtracting([.languages, .eventTimes]) {
      #expect(losses[feature] == 0, "\(feature)")
    }
    #expect(TEI.read(bytes: TEI.write(back).bytes, named: "m.exb").transcripts == [back])
    #expect(
      losses["utterances that start before the one above them, put in the order of starts"] == 0)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
