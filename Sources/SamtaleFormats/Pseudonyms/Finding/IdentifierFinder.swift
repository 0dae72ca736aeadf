import Samtale

/// Proposes what to replace in transcripts: a first version of the key, for a person to go through.
///
/// Sources are the list of participants, headers (who recorded, transcribed, translated), terms that the researcher declares, patterns (phone numbers,
/// e-mail, identity numbers with their control digits, dates, ages, web addresses …), lists of common
/// Norwegian and English names, and words with a capital inside a sentence. Nothing is found by
/// learning from data, and nothing leaves the machine. No such search finds everything: read the
/// result, and run ``PseudonymAudit`` on what you share.
public struct IdentifierFinder: Sendable {
  /// How proposals are made.
  public struct Options: Sendable {
    /// What stands for people.
    public var style = PseudonymStyle.brackets
    /// How dates in the talk read afterwards. A key that moves dates goes before it
    /// (``PseudonymKey/dateShift``).
    public var dates = DateGeneralisation.month
    /// How ages in the talk read afterwards.
    public var ages = AgeBands(width: 10)
    /// Whether countries are proposed, as places.
    public var proposesCountries = false
    /// What is looked for.
    public var kinds = Set(IdentifierKind.allCases)

    public init() {}
  }

  public var options: Options

  public init(options: Options = Options()) { self.options = options }

  /// A key for transcripts.
  ///
  /// The same transcripts give the same key, in whatever order. Forms are decided (`replace`) where
  /// the source leaves little doubt, else they wait (`ask`).
  /// - Parameters:
  ///   - transcripts: The corpus; all of it, so that a word can be told by its other places.
  ///   - terms: What the researcher knows to be identifying.
  ///   - key: A key made earlier. What it says is kept, only counts and contexts are made anew.
  /// - Returns: The entries of the key as they are, and behind them what is new.
  public func propose(
    for transcripts: [Transcript], terms: [DeclaredTerm] = [],
    extending key: PseudonymKey = PseudonymKey()
  ) -> PseudonymKey {
    let ordered = transcripts.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    return propose(
      for: ordered.flatMap { SearchedText.all(of: $0) }, people: ordered.flatMap(\.participants),
      others: ordered.flatMap { HeaderNames.all(of: $0).map(\.name) }, terms: terms, extending: key)
  }

  /// A key for any texts: transcripts together with memos, names of files and other documents.
  /// - Parameters:
  ///   - texts: The texts.
  ///   - people: The participants.
  ///   - others: Names of people who take no part: researchers, those who recorded, transcribed,
  ///     translated.
  ///   - terms: What the researcher knows to be identifying.
  ///   - key: A key made earlier.
  /// - Returns: The entries of the key as they are, and behind them what is new.
  public func propose(
    for texts: [SearchedText], people: [Participant] = [], others: [String] = [],
    terms: [DeclaredTerm] = [], extending key: PseudonymKey = PseudonymKey()
  ) -> PseudonymKey {
    var finder = self
    if let days = key.dateShift { finder.options.dates = .shifted(days: days) }
    let search = Search(finder, texts, people, terms, key)
    var proposal = KeyProposal(
      key: key, statistics: search.knowledge.statistics, texts: search.texts,
      languages: texts.map(\.language), style: options.style)
    proposal.add(people: search.names)
    proposal.add(
      others: ParticipantName.all(of: others, from: 1 + (search.names.flatMap(\.people).max() ?? 0))
    )
    for term in terms { proposal.add(term: term) }
    for (i, text) in texts.enumerated() {
      let (findings, doubts) = search.findings(i)
      for finding in findings { proposal.add(finding, language: text.language) }
      proposal.doubted.formUnion(doubts)
    }
    proposal.finish()
    var result = proposal.key
    KeyCounts.count(&result, in: zip(search.texts, texts).map { ($0, $1.place) })
    return result
  }

  /// The identifiers in each text, in order and without overlap.
  public func findings(
    in texts: [SearchedText], people: [Participant] = [], terms: [DeclaredTerm] = []
  ) -> [[IdentifierFinding]] {
    let search = Search(self, texts, people, terms, PseudonymKey())
    return texts.indices.map { search.findings($0).found }
  }
}

/// What stands for people.
public enum PseudonymStyle: Hashable, Sendable {
  /// `[person 3]`, `[sted 2]`.
  case brackets
  /// Names of the researcher's choice, in their order, as long as they last; those that occur in
  /// the talk are left out. Everything but people is in brackets.
  case names([String])

  /// Neutral names that come with Samtale, for a language of talk.
  public static func neutralNames(language: String) -> PseudonymStyle {
    let isEnglish = NameLists.base(of: language) == "en"
    return .names(NameLists.shared.standIns[isEnglish ? "en" : "no"] ?? [])
  }
}

/// One search through all texts.
private struct Search {
  let finder: IdentifierFinder
  let sources: [SearchedText]
  let texts: [TalkTokens]
  let names: [ParticipantName]
  var knowledge: NameRuns.Knowledge
  /// Names of several words, and terms.
  private let phrases: FormMatcher
  private let phraseKinds: [(kind: IdentifierKind, source: IdentifierSource)]

  init(
    _ finder: IdentifierFinder, _ sources: [SearchedText], _ people: [Participant],
    _ terms: [DeclaredTerm], _ key: PseudonymKey
  ) {
    self.finder = finder
    self.sources = sources
    texts = sources.map { TalkTokens($0.text) }
    names = ParticipantName.all(of: people, in: zip(texts, sources).map { ($0, $1.isTalk) })
    // Capitals say nothing in names of files.
    let statistics = WordStatistics(
      zip(texts, sources).filter { !$1.isFileName }.map { ($0, $1.document) })
    knowledge = NameRuns.Knowledge(statistics: statistics)
    knowledge.proposesCountries = finder.options.proposesCountries
    let sure = names.filter(\.isSure)
    knowledge.people = Set(sure.flatMap(\.words).map { $0.lowercased() })
    knowledge.firstNames = Set(names.compactMap(\.words.first).map { $0.lowercased() })
    knowledge.labels = Set(people.compactMap(\.label).map { $0.lowercased() })
      .subtracting(names.flatMap(\.words).map { $0.lowercased() })
    var forms: [(text: String, kind: IdentifierKind, source: IdentifierSource)] = []
    forms += terms.map { ($0.text, $0.kind, .terms) }
    forms += key.entries.flatMap { entry in
      entry.forms.filter { entry.kind != .person || $0.text.contains(" ") }
        .map { ($0.text, entry.kind, IdentifierSource.key) }
    }
    forms += NameLists.shared.phrases.map { ($0.text, $0.kind, .list) }
    phrases = FormMatcher(forms.map { ($0.text, $0.kind) })
    phraseKinds = forms.map { ($0.kind, $0.source) }
  }

  /// What is found in a text, and the names that are words too where it may be the word.
  func findings(_ index: Int) -> (found: [IdentifierFinding], doubts: Set<String>) {
    let text = texts[index]
    var taken = [Bool](repeating: false, count: text.count)
    var found: [IdentifierFinding] = []
    func take(_ tokens: Range<Int>) -> Bool {
      guard !tokens.contains(where: { taken[$0] }) else { return false }
      for i in tokens { taken[i] = true }
      return true
    }
    for match in patterns(text, sources[index].language) where take(match.tokens) {
      found.append(
        IdentifierFinding(
          scalars: match.scalars, text: text.text(match.scalars), kind: match.kind,
          source: .pattern, isUnsure: match.isUnsure, generalised: match.generalised))
    }
    for tokens in ParticipantLines.names(in: text, isTalk: sources[index].isTalk)
    where finder.options.kinds.contains(.person) && take(tokens) {
      let scalars = text.scalars(of: tokens)
      let name = text.text(scalars)
      let isUnsure = tokens.count == 1 && !knowledge.people.contains(name.lowercased())
      found.append(
        IdentifierFinding(
          scalars: scalars, text: name, kind: .person, source: .participants, isUnsure: isUnsure))
    }
    for i in 0..<text.count {
      guard let match = phrases.matches(at: i, in: text).first(where: isFitting(text)),
        take(match.tokens)
      else { continue }
      let (kind, source) = phraseKinds[match.form]
      found.append(
        IdentifierFinding(
          scalars: match.scalars, text: text.text(match.scalars), kind: kind, source: source,
          isUnsure: false))
    }
    var runs = NameRuns(
      text, knowledge, language: sources[index].language, isTalk: sources[index].isTalk,
      isSmall: sources[index].isFileName
        || knowledge.statistics.smallDocuments.contains(sources[index].document))
    runs.run(taken: taken)
    // What is nowhere but in the name of a file is a name only if a list knows it.
    let runsFound = runs.found.filter {
      !sources[index].isFileName || ![.capital, .sentenceStart].contains($0.source)
    }
    found += runsFound.map {
      IdentifierFinding(
        scalars: $0.scalars, text: text.text($0.scalars), kind: $0.kind, source: $0.source,
        isUnsure: $0.isUnsure)
    }
    found.removeAll { !finder.options.kinds.contains($0.kind) }
    return (found.sorted { $0.scalars.lowerBound < $1.scalars.lowerBound }, runs.doubts)
  }

  /// Names on the lists count as they are written only: *circle k* is no shop.
  private func isFitting(_ text: TalkTokens) -> (FormMatcher.Match) -> Bool {
    { match in phraseKinds[match.form].source != .list || match.closeness > 1 }
  }

  private func patterns(_ text: TalkTokens, _ language: String) -> [PatternMatch] {
    var addresses = AddressPatterns(text)
    addresses.run()
    var numbers = NumberPatterns(text)
    numbers.run()
    var dates = DatePatterns(
      text, language: language, dates: finder.options.dates, ages: finder.options.ages)
    dates.run()
    // Numbers inside e-mail addresses belong to these; `01.01.70 00028` is no date with a number
    // behind it.
    let electronic: Set<IdentifierKind> = [.email, .url, .account]
    let accounts: Set<IdentifierKind> = [.nationalID, .bankAccount, .paymentCard]
    let found =
      addresses.found.filter { electronic.contains($0.kind) }
      + numbers.found.filter { accounts.contains($0.kind) }
      + addresses.found.filter { !electronic.contains($0.kind) } + dates.found
      + numbers.found.filter { !accounts.contains($0.kind) }
    return found.filter { finder.options.kinds.contains($0.kind) }
  }
}
