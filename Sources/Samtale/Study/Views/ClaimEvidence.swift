/// What a claim about "several social workers" rests on: n of N, where it is shown, and who is not
/// covered. What is printed stays the author's.
public struct ClaimEvidence: Sendable {
  /// One person, team or meeting, and the places that show the claim for it.
  public struct Case: Hashable, Sendable {
    public var name: String
    /// `team1-m1 u12`; empty if nothing shows it.
    public var places: [String]
  }

  public let claim: Claim
  public let covered: [Case]
  public let notCovered: [Case]
  /// Places that are no longer found, whose words were corrected since, or where nobody of the role
  /// speaks.
  public let unusable: [String]

  /// n: how many are covered.
  public var count: Int { covered.count }
  /// N: how many there are.
  public var total: Int { covered.count + notCovered.count }

  /// - Parameters:
  ///   - claim: The claim.
  ///   - corpus: The study; N is everybody of the role who speaks in its transcripts, or every team
  ///     or meeting in which somebody of the role speaks.
  public init(_ claim: Claim, in corpus: StudyCorpus) {
    self.claim = claim
    var counting = ClaimCounting(claim, corpus)
    for anchor in claim.evidence { counting.take(anchor) }
    let cases = counting.cases
    covered = cases.filter { !$0.places.isEmpty }
    notCovered = cases.filter { $0.places.isEmpty }
    unusable = counting.unusable
  }

  /// What a reader may object to: `all` where some are not covered, `several` for one or two.
  public var advice: [String] {
    let word = (claim.quantifier ?? claim.text).lowercased()
    let words = Set(word.split { !$0.isLetter }.map(String.init))
    var advice: [String] = []
    if total == 0 { return ["nobody of the role speaks in the transcripts"] }
    if count == 0 { advice.append("no place shows it") }
    let everybody: Set = ["all", "every", "everybody", "everyone", "each", "alle", "samtlige"]
    if !words.isDisjoint(with: everybody), count > 0, count < total {
      advice.append("it says “\(word)”, and \(count) of \(total) are covered")
    }
    let many: Set = ["most", "majority", "flest", "fleste"]
    if !words.isDisjoint(with: many), count > 0, count * 2 <= total {
      advice.append("it says “\(word)”, and \(count) of \(total) are not more than half")
    }
    let several: Set = ["several", "many", "flere", "mange"]
    if !words.isDisjoint(with: several), count > 0, count < 3 {
      advice.append("it says “\(word)”, and \(count == 1 ? "one is" : "two are") covered")
    }
    return advice
  }
}

/// Finds who or what a claim is about.
private struct ClaimCounting {
  let claim: Claim
  let corpus: StudyCorpus
  private var order: [String] = []
  private var names: [String: String] = [:]
  private var places: [String: [String]] = [:]
  var unusable: [String] = []

  init(_ claim: Claim, _ corpus: StudyCorpus) {
    self.claim = claim
    self.corpus = corpus
    for version in corpus.inOrder {
      for index in version.transcript.utterances.indices
      where version.transcript.hasWords(index) {
        for unit in units(version, index) where names[unit.key] == nil {
          order.append(unit.key)
          names[unit.key] = unit.name
        }
      }
    }
  }

  var cases: [ClaimEvidence.Case] {
    let uses = Dictionary(grouping: order) { names[$0] ?? $0 }
    return order.map { key in
      let name = names[key] ?? key
      // Two people with one label over time are told apart by their identifiers.
      let isShared = (uses[name]?.count ?? 0) > 1
      let id = key.split(separator: "\u{0}").first.map(String.init) ?? key
      return ClaimEvidence.Case(
        name: isShared ? "\(name) (\(id))" : name, places: places[key] ?? [])
    }
    .sorted { $0.name < $1.name }
  }

  mutating func take(_ anchor: Anchor) {
    let named = anchor.segments.first?.utterance ?? anchor.kind.title
    guard let version = anchor.transcript.flatMap({ corpus.transcripts[$0] }),
      let placement = corpus.place(anchor), placement.status != .lost
    else {
      unusable.append("\(named): the place is not found")
      return
    }
    if placement.status != .unchanged {
      unusable.append(
        "\(version.transcript.id) \(named): the words were corrected since; look again")
    }
    var isUsed = false
    for index in Set(placement.stretches.map(\.utterance)).sorted() {
      for unit in units(version, index) {
        isUsed = true
        let place = "\(version.transcript.id) \(version.name(of: index))"
        if places[unit.key]?.contains(place) != true { places[unit.key, default: []].append(place) }
      }
    }
    if !isUsed {
      unusable.append("\(version.transcript.id) \(named): nobody whom it is about speaks there")
    }
  }

  /// The people, team or meeting that an utterance counts for.
  private func units(
    _ version: TranscriptVersion, _ index: Int
  ) -> [(key: String, name: String)] {
    let transcript = version.transcript
    let speakers = transcript.utterances[index].speakers.map { transcript.participants[$0] }
      .filter { person in claim.role.map(person.roles.contains) ?? true }
    guard !speakers.isEmpty else { return [] }
    switch claim.unit {
    case .person:
      return speakers.map { person in
        (
          "\(person.identity.id)\u{0}\(person.identity.name ?? "")",
          person.name ?? person.label ?? person.id
        )
      }
    case .meeting: return [(version.id.description, transcript.id)]
    case .team: return transcript.team.map { [($0.id, $0.display)] } ?? []
    }
  }
}
