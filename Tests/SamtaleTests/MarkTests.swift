import Samtale
import Testing

@Suite("Marks stand where they stood in the talk")
struct MarkTests {
  private func utterance(_ content: String) throws -> Utterance {
    let text = TEISamples.profile(##"<u xml:id="u1" who="#a">\##(content)</u>"##)
    return try #require(try TEI.transcript(text).utterances.first)
  }

  private func places(_ content: String) throws -> [String] {
    let utterance = try utterance(content)
    return utterance.marks.map { mark in
      let range = utterance.scalarRange(of: mark)
      return "\(mark.kind.rawValue) \(range.lowerBound)..<\(range.upperBound)"
    }
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var content: String
    var places: [String]

    init(_ content: String, _ places: [String]) {
      self.content = content
      self.places = places
    }

    var testDescription: String { content }
  }

  static let rows: [Row] = [
    Row("a <pause/> b", ["pause 2..<2"]),
    Row("a<pause/> b", ["pause 1..<1"]),
    Row(" <pause/> b", ["pause 0..<0"]),
    Row("b <pause/> ", ["pause 1..<1"]),
    Row("<pause/>", ["pause 0..<0"]),
    Row("å <del>bc</del>", ["del 2..<4"]),
    Row("å <del> bc </del> d", ["del 2..<4"]),
    Row("a<del> b</del>", ["del 1..<3"]),
    Row("a <del> </del>b", ["del 2..<2"]),
    Row("a<del/>", ["del 1..<1"]),
    Row("👍e\u{301}<unclear>x</unclear>y", ["unclear 3..<4"]),
    Row("<seg type=\"anon\">Per <vocal/>Å</seg>", ["seg 0..<5", "vocal 4..<4"]),
    Row(
      "<del>a <unclear>b <pause/>c</unclear></del> d<gap/>",
      ["del 0..<5", "unclear 2..<5", "pause 4..<4", "gap 7..<7"]
    ),
  ]

  @Test("Ranges in Unicode scalars", arguments: rows)
  func ranges(_ row: Row) throws {
    #expect(try places(row.content) == row.places)
  }

  @Test("A mark inside a stretch names it")
  func parents() throws {
    let marks = try utterance("<del>a <unclear>b</unclear><pause/></del><pause/>").marks
    #expect(marks.map(\.parent) == [nil, 0, 0, nil])
  }

  @Test("A part of the text is found by scalars")
  func parts() throws {
    let utterance = try utterance("👍e\u{301} så")
    #expect(utterance.text(scalars: 0..<1) == "👍")
    #expect(utterance.text(scalars: 1..<2) == "e")
    #expect(utterance.text(scalars: 1..<3) == "e\u{301}")
    #expect(utterance.text(scalars: 4..<6) == "så")
    #expect(utterance.text(scalars: 6..<6) == "")
    #expect(utterance.text(scalars: 0..<6) == "👍e\u{301} så")
    #expect(utterance.text(scalars: 5..<7) == nil)
    #expect(utterance.text(scalars: 7..<7) == nil)
  }

  @Test("What the sample says beside its words")
  func sample() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    #expect(
      transcript.utterances.map(\.text) == [
        "Shall we begin with the garden?", "I dug ti till noon, then Per came.", "Åh, så fint!",
        "How many hours ?", "Twenty, I & she think.", "Yes 👍.",
      ]
    )
    let second = transcript.utterances[1]
    #expect(second.marks.map(\.kind) == [.deleted, .unclear, .anchor, .segment])
    #expect(second.marks.map { second.scalarRange(of: $0) } == [6..<8, 14..<18, 20..<20, 25..<28])
    #expect(second.marks[1].detail["reason"] == "noise")
    #expect(second.marks[2].detail.start == 2)
    #expect(second.marks[3].type == "anon")
    let last = transcript.utterances[5]
    #expect(last.marks.map(\.kind) == [.note, .contribution])
    #expect(last.marks.map { last.scalarRange(of: $0) } == [5..<5, 6..<6])
    #expect(last.marks.map(\.text) == ["all at once", "mm"])
    #expect(last.marks[1].detail.participants == [0])
    #expect(transcript.utterances[0].marks.first?.seconds == 0.6)
  }

  @Test("Marks between utterances, and cuts")
  func between() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    let between = transcript.marks.filter(\.isBetween)
    #expect(between.map(\.kind) == [.pause, .vocal, .incident, .gap, .note])
    #expect(between.map(\.utterance) == [0, 3, 4, 5, 6])
    #expect(between.map(\.isCut) == [false, false, false, true, false])
    #expect(between.map(\.section) == [0, 0, 2, 2, 3])
    #expect(transcript.utterances.map(\.isAfterCut) == [false, false, false, false, false, true])
  }

  @Test("A description in plain words is one description, whatever its letters")
  func plainDescription() throws {
    let body = "<u who=\"#a\">a</u><incident>Tür &amp; Tor schlägt</incident>"
    let transcript = try TEI.transcript(TEISamples.foreign(body))
    #expect(transcript.marks.map(\.detail.descriptions) == [["Tür & Tor schlägt"]])
  }
}
