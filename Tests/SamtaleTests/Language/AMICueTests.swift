import Foundation
import Samtale
import Testing

/// Where the AMI meetings are.
private enum AMIData {
  static let folder: URL = {
    let environment = ProcessInfo.processInfo.environment
    let root = URL(filePath: #filePath).appending(path: "../../../../..").standardized
    let data = environment["SAMTALE_REFERENCE_DATA"].map { URL(filePath: $0) }
    return (data ?? root.appending(path: "shared/data")).appending(path: "ami/train")
  }()

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static var isRequired: Bool {
    ProcessInfo.processInfo.environment["SAMTALE_REQUIRE_REFERENCE_DATA"] != nil
  }

  /// Every fifth meeting, from all sites; all of them if `SAMTALE_ALL_MEETINGS` is set.
  static func meetings() throws -> [URL] {
    let all = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "xml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    if ProcessInfo.processInfo.environment["SAMTALE_ALL_MEETINGS"] != nil { return all }
    return all.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
  }
}

/// A dialogue act that a person marked.
private struct Act {
  var kind: String
  var text: String

  var isQuestion: Bool { kind.hasPrefix("el.") }
  var isTask: Bool { kind == "inf" || kind == "sug" || isQuestion }

  static func acts(_ transcript: Transcript) -> [Act] {
    let places = Dictionary(
      transcript.utterances.map { ($0.id, $0.index) },
      uniquingKeysWith: { first, _ in first }
    )
    let layers = transcript.layers.filter { $0.type == "dialogueActs" }.map(\.element)
    return layers.flatMap { $0.elements("span") }.compactMap { span -> Act? in
      guard let kind = span["ana"], let target = span["target"] else {
        return nil
      }
      let parts = target.split(separator: " ").compactMap { text($0, transcript, places) }
      return Act(kind: String(kind.dropFirst(4)), text: parts.joined(separator: " "))
    }
  }

  /// The words behind `#u7` or `#string-range(u7,12,30)`.
  private static func text(_ pointer: Substring, _ transcript: Transcript, _ places: [String: Int])
    -> String?
  {
    let parts = pointer.split { "#(),".contains($0) }
    guard parts.count == 4, let from = Int(parts[2]), let length = Int(parts[3]) else {
      return places[String(parts[0])].map { transcript.utterances[$0].text }
    }
    return places[String(parts[1])]
      .flatMap { transcript.utterances[$0].text(scalars: from..<(from + length)) }
  }
}

/// Precision, recall and F1.
private struct Agreement {
  var both = 0
  var found = 0
  var marked = 0

  mutating func count(found isFound: Bool, marked isMarked: Bool) {
    if isFound { found += 1 }
    if isMarked { marked += 1 }
    if isFound && isMarked { both += 1 }
  }

  var precision: Double { Double(both) / Double(max(found, 1)) }
  var recall: Double { Double(both) / Double(max(marked, 1)) }
  var f1: Double { 2 * precision * recall / max(precision + recall, .leastNonzeroMagnitude) }

  var line: String {
    let figures = [precision, recall, f1].map { String(format: "%.3f", $0) }
    return "P \(figures[0]) R \(figures[1]) F1 \(figures[2]) (marked \(marked), found \(found))"
  }
}

@Suite(.enabled(if: AMIData.isThere || AMIData.isRequired, "no AMI meetings beside the project"))
struct AMICueTests {
  @Test func agreesWithDialogueActs() throws {
    try #require(AMIData.isThere, "\(AMIData.folder.path) is not there")
    let acts = try AMIData.meetings().flatMap { file in
      try TEI.read(file.path).transcripts.flatMap(Act.acts)
    }
    try #require(acts.count > 10_000)
    let reader = CueReader(.of("en"))
    var backchannels = Agreement()
    var responses = Agreement()
    var substance = Agreement()
    var questions = Agreement()
    var unmarked = Agreement()
    for act in acts {
      guard let reading = reader.read(act.text) else { continue }
      let isMinimal = reading.form == .minimal
      backchannels.count(found: isMinimal, marked: act.kind == "bck")
      responses.count(found: isMinimal, marked: ["bck", "ass", "und", "be.pos"].contains(act.kind))
      substance.count(found: reading.form == .substantive, marked: act.isTask)
      questions.count(found: reading.isQuestion, marked: act.isQuestion)
      let bare = reader.read(act.text.filter { $0 != "?" })
      unmarked.count(found: bare?.isQuestion ?? false, marked: act.isQuestion)
    }
    print("AMI, minimal against backchannels:     ", backchannels.line)
    print("AMI, minimal against all response acts:", responses.line)
    print("AMI, substantive against inf, sug, el.*:", substance.line)
    print("AMI, questions against el.*:           ", questions.line)
    print("AMI, the same without question marks:  ", unmarked.line)
    #expect(backchannels.recall >= 0.94)
    #expect(responses.precision >= 0.75)
    #expect(substance.recall >= 0.945)
    #expect(questions.f1 >= 0.71)
    #expect(unmarked.f1 >= 0.55)
  }
}
