import Samtale
import SamtalePublishing
import Testing

@Suite("Excerpts in the styles of journals")
struct PrintedExcerptTests {
  /// Lines as a style prints them: the label, a bar, the words; emphasis between stars.
  private func printed(_ notation: String, _ style: ExcerptStyle) throws -> [String] {
    let printed = PrintedExcerpt(try PrintedMeeting.verified(notation), style: style)
    switch printed.block {
    case .dialogue(let dialogue):
      return dialogue.rows.map { row in
        switch row {
        case .line(let words): words.marked
        case .turn(let turn):
          [turn.number, turn.label.marked, turn.texts.map(\.marked).joined(separator: " ‖ ")]
            .compactMap { $0 }.joined(separator: "|")
        }
      } + (dialogue.source.isEmpty ? [] : [dialogue.source.marked])
    case .quotation(let paragraphs): return paragraphs.map(\.marked)
    default: return []
    }
  }

  private let everything = """
    u1: *So* you and [Kari -> X] would like [+to have] that job [= the warehouse], then?
    u2 (to the social worker): I guess [...] guess.
    ...
    >> later
    u5: [> to her] Mm.
    """

  @Test("meetings as Moen et al. print them")
  func moen() throws {
    #expect(
      try printed(everything, .moen) == [
        "SW3:|*So* (emphasis added) you and X would like [to have] that job (the warehouse), then?",
        "WA3 (to the social worker):|I guess ... guess.", "...", "WA3 (later):|(to her) Mm.",
      ])
  }

  @Test("the manual of the APA: spaced points, square brackets, replaced names in brackets")
  func apa() throws {
    #expect(
      try printed(everything, .apa) == [
        "Grete:|*So* [emphasis added] you and [X] would like [to have] that job [the warehouse], "
          + "then?",
        "WA1 (to the social worker):|I guess .~.~. guess.", ".~.~.",
        "WA1 (later):|[to her] Mm.",
      ])
  }

  @Test("interviews as Kinn et al. print them: the pseudonym behind, glosses in italics")
  func kinn() throws {
    let text = "u1: So you [...] like that job [= the warehouse], then?"
    let excerpt = PrintedExcerpt(try PrintedMeeting.verified(text), style: .kinn)
    #expect(!excerpt.isBlock)
    #expect(
      excerpt.inline.marked == "“So you .~.~. like that job (*the warehouse*), then?” (Grete)")
    #expect(try printed("u4:", .kinn) == ["Good. It’s the old warehouse, I think. (Grete)"])
    #expect(
      try printed("u2:\n...\n>> later\nu5:", .kinn) == [
        "I guess so, I guess.", ".~.~.", "(later) Mm. (WA1)",
      ])
  }

  @Test("conversation analysis: numbers, pauses, sounds, overlap and latching")
  func conversationAnalysis() throws {
    #expect(
      try printed("u4-u7:", .ca) == [
        "1|SW1:|Good. (0.8) It's the old warehouse, ((coughs)) I think.", "2|WA1:|= Mm.",
        "3|SW1:|[ Right.", "4|WA1:|[ Yes (.) yes.", "team3-m1, u4–u7",
      ])
  }

  @Test("short excerpts of one speaker stand in the sentence, longer ones apart")
  func threshold() throws {
    let words = try PrintedMeeting.verified("u1:")
    var style = ExcerptStyle.apa
    #expect(words.wordCount == 9)
    style.blockWords = 10
    #expect(!PrintedExcerpt(words, style: style).isBlock)
    style.blockWords = 9
    #expect(PrintedExcerpt(words, style: style).isBlock)
    #expect(PrintedExcerpt(words, style: .moen).isBlock)
  }

  @Test("utterances of one speaker that follow each other are one turn")
  func merged() throws {
    #expect(try printed("u7-u8:", .moen) == ["WA3:|Yes yes. I’d go by bus."])
  }

  @Test("abbreviations are explained in the order in which roles are declared")
  func legend() throws {
    let excerpts = [try PrintedMeeting.verified("u2:"), try PrintedMeeting.verified("u1:")]
    #expect(
      ExcerptStyle.moen.legend(excerpts)
        == "SW = social worker; WA = work applicant. The number is that of the team.")
    // Who has no pseudonym is printed with the role's code, which is explained.
    #expect(
      ExcerptStyle.kinn.legend(excerpts) == "WA = work applicant.")
    #expect(
      ExcerptStyle.kinn.legend([try PrintedMeeting.verified("u1:")])
        == nil)
    let edited = [try PrintedMeeting.verified(everything)]
    #expect(
      ExcerptStyle.moen.legend(edited)
        == "SW = social worker; WA = work applicant. The number is that of the team. ... stands for "
        + "words left out, on a line of its own for turns; [ ] hold words added; ( ) hold what is "
        + "meant or who is addressed. Names are replaced without a sign.")
    #expect(
      ExcerptStyle.apa.legend(edited)?.replacing("\u{A0}", with: "~")
        == "WA = work applicant. .~.~. stands for words left out, on a line of its own for turns; "
        + "[ ] hold words added or what is meant or who is addressed. Names are replaced in [ ].")
  }

  @Test("quotation marks inside a quotation are those of the second level, and marks are curved")
  func quotes() throws {
    let document = SmallTalk.document("She said \"hem or silk?\" and I'd 'no' idea.")
    let sources = ExcerptSources([document])
    let excerpt = try VerifiedExcerpt(
      name: "e", items: try ExcerptNotation.items("u1:", in: sources), in: sources)
    #expect(
      PrintedExcerpt(excerpt, style: .kinn).inline.marked
        == "“She said ‘hem or silk?’ and I’d ’no’ idea” (p).")
  }

  @Test("who speaks in which meeting is not mixed up, and a jump is told in every layout")
  func severalMeetings() throws {
    let sources = ExcerptSources(try [1, 2].map { try PrintedMeeting.other($0) })
    let items = try ExcerptNotation.items(
      "@ m1\nu1 (to her): I hate work.\n>> meeting m2\nu1:", in: sources)
    let excerpt = try VerifiedExcerpt(
      name: "e", items: items, in: sources, translatedInto: ["nb"])
    let turns = { (style: ExcerptStyle, languages: ExcerptLanguages) -> [String] in
      guard
        case .dialogue(let dialogue) = PrintedExcerpt(
          excerpt, style: style, languages: languages
        ).block
      else { return [] }
      return dialogue.rows.compactMap { row in
        if case .turn(let turn) = row {
          "\(turn.label.marked) \(turn.texts.map(\.marked).joined(separator: " ‖ "))"
        } else {
          nil
        }
      }
    }
    #expect(
      turns(.kinn, .original) == [
        "Anna (to her): I hate work.", "Bo (next meeting): I hate work.",
      ])
    #expect(
      turns(.kinn, .both("nb")) == [
        "Anna (to her): I hate work. ‖ Jeg hater jobb.",
        "Bo (next meeting): I hate work. ‖ Jeg hater jobb.",
      ])
    var bare = ExcerptStyle.kinn
    bare.label = ""
    #expect(
      turns(bare, .both("nb")) == [
        " (to her) I hate work. ‖ (to her) Jeg hater jobb.",
        " (next meeting) I hate work. ‖ (next meeting) Jeg hater jobb.",
      ])
    #expect(
      PrintedExcerpt(excerpt, style: .kinn).inline.marked
        == "“(to her) I hate work. (next meeting) I hate work” (Anna).")
  }

  @Test("talk that was not heard is printed in every style")
  func inaudible() throws {
    let sources = ExcerptSources([
      SmallTalk.document("I would <gap reason=\"inaudible\"/> never do it.")
    ])
    let excerpt = try VerifiedExcerpt(
      name: "e", items: try ExcerptNotation.items("u1:", in: sources), in: sources)
    let texts = ExcerptStyle.all.map { PrintedExcerpt(excerpt, style: $0).inline.marked }
    #expect(texts.count { $0.contains("I would [inaudible] never do it") } == 3)
    #expect(texts[3].contains("I would (   ) never do it"))
  }

  @Test("where words broke off, and what was hard to hear")
  func brokenOff() throws {
    let sources = ExcerptSources([
      SmallTalk.document(
        "You don't, <del type=\"truncation\">I you</del> it <unclear>doesn't</unclear> scan.")
    ])
    let excerpt = try VerifiedExcerpt(
      name: "e", items: try ExcerptNotation.items("u1:", in: sources), in: sources)
    #expect(
      PrintedExcerpt(excerpt, style: .moen).inline.marked
        == "“You don’t, I you– it doesn’t scan” (p).")
    #expect(
      PrintedExcerpt(excerpt, style: .ca).inline.marked
        == "“You don't, I you– it (doesn't) scan” (p).")
  }

  @Test("two people whom the template would print alike are told apart")
  func sharedLabels() throws {
    let printed = { (first: String, second: String) throws -> [String] in
      let document = ##"""
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m" xml:lang="en">
        <teiHeader><fileDesc><titleStmt><title>m</title></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
        <profileDesc><particDesc><listPerson><person xml:id="p" n="\##(first)" role="SW"/>
        <person xml:id="q" n="\##(second)" role="SW"/></listPerson></particDesc></profileDesc>
        </teiHeader><text><body><u xml:id="u1" who="#p">One.</u><u xml:id="u2" who="#q">Two.</u>
        </body></text></TEI>
        """##
      let transcript = try #require(
        TEI.read(bytes: Array(document.utf8), named: "m.xml").transcripts.first)
      let sources = ExcerptSources([transcript])
      let excerpt = try VerifiedExcerpt(
        name: "e", items: try ExcerptNotation.items("u1-u2:", in: sources), in: sources)
      guard case .dialogue(let dialogue) = PrintedExcerpt(excerpt, style: .moen).block else {
        return []
      }
      return dialogue.rows.map { row in
        if case .turn(let turn) = row { turn.label.marked } else { "" }
      }
    }
    #expect(try printed("SW6", "SW6b") == ["SW6:", "SW6b:"])
    #expect(try printed("SW2", "SW2") == ["SWa:", "SWb:"])
  }

  @Test("styles that would hide something are refused")
  func faults() {
    #expect(ExcerptStyle.all.flatMap(\.faults) == [])
    var style = ExcerptStyle.apa
    style.ellipsis = " "
    style.insertion = .init("", "")
    style.label = "{rôle}: {team"
    #expect(
      style.faults == [
        "“ellipsis” is empty: what is left out would not be seen",
        "“insertion” has no sign before or after: nobody would see what is whose",
        "“label” holds {rôle}, which is no field", "“label” holds {team}, which is no field",
      ])
  }

  @Test("templates")
  func templates() throws {
    var style = ExcerptStyle.moen
    style.label = "{role}{team}.{meeting} [{turn}, {person}, {transcript}, {other}]"
    #expect(
      try printed("u5:", style) == ["WA3.1 [u5, p.wa, team3-m1, {other}]|Mm."])
  }
}

/// A meeting with everything that a style may print.
enum PrintedMeeting {
  static func transcript() throws -> Transcript {
    let document = ##"""
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="team3-m1" xml:lang="en" n="1">
      <teiHeader><fileDesc><titleStmt><title>m</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <encodingDesc><classDecl><taxonomy xml:id="roles">
      <category xml:id="SW"><catDesc>social worker</catDesc></category>
      <category xml:id="WA"><catDesc>work applicant</catDesc></category>
      </taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc><listPerson>
      <person xml:id="p.sw" n="SW1" role="SW"><persName>Grete</persName>
      <affiliation ref="#team3"/></person>
      <person xml:id="p.wa" n="WA1" role="WA"><affiliation ref="#team3"/></person></listPerson>
      <listOrg><org xml:id="team3" n="3"><orgName>team 3</orgName></org></listOrg></particDesc>
      </profileDesc></teiHeader><text>
      <timeline unit="s" origin="#T0"><when xml:id="T0"/>
      <when xml:id="T1" interval="10" since="#T0"/><when xml:id="T2" interval="12" since="#T0"/>
      <when xml:id="T3" interval="11" since="#T0"/><when xml:id="T4" interval="14" since="#T0"/>
      </timeline><body>
      <u xml:id="u1" who="#p.sw">So you and Kari would like that job, then?</u>
      <u xml:id="u2" who="#p.wa">I guess so, I guess.</u>
      <u xml:id="u3" who="#p.sw">Yes?</u>
      <u xml:id="u4" who="#p.sw">Good. <pause dur="PT0.8S"/>It's the old warehouse,
        <vocal><desc>coughs</desc></vocal> I think.</u>
      <u xml:id="u5" who="#p.wa" trans="latching">Mm.</u>
      <u xml:id="u6" who="#p.sw" trans="overlap" start="#T1" end="#T2">Right.</u>
      <u xml:id="u7" who="#p.wa" start="#T3" end="#T4">Yes <pause type="short"/>yes.</u>
      <u xml:id="u8" who="#p.wa">I'd go by bus.</u>
      </body></text></TEI>
      """##
    return try #require(TEI.read(bytes: Array(document.utf8), named: "m.xml").transcripts.first)
  }

  /// One of two meetings of a team, each with another person who says the same.
  static func other(_ number: Int) throws -> Transcript {
    let name = number == 1 ? "Anna" : "Bo"
    let document = ##"""
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m\##(number)" xml:lang="en" n="\##(number)">
      <teiHeader><fileDesc><titleStmt><title>m</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <profileDesc><particDesc><listPerson>
      <person xml:id="p\##(number)" n="C"><persName>\##(name)</persName>
      <affiliation ref="#t"/></person></listPerson>
      <listOrg><org xml:id="t" n="1"><orgName>t</orgName></org></listOrg></particDesc></profileDesc>
      </teiHeader><standOff><spanGrp type="translation" xml:lang="nb">
      <span target="#u1">Jeg hater jobb.</span></spanGrp></standOff>
      <text><body><u xml:id="u1" who="#p\##(number)">I hate work.</u></body></text></TEI>
      """##
    return try #require(TEI.read(bytes: Array(document.utf8), named: "m.xml").transcripts.first)
  }

  static func verified(_ notation: String) throws -> VerifiedExcerpt {
    let sources = ExcerptSources([try transcript()])
    return try VerifiedExcerpt(
      name: "e", items: try ExcerptNotation.items(notation, in: sources), in: sources)
  }
}

extension [Document.Inline] {
  /// The text with emphasis between stars and no-break spaces as ~.
  var marked: String {
    map { inline in
      switch inline {
      case .text(let text): text.replacing("\u{A0}", with: "~")
      case .emphasis(let parts): "*\(parts.marked)*"
      default: "?"
      }
    }
    .joined()
  }
}

/// One person saying one thing.
enum SmallTalk {
  static func document(_ words: String) -> Transcript {
    let document = ##"""
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m" xml:lang="en">
      <teiHeader><fileDesc><titleStmt><title>m</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <profileDesc><particDesc><listPerson><person xml:id="p"/></listPerson></particDesc></profileDesc>
      </teiHeader><text><body><u xml:id="u1" who="#p">\##(words)</u></body></text></TEI>
      """##
    return TEI.read(bytes: Array(document.utf8), named: "m.xml").transcripts[0]
  }
}
