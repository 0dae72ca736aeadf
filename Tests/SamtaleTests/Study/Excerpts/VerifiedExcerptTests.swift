import Samtale
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
}
