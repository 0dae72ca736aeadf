import Samtale

/// An analytic text as researchers write it: paragraphs, `*emphasis*`, and `{{name}}` where an
/// excerpt stands.
struct Narrative: Hashable {
  /// One paragraph.
  struct Paragraph: Hashable {
    var parts: [Part]

    /// The excerpt if the paragraph is nothing else.
    var only: String? {
      if parts.count == 1, case .excerpt(let name) = parts[0] { name } else { nil }
    }
  }

  enum Part: Hashable {
    case words(String)
    case emphasis(String)
    case excerpt(String)
  }

  let paragraphs: [Paragraph]

  /// Paragraphs stand apart by an empty line; an excerpt on a line of its own is a paragraph.
  init(_ body: String) {
    var paragraphs: [[Substring]] = [[]]
    for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let text = line.trimmingSpaces
      if text.isEmpty {
        paragraphs.append([])
      } else if text.hasPrefix("{{"), text.hasSuffix("}}"), !text.dropFirst(2).contains("{{") {
        paragraphs += [[text], []]
      } else {
        paragraphs[paragraphs.count - 1].append(text)
      }
    }
    self.paragraphs = paragraphs.filter { !$0.isEmpty }.map {
      Paragraph(parts: Self.parts($0.joined(separator: " ")))
    }
  }

  /// Braces that were to name an excerpt and do not; `nil` if there are none.
  var stray: String? {
    for case .words(let words) in paragraphs.flatMap(\.parts)
    where words.contains("{{") || words.contains("}}") {
      return words.count > 40 ? String(words.suffix(40)) : words
    }
    return nil
  }

  /// The excerpts that it names, in order.
  var excerpts: [String] {
    paragraphs.flatMap(\.parts).compactMap { if case .excerpt(let name) = $0 { name } else { nil } }
  }

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var words = ""
    var rest = Substring(text)
    func flush() {
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
    }
    while let first = rest.first {
      if rest.hasPrefix("{{"), let end = rest.firstRange(of: "}}") {
        flush()
        parts.append(
          .excerpt(
            String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound].trimmingSpaces)))
        rest = rest[end.upperBound...]
      } else if first == "*", let end = rest.dropFirst().firstIndex(of: "*"),
        rest.index(after: rest.startIndex) < end,
        !rest[..<end].contains("{{")
      {
        flush()
        parts.append(.emphasis(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        words.append(first)
        rest = rest.dropFirst()
      }
    }
    flush()
    return parts
  }
}

extension AnalyticText {
  /// The excerpts that a text names as `{{name}}`, in order.
  public static func excerptsNamed(in body: String) -> [String] { Narrative(body).excerpts }
}

extension Substring {
  /// Without white space at either end.
  var trimmingSpaces: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
