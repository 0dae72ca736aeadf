import Samtale

/// The words before a day, which a month or a year in its place does not take: `on the 5th of June`
/// becomes `in June`, `den 14. juli` becomes `i juli`.
struct DateLead {
  private let text: TalkTokens
  /// The first word of the date.
  private let start: Int
  private let isEnglish: Bool

  init(_ start: Int, in text: TalkTokens, language: String) {
    self.start = start
    self.text = text
    isEnglish = NameLists.base(of: language) == "en"
  }

  /// A rewrite that takes in the words before, if a month or a year comes in the place of a day.
  /// Up to `end` something else is rewritten.
  func fitted(_ rewrite: TextRewrite, behind end: Int) -> TextRewrite {
    guard start > 0, text[start].gap == " ", Self.isMonthOrYear(rewrite.text) else {
      return rewrite
    }
    let (count, word) = isEnglish ? english : norwegian
    let first = start - count
    guard count == 0 || text[first].range.lowerBound >= end else { return rewrite }
    var lead = word.isEmpty ? "" : word + " "
    if count > 0, text[first].isCapitalised { lead = Self.capitalised(lead) }
    let lower = count > 0 ? text[first].range.lowerBound : rewrite.scalars.lowerBound
    return TextRewrite(
      scalars: lower..<rewrite.scalars.upperBound, text: lead + rewrite.text)
  }

  private static func isMonthOrYear(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 2 else { return false }
    let isYear = first.utf8.count == 4 && first.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return words.count == 1 && isYear || NumberWords.months[first.lowercased()] != nil
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// How many words before are left out, and what stands in their place.
  private var english: (count: Int, word: String) {
    let last = text[start - 1].lower
    if last == "on" { return (1, "in") }
    if Self.weekdays.contains(last) { return (0, "in") }
    guard last == "the" else { return (0, "") }
    guard start > 1, text[start - 1].gap == " " else { return (1, "") }
    let before = text[start - 2].lower
    if before == "on" { return (2, "in") }
    return (1, Self.weekdays.contains(before) ? "in" : "")
  }

  private var norwegian: (count: Int, word: String) {
    let last = text[start - 1]
    guard last.lower == "den" else {
      let takesNone = last.isNumber || Self.prepositions.contains(last.lower)
      return (0, takesNone ? "" : "i")
    }
    let isAfterPreposition =
      start > 1 && last.gap == " " && Self.prepositions.contains(text[start - 2].lower)
    return (1, isAfterPreposition ? "" : "i")
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let prepositions: Set<String> = [
    "i", "fra", "frå", "til", "før", "etter", "innen", "innan", "siden", "sidan", "mellom", "og",
    "eller", "på", "ved", "mot", "rundt", "omkring", "om", "av", "per", "fram", "for", "med",
    "dato", "datert",
  ]
}
