import Foundation
import GRDB
import Samtale
import Testing

@testable import SamtaleProject

@Suite struct OpeningTests {
  @Test func opensWhatWasCreated() throws {
    let work = try Workshop()
    let again = try Project.open(work.project.path)
    #expect(try again.study() == work.project.study())
    #expect(try again.all(StudyProfile.self).map(\.title) == ["Veien til arbeid"])
    #expect(try again.all(Researcher.self).map(\.name) == ["Anna", "Bjørn"])
  }

  @Test func doesNotCreateOverAFile() throws {
    let work = try Workshop()
    let before = try work.project.head()
    let code = projectError {
      _ = try Project.create(work.project.path, title: "B", method: .none, researcher: "B")
    }
    #expect(code == .exists)
    #expect(try work.project.head() == before)
  }

  @Test func leavesNothingBehindIfItCannotCreate() throws {
    let folder = try TemporaryFolder()
    let rule = brokenRule {
      _ = try Project.create(folder["a.samtale"], title: " ", method: .none, researcher: "A")
    }
    #expect(rule == .badValue)
    #expect(try folder.names == [])
    let code = projectError {
      _ = try Project.create(folder["no/a.samtale"], title: "A", method: .none, researcher: "A")
    }
    #expect(code == .notWritable)
  }

  @Test func saysThatThereIsNone() throws {
    let folder = try TemporaryFolder()
    #expect(projectError { _ = try Project.open(folder["none.samtale"]) } == .missing)
    #expect(projectError { _ = try Project.open(folder.path) } == .missing)
    #expect(try folder.names == [])
  }

  @Test(arguments: ["", "<TEI/>", String(repeating: "no database at all ", count: 200)])
  func refusesAFileThatIsNoDatabase(content: String) throws {
    let folder = try TemporaryFolder()
    try Data(content.utf8).write(to: URL(filePath: folder["a.samtale"]))
    #expect(projectError { _ = try Project.open(folder["a.samtale"]) } == .notAProject)
    #expect(try Data(contentsOf: URL(filePath: folder["a.samtale"])) == Data(content.utf8))
    #expect(try folder.names == ["a.samtale"])
  }

  @Test func leavesAnotherDatabaseAsItWas() throws {
    let folder = try TemporaryFolder()
    let path = folder["other.db"]
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE event(a); INSERT INTO event VALUES (1)") }
    try queue.close()
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(projectError { _ = try Project.open(path) } == .notAProject)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try folder.names == ["other.db"])
  }

  @Test func refusesANewerVersion() throws {
    let work = try Workshop()
    let copy = try work.copy("newer.samtale")
    try copy.damage("PRAGMA user_version = 99")
    try copy.close()
    #expect(projectError { _ = try Project.open(copy.path) } == .newer)
  }

  @Test func isOneFileWhenItIsClosed() throws {
    let folder = try TemporaryFolder()
    let path = folder["a.samtale"]
    let (project, _) = try Project.create(path, title: "A", method: .none, researcher: "A")
    try project.close()
    #expect(try folder.names == ["a.samtale"])
    do {
      let again = try Project.open(path)
      let researcher = try #require(try again.all(Researcher.self).first)
      try again.perform(as: researcher.id) { try $0.createCode("B") }
      #expect(try folder.names.contains("a.samtale-wal"))
    }
    #expect(try folder.names == ["a.samtale"])
  }

  @Test func waitsForTheDiskBeforeItAcknowledges() throws {
    let work = try Workshop()
    for project in [work.project, try Project.open(work.project.path), try work.copy("b.samtale")] {
      #expect(try project.count("PRAGMA synchronous") == 2)
      #expect(
        try project.database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }
  }

  @Test func opensAFileThatCannotBeWrittenOrSaysSo() throws {
    let work = try Workshop()
    let copy = try work.copy("locked.samtale")
    try copy.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: copy.path)
    guard !FileManager.default.isWritableFile(atPath: copy.path) else { return }
    do {
      let project = try Project.open(copy.path)
      let code = projectError { try project.perform(as: work.anna) { try $0.createCode("B") } }
      #expect(code == .notWritable)
    } catch let error as ProjectError { #expect(error.code == .notWritable) }
  }

  @Test func backsUpWholeAndLeavesNothingElse() throws {
    let work = try Workshop()
    try work.code("Ringer", turns: ["u5"])
    let copy = try work.copy("copy.samtale")
    #expect(try copy.tables() == work.project.tables())
    #expect(try copy.head() == work.project.head())
    #expect(projectError { try work.project.backup(to: copy.path) } == .exists)
    #expect(projectError { try work.project.backup(to: work.folder["no/b.samtale"]) } != nil)
    try copy.close()
    #expect(try work.folder.names.filter { $0.hasPrefix("copy") } == ["copy.samtale"])
  }
}
