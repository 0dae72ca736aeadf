/// Who contributed how much to one meeting: the raw counts from which all tables are made.
public struct MeetingParticipation: Sendable {
  /// A person (or joint or unknown speakers) in one role in this meeting.
  public struct Contributor: Sendable {
    /// Who it is: a participant, several at once, or unknown.
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
  }

  /// See ``Contributor/speaker``.
  public enum Speaker: Hashable, Sendable {
    case person(Participant.Identity)
    case several
    case unknown
  }

  public var transcript: String
  public var file: String
  public var number: String?
  public var date: String?
  public var team: Team?
  /// Everybody listed or heard, with the printed label, in the order of the file.
  public var present: [Present]
  public var contributors: [Contributor]
  /// Codes of declared roles, in their order.
  public var roleOrder: [String]
  public var unit: TurnUnit
  /// Cuts by the transcriber.
  public var cuts: Int

  /// A participant of the meeting.
  public struct Present: Sendable {
    public var identity: Participant.Identity
    public var label: String?
    public var role: String?
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
    file = transcript.file
    number = transcript.number
    date = transcript.date
    team = transcript.team
    self.unit = unit
    let roles = RoleResolver(transcript)
    roleOrder = transcript.roles.map(\.code)
    present = transcript.participants.map {
      Present(identity: $0.identity, label: $0.label, role: RoleResolver.name($0.roles))
    }
    cuts = transcript.marks.count(where: \.isCut)
    var tally = Tally(transcript, roles, counts: transcript.wordCounts(words), evidence: evidence)
    TurnSegmentation.turns(
      transcript.columns,
      unit: unit,
      counts: { words.countsNonverbal || tally.counts[$0] > 0 },
      body: { tally.add($0, speaker: $1) }
    )
    contributors = tally.contributors
  }
}

/// One turn with its place, so that a number can be looked up.
public struct TurnEvidence: Sendable, Hashable {
  /// `file:line` of the first utterance.
  public var source: String
  /// Identifiers of the utterances.
  public var utterances: [String]
  public var words: Int
  /// Length of its timed utterances in seconds; `nil` if none is timed.
  public var seconds: Double?
}

/// The role in which an utterance is spoken.
///
/// Some corpora say it at the utterance (`u/@ana="#chair"`, ParlaMint), others at the person.
struct RoleResolver {
  private let declared: Set<String>
  private static let parliamentary: Set<String> = ["chair", "regular", "guest"]

  init(_ transcript: Transcript) {
    declared = Set(transcript.roles.map(\.code))
  }

  static func name(_ roles: [String]) -> String? {
    roles.isEmpty ? nil : roles.joined(separator: "+")
  }

  /// The role at the utterance, else that of the person.
  func role(analysis: [String], person: Participant) -> String? {
    let own = analysis.filter {
      declared.contains($0) || (person.roles.isEmpty && Self.parliamentary.contains($0))
    }
    return own.isEmpty ? Self.name(person.roles) : Self.name(own)
  }
}

private struct Tally {
  let transcript: Transcript
  let roles: RoleResolver
  let counts: [Int]
  let evidence: Bool
  var contributors: [MeetingParticipation.Contributor] = []
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
        source: transcript.utterances[utterances[0]].source,
        utterances: utterances.map { transcript.columns.ids[$0] },
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
    let who: MeetingParticipation.Speaker =
      speaker >= 0
      ? .person(transcript.participants[Int(speaker)].identity)
      : speaker == -1 ? .unknown : .several
    contributors.append(.init(speaker: who, role: key.role))
    index[key] = contributors.count - 1
    return contributors.count - 1
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
