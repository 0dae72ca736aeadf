/// Norwegian identity numbers of 11 digits: day, month and year of birth, three digits and two
/// control digits (Skatteetaten, “Fødselsnummer” and “D-nummer”).
///
/// In D-numbers 4 is added to the first digit; in invented numbers for tests 4 (Nav) or 8
/// (Skatteetaten) is added to the third.
public enum NationalIdentityNumber {
  /// What eleven digits look like.
  public enum Verdict: String, Hashable, Sendable {
    /// A date and two right control digits.
    case valid
    /// A date, but a control digit is wrong: perhaps misheard or mistyped.
    case wrongControlDigits
    /// No date.
    case notOne
  }

  /// Judges a number.
  /// - Parameter digits: Eleven digits 0 to 9; anything else is no such number.
  /// - Returns: Whether there is a date, and whether the control digits are right.
  public static func verdict(_ digits: [Int]) -> Verdict {
    guard digits.count == 11, digits.allSatisfy((0...9).contains), hasDate(digits) else {
      return .notOne
    }
    let first = control(digits, weights: [3, 7, 6, 1, 8, 9, 4, 5, 2])
    let second = control(digits, weights: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
    return first == digits[9] && second == digits[10] ? .valid : .wrongControlDigits
  }

  private static func hasDate(_ digits: [Int]) -> Bool {
    let day = (digits[0] * 10 + digits[1]) % 40
    var month = digits[2] * 10 + digits[3]
    if month > 80 { month -= 80 } else if month > 40 { month -= 40 }
    guard (1...12).contains(month), digits[0] < 8 else { return false }
    let longest = month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...longest).contains(day)
  }

  /// The control digit after as many digits as there are weights (modulus 11); 10 is none.
  static func control(_ digits: [Int], weights: [Int]) -> Int {
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return (11 - sum % 11) % 11
  }
}

/// Norwegian bank account numbers: eleven digits, the last a control digit (modulus 11).
enum BankAccountNumber {
  static func isValid(_ digits: [Int]) -> Bool {
    digits.count == 11
      && NationalIdentityNumber.control(digits, weights: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
        == digits[10]
  }
}
