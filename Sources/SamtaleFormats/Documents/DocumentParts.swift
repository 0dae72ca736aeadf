import Samtale
import SamtaleArchive

/// The XML files in the archive of a document, which are read piece by piece, and not without end.
final class DocumentParts {
  private let archive: ZipReader
  private let limit: Int
  private var left: Int
  private var progress: ImportProgress
  /// Bytes of XML that have been read.
  private var done = 0

  /// - Parameters:
  ///   - archive: The archive.
  ///   - progress: Is told of the bytes of XML that have been read.
  ///   - limit: Bytes of XML that may be read, all parts together; by default those of a hundred
  ///     thousand pages.
  init(
    _ archive: ZipReader, _ progress: ImportProgress = ImportProgress(nil), limit: Int = 1 << 29
  ) {
    self.archive = archive
    self.progress = progress
    self.limit = limit
    left = limit
  }

  func contains(_ name: String) -> Bool { archive.entry(name) != nil }

  /// Reads a part; nothing happens if there is none.
  /// - Throws: ``ArchiveError`` if it is damaged or the parts are too large together.
  func scan<Scanner: XMLScanner>(_ name: String, _ scanner: inout Scanner) throws {
    guard let entry = archive.entry(name) else { return }
    left -= entry.size
    guard left >= 0 else {
      throw ArchiveError(
        code: .tooLarge, what: "the document holds more than \(limit) bytes of text",
        remedy: "divide it into several documents; Samtale refuses larger ones")
    }
    let stream = try archive.stream(entry)
    try XMLScan.run(named: name, &scanner) { buffer in
      let count = try stream.read(into: buffer)
      done += count
      progress.tell(done)
      return count
    }
  }

  /// Bytes of XML in an archive, most of which is the text.
  static func size(of archive: ZipReader) -> Int {
    archive.entries.reduce(0) { $0 + ($1.name.hasSuffix(".xml") ? $1.size : 0) }
  }
}
