import Samtale

// The items of COREQ (Tong, Sainsbury & Craig 2007), by number and in words of our own.
extension DossierMaker {
  var coreq: Dossier.Section {
    Dossier.Section(
      guideline: .coreq, caution: coreqCaution,
      groups: [
        Dossier.Group(title: "Research team and reflexivity", items: team),
        Dossier.Group(title: "Study design", items: sampling + settingItems + collection),
        Dossier.Group(title: "Analysis and findings", items: analysis + reporting),
      ])
  }

  private var coreqCaution: String? {
    isReflexive
      ? "Braun and Clarke (2024) count checklists that are not coherent with reflexive thematic "
        + "analysis among the causes of poor reports, and advise against using COREQ mechanically. "
        + "Use it where a journal asks for it, and say where an item does not fit." : nil
  }

  private var team: [Item] {
    [
      Item(
        "1", "Who led the interviews or groups", facts: interviewers + researchers,
        questions: [
          "Which of the authors led the recorded conversations, or was nobody of them there?"
        ]),
      Item(
        "2", "Degrees and titles of the researchers",
        questions: ["Which degrees and titles does each researcher hold?"]),
      Item(
        "3", "Occupations at the time of the study",
        questions: ["What was each researcher's work when the study was done?"]),
      Item(
        "4", "Gender of the researchers",
        questions: ["Which gender does each researcher state, if it is to be reported?"]),
      Item(
        "5", "Experience and training",
        questions: ["Which experience and training in such research does each researcher have?"]),
      Item(
        "6", "Acquaintance before the study",
        questions: ["Did researchers and participants know each other before the study began?"]),
      Item(
        "7", "What participants knew of the researchers",
        questions: ["What were participants told about the researchers and their reasons?"]),
      Item(
        "8", "Assumptions, interests and stance of the researchers", facts: positions + journal,
        questions: askPositions + ["How did these shape the talk and its reading?"]),
    ]
  }

  private var sampling: [Item] {
    [
      Item(
        "9", "Methodological orientation", facts: declaredMethod + orientation,
        questions: askMethod + ["Which theory or stance on knowledge stands behind the analysis?"]),
      Item(
        "10", "How participants were chosen",
        questions: ["How were participants selected, and why in this way?"]),
      Item(
        "11", "How participants were approached",
        questions: ["Who asked the participants to take part, and in which way?"]),
      Item(
        "12", "Number of participants", facts: size,
        questions: size.isEmpty ? ["How many people took part?"] : []),
      Item(
        "13", "Those who did not take part", facts: withdrawn,
        questions: ["How many declined or left, and for which reasons?"]),
    ]
  }

  private var settingItems: [Item] {
    [
      Item(
        "14", "Place of the data collection", facts: setting,
        questions: setting.isEmpty ? ["Where were the conversations recorded?"] : []),
      Item(
        "15", "Others who were present", facts: present,
        questions: ["Was anybody in the room who is not declared in the transcripts?"]),
      Item(
        "16", "The sample", facts: sampleFacts,
        questions: [
          "Which characteristics of the participants matter to the question?",
          "Could anybody be recognised by a combination of what the table prints?",
        ]),
    ]
  }

  /// Where the table of participants is.
  var sampleFacts: [Fact] {
    guard !people.rows.isEmpty else { return [] }
    let table = Fact(
      "Characteristics of the participants by role stand in appendix \(letter(.participants)).",
      source: headers("participants, each counted once in each role"))
    return [table] + differing + addedAttributes
  }

  private var collection: [Item] {
    [
      Item(
        "17", "Interview guide",
        questions: ["Was there a guide of questions, was it tried out, and can it be published?"]),
      Item(
        "18", "Repeated conversations", facts: repeats,
        questions: repeats.isEmpty ? ["Was anybody interviewed or recorded more than once?"] : []),
      Item(
        "19", "Recording", facts: recordings,
        questions: recordings.isEmpty
          ? ["Were sound or pictures recorded, and with which equipment?"]
          : ["Which equipment was used, and who started and stopped it?"]),
      Item(
        "20", "Field notes", facts: memos,
        questions: ["Were notes taken during or right after the conversations?"]),
      Item(
        "21", "Length of the conversations", facts: durations,
        questions: durations.isEmpty ? ["How long did the conversations last?"] : []),
      Item(
        "22", "When the data were enough (saturation)",
        questions: ["How was it decided that the data were enough for the question?"],
        caution: isReflexive
          ? "Saturation is not coherent with reflexive thematic analysis (Braun & Clarke 2021): "
            + "meaning is made in reading and does not run out. Say what the data were enough for."
          : nil),
      Item(
        "23", "Transcripts given back",
        questions: ["Did participants get their transcripts to comment on or correct?"]),
    ]
  }

  private var analysis: [Item] {
    [
      Item(
        "24", "Who coded", facts: coders + rounds,
        questions: coderQuestions,
        caution: isReflexive
          ? "In reflexive thematic analysis more than one coder serves a dialogue about readings. "
            + "Agreement is no aim, and no agreement statistic is given here." : nil),
      Item(
        "25", "The codes and their order", facts: codes + condensationCodes,
        questions: codes.isEmpty && condensationCodes.isEmpty
          ? ["Which codes were used, and how are they ordered?"] : []),
      Item(
        "26", "How \(resultName) were developed",
        facts: themeStates + condensation + genealogy + reviews,
        questions: ["Were \(resultName) developed from the data, from theory, or from both?"]),
      Item(
        "27", "Software", facts: software,
        questions: ["Which other programs were used, and earlier versions of this one?"]),
      Item(
        "28", "Participants' comments on the results",
        questions: ["Did participants comment on the results, and what was made of it?"],
        caution: isReflexive
          ? "Reflexive thematic analysis does not ask for results to be confirmed by participants; "
            + "if they commented, say what for." : nil),
    ]
  }

  private var coderQuestions: [String] {
    let agreement =
      "Is a figure of agreement reported, and how was it computed (samtale agreement)?"
    return
      (coders.isEmpty
      ? ["Who coded the data?"] : ["What did the researchers make of what they read differently?"])
      + (method.offersAgreement ? [agreement] : [])
  }

  var resultName: String { method == .stc ? "categories" : "themes" }

  /// In systematic text condensation code groups take the place of a coding tree.
  private var condensationCodes: [Fact] { method == .stc ? condensation : [] }

  private var reporting: [Item] {
    [
      Item(
        "29", "Quotations, and who is quoted", facts: excerpts,
        questions: ["How are quoted participants named in the paper, and what does a label tell?"],
        caution: quotationCaution),
      Item(
        "30", "Results that fit the data", facts: extracts + contextChecks + reviews,
        questions: ["Where in the paper can a reader hold the interpretation against the data?"]),
      Item(
        "31", "The main \(resultName)", facts: majorThemes + categories,
        questions: majorThemes.isEmpty && categories.isEmpty
          ? ["What are the main \(resultName)?"] : [], caution: orderCaution),
      Item(
        "32", "Minor \(resultName) and other cases", facts: minorThemes,
        questions: ["Which minor \(resultName) and contrary cases does the paper report?"]),
    ]
  }

  private var orderCaution: String? {
    majorThemes.count + categories.count > 1
      ? "The order is that of the project. It ranks nothing, and no number of codings does." : nil
  }

  var quotationCaution: String? {
    method.condenses && !study.all(Condensate.self).isEmpty
      ? "Condensates are written by the researchers. Nobody said them, and they are not quotations."
      : nil
  }
}
