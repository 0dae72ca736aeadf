import Samtale
import SamtaleFormats
import Synchronization
import Testing

/// Every format that can be long tells how far it has come.
@Suite struct ProgressTests {
  private static let turns = 3000

  /// Two people in turn, with times.
  private static func meeting() -> Transcript {
    var builder = TranscriptBuilder(id: "m", language: "en", file: "m.xml")
    let people = ["Anna", "Bo"].map { builder.participant(labelled: $0) }
    for i in 0..<turns {
      builder.append(
        UtteranceDraft(
          words(i), speakers: [people[i % 2]], start: Double(i), end: Double(i) + 0.9))
    }
    return builder.transcript()
  }

  private static func words(_ i: Int) -> String { "We said this as number \(i) of many." }

  private static func lines(_ line: (Int, String) -> String) -> [UInt8] {
    Array((0..<turns).map { line($0, $0 % 2 == 0 ? "Anna" : "Bo") }.joined().utf8)
  }

  /// A file of each format, with its name.
  private static func file(_ format: ForeignFormat) throws -> [UInt8] {
    switch format {
    case .plainText: lines { "\($1): \(words($0))\n" }
    case .table:
      Array("start,end,speaker,text\n".utf8) + lines { "\($0),\($0).9,\($1),\(words($0))\n" }
    case .subRip:
      lines { i, name in
        let (minutes, seconds) = (100 + i / 60, i % 60)
        let second = "\(minutes / 60):\(minutes % 60):\(seconds < 10 ? "0" : "")\(seconds)"
        return "\(i + 1)\n0\(second),000 --> 0\(second),900\n\(name): \(words(i))\n\n"
      }
    case .whisperJSON:
      Array("{\"segments\": [".utf8)
        + lines { i, name in
          "\(i > 0 ? "," : ""){\"start\": \(i), \"end\": \(i).9, \"text\": \"\(words(i))\", "
            + "\"speaker\": \"\(name)\"}\n"
        } + Array("]}".utf8)
    case .transcriber:
      Array("<Trans><Speakers/><Episode><Section type=\"report\">".utf8)
        + lines { i, _ in
          "<Turn startTime=\"\(i)\" endTime=\"\(i).9\"><Sync time=\"\(i)\"/>\(words(i))</Turn>\n"
        } + Array("</Section></Episode></Trans>".utf8)
    case .richText:
      Array("{\\rtf1\\ansi ".utf8) + lines { "\($1): \(words($0))\\par\n" } + Array("}".utf8)
    case .word:
      try WordFixture(
        (0..<turns).map { wordParagraph("\($0 % 2 == 0 ? "Anna" : "Bo"): \(words($0))") }.joined()
      ).bytes
    default: try exported(format)
    }
  }

  private static func exported(_ format: ForeignFormat) throws -> [UInt8] {
    let other: ExportFormat? =
      switch format {
      case .webVTT: .webVTT
      case .chat: .chat
      case .elan: .elan
      case .exmaralda: .exmaralda
      case .textGrid: .textGrid
      case .qdaProject: .qdaProject
      default: nil
      }
    let result = try Exporter.export([meeting()], to: try #require(other))
    return try #require(result.files.first).bytes
  }

  private final class Told: Sendable {
    let fractions = Mutex<[Double]>([])
  }

  @Test(arguments: [
    ForeignFormat.plainText, .table, .webVTT, .subRip, .whisperJSON, .word, .richText, .chat,
    .elan, .exmaralda, .textGrid, .transcriber, .qdaProject,
  ])
  func progressGoesFromTheBeginningToTheEnd(_ format: ForeignFormat) throws {
    let bytes = try Self.file(format)
    let told = Told()
    var options = ImportOptions()
    options.progress = { fraction in told.fractions.withLock { $0.append(fraction) } }
    let result = Importer.read(bytes: bytes, named: "m", options: options)
    #expect(result.report.format == format)
    #expect(result.report.utterances == Self.turns)
    let fractions = told.fractions.withLock { $0 }
    #expect((0..<0.01).contains(fractions.first ?? 1))
    #expect(fractions == fractions.sorted())
    #expect((0.8...1).contains(fractions.last ?? 0), "\(fractions.last ?? 0)")
    // It goes on evenly enough, and is not told without end.
    let steps = zip(fractions, fractions.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 < 0.4 }, "\(steps.max() ?? 0)")
    #expect((20...400).contains(fractions.count), "\(fractions.count)")
    #expect(result.transcripts == Importer.read(bytes: bytes, named: "m").transcripts)
  }

  @Test func anEmptyFileTellsNothingImpossible() {
    let told = Told()
    var options = ImportOptions()
    options.progress = { fraction in told.fractions.withLock { $0.append(fraction) } }
    for format in ForeignFormat.allCases {
      options.format = format
      _ = Importer.read(bytes: [], named: "m", options: options)
      _ = Importer.read(bytes: [0x0A], named: "m", options: options)
    }
    #expect(told.fractions.withLock { $0 }.allSatisfy { (0...1).contains($0) })
  }
}
