import Samtale
import SamtaleFormats
import TestSupport
import Testing

/// Damaged and strange texts.
@Suite struct HostileTalkTests {
  private static let strange = [
    "'", "’s", "s", ".", "-", "–", "@", "+", "(", ")", "[", "]", "\n", "\r\n", "\u{301}",
    "\u{200D}",
    "🙂", "ß", "İ", "ﬁ", "Ǆ", "0", "47", " 12 ", "K. ", "å", "Å", "://", "www.", "\u{0}", "«", "&",
    "St. ", "and ", "van ", "years old", "14838733140", "\u{AD}", "كلمة", "汉字", "_", " den 1.1.",
  ]

  private static func damaged(_ text: String, _ random: inout SeededNumbers) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, place + Int.random(in: 0...6, using: &random))
      let piece = strange.randomElement(using: &random) ?? ""
      scalars.replaceSubrange(place..<end, with: Array(piece.unicodeScalars))
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whatever the text: no crash; findings and changes lie inside, in order, without overlap; the
  /// key can be written and read; nothing but whole scalars changes.
  @Test(arguments: UInt64(1)...6) func damagedTexts(_ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    for talk in try PlantedTalk.known() {
      let language = talk.transcript.language ?? "en"
      let texts = talk.transcript.utterances.map {
        SearchedText(Self.damaged($0.text, &random), language: language, document: "m")
      }
      let finder = IdentifierFinder()
      for (text, findings) in zip(texts, finder.findings(in: texts)) {
        let count = text.text.unicodeScalars.count
        #expect(
          findings.allSatisfy { $0.scalars.lowerBound >= 0 && $0.scalars.upperBound <= count })
        for (a, b) in zip(findings, findings.dropFirst()) {
          #expect(a.scalars.lowerBound <= b.scalars.lowerBound)
        }
      }
      let key = finder.propose(for: texts).deciding(.replace)
      let again = try PseudonymKey(csv: key.csv.bytes)
      #expect(again == key, "\(zip(again.csv.rows, key.csv.rows).first { $0 != $1 } as Any)")
      let pseudonymiser = Pseudonymiser(key: key, language: language)
      let audit = PseudonymAudit(key: key)
      for text in texts {
        let count = text.text.unicodeScalars.count
        var end = 0
        for rewrite in pseudonymiser.rewrites(in: text.text) {
          #expect(rewrite.scalars.lowerBound >= end && rewrite.scalars.upperBound <= count)
          end = rewrite.scalars.upperBound
        }
        _ = audit.findings(in: text.text)
      }
    }
  }
}
