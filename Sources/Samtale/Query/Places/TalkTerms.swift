/// Terms about what is said, by whom and in which topics.
struct TalkTerms {
  let index: QueryIndex

  private var versions: [TranscriptVersion] { index.axis.versions }

  /// The parts of the talk that a term means.
  func region(_ term: QueryTerm) throws(QueryError) -> Region {
    switch term.field {
    case .role: return Region(sorted: try roles(term))
    case .person: return Region(sorted: try people(term))
    case .team: return meetings(try teamNames.chosen(term))
    case .number: return meetings(try numbers.chosen(term))
    case .meeting: return meetings(try meetingNames.chosen(term))
    case .text: return Region(sorted: words(term))
    case .topic: return try topics(term)
    case .closure: return topics { term.means($0.closures[$1].type.inForce.rawValue) }
    case .opener: return try topicRoles(term) { $0.openerRole(of: $1) }
    case .lastword: return try topicRoles(term) { $0.lastWordRole(of: $1) }
    default: return uptake(term)
    }
  }

  // MARK: Meetings

  private var teamNames: QueryNames {
    QueryNames(index.teams.map { team in team.map { [$0.id, $0.number] + $0.names } ?? [] })
  }

  private var numbers: QueryNames { QueryNames(versions.map { [$0.transcript.number] }) }

  private var meetingNames: QueryNames {
    var names = QueryNames()
    for version in versions {
      names.add([version.transcript.id, version.transcript.header.title], id: version.id)
    }
    return names
  }

  private func meetings(_ chosen: [Bool]) -> Region {
    Region(sorted: index.utterances { transcript, _ in chosen[transcript] })
  }

  // MARK: Speakers

  private func people(_ term: QueryTerm) throws(QueryError) -> [Span] {
    let chosen = try QueryNames(
      versions.flatMap { $0.transcript.participants.map { [$0.id, $0.label, $0.name] } }
    ).chosen(term)
    var starts = [0]
    for version in versions {
      starts.append(starts[starts.count - 1] + version.transcript.participants.count)
    }
    return index.utterances { transcript, utterance in
      let columns = versions[transcript].transcript.columns
      let code = columns.speakers[utterance]
      if code >= 0 { return chosen[starts[transcript] + Int(code)] }
      return columns.speakerIndices(utterance).contains { chosen[starts[transcript] + $0] }
    }
  }

  private func roles(_ term: QueryTerm) throws(QueryError) -> [Span] {
    let all = versions.map { UtteranceRoles($0.transcript) }
    try checkRoles(term, all)
    let known = all.map { roles in roles.ofPeople.map { $0.contains(where: term.means) } }
    let names = all.map { $0.names(of:) }
    return index.utterances { transcript, utterance in
      let roles = all[transcript]
      guard !roles.hasOwn(utterance) else {
        return roles.roles(of: utterance).flatMap(names[transcript]).contains(where: term.means)
      }
      let columns = versions[transcript].transcript.columns
      let code = columns.speakers[utterance]
      if code >= 0 { return known[transcript][Int(code)] }
      return columns.speakerIndices(utterance).contains { known[transcript][$0] }
    }
  }

  private func checkRoles(_ term: QueryTerm, _ all: [UtteranceRoles]) throws(QueryError) {
    var names = QueryNames(all.flatMap { $0.declared.map { [$0.code, $0.name] } })
    for role in Set(all.flatMap(\.used)).sorted() { names.add([role]) }
    _ = try names.chosen(term)
  }

  // MARK: Words

  private func words(_ term: QueryTerm) -> [Span] {
    let patterns = term.values.map { WordPattern($0) }
    var scan = FoldedWords()
    return index.utterances { transcript, utterance in
      versions[transcript].transcript.columns.withText(utterance) { scan.read($0) }
      return patterns.contains { $0.occurs(in: scan) }
    }
  }

  // MARK: Topics

  private func topics(_ term: QueryTerm) throws(QueryError) -> Region {
    let topics = TopicPlaces(index.axis)
    let chosen = try QueryNames(
      topics.entries.map { [$0.topic.label, $0.topic.id, $0.number] }
    ).chosen(term)
    return Region(zip(topics.entries, chosen).filter(\.1).flatMap(\.0.spans))
  }

  private func topics(_ holds: (TopicAnalysis, Int) -> Bool) -> Region {
    Region(
      sorted: index.contributions.chosen { analysis, contribution in
        analysis.innermostTopics(of: contribution).contains { holds(analysis, $0) }
      })
  }

  private func topicRoles(
    _ term: QueryTerm, _ role: (TopicAnalysis, Int) -> String?
  ) throws(QueryError) -> Region {
    let all = versions.map { UtteranceRoles($0.transcript) }
    try checkRoles(term, all)
    let names = Dictionary(
      all.flatMap(\.declared).map { ($0.code, [$0.code, $0.name]) },
      uniquingKeysWith: { first, _ in first })
    return topics { analysis, topic in
      let roles = role(analysis, topic).map { $0.split(separator: "+").map(String.init) } ?? []
      return roles.flatMap { names[$0] ?? [$0] }.contains(where: term.means)
    }
  }

  private func uptake(_ term: QueryTerm) -> Region {
    Region(
      sorted: index.contributions.chosen { analysis, contribution in
        let uptake = analysis.uptakes[contribution]
        return analysis.asks(uptake) && term.means(uptake.name)
      })
  }
}

extension QueryTerm {
  /// Whether any of the values means a name.
  func means(_ name: String) -> Bool {
    let folded = TextFolding.name(name)
    return values.contains { $0.matches(folded) }
  }
}

/// In which roles the utterances of a transcript are spoken.
struct UtteranceRoles {
  let declared: [Role]
  /// The names and codes of the roles of each participant.
  let ofPeople: [[String]]
  /// All roles that occur.
  let used: Set<String>
  private let transcript: Transcript
  private let resolver: RoleResolver
  /// Utterances that name a role of their own.
  private let own: Set<Int>

  init(_ transcript: Transcript) {
    self.transcript = transcript
    resolver = RoleResolver(transcript)
    declared = transcript.roles
    own = Set(transcript.columns.details.filter { !$0.analysis.isEmpty }.map(\.utterance))
    var used = Set(transcript.participants.flatMap(\.roles))
    for utterance in own {
      used.formUnion(Self.roles(of: utterance, transcript, resolver))
    }
    self.used = used
    let titles = Dictionary(
      declared.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    ofPeople = transcript.participants.map { person in
      person.roles.flatMap { [$0, titles[$0]].compactMap { $0 } }
    }
  }

  func hasOwn(_ utterance: Int) -> Bool { !own.isEmpty && own.contains(utterance) }

  /// A role as its code and its name.
  func names(of role: String) -> [String] {
    [role] + declared.filter { $0.code == role }.map(\.name)
  }

  /// The roles in which an utterance is spoken, as codes; several if people speak at once or have
  /// several roles.
  func roles(of utterance: Int) -> [String] { Self.roles(of: utterance, transcript, resolver) }

  private static func roles(
    of utterance: Int, _ transcript: Transcript, _ resolver: RoleResolver
  ) -> [String] {
    let analysis = transcript.utterances[utterance].analysis
    return transcript.columns.speakerIndices(utterance).flatMap { speaker in
      let role = resolver.role(analysis: analysis, person: transcript.participants[speaker])
      return role.map { $0.split(separator: "+").map(String.init) } ?? []
    }
  }
}

/// Words that are looked for one after the other.
struct WordPattern {
  private let words: [[UInt8]]
  private let isPrefix: Bool

  init(_ value: QueryValue) {
    words = TextFolding.words(value.text).map { Array($0.utf8) }
    isPrefix = value.isPrefix
  }

  func occurs(in text: FoldedWords) -> Bool {
    guard words.count <= text.ranges.count else { return false }
    guard !words.isEmpty else { return !text.ranges.isEmpty }
    return (0...(text.ranges.count - words.count)).contains { starts(at: $0, in: text) }
  }

  private func starts(at first: Int, in text: FoldedWords) -> Bool {
    for (i, word) in words.enumerated() {
      let range = text.ranges[first + i]
      let fits =
        isPrefix && i == words.count - 1 ? range.count >= word.count : range.count == word.count
      guard fits, text.bytes[range].starts(with: word) else { return false }
    }
    return true
  }
}
