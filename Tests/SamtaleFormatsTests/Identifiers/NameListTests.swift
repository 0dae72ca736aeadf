import Foundation
import SamtaleFormats
import Testing

@Suite struct NameListTests {
  /// `.ci/embed-names` was run after the last change of a list.
  @Test(arguments: ["names", "places", "organisations", "words", "standins"])
  func embeddedListsEqualFiles(_ name: String) throws {
    let sources = PlantedTalk.folder.appending(path: "../../../Sources/SamtaleFormats/Pseudonyms")
    let list = try String(
      contentsOf: sources.appending(path: "Lists/\(name).tsv").standardized, encoding: .utf8)
    let embedded = try String(
      contentsOf: sources.appending(path: "Finding/NameListData.swift").standardized,
      encoding: .utf8)
    let lines = list.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    #expect(embedded.contains("static let \(name) = #\"\"\"\n\(lines)\n"), "run .ci/embed-names")
    let head = "word\tkind\tlanguage"
    let rows = list.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix(head) }
    for row in rows {
      #expect((3...4).contains(row.split(separator: "\t").count), "\(row)")
    }
    let words = rows.map { row in row.split(separator: "\t").prefix(3).joined(separator: "\t") }
    #expect(Set(words).count == words.count)
  }
}
