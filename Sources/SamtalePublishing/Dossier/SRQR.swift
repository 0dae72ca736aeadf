import Samtale

// The items of SRQR (O'Brien et al. 2014), by number and in words of our own.
extension DossierMaker {
  var srqr: Dossier.Section {
    Dossier.Section(
      guideline: .srqr, caution: nil,
      groups: [
        Dossier.Group(title: "Title and abstract", items: titleItems),
        Dossier.Group(title: "Introduction", items: introduction),
        Dossier.Group(title: "Methods", items: methods + dataItems + analysisItems),
        Dossier.Group(title: "Results", items: results),
        Dossier.Group(title: "Discussion and other", items: discussion),
      ])
  }

  private var titleItems: [Item] {
    [
      Item(
        "S1", "Title", facts: title,
        prompts: ["Does the title of the paper say what was studied and in which approach?"]),
      Item(
        "S2", "Abstract",
        prompts: ["Does the abstract give background, purpose, methods, results and conclusions?"]),
    ]
  }

  private var introduction: [Item] {
    [
      Item(
        "S3", "The problem", prompts: ["Which problem does the study address, and what is known?"]),
      Item(
        "S4", "Purpose or research question", facts: question,
        prompts: question.isEmpty ? ["What is the research question?"] : []),
    ]
  }

  private var methods: [Item] {
    [
      Item(
        "S5", "Qualitative approach and paradigm", facts: declaredMethod + orientation,
        prompts: askMethod + ["Which paradigm or theory guides the study, and why this approach?"]),
      Item(
        "S6", "Researchers and reflexivity", facts: researchers + positions + journal,
        prompts: askPositions
          + ["Which characteristics of the researchers, and which relations, may have mattered?"]),
      Item(
        "S7", "Context", facts: setting,
        prompts: ["Which features of place, time and institution must a reader know?"]),
      Item(
        "S8", "Sampling", facts: size + withdrawn,
        prompts: ["How and why were people, sites or events selected, and when was it enough?"]),
      Item(
        "S9", "Ethics",
        prompts: [
          "Which ethics committee or body approved the study, under which reference?",
          "How was consent given, and how are the data protected?",
        ]),
    ]
  }

  private var dataItems: [Item] {
    [
      Item(
        "S10", "How data were collected", facts: recordings + repeats + setting,
        prompts: ["How, when and by whom were data collected, and what changed on the way?"]),
      Item(
        "S11", "Instruments and equipment", facts: recordings,
        prompts: ["Which guides, questions and devices were used, and did they change?"]),
      Item(
        "S12", "What was studied", facts: size + durations + sampleFacts,
        prompts: size.isEmpty ? ["How many people, documents or events were studied?"] : []),
      Item(
        "S13", "Handling of the data",
        facts: transcription + languages + pseudonyms + coverage + integrity,
        prompts: handlingPrompts),
    ]
  }

  private var handlingPrompts: [String] {
    [
      "Who transcribed, and who checked the transcripts against the recordings?",
      "How were names and other identifying details replaced, and who holds the key?",
      "Where are recordings and transcripts kept, and who has access?",
      "Were printed words translated, by whom, and can the original be seen?",
    ]
  }

  private var analysisItems: [Item] {
    [
      Item(
        "S14", "How the data were analysed",
        facts: visits + coders + codes + themeStates + condensation + genealogy + phaseFacts,
        prompts: askPhases),
      Item(
        "S15", "What makes the analysis trustworthy",
        facts: auditTrail + reviews + extracts + contextChecks + memos,
        prompts: ["Which other ways were taken to make the analysis trustworthy, and why these?"],
        caution: isReflexive
          ? "Agreement between coders is no measure of quality in reflexive thematic analysis."
          : nil),
    ]
  }

  private var results: [Item] {
    [
      Item(
        "S16", "Synthesis and interpretation", facts: majorThemes + categories,
        prompts: ["What do the \(resultName) say together, and how do they meet theory?"]),
      Item(
        "S17", "Links to the data", facts: extracts + excerpts + claims,
        prompts: ["Which excerpts or notes support each result?"], caution: quotationCaution),
    ]
  }

  private var discussion: [Item] {
    [
      Item(
        "S18", "Earlier work, implications, transferability",
        prompts: [
          "How do the results stand to earlier work, and where else may they be of use?"
        ]),
      Item(
        "S19", "Limitations",
        prompts: ["What can this study not say, because of its people, data, or researchers?"]),
      Item(
        "S20", "Conflicts of interest",
        prompts: ["Which interests could have influenced the study, and how were they handled?"]),
      Item(
        "S21", "Funding",
        prompts: ["Who paid for the study, and what part did they have in it?"]),
    ]
  }
}
