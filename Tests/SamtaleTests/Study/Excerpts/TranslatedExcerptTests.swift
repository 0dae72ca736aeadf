import Samtale
import Testing

@Suite("Excerpts in two languages")
struct TranslatedExcerptTests {
  private func sources() throws -> ExcerptSources {
    let document = ##"""
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m" xml:lang="nb">
      <teiHeader><fileDesc><titleStmt><title>m</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <profileDesc><particDesc><listPerson><person xml:id="p"/></listPerson></particDesc></profileDesc>
      </teiHeader><standOff><spanGrp type="translation" subtype="checked" xml:lang="en">
      <span target="#u1">I went home early, a couple of times.</span>
      <span target="#u2">Kari said so.</span></spanGrp></standOff>
      <text><body>
      <u xml:id="u1" who="#p">Jeg gikk hjem tidlig, et par ganger.</u>
      <u xml:id="u2" who="#p">Det sa Kari.</u>
      <u xml:id="u3" who="#p">Ja.</u>
      </body></text></TEI>
      """##
    return ExcerptSources([
      try #require(TEI.read(bytes: Array(document.utf8), named: "m.xml").transcripts.first)
    ])
  }

  private func verified(_ notation: String) throws -> VerifiedExcerpt {
    let sources = try sources()
    return try VerifiedExcerpt(
      name: "e", items: try ExcerptNotation.items(notation, in: sources), in: sources,
      translatedInto: ["en"])
  }

  private func problems(_ notation: String) -> [String] {
    do {
      _ = try verified(notation)
      return []
    } catch let failure as ExcerptFailure {
      return failure.problems.map { "\($0.kind) \($0.what)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("a whole turn has its whole translation")
  func whole() throws {
    let turn = try #require(try verified("u1:").turns.first)
    #expect(
      turn.translations == [
        "en": EditedText(start: 0, [.keep("I went home early, a couple of times.")])
      ])
  }

  @Test("of a turn in part the part of the translation is stated, and checked")
  func parts() throws {
    let notation =
      "u1: Jeg gikk hjem [...] et par ganger.\n  en: I went home [...] a couple of times."
    let turn = try #require(try verified(notation).turns.first)
    #expect(
      turn.translations["en"]?.pieces == [
        .keep("I went home "), .elide("early,"), .keep(" a couple of times."),
      ])
    #expect(
      problems("u1: Jeg gikk hjem") == [
        "translation it is printed in part, or with words replaced, and nothing says how its "
          + "translation into en is printed"
      ])
    let sources = try sources()
    let items = try ExcerptNotation.items(notation, in: sources)
    #expect(ExcerptNotation.text(items, in: sources).contains("\n  en: I went home [- early,] a"))
    #expect(
      try ExcerptNotation.items(ExcerptNotation.text(items, in: sources), in: sources) == items)
  }

  @Test("a name that is replaced does not come back with the translation")
  func names() {
    #expect(problems("u2: Det sa [Kari -> X].").count == 1)
    #expect(problems("u2: Det sa [Kari -> X].\n  en: [Kari -> X] said so.") == [])
  }

  @Test("a turn without a translation is not printed as if it had one")
  func missing() {
    #expect(problems("u3:") == ["translation there is no translation into en"])
    #expect(
      problems("u3:\n  en: Yes.").first?.contains("there is no translation of u3 into en") == true)
  }

  @Test("words that are not those of the translation are refused")
  func differs() throws {
    let sources = try sources()
    var items = try ExcerptNotation.items("u1:", in: sources)
    guard case .turn(var turn)? = items.first else { return }
    turn.translations = ["en": EditedText(start: 0, [.keep("I went home late")])]
    items = [.turn(turn)]
    let failure = #expect(throws: ExcerptFailure.self) {
      try VerifiedExcerpt(name: "e", items: items, in: sources, translatedInto: ["en"])
    }
    #expect(failure?.problems.map(\.kind) == [.translation])
  }

  @Test("a translation is cut where the original is cut, and nowhere else")
  func edges() {
    let cut = "words of its translation into en are left out"
    #expect(
      problems("u1: Jeg gikk hjem tidlig, et par ganger.\n  en: I went home")
        .first?.contains(cut) == true)
    #expect(problems("u1: Jeg gikk hjem\n  en: I went home") == [])
    #expect(
      problems("u1: Jeg gikk hjem\n  en: home early").first?.contains(cut) == true)
  }

  @Test("a language is one however its tag is written; a name replaced in one is in the other")
  func tags() throws {
    let turn = try #require(
      try verified("u2: Det sa [Kari -> X].\n  EN: [Kari -> X] said so.").turns.first)
    #expect(turn.translations["en"]?.printedWords == "X said so.")
    #expect(throws: NotationError.self) { try verified("u1:\n  en: I\n  EN: I") }
    #expect(
      problems("u2: Det sa [Kari -> X].\n  en: Kari said so.").first?
        .contains("words are replaced in the original, and none in its translation") == true)
  }
}
