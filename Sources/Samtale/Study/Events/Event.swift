/// One thing that somebody did in a study: an object was made, changed or removed.
///
/// Events are never altered or deleted. The state of a study is what its events fold to, in the
/// order of (``lamport``, ``id``), which is the same wherever the same events are.
public struct Event: Hashable, Sendable {
  public var id: Identifier
  /// Logical time (Lamport 1978): one more than the largest that the author's file held.
  public var lamport: Int
  public var at: Timestamp
  /// The researcher who did it.
  public var actor: Identifier
  /// The phase or step of the method in which it was done, if the researcher said so.
  public var phase: Phase?
  /// Events with the same step were done, and are undone, as one.
  public var step: Identifier
  /// The step that this one takes back.
  public var undoes: Identifier?
  /// The event whose conflict this one settles.
  public var settles: Identifier?
  /// The restore point to which this event leads back. Where there is such a point, objects made
  /// after it may be removed, whatever their kind; only the study itself never is.
  public var restores: Identifier?
  public var change: Change

  public init(
    id: Identifier, lamport: Int, at: Timestamp, actor: Identifier, phase: Phase? = nil,
    step: Identifier, undoes: Identifier? = nil, settles: Identifier? = nil,
    restores: Identifier? = nil, change: Change
  ) {
    self.id = id
    self.lamport = lamport
    self.at = at
    self.actor = actor
    self.phase = phase
    self.step = step
    self.undoes = undoes
    self.settles = settles
    self.restores = restores
    self.change = change
  }

  /// The order in which events are folded.
  public static func precedes(_ a: Event, _ b: Event) -> Bool {
    a.lamport != b.lamport ? a.lamport < b.lamport : a.id < b.id
  }
}

/// What an event does to one object.
public struct Change: Hashable, Sendable {
  public var kind: ObjectKind
  public var object: Identifier
  /// What a person would call it; it does not decide what happens.
  public var verb: Verb
  /// The fields that change, as they were; `nil` if the object was not there.
  public var before: Fields?
  /// The fields that change, as they become; `nil` if the object is removed.
  public var after: Fields?
  public var reason: String?

  public init(
    _ kind: ObjectKind, _ object: Identifier, _ verb: Verb, before: Fields?, after: Fields?,
    reason: String? = nil
  ) {
    self.kind = kind
    self.object = object
    self.verb = verb
    self.before = before
    self.after = after
    self.reason = reason
  }

  /// The change that takes this one back.
  public var inverse: Change {
    Change(
      kind, object, after == nil ? .restore : before == nil ? .remove : verb,
      before: after, after: before)
  }
}

/// What a researcher did, in one word.
public enum Verb: String, Sendable, CaseIterable {
  case create, change, remove, restore
  case rename, describe, recolour, move, merge, split, retire, revive
  case apply, recode, reanchor, visit
  case develop, finalise, discard, review
  case correct, withdraw, write, settle, join, leave
  case enterPhase
}

/// The phases of reflexive thematic analysis (Braun & Clarke 2021) and the steps of systematic text
/// condensation (Malterud 2012). They are recursive: a study may go back to any of them.
public enum Phase: String, Sendable, CaseIterable {
  case familiarisation, coding, generatingThemes, developingThemes, definingThemes, writing
  case totalImpression, meaningUnits, condensation, synthesis

  /// The phase in words, with its number.
  public var title: String {
    switch self {
    case .familiarisation: "1 Dataset familiarisation"
    case .coding: "2 Data coding"
    case .generatingThemes: "3 Generating initial themes"
    case .developingThemes: "4 Developing and reviewing themes"
    case .definingThemes: "5 Refining, defining and naming themes"
    case .writing: "6 Writing up"
    case .totalImpression: "1 Total impression: from chaos to themes"
    case .meaningUnits: "2 Meaning units: from themes to codes"
    case .condensation: "3 Condensation: from code to meaning"
    case .synthesis: "4 Synthesis: from condensation to descriptions and concepts"
    }
  }
}
