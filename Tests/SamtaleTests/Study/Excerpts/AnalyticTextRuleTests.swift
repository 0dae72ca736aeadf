import Samtale
import Testing

@Suite("Rules for texts and excerpts")
struct AnalyticTextRuleTests {
  private func desk(_ method: MethodProfile) throws -> StudyDesk {
    let anna = try #require(Identifier("00000000-0000-0000-0000-0000000000a1"))
    var desk = StudyDesk(actor: anna, seed: 1)
    try desk.step { edit in
      try edit.create(StudyProfile(id: edit.newIdentifier(), title: "t", method: method))
      try edit.create(Researcher(id: anna, name: "Anna"))
    }
    return desk
  }

  @Test("a narrative belongs to a theme where themes are developed")
  func themes() throws {
    var desk = try desk(.reflexiveTA)
    let theme = try desk.step { try $0.createTheme("Help has to be asked for") }
    try desk.step { edit in
      try edit.create(
        AnalyticText(
          id: edit.newIdentifier(), theme: theme, heading: "h", body: "b", by: edit.signature.actor)
      )
    }
    #expect(desk.study.all(AnalyticText.self).map(\.theme) == [theme])
    let group = try desk.step { edit in
      let group = CodeGroup(id: edit.newIdentifier(), title: "g")
      try edit.create(group)
      return group.id
    }
    let refused = #expect(throws: RuleViolation.self) {
      try desk.step { edit in
        try edit.create(
          AnalyticText(
            id: edit.newIdentifier(), group: group, heading: "h", body: "b",
            by: edit.signature.actor))
      }
    }
    #expect(refused?.rule == .method)
  }

  @Test("a text belongs to one thing")
  func home() throws {
    var desk = try desk(.none)
    let refused = #expect(throws: RuleViolation.self) {
      try desk.step { edit in
        let by = edit.signature.actor
        try edit.create(
          AnalyticText(
            id: edit.newIdentifier(),
            fields: ["heading": .text("h"), "body": .text("b"), "by": Value(by)]))
      }
    }
    #expect(refused?.rule == .home)
  }

  @Test("an excerpt has items, and its places name versions of transcripts of the study")
  func items() throws {
    var desk = try desk(.reflexiveTA)
    let version = try #require(try ExcerptSamples.sources().version(named: "team1-m1"))
    let turn = Excerpt.Turn(
      try version.anchor(from: "u5", to: "u5"), EditedText(start: 0, [.keep("Mm.")]))
    let rules: [(items: [Excerpt.Item], rule: RuleViolation.Rule)] = [
      ([], .badValue), ([.turn(turn)], .danglingReference),
    ]
    for (items, rule) in rules {
      let refused = #expect(throws: RuleViolation.self) {
        try desk.step { edit in
          try edit.create(
            Excerpt(id: edit.newIdentifier(), name: "e", items: items, by: edit.signature.actor))
        }
      }
      #expect(refused?.rule == rule)
    }
    try desk.step { edit in
      try edit.create(
        StudyTranscript(id: version.id, name: "m", version: version.version, file: "m.xml"))
      try edit.create(
        Excerpt(
          id: edit.newIdentifier(), name: "e", items: [.turn(turn), .omission],
          by: edit.signature.actor))
    }
    #expect(desk.study.all(Excerpt.self).first?.items == [.turn(turn), .omission])
    #expect(desk.study.anchors.count == 1)
  }
}
