/// What is worth a second look with the declared method in mind. None of it is an error, and
/// nothing waits for it.
public struct StudyAdvice: Sendable {
  let study: Study
  /// Names of roles, in lower case.
  let roles: Set<String>

  /// - Parameters:
  ///   - study: The study.
  ///   - roles: Names of the roles in its transcripts, beside those that the study itself states.
  public init(_ study: Study, roles: Set<String> = []) {
    self.study = study
    let attributes = study.all(ParticipantAttribute.self).filter { $0.key.lowercased() == "role" }
    self.roles = Set(
      (Array(roles) + study.all(Theme.self).flatMap(\.roles) + attributes.map(\.value))
        .map { $0.lowercased() })
  }

  /// All advice: on codes, themes, and the artefacts of systematic text condensation, each in the
  /// order in which the objects were made.
  public var diagnostics: [Diagnostic] {
    var found = onCodes + onTexts
    if study.method.developsThemes { found += onThemes }
    if study.method.condenses { found += onCondensation }
    return found
  }

  /// Whether the words in which results are told matter to the method.
  var mindsWording: Bool { study.method == .reflexiveTA || study.method == .stc }

  func advice(
    _ severity: Diagnostic.Severity, _ what: String, do remedy: String
  ) -> Diagnostic {
    Diagnostic(severity, .methodAdvice, what, do: remedy)
  }

  private var onCodes: [Diagnostic] {
    let codes = study.all(Code.self).filter { $0.status == .active }
    let named = Dictionary(grouping: codes) { $0.name.lowercased() }
    return codes.compactMap { code in
      guard let same = named[code.name.lowercased()], same.count > 1, same[0].id == code.id else {
        return nil
      }
      return advice(
        .note, "\(same.count) codes are called “\(code.name)”",
        do: "merge them if they mean the same, or let their names tell the readings apart")
    }
  }

  /// Excerpts of one name and texts on one thing: two people may have made each.
  private var onTexts: [Diagnostic] {
    let excerpts = Dictionary(grouping: study.all(Excerpt.self), by: \.name)
    let texts = Dictionary(grouping: study.all(AnalyticText.self)) { $0.theme ?? $0.group }
    return excerpts.filter { $1.count > 1 }.keys.sorted().map { name in
      advice(
        .warning, "\(excerpts[name]?.count ?? 0) excerpts are called “\(name)”",
        do: "rename one, since texts name excerpts by their names")
    }
      + texts.values.filter { $0.count > 1 }.compactMap(\.first).sorted { $0.id < $1.id }.map {
        text in
        advice(
          .warning, "there are several texts like “\(text.heading)” on one theme or code group",
          do: "take over what is to stay, and remove the others")
      }
  }

  /// Advice on the wording of texts, each with what it is a part of.
  func onWording(_ texts: [(part: String, text: String?)], of object: String) -> [Diagnostic] {
    guard mindsWording else { return [] }
    return texts.flatMap { part, text in
      DiscouragedWords.uses(in: text ?? "").map { use in
        advice(use.severity, "\(part) of \(object) says “\(use.word)”", do: use.remedy)
      }
    }
  }
}
