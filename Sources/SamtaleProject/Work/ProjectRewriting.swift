import Foundation
import GRDB
import Samtale

/// Carries the log and the sources of a project over to an empty one, rewritten.
struct ProjectRewriting {
  private let mine: Database
  private let copy: Database
  private let hidden: Set<Identifier>
  private var study: StudyRewriting
  private let people: PeopleRewriting?
  private var facts: FactRewriting?
  private(set) var report = Project.RewriteReport()

  /// - Parameters:
  ///   - mine: The project.
  ///   - copy: An empty one.
  ///   - hidden: Objects that are left out with all their events.
  ///   - people: What becomes of what is known about people.
  ///   - study: Replaces what is to be replaced in texts.
  init(
    from mine: Database, to copy: Database, without hidden: Set<Identifier>,
    people: PeopleRewriting?, study: StudyRewriting
  ) {
    self.mine = mine
    self.copy = copy
    self.hidden = hidden
    self.people = people
    facts = people.map { FactRewriting($0) }
    self.study = study
  }

  mutating func run() throws {
    let versions = try StoredVersions(mine) {
      study.note($0)
      facts?.note($0)
    }
    facts?.finish()
    try rewriteSources(versions)
    try rewriteLog()
    report.counts = study.counts
    report.anchors = study.anchors
    report.widened = study.widened
    report.changedFacts = facts?.changed.count ?? 0
    report.droppedFacts = facts?.dropped.count ?? 0
  }

  /// What an object is called afterwards.
  func identifier(_ id: Identifier) -> Identifier { study.identifier(id) }

  private mutating func rewriteLog() throws {
    var log = try LogWriter(EventLog(db: copy))
    let gone = facts?.hidden ?? []
    try EventLog(db: mine).forEach { event in
      guard !hidden.contains(event.change.object) else {
        report.keptPrivate += 1
        return
      }
      guard !gone.contains(event.change.object) else { return }
      try log.append(study.event(facts?.event(event) ?? event))
      report.events += 1
    }
    try log.finish()
  }

  // MARK: Sources

  private mutating func rewriteSources(_ versions: StoredVersions) throws {
    let read = try versions.transcripts().map { people?.transcript($0) ?? $0 }
    study.reserve(for: read)
    let sources = SourceStore(db: copy)
    for (version, transcript) in zip(versions.all, read) {
      let result = study.rewrite(transcript)
      let file = study.fileName(version.file)
      let writing = TEI.write(result.transcript)
      report.diagnostics += writing.diagnostics
      let stored = try Self.stored(writing.bytes, file, as: result.transcript)
      let digest = try sources.add(writing.bytes, file: file)
      study.add(
        TranscriptVersion(id: version.id, version: version.version, transcript: transcript), result,
        as: TranscriptVersion(id: version.id, version: digest, transcript: stored))
      report.versions += 1
    }
  }

  /// The transcript as it is read from what is stored. Places were moved onto the words as they were
  /// written, so the two must say the same.
  private static func stored(
    _ bytes: [UInt8], _ file: String, as written: Transcript
  ) throws -> Transcript {
    let read = SourceStore.transcripts(bytes, file: file).first
    guard let read, read.id == written.id, read.hasSameTalk(as: written) else {
      throw ProjectError(
        .noSource, "the transcript \(written.id) cannot be stored with its words replaced",
        do: "export it with samtale export, correct it, and replace it in the project")
    }
    return read
  }
}
