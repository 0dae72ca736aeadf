import Testing

@testable import Samtale

/// The translations of a study and of a transcript's file, as one.
@Suite("Study views: translations")
struct TranslationSetTests {
  static let id = StudyBase.first

  static func transcript(_ turns: [String], layer: String = "") throws -> Transcript {
    let body = turns.enumerated().map { i, text in
      ##"<u xml:id="u\##(i + 1)" who="#\##(i % 2 == 0 ? "a" : "b")">\##(text)</u>"##
    }
    let xml = SmallMeeting.xml(
      "m1", language: "nb", people: #"<person xml:id="a" n="A1"/><person xml:id="b"/>"#,
      body: body.joined())
    let document = xml.replacing("</teiHeader>", with: "</teiHeader><standOff>\(layer)</standOff>")
    let reading = TEI.read(bytes: Array(document.utf8), named: "m1.xml")
    return try #require(reading.transcripts.first)
  }

  static let talk = [
    "Skal vi begynne med søknaden nå?", "Ja, den er nesten helt ferdig.", "…",
    "Da ringer jeg arbeidsgiveren tidlig i morgen.",
  ]
  static let layer = ##"""
    <spanGrp type="translation" subtype="checked" xml:lang="en">
    <span target="#u1">Shall we begin with the application?</span>
    <span target="#u4">Then I ring the employer tomorrow.</span></spanGrp>
    """##

  /// A study of one transcript in some versions, the last of which holds.
  static func corpus(
    _ versions: [[String]], layer: String = layer,
    _ work: (inout StudyEditor<Study>, TranscriptVersion) throws -> Void
  ) throws -> StudyCorpus {
    var desk = try StudyBase.desk(transcripts: 1)
    let all = try versions.enumerated().map { i, turns in
      TranscriptVersion(
        id: id, version: "v\(i + 1)", transcript: try transcript(turns, layer: layer))
    }
    try desk.step { try work(&$0, all[0]) }
    if all.count > 1 {
      try desk.step { editor in
        try editor.change(StudyTranscript.self, id, .correct) { $0.version = "v\(all.count)" }
      }
    }
    return StudyCorpus(desk.study, versions: all)
  }

  static func turn(_ index: Int, _ version: TranscriptVersion) -> Anchor {
    version.anchor([TextStretch(utterance: index)])
  }

  @Test func theStudysTranslationGoesBeforeTheFiles() throws {
    let corpus = try Self.corpus([Self.talk]) { editor, version in
      try editor.translate(Self.turn(0, version), into: "en", "Shall we start?")
      try editor.translate(Self.turn(1, version), into: "de", "Ja, fast fertig.")
    }
    let set = try #require(TranslationSet(corpus, Self.id))
    #expect(set.languages == ["en", "de"])
    #expect(set[0, "en"]?.translation.text == "Shall we start?")
    #expect(set[0, "EN"]?.object != nil)
    #expect(set[3, "en"]?.source == .file)
    #expect(set[3, "en"]?.translation.status == .checked)
    #expect(set[1, "en"] == nil)
    // The third turn has no words: it needs no translation.
    #expect(set.missing("en") == [1])
    #expect(set.missing("de") == [0, 3])
    let coverage = set.coverage("en")
    #expect((coverage.utterances, coverage.translated, coverage.stale) == (3, 2, 0))
    #expect(coverage.byStatus == [.draft: 1, .checked: 1])
    #expect(coverage.missing == ["u2"])
    #expect(coverage.translators == ["Anna"])
  }

  @Test func aTurnCorrectedSinceMakesItsTranslationStale() throws {
    var corrected = Self.talk
    corrected[1] = "Ja, den er ikke helt ferdig."
    let corpus = try Self.corpus([Self.talk, corrected]) { editor, version in
      try editor.translate(Self.turn(0, version), into: "en", "Shall we start?", status: .checked)
      try editor.translate(Self.turn(1, version), into: "en", "Nearly done.", status: .checked)
    }
    let set = try #require(TranslationSet(corpus, Self.id))
    #expect(set[0, "en"]?.isStale == false)
    #expect(set[1, "en"]?.isStale == true)
    let coverage = set.coverage("en")
    #expect((coverage.translated, coverage.stale) == (3, 1))
    #expect(coverage.byStatus == [.checked: 2])
    // Looked at again, it fits the words as they are now.
    var editor = StudyEditor(
      corpus.study, lamport: 100,
      signature: .init(actor: StudyBase.bo, at: Timestamp(milliseconds: 1), seed: 5))
    let entry = try #require(set[1, "en"])
    try editor.setStatus(.checked, of: entry, in: set.version)
    let versions = [
      TranscriptVersion(id: Self.id, version: "v1", transcript: try Self.transcript(Self.talk)),
      set.version,
    ]
    let after = try #require(TranslationSet(StudyCorpus(editor.state, versions: versions), Self.id))
    #expect(after[1, "en"]?.isStale == false)
    #expect(after[1, "en"]?.translation.translator == "Anna")
  }

  @Test func aTurnThatIsGoneLeavesItsTranslationInTheList() throws {
    let corpus = try Self.corpus([Self.talk, Array(Self.talk[1...])], layer: "") {
      editor, version in
      try editor.translate(Self.turn(0, version), into: "en", "Shall we start?")
    }
    let set = try #require(TranslationSet(corpus, Self.id))
    #expect(set.entries == [])
    #expect(set.lost.map(\.text) == ["Shall we start?"])
    #expect(set.coverage("en").lost == 1)
  }

  @Test func aTextOfTheFileForSeveralTurnsStandsAtThoseWithoutAnother() throws {
    let layer = ##"""
      <spanGrp type="translation" xml:lang="en"><span target="#u1 #u2 #u4">All.</span></spanGrp>
      """##
    let corpus = try Self.corpus([Self.talk], layer: layer) { editor, version in
      try editor.translate(Self.turn(0, version), into: "en", "Shall we start?")
    }
    let set = try #require(TranslationSet(corpus, Self.id))
    #expect(set.entries.map(\.translation.utterance) == [0, 1])
    #expect(set[0, "en"]?.translation.text == "Shall we start?")
    #expect(set[3, "en"]?.translation.text == "All.")
    #expect(set.missing("en") == [])
  }

  @Test func ofTwoForOneTurnTheBetterIsUsedAndTheOtherListed() throws {
    let corpus = try Self.corpus([Self.talk], layer: "") { editor, version in
      try editor.translate(Self.turn(0, version), into: "en", "Draft")
      try editor.create(
        StudyTranslation(
          "Checked", of: Self.turn(0, version), into: "en", by: StudyBase.bo, status: .checked,
          id: editor.newIdentifier()))
    }
    let set = try #require(TranslationSet(corpus, Self.id))
    #expect(set[0, "en"]?.translation.text == "Checked")
    #expect(set.unused.map(\.text) == ["Draft"])
  }

  @Test func aWithdrawnTranscriptHasNone() throws {
    let corpus = try Self.corpus([Self.talk]) { editor, _ in
      try editor.change(StudyTranscript.self, Self.id, .withdraw) { $0.isWithdrawn = true }
    }
    #expect(TranslationSet(corpus, Self.id) == nil)
  }
}
