/// What speaks for an old and a new utterance being the same talk.
private struct PairEvidence {
  var old: Int
  var new: Int
  /// The old words that lead from one to the other.
  var words: [Int]
}

extension AlignmentBuilder {
  /// Drops the links between utterances that share a few words by chance.
  mutating func weighEvidence(_ words: Range<Int>) {
    var pending: [(PairEvidence, [(word: Int, target: ClosedRange<Int>, share: Int)])] = []
    for pair in evidence(words) where !isStrong(pair) {
      let removed = pair.words.compactMap { word in
        links.target(word).map { (word, $0, links.share(word)) }
      }
      let trusts = Dictionary(uniqueKeysWithValues: pair.words.map { ($0, links.trust($0)) })
      for word in pair.words { links.unlink(word) }
      // Where another place is as good, a weak link is none.
      if trusts.values.contains(.certain), isEnough(pair, removed.map(\.2)) {
        pending.append((pair, removed.filter { trusts[$0.0] == .certain }))
      }
    }
    var isChanging = true
    while isChanging {
      isChanging = false
      for index in pending.indices.reversed() where hasNeighbour(pending[index].0) {
        for link in pending[index].1 { links.link(link.word, to: link.target, share: link.share) }
        pending.remove(at: index)
        isChanging = true
      }
    }
  }

  private func evidence(_ words: Range<Int>) -> [PairEvidence] {
    var pairs: [PairEvidence] = []
    for word in words {
      guard let target = links.target(word) else { continue }
      let (i, j) = (oldWords.owner(word), newWords.owner(target.lowerBound))
      if pairs.last?.old != i || pairs.last?.new != j {
        pairs.append(PairEvidence(old: i, new: j, words: []))
      }
      pairs[pairs.count - 1].words.append(word)
    }
    return pairs
  }

  /// Enough words agree, and close enough together, to believe it without a neighbour.
  private func isStrong(_ pair: PairEvidence) -> Bool {
    let run = longestRun(pair.words)
    let shares = agreement(pair, pair.words.map { links.share($0) })
    // Another speaker may have said much the same.
    let isSame = isSameSpeaker(pair) || shares.larger > 0.99
    if run >= 2 * Self.sureWords { return true }
    if run >= Self.sureWords { return shares.smaller >= (isSame ? 0.25 : 0.5) }
    return isSame && pair.words.count >= 3 && shares.smaller >= 0.5 && isDense(pair, shares.larger)
  }

  private func isSameSpeaker(_ pair: PairEvidence) -> Bool {
    keys.speakers.old[pair.old] == keys.speakers.new[pair.new]
  }

  /// Enough words agree to believe it beside a neighbour that stayed.
  private func isEnough(_ pair: PairEvidence, _ kept: [Int]) -> Bool {
    let shares = agreement(pair, kept)
    // A corrected word alone is little evidence in a longer utterance.
    if !kept.contains(100), shares.larger < 0.5 { return false }
    return shares.smaller >= 0.5 && (isSameSpeaker(pair) || shares.larger > 0.99)
  }

  /// The share of the words of the shorter and of the longer utterance that agree, by weight.
  private func agreement(_ pair: PairEvidence, _ kept: [Int]) -> (smaller: Double, larger: Double) {
    let sum = { (codes: ArraySlice<Int32>) in
      codes.reduce(0) { $0 + Int(weights[Int($1)]) }
    }
    let old = sum(oldWords.codes[oldWords.words(of: pair.old)])
    let new = sum(newWords.codes[newWords.words(of: pair.new)])
    let agreeing = zip(pair.words, kept).reduce(0) {
      $0 + Int(weights[Int(oldWords.codes[$1.0])]) * $1.1
    }
    let share = { Double(agreeing) / 100 / Double(max(1, $0)) }
    return (share(min(old, new)), share(max(old, new)))
  }

  /// Whether the words do not lie strewn over a long utterance.
  private func isDense(_ pair: PairEvidence, _ larger: Double) -> Bool {
    if larger >= 0.5 { return true }
    guard let first = pair.words.first, let last = pair.words.last,
      let low = links.target(first)?.lowerBound, let high = links.target(last)?.upperBound
    else { return false }
    return pair.words.count * 5 >= 2 * (max(last - first, high - low) + 1)
  }

  private func longestRun(_ words: [Int]) -> Int {
    var best = 0
    var run = 0
    var previous: (word: Int, target: Int)?
    for word in words {
      guard let target = links.target(word), links.share(word) == 100 else {
        previous = nil
        continue
      }
      let continues = previous.map { $0.word + 1 == word && $0.target + 1 == target.lowerBound }
      run = continues == true ? run + 1 : 1
      best = max(best, run)
      previous = (word, target.upperBound)
    }
    return best
  }

  /// Whether the utterances right before or after stayed, or the rest of the same one did.
  private func hasNeighbour(_ pair: PairEvidence) -> Bool {
    let last = (old: pairs.count - 1, new: keys.new.count - 1)
    if pair.old == 0 && pair.new == 0 || pair.old == last.old && pair.new == last.new {
      return true
    }
    let near = { (i: Int, places: ClosedRange<Int>) in
      guard i >= 0, i <= last.old, let found = partners(i) else { return false }
      return found.overlaps(places)
    }
    let j = pair.new
    return near(pair.old - 1, (j - 1)...j) || near(pair.old + 1, j...(j + 1))
      || near(pair.old, (j - 1)...(j + 1))
  }
}
