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
      return
        (lines + [
          "precision: \(rightRewrites) of \(rewrites) if all is accepted, "
            + "\(rightDecidedRewrites) of \(decidedRewrites) decided",
          "missed: " + missed.joined(separator: "; "), "wrong: " + wrong.joined(separator: "; "),
        ]).joined(separator: "\n")
    }
  }

  static func measured(_ talks: [PlantedTalk]) -> Measured {
    var measured = Measured()
    for talk in talks {
      measured.add(talk, IdentifierFinder().propose(for: [talk.transcript]))
    }
    return measured
  }

  /// The meetings by which the rules were made: measured 207 of 207 proposed (171 of 204 before
  /// anything was mended), 105 decided without a person; 207 of 229 replacements right if all is
  /// accepted, 106 of 109 of those decided. Before names that are words too were asked about where
  /// a sentence may begin with the word, 115 were decided, and 116 of 125 rightly.
  @Test func meetingsThatTheRulesWereMadeWith() throws {
    let measured = Self.measured(try PlantedTalk.known())
    let groups = measured.groups
    #expect((groups["all"]?.planted ?? 0) >= 200)
    #expect((groups["all"]?.recall ?? 0) >= 0.97, "\(measured.report)")
    #expect((groups["unlisted"]?.recall ?? 0) >= 0.95, "\(measured.report)")
    #expect((groups["small"]?.recall ?? 0) >= 0.8, "\(measured.report)")
    #expect((groups["all"]?.decidedRecall ?? 0) >= 0.5, "\(measured.report)")
    #expect(measured.precision >= 0.87, "\(measured.report)")
    #expect(measured.decidedPrecision >= 0.96, "\(measured.report)")
  }

  /// Meetings that were written when the rules were ready: measured 75 of 82 proposed (71 before
  /// unknown words at the beginning of a sentence were proposed too), 27 decided; 78 of 85
  /// replacements right if all is accepted, 27 of 27 of those decided.
  @Test func meetingsHeldOut() throws {
    let measured = Self.measured(try PlantedTalk.heldOut())
    #expect((measured.groups["all"]?.recall ?? 0) >= 0.88, "\(measured.report)")
    #expect((measured.groups["person"]?.recall ?? 0) >= 0.85, "\(measured.report)")
    #expect((measured.groups["place"]?.recall ?? 0) >= 0.85, "\(measured.report)")
    #expect((measured.groups["organisation"]?.recall ?? 0) >= 0.75, "\(measured.report)")
    #expect(measured.precision >= 0.85, "\(measured.report)")
    #expect(measured.decidedPrecision >= 0.95, "\(measured.report)")
  }

  /// Meetings full of names that are words too: measured 56 of 57 proposed (20 before such
  /// names were asked about, 53 before the rules were looked at again with these meetings), 12
  /// decided; 56 of 70 replacements right if all is accepted, 12 of 12 of those decided. Wrong are the words where the same name is asked about.
  @Test func namesThatAreWords() throws {
    let measured = Self.measured(try PlantedTalk.ambiguous())
    #expect(measured.groups["all"]?.planted == 57)
    #expect((measured.groups["all"]?.recall ?? 0) >= 0.96, "\(measured.report)")
    #expect((measured.groups["person"]?.recall ?? 0) >= 0.95, "\(measured.report)")
    #expect(measured.precision >= 0.78, "\(measured.report)")
    #expect(measured.decidedPrecision == 1, "\(measured.report)")
  }

  /// What has a pattern is found whole: in all sets, every one.
  @Test func patterns() throws {
    let measured = Self.measured(
      try PlantedTalk.known() + PlantedTalk.heldOut() + PlantedTalk.ambiguous())
    for kind: IdentifierKind in [
      .phone, .email, .nationalID, .bankAccount, .paymentCard, .licencePlate, .url, .address,
      .postalCode, .age,
      .date,
    ] {
      let tally = try #require(measured.groups[kind.rawValue])
      #expect(tally.proposed == tally.planted, "\(kind) \(measured.report)")
    }
  }

  /// Proposals that are no identifiers in meetings that name almost nobody, counted by hand: 5 in
  /// the 16 English meetings (0.3 each), 2 in the 3 Norwegian ones with their translation (0.7
  /// each). All but one of them wait for a decision. Before more everyday words were listed, some
  /// of them because they stood here, there were 11 and 14.
  @Test(arguments: [("ips-meetings", 16, 0.5), ("ips-meetings-nb", 3, 1.5)])
  func noise(_ folder: String, _ meetings: Int, _ limit: Double) throws {
    let root = PlantedTalk.folder.appending(path: "../../../Corpora/\(folder)").standardized
    let corpus = Corpus.read([root.path(percentEncoded: false)])
    #expect(corpus.transcripts.count == meetings)
    let key = IdentifierFinder().propose(for: corpus.transcripts)
    let names = key.entries.filter { $0.kind != .date && $0.kind != .age }
    // Two who are spoken of, and two who translated.
    let people = ["Erica", "Adam", "Henrik Tveide", "Solveig Aasbø"]
    let noise = names.filter { !people.contains($0.forms[0].text) }
    #expect(Double(noise.count) / Double(meetings) <= limit)
    let decided = noise.filter { $0.forms.contains { $0.decision == .replace } }
    #expect(decided.map { $0.forms[0].text } == (meetings == 16 ? ["Volvo"] : []))
  }
}
