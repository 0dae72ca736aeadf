import Samtale

/// Reads the text of one part of a Word document: the body, a note, a header.
///
/// ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.13.5 (tracked changes), 17.16
/// (fields); part 3, 10 (alternate content).
struct WordBody: XMLScanner {
  var collector = DocumentCollector()
  private(set) var problems: [Diagnostic] = []
  private var styles: WordStyles
  private var notes: WordNotes.Texts
  private var stack: [WordElement] = []
  /// Stretches that are read in another way than what surrounds them, the innermost last.
  private var modes: [(depth: Int, skips: Omissions.Reason?)] = []
  /// Whether one of the alternatives has been read already.
  private var alternatives: [Bool] = []
  /// Fields that have begun, and whether they have come to their result.
  private var fields: [Bool] = []
  /// How many of them have not.
  private var instructions = 0
  private var look = Look()
  private var outerLooks: [Look] = []

  /// The look of the words that are being read.
  private struct Look {
    var paragraph = Formatting()
    var character = Formatting()
    var direct = Formatting()
    var effective = Formatting()
    var markIsDeleted = false

    mutating func settle() {
      effective = Formatting(run: direct, character: character, paragraph: paragraph)
    }
  }

  init(styles: WordStyles, notes: WordNotes.Texts) {
    self.styles = styles
    self.notes = notes
  }

  private var skips: Omissions.Reason? { modes.last?.skips }

  // MARK: Events

  mutating func start(_ tag: XMLTag) {
    let element = WordElement(tag.name)
    let parent = stack.last ?? .other
    stack.append(element)
    guard element != .other else { return }
    if let reason = skips {
      // Only text boxes are read inside drawings; nothing inside deletions.
      if reason == .drawing { startInDrawing(element) }
      return
    }
    switch element {
    case .deletion, .moveFrom: startDeletion(parent)
    case .bold, .italic, .smallCaps, .vanish, .runStyle, .paragraphStyle:
      startProperty(element, tag, parent)
    case .text, .deletedText, .instruction, .deletedInstruction, .other: break
    default:
      if !startStructure(element, tag, parent) { startContent(element, tag, parent) }
    }
  }

  mutating func end(_: String) {
    guard let element = stack.popLast() else { return }
    if let mode = modes.last, mode.depth == stack.count {
      modes.removeLast()
      if element == .textBox { endTextBox() }
      return
    }
    if element == .alternatives, skips == nil || skips == .drawing { _ = alternatives.popLast() }
    guard skips == nil else { return }
    switch element {
    case .paragraph: endParagraph()
    case .runProperties where stack.last == .run: look.settle()
    case .row: collector.endRow()
    case .cell: collector.endCell()
    default: break
    }
  }

  mutating func text(_ text: String) {
    switch stack.last {
    case .text: words(text)
    case .deletedText: collector.skip(text, skips ?? .deleted)
    case .instruction: collector.skip(text, skips ?? .instruction)
    case .deletedInstruction: collector.skip(text, .instruction)
    default:
      guard text.utf8.contains(where: { $0 > 0x20 }), skips == nil else { return }
      collector.skip(text, .other)
    }
  }

  mutating func problem(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  private mutating func words(_ text: String) {
    if let reason = skips {
      collector.skip(text, reason)
    } else if instructions > 0 {
      collector.skip(text, .instruction)
    } else if look.effective.hidden == true {
      collector.omissions.begin(.hidden, at: collector.place)
      collector.skip(text, .hidden)
    } else {
      collector.append(text, look.effective.emphasis)
    }
  }

  // MARK: Stretches

  private mutating func skip(_ reason: Omissions.Reason) {
    collector.omissions.begin(reason, at: collector.place)
    modes.append((stack.count - 1, reason))
  }

  private mutating func startDeletion(_ parent: WordElement) {
    switch parent {
    case .runProperties:
      if stack.dropLast(2).last == .paragraphProperties { look.markIsDeleted = true }
    case .rowProperties: collector.deleteRow()
    default: skip(.deleted)
    }
  }

  private mutating func startInDrawing(_ element: WordElement) {
    switch element {
    case .textBox:
      modes.append((stack.count - 1, nil))
      collector.beginTextBox()
      outerLooks.append(look)
      look = Look()
    case .image, .vectorImage:
      if !stack.contains(.object) { collector.omissions.pictures += 1 }
    case .oleObject, .chart, .diagram: collector.omissions.objects += 1
    case .alternatives: alternatives.append(false)
    case .choice, .fallback: startAlternative(element)
    default: break
    }
  }

  private mutating func endTextBox() {
    collector.endTextBox()
    if let outer = outerLooks.popLast() { look = outer }
  }

  /// The first choice is read; the others say the same in other words.
  private mutating func startAlternative(_ element: WordElement) {
    guard let last = alternatives.indices.last else { return }
    if alternatives[last] {
      skip(.alternative)
    } else {
      alternatives[last] = true
    }
  }

  // MARK: Structure

  private mutating func startStructure(
    _ element: WordElement, _ tag: XMLTag, _ parent: WordElement
  ) -> Bool {
    switch element {
    case .paragraph: startParagraph()
    case .run:
      look.direct = Formatting()
      look.character = Formatting()
      look.settle()
    case .row: collector.beginRow()
    case .cell: collector.beginCell()
    case .gridSpan where parent == .cellProperties:
      collector.setSpan(tag["val"].flatMap { Int($0) } ?? 1)
    case .gridBefore where parent == .rowProperties:
      collector.coverColumns(tag["val"].flatMap { Int($0) } ?? 0)
    case .drawing, .picture, .object: modes.append((stack.count - 1, .drawing))
    case .textBox:
      modes.append((stack.count - 1, nil))
      collector.beginTextBox()
      outerLooks.append(look)
      look = Look()
    case .alternatives: alternatives.append(false)
    case .choice, .fallback: startAlternative(element)
    case .rubyText: skip(.phonetic)
    default: return false
    }
    return true
  }

  private mutating func startParagraph() {
    look = Look()
    look.paragraph = styles.formatting(ofParagraphStyle: nil)
    look.settle()
    collector.beginParagraph()
  }

  private mutating func endParagraph() {
    // An instruction does not run on into the next paragraph; one that seems to has lost its end.
    while fields.last == false { endField() }
    collector.endParagraph(merging: look.markIsDeleted)
    look.markIsDeleted = false
  }

  private mutating func startProperty(_ element: WordElement, _ tag: XMLTag, _ parent: WordElement)
  {
    let owner = stack.dropLast(2).last
    if element == .paragraphStyle {
      guard parent == .paragraphProperties, owner == .paragraph, let id = tag["val"] else { return }
      collector.setStyle(styles.name(ofParagraphStyle: id))
      look.paragraph = styles.formatting(ofParagraphStyle: id)
      return look.settle()
    }
    guard parent == .runProperties, owner == .run else { return }
    switch element {
    case .bold: look.direct.bold = tag.isOn
    case .italic: look.direct.italic = tag.isOn
    case .smallCaps: look.direct.smallCaps = tag.isOn
    case .vanish: look.direct.hidden = tag.isOn
    case .runStyle:
      look.character = tag["val"].map { styles.formatting(ofCharacterStyle: $0) } ?? Formatting()
    default: break
    }
  }

  // MARK: Content of runs

  private mutating func startContent(_ element: WordElement, _ tag: XMLTag, _ parent: WordElement) {
    switch element {
    case .tab, .positionTab: if parent == .run { words("\t") }
    case .lineBreak: startBreak(tag)
    case .carriageReturn: words("\n")
    case .noBreakHyphen: words("-")
    case .symbol: words(SymbolFont.text(tag["font"] ?? "", code: tag["char"] ?? ""))
    case .field: startField(tag["fldCharType"])
    case .footnoteMark: addNote("footnote", tag)
    case .endnoteMark: addNote("endnote", tag)
    case .commentMark: addNote("comment", tag)
    case .embeddedDocument: collector.omissions.documents += 1
    default: break
    }
  }

  /// Breaks of pages and columns divide words only where there are some.
  private mutating func startBreak(_ tag: XMLTag) {
    let isOfPage = tag["type"] == "page" || tag["type"] == "column"
    if !isOfPage || collector.length > 0 { words("\n") }
  }

  private mutating func startField(_ type: String?) {
    switch type {
    case "begin":
      fields.append(false)
      instructions += 1
    case "separate":
      guard let last = fields.indices.last, !fields[last] else { return }
      fields[last] = true
      instructions -= 1
    case "end": endField()
    default: break
    }
  }

  private mutating func endField() {
    if fields.popLast() == false { instructions -= 1 }
  }

  /// A note stands at the first place that points to it.
  private mutating func addNote(_ type: String, _ tag: XMLTag) {
    guard let id = tag["id"], let text = notes.take(type, id) else { return }
    collector.addNote(text, type: type)
  }

  /// Reads to the end: what became of the text.
  mutating func finish() -> DocumentCollector {
    let loose = notes.rest
    for text in loose { collector.skip(text, .looseNote) }
    return collector
  }
}
