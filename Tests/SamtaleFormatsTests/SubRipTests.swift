import Samtale
import SamtaleFormats
import Testing

@Suite struct SubRipTests {
  @Test func cues() {
    let result = imported(
      """
      1
      00:00:01,000 --> 00:00:02,500
      {\\an8}<i>Shall we</i>
      begin?

      2
      00:00:03.000 --> 00:00:04,5 X1:10
      <font color="red">Yes</font> &amp; no
      3
      1:05 --> 1:06
      12 o'clock
      """)
    #expect(result.report.format == .subRip)
    #expect(
      lines(result.transcript) == [
        "1.0–2.5 –: Shall we begin?", "3.0–4.5 –: Yes &amp; no", "65.0–66.0 –: 12 o'clock",
      ])
    #expect(result.diagnostics == [])
    #expect(result.transcript?.utterances.map(\.line) == [2, 7, 10])
    #expect(result.report.accounting[.speech] == 15 + 12 + 10)
    #expect(result.report.accounting[.times] == 1 + 29 + 1 + 33 + 1 + 13)
    #expect(result.report.accounting[.markup] == 6 + 7 + 18 + 7)
    #expect(result.report.accounting.isComplete)
  }

  @Test func unorderedAndOverlappingCuesStayInOrder() {
    let result = imported(
      """
      00:00:05,000 --> 00:00:07,000
      [SPEAKER_01]: One.

      00:00:06,000 --> 00:00:08,000
      [SPEAKER_00]: Two.

      00:00:01,000 --> 00:00:02,000
      [SPEAKER_01]: Three.
      """)
    #expect(
      lines(result.transcript) == [
        "5.0–7.0 SPEAKER_01: One.", "6.0–8.0 SPEAKER_00: Two.", "1.0–2.0 SPEAKER_01: Three.",
      ])
    #expect(result.diagnostics.map(\.code) == [.timesOutOfOrder, .outOfStartOrder])
    #expect(result.diagnostics.map(\.line) == [4, 7])
    #expect(result.transcript?.speakingOrder == [2, 0, 1])
  }

  @Test func brokenCuesAndGaps() {
    let result = imported(
      """
      made by hand
      1
      00:00:01,000 --> 00:00:02,000
      One

      and a half.

      2
      00:00:xx,000 --> 00:00:04,000
      Lost.

      3
      00:00:05,000 --> 00:00:06,000
      Three.
      """)
    #expect(lines(result.transcript) == ["1.0–2.0 –: One and a half.", "5.0–6.0 –: Three."])
    #expect(result.diagnostics.map(\.code) == [.notImported, .guessed, .notImported])
    #expect(result.diagnostics.map(\.line) == [1, 3, 9])
    #expect(result.report.guesses.map(\.kind) == [.linesAfterGap])
    // "made by hand"; "2", the times and "Lost." with two line ends.
    #expect(result.report.accounting[.refused] == 12 + 37)
    #expect(result.report.accounting.isComplete)
  }
}
