import ArgumentParser
import Samtale
import SamtalePublishing

struct UptakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uptake",
    abstract: "What contributions get from others: nothing, mm, an assessment, an answer, more.",
    discussion: """
      Examples:
        samtale uptake Corpora/ips-meetings
        samtale uptake --by speaker meeting1.xml
        samtale uptake --each --format csv -o uptake.csv transcripts/
        samtale uptake --evidence meeting1.xml
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "What a row stands for: role, speaker or meeting.")
  var by: UptakeMetrics.Grouping = .role

  @Flag(help: "One row for each contribution, with what it got.")
  var each = false

  @Flag(help: "List the contributions and what each person gave them, with file and line.")
  var evidence = false

  @OptionGroup var topics: TopicsOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if each, evidence {
      throw ValidationError("--each and --evidence print different things: choose one.")
    }
  }

  func run() throws {
    let read = try topics.read(input, language)
    let metrics = UptakeMetrics(read.values, by: by, bootstrap: topics.bootstrap)
    if each {
      try output.write([.uptakes(read.values)])
    } else if evidence {
      try output.write([.uptakeEvidence(metrics, of: read.values)])
    } else {
      try output.write([.uptake(metrics, of: read.values)])
    }
    if read.exitCode != .success { throw read.exitCode }
  }
}

extension UptakeMetrics.Grouping: ExpressibleByArgument {}
