import Samtale
import SamtaleArchive

/// Reads OpenDocument texts, packed (ODT) or as one XML file (FODT).
enum OpenDocument {
  /// Everything that a packed document holds.
  static func read(_ archive: ZipReader, _ progress: ImportProgress = ImportProgress(nil))
    -> DocumentContent
  {
    var content = DocumentContent()
    let parts = DocumentParts(archive, progress)
    if isEncrypted(parts) {
      content.problems.append(
        .init(
          severity: .error, code: .notImported, what: "the document is encrypted with a password",
          remedy: "save it without a password and import that"))
      return content
    }
    var scanner = OpenDocumentScanner()
    for part in ["meta.xml", "styles.xml", "content.xml"] {
      do { try parts.scan(part, &scanner) } catch { content.report(error, in: part) }
    }
    content.take(scanner)
    return content
  }

  /// Everything that a flat document holds.
  static func read(flat bytes: [UInt8], _ progress: ImportProgress = ImportProgress(nil))
    -> DocumentContent
  {
    var content = DocumentContent()
    var scanner = OpenDocumentScanner()
    var progress = progress
    XMLScan.run(bytes, named: "the document", &scanner) { progress.tell($0) }
    content.take(scanner)
    return content
  }

  private static func isEncrypted(_ parts: DocumentParts) -> Bool {
    var manifest = ManifestScanner()
    try? parts.scan("META-INF/manifest.xml", &manifest)
    return manifest.isEncrypted
  }
}

extension DocumentContent {
  fileprivate mutating func take(_ scanner: OpenDocumentScanner) {
    for problem in scanner.problems { report(problem, in: "the document") }
    if let kind = scanner.bodyKind, kind != "text" {
      problems.append(
        Problem(
          severity: .error, code: .notImported, what: "this is a \(kind), no text",
          remedy: kind == "spreadsheet" ? "save it as CSV and import that" : "save its text"))
      return
    }
    title = scanner.title
    created = scanner.created
    take(scanner.collector)
  }
}

/// Looks for encrypted files in the manifest of a package.
private struct ManifestScanner: XMLScanner {
  var isEncrypted = false

  mutating func start(_ tag: XMLTag) {
    if tag.name == "encryption-data" { isEncrypted = true }
  }

  mutating func end(_: String) {}
  mutating func text(_: String) {}
  mutating func problem(_: Diagnostic) {}
}
