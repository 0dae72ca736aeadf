// Advice on themes (Braun & Clarke 2006, 2019, 2021).
extension StudyAdvice {
  var onThemes: [Diagnostic] {
    let codes = activeCodes
    let reviews = Dictionary(grouping: study.all(ThemeReview.self), by: \.theme)
    let withExtracts = themesWithExtracts
    return study.all(Theme.self).filter { $0.status != .discarded }.flatMap { theme in
      onSummary(theme, codes: codes)
        + onReviews(theme, Set((reviews[theme.id] ?? []).compactMap(\.level)))
        + onExtracts(theme, hasSome: withExtracts.contains(theme.id))
        + onWording(
          [
            ("the name", theme.name), ("the concept", theme.concept),
            ("what belongs to the scope", theme.includes),
            ("what lies outside the scope", theme.excludes),
            ("the answer to the question", theme.question),
          ], of: "the theme “\(theme.name)”")
    }
  }

  /// Themes that may be topic summaries; see ``StudyAdvice``.
  package var topicSummaries: [Diagnostic] {
    let codes = activeCodes
    return study.all(Theme.self).filter { $0.status != .discarded }.flatMap {
      onSummary($0, codes: codes)
    }
  }

  /// Names of codes in use, in lower case.
  private var activeCodes: Set<String> {
    Set(study.all(Code.self).filter { $0.status == .active }.map { $0.name.lowercased() })
  }

  /// Whether a theme may be a topic summary: all that was said on something, without an idea that
  /// holds it together. Codebook approaches may have such themes.
  private func onSummary(_ theme: Theme, codes: Set<String>) -> [Diagnostic] {
    guard study.method == .reflexiveTA else { return [] }
    let name = theme.name.lowercased()
    var signs: [String] = []
    if theme.name.split(whereSeparator: \.isWhitespace).count == 1 {
      signs.append("its name is a single word")
    }
    if theme.name.last == "?" { signs.append("its name is a question") }
    if roles.contains(name) { signs.append("its name is a role") }
    if codes.contains(name) { signs.append("a code has the same name") }
    if theme.concept == nil { signs.append("it has no central organising concept") }
    guard !signs.isEmpty else { return [] }
    return [
      advice(
        theme.status == .candidate ? .note : .warning,
        "the theme “\(theme.name)” may be a topic summary: \(signs.joined(separator: ", "))",
        do: "say in a sentence what idea its extracts share, and let the name carry it")
    ]
  }

  private func onReviews(_ theme: Theme, _ levels: Set<ThemeReview.Level>) -> [Diagnostic] {
    guard theme.status == .final else { return [] }
    let missing = ThemeReview.Level.allCases.filter { !levels.contains($0) }.map {
      $0 == .extracts ? "its extracts" : "the whole data set"
    }
    guard !missing.isEmpty else { return [] }
    return [
      advice(
        .warning,
        "the theme “\(theme.name)” is final and was not reviewed against "
          + missing.joined(separator: " and "),
        do: "review it, and write down what was decided and why")
    ]
  }

  private func onExtracts(_ theme: Theme, hasSome: Bool) -> [Diagnostic] {
    guard !hasSome else { return [] }
    return [
      advice(
        theme.status == .final ? .warning : .note,
        "the theme “\(theme.name)” has no extracts",
        do: "link codings to it, or codes that are used; if none fit, discard it")
    ]
  }

  /// Themes with extracts of their own or through their codes.
  private var themesWithExtracts: Set<Identifier> {
    var used: Set<Identifier> = []
    for coding in study.all(Coding.self) {
      var at = coding.code
      while let code = at, used.insert(code).inserted {
        at = study.object(Code.self, code)?.mergedInto
      }
    }
    return Set(
      study.all(Link.self).compactMap { link in
        switch link.relation {
        case .themeExtract: link.from
        case .themeCode: link.to.map(used.contains) == true ? link.from : nil
        default: nil
        }
      })
  }
}
