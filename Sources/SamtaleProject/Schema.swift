import GRDB

/// The tables of a project file. `event` and `source` are the truth; everything else is derived from
/// them and can be rebuilt.
enum Schema {
  /// `SMTL`: what `file` and SQLite's header call a Samtale project.
  static let applicationID = 0x534D_544C
  static let version = 1

  /// Tables that a rebuild makes anew.
  private static let derived = [
    "place", "coding", "pointer", "object", "conflict", "utterance", "spoken",
  ]

  static func create(_ db: Database) throws {
    try db.execute(sql: truth)
    try db.execute(sql: derivedTables)
    try createIndexes(db)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static let truth = """
    CREATE TABLE step (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      actor BLOB NOT NULL,
      undoes BLOB,
      -- The logical time of its last event: the same in every copy of the project.
      last INTEGER NOT NULL
    );
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      lamport INTEGER NOT NULL,
      step INTEGER NOT NULL REFERENCES step(key),
      object BLOB NOT NULL,
      body TEXT NOT NULL,
      chain BLOB NOT NULL
    );
    CREATE TRIGGER event_is_not_altered BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'the log of a project is append-only'); END;
    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'the log of a project is append-only'); END;
    CREATE TABLE source (
      version TEXT PRIMARY KEY NOT NULL,
      file TEXT NOT NULL,
      digest BLOB NOT NULL,
      bytes BLOB NOT NULL
    );
    """

  private static let derivedTables = """
    CREATE TABLE object (
      id BLOB PRIMARY KEY NOT NULL,
      kind TEXT NOT NULL,
      fields TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE pointer (
      target BLOB NOT NULL,
      source BLOB NOT NULL,
      PRIMARY KEY (target, source)
    ) WITHOUT ROWID;
    CREATE TABLE coding (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL,
      code BLOB NOT NULL,
      coder BLOB NOT NULL,
      transcript BLOB,
      round BLOB,
      fields TEXT NOT NULL
    );
    CREATE TABLE utterance (
      key INTEGER PRIMARY KEY,
      transcript BLOB NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      speaker TEXT,
      line INTEGER NOT NULL,
      text TEXT NOT NULL
    );
    CREATE TABLE place (
      coding INTEGER NOT NULL REFERENCES coding(key),
      part INTEGER NOT NULL,
      utterance INTEGER REFERENCES utterance(key),
      first INTEGER,
      last INTEGER,
      status TEXT NOT NULL,
      PRIMARY KEY (coding, part)
    ) WITHOUT ROWID;
    CREATE TABLE conflict (
      key INTEGER PRIMARY KEY,
      event BLOB NOT NULL,
      body TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE spoken USING fts5(
      folded, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
    );
    """

  /// Groups of indexes: those of large tables are quicker to make after a bulk load than during it.
  enum Indexes: CaseIterable { case steps, events, objects, codings, places, utterances }

  private static func columns(_ part: Indexes) -> KeyValuePairs<String, String> {
    switch part {
    case .steps: ["step_actor": "step(actor, last, id)", "step_last": "step(last, id)"]
    case .events:
      [
        "event_object": "event(object)", "event_step": "event(step)",
        "event_lamport": "event(lamport)",
      ]
    case .objects: ["object_kind": "object(kind)", "pointer_source": "pointer(source)"]
    case .codings:
      [
        "coding_id": "coding(id)", "coding_code": "coding(code, transcript)",
        "coding_transcript": "coding(transcript)",
      ]
    case .places: ["place_utterance": "place(utterance)"]
    case .utterances:
      [
        "utterance_transcript": "utterance(transcript, position)",
        "utterance_name": "utterance(transcript, name)",
      ]
    }
  }

  static func createIndexes(_ db: Database, _ parts: [Indexes] = Indexes.allCases) throws {
    for (name, columns) in parts.flatMap(columns) {
      let unique = name == "coding_id" ? "UNIQUE " : ""
      try db.execute(sql: "CREATE \(unique)INDEX IF NOT EXISTS \(name) ON \(columns)")
    }
  }

  static func dropIndexes(_ db: Database, _ parts: [Indexes]) throws {
    for (name, _) in parts.flatMap(columns) {
      try db.execute(sql: "DROP INDEX IF EXISTS \(name)")
    }
  }

  /// Makes what is derived, empty and without the indexes of large tables, in place of what is there.
  static func renewDerived(_ db: Database) throws {
    for table in derived { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
    try db.execute(sql: derivedTables)
    try createIndexes(db, [.objects])
  }
}
