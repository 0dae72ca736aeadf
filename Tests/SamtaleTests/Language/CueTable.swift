import Samtale
import Testing

/// A row of a table of examples: form, marks and text between bars.
///
/// The marks: `?` some sentence is a question, `!` the last one is, `D` disclaimer, `C` closing bid,
/// `L` deferral, `O` opening, `A` begins with assent. Rows were written by reading, before the
/// reader had seen them. `D`, `C`, `L`, `O` and `A` are compared only where a row names them or
/// has a `=` among its marks.
struct CueRow: Sendable, CustomTestStringConvertible {
  var form: String
  var marks: String
  var text: String

  var testDescription: String { text }

  static func table(_ rows: String) -> [CueRow] {
    rows.split(separator: "\n").map { line in
      let parts = line.split(separator: "|", maxSplits: 2).map {
        String($0).trimmingSpaces
      }
      return CueRow(form: parts[0], marks: parts[1], text: parts[2])
    }
  }

  /// Compares the row with a reading.
  func check(_ reader: CueReader) throws {
    let reading = try #require(reader.read(text))
    let rules = reading.matches.map(\.rule).joined(separator: " ")
    #expect(reading.form.rawValue == form, "\(text) – \(rules)")
    #expect(reading.isQuestion == marks.contains("?"), "question: \(text) – \(rules)")
    #expect(reading.isFirstPairPart == marks.contains("!"), "first part: \(text) – \(rules)")
    let flags: [(Character, Bool)] = [
      ("D", reading.isDisclaimer), ("C", reading.isClosingBid), ("L", reading.isDeferral),
      ("O", reading.isOpening), ("A", reading.startsWithAssent),
    ]
    for (mark, value) in flags where marks.contains(mark) || marks.contains("=") {
      #expect(value == marks.contains(mark), "\(mark): \(text) – \(rules)")
    }
  }
}

extension String {
  /// Without spaces at the ends.
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

extension Lexicon {
  /// A lexicon that Samtale carries.
  static func of(_ language: String) -> Lexicon {
    guard let lexicon = Lexicon(language: language) else {
      preconditionFailure("there is no lexicon for \(language), or it cannot be read")
    }
    return lexicon
  }
}
