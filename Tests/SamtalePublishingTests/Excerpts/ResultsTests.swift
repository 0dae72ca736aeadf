import Samtale
import Testing

@testable import SamtalePublishing

@Suite("Results sections")
struct ResultsTests {
  /// A study whose theme has a narrative with two excerpts.
  private func study(_ body: String) throws -> ViewedStudy {
    var study = try ViewedStudy()
    let sources = ExcerptSources(study.corpus)
    let (kari, silent) = (study.kari, study["silent"])
    try study.step(kari, "2026-02-01T09:00", .writing) { edit in
      for (name, notation) in [
        ("fear", "@ m1\nu3: I am afraid [...]\n...\n>> later\nu5: And of asking for *help*."),
        ("help", "@ m1\nu7: would help me."), ("spare", "@ m2\nu2:"),
      ] {
        let items = try ExcerptNotation.items(notation, in: sources)
        var excerpt = Excerpt(id: edit.newIdentifier(), name: name, items: items, by: kari)
        if name == "spare" { excerpt.theme = silent }
        try edit.create(excerpt)
      }
      let text = AnalyticText(
        id: edit.newIdentifier(), theme: silent, heading: "The silent phone", body: body, by: kari)
      try edit.create(text)
    }
    return study
  }

  private let body = """
    Some were *afraid*, and said so:

    {{fear}}
    Company {{help}} made a difference.
    """

  @Test("headings, paragraphs, blocks and quotations inside sentences")
  func section() throws {
    var options = ResultsSection.Options(style: .apa, statuses: [.developed])
    options.style.attribution = "({label})"
    let section = try ResultsSection(try study(body).corpus, options: options)
    #expect(section.document.title == "Results")
    let blocks = section.document.blocks
    #expect(blocks.count == 5)
    #expect(blocks[1] == .heading(level: 1, ["The silent phone"]))
    #expect(blocks[2] == .paragraph(["Some were ", .emphasis(["afraid"]), ", and said so:"]))
    guard case .quotation(let paragraphs) = blocks[3] else {
      Issue.record("\(blocks[3])")
      return
    }
    #expect(
      paragraphs.map(\.plain) == [
        "I am afraid .\u{A0}.\u{A0}.", ".\u{A0}.\u{A0}.",
        "(later) And of asking for help [emphasis added]. (WA1)",
      ])
    guard case .paragraph(let inlines) = blocks[4] else {
      Issue.record("\(blocks[3])")
      return
    }
    #expect(inlines.plain == "Company “would help me” (WA1) made a difference.")
    #expect(section.uses.map(\.excerpt.name) == ["fear", "help"])
    #expect(section.unused == ["spare"])
    #expect(section.unwritten.isEmpty)
  }

  @Test("a theme without a text stands with its concept and the excerpts chosen for it")
  func unwritten() throws {
    var study = try study("x")
    let (silent, ola) = (study["silent"], study.ola)
    let sources = ExcerptSources(study.corpus)
    let text = try #require(study.study.all(AnalyticText.self).first { $0.theme == silent })
    try study.step(ola, "2026-02-02T09:00", .writing) { edit in
      try edit.remove(AnalyticText.self, text.id)
    }
    let section = try ResultsSection(
      study.corpus, options: .init(style: .moen, statuses: [.developed]))
    #expect(section.unwritten == ["The silent phone"])
    #expect(section.document.blocks.count == 4)
    #expect(section.document.blocks[2] == .paragraph(["Dread makes the phone a wall."]))
    #expect(section.uses.map(\.excerpt.name) == ["spare"])
    #expect(sources.versions.count == 2)
  }

  @Test("a name that leads to no excerpt, and an excerpt that no longer agrees, are both told")
  func failures() throws {
    var study = try study("{{nothing}} and {{broken}}")
    let (kari, first) = (study.kari, study.first)
    try study.step(kari, "2026-02-03T09:00", .writing) { edit in
      let turn = Excerpt.Turn(
        try first.anchor(from: "u4", to: "u4"), EditedText(start: 0, [.keep("Mhm.")]))
      try edit.create(
        Excerpt(id: edit.newIdentifier(), name: "broken", items: [.turn(turn)], by: kari))
    }
    let failure = #expect(throws: ResultsFailure.self) {
      try ResultsSection(study.corpus, options: .init(statuses: [.developed]))
    }
    #expect(failure?.problems.count == 2)
    #expect(
      failure?.problems[0].hasPrefix("the text “The silent phone” names the excerpt “nothing”")
        == true)
    #expect(failure?.problems[1].contains("m1 u4") == true)
    #expect(failure?.problems[1].contains("[-Mhm.-]{+Mm.+}") == true)
  }

  @Test("who is quoted how often, and who is not")
  func balance() throws {
    let corpus = try study(body).corpus
    let balance = QuoteBalance(try ResultsSection.uses(in: corpus), of: corpus)
    #expect(balance.headings == ["The silent phone"])
    #expect(balance.rows.map(\.total) == [1, 2])
    #expect(balance.coverage.map(\.of).reduce(0, +) == 2)
  }

  @Test("one row for each quoted turn, with codes as paths; formulas are defused")
  func quotes() throws {
    let corpus = try study(body).corpus
    let table = Table.quotes(try ResultsSection.uses(in: corpus), of: corpus, style: .apa)
    #expect(table.rows.count == 4)
    let csv = table.rendered(as: .csv).split(separator: "\r\n").map(String.init)
    #expect(
      csv[0]
        == "row,excerpt,theme,codes,speaker,role,team,meeting,turn,line,time,printed")
    #expect(csv[1].hasPrefix("group,fear,The silent phone,fear; wanting work,WA1,"))
    #expect(csv[1].hasSuffix(",I am afraid .\u{A0}.\u{A0}."))
    let originals = Table.quotes(
      try ResultsSection.uses(in: corpus), of: corpus, style: .apa, hasOriginals: true)
    let whole = originals.rendered(as: .csv).split(separator: "\r\n").map(String.init)
    #expect(whole[0].hasSuffix(",printed,said,file"))
    #expect(whole[1].contains(",I am afraid of the phone calls.,m1.xml"))
  }

  @Test("claims: n of N, where, who is not covered, and what the wording promises")
  func claims() throws {
    let study = try ViewedStudy()
    var claim = Claim(id: study["silent"], text: "All dreaded calls", unit: .person, by: study.kari)
    claim.evidence = [
      try study.first.anchor(from: "u3", to: "u3"), try study.first.anchor(from: "u5", to: "u5"),
    ]
    let people = ClaimEvidence(claim, in: study.corpus)
    #expect([people.count, people.total] == [1, 2])
    #expect(people.covered.map(\.places) == [["m1 u3", "m1 u5"]])
    #expect(people.notCovered.map(\.name) == ["T1"])
    #expect(people.advice == ["it says “all dreaded calls”, and 1 of 2 are covered"])
    claim.unit = .meeting
    let meetings = ClaimEvidence(claim, in: study.corpus)
    #expect(meetings.covered.map(\.name) == ["m1"])
    #expect(meetings.notCovered.map(\.name) == ["m2"])
    claim.role = "SW"
    #expect(
      ClaimEvidence(claim, in: study.corpus).advice == [
        "nobody of the role speaks in the transcripts"
      ])
  }

  @Test("two excerpts of a name, two texts of a theme, and stray braces are told, not chosen from")
  func doubles() throws {
    var study = try study("{{fear}} and *so {{help}} on* and {{ nothing")
    let (ola, silent) = (study.ola, study["silent"])
    let items = try #require(study.study.all(Excerpt.self).first { $0.name == "help" }).items
    try study.step(ola, "2026-02-05T09:00", .writing) { edit in
      try edit.create(Excerpt(id: edit.newIdentifier(), name: "fear", items: items, by: ola))
      try edit.create(
        AnalyticText(
          id: edit.newIdentifier(), theme: silent, heading: "h", body: "{{fear}} {{ x", by: ola))
    }
    let failure = #expect(throws: ResultsFailure.self) {
      try ResultsSection(study.corpus, options: .init(statuses: [.developed]))
    }
    #expect(failure?.problems.count == 3)
    #expect(failure?.problems[0].contains("has 2 texts, by Kari Berg and Ola Lie") == true)
    #expect(failure?.problems[1].contains("braces that name no excerpt") == true)
    #expect(failure?.problems[2].contains("2 excerpts are called “fear”") == true)
    let advice = StudyAdvice(study.study).diagnostics.map(\.what)
    #expect(advice.contains { $0.contains("2 excerpts are called “fear”") })
    #expect(advice.contains { $0.contains("several texts like “The silent phone”") })
  }

  @Test("a text written under Windows has its paragraphs")
  func windows() {
    let narrative = Narrative("One\r\n\r\n{{a}}\r\nTwo *so {{b}} on*")
    #expect(narrative.paragraphs.map(\.only) == [nil, "a", nil])
    #expect(narrative.excerpts == ["a", "b"])
    #expect(narrative.stray == nil)
  }

  @Test("paragraphs, emphasis and excerpts of a narrative")
  func narrative() {
    let narrative = Narrative("One\ntwo *three* {{a}}.\n\n{{ b }}\n{{c}}\nfour *five\n\n\n")
    #expect(
      narrative.paragraphs.map(\.parts) == [
        [.words("One two "), .emphasis("three"), .words(" "), .excerpt("a"), .words(".")],
        [.excerpt("b")], [.excerpt("c")], [.words("four *five")],
      ])
    #expect(narrative.paragraphs.map(\.only) == [nil, "b", "c", nil])
  }
}
