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
    do {
      try project.perform(as: person.id, at: time) { editor in
        try editor.create(StudyProfile(id: editor.newIdentifier(), title: title, method: method))
        try editor.create(person, .join)
      }
    } catch {
      project.discard()
      throw error
    }
    return (project, person.id)
  }

  /// A project file without any event, to replay a log into.
  static func empty(_ path: String) throws -> Project {
    guard Files.isFolder(path) == nil else {
      throw ProjectError(.exists, "\(path) is there already", do: "choose another name")
    }
    return try explaining(path) {
      let queue = try connect(path)
      try prepare(queue)
      try queue.write { try Schema.create($0) }
      return Project(database: queue, path: path)
    }
  }

  /// Removes a project file that could not be finished.
  func discard() {
    // Whether or not SQLite can tidy up, its files are removed.
    do { try database.close() } catch {}
    for suffix in ["", "-wal", "-shm"] { Files.remove(path + suffix) }
  }

  /// Opens a project file.
  /// - Throws: ``ProjectError`` if there is none, or if it is no project of this version. A file that
  ///   is no project is left as it was.
  public static func open(_ path: String) throws -> Project {
    guard Files.isFolder(path) == false else {
      throw ProjectError(
        .missing, "there is no project file \(path)",
        do: "make one with: samtale project create \(path) TRANSCRIPTS")
    }
    let queue: DatabaseQueue
    let marks: (id: Int, version: Int)
    do {
      queue = try connect(path)
      marks = try Self.marks(queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw ProjectError(.notAProject, "\(path) is no project file", do: "name a .samtale file")
    } catch {
      return try explaining(path) { throw error }
    }
    guard marks.id == Schema.applicationID, marks.version > 0 else {
      throw ProjectError(
        .notAProject, "\(path) is a database, but no project of Samtale", do: "name a .samtale file"
      )
    }
    guard marks.version <= Schema.version else {
      throw ProjectError(
        .newer, "\(path) was made by a newer Samtale", do: "use that version or a later one")
    }
    try explaining(path) { try prepare(queue) }
    return Project(database: queue, path: path)
  }

  private static func marks(_ queue: DatabaseQueue) throws -> (id: Int, version: Int) {
    try queue.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      )
    }
  }

  /// Carries out a step: everything that `body` does is one transaction, undone as one.
  ///
  /// What `body` asks the project shows the step as it is so far; it cannot begin another step.
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
    try write { db in
      var random = SystemRandomNumberGenerator()
      let state = ProjectState(StoredState(db))
      let log = EventLog(db: db)
      var editor = StudyEditor(
        state, lamport: try log.lamport(), conflicts: try ConflictTable.read(db),
        signature: .init(actor: actor, at: time, phase: phase, seed: random.next()))
      let before = editor.conflicts
      let result = try body(&editor)
      guard try state.stored.object(Researcher.self, actor) != nil else {
        throw ProjectError.nobody(actor)
      }
      try log.append(editor.events)
      try PlaceTable(state.stored).update()
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
