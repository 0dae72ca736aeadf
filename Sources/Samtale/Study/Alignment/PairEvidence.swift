/// What speaks for an old and a new utterance being the same talk.
private struct PairEvidence {
  struct Link {
    var word: Int
    var target: ClosedRange<Int>
    var share: Int
    var trust: WordLinks.Trust
  }

  var old: Int
  var new: Int
  var links: [Link] = []
}

extension AlignmentBuilder {
  /// Drops the links between utterances that share a few words by chance.
  mutating func weighEvidence(_ words: Range<Int>) {
    var pending: [PairEvidence] = []
    for pair in evidence(words) where !isStrong(pair) {
      for link in pair.links { links.unlink(link.word) }
      // Where another place is as good, a weak link is none.
      if isEnough(pair), pair.links.contains(where: { $0.trust == .certain }) {
        pending.append(pair)
      }
    }
    // There and back again: what is believed supports its neighbours.
    for _ in 0..<2 {
      pending = pending.filter { !believe($0) }
      pending = pending.reversed().filter { !believe($0) }.reversed()
    }
  }

  /// Restores the links of a pair if its neighbours stayed.
  private mutating func believe(_ pair: PairEvidence) -> Bool {
    guard isSupported(pair) else { return false }
    for link in pair.links where link.trust == .certain {
      links.link(link.word, to: link.target, share: link.share)
    }
    return true
  }

  private func evidence(_ words: Range<Int>) -> [PairEvidence] {
    var pairs: [PairEvidence] = []
    for word in words {
      guard let target = links.target(word) else { continue }
      let (i, j) = (oldWords.owner(word), newWords.owner(target.lowerBound))
      if pairs.last?.old != i || pairs.last?.new != j {
        pairs.append(PairEvidence(old: i, new: j))
      }
      let link = PairEvidence.Link(
        word: word,
        target: target,
        share: links.share(word),
        trust: links.trust(word)
      )
      pairs[pairs.count - 1].links.append(link)
    }
    return pairs
  }

  /// Enough words agree, and close enough together, to believe it without a neighbour.
  private func isStrong(_ pair: PairEvidence) -> Bool {
    let run = longestRun(pair.links)
    let shares = agreement(pair)
    // Another speaker may have said much the same.
    let isSame = isSameSpeaker(pair) || shares.larger > 0.99
    if run >= 2 * Self.sureWords { return true }
    if run >= Self.sureWords { return shares.smaller >= (isSame ? 0.25 : 0.5) }
    return isSame && pair.links.count >= 3 && shares.smaller >= 0.5 && isDense(pair, shares.larger)
  }

  private func isSameSpeaker(_ pair: PairEvidence) -> Bool {
    keys.speakers.old[pair.old] == keys.speakers.new[pair.new]
  }

  /// Enough words agree to believe it beside a neighbour that stayed.
  private func isEnough(_ pair: PairEvidence) -> Bool {
    let shares = agreement(pair)
    // A corrected word alone is little evidence in a longer utterance.
    if !pair.links.contains(where: { $0.share == 100 }), shares.larger < 0.5 { return false }
    return shares.smaller >= 0.5
  }

  /// Whether utterances beside it stayed. The words of another speaker must fit without a seam.
  private func isSupported(_ pair: PairEvidence) -> Bool {
    guard hasNeighbour(pair) else { return false }
    return isSameSpeaker(pair) || agreement(pair).larger > 0.99 || isSeamless(pair)
  }

  /// Whether all words of the old utterance follow, in the new one, what came before them.
  private func isSeamless(_ pair: PairEvidence) -> Bool {
    let words = oldWords.words(of: pair.old)
    guard longestRun(pair.links) == words.count, let first = pair.links.first,
      let last = pair.links.last
    else { return false }
    let others = newWords.words(of: pair.new)
    let before = first.word > 0 ? links.target(first.word - 1)?.upperBound : nil
    let after = words.upperBound < oldWords.count ? links.target(words.upperBound)?.lowerBound : nil
    let fitsBefore = before.map { $0 + 1 == first.target.lowerBound }
    let fitsAfter = after.map { last.target.upperBound + 1 == $0 }
    if first.target.lowerBound > others.lowerBound, fitsBefore != true { return false }
    return last.target.upperBound + 1 == others.upperBound || fitsAfter == true
  }

  /// The share of the words of the shorter and of the longer utterance that agree, by weight.
  private func agreement(_ pair: PairEvidence) -> (smaller: Double, larger: Double) {
    let sum = { (codes: ArraySlice<Int32>) in
      codes.reduce(0) { $0 + Int(weights[Int($1)]) }
    }
    let old = sum(oldWords.codes[oldWords.words(of: pair.old)])
    let new = sum(newWords.codes[newWords.words(of: pair.new)])
    let agreeing = pair.links.reduce(0) {
      $0 + Int(weights[Int(oldWords.codes[$1.word])]) * $1.share
    }
    let share = { Double(agreeing) / 100 / Double(max(1, $0)) }
    return (share(min(old, new)), share(max(old, new)))
  }

  /// Whether the words do not lie strewn over a long utterance.
  private func isDense(_ pair: PairEvidence, _ larger: Double) -> Bool {
    if larger >= 0.5 { return true }
    guard let first = pair.links.first, let last = pair.links.last else { return false }
    let span = max(last.word - first.word, last.target.upperBound - first.target.lowerBound)
    return pair.links.count * 5 >= 2 * (span + 1)
  }

  private func longestRun(_ links: [PairEvidence.Link]) -> Int {
    var best = 0
    var run = 0
    var previous: PairEvidence.Link?
    for link in links where link.share == 100 {
      let continues = previous.map {
        $0.word + 1 == link.word && $0.target.upperBound + 1 == link.target.lowerBound
      }
      run = continues == true ? run + 1 : 1
      best = max(best, run)
      previous = link
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
