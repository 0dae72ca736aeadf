import Testing

@testable import Samtale

/// Invented dialogues; expectations were written by reading, before anything was run.
@Suite struct ClosureTypeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var language: String
    var type: ClosureType
    /// Labels of who closes, who accepts, who opens; empty is nobody.
    var initiator: String
    var acceptedBy: String
    var opener: String
    var talk: String
    var testDescription: String { "\(language) \(type.rawValue): \(talk.prefix(40))" }

    init(
      _ language: String, _ type: ClosureType, by initiator: String, accepted: String = "",
      opener: String, _ talk: String
    ) {
      self.language = language
      self.type = type
      self.initiator = initiator
      acceptedBy = accepted
      self.opener = opener
      self.talk = talk
    }
  }

  @Test(arguments: english + norwegian)
  func closure(_ row: Row) {
    let analysis = TopicAnalysis(row.talk, language: row.language)
    let closure = analysis.closures[0]
    let steps = closure.steps.map { "\($0.rule) \($0.held): \($0.because)" }
    let why = Comment(rawValue: steps.joined(separator: "\n"))
    #expect(closure.type.computed == row.type, why)
    #expect(analysis.label(closure.initiator.computed) == row.initiator, why)
    #expect(closure.acceptedBy.map(analysis.label).joined(separator: " ") == row.acceptedBy, why)
    #expect(analysis.label(closure.opening.opener.computed) == row.opener)
    #expect(closure.steps.last?.held == true)
    #expect(closure.steps.dropLast().allSatisfy { !$0.held })
  }

  @Test func everyTypeHasThreeDialogues() {
    for type in ClosureType.allCases {
      for rows in [Self.english, Self.norwegian] {
        #expect(rows.count { $0.type == type } >= 2, "\(type)")
      }
      #expect((Self.english + Self.norwegian).count { $0.type == type } >= 3, "\(type)")
    }
  }
}
