import Samtale
import SamtaleFormats
import Testing

/// How much of what is planted in invented meetings is found, and how much else.
@Suite struct IdentifierRecallTests {
  /// What was found of one kind or language.
  struct Tally {
    var planted = 0
    /// Covered if every proposal is accepted.
    var proposed = 0
    /// Covered by what is decided without a person.
    var decided = 0

    var recall: Double { Double(proposed) / Double(planted) }
    var decidedRecall: Double { Double(decided) / Double(planted) }
  }

  struct Measured {
    var groups: [String: Tally] = [:]
    var rewrites = 0
    var rightRewrites = 0
    var decidedRewrites = 0
    var rightDecidedRewrites = 0
    var missed: [String] = []
    var wrong: [String] = []

    var precision: Double { Double(rightRewrites) / Double(rewrites) }
    var decidedPrecision: Double { Double(rightDecidedRewrites) / Double(decidedRewrites) }

    mutating func add(_ talk: PlantedTalk, _ key: PseudonymKey) {
      let language = talk.transcript.language ?? "en"
      let all = Pseudonymiser(key: key.deciding(.replace), language: language)
      let decided = Pseudonymiser(key: key, language: language)
      for utterance in talk.transcript.utterances {
        let planted = talk.plantings.filter { $0.utterance == utterance.index }
        let rewrites = all.rewrites(in: utterance.text)
        let sure = decided.rewrites(in: utterance.text)
        for planting in planted { count(planting, rewrites, sure) }
        let isRight = { (rewrite: TextRewrite) in
          planted.contains { $0.scalars.overlaps(rewrite.scalars) }
        }
        self.rewrites += rewrites.count
        rightRewrites += rewrites.count(where: isRight)
        decidedRewrites += sure.count
        rightDecidedRewrites += sure.count(where: isRight)
        wrong += rewrites.filter { !isRight($0) }.map {
          (utterance.text(scalars: $0.scalars) ?? "") + " (\(language))"
        }
      }
    }

    private mutating func count(
      _ planting: PlantedTalk.Planting, _ rewrites: [TextRewrite], _ sure: [TextRewrite]
    ) {
      let identifier = planting.identifier
      let isCovered = { (rewrites: [TextRewrite]) in
        planting.scalars.allSatisfy { place in rewrites.contains { $0.scalars.contains(place) } }
      }
      let groups =
        ["all", identifier.kind.rawValue, identifier.language] + identifier.notes
      for group in groups {
        self.groups[group, default: Tally()].planted += 1
        if isCovered(rewrites) { self.groups[group, default: Tally()].proposed += 1 }
        if isCovered(sure) { self.groups[group, default: Tally()].decided += 1 }
      }
      if !isCovered(rewrites) { missed.append("\(identifier.number) \(identifier.text)") }
    }

    var report: String {
      let lines = groups.sorted { $0.key < $1.key }.map { name, tally in
        "\(name): \(tally.proposed) of \(tally.planted) proposed, \(tally.decided) decided"
      }
      return (lines + [
        "precision: \(rightRewrites) of \(rewrites) if all is accepted, "
          + "\(rightDecidedRewrites) of \(decidedRewrites) decided",
        "missed: " + missed.joined(separator: "; "), "wrong: " + wrong.joined(separator: "; "),
      ]).joined(separator: "\n")
    }
  }

  static func measured(withParticipants: Bool) throws -> Measured {
    var measured = Measured()
    for talk in try PlantedTalk.all() {
      var talk = talk
      if !withParticipants {
        talk = try PlantedTalk(language: talk.transcript.language ?? "en")
      }
      measured.add(talk, IdentifierFinder().propose(for: [talk.transcript]))
    }
    return measured
  }

  @Test func recallAndPrecision() throws {
    let measured = try Self.measured(withParticipants: true)
    print(measured.report)
    for talk in try PlantedTalk.all() { print(IdentifierFinder().propose(for: [talk.transcript]).csv.text) }
    print("--- without")
    print(try Self.measured(withParticipants: false).report)
  }
}
