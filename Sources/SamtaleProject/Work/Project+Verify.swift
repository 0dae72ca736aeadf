import Foundation
import GRDB
import Samtale

extension Project {
  /// Holds the file against itself: the log's continuity, the derived tables, the sources, the
  /// places of codings, and SQLite's own checks.
  /// - Returns: What is wrong, exactly; empty if nothing is.
  public func verify() throws -> [Diagnostic] {
    try database.read { db in
      var found = try databaseProblems(db)
      found += try chainProblems(db)
      found += try sourceProblems(db)
      found += try placeProblems(db)
      if !found.contains(where: { $0.code == .brokenChain || $0.code == .missingSource }) {
        found += try derivedProblems(db)
      }
      return found
    }
  }

  private func problem(
    _ code: DiagnosticCode, _ what: String, do remedy: String,
    _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(severity, code, file: path, what, do: remedy)
  }

  private func databaseProblems(_ db: Database) throws -> [Diagnostic] {
    let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
    let keys = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    return integrity.map {
      problem(.derivedState, "SQLite: \($0)", do: "restore a backup, then run verify again")
    }
      + keys.map {
        problem(
          .derivedState, "a row of \($0[0] as String) points to nothing in \($0[2] as String)",
          do: "run samtale project rebuild")
      }
  }

  /// Recomputes every digest and holds each event's columns against its text.
  private func chainProblems(_ db: Database) throws -> [Diagnostic] {
    var chain = EventLog.start
    var expected = 1
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sequence, event.id, lamport, object, body, chain, step.id FROM event
        LEFT JOIN step ON step.key = event.step ORDER BY sequence
        """)
    while let row = try rows.next() {
      let sequence: Int = row[0]
      guard sequence == expected else {
        return [
          problem(
            .brokenChain, "event \(expected) is missing from the log",
            do: "restore a backup, or merge a colleague's copy into a backup")
        ]
      }
      let body: String = row[4]
      chain = EventLog.link(chain, Array(body.utf8))
      guard chain == Array(row[5] as Data) else {
        return [
          problem(
            .brokenChain, "the log was altered at event \(sequence): its digest does not fit",
            do: "restore a backup; everything before event \(sequence) is sound")
        ]
      }
      let event: Event
      do { event = try Event(try Value(json: body)) } catch {
        return [
          problem(
            .brokenChain, "event \(sequence) cannot be read: \(error)", do: "restore a backup")
        ]
      }
      guard event.id == row[1], event.lamport == row[2], event.change.object == row[3],
        event.step == row[6]
      else {
        return [
          problem(
            .brokenChain, "the columns of event \(sequence) are not those of its text",
            do: "restore a backup")
        ]
      }
      expected += 1
    }
    return []
  }

  private func sourceProblems(_ db: Database) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT version, file, digest, bytes FROM source")
    while let row = try rows.next() {
      let digest = Digest(of: Array(row[3] as Data))
      guard digest.bytes == Array(row[2] as Data), digest.version == row[0] else {
        found.append(
          problem(
            .missingSource, "the source \(row[1] as String) was altered",
            do: "restore a backup, or add the original file again"))
        continue
      }
    }
    let versions = Set(try String.fetchAll(db, sql: "SELECT version FROM source"))
    for transcript in try StoredState(db).all(StudyTranscript.self)
    where !versions.contains(transcript.version) {
      found.append(
        problem(
          .missingSource, "the source of \(transcript.name) is not in the project",
          do: "add the file \(transcript.file) again"))
    }
    return found
  }

  private func placeProblems(_ db: Database) throws -> [Diagnostic] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT place.status, object.fields, count(DISTINCT place.coding) FROM place
        JOIN coding ON coding.key = place.coding LEFT JOIN object ON object.id = coding.transcript
        WHERE place.status <> 'unchanged' GROUP BY 1, 2
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

  /// Folds the log into an empty database in memory and compares every derived table.
  private func derivedProblems(_ db: Database) throws -> [Diagnostic] {
    let fresh = try DatabaseQueue()
    return try fresh.write { copy in
      try Schema.create(copy)
      try Self.copyTruth(db, copy)
      _ = try Self.rebuild(copy)
      return try Self.comparisons.compactMap { name, sql in
        let (mine, anew) = (try Self.digest(db, sql), try Self.digest(copy, sql))
        guard mine.digest != anew.digest else { return nil }
        return problem(
          .derivedState,
          "the table of \(name) (\(mine.rows) rows) is not what the log folds to (\(anew.rows) rows)",
          do: "run samtale project rebuild")
      }
    }
  }

  private static func copyTruth(_ db: Database, _ copy: Database) throws {
    let tables = [
      ("step", 5, "key"), ("event", 7, "sequence"), ("source", 4, "version"),
    ]
    for (table, width, order) in tables {
      let insert = try copy.makeStatement(
        sql:
          "INSERT INTO \(table) VALUES (\(Array(repeating: "?", count: width).joined(separator: ",")))"
      )
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY \(order)")
      while let row = try rows.next() {
        try insert.execute(arguments: StatementArguments(row.databaseValues))
      }
    }
  }

  /// What is compared: without the numbers of rows, which depend on the order of work.
  private static let comparisons = [
    ("objects", "SELECT id, kind, fields FROM object ORDER BY id"),
    ("pointers", "SELECT target, source FROM pointer ORDER BY target, source"),
    ("codings", "SELECT id, code, coder, transcript, fields FROM coding ORDER BY id"),
    (
      "utterances",
      "SELECT transcript, position, name, speaker, line, text FROM utterance ORDER BY 1, 2"
    ),
    (
      "places",
      """
      SELECT coding.id, part, utterance.transcript, utterance.position, first, last, status
      FROM place JOIN coding ON coding.key = place.coding
      LEFT JOIN utterance ON utterance.key = place.utterance ORDER BY 1, 2
      """
    ),
    ("conflicts", "SELECT event, body FROM conflict ORDER BY event, body"),
  ]

  private static func digest(_ db: Database, _ sql: String) throws -> (digest: Digest, rows: Int) {
    var parts: [[UInt8]] = []
    var rows = 0
    var running = Digest(of: [])
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      rows += 1
      parts.append(Array("\(row.databaseValues)".utf8))
      if parts.count == 1000 {
        running = Digest(parts: [running.bytes] + parts)
        parts.removeAll(keepingCapacity: true)
      }
    }
    return (Digest(parts: [running.bytes] + parts), rows)
  }

  /// Writes a copy of the project, whole and readable by itself, while others may go on working.
  /// - Throws: ``ProjectError`` if there is a file of that name.
  public func backup(to path: String) throws {
    guard Files.isFolder(path) == nil else {
      throw ProjectError(.exists, "\(path) is there already", do: "choose another name")
    }
    let temporary = path + ".tmp"
    Files.remove(temporary)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
    }
    try Files.rename(temporary, to: path)
  }
}
