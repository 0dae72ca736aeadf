import Foundation
import TestSupport
import Testing

@testable import Samtale

@Suite("Exchange: coded corpora as TEI")
struct ExchangeTEITests {
  static let meetings = Corpus.read([
    ReferenceMeetings.package.appending(path: "Corpora/ips-meetings").path
  ]).transcripts

  /// Keeps a document for validation against the schemas, where the environment asks for it.
  static func keep(_ bytes: [UInt8], as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SAMTALE_TEST_OUTPUT"] else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// Writes a study, reads the files strictly; they have no findings but those that are allowed.
  static func files(
    _ corpus: StudyCorpus, _ options: StudyTEI.Options, as name: String,
    allowed: Set<DiagnosticCode> = []
  ) throws -> [Transcript] {
    try StudyTEI.write(corpus, options: options).map { file, transcript in
      let writing = TEI.write(transcript)
      #expect(writing.diagnostics == [], "\(name) \(file)")
      try keep(writing.bytes, as: "exchange-\(name)-\(file)")
      let reading = TEI.read(
        bytes: writing.bytes, named: file, options: ReadingOptions(lint: true, profile: .samtale))
      let findings = reading.diagnostics.filter { !allowed.contains($0.code) }
      #expect(findings == [], "\(name) \(file)")
      #expect(reading.accounting.isComplete)
      let again = try #require(reading.transcripts.first)
      #expect(again == transcript, "\(name) \(file): reading gives what was written")
      return again
    }
  }

  private func roundTrip(
    _ random: RandomStudy, _ transcripts: [Transcript], as name: String, team: Bool,
    allowed: Set<DiagnosticCode> = []
  ) throws {
    let options = StudyTEI.Options(includesTeamMemos: team)
    let files = try Self.files(random.corpus, options, as: name, allowed: allowed)
    var (editor, versions) = try RandomStudy.empty(transcripts, seed: 4711)
    let report = try editor.importCodings(from: StudyTEI.read(files), into: versions)
    #expect(report.diagnostics == [], "\(name)")
    let second = Carried(editor.state, StudyCorpus(editor.state, versions: versions), options)
    let first = Carried(random.study, random.corpus, options)
    #expect(first.differences(to: second) == [], "\(name)")
    let private_ = editor.state.all(Memo.self).filter { $0.visibility == .personal }
    #expect(private_.isEmpty)
    let twice = try editor.importCodings(from: StudyTEI.read(files), into: versions)
    #expect(twice.isEmpty, "\(name): \(twice)")
    var own = random
    let home = try own.read(files)
    #expect(home.isEmpty, "\(name): reading one's own files back changes nothing: \(home)")
  }

  @Test("Random studies of the invented meetings", arguments: 0..<25)
  func meetings(_ seed: Int) throws {
    let transcripts = Array(Self.meetings.shuffled(seed).prefix(3))
    var random = try RandomStudy(seed: UInt64(seed), transcripts: transcripts)
    try random.fill()
    try roundTrip(random, transcripts, as: "ips-\(seed)", team: seed % 2 == 0)
  }

  @Test("Random studies of random documents with annotations of their own", arguments: 0..<60)
  func documents(_ seed: Int) throws {
    var generator = RandomDocument(seed: UInt64(seed) + 5000)
    let text = generator.text()
    let options = ReadingOptions(lint: true, profile: .samtale)
    let reading = TEI.read(bytes: Array(text.utf8), named: "r.xml", options: options)
    let transcript = try #require(reading.transcripts.first)
    var random = try RandomStudy(seed: UInt64(seed), transcripts: [transcript])
    _ = try random.read([transcript])
    try random.fill()
    try roundTrip(
      random, [transcript], as: "random-\(seed)", team: true,
      allowed: Set(reading.diagnostics.map(\.code)))
  }
}

extension Array {
  fileprivate func shuffled(_ seed: Int) -> [Element] {
    var random = SeededNumbers(seed: UInt64(seed))
    return shuffled(using: &random)
  }
}
