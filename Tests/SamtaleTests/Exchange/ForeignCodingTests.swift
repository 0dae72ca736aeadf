import Foundation
import TestSupport
import Testing

@testable import Samtale

@Suite("Exchange: other people's codings, and what is left behind")
struct ExchangeForeignTests {
  /// A file of the profile with codings of its own.
  static func file(
    codebook: String = ##"""
    <category xml:id="th.scope" n="theme"><catDesc>Scope of the role</catDesc><category
     xml:id="c.disclaim" n="code"><catDesc>Disclaims</catDesc><catDesc>says: not me</catDesc></category></category>
    """##,
    standOff: String, words: String = "Not for me."
  ) -> Transcript? {
    let text = ##"""
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m1" xml:lang="en"><teiHeader><fileDesc><titleStmt>
      <title>M</title><respStmt xml:id="EM"><resp>coding</resp><name>Else M.</name></respStmt></titleStmt>
      <publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>
      <encodingDesc><transcriptionDesc ident="samtale" version="1.0"/><classDecl>
      <taxonomy xml:id="roles"><category xml:id="SW"><catDesc>social worker</catDesc></category></taxonomy>
      <taxonomy xml:id="codebook">\##(codebook)</taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc><listPerson><person xml:id="p" n="SW" role="SW"/></listPerson></particDesc></profileDesc></teiHeader>
      <standOff><spanGrp type="topics"><span xml:id="t1" from="#u1" to="#u2">work</span></spanGrp>\##(standOff)</standOff>
      <text><body><u xml:id="u1" who="#p">\##(words)</u><u xml:id="u2" who="#p">Twenty hours.</u></body></text></TEI>
      """##
    return TEI.read(bytes: Array(text.utf8), named: "m1.xml").transcripts.first
  }

  static let example = ##"""
    <listAnnotation type="codings"><annotation xml:id="a1" motivation="classifying" target="#u1"
     ana="#c.disclaim" resp="#EM"><note type="memo">ends the topic</note></annotation>
    <annotation xml:id="a2" motivation="classifying" target="#string-range(u2,0,6)" ana="#th.scope" resp="#EM"/>
    </listAnnotation><note type="memo" target="#t1" resp="#EM">compare</note><note type="memo" target="#a1">see</note>
    """##

  private func study(_ file: Transcript) throws -> RandomStudy {
    try RandomStudy(seed: 1, transcripts: [file])
  }

  @Test func codingsOfOthersBecomeCodings() throws {
    let file = try #require(Self.file(standOff: Self.example))
    var random = try study(file)
    let report = try random.read([file])
    #expect(report.diagnostics.filter { $0.severity > .note } == [])
    #expect(
      report.created == [.code: 2, .theme: 1, .link: 2, .researcher: 1, .coding: 2, .memo: 2])
    let codings = random.study.all(Coding.self)
    let names = codings.map { random.study.object(Code.self, $0.code)?.name }
    #expect(Set(names) == ["Disclaims", "Scope of the role"])
    let first = try #require(codings.first { $0.note == "ends the topic" })
    #expect(random.study.object(Researcher.self, first.coder)?.name == "Else M.")
    #expect(random.study.object(Code.self, first.code)?.definition == "says: not me")
    #expect(random.study.all(Memo.self).map(\.visibility) == [.team, .team])
    #expect(random.study.all(Memo.self).contains { $0.anchor?.topic == "t1" })
    #expect(random.study.all(Memo.self).contains { $0.target == first.id })
    let twice = try random.read([file])
    #expect(twice.isEmpty)
  }

  @Test func theSampleOfTheProfile() throws {
    let file = try TEI.transcript(TEISamples.meeting)
    var random = try study(file)
    let report = try random.read([file])
    #expect(report.diagnostics.filter { $0.severity > .note } == [])
    #expect(report.created[.coding] == StudyTEI.read([file]).codings)
    #expect(try random.read([file]).isEmpty)
    _ = try ExchangeTEITests.files(random.corpus, .init(includesTeamMemos: true), as: "sample")
  }

  @Test func developedCodesAreNotTurnedBackByTheOldFile() throws {
    let file = try #require(Self.file(standOff: Self.example))
    var random = try study(file)
    _ = try random.read([file])
    var editor = random.editor
    let code = try #require(random.study.all(Code.self).first { $0.name == "Disclaims" })
    try editor.renameCode(code.id, to: "Hands over")
    let coding = try #require(random.study.all(Coding.self).first { $0.code == code.id })
    try editor.recode([coding.id], to: try editor.createCode("Other"))
    try editor.retireCode(code.id)
    let again = try editor.importCodings(from: StudyTEI.read([file]), into: random.versions)
    #expect(again.isEmpty)
    #expect(again.diagnostics.filter { $0.severity > .note } == [])
  }

  @Test func takenOverAnnotationsAreWrittenOnce() throws {
    let file = try #require(Self.file(standOff: Self.example))
    var random = try study(file)
    _ = try random.read([file])
    for team in [true, false] {
      let files = try ExchangeTEITests.files(
        random.corpus, .init(includesTeamMemos: team), as: "foreign-\(team)")
      let layers = files[0].layers
      #expect(layers.filter { $0.type == "codings" }.count == 1)
      #expect(layers.count { $0.element.name == "note" } == (team ? 2 : 0))
      #expect(
        files[0].taxonomies.first { $0.id == "codebook" }?.codes.contains("c.disclaim") == false)
      var (editor, versions) = try RandomStudy.empty([file], seed: 3)
      let report = try editor.importCodings(from: StudyTEI.read(files), into: versions)
      #expect(report.created[.coding] == 2)
      #expect(report.created[.memo] == (team ? 2 : nil))
      #expect(report.diagnostics.filter { $0.severity > .note } == [])
    }
  }

  @Test func memosThatCameInLeaveOnlyAsTheStudyHasThem() throws {
    let file = try #require(Self.file(standOff: Self.example))
    var random = try study(file)
    func words(_ study: Study, team: Bool) -> String {
      let corpus = StudyCorpus(study, versions: random.versions)
      return StudyTEI.write(corpus, options: .init(includesTeamMemos: team))
        .map { String(TEI.write($0.transcript).text) }.joined()
    }
    func lost(_ study: Study, team: Bool) -> [StudyTEI.Loss.Kind: Int] {
      let corpus = StudyCorpus(study, versions: random.versions)
      let losses = StudyTEI.losses(corpus, options: .init(includesTeamMemos: team))
      return Dictionary(uniqueKeysWithValues: losses.map { ($0.kind, $0.number) })
    }
    #expect(!words(random.study, team: false).contains("compare"))
    #expect(lost(random.study, team: false)[.sourceMemos] == 2)
    _ = try random.read([file])
    #expect(!words(random.study, team: false).contains("compare"))
    #expect(words(random.study, team: true).contains("compare"))
    #expect(lost(random.study, team: false)[.teamMemos] == 2)
    #expect(lost(random.study, team: false)[.sourceMemos] == nil)
    var editor = random.editor
    let memos = random.study.all(Memo.self)
    let gone = try #require(memos.first { $0.body == "compare" })
    let hidden = try #require(memos.first { $0.body == "see" })
    try editor.remove(Memo.self, gone.id)
    try editor.change(Memo.self, hidden.id) { $0.visibility = .personal }
    let left = words(editor.state, team: true)
    #expect(!left.contains("compare") && !left.contains(">see<"))
    #expect(lost(editor.state, team: true)[.sourceMemos] == 1)
    #expect(lost(editor.state, team: true)[.privateMemos] == 1)
  }

  private func undeclared(_ count: Int) throws -> Transcript {
    let annotations = (0..<count).map {
      ##"<annotation xml:id="a\##($0)" target="#u1" ana="#x\##($0)" resp="#EM"/>"##
    }
    return try #require(
      Self.file(
        standOff: #"<listAnnotation type="codings">"# + annotations.joined() + "</listAnnotation>"))
  }

  @Test func manyUndeclaredCodesTakeTimeInProportion() throws {
    func time(_ count: Int) throws -> Duration {
      let file = try undeclared(count)
      var random = try study(file)
      return try ProcessorTime.measure { _ = try random.read([file]) }
    }
    _ = try time(500)
    let few = try min(time(1_500), time(1_500))
    // Eight times as many took sixty times as long when each was compared with all others.
    #expect(try time(12_000) < few * 24)
  }

  @Test func likeFindingsAreCounted() throws {
    let file = try undeclared(20_000)
    let reading = StudyTEI.read([file])
    #expect(reading.codebook.codes.count == 20_001)
    #expect(reading.diagnostics.count == 21)
    #expect(reading.diagnostics.last?.what == "19980 more like the 20 before")
    #expect(reading.diagnostics.last?.code == .undeclaredCode)
    #expect(ImportReport(reading.diagnostics).diagnostics == reading.diagnostics)
  }

  @Test func nothingIsDroppedSilently() throws {
    let wrong = ##"""
      <listAnnotation type="codings"><annotation xml:id="a1" target="#u9" ana="#c.disclaim" resp="#EM"/>
      <annotation xml:id="a2" target="#u1 #string-range(u2,5,99)" ana="#c.unknown" resp="#XX"/>
      <annotation xml:id="a3" target="#u1" resp="#EM"/></listAnnotation>
      <listAnnotation type="meaningUnits"><annotation xml:id="a4" target="#u1" ana="#c.disclaim"/></listAnnotation>
      """##
    let file = try #require(Self.file(standOff: wrong))
    var random = try study(file)
    let report = try random.read([file])
    #expect(
      report.diagnostics.map(\.code) == [
        .danglingPointer, .notImported, .rangeBeyondText, .danglingPointer, .undeclaredCode,
        .undeclaredCode, .undeclaredCode,
      ])
    #expect(report.diagnostics.allSatisfy { ($0.line ?? 0) > 0 })
    #expect(random.study.all(Coding.self).count == 1)
    #expect(random.study.all(Code.self).contains { $0.name == "c.unknown" })
    let other = try #require(Self.file(standOff: Self.example))
    var (editor, _) = try RandomStudy.empty([], seed: 3)
    let missing = try editor.importCodings(from: StudyTEI.read([other]), into: [])
    #expect(missing.diagnostics.contains { $0.what.contains("2 codings") && $0.severity == .error })
  }

  @Test func otherWordsAreFoundOrSaidToBeLost() throws {
    let file = try #require(Self.file(standOff: Self.example))
    let other = try #require(Self.file(standOff: "", words: "Completely other words, at length."))
    var random = try study(other)
    let report = try random.read([file])
    let made = report.created[.coding] ?? 0
    #expect(
      made + report.diagnostics.count { $0.code == .lostAnchor && $0.what.hasPrefix("the coding") }
        == 2)
  }

  @Test func aCodeMergedSinceIsAppliedAsItsHeir() throws {
    let file = try #require(Self.file(standOff: Self.example))
    let empty = try #require(Self.file(standOff: ""))
    var random = try study(empty)
    _ = try random.read([empty])
    var editor = random.editor
    let code = try #require(random.study.all(Code.self).first { $0.name == "Disclaims" })
    let heir = try editor.createCode("Heir")
    try editor.mergeCode(code.id, into: heir)
    let report = try editor.importCodings(from: StudyTEI.read([file]), into: random.versions)
    #expect(report.created[.coding] == 2)
    #expect(editor.state.all(Coding.self).contains { $0.code == heir })
    let again = try editor.importCodings(from: StudyTEI.read([file]), into: random.versions)
    #expect(again.isEmpty)
    #expect(again.diagnostics.filter { $0.severity > .note } == [])
  }

  @Test func systematicTextCondensationTakesNoThemes() throws {
    let file = try #require(Self.file(standOff: Self.example))
    var random = try RandomStudy(seed: 1, transcripts: [file], method: .stc)
    let report = try random.read([file])
    #expect(report.created[.theme] == nil)
    #expect(report.created[.coding] == 2)
    #expect(report.diagnostics.contains { $0.severity == .error && $0.what.contains("theme") })
  }

  @Test func utterancesWithoutIdentifiersGetSome() throws {
    var transcript = try #require(Self.file(standOff: ""))
    var ids = ByteStrings()
    for id in ["", "u 2"] { ids.append(id) }
    transcript.columns.ids = ids
    var random = try RandomStudy(seed: 3, transcripts: [transcript])
    _ = try random.read([transcript])
    try random.fill()
    let files = try ExchangeTEITests.files(random.corpus, .init(), as: "unnamed")
    #expect(files[0].utterances.map(\.id) == ["u1", "u_2"])
    var (editor, versions) = try RandomStudy.empty([transcript], seed: 4)
    let report = try editor.importCodings(from: StudyTEI.read(files), into: versions)
    #expect(report.diagnostics == [])
    let first = Carried(random.study, random.corpus, .init())
    let second = Carried(editor.state, StudyCorpus(editor.state, versions: versions), .init())
    #expect(first.differences(to: second) == [])
  }

  @Test func lossesAreCounted() throws {
    var random = try RandomStudy(
      seed: 11, transcripts: Array(ExchangeTEITests.meetings.prefix(1)))
    try random.fill()
    var editor = random.editor
    let version = random.versions[0]
    try editor.writeMemo(.journal, "nobody else reads this")
    try editor.create(
      Visit(id: editor.newIdentifier(), reader: editor.signature.actor, transcript: version.id))
    let corpus = StudyCorpus(editor.state, versions: random.versions)
    let losses = StudyTEI.losses(corpus, events: editor.events)
    let numbers = Dictionary(uniqueKeysWithValues: losses.map { ($0.kind, $0.number) })
    let memos = editor.state.all(Memo.self)
    #expect(numbers[.events] == editor.events.count)
    #expect(numbers[.visits] == 1)
    #expect(numbers[.privateMemos] == memos.count { $0.visibility == .personal })
    #expect(numbers[.teamMemos] ?? 0 == memos.count { $0.visibility == .team })
    #expect(numbers[.positions] == 2)
    let written = StudyTEI.write(corpus).flatMap { TEI.write($0.transcript).text }
    #expect(!String(written).contains("nobody else reads this"))
    let team = StudyTEI.losses(corpus, options: .init(includesTeamMemos: true))
    #expect(!team.contains { $0.kind == .teamMemos })
    for kind in StudyTEI.Loss.Kind.allCases { #expect(!kind.title.isEmpty) }
  }
}
