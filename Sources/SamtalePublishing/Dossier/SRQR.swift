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
        questions: ["Does the title of the paper say what was studied and in which approach?"]),
      Item(
        "S2", "Abstract",
        questions: ["Does the abstract give background, purpose, methods, results and conclusions?"]
      ),
    ]
  }

  private var introduction: [Item] {
    [
      Item(
        "S3", "The problem", questions: ["Which problem does the study address, and what is known?"]
      ),
      Item(
        "S4", "Purpose or research question", facts: question,
        questions: question.isEmpty ? ["What is the research question?"] : []),
    ]
  }

  private var methods: [Item] {
    [
      Item(
        "S5", "Qualitative approach and paradigm", facts: declaredMethod + orientation,
        questions: askMethod + ["Which paradigm or theory guides the study, and why this approach?"]
      ),
      Item(
        "S6", "Researchers and reflexivity", facts: researchers + positions + journal,
        questions: askPositions
          + ["Which characteristics of the researchers, and which relations, may have mattered?"]),
      Item(
        "S7", "Context", facts: setting,
        questions: ["Which features of place, time and institution must a reader know?"]),
      Item(
        "S8", "Sampling", facts: size + withdrawn,
        questions: ["How and why were people, sites or events selected, and when was it enough?"]),
      Item(
        "S9", "Ethics",
        questions: [
          "Which ethics committee or body approved the study, under which reference?",
          "How was consent given, and how are the data protected?",
        ]),
    ]
  }

  private var dataItems: [Item] {
    [
      Item(
        "S10", "How data were collected", facts: recordings + repeats + setting,
        questions: ["How, when and by whom were data collected, and what changed on the way?"]),
      Item(
        "S11", "Instruments and equipment", facts: recordings,
        questions: ["Which guides, questions and devices were used, and did they change?"]),
      Item(
        "S12", "What was studied", facts: size + durations + sampleFacts,
        questions: size.isEmpty ? ["How many people, documents or events were studied?"] : []),
      Item(
        "S13", "Handling of the data",
        facts: transcription + languages + pseudonyms + coverage + integrity,
        questions: handlingQuestions),
    ]
  }

  private var handlingQuestions: [String] {
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
        questions: askPhases),
      Item(
        "S15", "What makes the analysis trustworthy",
        facts: auditTrail + reviews + extracts + contextChecks + memos,
        questions: ["Which other ways were taken to make the analysis trustworthy, and why these?"],
        caution: isReflexive
          ? "Agreement between coders is no measure of quality in reflexive thematic analysis."
          : nil),
    ]
  }

  private var results: [Item] {
    [
      Item(
        "S16", "Synthesis and interpretation", facts: majorThemes + categories,
        questions: ["What do the \(resultName) say together, and how do they meet theory?"]),
      Item(
        "S17", "Links to the data", facts: extracts + excerpts + claims,
        questions: ["Which excerpts or notes support each result?"], caution: quotationCaution),
    ]
  }

  private var discussion: [Item] {
    [
      Item(
        "S18", "Earlier work, implications, transferability",
        questions: [
          "How do the results stand to earlier work, and where else may they be of use?"
        ]),
      Item(
        "S19", "Limitations",
        questions: ["What can this study not say, because of its people, data, or researchers?"]),
      Item(
        "S20", "Conflicts of interest",
        questions: ["Which interests could have influenced the study, and how were they handled?"]),
      Item(
        "S21", "Funding",
        questions: ["Who paid for the study, and what part did they have in it?"]),
    ]
  }
}
