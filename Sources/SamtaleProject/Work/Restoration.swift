import Samtale

/// Turns objects back to what they were. Objects build on each other, so those that cannot be turned
/// back yet wait for the others.
struct Restoration {
  let past: Study
  let kinds: [Identifier: ObjectKind]
  /// The restore point; without one, only what may be removed at any time is removed.
  let point: Identifier?

  mutating func run(
    _ touched: Set<Identifier>, _ editor: inout StudyEditor<ProjectState>
  ) throws -> Int {
    editor.restores = point
    defer { editor.restores = nil }
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
