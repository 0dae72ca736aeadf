import ArgumentParser
import Samtale
import SamtalePublishing

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "One meeting as it went: who speaks when, topics, overlaps, cuts.",
    discussion: """
      Examples:
        samtale figure timeline meeting1.xml -o meeting1.svg
        samtale figure timeline --by role --width column meeting1.xml
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var choice: MeetingChoice
  @OptionGroup var language: LanguageOptions
  @Option(help: "What a lane stands for: role or speaker.")
  var by: SpeakerSequence.Unit = .speaker
  @OptionGroup var output: FigureOutput

  func run() throws {
    let read = try TopicRead(input, language)
    let meeting = try choice.only(read.meetings) { $0.transcript.id }
    let options = output.options(read.meetings.map(\.transcript))
    try output.write(
      .timeline(meeting, by: by, options: options), quiet: input.reading.quiet)
    if read.exitCode != .success { throw read.exitCode }
  }
}

struct RiverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "river",
    abstract: "The topics of a meeting: who opens, whose words, how each ends.",
    discussion: """
      Examples:
        samtale figure river meeting1.xml -o topics.pdf
        samtale figure river --by speaker meeting1.xml -o topics.svg
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var choice: MeetingChoice
  @OptionGroup var language: LanguageOptions
  @Option(help: "What a part of a bar stands for: role or speaker.")
  var by: SpeakerSequence.Unit = .role
  @OptionGroup var output: FigureOutput

  func run() throws {
    let read = try TopicRead(input, language)
    let meeting = try choice.only(read.meetings) { $0.transcript.id }
    let options = output.options(read.meetings.map(\.transcript))
    try output.write(
      .topicRiver(meeting, by: by, options: options), quiet: input.reading.quiet)
    if read.exitCode != .success { throw read.exitCode }
  }
}

/// Meetings with their topics.
private struct TopicRead {
  var meetings: [TopicAnalysis]
  var exitCode: ExitCode

  init(_ input: InputOptions, _ language: LanguageOptions) throws {
    let cues = try language.library()
    let isForced = language.language != nil
    let read = input.read { transcript in
      isForced
        ? TopicAnalysis(transcript, cues: cues.reader(for: transcript))
        : TopicAnalysis(transcript, library: cues)
    }
    guard !read.values.isEmpty else { throw read.exitCode }
    (meetings, exitCode) = (read.values, read.exitCode)
  }
}
