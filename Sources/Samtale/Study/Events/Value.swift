/// What a field of an object holds: the values of JSON, with whole numbers only.
///
/// Fractions do not occur: text offsets, orders and counts are whole, and only whole numbers are
/// written the same everywhere, which the hash chain of the log needs.
public enum Value: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([Value])
  case object(Fields)

  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var number: Int? { if case .number(let number) = self { number } else { nil } }
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  public var list: [Value]? { if case .list(let list) = self { list } else { nil } }
  public var object: Fields? { if case .object(let object) = self { object } else { nil } }
  /// The text as an identifier.
  public var identifier: Identifier? { text.flatMap { Identifier($0) } }

  public init(_ text: String?) { self = text.map(Value.text) ?? .null }
  public init(_ id: Identifier?) { self = id.map { .text($0.description) } ?? .null }
  public init(_ ids: [Identifier]) { self = .list(ids.map { .text($0.description) }) }
  public init(texts: [String]) { self = texts.isEmpty ? .null : .list(texts.map(Value.text)) }
}

/// The fields of an object by name. A field that is not there and one that is `null` are the same.
public typealias Fields = [String: Value]

extension Fields {
  /// The fields that hold something.
  public var present: Fields { filter { $0.value != .null } }

  /// What differs from other fields, in both versions; a field that only one side has is `null` in
  /// the other.
  public func difference(to other: Fields) -> (before: Fields, after: Fields) {
    var before: Fields = [:]
    var after: Fields = [:]
    for name in Set(keys).union(other.keys) {
      let (old, new) = (self[name] ?? .null, other[name] ?? .null)
      guard old != new else { continue }
      before[name] = old
      after[name] = new
    }
    return (before, after)
  }

  /// These fields with others put over them; `null` removes.
  public func merging(_ changes: Fields) -> Fields {
    var merged = self
    for (name, value) in changes { merged[name] = value == .null ? nil : value }
    return merged
  }
}
