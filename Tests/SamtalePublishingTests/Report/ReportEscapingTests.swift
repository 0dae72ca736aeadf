import Samtale
import SamtalePublishing
import Testing

/// Nothing in a transcript can become markup or script.
@Suite struct ReportEscapingTests {
  static let attack = "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&apos;&amp;amp;"
  static let shown =
    "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;amp;"

  static let page: String = {
    let people = """
      <person xml:id="a" n="\(attack)" role="SW"><occupation>\(attack)</occupation></person>
      <person xml:id="b" n="WA1" role="WA"/>
      """
    let topics = """
      <spanGrp type="topics"><span xml:id="t1" from="#u1" to="#u2">\(attack)</span></spanGrp>
      """
    let body = """
      <u xml:id="u1" who="#a">Well \(attack) <vocal><desc>\(attack)</desc></vocal> so.</u>
      <u xml:id="u2" who="#b">Yes.</u>
      """
    let transcript = SmallReport.transcript("m1", people: people, topics: topics, body: body)
    return SmallReport.report([transcript], title: "</title><script>alert(2)</script>").html
  }()

  @Test func onlyOwnScripts() {
    #expect(Self.page.count(of: "<script") == 3)
    #expect(Self.page.count(of: "</script") == 3)
    #expect(Self.page.count(of: "<title>") - Self.drawings == 1)
    #expect(!Self.page.contains("<script>alert"))
  }

  /// Titles of drawings are elements of the same name.
  private static var drawings: Int {
    page.split(separator: "<svg").dropFirst().reduce(0) { sum, part in
      let drawing = part.firstRange(of: "</svg>").map { part[..<$0.lowerBound] } ?? part
      return sum + String(drawing).count(of: "<title>")
    }
  }

  @Test func wordsAreShownAsTheyAre() {
    #expect(Self.page.contains("<p class=\"c\">Well \(Self.shown) <i>[\(Self.shown)]</i>"))
    #expect(Self.page.contains("<b>\(Self.shown)</b>"))
    #expect(Self.page.contains("<h1>&lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt;</h1>"))
  }

  @Test func dataCannotEndTheirElement() throws {
    let start = try #require(Self.page.firstRange(of: "id=\"data\">")).upperBound
    let end = try #require(Self.page[start...].firstRange(of: "</script>")).lowerBound
    let data = Self.page[start..<end]
    #expect(data.contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"))
    #expect(!data.contains("<"))
  }
}
