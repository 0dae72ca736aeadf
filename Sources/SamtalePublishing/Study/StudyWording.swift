import Samtale

extension [NamedObject] {
  /// The names, parted by semicolons.
  var listed: String { map(\.name).joined(separator: "; ") }
}

extension Table.Cell {
  /// A text, or nothing without a reason to state.
  static func optional(_ text: String?) -> Table.Cell { text.map(Table.Cell.text) ?? .missing("") }
}

extension Table.Column {
  /// A column of text.
  static func words(
    _ key: String, _ title: String, _ audience: Table.Audience = .everybody
  ) -> Table.Column {
    Table.Column(key: key, title: title, kind: .text, audience: audience)
  }

  /// A column of counts.
  static func count(_ key: String, _ title: String) -> Table.Column {
    Table.Column(key: key, title: title, kind: .integer)
  }
}

extension Table.Cell {
  /// Words in quotation marks. Only what somebody said has them.
  static func quoted(_ quotation: Quotation?, else reason: String = "") -> Table.Cell {
    quotation.map { .text("“\($0.text)”") } ?? .missing(reason)
  }
}

extension Condensate {
  /// What stands before a condensate wherever it is printed.
  static let mark = "condensate (written by the researchers, nobody said it)"

  /// A sentence without quotation marks: in a condensate nobody is quoted, and
  /// marks that were typed into it would make it look so.
  static func withoutQuotes(_ text: String) -> String {
    let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "‟", "«", "»", "‹", "›"]
    return text.replacingScalars { quotes.contains($0) ? "" : nil }
  }
}

extension ContextCheck.Verdict {
  var shown: String { self == .notRelevant ? "not relevant" : rawValue }
}

extension CodingComparison.Match {
  var shown: String {
    switch self {
    case .sameCode: "same code"
    case .otherCodes: "other codes"
    case .notSeen: "no code"
    }
  }
}
