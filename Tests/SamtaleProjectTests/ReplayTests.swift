import Samtale
import Testing

@testable import SamtaleProject

@Suite struct ReplayTests {
  /// A project with two versions of its meeting, and its log and files.
  private func published() throws -> (work: Workshop, log: [UInt8], files: [String]) {
    let work = try Workshop()
    let old = try work.write(Workshop.document("meeting", Workshop.talk), to: "old/meeting.xml")
    try work.code("Ringer", turns: ["u5", "u6"])
    try work.code("Takker", turns: ["u6"], as: work.bjorn)
    try work.project.undo(as: work.bjorn)
    var turns = Workshop.talk
    turns[0] = "Skal vi begynne?"
    _ = try work.add("meeting", turns)
    let new = work.folder["meeting.xml"]
    return (work, try work.project.logText().text, [old, new])
  }

  @Test func makesTheSameProjectFromItsLog() throws {
    let (work, log, files) = try published()
    let spare = try work.write(Workshop.document("spare", ["Hei."]), to: "spare.xml")
    let path = work.folder["replayed.samtale"]
    let replayed = try Project.replay(
      try Event.log(log, named: "log.jsonl"), files: files + [spare], to: path)
    #expect(try replayed.study() == work.project.study())
    #expect(try replayed.tables() == work.project.tables())
    #expect(try replayed.logText().text == log)
    #expect(try replayed.head() == work.project.head())
    #expect(try replayed.history().map(\.id) == work.project.history().map(\.id))
    #expect(try replayed.count("SELECT count(*) FROM source") == 2)
    #expect(try replayed.verify().filter { $0.severity == .error } == [])
    // What was last is undone and redone there as here.
    #expect(try replayed.redo(as: work.bjorn).count == 2)
    #expect(projectError { try Project.replay([], files: [], to: path) } == .exists)
  }

  @Test func namesTheFileThatIsMissingOrEdited() throws {
    let (work, log, files) = try published()
    let events = try Event.log(log, named: "log.jsonl")
    let edited = try work.write(Workshop.document("meeting", ["Nei."]), to: "new/meeting.xml")
    for given in [[], [files[0]], [files[0], edited]] {
      let path = work.folder["replayed.samtale"]
      do {
        _ = try Project.replay(events, files: given, to: path)
        Issue.record("it should have been refused")
      } catch let error as ProjectError {
        #expect(error.code == .noSource)
        #expect(error.what.contains("meeting.xml"))
      }
      #expect(try work.folder.names.filter { $0.hasPrefix("replayed") } == [])
    }
    #expect(throws: FileError.self) {
      try Project.replay(events, files: [work.folder["gone.xml"]], to: work.folder["r.samtale"])
    }
    #expect(try work.folder.names.filter { $0.hasPrefix("r.") } == [])
  }

  @Test func takesAnEventThatStandsTwiceForOneOrRefusesIt() throws {
    let (work, log, files) = try published()
    let events = try Event.log(log + log, named: "log.jsonl")
    let replayed = try Project.replay(events, files: files, to: work.folder["twice.samtale"])
    #expect(try replayed.head() == work.project.head())
    var other = events
    other[0].change.reason = "another"
    #expect(
      projectError { try Project.replay(other, files: files, to: work.folder["t.samtale"]) }
        == .tampered)
    #expect(try work.folder.names.filter { $0.hasPrefix("t.") } == [])
  }
}
