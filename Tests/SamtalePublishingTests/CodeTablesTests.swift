import Samtale
import SamtalePublishing
import Testing

@Suite struct CodeTablesTests {
  /// One meeting of two turns; “Hope” on both, “Doubt” on the second.
  private func index() throws -> QueryIndex {
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m" xml:lang="en"><teiHeader><fileDesc>
      <titleStmt><title>m</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc><profileDesc><particDesc><listPerson>
      <person xml:id="a" n="SW4" role="SW"/><person xml:id="b" n="WA1" role="WA"/></listPerson>
      </particDesc></profileDesc></teiHeader><text><body>
      <u xml:id="u1" who="#a">Shall we begin?</u><u xml:id="u2" who="#b">If it helps.</u>
      </body></text></TEI>
      """
    let reading = TEI.read(bytes: Array(text.utf8), named: "m.xml")
    let transcript = try #require(reading.transcripts.first)
    var random = RandomGenerator(seed: 3)
    let at = Timestamp(milliseconds: 1_790_000_000_000)
    let anna = Identifier(at: at, using: &random)
    var editor = StudyEditor(
      Study(), lamport: 0, signature: .init(actor: anna, at: at, seed: 1))
    try editor.create(StudyProfile(id: editor.newIdentifier(), title: "S", method: .none))
    try editor.create(Researcher(id: anna, name: "Anna"))
    let object = StudyTranscript(id: editor.newIdentifier(), name: "m", version: "x", file: "m.xml")
    try editor.create(object)
    let version = TranscriptVersion(id: object.id, version: "x", transcript: transcript)
    let hope = try editor.createCode("Hope")
    let doubt = try editor.createCode("Doubt", parent: hope)
    try editor.apply(hope, to: version.anchor(from: "u1", to: "u2"))
    try editor.apply(hope, to: version.wholeAnchor)
    try editor.apply(doubt, to: version.anchor(turn: "u2", quote: "If it helps"))
    return QueryIndex(StudyCorpus(editor.state, versions: [version]))
  }

  @Test func codesByRole() throws {
    let table = Table.codes(CodeTable(.role, of: try index()))
    #expect(
      table.rendered(as: .table) == """
        Codings by code and role of the speaker

        code   SW  WA  all
        ──────────────────
        Hope    1   1    1
        Doubt   0   1    1

        Counts show where a code was used, not how important it is.
        Counted: codings; one that spans several roles counts once for each. What lies
        below a code is counted in rows of its own.
        Left out: 1 coding of whole transcripts or the data set, or whose words are no
        longer found.

        """)
    let heads = table.columns.map(\.key)
    #expect(heads.prefix(5) == ["code", "code_path", "code_id", "role_SW", "role_SW_utterances"])
    #expect(table.rows[1].cells[1] == .text("Hope > Doubt"))
  }

  @Test(arguments: CodeTable.Dimension.allCases)
  func everyTableSaysWhatCountsAre(_ dimension: CodeTable.Dimension) throws {
    let index = try index()
    let codes = CodeTable(dimension, of: index)
    for table in [Table.codes(codes), Table.codeEvidence(codes, in: index)] {
      #expect(table.notes.contains("Counts show where a code was used, not how important it is."))
      #expect(table.notes.contains { $0.contains("computed suggestion") } == dimension.isMeasured)
      #expect(!table.rendered(as: .csv).isEmpty)
    }
  }

  @Test func evidenceNamesPlacesAndWords() throws {
    let index = try index()
    let table = Table.codeEvidence(CodeTable(.role, of: index), in: index)
    let shown = table.rows.map { row in
      row.cells.compactMap { cell in if case .text(let text) = cell { text } else { nil } }
    }
    #expect(shown.map { $0[0] + " " + $0[1] } == ["Hope SW", "Hope WA", "Doubt WA"])
    #expect(shown[2][2].hasPrefix("m.xml:"))
    #expect(shown[2][3] == "WA1")
    #expect(shown[2][4] == "Anna")
    #expect(shown[2][6] == "If it helps")
  }
}
