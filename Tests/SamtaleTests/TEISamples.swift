import Foundation
import Samtale
import Testing

/// Documents that the tests of reading and writing share. All talk is invented.
enum TEISamples {
  /// A document in the profile that has everything the profile knows.
  static let meeting = """
    <?xml version="1.0" encoding="UTF-8"?>
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="fjord-m2" xml:lang="en" n="2">
     <teiHeader>
      <fileDesc>
       <titleStmt><title>Team Fjord, second meeting (invented)</title>
        <respStmt xml:id="KB"><resp>transcription</resp><name>KB</name></respStmt></titleStmt>
       <extent><measure unit="words" quantity="40">40 words</measure></extent>
       <publicationStmt><publisher>Nobody</publisher><idno type="local">7</idno>
        <availability status="free"><licence target="https://example.org/cc0">CC0</licence></availability>
        <date when="2024-05-01">May 2024</date></publicationStmt>
       <notesStmt><note>Made for tests.</note></notesStmt>
       <sourceDesc><recordingStmt><recording type="audio" dur="PT30S"><media mimeType="audio/wav" url="fjord-m2.wav"/><date when="2024-04-30">30 April</date><equipment><p>one microphone</p></equipment></recording></recordingStmt></sourceDesc>
      </fileDesc>
      <encodingDesc>
       <projectDesc><p>Tests of reading and writing.</p></projectDesc>
       <appInfo><application ident="samtale" version="0.1"><desc>none</desc></application></appInfo>
       <transcriptionDesc ident="samtale" version="1.0"><desc>verbatim</desc></transcriptionDesc>
       <classDecl>
        <taxonomy xml:id="roles"><desc>who is who</desc>
         <category xml:id="SW"><catDesc>social worker</catDesc><catDesc xml:lang="nb">veileder</catDesc></category>
         <category xml:id="T"><catDesc>therapist</catDesc></category>
         <category xml:id="WA"><catDesc>work applicant</catDesc></category>
         <category xml:id="ES"><catDesc>employment specialist</catDesc></category>
        </taxonomy>
        <taxonomy xml:id="codebook">
         <category xml:id="th.outdoors" n="theme"><catDesc>Outdoors</catDesc>
          <category xml:id="c.garden" n="code"><catDesc>Garden</catDesc></category></category>
         <category xml:id="c.yes" n="code"><catDesc>Agreement</catDesc></category>
        </taxonomy>
       </classDecl>
      </encodingDesc>
      <profileDesc>
       <langUsage><language ident="en" usage="95">English</language><language ident="nb">Bokmål</language></langUsage>
       <settingDesc><setting><date when="2024-04-30">30 April 2024</date><time when="10:00:00">ten</time><locale>boathouse</locale><activity>collaboration meeting</activity></setting></settingDesc>
       <particDesc><listPerson>
        <person xml:id="p.siri" n="SW2" role="SW"><persName>Siri</persName><gender value="f"/><age atLeast="41" atMost="60"/><education>social work</education><state type="yearsInJob"><label>3-9</label></state><affiliation ref="#fjord" from="2024-01-01"/></person>
        <person xml:id="p.olav" n="T2" role="T"><gender value="m">mann</gender><occupation from="2020">psychologist</occupation><nationality>Norwegian</nationality><affiliation ref="#fjord"/></person>
        <person xml:id="p.amal" n="WA2" role="WA"><age value="33"/><trait type="diagnosis"><label>anxiety</label></trait><affiliation ref="#fjord" to="2024-12-31"/><note type="remark">shy</note></person>
        <person xml:id="p.eva" n="ES2" role="ES"><affiliation ref="#fjord"/><affiliation ref="#skog"/></person>
        <personGrp xml:id="g.all" n="ALL" size="several"/>
        </listPerson>
        <listOrg><org xml:id="fjord" n="2" type="team"><orgName>Team Fjord</orgName></org><org xml:id="skog" n="3" type="team"><orgName>Team Skog</orgName></org></listOrg>
       </particDesc>
       <textClass><keywords><term>garden</term></keywords></textClass>
      </profileDesc>
      <revisionDesc><change when="2024-05-02" who="#KB" status="phase1">heard twice</change></revisionDesc>
     </teiHeader>
     <standOff>
      <spanGrp type="topics">
       <span xml:id="t1" from="#u1" to="#u3" ana="#p.eva">garden</span>
       <span xml:id="t2" target="#u5 #string-range(u6,0,3)" resp="#KB" cert="low">hours</span>
      </spanGrp>
      <spanGrp type="closures"><span target="#u3" ana="#c.yes" resp="#auto">closed</span></spanGrp>
      <listAnnotation type="codings">
       <annotation xml:id="a1" motivation="classifying" target="#u2" ana="#c.garden" resp="#KB"><note type="memo">first mention</note></annotation>
       <annotation xml:id="a2" motivation="classifying" target="#string-range(u1,0,8)" ana="#th.outdoors" resp="#KB"/>
      </listAnnotation>
      <note type="memo" target="#t1" resp="#KB">compare with Team Skog</note>
     </standOff>
     <text>
      <timeline unit="s" origin="#T0">
       <when xml:id="T0"/>
       <when xml:id="T1" interval="2.5" since="#T0"/>
       <when xml:id="T2" interval="4.25" since="#T0"/>
       <when xml:id="T3" interval="4.75" since="#T0"/>
       <when xml:id="T4" interval="6" since="#T0"/>
       <when xml:id="T5" interval="8.5" since="#T0" absolute="2024-04-30T10:00:08.5"/>
       <when xml:id="T6" interval="12" since="#T0"/>
      </timeline>
      <body>
       <div type="agendaItem" n="1" xml:id="d1"><head>The garden</head>
        <pause type="long"/>
        <u xml:id="u1" who="#p.eva" start="#T0" end="#T1">Shall we <pause dur="PT0.6S"/>begin with the garden?</u>
        <u xml:id="u2" who="#p.amal" start="#T1" end="#T3">I dug <del type="repair">ti</del> till <unclear reason="noise">noon</unclear>, <anchor synch="#T2"/>then <seg type="anon">Per</seg> came.</u>
        <u xml:id="u3" who="#p.siri" start="#T2" end="#T4" trans="overlap" toWhom="#p.amal">Åh, så fint!</u>
        <vocal who="#p.olav" start="#T4" end="#T5"><desc>laughs</desc></vocal>
       </div>
       <div type="agendaItem" n="2"><head>Work</head>
        <div type="part"><head>Hours</head>
         <u xml:id="u4" who="#p.olav" start="#T5" end="#T6" trans="pause">How many <shift feature="loud" new="f"/>hours<shift feature="loud" new="normal"/> <gap reason="inaudible"/> ?</u>
         <incident><desc>door</desc></incident>
         <u xml:id="u5" who="#p.amal #p.eva">Twenty, <kinesic who="#p.amal"><desc>nods</desc></kinesic> I &amp; she think.</u>
         <gap reason="sampling"><desc>lunch</desc></gap>
        </div>
        <div type="part">
         <u xml:id="u6" who="#g.all" prev="#u5" n="6" ana="#c.yes" dur="PT1S">Yes 👍<note type="comment">all at once</note>. <vocal type="contribution" who="#p.siri"><desc>mm</desc></vocal></u>
         <note type="transcriber">end of tape</note>
        </div>
       </div>
      </body>
     </text>
    </TEI>
    """

  /// The meeting with one piece of its source exchanged, which must occur exactly once.
  static func meeting(_ old: String, becomes new: String) throws -> MarkedText {
    try #require(meeting.components(separatedBy: old).count == 2, "not exactly once: \(old)")
    return MarkedText(meeting.replacingOccurrences(of: old, with: new))
  }

  /// Somebody else's TEI: no profile, the header as small as can be.
  static func foreign(_ body: String, people: String = "", text: String = "") -> String {
    """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">
    <teiHeader><profileDesc><particDesc>\(people)</particDesc></profileDesc></teiHeader>
    <text>\(text)<body>
    \(body)
    </body></text>
    </TEI>
    """
  }

  /// The same with two people declared, `a` and `b`.
  static func declared(_ body: String, text: String = "") -> String {
    foreign(body, people: "<person xml:id='a' n='AA'/><person xml:id='b' n='4711'/>", text: text)
  }

  /// A small document in the profile with speakers `#a` and `#b`.
  static func profile(_ body: String, timeline: String = "", standOff: String = "") -> String {
    """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">
    <teiHeader><fileDesc><titleStmt><title>t</title></titleStmt>
    <publicationStmt><publisher>p</publisher></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>
    <encodingDesc><transcriptionDesc ident="samtale"/></encodingDesc>
    <profileDesc><particDesc><listPerson><person xml:id="a"/><person xml:id="b"/></listPerson></particDesc></profileDesc>
    </teiHeader>
    \(standOff)
    <text>\(timeline)<body>\(body)</body></text>
    </TEI>
    """
  }
}

/// A text in which `1️⃣` marked a place: the text without it, and where it was.
struct MarkedText {
  let text: String
  let line: Int
  let column: Int

  init(_ marked: String) {
    let parts = marked.components(separatedBy: "1️⃣")
    text = parts.joined()
    let before = (parts.first ?? "").unicodeScalars
    line = before.count { $0 == "\n" } + 1
    column = before.reversed().prefix { $0 != "\n" }.count + 1
  }

  var place: String { "\(line):\(column)" }
}

extension TEI {
  /// Reads a document given as a string.
  static func read(_ text: String, named name: String = "t.xml", lint: Bool) -> FileReading {
    read(bytes: Array(text.utf8), named: name, options: ReadingOptions(lint: lint))
  }

  /// The first transcript of a document given as a string; its characters must all be accounted for.
  static func transcript(_ text: String) throws -> Transcript {
    let reading = read(text, lint: false)
    #expect(reading.accounting.isComplete)
    return try #require(reading.transcripts.first)
  }
}

extension FileReading {
  /// What was found beyond notes: `code line:column`.
  var findings: [String] {
    diagnostics.filter { $0.severity > .note }.map {
      "\($0.code.rawValue) \($0.line ?? 0):\($0.column ?? 0)"
    }
  }

  var codes: [DiagnosticCode] { diagnostics.filter { $0.severity > .note }.map(\.code) }
}

/// A folder that is removed when the test is done with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "samtale-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// Data that lies beside the package and may be absent.
enum ReferenceData {
  private static let environment = ProcessInfo.processInfo.environment

  /// The folder of the package.
  static let package: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The folder with `data/` and `tei-profile/`.
  static let shared: String =
    environment["SAMTALE_REFERENCE_DATA"].map { $0 + "/.." } ?? package + "/../shared"

  private static let parent =
    URL(fileURLWithPath: shared).standardizedFileURL.deletingLastPathComponent().path

  static func folder(_ name: String) -> String { shared + "/" + name }

  /// Whether a test that needs a folder runs: it is there, or its absence is to be a failure.
  static func runs(_ name: String) -> Bool {
    let files = FileManager.default
    if files.fileExists(atPath: folder(name)) { return true }
    return environment["SAMTALE_REQUIRE_REFERENCE_DATA"] != nil
      && files.fileExists(atPath: parent)
  }
}
