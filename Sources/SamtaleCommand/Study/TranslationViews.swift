import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

extension StudyCorpus {
  /// The translations of one transcript, or of all of them in order of their names.
  fileprivate func translations(_ only: Identifier?) -> [TranslationSet] {
    inOrder.filter { only == nil || $0.id == only }.compactMap { TranslationSet(self, $0.id) }
  }
}

struct TranslationList: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Turns beside their translation, with status, translator and date.",
    discussion: """
      Examples:
        samtale translation list -t m1
        samtale translation list --missing --language en
        samtale translation list -t m1 --format csv -o check.csv
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Only this transcript.", valueName: "name"))
  var transcript: String?
  @Option(
    help: ArgumentHelp(
      "The language translated into, as a tag. Without it: the only one there is.",
      valueName: "tag"))
  var language: String?
  @Flag(help: "Turns with words that have no translation.") var missing = false
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let only = try transcript.map { try Finder(project).find(StudyTranscript.self, $0).id }
    let sets = try project.corpus().translations(only)
    let language = try TranslationLanguage.only(language, among: sets.languages)
    try list.write([.translations(sets, language: language, missing ? .missing : .translated)])
  }
}

extension [TranslationSet] {
  /// The languages into which anything is translated.
  fileprivate var languages: [String] {
    var seen: Set<String> = []
    return flatMap(\.languages).filter { seen.insert($0.lowercased()).inserted }
  }
}

struct TranslationCoverage: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "How much of each transcript is translated, how far it has come, and by whom.",
    discussion: """
      Example:
        samtale translation coverage --language en
      """)

  @Option(help: ArgumentHelp("Only this language, as a tag.", valueName: "tag"))
  var language: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let sets = try file.open().corpus().translations(nil)
    let languages = language.map { [$0] } ?? sets.languages
    guard !languages.isEmpty else { _ = try TranslationLanguage.only(nil, among: []); return }
    try list.write([
      .translationCoverage(sets.flatMap { set in languages.map { set.coverage($0) } })
    ])
  }
}

struct TranslationExport: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a sheet for translators: original and translation, turn by turn (CSV).",
    discussion: """
      Example:
        samtale translation export -t m1 --language en -o sheet.csv
      """)

  @OptionGroup var place: TranslationOptions
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?
  @OptionGroup var file: ProjectOptions

  func work() throws {
    let set = try place.set(file.open())
    let bytes = TranslationSheet(set, language: try place.language(set)).csv.bytes
    if let output {
      try Files.write(bytes, to: output)
    } else {
      try Files.writeToStandardOutput(bytes)
    }
  }
}

struct TranslationImport: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take translations over from a sheet that samtale translation export wrote.",
    discussion: """
      Rows belong to turns by the column “turn”. If an original differs from the transcript nothing \
      is taken over. Twice is harmless.

      Example:
        samtale translation import sheet.csv -t m1 --translator Kari
      """)

  @Argument(help: "The sheet (CSV, UTF-8).", completion: .file(extensions: ["csv", "tsv"]))
  var sheet: String
  @OptionGroup var place: TranslationOptions
  @Option(help: "Who translated what is new, by name. Without it: you.") var translator: String?
  @Option(help: "When (2026-01-31). Without it: today.") var date: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let set = try place.set(desk.project)
    let language = try place.language(set)
    let read = try TranslationSheet(csv: try Files.bytes(sheet), named: sheet)
    let report = try desk.perform {
      try $0.importTranslations(
        read, into: set, language: language, translator: translator, date: date,
        reason: common.author.reason)
    }
    common.reply.say(report)
    if report.diagnostics.contains(where: { $0.severity > .note }) { throw ExitCode(1) }
  }
}
