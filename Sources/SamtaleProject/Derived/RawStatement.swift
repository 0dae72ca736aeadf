import GRDB
import GRDBSQLite
import Samtale

/// A statement for bulk loads: values are bound without boxes, parameters by position from 1.
struct RawStatement {
  private let statement: Statement
  private let db: Database

  /// SQLite copies what is bound.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
  }

  func bind(_ index: Int, _ number: Int?) {
    guard let number else {
      sqlite3_bind_null(statement.sqliteStatement, CInt(index))
      return
    }
    sqlite3_bind_int64(statement.sqliteStatement, CInt(index), Int64(number))
  }

  func bind(_ index: Int, _ id: Identifier?) {
    guard let id else { return bind(index, Int?.none) }
    id.withBytes { bind(index, blob: $0) }
  }

  func bind(_ index: Int, blob: [UInt8]) {
    blob.withUnsafeBytes { bind(index, blob: $0) }
  }

  private func bind(_ index: Int, blob: UnsafeRawBufferPointer) {
    sqlite3_bind_blob(
      statement.sqliteStatement, CInt(index), blob.baseAddress, CInt(blob.count), Self.transient)
  }

  /// Binds text given as UTF-8.
  func bind(_ index: Int, utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { bind(index, $0) }
  }

  func bind(_ index: Int, _ text: String?) {
    guard var text else { return bind(index, Int?.none) }
    text.withUTF8 { bind(index, $0) }
  }

  private func bind(_ index: Int, _ utf8: UnsafeBufferPointer<UInt8>) {
    guard !utf8.isEmpty else {
      // An empty buffer may have no address, which SQLite takes for NULL.
      sqlite3_bind_text(statement.sqliteStatement, CInt(index), "", 0, Self.transient)
      return
    }
    utf8.withMemoryRebound(to: CChar.self) {
      _ = sqlite3_bind_text(
        statement.sqliteStatement, CInt(index), $0.baseAddress, CInt($0.count), Self.transient)
    }
  }

  /// Runs a statement that gives no rows.
  func run() throws {
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: statement.sql)
    }
  }
}
