import Foundation
import Samtale
import SamtalePublishing
import Testing

/// The page: its parts, its numbers, and what leads from a number to talk.
@Suite struct ReportTests {
  let page = SmallReport.both.html

  @Test func needsNoOtherFileAndNoNetwork() {
    #expect(
      page.contains(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
          + "img-src data:\""))
    for part in ["src=", "<link", "@import", "url(http", "href=\"http"] {
      #expect(!page.contains(part), "\(part)")
    }
  }

  @Test func saysWhatWasRead() {
    for (name, value) in [("meetings", "2"), ("people", "2"), ("turns", "6"), ("words", "12")] {
      #expect(page.contains("<dt>\(name)</dt><dd>\(value)</dd>"), "\(name)")
    }
    #expect(page.contains("<dd>no time stamps</dd>"))
    #expect(page.contains("Samtale 9.9"))
    #expect(page.contains("The seed of all random numbers is 7"))
    #expect(page.contains(">1234</td><td>abc123</td>"))
  }

  @Test func sectionsStandInOrder() {
    let places = [
      "overview", "participants", "participation", "turn-taking", "topics", "uptake", "meetings",
      "methods",
    ].map { page.firstRange(of: "<section id=\"\($0)\">")?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test func turnsHaveSpeakerLineAndName() {
    #expect(
      page.contains(
        "<div class=\"t role-0\" id=\"m1/u3\"><b>SW1</b><p class=\"c\">Good.</p>"
          + "<a class=\"l\" href=\"#m1/u3\">line "))
    #expect(page.count(of: "<div class=\"t ") == 6)
    #expect(page.count(of: "class=\"c\"") == 6)
  }

  /// Turns are numbered through the meetings: SW has 0, 2 and 5, WA 1, 3 and 4.
  @Test func numbersLeadToTheirTurns() throws {
    let start = try #require(page.firstRange(of: "{\"sets\":[")).upperBound
    let end = try #require(page[start...].firstRange(of: "]")).lowerBound
    let sets = page[start..<end].split(separator: ",\n").map { $0.dropFirst().dropLast() }
    func behind(_ row: String, _ shown: String) throws -> Substring {
      let line = try #require(
        page.split(separator: "\n").first {
          $0.hasPrefix("<tr") && $0.contains(">\(row)</th>") && $0.contains(">\(shown)</button>")
        })
      let before = try #require(line.firstRange(of: "\">\(shown)</button>")).lowerBound
      let number = try #require(Int(line[..<before].split(separator: "\"").last ?? ""))
      return sets[number]
    }
    #expect(try behind("SW", "3") == "t1 2 3")
    #expect(try behind("WA", "3") == "t2*2 1")
    #expect(try behind("all", "6") == "t1*6")
  }

  @Test func countedCellsOpenAsManyTurns() {
    let cells = SmallReport.both.linkedCells.filter(\.isCounted)
    #expect(cells.count > 10)
    for cell in cells {
      #expect(
        cell.value == .integer(cell.items) || cell.value == .number(Double(cell.items)), "\(cell)")
    }
    let sw = cells.first { $0.table.hasPrefix("Participation by role") && $0.row == "SW" }
    #expect(sw?.value == .integer(3))
    #expect(sw?.items == 3)
  }

  @Test func sameBytesAgain() {
    #expect(SmallReport.both.html == page)
  }

  @Test func meetingsOfOneNameAreToldApart() {
    let twice = SmallReport.transcript("m1", body: SmallReport.first)
    let page = SmallReport.report([twice, twice]).html
    #expect(page.contains("id=\"m1--m1.xml-/u1\""))
    #expect(page.contains("id=\"m1--m1.xml--2/u1\""))
  }

  @Test func nothingSaidIsNoMistake() {
    let page = SmallReport.report([SmallReport.transcript("empty", body: "")]).html
    #expect(page.contains("<dt>turns</dt><dd>0</dd>"))
    #expect(page.contains("Gaps and overlaps are not given: the transcripts have no time stamps."))
  }

  /// `.ci/embed-page` was run after the last change of the script or the style sheet.
  @Test func embeddedFilesEqualSources() throws {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    for name in ["report.js", "report.css"] {
      let file = root.appending(path: "Sources/SamtalePublishing/Report/Page/\(name)")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(page.contains(text.trimmingCharacters(in: .newlines)), "run .ci/embed-page")
    }
  }
}
