import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ProjectHistory: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Who did what and when, the latest first.")

  @Option(help: "Only steps of this researcher.")
  var by: String?
  @Option(help: ArgumentHelp("Only steps on this object.", valueName: "id"))
  var object: String?
  @Option(help: "How many steps at most.")
  var limit = 30
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let finder = Finder(project)
    let people = Dictionary(
      try project.all(Researcher.self).map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    let names = try StepWords.names(project)
    let actor = try by.map { try finder.find(Researcher.self, $0).id }
    let object = try object.map { try project.identifier(endingIn: $0) }
    var table = Table(
      "History",
      [
        ("at", "when"), ("by", "by"), ("phase", "phase"), ("what", "what"), ("step", "step"),
        ("reason", "reason"),
      ])
    table.rows = try project.history(limit: limit, object: object, actor: actor).map { step in
      [
        .text(step.at.display), .text(people[step.actor] ?? step.actor.short),
        .text(step.events.first?.phase?.rawValue ?? ""), .text(Self.summary(step, names)),
        .text(step.id.short), .text(Self.reason(step)),
      ]
    }
    try list.write([table])
  }

  /// Why a step was done; what is said of memos may be private.
  private static func reason(_ step: Project.Step) -> String {
    step.events.lazy.map(\.change).filter { $0.kind != .memo }.compactMap(\.reason).first ?? ""
  }

  /// A step in words: its first events, and how many more.
  static func summary(_ step: Project.Step, _ names: [Identifier: String] = [:]) -> String {
    var shown = step.events.prefix(2).map { StepWords.phrase($0.change, names) }
    if step.count > 2 { shown.append("and \(step.count - 2) more") }
    return (step.undoes == nil ? "" : "undo: ") + shown.joined(separator: ", ")
  }
}

struct ProjectUndo: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last step.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions

  func work() throws {
    let desk = try Desk(file, author)
    let events = try desk.project.undo(as: try desk.actor(), at: author.time)
    print("undone: \(phrase(events))")
  }
}

struct ProjectRedo: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what you have just undone.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions

  func work() throws {
    let desk = try Desk(file, author)
    let events = try desk.project.redo(as: try desk.actor(), at: author.time)
    print(
      "done again: \(phrase(events.map { var event = $0; event.change = event.change.inverse; return event }))"
    )
  }
}

/// A step in words.
private func phrase(_ events: [Event]) -> String {
  guard let first = events.first else { return "nothing" }
  return ProjectHistory.summary(Project.Step(id: first.step, actor: first.actor, events: events))
}

struct ProjectMark: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Name the present state, to come back to with restore.")

  @Argument(help: "A name.")
  var name: String
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions

  func work() throws {
    let desk = try Desk(file, author)
    let point = try desk.project.setRestorePoint(
      name, as: try desk.actor(), reason: author.reason, at: author.time)
    print("\(point.id.short)  restore point “\(name)”")
  }
}

struct ProjectRestore: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring the study back to a restore point; without one they are listed.",
    discussion: "Nothing is deleted: the way back is one new step, which can be undone.")

  @Argument(help: "The restore point.")
  var point: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions

  func work() throws {
    let desk = try Desk(file, author)
    guard let point else {
      for point in try desk.project.all(RestorePoint.self) {
        print("\(point.id.short)  \(point.name)")
      }
      return
    }
    let found = try desk.finder.find(RestorePoint.self, point)
    let count = try desk.project.restore(
      to: found.lamport, as: try desk.actor(), at: author.time)
    print("\(count) objects are as they were at “\(found.name)”")
  }
}
