import Foundation
import Samtale
import Testing

/// `samtale pseudonymise`, as a researcher uses it. All people are invented.
@Suite struct PseudonymiseTests {
  private static let talk = """
    SW7: Har du snakket med Ragnhild i Bergen, Torgeir?
    WA7: Nei. Ragnhilds sjef ringte fra 912 34 567.
    SW7: Ja, og Torgeir skrev til ragnhild@example.no.
    WA7: Det gjorde Torgeir.

    """

  /// A folder with a transcript, and its key.
  private func proposed() async throws -> Command.Folder {
    let folder = try Command.Folder()
    try folder.write(Self.talk, to: "torgeir.txt")
    let made = try await Command.run([
      "import", "-q", "--language", "nb", "-o", folder["talk"], folder["torgeir.txt"],
    ])
    #expect(made.status == 0, "\(made.errors)")
    let key = try await Command.run([
      "pseudonymise", "propose", "-q", "--key", folder["key.csv"], folder["talk"],
    ])
    #expect(key.status == 0, "\(key.errors)")
    return folder
  }

  @Test func everythingInTheKeyIsGoneEverywhere() async throws {
    let folder = try await proposed()
    defer { folder.remove() }
    let key = try folder.text("key.csv")
    #expect(key.hasPrefix("\u{FEFF}id,kind,form,replacement,decision,"))
    for form in ["Ragnhild", "Torgeir", "Bergen", "912 34 567", "ragnhild@example.no"] {
      #expect(key.contains(form), "\(form)")
    }
    let done = try await Command.run([
      "pseudonymise", "apply", "--key", folder["key.csv"], "--undecided", "replace", "-o",
      folder["safe"], folder["talk"],
    ])
    #expect(done.status == 0, "\(done.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder["safe"])
    #expect(files.count == 1)
    let name = try #require(files.first)
    let text = try folder.text("safe/\(name)").lowercased() + name.lowercased()
    for form in ["ragnhild", "torgeir", "bergen", "912 34 567"] {
      #expect(!text.contains(form), "\(form)")
    }
    let check = try await Command.run(["check", folder["safe"]])
    #expect(check.status == 0, "\(check.output)")
    let audit = try await Command.run([
      "pseudonymise", "audit", "--key", folder["key.csv"], folder["safe"],
    ])
    #expect(audit.status == 0)
    #expect(audit.output == "")
    let before = try await Command.run([
      "pseudonymise", "audit", "--json", "--key", folder["key.csv"], folder["talk"],
    ])
    #expect(before.status == 1)
    #expect(before.output.contains("\"text\":\"Bergen\""))
  }

  @Test func whatNobodyDecidedIsNotDone() async throws {
    let folder = try await proposed()
    defer { folder.remove() }
    let open = try folder.text("key.csv").replacing(",replace,", with: ",ask,")
    try folder.write(open, to: "key.csv")
    let result = try await Command.run([
      "pseudonymise", "apply", "--key", folder["key.csv"], "-o", folder["safe"], folder["talk"],
    ])
    #expect(result.status == 2)
    #expect(result.errors.contains("nobody has decided about “"))
    #expect(!FileManager.default.fileExists(atPath: folder["safe"]))
  }

  @Test func aLockedKeyNeedsItsPassphrase() async throws {
    let folder = try await proposed()
    defer { folder.remove() }
    try folder.write("en lang setning\n", to: "right")
    try folder.write("en annen setning\n", to: "wrong")
    let before = try folder.text("key.csv")
    let lock = try await Command.run([
      "pseudonymise", "lock", "--passphrase-file", folder["right"], folder["key.csv"],
    ])
    #expect(lock.status == 0, "\(lock.errors)")
    let locked = try Data(contentsOf: URL(filePath: folder["key.csv"]))
    #expect(locked.range(of: Data("Ragnhild".utf8)) == nil)
    let audit = ["pseudonymise", "audit", folder["talk"], "--key", folder["key.csv"]]
    let wrong = try await Command.run(audit + ["--passphrase-file", folder["wrong"]])
    #expect(wrong.status == 2)
    #expect(wrong.output == "")
    let right = try await Command.run(audit + ["--passphrase-file", folder["right"]])
    #expect(right.status == 1)
    let unlock = try await Command.run([
      "pseudonymise", "unlock", "--passphrase-file", folder["right"], folder["key.csv"],
    ])
    #expect(unlock.status == 0)
    #expect(try folder.text("key.csv") == before)
  }

  /// Codings stay on their words; nothing of the name is in the new file.
  @Test func aProjectIsRewrittenWhole() async throws {
    let study = try await StudyProject("reflexiveTA")
    defer { study.folder.remove() }
    try await study.does("Anna", "code", "create", "Torgeir waits")
    try await study.does(
      "Anna", "code", "apply", "Torgeir waits", "-t", "team1-m1", "--turn", "u6")
    try await study.does("Anna", "memo", "write", "familiarisation", "Ask Torgeir.")
    try study.folder.write(
      "id,kind,form,replacement,decision\nperson-1,person,Torgeir,[person 1],replace\n",
      to: "key.csv")
    let done = try await Command.run([
      "pseudonymise", "apply", "--key", study.folder["key.csv"], "-o", study.folder["safe"],
      study.file,
    ])
    #expect(done.status == 0, "\(done.errors)")
    let file = study.folder["safe/study.samtale"]
    let bytes = try Data(contentsOf: URL(filePath: file))
    #expect(bytes.range(of: Data("Torgeir".utf8)) == nil)
    let verify = try await Command.run(["project", "verify", "-p", file])
    #expect(verify.status == 0, "\(verify.output)")
    let codes = try await Command.run(["code", "list", "-p", file])
    #expect(codes.output.contains("[person 1] waits"))
  }
}
