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
  /// The rows of codings, if the tables were empty at the beginning and everything goes through
  /// here: what is not in it need not be looked for. Places are then worked out all at once.
  private var codingRows: [Identifier: Int]?

  /// The state in some tables, which are empty if `isFresh`.
  init(_ db: Database, isFresh: Bool = false) {
    self.db = db
    codingRows = isFresh ? [:] : nil
  }

  func record(_ id: Identifier) throws -> StudyRecord? {
    if let record = known[id] { return record }
    if let codingRows, codingRows[id] == nil { return nil }
    let record = try (codingRows == nil ? objectRow(id) : nil) ?? codingRow(id)
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
    if try exists("SELECT 1 FROM pointer WHERE target = ? LIMIT 1", id) { return true }
    // Researchers and rounds are seldom removed: a coding's coder and round have no index.
    switch try record(id)?.kind {
    case .code: return try exists("SELECT 1 FROM coding WHERE code = ? LIMIT 1", id)
    case .transcript: return try exists("SELECT 1 FROM coding WHERE transcript = ? LIMIT 1", id)
    case .researcher: return try exists("SELECT 1 FROM coding WHERE coder = ? LIMIT 1", id)
    case .round: return try exists("SELECT 1 FROM coding WHERE round = ? LIMIT 1", id)
    default: return false
    }
  }

  private func exists(_ sql: String, _ id: Identifier) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) != nil
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
    known[id] = nil
    guard let record else { return try removeCoding(id) }
    let fields = record.fields
    let arguments: StatementArguments = [
      fields["code"]?.identifier, fields["coder"]?.identifier,
      fields["anchor"]?.object?["transcript"]?.identifier, fields["round"]?.identifier,
      record.json, id,
    ]
    if codingRows != nil {
      if codingRows?[id] != nil { return try update(arguments) }
      try insert(arguments)
      codingRows?[id] = Int(db.lastInsertedRowID)
      return
    }
    touchedCodings.insert(id)
    try update(arguments)
    if db.changesCount == 0 { try insert(arguments) }
  }

  private func removeCoding(_ id: Identifier) throws {
    codingRows?[id] = nil
    touchedCodings.remove(id)
    try db.cachedStatement(
      sql: "DELETE FROM place WHERE coding = (SELECT key FROM coding WHERE id = ?)"
    ).execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM coding WHERE id = ?").execute(arguments: [id])
  }

  private func update(_ arguments: StatementArguments) throws {
    try db.cachedStatement(
      sql: """
        UPDATE coding SET code = ?, coder = ?, transcript = ?, round = ?, fields = ? WHERE id = ?
        """
    ).execute(arguments: arguments)
  }

  private func insert(_ arguments: StatementArguments) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO coding(code, coder, transcript, round, fields, id) VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: arguments)
  }
}
