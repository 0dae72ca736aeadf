import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ProjectResearcher: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "researcher",
    abstract: "Who works on the study, and from which position.",
    subcommands: [ResearcherAdd.self, ResearcherChange.self, ResearcherList.self])
}

struct ResearcherAdd: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Somebody joins the study.")

  @Argument(help: "The name.")
  var name: String
  @Option(help: "Initials.")
  var initials: String?
  @Option(help: "The reflexivity statement: who reads, from where, with which assumptions.")
  var position: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let desk = try Desk(file, author)
    let id = try desk.perform { editor in
      let person = Researcher(
        id: editor.newIdentifier(), name: name, initials: initials, position: position)
      try editor.create(person, .join, reason: author.reason)
      return person.id
    }
    reply.say("added", .researcher, id, name)
  }
}

struct ResearcherChange: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Change a name or a position, or note that somebody left.")

  @Argument(help: "The researcher.")
  var name: String
  @Option(help: "A new name.")
  var rename: String?
  @Option(help: "Initials.")
  var initials: String?
  @Option(help: "A new reflexivity statement; earlier ones stay in the history.")
  var position: String?
  @Flag(inversion: .prefixedNo, help: "Whether she or he works on the study.")
  var active: Bool?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let desk = try Desk(file, author)
    let person = try desk.finder.find(Researcher.self, name)
    try desk.perform { editor in
      try editor.change(
        Researcher.self, person.id, active == false ? .leave : .change, reason: author.reason
      ) {
        if let rename { $0.name = rename }
        if let initials { $0.initials = initials }
        if let position { $0.position = position }
        if let active { $0.isActive = active }
      }
    }
    reply.say("changed", .researcher, person.id, rename ?? person.name)
  }
}

struct ResearcherList: StudyCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Who they are.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    var table = Table(
      "Researchers",
      [("id", "id"), ("name", "name"), ("status", "status"), ("position", "position")])
    table.rows = try file.open().all(Researcher.self).map { person in
      [
        .text(person.id.short), .text(person.name), .text(person.isActive ? "active" : "left"),
        person.position.map { .text($0) } ?? .missing("no reflexivity statement yet"),
      ]
    }
    try list.write([table])
  }
}

struct ProjectAttribute: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribute",
    abstract: "State a fact about a participant that the transcript does not state; list them.")

  @Argument(help: "The participant by identifier; without it the facts are listed.")
  var participant: String?
  @Argument(help: "What the fact is about, such as housing.")
  var key: String?
  @Argument(help: "The fact.")
  var value: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var list: ListOptions

  func validate() throws {
    guard participant == nil || value != nil else {
      throw ValidationError("Give participant, key and value.")
    }
  }

  func work() throws {
    let desk = try Desk(file, author)
    if let participant, let key, let value { try state(desk, participant, key, value) }
    var table = Table(
      "Facts about participants",
      [("participant", "participant"), ("key", "fact"), ("value", "value")])
    table.rows = try desk.project.all(ParticipantAttribute.self).map {
      [.text($0.participant), .text($0.key), .text($0.value)]
    }
    try list.write([table])
  }

  private func state(_ desk: Desk, _ participant: String, _ key: String, _ value: String) throws {
    let known = try desk.project.all(ParticipantAttribute.self)
      .first { $0.participant == participant && $0.key == key }
    try desk.perform { editor in
      if let known {
        try editor.change(ParticipantAttribute.self, known.id, reason: author.reason) {
          $0.value = value
        }
      } else {
        try editor.create(
          ParticipantAttribute(
            id: editor.newIdentifier(), participant: participant, key: key, value: value),
          reason: author.reason)
      }
    }
  }
}

struct ProjectMethod: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "method",
    abstract: "Show or change the declared method, title and research question.")

  @Argument(help: "The method: \(MethodProfile.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method: MethodProfile?
  @Option(help: "The research question.")
  var question: String?
  @Option(help: "The title of the study.")
  var title: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let desk = try Desk(file, author)
    guard let study = try desk.project.all(StudyProfile.self).first else { return }
    if method != nil || question != nil || title != nil {
      try desk.perform { editor in
        try editor.change(StudyProfile.self, study.id, .change, reason: author.reason) {
          if let method { $0.method = method }
          if let question { $0.question = question }
          if let title { $0.title = title }
        }
      }
    }
    guard let now = try desk.project.all(StudyProfile.self).first else { return }
    let phases = now.method.phases.map(\.title).joined(separator: "\n  ")
    reply.say(
      ["method": .text(now.method.rawValue), "question": Value(now.question)],
      "\(now.title): \(now.method.title)\n  \(phases)")
  }
}

struct ProjectPhase: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "phase",
    abstract: "Note that you work in a phase from now on; phases may be visited in any order.")

  @Argument(help: "The phase: \(Phase.allCases.map(\.rawValue).joined(separator: ", ")).")
  var phase: Phase
  @Option(help: "What you set out to do.")
  var note: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions

  func work() throws {
    let desk = try Desk(file, author)
    try desk.require(phase)
    try desk.project.perform(as: try desk.actor(), phase: phase, at: author.time) {
      try $0.enter(phase, note: note)
    }
    print(phase.title)
  }
}
