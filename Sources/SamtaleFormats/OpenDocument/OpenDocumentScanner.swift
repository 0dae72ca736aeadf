import Samtale

/// Reads the XML of an OpenDocument text: its styles, its content, or both in one flat file.
///
/// OpenDocument 1.3 part 3: 5 and 6 (text), 9 (tables), 10 (drawings), 14 (annotations).
struct OpenDocumentScanner: XMLScanner {
  var styles = OpenDocumentStyles()
  var collector = DocumentCollector()
  private(set) var problems: [Diagnostic] = []
  private(set) var title: String?
  private(set) var created: String?
  /// What kind of document the body holds: `text`, `spreadsheet`, `presentation`.
  private(set) var bodyKind: String?
  private var stack: [String] = []
  /// Stretches that are left out: where they begin, and why (`nil`: it is no text).
  private var omitted: [(depth: Int, reason: Omissions.Reason?)] = []
  private var looks: [Look] = []
  private var frames: [Bool] = []
  private var isInBody = false
  private var isAutomatic = false
  /// Paragraphs that are open in what is left out.
  private var omittedParagraphs = 0

  /// Spaces that one element may stand for.
  static let mostSpaces = 100

  /// The look of words, and where it ends.
  private struct Look {
    var depth: Int
    var formatting: Formatting
    var isParagraph: Bool
    /// White space that counts only if words follow.
    var hasPendingSpace = false
    var isAtStart = true
  }

  // MARK: Events

  mutating func start(_ tag: XMLTag) {
    let parent = stack.last ?? ""
    stack.append(tag.name)
    if let reason = omitted.last?.reason {
      if tag.name == "p" || tag.name == "h" { omittedParagraphs += 1 }
      if tag.name == "deletion" { collector.omissions.begin(reason, at: collector.place) }
      return
    }
    guard omitted.isEmpty else { return }
    if isInBody { startInBody(tag, parent) } else { startOutside(tag, parent) }
  }

  mutating func end(_ name: String) {
    stack.removeLast()
    if let last = omitted.last {
      if last.reason != nil, name == "p" || name == "h" { omittedParagraphs -= 1 }
      if last.depth == stack.count { omitted.removeLast() }
      return
    }
    if isInBody { endInBody(name) } else if name == "style" { styles.end() }
  }

  mutating func text(_ text: String) {
    if let last = omitted.last {
      if let reason = last.reason, omittedParagraphs > 0 { collector.skip(text, reason) }
    } else if isInBody {
      words(text)
    } else if stack.last == "title", stack.dropLast().last == "meta" {
      title = (title ?? "") + text
    } else if stack.last == "creation-date" {
      created = (created ?? "") + text
    }
  }

  mutating func problem(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  private mutating func omit(_ reason: Omissions.Reason?) {
    omitted.append((stack.count - 1, reason))
    omittedParagraphs = 0
  }

  // MARK: Outside the body

  private mutating func startOutside(_ tag: XMLTag, _ parent: String) {
    switch tag.name {
    case "automatic-styles": isAutomatic = true
    case "styles", "master-styles": isAutomatic = false
    case "style": styles.begin(tag, isAutomatic: isAutomatic)
    case "text-properties" where parent == "style": styles.setProperties(tag)
    case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
      if parent == "master-page" { omit(.headers) }
    case "body" where parent.hasPrefix("document"): isInBody = true
    default: break
    }
  }

  // MARK: Body

  private mutating func startInBody(_ tag: XMLTag, _ parent: String) {
    switch tag.name {
    case "p", "h": startParagraph(tag)
    case "span": startSpan(tag)
    case "s": put(String(repeating: " ", count: Self.spaces(tag)))
    case "tab": put("\t")
    case "line-break": put("\n")
    case "table-row", "table-cell", "covered-table-cell": startTable(tag)
    case "note": collector.beginNote(type: tag["note-class"] ?? "footnote")
    case "annotation": collector.beginNote(type: "comment")
    case "frame", "image", "object", "object-ole", "plugin", "text-box", "binary-data":
      startFrame(tag)
    case "note-citation", "number", "forms", "title", "desc", "sequence-decls", "event-listeners":
      omit(nil)
    case "tracked-changes": omit(.deleted)
    case "ruby-text": omit(.phonetic)
    case "section" where tag["display"] == "none": omitHidden()
    default: if parent == "body" { bodyKind = tag.name }
    }
  }

  private mutating func omitHidden() {
    collector.omissions.begin(.hidden, at: collector.place)
    omit(.hidden)
  }

  private static func spaces(_ tag: XMLTag) -> Int {
    min(max(tag["c"].flatMap { Int($0) } ?? 1, 0), mostSpaces)
  }

  private mutating func startParagraph(_ tag: XMLTag) {
    let name = tag["style-name"]
    collector.beginParagraph(style: styles.name(ofParagraphStyle: name))
    let formatting = styles.formatting("paragraph", name)
    looks.append(Look(depth: stack.count - 1, formatting: formatting, isParagraph: true))
  }

  private mutating func startSpan(_ tag: XMLTag) {
    guard let outer = looks.last else { return }
    var inner = outer
    inner.depth = stack.count - 1
    inner.isParagraph = false
    inner.formatting = styles.formatting("text", tag["style-name"]).over(outer.formatting)
    looks.append(inner)
  }

  private mutating func startTable(_ tag: XMLTag) {
    switch tag.name {
    case "table-row": collector.beginRow()
    case "table-cell": collector.beginCell()
    default:
      collector.coverColumns(tag["number-columns-repeated"].flatMap { Int($0) } ?? 1)
      omit(.hidden)
    }
  }

  private mutating func startFrame(_ tag: XMLTag) {
    switch tag.name {
    case "frame": frames.append(false)
    case "text-box":
      countFrame()
      collector.beginTextBox()
    case "image": if countFrame() { collector.omissions.pictures += 1 }
    case "binary-data": omit(nil)
    default:
      if countFrame() { collector.omissions.objects += 1 }
      omit(nil)
    }
  }

  /// - Returns: Whether the frame has not been counted yet.
  @discardableResult
  private mutating func countFrame() -> Bool {
    guard let last = frames.indices.last else { return true }
    defer { frames[last] = true }
    return !frames[last]
  }

  private mutating func endInBody(_ name: String) {
    switch name {
    case "p", "h":
      popLook()
      collector.endParagraph()
    case "span": popLook()
    case "table-row": collector.endRow()
    case "table-cell": collector.endCell()
    case "note", "annotation": collector.endNote()
    case "frame": _ = frames.popLast()
    case "text-box": collector.endTextBox()
    case "body": isInBody = false
    default: break
    }
  }

  private mutating func popLook() {
    guard let last = looks.last, last.depth == stack.count else { return }
    looks.removeLast()
    guard !last.isParagraph, let outer = looks.indices.last else { return }
    looks[outer].hasPendingSpace = last.hasPendingSpace
    looks[outer].isAtStart = last.isAtStart
  }

  // MARK: Words

  /// Words with white space collapsed to one space, and none at the ends of paragraphs.
  private mutating func words(_ text: String) {
    guard collector.isInParagraph, let last = looks.indices.last else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        looks[last].hasPendingSpace = !looks[last].isAtStart
      } else {
        if looks[last].hasPendingSpace { bytes.append(0x20) }
        looks[last].hasPendingSpace = false
        looks[last].isAtStart = false
        bytes.append(byte)
      }
    }
    append(bytes.string)
  }

  /// Characters that elements stand for.
  private mutating func put(_ text: String) {
    guard collector.isInParagraph, let last = looks.indices.last else { return }
    let space = looks[last].hasPendingSpace ? " " : ""
    looks[last].hasPendingSpace = false
    // What follows a tab or several spaces may begin with a space of its own.
    looks[last].isAtStart = false
    append(space + text)
  }

  private mutating func append(_ text: String) {
    guard !text.isEmpty, let look = looks.last else { return }
    if look.formatting.hidden == true {
      collector.omissions.begin(.hidden, at: collector.place)
      collector.skip(text, .hidden)
    } else {
      collector.append(text, look.formatting.emphasis)
    }
  }
}
