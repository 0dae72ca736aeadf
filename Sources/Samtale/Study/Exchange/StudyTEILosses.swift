extension StudyTEI {
  /// Something that ``write(_:options:)`` leaves behind, and how often.
  public struct Loss: Hashable, Sendable {
    public var kind: Kind
    public var number: Int

    /// What is left behind.
    public enum Kind: String, Sendable, CaseIterable {
      case events, undoneSteps, openConflicts
      case privateMemos, teamMemos, sourceMemos, memoTargets, memoPlaces
      case visits, reviews, mapLinks, boundaries, relationNotes
      case condensates, analyticTexts, contextChecks, preliminaryThemes
      case excerpts, claims
      case restorePoints, attributes, positions, studyFacts, researchers
      case rounds, roundNotes, withdrawnTranscripts
      case deepCodes
      case codings, meaningUnits, extracts, copies, earlierPlaces, topicNames, inVivoPlaces
      case translations, staleTranslations
      case earlierDates
      case whiteSpace
    }
  }

  /// What files of the profile do not hold of a study, in numbers. What is not listed is carried.
  /// - Parameters:
  ///   - corpus: The study and its transcripts.
  ///   - options: How it is written.
  ///   - events: The log, to say how much history stays behind.
  ///   - conflicts: What the researchers have not settled.
  /// - Returns: Only what occurs, in the order of ``Loss/Kind-swift.enum``.
  public static func losses(
    _ corpus: StudyCorpus, options: Options = Options(), events: [Event] = [],
    conflicts: [Conflict] = []
  ) -> [Loss] {
    var counting = StudyTEILosses(corpus, options)
    counting.add(.events, events.count)
    counting.add(.undoneSteps, Set(events.compactMap(\.undoes)).count)
    counting.add(.openConflicts, conflicts.count)
    counting.run()
    return Loss.Kind.allCases.compactMap { kind in
      counting.numbers[kind].map { Loss(kind: kind, number: $0) }
    }
  }
}

extension StudyTEI.Loss: CustomStringConvertible {
  public var description: String { "\(number) × \(kind.title)" }
}

extension StudyTEI.Loss.Kind {
  /// What is left behind, in words.
  public var title: String {
    switch self {
    case .events: "events of the history"
    case .undoneSteps: "steps that were taken back"
    case .openConflicts: "conflicts that are not settled"
    case .privateMemos: "private memos (never written)"
    case .teamMemos: "memos of the team (written only when asked for)"
    case .sourceMemos: "memos of the transcripts that the study has not taken over, or has removed"
    case .memoTargets: "memos that are about something which is not written"
    case .memoPlaces: "memos whose place is not found, or is the data set"
    case .visits: "visits of transcripts"
    case .reviews: "reviews of themes"
    case .mapLinks: "lines of the thematic map"
    case .boundaries: "boundaries between themes"
    case .relationNotes: "notes on codes in groups and under themes"
    case .condensates: "condensates"
    case .analyticTexts: "analytic texts"
    case .contextChecks: "recontextualisation checks"
    case .preliminaryThemes: "lists of preliminary themes"
    case .excerpts: "excerpts prepared for print"
    case .claims: "claims with their evidence"
    case .restorePoints: "restore points"
    case .attributes: "facts about participants added by researchers"
    case .positions: "reflexivity statements of researchers"
    case .studyFacts: "facts about the study: title, method, question, language"
    case .researchers: "researchers who signed nothing that is written"
    case .rounds: "rounds without codings that are written"
    case .roundNotes: "notes on rounds"
    case .withdrawnTranscripts: "transcripts that are withdrawn or not at hand"
    case .deepCodes: "codes and themes below level \(CodebookLevels.deepest), written on it"
    case .codings: "codings without a place in a transcript that is at hand"
    case .meaningUnits: "meaning units without a place in a transcript that is at hand"
    case .extracts: "extracts of themes whose coding or meaning unit is not written"
    case .copies: "meaning units that are copies of units in another transcript"
    case .earlierPlaces: "places set on an earlier version, written as they are now"
    case .topicNames: "codings of topics that have no identifier, written as turns"
    case .inVivoPlaces: "places from which codes in vivo come"
    case .translations: "translations whose turn is not found, or has another into the language"
    case .staleTranslations: "translations whose turn was corrected since, written as drafts"
    case .earlierDates: "dates of codings and memos that were made in another program"
    case .whiteSpace: "texts whose runs of white space become one space"
    }
  }
}

/// Counts what is not written.
private struct StudyTEILosses {
  let corpus: StudyCorpus
  let study: Study
  let content: StudyTEIContent
  let options: StudyTEI.Options
  var numbers: [StudyTEI.Loss.Kind: Int] = [:]

  init(_ corpus: StudyCorpus, _ options: StudyTEI.Options) {
    self.corpus = corpus
    self.options = options
    study = corpus.study
    content = StudyTEIContent(corpus, options)
  }

  mutating func add(_ kind: StudyTEI.Loss.Kind, _ number: Int = 1) {
    if number > 0 { numbers[kind, default: 0] += number }
  }

  mutating func run() {
    let whole: [(ObjectKind, StudyTEI.Loss.Kind)] = [
      (.visit, .visits), (.review, .reviews), (.condensate, .condensates),
      (.analyticText, .analyticTexts), (.contextCheck, .contextChecks),
      (.preliminaryThemes, .preliminaryThemes), (.restorePoint, .restorePoints),
      (.attribute, .attributes), (.excerpt, .excerpts), (.claim, .claims),
    ]
    for (object, kind) in whole { add(kind, study.objects(of: object).count) }
    add(.studyFacts, study.profile?.fields.present.count ?? 0)
    add(.positions, study.all(Researcher.self).count { $0.position != nil })
    add(.inVivoPlaces, study.all(Code.self).count { $0.inVivo != nil })
    add(
      .withdrawnTranscripts,
      study.all(StudyTranscript.self).count { corpus.transcripts[$0.id] == nil })
    add(.deepCodes, Codebook(study).lifted)
    countPeopleAndRounds()
    countLinks()
    countItems()
    countTranslations()
    for memo in study.all(Memo.self) { count(memo) }
    for version in corpus.inOrder { countMemos(of: version.transcript) }
    add(.earlierDates, study.all(Coding.self).count { $0.made != nil })
    add(.earlierDates, study.all(Memo.self).count { $0.made != nil && options.includes($0) })
    countWhiteSpace()
  }

  private mutating func countPeopleAndRounds() {
    let codings = content.codings.values.flatMap { $0.map(\.item) }
    var signed = Set(codings.compactMap(\.coder))
    signed.formUnion(content.units.values.flatMap { $0.compactMap(\.item.by) })
    let memos = content.memos.values.flatMap { $0.map(\.memo) } + content.general
    let translations = content.translations.values.flatMap { $0.compactMap(\.object) }
    signed.formUnion(
      translations.compactMap { study.object(StudyTranslation.self, $0)?.by })
    signed.formUnion(memos.flatMap { [$0.author, $0.target] }.compactMap { $0 })
    add(.researchers, study.objects(of: .researcher).count { !signed.contains($0.id) })
    let used = Set(codings.compactMap(\.round))
    let rounds = study.all(CodingRound.self)
    add(.rounds, rounds.count { !used.contains($0.id) })
    add(.roundNotes, rounds.count { used.contains($0.id) && $0.fields["note"]?.text != nil })
  }

  private mutating func countLinks() {
    for link in study.all(Link.self) {
      switch link.relation {
      case .map: add(.mapLinks)
      case .boundary: add(.boundaries)
      case .codeInGroup, .themeCode: if link.note != nil { add(.relationNotes) }
      case .themeExtract, .themeContrary:
        if link.to.flatMap({ content.home[$0] }) == nil { add(.extracts) }
      case nil: break
      }
    }
  }

  private mutating func countItems() {
    for coding in study.all(Coding.self) {
      count(coding.anchor, isWritten: content.home[coding.id] != nil, .codings)
    }
    for unit in study.all(MeaningUnit.self) {
      count(unit.anchor, isWritten: content.home[unit.id] != nil, .meaningUnits)
      if let original = unit.copyOf, content.home[original] != content.home[unit.id] {
        add(.copies)
      }
    }
  }

  private mutating func countTranslations() {
    for translation in study.all(StudyTranslation.self) {
      count(translation.anchor, isWritten: content.home[translation.id] != nil, .translations)
    }
    add(.staleTranslations, content.translations.values.joined().count { $0.isStale })
  }

  private mutating func count(
    _ anchor: Anchor?, isWritten: Bool, _ kind: StudyTEI.Loss.Kind
  ) {
    guard isWritten, let anchor, let version = anchor.transcript.flatMap({ corpus.transcripts[$0] })
    else { return add(kind) }
    if anchor.version != version.version { add(.earlierPlaces) }
    guard anchor.kind == .topic else { return }
    let topics = version.transcript.allTopics
    if !topics.contains(where: { $0.id == anchor.topic }) { add(.topicNames) }
  }

  private mutating func count(_ memo: Memo) {
    guard options.includes(memo) else {
      return add(memo.visibility == .team ? .teamMemos : .privateMemos)
    }
    if let anchor = memo.anchor, StudyTEIContent.place(memo, anchor, corpus) == nil {
      add(.memoPlaces)
    }
    guard let target = memo.target, let kind = study.record(target)?.kind else { return }
    let isWritten =
      switch kind {
      case .coding, .meaningUnit, .translation: content.home[target] != nil
      case .transcript: corpus.transcripts[target] != nil
      default: ExchangeName(kind) != nil
      }
    let home = content.home[target]
    let isElsewhere = home != nil && memo.anchor?.transcript.map { $0 != home } == true
    if !isWritten || isElsewhere { add(.memoTargets) }
  }

  /// Memos of a file that are not in the study.
  private mutating func countMemos(of transcript: Transcript) {
    let notes = transcript.layers.map(\.element).filter(StudyTEI.isMemo)
    let lost = notes.count { note in
      study.object(Memo.self, ForeignName.memo(note, in: transcript.id)) == nil
    }
    add(.sourceMemos, lost)
  }

  /// Texts that come back with other white space than they have.
  private mutating func countWhiteSpace() {
    let names = [
      "name", "title", "text", "translator", "definition", "summary", "note", "body", "concept",
      "includes",
    ]
    let kinds: [ObjectKind] = [
      .code, .group, .subgroup, .theme, .coding, .meaningUnit, .memo, .translation,
    ]
    for kind in kinds {
      for (id, record) in study.objects(of: kind) {
        if kind == .memo, !options.includes(Memo(id: id, fields: record.fields)) { continue }
        for name in names + ["excludes", "question"] {
          guard let text = record.fields[name]?.text else { continue }
          if ExchangeText.read(ExchangeText.written(text)) != text { add(.whiteSpace) }
        }
      }
    }
  }
}
