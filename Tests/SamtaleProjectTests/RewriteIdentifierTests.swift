import Foundation
import Samtale
import Testing

@testable import SamtaleProject

/// Identifiers that an import made from names, in a project that is made anew.
@Suite struct RewriteIdentifierTests {
  private static func derived(_ name: String) -> Identifier {
    Identifier(deriving: ["researcher", name])
  }

  private func rewritten(_ work: Workshop, to name: String = "new.samtale") throws -> Project {
    try work.project.rewritten(to: work.folder[name]) { _ in [] }
    let new = try Project.open(work.folder[name])
    #expect(try new.verify() == [])
    #expect(try new.conflicts() == [])
    return new
  }

  /// A researcher, her code and a coding with it, all with identifiers made from names.
  private func work() throws -> (work: Workshop, coding: Identifier) {
    let work = try Workshop()
    let (liv, code) = (Self.derived("Liv"), Self.derived("Asks Kari"))
    try work.project.perform(as: work.anna) {
      try $0.create(Researcher(id: liv, name: "Liv"), .join)
    }
    let anchor = try work.meeting.anchor(turn: "u2", quote: "nesten ferdig")
    let coding = try work.project.perform(as: liv) { editor in
      try editor.create(Code(id: code, name: "Asks"))
      return try editor.apply(code, to: anchor)
    }
    return (work, coding)
  }

  @Test func whoGuessesANameCannotTell() throws {
    let (work, coding) = try work()
    let new = try rewritten(work)
    let liv = try #require(try new.all(Researcher.self).first { $0.name == "Liv" })
    let code = try #require(try new.all(Code.self).first)
    #expect(liv.id != Self.derived("Liv"))
    #expect(code.id != Self.derived("Asks Kari"))
    // Everything points where it did.
    let same = try #require(try new.all(Coding.self).first)
    #expect(same.id == coding)
    #expect((same.code, same.coder) == (code.id, liv.id))
    #expect(try new.events().last?.actor == liv.id)
    let corpus = try new.corpus()
    #expect(corpus.codings().count == 1)
    #expect(corpus.words(whenSet: try #require(same.anchor)) == "nesten ferdig")
    // Other identifiers stay.
    #expect(try new.all(Researcher.self).map(\.id).contains(work.anna))
    try new.close()
    let bytes = try Data(contentsOf: URL(filePath: work.folder["new.samtale"]))
    for id in [Self.derived("Liv"), Self.derived("Asks Kari")] {
      #expect(bytes.range(of: Data(id.bytes)) == nil)
      #expect(bytes.range(of: Data(id.description.utf8)) == nil)
    }
    #expect(bytes.range(of: Data(liv.id.bytes)) != nil)
  }

  /// The same project gives the same file; another project with the same names gives others.
  @Test func itTakesTheProjectToMakeThem() throws {
    let (work, _) = try work()
    let ids = try ["a.samtale", "b.samtale"].map { try rewritten(work, to: $0).all(Code.self) }
    #expect(ids[0] == ids[1])
    let other = try rewritten(try self.work().work).all(Code.self)
    #expect(other.map(\.name) == ids[0].map(\.name))
    #expect(other != ids[0])
  }

  @Test func identifiersInsideTranscripts() throws {
    let work = try Workshop()
    let name = "tr-\(Self.derived("Oline Rognli"))"
    let text = Workshop.document("m2", ["Ja."])
      .replacing(
        "</titleStmt>",
        with: """
          <respStmt xml:id="\(name)"><resp>translation</resp><name>O.</name></respStmt></titleStmt>
          """
      )
      .replacing(
        "<text>",
        with: """
          <standOff><spanGrp type="translation" xml:lang="en" resp="#\(name)">
          <span target="#u1">Yes.</span></spanGrp></standOff><text>
          """)
    let path = try work.write(text, to: "m2.xml")
    _ = try work.project.addTranscripts([path], as: work.anna)
    let new = try rewritten(work)
    let object = try #require(try new.all(StudyTranscript.self).first { $0.name == "m2" })
    let transcript = try new.transcript(object.id).transcript
    #expect(transcript.translations.map(\.translator) == ["O."])
    #expect(!transcript.renamableIdentifiers.contains(name))
    #expect(transcript.renamableIdentifiers.contains { $0.hasPrefix("tr-") && $0.count == 39 })
  }

  /// A translation has the identifier that every researcher would give it.
  @Test func translationsStayTheSame() throws {
    let work = try Workshop()
    let anchor = try work.meeting.anchor(from: "u1", to: "u1")
    let id = StudyTranslation.identifier(of: anchor, into: "en")
    try work.project.perform(as: work.anna) {
      try $0.create(StudyTranslation("Shall we?", of: anchor, into: "en", by: work.anna))
    }
    #expect(try rewritten(work).all(StudyTranslation.self).map(\.id) == [id])
  }
}
