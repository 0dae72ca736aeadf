/// Words that hide the researcher who made a theme (Braun & Clarke 2019), or promise what
/// interpretation cannot give. This file alone names them, so that nothing else says them.
package enum DiscouragedWords {
  /// A word that was used, and how grave that is.
  package struct Use: Hashable, Sendable {
    package var word: String
    package var severity: Diagnostic.Severity
    package var remedy: String
  }

  /// The first use of each such word in a text.
  package static func uses(in text: String) -> [Use] {
    var seen: Set<String> = []
    return text.split(whereSeparator: { ".!?\n".contains($0) }).flatMap { sentence in
      let words = sentence.split(whereSeparator: { !$0.isLetter }).map { $0.lowercased() }
      let isAboutThemes = words.contains { word in subjects.contains { word.hasPrefix($0) } }
      return words.filter { seen.insert($0).inserted }.compactMap {
        use($0, isAboutThemes: isAboutThemes)
      }
    }
  }

  private static let subjects = ["theme", "subtheme", "categor", "pattern", "code"]

  private static func use(_ word: String, isAboutThemes: Bool) -> Use? {
    if word.hasPrefix("emerg"), !word.hasPrefix("emergenc") || word == "emergence" {
      return Use(word: word, severity: .warning, remedy: made)
    }
    if word.hasPrefix("saturat") {
      return Use(word: word, severity: .warning, remedy: enough)
    }
    // Participants find things, too; only a theme is not found.
    guard isAboutThemes, word == "found" || word == "extracted" else { return nil }
    return Use(word: word, severity: .note, remedy: made)
  }

  private static let made =
    "say who made it: themes are developed, generated or constructed; themes do not just ‘emerge’ "
    + "(Braun & Clarke 2019)"
  private static let enough =
    "say what the data were enough for, and why; interpretation is never complete "
    + "(Braun & Clarke 2021)"
}
