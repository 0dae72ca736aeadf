import Samtale
import Testing

@testable import SamtaleProject

/// Copies for colleagues, and figures and advice on a small project.
@Suite struct ShareTests {
  @Test func aCopyForAColleagueHasNoPrivateMemos() throws {
    let work = try Workshop()
    let code = try work.code("Ringer", turns: ["u5"])
    try work.project.perform(as: work.anna) { editor in
      try editor.writeMemo(.journal, "Jeg liker henne ikke.")
      try editor.writeMemo(.code, "Hvem ringer?", on: code)
    }
    #expect(try work.project.share(to: work.folder["bo.samtale"]) == 1)
    let copy = try Project.open(work.folder["bo.samtale"])
    #expect(try copy.all(Memo.self).map(\.body) == ["Hvem ringer?"])
    #expect(!(try Files.bytes(work.folder["bo.samtale"])).contains("liker henne"))
    #expect(try copy.verify() == [])

    try work.code("Venter", turns: ["u1"], in: copy, as: work.bjorn)
    let report = try work.project.merge(copy)
    #expect(report.added == 2)
    #expect(report.conflicts == [])
    #expect(try work.project.all(Memo.self).count == 2)
    try work.expectSound()
    #expect(projectError { try work.project.share(to: work.folder["bo.samtale"]) } == .exists)
  }

  /// Anna retires a code while Bjørn gives it to a turn: his coding waits, and is not lost.
  @Test func workThatCouldNotBeCarriedOutIsDoneAfterAll() throws {
    let work = try Workshop()
    let code = try work.code("Ringer")
    let theirs = try work.copy("bjorn.samtale")
    try work.project.perform(as: work.anna) { try $0.retireCode(code) }
    let version = try work.meeting
    let coding = try theirs.perform(as: work.bjorn) { editor in
      // Later than the retiring in the order of the united log.
      for name in ["Venter", "Ser bort"] { try editor.createCode(name) }
      return try editor.apply(code, to: version.anchor(from: "u5", to: "u5"))
    }
    let report = try work.project.merge(theirs)
    let conflict = try #require(report.conflicts.first)
    #expect(report.conflicts.count == 1)
    #expect(try work.project.all(Coding.self).isEmpty)
    let refused = try work.project.events(on: coding).first
    func settle() throws {
      try work.project.perform(as: work.anna) { editor in
        try editor.settle(conflict, keepsFirst: false, refused: refused)
      }
    }
    #expect(throws: RuleViolation.self) { try settle() }
    #expect(try work.project.conflicts() == [conflict])
    try work.project.perform(as: work.anna) { try $0.reviveCode(code) }
    try settle()
    #expect(try work.project.conflicts() == [])
    #expect(try work.project.all(Coding.self).map(\.coder) == [work.bjorn])
    #expect(try work.project.passages(of: code).map(\.position) == [4])
    try work.expectSound()
    try theirs.merge(work.project)
    #expect(try theirs.study() == work.project.study())
  }

  @Test func theSamePlaceIsCodedOnce() throws {
    let work = try Workshop()
    let code = try work.code("Ringer", turns: ["u5"])
    let (u5, u6) = (
      try work.meeting.anchor(from: "u5", to: "u5"), try work.meeting.anchor(from: "u6", to: "u6")
    )
    #expect(try work.project.isCoded(u5, code, by: work.anna))
    #expect(try !work.project.isCoded(u5, code, by: work.bjorn))
    #expect(try !work.project.isCoded(u6, code, by: work.anna))
  }

  @Test func quotesMatchWhateverTheKeyboardHas() throws {
    let work = try Workshop()
    _ = try work.add("second", ["Det er «ikke» så – farlig, don't."])
    let all = try work.project.all(StudyTranscript.self)
    let version = try work.project.transcript(try #require(all.first { $0.name == "second" }).id)
    for quote in ["\"ikke\" så - farlig", "don\u{2019}t"] {
      let anchor = try version.anchor(turn: "u1", quote: quote)
      #expect(anchor.segments.first?.scalars?.count == quote.unicodeScalars.count)
    }
    #expect(throws: PlaceError.self) { try version.anchor(turn: "u1", quote: "ikke farlig") }
    #expect(throws: PlaceError.self) {
      try version.anchor(turn: "u1", quote: "ikke", occurrence: .min)
    }
  }

  /// The log keeps every wording, so a private memo is opened as a new one.
  @Test func whatWasOnceWrittenInPrivateStaysHere() throws {
    let work = try Workshop()
    let memo = try work.project.perform(as: work.anna) { editor in
      try editor.writeMemo(.journal, "Jeg liker henne ikke.")
    }
    let violation = #expect(throws: RuleViolation.self) {
      try work.project.perform(as: work.anna) { editor in
        try editor.change(Memo.self, memo) { $0.visibility = .export }
      }
    }
    #expect(violation?.rule == .privacy)
    let opened = try work.project.perform(as: work.anna) { editor in
      try editor.release(memo, to: .export) { $0.body = "Det var noe mellom oss." }
    }
    #expect(try work.project.all(Memo.self).map(\.id) == [opened])
    #expect(try work.project.isPrivateMemo(memo))
    #expect(try !work.project.isPrivateMemo(opened))
    #expect(try work.project.share(to: work.folder["bo.samtale"]) == 2)
    for bytes in [
      try work.project.logText().text, try Files.bytes(work.folder["bo.samtale"]),
    ] {
      #expect(!bytes.contains("liker henne"))
      #expect(bytes.contains("noe mellom oss"))
    }
    #expect(try work.project.logText(memos: [.export]).keptPrivate == 2)
    // Taking it back brings the private memo back, and it stays private.
    try work.project.undo(as: work.anna)
    #expect(try work.project.all(Memo.self).map(\.id) == [memo])
    try work.expectSound()
  }

  /// Of six turns Anna gives the code to 1, 2 and 5, Bjørn to 2, 5 and 6.
  ///
  /// Equal on four of six. p_e = ½·½ + ½·½, so κ = (⅔ − ½) / ½ = ⅓. Of twelve values six are 1:
  /// D_o = 4/12, D_e = 2·6·6 / (12·11), so α = 1 − (1/3) / (6/11) = 7/18.
  @Test func agreementOfTwoCoders() throws {
    let work = try Workshop(method: .codingReliabilityTA)
    let version = try work.meeting
    let code = try work.code("Ringer", turns: ["u1", "u2", "u5"])
    try work.project.perform(as: work.bjorn) { editor in
      for turn in ["u2", "u5", "u6"] {
        try editor.apply(code, to: version.anchor(from: turn, to: turn))
      }
    }
    let agreement = try StudyAgreement(
      try work.project.corpus(), coders: [work.anna, work.bjorn], bootstrap: nil)
    let row = try #require(agreement.rows.first)
    #expect(agreement.rows.count == 1)
    #expect((agreement.utterances, agreement.transcripts) == (6, ["meeting"]))
    #expect((row.byAll, row.byAny) == (2, 4))
    #expect(abs((row.percentage.value ?? 0) - 2.0 / 3) < 1e-12)
    #expect(abs((row.kappa?.value ?? 0) - 1.0 / 3) < 1e-12)
    #expect(abs((row.alpha.value ?? 0) - 7.0 / 18) < 1e-12)
    #expect(row.unitized.value != nil)
  }

  @Test(arguments: [MethodProfile.reflexiveTA, .stc, .none])
  func noAgreementWhereTheMethodDoesNotAskForIt(method: MethodProfile) throws {
    let work = try Workshop(method: method)
    let corpus = try work.project.corpus()
    let violation = #expect(throws: RuleViolation.self) {
      try StudyAgreement(corpus, coders: [work.anna, work.bjorn])
    }
    #expect(violation?.rule == .agreement)
  }

  @Test func wordsThatNobodySaidAreNotToBeQuoted() throws {
    let work = try Workshop(method: .stc)
    let version = try work.meeting
    try work.project.perform(as: work.anna) { editor in
      let group = CodeGroup(id: editor.newIdentifier(), title: "Hjelp")
      try editor.create(group)
      let part = Subgroup(id: editor.newIdentifier(), group: group.id, title: "Sammen")
      try editor.create(part)
      var unit = MeaningUnit(
        id: editor.newIdentifier(), anchor: try version.anchor(from: "u3", to: "u3"),
        group: group.id, by: work.anna)
      unit.subgroup = part.id
      try editor.create(unit)
      try editor.create(
        Condensate(
          id: editor.newIdentifier(), subgroup: part.id,
          sentences: [.init("Jeg trenger tid før jeg sender den.", units: [unit.id])],
          by: work.anna))
      let bodies = [
        "Hun ville “gjerne gå gjennom … den én gang til”, og kalte det “en gang”.",
        "Som én sa: «jeg trenger tid før jeg sender den».",
        "En annen: \"ingen har sagt noe slikt her\".",
      ]
      for (i, body) in bodies.enumerated() {
        try editor.create(
          AnalyticText(
            id: editor.newIdentifier(), group: group.id, heading: "Tekst \(i + 1)", body: body,
            by: work.anna))
      }
    }
    let found = QuotationAdvice(try work.project.corpus()).diagnostics.map(\.what)
    #expect(
      found == [
        "the text “Tekst 2” quotes “jeg trenger tid før jeg sender den”, which is a condensate: "
          + "nobody said it",
        "the text “Tekst 3” quotes “ingen har sagt noe slikt her”, which stands in no transcript",
      ])
  }

  @Test func aDissolvedGroupTakesInNothing() throws {
    let work = try Workshop(method: .stc)
    let version = try work.meeting
    let group = try work.project.perform(as: work.anna) { editor in
      let group = CodeGroup(id: editor.newIdentifier(), title: "Hjelp")
      try editor.create(group)
      try editor.change(CodeGroup.self, group.id, .discard) { $0.isDissolved = true }
      return group.id
    }
    let violation = #expect(throws: RuleViolation.self) {
      try work.project.perform(as: work.anna) { editor in
        try editor.create(
          MeaningUnit(
            id: editor.newIdentifier(), anchor: try version.anchor(from: "u3", to: "u3"),
            group: group, by: work.anna))
      }
    }
    #expect(violation?.rule == .home)
  }

  @Test func aPhaseStaysUntilAnotherIsEntered() throws {
    let work = try Workshop()
    #expect(try work.project.phase(of: work.anna) == nil)
    try work.project.perform(as: work.anna, phase: .coding) { try $0.enter(.coding) }
    try work.project.perform(as: work.bjorn, phase: .writing) { try $0.enter(.writing) }
    #expect(try work.project.phase(of: work.anna) == .coding)
    try work.project.perform(as: work.anna) { editor in
      let id = try #require(try editor.state.profile()).id
      try editor.change(StudyProfile.self, id) { $0.method = .stc }
    }
    #expect(try work.project.phase(of: work.anna) == nil)
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool {
    let needle = Array(text.utf8)
    return indices.dropLast(needle.count - 1).contains { self[$0...].starts(with: needle) }
  }
}
