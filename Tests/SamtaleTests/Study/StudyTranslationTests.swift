import Testing

@testable import Samtale

/// Translations made in a study: operations, rules, merging, corrections of the transcript.
@Suite("Study: translations of turns")
struct StudyTranslationTests {
  static let turn = StudyBase.turn("u1")

  private func object(_ desk: StudyDesk, _ id: Identifier) throws -> StudyTranslation {
    try #require(desk.study.object(StudyTranslation.self, id))
  }

  @Test func aNewOneIsSignedAndDated() throws {
    var desk = try StudyBase.desk()
    let id = try desk.step { try $0.translate(Self.turn, into: "en", "Good morning") }
    let made = try object(desk, id)
    #expect((made.text, made.language, made.status) == ("Good morning", "en", .draft))
    // 1,790,000,000 s after 1970 is 21 September 2026.
    #expect((made.translator, made.date) == ("Anna", "2026-09-21"))
    #expect(made.by == StudyBase.anna)
    #expect(made.anchor == Self.turn)
  }

  @Test func newWordsAreADraftAndACheckKeepsWhoTranslated() throws {
    var desk = try StudyBase.desk()
    let id = try desk.step {
      try $0.translate(
        Self.turn, into: "en", "Good morning", translator: "Kari Moe", date: "2018-02-05",
        status: .checked)
    }
    try desk.step {
      try $0.translate(Self.turn, into: "EN", "Good morning", status: .backTranslated)
    }
    #expect(try object(desk, id).translator == "Kari Moe")
    #expect(try object(desk, id).status == .backTranslated)
    try desk.step { try $0.translate(Self.turn, into: "en", "Morning") }
    let changed = try object(desk, id)
    #expect((changed.text, changed.status) == ("Morning", .draft))
    #expect((changed.translator, changed.date) == ("Anna", "2026-09-21"))
    #expect(desk.study.all(StudyTranslation.self).count == 1)
    try desk.undo(desk.latest)
    #expect(try object(desk, id).text == "Good morning")
    #expect(try object(desk, id).status == .backTranslated)
    try desk.step { try $0.remove(StudyTranslation.self, id) }
    #expect(desk.study.all(StudyTranslation.self) == [])
    try desk.undo(desk.latest)
    #expect(try object(desk, id).translator == "Kari Moe")
  }

  @Test func refusesWhatIsNoTranslationOfATurn() throws {
    var desk = try StudyBase.desk()
    let span = Anchor(
      .span, transcript: StudyBase.first, version: "v1",
      segments: [.init("u1", scalars: 0..<3)])
    #expect(violated { _ = try desk.step { try $0.translate(span, into: "en", "x") } } == .anchor)
    let wrong: [(language: String, text: String, date: String?)] = [
      ("en", " ", nil), ("not a tag", "x", nil), ("en", "x", "5 May"),
    ]
    for (language, text, date) in wrong {
      #expect(
        violated {
          _ = try desk.step { try $0.translate(Self.turn, into: language, text, date: date) }
        } == .badValue)
    }
    let id = try desk.step { try $0.translate(Self.turn, into: "en", "x") }
    #expect(
      violated {
        try desk.step {
          try $0.changeTranslation(id) {
            $0.anchor = StudyBase.turn("u1", of: StudyBase.second)
          }
        }
      } == .anchor)
    #expect(
      violated {
        try desk.step { try $0.changeTranslation(id) { $0.fields["language"] = .text("de") } }
      } == .badValue)
    #expect(
      violated {
        try desk.step { try $0.changeTranslation(id) { $0.fields["status"] = .text("done") } }
      } == .badValue)
  }

  // MARK: Two researchers

  @Test func twoTranslationsOfATurnAreAConflictAndNothingIsLost() throws {
    var (anna, bo) = StudyBase.desks(try StudyBase.desk())
    let id = try anna.step { try $0.translate(Self.turn, into: "en", "Good morning") }
    let other = try bo.step { try $0.translate(Self.turn, into: "en", "Morning, all") }
    #expect(id == other)
    let mine = anna.events
    anna.receive(bo.events)
    bo.receive(mine)
    #expect(anna.study == bo.study)
    #expect(anna.conflicts == bo.conflicts)
    let conflict = try #require(anna.conflicts.first)
    #expect(anna.conflicts.count == 1)
    guard case .bothChanged(let fields) = conflict.nature else {
      Issue.record("\(conflict.nature)")
      return
    }
    let text = try #require(fields.first { $0.name == "text" })
    #expect(Set([text.first.text, text.second.text]) == ["Good morning", "Morning, all"])
    let first = try #require(text.first.text)
    try anna.step { try $0.settle(conflict, keepsFirst: true) }
    #expect(try object(anna, id).text == first)
    #expect(anna.conflicts == [])
  }

  @Test func aCheckOfWordsThatWereChangedMeanwhileIsAConflict() throws {
    for annaFirst in [true, false] {
      var base = try StudyBase.desk()
      let id = try base.step { try $0.translate(Self.turn, into: "en", "Good morning") }
      var (anna, bo) = StudyBase.desks(base)
      let write = { (desk: inout StudyDesk) in
        _ = try desk.step { try $0.translate(Self.turn, into: "en", "Morning") }
      }
      let check = { (desk: inout StudyDesk) in
        try desk.step { try $0.changeTranslation(id, .review) { $0.status = .checked } }
      }
      if annaFirst {
        try write(&anna)
        try desk(&bo, waits: 1)
        try check(&bo)
      } else {
        try check(&bo)
        try desk(&anna, waits: 1)
        try write(&anna)
      }
      anna.receive(bo.events)
      #expect(anna.conflicts.count == 1, "\(annaFirst)")
      let fields = anna.conflicts.flatMap { conflict -> [String] in
        if case .bothChanged(let fields) = conflict.nature { fields.map(\.name) } else { [] }
      }
      #expect(Set(fields).isSuperset(of: ["text"]) || Set(fields).isSuperset(of: ["status"]))
    }
  }

  /// Does something else first, so that what follows comes later in the united log.
  private func desk(_ desk: inout StudyDesk, waits count: Int) throws {
    for i in 0..<count { try desk.step { _ = try $0.createCode("later \(i)") } }
  }
}
