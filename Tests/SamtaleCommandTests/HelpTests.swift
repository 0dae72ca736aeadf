import Foundation
import Testing

/// Help, completions and colours.
@Suite struct HelpTests {
  static let commands = [
    "participation", "participants", "topics", "uptake", "check", "import", "export", "figure",
    "dossier", "report",
  ]

  @Test(arguments: commands) func helpShowsExamples(_ command: String) async throws {
    let result = try await Command.run([command, "--help"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(lines.firstIndex(of: "Examples:"))
    let examples = lines[(head + 1)...].prefix { !$0.isEmpty }
    #expect(!examples.isEmpty)
    // An example that is broken over lines cannot be copied.
    for line in examples {
      #expect(line.hasPrefix("  samtale \(command)"), "\(line)")
      #expect(line.count <= 72, "\(line)")
    }
  }

  @Test func helpNamesAllCommands() async throws {
    let result = try await Command.run(["--help"])
    for command in Self.commands { #expect(result.output.contains("\n  \(command) ")) }
    #expect(try await Command.run(["--version"]).output == "0.1.0\n")
  }

  /// Every example of a help text is understood: none ends as a usage error.
  @Test(arguments: commands) func examplesAreUnderstood(_ command: String) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let help = try await Command.run([command, "--help"]).output
    let text = help.replacing("\ntranscripts/", with: " transcripts/")
    for line in text.split(separator: "\n") where line.hasPrefix("  samtale \(command)") {
      let example = line.dropFirst(2).replacing("  ", with: "\u{0}").prefix { $0 != "\u{0}" }
      let arguments = example.prefix { $0 != ">" }.split(separator: " ").dropFirst().map {
        [".csv", ".tex", ".html"].contains(where: $0.hasSuffix) || $0 == "clean/"
          ? folder[String($0)] : String($0)
      }
      // What an example writes must not lie about in the project.
      let result = try await Command.run(arguments, in: folder.url)
      #expect(result.status != 64, "\(example): \(result.errors)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completions(_ shell: String) async throws {
    let result = try await Command.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for word in Self.commands + ["samtale", "equality", "format"] {
      #expect(result.output.contains(word), "\(word)")
    }
    let program = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
      .map { URL(filePath: "\($0)/\(shell)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let program else { return }
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(result.output, to: "completions")
    let check = try await Command.run(program, ["-n", folder["completions"]])
    #expect(check.status == 0, "\(check.errors)")
  }

  static let script = URL(filePath: "/usr/bin/script")

  /// On a terminal the severity is coloured, unless NO_COLOR says otherwise (no-color.org: set and
  /// not empty).
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: script.path),
      "the program script, which plays a terminal, is missing"
    ),
    arguments: [("", "xterm", true), ("1", "xterm", false), ("", "dumb", false)]
  ) func colours(_ noColor: String, _ terminal: String, _ colored: Bool) async throws {
    let executable = try #require(Command.executable)
    let line = "'\(executable.path)' participation /nowhere.xml"
    #if os(macOS)
      let arguments = ["-q", "/dev/null", "/bin/sh", "-c", line]
    #else
      let arguments = ["-q", "-c", line, "/dev/null"]
    #endif
    let result = try await Command.run(
      Self.script,
      arguments,
      environment: ["NO_COLOR": noColor, "TERM": terminal]
    )
    #expect(result.output.contains("unreadable"))
    #expect(result.output.contains("\u{1B}[31m") == colored, "\(result.output.debugDescription)")
  }

  @Test func noColourWithoutATerminal() async throws {
    for command in Self.commands.prefix(3) {
      let result = try await Command.run(
        [command, "/nowhere.xml"],
        environment: ["TERM": "xterm", "NO_COLOR": ""]
      )
      #expect(!(result.output + result.errors).contains("\u{1B}"))
    }
  }
}
