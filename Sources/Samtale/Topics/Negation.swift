extension CueReader {
  /// Whether a text holds a word of the lexicon's list `negation`, or an English `…n't`.
  func holdsNegation(_ text: String) -> Bool {
    let negations = Set(
      lexicon.words(ofList: "negation").filter { $0.count == 1 }.map { $0[0].text })
    return CueWord.words(in: text).contains { word in
      negations.contains(word) || word.hasSuffix("n't")
    }
  }
}
