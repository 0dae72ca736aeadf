import ArgumentParser
import Samtale
import SamtaleProject

struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "Themes: patterns of shared meaning that you build, name and review.",
    discussion: """
      A theme begins as a candidate. It is developed once you can say in a sentence what idea \
      holds it together, its central organising concept. You may go back at any time.

      Examples:
        samtale theme create "Help has to be asked for"
        samtale theme put "Waits to be asked" --theme "Help has"
        samtale theme extract 5c1e8f70 --theme "Help has"
        samtale theme develop "Help has" --concept "Whoever waits gets none"
        samtale theme review "Help has" --level dataSet --decision keep \\
          --reason "It runs through all meetings, also the quiet ones"
      """,
    subcommands: [
      ThemeCreate.self, ThemeDescribe.self, ThemeDevelop.self, ThemeRename.self,
      ThemeFinalise.self, ThemeDiscard.self, ThemeRevive.self, ThemePut.self, ThemeExtract.self,
      ThemeBoundary.self, ThemeRelate.self, ThemeUnder.self, ThemeOrder.self,
      ThemeReviewCommand.self,
      ThemeWrite.self, ThemeUnwrite.self, ThemeTree.self, ThemeHistory.self, ThemeMapCommand.self,
    ])
}

struct ThemeCreate: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Begin a candidate theme.",
    discussion: """
      A name that says something about the data serves better than a single word for a topic.

      Example:
        samtale theme create "Help has to be asked for"
      """)

  @Argument(help: "The name.") var name: String
  @Option(help: "The idea that holds it together, in a sentence; may come later.")
  var concept: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let id = try desk.perform { editor in
      let theme = Theme(id: editor.newIdentifier(), name: name, concept: concept)
      try editor.create(theme, reason: common.author.reason)
      return theme.id
    }
    common.reply.say("created", .theme, id, name)
  }
}

/// The words with which a theme is described.
struct ThemeWords: ParsableArguments {
  @Option(help: "The central organising concept: the idea that holds it together, in a sentence.")
  var concept: String?
  @Option(help: "A new name.") var name: String?
  @Option(help: "What the theme is.") var includes: String?
  @Option(help: "What the theme is not.") var excludes: String?
  @Option(help: "How it answers the research question.") var question: String?
  @Option(
    help: ArgumentHelp(
      "A role whose doing or saying it is about; may be given several times.", valueName: "role"))
  var role: [String] = []

  func write(to theme: inout Theme) {
    if let concept { theme.concept = concept }
    if let name { theme.name = name }
    if let includes { theme.includes = includes }
    if let excludes { theme.excludes = excludes }
    if let question { theme.question = question }
    if !role.isEmpty { theme.roles = role }
  }
}

struct ThemeDescribe: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Change a theme's words and leave its status as it is.",
    discussion: """
      Example:
        samtale theme describe "Help has" --excludes "Help that just comes"
      """)

  @Argument(help: "The theme.") var theme: String
  @OptionGroup var words: ThemeWords
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    try desk.perform { editor in
      try editor.develop(found.id, .describe, reason: common.author.reason) { words.write(to: &$0) }
    }
    common.reply.say("changed", .theme, found.id, words.name ?? found.name)
  }
}

struct ThemeDevelop: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "develop",
    abstract: "Make a candidate a developed theme: say what holds it together.",
    discussion: """
      Needs a central organising concept, now or from before. A final theme is open again after this.

      Examples:
        samtale theme develop "Help has" --concept "Whoever waits gets none"
        samtale theme develop "Help has" --role WA --excludes "Ready help"
      """)

  @Argument(help: "The theme.") var theme: String
  @OptionGroup var words: ThemeWords
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.livingTheme(theme)
    try desk.perform { editor in
      try editor.develop(found.id, reason: common.author.reason) {
        words.write(to: &$0)
        $0.status = .developed
      }
    }
    common.reply.say("developed", .theme, found.id, words.name ?? found.name)
  }
}

struct ThemeRename: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a theme another name; the history keeps the old one and the reason.",
    discussion: """
      Example:
        samtale theme rename "Help has" "Asking is work" --reason "Clearer"
      """)

  @Argument(help: "The theme.") var theme: String
  @Argument(help: "The new name.") var name: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let id = try desk.finder.find(Theme.self, theme).id
    try desk.perform { editor in
      try editor.develop(id, .rename, reason: common.author.reason) { $0.name = name }
    }
    common.reply.say("renamed", .theme, id, name)
  }
}

struct ThemeFinalise: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "finalise",
    abstract: "Say that a theme is as it will be written up; it can still be changed.",
    discussion: """
      Example:
        samtale theme finalise "Asking is work"
      """)

  @Argument(help: "The theme.") var theme: String
  @OptionGroup var words: ThemeWords
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.livingTheme(theme)
    try desk.perform { editor in
      try editor.develop(found.id, .finalise, reason: common.author.reason) {
        words.write(to: &$0)
        $0.status = .final
      }
    }
    common.reply.say("finalised", .theme, found.id, words.name ?? found.name)
  }
}

struct ThemeDiscard: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard",
    abstract: "Give up a theme, and say why; it is kept with all that belongs to it.",
    discussion: """
      Example:
        samtale theme discard "Money" --reason "Only a topic"
      """)

  @Argument(help: "The theme.") var theme: String
  @OptionGroup var common: CodeArguments

  func validate() throws { try common.author.demandReason() }

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    try desk.perform { try $0.discardTheme(found.id, reason: common.author.reason ?? "") }
    common.reply.say("discarded", .theme, found.id, found.name)
  }
}

extension AuthorOptions {
  /// For commands that are not carried out without a reason.
  func demandReason() throws {
    guard let reason, !TextInput.trimmed(reason).isEmpty else {
      throw ValidationError("Say why, with --reason \"…\"; the history keeps it.")
    }
  }
}

struct ThemeRevive: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "revive",
    abstract: "Bring back a discarded theme as a candidate.",
    discussion: """
      Example:
        samtale theme revive "Money" --reason "It is about being owed"
      """)

  @Argument(help: "The theme.") var theme: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    guard found.status == .discarded else {
      throw ProjectError(
        .nothing, "the theme “\(found.name)” is not discarded (\(found.status.rawValue))",
        do: "work on it as it is")
    }
    try desk.perform { editor in
      try editor.develop(found.id, .revive, reason: common.author.reason) { $0.status = .candidate }
    }
    common.reply.say("brought back", .theme, found.id, found.name)
  }
}

extension Desk {
  /// A theme that is not discarded.
  func livingTheme(_ name: String) throws -> Theme {
    let found = try finder.find(Theme.self, name)
    guard found.status != .discarded else {
      throw ProjectError(
        .nothing, "the theme “\(found.name)” is discarded",
        do: "bring it back first: samtale theme revive")
    }
    return found
  }
}
