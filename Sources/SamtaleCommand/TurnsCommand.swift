import ArgumentParser
import Samtale
import SamtalePublishing

struct TurnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turns",
    abstract: "How turns are taken: who follows whom, who asks, who is answered, gaps, overlaps.",
    discussion: """
      Examples:
        samtale turns Corpora/ips-meetings
        samtale turns --by speaker meeting1.xml
        samtale turns --each transcripts/
        samtale turns --format csv -o turns.csv transcripts/
        samtale turns --evidence meeting1.xml
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "Who counts as a party: role or speaker.")
  var by: SpeakerSequence.Unit = .role

  @Flag(help: "A set of tables for each meeting, not only for all together.")
  var each = false

  @Flag(help: "List the turns behind the counts, with file and line.")
  var evidence = false

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let measured = try chance.measure(input, language, by)
    if evidence {
      let rows = measured.rows(evidence: true).filter { !$0.evidence.isEmpty }
      try output.write([.evidence(rows)])
    } else if output.isForPrograms {
      // Several tables make no CSV or JSON: programs get the long one.
      try output.write([.measures(measured.rows(evidence: false), corpus: input.corpusName)])
    } else {
      try output.write(measured.tables(each: each || by == .speaker))
    }
    if measured.exitCode != .success { throw measured.exitCode }
  }
}

struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "All measures in one long table: a number a row, for R and Python.",
    discussion: """
      Examples:
        samtale measures --format csv -o m.csv transcripts/
        samtale measures --by speaker --format json meeting1.xml
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "Who counts as a party: role or speaker.")
  var by: SpeakerSequence.Unit = .role

  @Flag(help: "Add the turns behind each count, with file and line.")
  var evidence = false

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let measured = try chance.measure(input, language, by)
    var table = Table.measures(
      measured.allRows(evidence: evidence), corpus: input.corpusName, evidence: evidence)
    table.notes = measured.notes
    try output.write([table])
    if measured.exitCode != .success { throw measured.exitCode }
  }
}

extension SpeakerSequence.Unit: ExpressibleByArgument {}

extension InputOptions {
  /// What to call the corpus: the name of the folder or file if there is one only.
  var corpusName: String { input.count == 1 ? Files.stem(input[0]) : "corpus" }
}

extension OutputOptions {
  /// Whether the output is for programs, which want one table.
  var isForPrograms: Bool { [.csv, .tsv, .json].contains(format) }
}

/// How chance is brought in: resampling and random orders.
struct ChanceOptions: ParsableArguments {
  @Option(help: "Seed of all random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Number of bootstrap samples.")
  var samples: Int = 2000

  @Option(help: "Number of random orders of turns.")
  var permutations: Int = 1000

  func validate() throws {
    guard (100...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be between 100 and 1000000.")
    }
    guard (19...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations must be between 19 and 1000000.")
    }
  }

  /// Reads and measures.
  func measure(
    _ input: InputOptions, _ language: LanguageOptions, _ unit: SpeakerSequence.Unit
  ) throws -> MeasuredCorpus {
    let cues = try language.library()
    let read = input.read { InteractionMeasures($0, cues: cues, unit: unit) }
    guard !read.values.isEmpty else { throw read.exitCode }
    return MeasuredCorpus(
      meetings: InteractionMeasures.named(apart: read.values), unit: unit,
      bootstrap: Bootstrap(samples: samples, seed: seed),
      permutation: PermutationTest(samples: permutations, seed: seed), exitCode: read.exitCode,
      workers: input.reading.jobs)
  }
}
