import TestSupport

/// Writes random documents that are valid in the profile: for finding what reading and writing lose.
struct RandomDocument {
  private var random: SeededNumbers
  private var utterances = 0
  private var points = 0
  private var people = 0
  private var sectionCount = 0
  /// Identifiers of utterances with the number of words that are surely in each.
  private var spoken: [String] = []

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  private static let words = [
    "ja", "nei", "Så", "går", "we", "hours,", "&amp;", "1&#160;000", "👍", "e\u{301}n", "«work»",
    "&lt;så&gt;", "don't", "日本語", "\u{A0}", "ok.", "?", "–", "Ünder", "a\u{2028}b",
  ]
  private static let roles = ["SW", "T", "WA", "ES"]
  private static let tags = [
    "", " xml:lang=\"nb\"", " cert=\"low\"", " n=\"7\"", " ana=\"#c.one\"",
  ]

  // MARK: Choices

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }
  private mutating func maybe(_ percent: Int, _ text: String) -> String {
    chance(percent) ? text : ""
  }

  private mutating func times(_ range: ClosedRange<Int>, _ make: (inout Self) -> String) -> String {
    var text = ""
    for _ in 0..<number(range) { text += make(&self) }
    return text
  }

  private mutating func person() -> String { "#p\(number(1...people))" }
  private mutating func point() -> String { "#T\(number(0...points - 1))" }

  private mutating func space() -> String { pick([" ", " ", " ", "", "\n   ", "\t", "  "]) }

  // MARK: The document

  mutating func text() -> String {
    people = number(1...5)
    points = chance(70) ? number(1...9) : 0
    var body = chance(60) ? sections() : block(1...8)
    if utterances == 0 { body = block(1...3) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="r\(number(1...99))"\(maybe(70, " xml:lang=\"en\""))\(maybe(50, " n=\"3\""))>
      \(header())
      \(standOff())
      <text>\(timeline())<body>\(body)</body></text>
      </TEI>
      """
  }

  private mutating func header() -> String {
    """
    <teiHeader><fileDesc><titleStmt><title>Random &amp; valid</title>\(maybe(50, "<respStmt xml:id=\"XY\"><resp>r</resp><name>Ø</name></respStmt>"))</titleStmt>
    \(maybe(30, "<extent>short <measure unit=\"words\" quantity=\"3\">three</measure></extent>"))
    <publicationStmt><publisher>Nobody</publisher>\(maybe(50, "<idno type=\"a\">1</idno>"))\(maybe(40, "<availability><p>free</p></availability>"))</publicationStmt>
    \(maybe(30, "<notesStmt><note type=\"x\">n</note></notesStmt>"))
    <sourceDesc>\(chance(50) ? "<p>s</p>" : "<recordingStmt><recording type=\"video\" dur=\"PT1H\"><media mimeType=\"v/v\" url=\"a.mp4\"/></recording></recordingStmt>")</sourceDesc></fileDesc>
    <encodingDesc><transcriptionDesc ident="samtale"\(maybe(50, " version=\"1.0\""))>\(maybe(50, "<desc>d</desc>"))</transcriptionDesc>
    <classDecl><taxonomy xml:id="roles">\(Self.roles.map { "<category xml:id=\"\($0)\"><catDesc>\($0)</catDesc></category>" }.joined())</taxonomy>
    <taxonomy xml:id="codebook">\(maybe(50, "<desc>codes</desc>"))<category xml:id="c.one" n="theme"><catDesc xml:lang="nb">én</catDesc><catDesc>one</catDesc>\(maybe(50, "<category xml:id=\"c.two\"><catDesc>two</catDesc></category>"))</category></taxonomy></classDecl></encodingDesc>
    <profileDesc>\(maybe(50, "<langUsage><language ident=\"en\">English</language></langUsage>"))\(maybe(60, "<settingDesc><setting><date when=\"2024-03\">March</date><locale>Bø</locale></setting></settingDesc>"))
    <particDesc><listPerson>\((1...people).map { individual($0) }.joined())</listPerson>\(maybe(100, "<listOrg><org xml:id=\"t1\" n=\"1\" type=\"team\"><orgName>One</orgName></org><org xml:id=\"t2\" type=\"team\"><orgName>To</orgName><orgName>Two</orgName></org></listOrg>"))</particDesc></profileDesc>
    \(maybe(30, "<revisionDesc><change when=\"2024-01-01\" status=\"phase2\">c</change><change>d</change></revisionDesc>"))</teiHeader>
    """
  }

  private mutating func individual(_ i: Int) -> String {
    if chance(10) { return "<personGrp xml:id=\"p\(i)\" n=\"ALL\" size=\"several\"/>" }
    let facts = times(0...4) {
      $0.pick([
        "<persName type=\"short\">Åse \(i)</persName>", "<gender value=\"f\"/>",
        "<sex value=\"2\">kvinne</sex>",
        "<age value=\"44\"/>", "<age atLeast=\"20\" atMost=\"30.5\">twenties</age>",
        "<education from=\"2001\" to=\"2004-06\">school &amp; so</education>",
        "<occupation>nurse</occupation>",
        "<nationality>Sámi</nationality>", "<trait type=\"diagnosis\"><label>none</label></trait>",
        "<state type=\"years\" when=\"2024\"><label>3–9</label></state>", "<note>shy</note>",
        "<affiliation ref=\"#t1\" from=\"2023-01-01\" to=\"2024\"/>",
        "<affiliation ref=\"#t2\">guest</affiliation>",
      ])
    }
    let label = maybe(80, " n=\"P\(i)\"")
    let role = maybe(80, " role=\"\(pick(Self.roles))\(maybe(20, " T"))\"")
    return
      "<person xml:id=\"p\(i)\"\(label)\(role)\(maybe(10, " ana=\"#c.one\""))>\(facts)</person>"
  }

  private mutating func timeline() -> String {
    guard points > 0 else { return "" }
    var time = 0
    let isMilliseconds = chance(20)
    var whens = "<when xml:id=\"T0\"/>"
    for i in 1..<max(1, points) {
      time += number(0...5000)
      // Some points have no time, some a clock time too.
      let length = isMilliseconds ? "\(time)" : Self.seconds(time)
      let clock = maybe(15, " absolute=\"10:00:\(Self.seconds(10_000 + time))\"")
      let known = chance(85)
      whens += "<when xml:id=\"T\(i)\""
      whens += known ? " interval=\"\(length)\" since=\"#T0\"\(clock)/>" : "/>"
    }
    return "<timeline unit=\"\(isMilliseconds ? "ms" : "s")\" origin=\"#T0\">\(whens)</timeline>"
  }

  private static func seconds(_ milliseconds: Int) -> String {
    "\(milliseconds / 1000).\(String(milliseconds % 1000 + 1000).dropFirst())"
  }

  // MARK: Talk

  private mutating func sections() -> String {
    times(1...3) { $0.section(0) }
  }

  private mutating func section(_ depth: Int) -> String {
    let type = pick(["agendaItem", "topic", "part"])
    let head = times(0...2) { $0.pick(["<head>Økonomi &amp; arbeid</head>", "<head>B</head>"]) }
    var content = times(0...2) { $0.between() }
    if chance(25), depth < 3 {
      content += times(1...3) { $0.section(depth + 1) }
    } else if chance(90) {
      content += block(1...4)
    }
    sectionCount += 1
    let id = maybe(30, " xml:id=\"d\(sectionCount)\"")
    return
      "<div type=\"\(type)\"\(id)\(maybe(50, " n=\"a b\""))\(maybe(20, " ana=\"#c.one\""))>\(head)\(content)</div>\n"
  }

  private mutating func block(_ count: ClosedRange<Int>) -> String {
    times(0...1) { $0.between() }
      + times(count) { $0.utterance() + $0.times(0...1) { $0.between() } }
  }

  private mutating func between() -> String {
    pick(["\n  ", ""]) + (chance(20) ? note() : event(between: true))
  }

  private mutating func note() -> String {
    "<note\(maybe(20, " resp=\"#p1\""))\(maybe(50, " type=\"comment\""))>Hører &lt;lite&gt;</note>"
  }

  private mutating func event(between: Bool) -> String {
    let when = points > 0 && chance(30) ? " start=\"\(point())\"" : ""
    let who = maybe(30, " who=\"\(person())\(maybe(10, " \(person())"))\"")
    let length = maybe(20, " dur=\"PT0.5S\"")
    let tag = pick(Self.tags)
    let descriptions = times(0...2) {
      $0.pick(["<desc>laughs</desc>", "<desc>dør &amp; vind</desc>"])
    }
    switch number(0...(between ? 4 : 7)) {
    case 0: return "<pause\(tag)\(maybe(40, " type=\"long\""))\(length)\(who)\(when)/>"
    case 1:
      return
        "<vocal\(tag)\(who)\(when)\(maybe(30, " type=\"contribution\""))>\(descriptions)</vocal>"
    case 2: return "<kinesic\(tag)\(who)\(length)>\(descriptions)</kinesic>"
    case 3:
      return
        "<incident\(tag)\(maybe(30, " type=\"x\" subtype=\"y\""))\(when)>\(descriptions)</incident>"
    case 4: return "<gap\(tag)\(maybe(70, " reason=\"inaudible\""))\(length)>\(descriptions)</gap>"
    case 5: return "<shift\(tag)\(who) feature=\"tempo\" new=\"rall\"/>"
    case 6: return points > 0 ? "<anchor synch=\"\(point())\"/>" : "<anchor type=\"x\"/>"
    default: return note()
    }
  }

  private mutating func utterance() -> String {
    utterances += 1
    let id = "u\(utterances)"
    spoken.append(id)
    var attributes = " xml:id=\"\(id)\" who=\"\(person())\(maybe(10, " \(person())"))\""
    attributes +=
      maybe(20, " toWhom=\"\(person())\"") + maybe(10, " xml:lang=\"nb\"") + maybe(10, " n=\"é\"")
    attributes +=
      maybe(15, " ana=\"#c.one\"") + maybe(10, " dur=\"PT2S\"") + maybe(10, " prev=\"#u1\"")
    if points > 0 {
      attributes += maybe(70, " start=\"\(point())\"") + maybe(70, " end=\"\(point())\"")
    }
    attributes += maybe(30, " trans=\"\(pick(["smooth", "latching", "overlap", "pause"]))\"")
    return "\n  <u\(attributes)>\(speech(0))</u>"
  }

  private mutating func speech(_ depth: Int) -> String {
    times(0...7) { document in
      let part: String
      switch document.number(0...9) {
      case 0...5: part = document.pick(Self.words)
      case 6 where depth < 4, 7 where depth < 4: part = document.stretch(depth)
      default: part = document.event(between: false)
      }
      return document.space() + part + document.space()
    }
  }

  private mutating func stretch(_ depth: Int) -> String {
    let inner = speech(depth + 1)
    let tag = pick(Self.tags)
    switch number(0...2) {
    case 0: return "<del\(tag)\(maybe(60, " type=\"repair\""))>\(inner)</del>"
    case 1: return "<unclear\(tag)\(maybe(60, " reason=\"noise\""))>\(inner)</unclear>"
    default: return "<seg\(tag)\(maybe(60, " type=\"anon\" subtype=\"name\""))>\(inner)</seg>"
    }
  }

  // MARK: Annotations

  private mutating func standOff() -> String {
    guard chance(60), !spoken.isEmpty else { return "" }
    let topics = times(1...3) { $0.span() }
    var annotations = 0
    let others = times(0...2) {
      annotations += 1
      return $0.pick([
        "<spanGrp type=\"closures\"><span target=\"#u1\" ana=\"#c.one\" resp=\"#auto\">x <!-- c -->y</span></spanGrp>",
        "<listAnnotation type=\"codings\"><annotation xml:id=\"a\(annotations)\" motivation=\"classifying\" target=\"#u1\" ana=\"#c.one\"><note type=\"memo\">m</note></annotation></listAnnotation>",
        "<note type=\"memo\" target=\"#u1\">Husk &amp; se</note>",
      ])
    }
    return "<standOff><spanGrp type=\"topics\">\(topics)</spanGrp>\(others)</standOff>"
  }

  private mutating func span() -> String {
    let label = pick(["", "work", "«Økonomi» &amp; tid"])
    let attributes =
      pick(Self.tags) + maybe(30, " type=\"main\" subtype=\"x\"") + maybe(20, " resp=\"#auto\"")
    let first = number(0...spoken.count - 1)
    if chance(50) {
      let last = number(first...spoken.count - 1)
      return
        "<span\(attributes) from=\"#\(spoken[first])\"\(maybe(80, " to=\"#\(spoken[last])\""))>\(label)</span>"
    }
    let targets = times(1...3) {
      let id = $0.pick($0.spoken)
      return $0.pick([" #\(id)", " #string-range(\(id),0,0)"])
    }
    return "<span\(attributes) target=\"\(targets)\">\(label)</span>"
  }
}
