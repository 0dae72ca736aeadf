import Foundation
import Samtale
import Testing

@Suite struct LexiconTests {
  @Test(arguments: [
    ("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("no", "nb"), ("nb-NO", "nb"), ("nn", "nn"),
    ("da-DK", "da"), ("sv", "sv"),
  ])
  func languageTags(tag: String, language: String) {
    #expect(Lexicon(language: tag)?.language == language)
  }

  @Test func unknownLanguages() {
    #expect(Lexicon(language: "fi") == nil)
    #expect(Lexicon(language: "") == nil)
    #expect(Lexicon.languages == ["en", "nb", "nn", "da", "sv"])
  }

  @Test(arguments: Lexicon.languages) func filesAreSound(_ language: String) throws {
    let lexicon = Lexicon.of(language)
    #expect(lexicon.missingLists == [])
    #expect(lexicon.entries.count > 30)
    for entry in lexicon.entries {
      #expect(entry.id.hasPrefix(language + "."), "\(entry.id)")
    }
    let kinds = Set(lexicon.entries.map(\.kind))
    #expect(kinds == Set(Lexicon.Class.allCases).subtracting([.none]))
  }

  /// `.ci/embed-data` was run after the last change of a list.
  @Test(arguments: Lexicon.languages) func embeddedDataEqualFiles(_ language: String) throws {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let file = root.appending(path: "Sources/Samtale/Language/Lexicons/\(language).tsv")
    let tsv = try String(contentsOf: file, encoding: .utf8)
    let lexicon = try Lexicon(tsv: tsv, named: file.lastPathComponent)
    #expect(lexicon.entries == Lexicon.of(language).entries, "run .ci/embed-data")
  }

  @Test func userEntriesExtendReplaceAndRemove() throws {
    var lexicon = Lexicon.of("nb")
    let count = lexicon.entries.count
    #expect(CueReader(lexicon).read("Itj sant.")?.form == .substantive)
    let mine = """
      my.minimal.itj\tminimal\titj sant
      nb.minimal.takk\tnone
      nb.closing.ligge\tclosing\tlegge det bort
      my.list.quality.dialect\tlist\tartiglig
      """
    lexicon.add(try Lexicon(tsv: mine, named: "mine.tsv"))
    #expect(lexicon.entries.count == count + 1)
    #expect(lexicon.language == "nb")
    let reader = CueReader(lexicon)
    #expect(reader.read("Itj sant.")?.form == .minimal)
    #expect(
      reader.read("Itj sant.")?.matches
        == [RuleMatch(rule: "my.minimal.itj", kind: .minimal, range: 0..<8)])
    #expect(reader.read("Tusen takk.")?.form == .substantive)
    #expect(reader.read("Vi lar det ligge.")?.isClosingBid == false)
    #expect(reader.read("Vi kan legge det bort.")?.isClosingBid == true)
    #expect(reader.read("Det var artiglig.")?.form == .assessment)
  }

  @Test func missingListsAreNamed() throws {
    let lexicon = try Lexicon(tsv: "x.a\tassessment\tso @nice\n", named: "x")
    #expect(lexicon.missingLists == ["nice"])
    #expect(CueReader(lexicon).read("so nice")?.form == .substantive)
  }
}
