import Foundation
import Testing

/// What the sources themselves must not say or do.
@Suite struct StudySourceTests {
  /// The Swift files under `Sources`, by their path there.
  static func sources() throws -> [String: String] {
    let root = URL(filePath: #filePath).appending(path: "../../../../Sources").standardized
    var found: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path())
    where path.hasSuffix(".swift") {
      found[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
    return found
  }

  /// What is between quotation marks, comments left out.
  static func literals(_ source: String) -> [String] {
    source.split(separator: "\n").flatMap { line -> [String] in
      let code = line.drop { $0 == " " }
      guard !code.hasPrefix("//") else { return [] }
      return code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  /// Themes are developed, not found lying there. The one file that names the words to avoid, and
  /// the standing rule where it is quoted, are exempt.
  @Test func nothingSaysThatThemesEmerge() throws {
    let rule = "themes do not just ‘emerge’"
    let offenders = try Self.sources().filter { path, text in
      !path.hasSuffix("Study/Rules/DiscouragedWords.swift")
        && Self.literals(text).contains {
          $0.lowercased().replacing(rule, with: "").contains("emerg")
        }
    }
    #expect(offenders.keys.sorted() == [])
  }

  /// A quotation comes from a transcript, so a condensate cannot become one.
  @Test func quotationsAreMadeFromTranscriptsOnly() throws {
    let sources = try Self.sources()
    #expect(sources.count > 100)
    for (path, text) in sources {
      let isItsOwn = path == "Samtale/Study/Places/Quotation.swift"
      #expect(!text.contains("extension Quotation"), "\(path)")
      if !isItsOwn { #expect(!text.contains("Quotation.init"), "\(path)") }
      for use in text.split(separator: "Quotation(").dropFirst() {
        #expect(!use.hasPrefix("condensate") && !use.hasPrefix("Condensate"), "\(path)")
      }
    }
    let own = try #require(sources["Samtale/Study/Places/Quotation.swift"])
    let initialisers = own.split(separator: "\n").filter { $0.contains("init") }
    #expect(
      initialisers.map { $0.trimmingCharacters(in: .whitespaces) } == [
        "public init?(_ version: TranscriptVersion, _ stretches: [TextStretch]) {"
      ])
  }

  @Test func themesKnowNoCounts() throws {
    let text = try #require(try Self.sources()["Samtale/Study/Objects/Themes.swift"])
    let theme = try #require(text.components(separatedBy: "public struct ThemeReview").first)
    #expect(theme.contains("public struct Theme: StudyObject"))
    #expect(!theme.contains("Int") && !theme.contains("Double"))
  }

  @Test func theLibraryNeedsNoFoundation() throws {
    let users = try Self.sources().filter {
      $0.key.hasPrefix("Samtale/") && $0.value.contains("import Foundation")
    }
    #expect(users.keys.sorted() == [])
  }
}
