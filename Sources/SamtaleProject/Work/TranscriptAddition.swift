import Samtale

/// Adds files with transcripts in one step.
struct TranscriptAddition {
  let reason: String?
  var changes: [Project.TranscriptChange] = []
  var diagnostics: [Diagnostic] = []
  private var byName: [String: StudyTranscript] = [:]
  /// Where the transcripts of this step came from, by name.
  private var added: [String: (path: String, version: String)] = [:]

  init(reason: String?) { self.reason = reason }

  /// Takes note of what is there. Of two transcripts of one name, as after uniting two files that
  /// both had it added, the earlier one that is not withdrawn counts.
  mutating func begin(_ state: ProjectState) throws {
    let known = try state.all(StudyTranscript.self)
    byName = Dictionary(
      known.map { ($0.name, $0) },
      uniquingKeysWith: { a, b in a.isWithdrawn && !b.isWithdrawn ? b : a })
  }

  mutating func add(_ path: String, _ editor: inout StudyEditor<ProjectState>) throws {
    try add(Files.bytes(path), path, &editor)
  }

  /// Adds the transcripts of a file in memory.
  mutating func add(
    _ bytes: [UInt8], _ path: String, _ editor: inout StudyEditor<ProjectState>
  ) throws {
    let reading = TEI.read(bytes: bytes, named: path, options: ReadingOptions(lint: false))
    diagnostics += reading.diagnostics
    let whole = reading.transcripts.filter { !$0.isIncomplete }
    guard !whole.isEmpty else { return }
    let file = String(path.split(separator: "/").last ?? "")
    let stored = editor.state.stored
    let version = try SourceStore(db: stored.db).add(bytes, file: file)
    var names: Set<String> = []
    for transcript in whole {
      guard names.insert(transcript.id).inserted else {
        throw Self.ambiguous(transcript.id, path, path)
      }
      if let other = added[transcript.id] {
        guard other.version != version else { continue }
        throw Self.ambiguous(transcript.id, other.path, path)
      }
      added[transcript.id] = (path, version)
      let change = try put(transcript, version, file, &editor)
      changes.append(change)
      guard change.outcome != .same else { continue }
      try PlaceTable(stored).refill(
        change.id, with: TranscriptVersion(id: change.id, version: version, transcript: transcript))
    }
  }

  private static func ambiguous(_ name: String, _ first: String, _ second: String) -> ProjectError {
    ProjectError(
      .ambiguous,
      first == second
        ? "\(first) holds two transcripts called \(name)"
        : "\(first) and \(second) both hold a transcript called \(name)",
      do: "give one of them another xml:id, or file name if it has none")
  }

  private mutating func put(
    _ transcript: Transcript, _ version: String, _ file: String,
    _ editor: inout StudyEditor<ProjectState>
  ) throws -> Project.TranscriptChange {
    let name = transcript.id
    guard let known = byName[name] else {
      var object = StudyTranscript(
        id: editor.newIdentifier(), name: name, version: version, file: file)
      object.title = transcript.header.title
      try editor.create(object, reason: reason)
      return Project.TranscriptChange(id: object.id, name: name, outcome: .added)
    }
    guard known.version != version || known.isWithdrawn else {
      return Project.TranscriptChange(id: known.id, name: name, outcome: .same)
    }
    try editor.change(StudyTranscript.self, known.id, .correct, reason: reason) {
      $0.version = version
      $0.file = file
      $0.isWithdrawn = false
      $0.title = transcript.header.title
    }
    return Project.TranscriptChange(id: known.id, name: name, outcome: .replaced)
  }
}
