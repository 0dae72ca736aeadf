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
    // 2024, 2024-03 or 2024-03-12; a time or zone may follow a day.
    var length = 0
    for byte in text.utf8 {
      guard length < 10 else {
        return byte == UInt8(ascii: "T") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "Z")
          || byte == UInt8(ascii: "-") ? text : nil
      }
      let isDigit = byte >= 0x30 && byte <= 0x39
      let wantsDigit = length != 4 && length != 7
      guard isDigit == wantsDigit, isDigit || byte == UInt8(ascii: "-") else { return nil }
      length += 1
    }
    return length == 4 || length == 7 || length == 10 ? text : nil
  }

  /// A decimal number, or `nil` if it is none.
  static func decimal(_ text: String) -> String? {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E } && Double(text) != nil
      ? text : nil
  }
}
