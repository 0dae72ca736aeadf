import GRDB
import Samtale

extension Project {
  /// What adding or replacing a file did.
  public struct TranscriptChange: Sendable {
    public enum Outcome: String, Sendable { case added, replaced, same }

    public var id: Identifier
    public var name: String
    public var outcome: Outcome
    /// Codings whose words changed, and those that are no longer found, after a replacement.
    public var changed: Int = 0
    public var lost: Int = 0
  }

  /// Adds the transcripts of files, and replaces those of the same name that differ.
  ///
  /// The files are kept byte for byte. What was coded on an earlier version keeps its anchor and is
  /// found again in the new one; what is not found is listed by ``placements(_:)``.
  /// - Parameters:
  ///   - files: Paths of files with transcripts.
  ///   - actor: Who does it.
  ///   - reason: Why a transcript is corrected.
  /// - Returns: One entry for each transcript, and what reading the files said.
  /// - Throws: ``ProjectError``, ``RuleViolation``, ``FileError``.
  public func addTranscripts(
    _ files: [String], as actor: Identifier, phase: Phase? = nil, at time: Timestamp = .now,
    reason: String? = nil
  ) throws -> (changes: [TranscriptChange], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var changes: [TranscriptChange] = []
    try perform(as: actor, phase: phase, at: time) { editor in
      let known = try editor.state.all(StudyTranscript.self)
      var byName = Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
      for path in files {
        let bytes = try Files.bytes(path)
        let reading = TEI.read(bytes: bytes, named: path, options: ReadingOptions(lint: false))
        diagnostics += reading.diagnostics
        let whole = reading.transcripts.filter { !$0.isIncomplete }
        guard !whole.isEmpty else { continue }
        let file = String(path.split(separator: "/").last ?? "")
        let source = SourceStore(db: editor.state.stored.db)
        let version = try source.add(bytes, file: file)
        for transcript in whole {
          let change = try Self.put(
            transcript, version, file, byName[transcript.id], &editor, reason: reason)
          byName[transcript.id] = try editor.state.object(StudyTranscript.self, change.id)
          changes.append(change)
        }
      }
    }
    for i in changes.indices where changes[i].outcome == .replaced {
      let placed = try placements(changes[i].id)
      changes[i].changed = placed.count { $0.status == .changed }
      changes[i].lost = placed.count { $0.status == .lost }
    }
    return (changes, diagnostics)
  }

  private static func put(
    _ transcript: Transcript, _ version: String, _ file: String, _ known: StudyTranscript?,
    _ editor: inout StudyEditor<ProjectState>, reason: String?
  ) throws -> TranscriptChange {
    guard let known else {
      var object = StudyTranscript(
        id: editor.newIdentifier(), name: transcript.id, version: version, file: file)
      object.title = transcript.header.title
      try editor.create(object, reason: reason)
      return TranscriptChange(id: object.id, name: transcript.id, outcome: .added)
    }
    guard known.version != version || known.isWithdrawn else {
      return TranscriptChange(id: known.id, name: known.name, outcome: .same)
    }
    try editor.change(StudyTranscript.self, known.id, .correct, reason: reason) {
      $0.version = version
      $0.file = file
      $0.isWithdrawn = false
      $0.title = transcript.header.title
    }
    return TranscriptChange(id: known.id, name: known.name, outcome: .replaced)
  }

  /// A coding whose place is not simply where it was set.
  public struct MovedCoding: Sendable {
    public var coding: Identifier
    public var status: Placement.Status
  }

  /// Codings on a transcript whose words were edited since, or which are no longer found.
  public func placements(_ transcript: Identifier) throws -> [MovedCoding] {
    try database.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT coding.id, place.status FROM place JOIN coding ON coding.key = place.coding
          WHERE coding.transcript = ? AND place.status <> 'unchanged' ORDER BY coding.id
          """, arguments: [transcript])
      return rows.compactMap { row in
        Placement.Status(rawValue: row[1]).map { MovedCoding(coding: row[0], status: $0) }
      }
    }
  }

  /// The study as it is now, in memory.
  public func study() throws -> Study {
    try database.read { db in
      var study = Study()
      let objects = try Row.fetchCursor(db, sql: "SELECT id, kind, fields FROM object")
      while let row = try objects.next() {
        guard let kind = ObjectKind(rawValue: row[1]) else { continue }
        study.set(row[0], StudyRecord(kind, try Value.fields(row[2])), kind: kind)
      }
      let codings = try Row.fetchCursor(db, sql: "SELECT id, fields FROM coding")
      while let row = try codings.next() {
        study.set(row[0], StudyRecord(.coding, try Value.fields(row[1])), kind: .coding)
      }
      return study
    }
  }

  /// The study with its transcripts, in every version on which something is anchored.
  public func corpus() throws -> StudyCorpus {
    let study = try study()
    var wanted: [Identifier: Set<String>] = [:]
    for transcript in study.all(StudyTranscript.self) {
      wanted[transcript.id, default: []].insert(transcript.version)
    }
    for anchor in study.anchors {
      guard let id = anchor.transcript, let version = anchor.version else { continue }
      wanted[id, default: []].insert(version)
    }
    return try database.read { db in
      let sources = SourceStore(db: db)
      var versions: [TranscriptVersion] = []
      for (id, hashes) in wanted {
        guard let object = study.object(StudyTranscript.self, id) else { continue }
        for hash in hashes {
          versions.append(
            TranscriptVersion(
              id: id, version: hash,
              transcript: try sources.transcript(named: object.name, version: hash)))
        }
      }
      return StudyCorpus(study, versions: versions)
    }
  }

  /// The present version of a transcript.
  public func transcript(_ id: Identifier) throws -> TranscriptVersion {
    try database.read { db in
      guard let object = try StoredState(db).object(StudyTranscript.self, id) else {
        throw ProjectError(.unknown, "there is no transcript \(id.short)", do: "list transcripts")
      }
      let transcript = try SourceStore(db: db)
        .transcript(named: object.name, version: object.version)
      return TranscriptVersion(id: id, version: object.version, transcript: transcript)
    }
  }

  /// All objects of a type, in the order in which they were made.
  public func all<T: StudyObject>(_ type: T.Type) throws -> [T] {
    try database.read { try StoredState($0).all(type) }
  }

  /// What is still to be settled.
  public func conflicts() throws -> [Conflict] {
    try database.read { try ConflictTable.read($0) }
  }
}
