import Foundation
import Testing

@testable import Samtale

/// The grammar that the program carries is the published one.
@Suite struct EmbeddedSchemaTests {
  /// `.ci/embed-schema` was run after the last change of the schema.
  @Test func embeddedSchemaEqualsTheFile() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let file = root.appending(path: "Schemas/samtale.rng")
    let published = Self.lines(try String(contentsOf: file, encoding: .utf8))
    #expect(published.contains { $0.contains("<grammar") })
    #expect(Self.lines(ProfileSchema.relaxNG) == published, "run .ci/embed-schema")
  }

  /// Lines without white space at their ends, and without empty lines after the last.
  private static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      String($0.reversed().drop(while: \.isWhitespace).reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
