import Foundation
import GRDB
import Samtale

/// Every version of every transcript that the log of a project names, and where its source is.
struct StoredVersions {
  /// A version of a transcript as the log names it.
  struct Version {
    var id: Identifier
    var name: String
    var version: String
    var file: String
  }

  private let db: Database
  /// In the order of the log.
  private(set) var all: [Version] = []

  /// Reads the log through.
  /// - Parameters:
  ///   - db: The project.
  ///   - note: What else is to be done with each event, in the order of the log.
  /// - Throws: What reading the log throws.
  init(_ db: Database, _ note: (Event) throws -> Void = { _ in }) throws {
    self.db = db
    var names: [Identifier: String] = [:]
    var files: [Identifier: String] = [:]
    var seen: Set<[String]> = []
    try EventLog(db: db).forEach { event in
      try note(event)
      guard event.change.kind == .transcript else { return }
      let id = event.change.object
      for fields in [event.change.before, event.change.after].compactMap({ $0 }) {
        if let name = fields["name"]?.text { names[id] = name }
        if let file = fields["file"]?.text { files[id] = file }
        guard let version = fields["version"]?.text,
          seen.insert([id.description, version]).inserted
        else { continue }
        all.append(
          Version(id: id, name: names[id] ?? "", version: version, file: files[id] ?? ""))
      }
    }
  }

  /// The transcripts of versions. Each source is read once, even if it holds many.
  func transcripts() throws -> [Transcript] {
    var found: [Transcript?] = Array(repeating: nil, count: all.count)
    let byVersion = Dictionary(grouping: all.indices, by: { all[$0].version })
    for (version, indices) in byVersion {
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT file, bytes FROM source WHERE version = ?", arguments: [version])
      else { throw Self.missing(all[indices[0]]) }
      let bytes = Array(row[1] as Data)
      var read: [String: [String: Transcript]] = [:]
      for i in indices {
        let wanted = all[i]
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
    return try zip(all, found).map { version, transcript in
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
}

extension Project {
  /// All that the project says of people: every version of every transcript, withdrawn ones too, and
  /// every state of the facts that researchers added.
  /// - Throws: ``ProjectError`` if a source is missing.
  public func everythingOnPeople() throws -> (
    transcripts: [Transcript], facts: [ParticipantAttribute]
  ) {
    try read { db in
      var facts = FactHistory()
      let versions = try StoredVersions(db) { facts.note($0) }
      return (try versions.transcripts(), facts.all)
    }
  }
}
