import Samtale
import Testing

@Suite("Integrity of random excerpts")
struct ExcerptIntegrityTests {
  @Test("10,000 excerpts give back what was said, and every spoiled one is refused")
  func integrity() throws {
    var random = RandomGenerator(seed: 5)
    let transcripts = RandomExcerpts.meetings(&random)
    let sources = ExcerptSources(transcripts)
    var excerpts = RandomExcerpts(sources: sources, random: random)
    var refused = 0
    var operations: [String: Int] = [:]
    for number in 0..<10_000 {
      let items = excerpts.items()
      let excerpt = try VerifiedExcerpt(name: "e\(number)", items: items, in: sources)
      for turn in excerpt.turns {
        for piece in turn.text.pieces { operations[piece.operation, default: 0] += 1 }
        // Worked out from the printed pieces alone, by another way than the check's.
        var said = ""
        for piece in turn.text.pieces {
          switch piece {
          case .keep(let words), .emphasise(let words), .elide(let words): said += words
          case .replace(let words, _), .normalise(let words, _): said += words
          case .insert, .gloss, .address: break
          }
        }
        let whole = Array(turn.version.transcript.utterances[turn.utterance].text.unicodeScalars)
        let part = whole[turn.text.start...].prefix(said.unicodeScalars.count)
        try #require(Array(said.unicodeScalars) == Array(part))
      }
      let wrong = number % 8
      guard let spoiled = excerpts.spoiled(items, wrong) else { continue }
      #expect(throws: ExcerptFailure.self, "\(wrong): \(items) \(spoiled)") {
        try VerifiedExcerpt(name: "e", items: spoiled, in: sources)
      }
      refused += 1
    }
    #expect(refused > 6_000)
    #expect(operations.count == 8)
    #expect(operations.values.allSatisfy { $0 > 1_000 })
  }

  @Test("notation gives the same items again")
  func notation() throws {
    var random = RandomGenerator(seed: 6)
    let sources = ExcerptSources(RandomExcerpts.meetings(&random))
    var excerpts = RandomExcerpts(sources: sources, random: random)
    for _ in 0..<2_000 {
      let items = excerpts.items()
      let text = ExcerptNotation.text(items, in: sources)
      let again = try ExcerptNotation.items(text, in: sources)
      try #require(again == items, "\(text)")
    }
  }
}
