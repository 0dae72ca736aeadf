/// Words of one language that hint at the edges of topics: small lists, one for each use.
///
/// The English lists were chosen on AMI training meetings and general knowledge of talk; the
/// Norwegian ones are a first draft without measurement.
struct BoundaryWords: Sendable {
  /// Filled pauses of all languages; here an ordinary word among them does no harm.
  static let hesitations: Set<String> = ["en", "nb", "nn", "da", "sv", "de"].reduce(into: []) {
    $0.formUnion(WordOptions.filledPauses(language: $1))
  }

  /// Function words and words of little content.
  var stop: Set<String>
  /// Words that stand at the start of a turn that begins something.
  var openers: Set<String>
  /// Words of plans, order and presentation.
  var agenda: Set<String>
  /// Words by which one who leads a meeting is known.
  var leading: Set<String>
  /// Phrases that end something.
  var closings: [[String]]
  /// Words of ending the whole conversation.
  var ending: Set<String>
  /// Acknowledgements.
  var acknowledgements: Set<String>
  /// Words that turn to the others: let us, shall we, you guys.
  var address: Set<String>

  /// The lists of a language by its code, `nil` if there are none.
  static func forLanguage(_ code: String?) -> BoundaryWords? {
    switch code?.lowercased().split(separator: "-").first {
    case "en", "eng": english
    case "nb", "nn", "no", "nor", "nob", "nno": norwegian
    default: nil
    }
  }

  /// Opening words at the start of a unit, hesitations skipped.
  func markers(_ tokens: [String]) -> Int {
    var count = 0
    for token in tokens.prefix(6) {
      if openers.contains(token) {
        count += 1
      } else if !BoundaryWords.hesitations.contains(token) {
        break
      }
    }
    return count
  }

  /// Number of distinct words of a list.
  func weight(_ tokens: ArraySlice<String>, in list: Set<String>) -> Double {
    Double(Set(tokens.lazy.filter { list.contains($0) }).count)
  }

  /// Whether a closing phrase occurs.
  func isClosing(_ tokens: [String]) -> Bool {
    closings.contains { phrase in
      tokens.count >= phrase.count
        && (0...(tokens.count - phrase.count)).contains { tokens[$0...].starts(with: phrase) }
    }
  }

  static func list(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
  static func phrases(_ text: String) -> [[String]] {
    text.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
  }
}
