import Samtale
import Testing

@Suite struct StudyAgreementTests {
  @Test(arguments: [MethodProfile.codebookTA, .codingReliabilityTA])
  func agreementIsForCodebooks(_ method: MethodProfile) {
    #expect(violated { try AgreementRequest.check(method) } == nil)
    #expect(method.offersAgreement)
  }

  @Test(arguments: [
    (MethodProfile.reflexiveTA, "reflexive thematic analysis"),
    (.stc, "systematic text condensation"),
  ])
  func agreementIsNoCriterionOfInterpretation(_ method: MethodProfile, _ title: String) throws {
    let violation = try #require(throws: RuleViolation.self) { try AgreementRequest.check(method) }
    #expect(violation.rule == .agreement)
    #expect(
      violation.what.hasPrefix(
        "no agreement between coders is calculated in \(title): coding is interpretation there, "
          + "not measurement, and a second coder serves reflexive dialogue"))
    #expect(violation.what.hasSuffix("(Braun & Clarke 2021)"))
    #expect(violation.remedy.contains("`samtale project method codebookTA`"))
    #expect(!method.offersAgreement)
  }

  @Test func aMethodIsDeclaredFirst() throws {
    let violation = try #require(throws: RuleViolation.self) { try AgreementRequest.check(.none) }
    #expect(violation.rule == .agreement)
    #expect(violation.remedy.hasPrefix("declare a method first"))
  }
}
