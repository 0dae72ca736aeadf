import Foundation
import Testing

/// `samtale pseudonymise apply` with `--k`, `--ages` and `--teams`. All people are invented.
@Suite struct PseudonymisePeopleTests {
  private static let key = "id,kind,form,replacement,decision\np-1,person,Torbjørg,[person 1],\n"

  /// A meeting of a team with the given people: identifier, role, age, education.
  private static func meeting(
    _ team: Int, _ people: [(String, String, String, String)]
  ) -> String {
    let persons = people.map { id, role, age, education in
      """
      <person xml:id="\(id)" n="\(id.uppercased())" role="\(role)"><age value="\(age)"/>\
      <education>\(education)</education><affiliation ref="#team\(team)"/></person>
      """
    }
    let talk = people.map { "<u who=\"#\($0.0)\">Ja, det er greit.</u>" }
    return """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m\(team)" xml:lang="nb"><teiHeader>
      <fileDesc><titleStmt><title>Møte</title></titleStmt>
      <publicationStmt><publisher>x</publisher></publicationStmt>
      <sourceDesc><p>x</p></sourceDesc></fileDesc>
      <encodingDesc><classDecl><taxonomy xml:id="roles"><category xml:id="SW"><catDesc>social
      worker</catDesc></category><category xml:id="WA"><catDesc>work applicant</catDesc></category>
      </taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc><listPerson>\(persons.joined())</listPerson>
      <listOrg><org xml:id="team\(team)" n="\(team)"><orgName>Team \(team)</orgName></org></listOrg>
      </particDesc></profileDesc></teiHeader>
      <text><body>\(talk.joined())</body></text></TEI>
      """
  }

  /// Two teams with one social worker each; only the first was trained in Reykjavik.
  private func folder() throws -> Command.Folder {
    let folder = try Command.Folder()
    try folder.write(Self.key, to: "key.csv")
    try folder.write(
      Self.meeting(1, [("sw1", "SW", "47", "Reykjavik"), ("wa1", "WA", "23", "none")]),
      to: "in/m1.xml")
    try folder.write(
      Self.meeting(2, [("sw2", "SW", "46", "Oslo"), ("wa2", "WA", "24", "none")]),
      to: "in/m2.xml")
    return folder
  }

  private func apply(_ folder: Command.Folder, _ arguments: String...) async throws
    -> Command.Result
  {
    try await Command.run(
      ["pseudonymise", "apply", "--key", folder["key.csv"], "-o", folder["out"], "--force"]
        + arguments)
  }

  @Test func factsInAProjectGoAsInTranscripts() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let file = folder["study.samtale"]
    let made = try await Command.run([
      "project", "create", file, folder["in"], "--method", "reflexiveTA", "--researcher", "Anna",
    ])
    #expect(made.status == 0, "\(made.errors)")
    // The place of training was another one at first, and is still in the file.
    let text = try folder.text("in/m1.xml")
    try folder.write(text.replacing("Reykjavik", with: "Akureyri"), to: "in/m1.xml")
    for arguments in [
      ["add", folder["in/m1.xml"]], ["attribute", "sw2", "housing", "Fyrvokterboligen"],
      ["attribute", "sw2", "age", "46"],
    ] {
      let done = try await Command.run(["project"] + arguments + ["-p", file, "--as", "Anna"])
      #expect(done.status == 0, "\(done.errors)")
    }
    let before = try Data(contentsOf: URL(filePath: file))
    let former = ["Akureyri", "Reykjavik", "Fyrvokterboligen", "value=\"47\"", "\"46\""]
    #expect(former.filter { before.range(of: Data($0.utf8)) != nil }.count >= 4)

    let done = try await apply(folder, "--k", "2", file)
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.errors.contains("ages: bands of 5 years"))
    #expect(done.errors.contains("dropped: education, housing"))
    #expect(done.errors.contains("after: the smallest group has 2"))
    #expect(
      done.errors.contains("facts that researchers added: 1 made coarser, 1 left out"))
    let new = folder["out/study.samtale"]
    let bytes = try Data(contentsOf: URL(filePath: new))
    for word in former { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)") }
    #expect(bytes.range(of: Data("atLeast=\"45\" atMost=\"49\"".utf8)) != nil)
    #expect(bytes.range(of: Data("45–49".utf8)) != nil)
    let verify = try await Command.run(["project", "verify", "-p", new])
    #expect(verify.status == 0, "\(verify.output)")
    let people = try await Command.run(["participants", new])
    #expect(people.status == 0)
    #expect(!people.output.contains("Oslo"))
    #expect(!folder.fileExists("out/study.samtale-wal"))
  }

  @Test func agesInAProject() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let file = folder["study.samtale"]
    let made = try await Command.run([
      "project", "create", file, folder["in"], "--method", "none", "--researcher", "Anna",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let done = try await apply(folder, "--ages", "10", file)
    #expect(done.status == 0, "\(done.errors)")
    let bytes = try Data(contentsOf: URL(filePath: folder["out/study.samtale"]))
    for age in ["47", "23", "46", "24"] {
      #expect(bytes.range(of: Data("age value=\"\(age)\"".utf8)) == nil)
    }
    #expect(bytes.range(of: Data("age atLeast=\"40\" atMost=\"49\"".utf8)) != nil)
    #expect(bytes.range(of: Data("Reykjavik".utf8)) != nil)
  }

  /// Team and role name everybody here, whatever else is dropped.
  @Test func howMuchTeamsTell() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let done = try await apply(folder, "--k", "2", folder["in"])
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.errors.contains("after: the smallest group has 2"))
    #expect(
      done.errors.contains(
        "for whoever knows who is in which team: 4 of 4 people are in groups of less than 2; the "
          + "smallest has 1"))
    #expect(
      done.errors.contains(
        "by team and role alone: 4 of 4 people are in groups of less than 2; the smallest has 1"))
    #expect(done.errors.contains("no dropping of other facts helps these 4"))
    #expect(try folder.text("out/m1.xml").contains("ref=\"#team1\""))
  }

  @Test func teamsCount() async throws {
    let folder = try folder()
    defer { folder.remove() }
    // With the role kept nothing helps; without it, ages and education go for the sake of teams.
    let kept = try await apply(folder, "--k", "2", "--teams", "count", folder["in"])
    #expect(kept.status == 1)
    #expect(kept.errors.contains("not reached: 4 of 4 people are in groups of less than 2"))
    #expect(kept.errors.contains("no dropping of other facts helps these 4"))
    let given = try await apply(
      folder, "--k", "2", "--teams", "count", "--keep", "none", folder["in"])
    #expect(given.status == 0, "\(given.errors)")
    #expect(given.errors.contains("dropped: role"))
    #expect(given.errors.contains("after: the smallest group has 2"))
    #expect(!(try folder.text("out/m1.xml").contains("role=")))
    let alone = try await apply(folder, "--teams", "count", folder["in"])
    #expect(alone.status == 64)
  }

  @Test func membershipsAreTakenOutWhereAsked() async throws {
    let folder = try folder()
    defer { folder.remove() }
    let done = try await apply(folder, "--k", "2", "--teams", "drop", folder["in"])
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.errors.contains("memberships are taken out; who speaks in which meeting"))
    let text = try folder.text("out/m1.xml")
    #expect(!text.contains("affiliation"))
    #expect(text.contains("Team 1"))
    let check = try await Command.run(["check", folder["out"]])
    #expect(check.status == 0, "\(check.output)")
  }
}

extension Command.Folder {
  fileprivate func fileExists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: self[name])
  }
}
