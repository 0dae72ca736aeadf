import Foundation
import Testing

/// Which format tables get, and that documents are written.
@Suite struct OutputFormatTests {
  @Test(
    arguments: [
      ("t.csv", "row,"), ("t.tsv", "row\t"), ("t.json", "{\n"), ("t.md", "**"),
      ("t.tex", "\\begin{table}"), ("t.HTML", "<!DOCTYPE html>\n"), ("t.docx", "PK"),
      ("t.txt", "Participation by role"), ("t", "Participation by role"),
    ])
  func theNameOfTheFileTellsTheFormat(name: String, start: String) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let result = try await Command.run(["participation", Command.meeting, "-o", folder[name]])
    #expect(result.status == 0)
    #expect(try folder.text(name).hasPrefix(start))
  }

  @Test func theOptionGoesFirst() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let result = try await Command.run(
      ["participation", Command.meeting, "-f", "json", "-o", folder["t.csv"]])
    #expect(result.status == 0)
    #expect(try folder.text("t.csv").hasPrefix("{\n"))
  }

  @Test func severalTablesAreOnePage() async throws {
    let result = try await Command.run(["turns", Command.meeting, "--format", "html"])
    #expect(result.output.split(separator: "<html").count == 2)
    #expect(result.output.contains("<b>Table 2.</b>"))
  }
}
