import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "A study in one file: transcripts, codes, themes, memos, and all that was ever done.",
    discussion: """
      Everything you do is an entry in a log that is only ever added to; what you see is made from \
      it. So anything can be undone, and nothing is lost.

      Examples:
        samtale project create study.samtale --title "Meetings" --researcher Anna transcripts/
        samtale project history
        samtale project undo
        samtale project merge annas-copy.samtale
      """,
    subcommands: [
      ProjectCreate.self, ProjectInfo.self, ProjectAdd.self, ProjectWithdraw.self,
      ProjectResearcher.self, ProjectAttribute.self, ProjectMethod.self, ProjectPhase.self,
      ProjectPhases.self,
      ProjectHistory.self, ProjectUndo.self, ProjectRedo.self, ProjectMark.self,
      ProjectRestore.self, ProjectMerge.self, ProjectConflicts.self, ProjectSettle.self,
      ProjectBackup.self, ProjectShare.self, ProjectVerify.self, ProjectDoctor.self,
      ProjectRebuild.self,
      ProjectLog.self, ProjectReplay.self, ProjectExport.self, ProjectImport.self,
    ])
}

struct ProjectCreate: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a project file with transcripts and the first researcher.")

  @Argument(help: "The file to make.", completion: .file(extensions: ["samtale"]))
  var file: String
  @Argument(help: ReadingArguments.pathsHelp, completion: .file())
  var input: [String] = []
  @Option(help: "What the study is called.")
  var title: String?
  @Option(help: "The method: \(MethodProfile.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method: MethodProfile = .none
  @Option(help: "Your name.")
  var researcher: String
  @Option(help: "The research question.")
  var question: String?
  @Option(help: ArgumentHelp("The time to record instead of now.", valueName: "time"))
  var at: Timestamp?

  func work() throws {
    let time = at ?? .now
    for path in input where path != "-" && Files.isFolder(path) == nil {
      throw ProjectError(
        .missing, "there is no \(path), and no project is made",
        do: "name a folder or files with transcripts")
    }
    let files = CorpusInput(paths: input)
    DiagnosticPrinter.withoutNotes.print(files.diagnostics)
    guard input.isEmpty || !files.files.isEmpty else { throw ExitCode(2) }
    let (project, actor) = try Project.create(
      file, title: title ?? Files.stem(file), method: method, researcher: researcher, at: time)
    if let question {
      try project.perform(as: actor, at: time) { editor in
        guard let study = try editor.state.profile() else { return }
        try editor.change(StudyProfile.self, study.id, .describe) { $0.question = question }
      }
    }
    let added = try project.addTranscripts(files.files, as: actor, at: time)
    DiagnosticPrinter.withoutNotes.print(added.diagnostics)
    print("\(file): \(added.changes.count) transcripts, \(method.title)")
    if added.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}

struct ProjectInfo: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What the project holds.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    guard let study = try project.all(StudyProfile.self).first else { return }
    var table = Table(study.title, [("what", "what"), ("value", "value")])
    let people = try project.all(Researcher.self)
    table.rows = [
      [.text("method"), .text(study.method.title)],
      [.text("research question"), .text(study.question ?? "not stated")],
      [.text("researchers"), .text(people.map(\.name).joined(separator: ", "))],
    ]
    let summary = try project.summary()
    table.rows += summary.counts.filter { $0.title != "researchers" }.map {
      [.text($0.title), .text(String($0.count))]
    }
    table.rows.append([.text("events in the log"), .text(String(summary.events))])
    table.rows.append([.text("digest of the log"), .text(summary.head)])
    if study.question == nil { table.notes = ["samtale project method --question states one."] }
    try list.write([table])
  }
}

struct ProjectAdd: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add transcripts, or replace those that were corrected.",
    discussion: """
      A transcript of a name that the project has already is replaced if it differs. Codings are \
      found again in the corrected text; those whose words changed and those that are no longer \
      found are counted here and listed by: samtale code moved
      """)

  @Argument(help: ReadingArguments.pathsHelp, completion: .file())
  var input: [String]
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let desk = try Desk(file, author)
    let files = CorpusInput(paths: input)
    let printer = DiagnosticPrinter.withoutNotes
    printer.print(files.diagnostics)
    let added = try desk.project.addTranscripts(
      files.files, as: try desk.actor(), phase: author.phase, at: author.time,
      reason: author.reason)
    printer.print(added.diagnostics)
    for change in added.changes {
      reply.say(
        [
          "id": Value(change.id), "name": .text(change.name),
          "done": .text(change.outcome.rawValue),
          "changed": .number(change.changed), "lost": .number(change.lost),
        ], sentence(change))
    }
    let problems = (files.diagnostics + added.diagnostics).contains { $0.severity == .error }
    if problems || added.changes.contains(where: { $0.lost > 0 }) { throw ExitCode(1) }
  }

  private func sentence(_ change: Project.TranscriptChange) -> String {
    switch change.outcome {
    case .added: "\(change.name): added"
    case .same: "\(change.name): the same as before"
    case .replaced:
      "\(change.name): replaced; \(change.changed) codings stand on edited words, "
        + "\(change.lost) are no longer found"
    }
  }
}

struct ProjectWithdraw: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a transcript out of the study; what was coded on it stays in the history.")

  @Argument(help: "The transcript.")
  var transcript: String
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let desk = try Desk(file, author)
    let object = try desk.finder.find(StudyTranscript.self, transcript)
    try desk.perform { editor in
      try editor.change(StudyTranscript.self, object.id, .withdraw, reason: author.reason) {
        $0.isWithdrawn = true
      }
    }
    reply.say("withdrawn", .transcript, object.id, object.name)
  }
}
