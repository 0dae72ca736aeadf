import Foundation

/// As much of JSON Schema 2020-12 as the schemas of this package use.
struct JSONSchema {
  private let root: [String: Any]

  /// Keywords that constrain nothing.
  private static let remarks: Set<String> = ["$schema", "$defs", "title", "description"]

  init(_ name: String) throws {
    let file = Command.package.appending(path: "Schemas/\(name)")
    let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = parsed as? [String: Any] ?? [:]
  }

  /// What breaks the schema; empty if nothing does.
  func problems(_ text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return problems(value, root, "$")
  }

  private func problems(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    schema.filter { !Self.remarks.contains($0.key) }.sorted { $0.key < $1.key }
      .flatMap { key, rule in problems(value, key, rule, schema, place) }
  }

  private func problems(
    _ value: Any,
    _ key: String,
    _ rule: Any,
    _ schema: [String: Any],
    _ place: String
  ) -> [String] {
    let object = value as? [String: Any]
    switch key {
    case "$ref":
      let name = (rule as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
      let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
      guard let target = definitions[name] else { return ["\(place): no definition \(name)"] }
      return problems(value, target, place)
    case "type":
      let types = rule as? [String] ?? [rule as? String ?? ""]
      return types.contains { Self.isType(value, $0) } ? [] : ["\(place): not \(types)"]
    case "enum":
      let values = rule as? [NSObject] ?? []
      return values.contains { $0.isEqual(value) } ? [] : ["\(place): not one of \(values)"]
    case "required":
      let missing = (rule as? [String] ?? []).filter { object != nil && object?[$0] == nil }
      return missing.map { "\(place): \($0) is missing" }
    case "properties":
      let rules = rule as? [String: [String: Any]] ?? [:]
      return (object ?? [:]).flatMap { name, member in
        rules[name].map { problems(member, $0, "\(place).\(name)") } ?? []
      }
    case "additionalProperties":
      let known = schema["properties"] as? [String: Any] ?? [:]
      return (object ?? [:]).filter { known[$0.key] == nil }.flatMap { name, member in
        (rule as? [String: Any]).map { problems(member, $0, "\(place).\(name)") }
          ?? ["\(place): \(name) is not foreseen"]
      }
    case "items":
      return (value as? [Any] ?? []).enumerated().flatMap { index, item in
        problems(item, rule as? [String: Any] ?? [:], "\(place)[\(index)]")
      }
    case "minimum":
      let least = rule as? Double ?? 0
      return (value as? Double).map { $0 >= least } ?? true ? [] : ["\(place): below \(least)"]
    case "minLength":
      let least = rule as? Int ?? 0
      return (value as? String).map { $0.unicodeScalars.count >= least } ?? true
        ? [] : ["\(place): too short"]
    case "anyOf":
      let choices = rule as? [[String: Any]] ?? []
      return choices.contains { problems(value, $0, place).isEmpty }
        ? [] : ["\(place): fits none of the choices"]
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) != nil
        ? [] : ["\(place): does not look like \(pattern)"]
    case "uniqueItems":
      let items = value as? [NSObject] ?? []
      return Set(items).count == items.count ? [] : ["\(place): repeats itself"]
    default:
      return ["\(place): the test does not know the keyword \(key)"]
    }
  }

  private static func isType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "number": !isBoolean(value) && value is NSNumber
    case "integer": !isBoolean(value) && (value as? Double).map { $0 == $0.rounded() } ?? false
    default: false
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    // "c" is the C type of a boolean NSNumber: JSONSerialization makes no other such number.
    return String(cString: number.objCType) == "c"
  }
}
