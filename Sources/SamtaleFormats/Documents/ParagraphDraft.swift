/// How words are set apart from others, as far as it may mark a label.
struct Emphasis: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let bold = Emphasis(rawValue: 1)
  static let italic = Emphasis(rawValue: 2)
  static let smallCaps = Emphasis(rawValue: 4)
}

/// What a style or a run says about the look of its words; `nil` where it says nothing.
struct Formatting: Hashable, Sendable {
  var bold: Bool?
  var italic: Bool?
  var smallCaps: Bool?
  var hidden: Bool?

  /// This formatting where it says something, elsewhere that below it.
  func over(_ other: Formatting) -> Formatting {
    Formatting(
      bold: bold ?? other.bold, italic: italic ?? other.italic,
      smallCaps: smallCaps ?? other.smallCaps, hidden: hidden ?? other.hidden)
  }

  var emphasis: Emphasis {
    var emphasis: Emphasis = []
    if bold == true { emphasis.insert(.bold) }
    if italic == true { emphasis.insert(.italic) }
    if smallCaps == true { emphasis.insert(.smallCaps) }
    return emphasis
  }
}

/// A paragraph while it is read.
struct ParagraphDraft {
  private(set) var text = ""
  /// Scalars in ``text``.
  private(set) var length = 0
  var style: String?
  let number: Int
  /// Whether words made it begin, rather than the document.
  let isImplicit: Bool
  private var notes: [SourceParagraph.Note] = []
  private var emphasized = 0
  /// What all words so far have in common; `nil` before the first.
  private var common: Emphasis?

  init(style: String?, number: Int, isImplicit: Bool) {
    self.style = style
    self.number = number
    self.isImplicit = isImplicit
  }

  mutating func append(_ piece: String, count: Int, _ emphasis: Emphasis) {
    let isBlank = piece.utf8.allSatisfy { $0 <= 0x20 }
    text += piece
    length += count
    guard !isBlank, common != [] else { return }
    common = common?.intersection(emphasis) ?? emphasis
    if common != [] { emphasized = length }
  }

  mutating func add(_ note: String, type: String) {
    notes.append(SourceParagraph.Note(place: length, text: note, type: type))
  }

  var paragraph: SourceParagraph {
    SourceParagraph(
      text: text, style: style, emphasized: emphasized, notes: notes, line: number)
  }
}
