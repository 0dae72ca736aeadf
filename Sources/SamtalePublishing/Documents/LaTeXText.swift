/// Escaping for LaTeX, in tables by themselves and in documents.
enum LaTeXText {
  /// The text with every sign that LaTeX would act on written out.
  static func escaped(_ text: String) -> String {
    // After `\\` and booktabs rules LaTeX would take a bracket or star for an option.
    let guarded = ["[", "*"].contains(text.unicodeScalars.first) ? "{}" : ""
    var previous: Unicode.Scalar?
    return text.reduce(into: guarded) { result, character in
      if let accented = accented(character) {
        result += accented
        previous = nil
      } else {
        result += escaped(character, &previous)
      }
    }
  }

  private static func escaped(_ character: Character, _ previous: inout Unicode.Scalar?) -> String {
    String(character).replacingScalars { scalar in
      defer { previous = scalar }
      // Two hyphens would join to a dash, two apostrophes or commas to a quotation mark.
      if scalar == previous, "-',".unicodeScalars.contains(scalar) { return "{}\(scalar)" }
      return escape(scalar)
    }
  }

  /// A plain letter with a combining mark after it, which pdfLaTeX could not set.
  private static func accented(_ character: Character) -> String? {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count == 2, character.isLetter, scalars[0].isASCII else { return nil }
    return accents[scalars[1]].map { "\\\($0){\(scalars[0])}" }
  }

  private static let accents: [Unicode.Scalar: String] = [
    "\u{300}": "`", "\u{301}": "'", "\u{302}": "^", "\u{303}": "~", "\u{304}": "=",
    "\u{306}": "u", "\u{307}": ".", "\u{308}": "\"", "\u{30A}": "r", "\u{30B}": "H",
    "\u{30C}": "v", "\u{323}": "d", "\u{327}": "c", "\u{328}": "k", "\u{331}": "b",
  ]

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&", "%", "$", "#", "_", "{", "}": "\\\(scalar)"
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "`": "\\textasciigrave{}"
    case "\\": "\\textbackslash{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "\\textbar{}"
    case "\"": "{\\char34}"  // A plain quote is a command under babel's Norwegian and German.
    case "\u{A0}": "~"
    default: nil
    }
  }

  /// An address as the first argument of `\href`.
  static func address(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "_"):
        "\\" + String(Unicode.Scalar(byte))
      case 0x21, 0x24...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x61...0x7A: String(Unicode.Scalar(byte))
      default: "\\%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
      }
    }
    .joined()
  }
}

/// Running text in LaTeX.
struct LaTeXInlines {
  let targets: LinkTargets
  /// Whether footnotes are marks alone, as in boxes, which would swallow their text.
  private var hasMarksOnly = false

  init(_ targets: LinkTargets) { self.targets = targets }

  /// Text whose lines may break where they want to.
  func text(_ text: [Document.Inline]) -> String {
    text.map { written($0) }.joined()
  }

  /// Text without footnotes and line breaks, for lists of contents and labels.
  func line(_ text: [Document.Inline]) -> String {
    self.text(text.flatMap(\.withoutNotes))
  }

  /// Text for a box, and what must follow the box to print its footnotes.
  func boxed(_ text: [Document.Inline]) -> (text: String, after: String) {
    var inlines = self
    inlines.hasMarksOnly = true
    let notes = text.notes
    let back = notes.isEmpty ? "" : "\\addtocounter{footnote}{-\(notes.count)}"
    let after = notes.map { "\\stepcounter{footnote}\\footnotetext{\(self.text($0))}" }.joined()
    return (inlines.text(text), back + after)
  }

  private func written(_ inline: Document.Inline) -> String {
    switch inline {
    case .text(let text): LaTeXText.escaped(text.onOneLine)
    case .emphasis(let text): "\\emph{\(self.text(text))}"
    case .strong(let text): "\\textbf{\(self.text(text))}"
    case .superscript(let text): "\\textsuperscript{\(self.text(text))}"
    case .code(let text): "\\texttt{\(LaTeXText.escaped(text.onOneLine))}"
    case .link(let text, let address): link(self.text(text), to: address)
    case .footnote(let text):
      hasMarksOnly ? "\\protect\\footnotemark{}" : "\\footnote{\(self.text(text))}"
    case .lineBreak: "\\newline{}"
    }
  }

  private func link(_ text: String, to address: String) -> String {
    switch targets.address(address) {
    case .nowhere: text
    case .inside(let name): "\\hyperref[\(name)]{\(text)}"
    case .outside(let address): "\\href{\(LaTeXText.address(address))}{\(text)}"
    }
  }
}

extension Document.Inline {
  /// The same without footnotes, line breaks as spaces.
  fileprivate var withoutNotes: [Document.Inline] {
    switch self {
    case .footnote: []
    case .lineBreak: [.text(" ")]
    case .emphasis(let text): [.emphasis(text.flatMap(\.withoutNotes))]
    case .strong(let text): [.strong(text.flatMap(\.withoutNotes))]
    case .superscript(let text): [.superscript(text.flatMap(\.withoutNotes))]
    case .link(let text, let to): [.link(text.flatMap(\.withoutNotes), to: to)]
    case .text, .code: [self]
    }
  }

  /// Footnotes inside, in order.
  fileprivate var notes: [[Document.Inline]] {
    switch self {
    case .footnote(let text): [text]
    case .emphasis(let text), .strong(let text), .superscript(let text), .link(let text, _):
      text.notes
    case .text, .code, .lineBreak: []
    }
  }
}

extension [Document.Inline] {
  /// Footnotes inside, in order.
  var notes: [[Document.Inline]] { flatMap(\.notes) }
}
