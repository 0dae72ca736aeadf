/// Aligns two versions of a transcript: whole utterances first, then the words between them.
struct AlignmentBuilder {
  /// How many words must agree for a place to be believed by themselves.
  static let sureWords = 4
  /// How far away, in utterances, something must be that stayed.
  static let nearby = 3

  let old: Transcript
  let new: Transcript
  let oldWords: AlignmentWords
  let newWords: AlignmentWords
  let oldIndex: WordIndex
  let newIndex: WordIndex
  let keys: UtteranceKeys
  /// What each word is worth as evidence, by its number: the rarer, the more.
  let weights: [Int32]
  var links: WordLinks
  /// For each old utterance the new one with the same speaker and words, or -1.
  var pairs: [Int32]
  var pairTrust: [WordLinks.Trust]

  init(from old: Transcript, to new: Transcript) {
    self.old = old
    self.new = new
    var vocabulary = AlignmentVocabulary()
    oldWords = AlignmentWords(old.columns, vocabulary: &vocabulary)
    newWords = AlignmentWords(new.columns, vocabulary: &vocabulary)
    oldIndex = WordIndex(oldWords.codes, count: vocabulary.count)
    newIndex = WordIndex(newWords.codes, count: vocabulary.count)
    keys = UtteranceKeys(old, new, (oldWords, newWords))
    weights = Self.weights(oldWords.codes, newWords.codes, count: vocabulary.count)
    links = WordLinks(old: oldWords.count, new: newWords.count)
    pairs = Array(repeating: -1, count: old.columns.count)
    pairTrust = Array(repeating: .certain, count: pairs.count)
    run()
  }

  private static func weights(_ old: [Int32], _ new: [Int32], count: Int) -> [Int32] {
    var counts = Array(repeating: 0, count: count)
    for code in old { counts[Int(code)] += 1 }
    for code in new { counts[Int(code)] += 1 }
    return counts.map { Int32(max(1, 8 - (Int.bitWidth - 1 - ($0 / 2 + 1).leadingZeroBitCount))) }
  }

  private mutating func run() {
    var matcher = SequenceMatcher(
      keys.old,
      keys.new,
      weights: keys.weights.map { max($0, 1) },
      hints: keys.hints(old.columns.ids, new.columns.ids)
    )
    matchUtterances(&matcher)
    matchGaps()
    matchRest(&matcher)
    doubtIsolated()
    findMoved()
  }

  // MARK: Whole utterances

  /// Pairs runs of equal utterances. Those of few words, and short ones that have several places,
  /// wait until their neighbours are known.
  private mutating func matchUtterances(_ matcher: inout SequenceMatcher) {
    matcher.match(0..<keys.old.count, 0..<keys.new.count)
    var i = 0
    while i < pairs.count {
      var end = i + 1
      while end < pairs.count, matcher.partners[end - 1] >= 0,
        matcher.partners[end] == matcher.partners[end - 1] + 1
      {
        end += 1
      }
      if matcher.partners[i] >= 0, oldWords.words(of: i..<end).count >= Self.sureWords {
        for k in i..<end {
          let isLong = oldWords.words(of: k).count >= Self.sureWords
          guard matcher.isCertain[k] || isLong else { continue }
          pair(k, Int(matcher.partners[k]), matcher.isCertain[k] ? .certain : .ambiguous)
        }
      }
      i = end
    }
  }

  mutating func pair(_ i: Int, _ j: Int, _ trust: WordLinks.Trust) {
    pairs[i] = Int32(j)
    pairTrust[i] = trust
    for (a, b) in zip(oldWords.words(of: i), newWords.words(of: j)) {
      if let source = links.source(b), source != a { links.unlink(source) }
      links.link(a, to: b...b, trust: trust)
    }
  }

  // MARK: Words between them

  private mutating func matchGaps() {
    var matcher = SequenceMatcher(oldWords.codes, newWords.codes, weights: weights)
    var from = (old: 0, new: 0)
    for i in 0...pairs.count {
      let partner = i == pairs.count ? keys.new.count : Int(pairs[i])
      guard partner >= 0 else { continue }
      if from.old < i, from.new < partner {
        matchGap(from.old..<i, from.new..<partner, &matcher)
      }
      from = (i + 1, partner + 1)
    }
  }

  private mutating func matchGap(
    _ utterances: Range<Int>, _ others: Range<Int>, _ matcher: inout SequenceMatcher
  ) {
    let words = oldWords.words(of: utterances)
    let targets = newWords.words(of: others)
    matcher.match(words, targets)
    for word in words where matcher.partners[word] >= 0 {
      let target = Int(matcher.partners[word])
      let trust: WordLinks.Trust = matcher.isCertain[word] ? .certain : .ambiguous
      links.link(word, to: target...target, trust: trust)
    }
    linkCorrections(words, targets)
    weighEvidence(words)
  }

  /// Links corrected words between those that stayed.
  private mutating func linkCorrections(_ words: Range<Int>, _ targets: Range<Int>) {
    var from = (old: words.lowerBound, new: targets.lowerBound)
    for word in words.lowerBound...words.upperBound {
      var end = targets.upperBound
      if word < words.upperBound {
        guard let target = links.target(word) else { continue }
        end = target.lowerBound
      }
      if from.old < word, from.new < end,
        (word - from.old) * (end - from.new) <= CorrectedWords.pairLimit
      {
        linkCorrections(in: from.old..<word, from.new..<end)
      }
      from = (word + 1, end + 1)
    }
  }

  private mutating func linkCorrections(in words: Range<Int>, _ targets: Range<Int>) {
    let block = CorrectedWords(
      old: words.map { oldWords.folded($0, in: old.columns) },
      new: targets.map { newWords.folded($0, in: new.columns) }
    )
    let corrections = block.find(
      joinsOld: {
        oldWords.owner(words.lowerBound + $0) == oldWords.owner(words.lowerBound + $0 + 1)
      },
      joinsNew: {
        newWords.owner(targets.lowerBound + $0) == newWords.owner(targets.lowerBound + $0 + 1)
      }
    )
    for correction in corrections {
      let first = targets.lowerBound + correction.new.lowerBound
      let last = targets.lowerBound + correction.new.upperBound - 1
      for word in correction.old {
        links.link(words.lowerBound + word, to: first...last, share: correction.share)
      }
    }
  }

  // MARK: Short utterances, and what stands alone

  /// Pairs equal utterances between those that are known by now, if they are near enough to them.
  private mutating func matchRest(_ matcher: inout SequenceMatcher) {
    let places = pairs.indices.map { partners($0) }
    var start = 0
    var low = 0
    for i in 0...pairs.count {
      guard i == pairs.count || places[i] != nil else { continue }
      let place = i == pairs.count ? nil : places[i]
      let high = place?.lowerBound ?? keys.new.count
      if start < i, low < high {
        matcher.match(start..<i, low..<high)
        for k in start..<i where matcher.partners[k] >= 0 {
          let partner = Int(matcher.partners[k])
          let isNear =
            k - start < Self.nearby && partner - low < Self.nearby
            || i - k <= Self.nearby && high - partner <= Self.nearby
          if isNear { pair(k, partner, matcher.isCertain[k] ? .certain : .ambiguous) }
        }
      }
      start = i + 1
      low = max(low, (place?.upperBound ?? 0) + 1)
    }
  }

  /// Marks what stayed although nothing near it did.
  private mutating func doubtIsolated() {
    let places = pairs.indices.map { partners($0) }
    let last = (old: pairs.count - 1, new: keys.new.count - 1)
    for (i, place) in places.enumerated() {
      guard let place else { continue }
      if i == 0 && place.lowerBound == 0 || i == last.old && place.upperBound == last.new {
        continue
      }
      let around = max(0, i - Self.nearby)...min(last.old, i + Self.nearby)
      let isAlone = !around.contains { k in
        guard k != i, let other = places[k] else { return false }
        return k < i
          ? (0...Self.nearby).contains(place.lowerBound - other.upperBound)
          : (0...Self.nearby).contains(other.lowerBound - place.upperBound)
      }
      guard isAlone else { continue }
      if pairTrust[i] == .certain { pairTrust[i] = .apart }
      for word in oldWords.words(of: i) { links.doubt(word, .apart) }
    }
  }

  /// The new utterances in which an old one stands, from the first to the last.
  func partners(_ i: Int) -> ClosedRange<Int>? {
    if pairs[i] >= 0 { return Int(pairs[i])...Int(pairs[i]) }
    let words = oldWords.words(of: i)
    guard let first = words.first(where: { links.target($0) != nil }),
      let last = words.last(where: { links.target($0) != nil }),
      let low = links.target(first)?.lowerBound, let high = links.target(last)?.upperBound,
      low <= high
    else { return nil }
    return newWords.owner(low)...newWords.owner(high)
  }
}
