import Samtale

/// Reads title and date of a document (`docProps/core.xml` of Word, `meta.xml` of OpenDocument).
/// Names of authors and firms are nobody's business and stay behind.
struct DocumentProperties: XMLScanner {
  private(set) var title: String?
  private(set) var created: String?
  private var element = ""

  mutating func start(_ tag: XMLTag) { element = tag.name }

  mutating func end(_: String) { element = "" }

  mutating func text(_ text: String) {
    switch element {
    case "title": title = (title ?? "") + text
    case "created", "creation-date": created = (created ?? "") + text
    default: break
    }
  }

  mutating func problem(_: Diagnostic) {}
}
