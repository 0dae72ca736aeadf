/// Turns the entries of a lexicon into rules.
struct RuleCompiler {
  private let lexicon: Lexicon
  private(set) var sets: [[CuePattern.Word]] = []
  private(set) var rules: [CueRules.Rule] = []
  private(set) var steps: [CueRules.Step] = []
  private(set) var phrases: [Range<Int32>] = []
  private(set) var phraseSets: [Int32] = []
  /// For each rule, the sets with which it may begin; -1 for any word.
  private(set) var firstSets: [[Int]] = []
  /// The sets of the entries of class `stop` and `dangling`.
  private(set) var stopSets: [Int] = []
  private(set) var danglingSets: [Int] = []
  /// The sets of acknowledgements and hesitation of one word.
  private(set) var tokenSets: [Int] = []
  private var setNumbers: [[CuePattern.Word]: Int] = [:]

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func run() {
    for (index, entry) in lexicon.entries.enumerated() {
      switch entry.kind {
      case .list, .none: break
      case .stop: stopSets.append(number(entry.parsed.phrases.flatMap { $0 }))
      case .dangling: danglingSets.append(number(entry.parsed.phrases.flatMap { $0 }))
      default: add(entry, index)
      }
    }
  }

  private mutating func add(_ entry: Lexicon.Entry, _ index: Int) {
    let start = Int32(steps.count)
    var isAfterComma = false
    for item in entry.parsed.items {
      if item == .comma {
        isAfterComma = true
      } else {
        var step = step(item)
        step.isAfterComma = isAfterComma
        steps.append(step)
        isAfterComma = false
      }
    }
    let rule = CueRules.Rule(
      entry: Int32(index),
      kind: entry.kind,
      steps: start..<Int32(steps.count),
      isAtStart: entry.parsed.isAtStart,
      isAtEnd: entry.parsed.isAtEnd
    )
    rules.append(rule)
    firstSets.append(firstSets(rule))
    if rule.kind == .minimal || rule.kind == .filler, rule.steps.count == 1 {
      let set = steps[Int(start)].set
      if set >= 0 { tokenSets.append(Int(set)) }
    }
  }

  private mutating func step(_ item: CuePattern.Item) -> CueRules.Step {
    switch item {
    case .comma, .anyWord: return CueRules.Step(kind: .anyWord)
    case .gap: return CueRules.Step(kind: .gap)
    case .choice(let choices):
      let ways = choices.flatMap(phrases)
      var step = CueRules.Step()
      let single = ways.filter { $0.count == 1 }.flatMap { $0 }
      if !single.isEmpty { step.set = Int32(number(single)) }
      let from = Int32(phrases.count)
      // Longer phrases are tried first.
      for way in ways.filter({ $0.count > 1 }).sorted(by: { $0.count > $1.count }) {
        let start = Int32(phraseSets.count)
        for word in way { phraseSets.append(Int32(number([word]))) }
        phrases.append(start..<Int32(phraseSets.count))
      }
      step.phrases = from..<Int32(phrases.count)
      step.isOptional = ways.contains(where: \.isEmpty)
      return step
    }
  }

  private func phrases(_ choice: CuePattern.Alternative) -> [CuePattern.Phrase] {
    switch choice {
    case .phrase(let phrase): [phrase]
    case .list(let name): lexicon.words(ofList: name)
    }
  }

  /// The sets of the words with which a rule may begin.
  private func firstSets(_ rule: CueRules.Rule) -> [Int] {
    var first: [Int] = []
    for step in steps[Int(rule.steps.lowerBound)..<Int(rule.steps.upperBound)] {
      if step.kind != .words { return [-1] }
      if step.set >= 0 { first.append(Int(step.set)) }
      for phrase in step.phrases {
        first.append(Int(phraseSets[Int(phrases[Int(phrase)].lowerBound)]))
      }
      if !step.isOptional { break }
    }
    return first
  }

  private mutating func number(_ words: [CuePattern.Word]) -> Int {
    if let known = setNumbers[words] { return known }
    setNumbers[words] = sets.count
    sets.append(words)
    return sets.count - 1
  }
}
