extension StudyEditor {
  /// Takes over what TEI files say of the talk: codes, researchers, rounds, codings, meaning units,
  /// extracts of themes, translations and memos.
  ///
  /// Objects that the study has are known by their identifiers; of these only the code and remark of
  /// a coding and the words of a memo are changed, if they differ by more than white space, and the
  /// codebook as ``importCodebook(_:)`` does; what came from other people's files stays as the study
  /// has it since. Reading the same files twice changes nothing the second time. Memos of others come in as the team's. What names no coder is signed by who reads it in.
  /// - Parameters:
  ///   - reading: What ``StudyTEI/read(_:)`` gave.
  ///   - versions: The present versions of the study's transcripts. Files belong to them by the
  ///     identifier of the transcript; if the words differ, places are found by ``TranscriptAlignment``.
  /// - Returns: What was done. What could not be taken over, and places that were not found again or
  ///   whose words differ, are among the diagnostics.
  /// - Throws: What the state of the study throws when it cannot be read or written.
  @discardableResult
  public mutating func importCodings(
    from reading: StudyTEI.Reading, into versions: [TranscriptVersion]
  ) throws -> ImportReport {
    var report = ImportReport(reading.diagnostics)
    var work = StudyTEIImport<State>(reading, versions)
    try work.run(in: &self, &report)
    return report
  }
}

/// Takes a reading over into a study.
struct StudyTEIImport<State: StudyState> {
  typealias Editor = StudyEditor<State>

  let reading: StudyTEI.Reading
  var codebook: CodebookImport<State>
  private let versions: [String: TranscriptVersion]
  /// The researchers and rounds of the study that those of the reading are.
  var people: [Identifier?] = []
  var rounds: [Identifier?] = []
  /// The document being read.
  var file = ""
  private var finder: PlaceFinder?
  /// Translations that the study's own version of the transcript holds, by the utterance's name.
  private(set) var fileTranslations: [String: [Translation]] = [:]

  init(_ reading: StudyTEI.Reading, _ versions: [TranscriptVersion]) {
    self.reading = reading
    codebook = CodebookImport(reading.codebook)
    self.versions = Dictionary(
      versions.map { (XMLNames.valid($0.transcript.id, prefix: "t."), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func run(in editor: inout Editor, _ report: inout ImportReport) throws {
    try codebook.entries(in: &editor, &report)
    for person in reading.people { people.append(try read(person, &editor, &report)) }
    for round in reading.rounds { rounds.append(try read(round, &editor, &report)) }
    for document in reading.documents {
      file = document.transcript.file
      let name = XMLNames.valid(document.transcript.id, prefix: "t.")
      guard let version = versions[name] else {
        reportMissing(document, &report)
        continue
      }
      finder = PlaceFinder(document.transcript, version)
      fileTranslations = [:]
      for coding in document.codings { try read(coding, &editor, &report) }
      for unit in document.units.filter({ $0.copyOf == nil }) { try read(unit, &editor, &report) }
      for unit in document.units.filter({ $0.copyOf != nil }) { try read(unit, &editor, &report) }
      for extract in document.extracts { try read(extract, &editor, &report) }
      if !document.translations.isEmpty {
        fileTranslations = Dictionary(
          grouping: version.transcript.translations, by: { version.name(of: $0.utterance) })
      }
      for translation in document.translations { try read(translation, &editor, &report) }
      for memo in document.memos { try read(memo, &editor, &report) }
    }
    file = ""
    finder = nil
    for memo in reading.general { try read(memo, &editor, &report) }
    try codebook.statuses(in: &editor, &report)
  }

  private func reportMissing(_ document: StudyTEI.Document, _ report: inout ImportReport) {
    let translations = document.translations.count
    let count =
      document.codings.count + document.units.count + document.memos.count + translations
    guard count > 0 else { return }
    report.note(
      .error, .notImported, file: document.transcript.file,
      "the study has no transcript \(document.transcript.id): \(document.codings.count) codings, "
        + "\(document.units.count) meaning units and \(document.memos.count) memos"
        + (translations > 0 ? " and \(translations) translations" : "") + " are left out",
      do: "add the transcript to the study and read the file again")
  }

  // MARK: People and rounds

  private func read(
    _ person: StudyTEI.Person, _ editor: inout Editor, _ report: inout ImportReport
  ) throws -> Identifier? {
    var known = try editor.state.object(Researcher.self, person.id)?.id
    if known == nil, person.isDerived {
      known = try editor.state.all(Researcher.self).first {
        $0.name == person.name || $0.initials == person.name
      }?.id
    }
    if let known {
      report.count(.researcher)
      return known
    }
    var researcher = Researcher(id: person.id, name: person.name, initials: person.initials)
    researcher.isActive = person.isActive
    let isDone = try report.attempt("the researcher \(person.name)") {
      try editor.create(researcher, .join)
    }
    guard isDone else { return nil }
    report.count(.researcher, isNew: true)
    return person.id
  }

  private func read(
    _ round: StudyTEI.Round, _ editor: inout Editor, _ report: inout ImportReport
  ) throws -> Identifier? {
    guard try editor.state.object(CodingRound.self, round.id) == nil else {
      report.count(.round)
      return round.id
    }
    var object = CodingRound(id: round.id, name: round.name)
    object.isOpen = round.isOpen
    let isDone = try report.attempt("the round “\(round.name)”") { try editor.create(object) }
    guard isDone else { return nil }
    report.count(.round, isNew: true)
    return round.id
  }

  /// The researcher of the study; who reads in if the file names nobody.
  func signer(
    _ person: Int?, _ editor: Editor, _ report: inout ImportReport
  ) -> Identifier {
    if let person, let known = people[person] { return known }
    report.note(
      .note, .notImported, file: file,
      "some annotations name nobody who made them; they are signed by who reads them in",
      do: "name coders in resp if that matters")
    return editor.signature.actor
  }

  // MARK: Places

  /// The anchor in the study's version of the transcript; `nil` if the place is not there.
  mutating func anchor(
    _ place: StudyTEI.ReadPlace, _ what: @autoclosure () -> String, _ report: inout ImportReport
  ) throws -> Anchor? {
    guard let (anchor, status) = try finder?.anchor(place) else {
      report.note(
        .error, .lostAnchor, file: file,
        "\(what()): its place is not found in the study's version of the transcript",
        do: "code the place by hand, or read the transcript of this file into the study")
      return nil
    }
    if status == .changed {
      report.note(
        .warning, .changedAnchor, file: file,
        "\(what()): the words at its place differ in the study's version of the transcript",
        do: "look at it again")
    }
    return anchor
  }
}

/// Finds places of a file's transcript in a version of the study.
struct PlaceFinder {
  let version: TranscriptVersion
  /// `nil` if both say the same in the same utterances.
  private let alignment: TranscriptAlignment?

  init(_ transcript: Transcript, _ version: TranscriptVersion) {
    self.version = version
    let (here, there) = (transcript.columns, version.transcript.columns)
    let isSame = here.text == there.text && here.textEnds == there.textEnds
    alignment = isSame ? nil : TranscriptAlignment(from: transcript, to: version.transcript)
  }

  func anchor(_ place: StudyTEI.ReadPlace) throws -> (Anchor, Placement.Status)? {
    switch place {
    case .whole: return (version.wholeAnchor, .unchanged)
    case .stretches(let stretches):
      return found(stretches).map { (version.anchor($0.0), $0.1) }
    case .topic(let id, let stretches):
      guard let (now, status) = found(stretches) else { return nil }
      let topic = version.transcript.allTopics.first { $0.id == id }
      guard topic?.extent.stretches == now else { return (version.anchor(now), status) }
      return (try version.anchor(topic: id), status)
    }
  }

  private func found(_ stretches: [TextStretch]) -> ([TextStretch], Placement.Status)? {
    guard let alignment else { return (stretches, .unchanged) }
    let placement = alignment.place(stretches)
    return placement.status == .lost ? nil : (placement.stretches, placement.status)
  }
}
