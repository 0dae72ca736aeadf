import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct CodeTableCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract:
      "Codes by role, person, meeting, team, opener, last word, closure, uptake, or each other.",
    discussion: """
      Counts say where a code was used, not how important it is. Closure and uptake are computed \
      suggestions.

      Examples:
        samtale code table --by role
        samtale code table --by closure --coder Anna --format csv
        samtale code table --by code
      """)

  @Option(
    help:
      "What the columns are: \(CodeTable.Dimension.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var by: CodeTable.Dimension
  @Option(help: "Only codings of this researcher; repeatable.") var coder: [String] = []
  @Option(help: "Only codings of this round; repeatable.") var round: [String] = []
  @Flag(
    help: "With --by code: codes meet where they are in the same turn, not only on the same words.")
  var sameTurn = false
  @Flag(help: "Print the codings behind the counts, with file and line.") var evidence = false
  @OptionGroup var options: QueryOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try options.file.open()
    let finder = Finder(project)
    let coders = try coder.map { try finder.find(Researcher.self, $0).id }
    let rounds = try round.map { try finder.find(CodingRound.self, $0).id }
    let index = try options.index(project)
    let table = CodeTable(
      by, of: index,
      choosing: CodeTable.Choice(
        coders: coders.isEmpty ? nil : Set(coders), rounds: rounds.isEmpty ? nil : Set(rounds),
        meetsInUtterance: sameTurn))
    try list.write([evidence ? .codeEvidence(table, in: index) : .codes(table)])
  }
}

extension CodeTable.Dimension: ExpressibleByArgument {}
