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
}
