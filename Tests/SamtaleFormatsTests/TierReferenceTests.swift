import Foundation
import Samtale
import SamtaleFormats
import Testing

/// Files that ELAN and EXMARaLDA's converters wrote, and the corpora that come with Samtale. What is
/// expected of the files was found with pympi-ling 1.71 and Python's ElementTree; they are no part of
/// the project.
@Suite struct TierReferenceTests {
  private static let environment = ProcessInfo.processInfo.environment

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let data =
    environment["SAMTALE_REFERENCE_DATA"].map { URL(filePath: $0) }
    ?? package.deletingLastPathComponent().appending(path: "shared/data")

  private static let areThere = ["elan", "exmaralda"].allSatisfy {
    FileManager.default.fileExists(atPath: data.appending(path: $0).path)
  }
  private static let mustBeThere =
    environment["SAMTALE_REQUIRE_REFERENCE_DATA"].map { !$0.isEmpty } ?? false
  private static let whySkipped: Comment = """
    skipped: no reference data (elan, exmaralda) under $SAMTALE_REFERENCE_DATA or ../shared/data
    """

  @Test(.enabled(if: mustBeThere, "SAMTALE_REQUIRE_REFERENCE_DATA is not set"))
  func theReferenceDataIsThere() {
    #expect(Self.areThere, Self.whySkipped)
  }

  private func read(_ name: String) throws -> ImportResult {
    let bytes = Array(try Data(contentsOf: Self.data.appending(path: name)))
    let result = Importer.read(bytes: bytes, named: name)
    #expect(result.report.accounting.isComplete)
    return result
  }

  private func lines(_ transcript: Transcript) -> [String] {
    transcript.utterances.map { utterance in
      let times = [utterance.start, utterance.end].map { $0.map { "\($0)" } ?? "?" }
      return "\(utterance.speaker?.label ?? "-") \(times[0])–\(times[1]) \(utterance.text)"
    }
  }

  @Test(.enabled(if: areThere, whySkipped)) func annotationsOfELANAreThoseOfPympi() throws {
    let result = try read("elan/file02.eaf")
    let transcript = try #require(result.transcript)
    #expect(
      lines(transcript) == [
        "B 0.0–0.82 Ut enim ad minim veniam", "A 1.42–2.02 Lorem ipsum",
        "A 1.42–3.86 dolor sit amet", "A 3.88–4.48 consectetur", "B 5.8–6.2 quis",
        "B 6.6–6.86 nostrud exercitation",
        "A 9.54–9.66 adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna "
          + "aliqua",
        "B 9.54–9.66 ullamco laboris nisi ut aliquip ex ea commodo consequat.",
      ])
    #expect(
      TierView(transcript).utterances.map(\.annotations) == [
        [], [], ["Words |Duis aute"], [], [], ["Words |in voluptate velit esse cillum dolore"],
        ["Words |irure dolor in reprehenderit"], ["Words |eu fugiat nulla pariatur."],
      ])
    #expect(transcript.participants.map(\.label) == ["A", "B"])
    #expect(transcript.header.media == ["./file.mp4"])
    #expect(result.report.guesses.isEmpty)
  }

  /// Utterances, how many annotations each has, and how many events became notes.
  private func outline(_ name: String) throws -> [String] {
    let result = try read("exmaralda/" + name)
    guard let transcript = result.transcript else { return result.diagnostics.map(\.code.rawValue) }
    let view = TierView(transcript)
    let notes = view.between.count
    return zip(lines(transcript), view.utterances).map { line, utterance in
      "\(line) | \(utterance.annotations.count)"
    } + (notes == 0 ? [] : ["\(notes) notes"])
  }

  /// All events of the other tiers are there as annotations or notes: in the files of 10 words 10 + 10
  /// + 2, in that of 11 words 2 + 11 + 11, in those with Hallo 9 + 9 and 2, or 9 + 9 + 9 + 2.
  @Test(.enabled(if: areThere, whySkipped)) func eventsOfEXMARaLDAAreAllThere() throws {
    let question = "- 0.0–10.0 Is this example more complicated than it appears to be | 22"
    let summary = [
      "- ?–? 1. Zusammenfassung Unterscheidungen treffen ( George A. Miller ) | 18",
      "s0 ?–? Hallo nochmal | 2",
    ]
    let expected = [
      "EXMARaLDAExporter_expected_sample1_corp1_doc1.exb": [
        "- 0.0–11.0 Is this example more complicated than it appears to be ? | 24"
      ],
      "EXMARaLDAExporter_expected_sample2_corp1_doc1.exb": [
        "- 0.0–5.0 Hallo nochmal | 17", "12 notes",
      ],
      "EXMARaLDAImporter_Case1_corpus1_doc1.exb": [question],
      "expected_corp1_doc1.exb": ["no-utterances"],
      "selfTests_exmaraldaExporter_expected_in_doc1.exb": [question],
      "selfTests_exmaraldaImporter_in_doc1.exb": [question],
      "testCorpora_sampleCorpus1_doc1.exb": summary,
      "testCorpora_specificFileEnding_doc1.exb": summary,
    ]
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.data.appending(path: "exmaralda").path
    ).filter { $0.hasSuffix(".exb") }
    #expect(Set(names) == Set(expected.keys))
    for (name, lines) in expected { #expect(try outline(name) == lines, "\(name)") }
  }

  // MARK: Corpora

  static let corpora = ["ips-meetings", "ips-meetings-nb", "ips-interviews"]

  private static func transcripts(_ corpus: String) throws -> [Transcript] {
    let folder = package.appending(path: "Corpora/" + corpus)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".xml") }.sorted()
    return try names.flatMap { name in
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      return TEI.read(bytes: bytes, named: name).transcripts
    }
  }

  @Test(arguments: corpora) func corporaComeBackFromEXMARaLDA(_ corpus: String) throws {
    for transcript in try Self.transcripts(corpus) {
      let (bytes, losses) = ExmaraldaWriter.write(transcript)
      if let folder = Self.environment["SAMTALE_WRITE_TIERS"] {
        let file = URL(filePath: folder).appending(path: transcript.id + ".exb")
        try Data(bytes).write(to: file)
      }
      let result = Importer.read(bytes: bytes, named: transcript.id + ".exb")
      let back = try #require(result.transcript)
      #expect(result.diagnostics.filter { $0.severity > .note } == [])
      #expect(losses["utterances without words"] == 0)
      let (before, after) = (TierView(transcript), TierView(back))
      if losses["times of annotations that are not those of the utterance"] == 0,
        losses[.eventTimes] == 0
      {
        #expect(after.utterances == before.utterances, "\(transcript.id)")
      }
      #expect(
        after.withoutOwnTimes.utterances == before.withoutOwnTimes.utterances, "\(transcript.id)")
      #expect(after.people == before.people)
      #expect(after.topics == before.topics)
      #expect(after.head == before.head)
      #expect(back.participants.map(\.roles) == transcript.participants.map(\.roles))
    }
  }

  /// For readers of others: `SAMTALE_WRITE_TIERS=folder` leaves random files there.
  @Test(.enabled(if: environment["SAMTALE_WRITE_TIERS"] != nil, "SAMTALE_WRITE_TIERS is not set"))
  func randomFilesForOtherReaders() throws {
    let folder = URL(filePath: try #require(Self.environment["SAMTALE_WRITE_TIERS"]))
    for seed in UInt64(1)...200 {
      let transcript = TierTranscript.make(seed)
      try Data(ElanWriter.write(transcript).bytes).write(
        to: folder.appending(path: "random-\(seed).eaf"))
      try Data(ExmaraldaWriter.write(transcript).bytes).write(
        to: folder.appending(path: "random-\(seed).exb"))
    }
  }

  @Test(arguments: corpora) func corporaComeBackFromELAN(_ corpus: String) throws {
    for transcript in try Self.transcripts(corpus) {
      let (bytes, losses) = ElanWriter.write(transcript)
      if let folder = Self.environment["SAMTALE_WRITE_TIERS"] {
        let file = URL(filePath: folder).appending(path: transcript.id + ".eaf")
        try Data(bytes).write(to: file)
      }
      let result = Importer.read(bytes: bytes, named: transcript.id + ".eaf")
      let back = try #require(result.transcript)
      #expect(result.diagnostics.filter { $0.severity > .note } == [])
      #expect(losses["utterances without words"] == 0)
      let (before, after) = (TierView(transcript), TierView(back))
      if losses["times of annotations that are not those of the utterance"] == 0,
        losses[.eventTimes] == 0
      {
        #expect(after.utterances == before.utterances, "\(transcript.id)")
      }
      #expect(
        after.withoutOwnTimes.utterances == before.withoutOwnTimes.utterances, "\(transcript.id)")
      #expect(after.people == before.people)
      #expect(after.topics == before.topics)
      #expect(after.head == before.head)
    }
  }
}
