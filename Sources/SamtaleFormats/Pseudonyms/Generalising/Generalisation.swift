/// How dates become less telling.
public enum DateGeneralisation: Hashable, Sendable {
  /// As they are.
  case none
  /// `2017-03-14` becomes `2017-03`.
  case month
  /// `2017-03-14` becomes `2017`.
  case year
  /// All dates move by the same number of days, so that intervals stay; see
  /// ``PseudonymKey/dateShift``.
  case shifted(days: Int)

  /// A date of the header or a membership (ISO 8601: a year, a month or a day).
  /// - Returns: The generalised date. What is not a date stays as it is; so does a month or a year
  ///   that is to be shifted, since only days can be.
  public func generalised(_ iso: String) -> String {
    switch self {
    case .none: return iso
    case .month: return CalendarDate(iso: iso).map { String($0.description.prefix(7)) } ?? iso
    case .year: return Self.isDate(iso) ? String(iso.prefix(4)) : iso
    case .shifted(let days):
      return CalendarDate(iso: iso)?.advanced(byDays: days)?.description ?? iso
    }
  }

  private static func isDate(_ iso: String) -> Bool {
    if CalendarDate(iso: iso) != nil { return true }
    return CalendarDate(iso: iso + "-01") != nil || CalendarDate(iso: iso + "-01-01") != nil
  }
}

/// Bands of ages of one width, beginning at 0: with the width 10 they are 0–9, 10–19, 20–29 …
public struct AgeBands: Hashable, Sendable {
  /// Years in a band, at least 1.
  public let width: Int

  /// - Parameter width: Years in a band; less than 1 counts as 1.
  public init(width: Int) { self.width = max(1, width) }

  /// The band around an age, both ends included.
  public func band(_ age: Int) -> ClosedRange<Int> {
    let low = max(0, age) / width * width
    return low...(low + width - 1)
  }

  /// The smallest run of bands around a band.
  public func band(covering range: ClosedRange<Int>) -> ClosedRange<Int> {
    band(range.lowerBound).lowerBound...band(range.upperBound).upperBound
  }

  /// `30–39`, with an en dash; a band of one year is that year.
  public func text(_ age: Int) -> String {
    let band = band(age)
    return width == 1 ? String(age) : "\(band.lowerBound)–\(band.upperBound)"
  }
}
