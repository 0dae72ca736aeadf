import Foundation
import GRDB
import Samtale
import Testing

@testable import SamtaleProject

/// A folder for one test, removed with everything in it when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "samtale-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(_ name: String) -> String { path + "/" + name }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// A small project in a folder of its own: Anna and Bjørn, and a meeting of six turns.
struct Workshop {
  let folder: TemporaryFolder
  let project: Project
  let anna: Identifier
  let bjorn: Identifier

  static let talk = [
    "Skal vi begynne med søknaden?", "Ja, den er nesten ferdig nå.",
    "Jeg vil gjerne gå gjennom den én gang til.", "Mm.",
    "Da ringer jeg arbeidsgiveren i morgen.", "Å, det er fint, tusen takk.",
  ]

  init(method: MethodProfile = .reflexiveTA) throws {
    folder = try TemporaryFolder()
    (project, anna) = try Project.create(
      folder["study.samtale"], title: "Veien til arbeid", method: method, researcher: "Anna")
    let second = try project.perform(as: anna) { editor in
      let person = Researcher(id: editor.newIdentifier(), name: "Bjørn")
      try editor.create(person, .join)
      return person.id
    }
    bjorn = second
    _ = try add("meeting", Self.talk)
  }

  /// A TEI document of some turns, `u1` onwards, by two people in turns.
  static func document(_ id: String?, _ turns: [String]) -> String {
    let name = id.map { " xml:id=\"\($0)\"" } ?? ""
    let body = turns.enumerated().map { i, text in
      "<u xml:id=\"u\(i + 1)\" who=\"#\(i % 2 == 0 ? "a" : "b")\">\(text)</u>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0"\(name) xml:lang="nb">
      <teiHeader><fileDesc><titleStmt><title>\(id ?? "?")</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <profileDesc><particDesc><listPerson><person xml:id="a"><persName>Kari</persName></person>
      <person xml:id="b"/></listPerson></particDesc></profileDesc></teiHeader>
      <text><body>\(body.joined(separator: "\n"))</body></text></TEI>
      """
  }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let path = folder[name]
    try FileManager.default.createDirectory(
      atPath: String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]),
      withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Adds or corrects a transcript.
  func add(
    _ name: String, _ turns: [String], to other: Project? = nil
  ) throws -> Project.TranscriptChange {
    let path = try write(Self.document(name, turns), to: "\(name).xml")
    let changes = try (other ?? project).addTranscripts([path], as: anna).changes
    return try #require(changes.first)
  }

  var meeting: TranscriptVersion {
    get throws {
      let all = try project.all(StudyTranscript.self)
      return try project.transcript(try #require(all.first { $0.name == "meeting" }).id)
    }
  }

  /// Makes a code and gives it to some turns, in one step.
  @discardableResult
  func code(
    _ name: String, turns: [String] = [], in other: Project? = nil, as actor: Identifier? = nil
  ) throws -> Identifier {
    let version = try meeting
    return try (other ?? project).perform(as: actor ?? anna) { editor in
      let code = try editor.createCode(name)
      for turn in turns { try editor.apply(code, to: version.anchor(from: turn, to: turn)) }
      return code
    }
  }

  /// A copy of the project as a colleague takes it home.
  func copy(_ name: String) throws -> Project {
    let path = folder[name]
    try project.backup(to: path)
    return try Project.open(path)
  }

  /// A correct project: nothing is wrong, and everything derived can be derived again.
  func expectSound(_ other: Project? = nil, at location: SourceLocation = #_sourceLocation) throws {
    let project = other ?? self.project
    #expect(try project.verify() == [], sourceLocation: location)
    let (study, tables) = (try project.study(), try project.tables())
    try project.rebuild()
    #expect(try project.study() == study, sourceLocation: location)
    #expect(try project.tables() == tables, sourceLocation: location)
    let folded = Study.folding(try project.events())
    #expect(folded.study == study, sourceLocation: location)
    #expect(try project.conflicts() == folded.conflicts, sourceLocation: location)
  }
}

extension Project {
  /// Every derived table, row by row, without the numbers of rows.
  func tables() throws -> [String: [String]] {
    try database.writeWithoutTransaction { db in
      var tables: [String: [String]] = [:]
      for table in TableComparison.all {
        if let preparation = table.preparation { try db.execute(sql: preparation) }
        tables[table.name] = try Row.fetchAll(db, sql: table.sql).map { "\($0.databaseValues)" }
        if table.preparation != nil { try db.execute(sql: "DROP TABLE temp.words") }
      }
      return tables
    }
  }

  /// Does what only somebody with another program would do to a file.
  func damage(_ sql: String, _ arguments: StatementArguments = []) throws {
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "DROP TRIGGER IF EXISTS event_is_not_altered")
      try db.execute(sql: "DROP TRIGGER IF EXISTS event_is_not_deleted")
      try db.execute(sql: sql, arguments: arguments)
    }
  }

  func count(_ sql: String) throws -> Int {
    try database.read { try Int.fetchOne($0, sql: sql) ?? 0 }
  }

  func codeNames() throws -> [String] { try all(Code.self).map(\.name) }
}

extension Digest {
  var data: Data { Data(bytes) }
}

/// The code of the ``ProjectError`` that something throws.
func projectError<Result>(_ body: () throws -> Result) -> ProjectError.Code? {
  do {
    _ = try body()
    return nil
  } catch { return (error as? ProjectError)?.code }
}

/// The rule that something breaks.
func brokenRule<Result>(_ body: () throws -> Result) -> RuleViolation.Rule? {
  do {
    _ = try body()
    return nil
  } catch { return (error as? RuleViolation)?.rule }
}
