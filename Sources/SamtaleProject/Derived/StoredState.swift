import GRDB
import Samtale

/// The present state of a project in its tables, inside one transaction.
///
/// A class since it stands for the one state of the database: it remembers objects that were looked
/// up, and which codings and transcripts were touched, whose places are worked out afterwards.
final class StoredState: StudyState {
  let db: Database
  private var known: [Identifier: StudyRecord?] = [:]
  private var kinds: [ObjectKind: Set<Identifier>] = [:]
  /// Codings whose places must be worked out.
  var touchedCodings: Set<Identifier> = []
  /// Transcripts whose text or state has changed.
  var touchedTranscripts: Set<Identifier> = []

  init(_ db: Database) { self.db = db }

  func record(_ id: Identifier) throws -> StudyRecord? {
    if let record = known[id] { return record }
    let record = try objectRow(id) ?? codingRow(id)
    if record?.kind != .coding { known[id] = .some(record) }
    return record
  }

  private func objectRow(_ id: Identifier) throws -> StudyRecord? {
    let statement = try db.cachedStatement(sql: "SELECT kind, fields FROM object WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { try StoredState.record($0) }
  }

  private func codingRow(_ id: Identifier) throws -> StudyRecord? {
    let statement = try db.cachedStatement(sql: "SELECT fields FROM coding WHERE id = ?")
    return try String.fetchOne(statement, arguments: [id]).map {
      StudyRecord(.coding, try Value.fields($0))
    }
  }

  private static func record(_ row: Row) throws -> StudyRecord {
    guard let kind = ObjectKind(rawValue: row[0]) else {
      throw ProjectError(
        .newer, "the project holds a “\(row[0] as String)”", do: "use a newer Samtale")
    }
    return StudyRecord(kind, try Value.fields(row[1]))
  }

  func objects(of kind: ObjectKind) throws -> [(id: Identifier, record: StudyRecord)] {
    if kind == .coding { return try codings() }
    if kinds[kind] == nil {
      var members: Set<Identifier> = []
      let statement = try db.cachedStatement(
        sql: "SELECT kind, fields, id FROM object WHERE kind = ?")
      let rows = try Row.fetchCursor(statement, arguments: [kind.rawValue])
      while let row = try rows.next() {
        let id: Identifier = row[2]
        known[id] = .some(try StoredState.record(row))
        members.insert(id)
      }
      kinds[kind] = members
    }
    return try (kinds[kind] ?? []).sorted().compactMap { id in
      try record(id).map { (id, $0) }
    }
  }

  private func codings() throws -> [(id: Identifier, record: StudyRecord)] {
    var all: [(Identifier, StudyRecord)] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, fields FROM coding ORDER BY id")
    while let row = try rows.next() {
      all.append((row[0], StudyRecord(.coding, try Value.fields(row[1]))))
    }
    return all
  }

  func isReferenced(_ id: Identifier) throws -> Bool {
    for sql in [
      "SELECT 1 FROM pointer WHERE target = ? LIMIT 1",
      "SELECT 1 FROM coding WHERE code = ? LIMIT 1",
      "SELECT 1 FROM coding WHERE transcript = ? LIMIT 1",
    ] where try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) != nil {
      return true
    }
    guard let kind = try record(id)?.kind, kind == .researcher || kind == .round else {
      return false
    }
    // Researchers and rounds are seldom removed, and coders have no index.
    let text = id.description
    return try Int.fetchOne(
      db, sql: "SELECT 1 FROM coding WHERE coder = ? OR fields LIKE ? LIMIT 1",
      arguments: [id, "%\(text)%"]) != nil
  }

  func set(_ id: Identifier, _ record: StudyRecord?, kind: ObjectKind) throws {
    if kind == .coding { return try setCoding(id, record) }
    try db.cachedStatement(sql: "DELETE FROM pointer WHERE source = ?").execute(arguments: [id])
    if let record {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO object(id, kind, fields) VALUES (?, ?, ?)"
      ).execute(arguments: [id, kind.rawValue, record.json])
      let point = try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO pointer(target, source) VALUES (?, ?)")
      for target in record.references { try point.execute(arguments: [target, id]) }
    } else {
      try db.cachedStatement(sql: "DELETE FROM object WHERE id = ?").execute(arguments: [id])
    }
    known[id] = .some(record)
    if kinds[kind] != nil {
      if record == nil { kinds[kind]?.remove(id) } else { kinds[kind]?.insert(id) }
    }
    if kind == .transcript { touchedTranscripts.insert(id) }
  }

  private func setCoding(_ id: Identifier, _ record: StudyRecord?) throws {
    touchedCodings.insert(id)
    known[id] = nil
    guard let record else {
      try db.cachedStatement(
        sql: "DELETE FROM place WHERE coding = (SELECT key FROM coding WHERE id = ?)"
      ).execute(arguments: [id])
      try db.cachedStatement(sql: "DELETE FROM coding WHERE id = ?").execute(arguments: [id])
      return
    }
    let fields = record.fields
    let transcript = fields["anchor"]?.object?["transcript"]?.identifier
    let arguments: StatementArguments = [
      fields["code"]?.identifier, fields["coder"]?.identifier, transcript, record.json, id,
    ]
    let update = try db.cachedStatement(
      sql: "UPDATE coding SET code = ?, coder = ?, transcript = ?, fields = ? WHERE id = ?")
    try update.execute(arguments: arguments)
    guard db.changesCount == 0 else { return }
    try db.cachedStatement(
      sql: "INSERT INTO coding(code, coder, transcript, fields, id) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: arguments)
  }
}
