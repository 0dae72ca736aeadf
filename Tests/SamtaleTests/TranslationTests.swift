import Samtale
import Testing

/// Translations that stand beside the talk of a file.
@Suite struct TranslationTests {
  /// A document of the profile with three utterances and a layer beside them.
  static func document(_ standOff: String, responsible: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m1" xml:lang="nb">
     <teiHeader>
      <fileDesc>
       <titleStmt>
        <title>Møte</title>\(responsible)
       </titleStmt>
       <publicationStmt><publisher>Samtale</publisher></publicationStmt>
       <sourceDesc><p>invented</p></sourceDesc>
      </fileDesc>
      <encodingDesc>
       <transcriptionDesc ident="samtale" version="1.0"/>
       <classDecl><taxonomy xml:id="roles">
        <category xml:id="WA"><catDesc>work applicant</catDesc></category>
       </taxonomy></classDecl>
      </encodingDesc>
      <profileDesc><particDesc><listPerson>
       <person xml:id="a" role="WA"><affiliation ref="#t"/></person>
      </listPerson><listOrg><org xml:id="t" type="team"><orgName>T</orgName></org></listOrg>
      </particDesc></profileDesc>
     </teiHeader>
     <standOff>\(standOff)</standOff>
     <text><body>
      <u xml:id="u1" who="#a">God morgen. Sett deg.</u>
      <u xml:id="u2" who="#a">Takk.</u>
      <u xml:id="u3" who="#a">Ja.</u>
     </body></text>
    </TEI>
    """
  }

  static let translators = """
    <respStmt xml:id="tr.1"><resp when="2018-02-05">translation</resp><name>Kari Moe</name></respStmt>
    <respStmt xml:id="tr.2"><resp>translation</resp><name>Per Lie</name></respStmt>
    """

  static func read(
    _ standOff: String, responsible: String = translators, lint: Bool = false
  ) throws -> (transcript: Transcript, diagnostics: [Diagnostic]) {
    let reading = TEI.read(
      bytes: Array(document(standOff, responsible: responsible).utf8), named: "m1.xml",
      options: ReadingOptions(lint: lint))
    return (try #require(reading.transcripts.first), reading.diagnostics)
  }

  @Test func readsTextLanguageTranslatorDateAndStatus() throws {
    let (transcript, diagnostics) = try Self.read(
      """
      <spanGrp type="translation" subtype="checked" xml:lang="en" resp="#tr.1">
       <span target="#u2" subtype="draft" resp="#tr.2">Thanks.</span>
       <span target="#u1">Good morning. Sit down.</span>
      </spanGrp>
      <spanGrp type="translation" xml:lang="de"><span target="#u3">Ja.</span></spanGrp>
      """, lint: true)
    #expect(diagnostics == [])
    #expect(transcript.translationLanguages == ["en", "de"])
    #expect(
      transcript.translations(into: "EN") == [
        Translation(
          utterance: 0, language: "en", text: "Good morning. Sit down.", translator: "Kari Moe",
          date: "2018-02-05", status: .checked),
        Translation(
          utterance: 1, language: "en", text: "Thanks.", translator: "Per Lie", status: .draft),
      ])
    #expect(
      transcript.translations(into: "de") == [
        Translation(utterance: 2, language: "de", text: "Ja.")
      ])
    #expect(transcript.translations(into: "fr") == [])
  }

  @Test func takesOtherPeoplesWaysOfPointing() throws {
    let (transcript, _) = try Self.read(
      """
      <spanGrp type="translation">
       <span target="#u2 #u3">Thanks. Yes.</span>
       <span target="#string-range(u1,12,9)" resp="#nobody" subtype="checked">Sit down.</span>
       <span target="#string-range(u1,0,11)" subtype="draft">Good morning.</span>
       <span target="#u1"/>
      </spanGrp>
      """)
    #expect(
      transcript.translations == [
        // The parts in the order of the talk; the whole is as far as its least finished part.
        Translation(
          utterance: 0, language: "und", text: "Good morning. Sit down.", status: .draft),
        Translation(utterance: 1, language: "und", text: "Thanks. Yes.", further: [2]),
      ])
    let (range, _) = try Self.read(
      """
      <spanGrp type="translation" xml:lang="en"><span from="#u1" to="#u3">All of it.</span></spanGrp>
      """)
    #expect(range.translations.map(\.further) == [[1, 2]])
  }

  @Test func nothingIsLostWhenWritten() throws {
    let (transcript, _) = try Self.read(
      """
      <spanGrp xml:id="g1" type="translation" subtype="back-translated" xml:lang="en" resp="#tr.1">
       <span xml:id="s1" target="#u1" subtype="draft" xml:lang="en-GB" cert="low">Good morning.</span>
       <span from="#u2" to="#u3">Thanks. Yes.</span>
      </spanGrp>
      """)
    let writing = TEI.write(transcript)
    #expect(writing.diagnostics == [])
    let again = TEI.read(
      bytes: writing.bytes, named: "m1.xml", options: ReadingOptions(lint: true, profile: .samtale))
    #expect(again.diagnostics == [])
    #expect(again.transcripts == [transcript])
    #expect(again.transcripts.first?.translations == transcript.translations)
    for part in [
      ##"<spanGrp xml:id="g1" xml:lang="en" resp="#tr.1" type="translation" subtype="back-translated">"##,
      ##"<resp when="2018-02-05">translation</resp>"##,
      ##"<span from="#u2" to="#u3">Thanks. Yes.</span>"##,
    ] { #expect(writing.text.contains(part), "\(part)") }
  }

  /// A layer with one fault, the code of what is said about it, and the line of the layer.
  @Test(arguments: [
    (##"<span target="#u9">x</span>"##, DiagnosticCode.translationTarget),
    (##"<span target="#t">x</span>"##, .translationTarget),
    (##"<span from="#u1" to="#t1">x</span>"##, .translationTarget),
    (##"<span from="#u3" to="#u1">x</span>"##, .spanReversed),
    (##"<span target="#u1">x</span><span target="#u1">y</span>"##, .secondTranslation),
    (##"<span target="#u1 #u2">x</span><span target="#u2">y</span>"##, .secondTranslation),
    (##"<span target="#u1" subtype="finished">x</span>"##, .translationStatus),
    (##"<span target="#u1" resp="#tr.9">x</span>"##, .danglingPointer),
  ])
  func reportsWhatIsWrong(span: String, code: DiagnosticCode) throws {
    let group = ##"<spanGrp type="translation" xml:lang="en" resp="#tr.1">"##
    let (_, diagnostics) = try Self.read("\n\(group)\(span)</spanGrp>", lint: true)
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.map(\.severity) == [.error])
    let lines = Self.document("\n\(group)", responsible: Self.translators)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(diagnostics.first?.line == (lines.firstIndex { $0.hasPrefix(group) } ?? -2) + 1)
  }

  @Test func theSameTurnInTwoLanguagesIsNoFault() throws {
    let (transcript, diagnostics) = try Self.read(
      ##"""
      <spanGrp type="translation" subtype="draft">
       <span xml:lang="en" target="#u3">Yes.</span><span xml:lang="nn" target="#u3">Ja.</span>
      </spanGrp>
      """##, lint: true)
    #expect(diagnostics == [])
    #expect(transcript.translations.map(\.language) == ["en", "nn"])
  }
}
