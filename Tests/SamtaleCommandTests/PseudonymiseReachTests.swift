import Foundation
import SamtaleArchive
import Testing

/// `samtale pseudonymise`: what is written, who may read it, and what the search says it cannot see.
@Suite struct PseudonymiseReachTests {
  static let key = """
    id,kind,form,replacement,decision
    person-1,person,Torbjørg,[person 1],replace
    person-2,person,Lisbet,[person 2],ask

    """
  static let decided = key.replacing(",ask", with: ",keep")

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func nobodyElseReadsTheKey() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("one sentence that nobody guesses\n", to: "secret")
    let key = folder["key.csv"]
    let propose = try await Command.run(["pseudonymise", "propose", "--key", key, Command.meeting])
    #expect(propose.status == 0)
    #expect(try mode(key) == 0o600)
    for command in ["lock", "unlock"] {
      let target = folder[command]
      let source = command == "lock" ? key : folder["lock"]
      let result = try await Command.run([
        "pseudonymise", command, "--passphrase-file", folder["secret"], "-o", target, source,
      ])
      #expect(result.status == 0)
      #expect(try mode(target) == 0o600)
    }
    #expect(try folder.text("unlock") == folder.text("key.csv"))
    // A key that was open to everybody no longer is.
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    _ = try await Command.run(["pseudonymise", "propose", "--key", key, Command.meeting])
    #expect(try mode(key) == 0o640)
  }

  @Test func theKeyStaysOutOfWhatIsShared() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.decided, to: "shared/below/key.csv")
    let key = folder["shared/below/key.csv"]
    let apply = try await Command.run([
      "pseudonymise", "apply", "--key", key, "-o", folder["shared"], Command.meeting,
    ])
    #expect(apply.status != 0)
    #expect(apply.errors.contains("the folder to be shared"))
    #expect(try folder.names() == ["shared"])
    let audit = try await Command.run(["pseudonymise", "audit", "--key", key, folder["shared"]])
    #expect(audit.status == 1)
    #expect(audit.errors.contains("is the key"))
  }

  /// Ages and dates of the header, as the help promises.
  @Test func agesAndDates() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.decided, to: "key.csv")
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    let date = try #require(text.firstMatch(of: /<date when="(\d{4}-\d{2})-\d{2}">/))
    let old = try #require(text.firstMatch(of: /<age [^>]*>/))
    try folder.write(text.replacing(old.0, with: "<age value=\"27\"/>"), to: "in/a.xml")
    let apply = ["pseudonymise", "apply", "--key", folder["key.csv"]]
    let result = try await Command.run(
      apply + ["--ages", "10", "-o", folder["month"], folder["in/a.xml"]])
    #expect(result.status == 0)
    let month = try folder.text("month/team1-m1.xml")
    #expect(month.contains("<date when=\"\(date.1)\""))
    #expect(!month.contains(date.0))
    #expect(month.contains("<age atLeast=\"20\" atMost=\"29\"/>"))
    let kept = try await Command.run(
      apply + ["--dates", "keep", "-o", folder["keep"], folder["in/a.xml"]])
    #expect(kept.status == 0)
    #expect(try folder.text("keep/team1-m1.xml").contains(date.0))
    #expect(try folder.text("keep/team1-m1.xml").contains("<age value=\"27\"/>"))
  }

  @Test func theSearchLooksInsideAndSaysWhatItCannotSee() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.decided, to: "key.csv")
    var inner = ZipWriter()
    inner.add("word/document.xml", Array("<w:t>Torb</w:t></w:r><w:t>jørg</w:t>".utf8))
    var outer = ZipWriter()
    outer.add("sources/a.docx", try inner.bytes())
    try Data(try outer.bytes()).write(to: folder.url.appending(path: "nested.qdpx"))
    try folder.write("Torbjørg", to: "sub/.hidden")
    try folder.write("%PDF-1.4 \n", to: "a.pdf")
    try folder.write("ingenting", to: "clean.txt")
    let audit = ["pseudonymise", "audit", "--key", folder["key.csv"]]
    let nested = try await Command.run(audit + [folder["nested.qdpx"]])
    #expect(nested.status == 1)
    #expect(nested.output.contains("nested.qdpx/sources/a.docx/word/document.xml:1:6: certain"))
    let hidden = try await Command.run(audit + [folder["sub"]])
    #expect(hidden.output.contains(".hidden:1:1: certain person “Torbjørg”"))
    let pdf = try await Command.run(audit + [folder["a.pdf"]])
    #expect(pdf.status == 1)
    #expect(pdf.errors.contains("a.pdf is no text"))
    let clean = try await Command.run(audit + [folder["clean.txt"]])
    #expect(clean.status == 0)
    #expect(clean.errors == "1 files searched, 0 leftovers found\n")
    // What nobody has decided about is no clean result.
    try folder.write(Self.key, to: "key.csv")
    let open = try await Command.run(audit + [folder["clean.txt"]])
    #expect(open.status == 1)
    #expect(open.errors.contains("1 form of the key that nobody has decided about"))
  }

  /// A team is often called by its place.
  @Test func namesOfTeamsAndRevisionsAreLookedAt() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    #expect(text.contains("<orgName>Team 1</orgName>"))
    #expect(!text.contains("Grimstad"))
    try folder.write(
      text.replacing("<orgName>Team 1</orgName>", with: "<orgName>NAV Grimstad</orgName>")
        .replacing("<revisionDesc>", with: "<revisionDesc><change>heard by Astrid Vik</change>"),
      to: "in/a.xml")
    let result = try await Command.run([
      "pseudonymise", "propose", "--key", folder["key.csv"], folder["in/a.xml"],
    ])
    #expect(result.status == 0)
    let key = try folder.text("key.csv")
    #expect(key.contains("Grimstad"))
    #expect(key.contains("Astrid Vik"))
  }

  /// Identifiers made from names confirm who guesses a name.
  @Test func identifiersMadeFromNames() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
      .replacing("\"p.sw1\"", with: "\"tlienaas\"").replacing("#p.sw1\"", with: "#tlienaas\"")
      .replacing("\"p.t1\"", with: "\"p.lisbetmor\"").replacing("#p.t1\"", with: "#p.lisbetmor\"")
    try folder.write(text, to: "in/torbjorglienas.xml")
    let key = Self.decided.replacing(
      "person-2", with: "person-1,person,Torbjørg Lienås,[person 1],replace\nperson-2")
    try folder.write(key.replacing(",keep", with: ",replace"), to: "key.csv")
    let done = try await Command.run([
      "pseudonymise", "apply", "--key", folder["key.csv"], "-o", folder["out"],
      folder["in/torbjorglienas.xml"],
    ])
    #expect(done.status == 1)
    #expect(
      done.errors.contains(
        "identifiers that may hold a name inside a longer word and were kept: 1, “p.lisbetmor”"))
    let new = try folder.text("out/team1-m1.xml")
    #expect(!new.lowercased().contains("lienaas"))
    #expect(new.contains("<person xml:id=\"_person_1_\""))
    let spoken = text.matches(of: /who="[^"]*#tlienaas/).count
    #expect(spoken > 5)
    #expect(new.matches(of: /who="[^"]*#_person_1_/).count == spoken)
    let check = try await Command.run(["check", folder["out"]])
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func possibleLeftoversAreCountedWithWhatToDo() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.decided, to: "key.csv")
    try folder.write("Nordtorbjørgen og torbjørgsk", to: "a.txt")
    let audit = try await Command.run([
      "pseudonymise", "audit", "--key", folder["key.csv"], folder["a.txt"],
    ])
    #expect(audit.status == 1)
    #expect(audit.output.contains("a.txt:1:5: possible person “Nordtorbjørgen”"))
    #expect(audit.errors.contains("1 files searched, 2 leftovers found"))
    #expect(audit.errors.contains("2 of them are only possible: part of a longer word"))
    #expect(audit.errors.contains("give the whole word a row of its own in the key"))
  }

  /// Those who recorded and translated, in files and projects.
  @Test func peopleOfTheHeader() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let text = try String(contentsOfFile: Command.meeting, encoding: .utf8)
    try folder.write(
      text.replacing(
        "</titleStmt>",
        with:
          "<respStmt><resp>transcribed by</resp><name>Kvelja Stensbøl</name></respStmt></titleStmt>"
      ), to: "in/a.xml")
    let study = folder["study.samtale"]
    for arguments in [
      [
        "project", "create", study, folder["in"], "--method", "none", "--researcher",
        "Oline Rognli",
      ],
      ["pseudonymise", "propose", "--key", folder["key.csv"], study],
      [
        "pseudonymise", "apply", "--undecided", "replace", "--key", folder["key.csv"], "-o",
        folder["out"], study,
      ],
    ] {
      let done = try await Command.run(arguments)
      #expect(done.status == 0, "\(done.errors)")
    }
    let key = try folder.text("key.csv")
    #expect(key.contains("person,Kvelja Stensbøl,"))
    #expect(key.contains("person,Oline Rognli,"))
    let bytes = try Data(contentsOf: URL(filePath: folder["out/study.samtale"]))
    for name in ["Kvelja", "Stensb", "Oline", "Rognli"] {
      #expect(bytes.range(of: Data(name.utf8)) == nil, "\(name)")
    }
  }
}
