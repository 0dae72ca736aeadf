import Foundation
import Samtale
import SamtaleFormats
import Testing

/// Reference files of REFI-QDA: schemas, the standard's own examples, and projects in the manner of
/// six programs. They are no part of the project.
enum QDAReference {
  private static let environment = ProcessInfo.processInfo.environment

  static let folder: URL = {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data =
      environment["SAMTALE_REFERENCE_DATA"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/data")
    return data.appending(path: "refi-qda")
  }()

  static let isThere = FileManager.default.fileExists(atPath: folder.path)
  static let mustBeThere =
    environment["SAMTALE_REQUIRE_REFERENCE_DATA"].map { !$0.isEmpty } ?? false
  static let whySkipped: Comment = """
    skipped: no reference data (refi-qda) under $SAMTALE_REFERENCE_DATA or ../shared/data
    """

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }
}

@Suite("REFI-QDA: projects in the manner of six programs")
struct QDASyntheticTests {
  private struct Expected: Decodable {
    struct Selection: Decodable {
      var guid: String
      var text: String
      var codes: [String]
    }

    var file: String
    var unit: String
    var eol: String
    var positionsPerLineEnd: Int
    var selections: [Selection]
  }

  @Test(.enabled(if: QDAReference.mustBeThere, "SAMTALE_REQUIRE_REFERENCE_DATA is not set"))
  func theReferenceDataIsThere() {
    #expect(QDAReference.isThere, QDAReference.whySkipped)
  }

  /// The words of every coding, by code.
  private func words(_ result: ImportResult) throws -> [Identifier: [String]] {
    let study = try #require(result.study)
    var words: [Identifier: [String]] = [:]
    for document in study.documents {
      let utterances = document.transcript.utterances
      for coding in document.codings {
        guard case .stretches(let stretches) = coding.place else { continue }
        let text = stretches.map { stretch in
          let utterance = utterances[stretch.utterance]
          return stretch.scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text
        }
        let code = try #require(study.codebook.codes[coding.code].id)
        words[code, default: []].append(text.joined(separator: " "))
      }
    }
    return words
  }

  @Test(.enabled(if: QDAReference.isThere, QDAReference.whySkipped))
  func everySelectionStandsAtItsWords() throws {
    let all = try JSONDecoder().decode(
      [Expected].self, from: Data(try QDAReference.bytes("synthetic/expected.json")))
    var right = 0
    var total = 0
    for expected in all {
      let bytes = try QDAReference.bytes("synthetic/" + expected.file)
      let result = Importer.read(bytes: bytes, named: expected.file)
      #expect(!result.hasErrors, "\(expected.file): \(result.diagnostics)")
      #expect(result.report.accounting.isComplete)
      let words = try words(result)
      for selection in expected.selections {
        total += 1
        let codes = selection.codes.compactMap { Identifier($0) }
        let isRight = codes.allSatisfy { words[$0]?.contains(selection.text) == true }
        #expect(isRight, "\(expected.file): \(selection.text)")
        if isRight { right += 1 }
      }
      let codings = expected.selections.reduce(0) { $0 + $1.codes.count }
      #expect(result.study?.codings == codings, "\(expected.file)")
      let note = result.diagnostics.first { $0.code == .textPositions }
      let usesUTF16 = expected.unit == "utf16"
      #expect(note?.what.contains(usesUTF16 ? "UTF-16 units" : "code points") == true)
      if expected.eol == "CRLF" {
        let two = note?.what.contains("CR LF counts two") == true
        #expect(two == (expected.positionsPerLineEnd == 2), "\(expected.file)")
      }
      let transcript = try #require(result.transcript)
      // ES4 says one thing only, and is a code as the other labels are.
      #expect(transcript.participants.map(\.label) == ["SW4", "WA4", "T4", "ES4"])
      #expect(transcript.utterances.count == 7)
      #expect(result.report.labels.contains { $0.label == "ES4" && $0.isAccepted })
      #expect(result.report.guesses.contains { $0.kind == .singleSpeaker && $0.labels == ["ES4"] })
      #expect(transcript.id == "Møte_4")
    }
    #expect(right == 43)
    #expect(total == 43)
  }
}
