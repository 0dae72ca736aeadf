import Samtale
import Testing

/// Each rule that forbids a change, broken once.
@Suite struct StudyRuleTests {
  /// What breaks a rule, on a study with two codes, a coding, a theme and a group.
  struct Break: Sendable {
    var rule: RuleViolation.Rule
    var work: @Sendable (inout StudyEditor<Study>) throws -> Void

    init(
      _ rule: RuleViolation.Rule,
      _ work: @escaping @Sendable (inout StudyEditor<Study>) throws -> Void
    ) {
      self.rule = rule
      self.work = work
    }
  }

  static let work = StudyBase.id(101)
  static let health = StudyBase.id(102)
  static let coding = StudyBase.id(103)
  static let theme = StudyBase.id(104)
  static let group = StudyBase.id(105)

  static func desk(_ method: MethodProfile = .reflexiveTA) throws -> StudyDesk {
    var desk = try StudyBase.desk(method)
    try desk.step { editor in
      try editor.create(Code(id: work, name: "work"))
      try editor.create(Code(id: health, name: "health"))
      try editor.create(
        Coding(id: coding, code: work, anchor: StudyBase.turn("u1"), coder: StudyBase.anna))
      if method.developsThemes { try editor.create(Theme(id: theme, name: "Work as cure")) }
      try editor.create(CodeGroup(id: group, title: "Work"))
    }
    return desk
  }

  static func set(_ kind: ObjectKind, _ id: Identifier, _ fields: Fields) -> Change {
    Change(kind, id, .change, before: fields.mapValues { _ in .null }, after: fields)
  }

  static let breaks: [Break] = [
    Break(.unknownField) { try $0.record(set(.code, work, ["weight": .number(1)])) },
    Break(.missingField) {
      try $0.record(
        Change(.code, work, .rename, before: ["name": .text("work")], after: ["name": .null]))
    },
    Break(.missingField) {
      try $0.record(Change(.memo, StudyBase.id(300), .write, before: nil, after: [:]))
    },
    Break(.badValue) { try $0.renameCode(work, to: " \u{A0}\n") },
    Break(.badValue) { try $0.change(Code.self, work) { $0.colour = "#12345g" } },
    Break(.badValue) { try $0.change(Code.self, work) { $0.colour = "red" } },
    Break(.badValue) { try $0.record(set(.code, work, ["definition": .number(1)])) },
    Break(.badValue) { try $0.record(set(.code, work, ["level": .text("deep")])) },
    Break(.badValue) { try $0.record(set(.theme, theme, ["roles": .list([])])) },
    Break(.badValue) { try $0.record(set(.theme, theme, ["order": .text("1")])) },
    Break(.badValue) { try $0.splitCode(work, into: [("a", [coding]), ("b", [coding])]) },
    Break(.danglingReference) { try $0.moveCode(work, under: StudyBase.id(999)) },
    Break(.danglingReference) { try $0.record(set(.code, work, ["parent": .number(1)])) },
    Break(.danglingReference) {
      try $0.apply(work, to: StudyBase.turn("u1", of: StudyBase.id(999)))
    },
    Break(.wrongKind) { try $0.moveCode(work, under: group) },
    Break(.wrongKind) { try $0.record(set(.theme, work, ["concept": .text("c")])) },
    Break(.exists) { try $0.create(Code(id: work, name: "again")) },
    Break(.missing) { try $0.renameCode(StudyBase.id(999), to: "x") },
    Break(.missing) { try $0.renameCode(theme, to: "x") },
    Break(.missing) { try $0.record(set(.code, StudyBase.id(999), ["name": .text("x")])) },
    Break(.stale) {
      try $0.record(
        Change(
          .code, work, .rename, before: ["name": .text("labour")], after: ["name": .text("x")]))
    },
    // What an event does not say that it knew, it did not know.
    Break(.stale) {
      try $0.record(Change(.code, work, .rename, before: [:], after: ["name": .text("x")]))
    },
    Break(.stale) {
      try $0.record(Change(.coding, coding, .remove, before: ["note": .text("x")], after: nil))
    },
    Break(.inUse) {
      try $0.link(.themeExtract, from: theme, to: coding)
      try $0.remove(Coding.self, coding)
    },
    Break(.notRemovable) { try $0.remove(Code.self, health) },
    Break(.notRemovable) { try $0.remove(Theme.self, theme) },
    Break(.notRemovable) { try $0.remove(CodeGroup.self, group) },
    Break(.notRemovable) { try $0.remove(Researcher.self, StudyBase.bo) },
    Break(.notRemovable) { try $0.remove(StudyTranscript.self, StudyBase.first) },
    Break(.cycle) { try $0.moveCode(work, under: work) },
    Break(.cycle) {
      try $0.moveCode(work, under: health)
      try $0.moveCode(health, under: work)
    },
    Break(.tooDeep) {
      var parent = work
      for number in 2...64 { parent = try $0.createCode("\(number)", parent: parent) }
      try $0.createCode("65", parent: parent)
    },
    // From below, each code put under a new one.
    Break(.tooDeep) {
      var top = work
      for number in 2...65 {
        let next = try $0.createCode("\(number)")
        try $0.moveCode(top, under: next)
        top = next
      }
    },
    Break(.retiredCode) {
      try $0.retireCode(work)
      try $0.mergeCode(health, into: work)
    },
    Break(.retiredCode) {
      let other = try $0.createCode("other")
      try $0.mergeCode(work, into: other)
      try $0.mergeCode(health, into: work)
    },
    Break(.notRemovable) {
      let study = try $0.existing(StudyProfile.self, StudyBase.project)
      try $0.record(Change(.study, study.id, .restore, before: study.fields, after: nil))
    },
    Break(.notRemovable) {
      $0.undoes = StudyBase.id(998)
      let study = try $0.existing(StudyProfile.self, StudyBase.project)
      try $0.record(Change(.study, study.id, .remove, before: study.fields, after: nil))
    },
    Break(.notRemovable) {
      let code = try $0.existing(Code.self, health)
      try $0.record(Change(.code, health, .restore, before: code.fields, after: nil))
    },
    Break(.notRemovable) {
      let code = try $0.existing(Code.self, health)
      // No restore point.
      $0.restores = work
      try $0.record(Change(.code, health, .restore, before: code.fields, after: nil))
    },
    Break(.cycle) {
      try $0.mergeCode(work, into: health)
      try $0.mergeCode(health, into: work)
    },
    Break(.retiredCode) {
      try $0.retireCode(work)
      try $0.apply(work, to: StudyBase.turn("u2"))
    },
    Break(.retiredCode) {
      try $0.mergeCode(health, into: work)
      try $0.recode([coding], to: health)
    },
    Break(.mergeTarget) { try $0.mergeCode(work, into: work) },
    Break(.mergeTarget) { try $0.change(Code.self, work) { $0.status = .merged } },
    Break(.mergeTarget) { try $0.change(Code.self, work) { $0.mergedInto = health } },
    Break(.selfLink) { try $0.link(.map, from: work, to: work) },
    Break(.linkEnds) { try $0.link(.themeCode, from: work, to: theme) },
    Break(.linkEnds) { try $0.link(.map, from: work, to: coding) },
    Break(.linkEnds) { try $0.link(.boundary, from: theme, to: work) },
    Break(.conceptRequired) { try $0.develop(theme) { $0.status = .developed } },
    Break(.conceptRequired) { try $0.develop(theme, .finalise) { $0.status = .final } },
    Break(.conceptRequired) {
      try $0.develop(theme) {
        $0.status = .developed
        $0.concept = "work heals"
      }
      try $0.develop(theme) { $0.concept = nil }
    },
    Break(.themeDepth) { try $0.develop(theme) { $0.parent = theme } },
    Break(.themeDepth) {
      let (middle, top) = (try $0.createTheme("b"), try $0.createTheme("c"))
      try $0.develop(middle) { $0.parent = top }
      try $0.develop(theme) { $0.parent = middle }
    },
    Break(.themeDepth) {
      let (below, top) = (try $0.createTheme("b"), try $0.createTheme("c"))
      try $0.develop(below) { $0.parent = theme }
      try $0.develop(theme) { $0.parent = top }
    },
    Break(.method) {
      try $0.create(
        MeaningUnit(
          id: StudyBase.id(300), anchor: StudyBase.turn("u1"), group: group, by: StudyBase.anna))
    },
    Break(.anchor) { try $0.apply(work, to: Anchor(.turn, transcript: StudyBase.first)) },
    Break(.anchor) {
      try $0.apply(
        work, to: Anchor(.turn, transcript: StudyBase.first, segments: [.init("u1")]))
    },
    Break(.anchor) {
      try $0.record(
        set(.code, work, ["inVivo": .object(["kind": .text("span"), "segments": .list([])])]))
    },
    Break(.oneStudy) {
      try $0.create(StudyProfile(id: StudyBase.id(300), title: "Other", method: .none))
    },
    Break(.undone) {
      try $0.renameCode(work, to: "labour")
      let events = $0.events
      try $0.undo(events)
      try $0.undo(events)
    },
  ]

  @Test(arguments: breaks.indices)
  func theRuleHolds(_ index: Int) throws {
    let example = Self.breaks[index]
    var desk = try Self.desk()
    #expect(violated { try desk.step { try example.work(&$0) } } == example.rule)
  }

  @Test func onlyARestorePointTakesAwayWhatIsKept() throws {
    var desk = try Self.desk()
    try desk.step { editor in
      let point = RestorePoint(id: editor.newIdentifier(), name: "before", lamport: 3)
      try editor.create(point)
      editor.restores = point.id
      let code = try editor.existing(Code.self, Self.health)
      try editor.record(Change(.code, code.id, .restore, before: code.fields, after: nil))
    }
    #expect(desk.study.record(Self.health) == nil)
    #expect(same(Study.folding(desk.events), (desk.study, [])))
    #expect(try Event.log(Event.log(desk.events), named: "log") == desk.events)
  }

  /// Whatever does not move a code does not look at the codes above and below it.
  @Test func codesThatStayWhereTheyAreAreNotFollowed() throws {
    var desk = try Self.desk()
    try desk.step { editor in
      var parent = Self.work
      for number in 2...64 { parent = try editor.createCode("\(number)", parent: parent) }
      try editor.renameCode(parent, to: "the lowest")
      try editor.retireCode(parent)
    }
    #expect(desk.study.all(Code.self).count == 65)
  }

  /// The rules of systematic text condensation, on agreement, on privacy and on logical time have tests of their own.
  @Test func noRuleIsForgotten() {
    let elsewhere: Set<RuleViolation.Rule> = [
      .home, .copy, .trace, .agreement, .privacy, .logicalTime,
    ]
    #expect(
      Set(Self.breaks.map(\.rule)).union(elsewhere) == Set(RuleViolation.Rule.allCases))
  }

  @Test func aViolationSaysWhatToDo() throws {
    var desk = try Self.desk()
    let violation = try #require(throws: RuleViolation.self) {
      try desk.step { try $0.mergeCode(Self.work, into: Self.work) }
    }
    #expect(
      violation.description
        == "a merged code names the code that takes it over — name another code")
  }

  /// A coding of a code that was retired since can still be changed in other ways.
  @Test func fieldsThatStayAsTheyAreAreNotHeldAgainstRules() throws {
    var desk = try Self.desk()
    try desk.step { try $0.retireCode(Self.work) }
    let same = Value.text(Self.work.description)
    let change = Change(
      .coding, Self.coding, .change, before: ["code": same, "note": .null],
      after: ["code": same, "note": .text("n")])
    #expect(violated { try desk.step { try $0.record(change) } } == nil)
  }

  @Test func listsOfReferencesAreLists() throws {
    var desk = try Self.desk(.stc)
    let rule = violated {
      try desk.step {
        try $0.record(
          Change(
            .preliminaryThemes, StudyBase.id(300), .create, before: nil,
            after: ["items": .list([.text("a")]), "from": .text("everyone")]))
      }
    }
    #expect(rule == .badValue)
  }

  @Test func aChangeIsNotPutOnAnObjectOfAnotherKind() throws {
    var desk = try Self.desk()
    let change = Change(
      .group, Self.work, .rename, before: ["title": .null], after: ["title": .text("x")])
    #expect(violated { try desk.step { try $0.record(change) } } == .wrongKind)
    #expect(
      violated {
        try desk.step {
          try $0.record(Change(.group, Self.work, .create, before: nil, after: change.after))
        }
      } == .wrongKind)
    #expect(desk.study.record(Self.work)?.fields["title"] == nil)
  }
}
