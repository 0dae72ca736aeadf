/// Numbers of utterances that are equal if speaker and words are.
struct UtteranceKeys {
  private(set) var old: [Int32]
  private(set) var new: [Int32]
  /// How much a pair of equal utterances is worth, by key.
  private(set) var weights: [Int32] = []
  /// Whether an old and a new utterance have the same speakers.
  let speakers: SpeakerMatching

  init(_ old: Transcript, _ new: Transcript, _ words: (old: AlignmentWords, new: AlignmentWords)) {
    var texts: [[Int32]: Int32] = [:]
    let oldTexts = Self.texts(old.columns, words.old, &texts)
    let newTexts = Self.texts(new.columns, words.new, &texts)
    let twins = Self.twins(oldTexts, newTexts, count: texts.count)
    speakers = SpeakerMatching(old, new, twins: twins)
    var keys: [Int64: Int32] = [:]
    self.old = Self.keys(oldTexts, speakers.old, &keys)
    self.new = Self.keys(newTexts, speakers.new, &keys)
    weights = Array(repeating: 0, count: keys.count)
    // Twice, so that a hint weighs less than any difference in words.
    for (i, key) in self.old.enumerated() {
      weights[Int(key)] = 2 * Int32(1 + min(words.old.words(of: i).count, 10))
    }
  }

  /// Numbers of the texts: by their words; where there are none, by their characters.
  private static func texts(
    _ columns: UtteranceColumns, _ words: AlignmentWords, _ texts: inout [[Int32]: Int32]
  ) -> [Int32] {
    (0..<columns.count).map { i in
      var text = Array(words.codes[words.words(of: i)])
      if text.isEmpty {
        text = columns.text[columns.textRange(i)].filter { !UTF8Scan.isSpace($0) }
          .map { -1 - Int32($0) }
      }
      let next = Int32(texts.count)
      let code = texts[text, default: next]
      if code == next { texts[text] = next }
      return code
    }
  }

  private static func keys(
    _ texts: [Int32], _ speakers: [Int32], _ keys: inout [Int64: Int32]
  ) -> [Int32] {
    zip(texts, speakers).map { text, speaker in
      let pair = Int64(text) << 32 | Int64(speaker)
      let next = Int32(keys.count)
      let code = keys[pair, default: next]
      if code == next { keys[pair] = next }
      return code
    }
  }

  /// The places of codes that occur once in each list.
  static func twins(_ old: [Int32], _ new: [Int32], count: Int) -> [(old: Int, new: Int)] {
    let places = singles(new, count: count)
    let own = singles(old, count: count)
    return old.indices.compactMap { i in
      let code = Int(old[i])
      return own[code] >= 0 && places[code] >= 0 ? (i, Int(places[code])) : nil
    }
  }

  /// For each code its only place; -1 if it has none, -2 if it has several.
  private static func singles(_ codes: [Int32], count: Int) -> [Int32] {
    var places = Array(repeating: Int32(-1), count: count)
    for (i, code) in codes.enumerated() {
      places[Int(code)] = places[Int(code)] == -1 ? Int32(i) : -2
    }
    return places
  }

  /// For each old utterance the new one with its identifier and words, where identifiers can be
  /// trusted: the nearest utterances that occur once in each version kept theirs. Else -1.
  func hints(_ old: ByteStrings, _ new: ByteStrings) -> [Int32] {
    var places: [String: Int] = [:]
    for j in 0..<new.count where !new.isEmpty(j) { places[new[j]] = j }
    var hints = (0..<old.count).map { i -> Int32 in
      guard let j = places[old[i]], self.new[j] == self.old[i] else { return -1 }
      return Int32(j)
    }
    let twins = Self.twins(self.old, self.new, count: weights.count)
    var next = 0
    for i in hints.indices where hints[i] >= 0 {
      while next < twins.count, twins[next].old < i { next += 1 }
      let around = twins[max(0, next - 1)..<min(twins.count, next + 1)]
      if !around.allSatisfy({ old[$0.old] == new[$0.new] }) { hints[i] = -1 }
    }
    return hints
  }
}
