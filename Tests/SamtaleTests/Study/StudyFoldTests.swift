import Samtale
import Testing

@Suite struct StudyFoldTests {
  @Test func equalLogicalTimesFoldInTheOrderOfIdentifiers() throws {
    let base = try StudyRuleTests.desk()
    let events = (1...6).map { number in
      Event(
        id: StudyBase.id(700 - number), lamport: 50, at: Timestamp(milliseconds: number),
        actor: StudyBase.anna, step: StudyBase.id(800 + number),
        change: Change(
          .code, StudyRuleTests.work, .rename, before: ["name": .text("work")],
          after: ["name": .text("name \(number)")]))
    }
    let folded = Study.folding(base.events + events)
    #expect(folded.study.object(Code.self, StudyRuleTests.work)?.name == "name 1")
    #expect(folded.conflicts.map(\.event) == (695...699).map { StudyBase.id($0) })
    #expect(same(Study.folding(events.reversed() + base.events), folded))
  }

  /// Whatever looks at a damaged log sees the same events.
  @Test func viewsTakeTheEventsThatTheFoldTakes() throws {
    let base = try StudyRuleTests.desk()
    let twins = ["a", "b"].map { name in
      Event(
        id: StudyBase.id(700), lamport: name == "a" ? 90 : 92, at: Timestamp(milliseconds: 0),
        actor: StudyBase.anna, phase: name == "a" ? .coding : .writing, step: StudyBase.id(701),
        change: Change(
          .code, StudyRuleTests.work, .rename, before: ["name": .text("work")],
          after: ["name": .text(name)]))
    }
    let between = Event(
      id: StudyBase.id(702), lamport: 91, at: Timestamp(milliseconds: 0), actor: StudyBase.bo,
      phase: .coding, step: StudyBase.id(703),
      change: Change(
        .code, StudyRuleTests.health, .rename, before: ["name": .text("health")],
        after: ["name": .text("c")]))
    let events = base.events + [twins[1], between, twins[0]]
    #expect(Study.folding(events).study.object(Code.self, StudyRuleTests.work)?.name == "a")
    let history = ObjectHistory(events)
    #expect(history[StudyRuleTests.work]?.entries.map(\.name) == ["work", "a"])
    #expect(!PhaseLog(events).stretches.contains { $0.phase == .writing })
  }

  @Test func anEventTwiceCountsOnce() throws {
    let base = try StudyRuleTests.desk()
    let once = Study.folding(base.events)
    #expect(same(Study.folding(base.events + base.events), once))
    #expect(once.conflicts.isEmpty)
  }

  /// A damaged log: the order in which it is given must still not matter.
  @Test func differentEventsWithOneIdentifierFoldTheSameInAnyOrder() throws {
    let base = try StudyRuleTests.desk()
    let variants = ["a", "b", "c"].map { name in
      var event = base.events[base.events.count - 1]
      event.change = Change(
        .code, StudyRuleTests.work, .rename, before: ["name": .text("work")],
        after: ["name": .text(name)])
      event.id = StudyBase.id(700)
      event.lamport = name == "c" ? 99 : 90
      return event
    }
    let folded = Study.folding(base.events + variants)
    #expect(same(Study.folding(base.events + variants.reversed()), folded))
    let mixed = [variants[1], variants[2], variants[0]]
    #expect(same(Study.folding(mixed + base.events), folded))
    #expect(folded.conflicts.isEmpty)
  }

  @Test func aFieldOfALaterVersionIsKeptInTheLogAndToldOf() throws {
    let base = try StudyRuleTests.desk()
    let event = Event(
      id: StudyBase.id(700), lamport: 90, at: Timestamp(milliseconds: 0), actor: StudyBase.bo,
      step: StudyBase.id(701),
      change: Change(
        .code, StudyRuleTests.work, .change, before: ["mood": .null],
        after: ["mood": .text("grim"), "name": .text("toil")]))
    let (study, conflicts) = Study.folding(base.events + [event])
    #expect(study == base.study)
    guard case .refused(let violation) = conflicts.first?.nature else {
      Issue.record("the event is not told of")
      return
    }
    #expect(violation.rule == .unknownField)
    #expect(violation.remedy == "use a version of Samtale that knows it")
    #expect(try Event.log(Event.log([event]), named: "log") == [event])
  }

  @Test func applyingIsStrict() throws {
    let base = try StudyRuleTests.desk()
    let rename = Event(
      id: StudyBase.id(700), lamport: 90, at: Timestamp(milliseconds: 0), actor: StudyBase.bo,
      step: StudyBase.id(701),
      change: Change(
        .code, StudyRuleTests.work, .rename, before: ["name": .text("x")],
        after: ["name": .text("y")]))
    #expect(violated { _ = try base.study.applying(rename) } == .stale)
    var fitting = rename
    fitting.change.before = ["name": .text("work")]
    #expect(
      try base.study.applying(fitting).object(Code.self, StudyRuleTests.work)?.name == "y")
    #expect(base.study.object(Code.self, StudyRuleTests.work)?.name == "work")
  }

  @Test func theStateCountsWhatPointsToAnObject() throws {
    var study = Study()
    let (code, link, other) = (StudyBase.id(1), StudyBase.id(2), StudyBase.id(3))
    let record = Link(id: link, .map, from: code, to: code).record
    study.set(link, record, kind: .link)
    #expect(study.isReferenced(code))
    study.set(link, Link(id: link, .map, from: code, to: other).record, kind: .link)
    #expect(study.isReferenced(code) && study.isReferenced(other))
    study.set(link, nil, kind: .link)
    #expect(!study.isReferenced(code) && !study.isReferenced(other))
    #expect(study == Study() && study.count == 0)
  }

  @Test func theStateKeepsKindsApart() {
    var study = Study()
    let id = StudyBase.id(1)
    study.set(id, Code(id: id, name: "work").record, kind: .code)
    study.set(id, Theme(id: id, name: "work").record, kind: .theme)
    #expect(study.objects(of: .code).isEmpty)
    #expect(study.objects(of: .theme).map(\.id) == [id])
    study.set(id, nil, kind: .code)
    #expect(study == Study())
  }

  @Test func removingWhatOthersBuildOnIsAConflict() throws {
    var base = try StudyRuleTests.desk()
    var (anna, bo) = StudyBase.desks(base)
    try anna.step { try $0.remove(Coding.self, StudyRuleTests.coding) }
    try bo.step {
      try $0.link(.themeExtract, from: StudyRuleTests.theme, to: StudyRuleTests.coding)
    }
    base.receive(anna.events + bo.events)
    #expect(base.conflicts.count == 1)
    // Whichever came first holds.
    let isGone = base.study.record(StudyRuleTests.coding) == nil
    #expect(base.study.objects(of: .link).isEmpty == isGone)
    guard case .refused(let violation) = base.conflicts[0].nature else {
      Issue.record("nothing was refused")
      return
    }
    #expect(violation.rule == (isGone ? .danglingReference : .inUse))
  }
}

extension StudyObject {
  /// The object as the state holds it.
  var record: Record { Record(Self.kind, fields) }
}

/// Whether two foldings came to the same.
func same(
  _ a: (study: Study, conflicts: [Conflict]), _ b: (study: Study, conflicts: [Conflict])
) -> Bool {
  a.study == b.study && a.conflicts == b.conflicts
}
