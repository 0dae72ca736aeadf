import Samtale
import SamtaleFormats
import Testing

/// Teams and groups in the table of speakers.
@Suite struct SpeakerTeamTests {
  private func map(_ table: String) throws -> SpeakerMap {
    try SpeakerMap(Array(table.utf8), named: "people.csv")
  }

  private func problem(_ table: String) -> String? {
    do {
      _ = try map(table)
      return nil
    } catch let error as ReadingError { return error.diagnostics.first?.what } catch { return nil }
  }

  private func read(_ text: String, _ file: String, _ map: SpeakerMap) -> ImportResult {
    var options = ImportOptions()
    options.speakers = map
    return Importer.read(bytes: Array(text.utf8), named: file, options: options)
  }

  @Test func somebodyServesTwoTeams() throws {
    let map = try map(
      """
      label;id;group;from;to;file
      ES1;p.es;"north; old";2017-03;2018-01-31;one
      ES5;p.es;south;2018;;two
      SW1;;north;;;
      """)
    let transcript = try #require(
      read("ES1: Hi.\nSW1: Yes.\nES1: So.\nSW1: No.\n", "one.txt", map).transcript)
    #expect(
      transcript.participants.map(\.memberships) == [
        [
          .init(team: "north", from: "2017-03", to: "2018-01-31"),
          .init(team: "old", from: "2017-03", to: "2018-01-31"),
          .init(team: "south", from: "2018"),
        ],
        [.init(team: "north")],
      ])
    #expect(transcript.teams.map(\.names) == [["north"], ["old"], ["south"]])
    let written = TEI.read(bytes: TEI.write(transcript).bytes, named: "x")
    #expect(written.transcripts == [transcript])
    #expect(written.diagnostics.isEmpty)
  }

  @Test func severalWhoSpeakAtOnce() throws {
    let map = try map("label,size,role\nAll,several,SW\nA1,,SW\n")
    let transcript = try #require(
      read("A1: Shall we?\nAll: Yes.\nA1: Good.\n", "one.txt", map).transcript)
    #expect(transcript.participants.map(\.groupSize) == [nil, "several"])
    let written = TEI.read(bytes: TEI.write(transcript).bytes, named: "x")
    #expect(written.transcripts == [transcript])
  }

  @Test(arguments: [
    ("label,team,group\nA,x,y\n", "the column team stands twice; group and team are the same"),
    ("label,team,from\nA,x,5.3.2024\n", "“5.3.2024” in the column from is no day"),
    ("label,from\nA,2024\n", "a row says when somebody belonged to a team, but not to which"),
    ("label,size\nA,quite many\n", "the size “quite many” is more than one word"),
    ("label,decision\nA,perhaps\n", "there is no decision “perhaps”"),
    ("id,role\np1,x\n", "the column label is missing"),
  ])
  func mistakes(_ table: String, _ what: String) {
    #expect(problem(table) == what)
  }

  @Test func decisionsOfThePersonHold() throws {
    let text = "Anna: Hi.\nMeld: one.\nMeld: two.\nBo: Hello.\nAnna: So.\nCara: Yes.\n"
    let map = try map(
      "label,decision,role,file\nMeld,nei,,\nBo,ja,T,\nCara,ask,,\nAnna,spør,SW,\nCara,no,,b\n")
    let result = read(text, "a.txt", map)
    #expect(
      talk(result.transcript) == [
        "Anna: Hi. Meld: one. Meld: two.", "Bo: Hello.", "Anna: So.", "Cara: Yes.",
      ])
    #expect(result.report.labels.map(\.isCertain) == [true, true, true, false])
    #expect(talk(read(text, "b.txt", map).transcript).last == "Anna: So. Cara: Yes.")
  }

  /// As Excel saves it in Norway: Windows-1252, semicolons, columns and rows without content.
  @Test func tablesOfSpreadsheets() throws {
    let bytes = "label;role;;decision\r\nÅse;møteleder;;spør\r\n;;;\r\n".unicodeScalars.map {
      UInt8($0.value)
    }
    let map = try SpeakerMap(bytes, named: "people.csv")
    #expect(map.entries.map(\.label) == ["Åse"])
    #expect(map.entries.map(\.role) == ["møteleder"])
  }
}

/// A table of speakers is proposed, completed by a person, and imported with.
@Suite struct SpeakerProposalTests {
  private let one = """
    SW1: Shall we, then?
    P: Yes.
    SW1: Good.
    P: But so.
    W1: Who?
    Plan: two.
    SW1: So it is.
    """
  private let two = "SW1: And now.\nP: Well.\nSW1: Yes.\nP: =no.\n"

  private func read(_ map: SpeakerMap = SpeakerMap()) -> [ImportResult] {
    var options = ImportOptions()
    options.speakers = map
    return [("in/one.txt", one), ("in/two.txt", two)].map {
      Importer.read(bytes: Array($0.1.utf8), named: $0.0, options: options)
    }
  }

  @Test func aTableIsProposed() {
    let proposal = SpeakerProposal(read())
    #expect(
      proposal.csv.text == """
        label,file,decision,id,name,role,team,count,place,words,remark\r
        SW1,,yes,,,,,5,"one.txt, line 1","Shall we, then?",\r
        P,one.txt,yes,,,,,2,"one.txt, line 2",Yes.,\r
        P,two.txt,yes,,,,,2,"two.txt, line 2",Well.,\r
        W1,,ask,,,,,1,"one.txt, line 5",Who?,"looks like SW1: if it is the same person, the same \
        id for both"\r
        Plan,,ask,,,,,1,"one.txt, line 6",two.,taken for words\r

        """)
    #expect(proposal.undecided == 2)
  }

  @Test func theTableComesBackCompleted() throws {
    let rows = SpeakerProposal(read()).csv.text
    let first = try SpeakerMap(Array(rows.utf8), named: "people.csv")
    #expect(read(first).map { talk($0.transcript) } == read().map { talk($0.transcript) })
    // What a person fills in.
    let facts = [
      "SW1,,yes,,,,": "SW1,,yes,s1,,SW,north;",
      "P,one.txt,yes,,,,": "P,one.txt,yes,p1,Åse,WA,north",
      "P,two.txt,yes,,,,": "P,two.txt,yes,p2,,WA,south", "W1,,ask,,,,": "W1,,ja,s1,,,",
      "Plan,,ask,,,,": "Plan,,nei,,,,",
    ]
    var table = rows
    for (old, new) in facts {
      let range = try #require(table.firstRange(of: old))
      table.replaceSubrange(range, with: new)
    }
    let map = try SpeakerMap(Array(table.utf8), named: "people.csv")
    let results = read(map)
    #expect(
      talk(results[0].transcript) == [
        "SW1: Shall we, then?", "P: Yes.", "SW1: Good.", "P: But so.", "SW1: Who? Plan: two.",
        "SW1: So it is.",
      ])
    #expect(
      results.map { $0.transcript?.participants.map(\.id) } == [["s1", "p1"], ["s1", "p2"]])
    #expect(results[0].transcript?.participants.map(\.roles) == [["SW"], ["WA"]])
    #expect(results[0].transcript?.participants.last?.name == "Åse")
    #expect(results[1].transcript?.participants.last?.memberships == [.init(team: "south")])
    #expect(results.flatMap(\.diagnostics).isEmpty)
    #expect(map.unused(by: results.map(\.report)).isEmpty)
    #expect(SpeakerProposal(results, leavingOut: map).rows.isEmpty)
  }

  @Test func whatTheTableSettlesIsLeftOut() throws {
    let map = try SpeakerMap(Array("label,id,file\nSW1,s1,\nP,p1,one\n".utf8))
    let rows = SpeakerProposal(read(map), leavingOut: map).rows
    #expect(rows.map(\.label) == ["W1", "Plan", "P"])
    #expect(rows.map(\.count) == [1, 1, 2])
  }

  @Test func speakersWhomTheFormatNames() throws {
    let subtitles = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Bo>Shall we?\n"
    let chat = """
      @UTF8
      @Begin
      @Languages:\teng
      @Participants:\tANN Ann Mother, BOB Bob Child
      @ID:\teng|x|ANN|||||Mother|||
      *ANN:\thello .
      @End

      """
    let results = [("a.vtt", subtitles), ("b.cha", chat)].map {
      Importer.read(bytes: Array($0.1.utf8), named: $0.0)
    }
    let rows = SpeakerProposal(results).rows
    #expect(rows.map(\.label) == ["Bo", "ANN"])
    #expect(rows.map(\.decision) == [.yes, .yes])
    #expect(rows.map(\.words) == ["Shall we?", "hello."])
    #expect(rows.map(\.role) == [nil, "Mother"])
    #expect(rows.map(\.place) == ["a.vtt, line 3", "b.cha, line 6"])
  }
}
