import Samtale
import Testing

@Suite("The rules of the profile, broken one at a time")
struct ProfileDiagnosticsTests {
  /// A change of the sample and what must be said about it; `1️⃣` stands where it must be said.
  struct Break: CustomTestStringConvertible, Sendable {
    var code: DiagnosticCode
    var old: String
    var new: String

    init(_ code: DiagnosticCode, _ old: String, _ new: String) {
      self.code = code
      self.old = old
      self.new = new
    }

    var testDescription: String { "\(code.rawValue): \(new)" }
  }

  /// In the order of the seventeen bad documents of the profile.
  static let rules: [Break] = [
    Break(.missingSpeaker, ##"<u xml:id="u2" who="#p.amal""##, ##"1️⃣<u xml:id="u2""##),
    Break(
      .pointerWithoutHash,
      ##"<u xml:id="u2" who="#p.amal""##,
      ##"1️⃣<u xml:id="u2" who="p.amal""##
    ),
    Break(
      .nestedUtterance,
      "</seg> came.</u>",
      ##"</seg> 1️⃣<u xml:id="ux" who="#p.siri">mm</u> came.</u>"##
    ),
    Break(.duplicateID, ##"<u xml:id="u4""##, ##"1️⃣<u xml:id="u3""##),
    Break(
      .danglingPointer,
      ##"<u xml:id="u3" who="#p.siri" start="#T2" end="#T4""##,
      ##"1️⃣<u xml:id="u3" who="#p.siri" start="#T2" end="#T99""##
    ),
    Break(
      .undeclaredSpeaker,
      ##"<u xml:id="u4" who="#p.olav""##,
      ##"1️⃣<u xml:id="u4" who="#p.nn""##
    ),
    Break(
      .undeclaredRole,
      ##"<person xml:id="p.amal" n="WA2" role="WA">"##,
      ##"1️⃣<person xml:id="p.amal" n="WA2" role="XX">"##
    ),
    Break(
      .endBeforeStart,
      ##"<u xml:id="u4" who="#p.olav" start="#T5" end="#T6""##,
      ##"1️⃣<u xml:id="u4" who="#p.olav" start="#T6" end="#T5""##
    ),
    Break(
      .badTransition,
      ##"<u xml:id="u4" who="#p.olav" start="#T5" end="#T6" trans="pause">"##,
      ##"1️⃣<u xml:id="u4" who="#p.olav" start="#T5" end="#T6" trans="stops">"##
    ),
    Break(
      .spanReversed,
      ##"<span xml:id="t1" from="#u1" to="#u3""##,
      ##"1️⃣<span xml:id="t1" from="#u3" to="#u1""##
    ),
    // The text of u1 has 31 characters: 24 + 8 is one too many.
    Break(
      .rangeBeyondText,
      ##"<annotation xml:id="a2" motivation="classifying" target="#string-range(u1,0,8)""##,
      ##"1️⃣<annotation xml:id="a2" motivation="classifying" target="#string-range(u1,24,8)""##
    ),
    Break(
      .sinceCycle,
      ##"<when xml:id="T2" interval="4.25" since="#T0"/>"##,
      ##"1️⃣<when xml:id="T2" interval="4.25" since="#T2"/>"##
    ),
    Break(
      .undeclaredCode,
      ##"<annotation xml:id="a1" motivation="classifying" target="#u2" ana="#c.garden""##,
      ##"1️⃣<annotation xml:id="a1" motivation="classifying" target="#u2" ana="#c.nope""##
    ),
    Break(.tokens, "Åh, så fint!", "1️⃣<w>Åh</w><pc>,</pc> så fint!"),
    Break(
      .noNamespace,
      ##"<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id"##,
      "1️⃣<TEI xml:id"
    ),
    Break(
      .timesOutOfOrder,
      ##"<when xml:id="T2" interval="4.25""##,
      ##"1️⃣<when xml:id="T2" interval="2.25""##
    ),
    Break(
      .transContradictsTimes,
      ##"<u xml:id="u3" who="#p.siri" start="#T2" end="#T4" trans="overlap""##,
      ##"1️⃣<u xml:id="u3" who="#p.siri" start="#T2" end="#T4" trans="pause""##
    ),
  ]

  /// Further rules that neither grammar nor the seventeen documents show.
  static let more: [Break] = [
    Break(
      .danglingPointer,
      ##"<span xml:id="t1" from="#u1""##,
      ##"1️⃣<span xml:id="t1" from="#u9""##
    ),
    Break(
      .danglingPointer,
      ##"<span xml:id="t2" target="#u5 #string"##,
      ##"1️⃣<span xml:id="t2" target="#u9 #string"##
    ),
    Break(
      .badPointer,
      ##"<span xml:id="t2" target="#u5 #string-range(u6,0,3)""##,
      ##"1️⃣<span xml:id="t2" target="#u5 #string-range(u6,0)""##
    ),
    Break(
      .danglingPointer,
      ##"<note type="memo" target="#t1" resp="#KB">"##,
      ##"1️⃣<note type="memo" target="#t1" resp="#XY">"##
    ),
    Break(
      .undeclaredTeam,
      ##"<affiliation ref="#skog"/>"##,
      ##"1️⃣<affiliation ref="#strand"/>"##
    ),
    Break(
      .danglingPointer,
      ##"<anchor synch="#T2"/>"##,
      ##"1️⃣<anchor synch="#T88"/>"##
    ),
  ]

  /// Pointers and times away from the speakers and the start of utterances.
  static let elsewhere: [Break] = [
    Break(
      .undeclaredCode,
      ##"<span xml:id="t1" from="#u1" to="#u3" ana="#p.eva""##,
      ##"1️⃣<span xml:id="t1" from="#u1" to="#u3" ana="#p.nobody""##
    ),
    Break(
      .danglingPointer,
      ##"<span xml:id="t2" target="#u5 #string-range(u6,0,3)" resp="#KB""##,
      ##"1️⃣<span xml:id="t2" target="#u5 #string-range(u6,0,3)" resp="#ZZ""##
    ),
    Break(
      .undeclaredCode,
      ##"<u xml:id="u6" who="#g.all" prev="#u5" n="6" ana="#c.yes""##,
      ##"1️⃣<u xml:id="u6" who="#g.all" prev="#u5" n="6" ana="#c.nope""##
    ),
    Break(
      .danglingPointer,
      ##"<u xml:id="u6" who="#g.all" prev="#u5""##,
      ##"1️⃣<u xml:id="u6" who="#g.all" prev="#u99""##
    ),
    Break(
      .undeclaredSpeaker,
      ##"<u xml:id="u3" who="#p.siri" start="#T2" end="#T4" trans="overlap" toWhom="#p.amal""##,
      ##"1️⃣<u xml:id="u3" who="#p.siri" start="#T2" end="#T4" trans="overlap" toWhom="#p.nn""##
    ),
    Break(
      .undeclaredSpeaker,
      ##"<vocal who="#p.olav" start"##,
      ##"1️⃣<vocal who="#p.nn" start"##
    ),
    Break(
      .endBeforeStart,
      ##"<vocal who="#p.olav" start="#T4" end="#T5""##,
      ##"1️⃣<vocal who="#p.olav" start="#T5" end="#T4""##
    ),
  ]

  @Test("The sample as it is gives nothing")
  func clean() {
    let reading = TEI.read(TEISamples.meeting, lint: true)
    #expect(reading.diagnostics == [])
    #expect(reading.accounting.isComplete)
    #expect(reading.transcripts.count == 1)
  }

  @Test(
    "A rule broken gives its code at the place, and nothing else",
    arguments: rules + more + elsewhere
  )
  func broken(_ rule: Break) throws {
    let sample = try TEISamples.meeting(rule.old, becomes: rule.new)
    let reading = TEI.read(sample.text, lint: true)
    #expect(reading.findings == ["\(rule.code.rawValue) \(sample.place)"])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error && $0.file == "t.xml" })
    #expect(reading.accounting.isComplete)
  }

  @Test("A recording stated to be shorter than its time stamps")
  func duration() throws {
    let sample = try TEISamples.meeting(##"dur="PT30S""##, becomes: ##"dur="PT10S""##)
    #expect(TEI.read(sample.text, lint: true).codes == [.durationDisagrees])
  }

  @Test("Each place of a rule broken twice is named")
  func twice() throws {
    let once = try TEISamples.meeting(##"trans="overlap""##, becomes: ##"trans="over""##).text
    let both = once.replacingOccurrences(of: ##"trans="pause""##, with: ##"trans="stop""##)
    #expect(TEI.read(both, lint: true).codes == [.badTransition, .badTransition])
  }

  @Test("The grammar has nothing to say about the sample")
  func grammar() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(TEISamples.meeting, to: "sample.xml")
    let result = ProfileCheck().run(CorpusInput(paths: [file]))
    #expect(result.diagnostics == [])
    #expect(result.exitStatus == 0)
    #expect(result.utterances == 6)
    #expect(result.transcripts == 1)
  }

  @Test("What only the grammar sees")
  func grammarAlone() throws {
    let folder = try TemporaryFolder()
    let sample = try TEISamples.meeting(
      ##"<pause type="long"/>"##,
      becomes: ##"1️⃣<pause length="2"/>"##
    )
    let file = try folder.write(sample.text, to: "sample.xml")
    let result = ProfileCheck().run(CorpusInput(paths: [file]))
    #expect(result.diagnostics.map(\.code) == [.profile])
    #expect(result.diagnostics.first?.line == sample.line)
    #expect(result.exitStatus == 1)
  }

  /// Codes and lines, worked out from the differences to the good example. In n04 the renamed u2
  /// also leaves the coding on line 42 without its target.
  static let documents: [(file: String, findings: [String])] = [
    ("n01_u_without_who", ["missing-who 52"]),
    ("n02_who_without_hash", ["pointer-without-hash 52"]),
    ("n03_nested_u", ["nested-utterance 52"]),
    ("n04_duplicate_id", ["dangling-pointer 42", "duplicate-id 52"]),
    ("n05_dangling_when", ["dangling-pointer 52"]),
    ("n06_undeclared_speaker", ["undeclared-speaker 52"]),
    ("n07_undeclared_role", ["undeclared-role 26"]),
    ("n08_end_before_start", ["end-before-start 52"]),
    ("n09_bad_trans", ["bad-trans 53"]),
    ("n10_span_to_before_from", ["span-reversed 38"]),
    ("n11_string_range_beyond", ["range-beyond-text 43"]),
    ("n12_since_cycle", ["since-cycle 48"]),
    ("n13_unknown_code", ["undeclared-code 42"]),
    ("n14_w_tokens", ["tokens 60"]),
    ("n15_no_namespace", ["no-namespace 2"]),
    ("n16_when_out_of_order", ["times-out-of-order 48"]),
    ("n17_trans_contradicts_times", ["trans-contradicts-times 53"]),
  ]

  @Test(
    "The seventeen bad documents of the profile",
    .enabled(if: ReferenceData.runs("tei-profile/neg"), "tei-profile/neg is not here"),
    arguments: documents
  )
  func reference(_ document: (file: String, findings: [String])) throws {
    let file = ReferenceData.folder("tei-profile/neg/\(document.file).xml")
    let result = ProfileCheck().run(CorpusInput(paths: [file]))
    let found = result.diagnostics.map { "\($0.code.rawValue) \($0.line ?? 0)" }
    #expect(found == document.findings)
    #expect(result.exitStatus == 1)
  }

  @Test(
    "The good example of the profile",
    .enabled(if: ReferenceData.runs("tei-profile/neg"), "tei-profile is not here")
  )
  func example() {
    let file = ReferenceData.folder("tei-profile/example.xml")
    let result = ProfileCheck().run(CorpusInput(paths: [file]))
    #expect(result.diagnostics == [])
    #expect(result.utterances == 7)
  }
}
