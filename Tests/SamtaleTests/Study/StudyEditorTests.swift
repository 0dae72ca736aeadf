import Samtale
import Testing

@Suite struct StudyEditorTests {
  @Test func aStepIsSigned() throws {
    var editor = StudyEditor(
      try StudyBase.desk().study, lamport: 41,
      signature: .init(
        actor: StudyBase.bo, at: Timestamp(milliseconds: 9), phase: .coding, seed: 1))
    try editor.createCode("a")
    try editor.createCode("b")
    #expect(editor.events.map(\.lamport) == [42, 43])
    #expect(editor.events.allSatisfy { $0.actor == StudyBase.bo && $0.phase == .coding })
    #expect(Set(editor.events.map(\.step)) == [editor.step])
    #expect(Set(editor.events.map(\.id)).count == 2)
  }

  @Test func theSameSeedGivesTheSameEvents() throws {
    let study = try StudyBase.desk().study
    let events = try (0..<2).map { _ in
      var editor = StudyEditor(
        study, lamport: 0,
        signature: .init(actor: StudyBase.bo, at: Timestamp(milliseconds: 9), seed: 1))
      try editor.createCode("a")
      return editor.events
    }
    #expect(events[0] == events[1])
  }

  @Test func aCodeIsMadeWithWhatIsKnownOfIt() throws {
    var desk = try StudyBase.desk()
    let id = try desk.step {
      try $0.createCode(
        "a door opener", definition: "d", colour: "#00aaFF", level: .latent,
        inVivo: StudyBase.turn("u1"))
    }
    let code = try #require(desk.study.object(Code.self, id))
    #expect(code.origin == .inVivo && code.inVivo == StudyBase.turn("u1"))
    #expect(code.definition == "d" && code.colour == "#00aaFF" && code.level == .latent)
    #expect(desk.latest.map(\.change.verb) == [.create])
    #expect(desk.latest.map(\.change.before) == [nil])
  }

  @Test func anEventHoldsWhatChangesAndNoMore() throws {
    var desk = try StudyRuleTests.desk()
    try desk.step { try $0.renameCode(StudyRuleTests.work, to: "labour", reason: "her word") }
    let change = try #require(desk.latest.first?.change)
    #expect(change.before == ["name": .text("work")])
    #expect(change.after == ["name": .text("labour")])
    #expect(change.verb == .rename && change.reason == "her word")
  }

  @Test func nothingHappensIfNothingChanges() throws {
    var desk = try StudyRuleTests.desk()
    let count = desk.events.count
    try desk.step {
      try $0.renameCode(StudyRuleTests.work, to: "work")
      try $0.reviveCode(StudyRuleTests.work)
    }
    #expect(desk.events.count == count)
  }

  @Test func aMergerIsTakenBackWithItsCodings() throws {
    var desk = try StudyRuleTests.desk()
    let coding = StudyRuleTests.coding
    try desk.step { try $0.mergeCode(StudyRuleTests.work, into: StudyRuleTests.health) }
    #expect(desk.study.object(Coding.self, coding)?.code == StudyRuleTests.work)
    let corpus = StudyCorpus(desk.study, versions: [])
    #expect(corpus.heir(of: StudyRuleTests.work) == StudyRuleTests.health)
    try desk.step { try $0.reviveCode(StudyRuleTests.work) }
    let revived = StudyCorpus(desk.study, versions: [])
    #expect(revived.heir(of: StudyRuleTests.work) == StudyRuleTests.work)
  }

  /// A merged code that is retired or split counts for itself again.
  @Test func aMergedCodeIsRetiredOrSplit() throws {
    var desk = try StudyRuleTests.desk()
    let code = StudyRuleTests.work
    try desk.step { try $0.mergeCode(code, into: StudyRuleTests.health) }
    try desk.step { try $0.retireCode(code) }
    #expect(desk.study.object(Code.self, code)?.status == .retired)
    #expect(desk.study.object(Code.self, code)?.mergedInto == nil)
    try desk.step {
      try $0.mergeCode(code, into: StudyRuleTests.health)
      try $0.splitCode(code, into: [("a", [])])
    }
    #expect(desk.study.object(Code.self, code)?.status == .split)
    #expect(desk.study.object(Code.self, code)?.mergedInto == nil)
  }

  @Test func aSplitGivesCodingsToItsParts() throws {
    var desk = try StudyRuleTests.desk()
    let (work, coding) = (StudyRuleTests.work, StudyRuleTests.coding)
    let other = try desk.step { try $0.apply(work, to: StudyBase.turn("u2")) }
    let parts = try desk.step {
      try $0.splitCode(work, into: [("cure", [coding]), ("duty", [])], reason: "two ideas")
    }
    let codes = parts.map { desk.study.object(Code.self, $0) }
    #expect(codes.map { $0?.name } == ["cure", "duty"])
    #expect(codes.allSatisfy { $0?.splitFrom == work && $0?.status == .active })
    #expect(desk.study.object(Coding.self, coding)?.code == parts[0])
    #expect(desk.study.object(Coding.self, other)?.code == work)
    #expect(desk.study.object(Code.self, work)?.status == .split)
    #expect(desk.latest.allSatisfy { $0.change.reason == "two ideas" })
  }

  /// What is made of several changes is done as a whole or not at all, also within a step that
  /// goes on.
  @Test func anOperationThatFailsLeavesTheStepAsItWas() throws {
    let (work, coding) = (StudyRuleTests.work, StudyRuleTests.coding)
    let desk = try StudyRuleTests.desk()
    var editor = StudyEditor(
      desk.study, lamport: desk.lamport,
      signature: .init(actor: StudyBase.anna, at: Timestamp(milliseconds: 9), seed: 5))
    try editor.renameCode(work, to: "labour")
    let (state, events) = (editor.state, editor.events)
    #expect(
      violated { _ = try editor.splitCode(work, into: [("a", [coding]), ("b", [coding])]) }
        == .badValue)
    #expect(editor.state == state && editor.events == events)
    #expect(
      violated { try editor.recode([coding, StudyBase.id(999)], to: StudyRuleTests.health) }
        == .missing)
    #expect(editor.state == state && editor.events == events)
    try editor.renameCode(work, to: "toil")
    #expect(editor.events.map(\.lamport) == [desk.lamport + 1, desk.lamport + 2])
    #expect(editor.undoes == nil)
  }

  @Test func anUndoThatFailsLeavesTheStepAsItWas() throws {
    var desk = try StudyRuleTests.desk()
    let codes = try desk.step { [try $0.createCode("a"), try $0.createCode("b")] }
    let step = desk.latest
    try desk.step { try $0.apply(codes[0], to: StudyBase.turn("u3")) }
    var editor = StudyEditor(
      desk.study, lamport: desk.lamport,
      signature: .init(actor: StudyBase.anna, at: Timestamp(milliseconds: 9), seed: 5))
    #expect(violated { try editor.undo(step) } == .inUse)
    #expect(editor.state == desk.study && editor.events.isEmpty && editor.undoes == nil)
  }

  @Test func nothingIsWrittenThatCouldNotBeRead() throws {
    let desk = try StudyRuleTests.desk()
    var editor = StudyEditor(
      desk.study, lamport: 1 << 53 - 1,
      signature: .init(actor: StudyBase.anna, at: Timestamp(milliseconds: 9), seed: 5))
    try editor.createCode("last")
    #expect(violated { try editor.createCode("too late") } == .logicalTime)
    #expect(editor.events.count == 1)
    #expect(try Event(Value(json: Event.log(editor.events))) == editor.events[0])
  }

  @Test func aLinkHasItsNote() throws {
    var desk = try StudyRuleTests.desk()
    let link = try desk.step {
      try $0.link(
        .codeInGroup, from: StudyRuleTests.work, to: StudyRuleTests.group, note: "at its edge")
    }
    #expect(desk.study.object(Link.self, link)?.note == "at its edge")
    try desk.step { try $0.remove(Link.self, link) }
    #expect(desk.study.record(link) == nil)
  }
}
