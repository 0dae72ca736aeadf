import ArgumentParser
import Samtale
import SamtalePublishing

struct ParticipationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "participation",
    abstract:
      "Who contributes how much: people, turns, words, speaking time, by role or otherwise.",
    discussion: """
      Examples:
        samtale participation Corpora/ips-meetings
        samtale participation --by speaker meeting1.xml meeting2.xml
        samtale participation --by role,meeting --format csv -o shares.csv transcripts/
        samtale participation --intervals --seed 7 transcripts/
        samtale participation --equality transcripts/
      """
  )

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "What a row stands for: speaker, role, team, meeting, or several of them with commas.",
      valueName: "grouping"
    )
  )
  var by: GroupingList = GroupingList(groupings: [.role])

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "What is counted: turns (adjacent utterances of one speaker merged) or utterances."
    )
  )
  var unit: TurnUnit = .turns

  @Option(
    help: ArgumentHelp(
      """
      Count these too, with commas: deleted (withdrawn words), contributions (others' words inside \
      a turn), descriptions, notes, labels.
      """,
      valueName: "extras"
    )
  )
  var count: ExtraList = ExtraList(extras: [])

  @Flag(help: "Do not count filled pauses (uh, um, eh, øh, hm …) as words.")
  var withoutFillers = false

  @Flag(help: "Count utterances without a word (a laugh, an inaudible remark) as turns.")
  var countNonverbal = false

  @Flag(help: "Add the spread over meetings and 95 % bootstrap intervals of the shares.")
  var intervals = false

  @Flag(help: "Print, for each meeting, how equally people took part and who was silent.")
  var equality = false

  @Flag(help: "List the turns behind the numbers, with file and line.")
  var evidence = false

  @Option(help: "Seed of the bootstrap.")
  var seed: UInt64 = 1

  @Option(help: "Number of bootstrap samples.")
  var samples: Int = 2000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (100...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be between 100 and 1000000.")
    }
  }

  func run() throws {
    let words = WordOptions(
      extras: Set(count.extras),
      leftOut: withoutFillers ? WordOptions.filledPauses : [],
      countsNonverbal: countNonverbal
    )
    let (unit, evidence) = (unit, evidence)
    let needsMarks = !words.extras.isDisjoint(with: [.contributions, .descriptions, .notes])
    let read = input.read(content: needsMarks ? .everything : .talk) {
      MeetingParticipation($0, unit: unit, words: words, evidence: evidence)
    }
    let meetings = read.values
    guard !meetings.isEmpty else { throw read.exitCode }
    try output.write(tables(meetings, words))
    if read.exitCode != .success { throw read.exitCode }
  }

  private func tables(_ meetings: [MeetingParticipation], _ words: WordOptions) -> [Table] {
    let bootstrap = Bootstrap(samples: samples, seed: seed)
    if equality { return [.equality(meetings, bootstrap: bootstrap)] }
    let participation = Participation(
      meetings,
      by: by.groupings,
      bootstrap: intervals ? bootstrap : nil
    )
    if evidence { return [.evidence(participation)] }
    return [.participation(participation, words: words, intervals: intervals)]
  }
}

/// A list of groupings as written on the command line.
struct GroupingList: ExpressibleByArgument {
  var groupings: [Grouping]

  init(groupings: [Grouping]) { self.groupings = groupings }

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { Grouping(rawValue: String($0)) }
    let known = parts.compactMap { $0 }
    guard !known.isEmpty, known.count == parts.count, Set(known).count == known.count else {
      return nil
    }
    groupings = known
  }

  var defaultValueDescription: String { groupings.map(\.rawValue).joined(separator: ",") }
  static var allValueStrings: [String] { Grouping.allCases.map(\.rawValue) }
}

/// A list of extra texts to count, as written on the command line.
struct ExtraList: ExpressibleByArgument {
  var extras: [WordOptions.Extra]

  init(extras: [WordOptions.Extra]) { self.extras = extras }

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { WordOptions.Extra(rawValue: String($0)) }
    guard !parts.contains(nil) else { return nil }
    extras = parts.compactMap { $0 }
  }

  var defaultValueDescription: String {
    extras.isEmpty ? "none" : extras.map(\.rawValue).joined(separator: ",")
  }
  static var allValueStrings: [String] { WordOptions.Extra.allCases.map(\.rawValue) }
}

extension TurnUnit: EnumerableFlag {}
