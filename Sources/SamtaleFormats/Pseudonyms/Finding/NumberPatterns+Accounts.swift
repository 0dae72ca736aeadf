extension NumberPatterns {
  /// The number of an account (IBAN, British sort code) or of a payment card, whole.
  func account(at start: Int) -> PatternMatch? {
    international(at: start) ?? card(at: start) ?? british(at: start)
  }

  /// `NO93 8601 1117 947`. With wrong control digits only where `IBAN` stands before it, or in
  /// groups of four.
  private func international(at start: Int) -> PatternMatch? {
    guard let length = IBAN.length(beginning: text[start].lower) else { return nil }
    var written = ""
    var i = start
    while i < text.count, written.utf8.count < length {
      if i > start, ![" ", "-", "."].contains(text[i].gap) { return nil }
      written += text[i].text
      i += 1
    }
    guard written.utf8.count == length, IBAN.hasForm(written) else { return nil }
    let isAnnounced = start > 0 && text[start - 1].lower == "iban"
    let isGrouped = text[start].text.utf8.count == 4 && i > start + 1
    let isValid = IBAN.isValid(written)
    guard isValid || isAnnounced || isGrouped else { return nil }
    return match(start..<i, .bankAccount, isUnsure: !isValid)
  }

  /// `4111 1111 1111 1111`: 15 to 19 digits, the last a control digit. Four groups of four are asked
  /// about even if it is wrong.
  private func card(at start: Int) -> PatternMatch? {
    guard text[start].isNumber else { return nil }
    let groups = groups(at: start)
    for pattern in [[4, 4, 4, 4, 3], [4, 4, 4, 4], [16], [4, 6, 5], [15]]
    where groups.starts(with: pattern) {
      let tokens = start..<(start + pattern.count)
      let gaps = tokens.dropFirst().map { text[$0].gap }
      let digits = digits(tokens)
      guard gaps.allSatisfy({ $0 == " " || $0 == "-" }), PaymentCardNumber.hasForm(digits) else {
        continue
      }
      let isValid = PaymentCardNumber.isValid(digits)
      if isValid || pattern == [4, 4, 4, 4] {
        return match(tokens, .paymentCard, isUnsure: !isValid)
      }
    }
    return nil
  }

  /// `20-00-00 12345678`: a sort code and an account.
  private func british(at start: Int) -> PatternMatch? {
    guard text[start].isNumber, groups(at: start).starts(with: [2, 2, 2, 8]),
      text[start + 1].gap == "-", text[start + 2].gap == "-", text[start + 3].gap == " "
    else { return nil }
    return match(start..<(start + 4), .bankAccount)
  }
}

/// International bank account numbers (ISO 13616): a country, two control digits (modulus 97) and
/// the number of the account.
enum IBAN {
  /// How long those of a country are.
  private static let lengths: [String: Int] = [
    "no": 15, "se": 24, "dk": 18, "fi": 18, "is": 26, "gb": 22, "ie": 22, "de": 22, "fr": 27,
    "es": 24, "pt": 25, "it": 27, "nl": 18, "be": 16, "lu": 20, "ch": 21, "at": 20, "pl": 28,
    "lt": 20, "lv": 21, "ee": 20, "cz": 24, "sk": 24, "hu": 28, "ro": 24, "bg": 22, "gr": 27,
    "hr": 21, "si": 19, "rs": 22, "ba": 20, "tr": 26, "ua": 29, "pk": 24, "cy": 28, "mt": 31,
  ]

  /// How many characters a number has whose first word is this, in small letters; `nil` if no number
  /// begins so.
  static func length(beginning word: String) -> Int? {
    let rest = word.utf8.dropFirst(2).prefix(2)
    guard rest.allSatisfy({ (0x30...0x39).contains($0) }), rest.count != 1 else { return nil }
    return lengths[String(word.prefix(2))]
  }

  /// Whether two letters, two digits, and letters and digits follow, most of them digits.
  static func hasForm(_ written: String) -> Bool {
    let bytes = Array(written.utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) }
    return bytes.count > 4 && bytes[2..<4].allSatisfy(isDigit)
      && bytes.allSatisfy { isDigit($0) || isLetter($0) }
      && bytes.count(where: isDigit) * 2 > bytes.count
  }

  /// Whether the control digits of a number that is written without spaces are right.
  static func isValid(_ written: String) -> Bool {
    let bytes = Array(written.utf8)
    guard bytes.count > 4 else { return false }
    var rest = 0
    for byte in bytes[4...] + bytes[..<4] {
      if (0x30...0x39).contains(byte) {
        rest = (rest * 10 + Int(byte) - 0x30) % 97
      } else {
        rest = (rest * 100 + Int(byte | 0x20) - 0x61 + 10) % 97
      }
    }
    return rest == 1
  }
}

/// Numbers of payment cards (ISO/IEC 7812): the last digit is a control digit (H. P. Luhn, US patent
/// 2,950,048).
enum PaymentCardNumber {
  /// Whether the first digits are those of a kind of card that is in use.
  static func hasForm(_ digits: [Int]) -> Bool {
    let beginning = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
    switch digits.count {
    case 15: return [34, 37].contains(beginning / 100)
    case 16, 19: return (3500...6999).contains(beginning) || (2221...2720).contains(beginning)
    default: return false
    }
  }

  static func isValid(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, place in
      let doubled = place.offset % 2 == 1 ? place.element * 2 : place.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }
}
