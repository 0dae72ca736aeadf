import Foundation
import GRDB
import Samtale
import Testing

@testable import SamtaleProject

/// One kind of damage, and what is to be said of it.
struct Damage: CustomTestStringConvertible, Sendable {
  var name: String
  var sql: String
  var code: DiagnosticCode
  /// Parts of the message.
  var says: [String]

  var testDescription: String { name }

  static let log = [
    Damage(
      name: "an altered event", sql: "UPDATE event SET body = replace(body, 'Ringer', 'Singer')",
      code: .brokenChain, says: ["altered at event 5", "everything before event 5"]),
    Damage(
      name: "an event whose text is no longer JSON",
      sql: "UPDATE event SET body = '' WHERE sequence = 4",
      code: .brokenChain, says: ["altered at event 4"]),
    Damage(
      name: "an altered digest", sql: "UPDATE event SET chain = zeroblob(32) WHERE sequence = 6",
      code: .brokenChain, says: ["altered at event 6"]),
    Damage(
      name: "a deleted event", sql: "DELETE FROM event WHERE sequence = 4", code: .brokenChain,
      says: ["event 4 is missing"]),
    Damage(
      name: "a deleted event, later ones moved up",
      sql: """
        DELETE FROM event WHERE sequence = 4;
        UPDATE event SET sequence = sequence - 1 WHERE sequence = 5;
        UPDATE event SET sequence = sequence - 1 WHERE sequence = 6;
        """, code: .brokenChain, says: ["altered at event 4"]),
    Damage(
      name: "the first event deleted", sql: "DELETE FROM event WHERE sequence = 1",
      code: .brokenChain, says: ["event 1 is missing"]),
    Damage(
      name: "the last event deleted",
      sql: "DELETE FROM event WHERE sequence = (SELECT max(sequence) FROM event)",
      code: .brokenChain, says: ["events at the end of the log are missing"]),
    Damage(
      name: "the last step's events deleted",
      sql: "DELETE FROM event WHERE step = (SELECT max(key) FROM step)", code: .brokenChain,
      says: ["the end of the log was removed"]),
    Damage(
      name: "the last step deleted with its events",
      sql: """
        DELETE FROM event WHERE step = (SELECT max(key) FROM step);
        DELETE FROM step WHERE key = (SELECT max(key) FROM step);
        """, code: .derivedState, says: ["the table of objects", "is too many"]),
    Damage(
      name: "two columns swapped",
      sql: "UPDATE event SET id = object, object = id WHERE sequence = 4", code: .brokenChain,
      says: ["column “id” of event 4"]),
    Damage(
      name: "another object", sql: "UPDATE event SET object = x'00' WHERE sequence = 4",
      code: .brokenChain, says: ["column “object” of event 4"]),
    Damage(
      name: "an identifier that is none", sql: "UPDATE event SET id = 'x' WHERE sequence = 4",
      code: .brokenChain, says: ["column “id” of event 4"]),
    Damage(
      name: "another logical time", sql: "UPDATE event SET lamport = 99 WHERE sequence = 5",
      code: .brokenChain, says: ["column “lamport” of event 5"]),
    Damage(
      name: "an event put into another step", sql: "UPDATE event SET step = 1 WHERE sequence = 5",
      code: .brokenChain, says: ["column “step” of event 5"]),
    Damage(
      name: "an event without a step", sql: "UPDATE event SET step = 77 WHERE sequence = 5",
      code: .brokenChain, says: ["column “step” of event 5"]),
    Damage(
      name: "a step signed by another", sql: "UPDATE step SET actor = randomblob(16) WHERE key = 3",
      code: .brokenChain, says: ["column “actor of the step” of event 4"]),
    Damage(
      name: "a step made to undo another",
      sql: "UPDATE step SET undoes = (SELECT id FROM step WHERE key = 1) WHERE key = 4",
      code: .brokenChain, says: ["column “undoes of the step” of event 5"]),
    Damage(
      name: "a step put out of order", sql: "UPDATE step SET last = 1 WHERE key = 4",
      code: .brokenChain, says: ["does not end where"]),
  ]

  static let derived = [
    Damage(
      name: "a changed object",
      sql: "UPDATE object SET fields = replace(fields, 'Ringer', 'Singer')", code: .derivedState,
      says: ["table of objects", "not as it should be"]),
    Damage(
      name: "an object that is not readable",
      sql: "UPDATE object SET fields = '{' WHERE kind = 'code'", code: .derivedState,
      says: ["table of objects", "not as it should be"]),
    Damage(
      name: "a removed object", sql: "DELETE FROM object WHERE kind = 'code'", code: .derivedState,
      says: ["table of objects", "missing"]),
    Damage(
      name: "an object too many",
      sql: "INSERT INTO object VALUES (randomblob(16), 'code', '{}')", code: .derivedState,
      says: ["table of objects", "too many"]),
    Damage(
      name: "a coding that was moved", sql: "UPDATE coding SET code = coder", code: .derivedState,
      says: ["table of codings", "not as it should be"]),
    Damage(
      name: "a pointer", sql: "INSERT INTO pointer VALUES (randomblob(16), randomblob(16))",
      code: .derivedState, says: ["table of pointers", "too many"]),
    Damage(
      name: "a missing place", sql: "DELETE FROM place WHERE coding = 2", code: .derivedState,
      says: ["table of places", "missing"]),
    Damage(
      name: "another place", sql: "UPDATE place SET utterance = 1 WHERE coding = 2",
      code: .derivedState, says: ["table of places", "not as it should be"]),
    Damage(
      name: "other words", sql: "UPDATE utterance SET text = 'Nei.' WHERE position = 3",
      code: .derivedState, says: ["table of utterances", "after 3 rows that are right"]),
    Damage(
      name: "words that cannot be found",
      sql: "INSERT INTO spoken(spoken) VALUES ('delete-all')", code: .derivedState,
      says: ["table of words", "missing"]),
    Damage(
      name: "a conflict", sql: "INSERT INTO conflict(event, body) VALUES (randomblob(16), '{}')",
      code: .derivedState, says: ["table of conflicts", "too many"]),
    Damage(
      name: "a place of nothing", sql: "DELETE FROM coding WHERE key = 2", code: .derivedState,
      says: ["1 rows of place point to nothing in coding"]),
    Damage(
      name: "a table that is gone", sql: "DROP TABLE conflict", code: .derivedState,
      says: ["conflict"]),
  ]

  static let sources = [
    Damage(
      name: "an altered source",
      sql: "UPDATE source SET bytes = CAST(replace(bytes, 'Mm.', 'Ja.') AS BLOB)",
      code: .missingSource,
      says: ["(meeting.xml) was altered"]),
    Damage(
      name: "an altered source with a fitting digest",
      sql: "UPDATE source SET bytes = x'00', digest = zeroblob(32)", code: .missingSource,
      says: ["(meeting.xml) was altered"]),
    Damage(
      name: "a missing source", sql: "DELETE FROM source", code: .missingSource,
      says: ["(meeting.xml) is not in the project"]),
  ]
}

@Suite struct VerifyTests {
  /// Seven events in four steps: the study and Anna; Bjørn; the meeting; a code and two codings.
  private func work() throws -> Workshop {
    let work = try Workshop()
    try work.code("Ringer", turns: ["u5", "u6"])
    #expect(try work.project.verify() == [])
    return work
  }

  @Test(arguments: Damage.log + Damage.derived + Damage.sources)
  func saysWhatIsWrongAndWhere(damage: Damage) throws {
    let work = try work()
    try work.project.damage(damage.sql)
    let found = try work.project.verify()
    let fitting = found.filter { finding in
      finding.code == damage.code
        && damage.says.allSatisfy { "\(finding)".contains($0) || finding.what.contains($0) }
    }
    #expect(!fitting.isEmpty, "\(found)")
    #expect(found.allSatisfy { $0.file == work.project.path && !$0.what.isEmpty })
  }

  @Test(arguments: Damage.derived) func rebuildsWhatIsDerived(damage: Damage) throws {
    let work = try work()
    let tables = try work.project.tables()
    try work.project.damage(damage.sql)
    let again = try Project.open(work.project.path)
    try again.rebuild()
    #expect(try again.verify() == [])
    #expect(try again.tables() == tables)
  }

  /// An anchor on a version that nobody has is told of, and does not stand in the way of the rest.
  @Test func tellsOfAnchorsOnVersionsThatAreNotThere() throws {
    let work = try Workshop()
    let code = try work.code("A", turns: ["u1"])
    var found = try work.meeting.anchor(turn: "u5", quote: "arbeidsgiveren")
    var lost = try work.meeting.anchor(from: "u2", to: "u2")
    found.version = "nobody-has-it"
    lost.version = "nobody-has-it"
    lost.quote = nil
    try work.project.perform(as: work.anna) { editor in
      try editor.apply(code, to: found)
      try editor.apply(code, to: lost)
      let memo = Memo(
        id: editor.newIdentifier(),
        fields: [
          "kind": .text("journal"), "body": .text("t"), "author": Value(work.anna),
          "visibility": .text("team"), "anchor": lost.value,
        ])
      try editor.create(memo)
    }
    let corpus = try work.project.corpus()
    #expect(corpus.place(found)?.status == .changed)
    #expect(corpus.place(lost)?.status == .lost)
    #expect(corpus.codings().count == 3)
    let problems = try work.project.verify().filter { $0.code == .missingSource }
    #expect(problems.map(\.severity) == [.warning])
    #expect(problems.first?.what.contains("3 codings, memos or others") == true)
  }

  @Test func saysThatAFileIsGarbage() throws {
    let work = try work()
    try work.project.close()
    let bytes = try Data(contentsOf: URL(filePath: work.project.path))
    var random = RandomGenerator(seed: 7)
    for _ in 0..<40 {
      var damaged = bytes
      // A page of noise anywhere but in the header.
      let page = Int.random(in: 1..<bytes.count / 4096, using: &random)
      for i in page * 4096..<(page + 1) * 4096 {
        damaged[i] = UInt8.random(in: 0...255, using: &random)
      }
      let path = work.folder["noise.samtale"]
      try damaged.write(to: URL(filePath: path))
      do {
        #expect(try !Project.open(path).verify().isEmpty)
      } catch let error as ProjectError { #expect(error.code == .damaged) }
      for suffix in ["", "-wal", "-shm"] { Files.remove(path + suffix) }
    }
    for length in [4096, bytes.count / 2, bytes.count - 4096] {
      let path = work.folder["short.samtale"]
      try bytes.prefix(length).write(to: URL(filePath: path))
      do {
        #expect(try !Project.open(path).verify().isEmpty)
      } catch let error as ProjectError { #expect(error.code == .damaged) }
      for suffix in ["", "-wal", "-shm"] { Files.remove(path + suffix) }
    }
  }

  @Test func doesNotAlterTheLogEvenByMistake() throws {
    let work = try work()
    for sql in ["DELETE FROM event", "UPDATE event SET body = ''"] {
      #expect(throws: DatabaseError.self) {
        try work.project.database.write { try $0.execute(sql: sql) }
      }
    }
    #expect(try work.project.verify() == [])
  }
}
