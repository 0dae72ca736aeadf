/// Every name that themes, codes and categories had: when, by whom and why.
public struct ObjectHistory: Sendable {
  /// A name or status that an object got.
  public struct Entry: Hashable, Sendable {
    public var at: Timestamp
    public var by: NamedObject
    public var phase: Phase?
    public var verb: Verb
    /// `nil` if the object was removed.
    public var name: String?
    public var status: String?
    public var reason: String?
    /// Whether it came about by taking back an earlier step.
    public var isUndo: Bool
  }

  /// One object through time.
  public struct Line: Hashable, Sendable {
    public var kind: ObjectKind
    public var object: Identifier
    /// For the analytic text of a category: the code group it is about.
    public var group: Identifier?
    public var entries: [Entry]

    /// What it is called now, or was last called.
    public var name: String { entries.last { $0.name != nil }?.name ?? object.short }
  }

  /// Objects in the order in which they were made; an analytic text, whose headings are names of the
  /// category, follows its code group.
  public let lines: [Line]

  /// Kinds that have names worth following.
  public static let kinds: Set<ObjectKind> = [.theme, .code, .group, .subgroup, .analyticText]

  /// Follows names through a log. The events are folded, so that what a rule refused, or what was
  /// made twice, is no entry.
  /// - Parameters:
  ///   - events: The log, in any order.
  ///   - kinds: Objects of these kinds.
  public init(
    _ events: some Sequence<Event>, kinds: Set<ObjectKind> = ObjectHistory.kinds
  ) {
    var follower = NameFollower()
    var folding = Folding(Study())
    for event in Event.inFoldOrder(events) {
      // A state in memory throws nothing but broken rules, which become conflicts.
      do { try folding.fold(event) } catch { assertionFailure("\(error)") }
      if kinds.contains(event.change.kind) { follower.note(event, in: folding.state) }
    }
    lines = follower.lines(StudyLabels(folding.state))
  }

  /// The history of one object.
  public subscript(id: Identifier) -> Line? { lines.first { $0.object == id } }

  /// The history of one object and of what carries its names.
  public func only(_ id: Identifier) -> ObjectHistory {
    ObjectHistory(lines: lines.filter { $0.object == id || $0.group == id })
  }

  private init(lines: [Line]) { self.lines = lines }
}

private struct NameFollower {
  struct Step {
    var event: Event
    var name: String?
    var status: String?
  }

  private var order: [Identifier] = []
  private var steps: [Identifier: [Step]] = [:]
  private var kinds: [Identifier: ObjectKind] = [:]
  private var groups: [Identifier: Identifier] = [:]

  /// Takes note if an event has changed what its object is called, or its status.
  mutating func note(_ event: Event, in study: Study) {
    let id = event.change.object
    let record = study.record(id)
    guard record == nil || record?.kind == event.change.kind else { return }
    let name = record.flatMap(Self.name)
    let status = record?.fields["status"]?.text
    let before = steps[id]?.last
    guard before?.name != name || before?.status != status else { return }
    if before == nil { order.append(id) }
    kinds[id] = event.change.kind
    if let group = record?.fields["group"]?.identifier { groups[id] = group }
    steps[id, default: []].append(Step(event: event, name: name, status: status))
  }

  private static func name(_ record: Record) -> String? {
    switch record.kind {
    case .group, .subgroup: record.fields["title"]?.text
    case .analyticText: record.fields["heading"]?.text
    default: record.fields["name"]?.text
    }
  }

  func lines(_ labels: StudyLabels) -> [ObjectHistory.Line] {
    let all = order.map { id in
      ObjectHistory.Line(
        kind: kinds[id] ?? .code, object: id, group: groups[id],
        entries: (steps[id] ?? []).map { entry($0, labels) })
    }
    let known = Set(all.map(\.object))
    let texts = Dictionary(grouping: all.filter { $0.kind == .analyticText }) { $0.group }
    return all.flatMap { line -> [ObjectHistory.Line] in
      if line.kind == .analyticText, let group = line.group, known.contains(group) { return [] }
      return [line] + (line.kind == .group ? texts[line.object] ?? [] : [])
    }
  }

  private func entry(_ step: Step, _ labels: StudyLabels) -> ObjectHistory.Entry {
    let event = step.event
    return ObjectHistory.Entry(
      at: event.at,
      by: labels.researcher(event.actor)
        ?? NamedObject(id: event.actor, name: event.actor.short),
      phase: event.phase, verb: event.change.verb, name: step.name, status: step.status,
      reason: event.change.reason, isUndo: event.undoes != nil)
  }
}
