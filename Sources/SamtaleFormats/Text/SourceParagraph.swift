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

  struct Note: Hashable, Sendable {
    var place: Int
    var text: String
    /// `footnote`, `endnote`, `comment`.
    var type: String
  }
}
