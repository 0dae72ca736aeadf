/// Turn-taking in one meeting, person by person or role by role.
///
/// Everything here is counted from the order of turns and their wording; measures of time are in
/// ``FloorTransfers``. See <doc:MeasuringTurnTaking>.
public struct TurnTaking: Sendable {
  /// What one party (a person or a role) does.
  public struct Party: Sendable {
    public var name: String
    /// Turns of the party, as indices of ``TurnTaking/turns``.
    public var turns: [Int] = []
    public var words = 0
    public var minimalTurns: [Int] = []
    /// Words in turns of at least ``TurnTaking/monologueWords`` words.
    public var monologueWords = 0
    public var questions: [Int] = []
    public var answeredQuestions: [Int] = []
    /// Questions whose fate is known: answered or not.
    public var knownQuestions: [Int] = []
    /// Questions of others that the party answered.
    public var answers: [Int] = []
    /// Questions of known fate that were put to the party alone, and those that it answered.
    public var receivedQuestions: [Int] = []
    public var receivedAndAnswered: [Int] = []
  }

  /// A turn of at least so many words is a monologue.
  public static let monologueWords = 50

  public var meeting: String
  public var unit: SpeakerSequence.Unit
  public var turns: [SpokenTurn]
  public var parties: [Party]
  /// The order of parties, adjacent turns of one party taken together.
  public var sequence: SpeakerSequence
  /// Turns without one known speaker; they are nobody's and break the sequence.
  public var unattributed: Int
  public var transitions: Transitions { Transitions(sequence) }

  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - cues: Reads the wording of turns.
  ///   - unit: Whether a party is a person or a role.
  ///   - words: What counts as a word.
  public init(
    _ transcript: Transcript, cues: CueReader, unit: SpeakerSequence.Unit = .role,
    words: WordOptions = WordOptions()
  ) {
    meeting = transcript.id
    self.unit = unit
    turns = transcript.spokenTurns(cues, words: words)
    sequence = SpeakerSequence(transcript, unit: unit, words: words)
    unattributed = turns.count { $0.speaker == nil }
    parties = sequence.parties.map { Party(name: $0) }
    let present = Dictionary(
      sequence.parties.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let partyOf = turns.map { turn -> Int? in
      guard let speaker = turn.speaker else { return nil }
      return unit == .speaker ? speaker : present[turn.role ?? "no role"]
    }
    for (i, turn) in turns.enumerated() {
      guard let party = partyOf[i] else { continue }
      add(turn, i, to: party)
    }
    for outcome in QuestionOutcome.all(in: turns) {
      add(
        outcome, partyOf,
        addressed: { [turns] in
          guard let addressee = turns[outcome.question].addressee else { return nil }
          if unit == .speaker { return addressee }
          return present[RoleResolver.name(transcript.participants[addressee].roles) ?? "no role"]
        }())
    }
  }

  private mutating func add(_ turn: SpokenTurn, _ index: Int, to party: Int) {
    parties[party].turns.append(index)
    parties[party].words += turn.words
    if turn.isMinimal { parties[party].minimalTurns.append(index) }
    if turn.words >= Self.monologueWords { parties[party].monologueWords += turn.words }
  }

  private mutating func add(_ outcome: QuestionOutcome, _ partyOf: [Int?], addressed: Int?) {
    guard let asker = partyOf[outcome.question] else { return }
    parties[asker].questions.append(outcome.question)
    guard outcome.fate != .unknown else { return }
    parties[asker].knownQuestions.append(outcome.question)
    if let addressed, addressed != asker {
      parties[addressed].receivedQuestions.append(outcome.question)
    }
    guard case .answered(let answer) = outcome.fate, let answerer = partyOf[answer] else { return }
    parties[asker].answeredQuestions.append(outcome.question)
    parties[answerer].answers.append(answer)
    if addressed == answerer { parties[answerer].receivedAndAnswered.append(outcome.question) }
  }

  /// Floors of each party: turns seen through others' minimal responses.
  public var floors: [Int] { floorStarts.map(\.count) }

  /// The first utterance of each floor of each party.
  public var floorStarts: [[Int]] {
    let minimal = Set(turns.filter(\.isMinimal).map { $0.utterances[0] })
    return sequence.floorStarts { minimal.contains($0) }
  }
}
