import Foundation
import GRDB
import Samtale

extension Project {
  /// What uniting two files did.
  public struct MergeReport: Sendable {
    /// Events that were new here.
    public var added: Int
    /// Events that both files held already.
    public var known: Int
    /// Events about private journal entries and memos of the others, which stay in their file.
    public var keptPrivate: Int
    /// What the researchers have to settle.
    public var conflicts: [Conflict]
  }

  /// Takes over the events and sources of another copy of this project. The result does not depend
  /// on who merges whom, or in which order.
  /// - Parameters:
  ///   - other: A copy that somebody else has worked on; it stays as it is.
  ///   - includesPrivate: Whether private memos are taken over too.
  /// - Returns: How many events were taken over, and what is to be settled.
  /// - Throws: ``ProjectError`` if the other is no copy of this project, or was tampered with;
  ///   nothing is taken over then.
  @discardableResult
  public func merge(_ other: Project, includesPrivate: Bool = false) throws -> MergeReport {
    guard try all(StudyProfile.self).first?.id == other.all(StudyProfile.self).first?.id else {
      throw ProjectError(
        .otherStudy, "\(other.path) is not a copy of this project",
        do: "merge copies of one project file; take codes over with samtale code import")
    }
    guard other.database !== database, !Files.areSame(path, other.path) else {
      return MergeReport(
        added: 0, known: try head().events, keptPrivate: 0, conflicts: try conflicts())
    }
    // A connection of its own: two files may be merged into each other at the same time.
    let reader = try Project.open(other.path)
    return try write { db in
      try reader.read { theirs in
        try other.requireSound(theirs)
        var report = try Self.unite(theirs, includesPrivate: includesPrivate, into: db)
        try Self.copySources(theirs, from: other.path, into: db)
        if report.added > 0 { _ = try Self.rebuild(db) }
        report.conflicts = try ConflictTable.read(db)
        return report
      }
    }
  }

  /// Refuses a file whose log does not hold together.
  func requireSound(_ db: Database) throws {
    guard let problem = try LogCheck(db: db).run().problem else { return }
    throw ProjectError(
      .tampered, "\(path) cannot be merged: \(problem.what)",
      do: "run samtale project verify on it, and take a sound copy")
  }

  static func unite(
    _ theirs: Database, includesPrivate: Bool, into db: Database
  ) throws -> MergeReport {
    let hidden = includesPrivate ? [] : try hiddenMemos(theirs)
    var report = MergeReport(added: 0, known: 0, keptPrivate: 0, conflicts: [])
    let known = try db.makeStatement(sql: "SELECT body FROM event WHERE id = ?")
    var log = try LogWriter(EventLog(db: db))
    let rows = try Row.fetchCursor(
      theirs, sql: "SELECT id, object, body FROM event ORDER BY lamport, id")
    while let row = try rows.next() {
      let (id, object, body): (Identifier, Identifier, String) = (row[0], row[1], row[2])
      if let mine = try String.fetchOne(known, arguments: [id]) {
        guard mine == body else {
          throw ProjectError(
            .tampered, "event \(id) is not the same in both files",
            do: "run samtale project verify on both; one of them was altered")
        }
        report.known += 1
      } else if hidden.contains(object) {
        report.keptPrivate += 1
      } else {
        let event = try Event(try Value(json: body))
        do { try event.requireEarly() } catch {
          throw ProjectError(
            .tampered, "event \(id) of the other file cannot be taken over: \(error)",
            do: "take a copy from before it was written")
        }
        try log.append(event)
        report.added += 1
      }
    }
    try log.finish()
    return report
  }

  static func copySources(
    _ theirs: Database, from path: String, into db: Database
  ) throws {
    let sources = SourceStore(db: db)
    let known = Set(try String.fetchAll(db, sql: "SELECT version FROM source"))
    let rows = try Row.fetchCursor(theirs, sql: "SELECT version, file, bytes FROM source")
    while let row = try rows.next() {
      let version: String = row[0]
      guard !known.contains(version) else { continue }
      guard try sources.add(Array(row[2] as Data), file: row[1]) == version else {
        throw ProjectError(
          .tampered, "the source \(version) in \(path) was altered",
          do: "run samtale project verify on it, and take a sound copy")
      }
    }
  }

  /// Memos that were ever meant for fewer people than `visible` says, and memos about them: the log
  /// holds every wording.
  static func hiddenMemos(
    _ db: Database, showing visible: Set<Memo.Visibility> = [.team, .export]
  ) throws -> Set<Identifier> {
    var latest: [Identifier: (isPrivate: Bool, target: Identifier?)] = [:]
    let shown = Set(visible.map(\.rawValue))
    // Quotation marks inside texts are escaped, so no event on a memo is missed.
    try EventLog(db: db).forEach(inFoldOrder: true, where: "instr(body, '\"kind\":\"memo\"') > 0") {
      guard $0.change.kind == .memo else { return }
      var memo = latest[$0.change.object] ?? (false, nil)
      for fields in [$0.change.before, $0.change.after] {
        if let seen = fields?["visibility"]?.text, !shown.contains(seen) { memo.isPrivate = true }
        if let target = fields?["target"]?.identifier { memo.target = target }
      }
      latest[$0.change.object] = memo
    }
    var hidden = Set(latest.filter(\.value.isPrivate).keys)
    while true {
      let more = latest.filter { id, memo in
        !hidden.contains(id) && memo.target.map(hidden.contains) ?? false
      }
      guard !more.isEmpty else { return hidden }
      hidden.formUnion(more.keys)
    }
  }

  /// The log as JSON Lines with memos of some visibilities, and how many events on memos were left
  /// out: a memo that was ever meant for fewer people is left out with all its events.
  public func logText(
    memos: Set<Memo.Visibility> = [.team, .export]
  ) throws -> (text: [UInt8], keptPrivate: Int) {
    try read { db in
      let hidden = try Self.hiddenMemos(db, showing: memos)
      var text: [UInt8] = []
      var kept = 0
      let rows = try Row.fetchCursor(db, sql: "SELECT object, body FROM event ORDER BY lamport, id")
      while let row = try rows.next() {
        guard !hidden.contains(row[0]) else {
          kept += 1
          continue
        }
        text.append(contentsOf: (row[1] as String).utf8)
        text.append(0x0A)
      }
      return (text, kept)
    }
  }
}
