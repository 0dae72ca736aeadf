/// The sums of one row of a participation table while meetings are added up.
struct ParticipationGroup {
  /// One value of a group: what it is, not how it is called.
  enum Part: Hashable {
    case none
    case role(String)
    case team(String)
    case meeting(Int)
    case person(Participant.Identity)
  }

  /// Counts of one meeting, or of all.
  struct Sum {
    var turns = 0
    var words = 0
    var microseconds: Int64 = 0

    mutating func add(_ contributor: MeetingParticipation.Contributor) {
      turns += contributor.turnWords.count
      words += contributor.words
      microseconds += contributor.microseconds
    }
  }

  var key: [Part]
  /// Everybody in the group with the meetings where she or he was present.
  var attendance: [Participant.Identity: Set<Int>] = [:]
  /// People of the group who have turns in it.
  var speaking: Set<Participant.Identity> = []
  var turnWords: [Int] = []
  var utterances = 0
  var timedUtterances = 0
  var perMeeting: [Int: Sum] = [:]
  var sum = Sum()
  var evidence: [TurnEvidence] = []

  init(key: [Part]) { self.key = key }

  /// Meetings in which somebody was present or spoke.
  var meetings: Set<Int> {
    attendance.values.reduce(into: Set(perMeeting.keys)) { $0.formUnion($1) }
  }

  mutating func attend(_ person: Participant.Identity, _ meeting: Int) {
    attendance[person, default: []].insert(meeting)
  }

  mutating func add(_ contributor: MeetingParticipation.Contributor, meeting: Int) {
    if case .person(let identity) = contributor.speaker { speaking.insert(identity) }
    turnWords += contributor.turnWords
    utterances += contributor.utterances
    timedUtterances += contributor.timedUtterances
    evidence += contributor.evidence.map {
      var turn = $0
      turn.meeting = meeting
      return turn
    }
    sum.add(contributor)
    perMeeting[meeting, default: Sum()].add(contributor)
  }
}
