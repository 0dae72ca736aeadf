import ArgumentParser
import Samtale
import SamtalePublishing

struct ParticipantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "participants",
    abstract:
      "Who took part: age, gender, profession and other facts by role (Table 1 of a paper).",
    discussion: """
      Each person is counted once, however many meetings she or he attended.

      Examples:
        samtale participants Corpora/ips-meetings
        samtale participants --format latex -o table1.tex transcripts/
      """
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let read = input.read(content: .talk) { ParticipantCounts.Source($0) }
    guard !read.values.isEmpty else { throw read.exitCode }
    let counts = ParticipantCounts(read.values)
    input.printer.print(counts.contradictions)
    try output.write([.participants(counts)])
    if read.exitCode != .success { throw read.exitCode }
  }
}
