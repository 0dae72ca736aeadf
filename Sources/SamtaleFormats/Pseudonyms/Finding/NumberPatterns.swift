/// Finds phone numbers, identity numbers, numbers of accounts and payment cards, and licence plates.
struct NumberPatterns {
  let text: TalkTokens
  private(set) var found: [PatternMatch] = []

  init(_ text: TalkTokens) { self.text = text }

  mutating func run() {
    var i = 0
    while i < text.count {
      if let match = account(at: i) ?? plate(at: i) ?? number(at: i) ?? spokenDigits(at: i) {
        found.append(match)
        i = match.tokens.upperBound
      } else {
        i += 1
      }
    }
  }

  // MARK: Groups of digits

  /// The lengths of groups of digits from a token on, as far as they may be one number.
  func groups(at start: Int) -> [Int] {
    var lengths: [Int] = []
    var i = start
    while i < text.count, text[i].isNumber, lengths.count < 8 {
      if i > start, ![" ", "-", ".", " (", ") ", ")", "/"].contains(text[i].gap) { break }
      lengths.append(text[i].text.utf8.count)
      i += 1
    }
    return lengths
  }

  func digits(_ tokens: Range<Int>) -> [Int] {
    tokens.flatMap { text[$0].text.utf8.map { Int($0) - 0x30 } }
  }

  private func number(at start: Int) -> PatternMatch? {
    guard text[start].isNumber else { return nil }
    let groups = groups(at: start)
    if let match = elevenDigits(at: start, groups) { return match }
    if let match = internationalPhone(at: start, groups) { return match }
    for pattern in [[3, 2, 3], [2, 2, 2, 2], [8], [4, 4]] where groups.starts(with: pattern) {
      if let match = norwegianPhone(start..<(start + pattern.count)) { return match }
    }
    return nationalPhone(at: start, groups)
  }

  private func elevenDigits(at start: Int, _ groups: [Int]) -> PatternMatch? {
    for pattern in [[11], [6, 5], [4, 2, 5], [2, 2, 2, 5], [6, 3, 2], [2, 2, 4, 5]]
    where groups.starts(with: pattern) {
      let tokens = start..<(start + pattern.count)
      var digits = digits(tokens)
      // `14.83.1987 33140`: the year with its century.
      if digits.count == 13 { digits.removeSubrange(4..<6) }
      let verdict =
        pattern == [4, 2, 5] ? .notOne : NationalIdentityNumber.verdict(digits)
      if verdict == .valid { return match(tokens, .nationalID) }
      if pattern.count < 3 || pattern == [4, 2, 5], BankAccountNumber.isValid(digits) {
        return match(tokens, .bankAccount, isUnsure: pattern != [4, 2, 5])
      }
      if verdict == .wrongControlDigits { return match(tokens, .nationalID, isUnsure: true) }
      if pattern == [4, 2, 5] { return match(tokens, .bankAccount, isUnsure: true) }
    }
    return nil
  }

  private func internationalPhone(at start: Int, _ groups: [Int]) -> PatternMatch? {
    let hasPlus = text[start].gap.hasSuffix("+") || text[start].gap.hasSuffix("+(")
    guard hasPlus || text[start].text.hasPrefix("00") else { return nil }
    var length = hasPlus ? 0 : -2
    let digits = digits(start..<(start + groups.count))
    let isNorwegian = digits.drop { $0 == 0 }.starts(with: [4, 7])
    for (i, group) in groups.enumerated() {
      length += group
      guard length <= 15 else { return nil }
      guard length >= 8, isNorwegian ? length == 10 : i == groups.count - 1 else { continue }
      let tokens = start..<(start + i + 1)
      let plus = hasPlus ? (text[start].gap.hasSuffix("(") ? 2 : 1) : 0
      return match(tokens, .phone, before: plus)
    }
    return nil
  }

  private func norwegianPhone(_ tokens: Range<Int>) -> PatternMatch? {
    let digits = digits(tokens)
    guard (2...9).contains(digits[0]), !isAmount(tokens) else { return nil }
    if tokens.count == 2, digits[0] != 4, digits[0] != 9 { return nil }
    if tokens.count == 1, isDate(digits) { return nil }
    return match(tokens, .phone)
  }

  /// British and American numbers: an area code with 0, or 3-3-4 and 3-4 with hyphens.
  private func nationalPhone(at start: Int, _ groups: [Int]) -> PatternMatch? {
    for length in stride(from: min(groups.count, 5), to: 0, by: -1) {
      let tokens = start..<(start + length)
      let sum = groups[..<length].reduce(0, +)
      if text[start].text.hasPrefix("0"), (10...11).contains(sum), !isAmount(tokens) {
        return match(tokens, .phone)
      }
    }
    let hasHyphens = { (gaps: Range<Int>) in
      gaps.allSatisfy { ["-", ") ", "."].contains(text[start + $0].gap) }
    }
    if groups.starts(with: [3, 3, 4]), hasHyphens(1..<3) {
      let opening = text[start].gap.hasSuffix("(") && text[start + 1].gap.hasPrefix(")")
      return match(start..<(start + 3), .phone, before: opening ? 1 : 0)
    }
    if groups == [3, 4], text[start + 1].gap == "-" {
      return match(start..<(start + 2), .phone, isUnsure: true)
    }
    return nil
  }

  private func isAmount(_ tokens: Range<Int>) -> Bool {
    let units: Set<String> = [
      "kr", "kroner", "nok", "crowns", "dollars", "pounds", "euro", "euros", "prosent", "percent",
    ]
    if tokens.lowerBound > 0, units.contains(text[tokens.lowerBound - 1].lower) { return true }
    if text[tokens.lowerBound].gap.contains(where: { "£$€,".contains($0) && $0 != "," }) {
      return true
    }
    return tokens.upperBound < text.count && units.contains(text[tokens.upperBound].lower)
  }

  /// `20170314`.
  private func isDate(_ digits: [Int]) -> Bool {
    let year = digits[0] * 10 + digits[1]
    let month = digits[4] * 10 + digits[5]
    let day = digits[6] * 10 + digits[7]
    return (19...20).contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }

  // MARK: Licence plates

  /// `AB 12345`, `AB12345`, `AB12 CDE`.
  private func plate(at start: Int) -> PatternMatch? {
    let token = text[start]
    let bytes = Array(token.text.utf8)
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard bytes.count >= 2, isLetter(bytes[0]), isLetter(bytes[1]) else { return nil }
    if bytes.count == 7, bytes[2...].allSatisfy(isDigit) {
      return match(start..<(start + 1), .licencePlate)
    }
    guard start + 1 < text.count, [" ", "-"].contains(text[start + 1].gap) else { return nil }
    let next = text[start + 1]
    if bytes.count == 2, next.isNumber, next.text.utf8.count == 5,
      !Self.currencies.contains(token.text)
    {
      return match(start..<(start + 2), .licencePlate)
    }
    if bytes.count == 4, bytes[2...].allSatisfy(isDigit), next.text.utf8.count == 3,
      next.text.utf8.allSatisfy(isLetter)
    {
      return match(start..<(start + 2), .licencePlate)
    }
    return nil
  }

  private static let currencies: Set<String> = ["KR", "NR", "ID", "PO"]

  // MARK: Digits as words

  /// Seven and more digits one by one, in words: `four one two …`.
  private func spokenDigits(at start: Int) -> PatternMatch? {
    var i = start
    var count = 0
    while i < text.count {
      let token = text[i]
      if i > start, ![" ", ", ", "-", " - "].contains(token.gap) { break }
      if Self.digitWords.contains(token.lower) {
        count += 1
      } else if token.isNumber, token.text.utf8.count == 1 {
        count += 1
      } else if !["double", "dobbel", "dobbelt"].contains(token.lower) || i == start {
        break
      }
      i += 1
    }
    return count >= 7 ? match(start..<i, .phone, isUnsure: true) : nil
  }

  private static let digitWords: Set<String> = [
    "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "null", "en", "ein", "én", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni",
  ]

  func match(
    _ tokens: Range<Int>, _ kind: IdentifierKind, isUnsure: Bool = false, before: Int = 0
  ) -> PatternMatch {
    let scalars = text.scalars(of: tokens)
    return PatternMatch(
      tokens: tokens, scalars: (scalars.lowerBound - before)..<scalars.upperBound, kind: kind,
      isUnsure: isUnsure)
  }
}

/// A stretch that has the form of an identifier.
struct PatternMatch {
  var tokens: Range<Int>
  var scalars: Range<Int>
  var kind: IdentifierKind
  var isUnsure = false
  var generalised: String?
}
