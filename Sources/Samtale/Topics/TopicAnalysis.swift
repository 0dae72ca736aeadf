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
  public internal(set) var transcript: Transcript
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
    self.init(transcript, cues: cues, others: [:], options: options)
  }

  /// Reads one meeting in the languages that it states: that of the transcript, and those of single
  /// utterances where they differ.
  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - library: Readers of cues.
  ///   - options: Choices that change what is found.
  public init(
    _ transcript: Transcript, library: CueLibrary, options: TopicOptions = TopicOptions()
  ) {
    let languages = Set(transcript.utterances.compactMap(\.language))
    let known = languages.filter { Lexicon(language: $0) != nil }
    let others = known.map { ($0, library.reader(language: $0)) }
    self.init(
      transcript, cues: library.reader(for: transcript),
      others: Dictionary(uniqueKeysWithValues: others), options: options)
  }

  private init(
    _ transcript: Transcript, cues: CueReader, others: [String: CueReader], options: TopicOptions
  ) {
    self.transcript = transcript
    self.options = options
    let marking = TopicMarking(transcript)
    let all = ContributionSequence(
      transcript, marking: marking, cues: cues, unit: options.unit, others: others)
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

extension TopicAnalysis {
  /// Whether a contribution asks for uptake: minimal responses and hesitation do not.
  public func asks(_ uptake: Uptake) -> Bool {
    let contribution = contributions[uptake.contribution]
    return contribution.isSubstantive || contribution.reading.form == .assessment
  }
}

extension TopicAnalysis {
  /// Words of a topic, withdrawn ones left out.
  public func words(of segment: TopicSegment) -> Int {
    segment.contributions.reduce(0) { $0 + contributions[$1].words }
  }

  /// Seconds from the beginning of each stretch of a topic to the latest end in it; `nil` if a
  /// beginning or end is not known.
  public func seconds(of segment: TopicSegment) -> Double? {
    TopicLengths.seconds(segment, self)
  }

  /// How a participant is called in tables: the printed label, else the identifier.
  public func label(of participant: Int) -> String {
    transcript.participants[participant].label ?? transcript.participants[participant].id
  }

  /// Who speaks a contribution, as tables call them.
  public func speakers(of contribution: Int) -> String {
    let people = contributions[contribution].speakers.map(label)
    return people.isEmpty ? "unknown" : people.joined(separator: " ")
  }

  /// `file:line` of the first utterance of a contribution.
  public func source(of contribution: Int) -> String {
    transcript.utterances[contributions[contribution].utterances[0]].source
  }

  /// The line of the first utterance of a contribution.
  public func line(of contribution: Int) -> Int {
    transcript.utterances[contributions[contribution].utterances[0]].line
  }

  /// Segments that are meant by a name: an identifier, a number in the meeting from 1, or either
  /// after the meeting and a colon (`team1-m1:t3`).
  public func segments(named name: String) -> [TopicSegment] {
    let prefix = transcript.id + ":"
    let local = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    if let exact = segments.first(where: { $0.topic.id == local }) { return [exact] }
    return segments.filter { "\($0.index + 1)" == local }
  }
}
