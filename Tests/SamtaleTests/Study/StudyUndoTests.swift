import Samtale
import Testing

/// Every operation, taken back and done again.
@Suite struct StudyUndoTests {
  struct Operation: Sendable {
    var name: String
    var method = MethodProfile.reflexiveTA
    var work: @Sendable (inout StudyEditor<Study>) throws -> Void
  }

  private static let work = StudyRuleTests.work
  private static let health = StudyRuleTests.health
  private static let coding = StudyRuleTests.coding
  private static let theme = StudyRuleTests.theme
  private static let group = StudyRuleTests.group

  static let operations: [Operation] = [
    Operation(name: "createCode") { try $0.createCode("new", parent: work, colour: "#000000") },
    Operation(name: "renameCode") { try $0.renameCode(work, to: "labour") },
    Operation(name: "moveCode") { try $0.moveCode(work, under: health) },
    Operation(name: "mergeCode") { try $0.mergeCode(work, into: health) },
    Operation(name: "splitCode") { try $0.splitCode(work, into: [("a", [coding]), ("b", [])]) },
    Operation(name: "retireCode") { try $0.retireCode(work) },
    Operation(name: "reviveCode") {
      try $0.retireCode(work)
      try $0.reviveCode(work)
      try $0.renameCode(work, to: "revived")
    },
    Operation(name: "apply") { try $0.apply(work, to: StudyBase.turn("u2"), note: "n") },
    Operation(name: "recode") { try $0.recode([coding], to: health) },
    Operation(name: "remove") { try $0.remove(Coding.self, coding) },
    Operation(name: "link") { try $0.link(.themeCode, from: theme, to: work) },
    Operation(name: "createTheme") { try $0.createTheme("new", concept: "c") },
    Operation(name: "develop") {
      try $0.develop(theme) {
        $0.status = .developed
        $0.concept = "c"
        $0.roles = ["therapist"]
      }
    },
    Operation(name: "discardTheme") { try $0.discardTheme(theme, reason: "too wide") },
    Operation(name: "review") { try $0.review(theme, .extracts, .keep, reason: "holds") },
    Operation(name: "writeMemo") { try $0.writeMemo(.code, "m", on: work) },
    Operation(name: "enter") { try $0.enter(.writing) },
    Operation(name: "round") {
      let round = CodingRound(id: StudyBase.id(400), name: "first")
      try $0.create(round)
      try $0.apply(work, to: StudyBase.turn("u2"), round: round.id)
      try $0.create(
        Visit(
          id: StudyBase.id(401), reader: StudyBase.bo, transcript: StudyBase.first,
          round: round.id), .visit)
      try $0.change(CodingRound.self, round.id) { $0.isOpen = false }
    },
    Operation(name: "withdraw") {
      try $0.change(StudyTranscript.self, StudyBase.first, .withdraw) { $0.isWithdrawn = true }
    },
    Operation(name: "leave") {
      try $0.change(Researcher.self, StudyBase.bo, .leave) { $0.isActive = false }
    },
    Operation(name: "attribute") {
      try $0.create(
        ParticipantAttribute(
          id: StudyBase.id(402), participant: "p1", key: "age", value: "40"))
    },
    Operation(name: "restorePoint") {
      try $0.create(RestorePoint(id: StudyBase.id(403), name: "before writing", lamport: 3))
    },
    Operation(name: "condensation", method: .stc) { editor in
      let (subgroup, unit) = (StudyBase.id(410), StudyBase.id(411))
      try editor.create(Subgroup(id: subgroup, group: group, title: "s"))
      try editor.create(
        MeaningUnit(id: unit, anchor: StudyBase.turn("u1"), group: group, by: StudyBase.anna))
      try editor.moveUnit(unit, to: group, subgroup: subgroup)
      let condensate = Condensate(
        id: StudyBase.id(412), subgroup: subgroup, sentences: [.init("I work.", units: [unit])],
        by: StudyBase.anna)
      try editor.create(condensate, .write)
      var text = AnalyticText(
        id: StudyBase.id(413), group: group, heading: "h", body: "b", by: StudyBase.anna)
      text.quotes = [unit]
      text.condensates = [condensate.id]
      try editor.create(text, .write)
      try editor.create(
        ContextCheck(
          id: StudyBase.id(414), group: group, transcript: StudyBase.first, verdict: .nuances,
          by: StudyBase.anna))
      try editor.create(
        PreliminaryThemeList(
          id: StudyBase.id(415), researcher: StudyBase.anna, items: ["a", "b"]))
    },
  ]

  @Test(arguments: operations.indices)
  func anOperationIsTakenBackAndDoneAgain(_ index: Int) throws {
    let operation = Self.operations[index]
    var desk = try StudyRuleTests.desk(operation.method)
    let before = desk.study
    try desk.step(operation.work)
    let (after, step) = (desk.study, desk.latest)
    #expect(operation.name == "enter" || after != before)

    try desk.undo(step)
    #expect(desk.study == before, "\(operation.name)")
    #expect(desk.latest.allSatisfy { $0.undoes == step[0].step })

    let taking = desk.latest
    try desk.undo(taking)
    #expect(desk.study == after, "\(operation.name)")
    try desk.undo(desk.latest)
    #expect(desk.study == before, "\(operation.name)")
    #expect(Study.folding(desk.events).study == desk.study)
    #expect(Study.folding(desk.events).conflicts.isEmpty)
  }

  @Test func whatWasChangedSinceIsNotTakenBack() throws {
    var desk = try StudyRuleTests.desk()
    try desk.step { try $0.renameCode(Self.work, to: "labour") }
    let rename = desk.latest
    try desk.step { try $0.renameCode(Self.work, to: "toil") }
    let study = desk.study
    #expect(violated { try desk.undo(rename) } == .stale)
    try desk.undo(desk.latest)
    try desk.undo(rename)
    #expect(desk.study.object(Code.self, Self.work)?.name == "work")
    #expect(study.object(Code.self, Self.work)?.name == "toil")
  }

  @Test func aChangeOfAnotherFieldDoesNotStandInTheWay() throws {
    var desk = try StudyRuleTests.desk()
    try desk.step { try $0.renameCode(Self.work, to: "labour") }
    let rename = desk.latest
    try desk.step { try $0.change(Code.self, Self.work) { $0.definition = "d" } }
    try desk.undo(rename)
    #expect(desk.study.object(Code.self, Self.work)?.name == "work")
    #expect(desk.study.object(Code.self, Self.work)?.definition == "d")
  }

  @Test func aCodeInUseIsNotTakenBack() throws {
    var desk = try StudyRuleTests.desk()
    let code = try desk.step { try $0.createCode("new") }
    let making = desk.latest
    try desk.step { try $0.apply(code, to: StudyBase.turn("u1")) }
    #expect(violated { try desk.undo(making) } == .inUse)
    try desk.undo(desk.latest)
    try desk.undo(making)
    #expect(desk.study.record(code) == nil)
  }

  @Test func aStepIsTakenBackOnce() throws {
    var desk = try StudyRuleTests.desk()
    try desk.step { try $0.renameCode(Self.work, to: "labour") }
    let rename = desk.latest
    try desk.undo(rename)
    #expect(violated { try desk.undo(rename) } == .undone)
    try desk.step { try $0.apply(Self.work, to: StudyBase.turn("u5")) }
    let coding = desk.latest
    try desk.undo(coding)
    #expect(violated { try desk.undo(coding) } == .undone)
  }
}
