/// What holds inside a group of an RTF file; the next group begins with the same.
struct RichTextState {
  /// Where text goes.
  enum Destination: Equatable {
    case body
    /// It is no text of the document: tables of fonts, pictures, names of authors.
    case nowhere
    /// It is left out and counted.
    case omitted(Omissions.Reason)
    case fonts, styles, title, created
  }

  /// What ends with the group.
  enum Ending { case nothing, note, textBox }

  var destination = Destination.body
  /// Where text went around an object or shape, to which its own text returns.
  var outer = Destination.body
  var ending = Ending.nothing
  var bold = false
  var italic = false
  var smallCaps = false
  var isHidden = false
  var isDeleted = false
  var font: Int
  /// How many characters follow a `\u` for programs that do not know it.
  var fallbackLength = 1
  var isInTable = false
  var style = 0
  /// Whether pictures here show again what was counted already.
  var repeatsPicture = false

  init(font: Int) { self.font = font }

  var emphasis: Emphasis {
    Formatting(bold: bold, italic: italic, smallCaps: smallCaps).emphasis
  }

  /// Why text is left out here; `nil` if it is not.
  var omission: Omissions.Reason? {
    if case .omitted(let reason) = destination { return reason }
    if isDeleted { return .deleted }
    return isHidden ? .hidden : nil
  }

  mutating func resetCharacters(font: Int) {
    bold = false
    italic = false
    smallCaps = false
    isHidden = false
    isDeleted = false
    self.font = font
  }
}
