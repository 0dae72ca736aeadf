/// Tries to lay a sentence out in acknowledgements, hesitation and evaluations without a rest.
struct CueTiling {
  /// What covers a stretch of the sentence.
  struct Piece {
    var words: Range<Int>
    var kind: Lexicon.Class
    /// The rule; `nil` for a start that was broken off.
    var rule: Int32?
  }

  private let rules: CueRules
  private let text: CueText
  private let sentence: CueText.Sentence
  /// The best piece that ends at each place, with the cost of all up to there.
  private var best: [(cost: Int, piece: Piece)?]

  /// Longer sentences are substantive whatever they hold.
  static let longest = 40
  /// An ordinary contribution of tokens has no more different pieces.
  static let mostPieces = 8

  init(_ rules: CueRules, _ text: CueText, _ sentence: CueText.Sentence) {
    self.rules = rules
    self.text = text
    self.sentence = sentence
    best = Array(repeating: nil, count: sentence.words.count + 1)
  }

  /// The pieces in order, with as few evaluations and as few pieces as possible; `nil` if
  /// something of the sentence is left over.
  /// - Parameters:
  ///   - matches: All that matched in the sentence, in order.
  ///   - allowsBreakOff: Whether a start that was broken off may be one of them.
  /// - Returns: The pieces; `nil` also for a sentence of more than ``longest`` words.
  mutating func pieces(_ matches: [CueMatcher.Match], allowsBreakOff: Bool) -> [Piece]? {
    let first = sentence.words.lowerBound
    guard sentence.words.count <= Self.longest else { return nil }
    var next = matches.makeIterator()
    var match = next.next()
    for start in sentence.words {
      let isReached = start == first || best[start - first] != nil
      while let found = match, found.words.lowerBound == start {
        let kind = rules.rules[Int(found.rule)].kind
        if isReached, let cost = Self.cost(kind) {
          add(Piece(words: found.words, kind: kind, rule: found.rule), cost)
        }
        match = next.next()
      }
      if isReached, allowsBreakOff, let end = brokenOff(start) {
        add(Piece(words: start..<end, kind: .dangling, rule: nil), 20)
      }
    }
    return backtrace()
  }

  private static func cost(_ kind: Lexicon.Class) -> Int? {
    switch kind {
    case .filler: 1
    case .minimal: 10
    case .assessment: 1000
    default: nil
    }
  }

  private mutating func add(_ piece: Piece, _ cost: Int) {
    let first = sentence.words.lowerBound
    let total = cost + (best[piece.words.lowerBound - first]?.cost ?? 0)
    let place = piece.words.upperBound - first
    if let known = best[place], known.cost <= total { return }
    best[place] = (total, piece)
  }

  /// The end of a start that was broken off: at most three function words before a break, of which
  /// the last cannot end a sentence or is followed by a dash or dots.
  private func brokenOff(_ start: Int) -> Int? {
    for place in start..<min(start + 3, sentence.words.upperBound) {
      let code = Int(text.words[place].code)
      guard rules.isStop[code] || rules.isDangling[code] else { return nil }
      let isLast = place + 1 == sentence.words.upperBound
      let after = isLast ? sentence.end : text.words[place + 1].before
      if !after.isDisjoint(with: [.dash, .ellipsis]) { return place + 1 }
      let isBreak = isLast ? after.isDisjoint(with: .terminal) : after.contains(.comma)
      if isBreak, rules.isDangling[code] { return place + 1 }
    }
    return nil
  }

  private func backtrace() -> [Piece]? {
    let first = sentence.words.lowerBound
    var pieces: [Piece] = []
    var place = sentence.words.count
    while place > 0 {
      guard let piece = best[place]?.piece else { return nil }
      pieces.append(piece)
      place = piece.words.lowerBound - first
    }
    return pieces.reversed()
  }
}
