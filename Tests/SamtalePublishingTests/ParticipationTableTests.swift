import Samtale
import SamtalePublishing
import Testing

/// The tables of participation: heads, rows of each kind, notes.
@Suite struct ParticipationTableTests {
  /// Anna (SW) has two turns of 3 words, Bo (no role) one of 1; a choir, both together, somebody.
  static func meeting(_ id: String = "m1", language: String = "en") -> MeetingParticipation {
    let document = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="\(id)" xml:lang="\(language)"><teiHeader>
      <encodingDesc><classDecl><taxonomy xml:id="roles"><category xml:id="SW">
      <catDesc>social worker</catDesc></category></taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc><listPerson>
      <person xml:id="a" n="SW1" role="SW"><persName>Anna</persName></person>
      <person xml:id="b" n="B1"/><person xml:id="c" n="C1"/><personGrp xml:id="g" size="9"/>
      </listPerson></particDesc></profileDesc></teiHeader><text><body>
      <u xml:id="u1" who="#a">Er you</u><u xml:id="u2" who="#a">said</u>
      <u xml:id="u3" who="#a">so.</u>
      <u xml:id="u4" who="#b">Yes.</u><u xml:id="u5" who="#a">And so on.</u>
      <gap reason="sampling"/>
      <u xml:id="u6" who="#g">Hurrah!</u><u xml:id="u7" who="#b #a">Good bye.</u>
      <u xml:id="u8">Bye.</u></body></text></TEI>
      """
    let words = WordOptions(withoutFilledPauses: true)
    let reading = TEI.read(bytes: Array(document.utf8), named: "\(id).xml")
    return MeetingParticipation(reading.transcripts[0], words: words, evidence: true)
  }

  private func fields(_ table: Table) -> [[Substring]] {
    table.rendered(as: .tsv).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  @Test func rowsSayWhatTheyAre() {
    let rows = fields(.participation(Participation([Self.meeting()])))
    #expect(
      rows.map { $0.prefix(2).joined(separator: " ") } == [
        "row role", "group SW", "group no role", "total all", "apart several speakers",
        "apart groups", "apart unknown",
      ]
    )
    #expect(rows[0][4...6] == ["counted", "turns", "words"])
    #expect(rows.dropFirst().map { $0[5] } == ["2", "1", "3", "1", "1", "1"])
    #expect(rows.dropFirst().map { $0[6] } == ["6", "1", "7", "2", "1", "1"])
    #expect(rows[1][8] == "0.6666666666666666")
    // Kept apart: neither people nor shares.
    #expect(rows[4...].allSatisfy { $0[2] == "" && $0[8...10] == ["", "", ""] })
  }

  @Test func notesSayHowItWasCounted() {
    let participation = Participation([Self.meeting(), Self.meeting("m2", language: "nb")])
    let notes = Table.participation(
      participation,
      words: WordOptions(withoutFilledPauses: true)
    ).notes
    for note in [
      "Counted: adjacent utterances of one speaker are merged into one turn; utterances without "
        + "words are passed over.",
      "The transcriber left out talk at 2 places; no turn is merged across a cut.",
      "Roles: SW social worker.", "People are told apart by identifier and name (n = 3).",
    ] { #expect(notes.contains(note), "\(note)") }
    // "Er" counts in Norwegian only.
    #expect(participation.total.words == 15)
    #expect(notes.contains { $0.hasPrefix("Filled pauses left out: en (ehm er erm ") })
    #expect(notes.contains { $0.contains(", nb (eh ") })
  }

  @Test func namesOnlyIfAskedFor() {
    let participation = Participation([Self.meeting()], by: [.speaker])
    let plain = Table.participation(participation)
    for format in TableFormat.allCases {
      #expect(!plain.rendered(as: format).contains("Anna"))
    }
    #expect(fields(plain).prefix(2).map { $0[1...2] } == [["speaker", "id"], ["SW1", "a"]])
    #expect(!plain.rendered(as: .table).contains("people"))
    let named = fields(.participation(participation, names: true))
    #expect(
      named.prefix(2).map { $0[1...3] } == [["speaker", "id", "name"], ["SW1", "a", "Anna"]])
  }

  @Test func headsNameWhatSharesArePartsOf() {
    let byMeeting = Participation([Self.meeting()], by: [.role, .meeting])
    let table = Table.participation(byMeeting, intervals: true)
    #expect(table.columns.contains { $0.title == "% of the meeting's words" })
    #expect(table.notes.contains { $0.hasPrefix("Shares are parts of the row's meeting") })
    let people = table.columns.filter { $0.audience != .programs }.map(\.title)
    #expect(Set(people).count == people.count)
    #expect(!people.contains("meetings"))
  }

  @Test func intervalsSayWhatWasDrawn() {
    let notes = { (count: Int) in
      let meetings = (0..<count).map { Self.meeting("m\($0)") }
      let participation = Participation(meetings, bootstrap: Bootstrap(samples: 100, seed: 7))
      return Table.participation(participation, intervals: true)
    }
    #expect(
      notes(6).notes.last
        == "Intervals: 95 % percentile bootstrap, 100 samples of 6 meetings, seed 7."
    )
    let few = notes(5)
    #expect(!few.notes.contains { $0.hasPrefix("Intervals") })
    #expect(few.rows[0].cells.contains(.missing("present in fewer than 6 meetings")))
    #expect(notes(1).rows[0].cells.contains(.missing("fewer than 10 turns in the meeting")))
  }

  @Test func evidenceListsWhatIsKeptApart() {
    let table = Table.evidence(Participation([Self.meeting()]))
    let rows = fields(table)
    #expect(rows[0] == ["row", "role", "source", "words", "seconds", "utterances"])
    #expect(
      rows.dropFirst().map { [$0[0], $0[1], $0[5]].joined(separator: " ") } == [
        "group SW u1 u2 u3", "group SW u5", "group no role u4", "apart several speakers u7",
        "apart groups u6", "apart unknown u8",
      ]
    )
    #expect(table.rendered(as: .table).contains("u1 … u3"))
  }

  @Test func equalityOfOneAndOfSeveralMeetings() {
    let one = fields(.equality(CorpusEquality([Self.meeting()])))
    #expect(one.count == 2)
    // Anna, Bo, and C1, who says nothing: turns 2, 1, 0; Gini (−2·0 + 0·1 + 2·2) / (3·3).
    #expect(one[1][2...3] == ["3", "0.4444444444444444"])
    #expect(one[1][8] == "C1")
    let six = (0..<6).map { Self.meeting("m\($0)") }
    let table = Table.equality(CorpusEquality(six), bootstrap: Bootstrap(samples: 100))
    let rows = fields(table)
    #expect(
      rows.suffix(4).map { $0.prefix(2).joined(separator: " ") } == [
        "summary mean", "summary SD", "summary mean, 95 % low", "summary mean, 95 % high",
      ]
    )
    #expect(rows.suffix(2).allSatisfy { $0[3].hasPrefix("0.44444444444444") })
    #expect(
      table.notes.last
        == "Interval of the mean: 95 % percentile bootstrap, 100 samples of 6 meetings, seed 1."
    )
  }
}
