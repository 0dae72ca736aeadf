import Testing

@testable import Samtale

@Suite struct BoundarySuggesterTests {
  @Test("two halves about different things are parted where they meet", arguments: ["en", nil])
  func halves(language: String?) throws {
    let transcript = BoundarySamples.halves(language: language)
    let found = BoundarySuggester().suggest(transcript, topics: 2)
    #expect(found.count == 1)
    let boundary = try #require(found.first)
    #expect(abs(boundary.utterance - 40) <= 1)
    #expect(boundary.probability > 0.2 && boundary.probability <= 1)
    #expect(!boundary.reasons.isEmpty)
    #expect(boundary.reasons.allSatisfy { $0.contribution > 0 })
    #expect(
      zip(boundary.reasons, boundary.reasons.dropFirst())
        .allSatisfy { $0.contribution >= $1.contribution })
    let texts = Set(boundary.reasons.map(\.text))
    #expect(
      texts.contains("vocabulary changes") || texts.contains("other people speak than before"))
  }

  @Test func theHalvesAreFoundWithoutANumber() {
    let found = BoundarySuggester().suggest(BoundarySamples.halves())
    #expect(found.contains { abs($0.utterance - 40) <= 1 })
    #expect(found.count <= 5)
  }

  @Test("too little to part", arguments: [0, 1, 2, 3])
  func few(count: Int) {
    let lines = (0..<count).map { ($0 % 2, "something about words \($0)") }
    let transcript = BoundarySamples.transcript(lines)
    for set in CoefficientSet.allCases {
      let suggester = BoundarySuggester(set)
      #expect(suggester.suggest(transcript).count < max(1, count))
      #expect(suggester.suggest(transcript, topics: 9).count == max(0, count - 1))
      let scores = suggester.scores(transcript)
      #expect(scores.count == count)
      #expect(scores.allSatisfy { $0 >= 0 && $0 <= 1 })
    }
  }

  @Test("talk without contrast", arguments: CoefficientSet.allCases)
  func monotonous(set: CoefficientSet) {
    let one = BoundarySamples.transcript((0..<60).map { _ in (0, "same words again") })
    let silent = BoundarySamples.transcript((0..<60).map { _ in (0, "…") })
    #expect(BoundarySuggester(set).scores(one).allSatisfy { $0.isFinite })
    #expect(BoundarySuggester(set).suggest(one, topics: 3).count == 2)
    #expect(BoundarySuggester(set).suggest(silent).isEmpty)
    #expect(BoundarySuggester(set).scores(silent) == Array(repeating: 0, count: 60))
  }

  @Test("the asked number of topics is kept", arguments: [1, 2, 3, 7, 40, 80, 200])
  func number(topics: Int) {
    let found = BoundarySuggester().suggest(BoundarySamples.halves(), topics: topics)
    #expect(found.count == min(topics, 80) - 1)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.utterance < $1.utterance })
    #expect(found.allSatisfy { $0.utterance > 0 })
  }

  @Test func theSameTranscriptGivesTheSame() {
    let transcript = BoundarySamples.halves()
    let suggester = BoundarySuggester()
    #expect(suggester.suggest(transcript) == suggester.suggest(transcript))
    #expect(suggester.scores(transcript) == suggester.scores(transcript))
  }

  @Test func markedTopicsAreNotLookedAt() {
    let transcript = BoundarySamples.halves()
    var marked = transcript
    marked.topics = [
      Topic(label: "first", extent: .utterances(0...20)),
      Topic(label: "second", extent: .utterances(21...79)),
    ]
    #expect(BoundarySuggester().suggest(transcript) == BoundarySuggester().suggest(marked))
  }

  @Test func utterancesWithoutWordsAreNoUnits() {
    let lines = [(0, "first words"), (1, "…"), (0, "more words"), (1, ""), (1, "last words")]
    let transcript = BoundarySamples.transcript(lines)
    let found = BoundarySuggester().suggest(transcript, topics: 3)
    #expect(found.map(\.utterance) == [2, 4])
    let scores = BoundarySuggester().scores(transcript)
    #expect(scores[0] == 0 && scores[1] == 0 && scores[3] == 0)
  }

  @Test func pausesAreNamedAsReasons() throws {
    var random = RandomGenerator(seed: 3)
    let lines = BoundarySamples.talk(
      BoundarySamples.garden,
      utterances: 60,
      speakers: [0, 1],
      random: &random
    )
    let transcript = BoundarySamples.timed(lines, pauses: [30: 3.2])
    let analysis = BoundaryAnalysis(transcript, set: .automatic, leaderRole: nil)
    #expect(analysis.set == .all)
    let reasons = BoundaryReasons(analysis, .of(.all)).reasons(30)
    #expect(reasons.map(\.text).contains("pause of 3.2 s"))
  }

  @Test func theSetFollowsWhatIsThere() {
    let english = BoundarySamples.halves()
    let set = { (transcript: Transcript, set: CoefficientSet) in
      BoundaryAnalysis(transcript, set: set, leaderRole: nil).set
    }
    #expect(set(english, .automatic) == .untimed)
    #expect(set(english, .all) == .untimed)
    #expect(set(english, .withoutWordLists) == .withoutWordLists)
    #expect(set(BoundarySamples.halves(language: "fi"), .automatic) == .withoutWordLists)
    #expect(set(BoundarySamples.halves(language: "nb-NO"), .automatic) == .untimed)
  }

  @Test("on the invented meetings", arguments: [CoefficientSet.automatic, .withoutWordLists])
  func inventedMeetings(set: CoefficientSet) throws {
    let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let files = CorpusInput(paths: ["/\(folder)/Corpora/ips-meetings"]).files
    try #require(files.count == 16)
    var sums = (found: 0.0, given: 0.0, none: 0.0)
    var counts = (found: 0, marked: 0)
    for file in files {
      let transcript = try #require(try TEI.read(file).transcripts.first)
      let found = BoundarySuggester(set).suggest(transcript).map(\.utterance)
      let marked = transcript.allTopics.compactMap { $0.extent.stretches.first?.utterance }
        .filter { $0 > 0 }
      let given = BoundarySuggester(set).suggest(transcript, topics: marked.count + 1)
      let count = transcript.utterances.count
      #expect(found.count < count / 4)
      sums.found += Self.pk(found, marked, count) / 16
      sums.given += Self.pk(given.map(\.utterance), marked, count) / 16
      sums.none += Self.pk([], marked, count) / 16
      counts.found += found.count
      counts.marked += marked.count
    }
    let numbers = [sums.found, sums.given, sums.none].map { Decimals.fixed($0, 3) }
    print("Pk on ips-meetings, \(set): \(numbers[0]), number given \(numbers[1]), none", numbers[2])
    print("boundaries found \(counts.found), marked \(counts.marked)")
  }

  /// Beeferman, Berger & Lafferty 1999, over all utterances.
  static func pk(_ found: [Int], _ marked: [Int], _ count: Int) -> Double {
    let half = Double(count) / Double(2 * (Set(marked).count + 1))
    let k = max(2, Int(half.rounded()))
    let wrong = (0..<max(0, count - k)).count { unit in
      let parts = { (boundaries: [Int]) in boundaries.contains { $0 > unit && $0 <= unit + k } }
      return parts(found) != parts(marked)
    }
    return Double(wrong) / Double(max(1, count - k))
  }
}
