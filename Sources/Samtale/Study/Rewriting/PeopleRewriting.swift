/// Makes what is known about people less telling: in transcripts, and in the same way in the facts
/// that researchers added to a study.
public struct PeopleRewriting: Sendable {
  private let change: @Sendable (Participant) -> Participant

  /// - Parameter change: What becomes of a participant. It is asked about each as a transcript
  ///   states them, and about each added fact by itself (``ParticipantAttribute/attribute``).
  public init(_ change: @escaping @Sendable (Participant) -> Participant) { self.change = change }

  /// The transcript with everybody in it changed; identifiers stay.
  public func transcript(_ old: Transcript) -> Transcript { old.amendingParticipants(change) }

  /// What becomes of an added fact.
  /// - Returns: The value that is to stand there; `nil` if the fact is to go.
  public func value(of fact: ParticipantAttribute) -> String? {
    let person = Participant(id: fact.participant, attributes: [fact.attribute])
    guard let new = change(person).attributes.first else { return nil }
    return new == fact.attribute ? fact.value : new.display
  }
}

extension ParticipantAttribute {
  /// The fact as a transcript would state it: age, gender and the like under these names, every other
  /// one as a state of that type.
  public var attribute: Participant.Attribute {
    let name = key.collapsed.lowercased()
    if name == "role" { return .init(.state, type: name, text: value) }
    guard let kind = Participant.Attribute.Kind(rawValue: name), kind != .note else {
      return .init(.state, type: key, text: value)
    }
    return .init(kind, text: value)
  }
}

/// The events of a study on added facts, with what ``PeopleRewriting`` makes of them.
package struct FactRewriting: Sendable {
  private let people: PeopleRewriting
  /// Facts that go, and memos and links about them, with all their events.
  package private(set) var hidden: Set<Identifier> = []
  /// Added facts that go.
  package private(set) var dropped: Set<Identifier> = []
  /// Added facts that read otherwise than before.
  package private(set) var changed: Set<Identifier> = []
  /// Every state that facts ever had.
  private var facts = FactHistory()
  /// What memos and links are about.
  private var subjects: [Identifier: Set<Identifier>] = [:]

  package init(_ people: PeopleRewriting) { self.people = people }

  /// Takes note of an event; all of them come before the first is rewritten.
  package mutating func note(_ event: Event) {
    facts.note(event)
    guard event.change.kind == .memo || event.change.kind == .link else { return }
    for fields in [event.change.before, event.change.after].compactMap({ $0 }) {
      let found = ["target", "from", "to"].compactMap { fields[$0]?.identifier }
      subjects[event.change.object, default: []].formUnion(found)
    }
  }

  /// Ends taking note: decides which facts go, and what goes with them.
  package mutating func finish() {
    for fact in facts.all {
      guard let new = people.value(of: fact) else {
        dropped.insert(fact.id)
        continue
      }
      if new != fact.value { changed.insert(fact.id) }
    }
    changed.subtract(dropped)
    hidden = dropped
    while true {
      let more = subjects.filter { !hidden.contains($0.key) && !$0.value.isDisjoint(with: hidden) }
      guard !more.isEmpty else { return }
      hidden.formUnion(more.keys)
    }
  }

  /// The event with the fact as it is to read. A reason that might repeat what was changed is left
  /// out.
  package func event(_ old: Event) -> Event {
    guard changed.contains(old.change.object) else { return old }
    var new = old
    new.change.before = old.change.before.map { fields($0, of: old.change.object) }
    new.change.after = old.change.after.map { fields($0, of: old.change.object) }
    new.change.reason = nil
    return new
  }

  private func fields(_ old: Fields, of object: Identifier) -> Fields {
    guard let value = old["value"]?.text, let fact = facts.fact(object, saying: value),
      let written = people.value(of: fact)
    else { return old }
    var new = old
    new["value"] = .text(written)
    return new
  }
}

/// What the log of a study says of added facts, in every state that they ever had.
package struct FactHistory: Sendable {
  private struct States: Sendable {
    var participants: [String] = []
    var keys: [String] = []
    var values: [String] = []
  }

  private var states: [Identifier: States] = [:]
  private var order: [Identifier] = []

  package init() {}

  /// Takes note of an event.
  package mutating func note(_ event: Event) {
    guard event.change.kind == .attribute else { return }
    let object = event.change.object
    if states[object] == nil { order.append(object) }
    var known = states[object] ?? States()
    for fields in [event.change.before, event.change.after].compactMap({ $0 }) {
      Self.add(fields["participant"], to: &known.participants)
      Self.add(fields["key"], to: &known.keys)
      Self.add(fields["value"], to: &known.values)
    }
    states[object] = known
  }

  private static func add(_ value: Value?, to list: inout [String]) {
    if let text = value?.text, !list.contains(text) { list.append(text) }
  }

  /// The facts in the order of the log, one for each value that they ever had.
  package var all: [ParticipantAttribute] {
    order.flatMap { object in
      (states[object]?.values ?? []).compactMap { fact(object, saying: $0) }
    }
  }

  /// A fact with one of its values.
  func fact(_ object: Identifier, saying value: String) -> ParticipantAttribute? {
    guard let known = states[object], let participant = known.participants.last,
      let key = known.keys.last
    else { return nil }
    return ParticipantAttribute(id: object, participant: participant, key: key, value: value)
  }
}
