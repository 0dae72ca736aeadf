import Samtale
import Testing

/// Which utterances make a turn.
@Suite struct TurnTests {
  static let sampling = #"<gap reason="sampling"/>"#

  /// A body and the utterances of each turn, worked out by hand.
  struct Case: Sendable, CustomTestStringConvertible {
    var what: String
    var body: String
    var turns: [[Int]]
    var testDescription: String { what }

    init(_ what: String, _ body: String, _ turns: [[Int]]) {
      (self.what, self.body, self.turns) = (what, body, turns)
    }
  }

  private static func a(_ text: String = "Yes.") -> String { ##"<u who="#a">\##(text)</u>"## }
  private static func b(_ text: String = "No.") -> String { ##"<u who="#b">\##(text)</u>"## }
  private static let laugh = "<vocal><desc>laughs</desc></vocal>"

  static let cases: [Case] = [
    Case("nothing said", "<p/>", []),
    Case("adjacent utterances are merged", a() + a() + b() + a(), [[0, 1], [2], [3]]),
    Case("a laugh of another does not separate", a() + b(laugh) + a(), [[0, 2]]),
    Case("an own laugh is no part of the turn", a() + a(laugh) + a(), [[0, 2]]),
    Case("laughs only", a(laugh) + b(laugh), []),
    Case("a cut separates", a() + sampling + a(), [[0], [1]]),
    Case("a gap that is not explained is a cut", a() + "<gap/>" + a(), [[0], [1]]),
    Case(
      "an inaudible stretch between is no cut",
      a() + #"<gap reason="inaudible"/>"# + a(),
      [[0, 1]]
    ),
    Case("a gap inside is no cut", a("Well <gap reason=\"sampling\"/> yes.") + a(), [[0, 1]]),
    Case("a cut before a laugh separates", a() + sampling + b(laugh) + a(), [[0], [2]]),
    Case("a cut after a laugh separates", a() + b(laugh) + sampling + a(), [[0], [2]]),
    Case(
      "a cut at the end of a section separates",
      "<div>" + a() + sampling + "</div><div>" + a() + "</div>",
      [[0], [1]]
    ),
    Case(
      "a new section alone does not separate",
      "<div>" + a() + "</div><div>" + a() + "</div>",
      [[0, 1]]
    ),
    Case("a cut at the very beginning", sampling + a() + a(), [[0, 1]]),
    Case("unknown speakers are never merged", "<u>Hm.</u><u>Yes.</u>" + a(), [[0], [1], [2]]),
    Case(
      "joint speakers are someone else",
      a() + ##"<u who="#a #b">Bye.</u>"## + a(),
      [[0], [1], [2]]
    ),
    Case(
      "a person who is named twice is one person",
      a() + ##"<u who="#a #a">Bye.</u>"##,
      [[0, 1]]
    ),
    Case(
      "the same joint speakers are merged",
      ##"<u who="#a #b">Bye.</u><u who="#a #b">Bye.</u>"##,
      [[0, 1]]
    ),
    Case(
      "the order in which joint speakers are named does not matter",
      ##"<u who="#a #b">Bye.</u><u who="#b #a">Bye.</u>"##,
      [[0, 1]]
    ),
  ]

  @Test(arguments: cases) func utterancesOfEachTurn(_ example: Case) throws {
    let transcript = try SmallMeeting.read(body: example.body)
    #expect(transcript.turns().map(\.utteranceIndices) == example.turns)
    #expect(transcript.turns(.turns).map(\.utteranceIndices) == example.turns)
  }

  @Test func utterancesStandForThemselvesIfAsked() throws {
    let transcript = try SmallMeeting.read(
      body: Self.a() + Self.a() + Self.b(Self.laugh) + Self.a()
    )
    #expect(transcript.turns(.utterances).map(\.utteranceIndices) == [[0], [1], [3]])
    #expect(
      transcript.turns(.utterances, countsNonverbal: true).map(\.utteranceIndices)
        == [[0], [1], [2], [3]]
    )
  }

  @Test func laughsCountIfAsked() throws {
    let transcript = try SmallMeeting.read(
      body: Self.a() + Self.b(Self.laugh) + Self.a() + Self.a(Self.laugh)
    )
    let turns = transcript.turns(countsNonverbal: true)
    #expect(turns.map(\.utteranceIndices) == [[0], [1], [2, 3]])
    #expect(turns.map(\.text)[1] == "")
  }

  @Test func textAndSpeakersOfATurn() throws {
    let transcript = try SmallMeeting.read(
      body: Self.a("Well,\n  yes.") + Self.a("I do.") + ##"<u who="#b #a">Bye.</u>"## + "<u>Hm.</u>"
    )
    let turns = transcript.turns()
    #expect(turns.map(\.text) == ["Well, yes. I do.", "Bye.", "Hm."])
    #expect(turns[0].speakers == [0])
    #expect(Set(turns[1].speakers) == [0, 1])
    #expect(turns[2].speakers == [])
    #expect(turns[0].utterances.map(\.text) == ["Well, yes.", "I do."])
  }

  @Test func timesOfATurn() throws {
    let transcript = try SmallMeeting.read(
      times: ["1", "4.5", "2", "3.25", "6"],
      body: ##"<u who="#a" start="#T1" end="#T2">One.</u>"##
        + ##"<u who="#a" start="#T3" end="#T4">Two.</u>"##
        + ##"<u who="#b">Three.</u>"##
        + ##"<u who="#a">Four.</u><u who="#a" start="#T2" end="#T5">Five.</u>"##
    )
    let turns = transcript.turns()
    #expect(turns.map(\.start) == [1, nil, nil])
    #expect(turns.map(\.end) == [4.5, nil, 6])
  }
}
