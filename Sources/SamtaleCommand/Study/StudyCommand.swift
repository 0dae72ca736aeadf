import ArgumentParser
import Samtale
import SamtaleProject

/// A command that works on a project: what the project forbids or cannot do ends it with a sentence
/// and exit status 2.
protocol StudyCommand: ParsableCommand {
  func work() throws
}

extension StudyCommand {
  func run() throws {
    do {
      try work()
    } catch let error where Self.isSpoken(error) {
      Terminal.printError("samtale: \(error)")
      if (error as? RuleViolation)?.rule == .method {
        Terminal.printError(
          "(To change the profile: samtale project method NAME, where NAME is "
            + MethodProfile.allCases.map(\.rawValue).joined(separator: ", ") + ")")
      }
      throw ExitCode(2)
    }
  }

  /// Whether the words of an error are meant for the user.
  private static func isSpoken(_ error: any Error) -> Bool {
    error is RuleViolation || error is ProjectError || error is PlaceError || error is FileError
      || error is ReadingError || error is EventTextError || error is QueryError
  }
}

/// Which project file: the same for all commands that work on one.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp(
      "The project file. Without it: SAMTALE_PROJECT, else the only .samtale file in this folder.",
      valueName: "file"),
    completion: .file(extensions: ["samtale"]))
  var project: String?

  func open() throws -> Project { try Project.open(try path()) }

  func path() throws -> String {
    if let path = project ?? Terminal.environment("SAMTALE_PROJECT") { return path }
    let found = try Files.files(below: ".", extensions: ["samtale"]).files
      .filter { $0.split(separator: "/").count == 2 }
    guard let only = found.first, found.count == 1 else {
      throw ProjectError(
        .missing,
        found.isEmpty
          ? "there is no project in this folder" : "there are several projects in this folder",
        do: "name one with --project, or in the environment variable SAMTALE_PROJECT")
    }
    return only
  }
}

/// Who does it, in which phase, and why: the same for all commands that change a project.
struct AuthorOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who you are. Without it: SAMTALE_RESEARCHER, else the only researcher of the project.",
      valueName: "name"))
  var author: String?

  @Option(help: "The phase or step of the method in which you do this; kept in the history.")
  var phase: Phase?

  @Option(help: "Why; kept in the history.")
  var reason: String?

  @Option(
    help: ArgumentHelp("The time to record (2026-01-31T09:30) instead of now.", valueName: "time"))
  var at: Timestamp?

  var time: Timestamp { at ?? .now }
}

extension Phase: ExpressibleByArgument {}
extension MethodProfile: ExpressibleByArgument {}
extension Timestamp: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A project, and somebody who works on it.
struct Desk {
  let project: Project
  let options: AuthorOptions
  let finder: Finder

  init(_ file: ProjectOptions, _ options: AuthorOptions) throws {
    project = try file.open()
    self.options = options
    finder = Finder(project)
  }

  /// The researcher who does it.
  func actor() throws -> Identifier {
    if let person = try finder.person(options.author) { return person }
    let people = try project.all(Researcher.self).filter(\.isActive)
    throw ProjectError(
      .ambiguous, "\(people.count) researchers work on this project",
      do: "say who you are with --as (\(people.map(\.name).joined(separator: ", ")))")
  }

  /// Carries out a step as the researcher.
  @discardableResult
  func perform<Result>(
    _ body: (inout StudyEditor<ProjectState>) throws -> Result
  ) throws -> Result {
    let actor = try actor()
    return try project.perform(as: actor, phase: try phase(of: actor), at: options.time, body)
  }

  /// The phase to record: the one that is named, else the one that the researcher last entered.
  func phase(of actor: Identifier) throws -> Phase? {
    guard let named = options.phase else { return try project.phase(of: actor) }
    try require(named)
    return named
  }

  /// Refuses a phase of another method.
  func require(_ phase: Phase) throws {
    let method = try project.all(StudyProfile.self).first?.method ?? .none
    guard method.phases.contains(phase) else {
      throw ProjectError(
        .unknown, "\(phase.rawValue) is no phase of \(method.title)",
        do: "name one of \(method.phases.map(\.rawValue).joined(separator: ", "))")
    }
  }
}

extension StudyEditor {
  /// Makes an object, or changes it to what it is to be.
  mutating func keep<T: StudyObject>(
    _ object: T, isNew: Bool, _ verb: Verb? = nil, reason: String?
  ) throws {
    guard !isNew else { return try create(object, verb ?? .create, reason: reason) }
    try change(T.self, object.id, verb ?? .change, reason: reason) { $0 = object }
  }
}
