import Samtale
import SamtaleFormats
import Testing

/// Utterances as `label: words`.
func talk(_ transcript: Transcript?) -> [String] {
  transcript?.utterances.map { utterance in
    let labels = utterance.speakers.map { transcript?.participants[$0].label ?? "" }
    return "\(labels.isEmpty ? "–" : labels.joined(separator: "+")): \(utterance.text)"
  } ?? []
}

/// Events and notes as `kind type text`.
func events(_ transcript: Transcript?) -> [String] {
  transcript?.marks.map { mark in
    [mark.kind.rawValue, mark.type ?? (mark.isCut ? "cut" : nil), mark.text].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: " ")
  } ?? []
}

/// Imports a text without telling its format.
func plain(_ text: String, speakers: String? = nil, refused: Set<String> = []) throws
  -> ImportResult
{
  var options = ImportOptions()
  if let speakers { options.speakers = try SpeakerMap(Array(speakers.utf8)) }
  options.refusedLabels = refused
  let result = imported(text, options: options)
  #expect(result.report.accounting.isComplete)
  #expect(TextAccounting.Category.allCases.allSatisfy { result.report.accounting[$0] >= 0 })
  return result
}

@Suite struct LabelTests {
  @Test(arguments: [
    "SW7: ", "SW7:\t", "SW7\t", "SW7 – ", "SW7 - ", "SW7. ", "- SW7: ", "• SW7: ", "#SW7: ",
    "@SW7: ", "[SW7] ", "[SW7]: ", "{SW7} ", "**SW7:** ", "**SW7**: ", "SW7:", "SW7 ", "   SW7: ",
  ])
  func styles(_ label: String) throws {
    let other = String(label.map { $0 == "W" ? "Y" : $0 })
    let result = try plain(
      "\(label)Shall we begin?\n\(other)Yes: let us.\nAnd quickly.\n\n\(label)Good.\n\(other)Now.")
    #expect(
      talk(result.transcript) == [
        "SW7: Shall we begin?", "SY7: Yes: let us. And quickly.", "SW7: Good.",
        "SY7: Now.",
      ])
    #expect(result.transcript?.utterances.map(\.line) == [1, 2, 5, 6])
    #expect(result.report.labels.map(\.label) == ["SW7", "SY7"])
    #expect(result.report.labels.map(\.count) == [2, 2])
  }

  @Test func wordsBeforeColonsAreNoSpeakers() throws {
    let result = try plain(
      """
      Anna: We meet at
      17:30 by the gate.
      https://example.org/plan: see there.
      Note: bring the map.
      Dr. Smith: My point: two of them.
      Note: and the keys.
      Segundo: no.
      Anna: Fine.
      Plan: never mind.
      Dr. Smith: Good.
      """)
    #expect(
      talk(result.transcript) == [
        "Anna: We meet at 17:30 by the gate. https://example.org/plan: see there. "
          + "Note: bring the map.",
        "Dr. Smith: My point: two of them. Note: and the keys. Segundo: no.",
        "Anna: Fine. Plan: never mind.", "Dr. Smith: Good.",
      ])
    #expect(
      result.report.labels == [
        ProposedLabel(
          "Anna", count: 2, line: 1, isAccepted: true, isCertain: false, words: "We meet at"),
        ProposedLabel(
          "Dr. Smith", count: 2, line: 5, isAccepted: true, isCertain: false,
          words: "My point: two of them."),
        ProposedLabel(
          "Plan", count: 1, line: 9, isAccepted: false, isCertain: false, words: "never mind."),
      ])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel, .singleLabel])
    #expect(result.report.guesses.map(\.line) == [1, 9])
    #expect(result.diagnostics.allSatisfy { $0.severity == .warning })
    // "Anna" twice and "Dr. Smith" twice, and four colons.
    #expect(result.report.accounting[.names] == 26)
    #expect(result.report.accounting[.markup] == 4)
  }

  @Test func declaredAndRefusedLabels() throws {
    let text = "Anna: Hi.\nMeld: one.\nMeld: two.\nBo: Hello.\nNote: three.\n"
    let result = try plain(
      text, speakers: "label,id,role\nBo,p1,T\nAnna,p2,SW\nNote,p3,SW\n",
      refused: ["Meld"])
    #expect(
      talk(result.transcript) == [
        "Anna: Hi. Meld: one. Meld: two.", "Bo: Hello.", "Note: three.",
      ])
    #expect(result.diagnostics == [])
    #expect(result.report.labels.map(\.isAccepted) == [true, false, true, true])
    #expect(result.report.labels.allSatisfy { $0.isCertain })
    #expect(result.transcript?.participants.map(\.id) == ["p2", "p1", "p3"])
  }

  @Test func slips() throws {
    let result = try plain(
      """
      WA4: When did it start?
      SW4: In spring.
      WA4: I see.
      SW4 How are you now?
      W4: Better.
      WA4: Good.
      SW4 and T6 agreed on that.
      """)
    #expect(
      talk(result.transcript) == [
        "WA4: When did it start?", "SW4: In spring.", "WA4: I see.", "SW4: How are you now?",
        "W4: Better.", "WA4: Good. SW4 and T6 agreed on that.",
      ])
    #expect(
      result.report.guesses.map(\.kind) == [.proposedLabel, .similarLabel, .missingColon])
    #expect(result.report.guesses.map(\.line) == [1, 5, 4])
    #expect(result.report.labels.last?.looksLike == "WA4")
    #expect(
      result.report.text.contains(
        "“W4” once, first in line 5: taken for a speaker, looks like “WA4”"))
  }

  @Test func aliasesOfOnePerson() throws {
    let result = try plain(
      "WA4: One.\nSW4: Two.\nW4: Three.\n",
      speakers: "label,id\nWA4,p1\nW4,p1\nSW4,p2\n")
    #expect(talk(result.transcript) == ["WA4: One.", "SW4: Two.", "WA4: Three."])
    #expect(result.diagnostics == [])
  }

  @Test func remarksAtLabels() throws {
    let result = try plain(
      """
      SW4: Where do you live?
      T4 (to the applicant): Do you mind?
      WA4: No.
      SW4 (later): We are back.
      T4 (to everybody): Good.
      WA4 (laughs): Yes.
      SW4 (00:12:05): Then go on.
      """,
      speakers: "label,role\nSW4,social worker\nT4,therapist\nWA4,applicant\n")
    #expect(
      talk(result.transcript) == [
        "SW4: Where do you live?", "T4: Do you mind?", "WA4: No.", "SW4: We are back.",
        "T4: Good.", "WA4: Yes.", "SW4: Then go on.",
      ])
    #expect(
      events(result.transcript) == [
        "gap cut later", "note label to everybody", "vocal laughter laughs",
      ])
    let transcript = try #require(result.transcript)
    #expect(transcript.utterances.map(\.addressees) == [[], [2], [], [], [], [], []])
    #expect(transcript.marks.filter(\.isCut).map(\.utterance) == [3])
    #expect(transcript.utterances.last?.start == 725)
  }

  @Test func omissionsEventsAndInsertions() throws {
    let result = try plain(
      """
      A1: I saw [the GP] and (laughs) left. [inaudible 00:01:02]
      ...
      So I did ... you know.
      B1: Hm (pause) well (2.5) yes (or so) (.)
      (applause)
      [They look at the plan]
      […]
      A1: You ((coughs)) go (to the door).
      B1: f(x) [...] done [laughter]
      """)
    #expect(
      talk(result.transcript) == [
        "A1: I saw and left.", "A1: So I did ... you know.",
        "B1: Hm well yes (or so)", "A1: You go (to the door).", "B1: f(x) done",
      ])
    #expect(
      events(result.transcript) == [
        "note comment the GP", "vocal laughter laughs", "gap inaudible 00:01:02", "gap cut",
        "pause", "pause", "pause short", "incident applause", "note comment They look at the plan",
        "gap cut", "vocal cough coughs", "gap", "vocal laughter laughter",
      ])
    #expect(result.transcript?.marks.filter(\.isCut).map(\.utterance) == [1, 3])
    #expect(
      result.report.guesses == [
        ImportGuess(.proposedLabel, count: 2, line: 1, labels: ["A1", "B1"]),
        ImportGuess(
          .bracketDescription, count: 2, line: 1, labels: ["[the GP]", "[They look at the plan]"]),
        ImportGuess(.bracketWords, count: 2, line: 4, labels: ["(or so)", "(to the door)"]),
      ])
  }

  @Test func timesAtTheBeginningOfLines() throws {
    let result = try plain(
      """
      [00:00:01] Anna: Hi.
      00:00:04.5 Bo: Hello
      [00:07] over there.
      [00:00:09]
      Anna: [00:10] What [00:11] now?
      [00:00:12 --> 00:00:13] Bo: Nothing.
      """)
    #expect(
      lines(result.transcript) == [
        "1.0–? Anna: Hi.", "4.5–? Bo: Hello", "7.0–? Bo: over there.", "10.0–? Anna: What now?",
        "12.0–13.0 Bo: Nothing.",
      ])
    #expect(result.transcript?.marks.map(\.kind) == [.anchor])
    #expect(result.report.accounting[.times] == 10 + 10 + 7 + 10 + 7 + 7 + 23)
  }

  @Test func prefacesAreHeaders() throws {
    let result = try plain(
      """
      Meeting of the harbour team
      Date: 5. mars 2024
      Participants: Anna, Bo

      ...
      Anna: Hi.
      -----
      Bo: Hello.
      Anna: Good.
      Bo: Yes.
      """)
    #expect(result.transcript?.header.title == "Meeting of the harbour team")
    #expect(result.transcript?.header.date == "2024-03-05")
    #expect(
      events(result.transcript) == [
        "note header Date: 5. mars 2024", "note header Participants: Anna, Bo", "note header ...",
      ])
    #expect(talk(result.transcript) == ["Anna: Hi.", "Bo: Hello.", "Anna: Good.", "Bo: Yes."])
    #expect(result.report.accounting[.header] == 27)
  }

  @Test func textWithoutLabels() throws {
    let result = try plain("So we went.\n\nAnd then home.\n")
    #expect(talk(result.transcript) == ["–: So we went.", "–: And then home."])
    #expect(result.report.labels == [])
    #expect(result.diagnostics.map(\.code) == [.missingSpeaker])
  }

  @Test func otherEncodings() throws {
    let text = "Åse: Så fint.\r\nØyvind: Ja – nå.\r\nÅse: Når?\r\nØyvind: Nå."
    let expected = ["Åse: Så fint.", "Øyvind: Ja – nå.", "Åse: Når?", "Øyvind: Nå."]
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let windows = text.unicodeScalars.map { $0 == "–" ? UInt8(0x96) : UInt8($0.value) }
    #expect(talk(Importer.read(bytes: wide).transcript) == expected)
    let result = Importer.read(bytes: windows)
    #expect(talk(result.transcript) == expected)
    #expect(result.report.encoding == .windows1252)
    #expect(result.transcript?.utterances.map(\.line) == [1, 2, 3, 4])
  }

  @Test func recurringWordsAreNoSpeakersInSubtitlesEither() {
    let result = imported(
      """
      00:00:01,000 --> 00:00:02,000
      Anna: One.

      00:00:02,000 --> 00:00:03,000
      Note: two.

      00:00:03,000 --> 00:00:04,000
      Note: three.

      00:00:04,000 --> 00:00:05,000
      Anna: Four.
      """)
    #expect(
      talk(result.transcript) == [
        "Anna: One.", "Anna: Note: two.", "Anna: Note: three.", "Anna: Four.",
      ])
    #expect(
      result.report.labels == [
        ProposedLabel(
          "Anna", count: 2, line: 1, isAccepted: true, isCertain: false, words: "One.")
      ])
  }

  @Test func legendsAndJointLabels() throws {
    let result = try plain(
      """
      SW7: social worker; T7: therapist
      SW7: Shall we?
      T7: Yes, SW7: we must.
      SW7 and T7: Good.
      SW 7: Then go.
      T7/SW7: Well.
      T7: SW7, T7: who knows.
      """)
    #expect(
      talk(result.transcript) == [
        "SW7: Shall we?", "T7: Yes, SW7: we must.", "SW7+T7: Good.", "SW7: Then go.",
        "SW7+T7: Well.", "T7: SW7, T7: who knows.",
      ])
    #expect(events(result.transcript) == ["note header SW7: social worker; T7: therapist"])
    #expect(result.report.labels.map(\.label) == ["SW7", "T7"])
    #expect(result.report.guesses.map(\.kind) == [.pooledSpellings, .proposedLabel])
  }

  @Test func labelsAloneInLines() throws {
    let result = try plain(
      "SW1\nHello there.\n\nAnna Berg\nYes.\nIndeed.\nSW1\nGood.\nAnna Berg\nSo.\n")
    #expect(
      talk(result.transcript) == [
        "SW1: Hello there.", "Anna Berg: Yes. Indeed.", "SW1: Good.", "Anna Berg: So.",
      ])
    let mixed = try plain("SW1: Who?\nT1: You.\nSW1: Anna?\nT1: Yes.\nSW1\nAnna\nT1: Yes.\n")
    #expect(talk(mixed.transcript).suffix(2) == ["SW1: Anna", "T1: Yes."])
  }

  @Test(arguments: [" ", "\t", "  "]) func numberedLines(_ space: String) throws {
    let talkLines = ["SW1: Hello", "there you.", "T1: Yes.", "SW1: 10 of them.", "T1: No."]
    let text = talkLines.enumerated().map { "\($0 + 8)\(space)\($1)\n" }.joined()
    let result = try plain(text)
    #expect(
      talk(result.transcript) == [
        "SW1: Hello there you.", "T1: Yes.", "SW1: 10 of them.", "T1: No.",
      ])
    #expect(result.report.guesses.map(\.kind) == [.lineNumbers, .proposedLabel])
    #expect(result.report.accounting[.times] == 8)
  }
}
