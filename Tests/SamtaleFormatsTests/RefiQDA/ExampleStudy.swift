import Foundation
import Samtale
import Testing

/// The example studies with their corpora.
struct ExampleStudy {
  let events: [Event]
  let corpus: StudyCorpus

  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let meetings = Result { try ExampleStudy("meetings", "ips-meetings") }
  static let interviews = Result { try ExampleStudy("interviews", "ips-interviews") }

  private init(_ log: String, _ folder: String) throws {
    let path = Self.package.appending(path: "Corpora/studies/\(log).jsonl").path
    events = try Event.log(try Files.bytes(path), named: path)
    let (study, conflicts) = Study.folding(events)
    #expect(conflicts.isEmpty)
    let corpora = Self.package.appending(path: "Corpora/\(folder)").path
    let transcripts = Corpus.read([corpora]).transcripts
    let versions = study.all(StudyTranscript.self).compactMap { object in
      transcripts.first { $0.id == object.name }.map {
        TranscriptVersion(id: object.id, version: object.version, transcript: $0)
      }
    }
    corpus = StudyCorpus(study, versions: versions)
  }

  static func named(_ name: String) throws -> ExampleStudy {
    try (name == "meetings" ? meetings : interviews).get()
  }
}

/// A study into which projects are imported.
struct EmptyStudy {
  static let researcher = Identifier(deriving: ["test", "researcher"])

  /// An editor of a study that has some transcripts, with their versions.
  static func holding(_ transcripts: [Transcript], like corpus: StudyCorpus? = nil) throws
    -> (StudyEditor<Study>, [TranscriptVersion])
  {
    var editor = StudyEditor(
      Study(), lamport: 0,
      signature: .init(actor: researcher, at: Timestamp(milliseconds: 1_790_000_000_000), seed: 7))
    try editor.create(
      StudyProfile(
        id: Identifier(deriving: ["test", "study"]), title: "Imported", method: .none))
    try editor.create(Researcher(id: researcher, name: "Reader"), .join)
    var versions: [TranscriptVersion] = []
    for transcript in transcripts {
      let id = Identifier(deriving: ["test", "transcript", transcript.id])
      try editor.create(
        StudyTranscript(id: id, name: transcript.id, version: "v1", file: transcript.id))
      versions.append(TranscriptVersion(id: id, version: "v1", transcript: transcript))
    }
    return (editor, versions)
  }
}

/// Validates XML with xmllint, where it is installed.
enum Xmllint {
  static let path = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint", "/usr/local/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static let isThere = path != nil
  static let whySkipped: Comment = "skipped: xmllint is not installed (libxml2-utils)"

  /// What it says of a document that is not valid; empty if it is.
  static func problems(_ document: [UInt8], schema: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xml")
    try Data(document).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = ["--noout", "--nonet", "--schema", schema, file.path]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: output, as: UTF8.self)
  }
}
