import Foundation
import GRDB
import Samtale

/// Carries the log and the sources of a project over to an empty one, rewritten.
struct ProjectRewriting {
  private let mine: Database
  private let copy: Database
  private let hidden: Set<Identifier>
  private var study: StudyRewriting
  private(set) var report = Project.RewriteReport()

  /// A version of a transcript as the log names it.
  private struct Version {
    var id: Identifier
    var name: String
    var version: String
    var file: String
  }

  /// - Parameters:
  ///   - mine: The project.
  ///   - copy: An empty one.
  ///   - hidden: Objects that are left out with all their events.
  ///   - rewrite: What is to be replaced in a text.
  init(
    from mine: Database, to copy: Database, without hidden: Set<Identifier>,
    _ rewrite: @escaping @Sendable (String) -> [TextRewrite]
  ) {
    self.mine = mine
    self.copy = copy
    self.hidden = hidden
    study = StudyRewriting(rewrite)
  }

  mutating func run() throws {
    try rewriteSources(try versions())
    var log = try LogWriter(EventLog(db: copy))
    try EventLog(db: mine).forEach { event in
      guard !hidden.contains(event.change.object) else {
        report.keptPrivate += 1
        return
      }
      try log.append(study.event(event))
      report.events += 1
    }
    try log.finish()
    report.counts = study.counts
    report.anchors = study.anchors
    report.widened = study.widened
  }

  /// Reads the log through: the versions of transcripts, in its order.
  private mutating func versions() throws -> [Version] {
    var found: [Version] = []
    var names: [Identifier: String] = [:]
    var files: [Identifier: String] = [:]
    var seen: Set<[String]> = []
    try EventLog(db: mine).forEach { event in
      study.note(event)
      guard event.change.kind == .transcript else { return }
      let id = event.change.object
      for fields in [event.change.before, event.change.after].compactMap({ $0 }) {
        if let name = fields["name"]?.text { names[id] = name }
        if let file = fields["file"]?.text { files[id] = file }
        guard let version = fields["version"]?.text,
          seen.insert([id.description, version]).inserted
        else { continue }
        found.append(
          Version(id: id, name: names[id] ?? "", version: version, file: files[id] ?? ""))
      }
    }
    return found
  }

  // MARK: Sources

  private mutating func rewriteSources(_ versions: [Version]) throws {
    let read = try transcripts(versions)
    study.reserve(for: read)
    let sources = SourceStore(db: copy)
    for (version, transcript) in zip(versions, read) {
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

  /// The transcripts of versions. Each source is read once, even if it holds many.
  private func transcripts(_ versions: [Version]) throws -> [Transcript] {
    var found: [Transcript?] = Array(repeating: nil, count: versions.count)
    let byVersion = Dictionary(grouping: versions.indices, by: { versions[$0].version })
    for (version, indices) in byVersion {
      guard
        let row = try Row.fetchOne(
          mine, sql: "SELECT file, bytes FROM source WHERE version = ?", arguments: [version])
      else { throw Self.missing(versions[indices[0]]) }
      let bytes = Array(row[1] as Data)
      var read: [String: [String: Transcript]] = [:]
      for i in indices {
        let wanted = versions[i]
        for file in [wanted.file, row[0], wanted.name + ".xml"] where found[i] == nil {
          if read[file] == nil {
            read[file] = Dictionary(
              SourceStore.transcripts(bytes, file: file).map { ($0.id, $0) },
              uniquingKeysWith: { first, _ in first })
          }
          found[i] = read[file]?[wanted.name]
        }
      }
    }
    return try zip(versions, found).map { version, transcript in
      guard let transcript else { throw Self.missing(version) }
      return transcript
    }
  }

  private static func missing(_ version: Version) -> ProjectError {
    ProjectError(
      .noSource,
      "the source \(version.version) (\(version.file)) of the transcript \(version.name) is not in "
        + "the project", do: "add the file again as it was, or restore a backup")
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
