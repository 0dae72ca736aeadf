/// What stands beside a word.
extension NameRuns {
  /// Whether a capital follows that is no other known word: `May Applegarth`.
  func isBeforeSurname(_ i: Int) -> Bool {
    isBeforeName(i) && !lists.given.contains(text[i + 1].lower)
  }

  func isBeforeName(_ i: Int) -> Bool {
    guard i + 1 < text.count, text[i + 1].gap == " ", text[i + 1].isCapitalised,
      text[i + 1].text.count > 1
    else { return false }
    let next = text[i + 1].lower
    return listed(next) != nil || !lists.isAmbiguous(next)
  }

  /// `K.` before another name, or the beginning of `O'Neill`.
  func initial(_ i: Int) -> Part {
    if isElided(i) {
      let name = text[i].lower + "'" + text[i + 1].lower
      return knowledge.people.contains(name) ? .listed(.person) : .unknown
    }
    return isInitial(i) ? .unknown : .none
  }

  /// Whether an apostrophe and another capital follow: `O'Neill`, `D'Angelo`.
  func isElided(_ i: Int) -> Bool {
    ["O", "D", "M"].contains(text[i].text) && i + 1 < text.count && text[i + 1].gap == "'"
      && text[i + 1].isCapitalised && text[i + 1].text.count > 1
  }

  func isInitial(_ i: Int) -> Bool {
    i + 1 < text.count && text[i + 1].gap == ". " && text[i + 1].isCapitalised
      && text[i].text != "I" && text[i + 1].text.count > 1
      && !lists.isAmbiguous(text[i + 1].lower)
  }

  /// Whether a word is a known name with a genitive s.
  func isGenitive(_ i: Int) -> Bool {
    let word = text[i].lower
    guard word.utf8.last == UInt8(ascii: "s"), word.count > 3, listed(word) == nil else {
      return false
    }
    let stem = String(word.dropLast())
    let counts = knowledge.statistics[stem]
    return listed(stem) != nil || (counts.inside > 0 && !knowledge.statistics.isOrdinary(stem))
  }

  /// Whether the words around say that this is a person.
  func hasCue(_ i: Int) -> Bool {
    if i > 0, [" ", ". "].contains(text[i].gap) {
      let before = text[i - 1].lower
      if lists.titles.contains(before) || NameCues.beforePerson.contains(before) { return true }
      if isAfterRelative(i) { return true }
      let isNameIs = before == "is" || before == "er"
      if isNameIs, i > 1, ["name", "navnet", "namnet", "navn", "namn"].contains(text[i - 2].lower) {
        return true
      }
    }
    guard i + 1 < text.count else { return false }
    if text[i + 1].gap == " ", NameCues.afterPerson.contains(text[i + 1].lower) { return true }
    return text[i + 1].gap == " " && text[i + 1].isCapitalised
      && lists.surnames.contains(text[i + 1].lower)
  }

  /// `Mrs Short`: a word inside a sentence that only the title tells to be a name.
  func isAfterTitle(_ i: Int) -> Bool {
    i > 0 && text[i].gap == " " && text[i - 1].isCapitalised
      && lists.titles.contains(text[i - 1].lower)
  }

  /// `my son Odin`, `sønnen vår Odin`.
  func isAfterRelative(_ i: Int) -> Bool {
    guard text[i].gap == " " else { return false }
    if NameCues.relatives.contains(text[i - 1].lower) { return true }
    return i > 1 && text[i - 1].gap == " " && NameCues.possessives.contains(text[i - 1].lower)
      && NameCues.relatives.contains(text[i - 2].lower)
  }
}
