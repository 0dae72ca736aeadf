/// Values that the profile restricts and that others write freely.
enum ProfileValue {
  /// One word: white space becomes `_`.
  static func word(_ text: String) -> String { text.tokens.joined(separator: "_") }

  /// A list of words, without the commas that some put between them.
  static func words(_ text: String) -> String {
    text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.joined(separator: " ")
  }

  /// A language tag (`xs:language`: letters, then groups of letters and digits, eight at most), or
  /// `nil` if it is none.
  static func language(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    for (i, part) in parts.enumerated() {
      let fits = part.utf8.allSatisfy { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (i > 0 && byte >= 0x30 && byte <= 0x39)
      }
      guard fits, (1...8).contains(part.utf8.count) else { return nil }
    }
    return parts.isEmpty ? nil : text
  }

  /// A year, month, date, or date and time (ISO 8601), or `nil` if it is none.
  static func date(_ text: String) -> String? {
    let day = text.split(separator: "T", maxSplits: 1)[...].first ?? ""
    let parts = day.prefix { $0 != "+" && $0 != "Z" }.split(separator: "-")
    let lengths = parts.map(\.utf8.count)
    guard lengths == [4] || lengths == [4, 2] || lengths.starts(with: [4, 2, 2]),
      parts.allSatisfy({ part in part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x3A } })
    else { return nil }
    return text
  }

  /// A decimal number, or `nil` if it is none.
  static func decimal(_ text: String) -> String? {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E } && Double(text) != nil
      ? text : nil
  }
}
