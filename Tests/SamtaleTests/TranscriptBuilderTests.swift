import Foundation
import Samtale
import TestSupport
import Testing

/// Transcripts made utterance by utterance.
@Suite struct TranscriptBuilderTests {
  private func builtMeeting() -> Transcript {
    var builder = TranscriptBuilder(id: "m1", language: "en", file: "m1.vtt")
    builder.header.title = "A  meeting"
    builder.header.date = "2024-05-01"
    builder.header.recordingSeconds = 60
    builder.header.media = "m 1.wav"
    builder.header.source = "m1.vtt"
    builder.header.remarks = ["Imported from WebVTT."]
    let anna = builder.participant(labelled: "Anna")
    let bo = builder.add(
      Participant(
        id: "p.bo", label: "Bo", roles: ["SW"], memberships: [.init(team: "Fjord")],
        attributes: [.init(.name, text: "Bo Berg")]))
    builder.append(UtteranceDraft("  Shall we\n begin? ", speakers: [anna], start: 0, end: 1.5))
    builder.appendBetween(.cut("coffee"))
    var draft = UtteranceDraft(speakers: [bo], start: 1.2504, end: 4, line: 7)
    draft.append("I took ")
    draft.add(.init(.pause, seconds: 0.6))
    draft.append("the ")
    draft.append("early bus", as: .init(.unclear, reason: "noise"))
    draft.add(.init(.contribution, "mm", by: [anna]))
    draft.append(".")
    draft.transition = .overlap
    builder.append(draft)
    builder.append(UtteranceDraft("Yes", speakers: [bo, anna, bo]))
    return builder.transcript()
  }

  @Test func holdsWhatWasAppended() {
    let meeting = builtMeeting()
    #expect(meeting.id == "m1")
    #expect(meeting.language == "en")
    #expect(meeting.header.title == "A meeting")
    #expect(meeting.date == "2024-05-01")
    #expect(meeting.header.recordingSeconds == 60)
    #expect(meeting.participants.map(\.id) == ["p.Anna", "p.bo"])
    #expect(meeting.roles.map(\.code) == ["SW"])
    #expect(meeting.teams.map(\.names) == [["Fjord"]])
    let utterances = meeting.utterances
    #expect(utterances.map(\.id) == ["u1", "u2", "u3"])
    #expect(utterances.map(\.text) == ["Shall we begin?", "I took the early bus.", "Yes"])
    #expect(utterances.map(\.speakers) == [[0], [1], [0, 1]])
    #expect(utterances.map(\.start) == [0, 1.25, nil])
    #expect(utterances.map(\.end) == [1.5, 4, nil])
    #expect(utterances.map(\.isAfterCut) == [false, true, false])
    #expect(utterances[1].transition == .overlap)
    #expect(utterances[1].line == 7)
    let marks = utterances[1].marks
    #expect(marks.map(\.kind) == [.pause, .unclear, .contribution])
    #expect(marks.map { utterances[1].scalarRange(of: $0) } == [7..<7, 11..<20, 20..<20])
    #expect(marks.map(\.seconds) == [0.6, nil, nil])
    #expect(marks[2].text == "mm")
    // 15 + 21 + 3 of words, 4 spaces too many, "mm" and "coffee".
    #expect(meeting.accounting[.speech] == 39)
    #expect(meeting.accounting[.collapsed] == 4)
    #expect(meeting.accounting[.contributions] == 2)
    #expect(meeting.accounting[.descriptions] == 6)
    #expect(meeting.accounting.isComplete)
  }

  @Test func whatIsLearntLaterOfAParticipant() throws {
    var builder = TranscriptBuilder(id: "m", file: "")
    let anna = builder.participant(labelled: "A")
    builder.append(UtteranceDraft("yes", speakers: [anna]))
    builder.amend(anna) { person in
      person.id = "other"
      person.label = " Anna "
      person.roles = ["work applicant"]
    }
    builder.declareRole("SW", name: "social worker")
    let meeting = builder.transcript()
    #expect(builder.index(labelled: "Anna") == anna)
    #expect(builder.index(labelled: "A") == anna)
    #expect(builder.index(labelled: "B") == nil)
    #expect(meeting.participants.map(\.id) == ["p.A"])
    #expect(meeting.participants.map(\.label) == ["Anna"])
    #expect(meeting.participants.map(\.roles) == [["work_applicant"]])
    #expect(meeting.roles.map(\.name) == ["work applicant", "social worker"])
    try expectSame(meeting, "amended")
  }

  @Test func isTheSameOnceWrittenAndRead() throws {
    try expectSame(builtMeeting(), "meeting")
  }

  @Test func stretchesThatOverlapAreSplit() throws {
    var builder = TranscriptBuilder(id: "m", file: "")
    var draft = UtteranceDraft("one two three")
    draft.add(.init(.unclear), at: 0..<7)
    draft.add(.init(.deleted), at: 4..<13)
    draft.add(.init(.incident, "door"), at: 7..<7)
    builder.append(draft)
    let meeting = builder.transcript()
    let utterance = meeting.utterances[0]
    #expect(utterance.marks.map(\.kind) == [.unclear, .deleted, .deleted, .incident])
    #expect(utterance.marks.map { utterance.scalarRange(of: $0) } == [0..<7, 4..<7, 7..<13, 7..<7])
    #expect(utterance.marks.map(\.parent) == [nil, 0, nil, 2])
    try expectSame(meeting, "overlapping stretches")
  }

  @Test func identifiersAreValidAndUnlikeEachOther() throws {
    var builder = TranscriptBuilder(id: "u1", file: "")
    let first = builder.participant(labelled: "A b")
    #expect(builder.participant(labelled: " A  b ") == first)
    _ = builder.add(Participant(id: "p.A_b", label: "Other", roles: ["T0"]))
    for id in [nil, "7", "7"] {
      var draft = UtteranceDraft("ja", start: 1)
      draft.id = id
      builder.append(draft)
    }
    let meeting = builder.transcript()
    #expect(meeting.participants.map(\.id) == ["p.A_b", "p.A_b.2"])
    #expect(meeting.utterances.map(\.id) == ["u1.2", "u.7", "u.7.2"])
    // The role T0 has the name that the first point in time would have.
    #expect(meeting.timeline.id(0) == "T.0")
    try expectSame(meeting, "identifiers")
  }

  @Test func impossibleTimesAreLeftOut() {
    var builder = TranscriptBuilder(id: "m", file: "")
    builder.append(UtteranceDraft("a", start: -1, end: .infinity))
    builder.append(UtteranceDraft("b\u{1}\u{FFFF}", start: .nan, end: 1e12))
    let meeting = builder.transcript()
    #expect(builder.refusedTimes == 4)
    #expect(builder.replacedCharacters == 2)
    #expect(meeting.utterances.map(\.start) == [nil, nil])
    #expect(meeting.utterances[1].text == "b\u{FFFD}\u{FFFD}")
    #expect(meeting.timeline.count == 0)
  }

  @Test(arguments: UInt64(1)...300) func anyTranscriptIsTheSameOnceWrittenAndRead(
    _ seed: UInt64
  ) throws {
    var random = SeededNumbers(seed: seed)
    try expectSame(Self.randomTranscript(&random), "seed \(seed)")
  }

  private func expectSame(_ built: Transcript, _ name: String) throws {
    let writing = TEI.write(built)
    #expect(writing.diagnostics == [], "\(name)")
    let reading = TEI.read(bytes: writing.bytes, named: built.file)
    #expect(reading.diagnostics.filter { $0.severity == .error } == [], "\(name)")
    let read = try #require(reading.transcripts.first)
    #expect(read.header == built.header, "\(name)")
    #expect(read.participants == built.participants, "\(name)")
    #expect(read.taxonomies == built.taxonomies, "\(name)")
    #expect(read.teams == built.teams, "\(name)")
    #expect(read.timeline == built.timeline, "\(name)")
    #expect(read.marks == built.marks, "\(name)\n\(writing.text)")
    #expect(read.utterances.map(\.text) == built.utterances.map(\.text), "\(name)")
    #expect(read == built, "\(name)")
    let folder = try TemporaryFolder()
    let file = try folder.write(writing.text, to: "written.xml")
    let check = ProfileCheck(profile: .samtale).run(CorpusInput(paths: [file]))
    #expect(check.diagnostics.filter { $0.code == .profile } == [], "\(name)")
  }

  // MARK: Random transcripts

  private static let words = [
    "ja", " ", "\n", "\u{A0}", "å\u{301}", "👍🏽", "<b>", "&", "\u{0}", "\u{FFFE}", "\u{2028}",
    "]]>", "  so ", "\t", "word",
  ]

  private static func text(_ random: inout SeededNumbers) -> String {
    (0..<Int.random(in: 0...5, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined()
  }

  private static func mark(_ random: inout SeededNumbers, people: Int) -> MarkDraft {
    let kind = Mark.Kind.allCases.randomElement(using: &random) ?? .pause
    return MarkDraft(
      kind, text(&random), type: Bool.random(using: &random) ? "laughter" : nil,
      reason: Bool.random(using: &random) ? "sampling" : nil,
      seconds: Bool.random(using: &random) ? 0.25 : nil,
      by: Bool.random(using: &random) ? [Int.random(in: 0..<people, using: &random)] : [],
      start: Bool.random(using: &random) ? Double.random(in: 0...50, using: &random) : nil,
      language: Bool.random(using: &random) ? "nb" : nil)
  }

  private static func randomTranscript(_ random: inout SeededNumbers) -> Transcript {
    var builder = TranscriptBuilder(id: "m \(text(&random))", language: "nb", file: "x.srt")
    builder.header.remarks = [text(&random), text(&random)]
    builder.header.title = text(&random)
    builder.header.media = text(&random)
    let people = Int.random(in: 1...4, using: &random)
    for i in 0..<people {
      _ = builder.add(
        Participant(
          id: text(&random), label: text(&random) + "\(i)",
          roles: Bool.random(using: &random) ? ["r\(text(&random))"] : []))
    }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      var draft = UtteranceDraft(
        text(&random),
        speakers: (0..<Int.random(in: 0...2, using: &random)).map { _ in
          Int.random(in: 0..<people, using: &random)
        })
      if Bool.random(using: &random) { draft.start = Double.random(in: 0...50, using: &random) }
      if Bool.random(using: &random) { draft.end = Double.random(in: 50...99, using: &random) }
      draft.transition = Bool.random(using: &random) ? .smooth : nil
      draft.language = Bool.random(using: &random) ? "en" : nil
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        draft.append(text(&random))
        let start = Int.random(in: 0...max(0, draft.length), using: &random)
        let end = Int.random(in: start...max(start, draft.length), using: &random)
        draft.add(mark(&random, people: people), at: start..<end)
        draft.append(text(&random))
      }
      builder.append(draft)
      let between = mark(&random, people: people)
      if [.pause, .vocal, .incident, .gap, .note, .contribution].contains(between.kind) {
        builder.appendBetween(between)
      }
    }
    return builder.transcript()
  }

  @Test func identifiersWithHugeNumbers() {
    var builder = TranscriptBuilder(id: "m")
    let wanted = ["u-9223372036854775808", "u9223372036854775807", "u0", "u-1", "u1"]
    for id in wanted {
      var draft = UtteranceDraft("Yes.")
      draft.id = id
      builder.append(draft)
    }
    #expect(builder.transcript().utterances.map(\.id) == wanted)
  }

  /// What the profile wants as one word or as a number becomes one, or is said in words.
  @Test func factsFitTheProfile() throws {
    var builder = TranscriptBuilder(id: "m", file: "m.xml")
    let facts: [Participant.Attribute] = [
      .init(.gender, text: "female"), .init(.gender, value: "non binary"), .init(.sex),
      .init(.age, value: "about forty"), .init(.age, value: "40", atLeast: "x", atMost: "4.5"),
      .init(.state, text: "SW"), .init(.trait, type: "years in\u{200B}job", text: "3"),
    ]
    let person = builder.add(Participant(id: "p.a", label: "A", attributes: facts))
    builder.append(UtteranceDraft("Yes.", speakers: [person]))
    let transcript = builder.transcript()
    #expect(
      transcript.participants[0].attributes == [
        .init(.gender, value: "female", text: "female"), .init(.gender, value: "non_binary"),
        .init(.sex, value: "unknown"), .init(.age, text: "about_forty"),
        .init(.age, value: "40", atMost: "4.5"), .init(.state, type: "unspecified", text: "SW"),
        .init(.trait, type: "years_in_job", text: "3"),
      ])
    let reading = TEI.read(bytes: TEI.write(transcript).bytes, named: "m.xml")
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    #expect(reading.transcripts == [transcript])
  }

  /// Reading refuses XML that is nested more than 256 deep.
  @Test func stretchesAreNotNestedWithoutEnd() {
    var builder = TranscriptBuilder(id: "m", file: "m.xml")
    var draft = UtteranceDraft("a b")
    for _ in 0..<5000 { draft.add(MarkDraft(.segment), at: 0..<3) }
    builder.append(draft)
    #expect(builder.tooDeepStretches == 4800)
    let transcript = builder.transcript()
    #expect(transcript.marks.count == 200)
    #expect(
      TEI.read(bytes: TEI.write(transcript).bytes, named: "m.xml").transcripts == [transcript])
  }
}
