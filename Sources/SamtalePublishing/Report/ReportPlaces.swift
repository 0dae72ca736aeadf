import Samtale

/// The numbers and names under which turns, contributions and topics are found on the page.
///
/// All three are numbered through the meetings, from 0, in the order in which they stand there.
struct ReportPlaces: Sendable {
  /// One meeting.
  struct Meeting: Sendable {
    /// What the meeting is called.
    var name: String
    /// The name in addresses.
    var slug: String
    /// The turn in which each utterance is; `nil` for utterances without words.
    var turns: [Int?]
    var firstTurn: Int
    var firstContribution: Int
    var firstTopic: Int
    /// The name of each utterance: its identifier, or `@n` for the n-th.
    var utterances: [String]
  }

  private(set) var meetings: [Meeting] = []
  private(set) var turnCount = 0

  init(_ all: [ReportMeeting], _ names: [String]) {
    var contributions = 0
    var topics = 0
    let slugs = Self.slugs(names)
    for (m, meeting) in all.enumerated() {
      var turns: [Int?] = Array(repeating: nil, count: meeting.transcript.utterances.count)
      for (i, turn) in meeting.turnTaking.turns.enumerated() {
        for utterance in turn.utterances { turns[utterance] = turnCount + i }
      }
      meetings.append(
        Meeting(
          name: names[m], slug: slugs[m], turns: turns, firstTurn: turnCount,
          firstContribution: contributions, firstTopic: topics,
          utterances: Self.utteranceNames(meeting.transcript)))
      turnCount += meeting.turnTaking.turns.count
      contributions += meeting.topics.contributions.count
      topics += meeting.topics.segments.count
    }
  }

  // MARK: Numbers

  /// The turn that an utterance belongs to.
  func turn(_ meeting: Int, _ utterance: Int) -> Int? { meetings[meeting].turns[utterance] }

  func contribution(_ meeting: Int, _ contribution: Int) -> Int {
    meetings[meeting].firstContribution + contribution
  }

  func topic(_ meeting: Int, _ segment: Int) -> Int { meetings[meeting].firstTopic + segment }

  // MARK: Addresses

  /// The name of the place of an utterance: `team1-m1/u3`.
  func anchor(_ meeting: Int, utterance: Int) -> String {
    meetings[meeting].slug + "/" + meetings[meeting].utterances[utterance]
  }

  /// The name of the place where a topic begins: `team1-m1/topic-2`.
  func anchor(_ meeting: Int, topic: Int) -> String {
    "\(meetings[meeting].slug)/topic-\(topic + 1)"
  }

  /// A name of a place as it stands behind `#` in an address.
  static func fragment(_ anchor: String) -> String {
    MarkupText.escaped(
      anchor.replacingScalars { scalar in
        switch scalar {
        case "%": "%25"
        case " ": "%20"
        default: nil
        }
      })
  }

  /// What utterances are called; as ``TranscriptVersion/name(of:)`` has it.
  private static func utteranceNames(_ transcript: Transcript) -> [String] {
    var taken: Set<String> = []
    return transcript.utterances.map { utterance in
      let id = utterance.id
      return !id.isEmpty && taken.insert(id).inserted ? id : "@\(utterance.index + 1)"
    }
  }

  /// Identifiers of meetings, with the file where several have the same.
  static func distinctNames(_ transcripts: [Transcript]) -> [String] {
    let numbers = Dictionary(transcripts.map { ($0.id, 1) }, uniquingKeysWith: +)
    var taken: Set<String> = []
    return transcripts.map { transcript in
      let stem =
        numbers[transcript.id] == 1 ? transcript.id : "\(transcript.id) (\(transcript.file))"
      return distinct(stem, " ", &taken)
    }
  }

  /// Names without signs that addresses may not have, each once.
  private static func slugs(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let safe = name.map { sign in
        sign.isLetter || sign.isNumber || "-_.".contains(sign) ? sign : "-"
      }
      return distinct(safe.isEmpty ? "meeting" : String(safe), "-", &taken)
    }
  }

  private static func distinct(
    _ stem: String, _ joint: String, _ taken: inout Set<String>
  ) -> String {
    var name = stem
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(stem)\(joint)\(number)"
    }
    return name
  }
}
