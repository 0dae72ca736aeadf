import Samtale
import Testing

/// Two researchers who work apart and disagree: what becomes of it, and how it is settled.
@Suite struct StudyConflictTests {
  typealias Work = @Sendable (inout StudyEditor<Study>) throws -> Void

  private static let work = StudyRuleTests.work
  private static let health = StudyRuleTests.health
  private static let coding = StudyRuleTests.coding
  private static let theme = StudyRuleTests.theme

  /// The united study after both have done something on the same base, Anna first.
  static func united(
    on base: StudyDesk, anna: [Work], bo: [Work]
  ) throws -> StudyDesk {
    var (first, second) = StudyBase.desks(base)
    for work in anna { try first.step(work) }
    let start = base.lamport + 100
    for (i, work) in bo.enumerated() { try second.step(lamport: start + 10 * i, work) }
    first.receive(second.events)
    second.receive(first.events)
    #expect(first.study == second.study)
    #expect(first.conflicts == second.conflicts)
    return first
  }

  static func united(anna: @escaping Work, bo: @escaping Work) throws -> StudyDesk {
    try united(on: try StudyRuleTests.desk(), anna: [anna], bo: [bo])
  }

  static func fields(_ conflict: Conflict?) -> [Conflict.FieldConflict] {
    guard case .bothChanged(let fields) = conflict?.nature else { return [] }
    return fields
  }

  static func rule(_ conflict: Conflict?) -> RuleViolation.Rule? {
    guard case .refused(let violation) = conflict?.nature else { return nil }
    return violation.rule
  }

  /// Settles the first conflict of a copy of a study, and makes sure that it stays settled.
  static func settled(_ desk: StudyDesk, keepsFirst: Bool) throws -> StudyDesk {
    var desk = desk
    let count = desk.conflicts.count
    let conflict = try #require(desk.conflicts.first)
    try desk.step { try $0.settle(conflict, keepsFirst: keepsFirst, reason: "talked it over") }
    #expect(desk.conflicts.count == count - 1)
    #expect(same(Study.folding(desk.events), (desk.study, desk.conflicts)))
    return desk
  }

  @Test func bothRename() throws {
    let desk = try Self.united(
      anna: { try $0.renameCode(Self.work, to: "labour") },
      bo: { try $0.renameCode(Self.work, to: "toil") })
    #expect(desk.study.object(Code.self, Self.work)?.name == "toil")
    #expect(desk.conflicts.count == 1)
    #expect(desk.conflicts.first?.object == Self.work)
    let field = try #require(Self.fields(desk.conflicts.first).first)
    #expect(field.name == "name" && field.first == .text("labour") && field.second == .text("toil"))
    let first = try Self.settled(desk, keepsFirst: true)
    #expect(first.study.object(Code.self, Self.work)?.name == "labour")
    let second = try Self.settled(desk, keepsFirst: false)
    #expect(second.study.object(Code.self, Self.work)?.name == "toil")
    #expect(second.latest.map(\.change.reason) == ["talked it over"])
  }

  @Test func bothRenameToTheSame() throws {
    let desk = try Self.united(
      anna: { try $0.renameCode(Self.work, to: "labour") },
      bo: { try $0.renameCode(Self.work, to: "labour") })
    #expect(desk.conflicts.isEmpty)
  }

  @Test func oneRenamesAndTheOtherMerges() throws {
    let desk = try Self.united(
      anna: { try $0.renameCode(Self.work, to: "labour") },
      bo: { try $0.mergeCode(Self.work, into: Self.health) })
    #expect(desk.conflicts.isEmpty)
    let code = try #require(desk.study.object(Code.self, Self.work))
    #expect(code.name == "labour" && code.mergedInto == Self.health)
  }

  @Test func oneCodesWithWhatTheOtherRetired() throws {
    let desk = try Self.united(
      anna: { try $0.retireCode(Self.work) },
      bo: { try $0.apply(Self.work, to: StudyBase.turn("u7")) })
    #expect(desk.conflicts.count == 1)
    #expect(Self.rule(desk.conflicts.first) == .retiredCode)
    #expect(desk.study.all(Coding.self).count == 1)
    for keepsFirst in [true, false] {
      let settled = try Self.settled(desk, keepsFirst: keepsFirst)
      #expect(settled.study.all(Coding.self).count == 1)
    }
  }

  @Test func oneRetiresWhatTheOtherCodedWith() throws {
    let desk = try Self.united(
      anna: { try $0.apply(Self.work, to: StudyBase.turn("u7")) },
      bo: { try $0.retireCode(Self.work) })
    #expect(desk.conflicts.isEmpty)
    #expect(desk.study.all(Coding.self).count == 2)
  }

  @Test func oneRemovesWhatTheOtherEdits() throws {
    let desk = try Self.united(
      anna: { try $0.remove(Coding.self, Self.coding) },
      bo: { try $0.change(Coding.self, Self.coding) { $0.note = "but look" } })
    #expect(Self.rule(desk.conflicts.first) == .missing)
    #expect(try Self.settled(desk, keepsFirst: true).study.record(Self.coding) == nil)
    #expect(try Self.settled(desk, keepsFirst: false).study.record(Self.coding) == nil)
  }

  @Test func oneEditsWhatTheOtherRemoves() throws {
    let desk = try Self.united(
      anna: { try $0.change(Coding.self, Self.coding) { $0.note = "but look" } },
      bo: { try $0.remove(Coding.self, Self.coding) })
    #expect(Self.rule(desk.conflicts.first) == .stale)
    for keepsFirst in [true, false] {
      let settled = try Self.settled(desk, keepsFirst: keepsFirst)
      #expect(settled.study.object(Coding.self, Self.coding)?.note == "but look")
    }
  }

  @Test func bothRemove() throws {
    let remove: Work = { try $0.remove(Coding.self, Self.coding) }
    let desk = try Self.united(anna: remove, bo: remove)
    #expect(desk.conflicts.isEmpty && desk.study.record(Self.coding) == nil)
  }

  @Test func bothDoAgainWhatWasTakenBack() throws {
    var base = try StudyRuleTests.desk()
    let code = try base.step { try $0.createCode("new") }
    try base.undo(base.latest)
    let undo = base.latest
    let redo: Work = { try $0.undo(undo) }
    let desk = try Self.united(on: base, anna: [redo], bo: [redo])
    #expect(desk.conflicts.isEmpty)
    #expect(desk.study.object(Code.self, code)?.name == "new")
    // If one has gone on with it meanwhile, that is told of, and can be kept.
    let changed = try Self.united(
      on: base,
      anna: [
        redo, { try $0.renameCode(code, to: "newer") },
        { try $0.change(Code.self, code) { $0.definition = "d" } },
      ], bo: [redo])
    #expect(Self.fields(changed.conflicts.first).map(\.name) == ["definition", "name"])
    let kept = try Self.settled(changed, keepsFirst: true)
    #expect(kept.study.object(Code.self, code)?.name == "newer")
    #expect(kept.study.object(Code.self, code)?.definition == "d")
  }

  @Test func twoMovesMakeACycle() throws {
    let desk = try Self.united(
      anna: { try $0.moveCode(Self.work, under: Self.health) },
      bo: { try $0.moveCode(Self.health, under: Self.work) })
    #expect(Self.rule(desk.conflicts.first) == .cycle)
    #expect(desk.study.object(Code.self, Self.work)?.parent == Self.health)
    #expect(desk.study.object(Code.self, Self.health)?.parent == nil)
    _ = try Self.settled(desk, keepsFirst: true)
    _ = try Self.settled(desk, keepsFirst: false)
  }

  @Test func twoMergersMakeACircle() throws {
    let desk = try Self.united(
      anna: { try $0.mergeCode(Self.work, into: Self.health) },
      bo: { try $0.mergeCode(Self.health, into: Self.work) })
    #expect(Self.rule(desk.conflicts.first) == .cycle)
    #expect(StudyCorpus(desk.study, versions: []).heir(of: Self.work) == Self.health)
  }

  /// Fields that only make sense together are settled together.
  @Test func oneRetiresAndTheOtherMerges() throws {
    let desk = try Self.united(
      anna: { try $0.retireCode(Self.work) },
      bo: { try $0.mergeCode(Self.work, into: Self.health) })
    #expect(desk.study.object(Code.self, Self.work)?.status == .merged)
    let kept = try Self.settled(desk, keepsFirst: true)
    #expect(kept.study.object(Code.self, Self.work)?.status == .retired)
    #expect(kept.study.object(Code.self, Self.work)?.mergedInto == nil)
    let other = try Self.settled(desk, keepsFirst: false)
    #expect(other.study.object(Code.self, Self.work)?.mergedInto == Self.health)
  }

  static let developed: Work = {
    try $0.develop(theme) {
      $0.status = .developed
      $0.concept = "Work heals."
    }
  }

  @Test func oneFinalisesTheThemeWhoseConceptTheOtherRemoves() throws {
    var base = try StudyRuleTests.desk()
    try base.step(Self.developed)
    let finalise: Work = { try $0.develop(Self.theme, .finalise) { $0.status = .final } }
    let remove: Work = {
      try $0.develop(Self.theme) {
        $0.status = .candidate
        $0.concept = nil
      }
    }
    let desk = try Self.united(on: base, anna: [finalise], bo: [remove])
    #expect(desk.study.object(Theme.self, Self.theme)?.status == .candidate)
    let kept = try Self.settled(desk, keepsFirst: true)
    #expect(kept.study.object(Theme.self, Self.theme)?.status == .final)
    #expect(kept.study.object(Theme.self, Self.theme)?.concept == "Work heals.")
    let other = try Self.united(on: base, anna: [remove], bo: [finalise])
    #expect(Self.rule(other.conflicts.first) == .conceptRequired)
    #expect(other.study.object(Theme.self, Self.theme)?.concept == nil)
    _ = try Self.settled(other, keepsFirst: true)
  }

  @Test func bothMoveAMeaningUnit() throws {
    let base = try StudyCondensationTests.desk()
    let unit = StudyCondensationTests.unit
    let third = StudyBase.id(900)
    let desk = try Self.united(
      on: base,
      anna: [
        { try $0.create(CodeGroup(id: third, title: "Third")) },
        { try $0.moveUnit(unit, to: third) },
      ],
      bo: [
        {
          try $0.moveUnit(
            unit, to: StudyCondensationTests.other, subgroup: StudyCondensationTests.elsewhere)
        }
      ])
    #expect(desk.conflicts.count == 1)
    #expect(
      desk.study.object(MeaningUnit.self, unit)?.subgroup == StudyCondensationTests.elsewhere)
    let kept = try Self.settled(desk, keepsFirst: true)
    #expect(kept.study.object(MeaningUnit.self, unit)?.group == third)
    #expect(kept.study.object(MeaningUnit.self, unit)?.subgroup == nil)
  }

  @Test func oneTakesBackWhatTheOtherWentOnWith() throws {
    var base = try StudyRuleTests.desk()
    try base.step { try $0.renameCode(Self.work, to: "labour") }
    let rename = base.latest
    let desk = try Self.united(
      on: base, anna: [{ try $0.renameCode(Self.work, to: "toil") }], bo: [{ try $0.undo(rename) }])
    #expect(desk.study.object(Code.self, Self.work)?.name == "work")
    let kept = try Self.settled(desk, keepsFirst: true)
    #expect(kept.study.object(Code.self, Self.work)?.name == "toil")
  }

  @Test func theSettlementOfBothMayDisagree() throws {
    let desk = try Self.united(
      anna: { try $0.renameCode(Self.work, to: "labour") },
      bo: { try $0.renameCode(Self.work, to: "toil") })
    let conflict = try #require(desk.conflicts.first)
    let again = try Self.united(
      on: desk, anna: [{ try $0.settle(conflict, keepsFirst: true) }],
      bo: [{ try $0.settle(conflict, keepsFirst: false) }])
    #expect(again.study.object(Code.self, Self.work)?.name == "toil")
    #expect(again.conflicts.count == 1)
    #expect(again.conflicts.first?.event != conflict.event)
    let kept = try Self.settled(again, keepsFirst: true)
    #expect(kept.study.object(Code.self, Self.work)?.name == "labour")
    #expect(kept.conflicts.isEmpty)
  }

  @Test func aSettlementIsNotTakenBackButSettledAnew() throws {
    let desk = try Self.united(
      anna: { try $0.renameCode(Self.work, to: "labour") },
      bo: { try $0.renameCode(Self.work, to: "toil") })
    var settled = try Self.settled(desk, keepsFirst: true)
    #expect(violated { try settled.undo(settled.latest) } == .undone)
    #expect(settled.study.object(Code.self, Self.work)?.name == "labour")
  }

  /// Part of a step was refused when the logs were united: the rest can still be taken back.
  @Test func aStepThatWasRefusedInPartIsTakenBack() throws {
    var desk = try Self.united(
      anna: { try $0.retireCode(Self.work) },
      bo: {
        try $0.createCode("new")
        try $0.apply(Self.work, to: StudyBase.turn("u7"))
        try $0.renameCode(Self.health, to: "wellbeing")
      })
    #expect(Self.rule(desk.conflicts.first) == .retiredCode)
    let step = desk.events.filter { $0.actor == StudyBase.bo }
    try desk.undo(step)
    #expect(desk.study.all(Code.self).map(\.name).sorted() == ["health", "work"])
  }

  /// Two logs for two studies: what the second says of itself is refused, and can be put aside.
  @Test func aConflictAboutAnObjectOfAnotherKindIsSettled() throws {
    let id = StudyBase.id(900)
    let desk = try Self.united(
      anna: { try $0.create(Code(id: id, name: "a")) },
      bo: { try $0.create(CodeGroup(id: id, title: "b")) })
    #expect(Self.rule(desk.conflicts.first) == .wrongKind)
    _ = try Self.settled(desk, keepsFirst: false)
  }
}
