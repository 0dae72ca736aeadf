import GRDB
import Samtale

/// Open conflicts, kept between steps.
enum ConflictTable {
  static func read(_ db: Database) throws -> [Conflict] {
    try String.fetchAll(db, sql: "SELECT body FROM conflict ORDER BY key").compactMap {
      Conflict(try Value(json: $0))
    }
  }

  static func write(_ conflicts: [Conflict], _ db: Database) throws {
    try db.execute(sql: "DELETE FROM conflict")
    let insert = try db.makeStatement(sql: "INSERT INTO conflict(event, body) VALUES (?, ?)")
    for conflict in conflicts {
      try insert.execute(arguments: [conflict.event, conflict.value.jsonText])
    }
  }
}
