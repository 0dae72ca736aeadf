/// What two people's events disagree about, for the researchers to settle.
public struct Conflict: Hashable, Sendable {
  public enum Nature: Hashable, Sendable {
    /// Both changed the same fields; the later event's values hold for now.
    case bothChanged([FieldConflict])
    /// The event could not be carried out on the united state.
    case refused(RuleViolation)
  }

  /// A field with the two values.
  public struct FieldConflict: Hashable, Sendable {
    public var name: String
    /// What the earlier event had made of it.
    public var first: Value
    /// What the later event made of it.
    public var second: Value
  }

  /// The event in whose way something stood.
  public var event: Identifier
  public var kind: ObjectKind
  public var object: Identifier
  public var nature: Nature
}

/// Carries out events on a state.
public struct Folding<State: StudyState> {
  public var state: State
  /// Conflicts that no event has settled yet, in the order in which they arose.
  public private(set) var conflicts: [Conflict] = []

  public init(_ state: State, conflicts: [Conflict] = []) {
    self.state = state
    self.conflicts = conflicts
  }

  /// Carries out an event made on exactly this state.
  /// - Throws: ``RuleViolation`` if a rule forbids it or if the object has changed meanwhile; the
  ///   state is then as before.
  public mutating func apply(_ event: Event) throws {
    _ = try carryOut(event, isStrict: true)
    settle(event)
  }

  /// Carries out the next event of a united log: what does not fit becomes a conflict.
  public mutating func fold(_ event: Event) throws {
    let conflict: Conflict?
    do {
      conflict = try carryOut(event, isStrict: false)
    } catch let violation as RuleViolation {
      conflict = Conflict(
        event: event.id, kind: event.change.kind, object: event.change.object,
        nature: .refused(violation))
    }
    settle(event)
    if let conflict { conflicts.append(conflict) }
  }

  private mutating func settle(_ event: Event) {
    if let settled = event.settles { conflicts.removeAll { $0.event == settled } }
  }

  private mutating func carryOut(_ event: Event, isStrict: Bool) throws -> Conflict? {
    let change = event.change
    let current = try state.record(change.object)
    if let current, current.kind != change.kind {
      throw RuleViolation(
        .wrongKind, "\(change.object.short) is a \(current.kind.title)", do: "name another object")
    }
    guard let after = change.after else {
      let takesBack = try event.undoes != nil || leadsBack(event)
      try remove(change, current, takesBack: takesBack, isStrict: isStrict)
      return nil
    }
    guard let before = change.before else {
      return try create(event, after, current, isStrict: isStrict)
    }
    guard let current else { throw RuleViolation.missing(change) }
    let differing = before.merging(after.mapValues { _ in .null }) { known, _ in known }
      .filter { name, value in
        let present = current.fields[name] ?? .null
        return present != value && present != after[name] ?? .null
      }
    guard differing.isEmpty || !isStrict else { throw RuleViolation.stale(change, differing) }
    try put(event, Record(change.kind, current.fields.merging(after)), over: current)
    return differing.isEmpty ? nil : Conflict(event, differing, current, after)
  }

  private mutating func create(
    _ event: Event, _ after: Fields, _ current: Record?, isStrict: Bool
  ) throws -> Conflict? {
    let fields = after.present
    if let current {
      guard !isStrict else {
        throw RuleViolation(
          .exists, "\(event.change.object.short) is there already", do: "change it instead")
      }
      // Both made it (two people redid the same step): the same thing twice is harmless.
      guard current.fields != fields else { return nil }
      let differing = current.fields.difference(to: fields).before
      try put(event, Record(event.change.kind, fields), over: current)
      return Conflict(event, differing, current, fields)
    }
    try put(event, Record(event.change.kind, fields), over: nil)
    return nil
  }

  /// Puts a record in place of another. Rules on fields that stay as they are do not apply: what
  /// was right when it was done remains.
  private mutating func put(_ event: Event, _ record: Record, over old: Record?) throws {
    let change = event.change
    let touched = (old?.fields ?? [:]).difference(to: record.fields).after.keys
    try StudyRules(state: state, leadsBack: leadsBack(event)).check(
      record, id: change.object, touched: Set(touched), isNew: old == nil)
    try state.set(change.object, record, kind: change.kind)
  }

  /// Whether an event leads back to a restore point that there is.
  private func leadsBack(_ event: Event) throws -> Bool {
    guard let point = event.restores else { return false }
    return try state.record(point)?.kind == .restorePoint
  }

  private mutating func remove(
    _ change: Change, _ current: Record?, takesBack: Bool, isStrict: Bool
  ) throws {
    guard let current else {
      if isStrict { throw RuleViolation.missing(change) }
      return
    }
    guard change.kind != .study else {
      throw RuleViolation(
        .notRemovable, "the study itself is not removed", do: "delete the file instead")
    }
    guard takesBack || !StudyRules<State>.isKept(change.kind) else {
      throw RuleViolation(
        .notRemovable, "a \(change.kind.title) is not removed, since its history matters",
        do: "retire, discard or withdraw it; it can be brought back")
    }
    guard current.fields == change.before?.present else {
      throw RuleViolation.stale(change, current.fields.difference(to: change.before ?? [:]).before)
    }
    guard try !state.isReferenced(change.object) else {
      throw RuleViolation(
        .inUse, "other work builds on this \(change.kind.title)", do: "take that back first")
    }
    try state.set(change.object, nil, kind: change.kind)
  }
}

extension Conflict {
  fileprivate init(_ event: Event, _ differing: Fields, _ current: Record, _ after: Fields) {
    var names = Set(differing.keys)
    let together = event.change.kind.inseparable
    if !names.isDisjoint(with: together) {
      names.formUnion(
        together.filter { name in after[name].map { $0 != current.fields[name] ?? .null } ?? false }
      )
    }
    let fields = names.sorted().map { name in
      FieldConflict(
        name: name, first: current.fields[name] ?? .null, second: after[name] ?? .null)
    }
    self.init(
      event: event.id, kind: event.change.kind, object: event.change.object,
      nature: .bothChanged(fields))
  }
}

extension ObjectKind {
  /// Fields that make sense only together, so that they are settled together.
  fileprivate var inseparable: Set<String> {
    switch self {
    case .code: ["status", "mergedInto"]
    case .theme: ["status", "concept"]
    case .meaningUnit: ["group", "subgroup"]
    case .translation: StudyTranslation.inseparable
    default: []
    }
  }
}

extension RuleViolation {
  fileprivate static func missing(_ change: Change) -> RuleViolation {
    RuleViolation(
      .missing, "the \(change.kind.title) \(change.object.short) is not there",
      do: "bring it back first, or name another")
  }

  fileprivate static func stale(_ change: Change, _ fields: Fields) -> RuleViolation {
    RuleViolation(
      .stale,
      "the \(change.kind.title) \(change.object.short) has been changed since "
        + "(\(fields.keys.sorted().joined(separator: ", ")))",
      do: "look at it again, then decide")
  }
}

extension Event {
  /// Events as they are folded: in order, each identifier once. Of different events with one
  /// identifier, which only a damaged log holds, the first counts.
  static func inFoldOrder(_ events: some Sequence<Event>) -> [Event] {
    var seen: Set<Identifier> = []
    return events.sorted(by: standsBefore).filter { seen.insert($0.id).inserted }
  }

  /// The order of the fold, told by their text for different events with one identifier.
  private static func standsBefore(_ a: Event, _ b: Event) -> Bool {
    guard a.lamport == b.lamport, a.id == b.id else { return precedes(a, b) }
    return a != b && a.value.json.lexicographicallyPrecedes(b.value.json)
  }
}

extension Study {
  /// The study that a log folds to, whatever order the events are given in.
  ///
  /// An event that stands in the log twice counts once; of different events with one identifier,
  /// which only a damaged log holds, the first.
  /// - Returns: The study, and what the researchers still have to settle.
  public static func folding(_ events: some Sequence<Event>) -> (
    study: Study, conflicts: [Conflict]
  ) {
    var folding = Folding(Study())
    for event in Event.inFoldOrder(events) {
      // A state in memory throws nothing but broken rules, which become conflicts.
      do { try folding.fold(event) } catch { assertionFailure("\(error)") }
    }
    return (folding.state, folding.conflicts)
  }

  /// The study after an event made on exactly this state.
  /// - Throws: ``RuleViolation`` that says which rule forbids it.
  public func applying(_ event: Event) throws -> Study {
    var folding = Folding(self)
    try folding.apply(event)
    return folding.state
  }
}
