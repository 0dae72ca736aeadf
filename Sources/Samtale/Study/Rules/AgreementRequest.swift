/// Whether a statistic of agreement between coders is offered.
public enum AgreementRequest {
  /// Refuses agreement statistics where the method gives them no meaning.
  /// - Throws: ``RuleViolation`` that explains why, and how the method of a project is changed.
  public static func check(_ method: MethodProfile) throws {
    guard !method.offersAgreement else { return }
    guard method != .none else {
      throw RuleViolation(
        .agreement,
        "whether agreement between coders means anything depends on the method, and the project "
          + "declares none",
        do: "declare a method first, for example with `samtale project method codebookTA`")
    }
    throw RuleViolation(
      .agreement,
      "no agreement between coders is calculated in \(method.title): coding is interpretation "
        + "there, not measurement, and a second coder serves reflexive dialogue, so that a high "
        + "figure is no sign of quality and a low one none of error (Braun & Clarke 2021)",
      do: "lay the readings side by side and write down what the dialogue brought; if a codebook "
        + "is applied in this project, say so with `samtale project method codebookTA`")
  }
}
