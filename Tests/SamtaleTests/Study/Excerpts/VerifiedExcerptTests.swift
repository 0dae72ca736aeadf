import Samtale
import TestSupport
import Testing

@Suite("Excerpts held against transcripts")
struct VerifiedExcerptTests {
  private func verify(_ text: String) throws -> VerifiedExcerpt {
    let sources = try ExcerptSamples.sources()
    return try VerifiedExcerpt(
      name: "e", items: try ExcerptNotation.items(text, in: sources), in: sources)
  }

  private func problems(_ text: String) throws -> [ExcerptFailure.Problem] {
    do {
      _ = try verify(text)
      return []
    } catch let failure as ExcerptFailure {
      return failure.problems
    }
  }

  @Test("neighbours stand next to each other; a wordless sound between does not count")
  func neighbours() throws {
    let excerpt = try verify("@ team1-m1\nu1-u2:\nu4:\nu5:")
    #expect(
      excerpt.turns.map(\.place) == ["team1-m1 u1", "team1-m1 u2", "team1-m1 u4", "team1-m1 u5"])
    #expect(excerpt.turns[0].speaker?.label == "SW1")
    #expect(excerpt.wordCount == 20)
  }

  @Test("what is left out between turns is marked, and how much it is")
  func omissions() throws {
    #expect(try problems("@ team1-m1\nu1:\nu4:").map(\.kind) == [.notNeighbours])
    let excerpt = try verify("@ team1-m1\nu1:\n...\nu5:")
    guard case .omission(let count) = excerpt.lines[1] else {
      Issue.record("no omission")
      return
    }
    #expect(count == 2)
    #expect(try problems("@ team1-m1\nu1:\n...\nu2:").map(\.kind) == [.omitsNothing])
    #expect(try problems("@ team1-m1\n...\nu2:").map(\.kind) == [.omitsNothing])
    #expect(try problems("@ team1-m1\nu2:\n...").map(\.kind) == [.omitsNothing])
  }

  @Test("words may be missing at the outer edges, not between turns")
  func edges() throws {
    #expect(try problems("@ team1-m1\nu1: that job, then?\nu2: I guess so,") == [])
    #expect(try problems("@ team1-m1\nu1: So you\nu2:").map(\.kind) == [.cutInside])
    #expect(try problems("@ team1-m1\nu1: So you [...]\nu2:") == [])
    #expect(try problems("@ team1-m1\nu1: So you\n...\nu2:") == [])
  }

  @Test("what the transcriber left out is not passed over")
  func cuts() throws {
    #expect(try problems("@ team1-m1\nu5:\nu6:").map(\.kind) == [.cutInside])
    #expect(try problems("@ team1-m1\nu5:\n...\nu6:") == [])
  }

  @Test("the order of the talk is kept, and jumps lead where they say")
  func order() throws {
    #expect(try problems("@ team1-m1\nu2:\nu1:").map(\.kind) == [.order])
    #expect(try problems("@ team1-m1\nu2:\nu2:").map(\.kind) == [.order])
    #expect(try problems("@ team1-m1\nu1:\n@ team1-m2\nu1:").map(\.kind) == [.jump])
    #expect(try problems("@ team1-m1\nu1:\n>> meeting team1-m2\nu1:") == [])
    #expect(try problems("@ team1-m2\nu1:\n>> meeting team1-m1\nu1:").map(\.kind) == [.jump])
    #expect(try problems("@ team1-m1\nu1:\n>> meeting\nu4:").map(\.kind) == [.jump])
    #expect(try problems("@ team1-m1\nu1:\n>> later\nu5:") == [])
  }

  @Test("words that are not those of the transcript are refused with what differs")
  func words() throws {
    let sources = try ExcerptSamples.sources()
    let version = try #require(sources.version(named: "team1-m1"))
    let anchor = try version.anchor(from: "u2", to: "u2")
    let turn = Excerpt.Turn(anchor, EditedText(start: 0, [.keep("I know so, I guess.")]))
    let failure = #expect(throws: ExcerptFailure.self) {
      try VerifiedExcerpt(name: "e", items: [.turn(turn)], in: sources)
    }
    #expect(failure?.problems.map(\.kind) == [.wordsDiffer])
    #expect(failure?.problems.first?.what.hasSuffix("I [-know-]{+guess+} so, I guess.") == true)
  }

  @Test("a turn of which nothing is printed, and additions without words")
  func nothing() throws {
    let sources = try ExcerptSamples.sources()
    let version = try #require(sources.version(named: "team1-m1"))
    let anchor = try version.anchor(from: "u5", to: "u5")
    let pieces: [[EditedText.Piece]] = [[.elide("Mm.")], [.keep("Mm."), .gloss(" ")]]
    let kinds = pieces.map { pieces in
      do throws(ExcerptFailure) {
        let turn = Excerpt.Turn(anchor, EditedText(start: 0, pieces))
        _ = try VerifiedExcerpt(name: "e", items: [.turn(turn)], in: sources)
        return [ExcerptFailure.Problem.Kind]()
      } catch {
        return error.problems.map(\.kind)
      }
    }
    #expect(kinds == [[.printsNothing], [.addsNothing]])
  }

  @Test("items survive as fields of an event")
  func fields() throws {
    let sources = try ExcerptSamples.sources()
    let items = try ExcerptNotation.items(
      "@ team1-m1\nu1 (to her): *So* you and [Kari -> X] would [...]\n...\n>> later\nu4: [= it] Good.",
      in: sources)
    #expect(items.map { Excerpt.Item($0.value) } == items)
    #expect(Excerpt.Item(.object(["omit": .flag(true), "jump": .text("later")])) == nil)
    #expect(EditedText(.list([.number(0), .list([.text("keep"), .text("")])])) == nil)
  }

  /// What is wrong with an excerpt of a meeting of two.
  private func problems(_ body: String, _ notation: String) throws -> [ExcerptFailure.Problem.Kind]
  {
    let transcript = try SmallMeeting.read("m", body: body)
    let sources = ExcerptSources([transcript])
    do {
      _ = try VerifiedExcerpt(
        name: "e", items: try ExcerptNotation.items(notation, in: sources), in: sources)
      return []
    } catch let failure as ExcerptFailure {
      return failure.problems.map(\.kind)
    }
  }

  @Test("talk that was not heard stands between turns; a cough does not")
  func inaudible() throws {
    let heard = { (between: String) in
      ##"<u xml:id="u1" who="#a">Yes.</u>\##(between)<u xml:id="u3" who="#a">Then we go.</u>"##
    }
    let gap = ##"<u xml:id="u2" who="#b"><gap reason="inaudible"/></u>"##
    let cough = ##"<u xml:id="u2" who="#b"><vocal><desc>coughs</desc></vocal></u>"##
    #expect(try problems(heard(gap), "u1:\nu3:") == [.notNeighbours])
    #expect(try problems(heard(gap), "u1:\n...\nu3:") == [])
    #expect(
      try problems(heard(##"<u xml:id="u2" who="#b">👍</u>"##), "u1:\nu3:") == [.notNeighbours])
    #expect(try problems(heard(cough), "u1:\nu3:") == [])
  }

  @Test("a name that is replaced stands nowhere else")
  func namesLeft() throws {
    let body = ##"""
      <u xml:id="u1" who="#a">So you and Kari Nordmann went.</u>
      <u xml:id="u2" who="#b">Kari said so. Karin too.</u>
      """##
    #expect(try problems(body, "u1: So you and [Kari Nordmann -> X] went.\nu2:") == [.nameLeft])
    #expect(
      try problems(body, "u1: So you and [Kari Nordmann -> X] went.\nu2: [Kari -> X] said so.")
        == [])
    #expect(
      try problems(body, "u1 (to Kari): So you and [Kari Nordmann -> X] went.") == [.nameLeft])
    #expect(
      try problems(body, "u1: So you and [Kari Nordmann -> X] [= Kari] went.") == [.nameLeft])
  }

  @Test("a replacement is a name and a normalisation a form, not another answer")
  func tooMuch() throws {
    let body = ##"<u xml:id="u1" who="#a">No never mind. I do not agree. So there.</u>"##
    #expect(
      try problems(body, "u1: [No never mind. I do not agree. -> I agree] So there.")
        == [.replacesTooMuch])
    #expect(try problems(body, "u1: No [never ~> I always] mind.") == [])
    #expect(
      try problems(body, "u1: No never mind. [I do ~> I certainly do so] not agree.")
        == [.replacesTooMuch])
  }

  @Test("words are not cut at an apostrophe, and characters not inside")
  func wholeWords() throws {
    let body = ##"<u xml:id="u1" who="#a">I can't do it. A well-known 👨‍👩‍👧 thing.</u>"##
    for notation in ["u1: I can", "u1: I can [...] do it.", "u1: A well", "u1: [...] 👨 [...]"] {
      #expect(throws: NotationError.self, "\(notation)") { try problems(body, notation) }
    }
    #expect(try problems(body, "u1: I can't do it.") == [])
  }

  @Test("Windows line ends, places below 0 and endless repetitions are read or refused")
  func oddInput() throws {
    let body = ##"<u xml:id="u1" who="#a">i i i i</u><u xml:id="u2" who="#b">Yes.</u>"##
    #expect(try problems(body, "u1:\r\nu2:\r\n") == [])
    #expect(throws: NotationError.self) { try problems(body, "u1@-5: i") }
    let long =
      ##"<u xml:id="u1" who="#a">\##(Array(repeating: "i", count: 5_000).joined(separator: " "))</u>"##
    let time = ProcessorTime.measure {
      #expect(throws: NotationError.self) { try problems(long, "u1: i [...] end") }
    }
    #expect(time < .seconds(20))
    #expect(EditedText(.list([.number(Int.max), .list([.text("keep"), .text("a")])])) == nil)
  }
}
