import Samtale
import Testing

@Suite struct StudyEventTextTests {
  static let line =
    #"{"actor":"00000000-0000-7000-8000-000000000002","after":{"name":"work","origin":"#
    + #""inductive","status":"active"},"at":"2026-11-22T09:30:00.000Z","#
    + #""id":"00000000-0000-7000-8000-000000000021","kind":"code","lamport":7,"#
    + #""object":"00000000-0000-7000-8000-000000000020","phase":"coding","reason":"said often","#
    + #""step":"00000000-0000-7000-8000-000000000022","verb":"create"}"#

  static let event = Event(
    id: StudyBase.id(0x21), lamport: 7, at: Timestamp(milliseconds: 1_795_339_800_000),
    actor: StudyBase.anna, phase: .coding, step: StudyBase.id(0x22),
    change: Change(
      .code, StudyBase.id(0x20), .create, before: nil,
      after: Code(id: StudyBase.id(0x20), name: "work").fields, reason: "said often"))

  @Test func anEventIsOneLine() throws {
    #expect(Self.event.value.jsonText == Self.line)
    #expect(try Event(Value(json: Self.line)) == Self.event)
    #expect(Event.log([Self.event]) == Array((Self.line + "\n").utf8))
  }

  @Test func randomEventsReturn() throws {
    var random = RandomGenerator(seed: 6)
    var events: [Event] = []
    for _ in 0..<300 { events.append(Self.event(&random)) }
    events.sort(by: Event.precedes)
    #expect(try Event.log(Event.log(events), named: "log") == events)
  }

  /// After a logical time near the end nothing could be added any more.
  @Test func lateLogicalTimesAreNotTakenOver() throws {
    var event = Self.event
    for (lamport, isTaken) in [(1 << 52, true), (1 << 52 + 1, false), (1 << 53, false)] {
      event.lamport = lamport
      #expect(try Event(Value(json: Event.log([event]))) == event)
      let read = try? Event.log(Event.log([event]), named: "log")
      #expect((read == [event]) == isTaken)
    }
  }

  @Test func aLogIsWrittenInTheOrderOfTheFold() throws {
    var random = RandomGenerator(seed: 7)
    let events = (0..<50).map { _ in Self.event(&random) }
    #expect(Event.log(events) == Event.log(events.reversed()))
  }

  @Test func emptyLinesAndCarriageReturnsAreSkipped() throws {
    let text = "\n" + Self.line + "\r\n \t\r\n" + Self.line
    #expect(try Event.log(Array(text.utf8), named: "log") == [Self.event, Self.event])
    #expect(try Event.log([], named: "log").isEmpty)
  }

  @Test func errorsNameFileLineAndColumn() throws {
    let text = Self.line + "\n\n" + #"{"å":1.5}"# + "\n[]\n"
    let error = try #require(throws: ReadingError.self) {
      try Event.log(Array(text.utf8), named: "anna.jsonl")
    }
    #expect(error.diagnostics.map(\.code) == [.badLog, .badLog])
    #expect(error.diagnostics.map(\.line) == [3, 4])
    // In characters, as everywhere: å is one, though it takes two bytes.
    #expect(error.diagnostics.map(\.column) == [7, nil])
    #expect(
      error.description.hasPrefix("anna.jsonl:3:7: error bad-log: numbers here are whole"))
  }

  @Test func notMoreThanTwentyErrorsAreTold() throws {
    let text = String(repeating: "x\n", count: 100)
    let error = try #require(throws: ReadingError.self) {
      try Event.log(Array(text.utf8), named: "log")
    }
    #expect(error.diagnostics.count == 20)
  }

  @Test(arguments: [
    ("id", Value?.none, "“id” is missing"), ("id", .text("x"), #"“id” is not understood: "x""#),
    ("at", .text("2026-02-30"), #"“at” is not understood: "2026-02-30""#),
    ("kind", .text("ghost"), #"“kind” is not understood: "ghost""#),
    ("verb", .text("ghost"), #"“verb” is not understood: "ghost""#),
    ("phase", .text("ghost"), #"“phase” is not understood: "ghost""#),
    ("after", nil, "the event has neither “before” nor “after”"),
    ("before", .number(1), "“before” is not understood: 1"),
    ("lamport", .text("7"), #"“lamport” is not understood: "7""#),
    ("lamport", .number(-1), "“lamport” is not understood: -1"),
    ("lamport", .number(.max), "“lamport” is not understood: 9223372036854775807"),
    ("undoes", .number(1), "“undoes” is not understood: 1"),
    ("reason", .flag(true), "“reason” is not understood: true"),
  ])
  func whatIsWrongWithAnEventIsTold(_ name: String, _ value: Value?, _ what: String) throws {
    var fields = try #require(Self.event.value.object)
    fields[name] = value
    let error = try #require(throws: EventTextError.self) { try Event(.object(fields)) }
    #expect(error.description == what)
  }

  @Test func nullAndAbsentAreTheSame() throws {
    var fields = try #require(Self.event.value.object)
    for name in ["undoes", "settles", "before"] { fields[name] = .null }
    #expect(try Event(.object(fields)) == Self.event)
  }

  /// A random event.
  static func event(_ random: inout RandomGenerator) -> Event {
    let id = { (random: inout RandomGenerator) in
      Identifier(at: Timestamp(milliseconds: Int(random.next() >> 20)), using: &random)
    }
    let maybe = { (random: inout RandomGenerator) in
      Bool.random(using: &random) ? id(&random) : nil
    }
    let before = Bool.random(using: &random) ? StudyValueTests.fields(depth: 1, &random) : nil
    let hasAfter = before == nil || Bool.random(using: &random)
    return Event(
      id: id(&random), lamport: Int.random(in: 0..<9, using: &random),
      at: Timestamp(milliseconds: Int(random.next() >> 20) - 1_000_000_000_000),
      actor: id(&random), phase: Phase.allCases.randomElement(using: &random), step: id(&random),
      undoes: maybe(&random), settles: maybe(&random),
      change: Change(
        ObjectKind.allCases.randomElement(using: &random) ?? .code, id(&random),
        Verb.allCases.randomElement(using: &random) ?? .create, before: before,
        after: hasAfter ? StudyValueTests.fields(depth: 1, &random) : nil,
        reason: Bool.random(using: &random) ? StudyValueTests.text(&random) : nil))
  }
}
