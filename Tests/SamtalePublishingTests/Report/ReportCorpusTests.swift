import Foundation
import Samtale
import SamtalePublishing
import Testing

/// The report of the sixteen invented meetings.
@Suite struct ReportCorpusTests {
  static let report: Report = {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let corpus = Corpus.read([root.appending(path: "Corpora/ips-meetings").path])
    return SmallReport.report(corpus.transcripts, title: "Meetings")
  }()
  static let page = report.html

  @Test func everyCountOpensAsManyThings() {
    let counted = Self.report.linkedCells.filter(\.isCounted)
    #expect(counted.count > 350)
    for cell in counted {
      switch cell.value {
      case .integer(let number): #expect(number == cell.items, "\(cell)")
      case .number(let number): #expect(number == Double(cell.items), "\(cell)")
      default: Issue.record("\(cell) has no number")
      }
    }
    let tables = Set(counted.map { $0.table.split(separator: " (")[0] })
    #expect(
      tables.isSuperset(of: [
        "Participation by role", "Participation by speaker", "Participation by meeting",
        "Turn-taking by role", "Who follows whom", "How the 196 topics end",
        "Who begins and ends 196 topics", "Uptake by role", "Uptake by meeting",
        "How topics end after the last full turn of each role",
      ]), "\(tables)")
  }

  @Test func allTurnsStandOnThePage() {
    #expect(Self.page.count(of: "<div class=\"t ") == 1589)
    // SW 392, T 321, WA 560, ES 394: turns, parted where topics change inside one.
    #expect(Self.page.count(of: "class=\"c\"") == 392 + 321 + 560 + 394)
  }

  @Test func staysSmall() {
    #expect(Self.page.utf8.count < 3_000_000)
  }

  @Test func suggestionsAreCalledSo() {
    for section in ["topics", "uptake"] {
      #expect(part(section).contains("Computed from wording and the order of turns: suggestions."))
    }
    let table = part("turn-taking").split(separator: "</figure>").first ?? ""
    #expect(table.contains("are told by wording: suggestions, right in most cases"))
    #expect(!Self.page.lowercased().contains("emerg"))
  }

  /// One section of the page.
  private func part(_ id: String) -> Substring {
    let parts = Self.page.split(separator: "<section id=\"")
    return parts.first { $0.hasPrefix(id + "\"") } ?? ""
  }

  /// Every link of the page leads somewhere on it.
  @Test func linksLeadSomewhere() throws {
    let ids = Set(Self.page.matches(of: /\bid="([^"]+)"/).map { String($0.1) })
    let links = Set(Self.page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
    #expect(links.count > 1500)
    #expect(links.subtracting(ids) == [])
  }
}
