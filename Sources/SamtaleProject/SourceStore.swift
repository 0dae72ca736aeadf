import Foundation
import GRDB
import Samtale

/// The sources of transcripts, byte for byte, by the digest of their bytes.
struct SourceStore {
  let db: Database

  /// Keeps a source; the same bytes are kept once.
  func add(_ bytes: [UInt8], file: String) throws -> String {
    let digest = Digest(of: bytes)
    try db.execute(
      sql: "INSERT OR IGNORE INTO source(version, file, digest, bytes) VALUES (?, ?, ?, ?)",
      arguments: [digest.version, file, Data(digest.bytes), Data(bytes)])
    return digest.version
  }

  /// The present version of a transcript.
  /// - Throws: ``ProjectError`` if the source or the transcript in it is missing.
  func version(of object: StudyTranscript) throws -> TranscriptVersion {
    TranscriptVersion(
      id: object.id, version: object.version,
      transcript: try transcript(named: object.name, version: object.version, file: object.file))
  }

  /// An earlier version of a transcript; `nil` if its source is not at hand.
  func earlier(_ version: String, of now: TranscriptVersion) throws -> TranscriptVersion? {
    do {
      return TranscriptVersion(
        id: now.id, version: version,
        transcript: try transcript(named: now.transcript.id, version: version))
    } catch let error as ProjectError where error.code == .noSource {
      return nil
    }
  }

  /// The transcript of a name in a version of a source.
  ///
  /// A transcript without an identifier is called after the file it was read from, and the same bytes
  /// may have been added under two names. A ``ProjectError`` says that the source, or the transcript
  /// in it, is missing.
  func transcript(named name: String, version: String, file: String? = nil) throws -> Transcript {
    let statement = try db.cachedStatement(sql: "SELECT file, bytes FROM source WHERE version = ?")
    guard let row = try Row.fetchOne(statement, arguments: [version]) else {
      throw ProjectError(
        .noSource, "the project has no source \(version) for the transcript \(name)",
        do: "add the file again, or restore a backup")
    }
    let (stored, bytes): (String, [UInt8]) = (row[0], Array(row[1] as Data))
    for file in [file, stored, name + ".xml"].compactMap({ $0 }) {
      let found = Self.transcripts(bytes, file: file)
      if let transcript = found.first(where: { $0.id == name }) { return transcript }
    }
    throw ProjectError(
      .noSource, "the source \(stored) holds no transcript \(name)",
      do: "replace the transcript with a file that holds it")
  }

  /// Reads the transcripts of a source as they were read when it was added.
  static func transcripts(_ bytes: [UInt8], file: String) -> [Transcript] {
    TEI.read(bytes: bytes, named: file, options: ReadingOptions(lint: false)).transcripts
  }
}
