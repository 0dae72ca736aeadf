import Foundation
import Samtale
import Testing

@Suite("What is written can be read, and is the same")
struct RoundTripTests {
  /// Keeps a document for validation against the schemas, where the environment asks for it.
  private static func keep(_ bytes: [UInt8], as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SAMTALE_TEST_OUTPUT"] else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name + ".xml"))
  }

  /// Reads and writes twice: the transcripts must be equal, the bytes too.
  private func roundTrip(_ transcript: Transcript, as name: String, equal: Bool = true) throws {
    let first = TEI.write(transcript)
    try Self.keep(first.bytes, as: name)
    #expect(try breaksOfGrammar(first.text) == [], "\(name)")
    let again = TEI.read(bytes: first.bytes, named: transcript.file)
    #expect(again.accounting.isComplete, "\(name)")
    let second = try #require(again.transcripts.first, "\(name)")
    if equal {
      #expect(first.diagnostics == [], "\(name)")
      try expectEqual(second, transcript, name)
    }
    #expect(firstDifference(TEI.write(second).text, first.text) == nil, "\(name)")
  }

  /// What the grammar of the profile says against a document.
  private func breaksOfGrammar(_ text: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "written.xml")
    let result = ProfileCheck(profile: .samtale).run(CorpusInput(paths: [file]))
    return result.diagnostics.filter { $0.code == .profile }.map {
      "\($0.line ?? 0): \($0.what)"
    }
  }

  /// Compares part by part, so that a failure says where.
  private func expectEqual(_ a: Transcript, _ b: Transcript, _ name: String) throws {
    let parts: [(String, Bool)] = [
      ("header", a.header == b.header), ("participants", a.participants == b.participants),
      ("teams", a.teams == b.teams), ("taxonomies", a.taxonomies == b.taxonomies),
      ("timeline", a.timeline == b.timeline), ("sections", a.sections == b.sections),
      ("marks", a.marks == b.marks), ("topics", a.topics == b.topics),
      ("layers", a.layers == b.layers),
      ("text", a.utterances.map(\.text) == b.utterances.map(\.text)),
      ("all", a == b),
    ]
    #expect(parts.filter { !$0.1 }.map(\.0) == [], "\(name)")
    if let pair = zip(a.marks, b.marks).first(where: { $0 != $1 }) {
      Issue.record("\(name): mark \(pair.0) instead of \(pair.1)")
    }
  }

  private func firstDifference(_ a: String, _ b: String) -> String? {
    let first = a.split(separator: "\n", omittingEmptySubsequences: false)
    let second = b.split(separator: "\n", omittingEmptySubsequences: false)
    for (i, pair) in zip(first, second).enumerated() where pair.0 != pair.1 {
      return "line \(i + 1): \(pair.0) ≠ \(pair.1)"
    }
    return first.count == second.count ? nil : "\(first.count) ≠ \(second.count) lines"
  }

  @Test("The sample")
  func sample() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    try roundTrip(transcript, as: "sample")
    let written = TEI.write(transcript)
    #expect(TEI.read(bytes: written.bytes, options: ReadingOptions(lint: true)).diagnostics == [])
  }

  @Test("All invented meetings")
  func corpus() throws {
    let corpus = Corpus.read([ReferenceData.package + "/Corpora/ips-meetings"])
    #expect(corpus.transcripts.count == 16)
    for transcript in corpus.transcripts { try roundTrip(transcript, as: "ips-" + transcript.id) }
  }

  @Test("Random documents", arguments: 0..<300)
  func random(_ seed: Int) throws {
    var generator = RandomDocument(seed: UInt64(seed))
    let text = generator.text()
    try Self.keep(Array(text.utf8), as: "random-\(seed)-source")
    let reading = TEI.read(text, named: "r.xml", lint: false)
    #expect(reading.accounting.isComplete)
    let allowed: Set<DiagnosticCode> = [.endBeforeStart, .transContradictsTimes]
    #expect(
      reading.diagnostics.filter { $0.severity == .error && !allowed.contains($0.code) } == []
    )
    try roundTrip(try #require(reading.transcripts.first), as: "random-\(seed)")
  }

  @Test("Talk alone: what is kept of it is the same after writing")
  func talkAlone() throws {
    let options = ReadingOptions(content: .talk)
    let reading = TEI.read(bytes: Array(TEISamples.meeting.utf8), options: options)
    let whole = try TEI.transcript(TEISamples.meeting)
    let talk = try #require(reading.transcripts.first)
    #expect(reading.accounting.isComplete)
    #expect(talk.utterances.map(\.text) == whole.utterances.map(\.text))
    #expect(talk.utterances.map(\.start) == whole.utterances.map(\.start))
    #expect(talk.utterances.map(\.isAfterCut) == whole.utterances.map(\.isAfterCut))
    #expect(talk.marks.map(\.kind) == [.deleted, .gap, .gap])
    try roundTrip(talk, as: "talk")
  }

  static let foreign: [String] = [
    "parla-clarin/KPZONOJFSPD-Redna-021-1998-11-25",
    "parlamint-at/ParlaMint-AT_2009-09-01-024-XXIV-NRSITZ-00033",
    "parlamint-at/ParlaMint-AT_2014-11-19-025-XXV-NRSITZ-00050",
    "parlamint-at/ParlaMint-AT_2015-05-20-025-XXV-NRSITZ-00074",
    "parlamint-no/ParlaMint-NO_2004-06-08-lower.abridged",
    "parlamint-tr/ParlaMint-TR_T27-tbmm-2018-07-07",
    "parlamint-tr/ParlaMint-TR_T27-tbmm-2020-05-27",
    "parlamint-tr/ParlaMint-TR_T27-tbmm-2020-05-27.ana",
  ]

  @Test(
    "Parliaments: every character accounted for, the same bytes the second time",
    .enabled(if: ReferenceData.runs("data/tei"), "data/tei is not here"),
    arguments: foreign
  )
  func parliaments(_ name: String) throws {
    let reading = try TEI.read(ReferenceData.folder("data/tei/\(name).xml"))
    #expect(reading.accounting.isComplete)
    #expect(!reading.hasErrors)
    let transcript = try #require(reading.transcripts.first)
    #expect(!transcript.utterances.isEmpty)
    try roundTrip(
      transcript,
      as: "foreign-" + name.replacingOccurrences(of: "/", with: "-"),
      equal: false
    )
  }

  /// Small pieces of others' TEI that have no place in the profile as they stand.
  static let pieces: [(name: String, text: String)] = [
    ("untimed", TEISamples.declared("<u who='#a'>a</u><u>b</u><u who='a b'>c</u>")),
    ("loose", TEISamples.declared("<u who='#a'>a</u><div><u who='#a'>b</u></div><note>n</note>")),
    ("nested", TEISamples.declared("<u who='#a'>a <u who='#b'>mm</u> <emph>b</emph></u>")),
    ("staged", TEISamples.declared("<sp who='#b'><speaker>H</speaker><p>a</p><p>b</p></sp>")),
    ("numbers", TEISamples.declared("<u who='#4711' start='1.5' end='00:02'>a</u>")),
    (
      "clocks",
      TEISamples.declared(
        "<u who='#a' start='#T0' end='#T1'>a</u>",
        text:
          "<timeline origin='#T0'><when xml:id='T0' absolute='10:00:00'/><when xml:id='T1' absolute='10:00:05'/></timeline>"
      )
    ),
    (
      "shifted",
      TEISamples.declared(
        "<u who='#a' start='#T0' end='#T1'>a</u>",
        text:
          "<timeline origin='#T1'><when xml:id='T0' interval='-2' since='#T1'/><when xml:id='T1'/></timeline>"
      )
    ),
    ("plain events", TEISamples.declared("<u who='#a'>a <vocal>Gelächter &amp; mer</vocal></u>")),
    (
      "shared people",
      """
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson><person xml:id="a"><affiliation ref="#t"/></person></listPerson>
      <listOrg><org xml:id="t"><orgName>T</orgName></org></listOrg></particDesc></profileDesc></teiHeader>
      <TEI xml:id="m"><teiHeader/><text><body><u who="#a">a</u></body></text></TEI></teiCorpus>
      """
    ),
    (
      "contents",
      TEISamples.declared(
        "<u who='#a'>a<vocal who='#b'/><gap extent='3' unit='words'/><shift new='loud'/></u><anchor synch='#x'/>"
      )
    ),
  ]

  @Test("Others' habits end in the profile", arguments: pieces)
  func habits(_ piece: (name: String, text: String)) throws {
    let transcript = try TEI.transcript(piece.text)
    try roundTrip(transcript, as: "piece-" + piece.name.replacingOccurrences(of: " ", with: "-"))
  }

  @Test("Values that the profile does not allow are left out or mended, not written")
  func values() throws {
    let people = """
      <person xml:id="a" role="a,b  c" ana="x"><gender value="not known"/><age atLeast="abc"/><sex/>
      <state type="a b"><label>x</label></state><occupation from="sometime">y</occupation></person>
      """
    let body = """
      <div type="a b"><u who="#a" xml:lang="english language" dur="3s">x<pause type="very long" dur="3"/>
      <gap reason="not heard, noise"/><unclear reason="a b">y</unclear></u></div>
      """
    let transcript = try TEI.transcript(TEISamples.foreign(body, people: people))
    try roundTrip(transcript, as: "piece-values", equal: false)
  }

  @Test("Two identifiers that XML forbids stay two")
  func collidingIdentifiers() throws {
    let text = TEISamples.foreign("<u xml:id='1/2' who='x/y'>a</u><u xml:id='1 2' who='x_y'>b</u>")
    let written = TEI.read(bytes: TEI.write(try TEI.transcript(text)).bytes)
    let transcript = try #require(written.transcripts.first)
    #expect(Set(transcript.utterances.map(\.id)).count == 2)
    #expect(transcript.utterances.map(\.speakers) == [[0], [1]])
    #expect(Set(transcript.participants.map(\.id)).count == 2)
  }

  @Test("The order of attributes says nothing")
  func attributeOrder() throws {
    let one = "<u xml:id='u' who='#a'>a<pause type='long' cert='low' n='1'/></u>"
    let other = "<u who='#a' xml:id='u'>a<pause n='1' cert='low' type='long'/></u>"
    let transcript = try TEI.transcript(TEISamples.profile(one))
    #expect(transcript == (try TEI.transcript(TEISamples.profile(other))))
    try roundTrip(transcript, as: "attribute-order")
  }

  @Test("Characters that XML forbids are replaced, and said to be")
  func forbidden() {
    let transcript = Transcript(
      id: "x",
      header: Header(title: "bell \u{7} and \u{FFFE}"),
      participants: [Participant(id: "a", label: "tab\there \"and\" <")]
    )
    let writing = TEI.write(transcript)
    #expect(writing.text.contains("<title>bell \u{FFFD} and \u{FFFD}</title>"))
    #expect(writing.text.contains("n=\"tab&#9;here &quot;and&quot; &lt;\""))
    #expect(writing.diagnostics.map(\.code) == [.notCarried, .notCarried])
    #expect(writing.diagnostics[0].what.hasPrefix("2 control characters"))
  }
}
