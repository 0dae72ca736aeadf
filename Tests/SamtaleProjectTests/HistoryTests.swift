import Samtale
import Testing

@testable import SamtaleProject

@Suite struct HistoryTests {
  @Test func undoesAndRedoesStepByStep() throws {
    let work = try Workshop()
    let project = work.project
    let before = try project.study()
    try work.code("A", turns: ["u1", "u2"])
    let first = try project.study()
    try work.code("B")
    let second = try project.study()
    try project.undo(as: work.anna)
    #expect(try project.study() == first)
    try project.undo(as: work.anna)
    #expect(try project.study() == before)
    try project.redo(as: work.anna)
    #expect(try project.study() == first)
    try project.redo(as: work.anna)
    #expect(try project.study() == second)
    #expect(projectError { try project.redo(as: work.anna) } == .nothing)
    for _ in 0..<2 { try project.undo(as: work.anna) }
    #expect(try project.study() == before)
    try work.expectSound()
  }

  @Test func doesNotRedoAfterANewStep() throws {
    let work = try Workshop()
    try work.code("A")
    try work.project.undo(as: work.anna)
    try work.code("B")
    #expect(projectError { try work.project.redo(as: work.anna) } == .nothing)
    try work.project.undo(as: work.anna)
    try work.project.redo(as: work.anna)
    #expect(try work.project.codeNames() == ["B"])
    try work.expectSound()
  }

  @Test func undoesOnesOwnStepsAfterThoseOfOthers() throws {
    let work = try Workshop()
    try work.code("Anna's")
    try work.code("Bjørn's", as: work.bjorn)
    try work.project.undo(as: work.anna)
    #expect(try work.project.codeNames() == ["Bjørn's"])
    try work.project.undo(as: work.bjorn)
    #expect(try work.project.codeNames() == [])
    #expect(projectError { try work.project.undo(as: work.bjorn) } == .nothing)
    try work.project.redo(as: work.anna)
    #expect(try work.project.codeNames() == ["Anna's"])
    try work.expectSound()
  }

  @Test func refusesToUndoWhatOthersBuiltOn() throws {
    let work = try Workshop()
    let code = try work.code("A")
    let version = try work.meeting
    try work.project.perform(as: work.bjorn) { try $0.renameCode(code, to: "B") }
    let head = try work.project.head()
    #expect(brokenRule { try work.project.undo(as: work.anna) } == .stale)
    try work.project.undo(as: work.bjorn)
    try work.project.perform(as: work.bjorn) { try $0.apply(code, to: version.wholeAnchor) }
    #expect(brokenRule { try work.project.undo(as: work.anna) } == .inUse)
    try work.project.undo(as: work.bjorn)
    try work.project.undo(as: work.anna)
    #expect(try work.project.codeNames() == [])
    #expect(try work.project.head().events > head.events)
    try work.expectSound()
  }

  @Test func doesNotUndoTheBeginning() throws {
    let folder = try TemporaryFolder()
    let (project, anna) = try Project.create(
      folder["a.samtale"], title: "A", method: .none, researcher: "Anna")
    #expect(projectError { try project.undo(as: anna) } == .nothing)
    #expect(projectError { try project.redo(as: anna) } == .nothing)
  }

  @Test func comesBackToARestorePoint() throws {
    let work = try Workshop()
    let (project, version) = (work.project, try work.meeting)
    let kept = try work.code("Kept", turns: ["u1"])
    let merged = try work.code("Merged", turns: ["u2"])
    let removed = try #require(try project.all(Coding.self).first)
    let memo = try project.perform(as: work.bjorn) { try $0.writeMemo(.journal, "first") }
    let point = try project.setRestorePoint("Before the round", as: work.anna)
    func state() throws -> Study {
      var study = try project.study()
      for point in try project.all(RestorePoint.self) {
        study.set(point.id, nil, kind: .restorePoint)
      }
      return study
    }
    let before = try state()
    let made = try work.code("Made", turns: ["u3", "u4"])
    try project.perform(as: work.anna) { editor in
      try editor.remove(Coding.self, removed.id)
      try editor.mergeCode(merged, into: kept)
      try editor.renameCode(kept, to: "Renamed")
      try editor.moveCode(made, under: kept)
      try editor.remove(Memo.self, memo)
      try editor.apply(kept, to: version.anchor(turn: "u5", quote: "Da ringer"))
    }
    try project.setRestorePoint("Later", as: work.anna)
    let after = try project.study()
    #expect(try project.restore(to: point.lamport, as: work.bjorn) > 5)
    #expect(try state() == before)
    try work.expectSound()
    try project.undo(as: work.bjorn)
    #expect(try project.study() == after)
    try work.expectSound()
    try project.redo(as: work.bjorn)
    #expect(try state() == before)
    #expect(try project.restore(to: project.head().events, as: work.anna) == 0)
    try work.expectSound()
  }

  @Test func comesBackToCodesMergedOneAfterAnother() throws {
    let work = try Workshop()
    let project = work.project
    let codes = try ["A", "B", "C"].map { try work.code($0) }
    try project.perform(as: work.anna) { editor in
      try editor.mergeCode(codes[1], into: codes[0])
      try editor.mergeCode(codes[0], into: codes[2])
    }
    let point = try project.setRestorePoint("Merged", as: work.anna)
    try project.perform(as: work.anna) { editor in
      for code in codes.prefix(2) { try editor.reviveCode(code) }
    }
    let made = try work.code("Made")
    // No restore point stands there.
    #expect(
      brokenRule { try project.restore(to: point.lamport + 1, as: work.anna) } == .notRemovable)
    try project.restore(to: point.lamport, as: work.anna)
    #expect(try project.all(Code.self).map(\.mergedInto) == [codes[2], codes[0], nil])
    #expect(try project.study().record(made) == nil)
    try work.expectSound()
    try project.undo(as: work.anna)
    #expect(try project.codeNames() == ["A", "B", "C", "Made"])
    try work.expectSound()
  }

  @Test func showsStepsTheLatestFirst() throws {
    let work = try Workshop()
    let a = try work.code("A", turns: ["u1", "u2", "u3"])
    try work.code("B", as: work.bjorn)
    try work.project.perform(as: work.bjorn) { try $0.renameCode(a, to: "C") }
    let all = try work.project.history()
    #expect(all.map(\.actor) == [work.bjorn, work.bjorn] + Array(repeating: work.anna, count: 4))
    #expect(all.map(\.count) == [1, 1, 4, 1, 1, 2])
    #expect(all.map(\.events.count) == all.map(\.count))
    #expect(try work.project.history(limit: 2).map(\.id) == all.prefix(2).map(\.id))
    #expect(try work.project.history(object: a).map(\.id) == [all[0].id, all[2].id])
    #expect(try work.project.history(object: a, actor: work.anna).map(\.id) == [all[2].id])
    #expect(try work.project.history(actor: work.bjorn).count == 2)
    #expect(try work.project.history(eventLimit: 2)[2].events.count == 2)
  }

  @Test func tellsWhetherALogStillBeginsAsItDid() throws {
    let work = try Workshop()
    let noted = try work.project.head()
    try work.code("A")
    #expect(try work.project.head().digest != noted.digest)
    #expect(try work.project.digest(upTo: noted.events) == noted.digest)
    #expect(try work.project.digest(upTo: 10_000) == nil)
  }
}
