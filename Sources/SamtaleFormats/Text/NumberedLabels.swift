extension SpeakerLabel {
  /// Whether it is a number as the members of a group are numbered: one to three digits (`1`, `02`,
  /// `001`).
  static func isNumber(_ label: String) -> Bool {
    (1...3).contains(label.utf8.count) && label.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether it is an identifier as corpora give them: small letters and a number, perhaps with
  /// letters behind it (`m01`, `int2`, `aal_01um`).
  static func isIdentifier(_ label: String) -> Bool {
    guard let first = label.first, first.isLetter, label.utf8.count <= 24,
      label.last != "_", label.last != "-"
    else { return false }
    let digits = label.count { $0.isASCII && $0.isNumber }
    return (1...6).contains(digits)
      && label.allSatisfy {
        $0.isLowercase || ($0.isASCII && $0.isNumber) || $0 == "_" || $0 == "-"
      }
  }
}

/// The order in which numbers stand before words.
///
/// Points of a list follow each other, and a list begins with 1. Who talks comes again: a quarter of
/// the numbers at least are not the next one.
struct NumberOrder {
  private var last = 0
  private var count = 0
  private var jumps = 0

  /// Takes the next label of the text, whatever it is.
  mutating func add(_ label: String) {
    guard SpeakerLabel.isNumber(label), let number = Int(label) else { return last = 0 }
    count += 1
    if number != last + 1 { jumps += 1 }
    last = number
  }

  /// Whether the numbers come as people speak.
  var isTalk: Bool { count > 2 && jumps * 4 >= count }
}
