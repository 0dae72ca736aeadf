import GRDB
import Samtale

/// An utterance's row, and how many Unicode scalars its text has.
struct UtteranceRow {
  var key: Int
  var scalars: Int
}

/// The utterances of present versions, and the words said in them.
struct UtteranceTable {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Adds the utterances of a version and gives back the keys of their rows.
  func add(_ version: TranscriptVersion) throws -> [Int] {
    let insert = try RawStatement(
      db,
      """
      INSERT INTO utterance(key, transcript, position, name, speaker, line, text)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    let spoken = try RawStatement(db, "INSERT INTO spoken(rowid, folded) VALUES (?, ?)")
    let first = try Int.fetchOne(db, sql: "SELECT max(key) FROM utterance") ?? 0
    let participants = version.transcript.participants
    return try version.transcript.utterances.map { utterance in
      let key = first + 1 + utterance.index
      let labels = utterance.speakers.map { participants[$0].label ?? participants[$0].id }
      let text = utterance.text
      insert.bind(1, key)
      insert.bind(2, version.id)
      insert.bind(3, utterance.index)
      insert.bind(4, version.name(of: utterance.index))
      insert.bind(5, labels.isEmpty ? nil : labels.joined(separator: " + "))
      insert.bind(6, utterance.line)
      insert.bind(7, text)
      try insert.run()
      spoken.bind(1, key)
      spoken.bind(2, TextFolding.fold(text))
      try spoken.run()
      return key
    }
  }

  /// Removes the utterances of a transcript.
  func remove(_ id: Identifier) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT key, text FROM utterance WHERE transcript = ?"),
      arguments: [id])
    let forget = try RawStatement(
      db, "INSERT INTO spoken(spoken, rowid, folded) VALUES ('delete', ?, ?)")
    while let row = try rows.next() {
      forget.bind(1, row[0] as Int)
      forget.bind(2, TextFolding.fold(row[1] as String))
      try forget.run()
    }
    try db.cachedStatement(sql: "DELETE FROM utterance WHERE transcript = ?")
      .execute(arguments: [id])
  }

  /// The keys of a transcript's utterances in their order.
  func keys(of id: Identifier) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT key FROM utterance WHERE transcript = ? ORDER BY position", arguments: [id])
  }

  /// The utterance that anchors call by a name; see ``TranscriptVersion/utterance(named:)``.
  func row(of id: Identifier, named name: String) throws -> UtteranceRow? {
    let byName = try db.cachedStatement(
      sql: "SELECT key, text FROM utterance WHERE transcript = ? AND name = ?")
    if let row = try Row.fetchOne(byName, arguments: [id, name]) { return Self.row(row) }
    guard let position = Self.position(name) else { return nil }
    let byPosition = try db.cachedStatement(
      sql: "SELECT key, text FROM utterance WHERE transcript = ? AND position = ?")
    return try Row.fetchOne(byPosition, arguments: [id, position]).map(Self.row)
  }

  /// All utterances of a transcript by name, for bulk loads.
  func rows(of id: Identifier) throws -> UtteranceNames {
    var names = UtteranceNames()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT key, text, name FROM utterance WHERE transcript = ? ORDER BY position",
      arguments: [id])
    while let row = try rows.next() {
      names.byName[row[2]] = names.rows.count
      names.rows.append(Self.row(row))
    }
    return names
  }

  private static func row(_ row: Row) -> UtteranceRow {
    let text: String = row[1]
    return UtteranceRow(key: row[0], scalars: text.unicodeScalars.count)
  }

  /// What `@n` stands for, from 0.
  static func position(_ name: String) -> Int? {
    guard name.hasPrefix("@"), let number = Int(name.dropFirst()), number > 0 else { return nil }
    return number - 1
  }
}

/// The utterances of a transcript by their names.
struct UtteranceNames {
  var rows: [UtteranceRow] = []
  var byName: [String: Int] = [:]

  subscript(_ name: String) -> UtteranceRow? {
    if let index = byName[name] { return rows[index] }
    guard let position = UtteranceTable.position(name), rows.indices.contains(position) else {
      return nil
    }
    return rows[position]
  }
}
