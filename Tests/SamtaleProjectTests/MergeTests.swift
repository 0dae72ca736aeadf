import Samtale
import Testing

@testable import SamtaleProject

@Suite struct MergeTests {
  /// Holds that some files hold the same, whoever merged whom.
  private func expectSame(_ projects: [Project], at location: SourceLocation = #_sourceLocation)
    throws
  {
    let first = projects[0]
    for other in projects.dropFirst() {
      #expect(try other.study() == first.study(), sourceLocation: location)
      #expect(try other.conflicts() == first.conflicts(), sourceLocation: location)
      #expect(try other.events() == first.events(), sourceLocation: location)
      #expect(try other.tables() == first.tables(), sourceLocation: location)
      #expect(
        try other.history().map(\.id) == first.history().map(\.id), sourceLocation: location)
    }
  }

  @Test func unitesTheWorkOfTwo() throws {
    let work = try Workshop()
    let code = try work.code("Shared", turns: ["u1"])
    let theirs = try work.copy("bjorn.samtale")
    try work.code("Anna's", turns: ["u1", "u2"])
    try work.project.perform(as: work.anna) { try $0.renameCode(code, to: "By Anna") }
    try work.code("Bjørn's", turns: ["u2", "u6"], in: theirs, as: work.bjorn)
    try theirs.perform(as: work.bjorn) { try $0.renameCode(code, to: "By Bjørn") }
    let third = try work.copy("third.samtale")
    let report = try work.project.merge(theirs)
    #expect((report.added, report.keptPrivate, report.conflicts.count) == (4, 0, 1))
    #expect(try theirs.merge(third).added == 4)
    try third.merge(work.project)
    try expectSame([work.project, theirs, third])
    for project in [work.project, theirs, third] { try work.expectSound(project) }
    #expect(try work.project.merge(theirs).added == 0)
    #expect(try theirs.merge(theirs).added == 0)
    #expect(try theirs.merge(Project.open(theirs.path)).added == 0)
    try expectSame([work.project, theirs])
  }

  @Test func unitesThreeInAnyOrder() throws {
    let work = try Workshop()
    let code = try work.code("Shared", turns: ["u1"])
    let copies = try ["a", "b", "c"].map { try work.copy("\($0).samtale") }
    for (i, copy) in copies.enumerated() {
      try work.code("Of \(i)", turns: ["u\(i + 1)"], in: copy, as: work.bjorn)
      try copy.perform(as: work.bjorn) { try $0.renameCode(code, to: "Name \(i)") }
      if i == 1 { try copy.undo(as: work.bjorn) }
      if i == 2 { try copy.perform(as: work.bjorn) { try $0.retireCode(code) } }
    }
    let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]]
    let united = try orders.enumerated().map { n, order in
      let project = try work.copy("united\(n).samtale")
      for i in order { try project.merge(copies[i]) }
      return project
    }
    try expectSame(united)
    try work.expectSound(united[0])
    // What the united history says was last is undone, the same wherever it is done.
    let undone = try united.map { try $0.undo(as: work.bjorn).map(\.id) }
    #expect(Set(undone).count == 1)
  }

  @Test func refusesLogicalTimesNearTheEnd() throws {
    let work = try Workshop()
    let theirs = try work.copy("late.samtale")
    let code = try work.code("A")
    let event = { (number: UInt64, lamport: Int) in
      var random = RandomGenerator(seed: number)
      let id = Identifier(at: .now, using: &random)
      return Event(
        id: id, lamport: lamport, at: .now, actor: work.bjorn, step: id,
        change: Change(.code, id, .create, before: nil, after: Code(id: id, name: "B").fields))
    }
    try theirs.database.write { try EventLog(db: $0).append([event(1, 1 << 52 + 1)]) }
    let head = try work.project.head()
    #expect(projectError { try work.project.merge(theirs) } == .tampered)
    #expect(try work.project.head() == head)
    // Such a file can still be worked on, up to the last logical time.
    try theirs.rebuild()
    try work.code("C", in: theirs)
    try theirs.database.write { try EventLog(db: $0).append([event(2, 1 << 53)]) }
    try theirs.rebuild()
    #expect(brokenRule { try work.code("D", in: theirs) } == .logicalTime)
    let coding = NewCoding(
      code: try #require(try theirs.all(Code.self).first).id, anchor: try work.meeting.wholeAnchor)
    #expect(brokenRule { try theirs.importCodings([coding], as: work.anna) } == .logicalTime)
    try work.expectSound(theirs)
    #expect(try work.project.all(Code.self).map(\.id) == [code])
  }

  @Test func settlesAConflictForAll() throws {
    let work = try Workshop()
    let code = try work.code("Shared")
    let theirs = try work.copy("bjorn.samtale")
    try work.project.perform(as: work.anna) { try $0.renameCode(code, to: "By Anna") }
    try theirs.perform(as: work.bjorn) { try $0.renameCode(code, to: "By Bjørn") }
    let conflict = try #require(try work.project.merge(theirs).conflicts.first)
    try work.project.perform(as: work.anna) { try $0.settle(conflict, keepsFirst: true) }
    #expect(try work.project.conflicts() == [])
    try theirs.merge(work.project)
    #expect(try theirs.conflicts() == [])
    try expectSame([work.project, theirs])
  }

  @Test func keepsPrivateMemosAtHome() throws {
    let work = try Workshop()
    let theirs = try work.copy("bjorn.samtale")
    let (secret, open) = try theirs.perform(as: work.bjorn) { editor in
      let secret = try editor.writeMemo(.journal, "I dislike him", visibility: .personal)
      try editor.writeMemo(.journal, "About that", on: secret, visibility: .team)
      return (secret, try editor.writeMemo(.journal, "For all", visibility: .team))
    }
    let report = try work.project.merge(theirs)
    #expect((report.added, report.keptPrivate) == (1, 2))
    #expect(try work.project.all(Memo.self).map(\.id) == [open])
    #expect(try work.project.conflicts() == [])
    try work.expectSound()
    let log = try theirs.logText()
    #expect(log.keptPrivate == 2)
    #expect(!String(decoding: log.text, as: UTF8.self).contains("dislike"))
    #expect(
      try theirs.logText(memos: Set(Memo.Visibility.allCases)).text == Event.log(theirs.events()))
    try work.project.merge(theirs, includesPrivate: true)
    #expect(try work.project.all(Memo.self).contains { $0.id == secret })
    try expectSame([work.project, theirs])
  }

  @Test func refusesAnotherProject() throws {
    let (work, other) = (try Workshop(), try Workshop())
    let head = try work.project.head()
    #expect(projectError { try work.project.merge(other.project) } == .otherStudy)
    #expect(try work.project.head() == head)
  }

  @Test(arguments: [
    // Altered with the chain mended, as by somebody who knows how; altered without.
    true, false,
  ])
  func refusesATamperedEvent(mendsChain: Bool) throws {
    let work = try Workshop()
    try work.code("Before")
    let theirs = try work.copy("bjorn.samtale")
    try theirs.damage("UPDATE event SET body = replace(body, 'Before', 'Beyond')")
    if mendsChain {
      var chain = EventLog.start
      for sequence in 1...(try theirs.head().events) {
        let body = try theirs.database.read {
          try String.fetchOne(
            $0, sql: "SELECT body FROM event WHERE sequence = ?", arguments: [sequence])
        }
        chain = EventLog.link(chain, Array(try #require(body).utf8))
        try theirs.damage(
          "UPDATE event SET chain = ? WHERE sequence = ?", [Digest(stored: chain).data, sequence])
      }
      try theirs.rebuild()
      #expect(try theirs.verify() == [])
    }
    let head = try work.project.head()
    #expect(projectError { try work.project.merge(theirs) } == .tampered)
    #expect(try work.project.head() == head)
    #expect(try work.project.codeNames() == ["Before"])
  }

  @Test func refusesAnAlteredSource() throws {
    let work = try Workshop()
    let theirs = try work.copy("bjorn.samtale")
    _ = try work.add("second", ["Hei."], to: theirs)
    try theirs.damage("UPDATE source SET bytes = bytes || x'20' WHERE file = 'second.xml'")
    let head = try work.project.head()
    #expect(projectError { try work.project.merge(theirs) } == .tampered)
    #expect(try work.project.head() == head)
    #expect(try work.project.count("SELECT count(*) FROM source") == 1)
  }

  @Test func findsPlacesWhereOneCodedAndTheOtherCorrected() throws {
    let work = try Workshop()
    let theirs = try work.copy("bjorn.samtale")
    let code = try work.code("Ringer", turns: ["u5"])
    let version = try work.meeting
    _ = try work.add("meeting", ["God morgen."] + Workshop.talk, to: theirs)
    try work.project.merge(theirs)
    try theirs.merge(work.project)
    try expectSame([work.project, theirs])
    for project in [work.project, theirs] {
      #expect(try project.all(Coding.self).map { $0.anchor?.version } == [version.version])
      #expect(try project.corpus().codings().count == 1)
      #expect(try project.passages(of: code).map(\.position) == [5])
      // The greeting that was put in front gave every turn to the other speaker.
      #expect(try project.placements(version.id).map(\.status) == [.changed])
      #expect(try project.verify().map(\.code) == [.changedAnchor])
    }
  }

  @Test func mergesBothWaysAtTheSameTime() async throws {
    let work = try Workshop()
    let (mine, theirs) = (work.project, try work.copy("bjorn.samtale"))
    for n in 1...20 {
      try work.code("Anna's \(n)", turns: ["u1"])
      try work.code("Bjørn's \(n)", turns: ["u2"], in: theirs, as: work.bjorn)
    }
    async let one = mine.merge(theirs).added
    async let two = theirs.merge(mine).added
    #expect(try await [one, two] == [40, 40])
    try expectSame([mine, theirs])
  }

  @Test func addsTheSameTranscriptInBothCopies() throws {
    let work = try Workshop()
    let theirs = try work.copy("bjorn.samtale")
    _ = try work.add("second", ["Hei."])
    _ = try work.add("second", ["Hei."], to: theirs)
    try work.project.merge(theirs)
    try theirs.merge(work.project)
    try expectSame([work.project, theirs])
    try work.expectSound()
    #expect(
      try work.project.all(StudyTranscript.self).map(\.name).sorted() == [
        "meeting", "second", "second",
      ])
    #expect(try work.add("second", ["Hei."]).outcome == .same)
  }
}
