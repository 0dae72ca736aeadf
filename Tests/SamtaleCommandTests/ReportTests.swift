import Foundation
import Testing

/// `samtale report`: what it writes and what it refuses.
@Suite struct ReportTests {
  /// Few samples: what is tested does not depend on them.
  static let quick = ["--samples", "100", "--permutations", "19"]

  @Test func writesOnePage() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let file = folder["report.html"]
    let result = try await Command.run(
      ["report", Command.meeting, "-o", file, "--title", "One <meeting>"] + Self.quick)
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(try folder.names() == ["report.html"])
    let page = try folder.text("report.html").replacing("<wbr/>", with: "")
    #expect(page.contains("<h1>One &lt;meeting&gt;</h1>"))
    #expect(page.contains("<dt>turns</dt><dd>95</dd>"))
    #expect(page.contains("Samtale 0.1.0"))
    // sha256sum of the file.
    let digest = try await Command.run(
      URL(filePath: "/usr/bin/env"), ["sha256sum", Command.meeting]
    ).output.prefix(64)
    #expect(digest.count == 64 && page.contains(">\(digest)</td>"))
  }

  @Test func goesToStandardOutputWithoutAFile() async throws {
    let result = try await Command.run(["report", Command.meeting] + Self.quick)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("<!DOCTYPE html>\n"))
    #expect(result.output.hasSuffix("</html>\n"))
    #expect(result.errors == "")
  }

  @Test func readsStandardInputOnce() async throws {
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    let result = try await Command.run(["report", "-"] + Self.quick, input: text)
    #expect(result.status == 0)
    #expect(result.output.contains("<dt>turns</dt><dd>95</dd>"))
    #expect(result.output.contains(">standard input</th>"))
  }

  @Test func saysWhatCannotBeRead() async throws {
    let missing = try await Command.run(["report", "nowhere.xml"] + Self.quick)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("nowhere.xml"))
    #expect(missing.output == "")
    let both = try await Command.run(["report", "a.samtale", Command.meeting])
    #expect(both.status == 64)
    #expect(both.errors.contains("a.samtale is a project: give it by itself."))
  }

  /// A project adds what researchers made; its words lead to their turns.
  @Test func showsAStudy() async throws {
    let project = try await StudyProject("reflexiveTA")
    try await project.does(
      "Anna", "code", "apply", "Waits to be asked", "--new", "-t", "team1-m1", "-u", "u6",
      "--quote", "nobody really minds if you don't talk")
    // Recognised by its content, whatever it is called.
    let other = project.folder["study.db"]
    try FileManager.default.copyItem(atPath: project.file, toPath: other)
    for file in [project.file, other] {
      let result = try await Command.run(["report", file] + Self.quick)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("<h2>Codes, as context</h2>"))
      #expect(result.output.contains(">Waits to be asked</th>"))
      #expect(result.output.contains("not how important it is"))
      #expect(result.output.contains("log of the project, last entry"))
    }
    try await project.end()
  }
}
