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

  /// The number of the last event, from 1; 0 if there is none.
  func count() throws -> Int { try Int.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0 }

  /// The digest of the whole log; two logs with the same one are the same.
  func head() throws -> [UInt8] {
    let data = try Data.fetchOne(db, sql: "SELECT chain FROM event ORDER BY sequence DESC LIMIT 1")
    return data.map { Array($0) } ?? Self.start
  }

  /// Writes events at the end.
  func append(_ events: [Event]) throws {
    guard !events.isEmpty else { return }
    var writer = try LogWriter(self)
    for event in events { try writer.append(event) }
    try writer.finish()
  }

  static func link(_ chain: [UInt8], _ body: [UInt8]) -> [UInt8] {
    Digest(parts: [chain, body]).bytes
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

  /// The events of a step, the first ones up to a number.
  func events(of step: Identifier, limit: Int = .max) throws -> [Event] {
    let rows = try String.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT body FROM event WHERE step = (SELECT key FROM step WHERE id = ?)
          ORDER BY sequence LIMIT ?
          """), arguments: [step, limit])
    var events: [Event] = []
    while let text = try rows.next() { events.append(try Event(try Value(json: text))) }
    return events
  }
}

/// Writes events at the end of the log, linked to what is there.
struct LogWriter {
  private let db: Database
  private let insert: RawStatement
  private var chain: [UInt8]
  private var sequence: Int
  /// The step of the last event, which is mostly that of the next one too.
  private var step: (id: Identifier, key: Int, last: Int)?

  init(_ log: EventLog) throws {
    db = log.db
    chain = try log.head()
    sequence = try log.count()
    insert = try RawStatement(
      db,
      """
      INSERT INTO event(sequence, id, lamport, step, object, body, chain)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
  }

  mutating func append(_ event: Event) throws {
    try append(
      event.value.json, id: event.id, lamport: event.lamport, object: event.change.object,
      step: event.step, actor: event.actor, undoes: event.undoes)
  }

  /// Writes an event whose canonical text is at hand.
  mutating func append(
    _ body: [UInt8], id: Identifier, lamport: Int, object: Identifier, step: Identifier,
    actor: Identifier, undoes: Identifier? = nil
  ) throws {
    sequence += 1
    chain = EventLog.link(chain, body)
    let key = try self.key(of: step, actor: actor, undoes: undoes, lamport)
    insert.bind(1, sequence)
    insert.bind(2, id)
    insert.bind(3, lamport)
    insert.bind(4, key)
    insert.bind(5, object)
    insert.bind(6, utf8: body)
    insert.bind(7, blob: chain)
    try insert.run()
  }

  /// Notes when the last step ended; to be called after the last event.
  mutating func finish() throws {
    guard let step else { return }
    try db.cachedStatement(sql: "UPDATE step SET last = max(last, ?) WHERE key = ?")
      .execute(arguments: [step.last, step.key])
    self.step = nil
  }

  private mutating func key(
    of id: Identifier, actor: Identifier, undoes: Identifier?, _ lamport: Int
  ) throws -> Int {
    if let step, step.id == id {
      self.step?.last = max(step.last, lamport)
      return step.key
    }
    try finish()
    let find = try db.cachedStatement(sql: "SELECT key FROM step WHERE id = ?")
    if let key = try Int.fetchOne(find, arguments: [id]) {
      step = (id, key, lamport)
      return key
    }
    try db.cachedStatement(
      sql: "INSERT INTO step(id, actor, undoes, last) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [id, actor, undoes, lamport])
    step = (id, Int(db.lastInsertedRowID), lamport)
    return Int(db.lastInsertedRowID)
  }
}
