import Samtale
import Testing

@Suite("Notation of excerpts")
struct ExcerptNotationTests {
  private func texts(_ text: String) throws -> [EditedText] {
    let sources = try ExcerptSamples.sources()
    return try ExcerptNotation.items(text, in: sources).compactMap { item in
      if case .turn(let turn) = item { turn.text } else { nil }
    }
  }

  @Test("every operation")
  func operations() throws {
    let edits = try texts(
      """
      # a remark
      @ team1-m1
      u1: *So* you and [Kari -> X] would like [+ to have] that job [= the warehouse], then?
      u2: I guess [...] guess.
      u4: [> to her] Good. [- It's] the \\[old\\] [warehouse ~> store].
      """)
    #expect(
      edits[0]
        == EditedText(
          start: 0,
          [
            .emphasise("So"), .keep(" you and "), .replace("Kari", by: "X"),
            .keep(" would like"), .insert("to have"), .keep(" that job"), .gloss("the warehouse"),
            .keep(", then?"),
          ]))
    #expect(edits[0].restored == "So you and Kari would like that job, then?")
    #expect(
      edits[1] == EditedText(start: 0, [.keep("I guess "), .elide("so, I"), .keep(" guess.")]))
    #expect(
      edits[2]
        == EditedText(
          start: 0,
          [
            .address("to her"), .keep("Good. "), .elide("It's"), .keep(" the [old] "),
            .normalise("warehouse", to: "store"), .keep("."),
          ]))
  }

  @Test("whole turns, ranges, omissions, jumps and addressees")
  func lines() throws {
    let sources = try ExcerptSamples.sources()
    let items = try ExcerptNotation.items(
      """
      @ team1-m1
      u1-u2:
      ...
      >> later
      u5 (to everybody):
      >> meeting team1-m2
      u1:
      """, in: sources)
    #expect(items.count == 7)
    #expect(items[2] == .omission)
    #expect(items[3] == .jump(.later))
    guard case .turn(let fifth) = items[4], case .turn(let last) = items[6] else {
      Issue.record("no turns")
      return
    }
    #expect(fifth.addressee == "to everybody")
    #expect(fifth.text == EditedText(start: 0, [.keep("Mm.")]))
    #expect(last.text.restored == "We meet again.")
    #expect(
      ExcerptNotation.text(items, in: sources).split(separator: "\n").map(String.init) == [
        "@ team1-m1", "u1:", "u2:", "...", ">> later", "u5 (to everybody):", ">> meeting",
        "@ team1-m2", "u1:",
      ])
  }

  @Test("words in part; where they are said twice the place must be named")
  func parts() throws {
    #expect(
      try texts("@ team1-m1\nu1: would like that")
        == [EditedText(start: 16, [.keep("would like that")])])
    let error = #expect(throws: NotationError.self) { try texts("@ team1-m1\nu2: guess") }
    #expect(
      error?.description
        == "excerpt:2:5: “guess” is said 2 times in u2 — say which one: u2@2, u2@14")
    #expect(
      try texts("@ team1-m1\nu2@14: guess.") == [EditedText(start: 14, [.keep("guess.")])])
  }

  @Test("typed apostrophes and white space stand for those of the transcript")
  func folding() throws {
    #expect(
      try texts("@ team1-m1\nu4: It’s   the") == [EditedText(start: 6, [.keep("It's the")])])
  }

  @Test(
    "what is wrong is said with its place",
    arguments: [
      ("u1: So you", "1:1: no transcript is named yet"),
      ("@ team9", "1:3: there is no team9"),
      ("@ team1-m1\nu9: x", "2:1: team1-m1 has no utterance u9"),
      (
        "@ team1-m1\nu1: So you or Kari", "2:5: these are not the words of u1: So you [-or-]{+and+}"
      ),
      ("@ team1-m1\nu1: So [* you", "2:8: a bracket is not closed"),
      ("@ team1-m1\nu1: So *you", "2:8: an emphasis is not closed"),
      ("@ team1-m1\nu1: So [you]", "2:8: “[you]” is no mark"),
      ("@ team1-m1\nu1: So [...] [...] then?", "2:14: words are left out twice"),
      ("@ team1-m1\nu1-u2: So you", "2:7: a range of turns is followed by words"),
      ("@ team1-m1\n>> soon", "2:3: “soon” is no jump"),
      ("@ team1-m1\nu1: S", "2:5: these are not the words of u1"),
      ("@ team1-m1\n...", "2:1: there is no turn"),
    ])
  func errors(text: String, message: String) throws {
    let error = #expect(throws: NotationError.self) { try texts(text) }
    #expect(error?.description.hasPrefix("excerpt:" + message.prefix(4)) == true)
    #expect(
      error?.description.contains(message.drop { $0 != " " }.dropFirst()) == true,
      "\(error?.description ?? "")")
  }
}
