extension StudyObject {
  func text(_ name: String) -> String? { fields[name]?.text }
  func required(_ name: String) -> String { fields[name]?.text ?? "" }
  func identifier(_ name: String) -> Identifier? { fields[name]?.identifier }
  func texts(_ name: String) -> [String] { fields[name]?.list?.compactMap(\.text) ?? [] }
  func identifiers(_ name: String) -> [Identifier] {
    fields[name]?.list?.compactMap(\.identifier) ?? []
  }

  mutating func set(_ name: String, _ value: Value) {
    fields[name] = value == .null ? nil : value
  }

  /// The object as a record.
  public var record: Record { Record(Self.kind, fields) }
}
