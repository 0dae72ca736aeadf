import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct StripesCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "stripes",
    abstract: "Where in a transcript of a project codes were given, by whom.",
    discussion: """
      Examples:
        samtale figure stripes -p study.samtale -t team1-m1 -o codes.svg
      """)

  @OptionGroup var file: ProjectOptions
  @OptionGroup var choice: MeetingChoice
  @Flag(name: .shortAndLong, help: "Print no notes.") var quiet = false
  @OptionGroup var output: FigureOutput

  func work() throws {
    let corpus = try file.open().corpus()
    let versions = corpus.inOrder
    let version = try choice.only(versions) { $0.transcript.id }
    let options = output.options(versions.map(\.transcript))
    guard let figure = Figure.codeStripes(corpus, transcript: version.id, options: options) else {
      throw PlaceError("\(version.transcript.id) is not at hand")
    }
    try output.write(figure, quiet: quiet)
  }
}

struct MapCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "The thematic map of a project; samtale theme map offers more.",
    discussion: """
      Examples:
        samtale figure map -p study.samtale -o map.pdf
      """)

  @OptionGroup var file: ProjectOptions
  @Flag(inversion: .prefixedNo, help: "Draw the codes below their themes.") var codes = true
  @Flag(name: .shortAndLong, help: "Print no notes.") var quiet = false
  @OptionGroup var output: FigureOutput

  func work() throws {
    let map = ThemeMap(try file.open().study(), options: ThemeMap.Options(withCodes: codes))
    try output.write(.themeMap(map, width: output.figureWidth), quiet: quiet)
  }
}
