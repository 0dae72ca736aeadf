import Foundation
import GRDB
import Samtale

extension Project {
  /// A step as the history shows it.
  public struct Step: Sendable {
    public var id: Identifier
    public var actor: Identifier
    /// The events, or the first of them; see ``Project/history(limit:object:actor:eventLimit:)``.
    public var events: [Event]
    /// How many events there are.
    public var count: Int
    /// The step that this one takes back.
    public var undoes: Identifier?
    public var at: Timestamp { events.first?.at ?? Timestamp(milliseconds: 0) }

    public init(
      id: Identifier, actor: Identifier, events: [Event], count: Int? = nil,
      undoes: Identifier? = nil
    ) {
      self.id = id
      self.actor = actor
      self.events = events
      self.count = count ?? events.count
      self.undoes = undoes
    }
  }

  /// Steps, the latest first.
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - object: Only steps that touch this object.
  ///   - actor: Only steps of this researcher.
  ///   - eventLimit: How many events of each step at most; an import may have many thousands.
  /// - Returns: The steps with their events.
  /// - Throws: ``ProjectError`` if the file cannot be read.
  public func history(
    limit: Int = 50, object: Identifier? = nil, actor: Identifier? = nil, eventLimit: Int = .max
  ) throws -> [Step] {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    if let actor {
      conditions.append("actor = ?")
      arguments += [actor]
    }
    if let object {
      conditions.append("key IN (SELECT step FROM event WHERE object = ?)")
      arguments += [object]
    }
    arguments += [limit]
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    return try read { db in
      let log = EventLog(db: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, actor, undoes, (SELECT count(*) FROM event WHERE event.step = step.key)
          FROM step \(filter) ORDER BY last DESC, id DESC LIMIT ?
          """, arguments: arguments)
      return try rows.map { row in
        let id: Identifier = row[0]
        return Step(
          id: id, actor: row[1], events: try log.events(of: id, limit: eventLimit), count: row[3],
          undoes: row[2])
      }
    }
  }

  /// How long the log is, and the digest of all of it, in 64 hexadecimal digits. Who notes both
  /// down, as in a publication, can tell later whether the log still begins with just that.
  public func head() throws -> (events: Int, digest: String) {
    try read { db in
      let log = EventLog(db: db)
      return (try log.count(), Digest(stored: try log.head()).description)
    }
  }

  /// The digest of the log up to an event, counted from 1; `nil` if it is not that long.
  public func digest(upTo event: Int) throws -> String? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT chain FROM event WHERE sequence = ?", arguments: [event])
        .map { Digest(stored: Array($0)).description }
    }
  }

  /// Every event, in the order of the fold.
  public func events() throws -> [Event] {
    try read { db in
      var events: [Event] = []
      try EventLog(db: db).forEach(inFoldOrder: true) { events.append($0) }
      return events
    }
  }

  /// Takes back the last step of a researcher that is in force.
  /// - Returns: The events that were taken back.
  /// - Throws: ``ProjectError`` if there is nothing to undo, ``RuleViolation`` if somebody has
  ///   changed since what the step touched.
  @discardableResult
  public func undo(as actor: Identifier, at time: Timestamp = .now) throws -> [Event] {
    try takeBack(as: actor, at: time, "there is nothing of yours to undo") { try $0.undoable() }
  }

  /// Does again what the last ``undo(as:at:)`` took back, unless something new was done since.
  @discardableResult
  public func redo(as actor: Identifier, at time: Timestamp = .now) throws -> [Event] {
    try takeBack(as: actor, at: time, "there is nothing to redo") { try $0.redoable() }
  }

  private func takeBack(
    as actor: Identifier, at time: Timestamp, _ nothing: String,
    _ find: (StepHistory) throws -> Identifier?
  ) throws -> [Event] {
    try perform(as: actor, at: time) { editor in
      let db = editor.state.stored.db
      guard let step = try find(StepHistory(db: db, actor: actor)) else {
        throw ProjectError(.nothing, nothing, do: "see samtale project history")
      }
      let events = try EventLog(db: db).events(of: step)
      guard !events.contains(where: { $0.change.kind == .study && $0.change.before == nil }) else {
        throw ProjectError(
          .nothing, "the step that made the project is not undone", do: "delete the file instead")
      }
      try editor.undo(events)
      return events
    }
  }

  /// Brings the study back to what it was at a logical time, as one new step; nothing is deleted
  /// from the log, and the step can be undone.
  /// - Parameters:
  ///   - lamport: See ``RestorePoint/lamport``.
  ///   - actor: Who does it.
  ///   - time: When it is done.
  /// - Returns: How many objects were changed.
  /// - Throws: ``RuleViolation`` if an object cannot be turned back; nothing is changed then. Codes
  ///   and other objects that are kept can be taken away only if a restore point stands at that time.
  @discardableResult
  public func restore(to lamport: Int, as actor: Identifier, at time: Timestamp = .now) throws
    -> Int
  {
    try perform(as: actor, at: time) { editor in
      let log = EventLog(db: editor.state.stored.db)
      var past = Folding(Study())
      try log.forEach(inFoldOrder: true, where: "lamport <= ?", [lamport]) { try past.fold($0) }
      var touched: Set<Identifier> = []
      var kinds: [Identifier: ObjectKind] = [:]
      try log.forEach(where: "lamport > ?", [lamport]) {
        touched.insert($0.change.object)
        kinds[$0.change.object] = $0.change.kind
      }
      let point = try editor.state.stored.all(RestorePoint.self).first { $0.lamport == lamport }
      var restoration = Restoration(past: past.state, kinds: kinds, point: point?.id)
      return try restoration.run(touched, &editor)
    }
  }

  /// Names the present state, to come back to.
  @discardableResult
  public func setRestorePoint(
    _ name: String, as actor: Identifier, reason: String? = nil, at time: Timestamp = .now
  ) throws -> RestorePoint {
    try perform(as: actor, at: time) { editor in
      let lamport = try EventLog(db: editor.state.stored.db).lamport()
      let point = RestorePoint(id: editor.newIdentifier(), name: name, lamport: lamport)
      try editor.create(point, reason: reason)
      return point
    }
  }
}
