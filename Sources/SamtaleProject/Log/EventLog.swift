import Foundation
import GRDB
import Samtale

/// The append-only log of a project: each event with the digest of everything up to it.
struct EventLog {
  let db: Database

  /// The digest before the first event.
  static let start = [UInt8](repeating: 0, count: 32)

  /// The largest logical time.
  func lamport() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(lamport) FROM event") ?? 0
  }

  func count() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0 }

  /// The digest of the whole log; two logs with the same one are the same.
  func head() throws -> [UInt8] {
    let data = try Data.fetchOne(db, sql: "SELECT chain FROM event ORDER BY sequence DESC LIMIT 1")
    return data.map { Array($0) } ?? Self.start
  }

  /// Writes events at the end.
  func append(_ events: [Event]) throws {
    guard !events.isEmpty else { return }
    var chain = try head()
    var sequence = try Int.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0
    var steps: [Identifier: Int] = [:]
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO event(sequence, id, lamport, step, object, body, chain)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for event in events {
      sequence += 1
      let body = event.value.json
      chain = Self.link(chain, body)
      let step = try steps[event.step] ?? addStep(event, sequence)
      steps[event.step] = step
      try insert.execute(arguments: [
        sequence, event.id, event.lamport, step, event.change.object,
        String(decoding: body, as: UTF8.self), Data(chain),
      ])
    }
    let mark = try db.cachedStatement(sql: "UPDATE step SET last = max(last, ?) WHERE key = ?")
    for step in steps.values { try mark.execute(arguments: [sequence, step]) }
  }

  static func link(_ chain: [UInt8], _ body: [UInt8]) -> [UInt8] {
    Digest(parts: [chain, body]).bytes
  }

  private func addStep(_ event: Event, _ sequence: Int) throws -> Int {
    let find = try db.cachedStatement(sql: "SELECT key FROM step WHERE id = ?")
    if let key = try Int.fetchOne(find, arguments: [event.step]) { return key }
    try db.cachedStatement(
      sql: "INSERT INTO step(id, actor, undoes, last) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [event.step, event.actor, event.undoes, sequence])
    return Int(db.lastInsertedRowID)
  }

  /// Hands on events in the order of the file or in that of the fold.
  func forEach(
    inFoldOrder: Bool = false, where condition: String = "1", _ arguments: StatementArguments = [],
    _ body: (Event) throws -> Void
  ) throws {
    let order = inFoldOrder ? "lamport, id" : "sequence"
    let rows = try String.fetchCursor(
      db, sql: "SELECT body FROM event WHERE \(condition) ORDER BY \(order)", arguments: arguments)
    while let text = try rows.next() { try body(Event(try Value(json: text))) }
  }

  func events(where condition: String = "1", _ arguments: StatementArguments = []) throws -> [Event]
  {
    var events: [Event] = []
    try forEach(where: condition, arguments) { events.append($0) }
    return events
  }

  /// The events of a step.
  func events(of step: Identifier) throws -> [Event] {
    try events(where: "step = (SELECT key FROM step WHERE id = ?)", [step])
  }
}

/// Finds what a researcher would undo or redo.
struct StepHistory {
  let db: Database
  let actor: Identifier

  private struct Step {
    var id: Identifier
    var undoes: Identifier?
  }

  private func steps() throws -> RowCursor {
    try Row.fetchCursor(
      db, sql: "SELECT id, undoes FROM step WHERE actor = ? ORDER BY last DESC", arguments: [actor])
  }

  /// The last step that is in force; `nil` if there is none.
  func undoable() throws -> Identifier? {
    var undone: Set<Identifier> = []
    let rows = try steps()
    while let row = try rows.next() {
      let step = Step(id: row[0], undoes: row[1])
      if undone.contains(step.id) { continue }
      guard let target = step.undoes else { return step.id }
      undone.insert(target)
    }
    return nil
  }

  /// The last undoing that can be taken back, if nothing new was done since.
  func redoable() throws -> Identifier? {
    var undone: Set<Identifier> = []
    let rows = try steps()
    while let row = try rows.next() {
      let step = Step(id: row[0], undoes: row[1])
      if undone.contains(step.id) { continue }
      guard let target = step.undoes else { return nil }
      guard try isUndoing(target) else { return step.id }
      undone.insert(target)
    }
    return nil
  }

  private func isUndoing(_ step: Identifier) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT undoes IS NOT NULL FROM step WHERE id = ?", arguments: [step]) ?? false
  }
}
