import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation",
    abstract: "What turns say in another language, who translated them, and how it was checked.",
    discussion: """
      Translations that a transcript's file holds are used as they stand; those made here go before \
      them and are kept in the history. A translation whose turn was corrected since is stale until \
      somebody has looked at it.

      Examples:
        samtale translation add "Good morning" -t m1 -u u1 --language en
        samtale translation status checked -t m1 -u u1-u20
        samtale translation list -t m1 --missing
        samtale translation export -t m1 --language en -o sheet.csv
        samtale translation import sheet.csv -t m1 --language en
        samtale translation coverage
      """,
    subcommands: [
      TranslationAdd.self, TranslationStatus.self, TranslationRemove.self, TranslationList.self,
      TranslationExport.self, TranslationImport.self, TranslationCoverage.self,
    ])
}

extension Translation.Status: ExpressibleByArgument {}

/// Which transcript and language.
struct TranslationOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The transcript.", valueName: "name"))
  var transcript: String

  @Option(
    help: ArgumentHelp(
      "The language translated into, as a tag (en, nb). Without it: the only one there is.",
      valueName: "tag"))
  var language: String?

  /// The translations of the transcript.
  func set(_ project: Project) throws -> TranslationSet {
    let id = try Finder(project).find(StudyTranscript.self, transcript).id
    guard let set = TranslationSet(try project.corpus(), id) else {
      throw ProjectError(
        .unknown, "the transcript \(transcript) is withdrawn", do: "name one that is in the study")
    }
    return set
  }

  func language(_ set: TranslationSet) throws -> String {
    try TranslationLanguage.only(language, among: set.languages)
  }
}

/// The language that is meant.
enum TranslationLanguage {
  static func only(_ named: String?, among languages: [String]) throws -> String {
    if let named { return languages.first { Translation.isSame($0, named) } ?? named }
    guard let only = languages.first, languages.count == 1 else {
      throw ProjectError(
        languages.isEmpty ? .missing : .ambiguous,
        languages.isEmpty
          ? "nothing is translated yet" : "there are translations into several languages",
        do: "name the language with --language"
          + (languages.isEmpty ? " (en, nb, …)" : " (\(languages.joined(separator: ", ")))"))
    }
    return only
  }
}

/// Which turns of it.
struct TranslationTurns: ParsableArguments {
  @OptionGroup var place: TranslationOptions

  @Option(
    name: [.customShort("u"), .long],
    help: ArgumentHelp("The turn (u12), or several in a row (u12-u15).", valueName: "id"))
  var turn: String

  /// The utterances that are named.
  func utterances(_ set: TranslationSet) throws -> [Int] {
    try set.version.stretches(of: set.version.anchor(turns: turn))?.map(\.utterance) ?? []
  }

  /// The translations of the turns that are named.
  func entries(_ set: TranslationSet, _ language: String) throws -> [TranslationSet.Entry] {
    // One text may translate several of the turns.
    var seen: Set<Int> = []
    let entries = try utterances(set).compactMap { set[$0, language] }
      .filter { seen.insert($0.translation.utterance).inserted }
    guard !entries.isEmpty else {
      throw ProjectError(
        .unknown, "\(turn) of \(set.name.name) has no translation into \(language)",
        do: "list those that there are: samtale translation list -t \(set.name.name)")
    }
    return entries
  }
}

extension TranslationSet {
  /// What a translation is called in answers.
  func label(_ entry: Entry) -> String {
    "\(name.name) \(version.name(of: entry.translation.utterance)) \(entry.translation.language)"
  }
}

struct TranslationAdd: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Translate a turn, or change its translation.",
    discussion: """
      A new wording is a draft, the translator you and the date today, unless you say otherwise.

      Examples:
        samtale translation add "Good morning" -t m1 -u u1 --language en
        samtale translation add - -t m1 -u u2 --language en < words.txt
      """)

  @Argument(help: "The translation; - takes it from standard input.") var text: String
  @OptionGroup var turns: TranslationTurns
  @Option(help: "Who translated, by name. Without it: you.") var translator: String?
  @Option(help: "When (2026-01-31). Without it: today.") var date: String?
  @Option(help: "draft, checked or back-translated.") var status: Translation.Status?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let set = try turns.place.set(desk.project)
    let language = try turns.place.language(set)
    let utterances = try turns.utterances(set)
    guard utterances.count == 1 else {
      throw ProjectError(
        .ambiguous, "\(turns.turn) are \(utterances.count) turns",
        do: "translate them one by one, or use a sheet: samtale translation export")
    }
    let entry = set[utterances[0], language]
    let words = try TextInput.trimmed(TextInput.argument(text))
    let id = try desk.perform { editor in
      try editor.translate(
        set.version.anchor([TextStretch(utterance: utterances[0])]), into: language, words,
        translator: translator, date: date, status: status, known: entry?.object,
        reason: common.author.reason)
    }
    common.reply.say(
      entry?.object == nil ? "wrote" : "changed", .translation, id,
      "\(set.name.name) \(set.version.name(of: utterances[0])) \(language)")
  }
}

struct TranslationStatus: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say how far translations have come; they fit their turns as these are now.",
    discussion: """
      What was stale no longer is. A translation of the transcript's file is taken into the project.

      Example:
        samtale translation status checked -t m1 -u u1-u20 --as Bo
      """)

  @Argument(help: "draft, checked or back-translated.") var status: Translation.Status
  @OptionGroup var turns: TranslationTurns
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let set = try turns.place.set(desk.project)
    let language = try turns.place.language(set)
    let entries = try turns.entries(set, language)
    let ids = try desk.perform { editor in
      try entries.map {
        try editor.setStatus(status, of: $0, in: set.version, reason: common.author.reason)
      }
    }
    for (id, entry) in zip(ids, entries) {
      common.reply.say(
        status.rawValue + ":", as: status.rawValue, .translation, id, set.label(entry))
    }
  }
}

struct TranslationRemove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take translations away; the history keeps them, those of files stay.",
    discussion: """
      Example:
        samtale translation remove -t m1 -u u7 --reason "Translated anew"
      """)

  @OptionGroup var turns: TranslationTurns
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let set = try turns.place.set(desk.project)
    let language = try turns.place.language(set)
    let entries = try turns.entries(set, language).filter { $0.object != nil }
    guard !entries.isEmpty else {
      throw ProjectError(
        .nothing, "the translation of \(turns.turn) stands in the transcript's file",
        do: "correct the file and add it again: samtale project add")
    }
    try desk.perform { editor in
      for id in entries.compactMap(\.object) {
        try editor.remove(StudyTranslation.self, id, reason: common.author.reason)
      }
    }
    for entry in entries {
      guard let id = entry.object else { continue }
      common.reply.say("removed", .translation, id, set.label(entry))
    }
  }
}
