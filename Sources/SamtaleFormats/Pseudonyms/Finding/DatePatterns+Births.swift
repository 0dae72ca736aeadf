extension DatePatterns {
  /// `born in 1987`, `født i mars 1987`, `født i åttisju`, `born in '87`: the decade is left.
  func birthYear(at start: Int) -> PatternMatch? {
    guard ["born", "født", "fødd", "fødte"].contains(text[start].lower) else { return nil }
    var i = start + 1
    let isIn = i < text.count && text[i].gap == " " && ["in", "i", "på"].contains(text[i].lower)
    if isIn { i += 1 }
    let isMonth =
      isIn && i + 1 < text.count && text[i + 1].number ?? 0 > 1900
      && NumberWords.months[text[i].lower] != nil
    if isMonth { i += 1 }
    // `født på 80-tallet` is a decade.
    guard i < text.count, let (year, end) = yearOfBirth(at: i, isIn: isIn),
      !text.gap(before: end).hasPrefix("-")
    else { return nil }
    let tokens = start..<end
    let scalars = text.scalars(of: tokens)
    let before = text.text(scalars.lowerBound..<text[i].range.lowerBound)
    return PatternMatch(
      tokens: tokens, scalars: scalars, kind: .date, isUnsure: true,
      generalised: (before.last == "'" ? String(before.dropLast()) : before)
        + "\(year / 10 * 10)–\(year / 10 * 10 + 9)")
  }

  /// A year in four digits, in two (of the last century from 30 on), or in words.
  private func yearOfBirth(at i: Int, isIn: Bool) -> (year: Int, end: Int)? {
    let token = text[i]
    if let number = token.number {
      if token.gap == " ", (1900...2099).contains(number) { return (number, i + 1) }
      let isShort = token.text.utf8.count == 2 && isIn
      guard isShort, token.gap == " '" || (token.gap == " " && number >= 30) else { return nil }
      return (Self.century(number), i + 1)
    }
    guard token.gap == " ", isIn else { return nil }
    if token.lower.hasPrefix("nitten"),
      let number = NumberWords.cardinals[String(token.lower.dropFirst(6))], number >= 10
    {
      return (1900 + number, i + 1)
    }
    guard let (first, next) = cardinal(at: i) else { return nil }
    if first == 19, next < text.count, [" ", "-"].contains(text[next].gap),
      let (second, end) = cardinal(at: next), second >= 10
    {
      return (1900 + second, end)
    }
    return first >= 30 ? (Self.century(first), next) : nil
  }

  private static func century(_ number: Int) -> Int { number < 30 ? 2000 + number : 1900 + number }
}
