import Samtale
import Testing

/// The guard-rails of reflexive thematic analysis (Braun & Clarke 2006, 2019, 2021).
@Suite struct StudyReflexiveTests {
  @Test func aThemeNeedsAConceptFromDevelopedOn() throws {
    var desk = try StudyBase.desk()
    let theme = try desk.step { try $0.createTheme("Treating work as cure") }
    for status in [Theme.Status.developed, .final] {
      #expect(
        violated { try desk.step { try $0.develop(theme) { $0.status = status } } }
          == .conceptRequired)
      #expect(
        violated {
          try desk.step {
            try $0.develop(theme) {
              $0.status = status
              $0.concept = "Work is spoken of as a remedy that one is ready for or not."
            }
          }
        } == nil)
      try desk.step {
        try $0.develop(theme) {
          $0.status = .candidate
          $0.concept = nil
        }
      }
    }
  }

  @Test func discardedThemesStayAndComeBack() throws {
    var desk = try StudyBase.desk()
    let theme = try desk.step { try $0.createTheme("Work", concept: "Work heals.") }
    let code = try desk.step { try $0.createCode("work") }
    try desk.step { try $0.link(.themeCode, from: theme, to: code) }
    try desk.step { try $0.discardTheme(theme, reason: "two ideas in one") }
    #expect(desk.study.object(Theme.self, theme)?.status == .discarded)
    #expect(desk.study.objects(of: .link).count == 1)
    try desk.step { try $0.develop(theme) { $0.status = .final } }
    #expect(desk.study.object(Theme.self, theme)?.status == .final)
  }

  @Test func phasesMayBeVisitedInAnyOrder() throws {
    var desk = try StudyBase.desk()
    for phase in MethodProfile.reflexiveTA.phases.reversed() + MethodProfile.reflexiveTA.phases {
      try desk.step { try $0.enter(phase) }
    }
    #expect(desk.events.filter { $0.change.verb == .enterPhase }.count == 12)
    // Any work may be done in any phase.
    var editor = StudyEditor(
      desk.study, lamport: desk.lamport,
      signature: .init(
        actor: StudyBase.anna, at: Timestamp(milliseconds: 0), phase: .writing, seed: 9))
    #expect(violated { try editor.createCode("a new code while writing") } == nil)
    #expect(editor.events.map(\.phase) == [.writing])
  }

  @Test func aCodebookIsNeverLocked() throws {
    var desk = try StudyBase.desk()
    let theme = try desk.step { try $0.createTheme("Work", concept: "Work heals.") }
    let code = try desk.step { try $0.createCode("work") }
    try desk.step { try $0.apply(code, to: StudyBase.turn("u1")) }
    try desk.step { try $0.develop(theme, .finalise) { $0.status = .final } }
    #expect(
      violated {
        try desk.step {
          try $0.renameCode(code, to: "work as cure")
          let other = try $0.createCode("work as threat")
          try $0.splitCode(code, into: [("cure", []), ("duty", [])])
          try $0.mergeCode(code, into: other)
          try $0.reviveCode(code)
        }
      } == nil)
  }

  @Test func noDefinitionIsDemanded() throws {
    var desk = try StudyBase.desk()
    let code = try desk.step { try $0.createCode("work") }
    try desk.step { try $0.apply(code, to: StudyBase.turn("u1")) }
    #expect(desk.study.object(Code.self, code)?.definition == nil)
    try desk.step { try $0.change(Code.self, code, .describe) { $0.definition = "what one does" } }
    try desk.step { try $0.change(Code.self, code, .describe) { $0.definition = nil } }
    #expect(desk.study.object(Code.self, code)?.definition == nil)
  }

  @Test func codesMayOverlapAndReadingsDiffer() throws {
    var desk = try StudyBase.desk()
    let codes = try desk.step { [try $0.createCode("work"), try $0.createCode("work")] }
    try desk.step { editor in
      for code in codes {
        for coder in [StudyBase.anna, StudyBase.bo] {
          try editor.apply(code, to: StudyBase.turn("u1"), coder: coder)
        }
      }
    }
    #expect(desk.study.all(Coding.self).count == 4)
    #expect(Set(desk.study.all(Coding.self).map(\.coder)) == [StudyBase.anna, StudyBase.bo])
  }

  @Test func historyIsKept() throws {
    var desk = try StudyBase.desk()
    let code = try desk.step { try $0.createCode("work") }
    for name in ["labour", "toil"] { try desk.step { try $0.renameCode(code, to: name) } }
    try desk.undo(desk.latest)
    let history = desk.events.filter { $0.change.object == code }
    #expect(
      history.compactMap { $0.change.after?["name"]?.text } == ["work", "labour", "toil", "labour"])
    #expect(violated { try desk.step { try $0.remove(Code.self, code) } } == .notRemovable)
  }

  @Test func aThemeHoldsNoCount() throws {
    var desk = try StudyBase.desk()
    let theme = try desk.step { try $0.createTheme("Work") }
    for name in ["count", "frequency", "codings", "prevalence", "rank", "weight"] {
      let change = Change(
        .theme, theme, .change, before: [name: .null], after: [name: .number(3)])
      #expect(violated { try desk.step { try $0.record(change) } } == .unknownField)
    }
    let numbers = Mirror(reflecting: Theme(id: theme, name: "Work")).children.filter {
      $0.value is Int
    }
    #expect(numbers.isEmpty)
  }

  @Test func neitherSaturationNorMemberCheckingIsAsked() throws {
    var desk = StudyDesk(actor: StudyBase.anna, seed: 1)
    let study = StudyProfile(id: StudyBase.project, title: "Meetings", method: .reflexiveTA)
    #expect(violated { try desk.step { try $0.create(study) } } == nil)
    for name in ["saturation", "memberChecking", "consensus", "kappa"] {
      let change = Change(
        .study, study.id, .change, before: [name: .null], after: [name: .text("yes")])
      #expect(violated { try desk.step { try $0.record(change) } } == .unknownField)
    }
  }

  /// Two readings of one passage stay side by side when logs are united; nothing makes them one.
  @Test func readingsOfTwoResearchersStayApart() throws {
    var base = try StudyBase.desk()
    let codes = try base.step { [try $0.createCode("cure"), try $0.createCode("duty")] }
    var (anna, bo) = StudyBase.desks(base)
    try anna.step { try $0.apply(codes[0], to: StudyBase.turn("u1")) }
    try bo.step { try $0.apply(codes[1], to: StudyBase.turn("u1")) }
    anna.receive(bo.events)
    #expect(anna.conflicts.isEmpty)
    let readings = anna.study.all(Coding.self).map { [$0.coder, $0.code] }
    #expect(Set(readings) == [[StudyBase.anna, codes[0]], [StudyBase.bo, codes[1]]])
  }

  @Test func aThemeIsNotMadeOutOfACode() throws {
    var desk = try StudyBase.desk()
    let code = try desk.step { try $0.createCode("work") }
    let promotion = Change(
      .theme, code, .create, before: nil, after: Theme(id: code, name: "work").fields)
    #expect(violated { try desk.step { try $0.record(promotion) } } == .wrongKind)
  }

  @Test func theJournalIsPrivateUnlessSaidOtherwise() throws {
    var desk = try StudyBase.desk()
    let memos = try desk.step {
      [
        try $0.writeMemo(.journal, "I was on the therapist's side"),
        try $0.writeMemo(.theme, "two ideas"),
        try $0.writeMemo(.journal, "for the article", visibility: .export),
      ]
    }
    #expect(
      memos.map { desk.study.object(Memo.self, $0)?.visibility } == [.personal, .team, .export])
  }
}
