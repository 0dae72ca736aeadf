import Samtale
import Testing

@Suite struct StudyAdviceTests {
  /// What is advised after some work on a study of a method: the words, and how grave it is.
  static func advice(
    _ method: MethodProfile, roles: Set<String> = [],
    _ work: (inout StudyEditor<Study>) throws -> Void
  ) throws -> [String] {
    var desk = try method == .stc ? StudyCondensationTests.desk() : StudyBase.desk(method)
    try desk.step(work)
    let found = StudyAdvice(desk.study, roles: roles).diagnostics
    #expect(found.allSatisfy { $0.code == .methodAdvice && $0.file.isEmpty && $0.line == nil })
    #expect(found.allSatisfy { $0.severity != .error && !$0.remedy.isEmpty })
    return found.map { "\($0.severity.rawValue): \($0.what)" }
  }

  /// A theme with an extract, on which nothing is to be said but for its name.
  static func theme(
    _ name: String, concept: String? = "Work heals.", status: Theme.Status = .candidate
  ) -> (inout StudyEditor<Study>) throws -> Void {
    { editor in
      let code = try editor.createCode("talk of work")
      let coding = try editor.apply(code, to: StudyBase.turn("u1"))
      let theme = try editor.createTheme(name, concept: concept)
      try editor.link(.themeExtract, from: theme, to: coding)
      try editor.develop(theme) { $0.status = status }
    }
  }

  @Test func aNewStudyNeedsNoAdvice() throws {
    for method in MethodProfile.allCases where method != .stc {
      #expect(try Self.advice(method) { _ in } == [])
    }
  }

  @Test(arguments: [
    ("Work", "its name is a single word"), ("What is work?", "its name is a question"),
    ("Social workers", "its name is a role"), ("Talk of work", "a code has the same name"),
  ])
  func aThemeMayBeATopicSummary(_ name: String, _ sign: String) throws {
    let what = "the theme “\(name)” may be a topic summary: \(sign)"
    #expect(
      try Self.advice(.reflexiveTA, roles: ["social workers"], Self.theme(name))
        == ["note: \(what)"])
    #expect(
      try Self.advice(
        .reflexiveTA, roles: ["social workers"], Self.theme(name, status: .developed))
        == ["warning: \(what)"])
    #expect(
      try Self.advice(.reflexiveTA, Self.theme(name, status: .discarded)) == [])
    #expect(try Self.advice(.codebookTA, roles: ["social workers"], Self.theme(name)) == [])
  }

  @Test func aThemeWithoutConceptMayBeATopicSummary() throws {
    #expect(
      try Self.advice(.reflexiveTA, Self.theme("Work", concept: nil)) == [
        "note: the theme “Work” may be a topic summary: its name is a single word, "
          + "it has no central organising concept"
      ])
  }

  @Test func rolesAreAlsoThoseThatTheStudyStates() throws {
    let found = try Self.advice(.reflexiveTA) { editor in
      try Self.theme("Case manager")(&editor)
      try editor.create(
        ParticipantAttribute(
          id: StudyBase.id(300), participant: "p1", key: "role", value: "case manager"))
    }
    #expect(
      found == ["note: the theme “Case manager” may be a topic summary: its name is a role"])
  }

  @Test func aFinalThemeIsReviewedOnBothLevels() throws {
    #expect(
      try Self.advice(.reflexiveTA, Self.theme("Work as cure", status: .final)) == [
        "warning: the theme “Work as cure” is final and was not reviewed against its extracts and "
          + "the whole data set"
      ])
    let found = try Self.advice(.reflexiveTA) { editor in
      try Self.theme("Work as cure", status: .final)(&editor)
      let theme = try #require(try editor.state.all(Theme.self).first)
      try editor.review(theme.id, .extracts, .keep, reason: "holds")
    }
    #expect(
      found == [
        "warning: the theme “Work as cure” is final and was not reviewed against the whole data set"
      ])
  }

  @Test func aThemeHasExtracts() throws {
    #expect(
      try Self.advice(.reflexiveTA) { try $0.createTheme("Work as cure", concept: "c") }
        == ["note: the theme “Work as cure” has no extracts"])
    // Those of its codes count, also of codes that were merged into them.
    let found = try Self.advice(.reflexiveTA) { editor in
      let (old, new) = (try editor.createCode("a"), try editor.createCode("b"))
      try editor.apply(old, to: StudyBase.turn("u1"))
      try editor.mergeCode(old, into: new)
      let theme = try editor.createTheme("Work as cure", concept: "c")
      try editor.link(.themeCode, from: theme, to: new)
    }
    #expect(found == [])
  }

  @Test(arguments: [
    ("Themes emerged slowly", "emerged", "warning"), ("an Emerging idea", "emerging", "warning"),
    ("until saturation", "saturation", "warning"),
    ("The theme was found in all.", "found", "note"),
    ("Patterns were extracted", "extracted", "note"),
  ])
  func someWordsHideWhoMadeATheme(_ text: String, _ word: String, _ severity: String) throws {
    let found = try Self.advice(.reflexiveTA, Self.theme("Work as cure", concept: text))
    #expect(found == ["\(severity): the concept of the theme “Work as cure” says “\(word)”"])
    #expect(try Self.advice(.codebookTA, Self.theme("Work as cure", concept: text)) == [])
    let group = StudyCondensationTests.group
    let texts = try Self.advice(.stc) {
      try $0.create(
        AnalyticText(
          id: StudyBase.id(300), group: group, heading: "A door opener?", body: text,
          by: StudyBase.anna))
    }
    #expect(
      texts.contains("\(severity): the body of the analytic text “A door opener?” says “\(word)”"))
  }

  @Test(arguments: [
    "They found it hard to get up.", "An emergency at home, and emergencies after.",
    "He found work. The theme is hope.",
  ])
  func theSameWordsMayBeAboutSomethingElse(_ text: String) throws {
    #expect(try Self.advice(.reflexiveTA, Self.theme("Work as cure", concept: text)) == [])
  }

  @Test func twoCodesMayHaveTheSameName() throws {
    let found = try Self.advice(.none) { editor in
      for name in ["work", "health", "Work", "work"] { try editor.createCode(name) }
      try editor.retireCode(try editor.createCode("health"))
    }
    #expect(found == ["note: 3 codes are called “work”"])
  }

  @Test func theUsualNumberOfPreliminaryThemes() throws {
    let found = try Self.advice(.stc) { editor in
      for (i, count) in [3, 4, 8, 9].enumerated() {
        try editor.create(
          PreliminaryThemeList(
            id: StudyBase.id(300 + i), researcher: i == 3 ? nil : StudyBase.bo,
            items: (0..<count).map { "\($0)" }))
      }
    }
    #expect(
      found.prefix(2) == [
        "note: the list of preliminary themes of Bo has 3 items",
        "note: the agreed list of preliminary themes has 9 items",
      ])
  }

  @Test func theUsualNumberOfSubgroups() throws {
    let found = try Self.advice(.stc) { editor in
      for number in 0..<3 {
        try editor.create(
          Subgroup(
            id: StudyBase.id(300 + number), group: StudyCondensationTests.other, title: "\(number)")
        )
      }
      try editor.create(CodeGroup(id: StudyBase.id(400), title: "plain set"))
    }
    #expect(
      found.prefix(2) == [
        "note: the code group “A door opener” has 1 subgroup",
        "note: the code group “A safer route” has 4 subgroups",
      ])
    #expect(!found.contains { $0.contains("plain set") })
  }

  @Test func condensatesAccountForTheirMeaningUnits() throws {
    let found = try Self.advice(.stc) { editor in
      try editor.create(
        StudyCondensationTests.condensate([
          .init("I have time.", units: [StudyCondensationTests.unit]),
          .init("I am seen.", units: []),
        ]))
    }
    #expect(
      found.dropFirst(2) == [
        "warning: sentence 2 of the condensate of the subgroup “time” names no meaning unit",
        "warning: the subgroup “time” has 1 meaning unit of 2 neither in a condensate nor set aside",
        "note: the subgroup “employers” has 1 meaning unit of 1 neither in a condensate nor set "
          + "aside",
      ])
    let aside = try Self.advice(.stc) { editor in
      var condensate = StudyCondensationTests.condensate([
        .init("I have time.", units: [StudyCondensationTests.unit])
      ])
      condensate.setAside = [.init(StudyCondensationTests.second, reason: "off the question")]
      try editor.create(condensate)
    }
    #expect(!aside.contains { $0.contains("“time”") })
  }

  @Test func aCondensateMayDrawOnWhatHasMoved() throws {
    let found = try Self.advice(.stc) { editor in
      try editor.create(
        StudyCondensationTests.condensate([
          .init(
            "I have time.", units: [StudyCondensationTests.unit, StudyCondensationTests.second])
        ]))
      try editor.moveUnit(StudyCondensationTests.unit, to: StudyCondensationTests.other)
    }
    #expect(
      found.contains(
        "warning: sentence 1 of the condensate of the subgroup “time” draws on a meaning unit that "
          + "has been moved elsewhere"))
  }

  @Test func categoriesAreHeldAgainstTranscripts() throws {
    let group = StudyCondensationTests.group
    let work: (inout StudyEditor<Study>) throws -> Void = {
      try $0.create(
        AnalyticText(
          id: StudyBase.id(300), group: group, heading: "A door opener?", body: "They do.",
          by: StudyBase.anna))
      try $0.create(
        ContextCheck(
          id: StudyBase.id(301), group: group, transcript: StudyBase.second, verdict: .nuances,
          by: StudyBase.bo))
    }
    #expect(
      try Self.advice(.stc, work).last
        == "note: the category “A door opener” was not held against m1")
    let withdrawn = try Self.advice(.stc) { editor in
      try work(&editor)
      try editor.change(StudyTranscript.self, StudyBase.first) { $0.isWithdrawn = true }
    }
    #expect(!withdrawn.contains { $0.contains("held against") })
  }
}
