import Foundation
import Samtale
import SamtaleArchive
import SamtaleFormats
import Testing

/// Talk whose words look like labels, events, time stamps and line ends of other programs, coded at
/// random places, goes out and comes back for every program.
@Suite("REFI-QDA: random talk goes round")
struct QDAPropertyTests {
  private static let words = [
    "yes", "no", "(laughs)", "[00:01:02]", "Anna:", "Bo:", "...", "[…]", "🙂", "👩‍⚕️", "é", "e\u{301}",
    "Ålesund", "((door))", "–", "#", "//Bo:", "12:30", "&", "<u>", "\u{FEFF}x", "مرحبا", "漢字", "a",
  ]
  private static let labels = ["Anna", "Bo", "SW 4", "T1", "Kari Ås"]

  private static func transcript(_ number: Int, _ random: inout Seeded) -> Transcript {
    var builder = TranscriptBuilder(id: "talk-\(number)", language: "en", file: "talk.xml")
    builder.number = String(number)
    builder.header.title = "Talk \(number)"
    let people = labels.map { builder.participant(labelled: $0) }
    builder.amend(people[1]) { $0.roles = ["SW"] }
    builder.amend(people[2]) { $0.memberships = [.init(team: "Team 2")] }
    builder.amend(people[3]) { person in
      person.attributes = [
        .init(.name, text: "Tora; or so"), .init(.age, text: "44"),
        .init(.trait, type: "yearsInJob", text: "3 < 4"),
      ]
    }
    builder.header.date = "2026-03-0\(number)"
    for _ in 0..<random.number(30) + 1 {
      let sort = random.number(8)
      let speakers =
        sort == 0 ? [] : sort == 1 ? [people[0], people[2]] : [people[random.number(people.count)]]
      let text = (0..<random.number(12) + 1).map { _ in words[random.number(words.count)] }
      builder.append(UtteranceDraft(text.joined(separator: " "), speakers: speakers))
    }
    return builder.transcript()
  }

  private static func study(_ random: inout Seeded) throws -> StudyCorpus {
    let transcripts = (1...2).map { transcript($0, &random) }
    var (editor, versions) = try EmptyStudy.holding(transcripts)
    let code = editor.newIdentifier()
    try editor.create(Code(id: code, name: "a < b & \"c\"\u{1}"))
    var known: Set<[TextStretch]> = []
    for _ in 0..<40 {
      let version = versions[random.number(versions.count)]
      let utterances = version.transcript.utterances
      let first = random.number(utterances.count)
      let last = min(utterances.count - 1, first + random.number(3))
      var stretches = (first...last).map { TextStretch(utterance: $0) }
      let length = utterances[first].text.unicodeScalars.count
      let start = random.number(length)
      let end = first == last ? start + 1 + random.number(length - start) : length
      if random.number(2) == 0 { stretches[0].scalars = start..<end }
      // The same words with the same code by the same person are one coding.
      let isKnown = !known.insert(stretches).inserted || stretches[0].scalars == 0..<length
      guard !isKnown else { continue }
      try editor.create(
        Coding(
          id: editor.newIdentifier(), code: code, anchor: version.anchor(stretches),
          coder: EmptyStudy.researcher), .apply)
    }
    return StudyCorpus(editor.state, versions: versions)
  }

  @Test(arguments: 0..<10) func codedWordsStayTheSame(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &* 7_919 &+ 3)
    let corpus = try Self.study(&random)
    for program in QDAProgram.allCases {
      let (bytes, losses) = try QDAProjectWriter.write(corpus, for: program)
      #expect(losses["control characters, which XML cannot hold"] == 1)
      #expect(
        losses["dates of codings (not known without the log)"] == corpus.codings().count)
      let result = Importer.read(bytes: bytes, named: "random.qdpx")
      #expect(!result.hasErrors && result.report.accounting.isComplete)
      let reading = try #require(result.study)
      #expect(reading.codebook.codes.map(\.name) == ["a < b & \"c\""])
      for (before, after) in zip(corpus.inOrder.map(\.transcript), result.transcripts) {
        #expect(after.utterances.map(\.text) == before.utterances.map(\.text))
        #expect(said(after) == said(before), "\(seed) \(program)")
        #expect(after.number == before.number && after.id == before.id)
        #expect(after.date == before.date && after.header.title == before.header.title)
        for person in after.participants {
          let original = before.participants.first { $0.id == person.id }
          #expect(person.label == original?.label)
          #expect(person.roles == original?.roles && person.attributes == original?.attributes)
          #expect(person.memberships == original?.memberships)
        }
      }
      var places: [Identifier: StudyTEI.ReadPlace] = [:]
      for coding in reading.documents.flatMap(\.codings) { places[coding.id] = coding.place }
      for placed in corpus.codings() {
        #expect(
          places[placed.coding.id] == .stretches(placed.placement.stretches), "\(seed) \(program)")
      }
    }
  }

  @Test(
    .enabled(if: QDAReference.isThere, QDAReference.whySkipped),
    .enabled(if: Xmllint.isThere, Xmllint.whySkipped), arguments: QDAProgram.allCases)
  func projectsAreValid(_ program: QDAProgram) throws {
    var random = Seeded(state: 4711)
    let (bytes, _) = try QDAProjectWriter.write(try Self.study(&random), for: program)
    let archive = try ZipReader(bytes)
    let xml = try archive.bytes(try #require(archive.entry("project.qde")))
    let schema = QDAReference.folder.appending(path: "Project.xsd").path
    #expect(try Xmllint.problems(xml, schema: schema) == "")
  }

  /// Who says each utterance.
  private func said(_ transcript: Transcript) -> [Set<String>] {
    transcript.utterances.map { Set($0.speakers.map { transcript.participants[$0].id }) }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct Seeded {
  var state: UInt64

  mutating func number(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
