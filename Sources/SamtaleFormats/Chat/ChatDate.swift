/// Dependent tiers and comments.
enum ChatTier {
  /// The text with visible bullets around times instead of control characters.
  static func withoutBullets(_ text: String) -> String {
    guard text.utf8.contains(0x15) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(scalar == "\u{15}" ? "•" : scalar) }
    return String(plain)
  }
}

/// Dates and names of files.
enum ChatDate {
  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// `28-JUL-2001` as 2001-07-28; `nil` if it is no date.
  static func iso(_ text: String) -> String? {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let day = Int(parts[0]), (1...31).contains(day),
      let month = months.firstIndex(of: parts[1].uppercased()), parts[2].utf8.count == 4,
      Int(parts[2]) != nil
    else { return nil }
    return "\(parts[2])-\(twoDigits(month + 1))-\(twoDigits(day))"
  }

  /// 2001-07-28 as `28-JUL-2001`; `nil` if it is no whole date.
  static func chat(_ iso: String) -> String? {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, iso.utf8.count == 10, let month = Int(parts[1]),
      (1...12).contains(month), let day = Int(parts[2]), (1...31).contains(day)
    else { return nil }
    return "\(parts[2])-\(months[month - 1])-\(parts[0])"
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  /// The name of a file without folder and extension.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
