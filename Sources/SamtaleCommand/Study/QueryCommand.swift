import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

/// Which wording and topic options a query uses.
struct QueryOptions: ParsableArguments {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var file: ProjectOptions

  func index(_ project: Project) throws -> QueryIndex {
    QueryIndex(try project.corpus(), library: try language.library())
  }
}

struct QueryCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Find places by code, person, role, meeting, topic, how it ended, or words.",
    discussion: """
      Terms side by side are about the same thing and bind closest (not code:x role:WA means not both \
      together); then not, then overlaps, follows and precedes, then and, then or; parentheses \
      group. code:=name is that code without those below it. Fields: \(QueryField.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        samtale query 'code:pressure role:WA'
        samtale query '"fifty per cent" and closure:abruptShift'
        samtale query 'code:"asks for help" follows/3 role:SW'
      """)

  @Argument(help: "The query, in quotation marks.") var query: String
  @OptionGroup var options: QueryOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let question = try Query(query)
    let project = try options.file.open()
    let index = try options.index(project)
    let extracts = try question.run(on: index)
    try list.write([.extracts(extracts, query: query)])
  }
}

struct CodeRecode: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "recode",
    abstract: "Give another code to the codings that a query finds; shows them first.",
    discussion: """
      Without --yes nothing is changed: you see what would be. One undo takes all of it back.

      Example:
        samtale code recode 'code:support role:ES' --to "Practical help" --yes
      """)

  @Argument(help: "The query; it must name a code, coder or round.") var query: String
  @Option(help: "The new code.") var to: String
  @Flag(help: "Do it.") var yes = false
  @OptionGroup var language: LanguageOptions
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let target = try desk.finder.find(Code.self, to)
    let index = QueryIndex(try desk.project.corpus(), library: try language.library())
    let extracts = try Query(query).run(on: index)
    var seen: Set<Identifier> = []
    let codings = extracts.compactMap(\.coding).filter { seen.insert($0).inserted }
    guard !codings.isEmpty else {
      throw ProjectError(
        .nothing, "the query finds no codings", do: "name a code, coder or round in it")
    }
    guard yes else {
      print(
        Table.extracts(extracts, query: query).rendered(as: .table, width: Terminal.width),
        terminator: "")
      print("\(codings.count) codings would get “\(target.name)”. With --yes they do.")
      return
    }
    try desk.perform { try $0.recode(codings, to: target.id, reason: common.author.reason) }
    common.reply.say(
      ["done": .text("recoded"), "codings": .number(codings.count), "code": Value(target.id)],
      "\(codings.count) codings now have “\(target.name)”")
  }
}
