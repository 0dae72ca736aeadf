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
  ///   - phase: The phase of the method in which it is done.
  ///   - time: When it is done.
  ///   - reason: Why a transcript is corrected.
  /// - Returns: One entry for each transcript, and what reading the files said.
  /// - Throws: ``ProjectError``, above all if two transcripts of one name are given; ``RuleViolation``,
  ///   ``FileError``. Nothing is added then.
  public func addTranscripts(
    _ files: [String], as actor: Identifier, phase: Phase? = nil, at time: Timestamp = .now,
    reason: String? = nil
  ) throws -> (changes: [TranscriptChange], diagnostics: [Diagnostic]) {
    var addition = TranscriptAddition(reason: reason)
    try perform(as: actor, phase: phase, at: time) { editor in
      try addition.begin(editor.state)
      for path in files { try addition.add(path, &editor) }
    }
    for i in addition.changes.indices where addition.changes[i].outcome == .replaced {
      let placed = try placements(addition.changes[i].id)
      addition.changes[i].changed = placed.count { $0.status == .changed }
      addition.changes[i].lost = placed.count { $0.status == .lost }
    }
    return (addition.changes, addition.diagnostics)
  }

  /// Adds transcripts that an importer made, as TEI files of their own, and takes over what the
  /// importer read of a study: codes, codings, memos.
  ///
  /// All of it is one step, which can be undone as one.
  /// - Parameters:
  ///   - transcripts: The transcripts.
  ///   - study: What belongs to them, as ``Samtale/StudyEditor/importCodings(from:into:)`` takes it.
  ///   - actor: Who does it.
  ///   - phase: The phase of the method in which it is done.
  ///   - time: When it is done.
  ///   - reason: Why transcripts of the same name are replaced.
  /// - Returns: One entry for each transcript, what was taken over of the study, and what writing the
  ///   files said.
  /// - Throws: As ``addTranscripts(_:as:phase:at:reason:)``. Nothing is added then.
  public func addImported(
    _ transcripts: [Transcript], study: StudyTEI.Reading? = nil, as actor: Identifier,
    phase: Phase? = nil, at time: Timestamp = .now, reason: String? = nil
  ) throws -> (changes: [TranscriptChange], study: ImportReport?, diagnostics: [Diagnostic]) {
    var addition = TranscriptAddition(reason: reason)
    var report: ImportReport?
    try perform(as: actor, phase: phase, at: time) { editor in
      try addition.begin(editor.state)
      for transcript in transcripts {
        let writing = TEI.write(transcript)
        addition.diagnostics += writing.diagnostics
        try addition.add(writing.bytes, transcript.id + ".xml", &editor)
      }
      guard let study else { return }
      let sources = SourceStore(db: editor.state.stored.db)
      let versions = try addition.changes.compactMap { change in
        try editor.state.object(StudyTranscript.self, change.id).map { try sources.version(of: $0) }
      }
      report = try editor.importCodings(from: study, into: versions)
    }
    return (addition.changes, report, addition.diagnostics)
  }

  /// A coding whose place is not simply where it was set.
  public struct MovedCoding: Sendable {
    public var coding: Identifier
    public var status: Placement.Status
  }

  /// Codings on a transcript whose words were edited since, or which are no longer found.
  public func placements(_ transcript: Identifier) throws -> [MovedCoding] {
    try read { db in
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
    try read { db in
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

  /// The study with its transcripts, in every version on which something is anchored and whose
  /// source is at hand. Without it, places are found again by their words, or not at all.
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
    return try read { db in
      let sources = SourceStore(db: db)
      var versions: [TranscriptVersion] = []
      for (id, hashes) in wanted {
        guard let object = study.object(StudyTranscript.self, id) else { continue }
        for hash in hashes {
          do {
            versions.append(
              TranscriptVersion(
                id: id, version: hash,
                transcript: try sources.transcript(named: object.name, version: hash)))
          } catch let error as ProjectError where error.code == .noSource && hash != object.version
          {
            continue
          }
        }
      }
      return StudyCorpus(study, versions: versions)
    }
  }

  /// The present version of a transcript.
  public func transcript(_ id: Identifier) throws -> TranscriptVersion {
    try read { db in
      guard let object = try StoredState(db).object(StudyTranscript.self, id) else {
        throw ProjectError(.unknown, "there is no transcript \(id.short)", do: "list transcripts")
      }
      return try SourceStore(db: db).version(of: object)
    }
  }

  /// All objects of a type, in the order in which they were made.
  public func all<T: StudyObject>(_ type: T.Type) throws -> [T] {
    try read { try StoredState($0).all(type) }
  }

  /// What is still to be settled.
  public func conflicts() throws -> [Conflict] {
    try read { try ConflictTable.read($0) }
  }
}
