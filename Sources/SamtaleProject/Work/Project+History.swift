import GRDB
import Samtale

extension Project {
  /// A step as the history shows it.
  public struct Step: Sendable {
    public var id: Identifier
    public var actor: Identifier
    public var events: [Event]
    /// The step that this one takes back.
    public var undoes: Identifier?
    public var at: Timestamp { events.first?.at ?? Timestamp(milliseconds: 0) }

    public init(
      id: Identifier, actor: Identifier, events: [Event], undoes: Identifier? = nil
    ) {
      self.id = id
      self.actor = actor
      self.events = events
      self.undoes = undoes
    }
  }

  /// Steps, the latest first.
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - object: Only steps that touch this object.
  ///   - actor: Only steps of this researcher.
  public func history(
    limit: Int = 50, object: Identifier? = nil, actor: Identifier? = nil
  ) throws -> [Step] {
    try database.read { db in
      let log = EventLog(db: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, actor, undoes FROM step
          WHERE (:actor IS NULL OR actor = :actor)
            AND (:object IS NULL OR key IN (SELECT step FROM event WHERE object = :object))
          ORDER BY last DESC LIMIT :limit
          """, arguments: ["actor": actor, "object": object, "limit": limit])
      return try rows.map { row in
        let id: Identifier = row[0]
        return Step(id: id, actor: row[1], events: try log.events(of: id), undoes: row[2])
      }
    }
  }

  /// Every event, in the order of the fold.
  public func events() throws -> [Event] {
    try database.read { db in
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
  /// - Returns: How many objects were changed.
  @discardableResult
  public func restore(to lamport: Int, as actor: Identifier, at time: Timestamp = .now) throws
    -> Int
  {
    try perform(as: actor, at: time) { editor in
      let log = EventLog(db: editor.state.stored.db)
      let past = Study.folding(try log.events(where: "lamport <= ?", [lamport])).study
      var touched: Set<Identifier> = []
      var kinds: [Identifier: ObjectKind] = [:]
      try log.forEach(where: "lamport > ?", [lamport]) {
        touched.insert($0.change.object)
        kinds[$0.change.object] = $0.change.kind
      }
      var restoration = Restoration(past: past, kinds: kinds)
      return try restoration.run(touched, &editor)
    }
  }

  /// Names the present state, to come back to.
  @discardableResult
  public func setRestorePoint(
    _ name: String, as actor: Identifier, at time: Timestamp = .now
  ) throws -> RestorePoint {
    try perform(as: actor, at: time) { editor in
      let lamport = try EventLog(db: editor.state.stored.db).lamport()
      let point = RestorePoint(id: editor.newIdentifier(), name: name, lamport: lamport)
      try editor.create(point)
      return point
    }
  }
}

/// Turns objects back to what they were. Objects build on each other, so those that cannot be turned
/// back yet wait for the others.
private struct Restoration {
  let past: Study
  let kinds: [Identifier: ObjectKind]

  mutating func run(
    _ touched: Set<Identifier>, _ editor: inout StudyEditor<ProjectState>
  ) throws -> Int {
    var waiting = touched.sorted().filter { kinds[$0] != .restorePoint }
    var count = 0
    while !waiting.isEmpty {
      var postponed: [Identifier] = []
      var reason: RuleViolation?
      for id in waiting {
        do {
          if try turnBack(id, &editor) { count += 1 }
        } catch let violation as RuleViolation {
          postponed.append(id)
          reason = violation
        }
      }
      if let reason, postponed.count == waiting.count { throw reason }
      waiting = postponed
    }
    return count
  }

  private func turnBack(_ id: Identifier, _ editor: inout StudyEditor<ProjectState>) throws -> Bool
  {
    guard let kind = kinds[id] else { return false }
    let (then, now) = (past.record(id), try editor.state.record(id))
    guard then != now else { return false }
    let change =
      switch (now, then) {
      case (let now?, let then?):
        Change(
          kind, id, .restore, before: now.fields.difference(to: then.fields).before,
          after: now.fields.difference(to: then.fields).after)
      default: Change(kind, id, .restore, before: now?.fields, after: then?.fields)
      }
    try editor.record(change)
    return true
  }
}
