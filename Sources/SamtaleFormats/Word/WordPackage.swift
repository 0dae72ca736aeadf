import Samtale
import SamtaleArchive

/// Reads a Word document (DOCX): finds its parts through their relations and streams them.
///
/// ECMA-376 part 2 (packages) and part 1, 11.3 (parts of a document).
struct WordPackage {
  private let parts: DocumentParts
  private var content = DocumentContent()

  /// Parts of one sort that a document may have; more are made to do harm.
  private static let mostParts = 1000

  private init(_ archive: ZipReader, _ progress: ImportProgress) {
    parts = DocumentParts(archive, progress)
  }

  /// Everything that the document holds.
  static func read(_ archive: ZipReader, _ progress: ImportProgress = ImportProgress(nil))
    -> DocumentContent
  {
    var package = WordPackage(archive, progress)
    package.read()
    return package.content
  }

  private mutating func read() {
    let outer = relations(of: "")
    let main = outer.first { $0.type == "officeDocument" }?.target ?? "word/document.xml"
    guard parts.contains(main) else {
      content.problems.append(
        .init(
          severity: .error, code: .notImported, what: "the document has no text (\(main))",
          remedy: "open it in Word and save it again"))
      return
    }
    for relation in outer where relation.type == "core-properties" {
      readProperties(relation.target)
    }
    let inner = relations(of: main)
    let styles = readStyles(inner)
    readBody(main, styles, readNotes(inner, styles))
    readHeaders(inner, styles)
  }

  // MARK: Parts

  private mutating func readBody(_ part: String, _ styles: WordStyles, _ notes: WordNotes.Texts) {
    var body = WordBody(styles: styles, notes: notes)
    scan(part, &body)
    for problem in body.problems { content.report(problem, in: part) }
    content.take(body.finish())
  }

  private mutating func readStyles(_ parts: [Relation]) -> WordStyles {
    var styles = WordStyles()
    if let part = parts.first(where: { $0.type == "styles" }) { scan(part.target, &styles) }
    for problem in styles.problems { content.report(problem, in: "styles") }
    return styles
  }

  private mutating func readNotes(_ parts: [Relation], _ styles: WordStyles) -> WordNotes.Texts {
    var texts = WordNotes.Texts()
    for part in parts where ["footnotes", "endnotes", "comments"].contains(part.type) {
      var notes = WordNotes(styles: styles, texts: texts)
      scan(part.target, &notes)
      for problem in notes.problems { content.report(problem, in: part.target) }
      content.omissions.add(notes.omissions)
      content.read += notes.read
      texts = notes.texts
    }
    return texts
  }

  /// Headers and footers are no talk, but their characters are counted.
  private mutating func readHeaders(_ parts: [Relation], _ styles: WordStyles) {
    for part in parts where part.type == "header" || part.type == "footer" {
      var body = WordBody(styles: styles, notes: WordNotes.Texts())
      scan(part.target, &body)
      for problem in body.problems { content.report(problem, in: part.target) }
      let characters = body.finish().read
      content.omissions.add(characters, .headers, at: 1)
      content.read += characters
    }
  }

  private mutating func readProperties(_ part: String) {
    var properties = DocumentProperties()
    scan(part, &properties)
    content.title = properties.title
    content.created = properties.created
  }

  private mutating func scan<Scanner: XMLScanner>(_ part: String, _ scanner: inout Scanner) {
    do { try parts.scan(part, &scanner) } catch { content.report(error, in: part) }
  }

  // MARK: Relations

  /// A part that another one points to.
  struct Relation: Hashable {
    /// The last word of the type, which is the same in the transitional and the strict namespace.
    var type: String
    /// The name of the part in the archive.
    var target: String
  }

  /// What a part points to, the package itself having an empty name.
  private mutating func relations(of part: String) -> [Relation] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let name = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
    guard parts.contains(name) else { return [] }
    var relations = WordRelations(folder: folder)
    scan(name, &relations)
    for problem in relations.problems { content.report(problem, in: name) }
    return Array(relations.found.prefix(Self.mostParts))
  }
}

/// Reads the relations of a part.
private struct WordRelations: XMLScanner {
  let folder: String
  var found: [WordPackage.Relation] = []
  var problems: [Diagnostic] = []
  private var targets: Set<String> = []

  init(folder: String) { self.folder = folder }

  mutating func start(_ tag: XMLTag) {
    guard tag.name == "Relationship", tag["TargetMode"] != "External",
      let type = tag["Type"]?.split(separator: "/").last, let target = tag["Target"]
    else { return }
    let path = Self.path(target, in: folder)
    guard targets.insert("\(type) \(path)").inserted else { return }
    found.append(WordPackage.Relation(type: String(type), target: path))
  }

  mutating func end(_: String) {}
  mutating func text(_: String) {}
  mutating func problem(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  /// A target as the name of a file in the archive.
  private static func path(_ target: String, in folder: String) -> String {
    let full = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

extension Sequence<Substring> {
  fileprivate func joined(separator: String) -> String {
    reduce("") { $0.isEmpty ? String($1) : $0 + separator + $1 }
  }
}
