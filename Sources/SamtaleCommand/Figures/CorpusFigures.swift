import ArgumentParser
import Samtale
import SamtalePublishing

struct SharesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shares",
    abstract: "Shares of turns, words and time with bootstrap intervals.",
    discussion: """
      Examples:
        samtale figure shares transcripts/ -o shares.pdf
        samtale figure shares --by speaker --width column meeting1.xml
      """)

  @OptionGroup var input: InputOptions
  @Option(help: "What a row stands for: role or speaker.")
  var by: SpeakerSequence.Unit = .role
  @Option(help: "Seed of the bootstrap.") var seed: UInt64 = 1
  @Option(help: "Number of bootstrap samples.") var samples: Int = 2000
  @OptionGroup var output: FigureOutput

  func validate() throws {
    guard (100...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be between 100 and 1000000.")
    }
  }

  func run() throws {
    let read = input.read(content: .talk) { MeetingParticipation($0, evidence: true) }
    guard !read.values.isEmpty else { throw read.exitCode }
    let participation = Participation(
      read.values, by: by == .role ? [.role] : [.role, .speaker],
      bootstrap: Bootstrap(samples: samples, seed: seed))
    var options = output.options([])
    options.palette = RolePalette(roles: participation.roles.map(\.code))
    try output.write(.shares(participation, options: options), quiet: input.reading.quiet)
    if read.exitCode != .success { throw read.exitCode }
  }
}

struct TransitionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transitions",
    abstract: "Who follows whom as a matrix, beside what chance would give.",
    discussion: """
      Examples:
        samtale figure transitions transcripts/ -o follows.pdf
        samtale figure transitions --by speaker meeting1.xml
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var following: FollowingOptions
  @OptionGroup var output: FigureOutput

  func run() throws {
    let read = try following.read(input)
    try output.write(
      .transitions(read.meetings, by: following.by, options: output.options(read.all)),
      quiet: input.reading.quiet)
    if read.exitCode != .success { throw read.exitCode }
  }
}

struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Who follows whom as a network.",
    discussion: """
      Examples:
        samtale figure network transcripts/ -o network.svg
        samtale figure network --by speaker -t team1-m1 transcripts/
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var following: FollowingOptions
  @OptionGroup var output: FigureOutput

  func run() throws {
    let read = try following.read(input)
    try output.write(
      .network(read.meetings, by: following.by, options: output.options(read.all)),
      quiet: input.reading.quiet)
    if read.exitCode != .success { throw read.exitCode }
  }
}

/// Whose order is looked at: the same for both figures of who follows whom.
struct FollowingOptions: ParsableArguments {
  @Option(help: "Who counts as a party: role or speaker.")
  var by: SpeakerSequence.Unit = .role

  @OptionGroup var choice: MeetingChoice

  /// The meetings that are drawn, and all that were read.
  func read(_ input: InputOptions) throws
    -> (meetings: [Transcript], all: [Transcript], exitCode: ExitCode)
  {
    let read = input.read(content: .talk) { $0 }
    guard !read.values.isEmpty else { throw read.exitCode }
    // People are known by their labels, which may be others' in another meeting.
    let isOne = by == .speaker || choice.transcript != nil
    let meetings = isOne ? [try choice.only(read.values) { $0.id }] : read.values
    return (meetings, read.values, read.exitCode)
  }
}
