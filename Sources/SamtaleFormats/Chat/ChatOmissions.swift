import Samtale

/// Signs and codes of main lines that have no place in a transcript and are left out of it.
struct ChatOmissions {
  enum Kind: CaseIterable {
    case prosody, marker, compound, satellite, bracket, contour, wordless, writing

    func what(_ count: Int) -> String {
      let isOne = count == 1
      return switch self {
      case .prosody:
        isOne
          ? "1 sign of intonation, loudness or length was left out of the words"
          : "\(count) signs of intonation, loudness and length were left out of the words"
      case .marker:
        isOne
          ? "1 special form marker behind a word was left out"
          : "\(count) special form markers behind words were left out"
      case .compound: "\(count) × the + of compounds was written as a hyphen"
      case .satellite: "\(count) × a sign of what precedes or follows a sentence became a comma"
      case .bracket:
        isOne
          ? "1 bracket around words was left out" : "\(count) brackets around words were left out"
      case .contour: "\(count) × a sign of a contour inside a line was left out"
      case .wordless:
        isOne
          ? "1 code that is about no words, but about an event, was left out"
          : "\(count) codes that are about no words, but about events, were left out"
      case .writing:
        isOne
          ? "1 piece comes back in another writing that says the same"
          : "\(count) pieces come back in another writing that says the same"
      }
    }
  }

  private struct Tally {
    var count = 0
    var signs: [String] = []
    var line: Int
  }

  private var tallies: [Kind: Tally] = [:]

  /// More signs than this are not named one by one.
  private static let mostNamed = 12
  /// How much is shown of one.
  private static let longest = 24

  /// Counts signs of an utterance.
  mutating func add(_ found: [(kind: Kind, sign: String)], line: Int) {
    for (kind, sign) in found {
      var tally = tallies[kind] ?? Tally(line: line)
      tally.count += 1
      let short = String(sign.prefix(Self.longest))
      if tally.signs.count < Self.mostNamed, !tally.signs.contains(short) {
        tally.signs.append(short)
      }
      tallies[kind] = tally
    }
  }

  /// Says once of each kind how many there are, which, and where the first stands.
  func report(_ findings: inout Findings) {
    for kind in Kind.allCases {
      guard let tally = tallies[kind] else { continue }
      findings.report(
        .note, .notCarried, line: tally.line,
        kind.what(tally.count) + " (\(tally.signs.joined(separator: " ")))",
        do: "nothing, if the words are enough; else keep the CHAT file beside the transcript")
    }
  }
}
