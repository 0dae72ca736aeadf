// Unsafe pointers: the bytes of the text are read in place, for the length of one call.

extension CueReader {
  /// The content words of a text in lower case, without the commonest endings, so that two
  /// contributions can be compared by what they speak of.
  ///
  /// ```swift
  /// CueReader(Lexicon(language: "nb")!).contentStems("Har du ringt legene?")  // ["leg", "ring"]
  /// ```
  /// - Parameter text: A contribution.
  /// - Returns: The stems; words of the classes `stop`, `dangling`, `minimal` and `filler` and words
  ///   of fewer than three letters are left out, numbers of two digits or more are kept.
  public func contentStems(_ text: String) -> Set<String> {
    var text = text
    return text.withUTF8 { bytes in
      var stems: Set<String> = []
      var folded: [UInt8] = []
      for range in WordCount.ranges(in: bytes) {
        folded.removeAll(keepingCapacity: true)
        CueWord.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &folded)
        if let stem = stem(folded) { stems.insert(stem) }
      }
      return stems
    }
  }

  private func stem(_ word: [UInt8]) -> String? {
    let isNumber = word.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isNumber { return word.count < 2 ? nil : String(decoding: word, as: UTF8.self) }
    let code = word.withUnsafeBufferPointer(rules.vocabulary.code)
    guard word.count(where: { $0 & 0xC0 != 0x80 }) >= 3, !rules.isFunctionWord(code) else {
      return nil
    }
    return Stemmer.stem(word, language: lexicon.language)
  }
}

/// Takes common endings off words. Light on purpose: two forms of a word must meet, and different
/// words should not.
enum Stemmer {
  /// The stem of a word in lower case.
  static func stem(_ word: [UInt8], language: String) -> String {
    var stem = word[...]
    // A possessive: John's.
    if stem.suffix(2) == [0x27, 0x73] { stem = stem.dropLast(2) }
    for round in rounds(language) {
      // At least three letters stay.
      let ending = round.first { ending in
        let length = ending.utf8.count
        return stem.count >= length + 3 && stem.suffix(length).elementsEqual(ending.utf8)
      }
      if let ending { stem = stem.dropLast(ending.utf8.count) }
    }
    if let last = stem.last, stem.count > 3, last < 0x80, stem.dropLast().last == last {
      stem = stem.dropLast()
    }
    return String(decoding: stem, as: UTF8.self)
  }

  /// Endings to take off one after the other: of each round the first that fits.
  private static func rounds(_ language: String) -> [[String]] {
    switch language {
    case "en": english
    case "nb": bokmål
    case "nn": nynorsk
    case "da": danish
    case "sv": swedish
    default: []
    }
  }

  private static let english = [["s"], ["ing", "ied", "ed", "ly", "ie", "e", "y"]]
  private static let bokmål = [
    ["s"],
    [
      "hetene", "heten", "heter", "ingene", "ingen", "inga", "inger", "ing", "ende", "ene", "ane",
      "ede", "ete", "te", "de", "et", "en", "er", "ar", "a", "e", "t",
    ],
  ]
  private static let nynorsk = [
    ["s"],
    [
      "heitene", "heita", "heiter", "ingane", "inga", "ingar", "ing", "ande", "ane", "ene", "ete",
      "te", "de", "et", "en", "ar", "er", "a", "e", "t",
    ],
  ]
  private static let danish = [
    ["s"],
    [
      "hederne", "heden", "heder", "ingerne", "ingen", "inger", "ing", "ende", "erne", "ene",
      "ede", "te", "et", "en", "er", "e", "t",
    ],
  ]
  private static let swedish = [
    ["s"],
    [
      "heterna", "heten", "heter", "ningarna", "ningar", "ningen", "ning", "arna", "erna", "orna",
      "ande", "ade", "are", "ar", "er", "or", "en", "et", "at", "na", "te", "de", "a", "e", "t",
    ],
  ]
}
