/// Finds dates and ages, and says how they read when generalised.
struct DatePatterns {
  let text: TalkTokens
  /// `en`, `nb`, `nn` …
  let language: String
  let dates: DateGeneralisation
  let ages: AgeBands
  private(set) var found: [PatternMatch] = []

  init(
    _ text: TalkTokens, language: String, dates: DateGeneralisation = .month,
    ages: AgeBands = AgeBands(width: 10)
  ) {
    self.text = text
    self.language = NameLists.base(of: language)
    self.dates = dates
    self.ages = ages
  }

  mutating func run() {
    var i = 0
    while i < text.count {
      if let match = date(at: i) ?? birthYear(at: i) ?? age(at: i) {
        found.append(match)
        i = match.tokens.upperBound
      } else {
        i += 1
      }
    }
  }

  // MARK: Dates

  struct Parts {
    var day: Int
    var month: Int
    var year: Int?
    var end: Int
  }

  private func date(at start: Int) -> PatternMatch? {
    guard let parts = parts(at: start) else { return nil }
    let isHoliday = [517, 501, 1224, 1225, 1231, 101, 704].contains(
      parts.month * 100 + parts.day)
    // Where dates are moved, a holiday that stays would tell by how much.
    if parts.year == nil, isHoliday, !isShifted { return nil }
    return PatternMatch(
      tokens: start..<parts.end, scalars: text.scalars(of: start..<parts.end), kind: .date,
      isUnsure: parts.year == nil, generalised: generalised(parts))
  }

  /// The date that begins at a token.
  func parts(at start: Int) -> Parts? {
    numeric(at: start) ?? dayFirst(at: start) ?? monthFirst(at: start) ?? severalDays(at: start)
  }

  /// `the twelfth and thirteenth of November`, `12.–13. november`: one month for both. Days that are
  /// moved stay apart.
  private func severalDays(at start: Int) -> Parts? {
    guard !isShifted, let (_, next) = ordinal(at: start, needsSign: false), next < text.count
    else { return nil }
    let joints: Set<String> = ["and", "or", "to", "og", "eller", "til"]
    let isDash = ["-", "–", ".-", ".–", " – "].contains(text[next].gap)
    if isDash { return dayFirst(at: next) }
    guard joints.contains(text[next].lower), [" ", ". "].contains(text[next].gap),
      next + 1 < text.count
    else { return nil }
    var second = next + 1
    if text[second].lower == "the", second + 1 < text.count { second += 1 }
    return text[second].gap == " " ? dayFirst(at: second) : nil
  }

  /// `14.3.2017`, `14/3/17`, `14/3-17`, `2017-03-14`, `14.3.` after `den`.
  private func numeric(at start: Int) -> Parts? {
    guard let first = text[start].number, start + 1 < text.count,
      let second = text[start + 1].number
    else { return nil }
    let gap = text[start + 1].gap
    guard [".", "/", "-", ". "].contains(gap) else { return nil }
    if start + 2 < text.count, isBeforeYear(start + 2, gap), let third = text[start + 2].number {
      let lengths = (start...(start + 2)).map { text[$0].text.utf8.count }
      if lengths == [4, 2, 2], gap == "-" { return parts(third, second, first, start + 3) }
      guard lengths[0] <= 2, lengths[1] <= 2, lengths[2] == 4 || (lengths[2] == 2 && gap != ". ")
      else { return nil }
      let year = lengths[2] == 4 ? third : third < 40 ? 2000 + third : 1900 + third
      // Americans write the month first.
      return parts(first, second, year, start + 3)
        ?? (language == "en" ? parts(second, first, year, start + 3) : nil)
    }
    let isAnnounced = start > 0 && ["den", "dato"].contains(text[start - 1].lower)
    let hasPoint = text.gap(before: start + 2).hasPrefix(".") && gap == "."
    guard gap == "." || gap == "/", isAnnounced || (hasPoint && language != "en") else {
      return nil
    }
    guard text[start].text.utf8.count <= 2, text[start + 1].text.utf8.count <= 2, isAnnounced
    else { return nil }
    return parts(first, second, nil, start + 2)
  }

  /// Whether what stands before a year goes with what stands before the month: `12/3-24`,
  /// `12.3.-24`, `12.3.'24`.
  private func isBeforeYear(_ i: Int, _ gap: String) -> Bool {
    let year = text[i].gap
    switch gap {
    case "/": return ["/", "-", " - ", "/-"].contains(year)
    case ".": return [".", "-", ".-", ".'", ". -", ". "].contains(year)
    default: return year == gap
    }
  }

  private func parts(_ day: Int, _ month: Int, _ year: Int?, _ end: Int) -> Parts? {
    CalendarDate(year: year ?? 2000, month: month, day: day).map { _ in
      Parts(day: day, month: month, year: year, end: end)
    }
  }

  /// `14. mars 2017`, `the 14th of March`, `fjortende mars`.
  private func dayFirst(at start: Int) -> Parts? {
    guard let (day, next) = ordinal(at: start, needsSign: false) else { return nil }
    var i = next
    if i < text.count, text[i].lower == "of", text[i].gap == " " { i += 1 }
    guard i < text.count, [" ", ". "].contains(text[i].gap), let month = month(at: i) else {
      return nil
    }
    let (year, end) = year(after: i)
    return parts(day, month, year, end)
  }

  /// `March 14, 2017`, `March the fourteenth`.
  private func monthFirst(at start: Int) -> Parts? {
    guard language == "en", text[start].isCapitalised, let month = month(at: start) else {
      return nil
    }
    var i = start + 1
    if i < text.count, text[i].lower == "the", text[i].gap == " " { i += 1 }
    guard i < text.count, text[i].gap == " ", let (day, next) = ordinal(at: i, needsSign: false)
    else { return nil }
    let (year, end) = year(after: next - 1)
    return parts(day, month, year, end)
  }

  private func month(at index: Int) -> Int? {
    guard let month = NumberWords.months[text[index].lower] else { return nil }
    // Three letters are a month only where a number stands beside it, which the caller knows.
    return month
  }

  private func year(after index: Int) -> (Int?, Int) {
    let next = index + 1
    guard next < text.count, [" ", ", ", "."].contains(text[next].gap),
      let year = text[next].number,
      (1900...2099).contains(year)
    else { return (nil, next) }
    return (year, next + 1)
  }

  /// A day of the month: 14, 14th, fourteenth, twenty-first.
  private func ordinal(at index: Int, needsSign: Bool) -> (day: Int, next: Int)? {
    let token = text[index]
    if let number = token.number, token.text.utf8.count <= 2 {
      return (1...31).contains(number) ? (number, index + 1) : nil
    }
    let digits = token.text.prefix { $0.isNumber }
    if !digits.isEmpty, ["st", "nd", "rd", "th"].contains(token.lower.dropFirst(digits.count)),
      let number = Int(digits), (1...31).contains(number)
    {
      return (number, index + 1)
    }
    if index + 1 < text.count, ["-", " "].contains(text[index + 1].gap),
      let day = NumberWords.ordinals[token.lower + "-" + text[index + 1].lower]
    {
      return (day, index + 2)
    }
    return NumberWords.ordinals[token.lower].map { ($0, index + 1) }
  }

  private var isShifted: Bool { if case .shifted = dates { true } else { false } }

  private func generalised(_ parts: Parts) -> String? {
    switch dates {
    case .none: return nil
    case .month:
      return parts.year.map { "\(monthName(parts.month)) \($0)" } ?? monthName(parts.month)
    case .year: return parts.year.map(String.init)
    case .shifted(let days):
      let day = CalendarDate(year: parts.year ?? 2001, month: parts.month, day: parts.day)
      guard let moved = day?.advanced(byDays: days) else { return nil }
      let point = language == "en" ? "" : "."
      let year = parts.year == nil ? "" : " \(moved.year)"
      return "\(moved.day)\(point) \(monthName(moved.month))\(year)"
    }
  }

  private func monthName(_ month: Int) -> String {
    let names =
      language == "en"
      ? [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
      : [
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "desember",
      ]
    return names[month - 1]
  }
}
