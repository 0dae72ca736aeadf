/// Makes the events of one step: everything that a researcher does at once, and undoes at once.
///
/// Each operation is carried out as it is called, so that the next one sees it; what breaks a rule
/// throws and leaves the step as it was. A project file records the events when the step is done.
public struct StudyEditor<State: StudyState> {
  /// Who does it, when, and in which phase.
  public struct Signature: Sendable {
    public var actor: Identifier
    public var at: Timestamp
    public var phase: Phase?
    /// The seed of new identifiers; the same seed gives the same ones.
    public var seed: UInt64

    public init(actor: Identifier, at: Timestamp, phase: Phase? = nil, seed: UInt64) {
      self.actor = actor
      self.at = at
      self.phase = phase
      self.seed = seed
    }
  }

  private var folding: Folding<State>
  private var random: RandomGenerator
  private var lamport: Int
  public let signature: Signature
  public let step: Identifier
  /// The events so far.
  public private(set) var events: [Event] = []
  /// What the objects of ``events`` were before each.
  private var earlier: [Record?] = []
  private var latest: Identifier
  /// The step that this one takes back.
  public var undoes: Identifier?
  /// The restore point to which the next changes lead back.
  public var restores: Identifier?

  /// Begins a step on a state with its open conflicts; `lamport` is the largest logical time that
  /// the log holds.
  public init(
    _ state: State, lamport: Int, conflicts: [Conflict] = [], signature: Signature
  ) {
    folding = Folding(state, conflicts: conflicts)
    random = RandomGenerator(seed: signature.seed)
    self.lamport = lamport
    self.signature = signature
    step = Identifier(at: signature.at, using: &random)
    latest = step
  }

  public var state: State { folding.state }
  public var conflicts: [Conflict] { folding.conflicts }

  /// An identifier for a new object; it sorts after those that the step made before.
  public mutating func newIdentifier() -> Identifier {
    latest = Identifier(after: latest, at: signature.at, using: &random)
    return latest
  }

  /// Holds a new object against the rules, without making it.
  /// - Throws: ``RuleViolation``.
  public func check(_ object: some StudyObject) throws {
    let record = object.record
    try StudyRules(state: folding.state).check(
      record, id: object.id, touched: Set(record.fields.keys), isNew: true)
  }

  /// Carries out a change as the next event of the step.
  /// - Throws: ``RuleViolation``.
  public mutating func record(_ change: Change, settles: Identifier? = nil) throws {
    guard lamport < Event.lamports.upperBound else { throw RuleViolation.timesUsedUp }
    let event = Event(
      id: newIdentifier(), lamport: lamport + 1, at: signature.at, actor: signature.actor,
      phase: signature.phase, step: step, undoes: undoes, settles: settles,
      restores: restores, change: change)
    let record = try state.record(change.object)
    try folding.apply(event)
    lamport += 1
    events.append(event)
    earlier.append(record)
  }

  /// Carries out several changes, or, if one of them breaks a rule, none.
  mutating func together<T>(_ work: (inout Self) throws -> T) throws -> T {
    let (count, conflicts, undone) = (events.count, conflicts, undoes)
    do {
      return try work(&self)
    } catch {
      while events.count > count {
        let change = events.removeLast().change
        try folding.state.set(change.object, earlier.removeLast(), kind: change.kind)
        lamport -= 1
      }
      folding = Folding(folding.state, conflicts: conflicts)
      undoes = undone
      throw error
    }
  }

  /// Makes an object.
  public mutating func create(
    _ object: some StudyObject, _ verb: Verb = .create, reason: String? = nil
  ) throws {
    try record(
      Change(
        type(of: object).kind, object.id, verb, before: nil, after: object.fields.present,
        reason: reason))
  }

  /// Changes an object; nothing happens if it stays the same.
  public mutating func change<T: StudyObject>(
    _ type: T.Type, _ id: Identifier, _ verb: Verb = .change, reason: String? = nil,
    _ edit: (inout T) throws -> Void
  ) throws {
    var object = try existing(type, id)
    let old = object.fields.present
    try edit(&object)
    let difference = old.difference(to: object.fields.present)
    guard !difference.after.isEmpty else { return }
    try record(
      Change(T.kind, id, verb, before: difference.before, after: difference.after, reason: reason))
  }

  /// Removes an object that nothing builds on.
  public mutating func remove<T: StudyObject>(
    _ type: T.Type, _ id: Identifier, reason: String? = nil
  ) throws {
    let object = try existing(type, id)
    try record(
      Change(T.kind, id, .remove, before: object.fields.present, after: nil, reason: reason))
  }

  /// An object, or the error that says it is not there.
  public func existing<T: StudyObject>(_ type: T.Type, _ id: Identifier) throws -> T {
    guard let object = try folding.state.object(type, id) else {
      throw RuleViolation(
        .missing, "there is no \(T.kind.title) \(id.short)", do: "list what there is, and name one")
    }
    return object
  }
}

extension StudyEditor {
  /// Takes back a step: the changes of its events, the last one first. What is again as it was
  /// before, or never came into effect since it was refused, is left alone.
  /// - Throws: ``RuleViolation`` if something it touched has been changed since, or if nothing of it
  ///   is left; the step is then as before.
  public mutating func undo(_ events: [Event]) throws {
    guard events.allSatisfy({ $0.settles == nil }) else {
      throw RuleViolation(
        .undone, "what was settled is not taken back", do: "change it to what is to hold now")
    }
    try together { editor in
      editor.undoes = events.first?.step
      let count = editor.events.count
      for event in events.sorted(by: Event.precedes).reversed()
      where try editor.isInEffect(event) {
        try editor.record(event.change.inverse)
      }
      guard editor.events.count > count else {
        throw RuleViolation(
          .undone, "nothing of this step is left to take back",
          do: "take back the step that took it back, if it is wanted again")
      }
    }
  }

  /// Whether something would change if an event were taken back.
  private func isInEffect(_ event: Event) throws -> Bool {
    let current = try state.record(event.change.object)
    guard event.change.after != nil else { return current == nil }
    guard let before = event.change.before else { return current != nil }
    guard let current else { return !conflicts.contains { $0.event == event.id } }
    return before.isEmpty
      || before.contains { name, value in current.fields[name] ?? .null != value }
  }

  /// Settles one of ``conflicts``: either the value of the earlier event is to hold, or that of the
  /// later.
  ///
  /// A refused event is given up if the first is kept. If the second is kept, `refused` is carried out
  /// after all, now that the researchers have seen to what stood in its way; if a rule still forbids
  /// it, that is thrown and the conflict stays.
  public mutating func settle(
    _ conflict: Conflict, keepsFirst: Bool, refused: Event? = nil, reason: String? = nil
  ) throws {
    if case .refused = conflict.nature, !keepsFirst, let event = refused {
      var change = event.change
      change.reason = reason ?? change.reason
      return try record(change, settles: conflict.event)
    }
    guard let current = try state.record(conflict.object), current.kind == conflict.kind else {
      return try acknowledge(conflict, reason: reason)
    }
    var before: Fields = [:]
    var after: Fields = [:]
    if case .bothChanged(let fields) = conflict.nature {
      for field in fields {
        before[field.name] = current.fields[field.name] ?? .null
        after[field.name] = keepsFirst ? field.first : before[field.name]
      }
    }
    try record(
      Change(conflict.kind, conflict.object, .settle, before: before, after: after, reason: reason),
      settles: conflict.event)
  }

  /// The study itself, or the error that says it is not there.
  func studyItself() throws -> StudyProfile {
    guard let study = try state.profile() else {
      throw RuleViolation(
        .missing, "the project says nothing of its study", do: "state its title and method first")
    }
    return study
  }

  /// Notes on the study itself that a conflict about something that is gone was looked at.
  private mutating func acknowledge(_ conflict: Conflict, reason: String?) throws {
    try record(
      Change(.study, try studyItself().id, .settle, before: [:], after: [:], reason: reason),
      settles: conflict.event)
  }
}
