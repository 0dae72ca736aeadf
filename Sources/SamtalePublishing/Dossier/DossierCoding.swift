import Samtale

// Who read and coded what, and when.
extension DossierMaker {
  /// Codings on transcripts that are part of the study.
  var codings: [Coding] {
    study.all(Coding.self).filter { isPresent($0.anchor) }
  }

  var meaningUnits: [MeaningUnit] {
    study.all(MeaningUnit.self).filter { isPresent($0.anchor) }
  }

  private func isPresent(_ anchor: Anchor?) -> Bool {
    study.object(StudyTranscript.self, anchor?.transcript)?.isWithdrawn != true
  }

  /// Who coded how much, when, and in which transcripts.
  var coders: [Fact] {
    let codings = codings.map {
      Mark(id: $0.id, by: $0.coder, transcript: $0.anchor?.transcript)
    }
    let units = meaningUnits.map { Mark(id: $0.id, by: $0.by, transcript: $0.anchor?.transcript) }
    return work(codings, "coding", "codings", "gave")
      + work(units, "meaning unit", "meaning units", "chose")
  }

  private struct Mark {
    var id: Identifier
    var by: Identifier?
    var transcript: Identifier?
  }

  private func work(
    _ marks: [Mark], _ noun: String, _ plural: String, _ verb: String
  ) -> [Fact] {
    guard !marks.isEmpty else { return [] }
    let coders = marks.compactMap(\.by).distinct
    let names = Self.list(coders.map { name($0) })
    let period = span(marks.map(\.id)) ?? "at times that are not recorded"
    var facts = [
      Fact(
        "\(Self.count(marks.count, noun, plural)) by "
          + "\(Self.count(coders.count, "researcher")): \(names).",
        source: "history: \(Self.count(marks.count, noun, plural)) by \(names) \(period)")
    ]
    guard coders.count > 1 else { return facts }
    for coder in coders {
      let own = marks.filter { $0.by == coder }
      let read = Set(own.compactMap(\.transcript)).count
      facts.append(
        Fact(
          "\(name(coder)) \(verb) \(own.count) of them, in \(Self.count(read, "transcript")).",
          source: "history: \(plural) by \(name(coder))\(when(own.map(\.id)))"))
    }
    facts.append(shared(marks))
    return facts
  }

  private func shared(_ marks: [Mark]) -> Fact {
    var coders: [Identifier: Set<Identifier>] = [:]
    for mark in marks {
      guard let by = mark.by, let transcript = mark.transcript else { continue }
      coders[transcript, default: []].insert(by)
    }
    return Fact(
      "\(Self.count(coders.values.count { $0.count > 1 }, "transcript")) had such work by more than "
        + "one of them.", source: "history: the same, by transcript")
  }

  /// The rounds of coding.
  var rounds: [Fact] {
    let all = codings
    return study.all(CodingRound.self).map { round in
      let own = all.filter { $0.round == round.id }
      let names = Self.list(own.compactMap(\.coder).distinct.map { name($0) })
      let period = when(own.map(\.id))
      return Fact(
        own.isEmpty
          ? "Round “\(round.name)” has no codings."
          : "Round “\(round.name)”: \(Self.count(own.count, "coding")) by \(names)\(period).",
        source: "history: codings of the round \(round.id.short)")
    }
  }

  /// Who noted that a transcript was read.
  var visits: [Fact] {
    let visits = study.all(Visit.self)
    return visits.compactMap(\.reader).distinct.map { reader in
      let own = visits.filter { $0.reader == reader }
      let read = Set(own.compactMap(\.transcript)).count
      return Fact(
        "\(name(reader)) noted the reading of \(Self.count(read, "transcript")).",
        source: "history: \(Self.count(own.count, "visit"))\(when(own.map(\.id)))")
    }
  }

  /// How far the data are coded.
  var coverage: [Fact] {
    guard !transcripts.isEmpty, !(codings.isEmpty && meaningUnits.isEmpty) else { return [] }
    let rows = CodingCoverage(corpus).rows
    let all = rows.reduce(0) { $0 + $1.utterances }
    let coded = rows.reduce(0) { $0 + $1.coded }
    let none = rows.count { $0.coded == 0 && $0.whole == 0 }
    return [
      Fact(
        "\(coded) of \(all) utterances have a code or are part of a meaning unit; "
          + (none == 0
            ? "no transcript is without." : "\(Self.count(none, "transcript")) without any."),
        source: "codings and meaning units, placed on the present transcripts")
    ]
  }

  /// The codes, and what became of them.
  var codes: [Fact] {
    let codes = study.all(Code.self)
    guard !codes.isEmpty else { return [] }
    let states = Self.tally(
      codes.map(\.status),
      [
        (.active, "in use"), (.merged, "merged into others"), (.split, "split"),
        (.retired, "retired"),
      ])
    return [
      Fact(
        "\(Self.count(codes.count, "code")): \(states). They are listed with groups, themes and "
          + "coders in appendix \(letter(.codes)).",
        source: "history: codes made \(span(codes.map(\.id)) ?? "at times that are not recorded")")
    ] + codeLevels(codes)
  }

  private func codeLevels(_ codes: [Code]) -> [Fact] {
    let below = codes.count { $0.parent != nil }
    let groups = study.all(CodeGroup.self)
    var facts: [Fact] = []
    if below > 0 {
      facts.append(
        Fact(
          "\(below) of them \(below == 1 ? "lies" : "lie") below another.", source: "codes: parent")
      )
    }
    if !groups.isEmpty, method != .stc {
      let titles = groups.filter { !$0.isDissolved }.map { "“\($0.title)”" }
      facts.append(
        Fact(
          "Groups of codes: \(Self.list(titles)).",
          source: "history: groups made\(when(groups.map(\.id)))"))
    }
    return facts
  }

  /// How many memos of which sort there are; of their contents nothing.
  var memos: [Fact] {
    let memos = study.all(Memo.self)
    guard !memos.isEmpty else { return [] }
    let sorts = Self.tally(
      memos.compactMap(\.sort),
      Memo.Sort.allCases.map {
        ($0, $0 == .journal ? "in the reflexive journal" : "\($0.rawValue)")
      }
    )
    return [
      Fact(
        "\(Self.count(memos.count, "memo")) by sort: \(sorts).",
        source: memoSource(Self.count(memos.count, "memo"), memos))
    ]
  }
}
