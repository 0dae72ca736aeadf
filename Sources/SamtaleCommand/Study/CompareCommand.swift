import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct CompareCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Two people's codings side by side: an aid to discussion, not a measure.",
    discussion: """
      For each transcript that both have coded: what each saw, what both saw, and what one saw that \
      the other did not.

      Examples:
        samtale compare Anna Bo
        samtale compare Anna Bo -t team3-m1 --differences
        samtale compare Anna Anna --rounds first,second
      """)

  @Argument(help: "One researcher.") var first: String
  @Argument(help: "The other, or the same with --rounds.") var second: String
  @Option(name: .shortAndLong, help: "Only this transcript.") var transcript: String?
  @Option(help: ArgumentHelp("A coding round for each, with a comma.", valueName: "a,b"))
  var rounds: String?
  @Flag(help: "Only passages that one saw and the other did not, or coded otherwise.")
  var differences = false
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func validate() throws {
    guard names.isEmpty || names.count == 2 else {
      throw ValidationError("--rounds takes two rounds with a comma.")
    }
  }

  private var names: [String] { (rounds ?? "").split(separator: ",").map(String.init) }

  func work() throws {
    let project = try file.open()
    let finder = Finder(project)
    let corpus = try project.corpus()
    let round = try names.map { try finder.find(CodingRound.self, $0).id }
    let sides = try [first, second].enumerated().map { i, name in
      CodingComparison.Side(
        researcher: try finder.find(Researcher.self, name).id, round: round.isEmpty ? nil : round[i]
      )
    }
    let only = try transcript.map { try finder.find(StudyTranscript.self, $0).id }
    let chosen = corpus.inOrder.map(\.id).filter { only == nil || $0 == only }
    let comparisons = chosen.compactMap {
      CodingComparison(corpus, transcript: $0, sides[0], sides[1])
    }
    .filter { only != nil || (!$0.passagesA.isEmpty && !$0.passagesB.isEmpty) }
    guard !comparisons.isEmpty else {
      throw ProjectError(
        .nothing, "there is no transcript that both have coded", do: "name one with --transcript")
    }
    try list.write(
      comparisons.flatMap {
        differences
          ? [Table.differences($0)] : [Table.comparison($0), Table.comparisonTotals($0)]
      })
  }
}
