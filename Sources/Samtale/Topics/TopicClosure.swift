/// How a topic begins and ends, who did it, and who said nothing.
public struct TopicClosure: Sendable {
  /// The segment, as an index.
  public var segment: Int
  public var opening: TopicOpening
  /// The last contribution; `nil` if nothing is said.
  public var lastWord: Int?
  /// What the rules found at its last end.
  public var decision: ClosureDecision
  /// How it was left before it was taken up again: one decision for each earlier stretch.
  public var interruptions: [ClosureDecision]
  /// The type: computed, and what people made of it.
  public var type: Judged<ClosureType>
  /// The participant who closed it: computed, and what people made of it.
  public var initiator: Judged<Int?>
  public var acceptedBy: [Int]
  /// Whether the leader closed it; `nil` if that is not known.
  public var byLeader: Bool?
  /// Whether the topic was left and taken up again, by its marking or by a later segment.
  public var isReopened: Bool
  public var silence: TopicSilence
  /// The places and rules behind each answer.
  public var evidence: [TopicEvidence]

  /// Every rule tried at the last end, in order; the last one held.
  public var steps: [ClosureStep] { decision.steps }
  /// The last contribution that says something of its own.
  public var lastSubstantive: Int? { decision.lastSubstantive }

  init(
    _ segment: TopicSegment, _ all: ContributionSequence, _ leader: MeetingLeader,
    _ transcript: Transcript, _ options: TopicOptions
  ) {
    self.segment = segment.index
    opening = TopicOpening(segment, all, leader, transcript, options)
    let decisions = segment.stretches.enumerated().map { number, stretch in
      let isLast = number == segment.stretches.count - 1
      let isCut = !isLast && all[stretch.upperBound].isAfterCut
      let ends = isLast ? segment.ends : isCut ? .cut : .known
      return ClosureContext(all, stretch: stretch, ends: ends, options).map {
        ClosureRules.decide($0, transcript)
      }
    }
    decision = (decisions.last ?? nil) ?? ClosureRules.nothing
    interruptions = decisions.dropLast().compactMap { $0 }
    type = Judged(computed: decision.type)
    initiator = Judged(computed: decision.initiator)
    acceptedBy = decision.acceptedBy
    byLeader = leader.isLeader(decision.initiator)
    isReopened = segment.isReopened
    lastWord = segment.stretches.last?.last
    silence = TopicSilence(segment, decision.lastSubstantive, all, transcript)
    evidence = []
    evidence = evidence(all)
  }

  /// Takes in a coder's closure type or initiator.
  mutating func judge(_ judgement: ClosureJudgement, _ leader: MeetingLeader) {
    if let value = judgement.type {
      type.judge(value, by: judgement.coder, at: judgement.date, reason: judgement.reason)
    }
    if let value = judgement.initiator {
      initiator.judge(value, by: judgement.coder, at: judgement.date, reason: judgement.reason)
      byLeader = leader.isLeader(value)
    }
  }

  private func evidence(_ all: ContributionSequence) -> [TopicEvidence] {
    func entry(_ answer: TopicEvidence.Answer, _ places: [Int], _ rules: [String] = [])
      -> TopicEvidence
    {
      TopicEvidence(answer: answer, utterances: places.flatMap { all[$0].utterances }, rules: rules)
    }
    return [
      entry(.opener, [opening.contribution].compactMap { $0 }, opening.rules),
      entry(.lastWord, [lastWord].compactMap { $0 }),
      entry(.lastSubstantive, [lastSubstantive].compactMap { $0 }),
      entry(.closure, decision.closing, decision.rules),
      entry(.silence, silence.unansweredAddresses),
    ]
    .filter { !$0.utterances.isEmpty }
  }
}

/// The places and rules behind one answer about a topic.
public struct TopicEvidence: Hashable, Sendable {
  /// What is answered.
  public enum Answer: String, Sendable, CaseIterable {
    case opener, lastWord, lastSubstantive, closure, silence
  }

  public var answer: Answer
  /// Indices of the transcript's utterances.
  public var utterances: [Int]
  /// Identifiers of rules of the lexicon.
  public var rules: [String]
}

/// Who says nothing in a topic although present: listed in the file, groups left out.
public struct TopicSilence: Hashable, Sendable {
  /// Participants without any contribution.
  public var absent: [Int]
  /// Participants who spoke, but not after the last substantive contribution, which was another's.
  public var afterLast: [Int]
  /// Participants who were addressed and did not speak after that in the topic.
  public var addressed: [Int]
  /// Contributions that addressed them.
  public var unansweredAddresses: [Int]
  /// Roles none of whose people say anything; several people may have one role.
  public var absentRoles: [String]

  init(
    _ segment: TopicSegment, _ last: Int?, _ all: ContributionSequence, _ transcript: Transcript
  ) {
    let members = segment.contributions
    let present = transcript.participants.indices.filter {
      transcript.participants[$0].groupSize == nil
    }
    var latest: [Int: Int] = [:]
    for place in members { for person in all[place].speakers { latest[person] = place } }
    absent = present.filter { latest[$0] == nil }
    afterLast = present.filter { person in
      guard let last, let spoke = latest[person] else { return false }
      return spoke < last
    }
    let roles = transcript.participants.compactMap { RoleResolver.name($0.roles) }
    let heard = Set(members.compactMap { all[$0].role })
    var silentRoles: [String] = []
    for role in roles where !heard.contains(role) && !silentRoles.contains(role) {
      silentRoles.append(role)
    }
    absentRoles = silentRoles
    addressed = []
    unansweredAddresses = []
    for place in members {
      let silent = all[place].addressees.filter { (latest[$0] ?? -1) < place }
      if !silent.isEmpty { unansweredAddresses.append(place) }
      for person in silent where !addressed.contains(person) { addressed.append(person) }
    }
  }
}
