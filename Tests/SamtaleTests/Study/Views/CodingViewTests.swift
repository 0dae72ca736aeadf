import Samtale
import Testing

@Suite struct CodingComparisonTests {
  @Test func sidesOfEachUtterance() throws {
    let study = try ViewedStudy()
    let comparison = try #require(
      CodingComparison(
        study.corpus, transcript: study.first.id, .init(researcher: study.kari),
        .init(researcher: study.ola)))
    let shown = comparison.rows.map { row in
      [[row.name], row.a.map(\.name), row.b.map(\.name), row.both.map(\.name)]
        + [row.onlyA.map(\.name), row.onlyB.map(\.name)]
    }
    #expect(
      shown == [
        [["u1"], ["wanting work"], [], [], ["wanting work"], []],
        [["u3"], ["fear"], ["fear", "wanting work"], ["fear"], [], ["wanting work"]],
        // Ola's code on u5 was merged into Kari's.
        [["u5"], ["help"], ["help"], ["help"], [], []],
        [["u6"], [], ["help"], [], [], ["help"]],
        [["u7"], [], ["help"], [], [], ["help"]],
      ])
    #expect((comparison.nameA, comparison.nameB) == ("KB", "OL"))
  }

  @Test func passagesAreCountedByWhatTheOtherSideHas() throws {
    let study = try ViewedStudy()
    let comparison = try #require(
      CodingComparison(
        study.corpus, transcript: study.first.id, .init(researcher: study.kari),
        .init(researcher: study.ola)))
    #expect(comparison.passagesA.map(\.match) == [.notSeen, .sameCode, .sameCode])
    #expect(comparison.passagesB.map(\.match) == [.sameCode, .sameCode, .notSeen, .otherCodes])
    let b = comparison.totalsB
    #expect([b.passages, b.sameCode, b.otherCodes, b.notSeen] == [4, 2, 1, 1])
    #expect(comparison.passagesB[2].place == "u6–u7")
    #expect(comparison.passagesB[3].quotation?.text == "of the")
  }

  @Test func privateMemosStayPrivate() throws {
    let study = try ViewedStudy()
    let make = { (memos: Set<Memo.Visibility>) in
      CodingComparison(
        study.corpus, transcript: study.first.id, .init(researcher: study.kari),
        .init(researcher: study.ola), memos: memos)
    }
    let shared = try #require(make([.team, .export]))
    #expect(shared.memos.map(\.memo.body) == ["Is calling together help?"])
    #expect(shared.memos.map(\.place) == ["u6–u7"])
    #expect(try #require(make([.personal])).memos.map(\.memo.body) == ["I was shy too."])
  }

  @Test func roundsAreSidesToo() throws {
    let study = try ViewedStudy()
    let comparison = try #require(
      CodingComparison(
        study.corpus, transcript: study.first.id, .init(round: study["round"]),
        .init(researcher: study.kari)))
    #expect(comparison.nameA == "round 1")
    #expect(comparison.passagesA.map(\.match) == [.sameCode])
    #expect(comparison.totalsB.notSeen == 2)
  }
}

@Suite struct CodingCoverageTests {
  @Test func whatNobodyTouched() throws {
    let study = try ViewedStudy()
    let rows = CodingCoverage(study.corpus).rows
    #expect(rows.map(\.transcript.name) == ["m1", "m2"])
    #expect(rows.map(\.utterances) == [8, 2])
    #expect(rows.map(\.coded) == [5, 0])
    #expect(rows.map(\.visited) == [1, 0])
    #expect(rows.map(\.untouchedRanges) == [["u4", "u8"], ["u1–u2"]])
  }

  @Test func ofOneResearcherOrRound() throws {
    let study = try ViewedStudy()
    let kari = CodingCoverage(study.corpus, researcher: study.kari).rows[0]
    #expect(kari.untouchedRanges == ["u4", "u6–u8"])
    let round = CodingCoverage(study.corpus, round: study["round"])
    #expect(round.round?.name == "round 1")
    #expect(round.rows[0].untouchedRanges == ["u2–u8"])
  }

  @Test func aVisitOfAWholeTranscriptLeavesNothing() throws {
    var study = try ViewedStudy()
    let (ola, second) = (study.ola, study.second.id)
    try study.step(ola, "2026-01-12T09:00", nil) { edit in
      try edit.create(Visit(id: edit.newIdentifier(), reader: ola, transcript: second), .visit)
    }
    #expect(CodingCoverage(study.corpus).rows[1].untouched.isEmpty)
  }
}

@Suite struct CodeListTests {
  @Test func codingsOfMergedCodesCountForTheHeir() throws {
    let rows = CodeList(try ViewedStudy().study).rows
    #expect(rows.map(\.code.name) == ["wanting work", "fear", "courage", "help"])
    #expect(rows.map(\.depth) == [0, 0, 1, 0])
    #expect(rows.map(\.codings) == [2, 2, 0, 3])
    #expect(rows.map(\.taken) == [0, 0, 0, 1])
    #expect(rows.map { $0.heir?.name } == [nil, nil, "help", nil])
    #expect(rows[3].coders.map(\.name) == ["KB", "OL"])
    #expect(rows[1].groups.map(\.name) == ["Feelings"])
    #expect(
      rows.map { $0.themes.map(\.name) } == [
        ["Work as a wish"], ["The silent phone"], [], ["Asking"],
      ])
  }

  @Test func withdrawnTranscriptsDoNotCount() throws {
    var study = try ViewedStudy()
    let first = study.first.id
    try study.step(study.kari, "2026-01-12T09:00", nil) { edit in
      try edit.change(StudyTranscript.self, first, .withdraw) { $0.isWithdrawn = true }
    }
    #expect(CodeList(study.study).rows.allSatisfy { $0.codings == 0 })
  }
}
