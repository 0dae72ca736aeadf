/// Escaping for HTML and other XML.
enum MarkupText {
  /// The text on one line for content and attributes in double quotes.
  static func escaped(_ text: String) -> String {
    text.onOneLine.replacingScalars { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"  // XML 1.0 cannot hold them.
      default: nil
      }
    }
  }

  /// The text with places to break inside very long words, such as paths.
  static func breakable(_ text: String) -> String {
    text.onOneLine.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.count > 24 else { return escaped(String(word)) }
      var (parts, part) = ([String](), "")
      for character in word {
        part.append(character)
        if part.count >= 12 || "/_-.:".contains(character) {
          parts.append(part)
          part = ""
        }
      }
      return (part.isEmpty ? parts : parts + [part]).map(escaped).joined(separator: "<wbr/>")
    }
    .joined(separator: " ")
  }

  /// A language tag without signs that do not belong there.
  static func language(_ tag: String) -> String {
    let kept = tag.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return kept.isEmpty ? "en" : kept
  }
}

/// Running text in HTML; footnotes are collected.
struct HTMLInlines {
  let targets: LinkTargets
  /// Footnotes in the order of their marks.
  private(set) var footnotes: [String] = []

  init(_ targets: LinkTargets) { self.targets = targets }

  mutating func text(_ text: [Document.Inline]) -> String {
    var result = ""
    for inline in text { result += written(inline) }
    return result
  }

  private mutating func written(_ inline: Document.Inline) -> String {
    switch inline {
    case .text(let text): return MarkupText.escaped(text)
    case .emphasis(let text): return "<em>\(self.text(text))</em>"
    case .strong(let text): return "<strong>\(self.text(text))</strong>"
    case .superscript(let text): return "<sup>\(self.text(text))</sup>"
    case .code(let text): return "<code>\(MarkupText.escaped(text))</code>"
    case .link(let text, let address): return link(self.text(text), to: address)
    case .footnote(let text): return footnote(text)
    case .lineBreak: return "<br/>"
    }
  }

  private func link(_ text: String, to address: String) -> String {
    switch targets.address(address) {
    case .nowhere: text
    case .inside(let name): "<a href=\"#\(name)\">\(text)</a>"
    case .outside(let address): "<a href=\"\(MarkupText.escaped(address))\">\(text)</a>"
    }
  }

  private mutating func footnote(_ text: [Document.Inline]) -> String {
    let number = footnotes.count + 1
    footnotes.append("")
    footnotes[number - 1] = self.text(text)
    return "<sup><a id=\"footnote-\(number)-mark\" href=\"#footnote-\(number)\" "
      + "role=\"doc-noteref\">\(number)</a></sup>"
  }
}
