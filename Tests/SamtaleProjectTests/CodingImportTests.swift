import GRDB
import Samtale
import Testing

@testable import SamtaleProject

@Suite struct CodingImportTests {
  /// Anchors of every kind, over and over.
  private func anchors(_ version: TranscriptVersion, _ count: Int) throws -> [Anchor] {
    let kinds = try [
      version.anchor(from: "u1", to: "u1"), version.anchor(from: "u2", to: "u4"),
      version.anchor(turn: "u5", quote: "arbeidsgiveren"), version.wholeAnchor,
      Anchor(.dataSet, transcript: nil),
      Anchor(
        .topic, transcript: version.id, version: version.version,
        segments: [.init("u3"), .init("u6", scalars: 0..<1)], topic: "søk \"1\""),
      Anchor(
        .turn, transcript: version.id, version: version.version, segments: [.init("@2")],
        quote: QuoteFingerprint(hash: "00ff", length: 3, prefix: "æ\"\\\n", suffix: "\u{1}")),
    ]
    return (0..<count).map { kinds[$0 % kinds.count] }
  }

  @Test func makesWhatSingleStepsWouldMake() throws {
    let work = try Workshop()
    let version = try work.meeting
    let code = try work.code("A")
    let round = try work.project.perform(as: work.anna) { editor in
      let id = editor.newIdentifier()
      try editor.create(
        CodingRound(id: id, fields: ["name": .text("First"), "status": .text("open")]))
      return id
    }
    let notes = [nil, "plain", "with \"quotes\", \\ and \n lines, Å", ""]
    let codings = try anchors(version, 35).enumerated().map { i, anchor in
      NewCoding(
        code: code, anchor: anchor, coder: i % 3 == 0 ? work.bjorn : nil,
        round: i % 2 == 0 ? round : nil, note: notes[i % 4])
    }
    let count = try work.project.importCodings(
      codings, as: work.anna, phase: .coding, reason: "from “elsewhere”\t", stepSize: 10)
    #expect(count == 35)
    let made = try work.project.all(Coding.self)
    #expect(made.map(\.anchor) == codings.map(\.anchor))
    #expect(made.map(\.coder) == codings.map { $0.coder ?? work.anna })
    #expect(made.map(\.round) == codings.map(\.round))
    #expect(made.map(\.note) == codings.map(\.note))
    let steps = try work.project.history(limit: 4)
    #expect(steps.map(\.count) == [5, 10, 10, 10])
    #expect(steps.flatMap(\.events).allSatisfy { $0.phase == .coding && $0.change.verb == .apply })
    // Canonical texts: the same as the event itself would give.
    let bodies = try work.project.database.read {
      try String.fetchAll($0, sql: "SELECT body FROM event ORDER BY sequence")
    }
    #expect(try bodies == work.project.events().map(\.value.jsonText))
    try work.expectSound()
    try work.project.undo(as: work.anna)
    #expect(try work.project.all(Coding.self).count == 30)
    try work.expectSound()
  }

  @Test func breaksNoRuleAndMakesAllOrNothing() throws {
    let work = try Workshop()
    let version = try work.meeting
    let (code, retired) = (try work.code("A"), try work.code("Old"))
    try work.project.perform(as: work.anna) { try $0.retireCode(retired) }
    let head = try work.project.head()
    let good = NewCoding(code: code, anchor: try version.anchor(from: "u1", to: "u1"))
    func rule(_ edit: (inout NewCoding) -> Void) -> RuleViolation.Rule? {
      var bad = good
      edit(&bad)
      return brokenRule { try work.project.importCodings([good, good, bad], as: work.anna) }
    }
    #expect(rule { $0.code = retired } == .retiredCode)
    #expect(rule { $0.code = work.anna } == .wrongKind)
    #expect(rule { $0.coder = code } == .wrongKind)
    #expect(rule { $0.round = code } == .wrongKind)
    #expect(rule { $0.anchor.transcript = code } == .danglingReference)
    #expect(rule { $0.anchor.version = nil } == .anchor)
    #expect(rule { $0.anchor.segments = [] } == .anchor)
    #expect(rule { $0.anchor.segments = [.init("")] } == .anchor)
    #expect(rule { $0.anchor.segments = [.init("u1", scalars: 3..<3)] } == .anchor)
    #expect(try work.project.head() == head)
    try work.expectSound()
  }

  @Test func placesCodingsOnEarlierVersions() throws {
    let work = try Workshop()
    let (old, code) = (try work.meeting, try work.code("A"))
    _ = try work.add("meeting", ["Først."] + Workshop.talk)
    let codings = try [old, work.meeting].map {
      NewCoding(code: code, anchor: try $0.anchor(from: "u2", to: "u2"))
    }
    try work.project.importCodings(codings, as: work.anna)
    let tables = try work.project.tables()
    #expect(tables["places"]?.count == 2)
    try work.project.rebuild()
    #expect(try work.project.tables() == tables)
  }

  @Test func makesIndexesAfterALargeLoad() throws {
    let work = try Workshop()
    let (version, code) = (try work.meeting, try work.code("A"))
    func indexes() throws -> [String] {
      try work.project.database.read {
        try String.fetchAll(
          $0, sql: "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql > '' ORDER BY 1")
      }
    }
    let before = try indexes()
    let all = try anchors(version, 20_000)
    try work.project.importCodings(
      all.map { NewCoding(code: code, anchor: $0) }, as: work.anna)
    #expect(try indexes() == before)
    #expect(try work.project.head().events == 20_000 + 5)
    #expect(try work.project.verify() == [])
    // A load that fails leaves the indexes too.
    let bad = NewCoding(code: work.anna, anchor: version.wholeAnchor)
    let more = all.map { NewCoding(code: code, anchor: $0) } + all.map { _ in bad }
    #expect(brokenRule { try work.project.importCodings(more, as: work.anna) } == .wrongKind)
    #expect(try indexes() == before)
    #expect(try work.project.head().events == 20_000 + 5)
  }
}
