/// Choices that change what is found about topics; every output names them.
public struct TopicOptions: Hashable, Sendable {
  /// Whether adjacent utterances of one speaker are merged.
  public var unit: TurnUnit
  /// The role that leads the meeting; `nil` looks for the speaker with most opening cues.
  public var leaderRole: String?
  /// Whether the recording runs to the end of the meeting, so that the last topic has an ending.
  public var endsWithMeeting: Bool
  /// Whether a short answer right after a question ("Was that him?" – "Yeah.") counts as the last
  /// substantive contribution instead of as an acknowledgement of the question.
  public var answersAreSubstantive: Bool
  /// Contributions before a boundary in which a shared content word counts as a link.
  public var linkWindow: Int
  /// The most words of an agreeing contribution that accepts a closing.
  public var assentWords: Int
  /// The most words of a contribution that acknowledges by repeating; 0 for never.
  public var repetitionWords: Int
  /// Contributions of others in which uptake is looked for.
  public var uptakeWindow: Int

  public init(
    unit: TurnUnit = .turns,
    leaderRole: String? = nil,
    endsWithMeeting: Bool = false,
    answersAreSubstantive: Bool = true,
    linkWindow: Int = 3,
    assentWords: Int = 6,
    repetitionWords: Int = 6,
    uptakeWindow: Int = 3
  ) {
    self.unit = unit
    self.leaderRole = leaderRole
    self.endsWithMeeting = endsWithMeeting
    self.answersAreSubstantive = answersAreSubstantive
    self.linkWindow = linkWindow
    self.assentWords = assentWords
    self.repetitionWords = repetitionWords
    self.uptakeWindow = uptakeWindow
  }
}

/// Who leads a meeting.
public struct MeetingLeader: Hashable, Sendable {
  /// Indices of the participants who lead; empty if that is not known.
  public var people: [Int]
  /// How that is known, or why not.
  public var reason: String

  /// The people of the named role, else the one speaker with most contributions that hold opening
  /// cues (measures §4).
  init(_ transcript: Transcript, _ sequence: ContributionSequence, role: String?) {
    if let role {
      people = transcript.participants.indices.filter {
        transcript.participants[$0].roles.contains(role)
      }
      reason = people.isEmpty ? "nobody has the role \(role)" : "the role \(role) was named"
      return
    }
    var cues: [Int: Int] = [:]
    for contribution in sequence where contribution.reading.isOpening {
      if let speaker = contribution.speaker { cues[speaker, default: 0] += 1 }
    }
    let most = cues.values.max() ?? 0
    people = cues.filter { $0.value == most }.keys.sorted()
    reason = "most contributions with opening cues (\(most))"
    if people.count != 1 {
      people = []
      reason = most == 0 ? "no opening cues" : "several people have most opening cues (\(most))"
    }
  }

  /// Whether a participant leads; `nil` if the leader or the participant is not known.
  public func isLeader(_ participant: Int?) -> Bool? {
    guard let participant, !people.isEmpty else { return nil }
    return people.contains(participant)
  }
}
