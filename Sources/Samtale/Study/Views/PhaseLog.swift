/// Who worked in which phase of the method, from when to when.
///
/// Phases are recursive: going back to an earlier one is part of the work, and is shown as such.
public struct PhaseLog: Sendable {
  /// A stretch of one researcher's work in one phase, up to the next phase.
  public struct Stretch: Hashable, Sendable {
    public var researcher: NamedObject
    /// `nil` where nothing was said.
    public var phase: Phase?
    public var from: Timestamp
    public var to: Timestamp
    /// Steps done, each taken back at once: how much was recorded, not how much was thought.
    public var steps: Int
    /// The how-manieth time this researcher works in this phase, from 1.
    public var time: Int
    /// Whether the researcher's stretch before it was in a later phase of the method.
    public var goesBack: Bool
    /// What the researcher wrote on entering.
    public var notes: [String]
  }

  /// By beginning.
  public let stretches: [Stretch]

  /// An event belongs to the phase that it states; if it states none, to the phase in which its
  /// researcher was last at work.
  /// - Parameter events: The log, in any order.
  public init(_ events: some Sequence<Event>) {
    let sorted = Event.inFoldOrder(events)
    let labels = StudyLabels(Study.folding(sorted).study)
    var walkers: [Identifier: PhaseWalker] = [:]
    for event in sorted {
      let name =
        labels.researcher(event.actor) ?? NamedObject(id: event.actor, name: event.actor.short)
      walkers[event.actor, default: PhaseWalker(researcher: name)].take(event)
    }
    stretches = walkers.values.flatMap(\.finished).sorted { a, b in
      (a.from, a.researcher.id, a.to) < (b.from, b.researcher.id, b.to)
    }
  }
}

/// Follows one researcher.
private struct PhaseWalker {
  let researcher: NamedObject
  private(set) var finished: [PhaseLog.Stretch] = []
  private var lastStep: Identifier?
  private var times: [Phase: Int] = [:]

  init(researcher: NamedObject) {
    self.researcher = researcher
  }

  mutating func take(_ event: Event) {
    let entered = event.change.verb == .enterPhase ? Self.entered(event.change.reason) : nil
    let phase = entered?.phase ?? event.phase ?? finished.last?.phase
    if finished.isEmpty || finished.last?.phase != phase { begin(phase, event) }
    let index = finished.count - 1
    finished[index].from = min(finished[index].from, event.at)
    finished[index].to = max(finished[index].to, event.at)
    if lastStep != event.step { finished[index].steps += 1 }
    if let note = entered?.note { finished[index].notes.append(note) }
    lastStep = event.step
  }

  private mutating func begin(_ phase: Phase?, _ event: Event) {
    if let phase { times[phase, default: 0] += 1 }
    let order = Phase.allCases
    let before = finished.last?.phase.flatMap { order.firstIndex(of: $0) }
    let now = phase.flatMap { order.firstIndex(of: $0) }
    let goesBack = if let before, let now { now < before } else { false }
    lastStep = nil
    finished.append(
      PhaseLog.Stretch(
        researcher: researcher, phase: phase, from: event.at, to: event.at, steps: 0,
        time: phase.flatMap { times[$0] } ?? 1, goesBack: goesBack, notes: []))
  }

  /// Reads what entering a phase records: its name, or its name and a note.
  private static func entered(_ reason: String?) -> (phase: Phase, note: String?)? {
    guard let parts = reason?.split(separator: ":", maxSplits: 1),
      let phase = parts.first.flatMap({ Phase(rawValue: String($0)) })
    else { return nil }
    let note = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    return (phase, note.isEmpty ? nil : note)
  }
}
