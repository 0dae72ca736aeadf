import Samtale
import Testing

@Suite struct CueReaderTests {
  @Test(arguments: ["", " ", "…", "?!", "– –", "☺️"]) func wordlessTextHasNoForm(_ text: String) {
    #expect(CueReader(.of("en")).read(text) == nil)
  }

  @Test func manyDifferentTokensAreSubstantive() {
    let reader = CueReader(.of("en"))
    #expect(reader.read("Yeah yeah yeah yeah yeah yeah yeah yeah yeah yeah.")?.form == .minimal)
    let many = "Yeah, okay, right, sure, no, oh, wow, exactly, true, of course."
    #expect(reader.read(many)?.form == .substantive)
  }

  @Test func rulesArePlacedInScalars() throws {
    let reading = try #require(CueReader(.of("nb")).read("Å ja. Skjønner du?"))
    #expect(reading.sentences == [0..<5, 6..<18])
    #expect(
      reading.matches.contains(
        RuleMatch(rule: RuleMatch.questionMark, kind: .question, range: 17..<18)))
  }

  @Test func stemsMeet() {
    let expected: [(String, String, String)] = [
      ("en", "We planned two meetings", "The meeting plan"),
      ("nb", "Har du snakket med legen om medisinene?", "Legene snakker om medisin."),
      ("nn", "Snakka du med legane?", "Legen snakkar."),
      ("da", "Medicinerne", "Medicin"),
      ("sv", "Läkaren ringde", "Läkarna ringer"),
    ]
    for (language, a, b) in expected {
      let reader = CueReader(.of(language))
      let shared = reader.contentStems(a).intersection(reader.contentStems(b))
      #expect(!shared.isEmpty, "\(language): \(reader.contentStems(a)) \(reader.contentStems(b))")
    }
    #expect(CueReader(.of("nb")).contentStems("Ja, det er det ikke. Mm. 8 14") == ["14"])
    #expect(CueReader(.of("en")).contentStems("Yeah, that's what we thought.") == [])
  }

  /// Random strings of words of the lists, punctuation and strange scalars.
  @Test(arguments: Lexicon.languages) func neverFailsOnRandomText(_ language: String) {
    let lexicon = Lexicon.of(language)
    let reader = CueReader(lexicon)
    let words = lexicon.entries.map(\.pattern).joined(separator: " ")
      .split { " ()|^$_".contains($0) }
    let signs = [
      " ", ".", "?", "!", "…", ",", " – ", "-", "'", "’", "\u{30A}", "🙂", "\u{0}", "會", " ", "7",
      "06.40", "kl.", "\u{200D}", "ß", "İ",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<next(24) {
        text += next(3) == 0 ? signs[next(signs.count)] : String(words[next(words.count)])
        if next(4) > 0 { text += " " }
      }
      let count = text.unicodeScalars.count
      let sentences = Sentences.split(text)
      var end = 0
      for sentence in sentences {
        #expect(sentence.lowerBound >= end && sentence.upperBound <= count && !sentence.isEmpty)
        end = sentence.upperBound
      }
      guard let reading = reader.read(text) else {
        #expect(sentences.isEmpty, "\(text)")
        continue
      }
      #expect(reading.sentences == sentences)
      #expect(reading.isQuestion || !reading.isFirstPairPart)
      for match in reading.matches {
        #expect(match.range.lowerBound >= 0 && match.range.upperBound <= count, "\(text)")
        #expect(!match.range.isEmpty)
      }
      _ = reader.contentStems(text)
    }
  }
}
