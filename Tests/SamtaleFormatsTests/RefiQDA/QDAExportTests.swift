import Foundation
import Samtale
import SamtaleArchive
import SamtaleFormats
import Testing

@Suite("REFI-QDA: studies as projects")
struct QDAExportTests {
  private static let all = QDAProgram.allCases.flatMap { program in
    ["meetings", "interviews"].map { ($0, program) }
  }

  private func written(_ name: String, _ program: QDAProgram) throws -> (
    ExampleStudy, bytes: [UInt8], losses: ExportLosses
  ) {
    let study = try ExampleStudy.named(name)
    let result = try QDAProjectWriter.write(
      study.corpus, for: program, options: .init(includesTeamMemos: true), events: study.events)
    return (study, result.bytes, result.losses)
  }

  @Test(
    .enabled(if: QDAReference.isThere, QDAReference.whySkipped),
    .enabled(if: Xmllint.isThere, Xmllint.whySkipped), arguments: all)
  func projectsAreValid(_ name: String, _ program: QDAProgram) throws {
    let (_, bytes, _) = try written(name, program)
    let archive = try ZipReader(bytes)
    let xml = try archive.bytes(try #require(archive.entry("project.qde")))
    let schema = QDAReference.folder.appending(path: "Project.xsd").path
    #expect(try Xmllint.problems(xml, schema: schema) == "", "\(name) \(program)")
  }

  /// What makes two codings the same: code, author, date, and words without white space.
  private struct Coded: Hashable {
    var id: Identifier
    var code: Identifier?
    var coder: Identifier?
    var words: String
  }

  private func plain(_ words: String) -> String { words.filter { !$0.isWhitespace } }

  private func words(_ place: StudyTEI.ReadPlace, _ transcript: Transcript) -> String {
    guard case .stretches(let stretches) = place else { return "" }
    let version = TranscriptVersion(
      id: EmptyStudy.researcher, version: "", transcript: transcript)
    return plain(version.text(of: stretches))
  }

  @Test(arguments: all)
  func projectsAreReadBackEqual(_ name: String, _ program: QDAProgram) throws {
    let (study, bytes, losses) = try written(name, program)
    let corpus = study.corpus
    let result = Importer.read(bytes: bytes, named: "\(name).qdpx")
    #expect(!result.hasErrors)
    #expect(result.report.accounting.isComplete)
    let reading = try #require(result.study)
    // Talk: the same words by the same labels.
    let before = corpus.inOrder.map(\.transcript)
    #expect(result.transcripts.map(\.id) == before.map(\.id))
    for (a, b) in zip(before, result.transcripts) {
      let said = a.utterances.filter { !$0.text.isEmpty }
      #expect(b.utterances.map(\.text) == said.map(\.text), "\(name) \(program) \(a.id)")
      #expect(
        b.utterances.map { $0.speakers.map { b.participants[$0].label } }
          == said.map { $0.speakers.map { a.participants[$0].label } }, "\(a.id)")
      #expect(b.number == a.number, "\(a.id)")
      #expect(b.date == a.date, "\(a.id)")
      #expect(b.language == a.language, "\(a.id)")
    }
    // Codings.
    var expected: Set<Coded> = []
    var apart = 0
    for placed in corpus.codings() {
      let id = try #require(placed.coding.anchor?.transcript)
      let version = try #require(corpus.transcripts[id])
      let text = plain(version.text(of: placed.placement.stretches))
      expected.insert(
        Coded(id: placed.coding.id, code: placed.code, coder: placed.coding.coder, words: text))
    }
    var found: Set<Coded> = []
    for document in reading.documents {
      for coding in document.codings {
        let coded = Coded(
          id: coding.id, code: reading.codebook.codes[coding.code].id,
          coder: coding.coder.map { reading.people[$0].id },
          words: words(coding.place, document.transcript))
        if corpus.study.object(Coding.self, coding.id) == nil {
          apart += 1
        } else {
          found.insert(coded)
        }
      }
    }
    #expect(found == expected, "\(name) \(program)")
    #expect(apart == losses["codings of several places apart, written as a coding for each"])
    let named = result.diagnostics.first { $0.code == .textPositions }
    let numbers = try #require(named?.what.firstMatch(of: /(\d+) of (\d+) selections hold/))
    #expect(numbers.1 == numbers.2)
    try compareCodebook(reading, corpus.study)
    try compareMemos(reading, corpus.study, events: study.events)
    try compareUnits(reading, corpus)
    try comparePeople(reading, corpus, result.transcripts)
  }

  /// Codes, groups and themes are those of the study.
  private func compareCodebook(_ reading: StudyTEI.Reading, _ study: Study) throws {
    let book = Codebook(study)
    #expect(Set(reading.codebook.codes.map(\.id)) == Set(book.codes.map(\.id)))
    let byID = Dictionary(uniqueKeysWithValues: reading.codebook.codes.map { ($0.id, $0) })
    for code in book.codes {
      let read = try #require(byID[code.id])
      #expect(read.name == code.name && read.colour == code.colour)
      #expect(read.definition == code.definition)
      let parent = code.parent.map { book.codes[$0].id }
      #expect(read.parent.map { reading.codebook.codes[$0].id } == parent)
    }
    let members = { (book: Codebook, codes: [Int]) in Set(codes.map { book.codes[$0].id }) }
    #expect(reading.codebook.groups.count == book.groups.count)
    for group in book.groups {
      let known = reading.codebook.groups.first { $0.id == group.id }
      let read = try #require(known)
      #expect(read.title == group.title && read.summary == group.summary)
      #expect(members(reading.codebook, read.codes) == members(book, group.codes))
      #expect(read.subgroups.map(\.id) == group.subgroups.map(\.id))
    }
    #expect(reading.codebook.themes.count == book.themes.count)
    for theme in book.themes {
      let known = reading.codebook.themes.first { $0.id == theme.id }
      var read = try #require(known)
      #expect(members(reading.codebook, read.codes) == members(book, theme.codes))
      let parent = theme.parent.map { book.themes[$0].id }
      #expect(read.parent.map { reading.codebook.themes[$0].id } == parent)
      read.codes = theme.codes
      read.parent = theme.parent
      #expect(read == theme)
    }
  }

  private func compareMemos(
    _ reading: StudyTEI.Reading, _ study: Study, events: [Event]
  ) throws {
    let memos = reading.documents.flatMap(\.memos) + reading.general
    let made = Dictionary(events.map { ($0.change.object, $0.at) }, uniquingKeysWith: min)
    for memo in study.all(Memo.self) {
      let known = memos.first { $0.id == memo.id }
      let read = try #require(known)
      #expect(read.body == memo.body && read.title == memo.title && read.sort == memo.sort)
      #expect(read.visibility == memo.visibility && read.made == made[memo.id])
      #expect(read.author.map { reading.people[$0].id } == memo.author)
    }
    let others = memos.filter { study.object(Memo.self, $0.id) == nil }
    var texts = Set(study.all(Condensate.self).map(\.id))
    texts.formUnion(study.all(AnalyticText.self).map(\.id))
    #expect(Set(others.compactMap(\.standsFor)) == texts)
    #expect(others.allSatisfy { $0.standsFor != nil })
  }

  private func compareUnits(_ reading: StudyTEI.Reading, _ corpus: StudyCorpus) throws {
    let study = corpus.study
    for document in reading.documents {
      for unit in document.units {
        let original = try #require(study.object(MeaningUnit.self, unit.id))
        let anchor = try #require(original.anchor)
        let transcript = try #require(anchor.transcript)
        let placement = try #require(corpus.place(anchor))
        let version = try #require(corpus.transcripts[transcript])
        #expect(
          words(unit.place, document.transcript) == plain(version.text(of: placement.stretches)))
        #expect(reading.codebook.groups[unit.group].id == original.group)
        #expect(unit.isGolden == original.isGolden && unit.note == original.note)
        let part = unit.part.map { reading.codebook.groups[unit.group].subgroups[$0].id }
        #expect(part == original.subgroup)
        #expect(unit.copyOf == original.copyOf)
        #expect(unit.by.map { reading.people[$0].id } == original.by)
      }
    }
    #expect(reading.meaningUnits == study.all(MeaningUnit.self).count)
  }

  private func comparePeople(
    _ reading: StudyTEI.Reading, _ corpus: StudyCorpus, _ transcripts: [Transcript]
  ) throws {
    let study = corpus.study
    #expect(Set(reading.people.map(\.id)) == Set(study.all(Researcher.self).map(\.id)))
    for (a, b) in zip(corpus.inOrder.map(\.transcript), transcripts) {
      for person in b.participants {
        let known = a.participants.first { $0.label == person.label }
        let original = try #require(known)
        #expect(person.id == original.id)
        #expect(person.roles == original.roles, "\(a.id) \(person.label ?? "")")
        #expect(person.name == original.name)
        #expect(teams(of: person, b).isSuperset(of: teams(of: original, a)))
      }
    }
  }

  /// The names of the teams to which somebody belongs.
  private func teams(of person: Participant, _ transcript: Transcript) -> Set<String> {
    let names = person.memberships.map { membership -> String in
      let team = transcript.teams.first { $0.id == membership.team }
      return team?.names.first ?? membership.team
    }
    return Set(names)
  }

  @Test(arguments: ["meetings", "interviews"])
  func readingOnesOwnProjectChangesNothing(_ name: String) throws {
    let (study, bytes, _) = try written(name, .standard)
    let reading = try #require(Importer.read(bytes: bytes, named: "\(name).qdpx").study)
    let actor = try #require(study.corpus.study.all(Researcher.self).first)
    var editor = StudyEditor(
      study.corpus.study, lamport: 1_000_000,
      signature: .init(actor: actor.id, at: Timestamp(milliseconds: 1_790_000_000_000), seed: 9))
    let report = try editor.importCodings(from: reading, into: study.corpus.inOrder)
    #expect(report.isEmpty, "\(report.created) \(report.changed)")
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
  }

  /// A project that another program has opened and written again names that program as its origin.
  @Test(arguments: ["meetings", "interviews"])
  func aProjectThatComesBackFromAnotherProgramChangesNothing(_ name: String) throws {
    let (study, bytes, _) = try written(name, .nvivo)
    let archive = try ZipReader(bytes)
    var other = ZipWriter()
    for entry in archive.entries {
      var content = try archive.bytes(entry)
      if entry.name == "project.qde" {
        let xml = String(decoding: content, as: UTF8.self)
        content = Array(xml.replacing("origin=\"Samtale\"", with: "origin=\"NVivo 15\"").utf8)
      }
      other.add(entry.name, content)
    }
    let reading = try #require(
      Importer.read(bytes: try other.bytes(), named: "\(name).qdpx").study)
    let actor = try #require(study.corpus.study.all(Researcher.self).first)
    var editor = StudyEditor(
      study.corpus.study, lamport: 1_000_000,
      signature: .init(actor: actor.id, at: Timestamp(milliseconds: 1_790_000_000_000), seed: 9))
    let report = try editor.importCodings(from: reading, into: study.corpus.inOrder)
    #expect(report.isEmpty, "\(report.created) \(report.changed)")
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test(arguments: ["meetings", "interviews"])
  func aProjectThatGoesRoundIsTheSame(_ name: String) throws {
    let (_, bytes, _) = try written(name, .standard)
    let first = Importer.read(bytes: bytes, named: "\(name).qdpx")
    let reading = try #require(first.study)
    var (editor, versions) = try EmptyStudy.holding(first.transcripts)
    let report = try editor.importCodings(from: reading, into: versions)
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    let twice = try editor.importCodings(from: reading, into: versions)
    #expect(twice.isEmpty, "\(twice.created) \(twice.changed)")
    let corpus = StudyCorpus(editor.state, versions: versions)
    let again = try QDAProjectWriter.write(
      corpus, options: .init(includesTeamMemos: true), events: editor.events)
    let second = try #require(Importer.read(bytes: again.bytes, named: "\(name).qdpx").study)
    #expect(Set(second.codebook.codes.map(\.id)) == Set(reading.codebook.codes.map(\.id)))
    #expect(Set(second.codebook.themes.map(\.id)) == Set(reading.codebook.themes.map(\.id)))
    #expect(Set(second.codebook.groups.map(\.id)) == Set(reading.codebook.groups.map(\.id)))
    let codings = { (reading: StudyTEI.Reading) in
      Set(reading.documents.flatMap { document in document.codings.map(\.id) })
    }
    #expect(codings(second) == codings(reading))
    #expect(second.documents.map(\.transcript.id) == reading.documents.map(\.transcript.id))
    let units = { (reading: StudyTEI.Reading) in
      Set(reading.documents.flatMap { document in document.units.map(\.id) })
    }
    #expect(units(second) == units(reading))
    #expect(second.meaningUnits == reading.meaningUnits)
  }

  /// All identifiers that a reading gives.
  private func identifiers(_ reading: StudyTEI.Reading) -> [String: Set<Identifier>] {
    let documents = reading.documents
    return [
      "codes": Set(reading.codebook.codes.compactMap(\.id)),
      "groups": Set(reading.codebook.groups.compactMap(\.id)),
      "people": Set(reading.people.map(\.id)),
      "codings": Set(documents.flatMap { $0.codings.map(\.id) }),
      "memos": Set(documents.flatMap { $0.memos.map(\.id) } + reading.general.map(\.id)),
    ]
  }

  @Test(
    .enabled(if: QDAReference.isThere, QDAReference.whySkipped),
    arguments: [
      "spec-lf-scalar", "nvivo-win-like", "nvivo-mac-container", "atlas-like", "maxqda-like",
      "transana-like",
    ], QDAProgram.allCases)
  func othersProjectsGoOutWithTheirIdentifiers(_ name: String, _ program: QDAProgram) throws {
    let bytes = try QDAReference.bytes("synthetic/\(name).qdpx")
    let first = Importer.read(bytes: bytes, named: "\(name).qdpx")
    let reading = try #require(first.study)
    var (editor, versions) = try EmptyStudy.holding(first.transcripts)
    try editor.importCodings(from: reading, into: versions)
    #expect(try editor.importCodings(from: reading, into: versions).isEmpty)
    let corpus = StudyCorpus(editor.state, versions: versions)
    let written = try QDAProjectWriter.write(
      corpus, for: program, options: .init(includesTeamMemos: true), events: editor.events)
    let again = try QDAProjectWriter.write(
      corpus, for: program, options: .init(includesTeamMemos: true), events: editor.events)
    #expect(written.bytes == again.bytes)
    let dated =
      reading.documents.flatMap(\.codings).count { $0.made != nil }
      + (reading.documents.flatMap(\.memos) + reading.general).count { $0.made != nil }
    let losses = StudyTEI.losses(corpus, options: .init(includesTeamMemos: true))
    #expect(losses.first { $0.kind == .earlierDates }?.number ?? 0 == dated)
    let result = Importer.read(bytes: written.bytes, named: "again.qdpx")
    let second = try #require(result.study)
    let here = identifiers(reading)
    var there = identifiers(second)
    // Who reads in is written as a user too.
    there["people"]?.remove(EmptyStudy.researcher)
    #expect(here == there, "\(name) \(program)")
    let dates = { (reading: StudyTEI.Reading) in
      Dictionary(
        uniqueKeysWithValues: reading.documents.flatMap(\.codings).map { ($0.id, $0.made) })
    }
    if name != "transana-like" { #expect(dates(second) == dates(reading)) }
    // The GUID of the source goes out again.
    let archive = try ZipReader(written.bytes)
    let names = archive.entries.map { $0.name.lowercased() }
    #expect(names.contains("sources/8330c47a-d2c1-494f-98ed-3c1493e14a4a.txt"))
    let report = try editor.importCodings(from: second, into: versions)
    #expect(report.isEmpty, "\(report.created) \(report.changed)")
  }

  @Test(
    .enabled(if: QDAReference.isThere, QDAReference.whySkipped),
    .enabled(if: Xmllint.isThere, Xmllint.whySkipped), arguments: ["meetings", "interviews"])
  func codebooksAreValidAndReadBack(_ name: String) throws {
    let study = try ExampleStudy.named(name).corpus.study
    let (bytes, losses) = QDACodebookWriter.write(study)
    let schema = QDAReference.folder.appending(path: "Codebook.xsd").path
    #expect(try Xmllint.problems(bytes, schema: schema) == "")
    let result = Importer.read(bytes: bytes, named: "codes.qdc")
    #expect(!result.hasErrors && result.transcripts.isEmpty)
    let read = try #require(result.study?.codebook)
    let book = Codebook(study)
    // Codes that stand for code groups with meaning units come back as the groups.
    #expect(read.codes.map(\.id) == book.parentsFirstIDs)
    #expect(read.groups.map(\.id) == book.groups.map(\.id))
    let parts = { (book: Codebook) in book.groups.map { $0.subgroups.map(\.id) } }
    #expect(parts(read) == parts(book))
    if name == "interviews" {
      #expect(book.codes.isEmpty)
      let xml = String(decoding: bytes, as: UTF8.self)
      #expect(!xml.contains("(no codes yet)"))
    }
    #expect(read.themes.map(\.id) == book.themes.map(\.id))
    #expect(losses["states of codes that are no longer in use"] == (name == "meetings" ? 20 : 0))
  }
}

extension Codebook {
  /// The identifiers of the codes, each followed by those below it.
  fileprivate var parentsFirstIDs: [Identifier?] {
    var ids: [Identifier?] = []
    func add(_ parent: Int?) {
      for (i, code) in codes.enumerated() where code.parent == parent {
        ids.append(code.id)
        add(i)
      }
    }
    add(nil)
    return ids
  }
}
