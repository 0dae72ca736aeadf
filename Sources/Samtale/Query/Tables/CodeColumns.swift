/// The columns of a table of codes, and which of them a coded stretch belongs to.
struct CodeColumns {
  /// A column (`nil` for the rest) with an utterance that puts a coding there.
  typealias Place = (column: Int?, utterance: Int)

  let columns: [CodeTable.Column]
  /// What stands in no column.
  let rest: String
  /// Whether columns without codings are left out.
  let showsOnlyUsed: Bool
  /// The columns of a stretch, each with an utterance; none for a laugh or another stretch without
  /// words, where they depend on words.
  let places: (Span) -> [Place]

  init(_ dimension: CodeTable.Dimension, _ index: QueryIndex) {
    switch dimension {
    case .role: self.init(roles: index)
    case .meeting, .code: self.init(meetings: index)
    case .person: self.init(people: index)
    case .team: self.init(teams: index)
    case .opener:
      self.init(topics: index, rest: "no topic or opener", CodeColumns.roles(index)) {
        $0.innermostTopics(of: $1).map($0.openerRole)
      }
    case .lastword:
      self.init(topics: index, rest: "no topic or last word", CodeColumns.roles(index)) {
        $0.innermostTopics(of: $1).map($0.lastWordRole)
      }
    case .closure:
      let types = ClosureType.allCases.map(\.rawValue)
      self.init(topics: index, rest: "no topic", types.map { ($0, $0) }) { analysis, place in
        analysis.innermostTopics(of: place).map { analysis.closures[$0].type.inForce.rawValue }
      }
    case .uptake:
      let levels = QueryField.uptake.values ?? []
      self.init(topics: index, rest: "asks for none", levels.map { ($0, $0) }) { analysis, place in
        let uptake = analysis.uptakes[place]
        return analysis.asks(uptake) ? [uptake.name] : []
      }
    }
  }

  private init(
    _ names: [(key: String, title: String)], rest: String, showsOnlyUsed: Bool = false,
    places: @escaping (Span) -> [Place]
  ) {
    columns = names.map { CodeTable.Column(key: $0.key, title: $0.title, isRest: false) }
    self.rest = rest
    self.showsOnlyUsed = showsOnlyUsed
    self.places = places
  }

  private static func numbers(_ names: [(key: String, title: String)]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Speakers

  /// The roles as declared, then others by name.
  private static func roles(_ index: QueryIndex) -> [(key: String, title: String)] {
    let all = index.axis.versions.map { UtteranceRoles($0.transcript) }
    var seen: Set<String> = []
    let declared = all.flatMap(\.declared).map(\.code).filter { seen.insert($0).inserted }
    let others = Set(all.flatMap(\.used)).subtracting(declared).sorted()
    return (declared + others).map { ($0, $0) }
  }

  private init(roles index: QueryIndex) {
    let all = index.axis.versions.map { UtteranceRoles($0.transcript) }
    let names = Self.roles(index)
    let numbers = Self.numbers(names)
    self.init(names, rest: "no role") { span in
      let (transcript, local) = index.axis.local(span.utterance)
      let found = all[transcript].roles(of: local).map { (numbers[$0], span.utterance) }
      return found.isEmpty ? [(nil, span.utterance)] : found
    }
  }

  private init(people index: QueryIndex) {
    var numbers: [Participant.Identity: Int] = [:]
    var people: [Participant] = []
    for version in index.axis.versions {
      for person in version.transcript.participants where numbers[person.identity] == nil {
        numbers[person.identity] = people.count
        people.append(person)
      }
    }
    let sharedIDs = MeetingNames.shared(people.map(\.id))
    let sharedLabels = MeetingNames.shared(people.map { $0.label ?? $0.id })
    let names = people.enumerated().map { number, person in
      let key = sharedIDs.contains(person.id) ? "\(person.id) \(number + 1)" : person.id
      let label = person.label ?? person.id
      return (key: key, title: sharedLabels.contains(label) ? "\(label) (\(key))" : label)
    }
    self.init(names, rest: "unknown speaker") { span in
      let (transcript, local) = index.axis.local(span.utterance)
      let talk = index.axis.versions[transcript].transcript
      let found = talk.columns.speakerIndices(local).map { speaker in
        (numbers[talk.participants[speaker].identity], span.utterance)
      }
      return found.isEmpty ? [(nil, span.utterance)] : found
    }
  }

  // MARK: Meetings

  private init(meetings index: QueryIndex) {
    let ids = index.axis.versions.map(\.transcript.id)
    let shared = MeetingNames.shared(ids)
    let names = index.axis.versions.map { version in
      let id = version.transcript.id
      let key = shared.contains(id) ? "\(id) \(version.id.short)" : id
      return (key: key, title: key)
    }
    self.init(names, rest: "none") { span in
      [(index.axis.transcript(of: span.utterance), span.utterance)]
    }
  }

  private init(teams index: QueryIndex) {
    var seen: Set<String> = []
    let teams = index.teams.compactMap { $0 }.filter { seen.insert($0.id).inserted }
    let names = teams.map { (key: $0.id, title: $0.display) }
    let numbers = Self.numbers(names)
    let ofMeeting = index.teams.map { team in team.flatMap { numbers[$0.id] } }
    self.init(names, rest: "no team") { span in
      [(ofMeeting[index.axis.transcript(of: span.utterance)], span.utterance)]
    }
  }

  // MARK: Topics

  /// Columns of what is computed of contributions; `value` gives the keys of one.
  private init(
    topics index: QueryIndex, rest: String, _ names: [(key: String, title: String)],
    value: @escaping (TopicAnalysis, Int) -> [String?]
  ) {
    let contributions = index.contributions
    let numbers = Self.numbers(names)
    self.init(names, rest: rest, showsOnlyUsed: true) { span in
      let there = contributions.spans.touching(span)
      return there.flatMap { number -> [Place] in
        let owner = contributions.owners[number]
        // A person with several roles counts in each.
        let keys = value(contributions.analyses[owner.transcript], owner.contribution).flatMap {
          key -> [String?] in key?.split(separator: "+").map(String.init) ?? [nil]
        }
        let places: [Place] = keys.map { ($0.flatMap { numbers[$0] }, span.utterance) }
        return places.isEmpty ? [(nil, span.utterance)] : places
      }
    }
  }
}

extension TalkAxis {
  /// The transcript of an utterance and its place there.
  func local(_ utterance: Int) -> (transcript: Int, utterance: Int) {
    let transcript = transcript(of: utterance)
    return (transcript, utterance - firsts[transcript])
  }
}
