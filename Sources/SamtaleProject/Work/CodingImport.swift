import GRDB
import Samtale

/// Makes codings in bulk: writes their events and rows without building objects for each.
struct CodingImport {
  private let state: StoredState
  private let editor: StudyEditor<ProjectState>
  private let text: CodingText
  private let stepSize: Int
  private let insert: RawStatement
  private let places: PlaceRows
  private var log: LogWriter
  private var random: RandomGenerator
  private var last: Identifier
  private var step: Identifier
  private var lamport: Int
  private var key: Int
  /// What was held against the rules already, and in which version transcripts are.
  private var checked: Set<Checked> = []
  private var versions: [Identifier: String] = [:]
  private var utterances: [Identifier: UtteranceNames] = [:]
  private(set) var count = 0

  /// What the rules look at, beside the form of the anchor.
  private struct Checked: Hashable {
    var code: Identifier
    var transcript: Identifier?
    var coder: Identifier?
    var round: Identifier?
  }

  /// Whether a load is large enough for indexes to be made afterwards.
  static func isLarge(_ count: Int, _ db: Database) throws -> Bool {
    guard count >= 20_000 else { return false }
    return try count >= EventLog(db: db).count()
  }

  init(
    _ state: StoredState, signature: StudyEditor<ProjectState>.Signature, reason: String?,
    stepSize: Int
  ) throws {
    let db = state.db
    self.state = state
    self.stepSize = stepSize
    let eventLog = EventLog(db: db)
    lamport = try eventLog.lamport()
    editor = StudyEditor(ProjectState(state), lamport: lamport, signature: signature)
    text = CodingText(signature, reason: reason)
    random = RandomGenerator(seed: signature.seed)
    step = Identifier(at: signature.at, using: &random)
    last = step
    log = try LogWriter(eventLog)
    key = try Int.fetchOne(db, sql: "SELECT max(key) FROM coding") ?? 0
    places = try PlaceRows(db)
    insert = try RawStatement(
      db,
      """
      INSERT INTO coding(key, id, code, coder, transcript, round, fields)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
  }

  mutating func add(_ coding: NewCoding) throws {
    try check(coding)
    if count > 0, count % stepSize == 0 { step = newIdentifier() }
    let (id, event) = (newIdentifier(), newIdentifier())
    let actor = editor.signature.actor
    let fields = text.fields(coding)
    guard lamport < Event.lamports.upperBound else { throw RuleViolation.timesUsedUp }
    lamport += 1
    try log.append(
      text.event(fields, id: event, object: id, step: step, lamport: lamport), id: event,
      lamport: lamport, object: id, step: step, actor: actor)
    key += 1
    insert.bind(1, key)
    insert.bind(2, id)
    insert.bind(3, coding.code)
    insert.bind(4, coding.coder ?? actor)
    insert.bind(5, coding.anchor.transcript)
    insert.bind(6, coding.round)
    insert.bind(7, utf8: fields)
    try insert.run()
    try place(coding.anchor, id)
    count += 1
  }

  mutating func finish() throws { try log.finish() }

  private mutating func newIdentifier() -> Identifier {
    last = Identifier(after: last, at: editor.signature.at, using: &random)
    return last
  }

  private mutating func check(_ coding: NewCoding) throws {
    let anchor = coding.anchor
    let key = Checked(
      code: coding.code, transcript: anchor.transcript, coder: coding.coder, round: coding.round)
    if checked.contains(key), anchor.isWellFormed, anchor.version?.isEmpty == false { return }
    try editor.check(
      Coding(
        id: last, code: coding.code, anchor: anchor, coder: coding.coder ?? editor.signature.actor,
        round: coding.round))
    checked.insert(key)
  }

  /// Writes the place; one on another version than the present is worked out afterwards.
  private mutating func place(_ anchor: Anchor, _ id: Identifier) throws {
    guard let transcript = anchor.transcript else { return try places.write(key, .unplaced) }
    if versions[transcript] == nil {
      let object = try state.object(StudyTranscript.self, transcript)
      versions[transcript] = object.map { $0.isWithdrawn ? "" : $0.version } ?? ""
      utterances[transcript] = try UtteranceTable(state.db).rows(of: transcript)
    }
    guard versions[transcript] == anchor.version else {
      state.touchedCodings.insert(id)
      return
    }
    try places.write(key, anchor) { utterances[transcript]?[$0] }
  }
}

extension Anchor {
  /// What ``Anchor/init(_:)`` demands of a stored anchor.
  fileprivate var isWellFormed: Bool {
    isWhole
      && segments.allSatisfy { segment in
        !segment.utterance.isEmpty
          && segment.scalars.map { 0 <= $0.lowerBound && !$0.isEmpty } ?? true
      }
  }
}
