import Samtale

/// Gathers the paragraphs of a word processor's document in the order in which they are read.
///
/// Tables become one paragraph a row, with cells; rows of one cell stay paragraphs, since tables of
/// one column only draw a frame. Text boxes follow the paragraph that they are fixed to.
struct DocumentCollector {
  /// What was left out, and why.
  var omissions = Omissions()
  /// Scalars of text that came in, whatever became of them.
  private(set) var read = 0
  /// Scalars that were put between the paragraphs of cells and notes.
  var separators = 0
  var frames = [Frame(.body)]
  private(set) var number = 0

  /// A place that holds paragraphs of its own.
  struct Frame {
    enum Purpose: Equatable {
      case body, textBox
      case cell(span: Int)
      case note(type: String)
      /// A paragraph inside a paragraph, as shapes have it.
      case inner
    }

    var purpose: Purpose
    var finished: [SourceParagraph] = []
    var draft: ParagraphDraft?
    /// What follows the paragraph that is being read.
    var after: [SourceParagraph] = []
    var rows: [Row] = []

    init(_ purpose: Purpose) { self.purpose = purpose }

    mutating func finishParagraph() {
      if let draft { finished.append(draft.paragraph) }
      draft = nil
      finished += after
      after = []
    }
  }

  struct Row {
    var cells: [[SourceParagraph]] = []
    /// Cells that the document has; the others are covered by merged ones.
    var count = 0
    var isDeleted = false
    let number: Int
  }

  /// Word knows 63 columns.
  static let mostColumns = 63

  // MARK: Paragraphs

  /// Whether words would now stand in a paragraph of the document.
  var isInParagraph: Bool { frames[frames.count - 1].draft != nil }

  /// Scalars in the paragraph that is being read.
  var length: Int { frames[frames.count - 1].draft?.length ?? 0 }

  /// The number of the paragraph that is being read or comes next, from 1.
  var place: Int { max(number, 1) }

  mutating func beginParagraph(style: String? = nil) {
    if let draft = frames[frames.count - 1].draft {
      if draft.isImplicit {
        frames[frames.count - 1].finishParagraph()
      } else if isMerging {
        isMerging = false
        frames[frames.count - 1].draft?.style = style
        return
      } else {
        frames.append(Frame(.inner))
      }
    }
    isMerging = false
    begin(style, isImplicit: false)
  }

  private mutating func begin(_ style: String?, isImplicit: Bool) {
    number += 1
    frames[frames.count - 1].draft = ParagraphDraft(
      style: style, number: number, isImplicit: isImplicit)
  }

  /// Names the style of the paragraph that is being read.
  mutating func setStyle(_ style: String?) { frames[frames.count - 1].draft?.style = style }

  /// Whether the mark between the last paragraph and the next is deleted.
  private var isMerging = false

  /// Ends a paragraph.
  /// - Parameter merging: Whether the next one goes on with it, since the mark between is deleted.
  mutating func endParagraph(merging: Bool = false) {
    if merging, isInParagraph {
      isMerging = true
      return
    }
    frames[frames.count - 1].finishParagraph()
    if frames[frames.count - 1].purpose == .inner { endInner() }
  }

  private mutating func endInner() {
    let inner = frames.removeLast()
    frames[frames.count - 1].after += inner.finished
  }

  /// Words, in a paragraph of their own where none is being read.
  mutating func append(_ text: String, _ emphasis: Emphasis = []) {
    let count = text.unicodeScalars.count
    guard count > 0 else { return }
    if !isInParagraph { begin(nil, isImplicit: true) }
    read += count
    frames[frames.count - 1].draft?.append(text, count: count, emphasis)
  }

  /// Text that is no talk.
  mutating func skip(_ text: String, _ reason: Omissions.Reason) {
    let count = text.unicodeScalars.count
    read += count
    omissions.add(count, reason, at: place)
  }

  /// A note at this place, the text of which was read elsewhere.
  mutating func addNote(_ text: String, type: String) {
    read += text.unicodeScalars.count
    let text = text.trimmed
    guard !text.isEmpty else { return }
    if !isInParagraph { begin(nil, isImplicit: true) }
    frames[frames.count - 1].draft?.add(text, type: type)
  }

  // MARK: Text boxes and notes

  mutating func beginTextBox() { frames.append(Frame(.textBox)) }

  mutating func endTextBox() {
    guard let box = closeFrame() else { return }
    if isInParagraph {
      frames[frames.count - 1].after += box.finished
    } else {
      frames[frames.count - 1].finished += box.finished
    }
  }

  /// A note whose text stands here.
  mutating func beginNote(type: String) { frames.append(Frame(.note(type: type))) }

  /// Says of what sort the note is that is being read.
  mutating func setNoteType(_ type: String) {
    guard case .note = frames[frames.count - 1].purpose else { return }
    frames[frames.count - 1].purpose = .note(type: type)
  }

  mutating func endNote() {
    guard let frame = closeFrame(), case .note(let type) = frame.purpose else { return }
    let (whole, notes) = joined(frame.finished, from: 0)
    let text = whole.trimmed
    if !isInParagraph { begin(nil, isImplicit: true) }
    if !text.isEmpty { frames[frames.count - 1].draft?.add(text, type: type) }
    for note in notes { frames[frames.count - 1].draft?.add(note.text, type: note.type) }
  }

  // MARK: Frames

  mutating func finishStrayParagraph() {
    if frames[frames.count - 1].draft?.isImplicit == true || isMerging {
      isMerging = false
      frames[frames.count - 1].finishParagraph()
    }
  }

  /// Closes the innermost place that holds paragraphs, but never the document.
  mutating func closeFrame() -> Frame? {
    isMerging = false
    while frames.count > 1, frames[frames.count - 1].purpose == .inner {
      frames[frames.count - 1].finishParagraph()
      endInner()
    }
    guard frames.count > 1 else { return nil }
    while !frames[frames.count - 1].rows.isEmpty { endRow() }
    frames[frames.count - 1].finishParagraph()
    return frames.removeLast()
  }

  /// The text of everything that was read, as a note has it.
  mutating func finishText() -> String {
    let paragraphs = finish()
    return joined(paragraphs, from: 0).0
  }

  /// The paragraphs of the document. What is still open ends here, as in files that break off.
  mutating func finish() -> [SourceParagraph] {
    while frames.count > 1 {
      switch frames[frames.count - 1].purpose {
      case .cell: endCell()
      case .note: endNote()
      case .textBox, .inner, .body: endTextBox()
      }
    }
    while !frames[0].rows.isEmpty { endRow() }
    frames[0].finishParagraph()
    let paragraphs = frames[0].finished
    frames[0].finished = []
    return paragraphs
  }
}

extension SourceParagraph {
  /// Scalars of its words and notes.
  var characters: Int {
    text.unicodeScalars.count + cells.reduce(0) { $0 + $1.unicodeScalars.count }
      + notes.reduce(0) { $0 + $1.text.unicodeScalars.count }
  }
}
