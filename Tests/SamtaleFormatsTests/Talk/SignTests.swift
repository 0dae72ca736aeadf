import Samtale
import SamtaleFormats
import TestSupport
import Testing

/// Signs in brackets, which nobody said, in all formats that have no convention of their own.
@Suite struct SignTests {
  private static let known = [
    "(uklart)": "gap uklart", "(snakker samtidig)": "incident snakker samtidig",
    "[MUSIC PLAYING]": "incident MUSIC PLAYING", "(pause 3 sek)": "pause",
    "(ler)": "vocal laughter ler", "(hoster)": "vocal cough hoster",
    "[crosstalk]": "incident crosstalk", "[overlapping]": "incident overlapping",
    "(sukker)": "vocal sigh sukker", "[BLANK_AUDIO]": "pause",
    "(laughs)": "vocal laughter laughs", "[Laughter]": "vocal laughter Laughter",
    "♪": "incident ♪", "*coughs*": "vocal cough coughs", "xxx": "gap xxx",
    "[inaudible 00:01:15]": "gap inaudible 00:01:15", "(skrattar)": "vocal laughter skrattar",
    "(griner)": "vocal griner", "(suckar)": "vocal sigh suckar", "(uhørligt)": "gap uhørligt",
    "[ohörbart]": "gap ohörbart", "(ler høyt)": "vocal laughter ler høyt",
    "(Bo ler litt)": "vocal laughter Bo ler litt", "(2 ord uklart)": "gap 2 ord uklart",
    "(lang pause)": "pause long", "(ca. 5 sek pause)": "pause", "(1,5)": "pause",
    "(nikkar)": "kinesic nikkar", "(rister på hodet)": "kinesic rister på hodet",
    "(telefonen ringer)": "incident telefonen ringer", "(lavt)": "note comment lavt",
    "((Bo går etter kaffe))": "note comment Bo går etter kaffe",
    "(støy i bakgrunnen)": "incident støy i bakgrunnen", "(kremter)": "vocal throat kremter",
    "(hostar)": "vocal cough hostar", "(græder)": "vocal cry græder", "[sic]": "note comment sic",
    "[latter 00:12:33]": "vocal laughter latter 00:12:33", "(tystnad)": "pause",
    "(Anna og Bo snakkar samtidig)": "incident Anna og Bo snakkar samtidig",
    "[ler lett\nog lenge]": "vocal laughter ler lett og lenge",
  ]

  @Test(arguments: known.keys.sorted()) func knownSigns(_ sign: String) throws {
    let expected = try #require(Self.known[sign])
    let cues = imported("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Bo>One \(sign) two.\n")
    #expect(lines(cues.transcript) == ["0.0–2.0 Bo: One two."])
    #expect(events(cues.transcript) == [expected])
    #expect(cues.report.guesses == [])
    #expect(cues.report.accounting.isComplete)
    guard !sign.contains("\n") else { return }
    let text = try plain("A1: One \(sign) two.\nB1: Yes.\nA1: So\(sign), no.\nB1: No.\n")
    // What is written as a part of a word is one.
    let isPart = ["xxx", "*coughs*", "(ler)"].contains(sign)
    #expect(
      talk(text.transcript).filter { $0.hasPrefix("A1") } == [
        "A1: One two.", isPart ? "A1: So\(sign), no." : "A1: So, no.",
      ])
    #expect(Set(events(text.transcript)) == [expected])
    #expect(text.report.guesses.map(\.kind) == [.proposedLabel])
  }

  @Test(
    arguments: [
      ("One (Anna leaves) two.", "One (Anna leaves) two.", "words"),
      ("One [Anna leaves] two.", "One two.", "description"),
      ("One [in Oslo], two.", "One, two.", "description"),
      ("One [Oslo] two.", "One [Oslo] two.", "words"),
      ("One. [Oslo] Two.", "One. Two.", "description"),
      ("[Kari] said two.", "[Kari] said two.", "words"),
      ("One [ANNA LEAVES] two.", "One two.", "description"),
      ("One [NAV] two.", "One [NAV] two.", "words"),
      ("One (ja) two.", "One (ja) two.", "words"), ("[mm]", "[mm]", "words"),
      ("One [Anna?] two.", "One [Anna?] two.", "words"),
      ("(Anna leaves)", "", "description"), ("(Anna leaves).", ".", "description"),
      ("(Anna leaves) (and comes)", "", "description"),
      ("♪ la la la ♪ One.", "One.", "description"),
      (
        "friend(s) f(x) (?) *really* **b** exxx spil(ler)",
        "friend(s) f(x) (?) *really* **b** exxx spil(ler)", ""
      ),
      (
        "One [name] and [person 3] and (anonymisert).",
        "One [name] and [person 3] and (anonymisert).", ""
      ),
    ])
  func unknownSigns(_ words: String, _ said: String, _ guess: String) throws {
    let kinds: [String: [ImportGuess.Kind]] = [
      "words": [.bracketWords], "description": [.bracketDescription],
    ]
    let cues = imported("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Bo>\(words)\n")
    #expect(lines(cues.transcript) == ["0.0–2.0 Bo: \(said)"])
    #expect(cues.report.guesses.map(\.kind) == kinds[guess] ?? [])
    #expect(cues.report.accounting.isComplete)
    let text = try plain("A1: \(words)\nB1: Yes.\nA1: Well.\nB1: No.\n")
    #expect(talk(text.transcript).first == "A1: \(said)")
    #expect(text.report.guesses.map(\.kind) == [.proposedLabel] + (kinds[guess] ?? []))
  }

  @Test func signsWrittenTogetherWithWords() throws {
    let result = try plain("A1: [ler]ja, ja(hoster) og nei[uklart]. (s)he\nB1: b\nA1: c\nB1: d\n")
    #expect(talk(result.transcript).first == "A1: ja, ja og nei. (s)he")
    #expect(
      events(result.transcript) == ["vocal laughter ler", "vocal cough hoster", "gap uklart"])
  }

  @Test func descriptionsKeepTheirWords() throws {
    let result = try plain(
      """
      A1: One [Anna leaves] two.
      (They look at the plan)
      B1: (Bo stands by the door)
      A1: So [nothing much] then.
      B1: In [navn] (or so).
      """)
    #expect(
      events(result.transcript) == [
        "note comment Anna leaves", "note comment They look at the plan",
        "note comment Bo stands by the door", "note comment nothing much", "seg anon",
      ])
    #expect(
      result.report.guesses.suffix(2) == [
        ImportGuess(
          .bracketDescription, count: 4, line: 1,
          labels: [
            "[Anna leaves]", "(They look at the plan)", "(Bo stands by the door)",
            "[nothing much]",
          ]),
        ImportGuess(.bracketWords, count: 1, line: 5, labels: ["(or so)"]),
      ])
    #expect(
      result.report.text.contains(
        "  guess: words in brackets were taken for descriptions, which are no talk (4 times), "
          + "such as [Anna leaves], (They look at the plan), (Bo stands by the door), "
          + "[nothing much]\n"))
  }

  @Test func nobodySaysSigns() throws {
    let result = imported(
      """
      WEBVTT

      00:00.000 --> 00:02.000
      <v Bo>[MUSIC PLAYING]

      00:04.000 --> 00:06.000
      <v Bo>[inaudible 00:00:04] xxx
      """)
    let transcript = try #require(result.transcript)
    let rows = Participation([MeetingParticipation(transcript)], by: [.speaker]).rows
    #expect(rows.map(\.words).reduce(0, +) == 0)
    #expect(rows.map(\.turns).reduce(0, +) == 0)
    #expect(
      events(transcript) == ["incident MUSIC PLAYING", "gap inaudible 00:00:04", "gap xxx"])
  }

  /// Cues that name nobody and hold signs only stand between what people say.
  @Test func signsByThemselves() throws {
    let result = imported(
      """
      1
      00:00:00,000 --> 00:00:05,000
      [Music]

      2
      00:00:05,000 --> 00:00:06,000
      Anna: Hi.

      3
      00:00:06,000 --> 00:00:07,000
      (laughs)

      4
      00:00:07,000 --> 00:00:08,000
      And so.

      5
      00:00:08,000 --> 00:00:09,000
      Anna: (the plan) is here [Bo enters].

      6
      00:00:09,000 --> 00:00:10,000
      Anna: [Bo leaves]
      """)
    let transcript = try #require(result.transcript)
    #expect(
      lines(transcript) == [
        "5.0–6.0 Anna: Hi.", "7.0–8.0 Anna: And so.", "8.0–9.0 Anna: (the plan) is here.",
        "9.0–10.0 Anna: ",
      ])
    #expect(
      events(transcript) == [
        "incident Music", "vocal laughter laughs", "note comment Bo enters",
        "note comment Bo leaves",
      ])
    #expect(transcript.marks.map(\.isBetween) == [true, true, false, false])
    #expect(transcript.marks[0].start(in: transcript) == 0)
    #expect(transcript.marks[1].start(in: transcript) == 6)
    #expect(
      result.report.guesses.map(\.kind) == [
        .namePrefix, .continuedSpeaker, .bracketWords, .bracketDescription,
      ])
    #expect(result.report.accounting.isComplete)
  }

  @Test func whisper() throws {
    let result = imported(
      """
      {"result": {"language": "no"}, "transcription": [
        {"offsets": {"from": 0, "to": 1500}, "text": " [BLANK_AUDIO]"},
        {"offsets": {"from": 1500, "to": 2000}, "text": " Hei (latter) du."},
        {"offsets": {"from": 2000, "to": 3000}, "text": " ♪♪"}]}
      """)
    #expect(lines(result.transcript) == ["1.5–2.0 –: Hei du."])
    #expect(events(result.transcript) == ["pause", "vocal laughter latter", "incident ♪"])
    #expect(result.report.accounting.isComplete)
  }

  private static func elan(_ values: [String]) -> String {
    let annotations = values.enumerated().map { i, value in
      """
      <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a\(i)" TIME_SLOT_REF1="t\(i)" \
      TIME_SLOT_REF2="t\(i + 1)"><ANNOTATION_VALUE>\(value)</ANNOTATION_VALUE>\
      </ALIGNABLE_ANNOTATION></ANNOTATION>
      """
    }.joined()
    let slots = (0...values.count).map {
      "<TIME_SLOT TIME_SLOT_ID=\"t\($0)\" TIME_VALUE=\"\($0)000\"/>"
    }.joined()
    return """
      <ANNOTATION_DOCUMENT AUTHOR="" DATE="" FORMAT="3.0" VERSION="3.0">
      <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/><TIME_ORDER>\(slots)</TIME_ORDER>
      <TIER TIER_ID="Anna" PARTICIPANT="Anna" LINGUISTIC_TYPE_REF="t">\(annotations)</TIER>
      <LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="t" TIME_ALIGNABLE="true"/></ANNOTATION_DOCUMENT>
      """
  }

  @Test func tiers() throws {
    let elan = Importer.read(
      bytes: Array(Self.elan(["Ja (ler)", "[uklart]", "(går ned)", "(ja) da"]).utf8),
      named: "m.eaf")
    #expect(
      lines(elan.transcript) == [
        "0.0–1.0 Anna: Ja", "1.0–2.0 Anna: ", "2.0–3.0 Anna: ", "3.0–4.0 Anna: (ja) da",
      ])
    #expect(
      events(elan.transcript) == [
        "vocal laughter ler", "gap uklart", "note comment går ned",
      ])
    #expect(elan.report.guesses.map(\.kind) == [.bracketDescription, .bracketWords])
    #expect(elan.report.accounting.isComplete)
    let exmaralda = imported(
      """
      <basic-transcription><head><meta-information/><speakertable><speaker id="S">\
      <abbreviation>A</abbreviation></speaker></speakertable></head><basic-body>\
      <common-timeline><tli id="T0" time="0"/><tli id="T1" time="1"/></common-timeline>\
      <tier id="t" speaker="S" category="v" type="t"><event start="T0" end="T1">ja (kanskje) \
      [uklart] ((ler)) [no] </event></tier></basic-body></basic-transcription>
      """)
    #expect(talk(exmaralda.transcript) == ["A: ja (kanskje) [no]"])
    #expect(events(exmaralda.transcript) == ["gap uklart", "vocal ler"])
    #expect(exmaralda.report.guesses.map(\.kind) == [.bracketWords])
  }

  /// In conversation analysis square brackets stand around what is said at once.
  @Test func overlapsAreTalk() throws {
    let result = try plain(
      """
      A: so I [thought] we
      B: [yeah sure] I mean
      A: went [home] (laughs) so
      B: no [wait a] bit
      A: what
      B: fine
      """)
    #expect(
      talk(result.transcript) == [
        "A: so I [thought] we", "B: [yeah sure] I mean", "A: went [home] so",
        "B: no [wait a] bit", "A: what", "B: fine",
      ])
    #expect(result.report.guesses.last?.kind == .bracketWords)
    #expect(result.report.guesses.last?.count == 4)
  }

  /// Words that look like signs are written so that they come back as words.
  @Test func wordsComeBackFromOurOwnFiles() throws {
    var builder = TranscriptBuilder(id: "m", language: "en")
    let anna = builder.participant(labelled: "Anna")
    let words = "[laughs] (so) *coughs* xxx ♪ la ♪ (.) ((door)) [name] <laughs> [mm]"
    builder.append(UtteranceDraft(words, speakers: [anna], start: 0, end: 1))
    let transcript = builder.transcript()
    let files = [
      WebVTTWriter.write(transcript).bytes, ElanWriter.write(transcript).bytes,
      TextGridWriter.write(transcript).bytes, ExmaraldaWriter.write(transcript).bytes,
    ]
    for bytes in files {
      let result = Importer.read(bytes: bytes)
      #expect(lines(result.transcript) == ["0.0–1.0 Anna: \(words)"])
      #expect(result.transcript?.marks == [])
      #expect(result.report.guesses == [])
    }
  }

  @Test(
    arguments: [
      "[", "([{*♪", "[a ", "(a [b ", "*a", "xx", "♪ a ", "((", "[a] ", "(a) ", "[\u{2060}", "[A]  ",
    ])
  func manyBracketsTakeLinearTime(_ piece: String) {
    let time = { (count: Int) in
      let text = String(repeating: piece, count: count)
      return ProcessorTime.measure {
        let cues = imported("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Bo>\(text)\n")
        #expect(cues.report.accounting.isComplete)
        #expect(imported("A1: \(text)\nB1: b\nA1: c\nB1: d\n").report.accounting.isComplete)
      }
    }
    // Four times as much, not sixteen times.
    #expect(time(32_000) < time(8_000) * 9)
  }
}
