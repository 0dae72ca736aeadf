import Samtale

/// What stands below a participation table: how it was counted, and what a reader must know.
struct ParticipationNotes {
  let participation: Participation
  let words: WordOptions
  let intervals: Bool

  init(_ participation: Participation, _ words: WordOptions, intervals: Bool) {
    self.participation = participation
    self.words = words
    self.intervals = intervals
  }

  var lines: [String] {
    let lines =
      [counting, words.explanation] + [pauses, lengths, shares, timed, overlap, apart, cuts]
      + [roles, severalRoles, identity, bootstrap]
    return lines.compactMap { $0 }
  }

  // MARK: Counting

  /// How turns were counted; also below the turns themselves.
  var counting: String {
    let wordless =
      words.countsNonverbal
      ? "utterances without words count too"
      : participation.unit == .turns
        ? "utterances without words are passed over" : "utterances without words are left out"
    return "Counted: \(participation.unit.explanation); \(wordless)."
  }

  private var pauses: String? {
    guard words.withoutFilledPauses else { return nil }
    let lists = participation.filledPauseLanguages.sorted().map { language in
      let list = WordOptions.filledPauses(language: language).sorted().joined(separator: " ")
      return "\(language.isEmpty ? "other or no stated language" : language) (\(list))"
    }
    return "Filled pauses left out: " + lists.joined(separator: ", ") + "."
  }

  private var lengths: String {
    let unit = participation.unit == .turns ? "turn" : "utterance"
    return "Words per \(unit): mean, median and longest."
  }

  private var shares: String? {
    participation.sharesWithin.map {
      "Shares are parts of the row's \($0.rawValue); those of the row all, of the corpus."
    }
  }

  // MARK: Time

  private var timed: String? {
    let total = participation.total
    guard total.timedUtterances > 0, total.timedUtterances < total.utterances else { return nil }
    return "Time is that of the \(total.timedUtterances) of \(total.utterances) utterances with "
      + "time stamps."
  }

  private var overlap: String? {
    participation.total.timedUtterances > 0
      ? "Time adds up utterances; overlap with others is not taken off." : nil
  }

  // MARK: What is apart

  private var apart: String? {
    let share = participation.unattributedWordShare
    guard share > 0 else { return nil }
    let percent = Table.Kind.percent(places: 1).shown(share, withSign: false)
    return "\(percent) % of all words are not by one known person and are kept apart."
  }

  private var cuts: String? {
    guard participation.cuts > 0 else { return nil }
    return "The transcriber left out talk at \(counted(participation.cuts, "place")); no turn is "
      + "merged across a cut."
  }

  // MARK: People

  private var roles: String? {
    guard let place = participation.grouping.firstIndex(of: .role) else { return nil }
    let used = Set(
      participation.rows.compactMap { $0.group[place] }.flatMap { $0.split(separator: "+") }
        .map(String.init)
    )
    let named = participation.roles.filter { used.contains($0.code) && $0.name != $0.code }
    guard !named.isEmpty else { return nil }
    return "Roles: " + named.map { "\($0.code) \($0.name)" }.joined(separator: ", ") + "."
  }

  private var severalRoles: String? {
    let people = participation.peopleWithSeveralRoles
    guard people > 0 else { return nil }
    return people == 1
      ? "One person has several roles and is in the rows of each; roles held at once are joined by +."
      : "\(people) people have several roles and are in the rows of each; roles held at once are "
        + "joined by +."
  }

  private var identity: String? {
    guard participation.meetings > 1 else { return nil }
    return "People are told apart by identifier and name (n = \(participation.total.people))."
  }

  private var bootstrap: String? {
    guard intervals, let bootstrap = participation.bootstrap,
      participation.rows.contains(where: { $0.wordShareInterval ?? $0.turnShareInterval != nil })
    else { return nil }
    return "Intervals: \(bootstrap.explanation(participation.clusters))."
  }
}
