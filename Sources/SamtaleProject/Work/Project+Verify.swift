import Foundation
import GRDB
import Samtale

extension Project {
  /// Holds the file against itself: SQLite's own checks, the log's continuity, the sources, the
  /// places of codings, and the derived tables.
  ///
  /// Every event is linked to all before it, so what was changed, removed or put in anywhere is
  /// found. One thing no file can tell about itself: a log whose last events were removed together
  /// with their steps and everything derived from them is a sound, shorter log. Compare ``head()``
  /// with one that was noted, or merge a colleague's copy.
  /// - Returns: What is wrong, exactly; empty if nothing is.
  public func verify() throws -> [Diagnostic] {
    try alone { db in
      var found: [Diagnostic] = []
      // Lists of words are temporary tables, so it is no read-only transaction.
      try db.inTransaction(.deferred) {
        found = try problems(db)
        return .rollback
      }
      return found
    }
  }

  private func problems(_ db: Database) throws -> [Diagnostic] {
    var found = try guarded("SQLite's own checks") { try databaseProblems(db) }
    var versions: [String: String]?
    found += try guarded("the log") {
      let log = try LogCheck(db: db).run()
      guard let problem = log.problem else {
        versions = log.versions
        return []
      }
      return [self.problem(.brokenChain, problem.what, do: problem.remedy)]
    }
    guard let versions else { return found }
    let missing = try guarded("the sources") { try sourceProblems(db, versions) }
    found += missing
    found += try guarded("the anchors") { try anchorProblems(db, versions) }
    found += try guarded("the places of codings") { try placeProblems(db) }
    guard missing.isEmpty else { return found }
    return try found + guarded("the derived tables") { try derivedProblems(db) }
  }

  /// Turns what a damaged file makes of a check into a finding.
  private func guarded(_ what: String, _ check: () throws -> [Diagnostic]) throws -> [Diagnostic] {
    do { return try check() } catch let error as DatabaseError {
      guard error.resultCode != .SQLITE_BUSY else { throw error }
      return [unreadable(what, error.message ?? "\(error.resultCode)")]
    } catch { return [unreadable(what, "\(error)")] }
  }

  private func unreadable(_ what: String, _ why: String) -> Diagnostic {
    problem(
      .derivedState, "\(what) cannot be read: \(why)",
      do: "run samtale project rebuild; if that fails, restore a backup")
  }

  private func problem(
    _ code: DiagnosticCode, _ what: String, do remedy: String,
    _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(severity, code, file: path, what, do: remedy)
  }

  private func databaseProblems(_ db: Database) throws -> [Diagnostic] {
    let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
    var found = integrity.map {
      problem(.derivedState, "SQLite: \($0)", do: "restore a backup, then run verify again")
    }
    let keys = try Row.fetchAll(
      db, sql: "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")
    found += keys.map {
      problem(
        .derivedState,
        "\($0[2] as Int) rows of \($0[0] as String) point to nothing in \($0[1] as String)",
        do: "run samtale project rebuild")
    }
    return found
  }

  private func sourceProblems(
    _ db: Database, _ versions: [String: String]
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    var held: Set<String> = []
    let rows = try Row.fetchCursor(db, sql: "SELECT version, file, digest, bytes FROM source")
    while let row = try rows.next() {
      let version: String = row[0]
      let digest = Digest(of: Array(row[3] as Data))
      held.insert(version)
      guard digest.bytes != Array(row[2] as Data) || digest.version != version else { continue }
      found.append(
        problem(
          .missingSource, "the source \(version) (\(row[1] as String)) was altered",
          do: "restore a backup"))
    }
    for (version, file) in versions.sorted(by: { $0.key < $1.key }) where !held.contains(version) {
      found.append(
        problem(
          .missingSource, "the source \(version) (\(file)) is not in the project",
          do: "add the file \(file) again as it was, or restore a backup"))
    }
    return found
  }

  /// Anchors on versions of transcripts that neither a source nor the log knows.
  private func anchorProblems(
    _ db: Database, _ versions: [String: String]
  ) throws -> [Diagnostic] {
    var counts: [String: Int] = [:]
    let codings = try Row.fetchAll(
      db,
      sql: """
        SELECT CAST(json_extract(fields, '$.anchor.version') AS TEXT), count(*) FROM coding
        WHERE transcript IS NOT NULL GROUP BY 1
        """)
    for row in codings {
      guard let version = row[0] as String? else { continue }
      counts[version] = row[1]
    }
    var others = Study()
    let objects = try Row.fetchCursor(db, sql: "SELECT id, kind, fields FROM object")
    while let row = try objects.next() {
      guard let kind = ObjectKind(rawValue: row[1]) else { continue }
      others.set(row[0], StudyRecord(kind, try Value.fields(row[2])), kind: kind)
    }
    for version in others.anchors.compactMap(\.version) { counts[version, default: 0] += 1 }
    let held = Set(try String.fetchAll(db, sql: "SELECT version FROM source"))
    return counts.sorted { $0.key < $1.key }.compactMap { version, count in
      guard !held.contains(version), versions[version] == nil else { return nil }
      return problem(
        .missingSource,
        "\(count) codings, memos or others are anchored on the version \(version) of a transcript, "
          + "whose source is not in the project",
        do: "merge the copy in which they were made, or look at them with samtale code moved",
        .warning)
    }
  }

  private func placeProblems(_ db: Database) throws -> [Diagnostic] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT place.status, object.fields, count(DISTINCT place.coding) FROM place
        JOIN coding ON coding.key = place.coding LEFT JOIN object ON object.id = coding.transcript
        WHERE place.status <> 'unchanged' GROUP BY 1, 2 ORDER BY 1, 2
        """)
    return try rows.map { row in
      let name = try (row[1] as String?).map { try Value.fields($0)["name"]?.text ?? "?" } ?? "?"
      let count: Int = row[2]
      return row[0] == Placement.Status.lost.rawValue
        ? problem(
          .lostAnchor, "\(count) codings on \(name) are no longer found in its text",
          do: "list them with samtale code moved, and place or remove them", .warning)
        : problem(
          .changedAnchor, "\(count) codings on \(name) stand on words that were edited",
          do: "look at them with samtale code moved", .note)
    }
  }

  /// Folds the log into a temporary database and compares every derived table.
  private func derivedProblems(_ db: Database) throws -> [Diagnostic] {
    // An empty path is a temporary database of SQLite's, in memory or in a file as it grows.
    let anew = try DatabaseQueue(path: "")
    return try anew.write { copy in
      try Schema.renewDerived(copy)
      _ = try Self.fold(EventLog(db: db), SourceStore(db: db), into: copy)
      return try TableComparison.all.compactMap { table in
        try table.difference(db, copy).map {
          problem(.derivedState, $0, do: "run samtale project rebuild")
        }
      }
    }
  }
}
