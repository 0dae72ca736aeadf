import Samtale
import Testing

@Suite("Which characters of an utterance are its text")
struct TextRuleTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var content: String
    var text: String

    init(_ content: String, _ text: String) {
      self.content = content
      self.text = text
    }

    var testDescription: String { content }
  }

  /// Holds in the profile and in others' TEI alike.
  static let common: [Row] = [
    Row("Hello", "Hello"),
    Row("", ""),
    Row(" \n\t ", ""),
    Row("  Hello,\n\t there  ", "Hello, there"),
    Row("a&#10;b&#9;&#13;c", "a b c"),
    Row(#"a<del type="x">b</del>c"#, "abc"),
    Row(#"I <del type="truncation">wr</del> wrote"#, "I wr wrote"),
    Row(#"<del>a <unclear>b <seg type="anon">c</seg></unclear></del> d"#, "a b c d"),
    Row(#"a <seg type="anon"> b </seg> c"#, "a b c"),
    Row(#"<seg type="anon">A</seg>B"#, "AB"),
    Row("Well <pause/> then", "Well then"),
    Row("Well<pause/> then", "Well then"),
    Row("Well<pause/>then", "Wellthen"),
    Row("<vocal><desc>laughs</desc></vocal> Ha", "Ha"),
    Row("Ha <kinesic><desc>nods</desc></kinesic>", "Ha"),
    Row("a <incident><desc>door</desc><desc>wind</desc></incident> b", "a b"),
    Row(#"one <gap reason="inaudible"><desc>noise</desc></gap> two"#, "one two"),
    Row("a <note>remark</note> b", "a b"),
    Row("a<note>remark</note>b", "ab"),
    Row(#"a <shift feature="loud" new="f"/>b<anchor/>"#, "a b"),
    Row("<![CDATA[a < b & c]]>", "a < b & c"),
    Row("a <![CDATA[ b ]]> c", "a b c"),
    Row("&#xE9;&#233;&lt;&amp;&gt;&quot;&apos;", "éé<&>\"'"),
    Row("a<!-- not said -->b<?pi not said?>c", "abc"),
    // No-break and other spaces of Unicode are characters.
    Row("\u{A0}a\u{A0}\u{A0}b\u{2009} ", "\u{A0}a\u{A0}\u{A0}b\u{2009}"),
    // Not composed, not decomposed.
    Row("e\u{301} \u{E9} \u{212B}", "e\u{301} \u{E9} \u{212B}"),
    Row("\u{301}a", "\u{301}a"),
    Row("👩‍🔧 går", "👩‍🔧 går"),
  ]

  /// Markup that the profile does not know.
  static let foreign: [Row] = [
    Row("<s>One.</s><s>Two.</s>", "One. Two."),
    Row("<seg>One.</seg><seg>Two.</seg>", "One. Two."),
    Row("<p>One.</p>\n  <p>Two.</p>", "One. Two."),
    Row("<seg><s>One.</s></seg><seg> Two. </seg>", "One. Two."),
    Row("<emph>so</emph>lo", "solo"),
    Row("a<pb/>b", "ab"),
    Row("Kari<lb/>Nordmann, Kari <lb n=\"2\"/> Nordmann", "Kari Nordmann, Kari Nordmann"),
    Row(#"Nord<lb break="no"/>mann"#, "Nordmann"),
    Row("a <trunc>b</trunc> c", "a b c"),
    Row("<w>Yes</w><pc>,</pc><w>sir</w><pc>.</pc>", "Yes, sir."),
    Row("\n <w>Yes</w>\n <pc>,</pc>\n <w>sir</w>\n", "Yes, sir"),
    Row(#"<w>can</w><w join="left">not</w><w>go</w>"#, "cannot go"),
    Row(#"<w join="right">can</w><w>not</w><w>go</w>"#, "cannot go"),
    Row(#"<w>a</w><pc join="both">-</pc><w>b</w>"#, "a-b"),
    Row(#"<w>go</w><pc join="right">(</pc><w>on</w><pc join="left">)</pc>"#, "go (on)"),
    Row(#"<w>ja</w> <pc join="left">,</pc> <w>da</w> <pc>–</pc> <w>so</w>"#, "ja, da – so"),
    Row("<w>Dober</w><c> </c><w>dan</w><pc>.</pc>", "Dober dan."),
    Row(#"<w>I </w><w>do</w><w>n't </w><w>know</w><c c5="PUN">.</c>"#, "I don't know."),
    Row(
      "<s><w>Dober</w><c> </c><w>dan</w><pc>.</pc></s><s><w>Hvala</w><pc>.</pc></s>",
      "Dober dan. Hvala."
    ),
    Row("<s><w>One</w><pc>.</pc></s><s><w>Two</w><pc>.</pc></s>", "One. Two."),
    Row("<w>a<note>x</note></w><w>b</w>", "a b"),
    Row("<w>a</w><vocal><desc>coughs</desc></vocal><w>b</w>", "a b"),
    Row("<w>år</w><spanGrp><span>noun</span></spanGrp>", "år"),
  ]

  @Test("In the profile", arguments: common)
  func profile(_ row: Row) throws {
    let text = TEISamples.profile(##"<u xml:id="u1" who="#a">\##(row.content)</u>"##)
    let reading = TEI.read(text, lint: false)
    let utterance = try #require(reading.transcripts.first?.utterances.first)
    #expect(Array(utterance.text.unicodeScalars) == Array(row.text.unicodeScalars))
    #expect(reading.diagnostics == [])
    #expect(reading.accounting.isComplete)
    #expect(reading.accounting[.speech] == row.text.unicodeScalars.count)
    #expect(reading.accounting.insertedSpaces == 0)
  }

  @Test("In others' TEI", arguments: common + foreign)
  func others(_ row: Row) throws {
    let text = TEISamples.foreign("<u who=\"#a\">\(row.content)</u>")
    let reading = TEI.read(text, lint: false)
    let utterance = try #require(reading.transcripts.first?.utterances.first)
    #expect(Array(utterance.text.unicodeScalars) == Array(row.text.unicodeScalars))
    #expect(reading.accounting.isComplete)
    #expect(
      reading.accounting[.speech] + reading.accounting.insertedSpaces
        == row.text.unicodeScalars.count
    )
  }

  @Test("The words are counted apart from what is not said")
  func accounting() throws {
    // 7 characters between the tags are speech, 2 blanks collapse, 4 + 2 are a note and a sound.
    let body =
      ##"<u xml:id="u1" who="#a">Ja  da <note>nota</note><vocal><desc>eh</desc></vocal>nå </u>"##
    let reading = TEI.read(TEISamples.profile(body), lint: false)
    #expect(reading.transcripts.first?.utterances.first?.text == "Ja da nå")
    #expect(reading.accounting[.speech] == 8)
    #expect(reading.accounting[.collapsed] == 2)
    #expect(reading.accounting[.notes] == 4)
    #expect(reading.accounting[.descriptions] == 2)
  }

  @Test("A text is the same wherever the file is cut into chunks", arguments: 0..<8)
  func chunks(_ padding: Int) throws {
    let words = String(repeating: "é 👍\u{301}ø", count: 20_000)
    let comment = "<!--" + String(repeating: "x", count: padding) + "-->"
    let text = comment + TEISamples.profile(##"<u xml:id="u1" who="#a">\##(words)</u>"##)
    #expect(try TEI.transcript(text).utterances.first?.text == words)
  }
}
