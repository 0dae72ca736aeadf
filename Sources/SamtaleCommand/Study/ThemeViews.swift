import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ThemeTree: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The themes with concept, scope, codes and extracts; discarded ones too.",
    discussion: """
      Example:
        samtale theme list --extracts --reviews
      """)

  @Flag(help: "Print the extracts of each theme.") var extracts = false
  @Flag(help: "Print the reviews of each theme.") var reviews = false
  @Flag(help: "Print in which meetings, teams and roles a theme shows: context, not importance.")
  var context = false
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let themes = ThemeList(try file.open().corpus()).discardedLast
    var tables = [Table.themes(themes)]
    if extracts { tables.append(.themeExtracts(themes)) }
    if reviews { tables.append(.themeReviews(themes)) }
    if context { tables.append(.themeContext(themes)) }
    try list.write(tables)
  }
}

struct ThemeHistory: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Every name and status that themes had, when, by whom and why.",
    discussion: """
      Example:
        samtale theme history "Help has to be asked for"
      """)

  @Argument(help: "A theme; without it all.") var theme: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let only = try theme.map { try Finder(project).find(Theme.self, $0).id }
    let history = ObjectHistory(try project.events(), kinds: [.theme])
    try list.write([.histories(only.map { history.only($0) } ?? history)])
  }
}

struct ThemeMapCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draw the thematic map as SVG, or write it for Graphviz (dot).",
    discussion: """
      Examples:
        samtale theme map -o map.svg
        samtale theme map --to dot | dot -Tpdf > map.pdf
      """)

  enum Target: String, ExpressibleByArgument, CaseIterable { case svg, dot }

  @Option(help: "The format.") var to: Target = .svg
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?
  @Flag(inversion: .prefixedNo, help: "Draw the codes below their themes.") var codes = true
  @Flag(help: "Draw discarded themes too.") var discarded = false
  @Flag(help: "Only final themes.") var final = false
  @Flag(help: "For one column of a page (85 mm) instead of its width (170 mm).") var narrow = false
  @OptionGroup var file: ProjectOptions

  func work() throws {
    var statuses: Set<Theme.Status> = final ? [.final] : [.candidate, .developed, .final]
    if discarded { statuses.insert(.discarded) }
    let options = ThemeMap.Options(statuses: statuses, withCodes: codes)
    let map = ThemeMap(try file.open().study(), options: options)
    let text = to == .svg ? map.svg(width: narrow ? .column : .page) : map.dot
    if let output {
      try Files.write(Array(text.utf8), to: output)
    } else {
      try Files.writeToStandardOutput(Array(text.utf8))
    }
  }
}

struct CondensationCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Code groups, subgroups, meaning units and condensates, and what is not yet covered.",
    discussion: """
      A condensate is written by the researchers; nobody said it.

      Examples:
        samtale stc view
        samtale stc view --checks
      """)

  @Flag(help: "Meaning units by transcript instead.") var units = false
  @Flag(help: "The categories held against each transcript instead.") var checks = false
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let view = CondensationView(try file.open().corpus())
    try list.write(
      units ? [.meaningUnits(view)] : checks ? [.recontextualisation(view)] : [.condensation(view)])
  }
}

struct ProjectPhases: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "phases",
    abstract: "Who worked in which phase of the method, and who went back to which.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    try list.write([.phases(PhaseLog(try file.open().events()))])
  }
}

struct StcTexts: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "texts",
    abstract: "Print the analytic texts of the categories, with the words that they quote.",
    discussion: """
      Example:
        samtale stc texts
      """)

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let corpus = try file.open().corpus()
    var table = Table(
      "Analytic texts",
      [
        ("category", "category"), ("by", "by"), ("text", "text"), ("quoted", "quoted units"),
        ("condensates", "condensates"),
      ],
      notes: ["Written by the researchers, in the third person."])
    table.rows = corpus.study.all(AnalyticText.self).map { text in
      [
        .text(text.heading), .text(corpus.study.object(Researcher.self, text.by)?.name ?? ""),
        .text(text.body), .text(text.quotes.map(\.short).joined(separator: ", ")),
        .text(text.condensates.map(\.short).joined(separator: ", ")),
      ]
    }
    try list.write([table])
  }
}
