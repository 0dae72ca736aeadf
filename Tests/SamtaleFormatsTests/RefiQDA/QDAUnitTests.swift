import Foundation
import Samtale
import SamtaleArchive
import SamtaleFormats
import Testing

/// Meaning units of systematic text condensation go out as codings and come back as what they are.
@Suite("REFI-QDA: meaning units")
struct QDAUnitTests {
  /// Anna: I waited all night. / Bo: Then somebody came.
  private struct Small {
    let corpus: StudyCorpus
    let events: [Event]
    let versions: [TranscriptVersion]
    let waiting: Identifier
    let night: Identifier
    let courage: Identifier
    let unit: Identifier
    let copy: Identifier
    let plain: Identifier
    let memo: Identifier

    init() throws {
      var builder = TranscriptBuilder(id: "talk", language: "en", file: "talk.xml")
      let people = ["Anna", "Bo"].map { builder.participant(labelled: $0) }
      builder.append(UtteranceDraft("I waited all night.", speakers: [people[0]]))
      builder.append(UtteranceDraft("Then somebody came.", speakers: [people[1]]))
      var (editor, versions) = try EmptyStudy.holding([builder.transcript()])
      waiting = editor.newIdentifier()
      night = editor.newIdentifier()
      courage = editor.newIdentifier()
      unit = editor.newIdentifier()
      copy = editor.newIdentifier()
      plain = editor.newIdentifier()
      memo = editor.newIdentifier()
      var group = CodeGroup(id: waiting, title: "Waiting")
      group.summary = "What waiting is like"
      try editor.create(group)
      try editor.create(Subgroup(id: night, group: waiting, title: "At night"))
      try editor.create(CodeGroup(id: courage, title: "Courage"))
      try editor.create(CodeGroup(id: editor.newIdentifier(), title: "Nothing yet"))
      let place = versions[0].anchor([TextStretch(utterance: 0)])
      var first = MeaningUnit(id: unit, anchor: place, group: waiting, by: EmptyStudy.researcher)
      first.subgroup = night
      first.isGolden = true
      first.note = "Says it all."
      try editor.create(first)
      var second = MeaningUnit(id: copy, anchor: place, group: courage, by: EmptyStudy.researcher)
      second.copyOf = unit
      try editor.create(second)
      let words = [TextStretch(utterance: 1, scalars: 5..<13)]
      try editor.create(
        MeaningUnit(
          id: plain, anchor: versions[0].anchor(words), group: waiting,
          by: EmptyStudy.researcher))
      var thought = Memo(
        id: memo, .context, body: "Who?", author: EmptyStudy.researcher, visibility: .team)
      thought.target = plain
      try editor.create(thought, .write)
      corpus = StudyCorpus(editor.state, versions: versions)
      events = editor.events
      self.versions = versions
    }

    func written(_ program: QDAProgram = .standard) throws -> (bytes: [UInt8], losses: ExportLosses)
    {
      try QDAProjectWriter.write(
        corpus, for: program, options: .init(includesTeamMemos: true), events: events)
    }
  }

  private static func xml(_ bytes: [UInt8]) throws -> String {
    let archive = try ZipReader(bytes)
    return String(
      decoding: try archive.bytes(try #require(archive.entry("project.qde"))), as: UTF8.self)
  }

  /// The project as another program might write it again.
  private static func rewritten(_ bytes: [UInt8], _ change: (String) -> String) throws -> [UInt8] {
    let archive = try ZipReader(bytes)
    var other = ZipWriter()
    for entry in archive.entries {
      var content = try archive.bytes(entry)
      if entry.name == "project.qde" {
        let xml = String(decoding: content, as: UTF8.self)
        content = Array(
          change(xml.replacing("origin=\"Samtale\"", with: "origin=\"NVivo 15\"")).utf8)
      }
      other.add(entry.name, content)
    }
    return try other.bytes()
  }

  private func home(_ object: Identifier) -> Identifier {
    Identifier(deriving: ["REFI-QDA export", "home of meaning units", object.description])
  }

  /// White space between elements aside.
  private func dense(_ xml: String) -> String { xml.replacing(/>\s+</, with: "><") }

  @Test func unitsAreCodingsWithTheCodesOfTheirGroups() throws {
    let small = try Small()
    let (bytes, losses) = try small.written()
    let xml = dense(try Self.xml(bytes))
    let (waiting, night, courage) = (home(small.waiting), home(small.night), home(small.courage))
    let start = "home of meaning units"
    let codes = """
      <Codes><Code guid="\(waiting)" name="Waiting" isCodable="true">\
      <Description>Samtale code group: \(start) {\(small.waiting)}
      What waiting is like</Description>\
      <Code guid="\(night)" name="At night" isCodable="true">\
      <Description>Samtale subgroup: \(start) {\(small.night)}</Description></Code></Code>\
      <Code guid="\(courage)" name="Courage" isCodable="true">\
      <Description>Samtale code group: \(start) {\(small.courage)}</Description></Code></Codes>
      """
    #expect(xml.contains(codes), "\(xml)")
    // “Anna: ” and “Bo: Then ” stand before the words.
    #expect(xml.contains("name=\"I waited all night.\" startPosition=\"6\" endPosition=\"25\""))
    #expect(xml.contains("name=\"somebody\" startPosition=\"35\" endPosition=\"43\""))
    let pairs = [(small.unit, night), (small.copy, courage), (small.plain, waiting)]
    for (unit, code) in pairs {
      let found = xml.firstMatch(
        of: try Regex(
          "<Coding guid=\"\(unit)\" creatingUser=\"\(EmptyStudy.researcher)\" "
            + "creationDateTime=\"2026-[^\"]*\"><CodeRef targetGUID=\"\(code)\"/>"))
      #expect(found != nil, "\(unit.short)")
    }
    #expect(xml.matches(of: /<Coding\s/).count == 3)
    // The memo, the remark on the first unit, and of which unit the second is a copy.
    #expect(xml.matches(of: /<Note\s/).count == 3)
    #expect(losses["meaning units without a code group"] == 0)
    #expect(losses["dates of meaning units (not known without the log)"] == 0)
  }

  /// What comes back is what went out, whatever was left of the file.
  private func compare(_ bytes: [UInt8], _ small: Small, _ name: Comment) throws {
    let reading = try #require(Importer.read(bytes: bytes, named: "p.qdpx").study)
    #expect(reading.codebook.codes == [], name)
    #expect(reading.codings == 0, name)
    let (editor, report) = try imported(reading, small)
    #expect(report.diagnostics.filter { $0.severity == .error } == [], name)
    let state = editor.state
    for original in small.corpus.study.all(MeaningUnit.self) {
      let known = state.object(MeaningUnit.self, original.id)
      let unit = try #require(known, name)
      #expect(unit.anchor?.quote == original.anchor?.quote, name)
      #expect(unit.group == original.group && unit.subgroup == original.subgroup, name)
      #expect(unit.isGolden == original.isGolden && unit.note == original.note, name)
      #expect(unit.copyOf == original.copyOf && unit.by == original.by, name)
    }
    #expect(state.all(MeaningUnit.self).count == 3, name)
    #expect(state.object(Subgroup.self, small.night)?.group == small.waiting, name)
    #expect(state.object(Memo.self, small.memo)?.target == small.plain, name)
  }

  private func imported(_ reading: StudyTEI.Reading, _ small: Small) throws -> (
    StudyEditor<Study>, ImportReport
  ) {
    var (editor, versions) = try EmptyStudy.holding(small.versions.map(\.transcript))
    let report = try editor.importCodings(from: reading, into: versions)
    return (editor, report)
  }

  @Test(arguments: QDAProgram.allCases)
  func unitsComeBackInAnotherStudy(_ program: QDAProgram) throws {
    let small = try Small()
    let bytes = try small.written(program).bytes
    try compare(bytes, small, "\(program)")
    try compare(try Self.rewritten(bytes) { $0 }, small, "\(program), rewritten")
    #expect(try small.written(program).bytes == bytes)
  }

  @Test func groupsComeBackFromTheirCodesWhereSetsAreGone() throws {
    let small = try Small()
    let bytes = try Self.rewritten(try small.written().bytes) {
      $0.replacing(/<Sets>[\s\S]*<\/Sets>/, with: "")
    }
    try compare(bytes, small, "no sets")
    let book = try #require(Importer.read(bytes: bytes, named: "p.qdpx").study?.codebook)
    // A group without units has no code.
    #expect(book.groups.map(\.title) == ["Waiting", "Courage"])
    #expect(book.groups.map { $0.subgroups.map(\.title) } == [["At night"], []])
  }

  @Test func groupsComeBackFromTheirSetsWhereDescriptionsAreGone() throws {
    let small = try Small()
    let bytes = try Self.rewritten(try small.written().bytes) {
      $0.replacing(/<Description>Samtale (code |sub)group[^<]*<\/Description>/, with: "")
    }
    try compare(bytes, small, "no descriptions")
  }

  /// In the other program somebody codes more words with the code of a group, and makes a code
  /// below it.
  @Test func whatIsCodedElsewhereBecomesAMeaningUnit() throws {
    let small = try Small()
    let (new, other, code) = (
      "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002",
      "00000000-0000-4000-8000-000000000003"
    )
    let coding = { (guid: String, code: String) in
      "<Coding guid=\"\(guid)\"><CodeRef targetGUID=\"\(code)\"/></Coding>"
    }
    let bytes = try Self.rewritten(try small.written().bytes) { xml in
      let codes = xml.replacing(
        "<Code guid=\"\(home(small.night))\"",
        with: "<Code guid=\"\(code)\" name=\"by day\" isCodable=\"true\"/>"
          + "<Code guid=\"\(home(small.night))\"")
      return codes.replacing(
        "</TextSource>",
        with: "<PlainTextSelection guid=\"00000000-0000-4000-8000-000000000004\" name=\"waited\" "
          + "startPosition=\"8\" endPosition=\"14\">"
          + coding(new, home(small.night).description) + coding(other, code)
          + "</PlainTextSelection></TextSource>")
    }
    let reading = try #require(Importer.read(bytes: bytes, named: "p.qdpx").study)
    let (editor, _) = try imported(reading, small)
    let unit = editor.state.object(MeaningUnit.self, Identifier(new))
    #expect(unit?.subgroup == small.night && unit?.group == small.waiting)
    let waited = small.versions[0].anchor([TextStretch(utterance: 0, scalars: 2..<8)])
    #expect(unit?.anchor?.quote == waited.quote)
    #expect(editor.state.all(MeaningUnit.self).count == 4)
    let codings = editor.state.all(Coding.self)
    #expect(codings.map(\.id) == [Identifier(other)].compactMap(\.self))
    #expect(codings.map(\.code) == [Identifier(code)])
    let group = reading.codebook.groups.first { $0.id == small.waiting }
    #expect(group?.codes == [0])
  }

  /// A unit over the whole transcript is a coding of the source, not of words in it.
  @Test func unitsOfWholeTranscriptsAreCodingsOfTheSource() throws {
    let small = try Small()
    var (editor, versions) = try EmptyStudy.holding(small.versions.map(\.transcript))
    let (group, unit) = (editor.newIdentifier(), editor.newIdentifier())
    try editor.create(CodeGroup(id: group, title: "All of it"))
    try editor.create(
      MeaningUnit(
        id: unit, anchor: versions[0].wholeAnchor, group: group, by: EmptyStudy.researcher))
    let (bytes, losses) = try QDAProjectWriter.write(
      StudyCorpus(editor.state, versions: versions), events: editor.events)
    #expect(losses["meaning units whose place is not in a transcript at hand"] == 0)
    let xml = dense(try Self.xml(bytes))
    #expect(xml.contains("<Coding guid=\"\(unit)\""))
    #expect(xml.firstMatch(of: /<PlainTextSelection[^>]*><Coding/) == nil)
    let reading = try #require(Importer.read(bytes: bytes, named: "p.qdpx").study)
    let (read, _) = try imported(reading, small)
    let anchor = read.state.object(MeaningUnit.self, unit)?.anchor
    #expect(anchor == versions[0].wholeAnchor)
  }

  /// The set keeps its name, and a memo on the code is one on the code group.
  @Test func whatIsSaidOfTheCodeIsSaidOfTheGroup() throws {
    let small = try Small()
    let note = "00000000-0000-4000-8000-000000000001"
    let bytes = try Self.rewritten(try small.written().bytes) { xml in
      let renamed = xml.replacing(
        "name=\"Courage\" isCodable=\"true\"", with: "name=\"Nerve\" isCodable=\"true\"")
      let referred = renamed.replacing(
        "{\(small.courage)}</Description>",
        with: "{\(small.courage)}</Description><NoteRef targetGUID=\"\(note)\"/>")
      return referred.replacing(
        "</Notes>",
        with: "<Note guid=\"\(note)\"><PlainTextContent>Or boldness?</PlainTextContent></Note>"
          + "</Notes>")
    }
    let result = Importer.read(bytes: bytes, named: "p.qdpx")
    let reading = try #require(result.study)
    #expect(reading.codebook.groups.contains { $0.title == "Courage" && $0.id == small.courage })
    let warnings = result.diagnostics.filter { $0.severity == .warning }.map(\.what)
    #expect(warnings.contains { $0.hasPrefix("1 × code of a code group whose name") })
    let (editor, _) = try imported(reading, small)
    let memo = editor.state.object(Memo.self, Identifier(note))
    #expect(memo?.target == small.courage && memo?.body == "Or boldness?")
  }

  /// A code that only bears such a description, since somebody copied it, is a code.
  @Test func copiesOfCodesOfGroupsAreOrdinaryCodes() throws {
    let small = try Small()
    let copy = "00000000-0000-4000-8000-000000000001"
    let bytes = try Self.rewritten(try small.written().bytes) {
      $0.replacing(home(small.courage).description, with: copy)
    }
    let reading = try #require(Importer.read(bytes: bytes, named: "p.qdpx").study)
    #expect(reading.codebook.codes.map(\.id) == [Identifier(copy)])
    #expect(reading.codings == 1 && reading.meaningUnits == 2)
  }

  @Test(arguments: QDAProgram.allCases)
  func selectionsOfTheExampleAreNamedByTheirWords(_ program: QDAProgram) throws {
    let study = try ExampleStudy.named("interviews")
    let (bytes, losses) = try QDAProjectWriter.write(
      study.corpus, for: program, events: study.events)
    let again = try QDAProjectWriter.write(study.corpus, for: program, events: study.events)
    #expect(bytes == again.bytes)
    let xml = try Self.xml(bytes)
    let codings = xml.matches(of: /<Coding guid="([^"]*)" creatingUser=".+" creationDateTime="/)
    let units = study.corpus.study.all(MeaningUnit.self)
    #expect(units.count == 218)
    #expect(codings.count == 218)
    #expect(Set(codings.map { String($0.1) }) == Set(units.map(\.id.description)))
    let names = xml.matches(of: /<PlainTextSelection guid="[^"]*" name="([^"]*)"/).map(\.1)
    let lengths = names.map { $0.replacing(/&[a-z]+;/, with: "x").unicodeScalars.count }
    #expect(lengths.allSatisfy { 1...100 ~= $0 })
    #expect(losses["meaning units of several places apart, written at the first"] == 0)
    #expect(losses["dates of meaning units (not known without the log)"] == 0)
  }
}
