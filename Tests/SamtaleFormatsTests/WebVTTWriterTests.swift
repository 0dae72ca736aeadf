import Samtale
import SamtaleFormats
import Testing

@Suite struct WebVTTWriterTests {
  @Test func aMeeting() throws {
    var builder = TranscriptBuilder(id: "m", language: "en")
    builder.header.title = "Team Fjord"
    builder.header.media = "m1.wav"
    let anna = builder.participant(labelled: "Anna")
    let bo = builder.participant(labelled: "Bo & Co")
    builder.append(UtteranceDraft("Late", speakers: [bo], start: 3600.5, end: 3601))
    builder.appendBetween(MarkDraft(.note, "door slams"))
    var draft = UtteranceDraft(speakers: [anna], start: 1, end: 4)
    draft.append("I took the ")
    draft.add(MarkDraft(.contribution, "mm", by: [bo]))
    draft.append("bus <")
    draft.add(MarkDraft(.anchor, start: 2.5))
    draft.append(" early > & //S02: no//")
    builder.append(draft)
    builder.append(UtteranceDraft("lost", speakers: [anna], start: 5))
    builder.append(UtteranceDraft("who?", start: 6, end: 6))
    let (bytes, losses) = WebVTTWriter.write(builder.transcript())
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        WEBVTT - Team Fjord
        Language: en

        NOTE media: m1.wav

        NOTE door slams

        00:00:01.000 --> 00:00:04.000
        <v Anna>I took the //Bo &amp; Co: mm//bus &lt;<00:00:02.500> early &gt; &amp; \
        /<lang></lang>/S02: no/<lang></lang>/

        00:00:05.000 --> 00:00:06.000
        <v Anna>lost

        00:00:06.000 --> 00:00:06.001
        <v>who?

        01:00:00.500 --> 01:00:01.000
        <v Bo &amp; Co>Late


        """)
    #expect(
      losses.lines == [
        "1 × remarks on how a transcript was made, and other parts of its header",
        "4 × identifiers of utterances",
        "4 × utterances whose place differs from the order of time",
        "1 × utterances with a start or an end only, written up to the utterances around them",
        "1 × utterances without length, which last a millisecond now",
      ])
    let back = try #require(Importer.read(bytes: bytes).transcript)
    #expect(
      lines(back) == [
        "1.0–4.0 Anna: I took the bus < early > & //S02: no//", "5.0–6.0 Anna: lost",
        "6.0–6.001 –: who?", "3600.5–3601.0 Bo & Co: Late",
      ])
    #expect(back.language == "en")
    #expect(back.header.title == "Team Fjord")
    #expect(back.header.media == ["m1.wav"])
    #expect(back.marks.map(\.kind) == [.note, .contribution, .anchor])
    #expect(back.marks.map(\.text) == ["door slams", "mm", ""])
    #expect(back.marks[1].detail.participants.map { back.participants[$0].label } == ["Bo & Co"])
    let first = back.utterances[0]
    #expect(first.marks.map { first.scalarRange(of: $0).lowerBound } == [11, 16])
  }

  @Test func contributionsOfSilentPeopleAreCuesOfTheirOwn() throws {
    var builder = TranscriptBuilder(id: "m")
    let anna = builder.participant(labelled: "Anna")
    var draft = UtteranceDraft("yes", speakers: [anna], start: 1, end: 4)
    draft.add(MarkDraft(.contribution, "mm", by: [builder.participant(labelled: "Bo")]))
    builder.append(draft)
    let (bytes, losses) = WebVTTWriter.write(builder.transcript())
    #expect(losses[.contributions] == 0)
    #expect(losses["contributions of others, which become cues of their own"] == 1)
    #expect(
      lines(Importer.read(bytes: bytes).transcript) == ["1.0–4.0 Anna: yes", "1.0–4.0 Bo: mm"])
  }

  @Test(arguments: UInt64(1)...200) func whatItHoldsComesBack(_ seed: UInt64) throws {
    var random = RandomGenerator(seed: seed)
    let transcript = TimedTalk.timed(&random)
    let (bytes, losses) = WebVTTWriter.write(transcript)
    #expect(bytes == WebVTTWriter.write(transcript).bytes)
    let result = Importer.read(bytes: bytes)
    let back = try #require(result.transcript)
    #expect(lines(back) == lines(transcript))
    #expect(result.report.guesses == [])
    #expect(back.header.title == transcript.header.title)
    let notes = { (transcript: Transcript) in
      transcript.marks.map { "\($0.utterance) \($0.text)" }
    }
    if losses[.notes] == 0 { #expect(notes(back) == notes(transcript)) }
    #expect(losses[.times] == 0 && losses[.labels] == 0 && losses[.unknownSpeakers] == 0)
  }
}
