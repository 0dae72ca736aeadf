import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draw figures for a paper as SVG, PDF or PNG.",
    discussion: """
      The end of the file's name says the format; without -o SVG goes to standard output. How \
      it was counted is printed for the caption. PDF and PNG need the program rsvg-convert \
      (Debian: librsvg2-bin).

      Examples:
        samtale figure timeline Corpora/ips-meetings -t team1-m1
        samtale figure shares Corpora/ips-meetings
        samtale figure transitions Corpora/ips-meetings --decimal comma
        samtale figure network Corpora/ips-meetings --width column
        samtale figure river Corpora/ips-meetings -t team1-m1
        samtale figure stripes -p study.samtale -t team1-m1
        samtale figure map -p study.samtale
      """,
    subcommands: [
      TimelineCommand.self, SharesCommand.self, TransitionsCommand.self, NetworkCommand.self,
      RiverCommand.self, StripesCommand.self, MapCommand.self,
    ])
}

/// How a figure looks and where it is written: the same for all figures.
struct FigureOutput: ParsableArguments {
  /// How wide a figure is.
  enum Width: String, CaseIterable, ExpressibleByArgument { case column, page }

  @Option(
    name: .shortAndLong,
    help: "Write to this file (.svg, .pdf or .png) instead of SVG to standard output.",
    completion: .file(extensions: ["svg", "pdf", "png"]))
  var output: String?

  @Option(help: "One column of a journal page (85 mm) or its width (170 mm).")
  var width: Width = .page

  @Option(help: "The decimal mark of numbers in the figure.")
  var decimal: DecimalMark = .point

  func validate() throws {
    guard let output, ending != "svg", FigureConverter.Format(rawValue: ending) == nil else {
      return
    }
    throw ValidationError("“\(output)” must end in .svg, .pdf or .png.")
  }

  private var ending: String {
    (output ?? "").split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  func options(_ transcripts: [Transcript]) -> Figure.Options {
    Figure.Options(
      width: figureWidth, palette: RolePalette(transcripts), decimalMark: decimal)
  }

  var figureWidth: Figure.Width { width == .column ? .column : .page }

  /// Writes a figure, and its notes on standard error.
  func write(_ figure: Figure, quiet: Bool) throws {
    do {
      let format = FigureConverter.Format(rawValue: ending)
      let bytes =
        try format.map { try FigureConverter().convert(figure.svg, to: $0) }
        ?? Array(figure.svg.utf8)
      if let output {
        try Files.write(bytes, to: output)
      } else {
        try Files.writeToStandardOutput(bytes)
      }
    } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
    guard !quiet else { return }
    for note in [figure.title + "."] + figure.notes { Terminal.printError(note) }
  }
}

/// Which of several meetings is drawn.
struct MeetingChoice: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The meeting, if there are several.", valueName: "transcript"))
  var transcript: String?

  /// The meeting that is meant.
  /// - Throws: An exit code, after saying which there are.
  func only<T>(_ all: [T], _ id: (T) -> String) throws -> T {
    let found = transcript.map { name in all.filter { id($0) == name } } ?? all
    if let only = found.first, found.count == 1 { return only }
    let names = all.map(id)
    let list = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    let what =
      transcript.map {
        found.isEmpty ? "there is no meeting “\($0)”" : "“\($0)” is several meetings"
      }
      ?? "this figure shows one meeting"
    Terminal.printError("samtale: \(what); choose one with -t: \(list)")
    throw ExitCode(2)
  }
}
