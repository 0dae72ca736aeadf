import Samtale
import SamtaleFormats
import TestSupport
import Testing

/// Random talk, written in each style of labels, is read back with the same speakers and words.
@Suite struct LabelPropertyTests {
  private static let words = [
    "we", "Oslo", "yes", "så", "then", "I", "10:30", "no.", "point:", "it's", "– and", "(or so)",
    "(the plan)", "A4", "https://example.org/a", "nei,", "50", "…", "ok", "SW", "“ja”", "x.y", "#3",
    "*really*", "1.", "a:b", "Team", "e-mail", "naïve", "日本",
  ]
  private static let codes = ["SW7", "T6", "WA12", "ES1", "L31"]
  private static let names = ["Anna", "Bo Li", "Dr. Åse Berg", "Kari-Anne", "Leder"]

  struct Turn: Equatable {
    var speaker: String
    var words: String
  }

  private static func turns(_ labels: [String], _ random: inout SeededNumbers) -> [Turn] {
    var turns: [Turn] = []
    // Everybody speaks twice.
    for label in (labels + labels).shuffled(using: &random) + labels {
      let count = Int.random(in: 2...9, using: &random)
      let words = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }
      turns.append(Turn(speaker: label, words: (["Well"] + words).joined(separator: " ")))
    }
    return turns
  }

  /// The words over several lines at random, with empty lines between.
  private static func broken(_ words: String, _ random: inout SeededNumbers) -> String {
    words.split(separator: " ").enumerated().map { i, word in
      let mayBreak = i > 1 && word.first?.isLowercase == true && !word.contains(":")
      return (mayBreak && Int.random(in: 0..<6, using: &random) == 0 ? "\n\n" : i > 0 ? " " : "")
        + word
    }.joined()
  }

  @Test(
    arguments: [
      "L: ", "L:\t", "L\t", "- L: ", "• L: ", "#L: ", "@L: ", "[L] ", "{L} ", "**L:** ", "**L**: ",
    ], UInt64(1)...40)
  func labelsOfAnyKind(_ style: String, _ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let labels = Bool.random(using: &random) ? Self.codes : Self.names
    try check(style, labels, &random)
  }

  @Test(arguments: ["L – ", "L - ", "L. ", "L ", "L:"], UInt64(1)...40)
  func codes(_ style: String, _ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    try check(style, Self.codes, &random)
  }

  private func check(_ style: String, _ labels: [String], _ random: inout SeededNumbers) throws {
    let turns = Self.turns(labels, &random)
    let parts = style.split(separator: "L", maxSplits: 1, omittingEmptySubsequences: false)
    let isWeak = ["L – ", "L - ", "L. ", "L "].contains(style)
    let text = turns.map { turn in
      parts[0] + turn.speaker + parts[1]
        + (isWeak ? turn.words : Self.broken(turn.words, &random)) + "\n"
    }.joined()
    let result = try plain(text)
    let read = result.transcript?.utterances.map { utterance in
      Turn(
        speaker: utterance.speakers.first.flatMap { result.transcript?.participants[$0].label }
          ?? "",
        words: utterance.text)
    }
    #expect(read == turns, "\(text)")
  }

  @Test(arguments: UInt64(1)...40) func tables(_ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let turns = Self.turns(Self.names, &random)
    let separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
    var text = ["speaker", "start", "text"].joined(separator: separator) + "\n"
    for (i, turn) in turns.enumerated() {
      let words = "\"" + turn.words.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\""
      text += [turn.speaker, "\(i).5", words].joined(separator: separator) + "\n"
    }
    let result = try plain(text)
    #expect(talk(result.transcript) == turns.map { "\($0.speaker): \($0.words)" })
    #expect(
      result.transcript?.utterances.map(\.start) == turns.indices.map { Double($0) + 0.5 })
  }
}
