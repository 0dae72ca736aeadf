import Samtale
import TestSupport
import Testing

/// Two researchers work apart on one study, with random steps, and exchange their logs now and
/// then. However the logs are united, the result is the same and nothing is lost.
@Suite struct StudyMergeTests {
  static let united: (base: StudyDesk, anna: StudyDesk, bo: StudyDesk)? = try? make(each: 10_000)

  static func make(each count: Int) throws -> (base: StudyDesk, anna: StudyDesk, bo: StudyDesk) {
    var base = try StudyBase.desk(transcripts: 16)
    try base.step { editor in
      for number in 1...8 { try editor.createCode("code \(number)") }
      try editor.create(CodeGroup(id: StudyBase.id(500), title: "group"))
    }
    var (anna, bo) = StudyBase.desks(base)
    var (first, second) = (RandomWork(seed: 11), RandomWork(seed: 12))
    let exchanges = 4
    for round in 1...exchanges {
      let size = count * round / exchanges
      first.steps(on: &anna, until: size)
      second.steps(on: &bo, until: size)
      guard round < exchanges else { break }
      // Once in a while only one of them hears of the other.
      let news = bo.events
      if round != 2 { bo.receive(anna.events) }
      anna.receive(news)
    }
    return (base, anna, bo)
  }

  @Test func nothingIsLostHoweverLogsAreUnited() throws {
    let (base, anna, bo) = try #require(Self.united)
    let all = anna.events + bo.events
    let own = { (actor: Identifier) in all.filter { $0.actor == actor } }
    #expect(Set(own(StudyBase.bo).map(\.id)).count >= 10_000)
    #expect(Set(own(StudyBase.anna).map(\.id)).count >= 10_000)
    #expect(Set(base.events.map(\.id)).isSubset(of: Set(all.map(\.id))))

    var united = Study.folding(all)
    let time = ProcessorTime.measure { united = Study.folding(all) }
    #expect(time < .seconds(20))
    #expect(!united.conflicts.isEmpty)
    #expect(same(Study.folding(bo.events + anna.events), united))
    var random = RandomGenerator(seed: 13)
    for _ in 0..<5 {
      #expect(same(Study.folding((all + anna.events.prefix(500)).shuffled(using: &random)), united))
    }
    Self.expectThatEachEventCounts(all, united)
  }

  /// Small histories many times over, so that rare orders are met, too.
  @Test(arguments: [MethodProfile.reflexiveTA, .stc])
  func smallHistoriesUniteToo(_ method: MethodProfile) throws {
    var random = RandomGenerator(seed: 14)
    for seed in 0..<6 {
      var base = try StudyBase.desk(method)
      try base.step { editor in
        for number in 1...3 { try editor.createCode("code \(number)") }
      }
      var (anna, bo) = StudyBase.desks(base)
      var work = RandomWork(seed: UInt64(100 + seed), method: method)
      for size in [40, 80, 120] {
        work.steps(on: &anna, until: size)
        work.steps(on: &bo, until: size)
        anna.receive(bo.events)
        if size == 80 { bo.receive(anna.events) }
      }
      let all = anna.events + bo.events
      let united = Study.folding(all)
      for _ in 0..<5 {
        #expect(same(Study.folding((all + all.prefix(30)).shuffled(using: &random)), united))
      }
      Self.expectThatEachEventCounts(all, united)
      try Self.expectThatEverythingCanBeSettled(all)
    }
  }

  /// Folds event by event: after each one the state says what the event says, or there is a
  /// conflict about the event. What a person did is signed with that person's name.
  static func expectThatEachEventCounts(
    _ events: [Event], _ united: (study: Study, conflicts: [Conflict])
  ) {
    var folding = Folding(Study())
    var seen: Set<Identifier> = []
    var lost: [Event] = []
    for event in events.sorted(by: Event.precedes) where seen.insert(event.id).inserted {
      do { try folding.fold(event) } catch { Issue.record(error) }
      let record = folding.state.record(event.change.object)
      let counts =
        event.change.after.map { after in
          after.allSatisfy { record?.fields[$0.key] ?? .null == $0.value } && record != nil
        } ?? (record == nil)
      if !counts, folding.conflicts.last?.event != event.id { lost.append(event) }
    }
    #expect(lost.isEmpty)
    #expect(folding.state == united.study)
    #expect(folding.conflicts == united.conflicts)
    #expect(StudySoundness(study: united.study).faults == [])
    let makers = Dictionary(
      events.filter { $0.change.verb == .apply }.map { ($0.change.object, $0.actor) },
      uniquingKeysWith: { first, _ in first })
    #expect(united.study.all(Coding.self).allSatisfy { makers[$0.id] == $0.coder })
  }

  static func expectThatEverythingCanBeSettled(_ events: [Event]) throws {
    var desk = StudyDesk(actor: StudyBase.anna, seed: 77)
    desk.receive(events)
    var left = desk.conflicts.count
    while let conflict = desk.conflicts.first {
      let keepsFirst = left % 2 == 0
      let refused = violated {
        try desk.step { try $0.settle(conflict, keepsFirst: keepsFirst) }
      }
      // A value that no longer fits the rest of the study cannot be brought back.
      if refused != nil { try desk.step { try $0.settle(conflict, keepsFirst: !keepsFirst) } }
      guard desk.conflicts.count == left - 1 else {
        Issue.record("a conflict is not settled: \(conflict)")
        return
      }
      left -= 1
    }
    #expect(same(Study.folding(desk.events), (desk.study, [])))
  }
}

/// Does random things to a study.
struct RandomWork {
  private var random: RandomGenerator
  private var done: [[Event]] = []
  private var known: [ObjectKind: [Identifier]] = [:]

  private let method: MethodProfile

  init(seed: UInt64, method: MethodProfile = .reflexiveTA) {
    random = RandomGenerator(seed: seed)
    self.method = method
  }

  /// Works in steps until there are so many events of the desk's owner.
  mutating func steps(on desk: inout StudyDesk, until count: Int) {
    known = [:]
    learn(desk.events)
    let actor = desk.actor
    var made = desk.events.count { $0.actor == actor }
    var lamport = desk.lamport
    while made < count {
      let before = desk.events.count
      step(on: &desk, lamport: lamport)
      made += desk.events.count - before
      lamport = max(lamport, desk.events.last?.lamport ?? 0)
    }
  }

  private mutating func step(on desk: inout StudyDesk, lamport: Int) {
    let start = desk.events.count
    if Int.random(in: 0..<20, using: &random) == 0, let step = done.randomElement(using: &random) {
      _ = violated { try desk.step(lamport: lamport) { try $0.undo(step) } }
    } else {
      let count = Int.random(in: 1...12, using: &random)
      _ = violated {
        try desk.step(lamport: lamport) { editor in
          for _ in 0..<count { _ = violated { try self.work(&editor) } }
        }
      }
    }
    guard desk.events.count > start else { return }
    learn(desk.events[start...])
    done.append(Array(desk.events[start...]))
    if done.count > 6 { done.removeFirst() }
  }

  private mutating func work(_ editor: inout StudyEditor<Study>) throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<7: try coding(&editor)
    case 7..<13: try code(&editor)
    case 13..<17 where method == .stc: try condensing(&editor)
    case 13..<17: try theme(&editor)
    case 17: try editor.writeMemo(.code, "memo", on: pick(.code))
    case 18:
      if let link = pick(.link) { try editor.remove(Link.self, link) }
    default:
      try editor.create(CodeGroup(id: editor.newIdentifier(), title: "group"))
    }
  }

  private mutating func coding(_ editor: inout StudyEditor<Study>) throws {
    guard let code = pick(.code), let coding = pick(.coding) else {
      if let code = pick(.code) { try apply(code, &editor) }
      return
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: try editor.recode([coding], to: code)
    case 1: try editor.remove(Coding.self, coding)
    case 2: try editor.change(Coding.self, coding) { $0.note = name() }
    default: try apply(code, &editor)
    }
  }

  private mutating func apply(_ code: Identifier, _ editor: inout StudyEditor<Study>) throws {
    let transcript = pick(.transcript) ?? StudyBase.first
    let turn = Int.random(in: 1...300, using: &random)
    try editor.apply(code, to: StudyBase.turn("u\(turn)", of: transcript))
  }

  private mutating func code(_ editor: inout StudyEditor<Study>) throws {
    guard let code = pick(.code), let other = pick(.code) else {
      return
    }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: try editor.renameCode(code, to: name())
    case 1: try editor.moveCode(code, under: Bool.random(using: &random) ? other : nil)
    case 2: try editor.mergeCode(code, into: other)
    case 3: try editor.splitCode(code, into: [(name(), []), (name(), [])])
    case 4: try editor.retireCode(code)
    case 5, 6: try editor.reviveCode(code)
    case 7:
      if let group = pick(.group) {
        try editor.link(.codeInGroup, from: code, to: group)
      }
    default: try editor.createCode(name(), parent: Bool.random(using: &random) ? other : nil)
    }
  }

  private mutating func theme(_ editor: inout StudyEditor<Study>) throws {
    guard let theme = pick(.theme) else {
      try editor.createTheme(name())
      return
    }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: try editor.createTheme(name(), concept: "a concept")
    case 1:
      try editor.develop(theme) {
        $0.status = .developed
        $0.concept = name()
      }
    case 2:
      try editor.develop(theme) {
        $0.status = .candidate
        $0.concept = nil
      }
    case 3: try editor.develop(theme, .finalise) { $0.status = .final }
    case 4: try editor.discardTheme(theme, reason: "no")
    case 5:
      if let other = pick(.theme) {
        try editor.develop(theme) { $0.parent = other }
      }
    default:
      if let coding = pick(.coding) {
        try editor.link(.themeExtract, from: theme, to: coding)
      }
    }
  }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func name() -> String { "name \(Int.random(in: 0..<40, using: &random))" }

  /// Something that was made, and may be gone again.
  mutating func pick(_ kind: ObjectKind) -> Identifier? {
    known[kind]?.randomElement(using: &random)
  }

  private mutating func learn(_ events: some Sequence<Event>) {
    for event in events where event.change.before == nil {
      known[event.change.kind, default: []].append(event.change.object)
    }
  }
}
