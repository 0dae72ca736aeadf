import Samtale
import SamtaleFormats
import Synchronization
import Testing

/// Files that are read in two passes.
@Suite struct StreamingTests {
  /// Many cues, those of `Bo` with a name before a colon.
  private static func webVTT(cues: Int) -> String {
    var text = "WEBVTT\nKind: captions\nLanguage: nb\n\n"
    for i in 0..<cues {
      let time = { (seconds: Int) in
        let rest = seconds % 60
        return "\(seconds / 60 + 100):\(rest < 10 ? "0" : "")\(rest).000"
      }
      text += "\(time(i)) --> \(time(i + 1))\n\(i % 3 == 0 ? "Bo: " : "")words number \(i)\n\n"
    }
    return text
  }

  @Test func labelsThatRecurLaterAreKnownFromTheBeginning() throws {
    let result = imported(Self.webVTT(cues: 4))
    #expect(
      lines(result.transcript).map { $0.drop { $0 != " " } } == [
        " Bo: words number 0", " Bo: words number 1", " Bo: words number 2", " Bo: words number 3",
      ])
    #expect(result.transcript?.language == "nb")
    #expect(result.transcript?.marks.map(\.text) == ["Kind: captions"])
    #expect(result.report.guesses.map(\.kind).contains(.namePrefix))
    #expect(result.report.accounting.isComplete)
  }

  @Test func progressGoesFromTheBeginningToTheEnd() {
    let told = Told()
    var options = ImportOptions()
    options.progress = { fraction in told.fractions.withLock { $0.append(fraction) } }
    let text = Self.webVTT(cues: 60_000)
    #expect(text.utf8.count > 2_000_000)
    #expect(imported(text, options: options).report.utterances == 60_000)
    let fractions = told.fractions.withLock { $0 }
    #expect(fractions.count >= 4)
    #expect(fractions == fractions.sorted())
    #expect(fractions.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(fractions.contains { $0 > 0.6 })
  }

  private final class Told: Sendable {
    let fractions = Mutex<[Double]>([])
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEndsAndMarksMakeNoDifference(_ end: String, _ mark: String) throws {
    let plain = Self.webVTT(cues: 5)
    let text =
      mark
      + plain.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: end)
    let result = imported(text)
    #expect(result.transcript == imported(plain).transcript)
    #expect(result.report.accounting.read == plain.unicodeScalars.count)
  }

  @Test func turnsAreCountedAsTheyAreMade() throws {
    let transcript = try #require(
      imported(
        """
        WEBVTT

        00:00.000 --> 00:01.000
        <v Anna>One

        00:01.000 --> 00:02.000
        <v Anna>Two

        00:02.000 --> 00:03.000
        <v Bo>Three

        00:03.000 --> 00:04.000
        <v>Four

        00:04.000 --> 00:05.000
        <v>Five
        """
      ).transcript)
    #expect(transcript.turnCount() == 4)
    #expect(transcript.turns().count == 4)
    #expect(transcript.turnCount(.utterances) == 5)
  }

  @Test func identifiersThatCountUpMakeWayForOthers() {
    var builder = TranscriptBuilder(id: "m")
    var draft = UtteranceDraft("one")
    draft.id = "u2"
    builder.append(draft)
    builder.append(UtteranceDraft("two"))
    builder.append(UtteranceDraft("three"))
    draft.id = "u3"
    builder.append(draft)
    draft.id = "u03"
    builder.append(draft)
    #expect(builder.transcript().utterances.map(\.id) == ["u2", "u2.2", "u3", "u3.2", "u03"])
  }
}
