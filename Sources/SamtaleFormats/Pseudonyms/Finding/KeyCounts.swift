/// Counts the forms of a key, and shows each in context.
enum KeyCounts {
  /// How many characters of the text stand on each side of a form.
  private static let width = 42

  /// Makes the counts and contexts of a key anew.
  /// - Parameters:
  ///   - key: Its forms are counted.
  ///   - texts: The texts with their places.
  static func count(_ key: inout PseudonymKey, in texts: [(text: TalkTokens, place: String)]) {
    var places: [(entry: Int, form: Int)] = []
    for (e, entry) in key.entries.enumerated() {
      for f in entry.forms.indices {
        places.append((e, f))
        key.entries[e].forms[f].count = 0
        key.entries[e].forms[f].contexts = []
      }
    }
    let matcher = FormMatcher(
      places.map { (key.entries[$0.entry].forms[$0.form].text, key.entries[$0.entry].kind) })
    var shown: Set<Int> = []
    for (text, place) in texts {
      var i = 0
      while i < text.count {
        guard let match = matcher.matches(at: i, in: text).first else {
          i += 1
          continue
        }
        let (e, f) = places[match.form]
        key.entries[e].forms[f].count = (key.entries[e].forms[f].count ?? 0) + 1
        // What is asked shows a place where a sentence begins, since there it may be a word.
        let isStart = text[i].beginsSentence && key.entries[e].forms[f].decision == .ask
        let isNew = isStart && !shown.contains(match.form)
        if key.entries[e].forms[f].contexts.count < 2 || isNew {
          if isStart { shown.insert(match.form) }
          key.entries[e].forms[f].contexts =
            key.entries[e].forms[f].contexts.prefix(1) + [
              .init(text: context(text, match.scalars), place: place)
            ]
        }
        i = match.tokens.upperBound
      }
    }
  }

  private static func context(_ text: TalkTokens, _ range: Range<Int>) -> String {
    let start = max(0, range.lowerBound - width)
    let end = min(text.scalars.count, range.upperBound + width)
    let context =
      (start > 0 ? "…" : "") + text.text(start..<range.lowerBound) + "«" + text.text(range)
      + "»" + text.text(range.upperBound..<end) + (end < text.scalars.count ? "…" : "")
    return context.singleSpaced
  }
}
