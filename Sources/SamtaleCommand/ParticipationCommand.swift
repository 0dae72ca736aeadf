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
        samtale participation --by role,meeting transcripts/
        samtale participation --format csv -o shares.csv transcripts/
        samtale participation --intervals --seed 7 transcripts/
        samtale participation --equality transcripts/
      """
  )

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      """
      What a row stands for: speaker, role (the default), team, meeting, or several of them with \
      commas. Beside meeting or team, shares are parts of that meeting or team.
      """,
      valueName: "grouping"
    ),
    completion: .list(CommaList<Grouping>.completions),
    transform: CommaList<Grouping>.groupings
  )
  var by: CommaList<Grouping>?

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
      Count these words too, with commas: deleted (withdrawn words), contributions (others' words \
      inside a turn), descriptions, notes, labels. They never make a turn.
      """,
      valueName: "extras"
    ),
    completion: .list(CommaList<WordOptions.Extra>.completions),
    transform: CommaList<WordOptions.Extra>.extras
  )
  var count: CommaList<WordOptions.Extra>?

  @Flag(help: "Do not count filled pauses as words; which, depends on the language.")
  var withoutFillers = false

  @Flag(help: "Count utterances without a word (a laugh, an inaudible remark) as turns.")
  var countNonverbal = false

  @Flag(help: "Add the spread over meetings and 95 % bootstrap intervals of the shares.")
  var intervals = false

  @Flag(help: "Print, for each meeting, how equally people took part and who was silent.")
  var equality = false

  @Flag(help: "List the turns behind the numbers, with file and line.")
  var evidence = false

  @Flag(help: "With --by speaker: show people's names too. Mind confidentiality.")
  var names = false

  @Option(help: "Seed of the bootstrap.")
  var seed: UInt64 = 1

  @Option(help: "Number of bootstrap samples.")
  var samples: Int = 2000

  @OptionGroup var output: OutputOptions

  private var groupings: [Grouping] { by?.values ?? [.role] }

  func validate() throws {
    guard (100...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be between 100 and 1000000.")
    }
    if equality {
      for (isGiven, option) in [
        (by != nil, "--by"), (evidence, "--evidence"), (intervals, "--intervals"),
      ] where isGiven {
        throw ValidationError(
          "--equality prints a table of its own, one row a meeting: leave out \(option), or run "
            + "samtale participation once with --equality and once with \(option)."
        )
      }
    }
    if evidence, intervals {
      throw ValidationError("--evidence lists single turns: leave out --intervals.")
    }
    if names, equality || evidence || !groupings.contains(.speaker) {
      throw ValidationError("--names needs a table of people: --by speaker --names.")
    }
  }

  func run() throws {
    let words = WordOptions(
      extras: Set(count?.values ?? []),
      withoutFilledPauses: withoutFillers,
      countsNonverbal: countNonverbal
    )
    let (unit, evidence) = (unit, evidence)
    let needsMarks = !words.extras.isDisjoint(with: [.contributions, .descriptions, .notes])
    let read = input.read(content: needsMarks ? .everything : .talk) {
      MeetingParticipation($0, unit: unit, words: words, evidence: evidence)
    }
    let meetings = read.values
    guard !meetings.isEmpty else { throw read.exitCode }
    input.printer.print(Participation.findings(meetings))
    try output.write([table(meetings, words)])
    if read.exitCode != .success { throw read.exitCode }
  }

  private func table(_ meetings: [MeetingParticipation], _ words: WordOptions) -> Table {
    let bootstrap = Bootstrap(samples: samples, seed: seed)
    if equality { return .equality(CorpusEquality(meetings), words: words, bootstrap: bootstrap) }
    let participation = Participation(
      meetings,
      by: groupings,
      bootstrap: intervals ? bootstrap : nil
    )
    if evidence { return .evidence(participation, words: words) }
    return .participation(participation, words: words, intervals: intervals, names: names)
  }
}

extension TurnUnit: EnumerableFlag {}
