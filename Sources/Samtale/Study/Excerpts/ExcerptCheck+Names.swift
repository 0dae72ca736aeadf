// Names that are replaced in one place and stand in another.
extension ExcerptCheck {
  /// A name that is replaced anywhere in the excerpt stands nowhere else in what is printed.
  mutating func checkNames() {
    let turns = lines.compactMap { if case .turn(let turn) = $0 { turn } else { nil } }
    let texts = turns.flatMap { turn in
      [(turn.place, turn.text)] + turn.translations.map { ("\(turn.place) (\($0.key))", $0.value) }
    }
    let names = Set(texts.flatMap { $0.1.replacedNames })
    guard !names.isEmpty else { return }
    for (place, text) in texts { checkNames(names, in: text.printedWords, place) }
    for turn in turns { turn.addressee.map { checkNames(names, in: $0, turn.place) } }
  }

  private mutating func checkNames(_ names: Set<String>, in text: String, _ place: String) {
    for name in names.sorted() where text.holdsWord(name) {
      add(
        .init(
          .nameLeft, place, "“\(name)” is replaced elsewhere in the excerpt and printed here",
          do: "replace it here too"))
    }
  }
}

extension EditedText {
  /// The words that are replaced, each as a whole, and those of them that begin with a capital.
  package var replacedNames: [String] {
    pieces.flatMap { piece -> [String] in
      guard case .replace(let said, let new) = piece else { return [] }
      let parts = said.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
        .filter { $0.first?.isUppercase == true && $0.count > 1 }
      return ([said] + parts).filter { !new.holdsWord($0) }
    }
  }
}

extension String {
  /// Whether words stand in the text, not as a part of other words.
  package func holdsWord(_ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before = self[..<found.lowerBound].last
      let after = self[found.upperBound...].first
      if !(before?.isPartOfWord ?? false), !(after?.isPartOfWord ?? false) { return true }
      rest = self[found.upperBound...]
    }
    return false
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
