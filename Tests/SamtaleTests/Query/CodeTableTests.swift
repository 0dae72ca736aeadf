import Samtale
import Testing

@Suite struct QueryCodeTableTests {
  private static let study = Result { try QueryStudy() }

  /// A table as lines: `Code: column=codings/utterances …`, empty cells left out, and all.
  private func lines(
    _ dimension: CodeTable.Dimension, _ choice: CodeTable.Choice = CodeTable.Choice()
  ) throws -> [String] {
    let table = CodeTable(dimension, of: try Self.study.get().index, choosing: choice)
    return zip(table.rows, table.cells).map { row, cells in
      let shown = zip(table.columns, cells).filter { !$1.codings.isEmpty }.map { column, cell in
        "\(column.title)=\(cell.codings.count)/\(cell.utterances)"
      }
      return "\(row.name): \(shown.joined(separator: " ")); \(row.all.codings.count)"
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let dimension: CodeTable.Dimension
    let lines: [String]
    var testDescription: String { dimension.rawValue }
  }

  static let tables: [Case] = [
    Case(
      dimension: .role,
      lines: [
        "Hope: T=1/1 WA=1/1; 2", "Not heard: WA=1/1; 1", "Fatigue: T=1/1 WA=1/2; 1",
        "Pressure: SW=2/2 WA=1/1; 3",
      ]),
    Case(
      dimension: .meeting,
      lines: [
        "Hope: m1=1/1 m2=1/1; 2", "Not heard: m1=1/1; 1", "Fatigue: m1=1/3; 1",
        "Pressure: m1=3/3; 3",
      ]),
    Case(
      dimension: .person,
      lines: [
        "Hope: T2=1/1 WA9=1/1; 2", "Not heard: WA1=1/1; 1", "Fatigue: WA1=1/2 T2=1/1; 1",
        "Pressure: SW4=2/2 WA1=1/1; 3",
      ]),
    Case(
      dimension: .team,
      lines: [
        "Hope: Team Five=2/2; 2", "Not heard: Team Five=1/1; 1", "Fatigue: Team Five=1/3; 1",
        "Pressure: Team Five=3/3; 3",
      ]),
    Case(
      dimension: .code,
      lines: [
        "Hope: Hope=2/2; 2", "Not heard: Not heard=1/1 Fatigue=1/1; 1",
        "Fatigue: Not heard=1/1 Fatigue=1/3 Pressure=1/1; 1",
        "Pressure: Fatigue=1/1 Pressure=3/3; 3",
      ]),
    Case(
      dimension: .opener,
      lines: [
        "Hope: SW=1/1 no topic or opener=1/1; 2", "Not heard: SW=1/1; 1", "Fatigue: SW=1/3; 1",
        "Pressure: SW=3/3; 3",
      ]),
    Case(
      dimension: .lastword,
      lines: [
        "Hope: T=1/1 no topic or last word=1/1; 2", "Not heard: SW=1/1; 1", "Fatigue: SW=1/3; 1",
        "Pressure: SW=3/3 T=1/1; 3",
      ]),
    Case(
      dimension: .closure,
      lines: [
        "Hope: undetermined=1/1 no topic=1/1; 2", "Not heard: deferred=1/1; 1",
        "Fatigue: deferred=1/3; 1", "Pressure: undetermined=1/1 deferred=3/3; 3",
      ]),
  ]

  @Test(arguments: tables)
  func counts(_ expected: Case) throws {
    #expect(try lines(expected.dimension) == expected.lines)
  }

  @Test func uptakeAndWhatAsksForNone() throws {
    let fatigue = try lines(.uptake)[2]
    #expect(fatigue == "Fatigue: minimal=1/2 asks for none=1/1; 1")
  }

  @Test func codersAndRoundsAreChosen() throws {
    let study = try Self.study.get()
    let bo = try #require(study.ids["bo"])
    let byBo = CodeTable.Choice(coders: [bo])
    #expect(try lines(.role, byBo) == ["Not heard: WA=1/1; 1", "Pressure: WA=1/1; 1"])
    #expect(try lines(.code, byBo).count == 2)
    let table = CodeTable(.role, of: study.index, choosing: byBo)
    #expect(table.coders == ["Bo Lie"])
    #expect(table.withoutPlace == 1)
    let round = try #require(study.corpus.study.all(CodingRound.self).first).id
    let first = CodeTable.Choice(rounds: [round])
    #expect(try lines(.role, first) == ["Fatigue: T=1/1 WA=1/2; 1", "Pressure: SW=1/1; 1"])
    #expect(CodeTable(.role, of: study.index, choosing: first).withoutPlace == 0)
  }

  @Test func codesMayMeetInAnUtterance() throws {
    let study = try Self.study.get()
    let signature = StudyEditor<Study>.Signature(
      actor: try #require(study.ids["anna"]), at: Timestamp(milliseconds: 1_790_000_100_000),
      seed: 9)
    var editor = StudyEditor(study.corpus.study, lamport: 1000, signature: signature)
    let hope = try #require(editor.state.all(Code.self).first { $0.name == "Hope" }).id
    try editor.apply(hope, to: study.corpus.inOrder[0].anchor(turn: "u1", scalars: 0..<3))
    let index = QueryIndex(StudyCorpus(editor.state, versions: study.corpus.inOrder))
    let apart = CodeTable(.code, of: index)
    let together = CodeTable(.code, of: index, choosing: .init(meetsInUtterance: true))
    #expect(apart.rows.map(\.name) == ["Hope", "Not heard", "Fatigue", "Pressure"])
    #expect(apart.cells[0].map(\.codings.count) == [3, 0, 0, 0])
    #expect(together.cells[0].map(\.codings.count) == [3, 0, 0, 1])
    #expect(together.cells[3].map(\.codings.count) == [1, 0, 1, 3])
  }

  @Test(arguments: CodeTable.Dimension.allCases)
  func evidenceIsWhatAQueryFinds(_ dimension: CodeTable.Dimension) throws {
    let study = try Self.study.get()
    let table = CodeTable(dimension, of: study.index)
    for (row, cells) in zip(table.rows, table.cells) {
      for (column, cell) in zip(table.columns, cells) where !column.isRest {
        let own = "code:=\"\(row.name)\""
        let term = "\(dimension.rawValue):\"\(column.key)\""
        let query =
          dimension == .code ? "\(own) overlaps code:=\"\(column.key)\"" : "\(own) \(term)"
        let found = try Query(query).run(on: study.index).compactMap(\.coding)
        #expect(Set(found) == Set(cell.codings), "\(query)")
        #expect(study.index.extracts(of: cell.codings).map(\.coding) == found)
      }
    }
  }

  @Test func keysAreDistinct() throws {
    for dimension in CodeTable.Dimension.allCases {
      let table = CodeTable(dimension, of: try Self.study.get().index)
      #expect(Set(table.columns.map(\.key)).count == table.columns.count)
      #expect(table.cells.allSatisfy { $0.count == table.columns.count })
      #expect(table.cells.count == table.rows.count)
    }
  }

  @Test func anEmptyStudyGivesEmptyTables() {
    let index = QueryIndex(StudyCorpus(Study(), versions: []))
    for dimension in CodeTable.Dimension.allCases {
      #expect(CodeTable(dimension, of: index).rows.isEmpty)
    }
    #expect(throws: Never.self) { try Query("not text:a or text:b follows text:c").run(on: index) }
    #expect(throws: QueryError.self) { try Query("code:*").run(on: index) }
  }
}
