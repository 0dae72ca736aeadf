import Samtale
import Testing

/// The guard-rails of systematic text condensation (Malterud 2012).
@Suite struct StudyCondensationTests {
  static let group = StudyBase.id(101)
  static let other = StudyBase.id(102)
  static let subgroup = StudyBase.id(103)
  static let elsewhere = StudyBase.id(104)
  static let unit = StudyBase.id(105)
  static let second = StudyBase.id(106)
  static let foreign = StudyBase.id(107)

  /// Two code groups with a subgroup each; two meaning units in the first, one in the second.
  static func desk() throws -> StudyDesk {
    var desk = try StudyBase.desk(.stc)
    try desk.step { editor in
      try editor.create(CodeGroup(id: group, title: "A door opener"))
      try editor.create(CodeGroup(id: other, title: "A safer route"))
      try editor.create(Subgroup(id: subgroup, group: group, title: "time"))
      try editor.create(Subgroup(id: elsewhere, group: other, title: "employers"))
      for (id, group, subgroup) in [
        (unit, group, subgroup), (second, group, subgroup), (foreign, other, elsewhere),
      ] {
        var unit = MeaningUnit(
          id: id, anchor: StudyBase.turn("u1"), group: group, by: StudyBase.anna)
        unit.subgroup = subgroup
        try editor.create(unit)
      }
    }
    return desk
  }

  static func condensate(_ sentences: [Condensate.Sentence]) -> Condensate {
    Condensate(
      id: StudyBase.id(200), subgroup: subgroup, sentences: sentences, by: StudyBase.anna)
  }

  static func broken(_ work: (inout StudyEditor<Study>) throws -> Void) throws
    -> RuleViolation.Rule?
  {
    var desk = try Self.desk()
    return violated { try desk.step(work) }
  }

  @Test func aMeaningUnitHasOneHome() throws {
    let homeless = Change(
      .meaningUnit, Self.unit, .move,
      before: ["group": .text(Self.group.description)], after: ["group": .null])
    #expect(try Self.broken { try $0.record(homeless) } == .missingField)
    let two = Change(
      .meaningUnit, Self.unit, .move, before: ["group": .text(Self.group.description)],
      after: [
        "group": .list([.text(Self.group.description), .text(Self.other.description)])
      ])
    #expect(try Self.broken { try $0.record(two) } == .danglingReference)
  }

  @Test func theSubgroupIsOneOfTheHome() throws {
    #expect(
      try Self.broken {
        try $0.moveUnit(Self.unit, to: Self.group, subgroup: Self.elsewhere)
      } == .home)
    #expect(
      try Self.broken {
        try $0.change(MeaningUnit.self, Self.unit) { $0.group = Self.other }
      } == .home)
    #expect(
      try Self.broken {
        try $0.moveUnit(Self.unit, to: Self.other, subgroup: Self.elsewhere)
      } == nil)
  }

  @Test func aSubgroupWithMeaningUnitsStaysWhereItIs() throws {
    let change = Change(
      .subgroup, Self.subgroup, .move, before: ["group": .text(Self.group.description)],
      after: ["group": .text(Self.other.description)])
    #expect(try Self.broken { try $0.record(change) } == .home)
  }

  @Test func aCopyIsMadeOfAnOriginal() throws {
    #expect(
      try Self.broken {
        try $0.change(MeaningUnit.self, Self.second) { $0.copyOf = Self.unit }
        try $0.change(MeaningUnit.self, Self.foreign) { $0.copyOf = Self.second }
      } == .copy)
    #expect(
      try Self.broken {
        try $0.change(MeaningUnit.self, Self.unit) { $0.copyOf = Self.unit }
      } == .copy)
  }

  @Test func sentencesOfACondensateTraceToUnitsOfItsSubgroup() throws {
    #expect(
      try Self.broken {
        try $0.create(Self.condensate([.init("I have time.", units: [Self.unit, Self.second])]))
      } == nil)
    #expect(
      try Self.broken {
        try $0.create(Self.condensate([.init("I have time.", units: [Self.foreign])]))
      } == .trace)
    #expect(
      try Self.broken {
        var condensate = Self.condensate([.init("I have time.", units: [Self.unit])])
        condensate.setAside = [.init(Self.foreign, reason: "off the question")]
        try $0.create(condensate)
      } == .trace)
  }

  @Test func aTraceThatCannotBeReadIsRefused() throws {
    let fields: Fields = [
      "subgroup": .text(Self.subgroup.description), "by": .text(StudyBase.anna.description),
      "sentences": .list([
        .object(["text": .text("I have time."), "units": .list([.text("somewhere")])])
      ]),
    ]
    let change = Change(.condensate, StudyBase.id(200), .write, before: nil, after: fields)
    #expect(try Self.broken { try $0.record(change) } == .trace)
  }

  @Test func aCondensateHasSentencesWithWords() throws {
    #expect(try Self.broken { try $0.create(Self.condensate([])) } == .trace)
    #expect(
      try Self.broken { try $0.create(Self.condensate([.init(" ", units: [])])) } == .trace)
  }

  @Test func aUnitIsSetAsideWithAReason() throws {
    #expect(
      try Self.broken {
        var condensate = Self.condensate([.init("I have time.", units: [Self.unit])])
        condensate.setAside = [.init(Self.second, reason: " ")]
        try $0.create(condensate)
      } == .trace)
  }

  /// Groups are adjusted as the analysis goes on: a unit may move although a condensate draws on
  /// it, and the condensate can still be changed in other ways.
  @Test func aUnitMovesThoughACondensateDrawsOnIt() throws {
    var desk = try Self.desk()
    try desk.step {
      try $0.create(Self.condensate([.init("I have time.", units: [Self.unit])]))
    }
    try desk.step { try $0.moveUnit(Self.unit, to: Self.other, subgroup: Self.elsewhere) }
    let change = Change(
      .condensate, StudyBase.id(200), .change,
      before: ["by": .text(StudyBase.anna.description)],
      after: ["by": .text(StudyBase.bo.description)])
    #expect(violated { try desk.step { try $0.record(change) } } == nil)
    #expect(
      violated {
        try desk.step {
          try $0.change(Condensate.self, StudyBase.id(200)) {
            $0.sentences = [.init("I have all the time.", units: [Self.unit])]
          }
        }
      } == .trace)
  }

  @Test func themesAreNoPartOfIt() throws {
    #expect(try Self.broken { try $0.createTheme("Time") } == .method)
  }

  @Test func shortAndLongListsOfPreliminaryThemesAreKept() throws {
    for count in [1, 3, 4, 8, 9] {
      let items = (1...count).map { "theme \($0)" }
      #expect(
        try Self.broken {
          try $0.create(
            PreliminaryThemeList(id: StudyBase.id(200), researcher: StudyBase.bo, items: items))
        } == nil)
    }
    #expect(PreliminaryThemeList.usualCount == 4...8)
  }

  @Test func stepsMayBeTakenInAnyOrder() throws {
    var desk = try Self.desk()
    for phase in [Phase.synthesis, .condensation, .totalImpression, .meaningUnits, .synthesis] {
      try desk.step { try $0.enter(phase, note: "back again") }
    }
    #expect(desk.latest.map(\.change.reason) == ["synthesis: back again"])
  }
}
