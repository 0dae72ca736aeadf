import Testing

@testable import Samtale

/// Translations to sheets for translators and to TEI, and back.
@Suite("Exchange: translations")
struct TranslationExchangeTests {
  typealias Study_ = TranslationSetTests

  private func set(
    _ versions: [[String]] = [TranslationSetTests.talk], layer: String = TranslationSetTests.layer,
    _ work: (inout StudyEditor<Study>, TranscriptVersion) throws -> Void = { _, _ in }
  ) throws -> (set: TranslationSet, corpus: StudyCorpus, editor: StudyEditor<Study>) {
    let corpus = try Study_.corpus(versions, layer: layer, work)
    let editor = StudyEditor(
      corpus.study, lamport: 100,
      signature: .init(
        actor: StudyBase.bo, at: Timestamp(milliseconds: 1_790_000_000_000), seed: 5))
    return (try #require(TranslationSet(corpus, Study_.id)), corpus, editor)
  }

  private func all(_ editor: StudyEditor<Study>) -> [String] {
    editor.state.all(StudyTranslation.self).map { "\($0.text) (\($0.status.rawValue))" }.sorted()
  }

  // MARK: Sheets

  @Test func theSheetHasOriginalAndTranslationTurnByTurn() throws {
    let (set, _, _) = try set { editor, version in
      try editor.translate(Study_.turn(1, version), into: "en", "=yes, \"nearly\"")
    }
    #expect(
      TranslationSheet(set, language: "en").csv.text == """
        turn,speaker,original,translation,status\r
        u1,A1,Skal vi begynne med søknaden nå?,Shall we begin with the application?,checked\r
        u2,b,"Ja, den er nesten helt ferdig.","'=yes, ""nearly\""",draft\r
        u4,b,Da ringer jeg arbeidsgiveren tidlig i morgen.,Then I ring the employer tomorrow.,checked\r

        """)
    #expect(
      try TranslationSheet(csv: TranslationSheet(set, language: "en").csv.bytes).rows.count == 3)
  }

  @Test func whatTheSheetSaysIsTakenOverAndTwiceIsHarmless() throws {
    var (set, corpus, editor) = try set()
    let sheet = try TranslationSheet(
      csv: Array(
        """
        Status;turn;original;translation
        ;u1;Skal vi begynne med søknaden nå?;Shall we begin with the application?
        checked;u2;Ja, den er nesten helt ferdig.;Yes, it is nearly done.
        back-translated;u4;Da ringer jeg arbeidsgiveren tidlig i morgen.;Then I ring the employer tomorrow.
        ;u9;Hva?;What?
        """.utf8), named: "sheet.csv")
    let report = try editor.importTranslations(
      sheet, into: set, language: "en", translator: "Kari Moe", date: "2026-05")
    #expect(report.created == [.translation: 2])
    #expect(report.unchanged == [.translation: 1])
    #expect(
      report.diagnostics.map(\.what) == ["line 5: m1 has no utterance “u9”"])
    #expect(
      all(editor) == [
        "Then I ring the employer tomorrow. (back-translated)", "Yes, it is nearly done. (checked)",
      ])
    let translators = editor.state.all(StudyTranslation.self).map(\.translator)
    // The file names no translator of what it says itself, and who checks it did not make it.
    #expect(Set(translators) == ["Kari Moe", nil])
    corpus = StudyCorpus(editor.state, versions: [set.version])
    set = try #require(TranslationSet(corpus, Study_.id))
    let twice = try editor.importTranslations(
      sheet, into: set, language: "en", translator: "Kari Moe", date: "2026-05")
    #expect(twice.isEmpty)
  }

  @Test func aChangedOriginalIsRefusedWithItsPlaceAndNothingIsTakenOver() throws {
    var (set, _, editor) = try set()
    let sheet = try TranslationSheet(
      csv: Array(
        """
        turn,original,translation
        u2,"Ja, den er nesten helt ferdig.",Yes.
        u4,Da ringer jeg arbeidsgiveren i morgen.,Then I ring.
        """.utf8), named: "sheet.csv")
    #expect {
      try editor.importTranslations(sheet, into: set, language: "en")
    } throws: { error in
      let found = (error as? ReadingError)?.diagnostics ?? []
      return found.count == 1 && found[0].line == 3 && found[0].file == "sheet.csv"
        && found[0].what.hasPrefix(
          "the original of u4 in m1 is “Da ringer jeg arbeidsgiveren tidlig i morgen.”")
    }
    #expect(editor.events == [])
  }

  @Test(arguments: [
    ("turn,original\nu1,x\n", 1), ("turn,original,translation,turn\nu1,x,y,u1\n", 1),
    ("turn,original,translation\nu1,x,y\nu1,x,z\n", 3),
    ("turn,original,translation,status\nu1,x,y,done\n", 2), ("", 1),
  ])
  func aBrokenSheetIsRefused(text: String, line: Int) throws {
    #expect {
      try TranslationSheet(csv: Array(text.utf8), named: "s.csv")
    } throws: { error in
      (error as? ReadingError)?.diagnostics.map(\.line) == [line]
    }
  }

  @Test func aStaleTranslationSaysSoInTheSheet() throws {
    var corrected = Study_.talk
    corrected[1] = "Ja, den er ikke helt ferdig."
    var (set, _, editor) = try set([Study_.talk, corrected], layer: "") { editor, version in
      try editor.translate(Study_.turn(1, version), into: "en", "Nearly done.", status: .checked)
    }
    var sheet = TranslationSheet(set, language: "en")
    #expect(sheet.rows[1].status == "stale")
    #expect(try editor.importTranslations(sheet, into: set, language: "en").isEmpty)
    sheet.rows[1].status = "checked"
    let report = try editor.importTranslations(sheet, into: set, language: "en")
    #expect(report.changed == [.translation: 1])
    #expect(editor.state.all(StudyTranslation.self).map(\.anchor?.version) == ["v2"])
  }

  // MARK: TEI

  private func files(_ corpus: StudyCorpus) throws -> [Transcript] {
    try ExchangeTEITests.files(corpus, .init(), as: "translations", allowed: [.noTeam])
  }

  @Test func theStudysTranslationsStandInTheLayerAndComeBack() throws {
    let (_, corpus, _) = try set { editor, version in
      try editor.translate(
        Study_.turn(0, version), into: "en", "Shall we\nstart?", translator: "Kari Moe",
        date: "2026-05-01", status: .checked)
      try editor.translate(Study_.turn(1, version), into: "de", "Ja.")
      try editor.create(
        StudyTranslation("Oui.", of: Study_.turn(1, version), into: "fr", by: StudyBase.bo))
    }
    let written = try files(corpus)
    let translations = try #require(written.first).translations
    #expect(
      translations == [
        Translation(
          utterance: 0, language: "en", text: "Shall we\nstart?", translator: "Kari Moe",
          date: "2026-05-01", status: .checked),
        Translation(
          utterance: 1, language: "de", text: "Ja.", translator: "Anna", date: "2026-09-21",
          status: .draft),
        Translation(utterance: 1, language: "fr", text: "Oui.", translator: "Bo", status: .draft),
        Translation(
          utterance: 3, language: "en", text: "Then I ring the employer tomorrow.",
          status: .checked),
      ])
    var desk = try StudyBase.desk(transcripts: 1)
    let plain = TranscriptVersion(
      id: Study_.id, version: "v1", transcript: try Study_.transcript(Study_.talk))
    let report = try desk.step {
      try $0.importCodings(from: StudyTEI.read(written), into: [plain])
    }
    #expect(report.created[.translation] == 4)
    for object in corpus.study.all(StudyTranslation.self) {
      #expect(desk.study.object(StudyTranslation.self, object.id) == object)
    }
    let again = try desk.step {
      try $0.importCodings(from: StudyTEI.read(written), into: [plain])
    }
    #expect(again.isEmpty)
  }

  @Test func whatTheStudysOwnFileSaysNeedsNoObject() throws {
    var (set, corpus, editor) = try set()
    let report = try editor.importCodings(
      from: StudyTEI.read([set.version.transcript]), into: [set.version])
    #expect(report.isEmpty)
    #expect(report.unchanged[.translation] == 2)
    #expect(try files(corpus).first?.translations == set.version.transcript.translations)
  }

  @Test func aFilesTranslationOfSeveralTurnsKeepsThoseThatHaveNoOther() throws {
    let layer = ##"""
      <spanGrp type="translation" xml:lang="en"><span from="#u1" to="#u2">Both.</span></spanGrp>
      """##
    let (_, corpus, _) = try set(layer: layer) { editor, version in
      try editor.translate(Study_.turn(0, version), into: "en", "One.")
    }
    #expect(try files(corpus).first?.translations.map(\.text) == ["One.", "Both."])
    #expect(try files(corpus).first?.translations.map(\.utterance) == [0, 1])
  }

  @Test func whatIsStaleIsWrittenAsADraftAndCounted() throws {
    var corrected = Study_.talk
    corrected[1] = "Ja, den er ikke helt ferdig."
    let (_, corpus, _) = try set([Study_.talk, corrected]) { editor, version in
      try editor.translate(Study_.turn(1, version), into: "en", "Nearly done.", status: .checked)
    }
    #expect(try files(corpus).first?.translations[1].status == .draft)
    let losses = StudyTEI.losses(corpus).map { "\($0.kind) \($0.number)" }
    #expect(losses.contains("staleTranslations 1"))
    #expect(losses.contains("earlierPlaces 1"))
    #expect(!losses.contains { $0.hasPrefix("translations") })
  }
}
