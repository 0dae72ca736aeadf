import Samtale

// How results came about: themes, categories, reviews, excerpts.
extension DossierMaker {
  /// The themes as they stand, in the order that the researchers gave.
  var themeStates: [Fact] {
    let all = themes.rows.map(\.theme)
    guard !all.isEmpty else { return [] }
    let states = Self.tally(
      all.map(\.status), Theme.Status.allCases.map { ($0, $0.rawValue) })
    let made = span(all.map(\.id)) ?? "at times that are not recorded"
    return [
      Fact(
        "\(Self.count(all.count, "theme")) were made in all: \(states).",
        source: "history: themes made \(made)")
    ]
  }

  /// Names of the themes that are the result, or will be.
  var majorThemes: [Fact] {
    let kept = themes.rows.filter { $0.theme.status != .discarded && $0.overarching == nil }
    return kept.map { row in
      Fact(
        "“\(row.theme.name)” (\(row.theme.status.rawValue))"
          + (row.theme.concept.map { ": \($0.inOneParagraph)" } ?? "; no central concept is stated."),
        source: "theme \(row.theme.id.short)"
          + (lastChange(row.theme.id).map { " (history: \($0))" } ?? ""))
    }
  }

  /// Subthemes, and themes that were given up.
  var minorThemes: [Fact] {
    let below = themes.rows.filter { $0.theme.status != .discarded && $0.overarching != nil }
    let gone = themes.rows.filter { $0.theme.status == .discarded }
    return below.map { row in
      Fact(
        "“\(row.theme.name)” is part of “\(row.overarching?.name ?? "")”.",
        source: "theme \(row.theme.id.short): overarching theme")
    }
      + gone.map { row in
        let entry = names[row.theme.id]?.entries.last { $0.status == "discarded" }
        let why = entry?.reason?.inOneParagraph ?? ""
        return Fact(
          "“\(row.theme.name)” was discarded"
            + (why.isEmpty ? "; no reason is recorded." : ": \(why)"),
          source: entry.map { "history: discarded by \(name($0.by.id)) on \($0.at.day)" }
            ?? "theme \(row.theme.id.short)")
      }
  }

  private func lastChange(_ id: Identifier) -> String? {
    names[id]?.entries.last.map { entry in
      "named so, or brought to this state, by \(name(entry.by.id)) on \(entry.at.day)"
    }
  }

  /// Where names and headings can be followed.
  var genealogy: [Fact] {
    let history = names
    let entries = history.lines.reduce(0) { $0 + $1.entries.count }
    guard entries > 0 else { return [] }
    let what = method == .stc ? "code groups, subgroups and categories" : "themes"
    return [
      Fact(
        "Every name and status of \(what), with day and reason, stands in appendix "
          + "\(letter(.genealogy)).",
        source: "history: \(Self.count(entries, "change")) of name or status of "
          + "\(Self.count(history.lines.count, "object"))")
    ]
  }

  /// How themes were held against extracts and data set.
  var reviews: [Fact] {
    let reviews = study.all(ThemeReview.self)
    guard !reviews.isEmpty else { return [] }
    let levels = Self.tally(
      reviews.compactMap(\.level),
      [(.extracts, "against extracts"), (.dataSet, "against the data set")])
    let decisions = Self.tally(
      reviews.compactMap(\.decision),
      ThemeReview.Decision.allCases.map { ($0, "to \($0.rawValue)") })
    let names = Self.list(reviews.compactMap(\.reviewer).distinct.map { name($0) })
    return [
      Fact(
        "\(Self.count(reviews.count, "review")) of themes: \(levels); decisions: \(decisions).",
        source: "history: reviews by \(names)\(when(reviews.map(\.id)))")
    ]
  }

  /// Extracts for and against themes.
  var extracts: [Fact] {
    let rows = themes.rows.filter { $0.theme.status != .discarded }
    let shown = rows.reduce(0) { $0 + $1.extracts.count }
    let contrary = rows.filter { !$0.contrary.isEmpty }
    guard shown > 0 || !contrary.isEmpty else { return [] }
    let against = contrary.reduce(0) { $0 + $1.contrary.count }
    return [
      Fact(
        "\(Self.count(shown, "extract")) chosen for themes that were not discarded; "
          + "\(Self.count(against, "extract")) recorded against "
          + "\(Self.count(contrary.count, "theme")).",
        source: "links of themes to codings and meaning units")
    ]
  }

  /// Names that read like topic summaries.
  var topicSummaries: [String] {
    let roles = Set(transcripts.flatMap(\.roles).map(\.name))
    return StudyAdvice(study, roles: roles).topicSummaries.map { "\($0.what): \($0.remedy)." }
  }

  // MARK: Systematic text condensation

  /// Preliminary themes, groups, condensates and texts.
  var condensation: [Fact] {
    var facts: [Fact] = []
    let lists = study.all(PreliminaryThemeList.self)
    if !lists.isEmpty {
      let words = lists.map { list in
        "\(list.researcher.map { name($0) } ?? "agreed list") \(list.items.count)"
      }
      facts.append(
        Fact(
          "Preliminary themes: \(words.joined(separator: ", ")).",
          source: "history: lists of preliminary themes made\(when(lists.map(\.id)))"))
    }
    let groups = study.all(CodeGroup.self)
    if method == .stc, !groups.isEmpty {
      facts.append(
        Fact(
          "\(Self.count(groups.count, "code group")), of which "
            + "\(groups.count(where: \.isDissolved)) dissolved; "
            + "\(Self.count(study.all(Subgroup.self).count, "subgroup")).",
          source: "history: code groups made\(when(groups.map(\.id)))"))
    }
    let condensates = study.all(Condensate.self)
    if !condensates.isEmpty {
      let sentences = condensates.flatMap(\.sentences)
      let traced = sentences.count { !$0.units.isEmpty }
      let aside = condensates.reduce(0) { $0 + $1.setAside.count }
      facts.append(
        Fact(
          "\(Self.count(condensates.count, "condensate")) of "
            + "\(Self.count(sentences.count, "sentence")), \(traced) of them traced to meaning units; "
            + "\(Self.count(aside, "meaning unit")) set aside with a reason.",
          source: "history: condensates by "
            + Self.list(condensates.compactMap(\.by).distinct.map { name($0) })
            + "\(when(condensates.map(\.id)))"))
    }
    return facts
  }

  /// The categories of the result.
  var categories: [Fact] {
    study.all(AnalyticText.self).map { text in
      Fact(
        "“\(text.heading)”, an analytic text by \(name(text.by)).",
        source: "analytic text \(text.id.short)"
          + (lastChange(text.id).map { " (history: \($0))" } ?? ""))
    }
  }

  /// Categories held against whole transcripts.
  var contextChecks: [Fact] {
    let checks = study.all(ContextCheck.self)
    guard !checks.isEmpty else { return [] }
    let verdicts = Self.tally(
      checks.compactMap(\.verdict),
      [
        (.confirms, "confirm"), (.nuances, "nuance"), (.contradicts, "contradict"),
        (.notRelevant, "find it not relevant"),
      ])
    let names = Self.list(checks.compactMap(\.by).distinct.map { name($0) })
    return [
      Fact(
        "\(Self.count(checks.count, "recontextualisation check")): \(verdicts).",
        source: "history: checks by \(names)\(when(checks.map(\.id)))")
    ]
  }

  // MARK: Excerpts

  /// What is chosen for print, and who is quoted.
  var excerpts: [Fact] {
    let chosen = study.all(Excerpt.self)
    var facts = quotedUnits
    guard !chosen.isEmpty else {
      let none = Fact(
        "No excerpt for print is recorded in the project yet.",
        source: "study objects of the kind excerpt: 0")
      return facts + (study.profile == nil ? [] : [none])
    }
    let sources = ExcerptSources(corpus)
    let verified = chosen.compactMap { excerpt -> VerifiedExcerpt? in
      do throws(ExcerptFailure) { return try VerifiedExcerpt(excerpt, in: sources) } catch {
        return nil
      }
    }
    let failing = chosen.count - verified.count
    facts.append(
      Fact(
        "\(Self.count(chosen.count, "excerpt")) chosen for print; "
          + (failing == 0
            ? "all say what the transcripts say."
            : "\(failing) could not be held against the transcripts and \(failing == 1 ? "is" : "are") "
              + "not counted below."),
        source:
          "history: excerpts made \(span(chosen.map(\.id)) ?? "at times that are not recorded")"))
    return facts + [quoted(verified)].compactMap { $0 }
  }

  private func quoted(_ excerpts: [VerifiedExcerpt]) -> Fact? {
    let speakers = excerpts.flatMap(\.turns).compactMap(\.speaker)
    guard !speakers.isEmpty else { return nil }
    return quotation(speakers, "turns of the verified excerpts, held against the headers")
  }

  /// `5 of 32 participants are quoted: SW1, T2 …`.
  private func quotation(_ speakers: [Participant], _ source: String) -> Fact {
    var labels: [String] = []
    var seen: Set<Participant.Identity> = []
    let others = quotable
    for person in speakers where others.contains(person.identity) {
      if seen.insert(person.identity).inserted, let label = person.label { labels.append(label) }
    }
    let listed =
      labels.isEmpty ? "" : ", with the labels \(labels.distinct.sorted().joined(separator: ", "))"
    return Fact(
      "\(seen.count) of \(Self.count(others.count, "person", "people"))"
        + (interviewerRoles().isEmpty ? "" : " other than interviewers")
        + " \(seen.count == 1 ? "is" : "are") quoted\(listed).",
      source: source)
  }

  /// Everybody but interviewers.
  private var quotable: Set<Participant.Identity> {
    let leading = Set(interviewerRoles().map(\.code))
    return Set(
      transcripts.flatMap(\.participants)
        .filter { $0.groupSize == nil && leading.isDisjoint(with: $0.roles) }.map(\.identity))
  }

  /// Statements of how many people, teams or meetings something holds for.
  var claims: [Fact] {
    let claims = study.all(Claim.self)
    guard !claims.isEmpty else { return [] }
    let shown = claims.count { !$0.evidence.isEmpty }
    return [
      Fact(
        "\(Self.count(claims.count, "statement")) of how many something holds for; places that "
          + "show it are kept for \(shown).",
        source: "history: claims made\(when(claims.map(\.id)))")
    ]
  }

  /// Meaning units that analytic texts name as quoted.
  private var quotedUnits: [Fact] {
    let ids = study.all(AnalyticText.self).flatMap(\.quotes).distinct
    let units = ids.compactMap { study.object(MeaningUnit.self, $0) }
    guard !units.isEmpty else { return [] }
    let source = "quotes of the analytic texts, and speakers of these meaning units"
    let speakers = units.flatMap { voices(at: $0.anchor) }
    return [
      Fact(
        "\(Self.count(units.count, "meaning unit")) are named as quoted in analytic texts.",
        source: "quotes of the analytic texts")
    ] + (speakers.isEmpty ? [] : [quotation(speakers, source)])
  }

  private func voices(at anchor: Anchor?) -> [Participant] {
    guard let anchor, let version = anchor.transcript.flatMap({ corpus.transcripts[$0] }),
      let placement = corpus.place(anchor), placement.status != .lost
    else { return [] }
    return placement.stretches.compactMap {
      version.transcript.utterances[$0.utterance].speaker
    }
  }
}
