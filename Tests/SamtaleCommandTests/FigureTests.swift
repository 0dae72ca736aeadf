import Foundation
import Testing

/// `samtale figure`.
@Suite struct FigureTests {
  static let converter = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .contains { FileManager.default.isExecutableFile(atPath: $0 + "/rsvg-convert") }

  @Test(arguments: ["timeline", "shares", "transitions", "network", "river"])
  func writesSVG(_ kind: String) async throws {
    let result = try await Command.run(["figure", kind, Command.meeting])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" "))
    #expect(result.output.contains("data-turns=\"team1-m1#"))
    #expect(!result.errors.isEmpty)
    let quiet = try await Command.run(["figure", kind, "-q", "--width", "column", Command.meeting])
    #expect(quiet.errors == "")
    #expect(quiet.output.contains(" width=\"85mm\" "))
  }

  @Test func choosesAMeeting() async throws {
    let several = try await Command.run(["figure", "river", Command.corpus])
    #expect(several.status == 2)
    #expect(
      several.errors.hasPrefix(
        "samtale: this figure shows one meeting; choose one with -t: team1-m1, team1-m2"))
    let one = try await Command.run(["figure", "river", Command.corpus, "-t", "team2-m1"])
    #expect(one.status == 0)
    #expect(one.output.contains(">Topics of team2-m1</title>"))
    let none = try await Command.run(["figure", "river", Command.corpus, "-t", "nowhere"])
    #expect(none.status == 2)
    #expect(none.errors.contains("there is no meeting “nowhere”"))
  }

  @Test func refusesOtherFormats() async throws {
    let result = try await Command.run(["figure", "shares", Command.meeting, "-o", "x.gif"])
    #expect(result.status == 64)
    #expect(result.errors.contains("“x.gif” must end in .svg, .pdf or .png."))
  }

  /// Where pages are tried in a browser, drawings are tried with the converter too.
  static let mustBeThere =
    ProcessInfo.processInfo.environment["SAMTALE_REQUIRE_BROWSER"].map { !$0.isEmpty } ?? false

  @Test(.enabled(if: converter || mustBeThere, "rsvg-convert is not installed"))
  func writesPDFAndPNG() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    for (name, first) in [("a.pdf", Array("%PDF-".utf8)), ("a.png", [0x89, 0x50, 0x4E, 0x47])] {
      let result = try await Command.run([
        "figure", "shares", Command.meeting, "-q", "-o", folder[name],
      ])
      #expect(result.status == 0, "\(result.errors)")
      let bytes = Array(try Data(contentsOf: URL(filePath: folder[name])))
      #expect(bytes.starts(with: first))
      // 170 mm at 300 dots per inch are 2008 dots.
      if name == "a.png" { #expect(bytes[16..<20].reduce(0) { $0 << 8 | Int($1) } == 2008) }
    }
    _ = try await Command.run(["figure", "shares", Command.meeting, "-o", folder["b.pdf"]])
    #expect(
      FileManager.default.contentsEqual(atPath: folder["a.pdf"], andPath: folder["b.pdf"]))
    #expect(try folder.names() == ["a.pdf", "a.png", "b.pdf"])
  }

  @Test func saysWhatToInstall() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let result = try await Command.run(
      ["figure", "shares", Command.meeting, "-o", folder["a.pdf"]],
      environment: ["PATH": folder["nothing"]])
    #expect(result.status == 2)
    #expect(result.errors.contains("sudo apt-get install librsvg2-bin"))
    #expect(try folder.names() == [])
  }

  @Test func drawsProjects() async throws {
    let study = try await StudyProject("reflexiveTA")
    try await study.does(
      "Anna", "code", "apply", "Buses", "--new", "-t", "team1-m1", "-u", "u6")
    let stripes = try await Command.run([
      "figure", "stripes", "-p", study.file, "-t", "team1-m1",
    ])
    #expect(stripes.status == 0, "\(stripes.errors)")
    #expect(stripes.output.contains(">1 code in team1-m1, coded by Anna: Buses (1 place).</desc>"))
    #expect(stripes.output.contains("data-turns=\"team1-m1#u6\""))
    let map = try await Command.run(["figure", "map", "-p", study.file])
    #expect(map.status == 0, "\(map.errors)")
    try await study.end()
  }
}
