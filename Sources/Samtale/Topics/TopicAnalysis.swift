/// Everything that is known of the topics of one meeting: where they are, how they begin and end,
/// and what each contribution gets from others.
///
/// ```swift
/// let cues = CueReader(Lexicon(language: "en")!)
/// let analysis = TopicAnalysis(transcript, cues: cues)
/// for closure in analysis.closures {
///   print(analysis.segments[closure.segment].topic.label, closure.type.inForce)
/// }
/// ```
public struct TopicAnalysis: Sendable {
  public let transcript: Transcript
  public let options: TopicOptions
  public let contributions: ContributionSequence
  /// The topics in the order in which they begin; none if no topics are marked.
  public let segments: [TopicSegment]
  /// One for each segment.
  public let closures: [TopicClosure]
  /// One for each contribution.
  public let uptakes: [Uptake]
  public let leader: MeetingLeader

  /// Reads one meeting.
  /// - Parameters:
  ///   - transcript: The meeting, with its marked topics and, where there are any, coders' closures.
  ///   - cues: Reads what words do, in the language of the meeting.
  ///   - options: Choices that change what is found.
  public init(_ transcript: Transcript, cues: CueReader, options: TopicOptions = TopicOptions()) {
    self.transcript = transcript
    self.options = options
    let marking = TopicMarking(transcript)
    let all = ContributionSequence(transcript, marking: marking, cues: cues, unit: options.unit)
    let leader = MeetingLeader(transcript, all, role: options.leaderRole)
    let segments = TopicSegment.segments(marking, all, options)
    var closures = segments.map { TopicClosure($0, all, leader, transcript, options) }
    for judgement in ClosureLayer.judgements(transcript) {
      guard let segment = judgement.segment(segments, all, transcript) else { continue }
      closures[segment].judge(judgement, leader)
    }
    contributions = all
    self.leader = leader
    self.segments = segments
    self.closures = closures
    uptakes = Uptake.uptakes(all, options)
  }
}
