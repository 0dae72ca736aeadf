import GRDB
import Samtale

/// Works out where codings lie in the present versions of their transcripts.
///
/// A coding on a transcript that is withdrawn has no place; one on a whole transcript or on the data
/// set has a place without an utterance.
struct PlaceTable {
  let state: StoredState
  /// Where sources lie; another database than that of the tables while a file is verified.
  let sources: SourceStore
  private var db: Database { state.db }

  init(_ state: StoredState, sources: SourceStore? = nil) {
    self.state = state
    self.sources = sources ?? SourceStore(db: state.db)
  }

  /// Brings places up to date after a step.
  func update() throws {
    let moved = state.touchedTranscripts
    for id in moved.sorted() { try refill(id) }
    let insert = try PlaceRows(db)
    var earlier: [Identifier: [(key: Int, anchor: Anchor)]] = [:]
    for id in state.touchedCodings.sorted() {
      guard let coding = try state.object(Coding.self, id), let anchor = coding.anchor,
        let key = try Int.fetchOne(
          db.cachedStatement(sql: "SELECT key FROM coding WHERE id = ?"), arguments: [id])
      else { continue }
      if let transcript = anchor.transcript, moved.contains(transcript) { continue }
      if try place(key, anchor, insert) { continue }
      if let transcript = anchor.transcript {
        earlier[transcript, default: []].append((key, anchor))
      }
    }
    for (transcript, codings) in earlier { try placeAgain(codings, on: transcript, insert) }
    state.touchedTranscripts = []
    state.touchedCodings = []
  }

  /// Fills the empty tables of utterances and places, and makes the indexes of large tables.
  func fillAll() throws {
    try Schema.createIndexes(db, [.codings])
    for id in try state.objects(of: .transcript).map(\.id) {
      guard let version = try present(id) else { continue }
      try placeAll(version, try UtteranceTable(db).add(version))
    }
    try Schema.createIndexes(db, [.places, .utterances])
    let insert = try PlaceRows(db)
    for key in try Int.fetchAll(db, sql: "SELECT key FROM coding WHERE transcript IS NULL") {
      try insert.write(key, .unplaced)
    }
    state.touchedTranscripts = []
  }

  /// Puts the utterances of a transcript's present version in place of the former ones, and its
  /// codings on them. A version that is at hand need not be read again.
  func refill(_ id: Identifier, with version: TranscriptVersion? = nil) throws {
    try db.cachedStatement(
      sql: "DELETE FROM place WHERE coding IN (SELECT key FROM coding WHERE transcript = ?)"
    ).execute(arguments: [id])
    try UtteranceTable(db).remove(id)
    state.touchedTranscripts.remove(id)
    guard let version = try version ?? present(id) else { return }
    try placeAll(version, try UtteranceTable(db).add(version))
  }

  /// The present version of a transcript; `nil` if it is withdrawn or not there.
  private func present(_ id: Identifier) throws -> TranscriptVersion? {
    guard let object = try state.object(StudyTranscript.self, id), !object.isWithdrawn else {
      return nil
    }
    return try sources.version(of: object)
  }

  private func placeAll(_ version: TranscriptVersion, _ rows: [Int]) throws {
    var codings: [(key: Int, anchor: Anchor)] = []
    let cursor = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT key, fields FROM coding WHERE transcript = ?"),
      arguments: [version.id])
    while let row = try cursor.next() {
      guard let anchor = try Value.fields(row[1])["anchor"].flatMap({ Anchor($0) }) else {
        continue
      }
      codings.append((row[0], anchor))
    }
    guard !codings.isEmpty else { return }
    let corpus = try corpus(version, codings.map(\.anchor))
    let insert = try PlaceRows(db)
    for (key, anchor) in codings {
      try insert.write(key, corpus.place(anchor) ?? .lost) { rows[$0] }
    }
  }

  /// A transcript with the earlier versions on which some anchors were set. One whose source is gone
  /// is left out: such anchors are then found by their words.
  private func corpus(_ now: TranscriptVersion, _ anchors: [Anchor]) throws -> StudyCorpus {
    var versions = [now]
    var seen: Set<String> = [now.version]
    for anchor in anchors {
      guard let old = anchor.version, seen.insert(old).inserted,
        let earlier = try sources.earlier(old, of: now)
      else { continue }
      versions.append(earlier)
    }
    var study = Study()
    if let record = try state.record(now.id) { study.set(now.id, record, kind: .transcript) }
    return StudyCorpus(study, versions: versions)
  }

  /// Places one coding by the names of utterances alone.
  /// - Returns: Whether that could be done: not for an anchor on an earlier version.
  private func place(_ key: Int, _ anchor: Anchor, _ insert: PlaceRows) throws -> Bool {
    try db.cachedStatement(sql: "DELETE FROM place WHERE coding = ?").execute(arguments: [key])
    guard let id = anchor.transcript else {
      try insert.write(key, .unplaced)
      return true
    }
    guard let object = try state.object(StudyTranscript.self, id), !object.isWithdrawn else {
      return true
    }
    guard object.version == anchor.version else { return false }
    try insert.write(key, anchor) { try UtteranceTable(db).row(of: id, named: $0) }
    return true
  }

  /// Places codings of one transcript that were set on earlier versions.
  private func placeAgain(
    _ codings: [(key: Int, anchor: Anchor)], on id: Identifier, _ insert: PlaceRows
  ) throws {
    guard let now = try present(id) else { return }
    let rows = try UtteranceTable(db).keys(of: id)
    let corpus = try corpus(now, codings.map(\.anchor))
    for (key, anchor) in codings {
      try insert.write(key, corpus.place(anchor) ?? .lost) { rows[$0] }
    }
  }
}
