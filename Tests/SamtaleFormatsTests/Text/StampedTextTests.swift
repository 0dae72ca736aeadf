import Samtale
import SamtaleFormats
import Testing

@Suite struct StampedTextTests {
  @Test func f4WithStampsAtTheEnds() throws {
    let result = try plain(
      """
      I: How was it? #00:00:02-3#
      B1: Good (..) I think. #00:00:10-0#

      It was late, #00:00:12-5# but fine. #00:00:14.250#
      I: Thanks.
      #00:00:16-0#
      B1: Bye.
      """)
    #expect(result.report.format == .f4)
    #expect(
      lines(result.transcript) == [
        "?–2.3 I: How was it?", "2.3–10.0 B1: Good I think.",
        "10.0–14.25 B1: It was late, but fine.", "14.25–16.0 I: Thanks.", "16.0–? B1: Bye.",
      ])
    #expect(result.transcript?.marks.map(\.kind) == [.pause, .anchor])
    #expect(result.transcript?.marks.first?.seconds == 2)
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel, .startFromEnd])
    #expect(result.report.accounting[.times] == 12 * 4 + 14)
    #expect(result.transcript?.utterances.map(\.line) == [1, 2, 4, 5, 7])
  }

  @Test func f4WithStampsAtTheBeginning() throws {
    let result = try plain(
      "#00:00:01-0# I: Hi.\n#00:00:02-5# B: Hello.\n#01:00:03-0# I: So.\n#01:00:09-0# B: Yes.\n")
    #expect(result.report.format == .f4)
    #expect(
      lines(result.transcript) == [
        "1.0–? I: Hi.", "2.5–? B: Hello.", "3603.0–? I: So.", "3609.0–? B: Yes.",
      ])
  }

  @Test(arguments: [("[", "]"), ("(", ")"), ("{", "}"), ("<", ">")])
  func inqScribe(_ open: String, _ close: String) {
    var options = ImportOptions()
    options.format = .inqScribe
    options.framesPerSecond = 25
    let result = imported(
      """
      [00:00:01.05] Anna: Hi there.
      [00:00:02.00] Bo: Hello. [00:00:03.10]
      [00:00:05.00]
      Anna: So.
      Bo: Yes.
      [00:00:09.24]
      """.map { $0 == "[" ? open : $0 == "]" ? close : String($0) }.joined(), options: options)
    #expect(
      lines(result.transcript) == [
        "1.2–1.96 Anna: Hi there.", "2.0–3.4 Bo: Hello.", "5.0–? Anna: So.", "?–9.96 Bo: Yes.",
      ])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel])
    #expect(result.report.accounting.isComplete)
  }

  @Test func inqScribeByContent() {
    let frames = (0..<8).map { "[00:00:0\($0).1\($0)] \($0 % 2 == 0 ? "Anna" : "Bo"): Word.\n" }
    let result = imported(frames.joined())
    #expect(result.report.format == .inqScribe)
    #expect(result.transcript?.utterances.map(\.start)[3] == 3.433)
    #expect(result.report.guesses.map(\.kind) == [.frameRate, .proposedLabel])
    let hundredths = imported(frames.joined() + "[00:00:09.75] Anna: No.\n")
    #expect(hundredths.report.format == .plainText)
    #expect(hundredths.transcript?.utterances.map(\.start)[3] == 3.13)
  }

  @Test func inqScribeTable() {
    var options = ImportOptions()
    options.format = .inqScribe
    options.framesPerSecond = 25
    let result = imported(
      "Start Time\tEnd Time\tSpeaker\tTranscript\n00:00:01.05\t00:00:02.10\tAnna\tHi.\n",
      options: options)
    #expect(lines(result.transcript) == ["1.2–2.4 Anna: Hi."])
  }

  @Test func namesAndTimesAboveWords() throws {
    let result = try plain(
      """
      Weekly planning
      Tue, Mar 5, 2024

      Anna Berg  0:49
      Shall we begin?
      There is much to do.

      Unknown Speaker  59:58
      Wait.

      Speaker 2  1:00:04
      Note: I am here at 10:30
      Anna Berg  1:02:00
      """)
    #expect(result.report.format == .headedText)
    #expect(
      lines(result.transcript) == [
        "49.0–? Anna Berg: Shall we begin? There is much to do.", "3598.0–? –: Wait.",
        "3604.0–? Speaker 2: Note: I am here at 10:30",
      ])
    #expect(result.transcript?.header.title == "Weekly planning")
    #expect(result.transcript?.header.date == "2024-03-05")
    #expect(events(result.transcript) == ["note header Tue, Mar 5, 2024"])
    #expect(result.diagnostics.map(\.code) == [.notImported])
    #expect(result.diagnostics.map(\.line) == [13])
    #expect(result.report.labels.map(\.label) == ["Anna Berg", "Unknown Speaker", "Speaker 2"])
    #expect(result.report.accounting[.names] == 9 * 2 + 15 + 9)
    #expect(result.report.accounting[.times] == 4 + 5 + 7 + 7)
    #expect(result.transcript?.utterances.map(\.line) == [5, 9, 12])
  }

  @Test func timesInWordsBelowNames() throws {
    let result = try plain(
      """
      Anna Berg
      0 minutes 3 seconds
      0:03
      Hi there.

      Bo Li
      1 hour 2 minutes 5 seconds
      1:02:05
      Hello.
      """)
    #expect(result.report.format == .headedText)
    #expect(
      lines(result.transcript) == ["3.0–? Anna Berg: Hi there.", "3725.0–? Bo Li: Hello."])
  }

  @Test func timesOfDay() throws {
    let result = try plain("[Anna] 14:03:22\nHi.\n[Bo] 14:03:30\nHello.\n")
    #expect(lines(result.transcript) == ["0.0–? Anna: Hi.", "8.0–? Bo: Hello."])
    #expect(result.report.guesses.map(\.kind) == [.timeOfDay])
  }

  @Test func meetTranscriptsHaveTimesBetween() throws {
    let result = try plain(
      "00:00:00\n \nAnna Berg: Hi.\nBo Li: Hello.\n \n00:05:00\n \nAnna Berg: So.\nBo Li: Yes.\n")
    #expect(result.report.format == .plainText)
    #expect(
      lines(result.transcript) == [
        "0.0–? Anna Berg: Hi.", "?–? Bo Li: Hello.", "300.0–? Anna Berg: So.", "?–? Bo Li: Yes.",
      ])
  }

  @Test func timesThatGoBack() throws {
    let result = try plain("[00:09] Anna: A.\n[00:05] Bo: B.\n[00:10] Anna: C.\n[00:11] Bo: D.\n")
    #expect(result.diagnostics.map(\.code) == [.guessed, .outOfStartOrder])
    #expect(result.diagnostics.map(\.line) == [1, 2])
  }
}
