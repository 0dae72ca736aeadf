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
      for token in text.tokens where !token.isNumber {
        all += 1
        if token.isCapitalised, token.text.count > 1 { capital += 1 }
        count(token)
      }
      capitals[document, default: (0, 0)].capitals += capital
      capitals[document, default: (0, 0)].all += all
    }
    for (document, counts) in capitals where counts.all >= 40 && counts.capitals * 100 < counts.all {
      smallDocuments.insert(document)
    }
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

  /// Whether a word is usually written in small letters.
  func isOrdinary(_ word: String) -> Bool {
    let counts = self[word]
    return counts.small > 0 && counts.small >= counts.inside
  }
}
