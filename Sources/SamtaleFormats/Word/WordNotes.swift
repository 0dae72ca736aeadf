import Samtale

/// Reads the footnotes, endnotes or comments of a Word document, each as one text.
struct WordNotes: XMLScanner {
  /// The texts of notes that have not found their place yet.
  struct Texts {
    private var texts: [String: [String: String]] = [:]

    mutating func add(_ text: String, _ type: String, _ id: String) {
      guard texts[type]?[id] == nil else { return }
      texts[type, default: [:]][id] = text
    }

    mutating func take(_ type: String, _ id: String) -> String? {
      texts[type]?.removeValue(forKey: id)
    }

    /// The texts that are left, in a fixed order.
    var rest: [String] {
      texts.sorted { $0.key < $1.key }.flatMap { entry in
        entry.value.sorted { $0.key < $1.key }.map(\.value)
      }
    }
  }

  private(set) var texts: Texts
  /// What notes leave out of their text.
  private(set) var omissions = Omissions()
  private(set) var problems: [Diagnostic] = []
  /// Scalars that are left out of notes, which count as read.
  var read: Int { omissions.characters }
  private let styles: WordStyles
  private var open: (type: String, id: String, depth: Int)?
  private var body: WordBody
  private var depth = 0

  init(styles: WordStyles, texts: Texts) {
    self.styles = styles
    self.texts = texts
    body = WordBody(styles: styles, notes: Texts())
  }

  mutating func start(_ tag: XMLTag) {
    depth += 1
    guard open == nil else { return body.start(tag) }
    // Separators between text and notes are typed; notes are not.
    guard ["footnote", "endnote", "comment"].contains(tag.name), let id = tag["id"],
      tag["type"] ?? "normal" == "normal"
    else { return }
    open = (tag.name, id, depth)
    body = WordBody(styles: styles, notes: Texts())
  }

  mutating func end(_ name: String) {
    defer { depth -= 1 }
    guard let open else { return }
    guard depth == open.depth else { return body.end(name) }
    var collector = body.finish()
    texts.add(collector.finishText(), open.type, open.id)
    omissions.add(collector.omissions)
    self.open = nil
  }

  mutating func text(_ text: String) { if open != nil { body.text(text) } }

  mutating func problem(_ diagnostic: Diagnostic) { problems.append(diagnostic) }
}
