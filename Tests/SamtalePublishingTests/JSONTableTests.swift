import Foundation
import SamtalePublishing
import Testing

@Suite struct JSONTableTests {
  @Test func writesOneObject() {
    #expect(
      TableSamples.speech.rendered(as: .json) == #"""
        {
          "title": "Speech per speaker",
          "columns": [
            {"key": "speaker", "title": "Speaker", "unit": null, "kind": "text"},
            {"key": "words", "title": "Words", "unit": null, "kind": "integer"},
            {"key": "mean_length", "title": "Mean length", "unit": "words", "kind": "decimal"},
            {"key": "share", "title": "Share", "unit": null, "kind": "percent"},
            {"key": "time", "title": "Speaking time", "unit": null, "kind": "duration"}
          ],
          "rows": [
            {"row": "group", "speaker": "Åse", "words": 120, "mean_length": 6.5, "share": 0.6, "time": 3725.0},
            {"row": "group", "speaker": "会話", "words": 80, "mean_length": 4.125, "share": 0.4, "time": 65.25},
            {"row": "group", "speaker": "Bo_1|x", "words": 0, "mean_length": null, "share": 0, "time": null},
            {"row": "total", "speaker": "All", "words": 200, "mean_length": 5.25, "share": 1, "time": null}
          ],
          "missing": [
            {"row": 2, "column": "mean_length", "reason": "no turns"},
            {"row": 2, "column": "time", "reason": "no media"},
            {"row": 3, "column": "time", "reason": "no media"}
          ],
          "notes": [
            "Words are tokens without punctuation.",
            "Seed 1."
          ]
        }

        """#
    )
  }

  @Test func writesAnEmptyTable() {
    #expect(
      Table(title: "", columns: []).rendered(as: .json) == """
        {
          "title": "",
          "columns": [],
          "rows": [],
          "missing": [],
          "notes": []
        }

        """
    )
  }

  /// What a reader of the JSON gets from a table of one column `x`.
  private struct Parsed: Decodable {
    let rows: [[String: String?]]
  }

  @Test(arguments: [
    "=1", "\"\\/", "\r\n\t\u{8}\u{0}\u{1F}\u{7F}", "\u{2028}</script>", "e\u{301}", "👩‍👩‍👧 会話",
    "\"\u{301}",
  ])
  func everyTextComesBack(text: String) throws {
    let json = TableSamples.column(.text, .text(text)).rendered(as: .json)
    let parsed = try JSONDecoder().decode(Parsed.self, from: Data(json.utf8))
    let back = try #require(parsed.rows[0]["x"] ?? nil)
    #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func escapesInLiterals() {
    let json = TableSamples.column(.text, .text("\u{1}\u{1F}\"\\")).rendered(as: .json)
    #expect(json.contains(#""x": "\u0001\u001f\"\\"}"#))
  }

  @Test(arguments: [0.1 + 0.2, 1e-7, 1e22, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
  func everyNumberComesBack(value: Double) throws {
    struct Numbers: Decodable {
      struct Row: Decodable { let x: Double }
      let rows: [Row]
    }
    let json = TableSamples.column(.duration, .number(value)).rendered(
      as: .json,
      decimalMark: .comma
    )
    let parsed = try JSONDecoder().decode(Numbers.self, from: Data(json.utf8))
    #expect(parsed.rows[0].x == value)
  }

  @Test func numbersThatAreNotFiniteAreMissing() throws {
    let json = TableSamples.column(.integer, .number(.nan)).rendered(as: .json)
    #expect(json.contains(#""x": null}"#))
    #expect(json.contains(#"{"row": 0, "column": "x", "reason": "not a finite number"}"#))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }
}
