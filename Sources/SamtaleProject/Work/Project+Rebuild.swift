import GRDB
import Samtale

extension Project {
  /// Makes all derived tables anew from the log and the sources.
  /// - Returns: How many events were folded.
  @discardableResult
  public func rebuild() throws -> Int {
    try write { db in try Self.rebuild(db) }
  }

  static func rebuild(_ db: Database) throws -> Int {
    try Schema.renewDerived(db)
    let count = try fold(EventLog(db: db), SourceStore(db: db), into: db)
    try Schema.createIndexes(db)
    return count
  }

  /// Fills empty derived tables, which may lie in another database than the log and the sources.
  static func fold(_ log: EventLog, _ sources: SourceStore, into db: Database) throws -> Int {
    let state = StoredState(db, isFresh: true)
    var folding = Folding(ProjectState(state))
    var count = 0
    try log.forEach(inFoldOrder: true) {
      try folding.fold($0)
      count += 1
    }
    try ConflictTable.write(folding.conflicts, db)
    try PlaceTable(state, sources: sources).fillAll()
    return count
  }

  /// Makes a project file out of a log, such as one published beside a paper.
  /// - Parameters:
  ///   - events: The log.
  ///   - files: Files with the transcripts, found by their bytes.
  ///   - path: The file to make.
  /// - Returns: The project, with the same log and the same state.
  /// - Throws: ``ProjectError`` if a transcript that the log names is not among the files, or if the
  ///   log holds two events of one identifier that differ. The file is then removed again.
  public static func replay(_ events: [Event], files: [String], to path: String) throws -> Project {
    let events = try unique(events)
    let project = try empty(path)
    do {
      try project.write { db in
        let sources = SourceStore(db: db)
        for file in files {
          let name = String(file.split(separator: "/").last ?? "")
          _ = try sources.add(try Files.bytes(file), file: name)
        }
        try requireSources(events, db)
        try EventLog(db: db).append(events)
        _ = try rebuild(db)
        try removeUnused(versions(events).map(\.version), db)
      }
    } catch {
      project.discard()
      throw error
    }
    return project
  }

  /// The events in the order of the fold; one that stands in the log twice counts once.
  private static func unique(_ events: [Event]) throws -> [Event] {
    var seen: [Identifier: Event] = [:]
    return try events.sorted(by: Event.precedes).filter { event in
      guard let known = seen.updateValue(event, forKey: event.id) else { return true }
      guard known == event else {
        throw ProjectError(
          .tampered, "the log holds two events \(event.id) that differ",
          do: "take the log from the program that wrote it again")
      }
      return false
    }
  }

  private static func removeUnused(_ used: [String], _ db: Database) throws {
    let used = Set(used)
    for version in try String.fetchAll(db, sql: "SELECT version FROM source")
    where !used.contains(version) {
      try db.execute(sql: "DELETE FROM source WHERE version = ?", arguments: [version])
    }
  }

  private static func versions(_ events: [Event]) -> [(version: String, file: String)] {
    var found: [(String, String)] = []
    var seen: Set<String> = []
    var files: [Identifier: String] = [:]
    for event in events where event.change.kind == .transcript {
      let after = event.change.after ?? [:]
      if let file = after["file"]?.text { files[event.change.object] = file }
      guard let version = after["version"]?.text, seen.insert(version).inserted else { continue }
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
        "\(missing.count) sources of the log are not among the files, or were edited since: "
          + missing.map { $0.file.isEmpty ? $0.version : $0.file }.joined(separator: ", "),
        do: "give the folder with the transcripts as they were coded")
    }
  }
}
