import GRDB
import Samtale

extension Project {
  /// How much a project holds.
  public struct Summary: Sendable {
    public var counts: [(title: String, count: Int)]
    public var events: Int
    /// The digest of the whole log, in hexadecimal digits: two files with the same one hold the same.
    public var head: String
  }

  private static func plural(_ kind: ObjectKind) -> String {
    switch kind {
    case .preliminaryThemes: "lists of preliminary themes"
    default: kind.title + "s"
    }
  }

  public func summary() throws -> Summary {
    try database.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT kind, count(*) FROM object GROUP BY kind")
      var counts: [ObjectKind: Int] = [:]
      for row in rows { if let kind = ObjectKind(rawValue: row[0]) { counts[kind] = row[1] } }
      counts[.coding] = try Int.fetchOne(db, sql: "SELECT count(*) FROM coding")
      let log = EventLog(db: db)
      return Summary(
        counts: ObjectKind.allCases.compactMap { kind in
          kind == .study ? nil : counts[kind].map { (Self.plural(kind), $0) }
        },
        events: try log.count(),
        head: try log.head().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }
}

extension Project {
  /// What people call an object: its name, title or heading; `nil` if it has none or is not there.
  public func name(of id: Identifier) throws -> String? {
    try database.read { db in
      let record = try StoredState(db).record(id)
      let fields = record?.fields
      if let record, record.kind == .translation {
        let translation = StudyTranslation(id: id, fields: record.fields)
        let turn = translation.anchor?.segments.first?.utterance ?? id.short
        return "\(turn) into \(translation.language)"
      }
      return ["name", "title", "heading"].lazy.compactMap { fields?[$0]?.text }.first
    }
  }

  /// The object whose identifier ends in some digits.
  /// - Throws: ``ProjectError`` if there is none, or more than one.
  public func identifier(endingIn digits: String) throws -> Identifier {
    if let id = Identifier(digits) { return id }
    guard digits.count >= 4, digits.allSatisfy({ $0.isHexDigit || $0 == "-" }) else {
      throw ProjectError(
        .unknown, "“\(digits)” are no digits of an identifier",
        do: "give the eight digits that lists print")
    }
    let found = try database.read { db in
      try Identifier.fetchAll(
        db,
        sql: """
          SELECT id FROM object WHERE lower(hex(id)) LIKE '%' || :digits
          UNION SELECT id FROM coding WHERE lower(hex(id)) LIKE '%' || :digits LIMIT 2
          """, arguments: ["digits": digits.lowercased().filter { $0.isHexDigit }])
    }
    guard let only = found.first, found.count == 1 else {
      throw ProjectError(
        found.isEmpty ? .unknown : .ambiguous,
        found.isEmpty ? "nothing ends in \(digits)" : "several objects end in \(digits)",
        do: "give more digits of the identifier")
    }
    return only
  }

  /// Things worth a second look with the declared method in mind.
  public func advice() throws -> [Diagnostic] {
    let corpus = try corpus()
    return (StudyAdvice(corpus.study).diagnostics + QuotationAdvice(corpus).diagnostics).map {
      var advice = $0
      advice.file = path
      return advice
    }
  }
}
