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
  private static let media = [
    "talk 1.mp3", "recordings/møte 50% & 2.mp4", "https://example.org/a b/c.wav", "x.unknown",
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
    if random.number(3) > 0 {
      builder.header.media = media[random.number(media.count)]
      builder.header.recordingSeconds = 4_000.25
    }
    for _ in 0..<random.number(30) + 1 {
      let sort = random.number(8)
      let speakers =
        sort == 0 ? [] : sort == 1 ? [people[0], people[2]] : [people[random.number(people.count)]]
      let start = random.number(4) > 0 ? random.number(3_000_000) : nil
      let end = random.number(4) > 0 ? (start ?? 0) + random.number(900_000) : nil
      var draft = UtteranceDraft(
        speakers: speakers, start: start.map { Double($0) / 1000 },
        end: end.map { Double($0) / 1000 })
      for _ in 0..<random.number(12) + 1 {
        if random.number(8) == 0 {
          // In the middle of the utterance, or anywhere.
          let time = random.number(2) == 0 ? ((start ?? 0) + (end ?? 0)) / 2 : random.number(4_000)
          draft.add(MarkDraft(.anchor, start: Double(time) / 1000))
        }
        draft.append(words[random.number(words.count)] + (random.number(5) == 0 ? "" : " "))
      }
      builder.append(draft)
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
      let spoken = corpus.inOrder.map(\.transcript)
      let recorded = spoken.filter { !$0.header.media.isEmpty }
      #expect(losses[.recording] == 0)
      #expect(losses[.times] == times(spoken) - times(recorded))
      #expect(losses[.anchors] == anchors(spoken).count - anchors(result.transcripts).count)
      for (before, after) in zip(spoken, result.transcripts) {
        try compareTimes(before, after)
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

  /// Times of talk whose recording is named are the same; other talk has none.
  private func compareTimes(_ before: Transcript, _ after: Transcript) throws {
    #expect(after.header.media == before.header.media)
    #expect(after.header.recordingSeconds == before.header.recordingSeconds)
    let isRecorded = !before.header.media.isEmpty
    #expect(after.utterances.map(\.start) == before.utterances.map { isRecorded ? $0.start : nil })
    #expect(after.utterances.map(\.end) == before.utterances.map { isRecorded ? $0.end : nil })
    // Those inside utterances whose times they fit.
    let kept = isRecorded ? anchors([before]).filter(\.fits) : []
    #expect(anchors([after]) == kept)
  }

  private func times(_ transcripts: [Transcript]) -> Int {
    transcripts.flatMap(\.utterances).count { $0.start != nil && $0.end != nil }
  }

  private struct Anchor: Equatable {
    var utterance: Int
    var place: Int
    var seconds: Double?
    /// Whether it lies before the end of the words and within the times of the utterance.
    var fits: Bool
  }

  private func anchors(_ transcripts: [Transcript]) -> [Anchor] {
    transcripts.flatMap { transcript in
      transcript.utterances.flatMap { utterance in
        utterance.marks.filter { $0.kind == .anchor }.map { mark in
          let place = utterance.scalarRange(of: mark).lowerBound
          let seconds = mark.start(in: transcript)
          let range = (utterance.start ?? 0)...max(utterance.end ?? .infinity, utterance.start ?? 0)
          return Anchor(
            utterance: utterance.index, place: place, seconds: seconds,
            fits: place < utterance.text.unicodeScalars.count
              && seconds.map(range.contains) ?? false)
        }
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
