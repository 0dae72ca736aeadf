/// What rules need to know of a study's present state. A project file answers from its tables, a
/// ``Study`` from memory.
public protocol StudyReading {
  /// The object with an identifier; `nil` if there is none.
  func record(_ id: Identifier) throws -> Record?
  /// All objects of a kind. Rules ask only for kinds of which there are few.
  func objects(of kind: ObjectKind) throws -> [(id: Identifier, record: Record)]
  /// Whether anything points to an object.
  func isReferenced(_ id: Identifier) throws -> Bool
}

/// A state that events change.
public protocol StudyState: StudyReading {
  /// Puts an object in place of what was there; `nil` removes it.
  mutating func set(_ id: Identifier, _ record: Record?, kind: ObjectKind) throws
}

extension StudyReading {
  /// The object with an identifier, if it is of the kind asked for.
  public func object<T: StudyObject>(_ type: T.Type, _ id: Identifier?) throws -> T? {
    guard let id, let record = try record(id), record.kind == T.kind else { return nil }
    return T(id: id, fields: record.fields)
  }

  /// All objects of a type, in the order in which they were made.
  public func all<T: StudyObject>(_ type: T.Type) throws -> [T] {
    try objects(of: T.kind).map { T(id: $0.id, fields: $0.record.fields) }.sorted { $0.id < $1.id }
  }

  /// What the study says of itself; `nil` before its first event.
  public func profile() throws -> StudyProfile? { try all(StudyProfile.self).first }

  /// The declared method.
  public func method() throws -> MethodProfile { try profile()?.method ?? .none }
}

extension Record {
  /// All objects that this one points to, each as often as it does.
  public var references: [Identifier] {
    var found: [Identifier] = []
    for rule in kind.schema {
      guard let value = fields[rule.name] else { continue }
      switch rule.form {
      case .reference:
        if let id = value.identifier { found.append(id) }
      case .references: found += value.list?.compactMap(\.identifier) ?? []
      case .anchor:
        if let id = value.object?["transcript"]?.identifier { found.append(id) }
      case .list: found += Self.inside(value)
      default: break
      }
    }
    return found
  }

  /// Units named in the sentences of a condensate, or set aside.
  private static func inside(_ value: Value) -> [Identifier] {
    (value.list ?? []).flatMap { item -> [Identifier] in
      let units = item.object?["units"]?.list?.compactMap(\.identifier) ?? []
      return units + [item.object?["unit"]?.identifier].compactMap { $0 }
    }
  }
}

/// A study in memory: the objects that its events fold to.
public struct Study: StudyState, Hashable, Sendable {
  private(set) var records: [Identifier: Record] = [:]
  private var pointers: [Identifier: Int] = [:]
  private var members: [ObjectKind: Set<Identifier>] = [:]

  /// A study without objects.
  public init() {}

  public func record(_ id: Identifier) -> Record? { records[id] }

  public func objects(of kind: ObjectKind) -> [(id: Identifier, record: Record)] {
    (members[kind] ?? []).sorted().compactMap { id in records[id].map { (id, $0) } }
  }

  public func isReferenced(_ id: Identifier) -> Bool { pointers[id] != nil }

  /// How many objects there are.
  public var count: Int { records.count }

  public mutating func set(_ id: Identifier, _ record: Record?, kind: ObjectKind) {
    for target in records[id]?.references ?? [] {
      let left = (pointers[target] ?? 1) - 1
      pointers[target] = left == 0 ? nil : left
    }
    if let old = records[id] {
      members[old.kind]?.remove(id)
      if members[old.kind]?.isEmpty == true { members[old.kind] = nil }
    }
    records[id] = record
    for target in record?.references ?? [] { pointers[target, default: 0] += 1 }
    if let record { members[record.kind, default: []].insert(id) }
  }
}
