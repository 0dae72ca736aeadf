import ArgumentParser
import Samtale

/// Values of one option with commas between them: `role,meeting`.
struct CommaList<Value: RawRepresentable & CaseIterable & Hashable>
where Value.RawValue == String {
  var values: [Value] = []

  init(_ values: [Value] = []) { self.values = values }

  /// - Parameters:
  ///   - text: The list as written on the command line.
  ///   - example: A list to show to who wrote it otherwise.
  /// - Throws: A `ValidationError` that says what is wrong and how it is written.
  init(_ text: String, example: String) throws {
    let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
    let hint = "Values are \(names); several with commas and no spaces, such as \(example)."
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.filter { $0 != " " }
      guard !name.isEmpty else {
        throw ValidationError("A value is missing beside a comma. \(hint)")
      }
      guard let value = Value(rawValue: name) else {
        throw ValidationError("There is no '\(name)'. \(hint)")
      }
      guard !values.contains(value) else {
        throw ValidationError("'\(name)' is named twice; once is enough. \(hint)")
      }
      values.append(value)
    }
  }
}

extension CommaList: Sendable where Value: Sendable {}

extension CommaList where Value == Grouping {
  @Sendable static func groupings(_ text: String) throws -> CommaList {
    try CommaList(text, example: "role,meeting")
  }

  static let completions =
    Grouping.allCases.map(\.rawValue) + ["role,meeting", "role,team", "speaker,meeting"]
}

extension CommaList where Value == WordOptions.Extra {
  @Sendable static func extras(_ text: String) throws -> CommaList {
    try CommaList(text, example: "descriptions,notes")
  }

  static let completions = WordOptions.Extra.allCases.map(\.rawValue)
}
