import ArgumentParser

/// Where in the transcripts: the same for all commands that attach something to a place.
struct PlaceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The transcript.", valueName: "name"))
  var transcript: String?

  @Option(
    name: [.customShort("u"), .long],
    help: ArgumentHelp(
      "The utterance by its identifier (u12), or several in a row (u12-u15). Without it: the whole "
        + "transcript.", valueName: "id"))
  var turn: String?

  @Option(help: "Words of that utterance, as they stand there.")
  var quote: String?

  @Option(help: ArgumentHelp("Which of several equal places, from 1.", valueName: "n"))
  var occurrence: Int?

  @Option(
    help: ArgumentHelp(
      "A part of that utterance: first character from 0, and the one after the last (12-30).",
      valueName: "from-to"))
  var range: CharacterRange?

  @Option(help: ArgumentHelp("A marked topic by its identifier or number.", valueName: "id"))
  var topic: String?

  @Flag(name: .customLong("data-set"), help: "All transcripts together.")
  var isDataSet = false

  func validate() throws {
    if turn == nil, quote != nil || range != nil || occurrence != nil {
      throw ValidationError("--quote and --range need --turn.")
    }
    if topic != nil, turn != nil { throw ValidationError("Give --topic or --turn, not both.") }
    if let occurrence, occurrence < 1 { throw ValidationError("--occurrence counts from 1.") }
    if quote != nil, range != nil { throw ValidationError("Give --quote or --range, not both.") }
    if transcript == nil, turn != nil || topic != nil {
      throw ValidationError("Name the --transcript.")
    }
  }
}

/// A range of characters (Unicode scalars), `12-30`.
struct CharacterRange: ExpressibleByArgument {
  let range: Range<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = Int(parts[0]), let to = Int(parts[1]), 0 <= from, from < to
    else { return nil }
    range = from..<to
  }
}
