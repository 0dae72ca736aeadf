import Samtale
import Testing

/// Utterances split, merged, inserted, deleted, repeated, moved and replaced.
@Suite struct AlignmentUtteranceTests {
  private func check(
    _ old: [String], _ new: [String], _ status: Placement.Status, _ similarity: Double,
    firstID: Int = 1, location: SourceLocation = #_sourceLocation
  ) throws {
    try MarkedTalk.check(
      [AlignmentEditTests.start] + old + [AlignmentEditTests.end],
      [AlignmentEditTests.start] + new + [AlignmentEditTests.end],
      status, similarity, firstID: firstID, location: location)
  }

  @Test func splitInTwo() throws {
    let old = "b {I dug the beds till noon. Then Per came and we left.}"
    try check(
      [old], ["b {I dug the beds till noon.}", "b {Then Per came and we left.}"], .unchanged, 1)
    // A word of another between them: to be looked at.
    try check(
      [old], ["b {I dug the beds till noon.}", "a Mm.", "b {Then Per came and we left.}"], .changed,
      1)
    try check(
      ["b I dug the beds [till noon. Then Per] came and we left."],
      ["b I dug the beds [till noon.]", "b [Then Per] came and we left."], .unchanged, 1)
    try check(
      ["b I dug the beds till noon. Then [Per came] and we left."],
      ["b I dug the beds till noon.", "b Then [Per came] and we left."], .unchanged, 1)
    // The second half was somebody else's.
    try check(
      [old], ["b {I dug the beds till noon.}", "a {Then Per came and we left.}"], .changed, 1)
  }

  @Test func mergedInOne() throws {
    let new = "b I dug the beds till noon. Then Per came and we left."
    try check(
      ["b {I dug the beds till noon.}", "b Then Per came and we left."],
      ["b [I dug the beds till noon.] Then Per came and we left."], .unchanged, 1)
    try check(
      ["b I dug the beds till noon.", "b {Then Per came and we left.}"],
      ["b I dug the beds till noon. [Then Per came and we left.]"], .unchanged, 1)
    try check(
      ["b {I dug the beds till noon.}", "b {Then Per came and we left.}"],
      ["b {\(new.dropFirst(2))}"], .unchanged, 1)
    try check(
      ["b I dug the beds [till noon.]", "b [Then Per] came and we left."],
      ["b I dug the beds [till noon. Then Per] came and we left."], .unchanged, 1)
  }

  @Test func insertedAndDeleted() throws {
    try check(
      ["b {I dug till noon.}", "a And then?"],
      ["a What did you do?", "c Nothing.", "b {I dug till noon.}", "a And then?"], .unchanged, 1)
    try check(
      ["a What did you do?", "c Nothing.", "b {I dug till noon.}"], ["b {I dug till noon.}"],
      .unchanged, 1)
    try check(["a What did you do?", "b {I dug till noon.}"], ["a What did you do?"], .lost, 0)
    try check(["b {I dug till noon.}"], [], .lost, 0)
  }

  @Test func insertedInsideALongPassage() throws {
    try check(
      ["b {I dug till noon.}", "a {And then we all left.}"],
      ["b {I dug till noon.}", "c Oh.", "a {And then we all left.}"], .changed, 1)
    // One of its utterances is gone, three words of seven.
    try check(
      ["b {I dug till noon.}", "c {That was hard.}", "a And then we all left."],
      ["b {I dug till noon.}", "a And then we all left."], .changed, 4.0 / 7)
  }

  @Test func repeatedUtterancesByTheirNeighbours() throws {
    let old = ["a Was it cold there?", "b Mm.", "a And wet?", "b {Mm.}", "a And late?", "b Mm."]
    let new = ["a Was it cold there?", "a And wet?", "b {Mm.}", "a And late?", "b Mm."]
    try check(old, new, .unchanged, 1)
    try check(old, new, .unchanged, 1, firstID: 900)
    try check(
      ["a Was it cold?", "b Mm.", "a And wet?", "b {Mm.}"],
      ["b Mm.", "b Mm.", "a Was it so cold?", "b Mm.", "a And so wet?", "b {Mm.}"], .unchanged, 1)
    // Deleted where another one follows soon.
    try check(
      ["a Was it cold there?", "b {Mm.}", "a And wet, was it?", "b Mm."],
      ["a Was it cold there?", "a And wet, was it?", "b Mm."], .lost, 0)
  }

  @Test func identicalNeighbours() throws {
    // Identifiers decide where those around were kept.
    let before = try MarkedTalk([
      AlignmentEditTests.start, "b Mm.", "b {Mm.}", AlignmentEditTests.end,
    ])
    let body = { (id: String) in
      ##"""
      <u xml:id="u1" who="#a">Shall we begin with the garden centre today?</u>
      <u xml:id="\##(id)" who="#b">Mm.</u>
      <u xml:id="u4" who="#b">Then the hours are what we have to talk about next.</u>
      """##
    }
    let kept = try SmallMeeting.read(body: body("u3"))
    #expect(
      TranscriptAlignment(from: before.transcript, to: kept).place(before.passage)
        == Placement(status: .unchanged, stretches: [TextStretch(utterance: 1)], similarity: 1))
    let other = try SmallMeeting.read(body: body("u2"))
    #expect(
      TranscriptAlignment(from: before.transcript, to: other).place(before.passage).status == .lost)
    // All renumbered: nobody knows.
    try check(["b Mm.", "b {Mm.}"], ["b Mm."], .lost, 0, firstID: 2)
    try check(["b Mm.", "b {Mm.}"], ["b Mm.", "b {Mm.}"], .unchanged, 1, firstID: 2)
  }

  @Test func moved() throws {
    let other = "a And what about the hours of work, then?"
    let more = "c Nobody has said a word about them so far."
    try check(
      ["b {I dug the beds till noon.}", other, more],
      [other, more, "b {I dug the beds till noon.}"],
      .changed, 1)
    try check(
      ["b I dug [the beds] till noon.", other, more],
      [other, more, "b I dug [the beds] till noon."],
      .changed, 1)
    // Its words once more in another utterance.
    try check(
      ["b Yes, [I dug the beds till noon] there.", other, more],
      [other, more, "c He says, [I dug the beds till noon]."], .changed, 1)
    // Too few words, or words that occur twice, are not believed.
    try check(["b {I dug.}", other, more], [other, more, "b I dug."], .lost, 0)
    try check(
      ["b {I dug the beds till noon.}", other, more],
      [other, more, "b I dug the beds till noon.", "b I dug the beds till noon."], .lost, 0)
  }

  @Test func replaced() throws {
    try check(["b {I dug the beds till noon.}"], ["b My sister has a new car."], .lost, 0)
    try check(["b {I dug the beds till noon.}"], ["b The car is in the garage."], .lost, 0)
    try check(["b {Mm.}"], ["b No."], .lost, 0)
    try check(["b {Yes.}", "a You dug then."], ["b No.", "a You dug then."], .lost, 0)
    try check(
      ["b {I think so.}", "a Well, good."], ["b I know nothing.", "a Well, I think so."], .lost, 0)
  }

  @Test func withoutWords() throws {
    try check(["b {👍}", "a Good."], ["b {👍}", "a Good."], .unchanged, 1)
    try check(["b {}", "a Good."], ["c Oh.", "b {}", "a Good."], .unchanged, 1)
    try check(["b Was it you[?] Yes."], ["b So was it you[?] Yes."], .unchanged, 1)
    try check(["b Was it you[?] Yes."], ["b So was it you. Yes."], .lost, 0)
  }

  @Test func emptyVersions() throws {
    let some = try MarkedTalk(["a {Shall we begin?}"])
    let none = Transcript(id: "m")
    #expect(
      TranscriptAlignment(from: some.transcript, to: none).place(some.passage)
        == Placement(status: .lost, stretches: [], similarity: 0))
    #expect(TranscriptAlignment(from: none, to: some.transcript).place([]).status == .lost)
    // A stretch that is not there.
    let alignment = TranscriptAlignment(from: some.transcript, to: some.transcript)
    for stretch in [
      TextStretch(utterance: 1), TextStretch(utterance: -1),
      TextStretch(utterance: 0, scalars: 5..<99), TextStretch(utterance: 0, scalars: -3..<2),
    ] {
      #expect(alignment.place([stretch]).status == .lost)
    }
  }

  @Test func peopleWithOtherIdentifiers() throws {
    let lines = ["a Shall we begin, all of us?", "b {Yes.}", "a Good, then we start."]
    let before = try MarkedTalk(
      lines, people: #"<person xml:id="a" n="ES1"/><person xml:id="b" n="WA1"/>"#)
    let swapped = ["b Shall we begin, all of us?", "a {Yes.}", "b Good, then we start."]
    let after = try MarkedTalk(
      swapped, people: #"<person xml:id="a" n="WA1"/><person xml:id="b" n="ES1"/>"#)
    let placement = TranscriptAlignment(from: before.transcript, to: after.transcript)
      .place(before.passage)
    #expect(
      placement
        == Placement(status: .unchanged, stretches: [TextStretch(utterance: 1)], similarity: 1))
  }

  @Test func everybodyRenamed() throws {
    let lines = [
      "a Shall we begin, all of us?", "b {Yes.}", "a Good, then we start.", "b I dug till noon.",
      "a And the day after that?", "b Then I had to rest a bit.", "a That was wise of you.",
      "b And yours was a long week.",
    ]
    let renamed = lines.map { ($0.hasPrefix("a") ? "c" : "d") + $0.dropFirst() }
    let before = try MarkedTalk(lines, people: #"<person xml:id="a"/><person xml:id="b"/>"#)
    let after = try MarkedTalk(renamed, people: #"<person xml:id="c"/><person xml:id="d"/>"#)
    let alignment = TranscriptAlignment(from: before.transcript, to: after.transcript)
    #expect(
      alignment.place(before.passage)
        == Placement(status: .unchanged, stretches: after.passage, similarity: 1))
    // With one of them still there, the words were given to somebody else.
    let one = try MarkedTalk(renamed.map { $0.hasPrefix("d") ? "a" + $0.dropFirst() : $0 })
    let other = TranscriptAlignment(from: before.transcript, to: one.transcript)
    #expect(other.place(before.passage).status == .changed)
  }

  @Test func severalStretches() throws {
    let old = ["b I [dug] till [noon] there.", "a Mm.", "b {Then Per came.}"]
    try check(
      old, ["b I [dug] up till [noon] there.", "a Mm.", "b {Then Per came.}"], .unchanged, 1)
    try check(
      old, ["b I [dug] till [noon] there.", "a Mm.", "b {Then Per came over.}"], .changed, 1)
    // One of three is gone, one word of five.
    try check(
      old, ["b I [dug] till three there.", "a Mm.", "b {Then Per came.}"], .changed, 0.8)
  }

  @Test func shortWordsInOtherTalk() throws {
    // The word is there, but nothing around it.
    try check(
      ["b Could [you]?", "a No, the bus was late."],
      ["b He could also ring [you], so", "a No, the bus was late."], .changed, 1)
  }
}
