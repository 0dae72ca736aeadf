/// Writing JSON by hand: members keep their order, and nothing can fail.
enum JSONText {
  /// A whole document: one member a line, values as they are.
  static func document(_ members: [(key: String, value: String)]) -> String {
    "{\n" + members.map { "  \($0.key.json): \($0.value)" }.joined(separator: ",\n") + "\n}\n"
  }

  /// An object on one line.
  static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\($0.key.json): \($0.value)" }.joined(separator: ", ") + "}"
  }

  /// An array inside a document, one element a line.
  static func lines(_ elements: [String]) -> String {
    if elements.isEmpty { return "[]" }
    return "[\n" + elements.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
  }
}

extension String {
  /// The text as a JSON string, in quotes and escaped without loss.
  var json: String { "\"" + replacingScalars(Self.jsonEscape) + "\"" }

  private static func jsonEscape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{0}"..<"\u{20}": "\\u00" + (scalar.value < 16 ? "0" : "") + hex(scalar)
    default: nil
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}
