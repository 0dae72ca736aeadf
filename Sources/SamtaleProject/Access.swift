import GRDB
import Samtale

/// How a project file is opened, read and written, and what is said where that fails.
extension Project {
  /// Reads in one transaction, which sees one state of the file; inside a step, what the step has
  /// done so far.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try Self.explaining(path) {
      try database.unsafeReentrantRead { db in
        db.isInsideTransaction ? try body(db) : try Self.transaction(.deferred, db, body)
      }
    }
  }

  /// Writes in one transaction, of which everything or nothing takes place.
  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try alone { try Self.transaction(.immediate, $0, body) }
  }

  /// Hands over the connection outside any step.
  func alone<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try Self.explaining(path) {
      try database.unsafeReentrantWrite { db in
        guard !db.isInsideTransaction else {
          throw ProjectError(
            .busy, "a step is being carried out and cannot hold another",
            do: "do one step after the other")
        }
        return try body(db)
      }
    }
  }

  private static func transaction<Result>(
    _ kind: Database.TransactionKind, _ db: Database, _ body: (Database) throws -> Result
  ) throws -> Result {
    var results: [Result] = []
    try db.inTransaction(kind) {
      results.append(try body(db))
      return .commit
    }
    return results[0]
  }

  /// Ends the work with the file: what is in the write-ahead log goes into it, and the files beside
  /// it are removed. The last copy of the value does the same when it goes.
  public func close() throws {
    try Self.explaining(path) { try database.close() }
  }

  /// A connection. Nothing is written to the file, which may be somebody else's.
  static func connect(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -32768")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Sets the connection up for work.
  static func prepare(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      }
      // After a large import the log beside the file gives its room back.
      _ = try Int.fetchOne(db, sql: "PRAGMA journal_size_limit = 67108864")
      // A step that was acknowledged survives a loss of power too.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
  }

  /// Turns SQLite's errors into those that a person can act on.
  static func explaining<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError {
      throw explanation(error, path) ?? error
    }
  }

  private static func explanation(_ error: DatabaseError, _ path: String) -> ProjectError? {
    let cause = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return ProjectError(
        .busy, "another program is writing to \(path)", do: "try again when it is done")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return ProjectError(
        .damaged, "\(path) is damaged (\(cause))",
        do: "run samtale project verify, and restore a backup")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      return ProjectError(
        .notWritable, "\(path) cannot be opened for writing (\(cause))",
        do: "look whether the folder is there and may be written to")
    case .SQLITE_FULL, .SQLITE_IOERR:
      return ProjectError(
        .notWritable, "\(path) cannot be written (\(cause))",
        do: "look for room on the disk; nothing that was acknowledged is lost")
    default: return nil
    }
  }
}
