import Samtale
import Testing

@testable import SamtaleProject

@Suite struct TranscriptTests {
  @Test func addsCorrectsAndTakesTheSameTwiceForOne() throws {
    let work = try Workshop()
    #expect(try work.add("meeting", Workshop.talk).outcome == .same)
    try work.code("Ringer", turns: ["u5"])
    var turns = Workshop.talk
    turns[0] = "Skal vi begynne med søknaden i dag?"
    let change = try work.add("meeting", turns)
    #expect(change.outcome == .replaced)
    #expect(try work.meeting.transcript.utterances[0].text == turns[0])
    #expect(try work.project.count("SELECT count(*) FROM source") == 2)
    #expect(try work.project.count("SELECT count(*) FROM utterance") == 6)
    #expect(try work.project.search("dag").count == 1)
    try work.project.undo(as: work.anna)
    #expect(try work.meeting.transcript.utterances[0].text == Workshop.talk[0])
    #expect(try work.project.search("dag").isEmpty)
    try work.expectSound()
  }

  @Test func withdrawsAndTakesBack() throws {
    let work = try Workshop()
    let code = try work.code("Ringer", turns: ["u5", "u6"])
    let id = try work.meeting.id
    try work.project.perform(as: work.anna) { editor in
      try editor.change(StudyTranscript.self, id, .withdraw) { $0.isWithdrawn = true }
    }
    #expect(try work.project.passages(of: code).isEmpty)
    #expect(try work.project.search("arbeidsgiveren").isEmpty)
    #expect(try work.project.all(Coding.self).count == 2)
    try work.expectSound()
    // A coding on it is changed meanwhile.
    let coding = try #require(try work.project.all(Coding.self).first)
    try work.project.perform(as: work.anna) { editor in
      try editor.change(Coding.self, coding.id) { $0.note = "see later" }
    }
    try work.expectSound()
    #expect(try work.add("meeting", Workshop.talk).outcome == .replaced)
    #expect(try work.project.passages(of: code).count == 2)
    try work.expectSound()
  }

  @Test func readsATranscriptNamedAfterItsFileFromTheSameBytesTwice() throws {
    let work = try Workshop()
    let text = Workshop.document(nil, ["Hei på deg.", "Hei."])
    let paths = try ["north.xml", "south.xml"].map { try work.write(text, to: $0) }
    let changes = try work.project.addTranscripts(paths, as: work.anna).changes
    #expect(changes.map(\.name) == ["north", "south"])
    #expect(try work.project.count("SELECT count(*) FROM source") == 2)
    for change in changes {
      #expect(try work.project.transcript(change.id).transcript.id == change.name)
    }
    #expect(try work.project.corpus().transcripts.count == 3)
    #expect(try work.project.search("hei").count == 4)
    try work.expectSound()
  }

  @Test func takesSeveralTranscriptsFromOneFile() throws {
    let work = try Workshop()
    let parts = ["first", "second"].map { (id: String) in
      Workshop.document(id, ["Vi er i \(id)."]).split(separator: "\n").dropFirst()
        .joined(separator: "\n")
    }
    let corpus = """
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>c</title>
      </titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      </teiHeader>\(parts.joined())</teiCorpus>
      """
    let path = try work.write(corpus, to: "corpus.xml")
    let changes = try work.project.addTranscripts([path], as: work.anna).changes
    #expect(changes.map(\.name) == ["first", "second"])
    #expect(try work.project.count("SELECT count(*) FROM source") == 2)
    #expect(try work.project.search("second").map(\.transcript) == [changes[1].id])
    try work.expectSound()
  }

  @Test func refusesTwoTranscriptsOfOneName() throws {
    let work = try Workshop()
    let head = try work.project.head()
    let paths = try [
      work.write(Workshop.document("x", ["En."]), to: "a/x.xml"),
      work.write(Workshop.document("x", ["To."]), to: "b/x.xml"),
    ]
    #expect(
      projectError { try work.project.addTranscripts(paths, as: work.anna) } == .ambiguous)
    #expect(try work.project.head() == head)
    // The same file twice says nothing new.
    let twice = try work.project.addTranscripts([paths[0], paths[0]], as: work.anna)
    #expect(twice.changes.map(\.outcome) == [.added])
    try work.expectSound()
  }

  @Test func placesWordsTurnsAndWholeTranscripts() throws {
    let work = try Workshop()
    let version = try work.meeting
    let code = try work.project.perform(as: work.anna) { editor in
      let code = try editor.createCode("All sorts")
      try editor.apply(code, to: version.anchor(turn: "u5", quote: "arbeidsgiveren"))
      try editor.apply(code, to: version.anchor(from: "u1", to: "u3"))
      try editor.apply(code, to: version.wholeAnchor)
      try editor.apply(code, to: Anchor(.dataSet, transcript: nil))
      // Beyond the text, and a turn that is not there: as another program might write them.
      let beyond = [Anchor.Segment("u4", scalars: 0..<99)]
      for segments in [beyond, [Anchor.Segment("u99")], [Anchor.Segment("@2")]] {
        try editor.apply(
          code,
          to: Anchor(.span, transcript: version.id, version: version.version, segments: segments))
      }
      return code
    }
    let passages = try work.project.passages(of: code)
    #expect(passages.map(\.utterance) == ["u1", "u2", "u2", "u3", "u5"])
    #expect(passages.last?.scalars == 14..<28)
    #expect(try work.project.placements(version.id).map(\.status) == [.lost, .lost])
    #expect(try work.project.verify().map(\.code) == [.lostAnchor])
    let tables = try work.project.tables()
    try work.project.rebuild()
    #expect(try work.project.tables() == tables)
  }

  @Test func findsPlacesInACorrectedTranscript() throws {
    let work = try Workshop()
    let code = try work.code("Ringer", turns: ["u5"])
    let change = try work.add("meeting", ["God morgen.", "Hei."] + Workshop.talk)
    #expect((change.changed, change.lost) == (0, 0))
    #expect(try work.project.passages(of: code).map(\.position) == [6])
    try work.expectSound()
  }
}
