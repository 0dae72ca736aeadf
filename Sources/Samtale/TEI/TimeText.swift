// Unsafe pointers: numbers are read in place from the parser's memory.

/// Times as TEI files write them.
enum TimeText {
  /// The longest time that a recording may last: a hundred days, in microseconds. Beyond it a time
  /// stamp is a slip, and sums of many could not be held.
  static let longest: Int64 = 100 * 86_400_000_000

  /// The sum of two times, `nil` if it is beyond what a recording may last.
  static func sum(_ a: Int64, _ b: Int64) -> Int64? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow || sum.magnitude > longest.magnitude ? nil : sum
  }

  /// A decimal number of `unit` microseconds each, exact to the microsecond; `nil` if it is none.
  static func microseconds(_ bytes: UnsafeBufferPointer<UInt8>, unit: Int64) -> Int64? {
    var whole: Int64 = 0
    var fraction: Int64 = 0
    var scale: Int64 = 1
    var seenPoint = false
    var digits = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int64(byte - UInt8(ascii: "0"))
        digits += 1
        if !seenPoint {
          guard digits <= 12 else { return nil }
          whole = whole * 10 + digit
        } else if scale < 1_000_000_000 {
          fraction = fraction * 10 + digit
          scale *= 10
        }
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: "+") where i == 0, UInt8(ascii: "-") where i == 0: break
      default: return nil
      }
    }
    guard digits > 0, whole < longest / unit else { return nil }
    // Exact: fractions have at most nine digits, and a Double holds fifteen.
    let part = (Double(fraction) / Double(scale) * Double(unit)).rounded()
    let time = whole * unit + Int64(part)
    return isNegative ? -time : time
  }

  static func microseconds(_ text: String, unit: Int64 = 1_000_000) -> Int64? {
    var text = text
    return text.withUTF8 { microseconds($0, unit: unit) }
  }

  /// A clock time `hh:mm:ss(.fff)` or `mm:ss(.fff)` in microseconds.
  static func clock(_ text: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let last = parts.last,
      let seconds = microseconds(String(last))
    else { return nil }
    var total: Int64 = 0
    for part in parts.dropLast() {
      guard let value = Int64(part), value >= 0, value < 10_000 else { return nil }
      total = total * 60 + value
    }
    return sum(total * 60_000_000, seconds)
  }

  /// The time of day of an ISO 8601 date and time or time, in microseconds since midnight, with the
  /// days since 0000-03-01 added where there is a date. Zones are not applied: one recording keeps
  /// to one zone.
  static func absolute(_ text: String) -> Int64? {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let last = parts.last else { return nil }
    let time = last.prefix { !"Z+-".contains($0) }
    let day: Int64
    if parts.count == 2 {
      guard let date = Self.day(parts[0]) else { return nil }
      day = date
    } else {
      day = 0
    }
    guard let clock = clock(String(time)) else { return nil }
    return day * 86_400_000_000 + clock
  }

  private static func day(_ date: Substring) -> Int64? {
    let parts = date.split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]),
      (0...9999).contains(parts[0])
    else { return nil }
    // Days of the civil calendar, years counted from March (Hinnant 2013, days_from_civil).
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let month = (parts[1] + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
  }
}

/// Points of a timeline that are given by clock time.
enum AbsoluteTimes {
  /// Gives points that have only a clock time their offset from the origin.
  static func resolve(_ timeline: inout Timeline) {
    let clocks = timeline.absolutes.compactMap { absolute in
      TimeText.absolute(absolute.text).map { (point: absolute.point, time: $0) }
    }
    // Without a clock time at a point whose offset is known, nothing can be said.
    guard
      let base = clocks.first(where: { timeline.microseconds[$0.point] != Timeline.unknown })
    else { return }
    let zero = base.time - timeline.microseconds[base.point]
    for clock in clocks where timeline.microseconds[clock.point] == Timeline.unknown {
      guard let offset = TimeText.sum(clock.time, -zero) else { continue }
      timeline.microseconds[clock.point] = offset
    }
  }
}
