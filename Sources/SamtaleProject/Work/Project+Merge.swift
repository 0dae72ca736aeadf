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
    /// Conflicts that are open now.
    public var conflicts: [Conflict]
  }

  /// Unites this file with another copy of the same project, taking over the other's events.
  ///
  /// The same event twice is harmless. What two people did at odds with each other becomes a
  /// conflict. Private memos of the other file are not taken over.
  /// - Throws: ``ProjectError`` if the other file is of another project, or if an event differs
  ///   between the files although it has the same identifier.
  @discardableResult
  public func merge(_ other: Project, includesPrivate: Bool = false) throws -> MergeReport {
    let (theirs, private_, sources) = try other.shared(includesPrivate: includesPrivate)
    guard try all(StudyProfile.self).first?.id == other.all(StudyProfile.self).first?.id else {
      throw ProjectError(
        .otherStudy, "\(other.path) is not a copy of this project",
        do: "merge copies of one project file; take codes over with samtale code import")
    }
    return try database.write { db in
      for row in sources {
        try db.execute(
          sql: "INSERT OR IGNORE INTO source(version, file, digest, bytes) VALUES (?, ?, ?, ?)",
          arguments: row)
      }
      return try Self.unite(theirs, keptPrivate: private_, db)
    }
  }

  private static func unite(_ theirs: [Event], keptPrivate: Int, _ db: Database) throws
    -> MergeReport
  {
    let log = EventLog(db: db)
    let body = try db.makeStatement(sql: "SELECT body FROM event WHERE id = ?")
    var new: [Event] = []
    for event in theirs {
      guard let known = try String.fetchOne(body, arguments: [event.id]) else {
        new.append(event)
        continue
      }
      guard known == event.value.jsonText else {
        throw ProjectError(
          .tampered, "event \(event.id) is not the same in both files",
          do: "run samtale project verify on both; one of them was altered")
      }
    }
    try log.append(new)
    if !new.isEmpty { _ = try rebuild(db) }
    return MergeReport(
      added: new.count, known: theirs.count - new.count, keptPrivate: keptPrivate,
      conflicts: try ConflictTable.read(db))
  }

  /// What this file gives to another: events in the order of the fold, without those on private
  /// memos, and sources.
  private func shared(includesPrivate: Bool) throws -> ([Event], Int, [StatementArguments]) {
    try database.read { db in
      let hidden = includesPrivate ? [] : try Self.privateObjects(db)
      var events: [Event] = []
      var kept = 0
      try EventLog(db: db).forEach(inFoldOrder: true) {
        if hidden.contains($0.change.object) { kept += 1 } else { events.append($0) }
      }
      let rows = try Row.fetchAll(db, sql: "SELECT version, file, digest, bytes FROM source")
      return (
        events, kept, rows.map { [$0[0] as String, $0[1] as String, $0[2] as Data, $0[3] as Data] }
      )
    }
  }

  /// Memos that are private now, and what points to them; removed ones count by their last state.
  static func privateObjects(_ db: Database) throws -> Set<Identifier> {
    var latest: [Identifier: String] = [:]
    try EventLog(db: db).forEach(inFoldOrder: true) { event in
      guard event.change.kind == .memo else { return }
      if let seen = event.change.after?["visibility"]?.text {
        latest[event.change.object] = seen
      }
    }
    return Set(latest.filter { $0.value == Memo.Visibility.personal.rawValue }.keys)
  }

  /// The log as JSON Lines, without private memos unless asked for.
  public func logText(includesPrivate: Bool = false) throws -> (text: [UInt8], keptPrivate: Int) {
    let (events, kept, _) = try shared(includesPrivate: includesPrivate)
    return (Event.log(events), kept)
  }
}
