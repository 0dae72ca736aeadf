import Foundation
import Samtale
import SamtaleFormats
import Testing

/// Cues of the test files of Mozilla's vtt.js against what that parser says of them. The files are
/// no part of the project.
@Suite struct VTTReferenceTests {
  private static let environment = ProcessInfo.processInfo.environment

  private static let folder: URL = {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data =
      environment["SAMTALE_REFERENCE_DATA"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/data")
    return data.appending(path: "webvtt/mozilla/tests")
  }()

  private static let areThere = FileManager.default.fileExists(atPath: folder.path)
  private static let mustBeThere =
    environment["SAMTALE_REQUIRE_REFERENCE_DATA"].map { !$0.isEmpty } ?? false
  private static let whySkipped: Comment = """
    skipped: no reference data (webvtt/mozilla) under $SAMTALE_REFERENCE_DATA or ../shared/data
    """

  private struct Expected: Decodable {
    struct Cue: Decodable, Equatable {
      var startTime: Double
      var endTime: Double
      var id: String
      var text: String
    }

    var cues: [Cue]
  }

  @Test(.enabled(if: mustBeThere, "SAMTALE_REQUIRE_REFERENCE_DATA is not set"))
  func theReferenceDataIsThere() {
    #expect(Self.areThere, Self.whySkipped)
  }

  /// 148 of 151 agree in times, identifiers and text. The others follow the W3C's text, where vtt.js
  /// does not: it takes `000:00.000` for minutes and `120:00.000` for hours, which the W3C's parser
  /// refuses (here a guess); and it drops a cue below a lone `-->`, which begins a block of its own.
  @Test(.enabled(if: areThere, whySkipped)) func cuesAreThoseOfVTTJS() throws {
    var compared = 0
    var different: [String] = []
    let files = try #require(FileManager.default.enumerator(atPath: Self.folder.path))
    for case let name as String in files where name.hasSuffix(".vtt") {
      let vtt = Self.folder.appending(path: name)
      let json = vtt.deletingPathExtension().appendingPathExtension("json")
      guard let data = try? Data(contentsOf: json) else { continue }
      let expected = try JSONDecoder().decode(Expected.self, from: data).cues
      let file = WebVTTFile(SourceText(Array(try Data(contentsOf: vtt))))
      // Cues with times that the standard refuses are read as a guess; here they do not count.
      let cues = file.cues.filter { !$0.isIrregular }.map { cue in
        Expected.Cue(
          startTime: Double(cue.start) / 1000, endTime: Double(cue.end) / 1000, id: cue.id,
          text: cue.text)
      }
      compared += 1
      if cues != expected { different.append(name) }
    }
    #expect(compared == 151)
    #expect(
      different.sorted() == [
        "cue-times/min-top-digits.vtt", "cue-times/minimum-spots-over-sixty.vtt",
        "integration/id.vtt",
      ])
  }
}
