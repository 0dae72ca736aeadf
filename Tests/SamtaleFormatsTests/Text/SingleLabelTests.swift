import Samtale
import SamtaleFormats
import Testing

/// Whoever speaks once keeps their words, or at least nobody else gets them.
@Suite struct SingleLabelTests {
  @Test func namesOfTheSameShape() throws {
    let result = try plain(
      "Anna: Shall we begin?\nBen: Yes.\nAnna: Good.\nCara: I agree.\nNote: three.\nPlan: go on.\n")
    #expect(
      talk(result.transcript) == [
        "Anna: Shall we begin?", "Ben: Yes.", "Anna: Good.",
        "Cara: I agree. Note: three. Plan: go on.",
      ])
    #expect(result.report.labels.map(\.label) == ["Anna", "Ben", "Cara", "Plan"])
    #expect(result.report.labels.map(\.isAccepted) == [true, true, true, false])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel, .singleSpeaker, .singleLabel])
    #expect(
      result.diagnostics.map(\.what) == [
        "labels that recur were taken for speakers: Anna",
        "labels that occur once were taken for speakers: Ben, Cara",
        "labels that occur once were taken for words: Plan",
      ])
    #expect(!result.report.text.contains("guess:"))
  }

  @Test func codesOfOtherFamilies() throws {
    let result = try plain(
      "SW4: One.\nWA4: Two.\nT4: Three.\nSW4: Four.\nES4: Five.\nWA4: Six.\nT4: Seven.\n")
    #expect(talk(result.transcript)[4] == "ES4: Five.")
  }

  @Test func whatIsInDoubtBelongsToNobody() throws {
    let result = try plain(
      "SW1: One.\nWA1: Two.\nBen: Three.\nAnd four.\nSW1: Five.\nWA1: Six.\nhttps: seven.\n")
    #expect(
      talk(result.transcript) == [
        "SW1: One.", "WA1: Two.", "–: Ben: Three. And four.", "SW1: Five.",
        "WA1: Six. https: seven.",
      ])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel, .doubtfulLabel])
    #expect(result.report.guesses.last?.line == 3)
  }

  @Test(arguments: [
    "**Anna:** One.\n**Bo Li:** Two.\n**Anna:** Three.\n",
    "[00:00:01] Anna: One.\n[00:00:04] Bo Li: Two.\n[00:00:07] Anna: Three.\n",
    "00:00:01 Anna\nOne.\n00:00:05 Bo Li\nTwo.\n00:00:09 Anna\nThree.\n",
    "Participants: Anna, Bo Li (chair)\n\nAnna: One.\nBo Li: Two.\nAnna: Three.\n",
    "Til stede:\n- Anna\n- Bo Li\n\nAnna: One.\nBo Li: Two.\nAnna: Three.\n",
    "[Anna]: One.\n[Bo Li]: Two.\n[Anna]: Three.\n",
  ])
  func structureTells(_ text: String) throws {
    let result = try plain(text)
    #expect(talk(result.transcript) == ["Anna: One.", "Bo Li: Two.", "Anna: Three."])
    #expect(result.report.labels.map(\.label) == ["Anna", "Bo Li"])
  }

  @Test func headingsAreNoSpeakers() throws {
    let result = try plain(
      "Moderator: Kari Berg\nRoom: 4\n\nAnna: One.\nBo: Two.\nAnna: Three.\nBo: Four.\n")
    #expect(talk(result.transcript) == ["Anna: One.", "Bo: Two.", "Anna: Three.", "Bo: Four."])
    #expect(
      events(result.transcript) == ["note header Moderator: Kari Berg", "note header Room: 4"])
  }

  @Test func spellingsOfOneLabel() throws {
    let result = try plain(
      """
      PARTICIPANT 1: One.
      Interviewer: Two.
      Participant 1: Three.
      INTERVIEWER: Four.
      PARTICIPANT1: Five.
      Participant 1: Six.
      Interviewer: Seven.
      """)
    #expect(
      talk(result.transcript) == [
        "Participant 1: One.", "Interviewer: Two.", "Participant 1: Three.", "Interviewer: Four.",
        "Participant 1: Five.", "Participant 1: Six.", "Interviewer: Seven.",
      ])
    #expect(result.transcript?.participants.count == 2)
    #expect(result.report.labels.map(\.count) == [4, 3])
    #expect(result.report.guesses.map(\.kind) == [.pooledSpellings, .proposedLabel])
    let declared = try plain(
      "anna: One.\nANNA: Two.\n", speakers: "label,id\nAnna,p1\n")
    #expect(talk(declared.transcript) == ["Anna: One.", "Anna: Two."])
  }

  @Test func stampsMarksAndMissingColons() throws {
    let result = try plain(
      """
      Per: One.
      Anna: Two.
      17:30 Per: three.
      Anna: Four.
      17:30 by the gate.
      ???: Five.
      Per  six.
      Anna: Seven.
      """)
    #expect(
      talk(result.transcript) == [
        "Per: One.", "Anna: Two.", "–: 17:30 Per: three.", "Anna: Four. 17:30 by the gate.",
        "–: Five.", "Per: six.", "Anna: Seven.",
      ])
    #expect(
      Set(result.report.guesses.map(\.kind)).isSuperset(of: [
        .stampAsWords, .unknownMark, .missingColon,
      ]))
  }

  @Test(arguments: ["(later)", "(senere)", "[Later]"]) func timeGoesBy(_ line: String) throws {
    let result = try plain("A1: One.\nB1: Two.\n\(line)\nA1: Three.\nB1 (senere): Four.\n")
    #expect(talk(result.transcript) == ["A1: One.", "B1: Two.", "A1: Three.", "B1: Four."])
    #expect(result.transcript?.marks.filter(\.isCut).map(\.utterance) == [2, 3])
  }

  @Test func manyLabelsAreNamedInPart() throws {
    let names = ["Ali", "Bea", "Cai", "Dag", "Eva", "Finn", "Gro", "Hans", "Ida", "Jon"]
    let text = "Liv: So.\nLiv: Now.\n" + names.map { "\($0): Yes.\n" }.joined()
    let result = try plain(text)
    #expect(result.transcript?.participants.count == 11)
    #expect(
      result.diagnostics.last?.what
        == "labels that occur once were taken for speakers: Ali, Bea, Cai, Dag, Eva, Finn, Gro, "
        + "Hans and 2 more")
  }

  @Test func namesInSubtitles() {
    let cues = ["Per: One.", "Ola: Yes.", "and no.", "Per: Two.", "Bo Li: Three.", "Note: four."]
    let text = cues.enumerated().map { i, cue in
      "00:00:0\(i),000 --> 00:00:0\(i + 1),000\n\(cue)\n\n"
    }
    let result = imported(text.joined())
    #expect(
      talk(result.transcript) == [
        "Per: One.", "Ola: Yes.", "Ola: and no.", "Per: Two.", "–: Bo Li: Three.",
        "–: Note: four.",
      ])
    #expect(
      Set(result.report.guesses.map(\.kind)) == [
        .namePrefix, .singleSpeaker, .continuedSpeaker, .doubtfulLabel,
      ])
  }

  @Test func cellsOfDocumentsAreLabels() throws {
    let rows = [["Anna", "Shall we begin now?"], ["Bo Li", "Yes."], ["Anna", "Good then."]]
    let cells = rows.map { row in
      "<w:tr>" + row.map { "<w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc>" }.joined()
        + "</w:tr>"
    }
    let bytes = try WordFixture("<w:tbl>\(cells.joined())</w:tbl>").bytes
    let result = Importer.read(bytes: bytes, named: "a.docx")
    #expect(
      talk(result.transcript) == ["Anna: Shall we begin now?", "Bo Li: Yes.", "Anna: Good then."])
  }
}
