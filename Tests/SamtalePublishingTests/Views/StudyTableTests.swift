import Samtale
import SamtalePublishing
import Testing

@Suite struct StudyTableTests {
  private func comparison(_ study: ViewedStudy) throws -> CodingComparison {
    try #require(
      CodingComparison(
        study.corpus, transcript: study.first.id, .init(researcher: study.kari),
        .init(researcher: study.ola)))
  }

  /// All tables of a study.
  private func tables(_ study: ViewedStudy) throws -> [Table] {
    let themes = ThemeList(study.corpus)
    let view = CondensationView(study.corpus)
    let comparison = try comparison(study)
    return [
      .comparison(comparison), .comparisonTotals(comparison), .differences(comparison),
      .coverage(CodingCoverage(study.corpus)), .codes(CodeList(study.study)), .themes(themes),
      .themeExtracts(themes), .themeReviews(themes), .themeContext(themes), .condensation(view),
      .meaningUnits(view), .recontextualisation(view), .histories(ObjectHistory(study.events)),
      .phases(PhaseLog(study.events)),
    ]
  }

  @Test func comparisonSideBySide() throws {
    let text = Table.comparison(try comparison(try ViewedStudy())).rendered(as: .table)
    #expect(
      text == """
        Codes side by side: KB and OL on m1

        utterance  both  only A: KB    only B: OL
        ───────────────────────────────────────────
        u1               wanting work
        u3         fear                wanting work
        u5         help
        u6                             help
        u7                             help

        An aid to discussion: different readings are kept side by side, and no agreement
        is computed.
        Both: the same code on words that overlap; a merged code is the one that took it
        over.

        """)
  }

  @Test func noAgreementFigureAndNoPercentage() throws {
    let study = try ViewedStudy()
    let comparison = try comparison(study)
    for table in [Table.comparison(comparison), .comparisonTotals(comparison)] {
      #expect(!table.rendered(as: .table).contains("%"))
      #expect(table.columns.allSatisfy { $0.kind == .text || $0.kind == .integer })
    }
  }

  @Test func coverageNamesRanges() throws {
    let csv = Table.coverage(CodingCoverage(try ViewedStudy().corpus)).rendered(as: .csv)
    #expect(
      csv == """
        row,transcript,utterances,coded,visited,untouched,which\r
        group,m1,8,5,1,2,"u4, u8"\r
        group,m2,2,0,0,2,u1–u2\r

        """)
  }

  @Test func codesAsATree() throws {
    let text = Table.codes(CodeList(try ViewedStudy().study)).rendered(as: .markdown)
    #expect(text.contains("| · courage | merged into help | –¹ | –¹ |"))
    #expect(text.contains("| help | active | 3 | 1 | KB; OL |  | Asking |"))
  }

  @Test func aCondensateIsMarkedAndNeverQuoted() throws {
    var study = try ViewedStudy()
    try study.condense()
    let table = Table.condensation(CondensationView(study.corpus))
    let mark = "condensate (written by the researchers, nobody said it): "
    let written = table.rows.filter { $0.cells.contains(.text("condensate")) }
    #expect(written.map { $0.cells[5] } == [.text(mark + "I dare when we are two.")])
    #expect(table.rows[0].cells[5] == .text("“We can call together.”"))
    #expect(
      table.rows.map { $0.cells[6] }.prefix(3) == [
        .text("used"), .text("set aside: only thanks"), .text("neither used nor set aside"),
      ])
    for format in TableFormat.allCases where format != .csv {
      let text = table.rendered(as: format)
      #expect(!text.contains("“I dare"))
      #expect(text.contains("nobody said it"))
    }
  }

  @Test func recontextualisationShowsWhatIsMissing() throws {
    var study = try ViewedStudy()
    try study.condense()
    let table = Table.recontextualisation(CondensationView(study.corpus))
    #expect(table.columns.map(\.title) == ["category", "m1", "m2"])
    #expect(
      table.rows.last?.cells == [
        .text("Daring for two (Door openers)"), .text("confirms u6 (OL)"),
        .missing("not held against it yet"),
      ])
    #expect(table.notes[0].hasPrefix("3 cells still to be filled"))
    let units = Table.meaningUnits(CondensationView(study.corpus))
    #expect(
      units.rows.last?.cells == [.text("Door openers"), .text("u6; u7; u5; u1"), .missing("")])
  }

  @Test func contextSaysThatItIsNoMeasureOfImportance() throws {
    let table = Table.themeContext(ThemeList(try ViewedStudy().corpus))
    #expect(table.notes[0].contains("does not say how important"))
    #expect(
      table.rows[0].cells == [
        .text("The silent phone"), .text("m1"), .text("Team Fjord"), .text("WA"), .text("u3"),
      ])
  }

  @Test func phasesGoBack() throws {
    let table = Table.phases(PhaseLog(try ViewedStudy().events))
    #expect(table.rows[4].cells[1] == .text("2 Data coding"))
    #expect(table.rows[4].cells[2] == .text("2026-01-09 – 2026-01-11"))
    #expect(table.rows[4].cells[6] == .text("back, time 2"))
  }

  @Test func everyTableRendersAndNeverSaysThatThemesAppearByThemselves() throws {
    var study = try ViewedStudy()
    try study.condense()
    for table in try tables(study) {
      for format in TableFormat.allCases {
        #expect(!table.rendered(as: format).lowercased().contains("emerge"))
      }
    }
  }
}
