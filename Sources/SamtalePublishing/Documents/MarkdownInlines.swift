/// Running text in Markdown; footnotes are collected.
struct MarkdownInlines {
  let targets: LinkTargets
  /// Footnotes in the order of their marks.
  private(set) var footnotes: [String] = []

  init(_ targets: LinkTargets) { self.targets = targets }

  /// A paragraph, its lines ending with a backslash where the next begins.
  mutating func paragraph(_ text: [Document.Inline]) -> [String] {
    lines(text).map(MarkdownText.guarded)
  }

  /// Text for one line of a heading, label or caption.
  mutating func line(_ text: [Document.Inline]) -> String {
    lines(text).map { $0.hasSuffix("\\") ? String($0.dropLast()) : $0 }.joined(separator: " ")
  }

  /// Text for a cell of a pipe table.
  mutating func cell(_ text: [Document.Inline]) -> String {
    lines(text.map(\.withoutCode)).map { $0.hasSuffix("\\") ? $0.dropLast() + "<br>" : $0 }
      .joined()
  }

  private mutating func lines(_ text: [Document.Inline]) -> [String] {
    // Only a line break writes a line end.
    written(text).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.drop { $0 == " " })
    }
  }

  private mutating func written(_ text: [Document.Inline]) -> String {
    var result = ""
    for (index, inline) in text.enumerated() {
      let after = text[(index + 1)...].lazy.map { [$0].plainText }.first { !$0.isEmpty }
      result += written(
        inline, after: result.unicodeScalars.last, before: after?.unicodeScalars.first)
    }
    return result
  }

  private mutating func written(
    _ inline: Document.Inline, after left: Unicode.Scalar?, before right: Unicode.Scalar?
  ) -> String {
    switch inline {
    case .text(let text): return MarkdownText.escaped(text.onOneLine)
    case .emphasis(let text): return marked(text, "*", "em", left, right)
    case .strong(let text): return marked(text, "**", "strong", left, right)
    case .superscript(let text): return superscript(text)
    case .code(let text): return Self.code(text.onOneLine)
    case .link(let text, let address): return link(written(text), to: address)
    case .footnote(let text): return footnote(text)
    case .lineBreak: return "\\\n"
    }
  }

  /// Text between stars; where stars would not be read as marks, between tags.
  private mutating func marked(
    _ text: [Document.Inline], _ star: String, _ tag: String,
    _ left: Unicode.Scalar?, _ right: Unicode.Scalar?
  ) -> String {
    let inner = written(text)
    let core = inner.drop { $0 == " " }
    let body = core.reversed().drop { $0 == " " }.reversed()
    guard let first = body.first?.unicodeScalars.first, let last = body.last?.unicodeScalars.first
    else { return inner }
    let before = String(inner.prefix(inner.count - core.count))
    let after = String(core.dropFirst(body.count))
    let isOpen = before.isEmpty ? Self.canStand(first, beside: left) : true
    let isClosed = after.isEmpty ? Self.canStand(last, beside: right) : true
    return isOpen && isClosed
      ? before + star + String(body) + star + after
      : "\(before)<\(tag)>\(String(body))</\(tag)>\(after)"
  }

  /// The rule of CommonMark for the edges of emphasis, a little stricter.
  private static func canStand(_ edge: Unicode.Scalar, beside other: Unicode.Scalar?) -> Bool {
    guard let other else { return true }
    if other == "*" { return false }
    return other.properties.isWhitespace
      || (edge.isWord && !other.isWord) || (other.isASCII && !other.isWord)
  }

  private mutating func superscript(_ text: [Document.Inline]) -> String {
    let plain = text.plainText
    if let number = Int(plain), number >= 0, String(number) == plain { return number.superscript }
    return "<sup>\(written(text))</sup>"
  }

  /// Code between as many backticks as it needs.
  private static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return text.isEmpty ? "" : fence + space + text + space + fence
  }

  private func link(_ text: String, to address: String) -> String {
    switch targets.address(address) {
    case .nowhere: text
    case .inside(let name): "[\(text)](#\(name))"
    case .outside(let address):
      "[\(text)](<\(address.replacingScalars { "<>\\".unicodeScalars.contains($0) ? "\\\($0)" : nil })>)"
    }
  }

  private mutating func footnote(_ text: [Document.Inline]) -> String {
    let index = footnotes.count
    footnotes.append("")
    footnotes[index] = line(text)
    return "[^\(index + 1)]"
  }
}

extension Document.Inline {
  /// The same with code as plain text: bars would break code inside a table.
  fileprivate var withoutCode: Document.Inline {
    switch self {
    case .code(let text): .text(text)
    case .emphasis(let text): .emphasis(text.map(\.withoutCode))
    case .strong(let text): .strong(text.map(\.withoutCode))
    case .superscript(let text): .superscript(text.map(\.withoutCode))
    case .link(let text, let to): .link(text.map(\.withoutCode), to: to)
    case .text, .footnote, .lineBreak: self
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}
