import GRDB
import Samtale

/// Compares a derived table with what the log folds to.
struct TableComparison {
  let name: String
  /// Rows in a fixed order, first what they are about; without the numbers of rows, which depend on
  /// the order of work.
  let sql: String
  /// What must be there before, as a temporary table.
  var preparation: String?

  static let all = [
    TableComparison(name: "objects", sql: "SELECT id, kind, fields FROM object ORDER BY id"),
    TableComparison(
      name: "pointers", sql: "SELECT source, target FROM pointer ORDER BY source, target"),
    TableComparison(
      name: "codings",
      sql: "SELECT id, code, coder, transcript, round, fields FROM coding ORDER BY id"),
    TableComparison(
      name: "utterances",
      sql: """
        SELECT transcript, position, name, speaker, line, text FROM utterance
        ORDER BY transcript, position
        """),
    TableComparison(
      name: "places",
      sql: """
        SELECT coding.id, part, utterance.transcript, utterance.position, first, last, status
        FROM coding JOIN place ON coding.key = place.coding
        LEFT JOIN utterance ON utterance.key = place.utterance ORDER BY coding.id, part
        """),
    TableComparison(
      name: "conflicts", sql: "SELECT event, body FROM conflict ORDER BY event, body"),
    TableComparison(
      name: "words", sql: "SELECT term, doc, cnt FROM temp.words ORDER BY term",
      preparation: "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'spoken', 'row')"),
  ]

  /// Says what differs, and where first; `nil` if nothing does.
  func difference(_ mine: Database, _ anew: Database) throws -> String? {
    for db in [mine, anew] {
      if let preparation { try db.execute(sql: preparation) }
    }
    let (a, b) = (
      try Row.fetchCursor(mine, sql: sql), try Row.fetchCursor(anew, sql: sql)
    )
    var count = 0
    while true {
      let (row, other) = (try a.next(), try b.next())
      guard let description = Self.difference(row, other) else {
        guard row != nil else { return nil }
        count += 1
        continue
      }
      return
        "the table of \(name) is not what the log folds to: after \(count) rows that are right, "
        + description
    }
  }

  private static func difference(_ mine: Row?, _ anew: Row?) -> String? {
    switch (mine, anew) {
    case (nil, nil): return nil
    case (let row?, nil): return "one on \(subject(row)) is too many"
    case (nil, let row?): return "one on \(subject(row)) is missing"
    case (let row?, let other?):
      guard !row.databaseValues.elementsEqual(other.databaseValues) else { return nil }
      let (a, b) = (key(row), key(other))
      if a == b { return "one on \(subject(row)) is not as it should be" }
      return b < a
        ? "one on \(subject(other)) is missing" : "one on \(subject(row)) is too many"
    }
  }

  private static func key(_ row: Row) -> String {
    let value: DatabaseValue = row[0]
    return Identifier.fromDatabaseValue(value)?.description ?? String.fromDatabaseValue(value) ?? ""
  }

  private static func subject(_ row: Row) -> String {
    let value: DatabaseValue = row[0]
    return Identifier.fromDatabaseValue(value)?.short ?? "“\(value)”"
  }
}
