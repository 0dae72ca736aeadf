/// Breaking text at spaces into lines of limited display width.
enum WordWrap {
  /// The lines of a text, each at most `width` terminal columns wide unless one word is wider.
  ///
  /// No-break spaces are kept; a text without words gives no lines.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var room = 0
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(String(word))
      if lines.isEmpty || wordWidth + 1 > room {
        lines.append(String(word))
        room = width - wordWidth
      } else {
        lines[lines.count - 1] += " " + word
        room -= wordWidth + 1
      }
    }
    return lines
  }

  /// A text broken so that it stays narrow, but into no more lines than `limit`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The width, in terminal columns, that need not be undercut.
  ///   - limit: How many lines are allowed, 1 or more.
  /// - Returns: The lines, of the smallest width from `width` upwards that is enough.
  static func narrow(_ text: String, from width: Int, limit: Int) -> [String] {
    var width = width
    var lines = lines(text, width: width)
    while lines.count > limit {
      width += 1
      lines = self.lines(text, width: width)
    }
    return lines
  }
}
