import Foundation
import Samtale
import SamtaleFormats
import Testing

/// What an export says that it does not carry is so: nothing more, nothing less.
@Suite struct LossTests {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func meetings() -> [Transcript] {
    Corpus.read([package.appending(path: "Corpora/ips-meetings").path]).transcripts
  }

  /// All 196 topics of the invented meetings stand in the files, without their numbers and types.
  @Test func topicsThatAreWrittenAreNotLost() throws {
    let result = try Exporter.export(Self.meetings(), to: .chat)
    let text = result.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(text.split(separator: "\n").count { $0.hasPrefix("@Bg") } == 196)
    #expect(result.losses[.topics] == 0)
    #expect(result.losses["facts about topics (number, type, codes …)"] == 196)
    #expect(result.losses.lines.contains("196 × facts about topics (number, type, codes …)"))
    #expect(!result.losses.lines.contains("196 × topics"))
  }

  /// Whatever is counted as a topic of which something is lost is in the file.
  @Test(arguments: [ExportFormat.chat, .elan, .exmaralda, .textGrid])
  func topicsOfTimedMeetings(_ format: ExportFormat) throws {
    for transcript in Self.meetings() {
      let result = try Exporter.export([transcript], to: format)
      guard let file = result.files.first else { continue }
      let back = try #require(Importer.read(bytes: file.bytes, named: file.path).transcript)
      #expect(back.topics.count == transcript.topics.count - result.losses[.topics])
    }
  }

  /// A talk in which two utterances have only one time, and one has none.
  private func unevenlyTimed(recording: Double? = nil) -> Transcript {
    var builder = TranscriptBuilder(id: "m")
    let anna = builder.participant(labelled: "Anna")
    let bo = builder.participant(labelled: "Bo")
    builder.append(UtteranceDraft("one", speakers: [anna], start: 1, end: 2))
    builder.append(UtteranceDraft("two", speakers: [bo], start: 3))
    builder.append(UtteranceDraft("three", speakers: [anna], start: 3, end: 4))
    builder.append(UtteranceDraft("four", speakers: [bo], end: 6))
    builder.append(UtteranceDraft("five", speakers: [anna]))
    builder.append(UtteranceDraft("six", speakers: [bo], start: 7, end: 8))
    builder.append(UtteranceDraft("seven", speakers: [anna], start: 9))
    builder.header.recordingSeconds = recording
    return builder.transcript()
  }

  /// Between their neighbours there is a place for them: no words are lost, and it is said once.
  @Test(arguments: [ExportFormat.textGrid, .webVTT])
  func oneTimeIsEnough(_ format: ExportFormat) throws {
    let result = try Exporter.export([unevenlyTimed(recording: 10)], to: format)
    let back = try #require(Importer.read(bytes: result.files[0].bytes).transcript)
    #expect(
      lines(back).sorted() == [
        "1.0–2.0 Anna: one", "3.0–4.0 Anna: three", "3.0–7.0 Bo: two", "4.0–6.0 Bo: four",
        "7.0–8.0 Bo: six", "9.0–10.0 Anna: seven",
      ])
    let said = result.losses.lines.filter { $0.contains("start") && !$0.contains("order") }
    #expect(
      said == [
        "3 × utterances with a start or an end only, written up to the utterances around them",
        "1 × utterances without start and end, whose words are left out",
      ])
  }

  /// Where the recording may end nobody knows.
  @Test(arguments: [ExportFormat.textGrid, .webVTT])
  func withoutBoundsWordsAreLeftOut(_ format: ExportFormat) throws {
    let result = try Exporter.export([unevenlyTimed()], to: format)
    #expect(
      result.losses["utterances with a start or an end only, whose words are left out"] == 1)
    #expect(result.losses[partOf: .partialTimes] == 3)
    #expect(result.losses[.partialTimes] == 0)
    let back = try #require(Importer.read(bytes: result.files[0].bytes).transcript)
    #expect(!back.utterances.contains { $0.text == "seven" })
  }

  /// An end before the start is no end, and an utterance without length lasts a millisecond.
  @Test(arguments: [ExportFormat.textGrid, .webVTT])
  func timesThatCannotBe(_ format: ExportFormat) throws {
    var builder = TranscriptBuilder(id: "m")
    let anna = builder.participant(labelled: "Anna")
    builder.append(UtteranceDraft("back", speakers: [anna], start: 5, end: 4))
    builder.append(UtteranceDraft("point", speakers: [anna], start: 6, end: 6))
    builder.append(UtteranceDraft("last", speakers: [anna], start: 8, end: 9))
    let result = try Exporter.export([builder.transcript()], to: format)
    #expect(
      lines(Importer.read(bytes: result.files[0].bytes).transcript) == [
        "5.0–6.0 Anna: back", "6.0–6.001 Anna: point", "8.0–9.0 Anna: last",
      ])
    #expect(result.losses["utterances without length, which last a millisecond now"] == 1)
  }

  /// Finding what bounds an utterance takes time in proportion to their number.
  @Test func manyStartsAndNoEnd() throws {
    var builder = TranscriptBuilder(id: "m")
    let anna = builder.participant(labelled: "Anna")
    for i in 0..<20_000 {
      builder.append(UtteranceDraft("a", speakers: [anna], start: Double(20_000 - i)))
    }
    builder.header.recordingSeconds = 20_001
    let losses = WebVTTWriter.write(builder.transcript()).losses
    #expect(losses[partOf: .partialTimes] == 20_000)
  }
}
