import Foundation
import GRDB
import Samtale

/// A project file: the log of a study's events, the sources of its transcripts, and tables derived
/// from both.
///
/// ```swift
/// let project = try Project.open("study.samtale")
/// let anna = try project.researcher("Anna")
/// try project.perform(as: anna.id) { editor in
///   try editor.createCode("Waits to be asked")
/// }
/// ```
///
/// The file is SQLite (application id `SMTL`, write-ahead log). Every step is one transaction that is
/// on the disk before it is acknowledged.
public struct Project: Sendable {
  let database: DatabaseQueue
  public let path: String

  /// Makes a project file with a study and its first researcher.
  ///
  /// The time is stated by the caller, who may be replaying history.
  /// - Throws: ``ProjectError`` if the file exists.
  public static func create(
    _ path: String, title: String, method: MethodProfile, researcher: String,
    at time: Timestamp = .now
  ) throws -> (project: Project, researcher: Identifier) {
    let project = try empty(path)
    var random = SystemRandomNumberGenerator()
    let person = Researcher(id: Identifier(at: time, using: &random), name: researcher)
    try project.perform(as: person.id, at: time) { editor in
      try editor.create(StudyProfile(id: editor.newIdentifier(), title: title, method: method))
      try editor.create(person, .join)
    }
    return (project, person.id)
  }

  /// A project file without any event, to replay a log into.
  static func empty(_ path: String) throws -> Project {
    guard Files.isFolder(path) == nil else {
      throw ProjectError(.exists, "\(path) is there already", do: "choose another name")
    }
    let project = Project(database: try queue(path), path: path)
    try project.database.write { try Schema.create($0) }
    return project
  }

  /// Opens a project file.
  /// - Throws: ``ProjectError`` if there is none, or if it is no project of this version.
  public static func open(_ path: String) throws -> Project {
    guard Files.isFolder(path) == false else {
      throw ProjectError(
        .missing, "there is no project file \(path)",
        do: "make one with: samtale project create \(path) TRANSCRIPTS")
    }
    let project: Project
    let marks: (id: Int, version: Int)
    do {
      project = Project(database: try queue(path), path: path)
      marks = try project.database.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        )
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw ProjectError(.notAProject, "\(path) is no project file", do: "name a .samtale file")
    }
    guard marks.id == Schema.applicationID else {
      throw ProjectError(
        .notAProject, "\(path) is a database, but no project of Samtale", do: "name a .samtale file"
      )
    }
    guard marks.version <= Schema.version else {
      throw ProjectError(
        .newer, "\(path) was made by a newer Samtale", do: "use that version or a later one")
    }
    return project
  }

  private static func queue(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      // A step that was acknowledged survives a loss of power too.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Carries out a step: everything that `body` does is one transaction, undone as one.
  /// - Parameters:
  ///   - actor: The researcher who does it.
  ///   - phase: The phase of the method in which it is done.
  ///   - time: When it is done.
  ///   - body: Makes the changes.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, after taking everything back; ``ProjectError``.
  @discardableResult
  public func perform<Result>(
    as actor: Identifier, phase: Phase? = nil, at time: Timestamp = .now,
    _ body: (inout StudyEditor<ProjectState>) throws -> Result
  ) throws -> Result {
    try database.write { db in
      var random = SystemRandomNumberGenerator()
      let state = ProjectState(StoredState(db))
      let log = EventLog(db: db)
      var editor = StudyEditor(
        state, lamport: try log.lamport(), conflicts: try ConflictTable.read(db),
        signature: .init(actor: actor, at: time, phase: phase, seed: random.next()))
      let before = editor.conflicts
      let result = try body(&editor)
      guard try state.stored.object(Researcher.self, actor) != nil else {
        throw ProjectError(
          .unknown, "nobody in this project has the identifier \(actor)",
          do: "add the researcher first")
      }
      try log.append(editor.events)
      try PlaceTable(db: db, state: state.stored).update()
      if editor.conflicts != before { try ConflictTable.write(editor.conflicts, db) }
      return result
    }
  }
}

/// The state of a project inside a step. It lives as long as the step.
public struct ProjectState: StudyState {
  let stored: StoredState

  init(_ stored: StoredState) { self.stored = stored }

  public func record(_ id: Identifier) throws -> Samtale.Record? { try stored.record(id) }

  public func objects(of kind: ObjectKind) throws -> [(id: Identifier, record: Samtale.Record)] {
    try stored.objects(of: kind)
  }

  public func isReferenced(_ id: Identifier) throws -> Bool { try stored.isReferenced(id) }

  public mutating func set(_ id: Identifier, _ record: Samtale.Record?, kind: ObjectKind) throws {
    try stored.set(id, record, kind: kind)
  }
}

extension Timestamp {
  /// The present moment.
  public static var now: Timestamp {
    Timestamp(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
