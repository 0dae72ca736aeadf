import Samtale
import SamtaleArchive

/// The archive of a REFI-QDA project, in the variants that programs write: `project.qde` or the
/// project's name, `sources` or `Sources`, extensions in capitals, paths with or without
/// `internal://`.
struct QDAContainer {
  /// Where the text of a source lies.
  enum Place: Equatable {
    case file(String)
    /// Outside the archive: the path as the project states it.
    case outside(String)
    case missing(String)
  }

  private let archive: ZipReader
  /// Names of the files, in small letters.
  private let names: [String: ZipReader.Entry]
  /// The same without folders.
  private let plainNames: [String: ZipReader.Entry]

  init(_ bytes: [UInt8]) throws(ArchiveError) {
    archive = try ZipReader(bytes)
    let entries = archive.entries
    names = Dictionary(
      entries.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    plainNames = Dictionary(
      entries.map { (Self.plain($0.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func plain(_ path: String) -> String {
    path.split(separator: "/").last.map { $0.lowercased() } ?? ""
  }

  /// The XML of the project: `project.qde`, else the first file of that sort that lies highest.
  func project() throws(ArchiveError) -> [UInt8]? {
    let files = archive.entries.filter { $0.name.lowercased().hasSuffix(".qde") }
    let depth = { (entry: ZipReader.Entry) in entry.name.count { $0 == "/" } }
    let found =
      files.first { $0.name.lowercased() == "project.qde" }
      ?? files.min { depth($0) < depth($1) }
    guard let found else { return nil }
    return try archive.bytes(found)
  }

  /// Where a path of the project leads.
  func place(_ path: String) -> Place {
    let lower = path.lowercased()
    if lower.hasPrefix("relative:") || lower.hasPrefix("absolute:") { return .outside(path) }
    let inside = lower.hasPrefix("internal://") ? String(lower.dropFirst(11)) : lower
    let name = inside.drop { $0 == "/" }
    for candidate in ["sources/" + name, String(name)] where names[candidate] != nil {
      return .file(candidate)
    }
    let plain = Self.plain(String(name))
    return plainNames[plain] == nil ? .missing(path) : .file(plain)
  }

  func bytes(_ name: String) throws(ArchiveError) -> [UInt8] {
    guard let entry = names[name] ?? plainNames[name] else { return [] }
    return try archive.bytes(entry)
  }
}
