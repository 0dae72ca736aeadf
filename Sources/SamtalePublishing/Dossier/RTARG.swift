import Samtale

// What the guidelines for reflexive thematic analysis ask for (Braun & Clarke 2024), in words and an
// order of our own; the letters are ours.
extension DossierMaker {
  var rtarg: Dossier.Section {
    Dossier.Section(
      guideline: .rtarg, caution: rtargCaution,
      groups: [
        Dossier.Group(title: "Approach and researchers", items: approach),
        Dossier.Group(title: "How the analysis was done", items: practice),
        Dossier.Group(title: "Themes and report", items: themeItems),
      ])
  }

  private var rtargCaution: String? {
    let letters = "The letters are not the guideline's: read it in the original."
    return isReflexive
      ? letters
      : "This guideline is for reflexive thematic analysis; the project has \(method.title). "
        + letters
  }

  private var approach: [Item] {
    [
      Item(
        "a", "The variant of thematic analysis, and its stance",
        facts: declaredMethod + orientation + question,
        questions: askMethod + [
          "Why reflexive thematic analysis, and on which stance on knowledge and reality?",
          "Is the reading more inductive or deductive, more semantic or latent, and why?",
        ]),
      Item(
        "b", "The researchers as those who read", facts: researchers + positions + journal,
        questions: askPositions + [
          "How did who the researchers are shape what they made of the data?"
        ]),
      Item(
        "c", "The data set", facts: size + setting + durations,
        questions: [
          "Why these participants and these data, and what were they enough for?"
        ]),
    ]
  }

  private var practice: [Item] {
    [
      Item(
        "d", "What was done in each phase, and by whom",
        facts: phaseFacts + visits + coders + rounds + codes, questions: askPhases,
        caution: "Tell what was done in this study. A list of the six phases says nothing of it."),
      Item(
        "e", "Work with more than one researcher", facts: coAuthors,
        questions: study.all(Researcher.self).count > 1
          ? ["What came of reading differently, and how did it enter the themes?"]
          : ["Did anybody else read along, and what for?"],
        caution:
          "More than one coder serves a dialogue about readings. Agreement is no aim, and no "
          + "agreement statistic is given here."),
      Item(
        "f", "Reflexivity along the way", facts: memos,
        questions: ["What did the researchers come to see differently, and what brought it about?"]),
      Item(
        "g", "Language and translation", facts: transcription + languages,
        questions: [
          "In which language were data read and coded, and who translated what is printed?"
        ]
      ),
    ]
  }

  private var coAuthors: [Fact] {
    let decisions = study.all(Memo.self).filter { $0.sort == .decision }
    guard !decisions.isEmpty else { return [] }
    return [
      Fact(
        "\(Self.count(decisions.count, "memo")) record decisions; their texts are not shown here.",
        source: memoSource("memos of the sort decision", decisions))
    ]
  }

  private var themeItems: [Item] {
    [
      Item(
        "h", "How themes were developed", facts: themeStates + genealogy + reviews + minorThemes,
        questions: ["What led from codes to these themes, and what was given up for which reason?"]),
      Item(
        "i", "Themes as shared meaning", facts: majorThemes,
        questions: majorThemes.isEmpty
          ? ["What are the themes, and what idea holds each of them together?"] : [],
        caution: caution(
          topicSummaries,
          "A theme is a pattern of shared meaning, not all that was said on a topic.")),
      Item(
        "j", "Data and interpretation", facts: extracts + excerpts + claims,
        questions: ["Which excerpts illustrate, and which does the text analyse?"]),
      Item(
        "k", "Wording", facts: wordingFact,
        questions: ["Does the paper say who developed the themes?"],
        caution: caution(discouraged, "Found in the project's texts.")),
      Item(
        "l", "Quality and limits", facts: auditTrail,
        questions: [
          "Which ideas of quality fit the stance of the study?",
          "What can this analysis not say?",
        ]),
    ]
  }

  /// What is worth minding, one after the other; `nil` if nothing is.
  private func caution(_ found: [String], _ opening: String) -> String? {
    found.isEmpty ? nil : ([opening] + found).joined(separator: " ")
  }
}
