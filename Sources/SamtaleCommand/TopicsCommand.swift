import ArgumentParser
import Samtale
import SamtalePublishing

struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "How topics begin and end: who opens, how they are closed, who says nothing.",
    discussion: """
      Topics are marked in the files. How one ends is told by wording; whether people agree is for
      a person to judge. What coders decided stands beside it.

      Examples:
        samtale topics Corpora/ips-meetings
        samtale topics --by role --leader ES Corpora/ips-meetings
        samtale topics --explain team1-m1:t3 Corpora/ips-meetings
        samtale topics --evidence --format csv -o why.csv transcripts/
        samtale topics --suggest --leader ES meeting1.xml
      """)

  /// What a row stands for.
  enum Grouping: String, CaseIterable, ExpressibleByArgument { case topic, role, speaker }

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "What a row stands for: topic, role or speaker.")
  var by: Grouping = .topic

  @OptionGroup var topics: TopicsOptions

  @Option(help: "With --by role or speaker: topics with others inside, or the ones inside.")
  var level: TopicRoleMetrics.Options.Level = .outer

  @Flag(help: "With --by role or speaker: leave out openings, closings and agenda talk.")
  var withoutFunctional = false

  @Flag(help: "With --by role or speaker: leave out topics that the leader opens by agenda.")
  var leaderAdjusted = false

  @Option(
    help: ArgumentHelp(
      "Show how the end of one topic was decided: its identifier, meeting:identifier, or number.",
      valueName: "topic"))
  var explain: String?

  @Flag(help: "List the turns and rules behind each answer, with file and line.")
  var evidence = false

  @Flag(help: "Suggest where topics may begin, with reasons; no marked topics are needed.")
  var suggest = false

  @Option(help: "With --suggest: how many topics; otherwise the model decides.")
  var number: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let number, !suggest || number < 1 {
      throw ValidationError("--number goes with --suggest and is at least 1.")
    }
    if suggest, evidence || explain != nil || by != .topic {
      throw ValidationError("--suggest prints suggestions: leave out --by, --explain, --evidence.")
    }
    if evidence, explain != nil {
      throw ValidationError("--explain and --evidence print different things: choose one.")
    }
    if by != .topic, evidence || explain != nil {
      throw ValidationError("--explain and --evidence are about single topics: leave out --by.")
    }
    if by == .topic, leaderAdjusted || withoutFunctional || level != .outer {
      throw ValidationError(
        "--level, --leader-adjusted and --without-functional need --by role or --by speaker.")
    }
  }

  func run() throws {
    if suggest { return try writeSuggestions() }
    let read = try topics.read(input, language)
    let analyses = read.values.filter { !$0.segments.isEmpty }
    let bare = read.values.filter(\.segments.isEmpty)
    tellOf(bare.map(\.transcript), isAll: analyses.isEmpty)
    guard !analyses.isEmpty else { throw ExitCode(2) }
    if let explain {
      try write(explanations(of: explain, in: analyses))
    } else if evidence {
      try output.write([.topicEvidence(analyses)])
    } else if by == .topic {
      try output.write(
        output.isForPrograms ? [.topics(analyses)] : [.topics(analyses), .closures(analyses)])
    } else {
      let tables = TopicsRoleTables(TopicRoleMetrics(analyses, options: options), of: analyses)
      try output.write(output.isForPrograms ? [tables.complete] : tables.tables)
    }
    if read.exitCode != .success { throw read.exitCode }
    if !bare.isEmpty { throw ExitCode(1) }
  }

  private func writeSuggestions() throws {
    let (leader, number) = (topics.leader, number)
    let read = input.read { TopicSuggestions($0, leaderRole: leader, topics: number) }
    guard !read.values.isEmpty else { throw read.exitCode }
    try output.write([.suggestions(read.values)])
    if read.exitCode != .success { throw read.exitCode }
  }

  private var options: TopicRoleMetrics.Options {
    TopicRoleMetrics.Options(
      unit: by == .speaker ? .speaker : .role,
      level: level,
      leavesOutFunctional: withoutFunctional,
      isLeaderAdjusted: leaderAdjusted,
      bootstrap: topics.bootstrap,
      permutations: topics.samples)
  }

  private func tellOf(_ bare: [Transcript], isAll: Bool) {
    guard !bare.isEmpty, isAll || !input.reading.quiet else { return }
    for transcript in bare {
      let name = transcript.file.isEmpty ? transcript.id : transcript.file
      Terminal.printError(
        "\(name): no topics are marked — mark them with spanGrp type=\"topics\" or "
          + "div type=\"topic\" (see samtale help topics)")
    }
  }

  // MARK: One topic

  private func explanations(of name: String, in analyses: [TopicAnalysis]) throws
    -> [TopicsExplanation]
  {
    let found = analyses.flatMap { analysis in
      analysis.segments(named: name).map {
        TopicsExplanation($0, of: analysis, width: min(Terminal.width ?? 80, 100))
      }
    }
    if found.isEmpty {
      let example = analyses.first.map { "\($0.transcript.id):\($0.segments[0].name)" } ?? ""
      Terminal.printError("samtale: there is no topic “\(name)”; write it as in \(example)")
      throw ExitCode(2)
    }
    return found
  }

  private func write(_ explanations: [TopicsExplanation]) throws {
    if output.format == .table {
      try output.write(explanations.map(\.text).joined(separator: "\n"))
      return
    }
    var table = explanations[0].table
    for other in explanations.dropFirst() { table.rows += other.table.rows }
    if explanations.count > 1 { table.notes = [] }
    try output.write([table])
  }
}

/// How topics and uptake are found: the same for both commands.
struct TopicsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The role that leads the meeting; otherwise the person with most opening cues.",
      valueName: "role"))
  var leader: String?

  @Flag(help: "The recordings run to the end of the meetings: the last topic has an ending too.")
  var complete = false

  @Option(help: "Seed of all random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Number of bootstrap samples and of random assignments.")
  var samples: Int = 2000

  func validate() throws {
    guard (100...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be between 100 and 1000000.")
    }
  }

  var bootstrap: Bootstrap { Bootstrap(samples: samples, seed: seed) }
  var options: TopicOptions { TopicOptions(leaderRole: leader, endsWithMeeting: complete) }

  /// Reads files and finds out about their topics.
  func read(_ input: InputOptions, _ language: LanguageOptions) throws -> ReadInput<TopicAnalysis> {
    let cues = try language.library()
    let isForced = language.language != nil
    let options = options
    let read = input.read { transcript in
      isForced
        ? TopicAnalysis(transcript, cues: cues.reader(for: transcript), options: options)
        : TopicAnalysis(transcript, library: cues, options: options)
    }
    guard !read.values.isEmpty else { throw read.exitCode }
    let languages = Set(read.values.map { language.language ?? $0.transcript.language ?? "und" })
    if let note = TurnTakingNotes.withoutLexicon(languages), !input.reading.quiet {
      Terminal.printError("samtale: \(note)")
    }
    return read
  }
}

extension TopicRoleMetrics.Options.Level: ExpressibleByArgument {}
