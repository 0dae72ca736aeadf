import Samtale
import SamtaleFormats
import Testing

/// Tables for R and pandas. All talk is invented.
@Suite struct TidyTablesTests {
  private func transcript() -> Transcript {
    var builder = TranscriptBuilder(id: "m1", language: "en", file: "talks/m1.vtt")
    let anna = builder.add(
      Participant(
        id: "p.anna", label: "SW1", roles: ["SW"], memberships: [.init(team: "Team 1")],
        attributes: [
          .init(.gender, text: "female"), .init(.state, type: "yearsInJob", text: "3"),
          .init(.age, atLeast: "25", atMost: "40"),
        ]))
    let bo = builder.participant(labelled: "WA1")
    builder.append(
      UtteranceDraft("Shall we, begin?", speakers: [anna], start: 0, end: 1.5, line: 4))
    var reply = UtteranceDraft(speakers: [bo], start: 1.25, line: 6)
    reply.append("Yes, ")
    reply.add(MarkDraft(.pause, type: "short", seconds: 0.4))
    reply.append("=now", as: MarkDraft(.unclear))
    reply.addressees = [anna]
    reply.transition = .overlap
    builder.append(reply)
    builder.append(UtteranceDraft("Or later.", speakers: [bo], line: 7))
    builder.addTopic("beginning", 0...1)
    return builder.transcript()
  }

  private func tables() throws -> [String: TidyTable] {
    let (corpus, diagnostics) = try StudyCorpus.reading([transcript()])
    #expect(diagnostics == [])
    return Dictionary(uniqueKeysWithValues: TidyTables(corpus).tables.map { ($0.name, $0) })
  }

  private func csv(_ table: TidyTable?) -> [String] {
    String(decoding: table?.csv ?? [], as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func unitsAndTurns() throws {
    let tables = try tables()
    #expect(
      csv(tables["units"]) == [
        "transcript,unit,number,turn,person,label,role,addressee,start,end,words,text,section,"
          + "language,transition,after_cut,line",
        "m1,u1,1,1,p.anna,SW1,SW,,0,1.5,3,\"Shall we, begin?\",,,,FALSE,4",
        "m1,u2,2,2,p.WA1,WA1,,p.anna,1.25,,2,\"Yes, =now\",,,overlap,FALSE,6",
        "m1,u3,3,2,p.WA1,WA1,,,,,2,Or later.,,,,FALSE,7",
      ])
    #expect(
      csv(tables["turns"]) == [
        "transcript,turn,person,label,role,first_unit,last_unit,units,start,end,words,text",
        "m1,1,p.anna,SW1,SW,u1,u1,1,0,1.5,3,\"Shall we, begin?\"",
        "m1,2,p.WA1,WA1,,u2,u3,2,1.25,,4,\"Yes, =now Or later.\"",
      ])
  }

  @Test func peopleHaveAColumnForEachSortOfFact() throws {
    #expect(
      csv(try tables()["people"]) == [
        "transcript,person,label,role,team,speaks,group_size,gender,state_years_in_job,age,"
          + "age_at_least,age_at_most",
        "m1,p.anna,SW1,SW,Team 1,TRUE,,female,3,25–40,25,40", "m1,p.WA1,WA1,,,TRUE,,,,,,",
      ])
  }

  @Test func eventsAndTopics() throws {
    let tables = try tables()
    #expect(
      csv(tables["events"]).dropFirst() == [
        "m1,u2,FALSE,pause,short,,5,5,,,0.4,,", "m1,u2,FALSE,unclear,,,5,9,,,,,",
      ])
    #expect(csv(tables["topics"]).dropFirst() == ["m1,1,1,beginning,,,u1,u2,2,,"])
  }

  @Test func jsonLinesHaveNumbersAndNulls() throws {
    let lines = String(decoding: try tables()["turns"]?.jsonLines ?? [], as: UTF8.self)
      .split(separator: "\n")
    #expect(
      lines.last == """
        {"transcript":"m1","turn":2,"person":"p.WA1","label":"WA1","role":null,"first_unit":"u2",\
        "last_unit":"u3","units":2,"start":1.25,"end":null,"words":4,"text":"Yes, =now Or later."}
        """)
  }

  @Test func whatIsInNoTableIsCounted() throws {
    let (corpus, _) = try StudyCorpus.reading([transcript()])
    // The description of how it was made.
    #expect(
      TidyTables(corpus).losses.lines == [
        "1 × remarks on how a transcript was made, and other parts of its header"
      ])
  }

  @Test func theDescriptionNamesEveryColumn() throws {
    let (corpus, _) = try StudyCorpus.reading([transcript()])
    let tables = TidyTables(corpus)
    let file = try #require(tables.files().first { $0.path == "datapackage.json" })
    let value = try Value(json: file.bytes)
    let resources = value.object?["resources"]?.list ?? []
    #expect(resources.count == tables.tables.count)
    for (resource, table) in zip(resources, tables.tables) {
      let fields = resource.object?["schema"]?.object?["fields"]?.list ?? []
      #expect(fields.map { $0.object?["name"]?.text } == table.columns.map(\.name))
      #expect(fields.allSatisfy { $0.object?["description"]?.text?.isEmpty == false })
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }
}
