/// Quoted words in analytic texts, held against what was said.
///
/// An analytic text may quote meaning units; a condensate is nobody's words. Words in quotation marks
/// that occur in no transcript are pointed out, with the condensate if they come from one.
public struct QuotationAdvice: Sendable {
  public let diagnostics: [Diagnostic]
  /// Fewer words than this are a term or a heading rather than a quotation.
  static let fewestWords = 4

  public init(_ corpus: StudyCorpus) {
    let said = corpus.inOrder.map { version in
      Self.words(version.transcript.utterances.map(\.text).joined(separator: " "))
    }
    let condensed = corpus.study.all(Condensate.self).map { condensate in
      Self.words(condensate.sentences.map(\.text).joined(separator: " "))
    }
    diagnostics = corpus.study.all(AnalyticText.self).flatMap { text in
      Self.quoted(text.body).compactMap { quote -> Diagnostic? in
        let parts = Self.parts(quote).filter { $0.count >= Self.fewestWords }
        let invented = parts.first { part in !said.contains { Self.occurs(part, in: $0) } }
        guard let invented else { return nil }
        let isCondensed = condensed.contains { Self.occurs(invented, in: $0) }
        return Diagnostic(
          .warning, .methodAdvice,
          "the text “\(text.heading)” quotes “\(quote)”, which "
            + (isCondensed ? "is a condensate: nobody said it" : "stands in no transcript"),
          do: "quote words of a meaning unit, or take the quotation marks away")
      }
    }
  }

  /// What stands between quotation marks.
  static func quoted(_ text: String) -> [String] {
    var quotes: [String] = []
    var open: Unicode.Scalar?
    var current = String.UnicodeScalarView()
    let closing: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "«": "»", "\"": "\"", "„": "“"]
    for scalar in text.unicodeScalars {
      if let begun = open {
        if scalar == closing[begun] {
          quotes.append(String(current))
          open = nil
        } else {
          current.append(scalar)
        }
      } else if closing[scalar] != nil {
        open = scalar
        current = String.UnicodeScalarView()
      }
    }
    return quotes
  }

  /// The words between omissions and insertions: `…`, `...`, `[to say]`.
  private static func parts(_ quote: String) -> [[String]] {
    var depth = 0
    var kept = ""
    for character in quote.replacing("...", with: "…") {
      if character == "[" { depth += 1 }
      kept.append(depth > 0 ? "…" : character)
      if character == "]" { depth = max(0, depth - 1) }
    }
    return kept.split(separator: "…").map { words(String($0)) }
  }

  private static func words(_ text: String) -> [String] { TextFolding.words(text) }

  private static func occurs(_ needle: [String], in hay: [String]) -> Bool {
    guard let first = needle.first, needle.count <= hay.count else { return false }
    return (0...(hay.count - needle.count)).contains { at in
      hay[at] == first && hay[at..<at + needle.count].elementsEqual(needle)
    }
  }
}
