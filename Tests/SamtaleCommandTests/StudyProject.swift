import Foundation
import Testing

/// A project of two researchers on the invented meetings, worked on from the command line.
struct StudyProject {
  let folder: Command.Folder
  var file: String { folder["study.samtale"] }

  init(_ method: String) async throws {
    folder = try Command.Folder()
    let made = try await Command.run([
      "project", "create", file, Command.corpus, "--method", method, "--researcher", "Anna",
    ])
    try #require(made.status == 0, "\(made.errors)")
    try await does("Anna", "project", "researcher", "add", "Bo")
  }

  /// Runs a command as a researcher.
  func run(_ person: String?, _ arguments: [String], input: String = "") async throws
    -> Command.Result
  {
    try await Command.run(
      arguments + ["--project", file] + (person.map { ["--as", $0] } ?? []), input: input)
  }

  /// Runs a command that succeeds, and returns what it prints.
  @discardableResult
  func does(_ person: String?, _ arguments: String..., input: String = "") async throws -> String {
    let result = try await run(person, arguments, input: input)
    #expect(result.status == 0, "\(arguments): \(result.errors)")
    #expect(!(result.output + result.errors).lowercased().contains("emerg"))
    return result.output
  }

  /// Runs a command that makes one thing, and returns the digits that it prints.
  func makes(_ person: String, _ arguments: String..., input: String = "") async throws -> String {
    let result = try await run(person, arguments, input: input)
    #expect(result.status == 0, "\(arguments): \(result.errors)")
    let digits = String(result.output.prefix(8))
    #expect(digits.count == 8 && digits.allSatisfy(\.isHexDigit), "\(result.output)")
    return digits
  }

  /// Runs a command that is refused, and returns what it says.
  func refuses(_ person: String?, _ arguments: String..., input: String = "", status: Int32 = 2)
    async throws -> String
  {
    let result = try await run(person, arguments, input: input)
    #expect(result.status == status, "\(arguments): \(result.output)")
    #expect(result.output == "")
    return result.errors
  }

  /// The JSON object that a command answers with.
  func json(_ person: String, _ arguments: String..., input: String = "") async throws
    -> [String: Any]
  {
    let result = try await run(person, arguments + ["--json"], input: input)
    #expect(result.status == 0, "\(arguments): \(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  /// Holds the file against itself, and takes it away.
  func end() async throws {
    let result = try await Command.run(["project", "verify", "--project", file])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(": sound"))
    folder.remove()
  }
}
