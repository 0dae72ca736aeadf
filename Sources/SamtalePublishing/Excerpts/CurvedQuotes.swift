/// Straight apostrophes and quotation marks as print has them, and quotations inside quotations.
struct CurvedQuotes {
  /// What double marks become.
  let marks: ExcerptStyle.Marks
  private var isOpen = false
  private var before: Unicode.Scalar?

  init(_ marks: ExcerptStyle.Marks) { self.marks = marks }

  /// The inlines with marks of one shape; what stands between brackets of the editor too.
  static func curved(
    _ inlines: [Document.Inline], _ marks: ExcerptStyle.Marks
  ) -> [Document.Inline] {
    var quotes = CurvedQuotes(marks)
    return quotes.curved(inlines)
  }

  private mutating func curved(_ inlines: [Document.Inline]) -> [Document.Inline] {
    inlines.map { inline in
      switch inline {
      case .text(let text): .text(curved(text))
      case .emphasis(let parts): .emphasis(curved(parts))
      case .strong(let parts): .strong(curved(parts))
      default: inline
      }
    }
  }

  private mutating func curved(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "’"
      case "\"", "“", "”":
        let opens = scalar == "“" || scalar == "\"" && !isOpen && opensHere
        isOpen = opens
        result += opens ? marks.before : marks.after
      default: result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return result
  }

  /// Whether a straight mark here begins a quotation.
  private var opensHere: Bool {
    before.map { $0.properties.isWhitespace || "([“‘—–-".unicodeScalars.contains($0) } ?? true
  }
}
