import Samtale

/// A researcher's copy of a study: what has been done, and what that folds to.
struct StudyDesk {
  let actor: Identifier
  private(set) var events: [Event] = []
  private(set) var study = Study()
  private(set) var conflicts: [Conflict] = []
  private var steps: UInt64

  init(actor: Identifier, seed: UInt64) {
    self.actor = actor
    steps = seed << 32
  }

  var lamport: Int { events.map(\.lamport).max() ?? 0 }

  /// Carries out a step and keeps it; if it throws, nothing is kept.
  @discardableResult
  mutating func step<T>(
    lamport known: Int? = nil, _ work: (inout StudyEditor<Study>) throws -> T
  ) throws -> T {
    let kept = known == nil ? study : nil
    var editor = editor(lamport: known ?? lamport)
    do {
      let result = try work(&editor)
      events += editor.events
      study = editor.state
      conflicts = editor.conflicts
      return result
    } catch {
      study = kept ?? editor.state
      throw error
    }
  }

  /// Hands the study over to an editor, so that it is not copied when it changes.
  private mutating func editor(lamport: Int) -> StudyEditor<Study> {
    steps += 1
    defer { study = Study() }
    return StudyEditor(
      study, lamport: lamport, conflicts: conflicts,
      signature: .init(
        actor: actor, at: Timestamp(milliseconds: 1_790_000_000_000 + Int(steps & 0xFFFF_FFFF)),
        seed: steps))
  }

  /// Takes back everything that some step did, by its events.
  mutating func undo(_ step: [Event]) throws { try self.step { try $0.undo(step) } }

  /// The events of the latest step.
  var latest: [Event] { events.filter { $0.step == events.last?.step } }

  /// Takes over what somebody else did.
  mutating func receive(_ others: [Event]) {
    let known = Set(events.map(\.id))
    events = (events + others.filter { !known.contains($0.id) }).sorted(by: Event.precedes)
    (study, conflicts) = Study.folding(events)
    // No step of another copy of this desk is to have the same seed.
    steps += UInt64(events.count)
  }
}

/// A small study: two researchers, two transcripts, made in one step.
struct StudyBase {
  static let project = id(1)
  static let anna = id(2)
  static let bo = id(3)
  static let first = id(11)
  static let second = id(12)

  /// The identifier that ends in a number.
  static func id(_ number: Int) -> Identifier {
    var random = FixedRandom(value: UInt64(number))
    return Identifier(at: Timestamp(milliseconds: 0), using: &random)
  }

  /// The desk of a researcher with the study on it.
  static func desk(
    _ method: MethodProfile = .reflexiveTA, transcripts: Int = 2
  ) throws -> StudyDesk {
    var desk = StudyDesk(actor: anna, seed: 1)
    try desk.step { editor in
      try editor.create(StudyProfile(id: project, title: "Meetings", method: method))
      try editor.create(Researcher(id: anna, name: "Anna"), .join)
      try editor.create(Researcher(id: bo, name: "Bo"), .join)
      for number in 1...transcripts {
        try editor.create(
          StudyTranscript(
            id: id(10 + number), name: "m\(number)", version: "v1", file: "m\(number).xml"))
      }
    }
    return desk
  }

  /// Two desks with the same study and events.
  static func desks(_ base: StudyDesk) -> (anna: StudyDesk, bo: StudyDesk) {
    var (a, b) = (StudyDesk(actor: anna, seed: 2), StudyDesk(actor: bo, seed: 3))
    a.receive(base.events)
    b.receive(base.events)
    return (a, b)
  }

  /// A turn of a transcript.
  static func turn(_ name: String, of transcript: Identifier = first) -> Anchor {
    Anchor(.turn, transcript: transcript, version: "v1", segments: [.init(name)])
  }
}

/// Gives the same number, so that identifiers can be written down.
private struct FixedRandom: RandomNumberGenerator {
  var value: UInt64
  private var isFirst = true

  init(value: UInt64) { self.value = value }

  mutating func next() -> UInt64 {
    defer { isFirst = false }
    return isFirst ? 0 : value << 2
  }
}

/// Which rule some work breaks; `nil` if it breaks none.
func violated(_ work: () throws -> Void) -> RuleViolation.Rule? {
  do {
    try work()
    return nil
  } catch {
    return (error as? RuleViolation)?.rule
  }
}
