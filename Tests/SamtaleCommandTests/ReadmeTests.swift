import Foundation
import Samtale
import Testing

/// The example of README.md is compiled and run here, word for word.
@Suite struct ReadmeTests {
  /// Runs the example and returns what it prints.
  ///
  /// Two names are lent to it: its `print` collects lines, and its `Corpus` looks for relative
  /// paths in the package, wherever the tests were started.
  private func example() -> [String] {
    var lines: [String] = []
    func print(_ items: Any...) {
      lines.append(items.map { "\($0)" }.joined(separator: " "))
    }
    enum Corpus {
      static func read(_ paths: [String]) -> Samtale.Corpus {
        Samtale.Corpus.read(paths.map { Command.package.appending(path: $0).path })
      }
    }
    // README begin
    let corpus = Corpus.read(["Corpora/ips-meetings"])
    let meetings = corpus.transcripts.map { MeetingParticipation($0) }
    let byRole = Participation(meetings, by: [.role])
    for row in byRole.rows {
      let share = (row.wordShare ?? 0) * 100
      print(row.group[0] ?? "no role", row.turns, row.words, Decimals.fixed(share, 1), "%")
    }
    // README end
    return lines
  }

  @Test func printsWhatTheTableShows() {
    #expect(
      example() == [
        "SW 367 6736 27.0 %", "T 313 4464 17.9 %", "WA 548 7267 29.1 %", "ES 361 6527 26.1 %",
      ]
    )
  }

  @Test func isTheFirstSwiftBlockOfTheReadme() throws {
    let readme = try lines(of: Command.package.appending(path: "README.md"))
    let begin = try #require(readme.firstIndex(of: "```swift"), "README.md has no Swift example")
    let block = readme[(begin + 1)...].prefix { $0 != "```" }
    let here = try lines(of: URL(filePath: #filePath))
    let from = try #require(here.firstIndex { $0.hasSuffix("  // README begin") })
    let to = try #require(here.firstIndex { $0.hasSuffix("  // README end") })
    let body = here[(from + 1)..<to].map { String($0.dropFirst(4)) }
    // The import stands at the head of this file.
    #expect(here.contains("import Samtale"))
    #expect(Array(block) == ["import Samtale", ""] + body)
  }

  private func lines(of file: URL) throws -> [String] {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
