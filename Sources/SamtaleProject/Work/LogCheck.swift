import Foundation
import GRDB
import Samtale

/// Holds a log against its digests, and each event's columns and step against its text.
struct LogCheck {
  let db: Database

  /// What is wrong, and what can be done.
  struct Problem {
    var what: String
    var remedy: String

    init(_ what: String, do remedy: String) {
      self.what = what
      self.remedy = remedy
    }
  }

  /// - Returns: The first fault, and the versions of transcripts that the log names, with their
  ///   files.
  func run() throws -> (problem: Problem?, versions: [String: String]) {
    var chain = EventLog.start
    var expected = 1
    var versions: [String: String] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sequence, body, chain, event.id, lamport, object, step.id, step.actor, step.undoes
        FROM event LEFT JOIN step ON step.key = event.step ORDER BY sequence
        """)
    while let row = try rows.next() {
      let found = check(row, expected, &chain)
      guard let event = found.event else { return (found.problem, versions) }
      if event.change.kind == .transcript, let version = event.change.after?["version"]?.text {
        versions[version] = event.change.after?["file"]?.text ?? versions[version] ?? ""
      }
      expected += 1
    }
    return (try stepProblem(), versions)
  }

  private func check(
    _ row: Row, _ expected: Int, _ chain: inout [UInt8]
  ) -> (problem: Problem?, event: Event?) {
    guard Int.fromDatabaseValue(row[0]) == expected else {
      return (
        Problem(
          "event \(expected) is missing from the log",
          do: "restore a backup, or merge a colleague's copy into a backup"), nil
      )
    }
    let body = String.fromDatabaseValue(row[1]) ?? ""
    chain = EventLog.link(chain, Array(body.utf8))
    guard chain == Data.fromDatabaseValue(row[2]).map({ Array($0) }) else {
      return (
        Problem(
          "the log was altered at event \(expected): its digest does not fit",
          do: "restore a backup; everything before event \(expected) is sound"), nil
      )
    }
    do {
      let event = try Event(try Value(json: body))
      guard let column = Self.misfit(row, event) else { return (nil, event) }
      return (
        Problem(
          "the column “\(column)” of event \(expected) is not what its text says",
          do: "restore a backup"), nil
      )
    } catch {
      return (Problem("event \(expected) cannot be read: \(error)", do: "restore a backup"), nil)
    }
  }

  /// The first column that is not what the event's text says.
  private static func misfit(_ row: Row, _ event: Event) -> String? {
    let columns: [(String, DatabaseValue)] = [
      ("id", event.id.databaseValue), ("lamport", event.lamport.databaseValue),
      ("object", event.change.object.databaseValue), ("step", event.step.databaseValue),
      ("actor of the step", event.actor.databaseValue),
      ("undoes of the step", event.undoes?.databaseValue ?? .null),
    ]
    for (i, column) in columns.enumerated() where row[i + 3] as DatabaseValue != column.1 {
      return column.0
    }
    return nil
  }

  /// Steps end with their last event; one without events tells that the end of the log was cut off.
  private func stepProblem() throws -> Problem? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT hex(step.id), ended FROM step
        LEFT JOIN (SELECT step AS key, max(lamport) AS ended FROM event GROUP BY step) USING (key)
        WHERE ended IS NULL OR ended <> last LIMIT 1
        """)
    guard let row else { return nil }
    let id = (String.fromDatabaseValue(row[0]) ?? "").lowercased().suffix(8)
    guard Int.fromDatabaseValue(row[1]) == nil else {
      return Problem(
        "the step \(id) does not end where the table of steps says: events at the end of the log are "
          + "missing, or the table was altered", do: "restore a backup")
    }
    return Problem(
      "the step \(id) has no events: the end of the log was removed", do: "restore a backup")
  }
}
