import Foundation
import Samtale
import Testing

/// What cannot be done ends with 2 and a sentence; 64 is for commands that are not understood.
@Suite struct RefusalTests {
  private func folder() throws -> Command.Folder {
    let folder = try Command.Folder()
    try folder.write(
      "id,kind,form,replacement,decision\nperson-1,person,Torbjørg,[person 1],replace\n",
      to: "key.csv")
    try folder.write(
      try String(contentsOfFile: Command.meeting, encoding: .utf8), to: "in/team1-m1.xml")
    return folder
  }

  private func expectRefusal(_ result: Command.Result, _ words: String) {
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(!result.errors.contains("Usage:"))
  }

  @Test func filesThatAreThere() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let export = ["export", "-q", "--to", "chat", "-o", folder["out"], folder["in"]]
    #expect(try await Command.run(export).status == 0)
    expectRefusal(try await Command.run(export), "is there already — --force replaces it")
    #expect(try await Command.run(export + ["--force"]).status == 0)
    let apply = [
      "pseudonymise", "apply", "-q", "--key", folder["key.csv"], "-o", folder["safe"], folder["in"],
    ]
    #expect(try await Command.run(apply).status == 0)
    expectRefusal(try await Command.run(apply), "is there already — --force replaces it")
    let original = try await Command.run(
      ["export", "-q", "--force", "-o", folder["in"], folder["in"]])
    expectRefusal(original, "would be overwritten")
    let imported = try await Command.run(
      ["import", "--from", "text", "--force", "-o", folder["in"], folder["in/team1-m1.xml"]])
    expectRefusal(imported, "would be overwritten")
  }

  /// What is to be shared does not lie beside the originals.
  @Test func originalsStayOutOfWhatIsShared() async throws {
    let folder = try folder()
    defer { folder.remove() }
    for target in [folder["in"], folder.url.path] {
      let result = try await Command.run([
        "pseudonymise", "apply", "--force", "--key", folder["key.csv"], "-o", target,
        folder["in/team1-m1.xml"],
      ])
      expectRefusal(result, "the folder to be shared")
    }
    #expect(try folder.names() == ["in", "key.csv"])
    let key = try await Command.run([
      "pseudonymise", "apply", "--key", folder["in/team1-m1.xml"], "-o", folder["in"],
      Command.meeting,
    ])
    expectRefusal(key, "the key \(folder["in/team1-m1.xml"]) lies in")
  }

  @Test func factsThatNobodyHasCannotBeKept() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let apply = [
      "pseudonymise", "apply", "-q", "--key", folder["key.csv"], "-o", folder["safe"], folder["in"],
    ]
    let unknown = try await Command.run(apply + ["--k", "3", "--keep", "role,nonsense"])
    expectRefusal(unknown, "have no fact “nonsense” — choose from: role, ")
    #expect(try folder.names() == ["in", "key.csv"])
    let alone = try await Command.run(apply + ["--keep", "role"])
    #expect(alone.status == 64)
    #expect(alone.errors.contains("--keep goes with --k."))
  }

  /// Leftovers that are only possible count for `apply` as for `audit`.
  @Test func possibleLeftovers() async throws {
    let folder = try folder()
    defer { folder.remove() }
    try folder.write(
      "id,kind,form,replacement,decision\nplace-1,place,Bergen,[place 1],replace\n", to: "key.csv")
    try folder.write("Anna: The nordbergenser came.\nBo: Yes.\nAnna: Good.\nBo: Oh.\n", to: "m.txt")
    _ = try await Command.run(
      ["import", "-q", "--language", "en", "-o", folder["talk"], folder["m.txt"]])
    let apply = try await Command.run([
      "pseudonymise", "apply", "--key", folder["key.csv"], "-o", folder["safe"], folder["talk"],
    ])
    #expect(apply.errors.contains("1 leftover found (1 of them only possible)"), "\(apply.errors)")
    #expect(apply.status == 1)
    let audit = try await Command.run([
      "pseudonymise", "audit", "--key", folder["key.csv"], folder["safe"],
    ])
    #expect(audit.errors.contains("1 leftover found (1 of them only possible)"))
    #expect(audit.status == 1)
  }

  @Test func optionsThatSayNothingHere() async throws {
    let dialect = try await Command.run(
      ["export", "--to", "csv", "--dialect", "nvivo", "-o", "out", Command.meeting])
    #expect(dialect.status == 64)
    #expect(dialect.errors.contains("--dialect is for REFI-QDA projects"))
    let rounds = try await Command.run(["compare", "Anna", "Bo", "--rounds", "one"])
    #expect(rounds.status == 64)
    #expect(rounds.errors.contains("Usage: samtale compare"))
  }

  /// A name that ends as a file of the format does is that of a file.
  @Test func oneFileByItsName() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let export = ["export", "--to", "chat", "-o", folder["deep.d/a.cha"]]
    let one = try await Command.run(export + [Command.meeting])
    #expect(one.status == 2, "its folder is not there")
    try FileManager.default.createDirectory(
      atPath: folder["deep.d"], withIntermediateDirectories: true)
    let made = try await Command.run(export + [Command.meeting])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.hasSuffix("1 file written to \(folder["deep.d/a.cha"])\n"))
    #expect(try folder.text("deep.d/a.cha").hasPrefix("@UTF8\n@Begin\n"))
    expectRefusal(try await Command.run(export + [Command.meeting]), "is there already")
    let several = try await Command.run(
      ["export", "-q", "--to", "chat", "-o", folder["b.cha"], Command.corpus])
    expectRefusal(several, "16 files are to be written")
    // A folder may be called as it likes.
    try FileManager.default.createDirectory(
      atPath: folder["c.xml"], withIntermediateDirectories: true)
    let tei = try await Command.run(["export", "-q", "-o", folder["c.xml"], Command.meeting])
    #expect(tei.status == 0)
    #expect(try folder.text("c.xml/team1-m1.xml").contains("<TEI"))
    try folder.write("mine", to: "d.xml")
    let mine = try await Command.run(["export", "-q", "-o", folder["d.xml"], Command.meeting])
    expectRefusal(mine, "is there already")
    #expect(try folder.text("d.xml") == "mine")
  }

  @Test func whatNeedsNoImport() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let result = try await Command.run(["import", "-o", folder["out"], Command.meeting])
    expectRefusal(result, "this is TEI already, which needs no import")
  }
}
