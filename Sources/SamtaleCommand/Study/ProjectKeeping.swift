import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ProjectMerge: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take over what a colleague did in another copy of this project.",
    discussion: """
      Both copies stay usable, merging twice is harmless, and everybody's work keeps its author. \
      Where two people did different things to the same object, you are shown both: samtale project \
      conflicts. Private memos stay in the file of who wrote them.
      """)

  @Argument(help: "The other copy.", completion: .file(extensions: ["samtale"]))
  var other: String
  @OptionGroup var file: ProjectOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let project = try file.open()
    let report = try project.merge(try Project.open(other))
    reply.say(
      [
        "added": .number(report.added), "known": .number(report.known),
        "keptPrivate": .number(report.keptPrivate), "conflicts": .number(report.conflicts.count),
      ],
      "\(report.added) events taken over, \(report.known) known already, \(report.keptPrivate) "
        + "private ones left there; \(report.conflicts.count) conflicts to settle")
    if !report.conflicts.isEmpty { throw ExitCode(1) }
  }
}

struct ProjectConflicts: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Where two people's work disagrees.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let conflicts = try project.conflicts()
    var table = Table(
      "Conflicts",
      [
        ("number", "no."), ("what", "what"), ("name", "name"), ("field", "field"),
        ("first", "first"), ("first_by", "by"), ("second", "second, holds now"),
        ("second_by", "by"),
      ],
      notes: [
        "First and second in the order of the united log, which need not be that of the clocks.",
        "Settle one with: samtale project settle NO --keep first (or second)",
      ])
    for (i, conflict) in conflicts.enumerated() {
      table.rows += try rows(conflict, number: i + 1, project)
    }
    try list.write([table])
    if !conflicts.isEmpty { throw ExitCode(1) }
  }

  private func rows(_ conflict: Conflict, number: Int, _ project: Project) throws -> [Table.Row] {
    let isPrivate = try conflict.kind == .memo && project.isPrivateMemo(conflict.object)
    let name =
      isPrivate
      ? "private" : try project.name(of: conflict.object) ?? conflict.object.short
    func shown(_ value: Value) -> String { isPrivate ? "private" : self.shown(value) }
    let head: [Table.Cell] = [.text(String(number)), .text(conflict.kind.title), .text(name)]
    let events = try project.events(on: conflict.object)
    let people = Dictionary(
      try project.all(Researcher.self).map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    func signature(_ event: Event?) -> Table.Cell {
      .text(event.map { "\(people[$0.actor] ?? $0.actor.short), \($0.at.display)" } ?? "")
    }
    let later = events.first { $0.id == conflict.event }
    switch conflict.nature {
    case .refused(let why):
      return [
        .init(
          head + [
            .text("not carried out"), .text(why.what), .text(""), .text(why.remedy),
            signature(later),
          ])
      ]
    case .bothChanged(let fields):
      return fields.map { field in
        let earlier = events.prefix { $0.id != conflict.event }
          .last { $0.change.after?[field.name] == field.first }
        return .init(
          head + [
            .text(field.name), .text(shown(field.first)), signature(earlier),
            .text(shown(field.second)), signature(later),
          ])
      }
    }
  }

  private func shown(_ value: Value) -> String {
    value.text ?? (value == .null ? "nothing" : value.jsonText)
  }
}

struct ProjectSettle: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Settle a conflict by choice.",
    discussion: """
      First keeps what holds of the earlier work, second that of the later. What could not be \
      carried out is done after all with second: see first to what stood in its way (revive a \
      retired code, say); with first it is given up. What is settled is not undone.

      Example:
        samtale project settle 1 --keep second --reason "We talked about it"
      """)

  enum Choice: String, ExpressibleByArgument, CaseIterable { case first, second }

  @Argument(help: "The number that samtale project conflicts prints.")
  var number: Int
  @Option(help: "Which value is to hold.")
  var keep: Choice
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions

  func work() throws {
    let desk = try Desk(file, author)
    let conflicts = try desk.project.conflicts()
    guard number >= 1, number <= conflicts.count else {
      throw ProjectError(.unknown, "there is no conflict \(number)", do: "see project conflicts")
    }
    let conflict = conflicts[number - 1]
    let event = try desk.project.events(on: conflict.object).first { $0.id == conflict.event }
    try desk.perform { editor in
      try editor.settle(
        conflict, keepsFirst: keep == .first, refused: event, reason: author.reason)
    }
    print("settled; \(conflicts.count - 1) left")
  }
}

struct ProjectShare: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Write a copy for a colleague, without anybody's private memos.",
    discussion: """
      Work on apart, then take over each other's work with merge.

      Example:
        samtale project share for-bo.samtale
      """)

  @Argument(help: "The file to write.")
  var copy: String
  @OptionGroup var file: ProjectOptions

  func work() throws {
    let kept = try file.open().share(to: copy)
    print("\(copy): written; \(kept) events on private memos are not in it")
  }
}

struct ProjectBackup: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a whole copy of the project, also while it is in use.",
    discussion: "It holds private memos too: for a colleague use samtale project share.")

  @Argument(help: "The file to write.")
  var copy: String
  @OptionGroup var file: ProjectOptions

  func work() throws {
    let project = try file.open()
    try project.backup(to: copy)
    print("\(copy): \(try Project.open(copy).summary().events) events")
  }
}

struct ProjectVerify: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold the file against itself: log, tables, sources, places of codings.",
    discussion: "Exit status 0: sound; 1: something is wrong, and it is said exactly what.")

  @OptionGroup var file: ProjectOptions
  @Flag(name: .shortAndLong, help: "Print notes too.")
  var verbose = false

  func work() throws {
    let project = try file.open()
    let found = try project.verify()
    DiagnosticPrinter(quiet: false, verbose: verbose).print(found)
    let summary = try project.summary()
    let wrong = found.count { $0.severity != .note }
    print(
      "\(summary.events) events, digest \(summary.head.prefix(16)): "
        + (wrong == 0 ? "sound" : "\(wrong) findings"))
    if wrong > 0 { throw ExitCode(1) }
  }
}

struct ProjectDoctor: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "What is wrong with the file, and what is worth a second look in the study.")

  @OptionGroup var file: ProjectOptions

  func work() throws {
    let project = try file.open()
    let found = try project.verify() + project.advice()
    DiagnosticPrinter(quiet: false, verbose: true).print(found)
    let wrong = found.count { $0.severity == .error }
    print("\(wrong) errors, \(found.count - wrong) things to consider")
    if wrong > 0 { throw ExitCode(1) }
  }
}

struct ProjectRebuild: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make all tables anew from the log.")

  @OptionGroup var file: ProjectOptions

  func work() throws {
    print("\(try file.open().rebuild()) events folded")
  }
}

struct ProjectLog: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Write the log as JSON Lines, to publish, keep or replay.",
    discussion: """
      Private memos are left out unless you ask for them with --with-private. The team's memos are in \
      it; --public leaves them out too, for a log that is published.
      """)

  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?
  @Flag(name: .customLong("with-private"), help: "Include private journal entries and memos.")
  var includesPrivate = false
  @Flag(name: .customLong("public"), help: "Leave out the team's memos too.")
  var isPublic = false
  @OptionGroup var file: ProjectOptions

  func validate() throws {
    guard !(includesPrivate && isPublic) else {
      throw ValidationError("Give --with-private or --public, not both.")
    }
  }

  func work() throws {
    let memos: Set<Memo.Visibility> =
      includesPrivate ? [.personal, .team, .export] : isPublic ? [.export] : [.team, .export]
    let log = try file.open().logText(memos: memos)
    if let output {
      try Files.write(log.text, to: output)
    } else {
      try Files.writeToStandardOutput(log.text)
    }
    Terminal.printError("SHA-256 of the log: \(Digest(of: log.text))")
    if log.keptPrivate > 0 {
      Terminal.printError("(\(log.keptPrivate) events on memos were left out)")
    }
  }
}

struct ProjectReplay: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Make a project file out of a log and the transcripts that it names.",
    discussion: """
      Example:
        samtale project replay Corpora/studies/meetings.jsonl Corpora/ips-meetings -o m.samtale
      """)

  @Argument(help: "The log, JSON Lines.", completion: .file(extensions: ["jsonl"]))
  var log: String
  @Argument(help: ReadingArguments.pathsHelp, completion: .file())
  var input: [String]
  @Option(name: .shortAndLong, help: "The project file to make.")
  var output: String

  func work() throws {
    let bytes = try Files.bytes(log)
    let events = try Event.log(bytes, named: log)
    let files = CorpusInput(paths: input)
    DiagnosticPrinter.withoutNotes.print(files.diagnostics)
    let project = try Project.replay(events, files: files.files, to: output)
    let conflicts = try project.conflicts().count
    let transcripts = try project.all(StudyTranscript.self).count
    print("\(output): \(events.count) events, \(transcripts) transcripts, \(conflicts) conflicts")
    print("SHA-256 of the log: \(Digest(of: bytes))")
    if conflicts > 0 {
      Terminal.printError(
        "samtale: the log does not fit together in \(conflicts) places: samtale project conflicts")
      throw ExitCode(1)
    }
  }
}
