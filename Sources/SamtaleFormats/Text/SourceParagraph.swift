/// A paragraph of a text or of a word processor's document, before it is known who speaks.
struct SourceParagraph: Hashable, Sendable {
  /// The words, runs joined; line breaks inside are LF, tabs stay.
  var text: String
  /// The name of the paragraph's style, where the document has one other than the default.
  var style: String?
  /// How many scalars at the beginning are set in bold (or in italics, or in small capitals), which
  /// is how many people mark the label.
  var emphasized = 0
  /// The texts of the cells where the paragraph is a row of a table; ``text`` is then empty.
  var cells: [String] = []
  /// Footnotes and comments, which are not talk: their place in ``text`` in scalars, their words.
  var notes: [Note] = []
  /// The line of the file, or the number of the paragraph in a document, from 1.
  var line: Int
  /// The label where it stands elsewhere than in ``text``: in a column of a table, in a line above.
  var label: String?
  /// When it begins and ends, in milliseconds, where that stands elsewhere.
  var start: Int?
  var end: Int?

  /// Where it stands if that is not where the document has its talk.
  var beside: Beside?

  enum Beside: Hashable, Sendable {
    /// Outside the tables that hold the talk.
    case paragraph
    /// In a table that holds none.
    case row
  }

  struct Note: Hashable, Sendable {
    var place: Int
    var text: String
    /// `footnote`, `endnote`, `comment`.
    var type: String
  }

  init(text: String, line: Int) {
    self.text = text
    self.line = line
  }

  init(
    text: String, style: String? = nil, emphasized: Int = 0, cells: [String] = [],
    notes: [Note] = [], line: Int
  ) {
    self.text = text
    self.style = style
    self.emphasized = emphasized
    self.cells = cells
    self.notes = notes
    self.line = line
  }
}
