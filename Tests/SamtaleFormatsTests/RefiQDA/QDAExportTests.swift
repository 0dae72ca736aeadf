import Foundation
import Samtale
import SamtaleArchive
import SamtaleFormats
import Testing

@Suite("REFI-QDA: studies as projects")
struct QDAExportTests {
  private static let all = QDAProgram.allCases.flatMap { program in
    ["meetings", "interviews"].map { ($0, program) }
  }

  private func written(_ name: String, _ program: QDAProgram) throws -> (
    ExampleStudy, bytes: [UInt8], losses: ExportLosses
  ) {
    let study = try ExampleStudy.named(name)
    let result = try QDAProjectWriter.write(
      study.corpus, for: program, options: .init(includesTeamMemos: true), events: study.events)
    return (study, result.bytes, result.losses)
  }

  @Test(
    .enabled(if: QDAReference.isThere, QDAReference.whySkipped),
    .enabled(if: Xmllint.isThere, Xmllint.whySkipped), arguments: all)
  func projectsAreValid(_ name: String, _ program: QDAProgram) throws {
    let (_, bytes, _) = try written(name, program)
    let archive = try ZipReader(bytes)
    let xml = try archive.bytes(try #require(archive.entry("project.qde")))
    let schema = QDAReference.folder.appending(path: "Project.xsd").path
    #expect(try Xmllint.problems(xml, schema: schema) == "", "\(name) \(program)")
  }

  /// What makes two codings the same: code, author, date, and words without white space.
  private struct Coded: Hashable {
    var id: Identifier
    var code: Identifier?
    var coder: Identifier?
    var words: String
  }

  private func plain(_ words: String) -> String { words.filter { !$0.isWhitespace } }

  private func words(_ place: StudyTEI.ReadPlace, _ transcript: Transcript) -> String {
    guard case .stretches(let stretches) = place else { return "" }
    let version = TranscriptVersion(
      id: EmptyStudy.researcher, version: "", transcript: transcript)
    return plain(version.text(of: stretches))
  }

  @Test(arguments: all)
  func projectsAreReadBackEqual(_ name: String, _ program: QDAProgram) throws {
    let (study, bytes, losses) = try written(name, program)
    let corpus = study.corpus
    let result = Importer.read(bytes: bytes, named: "\(name).qdpx")
    #expect(!result.hasErrors)
    #expect(result.report.accounting.isComplete)
    let reading = try #require(result.study)
    // Talk: the same words by the same labels.
    let before = corpus.inOrder.map(\.transcript)
    #expect(result.transcripts.map(\.id) == before.map(\.id))
    for (a, b) in zip(before, result.transcripts) {
      let said = a.utterances.filter { !$0.text.isEmpty }
      #expect(b.utterances.map(\.text) == said.map(\.text), "\(name) \(program) \(a.id)")
      #expect(
        b.utterances.map { $0.speakers.map { b.participants[$0].label } }
          == said.map { $0.speakers.map { a.participants[$0].label } }, "\(a.id)")
      #expect(b.number == a.number && b.date == a.date && b.language == a.language)
    }
    // Codings.
    var expected: Set<Coded> = []
    var apart = 0
    for placed in corpus.codings() {
      let version = try #require(corpus.transcripts[placed.coding.anchor?.transcript ?? .init("")!])
      let text = plain(version.text(of: placed.placement.stretches))
      expected.insert(
        Coded(id: placed.coding.id, code: placed.code, coder: placed.coding.coder, words: text))
    }
    var found: Set<Coded> = []
    for document in reading.documents {
      for coding in document.codings {
        let coded = Coded(
          id: coding.id, code: reading.codebook.codes[coding.code].id,
          coder: coding.coder.map { reading.people[$0].id },
          words: words(coding.place, document.transcript))
        if corpus.study.object(Coding.self, coding.id) == nil { apart += 1 } else { found.insert(coded) }
      }
    }
    print(name, program, "codings", expected.count, found.count, "apart", apart, losses["codings of several places apart, written as a coding for each"])
    for x in expected.subtracting(found).prefix(3) { print("E", x); for y in found where y.id == x.id { print("F", y) } }
    for line in losses.lines { print("   ", line) }
    for d in result.diagnostics { print("   ", d) }
    print("units", reading.meaningUnits, "memos", reading.memos, reading.general.count, reading.codebook.codes.count, reading.codebook.themes.count, reading.codebook.groups.count)
  }
}
