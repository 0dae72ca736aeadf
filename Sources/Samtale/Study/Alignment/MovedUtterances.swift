extension AlignmentBuilder {
  /// Finds utterances that stand elsewhere now: at least four words, once in each version.
  mutating func findMoved() {
    for twin in UtteranceKeys.twins(keys.old, keys.new, count: keys.weights.count) {
      guard partners(twin.old) == nil, oldWords.words(of: twin.old).count >= Self.sureWords,
        !newWords.words(of: twin.new).contains(where: { links.source($0) != nil })
      else { continue }
      pair(twin.old, twin.new, .apart)
    }
    for i in pairs.indices where partners(i) == nil { findMovedParts(i) }
  }

  /// Finds parts of an utterance that was moved and edited: words in a row that occur once in each
  /// version and make up half of the utterance, there or here.
  private mutating func findMovedParts(_ i: Int) {
    let words = oldWords.words(of: i)
    var start = words.lowerBound
    while start + Self.sureWords <= words.upperBound {
      let run = movedRun(start, words.upperBound)
      for k in 0..<run.count {
        links.link(start + k, to: (run.lowerBound + k)...(run.lowerBound + k), trust: .apart)
      }
      start += max(1, run.count)
    }
  }

  /// The new words that are the same as the old ones from `start` on; empty if that is not sure.
  private func movedRun(_ start: Int, _ end: Int) -> Range<Int> {
    let none = 0..<0
    let sought = oldWords.codes[start..<(start + Self.sureWords)]
    let places = newIndex.places(sought, in: newWords.codes)
    guard places.count == 1, let place = places.first,
      oldIndex.places(sought, in: oldWords.codes).count == 1
    else { return none }
    let others = newWords.words(of: newWords.owner(place))
    var length = 0
    while start + length < end, place + length < others.upperBound,
      oldWords.codes[start + length] == newWords.codes[place + length],
      links.source(place + length) == nil
    {
      length += 1
    }
    let shorter = min(oldWords.words(of: oldWords.owner(start)).count, others.count)
    return length >= Self.sureWords && length * 2 >= shorter ? place..<(place + length) : none
  }
}
