/// Finds the rules that match in one sentence.
struct CueMatcher {
  /// A rule and the words it covers.
  struct Match {
    var rule: Int32
    var words: Range<Int>
  }

  let rules: CueRules
  let text: CueText
  let sentence: CueText.Sentence
  private(set) var matches: [Match] = []
  /// Whether only prefaces (acknowledgement, hesitation) stand before a word of the sentence.
  private var isReached: [Bool] = []

  init(_ rules: CueRules, _ text: CueText, _ sentence: CueText.Sentence) {
    self.rules = rules
    self.text = text
    self.sentence = sentence
  }

  mutating func run() {
    let words = sentence.words
    isReached = Array(repeating: false, count: words.count + 1)
    isReached[0] = true
    for start in words {
      skipRestart(start)
      for index in rules.candidates(text.words[start].code) {
        let rule = rules.rules[Int(index)]
        if rule.isAtStart, !isAtStart(start, rule.kind) { continue }
        guard let end = end(of: rule, step: rule.steps.lowerBound, at: start) else { continue }
        // A rule all of whose steps may be left out has not matched anything.
        guard end > start else { continue }
        matches.append(Match(rule: index, words: start..<end))
        if isReached[start - words.lowerBound], Self.isPreface(rule.kind) {
          isReached[end - words.lowerBound] = true
        }
      }
    }
  }

  /// A start made twice (*is – is it*, *wh what is*) is passed over.
  private mutating func skipRestart(_ word: Int) {
    let place = word - sentence.words.lowerBound
    if place > 0, isReached[place - 1], text.words[word].isRestart { isReached[place] = true }
  }

  /// Acknowledgements stand at the very beginning; all else may follow them.
  private func isAtStart(_ word: Int, _ kind: Lexicon.Class) -> Bool {
    let place = word - sentence.words.lowerBound
    return Self.isPreface(kind) ? place == 0 : isReached[place]
  }

  private static func isPreface(_ kind: Lexicon.Class) -> Bool {
    kind == .minimal || kind == .filler
  }

  /// Where a rule ends if its steps from `step` on fit the words from `place` on. Longer phrases
  /// are preferred, gaps are kept short.
  private func end(of rule: CueRules.Rule, step: Int32, at place: Int) -> Int? {
    let limit = sentence.words.upperBound
    if step == rule.steps.upperBound { return !rule.isAtEnd || place == limit ? place : nil }
    let test = rules.steps[Int(step)]
    if test.kind == .gap {
      for skipped in 0...3 where place + skipped <= limit {
        if let end = end(of: rule, step: step + 1, at: place + skipped) { return end }
      }
      return nil
    }
    let isBroken = place < limit && !text.words[place].before.isDisjoint(with: .small)
    if place < limit, isBroken || !test.isAfterComma {
      for phrase in test.phrases {
        guard let after = end(ofPhrase: Int(phrase), at: place) else { continue }
        if let end = end(of: rule, step: step + 1, at: after) { return end }
      }
      let fits =
        test.kind == .anyWord
        || test.set >= 0 && rules.holds(test.set, text.words[place].code)
      if fits, let end = end(of: rule, step: step + 1, at: place + 1) { return end }
    }
    return test.isOptional ? end(of: rule, step: step + 1, at: place) : nil
  }

  private func end(ofPhrase phrase: Int, at place: Int) -> Int? {
    var place = place
    for index in rules.phrases[phrase] {
      guard place < sentence.words.upperBound,
        rules.holds(rules.phraseSets[Int(index)], text.words[place].code)
      else { return nil }
      place += 1
    }
    return place
  }
}
