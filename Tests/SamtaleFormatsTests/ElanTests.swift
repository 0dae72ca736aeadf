import Samtale
import SamtaleFormats
import Testing

/// ELAN files: which tiers are talk, what hangs on what, and what is wrong with them.
@Suite struct ElanTests {
  /// A file with the given tiers; slots t0 to t9 lie a second apart, u1 to u3 have no time and stand
  /// between t1 and t2.
  private static func file(_ tiers: String, types: String = "", head: String = "") -> [UInt8] {
    var slots = ""
    for i in 0...9 {
      slots += "<TIME_SLOT TIME_SLOT_ID=\"t\(i)\" TIME_VALUE=\"\(i * 1000)\"/>"
      if i == 1 { for u in 1...3 { slots += "<TIME_SLOT TIME_SLOT_ID=\"u\(u)\"/>" } }
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-03-05T10:00:00+01:00" FORMAT="3.0" VERSION="3.0">
      <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">\(head)</HEADER>
      <TIME_ORDER>\(slots)</TIME_ORDER>
      \(tiers)
      <LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="sub" CONSTRAINTS="Time_Subdivision"/>
      <LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="sym" CONSTRAINTS="Symbolic_Subdivision"/>
      <LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="ref" CONSTRAINTS="Symbolic_Association"/>
      \(types)
      </ANNOTATION_DOCUMENT>
      """.utf8)
  }

  private static func tier(_ attributes: String, _ annotations: String...) -> String {
    "<TIER LINGUISTIC_TYPE_REF=\"free\" \(attributes)>"
      + annotations.map { "<ANNOTATION>\($0)</ANNOTATION>" }.joined() + "</TIER>"
  }

  private static func timed(_ id: String, _ start: String, _ end: String, _ text: String) -> String
  {
    """
    <ALIGNABLE_ANNOTATION ANNOTATION_ID="\(id)" TIME_SLOT_REF1="\(start)" TIME_SLOT_REF2="\(end)">\
    <ANNOTATION_VALUE>\(text)</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>
    """
  }

  private static func referring(
    _ id: String, _ reference: String, _ text: String, previous: String? = nil
  ) -> String {
    let previous = previous.map { " PREVIOUS_ANNOTATION=\"\($0)\"" } ?? ""
    return """
      <REF_ANNOTATION ANNOTATION_ID="\(id)" ANNOTATION_REF="\(reference)"\(previous)>\
      <ANNOTATION_VALUE>\(text)</ANNOTATION_VALUE></REF_ANNOTATION>
      """
  }

  private func read(_ bytes: [UInt8], speakers: String? = nil) throws -> ImportResult {
    var options = ImportOptions()
    if let speakers { options.speakers = try SpeakerMap(Array(speakers.utf8)) }
    let result = Importer.read(bytes: bytes, named: "m.eaf", options: options)
    #expect(result.report.accounting.isComplete)
    #expect(result.report.format == .elan)
    return result
  }

  private func lines(_ result: ImportResult) throws -> [String] {
    let transcript = try #require(result.transcript)
    return transcript.utterances.map { utterance in
      let times = [utterance.start, utterance.end].map { $0.map { "\($0)" } ?? "?" }
      return "\(utterance.speaker?.label ?? "-") \(times[0])–\(times[1]) \(utterance.text)"
    }
  }

  private func annotations(_ result: ImportResult) throws -> [String] {
    TierView(try #require(result.transcript)).utterances.flatMap(\.annotations)
  }

  @Test func talkIsMergedByTime() throws {
    let result = try read(
      Self.file(
        Self.tier(
          "TIER_ID=\"talk A\" PARTICIPANT=\"Anna\"", Self.timed("a1", "t2", "t3", "two &amp; more"),
          Self.timed("a2", "t0", "t1", "first"))
          + Self.tier("TIER_ID=\"talk B\" PARTICIPANT=\"Bo\"", Self.timed("a3", "t1", "t4", "one")),
        head: "<MEDIA_DESCRIPTOR MEDIA_URL=\"file:///m%C3%A5.wav\" MIME_TYPE=\"audio/x-wav\"/>"))
    #expect(
      try lines(result) == [
        "Anna 0.0–1.0 first", "Bo 1.0–4.0 one", "Anna 2.0–3.0 two & more",
      ])
    let transcript = try #require(result.transcript)
    #expect(transcript.header.media == ["file:///m%C3%A5.wav"])
    #expect(transcript.utterances.allSatisfy { $0.transition == nil })
    #expect(result.diagnostics.isEmpty)
    #expect(result.report.accounting[.speech] == 18)
  }

  @Test func tiersThatHangOnOthersAreLayers() throws {
    let result = try read(
      Self.file(
        Self.tier("TIER_ID=\"A\" PARTICIPANT=\"A\"", Self.timed("a1", "t1", "t2", "red house"))
          + Self.tier(
            "TIER_ID=\"w@A\" PARENT_REF=\"A\"", Self.timed("a2", "t1", "u2", "red"),
            Self.timed("a3", "u2", "t2", "house")
          ).replacing("free", with: "sub")
          + Self.tier(
            "TIER_ID=\"pos@A\" PARENT_REF=\"w@A\"", Self.referring("a6", "a3", "N", previous: "a5"),
            Self.referring("a4", "a2", "ADJ"), Self.referring("a5", "a3", "SG")
          ).replacing("free", with: "sym")
          + Self.tier(
            "TIER_ID=\"translation-en@A\" PARENT_REF=\"A\"",
            Self.referring("a7", "a1", "rotes Haus")
          ).replacing("free", with: "ref")))
    #expect(try lines(result) == ["A 1.0–2.0 red house"])
    #expect(
      try annotations(result) == [
        "pos |ADJ", "pos |N", "pos |SG", "translation en|rotes Haus", "w |house", "w |red",
      ])
    let pos = try #require(result.transcript?.layers.first { $0.type == "pos" })
    #expect(pos.element.elements.map(\.text) == ["ADJ", "SG", "N"])
    #expect(
      result.transcript?.translations.map { "\($0.utterance) \($0.language) \($0.text)" } == [
        "0 en rotes Haus"
      ])
    #expect(result.report.guesses.isEmpty)
  }

  @Test func otherTiersOfAPersonAnnotateWhatIsSaid() throws {
    let tiers =
      Self.tier("TIER_ID=\"A\" PARTICIPANT=\"A\"", Self.timed("a1", "t1", "t3", "look there"))
      + Self.tier(
        "TIER_ID=\"A gesture\" PARTICIPANT=\"A\"", Self.timed("a2", "t2", "t4", "points"),
        Self.timed("a3", "t5", "t6", "waves at the others at some length"))
      + Self.tier("TIER_ID=\"Room\"", Self.timed("a4", "t0", "t1", "a door"))
      .replacing("free", with: "room")
    let result = try read(Self.file(tiers))
    #expect(try lines(result) == ["A 1.0–3.0 look there"])
    #expect(try annotations(result) == ["gesture |points@2.0–4.0"])
    #expect(
      result.transcript?.marks.map { "\($0.kind) \($0.type ?? "") \($0.utterance) \($0.text)" } == [
        "note Room 0 a door", "note gesture 1 waves at the others at some length",
      ])
    #expect(result.report.guesses.map(\.kind) == [.tierChoice, .otherTiers])
    #expect(
      result.diagnostics.filter { $0.code == .notCarried }.map(\.what) == [
        "2 annotations of further tiers keep their words but not their own times "
          + "(tiers: A gesture, Room)"
      ])
    // The table of speakers has the last word.
    let other = try read(Self.file(tiers), speakers: "label,role\nRoom,R\nA gesture,G\n")
    #expect(
      try lines(other) == [
        "Room 0.0–1.0 a door", "A gesture 2.0–4.0 points",
        "A gesture 5.0–6.0 waves at the others at some length",
      ])
  }

  /// One in three tiers of talk names no person: what is of the same linguistic type is talk too.
  @Test func namelessTiersLikeTalkAreTalk() throws {
    let tiers =
      Self.tier("TIER_ID=\"Anna\" PARTICIPANT=\"Anna\"", Self.timed("a1", "t1", "t2", "one"))
      + Self.tier("TIER_ID=\"Bo\"", Self.timed("a2", "t2", "t3", "two"))
      + Self.tier("TIER_ID=\"gestures\"", Self.timed("a3", "t0", "t1", "points"))
    let result = try read(Self.file(tiers))
    #expect(try lines(result) == ["Anna 1.0–2.0 one", "Bo 2.0–3.0 two"])
    #expect(result.report.guesses == [ImportGuess(.namelessTiers, count: 1, line: 5)])
    #expect(result.transcript?.marks.map { "\($0.type ?? "") \($0.text)" } == ["gestures points"])
    // Of another type it is not.
    let other = try read(
      Array(
        String(decoding: Self.file(tiers), as: UTF8.self)
          .replacing(
            "LINGUISTIC_TYPE_REF=\"free\" TIER_ID=\"Bo\"",
            with: "LINGUISTIC_TYPE_REF=\"other\" TIER_ID=\"Bo\""
          ).utf8))
    #expect(try lines(other) == ["Anna 1.0–2.0 one"])
    #expect(other.report.guesses.map(\.kind) == [.otherTiers])
  }

  /// Where nothing but gestures is there, they are talk, and what is said of it is true.
  @Test func tiersOfAPersonThatAreHardlyTalk() throws {
    let result = try read(
      Self.file(
        Self.tier(
          "TIER_ID=\"gesture\" PARTICIPANT=\"Anna\"", Self.timed("a1", "t1", "t2", "points"))))
    #expect(try lines(result) == ["Anna 1.0–2.0 points"])
    #expect(result.report.guesses.map(\.kind) == [.unlikelyTalk])
    #expect(
      result.diagnostics.map(\.what).joined().contains(
        "tiers whose names tell of something else were taken for talk"))
  }

  @Test func withoutPeopleTiersNameTheSpeakers() throws {
    let result = try read(
      Self.file(
        Self.tier("TIER_ID=\"Kari\"", Self.timed("a1", "t1", "t2", "hei"))
          + Self.tier("TIER_ID=\"Kommentar\"", Self.timed("a2", "t1", "t2", "laughs"))
          + Self.tier("TIER_ID=\"Topics\"", Self.timed("a3", "t0", "t3", "greeting"))))
    #expect(try lines(result) == ["Kari 1.0–2.0 hei"])
    #expect(result.transcript?.topics.map(\.label) == ["greeting"])
    #expect(result.report.guesses.map(\.kind) == [.namelessTiers])
  }

  @Test func childTierAsTalkGetsTheTimesOfItsPlace() throws {
    let tiers =
      Self.tier("TIER_ID=\"ref@A\" PARTICIPANT=\"A\"", Self.timed("a1", "t1", "t2", "001"))
      + Self.tier(
        "TIER_ID=\"tx@A\" PARENT_REF=\"ref@A\" PARTICIPANT=\"A\"",
        Self.timed("a2", "t1", "u2", "one"), Self.timed("a3", "u2", "t2", "two")
      ).replacing("free", with: "sub")
    let result = try read(Self.file(tiers), speakers: "label\ntx@A\n")
    #expect(try lines(result) == ["tx@A 1.0–1.5 one", "tx@A 1.5–2.0 two"])
    #expect(result.report.guesses == [ImportGuess(.dividedTimes, count: 2, line: 5)])
  }

  @Test func talkWithoutTimesKeepsItsPlace() throws {
    let result = try read(
      Self.file(
        Self.tier(
          "TIER_ID=\"A\" PARTICIPANT=\"A\"", Self.timed("a1", "t2", "t3", "last"),
          Self.timed("a2", "u1", "u2", "middle"), Self.timed("a3", "t0", "t1", "first"),
          Self.timed("a4", "nowhere", "t9", "lost"))))
    #expect(
      try lines(result) == ["A 0.0–1.0 first", "A ?–? middle", "A 2.0–3.0 last", "A ?–9.0 lost"])
    #expect(result.diagnostics.map(\.code) == [.badTime])
  }

  @Test func cyclesAndPointersThatLeadNowhereLoseNoWords() throws {
    let result = try read(
      Self.file(
        Self.tier("TIER_ID=\"A\" PARTICIPANT=\"A\"", Self.timed("a1", "t1", "t2", "talk"))
          + Self.tier(
            "TIER_ID=\"g@A\" PARENT_REF=\"A\"", Self.referring("b1", "b2", "circle one"),
            Self.referring("b2", "b1", "circle two"), Self.referring("b3", "b3", "own tail"),
            Self.referring("b4", "gone", "dangling"), Self.referring("b5", "b6", "forward"),
            Self.referring("b6", "a1", "target"), Self.referring("a1", "a1", "same name"))
          + Self.tier("TIER_ID=\"X\" PARENT_REF=\"Y\"", Self.timed("c1", "t3", "t4", "x"))
          + Self.tier("TIER_ID=\"Y\" PARENT_REF=\"X\"", Self.timed("c2", "t5", "t6", "y"))
          + Self.tier("TIER_ID=\"Z\" PARENT_REF=\"none\"", Self.timed("c3", "t7", "t8", "z"))))
    let transcript = try #require(result.transcript)
    #expect(try lines(result) == ["A 1.0–2.0 talk"])
    #expect(try annotations(result) == ["g |forward", "g |same name", "g |target"])
    #expect(
      transcript.marks.map(\.text) == [
        "x", "y", "z", "circle one", "circle two", "own tail", "dangling",
      ])
    let codes = result.diagnostics.map(\.code)
    #expect(codes.contains(.danglingPointer) && codes.contains(.duplicateID))
    #expect(result.report.accounting[.refused] == 0)
  }

  @Test func chainsInACircleKeepTheOrderOfTheFile() throws {
    let result = try read(
      Self.file(
        Self.tier("TIER_ID=\"A\" PARTICIPANT=\"A\"", Self.timed("a1", "t1", "t2", "talk"))
          + Self.tier(
            "TIER_ID=\"g@A\" PARENT_REF=\"A\"", Self.referring("b1", "a1", "1", previous: "b2"),
            Self.referring("b2", "a1", "2", previous: "b1"), Self.referring("b3", "a1", "3"))))
    #expect(result.transcript?.layers[0].element.elements.map(\.text) == ["3", "1", "2"])
    #expect(result.diagnostics.map(\.code) == [.sinceCycle])
  }

  @Test func damagedFilesAreReadAsFarAsTheyGo() throws {
    let empty = Importer.read(bytes: Array("<ANNOTATION_DOCUMENT/>".utf8), named: "m.eaf")
    #expect(empty.hasErrors && empty.transcript == nil)
    let whole = Self.file(
      Self.tier(
        "TIER_ID=\"A\" PARTICIPANT=\"A\" SHAPE=\"round\"", Self.timed("a1", "t1", "t2", "one"),
        Self.timed("a2", "t3", "t4", "two")))
    let text = String(decoding: whole, as: UTF8.self)
    let cut = Array(text[..<text.firstRange(of: "two")!.upperBound].utf8)
    let result = try read(cut)
    #expect(try lines(result) == ["A 1.0–2.0 one", "A 3.0–4.0 two"])
    #expect(result.hasErrors)
    let old = try read(Array(text.replacing("FORMAT=\"3.0\" VERSION=\"3.0\"", with: "").utf8))
    #expect(old.diagnostics.map(\.severity) == [.note])
    let late = try read(
      Array(text.replacing("TIME_VALUE=\"1000\"", with: "TIME_VALUE=\"1e\"").utf8))
    #expect(try lines(late) == ["A ?–2.0 one", "A 3.0–4.0 two"])
  }

  @Test func annotationsOfEmptyTalkAreKept() throws {
    let result = try read(
      Self.file(
        Self.tier(
          "TIER_ID=\"A\" PARTICIPANT=\"A\"", Self.timed("a1", "t1", "t2", " "),
          Self.timed("a2", "t3", "t4", "yes"))
          + Self.tier("TIER_ID=\"A_g\" PARENT_REF=\"A\"", Self.referring("b1", "a1", "gloss"))))
    #expect(try lines(result) == ["A 3.0–4.0 yes"])
    #expect(result.transcript?.marks.map { "\($0.type ?? "") \($0.text)" } == ["g gloss"])
  }

  // MARK: Writing

  /// What cannot be in order on ELAN's time line, or stands among words, is counted.
  @Test func lossesAreCounted() throws {
    var builder = TranscriptBuilder(id: "m")
    let anna = builder.participant(labelled: "Anna")
    _ = builder.add(Participant(id: "p.2", label: "Anna", roles: ["T"]))
    builder.append(UtteranceDraft("late", speakers: [anna], start: 5, end: 5))
    builder.append(UtteranceDraft("early", speakers: [anna], start: 1.00005, end: 2))
    var third = UtteranceDraft("third", speakers: [anna], start: 6, end: 5.5)
    third.add(MarkDraft(.note, "n", type: "t"), at: 0..<0)
    third.add(MarkDraft(.gap, reason: "inaudible"))
    third.transition = .latching
    builder.append(third)
    builder.append(UtteranceDraft("", speakers: [anna]))
    builder.appendBetween(MarkDraft(.vocal, "laughs"))
    builder.addTopic("all", 0...2)
    let losses = ElanWriter.write(builder.transcript()).losses
    #expect(
      losses.lines == [
        "1 × remarks on how a transcript was made, and other parts of its header",
        "4 × identifiers of utterances",
        "1 × marks of how an utterance follows the one before (overlap, latching)",
        "1 × printed labels of people", "1 × roles of people", "1 × vocal events",
        "1 × inaudible places", "1 × ends of utterances that lie before their starts",
        "1 × events and notes whose place among the words is lost",
        "1 × facts about events and notes (sort, people, length)",
        "1 × topics that begin or end at another utterance",
        "1 × utterances that end when they start, written as a millisecond",
        "1 × utterances that start before the one above them, put in the order of starts",
        "1 × utterances without words",
      ])
  }

  @Test func writesTiersThatAreReadBack() throws {
    var builder = TranscriptBuilder(id: "m", language: "en")
    let anna = builder.participant(labelled: "Anna")
    let bo = builder.participant(labelled: "Bo")
    builder.append(UtteranceDraft("one", speakers: [anna], start: 1, end: 3))
    builder.append(UtteranceDraft("two", speakers: [anna], start: 2, end: 4))
    builder.append(UtteranceDraft("three", speakers: [bo]))
    var both = UtteranceDraft("four", speakers: [anna, bo], start: 8)
    both.add(MarkDraft(.pause, seconds: 0.4))
    builder.append(both)
    builder.annotate(0, layer: "gloss", "1")
    let (bytes, losses) = ElanWriter.write(builder.transcript())
    let text = String(decoding: bytes, as: UTF8.self)
    let tiers = text.split(separator: "\n").filter { $0.contains("<TIER ") }
    #expect(
      tiers.map { $0.split(separator: "TIER_ID=")[1].dropLast(1) } == [
        "\"Anna\"", "\"gloss@Anna\"", "\"Anna 2\"", "\"Bo (times invented)\"",
        "\"Anna + Bo (ends invented)\"", "\"pauses in turns@Anna + Bo (ends invented)\"",
      ])
    #expect(
      losses.lines == [
        "1 × remarks on how a transcript was made, and other parts of its header",
        "4 × identifiers of utterances",
      ])
    #expect(text.contains("TIME_VALUE=\"5000\""))
    let result = try read(bytes)
    #expect(TierView(try #require(result.transcript)) == TierView(builder.transcript()))
    #expect(result.diagnostics.isEmpty)
  }

  @Test func timesOfWordsAndGesturesComeBack() throws {
    let tiers =
      Self.tier("TIER_ID=\"A\" PARTICIPANT=\"A\"", Self.timed("a1", "t1", "t4", "look there"))
      + Self.tier(
        "TIER_ID=\"words@A\" PARENT_REF=\"A\"", Self.timed("a2", "t1", "t2", "look"),
        Self.timed("a3", "t2", "t3", "there")
      ).replacing("free", with: "div")
      + Self.tier("TIER_ID=\"gesture A\" PARTICIPANT=\"A\"", Self.timed("a4", "t3", "t4", "nods"))
    let first = try read(Self.file(tiers))
    let transcript = try #require(first.transcript)
    let expected = ["gesture_A |nods@3.0–4.0", "words |look@1.0–2.0", "words |there@2.0–3.0"]
    #expect(try annotations(first) == expected)
    #expect(!first.diagnostics.map(\.code).contains(.notCarried))
    #expect(
      transcript.layers.map { $0.element.elements.map { $0["target"] } } == [
        ["#a1 #T1 #T2", "#a1 #T2 #T3"], ["#a1 #T3 #T4"],
      ])
    let written = ElanWriter.write(transcript)
    let back = try read(written.bytes)
    #expect(try annotations(back) == expected)
    #expect(back.diagnostics.isEmpty)
    let tei = TEI.read(bytes: TEI.write(transcript).bytes, named: "m.eaf")
    #expect(tei.transcripts == [transcript])
    #expect(tei.diagnostics.isEmpty)
    let exb = ExmaraldaWriter.write(transcript).bytes
    #expect(
      TierView(try #require(Importer.read(bytes: exb, named: "m.exb").transcript)).utterances
        == TierView(transcript).utterances)
  }

  @Test(arguments: UInt64(1)...200) func whatIsWrittenComesBack(_ seed: UInt64) throws {
    let transcript = TierTranscript.make(seed)
    let (bytes, losses) = ElanWriter.write(transcript)
    let result = try read(bytes)
    let back = try #require(result.transcript)
    #expect(result.report.guesses.isEmpty)
    #expect(result.diagnostics.isEmpty)
    var (before, after) = (TierView(transcript), TierView(back))
    if losses["topics that begin or end at another utterance"] > 0 {
      before.topics = []
      after.topics = []
    }
    #expect(after == before)
    #expect(ElanWriter.write(transcript).bytes == bytes)
    for feature in ElanWriter.carried { #expect(losses[feature] == 0, "\(feature)") }
    #expect(TEI.read(bytes: TEI.write(back).bytes, named: "m.eaf").transcripts == [back])
    #expect(
      losses["utterances that start before the one above them, put in the order of starts"] == 0)
  }
}
