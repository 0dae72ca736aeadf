import Samtale
import Testing

/// Three of the invented meetings in Norwegian, with the English meetings as their translation.
@Suite struct IPSMeetingsNorwegianTests {
  static let folder = ReferenceMeetings.package.appending(path: "Corpora").path
  static let names = ["team2-m1", "team6-m2", "team7-m1"]
  static let originals = Corpus.read([folder + "/ips-meetings-nb"])
  static let english = Corpus.read(names.map { folder + "/ips-meetings/\($0).xml" })

  /// An original and the English meeting that is its translation.
  static func pair(_ name: String) throws -> (original: Transcript, english: Transcript) {
    (
      try #require(originals.transcripts.first { $0.id == name + "-nb" }),
      try #require(english.transcripts.first { $0.id == name })
    )
  }

  @Test func isClean() {
    let result = ProfileCheck(profile: .samtale).run(
      CorpusInput(paths: [Self.folder + "/ips-meetings-nb"]))
    #expect(result.transcripts == 3)
    #expect(result.utterances == 229)
    #expect(result.diagnostics == [])
    #expect(Self.originals.accounting.isComplete)
  }

  @Test(arguments: names)
  func theTranslationOfEachUtteranceIsTheEnglishUtterance(name: String) throws {
    let (original, english) = try Self.pair(name)
    #expect(original.language == "nb")
    #expect(original.translationLanguages == ["en"])
    let translations = original.translations(into: "en")
    #expect(translations.map(\.utterance) == Array(original.utterances.indices))
    #expect(translations.map(\.text) == english.utterances.map(\.text))
  }

  @Test(arguments: names)
  func allButTheWordsIsThatOfTheEnglishMeeting(name: String) throws {
    let (original, english) = try Self.pair(name)
    #expect(original.participants == english.participants)
    #expect(original.teams == english.teams)
    #expect(original.roles == english.roles)
    #expect(original.date == english.date)
    #expect(original.timeline == english.timeline)
    #expect(original.sections.map(\.utterances) == english.sections.map(\.utterances))
    #expect(original.topics.map(\.label) == english.topics.map(\.label))
    #expect(original.topics.map(\.analysis) == english.topics.map(\.analysis))
    for (mine, other) in zip(original.topics, english.topics) {
      #expect(mine.extent.stretches.map(\.utterance) == other.extent.stretches.map(\.utterance))
    }
    for (mine, other) in zip(original.utterances, english.utterances) {
      #expect(mine.id == other.id)
      #expect(mine.speakers == other.speakers, "\(mine.id)")
      #expect(mine.start == other.start, "\(mine.id)")
      #expect(mine.end == other.end, "\(mine.id)")
    }
    let marks = { (transcript: Transcript) in
      transcript.marks.map { "\($0.kind) \($0.utterance) \($0.isBetween)" }
    }
    #expect(marks(original) == marks(english))
    #expect(original.turns().count == english.turns().count)
  }

  /// What was said in Norwegian is not English: only backchannels and an okay are the same.
  @Test(arguments: names) func theOriginalIsNorwegian(name: String) throws {
    let (original, english) = try Self.pair(name)
    let same = zip(original.utterances, english.utterances).filter { $0.text == $1.text }
    #expect(same.count <= 8)
    #expect(same.allSatisfy { WordCount.words(in: $0.0.text) <= 2 })
    let talk = original.utterances.map(\.text).joined(separator: " ").lowercased()
    for word in ["ikke", "jeg", "altså", "det", "noe"] {
      #expect(talk.contains(" \(word)"), "\(word)")
    }
  }

  @Test func twoTranslatorsAndAllStatuses() {
    let all = Self.originals.transcripts.flatMap { $0.translations(into: "en") }
    #expect(Set(all.map(\.translator)) == ["Henrik Tveide", "Solveig Aasbø"])
    let statuses = Dictionary(grouping: all, by: { $0.status }).mapValues(\.count)
    // team2-m1: 81 checked, 3 drafts; team6-m2: 48 drafts, 26 back-translated; team7-m1: 68 checked,
    // 3 back-translated.
    #expect(statuses == [.draft: 51, .checked: 149, .backTranslated: 29])
    #expect(
      Set(all.compactMap(\.date)) == [
        "2018-02-05", "2018-02-19", "2018-03-05", "2018-08-20", "2018-09-11",
      ])
  }

  @Test func theFilesAreCanonical() throws {
    for name in Self.names {
      let path = Self.folder + "/ips-meetings-nb/\(name).xml"
      let (original, _) = try Self.pair(name)
      #expect(TEI.write(original).bytes == (try Files.bytes(path)), "\(name)")
    }
  }
}
