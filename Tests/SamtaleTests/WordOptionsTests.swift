import Samtale
import Testing

/// What counts as a word of a speaker: deleted stretches, events, notes, labels, filled pauses.
@Suite struct WordOptionsTests {
  /// Anna's utterance: I uh I (withdrawn) think so. = "I uh think so" + 1 deleted; a laugh "laughs
  /// out loud"; a note "clock strikes"; Bo's embedded "mm yes"; then a laugh alone.
  static func meeting() throws -> Transcript {
    try SmallMeeting.read(
      people: ##"<person xml:id="a" n="SW 1" role="SW"/><person xml:id="b" n="WA1" role="WA"/>"##,
      body: """
        <u who="#a">I uh <del type="repetition">I</del> think \
        <vocal><desc>laughs out loud</desc></vocal> so.\
        <note>clock strikes</note>\
        <vocal type="contribution" who="#b"><desc>mm yes</desc></vocal></u>
        <u who="#b"><vocal><desc>laughs</desc></vocal></u>
        <u who="#a">Um.</u>
        """
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var options: WordOptions
    var counts: [Int]
    var testDescription: String { options.explanation }

    init(_ extras: Set<WordOptions.Extra>, withoutFilledPauses: Bool = false, _ counts: [Int]) {
      options = WordOptions(extras: extras, withoutFilledPauses: withoutFilledPauses)
      self.counts = counts
    }
  }

  static let cases: [Case] = [
    Case([], [4, 0, 1]),
    Case([.deleted], [5, 0, 1]),
    Case([.descriptions], [7, 1, 1]),
    Case([.notes], [6, 0, 1]),
    Case([.contributions], [6, 0, 1]),
    Case([.labels], [6, 1, 3]),
    Case([.deleted, .notes, .contributions, .descriptions, .labels], [14, 2, 3]),
    Case([], withoutFilledPauses: true, [3, 0, 0]),
    Case([.deleted], withoutFilledPauses: true, [4, 0, 0]),
  ]

  @Test(arguments: cases) func wordsOfEachUtterance(_ example: Case) throws {
    #expect(try Self.meeting().wordCounts(example.options) == example.counts)
  }

  @Test func deletedPartsOfWords() throws {
    let transcript = try SmallMeeting.read(
      body:
        ##"<u who="#a">the <del>tra</del> train <del>is</del></u><u who="#b"><del>No</del></u>"##
    )
    #expect(transcript.wordCounts() == [2, 0])
    #expect(transcript.wordCounts(WordOptions(extras: [.deleted])) == [4, 1])
  }

  @Test func wordlessUtterancesCountAsTurnsIfAsked() throws {
    let transcript = try Self.meeting()
    let without = MeetingParticipation(transcript)
    #expect(without.contributors.map(\.turnWords) == [[5]])
    let with = MeetingParticipation(transcript, words: WordOptions(countsNonverbal: true))
    #expect(with.contributors.map(\.turnWords) == [[4, 1], [0]])
  }

  /// Only what is spoken makes a turn: Bo's laugh never does, whatever is counted as a word.
  @Test(
    arguments: [
      ([.labels], [9]), ([.descriptions], [8]), ([.notes], [7]), ([.contributions], [7]),
      ([.deleted], [6]), (Set(WordOptions.Extra.allCases), [17]),
    ] as [(Set<WordOptions.Extra>, [Int])])
  func extrasMakeNoTurns(_ extras: Set<WordOptions.Extra>, _ turnWords: [Int]) throws {
    let meeting = MeetingParticipation(try Self.meeting(), words: WordOptions(extras: extras))
    #expect(meeting.contributors.map(\.turnWords) == [turnWords])
  }

  /// The words of one utterance in a language, without its filled pauses.
  private func words(_ language: String, _ text: String) throws -> [Int] {
    let body = ##"<u who="#a">\##(text)</u>"##
    return try SmallMeeting.read(language: language, body: body)
      .wordCounts(WordOptions(withoutFilledPauses: true))
  }

  @Test func filledPausesWhateverTheirCase() throws {
    #expect(try words("en", "UM, Øh … ja, uhm-uhm") == [2])
    #expect(try words("en", "Hmm, no") == [1])
  }

  /// "er" is a filled pause in English and a verb in Norwegian and Danish; German has "er" and "um";
  /// "ö" and "ø" are islands; "mhm" is an answer.
  @Test(arguments: [
    ("en-GB", "Er, um, yes", 1), ("nb", "Hva er det? Det er ei ø.", 7), ("nb-NO", "Eh, øh, ja", 1),
    ("no", "Eh, ja", 1), ("nn", "Er det eit um?", 4), ("da", "Uh! Øh, er det en ø?", 5),
    ("sv", "Öh, en ö, äh", 3), ("de", "Um neun kommt er, äh, ähm", 4), ("fr", "Er, um, eh, uhm", 3),
    ("en", "Mhm, mm", 2),
  ]) func filledPausesOfALanguage(_ language: String, _ text: String, _ count: Int) throws {
    #expect(try words(language, text) == [count])
  }

  @Test func utterancesInAnotherLanguageHaveItsFilledPauses() throws {
    let transcript = try SmallMeeting.read(
      language: "nb",
      body: ##"<u who="#a">Er du der?</u><u who="#b" xml:lang="en">Er, yes.</u>"##
    )
    let options = WordOptions(withoutFilledPauses: true)
    #expect(transcript.wordCounts(options) == [3, 1])
    #expect(MeetingParticipation(transcript, words: options).filledPauseLanguages == ["en", "nb"])
    #expect(MeetingParticipation(transcript).filledPauseLanguages == [])
  }

  /// What is counted and what is left out, always both.
  @Test func explanationsNameTheChoices() {
    #expect(
      WordOptions().explanation.hasSuffix(
        """
        Counted: what was spoken, filled pauses too; left out: deleted stretches, others' words \
        inside a turn, descriptions, notes, printed labels.
        """
      )
    )
    #expect(
      WordOptions(extras: [.notes, .deleted], withoutFilledPauses: true).explanation.hasSuffix(
        """
        Counted: what was spoken, deleted stretches, notes; left out: others' words inside a \
        turn, descriptions, printed labels, filled pauses.
        """
      )
    )
    let everything = WordOptions(extras: Set(WordOptions.Extra.allCases)).explanation
    #expect(everything.hasSuffix("left out: nothing."))
  }
}
