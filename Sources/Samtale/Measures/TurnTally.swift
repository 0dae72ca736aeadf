/// Adds up the turns of one transcript by who speaks in which role.
struct TurnTally {
  let transcript: Transcript
  let roles: RoleResolver
  let counts: [Int]
  let evidence: Bool
  private(set) var contributors: [MeetingParticipation.Contributor] = []
  /// People who speak together with others.
  private(set) var jointSpeakers: Set<Participant.Identity> = []
  private var index: [Key: Int] = [:]
  /// The contributor of each participant who speaks in the role of her or his own, -1 for none yet.
  private var ofParticipants: [Int]

  private struct Key: Hashable {
    var speaker: Int32
    var role: String?
  }

  init(_ transcript: Transcript, _ roles: RoleResolver, counts: [Int], evidence: Bool) {
    self.transcript = transcript
    self.roles = roles
    self.counts = counts
    self.evidence = evidence
    ofParticipants = Array(repeating: -1, count: transcript.participants.count)
  }

  mutating func add(_ utterances: [Int], speaker: Int32) {
    let i = contributor(utterances[0], speaker)
    if speaker < -1 {
      for j in transcript.columns.speakerIndices(utterances[0]) {
        jointSpeakers.insert(transcript.participants[j].identity)
      }
    }
    var words = 0
    var time: Int64 = 0
    var timed = 0
    for utterance in utterances {
      words += counts[utterance]
      if let length = length(utterance) {
        time += length
        timed += 1
      }
    }
    contributors[i].turnWords.append(words)
    contributors[i].utterances += utterances.count
    contributors[i].timedUtterances += timed
    contributors[i].microseconds += time
    guard evidence else { return }
    contributors[i].evidence.append(
      TurnEvidence(
        transcript: transcript.id,
        source: transcript.utterances[utterances[0]].source,
        utterances: utterances.map { transcript.columns.ids[$0] },
        indices: utterances,
        words: words,
        seconds: timed > 0 ? Double(time) / 1_000_000 : nil
      )
    )
  }

  private mutating func contributor(_ utterance: Int, _ speaker: Int32) -> Int {
    guard speaker >= 0, transcript.columns.details.isEmpty else {
      return findContributor(utterance, speaker)
    }
    let participant = Int(speaker)
    if ofParticipants[participant] < 0 {
      ofParticipants[participant] = findContributor(utterance, speaker)
    }
    return ofParticipants[participant]
  }

  private mutating func findContributor(_ utterance: Int, _ speaker: Int32) -> Int {
    var key = Key(speaker: max(speaker, -2), role: nil)
    if speaker >= 0 {
      let person = transcript.participants[Int(speaker)]
      let analysis =
        transcript.columns.details.isEmpty
        ? [] : transcript.columns.detail(utterance)?.analysis ?? []
      key.role = roles.role(analysis: analysis, person: person)
    }
    if let known = index[key] { return known }
    contributors.append(.init(speaker: who(speaker), role: key.role))
    index[key] = contributors.count - 1
    return contributors.count - 1
  }

  private func who(_ speaker: Int32) -> MeetingParticipation.Speaker {
    guard speaker >= 0 else { return speaker == -1 ? .unknown : .several }
    let participant = transcript.participants[Int(speaker)]
    return participant.groupSize == nil ? .person(participant.identity) : .groups
  }

  private func length(_ utterance: Int) -> Int64? {
    let columns = transcript.columns
    let (start, end) = (columns.starts[utterance], columns.ends[utterance])
    guard start != UtteranceColumns.noPoint, end != UtteranceColumns.noPoint else { return nil }
    let times = transcript.timeline.microseconds
    let (from, to) = (times[Int(start)], times[Int(end)])
    guard from != Timeline.unknown, to != Timeline.unknown, to >= from else { return nil }
    return to - from
  }
}
