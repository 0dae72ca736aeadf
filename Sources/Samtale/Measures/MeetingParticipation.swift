/// Who contributed how much to one meeting: the raw counts from which all tables are made.
public struct MeetingParticipation: Sendable {
  /// A person (or joint or unknown speakers) in one role in this meeting.
  public struct Contributor: Sendable {
    /// Who it is: a participant, a group, several at once, or unknown.
    public var speaker: Speaker
    /// Roles of the person, joined by `+`; `nil` if there are none.
    public var role: String?
    /// The words of each counted turn, in order.
    public var turnWords: [Int] = []
    /// Counted utterances.
    public var utterances = 0
    /// Counted utterances whose length is known.
    public var timedUtterances = 0
    /// Their length in microseconds; overlap with own or others' speech is not taken off.
    public var microseconds: Int64 = 0
    /// The turns themselves, if evidence was asked for.
    public var evidence: [TurnEvidence] = []

    public var words: Int { turnWords.reduce(0, +) }

    /// Whether this is one known person, whose turns are part of shares.
    var isPerson: Bool {
      if case .person = speaker { true } else { false }
    }
  }

  /// See ``Contributor/speaker``.
  public enum Speaker: Hashable, Sendable {
    case person(Participant.Identity)
    /// A group that speaks as one (TEI `personGrp`).
    case groups
    case several
    case unknown
  }

  public var transcript: String
  /// Whether the file gives the identifier; else it is made from the file's name.
  var hasOwnID: Bool
  public var file: String
  public var number: String?
  public var date: String?
  public var team: Team?
  /// Everybody listed or heard, in the order of the file; groups that speak as one are no persons.
  public var present: [Present]
  public var contributors: [Contributor]
  /// People who speak together with others in at least one counted utterance.
  public var jointSpeakers: Set<Participant.Identity>
  /// Declared roles, in their order.
  public var roles: [Role]
  public var unit: TurnUnit
  /// Cuts by the transcriber.
  public var cuts: Int
  /// Languages whose filled pauses were left out, empty for all without a list; none if they count.
  public var filledPauseLanguages: Set<String>

  /// A participant of the meeting.
  public struct Present: Sendable {
    public var identity: Participant.Identity
    public var label: String?
    public var role: String?
    /// Stated gender or sex.
    public var gender: String?
    /// Made from a pointer that leads to no declared participant.
    public var isUndeclared: Bool

    init(_ participant: Participant) {
      identity = participant.identity
      label = participant.label
      role = RoleResolver.name(participant.roles)
      gender = (participant.attribute(.gender) ?? participant.attribute(.sex))?.display
      isUndeclared = participant.isUndeclared
    }
  }

  /// Counts one transcript.
  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - unit: Whether adjacent utterances of one speaker are merged.
  ///   - words: What counts as a word.
  ///   - evidence: Whether to keep the place of every turn.
  public init(
    _ transcript: Transcript,
    unit: TurnUnit = .turns,
    words: WordOptions = WordOptions(),
    evidence: Bool = false
  ) {
    self.transcript = transcript.id
    hasOwnID = transcript.hasOwnID
    file = transcript.file
    number = transcript.number
    date = transcript.date
    team = transcript.team
    self.unit = unit
    roles = transcript.roles
    present = transcript.participants.filter { $0.groupSize == nil }.map(Present.init)
    cuts = transcript.marks.count(where: \.isCut)
    filledPauseLanguages = words.withoutFilledPauses ? FilledPauses(transcript).languages : []
    let counts = transcript.wordCounts(words)
    let spoken = words == words.spokenOnly ? counts : transcript.wordCounts(words.spokenOnly)
    let transcript = transcript.withEqualJointSpeakers
    var tally = TurnTally(transcript, RoleResolver(transcript), counts: counts, evidence: evidence)
    TurnSegmentation.turns(
      transcript,
      unit: unit,
      counts: { words.countsNonverbal || spoken[$0] > 0 },
      body: { utterances, speaker, _ in tally.add(utterances, speaker: speaker) }
    )
    contributors = tally.contributors
    jointSpeakers = tally.jointSpeakers
  }
}

/// One turn with its place, so that a number can be looked up.
public struct TurnEvidence: Sendable, Hashable {
  /// The identifier of the transcript.
  public var transcript: String
  /// `file:line` of the first utterance.
  public var source: String
  /// Identifiers of the utterances; empty where the file gives none.
  public var utterances: [String]
  /// The same as indices of the transcript's utterances.
  public var indices: [Int]
  public var words: Int
  /// Length of its timed utterances in seconds; `nil` if none is timed.
  public var seconds: Double?
  /// The transcript, as an index of the meetings that were put together; 0 for a meeting by itself.
  public var meeting = 0
}

extension Transcript {
  /// The transcript with one number for all joint utterances of the same people: `#a #b` and
  /// `#b #a` are the same speakers.
  fileprivate var withEqualJointSpeakers: Transcript {
    let sets = columns.speakerSets.map { Array(Set($0)).sorted() }
    guard Set(sets).count < sets.count || sets.contains(where: { $0.count == 1 }) else {
      return self
    }
    let codes = sets.map { set in
      set.count == 1 ? Int32(set[0]) : Int32(-2 - (sets.firstIndex(of: set) ?? 0))
    }
    var transcript = self
    for (i, code) in columns.speakers.enumerated() where code < -1 {
      transcript.columns.speakers[i] = codes[-2 - Int(code)]
    }
    return transcript
  }
}
