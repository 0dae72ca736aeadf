import Testing

@testable import Samtale

@Suite struct UptakeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var language: String
    /// `unknown` where there is none.
    var level: String
    var givers: String
    var repeated: Int
    var talk: String
    var testDescription: String { "\(language) \(level): \(talk)" }

    init(_ language: String, _ level: String, _ givers: String, linked: Int = 0, _ talk: String) {
      self.language = language
      self.level = level
      self.givers = givers
      repeated = linked
      self.talk = talk
    }
  }

  /// What the first contribution gets; written by reading, before anything was run.
  static let rows: [Row] = [
    Row("en", "assessment", "ES", "# A\nWA: I start on Monday.\nES: That's great."),
    Row("en", "minimal", "ES", "# A\nWA: I start on Monday.\nES: Mm."),
    Row("en", "answer", "WA", "# A\nES: Do you take the bus?\nWA: Yes."),
    Row("en", "answer", "WA", "# A\nES: Which bus do you take?\nWA: The green one from town."),
    Row("en", "substantive", "WA", "# A\nES: Which bus do you take?\nWA: What do you mean?"),
    Row(
      "en", "substantive", "ES", linked: 1, "# A\nWA: The belt is loud.\nES: They stop the belt."),
    Row("en", "assessment", "ES T", "# A\nWA: The belt is loud.\nES: Mm.\nT: That's important."),
    Row(
      "en", "minimal", "ES",
      "# A\nWA: The belt is loud.\nES: Mm.\nWA: All day it hums.\nT: You could wear plugs."),
    Row(
      "en", "substantive", "ES T",
      "# A\nWA: The belt is loud.\nES: Um.\nWA: All day it hums.\nT: You could wear plugs."),
    Row("en", "unknown", "", "# A\nWA: The belt is loud.\n[cut]\nES: Mm."),
    Row("en", "unknown", "", "# A\nWA: The belt is loud.\n[cut]"),
    Row("en", "minimal", "ES", "# A\nWA: The belt is loud.\nES: Mm.\n[cut]\nT: Plugs would help."),
    Row(
      "en", "minimal", "ES T SW",
      "# A\nWA: The belt is loud.\nES: Mm.\nT: Mm.\nSW: Mm.\nES: We could ask for plugs."),
    Row("en", "none", "", "# A\nWA: The belt is loud.\n# B\nES: The manager called."),
    Row("en", "none", "", "# A\nWA: The belt is loud.\n# -\nES: The manager called."),
    Row("en", "minimal", "?", "# A\nWA: The belt is loud.\n?: Mm."),
    Row("nb", "assessment", "ES", "# A\nWA: Jeg begynner på mandag.\nES: Så bra."),
    Row("nb", "answer", "WA", "# A\nES: Tar du bussen?\nWA: Ja."),
    Row("nb", "substantive", "ES", linked: 1, "# A\nWA: Båndet bråker.\nES: De stopper båndet."),
    Row("nb", "minimal", "T", "# A\nWA: Båndet bråker.\nT: Mm."),
    Row("nb", "answer", "WA", "# A\nES: Hvilken buss tar du?\nWA: Den grønne fra torget."),
    Row("nb", "substantive", "SW", "# A\nT: Hvordan sover du?\nSW: Har du fått ny seng?"),
    Row("nb", "none", "", "# A\nWA: Båndet bråker.\n# B\nES: Sjefen ringte."),
    Row("nb", "unknown", "", "# A\nWA: Båndet bråker.\n[cut]\nES: Mm."),
  ]

  @Test(arguments: rows)
  func uptake(_ row: Row) {
    let options = TopicOptions(endsWithMeeting: true)
    let analysis = TopicAnalysis(row.talk, language: row.language, options: options)
    let uptake = analysis.uptakes[0]
    #expect(uptake.name == row.level)
    let givers = uptake.given.map { $0.by.map { analysis.label($0) } ?? "?" }
    #expect(givers.joined(separator: " ") == row.givers)
    #expect(uptake.repeated.count == row.repeated)
    #expect(uptake.isLinked == (row.repeated > 0))
  }

  @Test func endOfTheMaterialIsUnknownUnlessStated() {
    let talk = "# A\nWA: The belt is loud."
    #expect(TopicAnalysis(talk).uptakes[0].level == nil)
    let options = TopicOptions(endsWithMeeting: true)
    #expect(TopicAnalysis(talk, options: options).uptakes[0].level == Uptake.Level.none)
  }

  @Test func addressedAndSilent() {
    let talk = "# A\nES>WA: Do you take the bus?\nSW: The bus is free for him.\n# B\nT: He slept."
    let analysis = TopicAnalysis(talk, people: ["ES", "SW", "WA", "T"])
    #expect(analysis.uptakes[0].silentAlthoughAddressed.map { analysis.label($0) } == ["WA"])
    #expect(analysis.closures[0].silence.addressed.map { analysis.label($0) } == ["WA"])
    #expect(analysis.closures[0].silence.unansweredAddresses == [0])
    #expect(analysis.closures[0].silence.absentRoles == ["WA", "T"])
  }

  @Test func overlapIsWeightedByRarity() throws {
    // Three contributions; "belt" stands in two of them, "kiosk" in one.
    let analysis = TopicAnalysis("# A\nWA: belt kiosk\nES: belt\nT: garage garden")
    let overlap = try #require(analysis.uptakes[0].overlap)
    let (belt, kiosk) = (logarithm(3.0 / 2), logarithm(3.0))
    #expect(abs(overlap - belt / (belt + kiosk)) < 1e-12)
  }
}
