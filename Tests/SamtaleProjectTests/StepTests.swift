import GRDB
import Samtale
import Testing

@testable import SamtaleProject

@Suite struct StepTests {
  private struct Stop: Error {}

  @Test func leavesNothingOfAStepThatFails() throws {
    let work = try Workshop()
    let (head, tables) = (try work.project.head(), try work.project.tables())
    let version = try work.meeting
    let path = try work.write(Workshop.document("second", ["Hei."]), to: "second.xml")
    #expect(throws: Stop.self) {
      try work.project.perform(as: work.anna) { editor in
        let code = try editor.createCode("Half")
        try editor.apply(code, to: version.anchor(from: "u1", to: "u2"))
        try editor.writeMemo(.journal, "gone")
        throw Stop()
      }
    }
    #expect(try work.project.head() == head)
    #expect(try work.project.tables() == tables)
    #expect(throws: (any Error).self) {
      try work.project.addTranscripts([path, work.folder["missing.xml"]], as: work.anna)
    }
    #expect(try work.project.tables() == tables)
    #expect(try work.project.count("SELECT count(*) FROM source") == 1)
    try work.expectSound()
  }

  @Test func asksForAResearcherOfTheProject() throws {
    let work = try Workshop()
    var random = SystemRandomNumberGenerator()
    let nobody = Identifier(at: .now, using: &random)
    let head = try work.project.head()
    #expect(
      projectError { try work.project.perform(as: nobody) { try $0.createCode("A") } } == .unknown)
    #expect(projectError { try work.project.importCodings([], as: nobody) } == .unknown)
    #expect(try work.project.head() == head)
  }

  @Test func keepsTheOrderInWhichThingsWereMade() throws {
    let work = try Workshop()
    let names = (1...200).map { "Code \($0)" }
    try work.project.perform(as: work.anna) { editor in
      for name in names { try editor.createCode(name) }
    }
    #expect(try work.project.codeNames() == names)
    try work.expectSound()
  }

  @Test func seesWhatTheStepHasDone() throws {
    let work = try Workshop()
    let version = try work.meeting
    try work.project.perform(as: work.anna) { editor in
      let (a, b) = (try editor.createCode("A"), try editor.createCode("B"))
      let coding = try editor.apply(a, to: version.anchor(from: "u1", to: "u1"))
      try editor.mergeCode(a, into: b)
      #expect(brokenRule { try editor.apply(a, to: version.wholeAnchor) } == .retiredCode)
      try editor.remove(Coding.self, coding)
      try editor.reviveCode(a)
      try editor.apply(a, to: version.wholeAnchor)
    }
    #expect(try work.project.all(Coding.self).count == 1)
    try work.expectSound()
  }

  @Test func canBeAskedInsideAStepButHoldsNoOther() throws {
    let work = try Workshop()
    try work.project.perform(as: work.anna) { editor in
      try editor.createCode("A")
      #expect(try work.project.codeNames() == ["A"])
      #expect(try work.project.search("mm").count == 1)
      #expect(projectError { try work.code("B") } == .busy)
      #expect(projectError { try work.project.undo(as: work.anna) } == .busy)
      #expect(projectError { try work.project.verify() } == .busy)
      #expect(projectError { try work.copy("copy.samtale") } == .busy)
      #expect(projectError { try work.project.merge(work.project) } == nil)
    }
    #expect(try work.project.codeNames() == ["A"])
    try work.expectSound()
  }

  @Test func refusesToForgetWhatIsUsed() throws {
    let work = try Workshop()
    let version = try work.meeting
    let (round, coding) = try work.project.perform(as: work.anna) { editor in
      let round = CodingRound(
        id: editor.newIdentifier(),
        fields: [
          "name": .text("First"), "status": .text("open"),
        ])
      try editor.create(round)
      let code = try editor.createCode("A")
      let coding = try editor.apply(
        code, to: version.anchor(from: "u1", to: "u1"), round: round.id)
      return (round, coding)
    }
    let point = try work.project.setRestorePoint("Before the round", as: work.anna)
    func forget(_ editor: inout StudyEditor<ProjectState>) throws {
      editor.restores = point.id
      try editor.record(
        Change(.round, round.id, .restore, before: round.fields.present, after: nil))
    }
    #expect(brokenRule { try work.project.perform(as: work.anna) { try forget(&$0) } } == .inUse)
    try work.project.perform(as: work.anna) { editor in
      try editor.change(Coding.self, coding) {
        $0.round = nil
        // A note that speaks of the round does not hold it.
        $0.note = "was in \(round.id)"
      }
      try forget(&editor)
    }
    try work.expectSound()
  }
}
