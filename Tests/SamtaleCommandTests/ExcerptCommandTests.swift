import Foundation
import Testing

@Suite struct ExcerptCommandTests {
  private let notation = """
    @ team1-m1
    u6: It's fine. [...] nobody [= at the nursery] really minds if you don't talk. [...]
    ...
    >> later
    u12: I've gone home a bit early *a couple of times*.
    """

  @Test func excerptsFromTheCommandLine() async throws {
    let project = try await StudyProject("reflexiveTA")
    defer { project.folder.remove() }
    _ = try await project.makes("Anna", "theme", "create", "Nobody minds")
    _ = try await project.makes(
      "Anna", "excerpt", "add", "bell", "-", "--theme", "Nobody", "--use", "analytic",
      input: notation)
    let shown = try await project.does(nil, "excerpt", "show", "bell")
    #expect(shown.contains("It’s fine. ... nobody (at the nursery) really"))
    #expect(shown.contains("team1-m1, u6, u12"))
    let again = try await project.does(nil, "excerpt", "show", "bell", "--notation")
    #expect(again.contains("u12: I've gone home a bit early *a couple of times*."))
    // What is shown can be given back, and nothing changes.
    try await project.does("Anna", "excerpt", "edit", "bell", "-", input: again)
    #expect(try await project.does(nil, "excerpt", "show", "bell", "--notation") == again)
    let list = try await project.does(nil, "excerpt", "list", "--format", "csv")
    #expect(
      list.contains(
        "group,bell,Nobody minds,analytic,\"team1-m1, u6, u12\",WA1,22,agrees with the transcript"))
    let wrong = try await project.refuses(
      "Anna", "excerpt", "add", "other", "-", input: "@ team1-m1\nu6: It is fine.")
    #expect(wrong.contains("-:2:5: these are not the words of u6"))
    let gap = try await project.refuses(
      "Anna", "excerpt", "add", "other", "-", input: "@ team1-m1\nu3:\nu12:")
    #expect(gap.contains("turns were said between it and the turn above it"))

    try await project.does(
      "Anna", "theme", "develop", "Nobody", "--concept", "Being left alone is what is liked")
    try await project.does("Anna", "theme", "finalise", "Nobody")
    try await project.does(
      "Anna", "theme", "write", "Nobody", "-", input: "They said:\n\n{{bell}}\n\nAnd so on.")
    let results = try await project.does(nil, "results", "--format", "markdown")
    #expect(results.contains("# Nobody minds"))
    #expect(results.contains("They said:"))
    #expect(results.contains("And so on."))
    let quoted = try await project.does(nil, "excerpt", "quoted", "--format", "csv")
    #expect(quoted.contains("group,WA1,WA,1,1\r\n"))
    #expect(quoted.contains("group,SW1,SW,0,0\r\n"))
    _ = try await project.makes(
      "Anna", "claim", "add", "All applicants like to be left alone", "--role", "WA",
      "--evidence", "team1-m1:u6")
    let claims = try await project.does(nil, "claim", "list", "--format", "csv")
    #expect(claims.contains(",\"person, WA\",1,8,WA1 (team1-m1 u6),"))
    #expect(claims.contains("1 of 8 are covered"))
  }

  @Test func slipsAreCaught() async throws {
    let project = try await StudyProject("reflexiveTA")
    defer { project.folder.remove() }
    // Several turns, named one by one or with commas.
    _ = try await project.makes(
      "Anna", "excerpt", "add", "two", "-t", "team1-m1", "-u", "u3", "-u", "u4,u5")
    let shown = try await project.does(nil, "excerpt", "show", "two", "--notation")
    #expect(shown.contains("u3:\nu4:\nu5:"))
    let both = try await project.refuses(
      "Anna", "excerpt", "add", "x", "-", "-t", "team1-m1", "-u", "u3", input: notation, status: 64)
    #expect(both.contains("not both"))
    _ = try await project.refuses(
      "Anna", "excerpt", "add", "a}}b", "-t", "team1-m1", "-u", "u3", status: 64)
    // A new name is written into the texts, and a text that names nothing is pointed out.
    _ = try await project.makes("Anna", "theme", "create", "Nobody minds")
    let written = try await project.run(
      "Anna", ["theme", "write", "Nobody", "-"], input: "One {{two}} and {{ two }}, {{three}}.")
    #expect(written.errors.contains("there is no excerpt “three” yet"))
    try await project.does("Anna", "excerpt", "rename", "two", "pair")
    let gone = try await project.run("Anna", ["excerpt", "remove", "pair"])
    #expect(gone.errors.contains("the text “Nobody minds” still names {{pair}}"))
    // Nothing final is no empty page.
    let none = try await project.refuses(nil, "results", "--format", "markdown")
    #expect(none.contains("no theme is final"))
    let claim = try await project.refuses("Anna", "claim", "add", "All XX", "--role", "XX")
    #expect(claim.contains("nobody has the role XX"))
    let idle = try await project.refuses("Anna", "excerpt", "edit", "nothing")
    #expect(idle.contains("there is no excerpt “nothing”"))
  }

  @Test func aMissingFolderMakesNoProject() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let result = try await Command.run([
      "project", "create", folder["s.samtale"], folder["nowhere"], "--researcher", "Anna",
    ])
    #expect(result.status == 2)
    #expect(result.errors.contains("and no project is made"))
    #expect(try folder.names() == [])
  }

  @Test func themesStandInTheOrderThatIsGiven() async throws {
    let project = try await StudyProject("reflexiveTA")
    defer { project.folder.remove() }
    for name in ["One", "Two", "Three"] {
      _ = try await project.makes("Anna", "theme", "create", name)
    }
    try await project.does("Anna", "theme", "order", "Three", "One")
    let list = try await project.does(nil, "theme", "list", "--format", "csv")
    let names = list.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(names == ["Three", "One", "Two"])
    let twice = try await project.refuses("Anna", "theme", "order", "One", "One")
    #expect(twice.contains("a theme is named twice"))
  }

  @Test func aStyleOfOnesOwn() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try Data(notation.utf8).write(to: folder.url.appending(path: "e.txt"))
    try Data(
      "{name: 'apa', ellipsis: '[…]', gloss: {before: '<', after: '>', isItalic: false}}".utf8
    )
    .write(to: folder.url.appending(path: "my.json"))
    let meeting = Command.corpus + "/team1-m1.xml"
    let result = try await Command.run([
      "excerpt", "print", folder["e.txt"], meeting, "--style", folder["my.json"], "--format",
      "markdown",
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("[…]") || result.output.contains("\\[…\\]"))
    try Data("{elipsis: '.'}".utf8).write(to: folder.url.appending(path: "bad.json"))
    let refused = try await Command.run([
      "excerpt", "print", folder["e.txt"], meeting, "--style", folder["bad.json"],
    ])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("a style has no “elipsis”"))
  }
}
