/// All measures of one meeting that are made from its turns, ready to be put together.
public struct InteractionMeasures: Sendable {
  public var meeting: String
  public var team: String?
  public var language: String?
  public var turnTaking: TurnTaking
  public var timed: [MeasureRow]
  public var shifts: ParticipationShifts
  public var topics: TopicAnalysis
  /// `file:line` of each utterance, to name the turns behind a number.
  public var places: [String]

  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - cues: Readers of wording for its language.
  ///   - unit: Whether a party is a person or a role.
  ///   - words: What counts as a word.
  public init(
    _ transcript: Transcript, cues: CueLibrary, unit: SpeakerSequence.Unit = .role,
    words: WordOptions = WordOptions()
  ) {
    meeting = transcript.id
    team = transcript.team?.id
    language = transcript.language
    turnTaking = TurnTaking(
      transcript, cues: cues.reader(for: transcript), unit: unit, words: words)
    timed = TimedRows(transcript, turns: turnTaking.turns, unit: unit).rows
    shifts = ParticipationShifts(transcript, words: words)
    topics = TopicAnalysis(transcript, library: cues)
    places = transcript.utterances.map(\.source)
  }

  /// The thirteen participation shifts of the meeting as rows.
  public var shiftRows: [MeasureRow] {
    ParticipationShifts.Shift.allCases.map { shift in
      MeasureRow(
        meeting: meeting, .meeting, meeting, "pshift_\(shift.rawValue)",
        shifts.pairs > 0 ? Double(shifts.counts[shift] ?? 0) : nil, n: shifts.pairs,
        unit: "pairs",
        note: shifts.pairs > 0
          ? "\(shifts.unmarked) pairs without marked addressees are left out"
          : "no addressees are marked")
    }
  }

  /// The same measures with each meeting under a name of its own: where two have the same
  /// identifier, the file is added.
  public static func named(apart meetings: [InteractionMeasures]) -> [InteractionMeasures] {
    let numbers = Dictionary(meetings.map { ($0.meeting, 1) }, uniquingKeysWith: +)
    return meetings.map { meeting in
      guard numbers[meeting.meeting] != 1 else { return meeting }
      var renamed = meeting
      renamed.rename(to: "\(meeting.meeting) (\(meeting.topics.transcript.file))")
      return renamed
    }
  }

  private mutating func rename(to name: String) {
    for i in timed.indices {
      if timed[i].group == meeting { timed[i].group = name }
      timed[i].meeting = name
    }
    meeting = name
    turnTaking.meeting = name
    topics.transcript.id = name
  }
}
