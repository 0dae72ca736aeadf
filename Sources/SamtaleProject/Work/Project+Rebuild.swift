import GRDB
import Samtale

extension Project {
  /// Makes all derived tables anew from the log and the sources.
  /// - Returns: How many events were folded.
  @discardableResult
  public func rebuild() throws -> Int {
    try database.write { db in try Self.rebuild(db) }
  }

  static func rebuild(_ db: Database) throws -> Int {
    try Schema.clear(db)
    let state = StoredState(db)
    var folding = Folding(ProjectState(state))
    var count = 0
    try EventLog(db: db).forEach(inFoldOrder: true) {
      try folding.fold($0)
      count += 1
    }
    try ConflictTable.write(folding.conflicts, db)
    try PlaceTable(db: db, state: state).update()
    return count
  }

  /// Makes a project file out of a log, such as one published beside a paper.
  /// - Parameters:
  ///   - path: The file to make.
  ///   - events: The log.
  ///   - files: Files with the transcripts, found by their bytes.
  /// - Throws: ``ProjectError`` if a transcript that the log names is not among the files;
  ///   ``RuleViolation`` if the log breaks a rule. The file is then removed again.
  public static func replay(_ events: [Event], files: [String], to path: String) throws -> Project {
    let project = try empty(path)
    do {
      try project.database.write { db in
        let sources = SourceStore(db: db)
        for file in files {
          let name = String(file.split(separator: "/").last ?? "")
          _ = try sources.add(try Files.bytes(file), file: name)
        }
        try requireSources(events, db)
        try EventLog(db: db).append(events.sorted(by: Event.precedes))
        _ = try rebuild(db)
        try db.execute(
          sql: "DELETE FROM source WHERE version NOT IN (\(usedVersions(events)))")
      }
    } catch {
      try? project.database.close()
      for suffix in ["", "-wal", "-shm"] { Files.remove(path + suffix) }
      throw error
    }
    return project
  }

  /// The versions of transcripts that a log names, quoted for SQL; they are hexadecimal digits.
  private static func usedVersions(_ events: [Event]) -> String {
    versions(events).map { "'\($0.version)'" }.joined(separator: ",")
  }

  private static func versions(_ events: [Event]) -> [(version: String, file: String)] {
    var found: [(String, String)] = []
    var seen: Set<String> = []
    var files: [Identifier: String] = [:]
    for event in events where event.change.kind == .transcript {
      let after = event.change.after ?? [:]
      if let file = after["file"]?.text { files[event.change.object] = file }
      guard let version = after["version"]?.text, version.allSatisfy(\.isHexDigit),
        seen.insert(version).inserted
      else { continue }
      found.append((version, files[event.change.object] ?? ""))
    }
    return found
  }

  private static func requireSources(_ events: [Event], _ db: Database) throws {
    let known = Set(try String.fetchAll(db, sql: "SELECT version FROM source"))
    let missing = versions(events).filter { !known.contains($0.version) }
    guard missing.isEmpty else {
      throw ProjectError(
        .noSource,
        "\(missing.count) transcripts of the log are not among the files, or were edited since: "
          + missing.map(\.file).joined(separator: ", "),
        do: "give the folder with the transcripts as they were coded")
    }
  }
}
