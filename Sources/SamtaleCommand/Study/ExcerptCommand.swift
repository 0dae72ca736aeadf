import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ExcerptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "excerpt",
    abstract: "Excerpts for print: what is left out, added or replaced is marked and checked.",
    discussion: """
      Write an excerpt as it is to be printed and mark every change; Samtale holds it against the \
      transcript, word by word:

        @ team1-m1
        u12: I would like [+to say] that nobody [...] waits for [Kari -> X].
        ...
        u31 (to the work applicant): You [= the work applicant] know the job.

      [...] leaves words out up to the next ones you write, [- words] says which; [+ ] inserts, \
      [= ] explains, [> ] names the addressee, [a -> b] replaces a name, [a ~> b] normalises, *…* \
      emphasises. A line “...” leaves turns out; “>> later” and “>> meeting team1-m2” say that the \
      next turn came later. A turn without words is printed whole, and words may be left off at the \
      outer ends of an excerpt without a mark. u12@40: begins at the 40th sign, where words are \
      said twice. Below a turn, “  en: words” with two spaces in front says which words of its \
      translation are printed. A backslash before a bracket makes it one of the transcript.

      Examples:
        samtale excerpt add waiting waiting.txt --theme "Help has"
        samtale excerpt add bell -t team1-m1 -u u12-u15
        samtale excerpt show waiting --style apa
        samtale excerpt list
        samtale excerpt print draft.txt transcripts/ --style kinn
      """,
    subcommands: [
      ExcerptAdd.self, ExcerptEdit.self, ExcerptRename.self, ExcerptRemove.self, ExcerptShow.self,
      ExcerptList.self, ExcerptCheckCommand.self, ExcerptQuoted.self, ExcerptQuotes.self,
      ExcerptPrint.self, ExcerptStyleCommand.self,
    ])
}

extension Excerpt: Named { var called: String { name } }

extension StudyCommand {
  /// Carries out something whose errors are sentences for the user.
  func spoken<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch let error as NotationError {
      throw ProjectError(
        .nothing, "\(error.file):\(error.line):\(error.column): \(error.what)", do: error.remedy)
    } catch let error as ExcerptFailure {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    } catch let error as ResultsFailure {
      for problem in error.problems { Terminal.printError("samtale: \(problem)") }
      throw ExitCode(2)
    }
  }
}

/// What an excerpt is for.
struct ExcerptFacts: ParsableArguments {
  @Option(help: "The theme, or code group, for which it is chosen.") var theme: String?
  @Option(help: "Whether it illustrates what the text says, or is interpreted by it.")
  var use: Excerpt.Use?
  @Option(help: "A note on the choice.") var note: String?

  func write(to excerpt: inout Excerpt, _ desk: Desk) throws {
    if let theme { excerpt.theme = try Self.home(theme, desk) }
    if let use { excerpt.use = use }
    if let note { excerpt.note = note }
  }

  /// A name must be one that a text can name.
  static func check(_ name: String) throws {
    let isPlain = !name.contains { "{}".contains($0) || $0.isNewline }
    guard isPlain, !name.isEmpty, TextInput.trimmed(name) == name else {
      throw ValidationError(
        "A name has no braces, line ends or outer spaces: texts name excerpts as {{name}}.")
    }
  }

  static func home(_ name: String, _ desk: Desk) throws -> Identifier {
    let method = try desk.project.all(StudyProfile.self).first?.method ?? .none
    return method == .stc
      ? try desk.finder.find(CodeGroup.self, name).id : try desk.finder.find(Theme.self, name).id
  }
}

extension Excerpt.Use: ExpressibleByArgument {}

struct ExcerptAdd: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Make an excerpt, from a file in the notation or from whole turns.",
    discussion: """
      Examples:
        samtale excerpt add waiting waiting.txt --theme "Help has" --use analytic
        samtale excerpt add bell -t team1-m1 -u u12-u15
      """)

  @Argument(help: "A short name by which texts refer to it.") var name: String
  @Argument(help: "A file in the notation, or - for standard input.", completion: .file())
  var file: String?
  @Option(name: .shortAndLong, help: "The transcript of whole turns.") var transcript: String?
  @Option(
    name: [.customShort("u"), .long],
    help: "A turn, or several in a row (u12-u15); may be repeated, or have commas.")
  var turn: [String] = []
  @OptionGroup var facts: ExcerptFacts
  @OptionGroup var common: CodeArguments

  func validate() throws {
    guard (transcript == nil) == turn.isEmpty else {
      throw ValidationError("Give --transcript and --turn together.")
    }
    guard (file == nil) != (transcript == nil) else {
      throw ValidationError("Name a file in the notation, or --transcript and --turn; not both.")
    }
    try ExcerptFacts.check(name)
  }

  func work() throws {
    let desk = try common.desk()
    guard try desk.finder.exactly(Excerpt.self, name) == nil else {
      throw ProjectError(
        .exists, "there is an excerpt “\(name)” already",
        do: "choose another name, or change it with samtale excerpt edit")
    }
    let text =
      try file.map { try TextInput.read($0) }
      ?? (["@ \(transcript ?? "")"] + turn.flatMap { TextInput.list($0) }.map { $0 + ":" })
      .joined(separator: "\n")
    let sources = ExcerptSources(try desk.project.corpus())
    let items = try spoken {
      let items = try ExcerptNotation.items(text, in: sources, file: file ?? "--turn")
      _ = try VerifiedExcerpt(name: name, items: items, in: sources)
      return items
    }
    let actor = try desk.actor()
    let id = try desk.perform { editor in
      var excerpt = Excerpt(id: editor.newIdentifier(), name: name, items: items, by: actor)
      try facts.write(to: &excerpt, desk)
      try editor.create(excerpt, reason: common.author.reason)
      return excerpt.id
    }
    common.reply.say("made", .excerpt, id, name)
  }
}

struct ExcerptEdit: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change an excerpt: its words from a file in the notation, its theme, use or note.",
    discussion: """
      Example:
        samtale excerpt show waiting --notation > waiting.txt
        samtale excerpt edit waiting waiting.txt --reason "shorter"
      """)

  @Argument(help: "The excerpt.") var name: String
  @Argument(help: "A file in the notation, or - for standard input.", completion: .file())
  var file: String?
  @OptionGroup var facts: ExcerptFacts
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let excerpt = try desk.finder.find(Excerpt.self, name)
    let sources = ExcerptSources(try desk.project.corpus())
    let items = try spoken {
      try file.map { file in
        let items = try ExcerptNotation.items(try TextInput.read(file), in: sources, file: file)
        _ = try VerifiedExcerpt(name: name, items: items, in: sources)
        return items
      }
    }
    guard items != nil || facts.theme != nil || facts.use != nil || facts.note != nil else {
      throw ProjectError(
        .nothing, "nothing is to change", do: "name a file, or give --theme, --use or --note")
    }
    try desk.perform { editor in
      try editor.change(Excerpt.self, excerpt.id, reason: common.author.reason) { excerpt in
        if let items { excerpt.items = items }
        try facts.write(to: &excerpt, desk)
      }
    }
    common.reply.say("changed", .excerpt, excerpt.id, excerpt.name)
  }
}

struct ExcerptRename: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give an excerpt another name.",
    discussion: "Texts that name it as {{name}} are changed too.")

  @Argument(help: "The excerpt.") var name: String
  @Argument(help: "The new name.") var new: String
  @OptionGroup var common: CodeArguments

  func validate() throws { try ExcerptFacts.check(new) }

  func work() throws {
    let desk = try common.desk()
    let excerpt = try desk.finder.find(Excerpt.self, name)
    if try desk.finder.exactly(Excerpt.self, new) != nil {
      throw ProjectError(.exists, "there is an excerpt “\(new)”", do: "choose another name")
    }
    let reason = common.author.reason
    try desk.perform { editor in
      try editor.change(Excerpt.self, excerpt.id, .rename, reason: reason) { $0.name = new }
      for text in try editor.state.all(AnalyticText.self) {
        try editor.change(AnalyticText.self, text.id, .rename, reason: reason) {
          $0.body = $0.body.naming(excerpt.name, as: new)
        }
      }
    }
    common.reply.say("renamed", .excerpt, excerpt.id, new)
  }
}

struct ExcerptRemove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take an excerpt away; the history keeps it.")

  @Argument(help: "The excerpt.") var name: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let excerpt = try desk.finder.find(Excerpt.self, name)
    try desk.perform { editor in
      try editor.remove(Excerpt.self, excerpt.id, reason: common.author.reason)
    }
    common.reply.say("removed", .excerpt, excerpt.id, excerpt.name)
    for text in try desk.project.all(AnalyticText.self)
    where text.body.naming(excerpt.name, as: "") != text.body {
      Terminal.printError("samtale: the text “\(text.heading)” still names {{\(excerpt.name)}}")
    }
  }
}

extension String {
  /// The text with `{{old}}` written as `{{new}}`, with or without blanks inside the braces.
  fileprivate func naming(_ old: String, as new: String) -> String {
    replacing("{{\(old)}}", with: "{{\(new)}}").replacing("{{ \(old) }}", with: "{{\(new)}}")
  }
}
