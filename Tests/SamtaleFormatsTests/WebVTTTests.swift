import Samtale
import SamtaleFormats
import Testing

/// One utterance as a line: `start–end label: words`, times in seconds.
func lines(_ transcript: Transcript?) -> [String] {
  transcript?.utterances.map { utterance in
    let time = { (seconds: Double?) in seconds.map { "\($0)" } ?? "?" }
    let labels = utterance.speakers.map { transcript?.participants[$0].label ?? "" }
    return "\(time(utterance.start))–\(time(utterance.end)) "
      + "\(labels.isEmpty ? "–" : labels.joined(separator: "+")): \(utterance.text)"
  } ?? []
}

/// Imports a text.
func imported(
  _ text: String, named file: String = "x", options: ImportOptions = ImportOptions()
) -> ImportResult {
  Importer.read(bytes: Array(text.utf8), named: file, options: options)
}

@Suite struct WebVTTTests {
  @Test func cuesWithVoices() throws {
    let result = imported(
      """
      WEBVTT - Team Fjord
      Language: nb

      NOTE made by hand

      STYLE
      ::cue { color: red }

      one
      00:00:01.000 --> 00:00:02.500 align:start
      <v.loud Anna &amp; Bo>Skal vi <i>begynne</i>?</v>

      00:03.000 --> 00:04.000
      <v Siri>Ja &lt;nå&gt;
      med en gang
      """)
    #expect(
      lines(result.transcript) == [
        "1.0–2.5 Anna & Bo: Skal vi begynne?", "3.0–4.0 Siri: Ja <nå> med en gang",
      ])
    #expect(result.diagnostics == [])
    #expect(result.transcript?.header.title == "Team Fjord")
    #expect(result.transcript?.language == "nb")
    #expect(result.transcript?.utterances.map(\.line) == [10, 13])
    #expect(result.transcript?.marks.map(\.text) == ["made by hand"])
    let report = result.report
    #expect(report.format == .webVTT)
    #expect(report.encoding == .utf8)
    #expect(report.turns == 2)
    #expect(report.speakers == ["Anna & Bo", "Siri"])
    #expect(report.guesses == [])
    // 16 + 19 of words; "Anna &amp; Bo" and "Siri" are 17; three time lines and the identifier.
    #expect(report.accounting[.speech] == 35)
    #expect(report.accounting[.names] == 17)
    #expect(report.accounting[.notes] == 12)
    #expect(report.accounting[.header] == 10 + 12)
    #expect(report.accounting[.times] == 3 + 41 + 23)
    // The signature with its dash; NOTE and a space; the style; <v.loud >, </v>, <i>, </i>; <v >, and two references of four
    // characters for one.
    #expect(report.accounting[.markup] == 9 + 5 + 26 + 9 + 4 + 3 + 4 + 4 + 6)
    #expect(report.accounting[.layout] == 12)
    #expect(report.accounting.isComplete)
  }

  @Test func severalVoicesInACue() {
    let result = imported(
      """
      WEBVTT

      00:00.000 --> 00:04.000
      <v Anna>Hi. <v Bo>Hello, <00:02.000>you. <00:03.000><v Anna>Yes.
      """)
    #expect(
      lines(result.transcript) == [
        "0.0–? Anna: Hi.", "?–? Bo: Hello, you.", "3.0–4.0 Anna: Yes.",
      ])
    let anchor = result.transcript?.utterances[1].marks.first
    #expect(anchor?.kind == .anchor)
    #expect(anchor?.start(in: result.transcript) == 2)
  }

  @Test func cuesWithoutAVoiceContinue() {
    let text = """
      WEBVTT

      00:00.000 --> 00:01.000
      Before.

      00:01.000 --> 00:02.000
      <v Anna>I went

      00:02.000 --> 00:03.000
      home.
      """
    let result = imported(text)
    #expect(
      lines(result.transcript) == [
        "0.0–1.0 –: Before.", "1.0–2.0 Anna: I went", "2.0–3.0 Anna: home.",
      ])
    #expect(result.report.guesses == [ImportGuess(.continuedSpeaker, count: 1, line: 9)])
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.report.turns == 2)
    var options = ImportOptions()
    options.unvoiced = .unknown
    let unknown = imported(text, options: options)
    #expect(lines(unknown.transcript)[2] == "2.0–3.0 –: home.")
    #expect(unknown.report.guesses == [])
    #expect(unknown.report.utterancesWithoutSpeaker == 2)
    options.unvoiced = .previous
    options.isStrict = true
    #expect(imported(text, options: options).diagnostics.map(\.severity) == [.error])
  }

  @Test func namesBeforeAColon() {
    let text = """
      WEBVTT

      1
      00:00.000 --> 00:01.000
      Anna Berg: First: this.

      2
      00:01.000 --> 00:02.000
      Note: nobody is called so.

      3
      00:02.000 --> 00:03.000
      Anna Berg: At 17:30 then.

      4
      00:03.000 --> 00:04.000
      Bo: Yes.
      """
    let result = imported(text)
    #expect(
      lines(result.transcript) == [
        "0.0–1.0 Anna Berg: First: this.", "1.0–2.0 Anna Berg: Note: nobody is called so.",
        "2.0–3.0 Anna Berg: At 17:30 then.", "3.0–4.0 –: Bo: Yes.",
      ])
    #expect(
      result.report.guesses == [
        ImportGuess(.namePrefix, count: 2, line: 4, labels: ["Anna Berg"]),
        ImportGuess(.continuedSpeaker, count: 1, line: 8),
        ImportGuess(.doubtfulLabel, count: 1, line: 16, labels: ["Bo"]),
      ])
    var options = ImportOptions()
    options.unvoiced = .unknown
    options.speakers = declared("Role,label,id\nSW,Bo,p.bo\nWA,Anna Berg,\n")
    let known = imported(text, options: options)
    #expect(lines(known.transcript)[3] == "3.0–4.0 Bo: Yes.")
    #expect(lines(known.transcript)[1] == "1.0–2.0 –: Note: nobody is called so.")
    #expect(known.report.guesses == [])
    #expect(known.transcript?.participants.map(\.id) == ["p.Anna_Berg", "p.bo"])
    #expect(known.transcript?.participants.map(\.roles) == [["WA"], ["SW"]])
  }

  private func declared(_ table: String) -> SpeakerMap {
    (try? SpeakerMap(Array(table.utf8), named: "people.csv")) ?? SpeakerMap()
  }

  @Test func labelsOfPrograms() {
    let result = imported(
      """
      WEBVTT

      00:00.000 --> 00:01.000
      [SPEAKER_00]: One.

      00:01.000 --> 00:02.000
      (speaker 1) Two.

      00:02.000 --> 00:03.000
      [music]: three
      """)
    #expect(
      lines(result.transcript) == [
        "0.0–1.0 SPEAKER_00: One.", "1.0–2.0 speaker 1: Two.", "2.0–3.0 speaker 1: : three",
      ])
    #expect(result.report.guesses == [ImportGuess(.continuedSpeaker, count: 1, line: 9)])
  }

  @Test func wordsOfAnotherInside() {
    let result = imported(
      """
      WEBVTT

      NOTE media: talk 1.mp3

      00:00.000 --> 00:04.000
      <v S01>We dug //S02: Wonderful. // till noon, see https://a.b//c.

      00:02.000 --> 00:03.000
      <v //S02>Really.
      """)
    #expect(
      lines(result.transcript) == [
        "0.0–4.0 S01: We dug till noon, see https://a.b//c.", "2.0–3.0 S02: Really.",
      ])
    let first = result.transcript?.utterances[0]
    #expect(first?.marks.map(\.kind) == [.contribution])
    #expect(first?.marks.first?.text == "Wonderful.")
    #expect(first.map { $0.scalarRange(of: $0.marks[0]) } == 7..<7)
    #expect(first?.marks.first?.detail.participants == [1])
    #expect(result.transcript?.utterances[1].transition == .overlap)
    #expect(result.report.accounting[.contributions] == 10)
    #expect(result.report.accounting.isComplete)
    let header = TEI.write(result.transcript ?? Transcript(id: "none")).text
    #expect(header.contains("<media mimeType=\"audio/mpeg\" url=\"talk%201.mp3\"/>"))
  }

  @Test func badCuesAreSkippedAndCounted() {
    let result = imported(
      """
      WEBVTT

      00:00.000 --> oops
      Lost.

      00:75.000 -> 00:02.000
      Lost too.

      00:05.000 --> 00:04.000
      Kept.
      61:01.5 --> 61:02,000
      Late.
      """)
    #expect(lines(result.transcript) == ["5.0–? –: Kept.", "3661.5–3662.0 –: Late."])
    #expect(
      result.diagnostics.map(\.code) == [.notImported, .notImported, .endBeforeStart, .guessed])
    #expect(result.diagnostics.map(\.line) == [3, 6, 9, 11])
    // "00:00.000 --> oops" and "Lost." with a line end; "00:75.000 -> 00:02.000" and "Lost too.".
    #expect(result.report.accounting[.refused] == 24 + 32)
    #expect(result.report.accounting.isComplete)
  }

  @Test func readingsLanguagesAndStrangeBrackets() {
    let result = imported(
      """
      WEBVTT

      00:00.000 --> 00:01.000
      <ruby>base<rt>above</rt></ruby> <lang nb>så</lang> <[?]> 5 < 6 <c.x>&unknown;</c>
      """)
    #expect(lines(result.transcript) == ["0.0–1.0 –: base så <[?]> 5 < 6 &unknown;"])
    let marks = result.transcript?.marks ?? []
    #expect(marks.map(\.kind) == [.note, .segment])
    #expect(marks.map(\.text) == ["above", ""])
    #expect(result.diagnostics.map(\.severity) == [.note])
  }

  /// References of HTML, old ones also without a semicolon; others stay as words.
  @Test(arguments: [
    ("Sk&aring;l &Oslash;yvind &ccaron;", "Skål Øyvind č"),
    ("Q&amp;A, R&D, AT&T", "Q&A, R&D, AT&T"),
    ("&AMP; &copy; &rsquo;", "& © ’"), ("&notit; &not &notin;", "¬it; ¬ ∉"),
    ("&#229;&#xE5;&#229", "ååå"), ("&#0; &#xD800; &; &1 & &#;", "&#0; &#xD800; &; &1 & &#;"),
    ("&ccaron &rsquo &unknown;", "&ccaron &rsquo &unknown;"),
  ])
  func characterReferences(_ written: String, _ words: String) {
    let result = imported("WEBVTT\n\n00:00.000 --> 00:01.000\n\(written)\n")
    #expect(lines(result.transcript) == ["0.0–1.0 –: \(words)"])
    #expect(result.report.accounting.isComplete)
  }

  /// `rt` outside `ruby` is no reading, an end tag of nothing is no word, and a time at the end of a
  /// cue need not be closed.
  @Test func tagsThatAreNotWhole() {
    let result = imported(
      """
      WEBVTT

      00:00.000 --> 00:04.000
      <rt>One</rt> two</> three<00:03.000
      """)
    #expect(lines(result.transcript) == ["0.0–4.0 –: One two three"])
    #expect(result.transcript?.marks.map(\.kind) == [.anchor])
    #expect(result.transcript?.marks.first?.start(in: result.transcript) == 3)
    #expect(result.diagnostics == [])
    #expect(result.report.accounting.isComplete)
  }

  @Test(arguments: [
    "", "{\"a\":[1,2]}", "[", "WEBVTT", "WEBVTT\n\nNOTE only\n", "%PDF-1.4 text", "a\u{1}\u{2}",
  ])
  func withoutTalkThereIsNoTranscript(_ text: String) {
    let result = imported(text)
    #expect(result.transcript == nil)
    #expect(result.hasErrors)
    #expect(result.report.accounting.isComplete)
  }

  @Test func encodings() {
    let text = "WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r<v Åse>“så”\n"
    let plain = Importer.read(bytes: Array(text.utf8))
    let marked = Importer.read(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    let little = Importer.read(
      bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let big = Importer.read(
      bytes: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    let windows = Importer.read(
      bytes: text.unicodeScalars.map { scalar in
        scalar == "“" ? 0x93 : scalar == "”" ? 0x94 : UInt8(truncatingIfNeeded: scalar.value)
      })
    for result in [plain, marked, little, big, windows] {
      #expect(lines(result.transcript) == ["0.0–1.0 Åse: “så”"])
      #expect(result.report.accounting.isComplete)
    }
    #expect(
      [plain, marked, little, big, windows].map(\.report.encoding) == [
        .utf8, .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252,
      ])
    #expect(windows.report.guesses.map(\.kind) == [.encoding])
    #expect(windows.diagnostics.map(\.severity) == [.warning])
    #expect(plain.diagnostics == [])
  }
}

extension Mark {
  /// The time of an anchor.
  func start(in transcript: Transcript?) -> Double? {
    detail.start.flatMap { transcript?.timeline.seconds($0) }
  }
}
