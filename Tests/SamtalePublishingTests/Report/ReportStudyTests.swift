import Samtale
import SamtalePublishing
import Testing

/// What researchers made of the talk, beside what is computed.
@Suite struct ReportStudyTests {
  /// The page of the small study, with objects added.
  private func page(_ add: (inout StudyEditor<Study>, ViewedStudy) throws -> Void = { _, _ in })
    throws -> String
  {
    var viewed = try ViewedStudy()
    try viewed.condense()
    let before = viewed
    try viewed.step(viewed.kari, "2026-02-01T09:00", .writing) { try add(&$0, before) }
    let corpus = viewed.corpus
    let cues = CueLibrary()
    return Report(
      corpus.inOrder.map { ReportMeeting($0.transcript, cues: cues) }, study: corpus,
      options: Report.Options(
        title: "Phones", bootstrap: Bootstrap(samples: 100),
        permutation: PermutationTest(samples: 19))
    ).html
  }

  @Test func extractsOfThemesLeadToTheirTurns() throws {
    let page = try page()
    #expect(page.contains("<h3>The silent phone</h3>"))
    #expect(
      page.contains(
        "<p>\u{201C}afraid of the phone calls\u{201D}</p><footer>"))
    #expect(page.contains("<a href=\"#m1/u3\">m1, u3</a>. the clearest</footer>"))
    #expect(page.contains("<p>Against it:</p>"))
    #expect(page.contains("aria-label=\"Thematic map\""))
  }

  @Test func discardedThemesAreListedAndNotShown() throws {
    let page = try page()
    #expect(page.contains(">Phones</th>"))
    #expect(!page.contains("<h3>Phones</h3>"))
  }

  @Test func excerptsArePrintedIfTheyWereSaid() throws {
    let page = try page { edit, viewed in
      let anchor = try viewed.first.anchor(from: "u5", to: "u5")
      let said = EditedText(
        start: 0, [.keep("And of asking "), .insert("her "), .keep("for help.")])
      let other = EditedText(start: 0, [.keep("And of calling for help.")])
      for (name, text) in [("Asking", said), ("Never said", other)] {
        let turn = Excerpt.Turn(anchor, text)
        try edit.create(
          Excerpt(id: edit.newIdentifier(), name: name, items: [.turn(turn)], by: viewed.kari))
      }
    }
    let start = try #require(page.firstRange(of: "<section id=\"excerpts\">")).upperBound
    let end = try #require(page[start...].firstRange(of: "</section>")).lowerBound
    let excerpts = page[start..<end]
    #expect(excerpts.contains("<b>Asking</b>"))
    #expect(excerpts.contains("asking [her ] for help"))
    #expect(excerpts.contains("<a href=\"#m1/u5\">m1 u5</a>"))
    #expect(excerpts.contains("Never said is not printed"))
    #expect(!excerpts.contains("of calling for help.</p>"))
  }

  /// Nobody said a condensate: it stands in a table, and in no quotation.
  @Test func condensatesAreNoQuotations() throws {
    let page = try page()
    #expect(page.contains("nobody said them in these words"))
    #expect(page.contains("I dare when we are two."))
    for quote in page.split(separator: "<blockquote").dropFirst() {
      let words = quote.firstRange(of: "</blockquote>").map { quote[..<$0.lowerBound] } ?? quote
      #expect(!words.contains("I dare when we are two."))
    }
  }

  @Test func codingsLeadToTheirTurns() throws {
    let page = try page()
    #expect(page.contains("not how important it is"))
    #expect(page.contains("<h2>Codes, as context</h2>"))
    let row = try #require(
      page.split(separator: "\n").first { $0.hasPrefix("<tr><th scope=\"row\">fear</th>") })
    #expect(row.contains("data-set="))
  }
}
