// Advice on systematic text condensation (Malterud 2012).
extension StudyAdvice {
  var onCondensation: [Diagnostic] {
    onPreliminaryThemes + onSubgroupCounts + onCondensates + onCoverage + onAnalyticTexts
      + onContextChecks
  }

  private var onPreliminaryThemes: [Diagnostic] {
    study.all(PreliminaryThemeList.self).compactMap { list in
      guard !PreliminaryThemeList.usualCount.contains(list.items.count) else { return nil }
      let owner = study.object(Researcher.self, list.researcher).map { " of \($0.name)" }
      let whose = owner.map { "the list of preliminary themes" + $0 }
      return advice(
        .note,
        "\(whose ?? "the agreed list of preliminary themes") has "
          + Self.count(list.items.count, "item"),
        do: "four to eight are usual: join what belongs together, or read again for more")
    }
  }

  private var onSubgroupCounts: [Diagnostic] {
    let subgroups = Dictionary(grouping: study.all(Subgroup.self), by: \.group)
    let homes = Set(study.all(MeaningUnit.self).map(\.group))
    return study.all(CodeGroup.self).compactMap { group in
      let count = subgroups[group.id]?.count ?? 0
      guard count > 0 || homes.contains(group.id), !(2...3).contains(count) else { return nil }
      return advice(
        .note, "the code group “\(group.title)” has \(Self.count(count, "subgroup"))",
        do: "two or three are usual: see whether its meaning units differ enough, or too much")
    }
  }

  private var onCondensates: [Diagnostic] {
    study.all(Condensate.self).flatMap { condensate in
      condensate.sentences.enumerated().flatMap { i, sentence in
        let name = "sentence \(i + 1) of the condensate of \(title(of: condensate.subgroup))"
        guard !sentence.units.isEmpty else {
          return [
            advice(
              .warning, "\(name) names no meaning unit",
              do: "name the meaning units it was written from, or take it out")
          ]
        }
        let moved = sentence.units.contains {
          study.object(MeaningUnit.self, $0)?.subgroup != condensate.subgroup
        }
        guard moved else { return [] }
        return [
          advice(
            .warning, "\(name) draws on a meaning unit that has been moved elsewhere",
            do: "write the condensate again with the meaning units that are there now")
        ]
      }
    }
  }

  private var onCoverage: [Diagnostic] {
    let units = Dictionary(grouping: study.all(MeaningUnit.self), by: \.subgroup)
    let condensates = Dictionary(grouping: study.all(Condensate.self), by: \.subgroup)
    return study.all(Subgroup.self).compactMap { subgroup in
      let own = units[subgroup.id] ?? []
      let written = condensates[subgroup.id] ?? []
      let used = Set(
        written.flatMap { $0.sentences.flatMap(\.units) + $0.setAside.map(\.unit) })
      let left = own.count { !used.contains($0.id) }
      guard left > 0 else { return nil }
      return advice(
        written.isEmpty ? .note : .warning,
        "\(title(of: subgroup.id)) has \(Self.count(left, "meaning unit")) of \(own.count) neither "
          + "in a condensate nor set aside",
        do: "take them into the condensate, or set them aside with the reason")
    }
  }

  private var onAnalyticTexts: [Diagnostic] {
    study.all(AnalyticText.self).flatMap { text in
      onWording(
        [("the heading", text.heading), ("the body", text.body)],
        of: "the analytic text “\(text.heading)”")
    }
  }

  /// Categories, which are code groups with an analytic text, held against each transcript.
  private var onContextChecks: [Diagnostic] {
    let checks = Dictionary(grouping: study.all(ContextCheck.self), by: \.group)
    let categories = Set(study.all(AnalyticText.self).map(\.group))
    let transcripts = study.all(StudyTranscript.self).filter { !$0.isWithdrawn }
    return study.all(CodeGroup.self).filter { categories.contains($0.id) }.compactMap { group in
      let done = Set((checks[group.id] ?? []).map(\.transcript))
      let missing = transcripts.filter { !done.contains($0.id) }.map(\.name).sorted()
      guard !missing.isEmpty else { return nil }
      let rest = missing.count > 5 ? " and \(missing.count - 5) more" : ""
      return advice(
        .note,
        "the category “\(group.title)” was not held against "
          + missing.prefix(5).joined(separator: ", ") + rest,
        do: "read these transcripts again and note what confirms, nuances or contradicts it")
    }
  }

  private func title(of subgroup: Identifier?) -> String {
    "the subgroup “\(study.object(Subgroup.self, subgroup)?.title ?? "")”"
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
