import Foundation
import TestSupport
import Testing

@testable import Samtale

@Suite("Exchange: codebooks")
struct ExchangeCodebookTests {
  private func study(_ seed: Int) throws -> RandomStudy {
    var random = try RandomStudy(
      seed: UInt64(seed), transcripts: Array(ExchangeTEITests.meetings.prefix(1)))
    try random.fill()
    return random
  }

  private func comparable(_ codebook: Codebook) -> Codebook {
    var codebook = codebook
    for i in codebook.codes.indices { codebook.codes[i].codings = nil }
    return codebook
  }

  @Test("JSON gives the same codebook, and the same bytes", arguments: 0..<40)
  func json(_ seed: Int) throws {
    let codebook = Codebook(try study(seed).study, countsCodings: true)
    let again = try Codebook(json: codebook.json)
    #expect(again == codebook)
    #expect(again.json == codebook.json)
  }

  @Test("CSV gives the same codes", arguments: 0..<40)
  func csv(_ seed: Int) throws {
    let codebook = Codebook(try study(seed).study, countsCodings: true)
    let again = try Codebook(csv: codebook.csv.bytes)
    var codes = codebook.codes
    for i in codes.indices { codes[i].splitFrom = nil }
    #expect(again.codes == codes)
    let groups = { (codebook: Codebook) in
      Dictionary(
        codebook.groups.filter { !$0.codes.isEmpty }.map { ($0.title, Set($0.codes)) },
        uniquingKeysWith: { $0.union($1) })
    }
    #expect(groups(again) == groups(codebook))
    #expect(again.csv.text == codebook.csv.text)
  }

  @Test("The paths alone make the same tree", arguments: 0..<20)
  func paths(_ seed: Int) throws {
    var codebook = Codebook(try study(seed).study)
    for i in codebook.codes.indices { codebook.codes[i].name += " \(i)/" }
    var table = codebook.csv
    for i in table.rows.indices { table.rows[i].fields.removeLast() }
    #expect(try Codebook(csv: table.bytes).codes.map(\.parent) == codebook.codes.map(\.parent))
  }

  @Test("A TEI taxonomy gives the same objects", arguments: 0..<20)
  func taxonomy(_ seed: Int) throws {
    let codebook = comparable(Codebook(try study(seed).study))
    let again = Codebook(codebook.taxonomy)
    #expect(Set(again.codes.map(\.id)) == Set(codebook.codes.map(\.id)))
    #expect(again.taxonomy == codebook.taxonomy)
  }

  @Test("Importing makes the same codes; twice changes nothing", arguments: 0..<20)
  func importing(_ seed: Int) throws {
    let random = try study(seed)
    let first = Codebook(random.study)
    for codebook in [first, try Codebook(json: first.json), Codebook(first.taxonomy)] {
      var (editor, _) = try RandomStudy.empty([], seed: 5)
      let report = try editor.importCodebook(codebook)
      #expect(report.diagnostics == [])
      #expect(report.created[.code] ?? 0 == first.codes.count)
      let options = StudyTEI.Options()
      let made = Carried(editor.state, StudyCorpus(editor.state, versions: []), options)
      let given = Carried(random.study, random.corpus, options)
      for kind in [ObjectKind.code, .group, .subgroup, .theme] {
        #expect(Set((made.records[kind] ?? [:]).keys) == Set((given.records[kind] ?? [:]).keys))
      }
      #expect(made.records[.code]?.count == given.records[.code]?.count)
      #expect(try editor.importCodebook(codebook).isEmpty)
    }
    var own = random.editor
    #expect(try own.importCodebook(try Codebook(csv: first.csv.bytes)).isEmpty)
    #expect(try own.importCodebook(Codebook(first.taxonomy)).isEmpty)
  }

  @Test func aSpreadsheetByHand() throws {
    let text = """
      Path;Name;Definition;Colour;Groups
      ;Roles;who does what;#112233;Work
      Roles;Disclaims;"says ""not me""
      and leaves it";;Work; \r
      """
    #expect(throws: ReadingError.self) { try Codebook(csv: Array(text.utf8)) }
    let right = text.replacingOccurrences(of: ";;Work; \r", with: ";;\"Work; Home\"")
    let codebook = try Codebook(csv: Array(right.utf8), named: "codes.csv")
    #expect(codebook.codes.map(\.name) == ["Roles", "Disclaims"])
    #expect(codebook.codes.map(\.parent) == [nil, 0])
    #expect(codebook.codes[1].definition == "says \"not me\"\nand leaves it")
    #expect(codebook.groups.map(\.title) == ["Work", "Home"])
    var (editor, _) = try RandomStudy.empty([], seed: 1)
    let report = try editor.importCodebook(codebook)
    #expect(report.created == [.code: 2, .group: 2, .link: 3])
    #expect(try editor.importCodebook(codebook).isEmpty)
  }

  static let faults: [(table: String, place: String)] = [
    ("name,definition\na,b,c\n", "f:2:5"), ("name,definition\na\n", "f:2:1"),
    ("name\n\"open\nstill open", "f:2:1"), ("name,path\nå\"x,\n", "f:2:2"),
    ("name,path\n\"x\"y,\n", "f:2:4"), ("title\na\n", "f:1:1"), ("name,colour\na,red\n", "f:2:3"),
    ("name,level\na,deep\n", "f:2:3"), ("name,id\na,17\n", "f:2:3"), ("name,path\n,\n", "f:2:1"),
    ("name,parent\na,b\nb,a\n", "f:2:3"), ("name,parent\na,c\n", "f:2:3"), ("", "f"),
    ("name,name\na,b\n", "f:1:6"),
  ]

  @Test("Faults have a line and a column", arguments: faults)
  func fault(_ fault: (table: String, place: String)) {
    #expect {
      try Codebook(csv: Array(fault.table.utf8), named: "f")
    } throws: { error in
      (error as? ReadingError)?.diagnostics.first?.description.hasPrefix(fault.place + ": ") == true
    }
  }

  @Test func circlesAndWordsOfJSONAreErrors() throws {
    let circle = #"{"codes":[{"name":"a","parent":"b"},{"name":"b","parent":"a"}]}"#
    let word =
      #"{"codes":[{"name":"a","level":"deep"},{"id":"x"}],"groups":[{"title":"g","codes":[7]}]}"#
    for (text, count) in [(circle, 2), (word, 4), ("[]", 1), ("{", 1)] {
      #expect {
        try Codebook(json: Array(text.utf8), named: "f")
      } throws: { error in
        (error as? ReadingError)?.diagnostics.count == count
      }
    }
    #expect(try Codebook(json: Array("{}".utf8)) == Codebook())
  }

  /// A was merged into B, B into C, D into E, and E was retired: each while the other was in use.
  @Test func mergedCodesComeInWhateverTheirOrder() throws {
    var codebook = Codebook(codes: ["C", "B", "A", "E", "D"].map { .init($0) })
    for (code, status, heir) in [
      (1, .merged, 0), (2, .merged, 1), (3, .retired, nil), (4, .merged, 3),
    ] as [(Int, Code.Status, Int?)] {
      codebook.codes[code].status = status
      codebook.codes[code].mergedInto = heir
    }
    var random = RandomGenerator(seed: 7)
    let time = Timestamp(milliseconds: 1_790_000_000_000)
    let actor = Identifier(at: time, using: &random)
    var editor = StudyEditor(
      Study(), lamport: 0, signature: .init(actor: actor, at: time, seed: 8))
    #expect(try editor.importCodebook(codebook).diagnostics == [])
    let codes = Dictionary(
      editor.state.all(Code.self).map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    #expect(codes["A"]?.mergedInto == codes["B"]?.id)
    #expect(codes["B"]?.mergedInto == codes["C"]?.id)
    #expect(codes["D"]?.mergedInto == codes["E"]?.id)
    #expect(codes["E"]?.status == .retired)
  }

  @Test func aDeepPathIsNoDanger() throws {
    let path = (0..<3000).map { "c\($0)" }.joined(separator: " / ")
    let codebook = try Codebook(csv: Array("name,path\nx,\(path)\n".utf8))
    #expect(codebook.codes.count == 3001)
  }

  @Test func aDeepTreeIsWrittenOnFewerLevels() throws {
    var codebook = Codebook()
    for i in 0..<10_000 {
      let id = Identifier(deriving: ["deep", "\(i)"])
      codebook.codes.append(Codebook.Entry("c\(i)", id: id, parent: i == 0 ? nil : i - 1))
    }
    codebook.themes = codebook.codes.map { Codebook.Theme($0.name, id: $0.id, parent: $0.parent) }
    let taxonomy = codebook.taxonomy
    #expect(codebook.lifted == 2 * (10_000 - CodebookLevels.deepest))
    let again = Codebook(taxonomy)
    #expect(again.codes.map(\.id) == codebook.codes.map(\.id))
    #expect(again.themes.count == 10_000)
    #expect(again.codes[99].parent == 98)
    #expect(again.codes[100].parent == 98)
    #expect(again.codes[9_999].parent == 98)
    codebook.codes = Array(codebook.codes.prefix(CodebookLevels.deepest))
    codebook.themes = []
    #expect(codebook.lifted == 0)
    #expect(Codebook(codebook.taxonomy).codes.map(\.parent) == codebook.codes.map(\.parent))
  }

  @Test func formulasAreGuardedWhateverTheyBeginWith() {
    for text in ["=1", "'=1", "''+", "@x", "-", "plain", "'", "'x", "", "\tx", "\r\n"] {
      let guarded = CSV.guarded(text)
      #expect(!"=+-@\t\r\n".unicodeScalars.contains(guarded.unicodeScalars.first ?? "x"))
      #expect(CSV.unguarded(guarded) == text)
    }
  }

  @Test("Tables come back", arguments: 0..<50)
  func tables(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let pieces = ["a", ",", "\"", "\n", "\r\n", ";", " ", "\t", "é", "", "👍🏽"]
    let rows = (0..<4).map { _ in
      (0..<(seed % 3 + 1)).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
    }
    #expect(try CSV(CSV(rows).bytes, separator: 0x2C).rows.map(\.fields) == rows)
  }
}
