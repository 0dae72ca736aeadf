/// Finds words made from a name: `bergensk`, `Oslokontoret`, `Londoner`.
struct DerivedForms {
  private var bases: [String: (entry: Int, form: Int, kind: IdentifierKind)] = [:]

  struct Derivation {
    var entry: Int
    var form: Int
    var text: String
    /// What follows the name.
    var ending: String
  }

  init(_ key: PseudonymKey) {
    for (e, entry) in key.entries.enumerated() {
      guard [.place, .person, .organisation].contains(entry.kind) else { continue }
      for (f, form) in entry.forms.enumerated() where !form.text.contains(" ") {
        bases[form.text.lowercased()] = (e, f, entry.kind)
      }
    }
  }

  /// Whether a name, in small letters, is in the key.
  func knows(_ name: String) -> Bool { bases[name] != nil }

  /// What a word is made from.
  /// - Parameters:
  ///   - word: In small letters.
  ///   - counts: How it is written.
  /// - Returns: The form of the key, or `nil` if the word is made from none.
  func derivation(of word: String, _ counts: WordStatistics.Counts) -> Derivation? {
    let isCapitalised = counts.small == 0
    let text = isCapitalised ? word.prefix(1).uppercased() + word.dropFirst() : word
    if let place = NameLists.shared.derived[word], let base = bases[place] {
      return Derivation(entry: base.entry, form: base.form, text: text, ending: "")
    }
    guard word.count > 4, !NameLists.shared.given.contains(word),
      !NameLists.shared.surnames.contains(word), !NameLists.shared.isAmbiguous(word)
    else { return nil }
    // The longest name that the word begins with.
    for length in stride(from: word.count - 1, through: 4, by: -1) {
      let stem = String(word.prefix(length))
      guard let base = bases[stem] else { continue }
      let ending = String(word.dropFirst(length))
      guard isEnding(ending, of: base.kind, stem, isCapitalised: isCapitalised) else { return nil }
      return Derivation(entry: base.entry, form: base.form, text: text, ending: ending)
    }
    return nil
  }

  private func isEnding(
    _ ending: String, of kind: IdentifierKind, _ stem: String, isCapitalised: Bool
  ) -> Bool {
    if ending == "s" || ending.contains(where: { !$0.isLetter }) { return false }
    let isWord = NameLists.shared.isAmbiguous(stem)
    switch kind {
    case .place:
      if Self.placeEndings.contains(ending) { return !isWord }
      return isCapitalised && ending.count > 2 && Self.isDefinite(ending)
    case .person: return isCapitalised && ["en", "ene", "ane", "erne"].contains(ending) && !isWord
    default: return isCapitalised && !isWord && Self.isDefinite(ending)
    }
  }

  /// `Oslokontoret`, `Bergensskolen`, but not `Mossberg`.
  private static func isDefinite(_ ending: String) -> Bool {
    ["en", "et", "a", "ene", "ane"].contains { ending.count > $0.count && ending.hasSuffix($0) }
  }

  private static let placeEndings: Set<String> = [
    "sk", "ske", "sker", "ser", "sere", "seren", "serne", "serane", "sar", "sarar", "ensk", "enske",
    "enser", "ensere", "enseren", "er", "ers", "ere", "eren", "ar", "arar", "aren", "ian", "ians",
    "ite", "mann", "folk", "ing", "inger", "ingen", "ingar", "væring", "væringer", "væringar",
  ]
}
