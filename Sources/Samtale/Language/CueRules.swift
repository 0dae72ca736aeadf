/// A lexicon made ready for matching: words as numbers, alternatives as bit sets.
struct CueRules: Sendable {
  /// A step of a rule. Plain numbers only: matching must not count references.
  struct Step: Sendable {
    enum Kind: UInt8, Sendable { case words, anyWord, gap }

    var kind = Kind.words
    /// The set of single words that fit; -1 if there are none.
    var set: Int32 = -1
    /// Phrases that fit as well: a part of ``CueRules/phrases``.
    var phrases: Range<Int32> = 0..<0
    /// Whether the step may be left out.
    var isOptional = false
    /// Whether a comma or another small break must stand before the word.
    var isAfterComma = false
  }

  /// An entry made ready.
  struct Rule: Sendable {
    var entry: Int32
    var kind: Lexicon.Class
    /// A part of ``CueRules/steps``.
    var steps: Range<Int32>
    var isAtStart: Bool
    var isAtEnd: Bool
  }

  let vocabulary: CueVocabulary
  let rules: [Rule]
  let steps: [Step]
  /// Phrases as parts of ``phraseSets``.
  let phrases: [Range<Int32>]
  /// The sets of the words of phrases, one after the other.
  let phraseSets: [Int32]
  let entries: [Lexicon.Entry]
  /// For each word, the sets that hold it: `width` numbers of 64 bits.
  private let members: [UInt64]
  private let width: Int
  /// For each word, the rules that may begin with it: a part of `candidates`.
  private let candidateEnds: [Int32]
  private let candidates: [Int32]
  /// For each word, whether it is one of the stop words, of the dangling ones.
  let isStop: [Bool]
  let isDangling: [Bool]
  /// For each word, whether it is an acknowledgement or hesitation by itself.
  private let isToken: [Bool]

  init(_ lexicon: Lexicon) {
    var compiler = RuleCompiler(lexicon)
    compiler.run()
    vocabulary = CueVocabulary(compiler.sets.lazy.flatMap { $0 })
    rules = compiler.rules
    steps = compiler.steps
    phrases = compiler.phrases
    phraseSets = compiler.phraseSets
    entries = lexicon.entries
    width = (compiler.sets.count + 63) / 64
    members = Self.members(vocabulary.members, of: compiler.sets, width: width)
    let (members, width) = (members, width)
    let count = vocabulary.count
    isStop = (0..<count).map { word in
      compiler.stopSets.contains { Self.holds(members, width, word, $0) }
    }
    isDangling = (0..<count).map { word in
      compiler.danglingSets.contains { Self.holds(members, width, word, $0) }
    }
    isToken = (0..<count).map { word in
      compiler.tokenSets.contains { Self.holds(members, width, word, $0) }
    }
    var ends: [Int32] = []
    var all: [Int32] = []
    for word in 0..<count {
      for (index, sets) in compiler.firstSets.enumerated()
      where sets.contains(where: { $0 < 0 || Self.holds(members, width, word, $0) }) {
        all.append(Int32(index))
      }
      ends.append(Int32(all.count))
    }
    candidateEnds = ends
    candidates = all
  }

  /// The rules that may begin with a word.
  func candidates(_ code: Int32) -> ArraySlice<Int32> {
    let start = code == 0 ? 0 : candidateEnds[Int(code) - 1]
    return candidates[Int(start)..<Int(candidateEnds[Int(code)])]
  }

  /// Whether a word says nothing about the topic.
  func isFunctionWord(_ code: Int32) -> Bool {
    isStop[Int(code)] || isDangling[Int(code)] || isToken[Int(code)]
  }

  /// Whether a word belongs to a set.
  @inline(__always)
  func holds(_ set: Int32, _ code: Int32) -> Bool {
    Self.holds(members, width, Int(code), Int(set))
  }

  @inline(__always)
  private static func holds(_ members: [UInt64], _ width: Int, _ word: Int, _ set: Int) -> Bool {
    members[word * width + set >> 6] >> UInt64(set & 63) & 1 != 0
  }

  private static func members(
    _ words: [CuePattern.Word],
    of sets: [[CuePattern.Word]],
    width: Int
  ) -> [UInt64] {
    var members = Array(repeating: UInt64(0), count: words.count * width)
    let places = Dictionary(words.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    for (set, tests) in sets.enumerated() {
      func mark(_ word: Int) { members[word * width + set >> 6] |= 1 << UInt64(set & 63) }
      for test in tests {
        if let place = places[test] { mark(place) }
        guard test.isPrefix else { continue }
        // A longer prefix fits where a shorter one does: only the longest is looked up.
        for (place, word) in words.enumerated() where word.text.hasPrefix(test.text) { mark(place) }
      }
    }
    return members
  }
}
