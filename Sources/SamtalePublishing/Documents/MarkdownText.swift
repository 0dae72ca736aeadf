/// Escaping for Markdown as GitHub and pandoc read it.
enum MarkdownText {
  /// The text with every sign that Markdown would act on inside a line escaped.
  static func escaped(_ text: String) -> String {
    var previous: Unicode.Scalar?
    return text.replacingScalars { scalar in
      defer { previous = scalar }
      // Two hyphens would be read as a dash.
      if scalar == "-", previous == "-" { return "\\-" }
      return signs.contains(scalar) ? "\\\(scalar)" : nil
    }
  }

  private static let signs = Set("\\|`*_[]{}<>~&$^@".unicodeScalars)

  /// A line that does not begin as a heading, list, rule or title block would.
  static func guarded(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return line }
    if "#-+=:%".unicodeScalars.contains(first) { return "\\" + line }
    let opened = line.dropFirst(first == "(" ? 1 : 0)
    let number = opened.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
    let rest = opened.dropFirst(number.count)
    guard isEnumerator(number), let end = rest.first, ".)".contains(end),
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    else { return line }
    return String(line.prefix(line.count - rest.count)) + "\\" + rest
  }

  /// Whether pandoc takes this for the number of a list item: `12`, `a`, `iv`.
  private static func isEnumerator(_ text: Substring) -> Bool {
    if text.isEmpty { return false }
    return text.count == 1 || text.allSatisfy(\.isNumber)
      || text.lowercased().allSatisfy { "ivxlcdm".contains($0) }
  }
}
