import Foundation
import Samtale
import Testing

@testable import SamtaleProject

@Suite struct CrashTests {
  /// The writer, built beside the test bundle.
  static let writer: String? = {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let beside = CommandLine.arguments.compactMap { argument in
      argument.range(of: ".xctest").map { _ in
        argument.split(separator: "/", omittingEmptySubsequences: false)
          .prefix { !$0.hasSuffix(".xctest") }.joined(separator: "/")
      }
    }
    let usual = ["debug", "release"].map { package.appending(path: ".build/\($0)").path }
    return (beside + [Bundle.main.bundleURL.path] + usual).map { $0 + "/CrashWriter" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Starts the writer with its output in a file, and gives its number.
  private func start(_ project: String, output: String) throws -> pid_t {
    let writer = try #require(Self.writer, "CrashWriter is not built")
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments = [strdup(writer), strdup(project), nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, writer, &actions, nil, &arguments, environ)
    try #require(code == 0)
    return process
  }

  /// Kills the writer in the midst of its work, and gives the steps that it acknowledged.
  private func kill(_ process: pid_t, output: String, after microseconds: UInt32) throws
    -> [Identifier]
  {
    let deadline = Date().addingTimeInterval(20)
    while Files.bytesOrNone(output).isEmpty, Date() < deadline { usleep(500) }
    usleep(microseconds)
    Foundation.kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    #expect(status & 0x7F == SIGKILL, "the writer ended by itself")
    // The last line may be cut off: it was not acknowledged.
    var lines = String(decoding: Files.bytesOrNone(output), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeLast()
    return lines.compactMap { Identifier(String($0)) }
  }

  @Test func keepsEveryAcknowledgedStepThroughTwoHundredKills() throws {
    let work = try Workshop()
    let (path, output) = (work.project.path, work.folder["steps"])
    try work.project.close()
    var random = SystemRandomNumberGenerator()
    var acknowledged: [Identifier] = []
    for kill in 1...200 {
      Files.remove(output)
      let process = try start(path, output: output)
      let delay = UInt32.random(in: 0...30_000, using: &random)
      acknowledged += try self.kill(process, output: output, after: delay)
      let project = try Project.open(path)
      let known = try project.database.read {
        Set(try Identifier.fetchAll($0, sql: "SELECT id FROM step"))
      }
      #expect(acknowledged.allSatisfy(known.contains), "after kill \(kill)")
      if kill % 10 == 0 { #expect(try project.verify() == [], "after kill \(kill)") }
      // Closed cleanly now and then; else the next writer finds the log as it was left.
      if kill % 3 == 0 { try project.close() }
    }
    #expect(Set(acknowledged).count == acknowledged.count)
    #expect(acknowledged.count >= 200)
    let project = try Project.open(path)
    #expect(try project.verify() == [])
    // At most one step more than was acknowledged, and the code, each time.
    let steps = try project.count("SELECT count(*) FROM step")
    #expect(steps - acknowledged.count <= 3 + 2 * 200)
  }

  @Test func worksBesideAnotherProcess() throws {
    let work = try Workshop()
    let output = work.folder["steps"]
    let process = try start(work.project.path, output: output)
    let deadline = Date().addingTimeInterval(20)
    while Files.bytesOrNone(output).isEmpty, Date() < deadline { usleep(500) }
    let codes = try (1...50).map { try work.code("Mine \($0)", turns: ["u\($0 % 6 + 1)"]) }
    let theirs = try kill(process, output: output, after: 0)
    #expect(theirs.count > 1)
    let known = Set(try work.project.history(limit: .max).map(\.id))
    #expect(theirs.allSatisfy(known.contains))
    #expect(Set(codes).isSubset(of: Set(try work.project.all(Code.self).map(\.id))))
    try work.expectSound()
  }
}

extension Files {
  fileprivate static func bytesOrNone(_ path: String) -> [UInt8] { (try? bytes(path)) ?? [] }
}
