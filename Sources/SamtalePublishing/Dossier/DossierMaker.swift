import Samtale

/// Gathers facts; each of its extensions knows one part of a study.
struct DossierMaker {
  typealias Fact = Dossier.Fact
  typealias Item = Dossier.Item

  let study: Study
  let corpus: StudyCorpus
  let events: [Event]
  let input: DossierInput
  let method: MethodProfile
  /// Transcripts that are not withdrawn, in order of their names.
  let transcripts: [Transcript]
  /// When objects were made.
  let made: [Identifier: Event]
  let people: ParticipantCounts
  let themes: ThemeList
  let phases: PhaseLog
  /// Names and states of themes, or of the categories of systematic text condensation.
  let names: ObjectHistory

  init(_ input: DossierInput) {
    self.input = input
    corpus = input.corpus
    study = corpus.study
    method = study.method
    events = input.events.sorted { Event.precedes($0, $1) }
    transcripts = corpus.inOrder.map(\.transcript)
    made = Dictionary(
      events.filter { $0.change.before == nil }.map { ($0.change.object, $0) },
      uniquingKeysWith: { first, _ in first })
    people = ParticipantCounts(transcripts.map { ParticipantCounts.Source($0) })
    themes = ThemeList(corpus)
    phases = PhaseLog(events)
    names = ObjectHistory(
      events, kinds: method == .stc ? [.group, .subgroup, .analyticText] : [.theme])
  }

  var isReflexive: Bool { method == .reflexiveTA }

  /// A researcher's name.
  func name(_ id: Identifier?) -> String {
    guard let id else { return "nobody named" }
    return study.object(Researcher.self, id)?.name ?? id.short
  }

  /// Where a field got its present value: `history: written by Anna Berg on 2 March 2026`.
  func source(_ what: String, of object: Identifier, field: String) -> String {
    guard let value = study.record(object)?.fields[field],
      let last = events.last(where: {
        $0.change.object == object && $0.change.after?[field] == value
      })
    else { return what }
    return "\(what) (history: written by \(name(last.actor)) on \(last.at.day))"
  }

  /// `headers of 16 transcripts`, and which part of them.
  func headers(_ part: String, of count: Int? = nil) -> String {
    let count = count ?? transcripts.count
    return "header\(count == 1 ? "" : "s") of \(Self.count(count, "transcript")): \(part)"
  }

  /// When objects were made, as the history has it: `between 2 March and 9 May 2026`.
  func span(_ objects: some Sequence<Identifier>) -> String? {
    Self.span(objects.compactMap { made[$0]?.at })
  }

  /// The same after a space; nothing if it is not known.
  func when(_ objects: some Sequence<Identifier>) -> String { span(objects).map { " " + $0 } ?? "" }

  static func span(_ times: some Sequence<Timestamp>) -> String? {
    guard let first = times.min(), let last = times.max() else { return nil }
    guard first.day != last.day else { return "on \(first.day)" }
    return "between \(first.day(in: last)) and \(last.day)"
  }

  /// `1 turn`, `2 turns`.
  static func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `20 in use, 3 merged`: what there is of each kind, in the order of the kinds.
  static func tally<Key: Hashable>(
    _ keys: some Sequence<Key>, _ kinds: [(key: Key, words: String)]
  ) -> String {
    var counts: [Key: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    return list(kinds.compactMap { kind in counts[kind.key].map { "\($0) \(kind.words)" } })
  }
}

extension Timestamp {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private var parts: (day: Int, month: Int, year: Int) {
    let numbers = description.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { return (0, 1, 0) }
    return (numbers[2], numbers[1], numbers[0])
  }

  /// The day in UTC: `2 March 2026`.
  var day: String { "\(parts.day) \(Self.months[parts.month - 1]) \(parts.year)" }

  /// The day as the first of two: without what it shares with the second.
  func day(in last: Timestamp) -> String {
    if parts.year != last.parts.year { return day }
    return parts.month == last.parts.month
      ? "\(parts.day)" : "\(parts.day) \(Self.months[parts.month - 1])"
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it is first.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
