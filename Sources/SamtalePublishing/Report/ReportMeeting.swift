import Samtale

/// One meeting, measured in every way that a report shows.
///
/// Meetings do not depend on each other, so they can be measured while files are read, several at a
/// time.
public struct ReportMeeting: Sendable {
  public let transcript: Transcript
  let participation: MeetingParticipation
  /// Turn-taking by role.
  var turnTaking: TurnTaking
  let timed: [MeasureRow]
  let topics: TopicAnalysis
  let people: ParticipantCounts.Source

  /// Measures a transcript.
  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - cues: Readers of wording for its language.
  ///   - options: How topics are found.
  public init(_ transcript: Transcript, cues: CueLibrary, options: TopicOptions = TopicOptions()) {
    self.transcript = transcript
    participation = MeetingParticipation(transcript, evidence: true)
    turnTaking = TurnTaking(transcript, cues: cues.reader(for: transcript), unit: .role)
    timed = TimedRows(transcript, turns: turnTaking.turns, unit: .role).rows
    topics = TopicAnalysis(transcript, library: cues, options: options)
    people = ParticipantCounts.Source(transcript)
  }

  /// Where somebody begins well before another has ended and takes the floor: first utterances.
  var interruptionCandidates: [Int] {
    let minimal = Set(
      turnTaking.turns.filter { $0.reading?.form == .minimal }.flatMap(\.utterances))
    return FloorTransfers(transcript).interruptionCandidates { minimal.contains($0) }.map(\.to)
  }
}
