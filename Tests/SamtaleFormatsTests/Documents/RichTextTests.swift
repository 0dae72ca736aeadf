import Samtale
import TestSupport
import Testing

@testable import SamtaleFormats

@Suite struct RichTextTests {
  private func content(_ body: String, head: String = "\\ansi\\ansicpg1252\\deff0")
    -> DocumentContent
  {
    RichTextReader.read(Array("{\\rtf1\(head) \(body)}".utf8))
  }

  private func texts(_ body: String, head: String = "\\ansi\\ansicpg1252\\deff0") -> [String] {
    let content = content(body, head: head)
    #expect(content.problems == [], "\(body)")
    return content.paragraphs.map(\.text)
  }

  // MARK: Characters

  @Test(arguments: [
    (1252, "\\'e6\\'f8\\'e5 \\'93x\\'94 \\'80", "æøå “x” €"),
    (1250, "\\'9c\\'b3\\'f3\\'e6", "śłóć"),
    (1251, "\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2", "Привет"),
    (10000, "\\'be\\'bf\\'8c \\'d2x\\'d3", "æøå “x”"),
  ])
  func codePages(_ page: Int, _ written: String, _ expected: String) {
    #expect(texts("\(written)\\par", head: "\\ansi\\ansicpg\(page)") == [expected])
  }

  @Test func fontsHaveEncodingsOfTheirOwn() {
    let fonts = """
      {\\fonttbl{\\f0\\fnil\\fcharset0 Times;}{\\f1\\fcharset204{\\*\\panose 02}Arial Cyr;}\
      {\\f2\\fcharset238 Arial CE;}{\\f3\\fcharset2 Wingdings;}{\\f4\\fcharset128 Mincho;}}
      """
    let body = "\(fonts)\\f1 \\'cf\\f2 \\'b3{\\f3 J\\'e0}\\plain\\'e6\\par"
    #expect(texts(body) == ["Пł☺→æ"])
    // Two bytes of an encoding that is not read are one character.
    let unknown = content("\(fonts)a{\\f4 \\'82\\'a0\\'82b}c")
    #expect(unknown.paragraphs.map(\.text) == ["a\u{FFFD}\u{FFFD}c"])
    #expect(unknown.omissions.undecoded == 2)
  }

  @Test(arguments: [
    ("\\u230\\'e6\\u8211-x", "æ–x"),
    ("\\u-10179?\\u-8704?.", "😀."),
    ("\\uc0 \\u55357\\uc1 \\u56832\\'3f.", "😀."),
    ("\\u55357?x", "\u{FFFD}x"),
    ("{\\uc2\\u322\\'a3\\'6cx}\\u322lx", "łxłx"),
    ("{\\uc0\\u322x}", "łx"),
    ("\\u8217{x}", "’{x}".filter { $0 != "{" && $0 != "}" }),
    ("\\u8212\\emdash y", "—y"),
    (
      "a\\~b\\_c\\-d\\emdash\\endash\\lquote\\rquote\\ldblquote\\rdblquote\\bullet",
      "a\u{A0}b-cd—–‘’“”•"
    ),
    ("a\\tab b\\line c\\\\\\{\\}", "a\tb\nc\\{}"),
    ("one\r\ntwo", "onetwo"),
  ])
  func characters(_ written: String, _ expected: String) {
    #expect(texts(written + "\\par") == [expected])
  }

  @Test func bytesOfThePageMayStandAsTheyAre() {
    let bytes = Array("{\\rtf1\\ansi Gj".utf8) + [0xF8] + Array("r}".utf8)
    #expect(RichTextReader.read(bytes).paragraphs.map(\.text) == ["Gjør"])
  }

  // MARK: Paragraphs

  @Test func paragraphsWithStylesAndEmphasis() {
    let sheet = """
      {\\stylesheet{\\s0\\snext0 Normal;}{\\s1\\b\\sbasedon0 Speaker A;}{\\*\\cs2\\b Strong;}\
      {\\s3{\\*\\soutlvl1}Gj\\u248\\'f8r;}}
      """
    let found = content(
      sheet + "\\pard\\plain\\s1 {\\b Anna:} Hi.\\par\\pard\\plain More.\\par\\par"
        + "\\pard\\s3\\scaps B: \\scaps0 x\\par \\s2 y"
    ).paragraphs
    #expect(found.map(\.text) == ["Anna: Hi.", "More.", "", "B: x", "y"])
    #expect(found.map(\.style) == ["Speaker A", nil, nil, "Gjør", nil])
    #expect(found.map(\.emphasized) == [5, 0, 0, 3, 0])
    #expect(found.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test func tables() {
    let row = "\\trowd\\cellx100\\cellx200\\pard\\intbl "
    let body =
      "before\\par " + row + "Anna\\cell One\\par Two\\cell\\row "
      + row + "{\\b Bo}\\cell\\cell\\row\\pard after\\par "
      + "\\trowd\\cellx100\\pard\\intbl A: one\\par B: two\\cell\\row\\pard end"
    let found = content(body).paragraphs
    #expect(
      found.map(\.text) == ["before", "", "", "after", "A: one", "B: two", "end"])
    #expect(found[1].cells == ["Anna", "One\nTwo"])
    #expect(found[2].cells == ["Bo", ""])
    #expect(found[2].emphasized == 2)
  }

  @Test func nestedTablesAreFlattened() {
    let body = """
      \\trowd\\cellx100\\cellx200\\pard\\intbl A\\cell\\pard\\intbl\\itap2 n1\\nestcell n2\\nestcell\
      {\\*\\nesttableprops\\trowd\\cellx50\\nestrow}{\\nonesttables\\par}\\pard\\intbl tail\\cell\\row
      """
    #expect(content(body).paragraphs.map(\.cells) == [["A", "n1\tn2\ntail"]])
  }

  // MARK: What is no talk

  @Test func otherGroupsAreNoText() {
    let body = """
      {\\colortbl;\\red0;}{\\*\\generator Some Program;}{\\header Draft \\'e6}{\\*\\unknown lost?}\
      {\\info{\\title M\\'f8te 3}{\\author Secret}{\\creatim\\yr2024\\mo5\\dy6\\hr7}}\
      A{\\pict\\wmetafile8\\bin5 }{{\\}}B{\\*\\bkmkstart x}{\\field{\\*\\fldinst HYPERLINK "x"}\
      {\\fldrslt link}}{\\listtext 1.}{\\object{\\*\\objdata 00ff}{\\result{\\pict 00}shown}}\
      {\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}{\\upr{ansi}{\\*\\ud{new}}}
      """
    let found = content(body)
    #expect(found.paragraphs.map(\.text) == ["ABlinkshownnew"])
    #expect(found.title == "Møte 3")
    #expect(found.created == "2024-05-06")
    #expect(found.omissions.pictures == 2)
    #expect(found.omissions.objects == 1)
    #expect(found.omissions.characters(.headers) == 7)
    #expect(found.omissions.characters(.instruction) == 13)
    #expect(found.read == 14 + 7 + 13)
  }

  @Test func hiddenAndDeletedTextIsCounted() {
    let found = content("a{\\v secret}b{\\deleted\\revauthdel1 gone}{\\revised new}\\v x\\v0 y")
    #expect(found.paragraphs.map(\.text) == ["abnewy"])
    #expect(found.omissions.counts[.hidden] == .init(characters: 7, times: 2, paragraph: 1))
    #expect(found.omissions.counts[.deleted] == .init(characters: 4, times: 1, paragraph: 1))
  }

  @Test func notesStandAtTheirPlaces() {
    let found = content(
      """
      Here{\\super\\chftn}{\\footnote\\pard\\plain {\\chftn} First.\\par Second.} and\
      {\\footnote\\ftnalt{\\chftn}End.}{\\*\\atnid A}{\\*\\atnauthor Secret}\\chatn\
      {\\*\\annotation{\\*\\atndate 1}Check.} there.\\par next
      """)
    #expect(found.paragraphs.map(\.text) == ["Here and there.", "next"])
    #expect(
      found.paragraphs.first?.notes == [
        .init(place: 4, text: "First.\nSecond.", type: "footnote"),
        .init(place: 8, text: "End.", type: "endnote"),
        .init(place: 8, text: "Check.", type: "comment"),
      ])
  }

  @Test func textBoxesAreReadOnce() {
    let body = """
      before{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard inside\\par}}{\\shprslt\
      {\\*\\do\\dptxbx{\\dptxbxtext inside}}}} after\\par next
      """
    #expect(texts(body) == ["before after", "inside", "next"])
  }

  // MARK: Damage

  @Test func brokenFilesGiveWhatTheyHave() {
    let cut = RichTextReader.read(Array("{\\rtf1 one\\par {\\b two".utf8))
    #expect(cut.paragraphs.map(\.text) == ["one", "two"])
    #expect(cut.problems.map(\.code) == [.truncated])
    for text in ["{\\rtf1 a}}}}b", "{\\rtf1 a\\", "{\\rtf1 a\\'", "{\\rtf1 a\\'f", "{\\rtf1 a\\u"] {
      #expect(RichTextReader.read(Array(text.utf8)).paragraphs.first?.text.first == "a", "\(text)")
    }
    let absurd = "\\bin99999999999999999999 x"
    #expect(RichTextReader.read(Array("{\\rtf1 a\(absurd)".utf8)).paragraphs.map(\.text) == ["a"])
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "{", count: 100_000) + "x"
    let found = RichTextReader.read(Array("{\\rtf1 \(deep)".utf8))
    #expect(found.problems.map(\.code) == [.tooDeep])
  }

  /// Cut off or changed anywhere: something comes of it, never a crash.
  @Test func damageDoesNoHarm() {
    let whole = Array(
      """
      {\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}{\\stylesheet{\\s1 B;}}{\\info{\\title T}}\\trowd\
      \\intbl a\\cell b{\\footnote n}\\cell\\row\\pard\\u55357?\\u56832?\\'e6{\\*\\x y}{\\shp{\\*\\shpinst\
      {\\shptxt t\\par}}}\\par}
      """.utf8)
    for length in whole.indices {
      _ = RichTextReader.read(Array(whole[..<length]))
      for byte in "{}\\0 ;".utf8 {
        var changed = whole
        changed[length] = byte
        _ = RichTextReader.read(changed)
      }
    }
  }

  @Test(
    arguments: [
      "{", "}", "\\par ", "\\cell ", "\\row ", "\\trowd\\intbl ", "\\intbl x\\cell ",
      "{\\footnote ",
      "\\u55357 ", "\\'e6", "\\b x\\b0 ", "{\\footnote x}", "{\\shptxt x}", "\\nestcell ",
      "{\\v x}",
    ])
  func onePatternAHundredThousandTimes(_ pattern: String) {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let body = String(repeating: pattern, count: 100_000)
    let result = Importer.read(bytes: Array("{\\rtf1 A: x\\par A: y\\par \(body)}".utf8))
    #expect(result.report.accounting.isComplete)
  }
}
