import GRDB
import Samtale

/// Works out where codings lie in the present versions of their transcripts.
struct PlaceTable {
  let db: Database
  let state: StoredState

  /// Brings places up to date after a step.
  func update() throws {
    for id in state.touchedTranscripts { try refill(id) }
    let moved = state.touchedTranscripts
    for id in state.touchedCodings {
      guard let coding = try state.object(Coding.self, id), let anchor = coding.anchor else {
        continue
      }
      if let transcript = anchor.transcript, moved.contains(transcript) { continue }
      try place(coding, anchor)
    }
    state.touchedTranscripts = []
    state.touchedCodings = []
  }

  /// Puts the utterances of a transcript's present version in place of the former ones, and its
  /// codings on them.
  private func refill(_ id: Identifier) throws {
    try clear(id)
    guard let object = try state.object(StudyTranscript.self, id), !object.isWithdrawn else {
      return
    }
    let version = try present(object)
    let rows = try add(version)
    let spoken = try db.cachedStatement(sql: "INSERT INTO spoken(rowid, folded) VALUES (?, ?)")
    for utterance in version.transcript.utterances {
      try spoken.execute(arguments: [rows[utterance.index], TextFolding.fold(utterance.text)])
    }
    try placeAll(version, rows)
  }

  private func present(_ object: StudyTranscript) throws -> TranscriptVersion {
    TranscriptVersion(
      id: object.id, version: object.version,
      transcript: try SourceStore(db: db).transcript(named: object.name, version: object.version))
  }

  private func clear(_ id: Identifier) throws {
    try db.execute(
      sql: "DELETE FROM place WHERE coding IN (SELECT key FROM coding WHERE transcript = ?)",
      arguments: [id])
    let rows = try Row.fetchAll(
      db, sql: "SELECT key, text FROM utterance WHERE transcript = ?", arguments: [id])
    let forget = try db.cachedStatement(
      sql: "INSERT INTO spoken(spoken, rowid, folded) VALUES ('delete', ?, ?)")
    for row in rows {
      let text: String = row[1]
      try forget.execute(arguments: [row[0] as Int, TextFolding.fold(text)])
    }
    try db.execute(sql: "DELETE FROM utterance WHERE transcript = ?", arguments: [id])
  }

  /// Adds the utterances and gives back the keys of their rows.
  private func add(_ version: TranscriptVersion) throws -> [Int] {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO utterance(transcript, position, name, speaker, line, text)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    let participants = version.transcript.participants
    return try version.transcript.utterances.map { utterance in
      let labels = utterance.speakers.map { participants[$0].label ?? participants[$0].id }
      try insert.execute(arguments: [
        version.id, utterance.index, version.name(of: utterance.index),
        labels.isEmpty ? nil : labels.joined(separator: " + "), utterance.line, utterance.text,
      ])
      return Int(db.lastInsertedRowID)
    }
  }

  private func placeAll(_ version: TranscriptVersion, _ rows: [Int]) throws {
    var versions = [version]
    var seen: Set<String> = [version.version]
    var codings: [Coding] = []
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT id, fields FROM coding WHERE transcript = ?", arguments: [version.id])
    while let row = try cursor.next() {
      let coding = Coding(id: row[0], fields: try Value.fields(row[1]))
      codings.append(coding)
      guard let old = coding.anchor?.version, seen.insert(old).inserted else { continue }
      versions.append(try earlier(version, old))
    }
    guard !codings.isEmpty, let record = try state.record(version.id) else { return }
    var study = Study()
    study.set(version.id, record, kind: .transcript)
    let corpus = StudyCorpus(study, versions: versions)
    for coding in codings {
      guard let anchor = coding.anchor, let placement = corpus.place(anchor) else { continue }
      try write(coding.id, placement) { rows[$0] }
    }
  }

  private func earlier(_ version: TranscriptVersion, _ old: String) throws -> TranscriptVersion {
    TranscriptVersion(
      id: version.id, version: old,
      transcript: try SourceStore(db: db).transcript(named: version.transcript.id, version: old))
  }

  /// Places one coding; on the present version by the names of utterances alone.
  private func place(_ coding: Coding, _ anchor: Anchor) throws {
    try db.cachedStatement(
      sql: "DELETE FROM place WHERE coding = (SELECT key FROM coding WHERE id = ?)"
    ).execute(arguments: [coding.id])
    guard let id = anchor.transcript,
      let object = try state.object(StudyTranscript.self, id), !object.isWithdrawn
    else {
      return try write(coding.id, Placement(status: .unchanged, stretches: [], similarity: 1))
    }
    guard object.version == anchor.version else { return try replace(coding, anchor, object) }
    let find = try db.cachedStatement(
      sql: "SELECT key FROM utterance WHERE transcript = ? AND name = ?")
    var keys: [Int] = []
    for segment in anchor.segments {
      guard let key = try Int.fetchOne(find, arguments: [id, segment.utterance]) else {
        return try write(coding.id, .lost)
      }
      keys.append(key)
    }
    let stretches = anchor.segments.enumerated().map {
      TextStretch(utterance: $0.offset, scalars: $0.element.scalars)
    }
    try write(coding.id, Placement(status: .unchanged, stretches: stretches, similarity: 1)) {
      keys[$0]
    }
  }

  /// Places a coding that was made on an earlier version, as after merging.
  private func replace(_ coding: Coding, _ anchor: Anchor, _ object: StudyTranscript) throws {
    let now = try present(object)
    var study = Study()
    study.set(object.id, object.record, kind: .transcript)
    let then = try anchor.version.map { try earlier(now, $0) }
    let corpus = StudyCorpus(study, versions: [now] + [then].compactMap { $0 })
    let rows = try Int.fetchAll(
      db, sql: "SELECT key FROM utterance WHERE transcript = ? ORDER BY position",
      arguments: [object.id])
    try write(coding.id, corpus.place(anchor) ?? .lost) { rows[$0] }
  }

  private func write(
    _ coding: Identifier, _ placement: Placement, row: (Int) -> Int = { $0 }
  ) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO place(coding, part, utterance, first, last, status)
        VALUES ((SELECT key FROM coding WHERE id = ?), ?, ?, ?, ?, ?)
        """)
    guard !placement.stretches.isEmpty else {
      return try insert.execute(arguments: [
        coding, 0, nil, nil, nil, placement.status.rawValue,
      ])
    }
    for (part, stretch) in placement.stretches.enumerated() {
      try insert.execute(arguments: [
        coding, part, row(stretch.utterance), stretch.scalars?.lowerBound,
        stretch.scalars?.upperBound, placement.status.rawValue,
      ])
    }
  }
}
