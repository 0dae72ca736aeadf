/// Who speaks after whom in one meeting: the order of turns as small numbers.
///
/// A party is a person, or a role if persons are taken together by role. Turns of several people at
/// once, of unknown speakers, and cuts by the transcriber break the sequence: nothing is counted
/// across them.
public struct SpeakerSequence: Sendable {
  /// Names of the parties: identifiers or labels of people, codes of roles.
  public var parties: [String]
  /// Unbroken stretches of turns; each turn is the index of its party. Neighbours always differ.
  public var stretches: [[Int]]
  /// The first utterance of each turn, in the same shape, as indices of the transcript's utterances.
  public var utterances: [[Int]]
  /// Breaks of the sequence: cuts, and turns without one known party.
  public var breaks: Int

  /// What counts as a party.
  public enum Unit: String, Sendable, CaseIterable { case speaker, role }

  /// - Parameters:
  ///   - parties: Names of the parties.
  ///   - stretches: Unbroken stretches of turns.
  public init(parties: [String], stretches: [[Int]]) {
    self.parties = parties
    self.stretches = stretches
    utterances = stretches.map { Array(repeating: 0, count: $0.count) }
    breaks = max(0, stretches.count - 1)
  }

  /// The sequence of a transcript. Adjacent turns of one party are one turn; utterances without
  /// words are passed over.
  public init(_ transcript: Transcript, unit: Unit = .speaker, words: WordOptions = WordOptions()) {
    let counts = transcript.wordCounts(words.spokenOnly)
    let roles = RoleResolver(transcript)
    var builder = Builder()
    if unit == .speaker {
      builder.parties = Self.names(transcript.participants)
    } else {
      for role in transcript.participants.compactMap({ RoleResolver.name($0.roles) }) {
        _ = builder.party(named: role)
      }
    }
    for i in transcript.speakingOrder {
      if transcript.columns.flags[i] & UtteranceColumns.cutBefore != 0 { builder.endStretch() }
      guard counts[i] > 0 || words.countsNonverbal else { continue }
      let speaker = transcript.columns.speakers[i]
      guard speaker >= 0 else {
        builder.endStretch()
        continue
      }
      guard unit == .role else {
        builder.add(Int(speaker), utterance: i)
        continue
      }
      let person = transcript.participants[Int(speaker)]
      let analysis = transcript.columns.detail(i)?.analysis ?? []
      let role = roles.role(analysis: analysis, person: person) ?? "no role"
      builder.add(builder.party(named: role), utterance: i)
    }
    builder.endStretch()
    parties = builder.parties
    stretches = builder.stretches
    utterances = builder.utterances
    breaks = max(0, builder.stretches.count - 1)
  }

  /// What people are called: the printed label, with the identifier where two have the same.
  static func names(_ participants: [Participant]) -> [String] {
    let labels = participants.map { $0.label ?? $0.name ?? $0.id }
    let numbers = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(participants, labels).map { participant, label in
      numbers[label] == 1 ? label : "\(label) (\(participant.id))"
    }
  }

  private struct Builder {
    var parties: [String] = []
    var stretches: [[Int]] = []
    var utterances: [[Int]] = []
    private var turns: [Int] = []
    private var places: [Int] = []

    mutating func party(named name: String) -> Int {
      if let known = parties.firstIndex(of: name) { return known }
      parties.append(name)
      return parties.count - 1
    }

    mutating func add(_ party: Int, utterance: Int) {
      guard turns.last != party else { return }
      turns.append(party)
      places.append(utterance)
    }

    mutating func endStretch() {
      guard !turns.isEmpty else { return }
      stretches.append(turns)
      utterances.append(places)
      turns = []
      places = []
    }
  }

  /// Turns of each party.
  public var turnCounts: [Int] {
    var counts = Array(repeating: 0, count: parties.count)
    for party in stretches.joined() { counts[party] += 1 }
    return counts
  }
}
