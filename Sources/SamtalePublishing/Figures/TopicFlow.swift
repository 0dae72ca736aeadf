import Samtale

/// The words of each party in each topic.
struct TopicFlow {
  struct Part {
    var party: Int
    var words: Int
    var utterances: [Int]
  }

  struct Party {
    var name: String
    var role: String?
  }

  private(set) var parties: [Party] = []
  /// Parties with words, in their order, for each topic.
  private(set) var parts: [[Part]] = []
  /// Words outside all topics, and all words.
  private(set) var outside = 0
  private(set) var words = 0

  init(_ meeting: TopicAnalysis, by unit: SpeakerSequence.Unit, _ palette: RolePalette) {
    let names = MeetingTalk.names(meeting.transcript.participants)
    var found: [String: Party] = [:]
    var ranks: [String: (Int, Int)] = [:]
    let partyNames = meeting.contributions.map { contribution -> String in
      let role = contribution.role
      let name =
        contribution.speaker.map { unit == .speaker ? names[$0] : role ?? "no role" }
        ?? (contribution.speakers.isEmpty ? "unknown" : "several")
      let rank = role.flatMap { palette.roles.firstIndex(of: $0) } ?? .max
      if found[name] == nil {
        found[name] = Party(name: name, role: contribution.speaker == nil ? nil : role)
        ranks[name] = (rank, contribution.speaker ?? .max)
      }
      words += contribution.words
      if contribution.topics.isEmpty { outside += contribution.words }
      return name
    }
    let order = found.keys.sorted {
      let (a, b) = (ranks[$0] ?? (.max, .max), ranks[$1] ?? (.max, .max))
      return (a.0, a.1, $0) < (b.0, b.1, $1)
    }
    parties = order.compactMap { found[$0] }
    let places = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    parts = meeting.segments.map { segment in
      var sums: [Int: Part] = [:]
      for place in segment.contributions {
        let contribution = meeting.contributions[place]
        guard let party = places[partyNames[place]], contribution.words > 0 else { continue }
        sums[party, default: Part(party: party, words: 0, utterances: [])].words +=
          contribution.words
        sums[party]?.utterances += contribution.utterances
      }
      return sums.values.sorted { $0.party < $1.party }
    }
  }

  func words(in topic: Int) -> Int { parts[topic].reduce(0) { $0 + $1.words } }
}
