import Foundation
import GRDB
import Samtale

/// Identifiers are stored as 16 bytes, so that they sort as they do in memory.
extension Identifier: DatabaseValueConvertible {
  public var databaseValue: DatabaseValue { withBytes { Data($0) }.databaseValue }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> Identifier? {
    guard case .blob(let data) = value.storage else { return nil }
    return Identifier(bytes: data)
  }
}

extension Value {
  /// The fields in a column of JSON text.
  static func fields(_ text: String) throws -> Fields {
    try Value(json: text).object ?? [:]
  }
}

/// GRDB has a `Record` too.
typealias StudyRecord = Samtale.Record

extension StudyRecord {
  var json: String { Value.object(fields).jsonText }
}
