import Samtale
import Testing

@testable import SamtaleProject

@Suite struct SearchTests {
  static let turns = [
    "Vi går hjem nå.", "Hun ga meg en bok.", "Å NEI, ikke Øystein og Ærlige Åse!",
    "Enten and eller or near, not.", "Arbeidsgiveren ringte arbeidskontoret.",
    "Det var en svært god bok om arbeid.", "God natt, en bok til.",
  ]

  let work: Workshop
  let talk: Project

  init() throws {
    work = try Workshop()
    _ = try work.add("talk", Self.turns)
    talk = work.project
  }

  @Test(arguments: [
    ("bok", [2, 6, 7]), ("bok god", [6, 7]), ("\"en bok\"", [2, 7]), ("\"god bok\"", [6]),
    ("arbeid*", [5, 6]), ("arbeid", [6]), ("ARBEID", [6]), ("går", [1]), ("gar", []), ("ga", [2]),
    ("øystein", [3]), ("oystein", []), ("ÅSE", [3]), ("ase", []), ("ærlige", [3]), ("å", [3]),
    // What FTS5 would take for an operator is a word.
    ("and or not", [4]), ("NEAR", [4]), ("bok AND natt", []), ("bok OR natt", []),
    ("\"bok", [2, 6, 7]), ("NEAR(bok", []),
  ])
  func findsWords(words: String, turns: [Int]) throws {
    let id = try #require(try talk.all(StudyTranscript.self).first { $0.name == "talk" }).id
    let found = try talk.search(words).filter { $0.transcript == id }
    #expect(found.map { $0.position + 1 } == turns)
  }

  @Test(arguments: ["", "  ", "\"\"", "*", "\" \" *"]) func needsAWord(words: String) throws {
    #expect(projectError { try talk.search(words) } == .nothing)
  }

  @Test(arguments: [
    "-bok", "bok^2", "folded:bok", "{bok}", "(bok", "bok)", "'", "bok;", "a\"b\"c\"", "+", "%",
    "\\",
    "bok\u{0}", "😀", "col : bok", "*bok", "bo*k",
  ])
  func takesAnythingWithoutAnError(words: String) throws {
    let code = projectError { try talk.search(words) }
    #expect(code == nil || code == .nothing)
  }

  @Test func limitsWhatItGives() throws {
    #expect(try talk.search("bok", limit: 2).count == 2)
  }
}
