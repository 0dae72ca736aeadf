/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
public struct Timestamp: Hashable, Comparable, Sendable {
  public var milliseconds: Int

  public init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

  /// Reads `2026-11-22`, `2026-11-22T09:30`, `2026-11-22T09:30:15Z` or `…15.250Z`; always UTC.
  /// - Returns: `nil` if the text is no such time or no day of the calendar.
  public init?(_ text: String) {
    if let time = Self.canonical(text) {
      self = time
      return
    }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count <= 2, let day = Self.numbers(parts[0], separator: "-", widths: [4, 2, 2])
    else { return nil }
    let days = Self.days(year: day[0], month: day[1], day: day[2])
    let back = Self.civil(days)
    guard back.year == day[0], back.month == day[1], back.day == day[2] else { return nil }
    var time = 0
    if parts.count == 2 {
      guard let clock = Self.clock(parts[1]) else { return nil }
      time = clock
    }
    milliseconds = days * 86_400_000 + time
  }

  /// Reads the form that `description` writes, of which logs hold very many; `nil` sends other
  /// forms, and the last days of months, to closer inspection.
  private static func canonical(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    guard bytes.count == 24 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      return number
    }
    let marks = [4, 7, 10, 13, 16, 19, 23].map { bytes[$0] }
    guard marks.elementsEqual("--T::.Z".utf8),
      let year = number(0..<4), let month = number(5..<7), (1...12).contains(month),
      let day = number(8..<10), (1...28).contains(day), let hour = number(11..<13), hour < 24,
      let minute = number(14..<16), minute < 60, let second = number(17..<19), second < 60,
      let thousandth = number(20..<23)
    else { return nil }
    let seconds = (hour * 60 + minute) * 60 + second
    return Timestamp(
      milliseconds: days(year: year, month: month, day: day) * 86_400_000 + seconds * 1000
        + thousandth)
  }

  private static func clock(_ text: Substring) -> Int? {
    var text = text
    if text.hasSuffix("Z") { text.removeLast() }
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    let widths = halves[0].utf8.count == 5 && halves.count == 1 ? [2, 2] : [2, 2, 2]
    guard let clock = numbers(halves[0], separator: ":", widths: widths),
      clock[0] < 24, clock[1] < 60, clock.count < 3 || clock[2] < 60
    else { return nil }
    var fraction = 0
    if halves.count == 2 {
      guard halves[1].count == 3, let value = digits(halves[1]) else { return nil }
      fraction = value
    }
    let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
    return seconds * 1000 + fraction
  }

  private static func numbers(_ text: Substring, separator: Character, widths: [Int]) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == widths.count else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, let number = digits(part) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  // Days and dates of the Gregorian calendar: Hinnant 2013, chrono-compatible low-level date
  // algorithms, `days_from_civil` and `civil_from_days`.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}

extension Timestamp: CustomStringConvertible {
  /// `2026-11-22T09:30:15.250Z`.
  public var description: String {
    let time = ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000
    let date = Self.civil(milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0))
    let pad = { (value: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(value).utf8.count)) + String(value)
    }
    return "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))T"
      + "\(pad(time / 3_600_000, 2)):\(pad(time / 60_000 % 60, 2)):\(pad(time / 1000 % 60, 2))"
      + ".\(pad(time % 1000, 3))Z"
  }

  /// `2026-11-22 09:30`, for people.
  public var display: String {
    String(description.prefix(16)).split(separator: "T").joined(separator: " ")
  }
}
