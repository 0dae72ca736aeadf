import Foundation
import Testing

/// `samtale translation` from the command line.
@Suite struct TranslationCommandTests {
  static let originals = Command.package.appending(path: "Corpora/ips-meetings-nb").path

  private func rows(_ csv: String) -> [Substring] { csv.split(separator: "\r\n") }

  @Test func theTranslationsOfFilesAreShownAndCounted() async throws {
    let study = try await StudyProject("reflexiveTA")
    try await study.does("Anna", "project", "add", Self.originals)
    let coverage = rows(
      try await study.does(
        nil, "translation", "coverage", "--language", "en", "--format", "csv"))
    #expect(
      coverage.contains {
        $0.hasPrefix("group,team2-m1-nb,en,84,84,3,81,0,0,0,0,Henrik Tveide; Solveig Aasbø")
      }, "\(coverage)")
    #expect(coverage.contains { $0.hasPrefix("group,team7-m1,en,71,0,0,0,0,0,0,0,,u1–u71") })
    let list = try await study.does(
      nil, "translation", "list", "-t", "team7-m1-nb", "--format", "csv")
    #expect(list.contains("Pigger.,Studs.,checked,Solveig Aasbø,2018-03-05,file,no"))
    let missing = try await study.does(
      nil, "translation", "list", "-t", "team7-m1-nb", "--missing", "--format", "csv")
    #expect(rows(missing).count == 1)
    try await study.end()
  }

  @Test func addChangeCheckRemoveUndo() async throws {
    let study = try await StudyProject("reflexiveTA")
    let unnamed = try await study.refuses(
      "Anna", "translation", "add", "Takk.", "-t", "team7-m1", "-u", "u2")
    #expect(unnamed.contains("nothing is translated yet"))
    let made = try await study.json(
      "Anna", "translation", "add", "Mm, ja.", "-t", "team7-m1", "-u", "u2", "--language", "nb",
      "--translator", "Kari Moe", "--date", "2026-05-01")
    #expect(made["done"] as? String == "wrote")
    #expect(made["kind"] as? String == "translation")
    try await study.does("Bo", "translation", "status", "checked", "-t", "team7-m1", "-u", "u2")
    let list = { try await study.does(nil, "translation", "list", "--format", "csv") }
    #expect(try await list().contains("Mm.,\"Mm, ja.\",checked,Kari Moe,2026-05-01,study,no"))
    try await study.does("Bo", "translation", "add", "Ja.", "-t", "team7-m1", "-u", "u2")
    #expect(try await list().contains("Mm.,Ja.,draft,Bo,"))
    try await study.does("Bo", "translation", "remove", "-t", "team7-m1", "-u", "u1-u3")
    _ = try await study.refuses(nil, "translation", "list")
    try await study.does("Bo", "project", "undo")
    #expect(try await list().contains("Mm.,Ja.,draft,Bo,"))
    let several = try await study.refuses(
      "Anna", "translation", "add", "x", "-t", "team7-m1", "-u", "u1-u3")
    #expect(several.contains("3 turns"))
    let none = try await study.refuses(
      "Anna", "translation", "status", "checked", "-t", "team7-m1", "-u", "u9")
    #expect(none.contains("has no translation into nb"))
    try await study.end()
  }

  @Test func aSheetGoesOutAndComesBack() async throws {
    let study = try await StudyProject("reflexiveTA")
    let path = study.folder["sheet.csv"]
    try await study.does(
      nil, "translation", "export", "-t", "team7-m1", "--language", "nb", "-o", path)
    var sheet = try String(contentsOfFile: path, encoding: .utf8)
    #expect(rows(sheet).count == 72)
    #expect(rows(sheet)[2] == "u2,WA7,Mm.,,")
    sheet = sheet.replacing("u2,WA7,Mm.,,", with: "u2,WA7,Mm.,Mm.,checked")
    sheet = sheet.replacing("u9,WA7,Studs.,,", with: "u9,WA7,Studs.,Pigger.,")
    try Data(sheet.utf8).write(to: URL(filePath: path))
    let said = try await study.does(
      "Bo", "translation", "import", path, "-t", "team7-m1", "--language", "nb")
    #expect(said == "new: 2 translations; changed: nothing; as before: nothing\n")
    let again = try await study.does("Anna", "translation", "import", path, "-t", "team7-m1")
    #expect(again == "new: nothing; changed: nothing; as before: 2 translations\n")
    try Data(sheet.replacing("Studs.,", with: "Spikes.,").utf8).write(to: URL(filePath: path))
    let refused = try await study.refuses(
      "Bo", "translation", "import", path, "-t", "team7-m1")
    #expect(refused.contains("sheet.csv:10: error not-imported"))
    #expect(refused.contains("the original of u9 in team7-m1 is “Studs.”"))
    try Data("turn,original,translation\nu999,x,y\n".utf8).write(to: URL(filePath: path))
    let unknown = try await study.run(
      "Bo", ["translation", "import", path, "-t", "team7-m1"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("has no utterance “u999”"))
    try await study.end()
  }

  @Test func theProjectIsExportedAndImportedWithItsTranslations() async throws {
    let study = try await StudyProject("reflexiveTA")
    try await study.does(
      "Anna", "translation", "add", "Pigger.", "-t", "team7-m1", "-u", "u9", "--language", "nb",
      "--status", "back-translated")
    try await study.does(nil, "project", "export", "-o", study.folder["coded"])
    let file = study.folder["coded/team7-m1.xml"]
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains(##"type="translation" subtype="back-translated">"##))
    let check = try await Command.run(["check", file])
    #expect(check.status == 0, "\(check.errors)")
    let other = try await StudyProject("reflexiveTA")
    let said = try await other.does("Bo", "project", "import", file)
    #expect(said.contains("1 translation;"), "\(said)")
    let list = try await other.does(nil, "translation", "list", "--format", "csv")
    #expect(list.contains("Studs.,Pigger.,back-translated,Anna,"))
    try await other.end()
    try await study.end()
  }

  @Test func whatWasCorrectedSinceIsShownAsStale() async throws {
    let study = try await StudyProject("reflexiveTA")
    for (turn, text) in [("u9", "Pigger."), ("u19", "Han har fått en sofa der nå.")] {
      try await study.does(
        "Anna", "translation", "add", text, "-t", "team7-m1", "-u", turn, "--language", "nb",
        "--status", "checked")
    }
    let source = try String(contentsOfFile: Command.corpus + "/team7-m1.xml", encoding: .utf8)
    let corrected = source.replacing("He's got a sofa there now.", with: "He's got a sofa there.")
    #expect(corrected != source)
    try study.folder.write(corrected, to: "team7-m1.xml")
    try await study.does("Anna", "project", "add", study.folder["team7-m1.xml"])
    let list = try await study.does(nil, "translation", "list", "--format", "csv")
    #expect(list.contains("He's got a sofa there.,Han har fått en sofa der nå.,stale (checked),"))
    #expect(list.contains("Studs.,Pigger.,checked,"))
    let table = try await study.does(nil, "translation", "list")
    #expect(table.contains("1 translation stale: the words of the turn were corrected since."))
    try await study.does("Bo", "translation", "status", "checked", "-t", "team7-m1", "-u", "u19")
    #expect(try await !study.does(nil, "translation", "list").contains("stale"))
    try await study.end()
  }
}
