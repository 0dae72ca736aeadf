extension StudyTEI {
  struct ReadTranslation: Hashable, Sendable {
    /// The identifier that a study gave it; `nil` in other people's files.
    var id: Identifier?
    var utterance: Int
    var language: String
    var text: String
    var translator: String?
    var date: String?
    var status: Translation.Status?
    /// Who put it into the study.
    var by: Int?
  }
}

extension StudyTEIReader {
  /// The translations of a transcript. A text that somebody gives for several utterances belongs to
  /// the first of them.
  mutating func readTranslations() {
    for entry in TranslationReader.entries(document.transcript) where entry.part == nil {
      let id = ExchangeName.translation.identifier(entry.span["xml:id"])
      let typist = entry.responsible.first { ExchangeName.researcher.identifier($0) != nil }
      let hasTranslator = entry.responsible.contains {
        ExchangeName.researcher.identifier($0) == nil
      }
      let translation = entry.translation
      if translation.further.count > 0 {
        report(
          .note, .notImported, entry.span,
          "one text translates \(translation.further.count + 1) utterances; it is taken over for "
            + "the first of them",
          do: "divide it, if each turn is to have a translation of its own")
      }
      document.translations.append(
        StudyTEI.ReadTranslation(
          id: id, utterance: translation.utterance, language: translation.language,
          text: translation.text,
          translator: hasTranslator || id == nil ? translation.translator : nil,
          date: translation.date, status: translation.status,
          by: typist.map { person(named: $0, entry.span) }))
      if let id, let name = entry.span["xml:id"] { items[name] = id }
    }
  }
}

extension StudyTEIImport {
  /// Takes a translation over, unless the study's own transcript says the same in its file.
  mutating func read(
    _ read: StudyTEI.ReadTranslation, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    let what = "the translation of utterance \(read.utterance + 1) into \(read.language)"
    let place = StudyTEI.ReadPlace.stretches([TextStretch(utterance: read.utterance)])
    guard let anchor = try anchor(place, what, &report) else { return }
    guard anchor.kind == .turn else {
      return report.note(
        .error, .lostAnchor, file: file,
        "\(what): the turn was divided, or is part of another in the study's version",
        do: "translate the turns anew")
    }
    let id = StudyTranslation.identifier(of: anchor, into: read.language)
    let known =
      try read.id.flatMap { try editor.state.object(StudyTranslation.self, $0) }
      ?? editor.state.object(StudyTranslation.self, id)
    if let known { return try update(known, read, anchor, &editor, &report) }
    guard !isInFile(read, anchor) else { return report.count(.translation) }
    var object = StudyTranslation(
      read.text, of: anchor, into: read.language, by: signer(read.by, editor, &report),
      status: read.status ?? .draft, id: read.id)
    object.translator = read.translator
    object.date = read.date
    let isDone = try report.attempt(what, file: file) { try editor.create(object) }
    if isDone { report.count(.translation, isNew: true) }
  }

  /// What others' files say says nothing of what the study made of a translation since.
  private func update(
    _ known: StudyTranslation, _ read: StudyTEI.ReadTranslation, _ anchor: Anchor,
    _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    guard known.id == read.id else {
      if !ExchangeText.same(known.text, read.text) {
        report.note(
          .warning, file: file,
          "the study has another translation of \(anchor.segments[0].utterance) into "
            + "\(read.language), which stays", do: "change it by hand, if the file's is better")
      }
      return report.count(.translation)
    }
    let before = editor.events.count
    let isSame = ExchangeText.same(known.text, read.text)
    // A translation set on an earlier version is written as a draft if it is stale.
    let isCurrent = known.anchor?.version == anchor.version
    try report.attempt("the translation \(known.id.short)", file: file) {
      try editor.changeTranslation(known.id) {
        if !isSame {
          $0.text = read.text
          $0.anchor = anchor
        }
        if isCurrent || !isSame, let status = read.status { $0.status = status }
        if let name = read.translator, !ExchangeText.same($0.translator, name) {
          $0.translator = name
        }
        if let date = read.date { $0.date = date }
      }
    }
    report.count(.translation, isChanged: editor.events.count > before)
  }

  /// Whether the study's own version of the transcript holds the translation in its file.
  private func isInFile(_ read: StudyTEI.ReadTranslation, _ anchor: Anchor) -> Bool {
    guard let name = anchor.segments.first?.utterance else { return false }
    return fileTranslations[name]?.contains {
      Translation.isSame($0.language, read.language) && ExchangeText.same($0.text, read.text)
    } ?? false
  }
}
