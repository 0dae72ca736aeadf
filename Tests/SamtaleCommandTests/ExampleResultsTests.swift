import Foundation
import Testing

/// The results of the example study of interviews, printed as published interview studies are.
@Suite struct ExampleResultsTests {
  @Test func interviewsArePrintedWithTheirExcerpts() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let corpora = Command.package.appending(path: "Corpora").path
    let project = folder["interviews.samtale"]
    let replay = try await Command.run([
      "project", "replay", corpora + "/studies/interviews.jsonl", corpora + "/ips-interviews",
      "-o", project,
    ])
    #expect(replay.status == 0, "\(replay.errors)")
    let results = try await Command.run([
      "results", "-p", project, "--style", "kinn", "--format", "markdown",
    ])
    #expect(results.status == 0, "\(results.errors)")
    let lines = results.output.split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasPrefix("## ") } == [
        "## Help that can bear to hear how it is", "## Used up around the work, seldom by it",
        "## Slack for anybody, so that nobody is the case",
      ])
    // Long excerpts stand apart.
    let blocks = lines.filter { $0.hasPrefix("> ") }
    #expect(
      blocks.contains {
        $0.hasPrefix("> She (*the employment specialist*) came out.")
          && $0.hasSuffix("to fetch her a coat. (Tor)")
      })
    #expect(blocks.contains { $0.contains("it went dead quiet .\u{A0}.\u{A0}. But from that day") })
    #expect(blocks.contains { $0.contains("forty (per cent) in spring") })
    #expect(blocks.contains { $0.contains("you swapped with a workmate. That’s") })
    // Short ones stand in sentences, with the pseudonym behind them.
    for words in [
      "“If she’s said she’ll ring on Tuesday before twelve, then at ten to twelve it rings” "
        + "(Ragnhild). It was not",
      "“For she’d driven all that way” (Aslaug), she explained.",
      "that there are special places for us lot",
    ] {
      #expect(results.output.contains(words), "\(words)")
    }
    // Working texts of the researchers are nobody's words.
    #expect(!results.output.contains("And once you are in they take it that you've arrived."))
    #expect(!results.output.contains("{{"))
  }
}
