/// Words of another inside somebody's words: `//S02: yes//`.
struct EmbeddedWords {
  let range: Range<Substring.Index>
  let label: String
  let words: String

  /// The first in a text; `nil` if there is none.
  init?(_ text: Substring, isVoice: (String) -> Bool) {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return nil }
    var search = text
    while let open = search.firstRange(of: "//") {
      let after = text[open.upperBound...]
      let isAddress =
        open.lowerBound > text.startIndex
        && text[text.index(before: open.lowerBound)] == ":"
      guard !isAddress, let colon = after.prefix(40).firstIndex(of: ":"),
        let close = text[colon...].firstRange(of: "//")
      else {
        search = after
        continue
      }
      let label = String(after[..<colon]).trimmed
      if !label.isEmpty, isVoice(label) {
        range = open.lowerBound..<close.upperBound
        self.label = label
        words = String(text[text.index(after: colon)..<close.lowerBound]).trimmed
        return
      }
      search = after
    }
    return nil
  }
}
