import Samtale

// How the analysis went: phases, audit trail, integrity.
extension DossierMaker {
  /// Who worked in which phase and when.
  var phaseFacts: [Fact] {
    let stated = phases.stretches.filter { $0.phase != nil }
    guard !stated.isEmpty else { return [] }
    let facts = Phase.allCases.compactMap { phase -> Fact? in
      let own = stated.filter { $0.phase == phase }
      guard !own.isEmpty else { return nil }
      let workers = own.map(\.researcher.id).distinct.map { id -> String in
        let spans = own.filter { $0.researcher.id == id }
          .compactMap { Self.span([$0.from, $0.to]) }
        return "\(name(id)) \(Self.list(spans.distinct))"
      }
      return Fact(
        "\(phase.title): \(workers.joined(separator: "; ")).",
        source: "history: phases stated with \(Self.count(own.reduce(0) { $0 + $1.steps }, "step"))"
      )
    }
    return facts + [returns(stated), noPhase].compactMap { $0 }
  }

  /// Going back is part of the work.
  private func returns(_ stated: [PhaseLog.Stretch]) -> Fact? {
    let back = stated.filter(\.goesBack)
    guard !back.isEmpty else { return nil }
    let each = back.map(\.researcher.id).distinct.map { id in
      "\(name(id)) \(Self.count(back.count { $0.researcher.id == id }, "time"))"
    }
    return Fact(
      "The work went back to an earlier phase: \(Self.list(each)). Appendix \(letter(.phases)) has "
        + "each stretch of work.",
      source: "history: order of the phases in which steps were done")
  }

  private var noPhase: Fact? {
    let steps = phases.stretches.filter { $0.phase == nil }.reduce(0) { $0 + $1.steps }
    guard steps > 0 else { return nil }
    return Fact(
      "\(Self.count(steps, "step")) \(steps == 1 ? "was" : "were") done before a phase was stated.",
      source: "history: steps without a phase")
  }

  var askPhases: [String] {
    phases.stretches.contains { $0.phase != nil }
      ? ["What did the work in each phase consist of, and what led back to earlier ones?"]
      : ["In which phases or steps did the analysis go on, who did what, and what led back?"]
  }

  /// The audit trail.
  var auditTrail: [Fact] {
    guard !events.isEmpty else { return [] }
    let actors = events.map(\.actor).distinct
    let steps = Set(events.map(\.step)).count
    var facts = [
      Fact(
        "A log of \(Self.count(events.count, "event")) in \(Self.count(steps, "step")) by "
          + "\(Self.list(actors.map { name($0) })), \(Self.span(events.map(\.at)) ?? "").",
        source: "history: all events, times in UTC")
    ]
    facts += integrity
    let points = study.all(RestorePoint.self)
    if !points.isEmpty {
      facts.append(
        Fact(
          "\(Self.count(points.count, "state")) named to come back to: "
            + "\(Self.list(points.map { "“\($0.name)”" })).",
          source: "history: restore points\(when(points.map(\.id)))"))
    }
    let settled = Set(events.compactMap(\.settles)).count
    if settled > 0 {
      facts.append(
        Fact(
          "\(Self.count(settled, "conflict")) between copies settled by the researchers.",
          source: "history: events that settle a conflict"))
    }
    return facts
  }

  /// The digest of the log, and what verifying found.
  var integrity: [Fact] {
    guard !events.isEmpty else { return [] }
    var facts = [
      Fact(
        "Each event is linked to all before it; the digest of the whole log is \(input.digest).",
        source: "hash chain of the project file (SHA-256), \(Self.count(events.count, "event"))")
    ]
    if let findings = input.findings {
      let wrong = findings.count { $0.severity != .note }
      facts.append(
        Fact(
          wrong == 0
            ? "The project file was held against itself for this dossier and is sound."
            : "The project file was held against itself for this dossier: "
              + "\(Self.count(wrong, "finding")).",
          source: "samtale project verify"))
    }
    if !transcripts.isEmpty {
      facts.append(
        Fact(
          "The \(transcripts.count == 1 ? "file" : "files") of "
            + "\(Self.count(transcripts.count, "transcript")) "
            + "\(transcripts.count == 1 ? "is" : "are") kept in the project byte for byte, under a "
            + "digest.", source: "transcripts of the project: version"))
    }
    return facts
  }

  /// The program.
  var software: [Fact] {
    [Fact(input.software, source: "the program that wrote this dossier")]
  }

  // MARK: Words

  /// Words that the method discourages, with the place of each; texts of private and team memos are
  /// not looked at.
  var discouraged: [String] {
    wordedTexts.flatMap { place, text in
      DiscouragedWords.uses(in: text).map { "\(place): “\($0.word)” – \($0.remedy)." }
    }
  }

  /// How many texts were looked at.
  var wordingFact: [Fact] {
    let texts = wordedTexts
    guard !texts.isEmpty else { return [] }
    let found = discouraged.count
    return [
      Fact(
        "\(Self.count(texts.count, "text")) of the project were looked through for words that hide "
          + "who developed a theme: "
          + (found == 0 ? "none found." : "\(Self.count(found, "place")), listed as a caution."),
        source: "codes, themes, groups, reviews, analytic texts, and memos open for export")
    ]
  }

  private var wordedTexts: [(place: String, text: String)] {
    var texts: [(place: String, text: String?)] = []
    for code in study.all(Code.self) {
      texts.append(("code \(code.id.short), name", code.name))
      texts.append(("code \(code.id.short), definition", code.definition))
    }
    for theme in study.all(Theme.self) {
      let fields = [
        ("name", theme.name), ("concept", theme.concept), ("what it is", theme.includes),
        ("what it is not", theme.excludes), ("answer to the question", theme.question),
      ]
      texts += fields.map { ("theme \(theme.id.short), \($0.0)", $0.1) }
    }
    for group in study.all(CodeGroup.self) {
      texts.append(("code group \(group.id.short), title", group.title))
      texts.append(("code group \(group.id.short), summary", group.summary))
    }
    texts += study.all(ThemeReview.self).map { ("review \($0.id.short), reason", $0.reason) }
    for text in study.all(AnalyticText.self) {
      texts.append(("analytic text \(text.id.short), heading", text.heading))
      texts.append(("analytic text \(text.id.short), body", text.body))
    }
    texts += study.all(Memo.self).filter { $0.visibility == .export }.map {
      ("memo \($0.id.short)", $0.body)
    }
    return texts.compactMap { place, text in text.map { (place, $0) } }
  }

  // MARK: Appendices

  enum Appendix: CaseIterable { case participants, codes, genealogy, phases }

  /// The tables that items refer to, as far as there is something in them.
  var appendices: [(kind: Appendix, table: Table)] {
    Appendix.allCases.compactMap { kind in
      let table = table(kind)
      return table.rows.isEmpty ? nil : (kind, table)
    }
  }

  private func table(_ kind: Appendix) -> Table {
    switch kind {
    case .participants: .participants(people)
    case .codes: codeTable
    case .genealogy: .histories(names)
    case .phases: .phases(phases)
    }
  }

  /// The codes without counts, which in a report would look like weights.
  private var codeTable: Table {
    var table = Table.codes(CodeList(study))
    let kept = table.columns.indices.filter {
      !["codings", "taken_over"].contains(table.columns[$0].key)
    }
    table.columns = kept.map { table.columns[$0] }
    table.rows = table.rows.map { row in
      Table.Row(kept.map { row.cells[$0] }, kind: row.kind)
    }
    table.notes = ["Codes in the order in which they were made."]
    return table
  }

  /// The letter of an appendix.
  func letter(_ kind: Appendix) -> String {
    let place = Appendix.allCases.filter { hasRows($0) }.firstIndex(of: kind) ?? 0
    return Dossier.letter(place)
  }

  /// Whether there is something in an appendix, without making its table.
  private func hasRows(_ kind: Appendix) -> Bool {
    switch kind {
    case .participants: !people.rows.isEmpty
    case .codes: !study.all(Code.self).isEmpty
    case .genealogy: names.lines.contains { !$0.entries.isEmpty }
    case .phases: !phases.stretches.isEmpty
    }
  }
}

extension Dossier {
  /// `A` for the first appendix.
  static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(clamping: place)))
  }
}
