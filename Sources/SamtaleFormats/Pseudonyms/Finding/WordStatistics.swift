/// How often each word is written in which way.
struct WordStatistics {
  struct Counts {
    /// In small letters.
    var small = 0
    /// With a capital where a sentence may begin.
    var atStart = 0
    /// With a capital inside a sentence.
    var inside = 0
  }

  private(set) var words: [String: Counts] = [:]
  /// Documents that are written in small letters throughout.
  private(set) var smallDocuments: Set<String> = []

  init(_ texts: [(text: TalkTokens, document: String)]) {
    var capitals: [String: (capitals: Int, all: Int)] = [:]
    for (text, document) in texts {
      var (capital, all) = (0, 0)
      for (i, token) in text.tokens.enumerated() where !token.isNumber {
        // Words in e-mail and web addresses are small by custom.
        if Self.isInAddress(i, text) { continue }
        all += 1
        if token.isCapitalised, token.text.count > 1 { capital += 1 }
        count(token)
      }
      capitals[document, default: (0, 0)].capitals += capital
      capitals[document, default: (0, 0)].all += all
    }
    for (document, counts) in capitals where counts.all >= 40 && counts.capitals * 100 < counts.all
    {
      smallDocuments.insert(document)
    }
  }

  private static func isInAddress(_ i: Int, _ text: TalkTokens) -> Bool {
    let isJoined = { (gap: String) in gap == "." || gap == "@" || gap == "://" || gap == "/" }
    return isJoined(text[i].gap) || (i + 1 < text.count && isJoined(text[i + 1].gap))
      || (text[i].gap == "-" && i > 0 && isJoined(text[i - 1].gap))
  }

  private mutating func count(_ token: TalkTokens.Token) {
    if !token.isCapitalised {
      words[token.lower, default: Counts()].small += 1
    } else if token.beginsSentence {
      words[token.lower, default: Counts()].atStart += 1
    } else {
      words[token.lower, default: Counts()].inside += 1
    }
  }

  subscript(word: String) -> Counts { words[word] ?? Counts() }

  /// Whether a word is usually written in small letters. One place in small letters does not make
  /// an ordinary word of a name.
  func isOrdinary(_ word: String) -> Bool {
    let counts = self[word]
    return counts.inside == 0 ? counts.small > 0 : counts.small >= 2 * counts.inside
  }
}
