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

  /// The transcript of a name in a version of a source.
  /// - Throws: ``ProjectError`` if the source or the transcript in it is missing.
  func transcript(named name: String, version: String) throws -> Transcript {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT file, bytes FROM source WHERE version = ?", arguments: [version])
    else {
      throw ProjectError(
        .noSource, "the project has no source \(version) for the transcript \(name)",
        do: "add the file again, or restore a backup")
    }
    let file: String = row[0]
    let bytes: Data = row[1]
    guard let found = Self.transcripts(Array(bytes), file: file).first(where: { $0.id == name })
    else {
      throw ProjectError(
        .noSource, "the source \(file) holds no transcript \(name)",
        do: "replace the transcript with a file that holds it")
    }
    return found
  }

  /// Reads the transcripts of a source as they were read when it was added.
  static func transcripts(_ bytes: [UInt8], file: String) -> [Transcript] {
    TEI.read(bytes: bytes, named: file, options: ReadingOptions(lint: false)).transcripts
  }
}
