/// The other ways in which files write a day that the key has in words: `2024-03-12`, `12/3-24`.
enum DateSpellings {
  /// A spelling, and whether it is short enough to stand for other numbers too.
  struct Spelling {
    var text: String
    var isVague: Bool
  }

  /// The spellings of a form that is a date; empty if it is none.
  static func all(of form: String) -> [Spelling] {
    var days: Set<Day> = []
    for language in ["nb", "en"] {
      if let day = DatePatterns(TalkTokens(form), language: language).wholeDate {
        days.insert(Day(day: day.day, month: day.month, year: day.year))
      }
    }
    return days.sorted { ($0.month, $0.day) < ($1.month, $1.day) }.flatMap(spellings)
  }

  private struct Day: Hashable {
    var day: Int
    var month: Int
    var year: Int?
  }

  private static func spellings(_ day: Day) -> [Spelling] {
    let (d, m) = (String(day.day), String(day.month))
    let (dd, mm) = (CalendarDate.padded(day.day, 2), CalendarDate.padded(day.month, 2))
    var texts: [String] = []
    let words = NumberWords.months.filter { $0.value == day.month }.map(\.key).sorted()
    let year = day.year.map { " " + String($0) } ?? ""
    for word in words where day.year != nil || word.count > 3 {
      texts += [d + " " + word + year, dd + " " + word + year]
      texts += ["st", "nd", "rd", "th"].map { d + $0 + " " + word + year }
      texts += [word + " " + d + year, word + " " + dd + year]
    }
    guard let number = day.year else { return texts.map { Spelling(text: $0, isVague: false) } }
    texts += ["\(number) \(mm) \(dd)", "\(number)\(mm)\(dd)", "\(dd)\(mm)\(number)"]
    texts += ["\(d) \(m) \(number)", "\(dd) \(mm) \(number)", "\(dd) \(m) \(number)"]
    texts += ["\(d) \(mm) \(number)", "\(m) \(d) \(number)", "\(mm) \(dd) \(number)"]
    let short = CalendarDate.padded(number % 100, 2)
    let vague = ["\(d) \(m) \(short)", "\(dd) \(mm) \(short)", "\(dd) \(m) \(short)"]
    return texts.map { Spelling(text: $0, isVague: false) }
      + vague.map { Spelling(text: $0, isVague: true) }
  }
}

extension DatePatterns {
  /// The date that the whole text is; `nil` if it is none.
  var wholeDate: (day: Int, month: Int, year: Int?)? {
    guard text.count > 1, let parts = parts(at: 0), parts.end == text.count else { return nil }
    return (parts.day, parts.month, parts.year)
  }
}
