import Samtale

/// Which participants are quoted how often, and under which headings.
///
/// A participant is quoted once by each excerpt in which she or he speaks, however many turns that
/// are.
public struct QuoteBalance: Sendable {
  /// One participant.
  public struct Row: Hashable, Sendable {
    public var person: Participant.Identity
    /// What the transcripts print before the person's turns.
    public var label: String
    public var role: String?
    /// How many excerpts quote the person under each heading.
    public var counts: [String: Int]

    public var total: Int { counts.values.reduce(0, +) }
  }

  /// The headings, in order.
  public let headings: [String]
  /// Everybody who speaks in the transcripts, by role, then label.
  public let rows: [Row]

  public init(_ uses: [ResultsSection.Use], of corpus: StudyCorpus) {
    var order: [String] = []
    var people: [Participant.Identity: Row] = [:]
    var roles: [String] = []
    for version in corpus.inOrder {
      let transcript = version.transcript
      for role in transcript.roles where !roles.contains(role.code) { roles.append(role.code) }
      for utterance in transcript.utterances where transcript.says(utterance) {
        for index in utterance.speakers {
          let person = transcript.participants[index]
          let row = Row(
            person: person.identity, label: person.name ?? person.label ?? person.id,
            role: person.roles.first, counts: [:])
          people[person.identity] = people[person.identity] ?? row
        }
      }
    }
    for use in uses {
      if !order.contains(use.heading) { order.append(use.heading) }
      let quoted = use.excerpt.turns.flatMap { turn in
        let transcript = turn.version.transcript
        return transcript.utterances[turn.utterance].speakers.map {
          transcript.participants[$0].identity
        }
      }
      for person in Set(quoted) { people[person]?.counts[use.heading, default: 0] += 1 }
    }
    headings = order
    let uses = Dictionary(grouping: people.values, by: \.label)
    // Two people with one label over time are told apart by their identifiers.
    for (person, row) in people where (uses[row.label]?.count ?? 0) > 1 {
      people[person]?.label = "\(row.label) (\(person.id))"
    }
    let rank = { (role: String?) in role.flatMap { roles.firstIndex(of: $0) } ?? roles.count }
    rows = people.values.sorted {
      (rank($0.role), $0.label, $0.person) < (rank($1.role), $1.label, $1.person)
    }
  }

  /// How many of those with a role are quoted at all, by role.
  public var coverage: [(role: String, quoted: Int, of: Int)] {
    var roles: [String] = []
    for row in rows where !roles.contains(row.role ?? "") { roles.append(row.role ?? "") }
    return roles.map { role in
      let all = rows.filter { ($0.role ?? "") == role }
      return (role, all.count { $0.total > 0 }, all.count)
    }
  }
}

extension Transcript {
  fileprivate func says(_ utterance: Utterance) -> Bool { WordCount.words(in: utterance.text) > 0 }
}

extension Table {
  /// Who is quoted how often under which heading.
  public static func quoteBalance(_ balance: QuoteBalance) -> Table {
    var table = Table(
      title: "Quotations by participant",
      columns: [
        Column(key: "participant", title: "participant", kind: .text),
        Column(key: "role", title: "role", kind: .text),
        Column(key: "quotations", title: "quotations", kind: .integer),
      ])
    table.columns += balance.headings.enumerated().map { index, heading in
      Column(key: "heading_\(index + 1)", title: heading, kind: .integer)
    }
    table.rows = balance.rows.map { row in
      Row(
        [.text(row.label), row.role.map(Cell.text) ?? .missing("no role"), .integer(row.total)]
          + balance.headings.map { .integer(row.counts[$0] ?? 0) })
    }
    table.notes = balance.coverage.map { part in
      "\(part.role.isEmpty ? "no role" : part.role): \(part.quoted) of \(part.of) are quoted."
    }
    table.notes.append(
      "An excerpt counts once for each participant who speaks in it. How often somebody is quoted "
        + "does not say how much weight the words have.")
    return table
  }
}
