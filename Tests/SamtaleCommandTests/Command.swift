import Foundation
import Testing

/// Runs the built `samtale` as a user would.
enum Command {
  /// The root of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The invented corpus.
  static let corpus = package.appending(path: "Corpora/ips-meetings").path

  /// One meeting of it: 95 utterances.
  static let meeting = corpus + "/team1-m1.xml"

  /// The executable, built beside the test bundle.
  static let executable: URL? = {
    let beside = CommandLine.arguments.filter { $0.contains(".xctest") }.map { argument in
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.prefix { !$0.hasSuffix(".xctest") }.joined(separator: "/")
      return URL(filePath: folder.isEmpty ? "." : folder)
    }
    let usual = ["debug", "release"].map { package.appending(path: ".build/\($0)") }
    return (beside + [Bundle.main.bundleURL] + usual).map { $0.appending(path: "samtale") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// What came of a run.
  struct Result: Sendable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs `samtale` and waits for its end.
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - input: What stands on standard input.
  ///   - environment: Variables to add.
  ///   - directory: The folder to run in; by default that of the tests.
  /// - Returns: Exit status and what was written.
  /// - Throws: What the system says if it cannot be started.
  static func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:],
    in directory: URL? = nil
  ) async throws -> Result {
    let executable = try #require(executable, "samtale is not built")
    return try await run(
      executable, arguments, input: input, environment: environment, in: directory)
  }

  /// Runs any program. Files instead of pipes: nothing can block.
  ///
  /// Only some run at the same time. Tests wait for their programs all at once otherwise, and with
  /// more than about 1,300 open files Foundation's `Process` reads beyond its list of them.
  /// - Throws: What the system says if the program cannot be started.
  static func run(
    _ program: URL,
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:],
    in directory: URL? = nil
  ) async throws -> Result {
    await gate.enter()
    do {
      let result = try await start(
        program, arguments, input: input, environment: environment, in: directory)
      await gate.leave()
      return result
    } catch {
      await gate.leave()
      throw error
    }
  }

  private static let gate = Gate(places: 8)

  /// Lets only so many in at the same time; the others wait in their order.
  private actor Gate {
    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { self.places = places }

    func enter() async {
      guard places == 0 else {
        places -= 1
        return
      }
      await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
      if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
  }

  private static func start(
    _ program: URL, _ arguments: [String], input: String, environment: [String: String],
    in directory: URL?
  ) async throws -> Result {
    let folder = try Folder()
    defer { folder.remove() }
    let files = try ["output", "errors"].map { name in
      _ = FileManager.default.createFile(atPath: folder[name], contents: nil)
      return try FileHandle(forWritingTo: URL(filePath: folder[name]))
    }
    try Data(input.utf8).write(to: URL(filePath: folder["input"]))
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    if let directory { process.currentDirectoryURL = directory }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder["input"]))
    process.standardOutput = files[0]
    process.standardError = files[1]
    let status: Int32 = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    return Result(
      status: status,
      output: try folder.text("output"),
      errors: try folder.text("errors")
    )
  }

  /// A folder of one test.
  struct Folder: Sendable {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory
        .appending(path: "samtale-test-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// The path of a file in it.
    subscript(name: String) -> String { url.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }

    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }

    /// The names of all files in it, in order.
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    func remove() { try? FileManager.default.removeItem(at: url) }
  }
}
